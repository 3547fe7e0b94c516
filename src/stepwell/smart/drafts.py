"""Hold a draft: what a wish in plain words could become, where from, and what is unsure."""

from __future__ import annotations

from datetime import date
from enum import StrEnum, unique
from typing import final

import attrs

from stepwell._fields import CODE
from stepwell._shown import Shown
from stepwell.goals import Goal
from stepwell.smart.report import CueKind, Rhythm

__all__ = ["Doubt", "Draft", "Taken", "Unsure"]


@unique
class Doubt(StrEnum):
    """What a draft can be unsure of; a code never changes its meaning."""

    SEVERAL_AIMS = "several_aims"
    AVOIDANCE = "avoidance"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT_BELOW = "about_below"
    ABOUT_ABOVE = "about_above"
    NO_UNIT = "no_unit"
    NO_BASE = "no_base"
    NO_SCALE = "no_scale"
    CHANGE = "change"
    EXACTLY = "exactly"
    MEDICINE = "medicine"
    OPEN_WAY = "open_way"
    OPEN_END = "open_end"
    SECOND_AMOUNT = "second_amount"
    SECOND_RHYTHM = "second_rhythm"
    LOOSE_RHYTHM = "loose_rhythm"
    OPEN_RHYTHM = "open_rhythm"
    SECOND_DAY = "second_day"
    OPEN_DAY = "open_day"
    NO_TODAY = "no_today"
    NO_YEAR = "no_year"
    DAY_ALONE = "day_alone"
    DAY_GONE_BY = "day_gone_by"
    START_AFTER_DUE = "start_after_due"
    HALF_OF_DAY = "half_of_day"
    HOW_SURE = "how_sure"
    DOES_NOT_FIT = "does_not_fit"
    NOT_KEPT = "not_kept"


@final
@attrs.frozen(kw_only=True)
class Taken:
    """Where one part of a draft was taken from.

    Attributes
    ----------
    path
        The part, such as ``"goal.target.due"`` or ``"rhythm"``.
    kind
        What kind of cue it was; unset where it was none, as for a rating.
    span
        Where in the words it stands; unset where the words speak as a whole.
    text
        The words themselves, quoted exactly; unset as the span is.
    """

    path: str = attrs.field(metadata=CODE)
    kind: CueKind | None = None
    span: tuple[int, int] | None = None
    text: str | None = None


@final
@attrs.frozen(kw_only=True)
class Unsure:
    """One thing a draft is unsure of.

    Attributes
    ----------
    doubt
        What kind of doubt it is.
    path
        The part it is about, whether it is set or not.
    sentence
        The doubt in a kind sentence.
    span
        Where in the words it lies; unset where it is about the whole.
    """

    doubt: Doubt
    path: str = attrs.field(metadata=CODE)
    sentence: str = attrs.field(metadata=CODE)
    span: tuple[int, int] | None = None


@final
@attrs.frozen(kw_only=True)
class Draft(Shown):
    """A preview of the goal that a wish could become; nothing is kept until somebody keeps it.

    Attributes
    ----------
    statement
        The words, as they were given.
    goal
        The goal, with the words as its statement. Unset beside a safety
        message, and for words that cannot be stored.
    rhythm
        How often, where the words say so: a goal holds one target.
    due
        The day to look at it, where the words say so. It stands on the target
        as well, where there is one.
    taken
        Where each part was taken from.
    unsure
        What is unsure, each kind of doubt once.
    message
        The safety message, where the words call for a person; then there is no
        goal here.
    """

    statement: str
    goal: Goal | None = None
    rhythm: Rhythm | None = None
    due: date | None = None
    taken: tuple[Taken, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    message: str | None = attrs.field(default=None, metadata=CODE)
