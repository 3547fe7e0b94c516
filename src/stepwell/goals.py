"""Say what somebody wants: a goal, why it matters, and what may get in the way.

A goal carries two axes that are never mixed: its life cycle (is it being
worked on?) and its achievement (how is it going?). Both use FHIR's codes [1]_.

References
----------
.. [1] HL7 FHIR R4, Goal: value sets ``goal-status`` and ``goal-achievement``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum, unique
from typing import Final, final

import attrs

from stepwell._fields import an, day, member, number, ruler, things, words
from stepwell._shown import Shown
from stepwell.errors import RuleBroken, UnitMismatch
from stepwell.measures import Direction, Measure, Target
from stepwell.safety import (
    SafetyClass,
    SafetySignal,
    most_urgent,
    names_loss,
    screen_dose,
    screen_loss,
    screen_low,
)

__all__ = [
    "AchievementStatus",
    "Barrier",
    "Category",
    "Goal",
    "Horizon",
    "IfThenPlan",
    "LifecycleStatus",
    "category_code",
    "screen_target",
]


@unique
class Category(StrEnum):
    """The six areas of life in depression care, and everything else."""

    SYMPTOM_REDUCTION = "symptom_reduction"
    EMOTIONAL_AWARENESS = "emotional_awareness"
    COPING_SKILLS = "coping_skills"
    RELATIONSHIPS = "relationships"
    ACTIVITY = "activity"
    THOUGHT_PATTERNS = "thought_patterns"
    OTHER = "other"


@unique
class LifecycleStatus(StrEnum):
    """Whether a goal is being worked on (FHIR ``goal-status``)."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    ACCEPTED = "accepted"
    ACTIVE = "active"
    ON_HOLD = "on-hold"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    ENTERED_IN_ERROR = "entered-in-error"
    REJECTED = "rejected"


@unique
class AchievementStatus(StrEnum):
    """How a goal is going (FHIR ``goal-achievement``)."""

    IN_PROGRESS = "in-progress"
    IMPROVING = "improving"
    WORSENING = "worsening"
    NO_CHANGE = "no-change"
    ACHIEVED = "achieved"
    SUSTAINING = "sustaining"
    NOT_ACHIEVED = "not-achieved"
    NO_PROGRESS = "no-progress"
    NOT_ATTAINABLE = "not-attainable"


@unique
class Horizon(StrEnum):
    """How far a goal looks ahead; never how long it may take."""

    NOW = "now"
    THIS_SEASON = "this_season"
    LONG_TERM = "long_term"


_CATEGORIES: Final = tuple(Category)
_OWN_CATEGORY: Final = re.compile(r"own:[a-z][a-z0-9_]{0,38}\Z")


def _when(value: str) -> str:
    """Return the cue of a plan."""
    return words(value, path="plan.when")


def _then(value: str) -> str:
    """Return the action of a plan."""
    return words(value, path="plan.then")


@final
@attrs.frozen(kw_only=True)
class IfThenPlan:
    """An if-then plan: if X happens, then I will do Y.

    Parameters
    ----------
    when
        The cue, without "if": ``"it rains"``.
    then
        The action, without "then I will": ``"walk in the market hall"``.

    Examples
    --------
    >>> IfThenPlan(when="it rains", then="walk in the market hall").then
    'walk in the market hall'
    """

    when: str = attrs.field(converter=_when)
    then: str = attrs.field(converter=_then)


def _what(value: str) -> str:
    """Return what gets in the way."""
    return words(value, path="barrier.what")


def _plans(value: Iterable[IfThenPlan]) -> tuple[IfThenPlan, ...]:
    """Return the plans for a barrier."""
    return things(value, IfThenPlan, path="barrier.plans")


@final
@attrs.frozen(kw_only=True)
class Barrier:
    """Something that may get in the way, with the plans made for it.

    Examples
    --------
    >>> Barrier("rain", plans=[IfThenPlan(when="it rains", then="go indoors")]).what
    'rain'
    """

    what: str = attrs.field(kw_only=False, converter=_what)
    plans: tuple[IfThenPlan, ...] = attrs.field(default=(), converter=_plans)


def _statement(value: str) -> str:
    """Return the wording of a goal."""
    return words(value, path="goal.statement")


def category_code(value: str, *, path: str) -> str:
    """Return one of the categories, or a person's own one.

    >>> category_code("activity", path="goal.category")
    <Category.ACTIVITY: 'activity'>
    """
    if isinstance(value, str) and _OWN_CATEGORY.match(value):
        return value
    if value not in _CATEGORIES:
        advice = f"expected one of {', '.join(Category)}; or name one of your own as own:name"
        raise RuleBroken("goal.category", path, advice)
    return Category(value)


