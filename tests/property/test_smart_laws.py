"""Laws of the review and of the safety screening, for any words at all."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stepwell.goals import Goal
from stepwell.measures import at_least
from stepwell.safety import SafetyClass, screen, screen_spans
from stepwell.smart import Criterion, Finding, Origin, Verdict, review
from tests.review_strategies import (
    CRISIS,
    DEADLINES,
    TODAYS,
    any_text,
    concerns,
    goal_text,
    is_storable,
    known_words,
    said,
    styled,
    texts,
)
from tests.strategies import AWKWARD, goals

NOW: Final = SafetyClass.RESPOND_NOW
TALK: Final = SafetyClass.TALK_TO_CLINICIAN
NEXT: Final = st.sampled_from(("\n", ". ", "; ", "? ", "! "))

_RANK: Final = {found: at for at, found in enumerate(SafetyClass)}
_FAR: Final = {Verdict.NOT_ASSESSED: 0, Verdict.NOT_YET: 0, Verdict.PARTLY: 1, Verdict.MET: 2}
_STYLES: Final = st.tuples(st.integers(0, 7), st.integers(0, 6), st.integers(0, 6))


def answers(goal: Goal) -> set[Criterion]:
    """Return what the form of a goal answers, so that no words are asked."""
    target, reason = goal.target, goal.why or goal.importance is not None
    given = {
        Criterion.MEASURABLE: target is not None,
        Criterion.TIME_BOUND: target is not None and target.due is not None,
        Criterion.ACHIEVABLE: goal.confidence is not None,
        Criterion.RELEVANT: bool(reason),
    }
    return {criterion for criterion, is_given in given.items() if is_given}


def about(findings: tuple[Finding, ...], criteria: set[Criterion]) -> set[Origin]:
    """Return where the findings on some criteria come from."""
    return {finding.origin for finding in findings if finding.criterion in criteria}


class TestReview:
    """Laws of the review."""

    @given(texts, TODAYS)
    @example("\ud83d", None)
    @example("a\x00b", None)
    @example("walk " + "1" * 5000, None)
    @example("walk by 3/" + "9" * 5000, date(2027, 1, 4))
    def test_never_raises_and_quotes(self, text: str, today: date | None) -> None:
        """Any words are reviewed; every span lies in them and quotes them."""
        report = review(text, today=today, crisis=CRISIS)
        assert text == report.statement
        for cue in report.cues:
            assert 0 <= cue.start < cue.end <= len(text)
            assert text[cue.start : cue.end] == cue.text == cue.text.strip()
        spans = [finding.span for finding in report.findings if finding.span is not None]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(text[start:end].strip() for start, end in spans)

    @given(texts)
    @example("W\u00bcB")
    @example("W\u2189B")
    def test_cues_are_apart(self, text: str) -> None:
        """No letter is evidence twice."""
        cues = sorted((cue.start, cue.end) for cue in review(text, crisis=CRISIS).cues)
        ends = [0, *(end for _, end in cues)]
        assert all(end <= start for end, (start, _) in zip(ends, cues, strict=False))

    @pytest.mark.parametrize("text", AWKWARD)
    def test_awkward(self, text: str) -> None:
        """Texts that broke other programs break nothing here."""
        assert text == review(text, crisis=CRISIS).statement

    @given(goal_text | texts, _STYLES)
    def test_quote_style(self, text: str, styles: tuple[int, int, int]) -> None:
        """Straight or curly quotes, hyphens or dashes: the same is found."""
        plain = review(styled(text, (0, 0, 0)), crisis=CRISIS)
        assert said(plain) == said(review(styled(text, styles), crisis=CRISIS))

    @given(goal_text | texts, st.sampled_from(DEADLINES))
    def test_deadline_never_lowers(self, text: str, deadline: str) -> None:
        """With one more deadline a goal is at least as time-bound."""
        before = review(text, crisis=CRISIS).verdicts.time_bound
        after = review(f"{text}{deadline}", crisis=CRISIS).verdicts.time_bound
        assert _FAR[before] <= _FAR[after]

    @given(goal_text)
    def test_fields_silence_words(self, text: str) -> None:
        """Where a form answers, no words are asked."""
        goal = Goal(text, target=at_least(1, "days", due=date(2027, 3, 1)), confidence=8)
        report = review(goal, crisis=CRISIS)
        assert about(report.findings, answers(goal)) <= {Origin.FIELD}

    @given(goals(statement=texts.filter(is_storable)), TODAYS)
    def test_any_fields_silence_words(self, goal: Goal, today: date | None) -> None:
        """Whatever a form answers, and whatever the words say, no words are asked."""
        report = review(goal, today=today, crisis=CRISIS)
        assert about(report.findings, answers(goal)) <= {Origin.FIELD}

    @given(texts)
    def test_few_questions(self, text: str) -> None:
        """There are never more than two questions, and none beside a safety finding."""
        report = review(text, crisis=CRISIS)
        assert len(report.questions) <= (0 if report.safety.calls_for_answer else 2)

    @given(text=texts, energy=st.none() | st.integers(0, 10), open_goal=st.booleans())
    def test_energy_and_openness_change_no_verdict(
        self, text: str, energy: int | None, *, open_goal: bool
    ) -> None:
        """Only what is asked bends, and only to fewer questions."""
        usual = review(text, crisis=CRISIS)
        bent = review(text, crisis=CRISIS, energy=energy, open_goal=open_goal)
        assert (usual.verdicts, usual.traits) == (bent.verdicts, bent.traits)
        assert len(bent.questions) <= len(usual.questions)

    @given(texts, st.data())
    def test_what_is_put_aside_stays_aside(self, text: str, data: st.DataObject) -> None:
        """Putting aside now and reviewing again later come to the same."""
        report = review(text, crisis=CRISIS)
        codes = [each.code for each in report.findings if each.dismissible]
        some = st.lists(st.sampled_from(codes), unique=True) if codes else st.just([])
        for code in data.draw(some):
            report = report.dismiss(code)
        again = review(text, crisis=CRISIS, dismissed=report.dismissals)
        assert report.findings == again.findings
        assert report.questions == again.questions


class TestSafety:
    """Laws of the screening."""

    @given(concerns | texts)
    def test_case(self, text: str) -> None:
        """Capitals never lower what is found."""
        found = screen(text)
        if found.calls_for_answer:
            assert found is screen(text.upper()) is screen(text.lower()) is screen(text.title())

    @given(st.data(), concerns)
    def test_mixed_case(self, data: st.DataObject, text: str) -> None:
        """Nor does a capital here and there."""
        found = screen(text)
        high = data.draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
        mixed = (each.upper() if up else each.lower() for each, up in zip(text, high, strict=True))
        assert _RANK[found] <= _RANK[screen("".join(mixed))]

    @given(concerns | texts, any_text | known_words, NEXT)
    def test_respond_now_is_monotone(self, text: str, more: str, mark: str) -> None:
        """Whatever is written after it, what called for an answer still does."""
        if screen(text) is NOW:
            assert NOW is screen(f"{text}{mark}{more}")

    @given(concerns | texts, any_text | known_words, NEXT)
    @example("drop 5 lbs each week", "lift", "\n")
    def test_clinician_falls_only_through_a_prescriber(
        self, text: str, more: str, mark: str
    ) -> None:
        """Only somebody who looks after the medicine can settle it."""
        if screen(text) is TALK and not _names_prescriber(more):
            assert _RANK[TALK] <= _RANK[screen(f"{text}{mark}{more}")]

    @given(texts)
    def test_spans(self, text: str) -> None:
        """A class rests on a span of the text; no span, no class."""
        spans = screen_spans(text)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert bool(spans) == screen(text).calls_for_answer


def _names_prescriber(text: str) -> bool:
    """Say whether a text alone settles a medicine that is stopped."""
    return screen(f"come off sertraline\n{text}") is not TALK
