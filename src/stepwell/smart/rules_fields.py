"""Check what a form holds already: structured evidence comes before the words.

Each rule's docstring says what it checks, why, and after which source.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from stepwell._text import plain_number
from stepwell.goals import Goal
from stepwell.smart.report import Criterion, Origin, Severity, Verdict
from stepwell.smart.rules import Evidence, Rule, Subject

__all__ = ["FIELD_RULES", "MEASURE_ALONE"]

_ENOUGH: Final = 7


def has_target(subject: Subject) -> Evidence | None:
    """Find a target. A number with a unit is what makes progress visible (own rule)."""
    return _field(subject, "goal.target", lambda goal: goal.target is not None)


def has_target_met_already(subject: Subject) -> Evidence | None:
    """Find a baseline that meets the target already; easing may put it there (own rule)."""
    return _field(
        subject,
        "goal.baseline",
        lambda goal: (
            goal.target is not None
            and goal.baseline is not None
            and goal.target.is_met_by(goal.baseline)
        ),
    )


def has_measure_alone(subject: Subject) -> Evidence | None:
    """Find a measure with no target: it tells what moves, not where to (own rule)."""
    return _field(
        subject, "goal.measure", lambda goal: goal.measure is not None and goal.target is None
    )


def has_day(subject: Subject) -> Evidence | None:
    """Find a day to look at it. A review day does as well as a deadline (own rule)."""
    return _field(subject, "goal.target.due", lambda goal: _due(goal) is not None)


def has_day_gone_by(subject: Subject) -> Evidence | None:
    """Find a day before today, for a goal still open; the words stay neutral (own rule)."""
    today = subject.today
    if today is None or subject.is_closed:
        return None
    return _field(subject, "goal.target.due", lambda goal: (_due(goal) or today) < today)


def is_confident(subject: Subject) -> Evidence | None:
    """Find a confidence of 7 or more: the cut of Brief Action Planning (JCOM 2014)."""
    return _field(subject, "goal.confidence", lambda goal: _at_least(goal.confidence))


def is_unsure(subject: Subject) -> Evidence | None:
    """Find a confidence below 7: worth solving together, or splitting (AHRQ; JCOM 2014)."""
    return _rated(subject, "confidence", "review.achievable_at_zero.question")


def is_confidence_unasked(_subject: Subject) -> Evidence:
    """Say that nobody asked: wording is no sign of what is in reach (own rule)."""
    return Evidence(path="goal.confidence")


def is_less_important(subject: Subject) -> Evidence | None:
    """Find an importance below 7: maybe another goal fits better (AHRQ)."""
    return _rated(subject, "importance", "review.importance_at_zero.question")


def has_why(subject: Subject) -> Evidence | None:
    """Find what it would make possible, with an importance of 7 or more if rated (AHRQ)."""
    return _field(subject, "goal.why", lambda goal: goal.why is not None)


def is_important(subject: Subject) -> Evidence | None:
    """Find an importance of 7 or more with no reason written down yet (AHRQ)."""
    return _field(subject, "goal.importance", lambda goal: _at_least(goal.importance))


def is_importance_unasked(_subject: Subject) -> Evidence:
    """Say that nobody asked: wording is no sign of what matters (own rule)."""
    return Evidence(path="goal.why")


def _due(goal: Goal) -> date | None:
    """Return the day to look at a goal, if there is one."""
    return None if goal.target is None else goal.target.due


def _at_least(rating: int | None) -> bool:
    """Say whether a ruler was answered with 7 or more."""
    return rating is not None and rating >= _ENOUGH


def _rated(subject: Subject, ruler: str, at_zero: str) -> Evidence | None:
    """Return a ruler answered below 7 as evidence; nothing lies below 0, so 0 is asked apart."""
    rating: int | None = getattr(subject.goal, ruler, None)
    if rating is None or rating >= _ENOUGH:
        return None
    blanks = (("rating", plain_number(rating)),)
    return Evidence(path=f"goal.{ruler}", blanks=blanks, asks=None if rating else at_zero)


def _field(subject: Subject, path: str, is_there: Callable[[Goal], bool]) -> Evidence | None:
    """Return a field as evidence if it holds what is asked for."""
    goal = subject.goal
    return None if goal is None or not is_there(goal) else Evidence(path=path)


MEASURE_ALONE: Final = Rule(
    code="MEA06",
    criterion=Criterion.MEASURABLE,
    verdict=Verdict.PARTLY,
    severity=Severity.SUGGESTION,
    origin=Origin.FIELD,
    judge=has_measure_alone,
    asks="review.target.question",
)
"""A measure with no target: asked after the words, which may hold the target."""


def _rule(
    code: str,
    says: tuple[Criterion, Verdict, Severity],
    judge: Callable[[Subject], Evidence | None],
    asks: str | None = None,
) -> Rule:
    """Return a rule about a field."""
    criterion, verdict, severity = says
    return Rule(
        code=code,
        criterion=criterion,
        verdict=verdict,
        severity=severity,
        origin=Origin.FIELD,
        judge=judge,
        asks=asks,
    )


_MET: Final = Verdict.MET
_PARTLY: Final = Verdict.PARTLY
_OPEN: Final = Verdict.NOT_ASSESSED
_INFO: Final = Severity.INFO
_SUGGEST: Final = Severity.SUGGESTION
_ATTENTION: Final = Severity.ATTENTION
_MEASURABLE: Final = Criterion.MEASURABLE
_ACHIEVABLE: Final = Criterion.ACHIEVABLE
_RELEVANT: Final = Criterion.RELEVANT
_TIME: Final = Criterion.TIME_BOUND

FIELD_RULES: Final = (
    _rule(
        "MEA07",
        (_MEASURABLE, _MET, _ATTENTION),
        has_target_met_already,
        "review.target_met.question",
    ),
    _rule("MEA01", (_MEASURABLE, _MET, _INFO), has_target),
    _rule("ACH01", (_ACHIEVABLE, _MET, _INFO), is_confident),
    _rule("ACH02", (_ACHIEVABLE, _PARTLY, _SUGGEST), is_unsure, "review.achievable.question"),
    _rule("ACH03", (_ACHIEVABLE, _OPEN, _INFO), is_confidence_unasked),
    _rule("REL02", (_RELEVANT, _PARTLY, _SUGGEST), is_less_important, "review.importance.question"),
    _rule("REL01", (_RELEVANT, _MET, _INFO), has_why),
    _rule("REL03", (_RELEVANT, _PARTLY, _INFO), is_important, "review.relevant.question"),
    _rule("REL04", (_RELEVANT, _OPEN, _INFO), is_importance_unasked),
    _rule("TIM02", (_TIME, _PARTLY, _ATTENTION), has_day_gone_by, "review.day_gone_by.question"),
    _rule("TIM01", (_TIME, _MET, _INFO), has_day),
)
"""The rules about fields; they come before those about words."""
