"""What a questionnaire is made of, and what an answered one says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from stepwell._fields import CODE, several, things, whole
from stepwell._shown import Shown
from stepwell.instruments._checks import MOST, is_code, is_number, is_text, is_whole

__all__ = ["Band", "ItemFlag", "Score"]


@final
@attrs.frozen
class Band:
    """A named stretch of totals, from ``low`` up to the next band.

    Attributes
    ----------
    code
        Its name in the literature; for clinicians, never for the person.
    low
        The lowest total that belongs to it.
    """

    code: str = attrs.field(validator=is_code, metadata=CODE)
    low: float = attrs.field(validator=is_number)


@final
@attrs.frozen
class ItemFlag:
    """An answer that asks for somebody's attention, whatever the total.

    Attributes
    ----------
    code
        What the flag is called.
    item
        The number of the item, counted from 1.
    above
        The flag is up when the answer is greater than this.
    """

    code: str = attrs.field(validator=is_code, metadata=CODE)
    item: int = attrs.field(validator=is_whole)
    above: int = attrs.field(default=0, validator=is_whole)


def _items(value: Iterable[int | None]) -> tuple[int | None, ...]:
    """Return the answers of a score."""
    return tuple(
        None if each is None else whole(each, path=f"score.items[{at}]", low=-MOST, high=MOST)
        for at, each in enumerate(several(value, path="score.items"))
    )


def _up(value: Iterable[str]) -> tuple[str, ...]:
    """Return the flags that are up."""
    return things(value, str, path="score.flags")


def _unknown(value: Iterable[str]) -> tuple[str, ...]:
    """Return the flags nobody can tell."""
    return things(value, str, path="score.not_assessed")


@final
@attrs.frozen(kw_only=True)
class Score(Shown):
    """What one answered questionnaire says.

    Attributes
    ----------
    instrument
        The code of the instrument.
    items
        The answers as they were given; an unanswered item is unset.
    total
        The total, prorated where items are unanswered; unset when more are
        unanswered than the rule allows.
    band
        The band of the total; unset when there is no total or no bands.
    flags
        The flags that are up. An empty tuple is never a sign of safety.
    not_assessed
        Flags whose item was not answered.
    rule
        How unanswered items were treated.
    """

    instrument: str = attrs.field(validator=is_code, metadata=CODE)
    items: tuple[int | None, ...] = attrs.field(converter=_items)
    total: float | None = attrs.field(validator=attrs.validators.optional(is_number))
    band: str | None = attrs.field(validator=attrs.validators.optional(is_code), metadata=CODE)
    flags: tuple[str, ...] = attrs.field(converter=_up, metadata=CODE)
    not_assessed: tuple[str, ...] = attrs.field(converter=_unknown, metadata=CODE)
    rule: str = attrs.field(validator=is_text, metadata=CODE)

    @property
    def missing(self) -> int:
        """How many items were not answered."""
        return self.items.count(None)
