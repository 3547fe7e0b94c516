"""Turn a SMART review into a view: safety first, then what is there, then a question."""

from __future__ import annotations

from typing import Final

from stepwell.dismissals import SAFETY_CODES
from stepwell.display.discoveries import heeded_once
from stepwell.display.parts import apart
from stepwell.display.views import Block, Marked, Pairs, Say, View
from stepwell.messages import say
from stepwell.safety import SafetyClass
from stepwell.smart import Alternative, Criterion, Report, Severity, Towards

__all__ = ["review_view", "towards_view"]

_NOT_ASSESSED: Final = SAFETY_CODES[-1]


def review_view(report: Report, locale: str) -> View:
    """Return what a review shows.

    Where somebody's safety comes first, that is all that is shown: no verdicts
    and no questions about quality. The statement is quoted beside it where the
    words that call for an answer stand in it, and not where they stand elsewhere.
    """
    title = say("label.review", locale=locale)
    words = Marked(report.statement, _spans(report, locale))
    if report.safety.calls_for_answer:
        answer = Say(report.message or "", strong=True)
        return View(title, (answer, *_flagged(report)))
    return View(
        title, (*_unread(report), words, _verdicts(report, locale), *_asked(report, locale))
    )


def _unread(report: Report) -> tuple[Block, ...]:
    """Return that some words could not be read, once, before everything else."""
    return tuple(Say(each.reason) for each in report.findings if each.code == _NOT_ASSESSED)[:1]


def towards_view(found: Towards, locale: str) -> View:
    """Return the person's own words, then what may stand beside them."""
    title = say("review.towards.title", locale=locale)
    if found.safety.calls_for_answer:
        return View(title, (Say(found.text, strong=True),))
    goals = (_alternative(each) for each in found.alternatives)
    return heeded_once(View(title, (Marked(found.statement), Say(found.text), *goals)), set())


def _alternative(alternative: Alternative) -> View:
    """Return a goal: what to heed before it, then why it is offered."""
    cautions = (Say(each, strong=True) for each in alternative.cautions)
    return View(alternative.sentence, (*cautions, Say(alternative.reason)))


def _flagged(report: Report) -> tuple[Block, ...]:
    """Return the statement where a safety finding rests on it."""
    paths = {each.path for each in report.findings if each.severity is Severity.SAFETY}
    return (Marked(report.statement),) if "goal.statement" in paths else ()


def _verdicts(report: Report, locale: str) -> Block:
    """Return the five criteria side by side, each with a reason where there is one."""
    reasons = {finding.criterion: finding.reason for finding in reversed(report.findings)}
    rows = tuple(
        (
            say(f"criterion.{name}", locale=locale),
            _joined(say(f"verdict.{verdict}", locale=locale), reasons.get(Criterion(name))),
        )
        for name, verdict in report.verdicts.items()
    )
    return Pairs(rows)


def _joined(state: str, reason: str | None) -> str:
    """Return a verdict and its reason as one text."""
    return state if reason is None else f"{state}. {reason}"


def _asked(report: Report, locale: str) -> tuple[Block, ...]:
    """Return that it is enough for today, where somebody said how today is, and the question."""
    enough = report.energy is not None and report.enough
    said = (Say(say("review.enough", locale=locale)),) if enough else ()
    if said and report.next_question is None:
        return said
    if report.next_question is None and report.safety is SafetyClass.NOT_ASSESSED:
        return said
    return (*said, Say(report.next_question or say("review.no_question", locale=locale)))


def _spans(report: Report, locale: str) -> tuple[tuple[int, int, str], ...]:
    """Return the evidence in the words, in order; of two that overlap, the longer."""
    return apart((cue.start, cue.end, say(f"cue.{cue.kind}", locale=locale)) for cue in report.cues)
