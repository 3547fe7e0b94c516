"""Numbers that explain themselves, and the two ways of having none."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias, final

import attrs

from stepwell._fields import CODE
from stepwell._shown import Shown
from stepwell.measures import Target

__all__ = ["Answer", "Explained", "NotComputable", "NotEnoughData"]


@final
@attrs.frozen(kw_only=True)
class Explained(Shown):
    """A number or class with everything it rests on.

    Attributes
    ----------
    name
        What it is, such as ``"change"``.
    value
        The number, class or truth value itself.
    sentence
        What it says, for the person.
    for_clinician
        The same in clinicians' words.
    rule
        How it was computed, in plain words.
    variant, version
        Which published or own rule, and its version here.
    source
        Where the rule comes from: a key of the bibliography, or own words.
    inputs
        The numbers it was computed from, in order.
    days
        The local day of each of these numbers, where the days count.
    targets
        The target each of these numbers was held against, where there is one.
    entries
        The ids of the records behind them; empty for plain numbers.
    """

    name: str = attrs.field(metadata=CODE)
    value: float | str = attrs.field(metadata=CODE)
    sentence: str = attrs.field(metadata=CODE)
    for_clinician: str = attrs.field(metadata=CODE)
    rule: str = attrs.field(metadata=CODE)
    variant: str = attrs.field(metadata=CODE)
    version: int = 1
    source: str = attrs.field(metadata=CODE)
    inputs: tuple[float, ...] = ()
    days: tuple[date, ...] = ()
    targets: tuple[Target, ...] = ()
    entries: tuple[str, ...] = attrs.field(default=(), metadata=CODE)


@final
@attrs.frozen(kw_only=True)
class NotEnoughData(Shown):
    """A number that cannot be given yet: it needs more than there is.

    Attributes
    ----------
    name
        What it would be.
    needed, have
        How many readings it takes, and how many there are.
    """

    name: str = attrs.field(metadata=CODE)
    needed: int
    have: int


@final
@attrs.frozen(kw_only=True)
class NotComputable(Shown):
    """A number that has no meaning here, however much is recorded.

    Attributes
    ----------
    name
        What it would be.
    because
        Why, as a sentence.
    """

    name: str = attrs.field(metadata=CODE)
    because: str = attrs.field(metadata=CODE)


Answer: TypeAlias = Explained | NotEnoughData | NotComputable
"""What a report answers when it is asked for a number."""
