"""Say what to do about a text, and where it stood; never how risky it is.

There are two classes to act on and two that are not "safe". No level of risk
is computed anywhere: risk tools are not to be used to predict suicide or to
decide treatment (NICE NG225).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum, unique
from typing import Final, Literal, final

import attrs

from stepwell._fields import CODE

__all__ = ["SafetyClass", "SafetySignal", "SafetySpan", "most_urgent"]


@unique
class SafetyClass(StrEnum):
    """What to do; ``nothing_found`` and ``not_assessed`` never mean "safe"."""

    NOTHING_FOUND = "nothing_found"
    NOT_ASSESSED = "not_assessed"
    TALK_TO_CLINICIAN = "talk_to_clinician"
    RESPOND_NOW = "respond_now"

    @property
    def calls_for_answer(self) -> bool:
        """Whether a person needs an answer before anything else."""
        return self in {SafetyClass.TALK_TO_CLINICIAN, SafetyClass.RESPOND_NOW}


_ORDER: Final = {safety: place for place, safety in enumerate(SafetyClass)}


def most_urgent(classes: Iterable[SafetyClass]) -> SafetyClass:
    """Return the class to act on first; nothing found where there is none.

    >>> most_urgent([SafetyClass.NOTHING_FOUND, SafetyClass.RESPOND_NOW])
    <SafetyClass.RESPOND_NOW: 'respond_now'>
    """
    return max(classes, key=_ORDER.__getitem__, default=SafetyClass.NOTHING_FOUND)


@final
@attrs.frozen
class SafetySpan:
    """The part of a text that a class rests on, as offsets in the original."""

    safety: SafetyClass
    start: int
    end: int


@final
@attrs.frozen(kw_only=True)
class SafetySignal:
    """What the host has to know: the class and the field, never the words.

    Attributes
    ----------
    safety
        What to do.
    field
        Where it stood, such as ``"goal.barriers[0].plans[1].then"``.
    origin
        ``"words"`` for free text, ``"item"`` for the item of a questionnaire,
        ``"numbers"`` for what a target asks.
    person, entry
        Whose it is and in which entry, where that is known.
    """

    safety: SafetyClass
    field: str = attrs.field(metadata=CODE)
    origin: Literal["words", "item", "numbers"] = attrs.field(default="words", metadata=CODE)
    person: str | None = attrs.field(default=None, metadata=CODE)
    entry: str | None = attrs.field(default=None, metadata=CODE)
