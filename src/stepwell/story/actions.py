"""Turn a request into what happens: a decision of events and safety signals.

:func:`decide` is pure: it looks at a plan and a request, and either raises (then
nothing has happened) or returns events that are true and signals that somebody
is to be told of. Safety comes with every decision and cannot be switched off.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final, final

import attrs

from stepwell._fields import member
from stepwell.dismissals import SAFETY_CODES, Dismissal
from stepwell.errors import DuplicateId, GoalCycle, NotFound, RuleBroken, UnitMismatch
from stepwell.goals import AchievementStatus, Goal, LifecycleStatus, screen_target
from stepwell.instruments import Score, flags_raised
from stepwell.measures import Reading
from stepwell.safety import SafetyClass, SafetySignal, screen_values
from stepwell.steps import Outcome
from stepwell.story.careplan import CarePlan, circle
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
    Stamp,
    StepRecorded,
    TargetRevised,
)
from stepwell.story.requests import (
    AddGoal,
    ChangeAchievement,
    ChangeLifecycle,
    DismissFinding,
    PlaceGoal,
    RateGoal,
    RecordReading,
    RecordScore,
    RecordStep,
    Request,
    ReviseTarget,
    StarGoal,
)

__all__ = ["Decision", "decide", "signals_of"]


@final
@attrs.frozen
class Decision:
    """What follows from a request.

    Attributes
    ----------
    events
        What happens.
    signals
        What somebody is to be told of, from the words and item flags of these
        events. No signals is never a sign of safety.
    """

    events: tuple[Event, ...]
    signals: tuple[SafetySignal, ...]


def decide(plan: CarePlan, request: Request, stamp: Stamp, *, locale: str = "en") -> Decision:
    """Return what a request leads to, or raise and leave everything as it is.

    Parameters
    ----------
    plan
        The plan as it stands.
    request
        What is asked.
    stamp
        Who asks, when, and for which local day.
    locale
        The language of the words in the request, for the safety screening.

    Raises
    ------
    RuleBroken
        If the request does not fit the plan; nothing has happened then.
    """
    decider = _DECIDERS.get(type(request))
    if decider is None:
        advice = f"{type(request).__name__} is not a request; see stepwell.story.Request"
        raise RuleBroken("request.unknown", "request", advice)
    event = decider(plan, request, stamp)
    signals = signals_of(request, locale=locale, today=stamp.day)
    return Decision((event,), (*signals, *_of_new_target(plan, request, stamp, locale)))


def signals_of(
    request: Request, *, locale: str = "en", today: date | None = None
) -> tuple[SafetySignal, ...]:
    """Return a signal for every item flag, text and target that asks for one.

    It looks at the request alone, so it also speaks for a request that is
    refused: what somebody wrote is not lost on the way.

    Parameters
    ----------
    request
        What is asked.
    locale
        The language of its words.
    today
        The day that a goal without a first day begins on.
    """
    score = getattr(request, "score", None)
    flags = flags_raised(score) if isinstance(score, Score) else ()
    items = tuple(
        SafetySignal(safety=SafetyClass.RESPOND_NOW, field=f"score.flags.{flag}", origin="item")
        for flag in flags
    )
    goal = getattr(request, "goal", None)
    numbers = screen_target(goal, today=today, locale=locale) if isinstance(goal, Goal) else ()
    return (*items, *screen_values(request, locale=locale, path=""), *numbers)


def _of_new_target(
    plan: CarePlan, request: Request, stamp: Stamp, locale: str
) -> tuple[SafetySignal, ...]:
    """Return what the numbers of a goal ask for once it has another target."""
    if not isinstance(request, ReviseTarget):
        return ()
    goal = plan.goal(request.goal_id).goal.with_target(request.target)
    return screen_target(goal, today=stamp.day, path="target", locale=locale)


def _add_goal(plan: CarePlan, request: AddGoal, stamp: Stamp) -> Event:
    """Set a goal under an id that is free."""
    if plan.has_goal(request.goal_id):
        advice = "a goal of this plan has this id already; give the new one its own"
        raise DuplicateId("goal.duplicate", "goal_id", advice)
    return GoalAdded(
        goal_id=request.goal_id,
        goal=request.goal,
        steps=request.steps,
        part_of=_whole(plan, request.part_of),
        stamp=stamp,
    )


def _whole(plan: CarePlan, part_of: str | None) -> str | None:
    """Return the id of a whole that is there; by itself needs none."""
    if part_of is not None and not plan.has_goal(part_of):
        advice = "no goal of this plan has this id; set the whole first, or leave it out"
        raise NotFound("goal.unknown", "part_of", advice)
    return part_of


def _record_step(plan: CarePlan, request: RecordStep, stamp: Stamp) -> Event:
    """Record what came of a step that is there."""
    if request.step_id not in plan.goal(request.goal_id).steps:
        advice = "no step of this goal has this id; see the ids in its plan"
        raise NotFound("step.unknown", "step_id", advice)
    return StepRecorded(
        goal_id=request.goal_id,
        step_id=request.step_id,
        outcome=member(Outcome, request.outcome, path="outcome"),
        effort=request.effort,
        note=request.note,
        stamp=stamp,
    )


def _record_reading(plan: CarePlan, request: RecordReading, stamp: Stamp) -> Event:
    """Record a number, of the measure and in the unit of the goal it belongs to."""
    if request.goal_id is not None:
        _check_scale(plan.goal(request.goal_id).goal, request.reading)
    return ReadingRecorded(
        reading=request.reading,
        goal_id=request.goal_id,
        note=request.note,
        stamp=attrs.evolve(stamp, day=request.reading.on),
    )


def _check_scale(goal: Goal, reading: Reading) -> None:
    """Refuse a number in another unit than the goal has, or of another measure."""
    if goal.scale is not None and goal.scale.unit != reading.measure.unit:
        advice = "the goal is measured in another unit; nothing is converted"
        raise UnitMismatch("reading.unit", "reading.measure.unit", advice)
    if goal.measure is not None and goal.measure != reading.measure:
        advice = "the goal has a measure of its own; record this number without the goal"
        raise RuleBroken("reading.measure", "reading.measure", advice)


def _record_score(_plan: CarePlan, request: RecordScore, stamp: Stamp) -> Event:
    """Record an answered questionnaire."""
    return ScoreRecorded(score=request.score, note=request.note, stamp=stamp)


def _rate_goal(plan: CarePlan, request: RateGoal, stamp: Stamp) -> Event:
    """Record how near a goal feels."""
    goal_id = plan.goal(request.goal_id).id
    return GoalRated(goal_id=goal_id, rating=request.rating, note=request.note, stamp=stamp)


def _revise_target(plan: CarePlan, request: ReviseTarget, stamp: Stamp) -> Event:
    """Give a goal another target, if the target fits it."""
    planned = plan.goal(request.goal_id)
    planned.goal.with_target(request.target)
    return TargetRevised(
        goal_id=planned.id, target=request.target, reason=request.reason, stamp=stamp
    )


def _change_lifecycle(plan: CarePlan, request: ChangeLifecycle, stamp: Stamp) -> Event:
    """Move a goal along its life cycle."""
    return LifecycleChanged(
        goal_id=plan.goal(request.goal_id).id,
        lifecycle=member(LifecycleStatus, request.lifecycle, path="lifecycle"),
        reason=request.reason,
        stamp=stamp,
    )


def _change_achievement(plan: CarePlan, request: ChangeAchievement, stamp: Stamp) -> Event:
    """Say how a goal is going."""
    return AchievementChanged(
        goal_id=plan.goal(request.goal_id).id,
        achievement=member(AchievementStatus, request.achievement, path="achievement"),
        reason=request.reason,
        stamp=stamp,
    )


def _star_goal(plan: CarePlan, request: StarGoal, stamp: Stamp) -> Event:
    """Give a goal a star, or take it away."""
    goal_id = plan.goal(request.goal_id).id
    return GoalStarred(goal_id=goal_id, starred=request.starred, stamp=stamp)


def _place_goal(plan: CarePlan, request: PlaceGoal, stamp: Stamp) -> Event:
    """Make a goal a part of another that is not a part of it."""
    goal_id = plan.goal(request.goal_id).id
    part_of = _whole(plan, request.part_of)
    cycle = circle(goal_id, part_of, lambda each: plan.goal(each).part_of)
    if cycle:
        raise GoalCycle("part_of", cycle)
    return GoalPlaced(goal_id=goal_id, part_of=part_of, stamp=stamp)


def _dismiss_finding(plan: CarePlan, request: DismissFinding, stamp: Stamp) -> Event:
    """Put a finding aside; safety stays, whoever asks."""
    goal_id = plan.goal(request.goal_id).id
    dismissal = Dismissal(request.code, request.reason)
    if dismissal.code.upper() in SAFETY_CODES:
        advice = "a finding about safety stays; everything else can be put aside"
        raise RuleBroken("finding.safety", "code", advice)
    return FindingDismissed(goal_id=goal_id, dismissal=dismissal, stamp=stamp)


_DECIDERS: Final[dict[type[Any], Callable[[CarePlan, Any, Stamp], Event]]] = {
    AddGoal: _add_goal,
    RecordStep: _record_step,
    RecordReading: _record_reading,
    RecordScore: _record_score,
    RateGoal: _rate_goal,
    ReviseTarget: _revise_target,
    ChangeLifecycle: _change_lifecycle,
    ChangeAchievement: _change_achievement,
    StarGoal: _star_goal,
    PlaceGoal: _place_goal,
    DismissFinding: _dismiss_finding,
}
