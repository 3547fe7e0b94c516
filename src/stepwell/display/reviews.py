"""Turn a SMART review into a view: safety first, then what is there, then a question."""

from __future__ import annotations

from stepwell.display.views import Block, Marked, Pairs, Say, View
from stepwell.messages import say
from stepwell.smart import Criterion, Cue, Report

__all__ = ["review_view"]


def review_view(report: Report, locale: str) -> View:
    """Return what a review shows.

    Where somebody's safety comes first, that is all that is shown besides their
    own words: no verdicts, no questions about quality.
    """
    title = say("label.review", locale=locale)
    words = Marked(report.statement, _spans(report, locale))
    if report.safety.calls_for_answer:
        answer = Say(report.next_question or "", strong=True)
        return View(title, (answer, Marked(report.statement)))
    return View(title, (words, _verdicts(report, locale), *_questions(report, locale)))


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


def _questions(report: Report, locale: str) -> tuple[Block, ...]:
    """Return the questions that may help, or a word that none is needed."""
    if not report.questions:
        return (Say(say("review.no_question", locale=locale)),)
    return tuple(Say(question) for question in report.questions)


def _spans(report: Report, locale: str) -> tuple[tuple[int, int, str], ...]:
    """Return the evidence in the words, in order; of two that overlap, the longer."""
    kept: list[Cue] = []
    for cue in sorted(report.cues, key=lambda each: (each.start, -each.end)):
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return tuple((cue.start, cue.end, say(f"cue.{cue.kind}", locale=locale)) for cue in kept)
