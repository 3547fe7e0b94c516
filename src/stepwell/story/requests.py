"""What can be asked of a care plan: one value for each act.

A request checks nothing when it is made: so that what somebody wrote in it is
screened even where a code beside it is misspelt and the request is refused.
"""

from __future__ import annotations

from typing import TypeAlias, final

import attrs

from stepwell._fields import CODE
from stepwell.goals import AchievementStatus, Goal, LifecycleStatus
from stepwell.instruments import Score
from stepwell.measures import Reading, Target
from stepwell.steps import Outcome, StepPlan

__all__ = [
    "AddGoal",
    "ChangeAchievement",
    "ChangeLifecycle",
    "DismissFinding",
    "PlaceGoal",
    "RateGoal",
    "RecordReading",
    "RecordScore",
    "RecordStep",
    "Request",
    "ReviseTarget",
    "StarGoal",
]


@final
@attrs.frozen(kw_only=True)
class AddGoal:
    """Set a goal, perhaps with steps, perhaps as a part of another goal."""

    goal_id: str = attrs.field(metadata=CODE)
    goal: Goal
    steps: StepPlan = attrs.field(factory=StepPlan)
    part_of: str | None = attrs.field(default=None, metadata=CODE)


@final
@attrs.frozen(kw_only=True)
class RecordStep:
    """Say what came of a step."""

    goal_id: str = attrs.field(metadata=CODE)
    step_id: str = attrs.field(metadata=CODE)
    outcome: Outcome | str = attrs.field(default=Outcome.DONE, metadata=CODE)
    effort: int | None = None
    note: str | None = None


@final
@attrs.frozen(kw_only=True)
class RecordReading:
    """Write down a number that was measured."""

    reading: Reading
    goal_id: str | None = attrs.field(default=None, metadata=CODE)
    note: str | None = None


@final
@attrs.frozen(kw_only=True)
class RecordScore:
    """Write down an answered questionnaire."""

    score: Score
    note: str | None = None


@final
@attrs.frozen(kw_only=True)
class RateGoal:
    """Say how near a goal feels, 0 (not at all met) to 10 (reached)."""

    goal_id: str = attrs.field(metadata=CODE)
    rating: int
    note: str | None = None


@final
@attrs.frozen(kw_only=True)
class ReviseTarget:
    """Give a goal another target from a day on."""

    goal_id: str = attrs.field(metadata=CODE)
    target: Target
    reason: str | None = None


@final
@attrs.frozen(kw_only=True)
class ChangeLifecycle:
    """Put a goal on hold, take it up again, complete it, let it go."""

    goal_id: str = attrs.field(metadata=CODE)
    lifecycle: LifecycleStatus | str = attrs.field(metadata=CODE)
    reason: str | None = None


@final
@attrs.frozen(kw_only=True)
class ChangeAchievement:
    """Say how a goal is going."""

    goal_id: str = attrs.field(metadata=CODE)
    achievement: AchievementStatus | str = attrs.field(metadata=CODE)
    reason: str | None = None


@final
@attrs.frozen(kw_only=True)
class StarGoal:
    """Give a goal a star, or take it away."""

    goal_id: str = attrs.field(metadata=CODE)
    starred: bool = True


@final
@attrs.frozen(kw_only=True)
class PlaceGoal:
    """Make a goal a part of another, or let it stand by itself."""

    goal_id: str = attrs.field(metadata=CODE)
    part_of: str | None = attrs.field(metadata=CODE)


@final
@attrs.frozen(kw_only=True)
class DismissFinding:
    """Put a finding of a review aside for a goal; one about safety cannot be."""

    goal_id: str = attrs.field(metadata=CODE)
    code: str = attrs.field(metadata=CODE)
    reason: str | None = None


Request: TypeAlias = (
    AddGoal
    | RecordStep
    | RecordReading
    | RecordScore
    | RateGoal
    | ReviseTarget
    | ChangeLifecycle
    | ChangeAchievement
    | StarGoal
    | PlaceGoal
    | DismissFinding
)
"""Everything that can be asked of a care plan."""
