"""Turn each value people meet into a view: what is shown, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any, Final

import attrs

from stepwell._text import plain_number
from stepwell.catalog import Catalog, Focus, GoalTemplate
from stepwell.decompose import Ladder
from stepwell.discovery import Candidates, Question
from stepwell.display.catalogs import catalog_view, focus_view, template_view
from stepwell.display.discoveries import candidates_view, question_view
from stepwell.display.lists import lists_view, plan_finding_view, roll_up_view
from stepwell.display.reviews import review_view
from stepwell.display.views import Block, Items, Pairs, Say, Table, View
from stepwell.errors import RuleBroken
from stepwell.goals import Barrier, Goal, LifecycleStatus
from stepwell.instruments import Score, flags_raised
from stepwell.measures import Target, TargetKind
from stepwell.messages import fill, say
from stepwell.progress import (
    Answer,
    Explained,
    GoalProgress,
    NotComputable,
    NotEnoughData,
    ProgressReport,
    RollUp,
    Series,
    Trajectory,
)
from stepwell.progress.figures import digits_of
from stepwell.smart import Report
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


def _label(name: str, locale: str) -> str:
    """Return the label of a part."""
    return say(f"label.{name}", locale=locale)


def _pairs(locale: str, **texts: str | None) -> tuple[Block, ...]:
    """Return the parts that are there, with their labels."""
    rows = tuple((_label(name, locale), text) for name, text in texts.items() if text)
    return (Pairs(rows),) if rows else ()


def _goal(goal: Goal, locale: str) -> View:
    """Return a goal: its words, then what is around it."""
    blocks = _pairs(
        locale,
        why=goal.why,
        target=None if goal.target is None else _target_text(goal.target, locale),
        due=_due(goal.target),
        horizon=goal.horizon and say(f"horizon.{goal.horizon}", locale=locale),
        category=goal.category and goal.category.replace("own:", "").replace("_", " "),
        importance=_of_ten(goal.importance, locale),
        confidence=_of_ten(goal.confidence, locale),
        lifecycle=_lifecycle(goal.lifecycle, locale),
        achievement=goal.achievement and say(f"achievement.{goal.achievement}", locale=locale),
    )
    return View(goal.statement, (*blocks, *_barriers(goal.barriers, locale)))


def _lifecycle(status: LifecycleStatus, locale: str) -> str | None:
    """Return where a goal is in its life cycle; being worked on goes without saying."""
    if status is LifecycleStatus.ACTIVE:
        return None
    return say(f"lifecycle.{status}", locale=locale)


def _barriers(barriers: tuple[Barrier, ...], locale: str) -> tuple[Block, ...]:
    """Return what may get in the way, each with its plans."""
    rows = tuple(row for barrier in barriers for row in _barrier(barrier, locale))
    return (View(_label("barriers", locale), (Items(rows),)),) if rows else ()


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


def _target_text(target: Target, locale: str) -> str:
    """Return a target in words."""
    if target.kind is TargetKind.MAINTAIN and target.low == target.high:
        return say("show.target.steady", locale=locale, low=_end(target.low), unit=target.unit)
    return say(
        f"show.target.{target.kind}",
        locale=locale,
        low=_end(target.low),
        high=_end(target.high),
        unit=target.unit,
    )


def _end(end: float | None) -> str:
    """Return one end of a target."""
    return "" if end is None else plain_number(end, digits=3)


def _step_plan(plan: StepPlan, locale: str) -> View:
    """Return the steps as a tree."""
    return View(_label("steps", locale), (Items(_tree(plan, locale)),))


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


def _ladder(ladder: Ladder, locale: str) -> View:
    """Return the rungs with their reasons."""
    rows = tuple(
        (f"{plain_number(rung.amount, digits=3)} {ladder.unit}", rung.reason)
        for rung in ladder.rungs
    )
    return View(_label("ladder", locale), (Pairs(rows), Say(ladder.note)))


def _answer_text(answer: Answer, locale: str) -> str:
    """Return what an answer says to the person."""
    if isinstance(answer, Explained):
        return answer.sentence
    if isinstance(answer, NotComputable):
        return answer.because
    return say("not_enough", locale=locale, needed=str(answer.needed), have=str(answer.have))


def _explained(explained: Explained, locale: str) -> View:
    """Return a number with everything it rests on."""
    numbers = ", ".join(_inputs(explained, locale))
    blocks = _pairs(
        locale,
        rule=explained.rule,
        variant=f"{explained.variant} ({explained.version})",
        inputs=numbers,
        source=explained.source,
    )
    return View(explained.sentence, blocks)


def _inputs(explained: Explained, locale: str) -> Iterator[str]:
    """Yield each number with its day and its target, where they count."""
    digits = digits_of(explained.inputs)
    days = (day.isoformat() for day in explained.days)
    targets = (_target_text(target, locale) for target in explained.targets)
    for number, *around in zip_longest(explained.inputs, days, targets):
        beside = "; ".join(filter(None, around))
        shown = plain_number(number, digits=digits)
        yield f"{shown} ({beside})" if beside else shown


def _no_number(answer: NotEnoughData | NotComputable, locale: str) -> View:
    """Return why there is no number."""
    return View(_answer_text(answer, locale))


def _trajectory(trajectory: Trajectory, locale: str) -> View:
    """Return a series of scores and what it says; what is lacking is said once."""
    numbers = ", ".join(_readings(trajectory.series, locale))
    shown = ((_label("readings", locale), numbers),) if numbers else ()
    said = tuple(
        (_label(each.name, locale), _answer_text(each, locale))
        for each in trajectory.answers
        if isinstance(each, Explained) or each is trajectory.change
    )
    return View(trajectory.series.measure.name, (Pairs((*shown, *said)),))


def _readings(series: Series, locale: str) -> Iterator[str]:
    """Yield each number, and how many items were left blank where it is prorated."""
    digits = series.digits
    for number, missing in zip_longest(series.amounts, series.missing):
        total = plain_number(number, digits=digits)
        blank = {"total": total, "missing": str(missing)}
        yield fill("show.blank", blank, locale=locale) if missing else total


def _goal_progress(progress: GoalProgress, locale: str) -> View:
    """Return what was done for a goal and how it is rated, side by side.

    A count of nothing is not shown: there is silence until there is something.
    """
    counts = [each for each in progress.done if isinstance(each, Explained) and each.value]
    rating = (progress.rating,) if isinstance(progress.rating, Explained) else ()
    said = (*counts, *rating)
    rows = tuple((_label(each.name, locale), each.sentence) for each in said)
    status = _pairs(locale, lifecycle=_lifecycle(progress.lifecycle, locale))
    inner = tuple(_trajectory(each, locale) for each in progress.amounts)
    shown = ((Pairs(rows),) if rows else ()) + inner or _quiet(progress, locale)
    return View(progress.statement, (*status, *shown))


def _quiet(progress: GoalProgress, locale: str) -> tuple[Block, ...]:
    """Return a kind word where nothing is recorded; one rating alone says nothing yet."""
    answers = (*progress.done, progress.rating)
    alone = any(isinstance(each, NotEnoughData) and each.have for each in answers)
    return () if alone else (Say(say("report.quiet", locale=locale)),)


def _progress_report(report: ProgressReport, locale: str) -> View:
    """Return the three readings side by side."""
    goals = tuple(_goal_progress(goal, locale) for goal in report.goals)
    symptoms = tuple(_trajectory(each, locale) for each in report.symptoms)
    blocks: tuple[Block, ...] = goals
    if symptoms:
        blocks = (*goals, View(_label("symptoms", locale), symptoms))
    shown = (
        *_flags(report, locale),
        *blocks,
        *_named("without_scale", locale, codes=report.without_scale),
        *_named("without_total", locale, names=report.without_total),
        *_kept(report.unapplied + report.unread, locale),
    )
    return View(_label("report", locale), shown or _nothing(report.version, locale))


def _flags(report: ProgressReport, locale: str) -> tuple[Block, ...]:
    """Return one strong line for all flags, each questionnaire with its day."""
    seen = dict.fromkeys((each.name, each.on.isoformat()) for each in report.flags)
    texts = (say("report.flag", locale=locale, name=name, day=day) for name, day in seen)
    return tuple(
        attrs.evolve(block, strong=True) for block in _named("flags", locale, flags=tuple(texts))
    )


def _named(message: str, locale: str, **names: tuple[str, ...]) -> tuple[Say, ...]:
    """Return a sentence that lists some names, if there are any."""
    listed = {blank: ", ".join(each) for blank, each in names.items()}
    said = Say(fill(f"report.{message}", listed, locale=locale))
    return (said,) if any(listed.values()) else ()


def _kept(count: int, locale: str) -> tuple[Block, ...]:
    """Return how many records are kept that nothing rests on, if there are any."""
    return (Say(say("report.kept", locale=locale, count=str(count))),) if count else ()


def _nothing(version: int, locale: str) -> tuple[Block, ...]:
    """Return what is said where nothing is shown: empty is what was never written in."""
    return (Say(say("report.nothing" if version else "report.empty", locale=locale)),)


def _planned_goal(planned: PlannedGoal, locale: str) -> View:
    """Return a goal of a plan with the targets it has had."""
    inner = _goal(planned.goal, locale)
    rows = tuple(
        (version.since.isoformat(), _target_text(version.target, locale), version.reason or "")
        for version in planned.targets
        if version.target is not None
    )
    head = tuple(_label(name, locale) for name in ("since", "target", "reason"))
    targets = (Table(head, rows),) if len(rows) > 1 else ()
    steps = (_step_plan(planned.steps, locale),) if len(planned.steps) else ()
    return View(inner.title, (*inner.blocks, *targets, *steps))


def _care_plan(plan: CarePlan, locale: str) -> View:
    """Return the goals of a plan, then how much else it holds."""
    goals = tuple(_planned_goal(planned, locale) for planned in plan.goals)
    counts = {"scores": len(plan.scores), "alone": len(plan.readings)}
    held = _pairs(locale, **{name: str(count) for name, count in counts.items() if count})
    kept = _kept(len(plan.unapplied) + len(plan.unread), locale)
    blocks = (*goals, *held, *kept)
    return View(_label("plan", locale), blocks or _nothing(plan.version, locale))


def _score(score: Score, locale: str) -> View:
    """Return an answered questionnaire; a flag comes before the total."""
    flag = (Say(say("show.flag", locale=locale), strong=True),) if flags_raised(score) else ()
    missing = str(score.missing) if score.missing and score.total is None else None
    blocks = _pairs(locale, total=_total(score, locale), missing=missing)
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
    Explained: _explained,
    NotEnoughData: _no_number,
    NotComputable: _no_number,
    Trajectory: _trajectory,
    GoalProgress: _goal_progress,
    ProgressReport: _progress_report,
    PlannedGoal: _planned_goal,
    CarePlan: _care_plan,
    GoalLists: lists_view,
    PlanFinding: plan_finding_view,
    RollUp: roll_up_view,
    Score: _score,
    Report: review_view,
    Question: question_view,
    Candidates: candidates_view,
    Catalog: catalog_view,
    Focus: focus_view,
    GoalTemplate: template_view,
}
