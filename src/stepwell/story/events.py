"""What happened, in the past tense: the facts a person's story is made of.

Every event carries a :class:`Stamp`: who said it, when, and on which local day
it is true. Facts and intentions are different events, so changing what was
wanted never changes what was done.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from typing import Final, TypeAlias, final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from stepwell._fields import CODE, an, aware, day, identifier, member, ruler, whole, words
from stepwell.dismissals import Dismissal
from stepwell.errors import RuleBroken
from stepwell.goals import AchievementStatus, Goal, LifecycleStatus
from stepwell.instruments import Score
from stepwell.measures import Reading, Target
from stepwell.steps import Outcome, StepPlan

__all__ = [
    "EVENTS",
    "AchievementChanged",
    "Event",
    "FindingDismissed",
    "GoalAdded",
    "GoalPlaced",
    "GoalRated",
    "GoalStarred",
    "LifecycleChanged",
    "ReadingRecorded",
    "ScoreRecorded",
    "Stamp",
    "StepRecorded",
    "TargetRevised",
    "UnknownEvent",
]


def _by(value: str) -> str:
    """Return who said it."""
    return identifier(value, path="stamp.by")


def _at(value: datetime) -> datetime:
    """Return when it was said."""
    return aware(value, path="stamp.at")


def _stamp_day(value: date) -> date:
    """Return the local day on which it is true."""
    return day(value, path="stamp.day")


def _zone(value: str) -> str:
    """Return the name of a time zone, whether or not it is known on this machine."""
    return identifier(value, path="stamp.zone")


def _rules_of(zone: str) -> tzinfo:
    """Return the rules of a time zone that is known here."""
    if zone == "UTC":
        return UTC
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        advice = (
            "this time zone is not known here; use a name such as Europe/London, "
            "and install the package tzdata where the system knows no zones"
        )
        raise RuleBroken("stamp.zone", "stamp.zone", advice) from None


@final
@attrs.frozen(kw_only=True)
class Stamp:
    """Who said it, when, and on which local day it is true.

    Attributes
    ----------
    by
        An opaque id: the person, a therapist, anybody the host knows.
    at
        The moment it was said, with its offset from UTC.
    day
        The local day on which it is true; it may lie before ``at``.
    zone
        The IANA name of the zone that makes the day local.
    """

    by: str = attrs.field(converter=_by, metadata=CODE)
    at: datetime = attrs.field(converter=_at)
    day: date = attrs.field(converter=_stamp_day)
    zone: str = attrs.field(converter=_zone, metadata=CODE)

    @classmethod
    def now(cls, moment: datetime, *, by: str, zone: str, day: date | None = None) -> Stamp:
        """Return a stamp for a moment; the day is the local one unless it is stated.

        >>> from datetime import UTC
        >>> Stamp.now(datetime(2027, 1, 4, 23, tzinfo=UTC), by="p", zone="Asia/Tokyo").day
        datetime.date(2027, 1, 5)
        """
        local = aware(moment, path="stamp.at").astimezone(_rules_of(_zone(zone))).date()
        return cls(by=by, at=moment, day=local if day is None else day, zone=zone)


def _goal_id(value: str) -> str:
    """Return the id of a goal."""
    return identifier(value, path="goal_id")


def _optional_goal_id(value: str | None) -> str | None:
    """Return the id of a goal, or nothing where the fact stands alone."""
    return None if value is None else _goal_id(value)


def _part_of(value: str | None) -> str | None:
    """Return the id of the goal this one is a part of, or nothing when it stands by itself."""
    return None if value is None else identifier(value, path="part_of")


def _step_id(value: str) -> str:
    """Return the id of a step."""
    return identifier(value, path="step_id")


def _note(value: str | None) -> str | None:
    """Return a note, or nothing when it is left out."""
    return None if value is None else words(value, path="note")


def _effort(value: int | None) -> int | None:
    """Return an effort from 0 to 10, or nothing when nobody said."""
    return ruler(value, path="effort")


def _rating(value: int) -> int:
    """Return a goal rating, 0 (not at all met) to 10 (reached)."""
    return whole(value, path="rating", low=0, high=10)


def _outcome(value: Outcome | str) -> Outcome:
    """Return an outcome from itself or its code."""
    return member(Outcome, value, path="outcome")


def _lifecycle(value: LifecycleStatus | str) -> LifecycleStatus:
    """Return a life-cycle status from itself or its code."""
    return member(LifecycleStatus, value, path="lifecycle")


def _achievement(value: AchievementStatus | str) -> AchievementStatus:
    """Return an achievement status from itself or its code."""
    return member(AchievementStatus, value, path="achievement")


_STAMP: Final = an(Stamp, "stamp")


@final
@attrs.frozen(kw_only=True)
class GoalAdded:
    """Somebody set a goal, perhaps with steps, perhaps as a part of another goal."""

    goal_id: str = attrs.field(converter=_goal_id, metadata=CODE)
    goal: Goal = attrs.field(validator=an(Goal, "goal"))
    steps: StepPlan = attrs.field(factory=StepPlan, validator=an(StepPlan, "steps"))
    part_of: str | None = attrs.field(default=None, converter=_part_of, metadata=CODE)
    stamp: Stamp = attrs.field(validator=_STAMP)


@final
@attrs.frozen(kw_only=True)
class StepRecorded:
    """Somebody did a step, did part of it, or tried."""

    goal_id: str = attrs.field(converter=_goal_id, metadata=CODE)
    step_id: str = attrs.field(converter=_step_id, metadata=CODE)
    outcome: Outcome = attrs.field(converter=_outcome)
    effort: int | None = attrs.field(default=None, converter=_effort)
    note: str | None = attrs.field(default=None, converter=_note)
    stamp: Stamp = attrs.field(validator=_STAMP)


@final
@attrs.frozen(kw_only=True)
class ReadingRecorded:
    """A number was measured, for a goal or standing alone."""

    reading: Reading = attrs.field(validator=an(Reading, "reading"))
    goal_id: str | None = attrs.field(default=None, converter=_optional_goal_id, metadata=CODE)
    note: str | None = attrs.field(default=None, converter=_note)
    stamp: Stamp = attrs.field(validator=_STAMP)


@final
@attrs.frozen(kw_only=True)
class ScoreRecorded:
    """A questionnaire was answered."""

    score: Score = attrs.field(validator=an(Score, "score"))
    note: str | None = attrs.field(default=None, converter=_note)
    stamp: Stamp = attrs.field(validator=_STAMP)


@final
@attrs.frozen(kw_only=True)
class GoalRated:
    """The person said how near a goal feels: 0 not at all met, 10 reached."""

    goal_id: str = attrs.field(converter=_goal_id, metadata=CODE)
    rating: int = attrs.field(converter=_rating)
    note: str | None = attrs.field(default=None, converter=_note)
    stamp: Stamp = attrs.field(validator=_STAMP)


@final
@attrs.frozen(kw_only=True)
class TargetRevised:
    """A goal got another target from this day on; what came before keeps the old one."""

    goal_id: str = attrs.field(converter=_goal_id, metadata=CODE)
    target: Target = attrs.field(validator=an(Target, "target"))
    reason: str | None = attrs.field(default=None, converter=_note)
    stamp: Stamp = attrs.field(validator=_STAMP)


@final
@attrs.frozen(kw_only=True)
class LifecycleChanged:
    """A goal was put on hold, taken up again, completed, let go."""

    goal_id: str = attrs.field(converter=_goal_id, metadata=CODE)
    lifecycle: LifecycleStatus = attrs.field(converter=_lifecycle)
    reason: str | None = attrs.field(default=None, converter=_note)
    stamp: Stamp = attrs.field(validator=_STAMP)


@final
@attrs.frozen(kw_only=True)
class AchievementChanged:
    """Somebody said how a goal is going."""

    goal_id: str = attrs.field(converter=_goal_id, metadata=CODE)
    achievement: AchievementStatus = attrs.field(converter=_achievement)
    reason: str | None = attrs.field(default=None, converter=_note)
    stamp: Stamp = attrs.field(validator=_STAMP)


@final
@attrs.frozen(kw_only=True)
class GoalStarred:
    """Somebody gave a goal a star, or took it away."""

    goal_id: str = attrs.field(converter=_goal_id, metadata=CODE)
    starred: bool = attrs.field(validator=an(bool, "starred"))
    stamp: Stamp = attrs.field(validator=_STAMP)


@final
@attrs.frozen(kw_only=True)
class GoalPlaced:
    """A goal became a part of another, or stands by itself again."""

    goal_id: str = attrs.field(converter=_goal_id, metadata=CODE)
    part_of: str | None = attrs.field(converter=_part_of, metadata=CODE)
    stamp: Stamp = attrs.field(validator=_STAMP)


@final
@attrs.frozen(kw_only=True)
class FindingDismissed:
    """Somebody put a finding of a review aside for a goal."""

    goal_id: str = attrs.field(converter=_goal_id, metadata=CODE)
    dismissal: Dismissal = attrs.field(validator=an(Dismissal, "dismissal"))
    stamp: Stamp = attrs.field(validator=_STAMP)


@final
@attrs.frozen(kw_only=True)
class UnknownEvent:
    """A record this version cannot read, kept to the letter.

    Attributes
    ----------
    kind, schema
        As they stand in the record.
    body
        The payload as JSON text.
    problem
        Why it was not read: a path and a code, never words.
    """

    kind: str = attrs.field(metadata=CODE)
    schema: int
    body: str = attrs.field(metadata=CODE, repr=False)
    problem: str = attrs.field(metadata=CODE)


Event: TypeAlias = (
    GoalAdded
    | StepRecorded
    | ReadingRecorded
    | ScoreRecorded
    | GoalRated
    | TargetRevised
    | LifecycleChanged
    | AchievementChanged
    | GoalStarred
    | GoalPlaced
    | FindingDismissed
    | UnknownEvent
)
"""Everything that can stand in a story."""

EVENTS: Final[tuple[type[Event], ...]] = (
    GoalAdded,
    StepRecorded,
    ReadingRecorded,
    ScoreRecorded,
    GoalRated,
    TargetRevised,
    LifecycleChanged,
    AchievementChanged,
    GoalStarred,
    GoalPlaced,
    FindingDismissed,
)
"""The kinds of event this version knows how to read and write."""
