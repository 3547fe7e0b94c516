"""Check the words, where no field answers already.

Each rule's docstring says what it checks, why, and after which source.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from stepwell._patterns import Find
from stepwell.smart.aims import is_single
from stepwell.smart.cues import CueFind
from stepwell.smart.judging import is_done_once
from stepwell.smart.measures_in import measured_in, time_bound_in
from stepwell.smart.report import Criterion, Origin, Severity, Verdict
from stepwell.smart.rules import Evidence, Rule, Subject
from stepwell.smart.specific import specific_in
from stepwell.smart.statement import Statement
from stepwell.smart.traits import away_find, control_find, tone_find

__all__ = ["TEXT_RULES"]

_Judge = Callable[[Statement], Evidence | None]


def names_act(statement: Statement) -> Evidence | None:
    """Find an observable act on something named (bovendeerdt-2009)."""
    return _if_specific(statement, Verdict.MET)


def names_category(statement: Statement) -> Evidence | None:
    """Find an act on a category, or an inner act; raters mean the named thing (own rule)."""
    return _if_specific(statement, Verdict.PARTLY)


def names_state(statement: Statement) -> Evidence | None:
    """Find a bare state; depressed people's goals are less specific (Dickson, Moberly 2013)."""
    return _if_specific(statement, Verdict.NOT_YET)


def names_amount(statement: Statement) -> Evidence | None:
    """Find a rhythm, a dose, a count or a score; digits alone do not count (own rule)."""
    return _if_measured(statement, Verdict.MET)


def names_share(statement: Statement) -> Evidence | None:
    """Find a number with no base, or a scale with no target (own rule)."""
    return _if_measured(statement, Verdict.PARTLY)


def names_act_done_once(statement: Statement) -> Evidence | None:
    """Find an act whose completion is plain to see, such as booking something (own rule)."""
    return _main(statement) if is_done_once(statement) else None


def names_no_amount(statement: Statement) -> Evidence | None:
    """Find nothing that one could count or see done (own rule)."""
    return _if_measured(statement, Verdict.NOT_YET)


def names_deadline(statement: Statement) -> Evidence | None:
    """Find a date or a horizon for the goal, TIMEX3's DATE and DURATION (timex3)."""
    return _if_timed(statement, Verdict.MET)


def names_event(statement: Statement) -> Evidence | None:
    """Find an event, a start or a vague horizon in a deadline's place (own rule)."""
    return _if_timed(statement, Verdict.PARTLY)


def names_rhythm_only(statement: Statement) -> Evidence | None:
    """Find a rhythm or an hour and no deadline: the commonest mix-up (own rule)."""
    rhythm = statement.evidence("frequency", "clock")
    if not rhythm or statement.once(time_bound_in) is not Verdict.NOT_YET:
        return None
    return Evidence(span=statement.span(rhythm[0]))


def names_no_time(statement: Statement) -> Evidence | None:
    """Find no time at all; a look back is offered, no deadline pressed (own rule)."""
    return Evidence() if statement.once(time_bound_in) is Verdict.NOT_YET else None


def points_away(statement: Statement) -> Evidence | None:
    """Find a goal of ending or avoiding: worth a question (Wollburg, Braukhaus 2010)."""
    if statement.within("away.replacement", statement.parts[:1]):
        return None
    return _found(statement, away_find(statement))


def points_away_from_feeling(statement: Statement) -> Evidence | None:
    """Find a feeling that is to be gone; bluntness about that harms (own rule)."""
    return _found(statement, statement.at_head("away.feeling")) and points_away(statement)


def has_second_aim(statement: Statement) -> Evidence | None:
    """Find aims that would each need an own measure (GAS: one dimension a scale)."""
    return None if is_single(statement) else Evidence()


def lies_with_others(statement: Statement) -> Evidence | None:
    """Find an outcome that is somebody else's doing (well-formed goals; De Jong, Berg)."""
    return _found(statement, control_find(statement))


def is_absolutist(statement: Statement) -> Evidence | None:
    """Find always, never, everyone as a standard (Al-Mosaiwi, Johnstone 2018)."""
    return _found(statement, tone_find(statement, "absolutist"))


def is_self_critical(statement: Statement) -> Evidence | None:
    """Find a hard word or a "should" at oneself; weak evidence, so only ask (own rule)."""
    return _found(statement, tone_find(statement, "self_critical"))


def is_hedged(statement: Statement) -> Evidence | None:
    """Find a maybe; in depression it may be honest low confidence (own rule)."""
    return _found(statement, tone_find(statement, "hedged"))


def _main(statement: Statement) -> Evidence:
    """Return the main run as evidence."""
    return Evidence(span=statement.span(statement.parts[0]) if statement.parts else None)