def _category(value: str | None) -> str | None:
    """Return a category, or nothing when it is left unset."""
    return None if value is None else category_code(value, path="goal.category")


def _why(value: str | None) -> str | None:
    """Return why it matters, or nothing when it is left unset."""
    return None if value is None else words(value, path="goal.why")


def _baseline(value: float | None) -> float | None:
    """Return where it started, or nothing when it is left unset."""
    return None if value is None else number(value, path="goal.baseline")


def _start(value: date | None) -> date | None:
    """Return the first day, or nothing when it is left unset."""
    return None if value is None else day(value, path="goal.start")


def _importance(value: int | None) -> int | None:
    """Return how much it matters, 0 to 10, or nothing when nobody asked."""
    return ruler(value, path="goal.importance")


def _confidence(value: int | None) -> int | None:
    """Return how sure the person is, 0 to 10, or nothing when nobody asked."""
    return ruler(value, path="goal.confidence")


def _barriers(value: Iterable[Barrier]) -> tuple[Barrier, ...]:
    """Return the barriers of a goal."""
    return things(value, Barrier, path="goal.barriers")


def _lifecycle(value: LifecycleStatus | str) -> LifecycleStatus:
    """Return a life-cycle status from itself or its code."""
    return member(LifecycleStatus, value, path="goal.lifecycle")


def _achievement(value: AchievementStatus | str | None) -> AchievementStatus | None:
    """Return an achievement status, or nothing when nobody has said yet."""
    if value is None:
        return None
    return member(AchievementStatus, value, path="goal.achievement")


def _horizon(value: Horizon | str | None) -> Horizon | None:
    """Return how far it looks ahead, or nothing when nobody has said."""
    return None if value is None else member(Horizon, value, path="goal.horizon")


@final
@attrs.frozen(kw_only=True)
class Goal(Shown):
    """What somebody wants, in their own words, with as much around it as helps.

    Only the statement is needed. Nothing here judges: :func:`stepwell.review`
    offers questions, and none of them blocks saving.

    Parameters
    ----------
    statement
        The goal in the person's own words, up to 10,000 characters.
    category
        One of :class:`Category`, or one of your own as ``"own:name"``.
    why
        What it would make possible that matters.
    target
        The number it aims at; see :func:`~stepwell.measures.at_least`.
    measure
        What is measured, where that is more than the unit of the target.
    baseline
        The number before anything was done.
    start
        The first day.
    importance, confidence
        Rulers, whole numbers from 0 to 10; unset means that nobody asked.
    barriers
        What may get in the way.
    lifecycle
        Whether it is being worked on.
    achievement
        How it is going; unset until somebody says so.
    horizon
        How far it looks ahead; unset until somebody says so.

    Raises
    ------
    RuleBroken
        If the target points against the measure or lies outside its scale, or
        is due before the start.

    Examples
    --------
    >>> goal = Goal("Walk in the park with Sam", category="activity", importance=8)
    >>> goal.category
    <Category.ACTIVITY: 'activity'>
    """

    statement: str = attrs.field(kw_only=False, converter=_statement)
    category: str | None = attrs.field(default=None, converter=_category)
    why: str | None = attrs.field(default=None, converter=_why)
    target: Target | None = attrs.field(
        default=None, validator=attrs.validators.optional(an(Target, "goal.target"))
    )
    measure: Measure | None = attrs.field(
        default=None, validator=attrs.validators.optional(an(Measure, "goal.measure"))
    )
    baseline: float | None = attrs.field(default=None, converter=_baseline)
    start: date | None = attrs.field(default=None, converter=_start)
    importance: int | None = attrs.field(default=None, converter=_importance)
    confidence: int | None = attrs.field(default=None, converter=_confidence)
    barriers: tuple[Barrier, ...] = attrs.field(default=(), converter=_barriers)
    lifecycle: LifecycleStatus = attrs.field(default=LifecycleStatus.ACTIVE, converter=_lifecycle)
    achievement: AchievementStatus | None = attrs.field(default=None, converter=_achievement)
    horizon: Horizon | None = attrs.field(default=None, converter=_horizon)

    def __attrs_post_init__(self) -> None:
        """Refuse parts that contradict each other."""
        for check in (_check_due, _check_measure, _check_baseline):
            check(self)

    @property
    def scale(self) -> Measure | None:
        """What is measured: the stated measure, or one made from the target's unit."""
        if self.measure is not None or self.target is None:
            return self.measure
        return Measure(self.target.unit, unit=self.target.unit, direction=self.target.direction)

    def with_target(self, target: Target | None) -> Goal:
        """Return the same goal with another target, or with none."""
        return attrs.evolve(self, target=target)


