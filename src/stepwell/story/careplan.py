"""Keep what a person's events add up to: their care plan.

Theory of operation
-------------------
A :class:`CarePlan` is never stored. It is what the events of one stream add up
to, and it can be added up again at any time, by any later version.

* :func:`evolve` takes a plan and one recorded event and returns the next plan.
  It is total: it never raises, whatever comes. An event that no longer applies
  (its goal is not there, its target does not fit) is kept in
  ``plan.unapplied``; an event this version cannot read is kept in
  ``plan.unread``. Both stay in the journal unchanged.
* :func:`replay` gives the same plan as folding with ``evolve``, through a
  private accumulator that grows lists and freezes once; a law says so.
* :func:`as_of` replays what was recorded up to a moment, so a plan can be seen
  as it was known then. Reports go by the local day on which things happened.
* A target is a dated version. Revising it adds a version; which one was in
  force on a day is asked with :meth:`PlannedGoal.target_on`.
* A goal may be part of another, and no goal is ever part of itself: a link that
  would close a circle does not apply. A goal whose whole is not in the plan
  stands by itself, so that nothing of it is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Generic, TypeAlias, TypeVar, final

import attrs

from stepwell._fields import CODE
from stepwell._shown import Shown
from stepwell.dismissals import Dismissal
from stepwell.errors import NotFound
from stepwell.goals import Goal
from stepwell.measures import Target
from stepwell.steps import Outcome, StepPlan
from stepwell.story.events import (
    AchievementChanged,
    Event,
    FindingDismissed,
    GoalPlaced,
    GoalRated,
    GoalStarred,
    LifecycleChanged,
    ReadingRecorded,
    ScoreRecorded,
    StepRecorded,
    UnknownEvent,
)

__all__ = ["CarePlan", "GoalChange", "PlannedGoal", "Recorded", "TargetVersion", "circle"]

EventT_co = TypeVar("EventT_co", bound=Event, covariant=True)

GoalChange: TypeAlias = LifecycleChanged | AchievementChanged | GoalStarred | GoalPlaced
"""What may be said of a goal anew, each time in place of what was said before."""


@final
@attrs.frozen(kw_only=True)
class Recorded(Generic[EventT_co]):
    """An event with what its record says about it.

    Attributes
    ----------
    id
        The id of its record.
    version
        Its place in the stream, 1 or more.
    recorded_at
        The moment it was stored.
    event
        What happened.
    """

    id: str = attrs.field(metadata=CODE)
    version: int
    recorded_at: datetime
    event: EventT_co


@final
@attrs.frozen(kw_only=True)
class TargetVersion:
    """A target and the local day from which it holds.

    Attributes
    ----------
    target
        What was aimed for; unset when the goal started with none.
    since
        The first day it holds.
    reason
        Why it was chosen, in the words of whoever chose it.
    by
        Who chose it.
    entry
        The id of the record that says so.
    """

    target: Target | None
    since: date
    reason: str | None
    by: str = attrs.field(metadata=CODE)
    entry: str = attrs.field(metadata=CODE)


@final
@attrs.frozen(kw_only=True)
class PlannedGoal(Shown):
    """A goal in a care plan: the intention, its versions, and the facts.

    Attributes
    ----------
    id
        Its id in the plan.
    goal
        The goal as it stands, with the target recorded last.
    steps
        Its steps.
    targets
        Every target it had, in the order in which they were recorded.
    attempts, ratings, readings
        What was done, how it was rated, what was measured; in the order in
        which they were recorded, each with its record id.
    changes
        What was said of its life cycle, achievement, star and place; the goal
        itself carries the last of each.
    dismissed
        Which findings of a review were put aside.
    starred
        Whether somebody gave it a star.
    part_of
        The id of the goal it is a part of; unset where it stands by itself.
    """

    id: str = attrs.field(metadata=CODE)
    goal: Goal
    steps: StepPlan
    targets: tuple[TargetVersion, ...]
    attempts: tuple[Recorded[StepRecorded], ...] = ()
    ratings: tuple[Recorded[GoalRated], ...] = ()
    readings: tuple[Recorded[ReadingRecorded], ...] = ()
    changes: tuple[Recorded[GoalChange], ...] = ()
    dismissed: tuple[Recorded[FindingDismissed], ...] = ()
    starred: bool = False
    part_of: str | None = attrs.field(default=None, metadata=CODE)

    def target_on(self, day: date) -> Target | None:
        """Return the target in force on a day; unset when there was none."""
        version = self.target_version_on(day)
        return None if version is None else version.target

    def target_version_on(self, day: date) -> TargetVersion | None:
        """Return the version in force on a day: of the latest day, the last recorded."""
        found: TargetVersion | None = None
        for version in self.targets:
            if version.since <= day and (found is None or version.since >= found.since):
                found = version
        return found

    @property
    def dismissals(self) -> tuple[Dismissal, ...]:
        """What was put aside, each code once with what was said last; for the next review."""
        last = {each.event.dismissal.code: each.event.dismissal for each in self.dismissed}
        return tuple(last.values())

    @property
    def done(self) -> tuple[str, ...]:
        """The ids of the steps that were done, in the order of the plan."""
        ids = {each.event.step_id for each in self.attempts if each.event.outcome is Outcome.DONE}
        return tuple(step.id for step in self.steps if step.id in ids)


@final
@attrs.frozen(kw_only=True)
class CarePlan(Shown):
    """One person's state: a fold over their events.

    Attributes
    ----------
    version
        The version of the last record that was folded in; 0 for none.
    goals
        The goals, in the order in which they were set.
    scores
        Questionnaires that were answered.
    readings
        Readings that stand alone, not under a goal.
    unapplied
        Events that no longer apply; kept, never raised on.
    unread
        Records this version cannot read; kept, and written back unchanged.
    """

    version: int = 0
    goals: tuple[PlannedGoal, ...] = ()
    scores: tuple[Recorded[ScoreRecorded], ...] = ()
    readings: tuple[Recorded[ReadingRecorded], ...] = ()
    unapplied: tuple[Recorded[Event], ...] = ()
    unread: tuple[Recorded[UnknownEvent], ...] = ()

    def goal(self, goal_id: str) -> PlannedGoal:
        """Return the goal with this id.

        Raises
        ------
        NotFound
            If there is none.
        """
        for planned in self.goals:
            if planned.id == goal_id:
                return planned
        raise NotFound("goal.unknown", "goal_id", "no goal of this plan has this id")

    def has_goal(self, goal_id: str) -> bool:
        """Say whether a goal has this id."""
        return any(planned.id == goal_id for planned in self.goals)

    def parts(self, goal_id: str) -> tuple[PlannedGoal, ...]:
        """Return the goals that are directly a part of this one, in the order they were set.

        Raises
        ------
        NotFound
            If no goal has this id.
        """
        whole = self.goal(goal_id).id
        return tuple(planned for planned in self.goals if planned.part_of == whole)


def circle(
    goal_id: str, part_of: str | None, whole_of: Callable[[str], str | None]
) -> tuple[str, ...]:
    """Return the ids on the circle that a link would close; none when it closes none.

    >>> circle("a", "b", {"b": "a", "a": None}.get)
    ('a', 'b', 'a')
    """
    chain = {goal_id: None}
    whole = part_of
    while whole is not None:
        if whole in chain:
            ids = (*chain, whole)
            return ids[ids.index(whole) :]
        chain[whole] = None
        whole = whole_of(whole)
    return ()