def _if_specific(statement: Statement, verdict: Verdict) -> Evidence | None:
    """Return the main run if it is as specific as this."""
    return _main(statement) if statement.once(specific_in) is verdict else None


def _if_measured(statement: Statement, verdict: Verdict) -> Evidence | None:
    """Return the first amount if the goal is as measurable as this."""
    if not statement.parts or statement.once(measured_in) is not verdict:
        return None
    return _first(statement, "score", "frequency", "quantity", "clock")


def _if_timed(statement: Statement, verdict: Verdict) -> Evidence | None:
    """Return the first deadline if the goal is as time-bound as this."""
    if statement.once(time_bound_in) is not verdict:
        return None
    return _first(statement, "deadline")


def _first(statement: Statement, *kinds: str) -> Evidence:
    """Return the first cue of some kinds as evidence, or the whole."""
    cues = statement.evidence(*kinds)
    return Evidence(span=statement.span(cues[0]) if cues else None)


def _found(statement: Statement, find: Find | CueFind | None) -> Evidence | None:
    """Return a find as evidence."""
    return None if find is None else Evidence(span=statement.span(find))


def _on_words(judge: _Judge) -> Callable[[Subject], Evidence | None]:
    """Return a judge of subjects from a judge of statements."""

    def judged(subject: Subject) -> Evidence | None:
        """Return the evidence, where there are words to read."""
        return None if subject.statement is None else judge(subject.statement)

    judged.__doc__ = judge.__doc__
    return judged


def _rule(
    code: str,
    says: tuple[Criterion, Verdict, Severity],
    judge: _Judge,
    asks: str | None = None,
) -> Rule:
    """Return a rule about the words."""
    criterion, verdict, severity = says
    return Rule(
        code=code,
        criterion=criterion,
        verdict=verdict,
        severity=severity,
        origin=Origin.TEXT,
        judge=_on_words(judge),
        asks=asks,
    )


_SUGGEST: Final = Severity.SUGGESTION
_INFO: Final = Severity.INFO
_PARTLY: Final = Verdict.PARTLY

_MET: Final = Verdict.MET
_NOT_YET: Final = Verdict.NOT_YET
_SPECIFIC: Final = Criterion.SPECIFIC
_MEASURABLE: Final = Criterion.MEASURABLE
_TIME: Final = Criterion.TIME_BOUND
_SEE: Final = "review.specific.question"
_TELL: Final = "review.measurable.question"
_WHEN: Final = "review.time_bound.question"

TEXT_RULES: Final = (
    _rule(
        "SEL01",
        (Criterion.SELF_CRITICAL, _PARTLY, _SUGGEST),
        is_self_critical,
        "review.self_critical.question",
    ),
    _rule("SIN01", (Criterion.SINGLE, _PARTLY, _SUGGEST), has_second_aim, "review.single.question"),
    _rule(
        "OWN01",
        (Criterion.OWN_CONTROL, _PARTLY, _SUGGEST),
        lies_with_others,
        "review.own_control.question",
    ),
    _rule(
        "FRA02",
        (Criterion.FRAMING, _PARTLY, _SUGGEST),
        points_away_from_feeling,
        "review.feeling.question",
    ),
    _rule("FRA01", (Criterion.FRAMING, _PARTLY, _SUGGEST), points_away, "review.framing.question"),
    _rule("SPE01", (_SPECIFIC, _MET, _INFO), names_act),
    _rule("SPE02", (_SPECIFIC, _PARTLY, _SUGGEST), names_category, _SEE),
    _rule("SPE03", (_SPECIFIC, _NOT_YET, _SUGGEST), names_state, _SEE),
    _rule("MEA02", (_MEASURABLE, _MET, _INFO), names_amount),
    _rule("MEA04", (_MEASURABLE, _PARTLY, _SUGGEST), names_share, _TELL),
    _rule("MEA03", (_MEASURABLE, _MET, _INFO), names_act_done_once),
    _rule("MEA05", (_MEASURABLE, _NOT_YET, _SUGGEST), names_no_amount, _TELL),
    _rule(
        "ABS01",
        (Criterion.ABSOLUTIST, _PARTLY, _SUGGEST),
        is_absolutist,
        "review.absolutist.question",
    ),
    _rule("TIM03", (_TIME, _MET, _INFO), names_deadline),
    _rule("TIM04", (_TIME, _PARTLY, _INFO), names_event, _WHEN),
    _rule("TIM05", (_TIME, _NOT_YET, _INFO), names_rhythm_only, _WHEN),
    _rule("TIM06", (_TIME, _NOT_YET, _INFO), names_no_time, _WHEN),
    _rule("HED01", (Criterion.HEDGED, _PARTLY, _INFO), is_hedged),
)
"""The rules about the words, the kindest question first."""
