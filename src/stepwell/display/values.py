"""Turn each value people meet into a view: what is shown, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from stepwell._text import plain_number
from stepwell.catalog import Catalog, Focus, GoalTemplate
from stepwell.decompose import Ladder
from stepwell.discovery import Candidates, Question
from stepwell.display.catalogs import catalog_view, focus_view, template_view
from stepwell.display.discoveries import candidates_view, question_view
from stepwell.display.drafts import draft_view
from stepwell.display.lists import lists_view, plan_finding_view, roll_up_view
from stepwell.display.parts import kept, label, lifecycle_text, nothing, pairs, target_text
from stepwell.display.reports import (
    explained_view,
    goal_progress_view,
    no_number_view,
    progress_report_view,
    trajectory_view,
)
from stepwell.display.reviews import review_view, towards_view
from stepwell.display.views import Block, Items, Pairs, Say, Table, View
from stepwell.errors import RuleBroken
from stepwell.goals import Barrier, Goal
from stepwell.instruments import Score, flags_raised
from stepwell.measures import Target, unit_for
from stepwell.messages import say
from stepwell.progress import (
    Explained,
    GoalProgress,
    NotComputable,
    NotEnoughData,
    ProgressReport,
    RollUp,
    Trajectory,
)
from stepwell.smart import Draft, Report, Towards
from stepwell.steps import Step, StepPlan
from stepwell.story import CarePlan, GoalLists, PlanFinding, PlannedGoal

__all__ = ["view_of"]


def view_of(value: object, *, locale: str = "en") -> View:
    """Return what a value shows.

    Raises
    ------
    RuleBroken
        If there is no view of this kind of value.
    """
    make = _VIEWS.get(type(value))
    if make is None:
        advice = f"there is no view of {type(value).__name__}"
        raise RuleBroken("display.unknown", "value", advice)
    return make(value, locale)


def _goal(goal: Goal, locale: str) -> View:
    """Return a goal: its words, then what is around it."""
    blocks = pairs(
        locale,
        why=goal.why,
        target=None if goal.target is None else target_text(goal.target, locale),
        due=_due(goal.target),
        horizon=goal.horizon and say(f"horizon.{goal.horizon}", locale=locale),
        category=goal.category and goal.category.replace("own:", "").replace("_", " "),
        importance=_of_ten(goal.importance, locale),
        confidence=_of_ten(goal.confidence, locale),
        lifecycle=lifecycle_text(goal.lifecycle, locale),
        achievement=goal.achievement and say(f"achievement.{goal.achievement}", locale=locale),
    )
    return View(goal.statement, (*blocks, *_barriers(goal.barriers, locale)))


def _barriers(barriers: tuple[Barrier, ...], locale: str) -> tuple[Block, ...]:
    """Return what may get in the way, each with its plans."""
    rows = tuple(row for barrier in barriers for row in _barrier(barrier, locale))
    return (View(label("barriers", locale), (Items(rows),)),) if rows else ()


def _barrier(barrier: Barrier, locale: str) -> Iterator[tuple[int, str]]:
    """Yield what may get in the way, then its plans under it."""
    yield 0, barrier.what
    for plan in barrier.plans:
        yield 1, say("show.plan", locale=locale, when=plan.when, then=plan.then)


def _due(target: Target | None) -> str | None:
    """Return the day on a target, if it has one."""
    return None if target is None or target.due is None else target.due.isoformat()


def _of_ten(rating: int | None, locale: str) -> str | None:
    """Return a rating on a ruler, if somebody gave one."""
    return None if rating is None else say("show.of_ten", locale=locale, rating=str(rating))


def _step_plan(plan: StepPlan, locale: str) -> View:
    """Return the steps as a tree."""
    return View(label("steps", locale), (Items(_tree(plan, locale)),))


def _tree(plan: StepPlan, locale: str) -> tuple[tuple[int, str], ...]:
    """Return every step with its depth, parts right after their whole."""
    rows: list[tuple[int, str]] = []
    waiting = [(0, step) for step in reversed(plan.steps) if step.part_of is None]
    while waiting:
        depth, step = waiting.pop()
        rows.append((depth, _step_text(step, locale)))
        waiting.extend((depth + 1, part) for part in reversed(plan.parts(step.id)))
    return tuple(rows)


def _step_text(step: Step, locale: str) -> str:
    """Return what a step says, with its minutes where they are known."""
    if step.minutes is None:
        return step.what
    minutes = plain_number(step.minutes)
    return say("show.step", locale=locale, what=step.what, minutes=minutes)


def _rung(amount: float, unit: str) -> str:
    """Return an amount as it is said."""
    return f"{plain_number(amount, digits=3)} {unit_for(amount, unit)}"


def _ladder(ladder: Ladder, locale: str) -> View:
    """Return the rungs with their reasons."""
    rows = tuple((_rung(rung.amount, ladder.unit), rung.reason) for rung in ladder.rungs)
    return View(label("ladder", locale), (Pairs(rows), Say(ladder.note)))


def _planned_goal(planned: PlannedGoal, locale: str) -> View:
    """Return a goal of a plan with the targets it has had."""
    inner = _goal(planned.goal, locale)
    rows = tuple(
        (version.since.isoformat(), target_text(version.target, locale), version.reason or "")
        for version in planned.targets
        if version.target is not None
    )
    head = tuple(label(name, locale) for name in ("since", "target", "reason"))
    targets = (Table(head, rows),) if len(rows) > 1 else ()
    steps = (_step_plan(planned.steps, locale),) if len(planned.steps) else ()
    return View(inner.title, (*inner.blocks, *targets, *steps))


def _care_plan(plan: CarePlan, locale: str) -> View:
    """Return the goals of a plan, then how much else it holds."""
    goals = tuple(_planned_goal(planned, locale) for planned in plan.goals)
    counts = {"scores": len(plan.scores), "alone": len(plan.readings)}
    held = pairs(locale, **{name: str(count) for name, count in counts.items() if count})
    unread = kept(len(plan.unapplied) + len(plan.unread), locale)
    blocks = (*goals, *held, *unread)
    return View(label("plan", locale), blocks or nothing(plan.version, locale))


def _score(score: Score, locale: str) -> View:
    """Return an answered questionnaire; a flag comes before the total."""
    flag = (Say(say("show.flag", locale=locale), strong=True),) if flags_raised(score) else ()
    missing = str(score.missing) if score.missing and score.total is None else None
    blocks = pairs(locale, total=_total(score, locale), missing=missing)
    return View(score.instrument, (*flag, *blocks))


def _total(score: Score, locale: str) -> str | None:
    """Return the total, and what stands in for answers that were left blank."""
    if score.total is None:
        return None
    total = plain_number(score.total, digits=3)
    if not score.missing:
        return total
    message = f"show.prorated.{'one' if score.missing == 1 else 'more'}"
    return say(message, locale=locale, total=total, missing=str(score.missing))


_VIEWS: Final[dict[type[Any], Callable[[Any, str], View]]] = {
    Goal: _goal,
    StepPlan: _step_plan,
    Ladder: _ladder,
    Explained: explained_view,
    NotEnoughData: no_number_view,
    NotComputable: no_number_view,
    Trajectory: trajectory_view,
    GoalProgress: goal_progress_view,
    ProgressReport: progress_report_view,
    PlannedGoal: _planned_goal,
    CarePlan: _care_plan,
    GoalLists: lists_view,
    PlanFinding: plan_finding_view,
    RollUp: roll_up_view,
    Score: _score,
    Report: review_view,
    Towards: towards_view,
    Draft: draft_view,
    Question: question_view,
    Candidates: candidates_view,
    Catalog: catalog_view,
    Focus: focus_view,
    GoalTemplate: template_view,
}
