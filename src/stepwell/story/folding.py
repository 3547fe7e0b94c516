"""Fold a person's events into their care plan; ``careplan.py`` has the theory of operation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Final

import attrs

from stepwell._fields import aware
from stepwell.errors import StepwellError
from stepwell.goals import Goal
from stepwell.steps import StepPlan
from stepwell.story.careplan import (
    CarePlan,
    GoalChange,
    PlannedGoal,
    Recorded,
    TargetVersion,
    circle,
)
from stepwell.story.events import (
    AchievementChanged,
    Event,
    FindingDismissed,
    GoalAdded,
    GoalPlaced,
    GoalRated,
    GoalStarred,
    LifecycleChanged,
    ReadingRecorded,
    ScoreRecorded,
    StepRecorded,
    TargetRevised,
    UnknownEvent,
)

__all__ = ["as_of", "evolve", "replay"]


def evolve(plan: CarePlan, recorded: Recorded[Event]) -> CarePlan:
    """Return the plan after one more event; never raises.

    Parameters
    ----------
    plan
        The plan so far.
    recorded
        The next event of the stream.
    """
    growing = _Growing.from_plan(plan)
    growing.take(recorded)
    return growing.freeze()


def replay(story: Iterable[Recorded[Event]]) -> CarePlan:
    """Return what a story adds up to; the same as folding :func:`evolve` over it."""
    growing = _Growing.from_plan(CarePlan())
    for recorded in story:
        growing.take(recorded)
    return growing.freeze()


def as_of(story: Iterable[Recorded[Event]], moment: datetime) -> CarePlan:
    """Return the plan as it was known at a moment: what was recorded up to then.

    Raises
    ------
    RuleBroken
        If the moment has no UTC offset.
    """
    latest = aware(moment, path="moment")
    return replay(recorded for recorded in story if recorded.recorded_at <= latest)


@attrs.define(kw_only=True)
class _GrowingGoal:
    """A planned goal while it is being added up."""

    id: str
    goal: Goal
    steps: StepPlan
    step_ids: frozenset[str]
    targets: list[TargetVersion]
    attempts: list[Recorded[StepRecorded]] = attrs.field(factory=list)
    ratings: list[Recorded[GoalRated]] = attrs.field(factory=list)
    readings: list[Recorded[ReadingRecorded]] = attrs.field(factory=list)
    changes: list[Recorded[GoalChange]] = attrs.field(factory=list)
    dismissed: list[Recorded[FindingDismissed]] = attrs.field(factory=list)
    starred: bool = False
    part_of: str | None = None

    @classmethod
    def from_planned(cls, planned: PlannedGoal) -> _GrowingGoal:
        """Return a goal that can grow."""
        return cls(
            id=planned.id,
            goal=planned.goal,
            steps=planned.steps,
            step_ids=frozenset(step.id for step in planned.steps),
            targets=list(planned.targets),
            attempts=list(planned.attempts),
            ratings=list(planned.ratings),
            readings=list(planned.readings),
            changes=list(planned.changes),
            dismissed=list(planned.dismissed),
            starred=planned.starred,
            part_of=planned.part_of,
        )

    def freeze(self) -> PlannedGoal:
        """Return the goal as a value."""
        return PlannedGoal(
            id=self.id,
            goal=self.goal,
            steps=self.steps,
            targets=tuple(self.targets),
            attempts=tuple(self.attempts),
            ratings=tuple(self.ratings),
            readings=tuple(self.readings),
            changes=tuple(self.changes),
            dismissed=tuple(self.dismissed),
            starred=self.starred,
            part_of=self.part_of,
        )


@attrs.define(kw_only=True)
class _Growing:
    """A care plan while it is being added up."""

    version: int
    goals: dict[str, _GrowingGoal]
    scores: list[Recorded[ScoreRecorded]]
    readings: list[Recorded[ReadingRecorded]]
    unapplied: list[Recorded[Event]]
    unread: list[Recorded[UnknownEvent]]

    @classmethod
    def from_plan(cls, plan: CarePlan) -> _Growing:
        """Return a plan that can grow."""
        return cls(
            version=plan.version,
            goals={each.id: _GrowingGoal.from_planned(each) for each in plan.goals},
            scores=list(plan.scores),
            readings=list(plan.readings),
            unapplied=list(plan.unapplied),
            unread=list(plan.unread),
        )

    def take(self, recorded: Recorded[Event]) -> None:
        """Fold one event in, or keep it among those that no longer apply."""
        self.version = recorded.version
        fold = _FOLDS.get(type(recorded.event), _does_not_apply)
        try:
            applied = fold(self, recorded, recorded.event)
        except StepwellError:
            applied = False
        if not applied:
            self.unapplied.append(recorded)

    def freeze(self) -> CarePlan:
        """Return the plan as a value."""
        return CarePlan(
            version=self.version,
            goals=tuple(goal.freeze() for goal in self.goals.values()),
            scores=tuple(self.scores),
            readings=tuple(self.readings),
            unapplied=tuple(self.unapplied),
            unread=tuple(self.unread),
        )


def _does_not_apply(_plan: _Growing, _recorded: Recorded[Event], _event: object) -> bool:
    """Say that an event of no known class does not apply."""
    return False


def _goal_added(plan: _Growing, recorded: Recorded[GoalAdded], event: GoalAdded) -> bool:
    """Add a goal, unless its id is taken; without its whole it stands by itself."""
    if event.goal_id in plan.goals:
        return False
    first = TargetVersion(
        target=event.goal.target,
        since=event.stamp.day,
        reason=None,
        by=event.stamp.by,
        entry=recorded.id,
    )
    plan.goals[event.goal_id] = _GrowingGoal(
        id=event.goal_id,
        goal=event.goal,
        steps=event.steps,
        step_ids=frozenset(step.id for step in event.steps),
        targets=[first],
        part_of=event.part_of if event.part_of in plan.goals else None,
    )
    return True


def _step_recorded(plan: _Growing, recorded: Recorded[StepRecorded], event: StepRecorded) -> bool:
    """Add an attempt to its goal."""
    goal = plan.goals.get(event.goal_id)
    if goal is None or event.step_id not in goal.step_ids:
        return False
    goal.attempts.append(recorded)
    return True


def _reading_recorded(
    plan: _Growing, recorded: Recorded[ReadingRecorded], event: ReadingRecorded
) -> bool:
    """Add a reading to its goal, or to those that stand alone."""
    if event.goal_id is None:
        plan.readings.append(recorded)
        return True
    goal = plan.goals.get(event.goal_id)
    if goal is None:
        return False
    goal.readings.append(recorded)
    return True


def _score_recorded(
    plan: _Growing, recorded: Recorded[ScoreRecorded], _event: ScoreRecorded
) -> bool:
    """Add an answered questionnaire."""
    plan.scores.append(recorded)
    return True


def _goal_rated(plan: _Growing, recorded: Recorded[GoalRated], event: GoalRated) -> bool:
    """Add a rating to its goal."""
    goal = plan.goals.get(event.goal_id)
    if goal is None:
        return False
    goal.ratings.append(recorded)
    return True


def _target_revised(
    plan: _Growing, recorded: Recorded[TargetRevised], event: TargetRevised
) -> bool:
    """Add a version of the target; what was before stays as it was."""
    goal = plan.goals.get(event.goal_id)
    if goal is None:
        return False
    goal.goal = goal.goal.with_target(event.target)
    goal.targets.append(
        TargetVersion(
            target=event.target,
            since=event.stamp.day,
            reason=event.reason,
            by=event.stamp.by,
            entry=recorded.id,
        )
    )
    return True


def _lifecycle_changed(
    plan: _Growing, recorded: Recorded[LifecycleChanged], event: LifecycleChanged
) -> bool:
    """Move a goal along its life cycle."""
    goal = plan.goals.get(event.goal_id)
    if goal is None:
        return False
    goal.goal = attrs.evolve(goal.goal, lifecycle=event.lifecycle)
    goal.changes.append(recorded)
    return True


def _achievement_changed(
    plan: _Growing, recorded: Recorded[AchievementChanged], event: AchievementChanged
) -> bool:
    """Say how a goal is going."""
    goal = plan.goals.get(event.goal_id)
    if goal is None:
        return False
    goal.goal = attrs.evolve(goal.goal, achievement=event.achievement)
    goal.changes.append(recorded)
    return True


def _goal_starred(plan: _Growing, recorded: Recorded[GoalStarred], event: GoalStarred) -> bool:
    """Give a goal a star, or take it away."""
    goal = plan.goals.get(event.goal_id)
    if goal is None:
        return False
    goal.starred = event.starred
    goal.changes.append(recorded)
    return True


def _goal_placed(plan: _Growing, recorded: Recorded[GoalPlaced], event: GoalPlaced) -> bool:
    """Make a goal a part of another, unless that one is not there or part of it."""
    goals = plan.goals
    known = event.part_of is None or event.part_of in goals
    if event.goal_id not in goals or not known:
        return False
    if circle(event.goal_id, event.part_of, lambda each: goals[each].part_of):
        return False
    goal = goals[event.goal_id]
    goal.part_of = event.part_of
    goal.changes.append(recorded)
    return True


def _finding_dismissed(
    plan: _Growing, recorded: Recorded[FindingDismissed], event: FindingDismissed
) -> bool:
    """Remember that a finding was put aside."""
    goal = plan.goals.get(event.goal_id)
    if goal is None:
        return False
    goal.dismissed.append(recorded)
    return True


def _unknown(plan: _Growing, recorded: Recorded[UnknownEvent], _event: UnknownEvent) -> bool:
    """Keep what this version cannot read."""
    plan.unread.append(recorded)
    return True


_FOLDS: Final[dict[type[Any], Callable[[_Growing, Any, Any], bool]]] = {
    GoalAdded: _goal_added,
    StepRecorded: _step_recorded,
    ReadingRecorded: _reading_recorded,
    ScoreRecorded: _score_recorded,
    GoalRated: _goal_rated,
    TargetRevised: _target_revised,
    LifecycleChanged: _lifecycle_changed,
    AchievementChanged: _achievement_changed,
    GoalStarred: _goal_starred,
    GoalPlaced: _goal_placed,
    FindingDismissed: _finding_dismissed,
    UnknownEvent: _unknown,
}