def _check_due(goal: Goal) -> None:
    """Refuse a due date before the start."""
    due = None if goal.target is None else goal.target.due
    if due is not None and goal.start is not None and due < goal.start:
        advice = "the day to look at it lies before the first day; move one of them"
        raise RuleBroken("goal.due_before_start", "goal.target.due", advice)


def _check_measure(goal: Goal) -> None:
    """Refuse a target in another unit, direction or scale than its measure."""
    target, measure = goal.target, goal.measure
    if target is None or measure is None:
        return
    if target.unit != measure.unit:
        advice = "the target has another unit than the measure; use the same for both"
        raise UnitMismatch("goal.target.unit", "goal.target.unit", advice)
    if target.direction not in {measure.direction, Direction.MAINTAIN}:
        advice = f"better means {measure.direction} here; use the constructor that points that way"
        raise RuleBroken("goal.target.direction", "goal.target", advice)
    for name in ("low", "high"):
        end = getattr(target, name)
        if end is not None:
            measure.check(end, path=f"goal.target.{name}")


def _check_baseline(goal: Goal) -> None:
    """Refuse a baseline off the scale.

    A baseline that meets the target already is accepted: easing may put a
    target there, and easing is always allowed. The review asks about it.
    """
    if goal.baseline is not None and goal.measure is not None:
        goal.measure.check(goal.baseline, path="goal.baseline")


def screen_target(
    goal: Goal, *, today: date | None = None, path: str = "goal.target", locale: str = "en"
) -> tuple[SafetySignal, ...]:
    """Return a signal where the numbers of a goal call for a talk with a clinician.

    That is a weight which is to fall by more than 1 kg a week from the baseline
    to the target, a weight or an intake which is to be very low, and a dose which
    is to change, with no prescriber named.

    Parameters
    ----------
    goal
        The goal; without a target there is nothing to look at.
    today
        The day to count from where the goal has no first day.
    path
        What the target is called in the signal.
    locale
        The language of the words.

    Examples
    --------
    >>> from stepwell.measures import at_most
    >>> target = at_most(70, "kg", due=date(2027, 2, 1))
    >>> goal = Goal("Lighter", baseline=80, start=date(2027, 1, 4), target=target)
    >>> [str(signal.safety) for signal in screen_target(goal)]
    ['talk_to_clinician']
    """
    target = goal.target
    if target is None:
        return ()
    found = most_urgent(
        (
            _pace(goal, target, today, locale),
            _low(goal, target, locale),
            _dose(goal, target, locale),
        )
    )
    if found is SafetyClass.NOTHING_FOUND:
        return ()
    return (SafetySignal(safety=found, field=path, origin="numbers"),)


def _pace(goal: Goal, target: Target, today: date | None, locale: str) -> SafetyClass:
    """Return what to do about how fast a weight is to fall."""
    first = goal.start or today
    loss = _loss(goal, target, locale)
    if loss is None or target.due is None or first is None:
        return SafetyClass.NOTHING_FOUND
    return screen_loss(
        loss,
        unit=target.unit,
        weeks=(target.due - first).days / 7,
        words=_said(goal),
        locale=locale,
    )


def _loss(goal: Goal, target: Target, locale: str) -> float | None:
    """Return how much is to be lost: down to the target, or up to it where losses are counted."""
    name = "" if goal.measure is None else goal.measure.name
    if target.low is not None and names_loss((target.unit, name), locale=locale):
        return target.low - (goal.baseline or 0)
    if goal.baseline is None or target.high is None:
        return None
    return goal.baseline - target.high


def _low(goal: Goal, target: Target, locale: str) -> SafetyClass:
    """Return what to do about a weight or an intake that is to be kept very low."""
    if target.high is None:
        return SafetyClass.NOTHING_FOUND
    return screen_low(target.high, unit=target.unit, words=_said(goal), locale=locale)


def _dose(goal: Goal, target: Target, locale: str) -> SafetyClass:
    """Return what to do about a dose that is to change; only a fall needs no baseline."""
    end = target.low if target.direction is Direction.INCREASE else target.high
    falls = target.direction is Direction.DECREASE
    if end is None or (goal.baseline is None and not falls):
        return SafetyClass.NOTHING_FOUND
    return screen_dose(goal.baseline, end, unit=target.unit, words=_said(goal), locale=locale)


def _said(goal: Goal) -> tuple[str, ...]:
    """Return the words that say what is counted, and with whom."""
    name = None if goal.measure is None else goal.measure.name
    return tuple(each for each in (goal.statement, name, goal.why) if each is not None)
