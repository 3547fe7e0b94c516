"""See the goals of a plan as lists: under way, for later, closed, parked, starred.

A list is a view, never a judgement: no list says that something is late, and
none counts what is not there. A day on a target moves no goal anywhere.
"""

from __future__ import annotations

from datetime import date
from typing import Final, final

import attrs

from stepwell._fields import CODE, an, day, member, whole
from stepwell._shown import Shown
from stepwell.goals import Goal, Horizon, LifecycleStatus
from stepwell.messages import fill
from stepwell.story.careplan import CarePlan, PlannedGoal

__all__ = ["GoalLists", "PlanFinding", "goal_lists", "too_many"]

_MOST: Final = 1000
_UNDER_WAY: Final = "in_progress"
_LATER: Final = "future"
_LIST_OF: Final[dict[LifecycleStatus, str]] = {
    LifecycleStatus.PROPOSED: _LATER,
    LifecycleStatus.PLANNED: _LATER,
    LifecycleStatus.ACCEPTED: _LATER,
    LifecycleStatus.ACTIVE: _UNDER_WAY,
    LifecycleStatus.ON_HOLD: "parked",
    LifecycleStatus.COMPLETED: "past",
    LifecycleStatus.CANCELLED: "past",
    LifecycleStatus.REJECTED: "past",
}
"""The list of each status; what was written down by mistake is in none."""


@final
@attrs.frozen(kw_only=True)
class GoalLists(Shown):
    """The goals of a plan on one day, each in the order in which it was set.

    Every goal is in exactly one of the first four lists; a goal that was
    written down by mistake (``entered-in-error``) is in none.

    Attributes
    ----------
    in_progress
        Goals that are being worked on.
    future
        Goals that start after the day, or wait for a yes or a beginning.
    past
        Goals that were completed, let go, or not wanted.
    parked
        Goals on hold, whenever they start.
    starred
        Goals with a star; each is in its own list as well.
    """

    in_progress: tuple[PlannedGoal, ...] = ()
    future: tuple[PlannedGoal, ...] = ()
    past: tuple[PlannedGoal, ...] = ()
    parked: tuple[PlannedGoal, ...] = ()
    starred: tuple[PlannedGoal, ...] = ()


@final
@attrs.frozen(kw_only=True)
class PlanFinding(Shown):
    """Something about a whole plan that may be worth a thought; it blocks nothing.

    Attributes
    ----------
    code
        The permanent code of the rule.
    goal_ids
        The goals it is about.
    sentence
        What it says, for the person.
    for_clinician
        The same in clinicians' words.
    source
        Where the rule comes from.
    """

    code: str = attrs.field(metadata=CODE)
    goal_ids: tuple[str, ...] = attrs.field(metadata=CODE)
    sentence: str = attrs.field(metadata=CODE)
    for_clinician: str = attrs.field(metadata=CODE)
    source: str = attrs.field(metadata=CODE)


def goal_lists(plan: CarePlan, *, today: date, horizon: Horizon | str | None = None) -> GoalLists:
    """Return the goals of a plan as lists.

    Parameters
    ----------
    plan
        The person's plan.
    today
        The local day on which somebody looks.
    horizon
        How far ahead the goals look, where only such goals are wanted.

    Raises
    ------
    RuleBroken
        If it is no plan, no day, or no horizon there is.

    Examples
    --------
    >>> goal_lists(CarePlan(), today=date(2027, 1, 4)).in_progress
    ()
    """
    an(CarePlan, "plan")(None, None, plan)
    looking = day(today, path="today")
    wanted = None if horizon is None else member(Horizon, horizon, path="horizon")
    lists: dict[str, list[PlannedGoal]] = {}
    for planned in plan.goals:
        name = _list_of(planned.goal, looking) if _looks(planned.goal, wanted) else None
        if name is not None:
            for each in (name, "starred") if planned.starred else (name,):
                lists.setdefault(each, []).append(planned)
    return GoalLists(**{name: tuple(goals) for name, goals in lists.items()})


def _looks(goal: Goal, wanted: Horizon | None) -> bool:
    """Return whether a goal looks as far ahead as is asked for."""
    return wanted is None or goal.horizon is wanted


def _list_of(goal: Goal, today: date | None) -> str | None:
    """Return the list that a goal is in; without a day, every start has come."""
    name = _LIST_OF.get(goal.lifecycle)
    later = goal.start is not None and today is not None and goal.start > today
    return _LATER if later and name == _UNDER_WAY else name


def too_many(
    plan: CarePlan, *, cap: int = 3, today: date | None = None, locale: str = "en"
) -> PlanFinding | None:
    """Return a gentle finding when more goals are active than feels easy to hold.

    Nothing follows from it: no goal is refused, parked or hidden. A goal that
    has an active part is counted through its parts, not beside them.

    Parameters
    ----------
    plan
        The person's plan.
    cap
        How many feel like enough, 1 or more; three unless stated.
    today
        Leaves out goals that start after this day; unset, all active ones count.
    locale
        The language of the sentences.
    """
    an(CarePlan, "plan")(None, None, plan)
    most = whole(cap, path="cap", low=1, high=_MOST)
    looking = None if today is None else day(today, path="today")
    active = [each for each in plan.goals if _list_of(each.goal, looking) == _UNDER_WAY]
    wholes = {each.part_of for each in active}
    held = tuple(each.id for each in active if each.id not in wholes)
    if len(held) <= most:
        return None
    blanks = {"count": str(len(held)), "cap": str(most)}
    return PlanFinding(
        code="plan.many_active",
        goal_ids=held,
        sentence=fill("lists.cap", blanks, locale=locale),
        for_clinician=fill("lists.cap", blanks, audience="clinician", locale=locale),
        source="Law & Jacob 2015 (a sheet for three goals); as a soft cap our own choice",
    )
