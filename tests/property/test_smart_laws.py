"""Laws of the review and of the safety screening, for any words at all."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stepwell.goals import Goal
from stepwell.measures import at_least
from stepwell.safety import CrisisResources, SafetyClass, screen, screen_spans
from stepwell.smart import Criterion, Origin, Report, Verdict, review
from tests.strategies import AWKWARD, hostile_words

CRISIS: Final = CrisisResources("Ring Kim.")
NOW: Final = SafetyClass.RESPOND_NOW
TALK: Final = SafetyClass.TALK_TO_CLINICIAN

ACTS: Final = (
    "phone my sister", "walk round the park with Sam", "be happier", "stop worrying so much",
    "maybe use a coping skill", "get my boss to listen", "I should be over this", "PHQ-9 below 10",
    "don\u2019t skip lunch", "read \u201cEmma\u201d instead of scrolling", "sleep, eat & move more",
    "I want to die", "come off sertraline", "track my mood (confidence 7/10)",
)  # fmt: skip
WHENS: Final = (
    "", " every night", " before the move", " at 7 pm", " twice a week", " until May", " soon",
    " when I panic", " within 30 minutes of waking", " because I cry every day", " 3\u20135 times",
)  # fmt: skip
LETTERS: Final = "aeiost .,!'\u2019-\n12%/()\u200b\u00eb\U0001f49b\ud83d\x00"
SMALL: Final = st.sampled_from([*LETTERS, "want to ", "not ", "and ", "by "])

any_text = st.text(max_size=60) | st.lists(SMALL, max_size=40).map("".join) | hostile_words()
goal_text = st.builds("{}{}".format, st.sampled_from(ACTS), st.sampled_from(WHENS))
texts = (any_text | goal_text | st.builds("{}. {}".format, goal_text, any_text)).filter(str.strip)

_RANK: Final = {found: at for at, found in enumerate(SafetyClass)}
_FAR: Final = {Verdict.NOT_ASSESSED: 0, Verdict.NOT_YET: 0, Verdict.PARTLY: 1, Verdict.MET: 2}


def said(report: Report) -> tuple[object, ...]:
    """Return what a report judges, without its places."""
    return (
        report.verdicts,
        report.traits,
        report.safety,
        report.category,
        [finding.code for finding in report.findings],
        [(cue.kind, cue.value) for cue in report.cues],
    )


class TestReview:
    """Laws of the review."""

    @given(texts)
    @example("\ud83d")
    @example("a\x00b")
    def test_never_raises_and_quotes(self, text: str) -> None:
        """Any words are reviewed; every span lies in them and quotes them."""
        report = review(text, today=date(2027, 1, 4), crisis=CRISIS)
        assert [text[cue.start : cue.end] for cue in report.cues] == [
            cue.text for cue in report.cues
        ]
        spans = [finding.span for finding in report.findings if finding.span is not None]
        assert all(0 <= start < end <= len(text) for start, end in spans)

    @pytest.mark.parametrize("text", AWKWARD)
    def test_awkward(self, text: str) -> None:
        """Texts that broke other programs break nothing here."""
        assert text == review(text, crisis=CRISIS).statement

    @given(goal_text)
    def test_quote_style(self, text: str) -> None:
        """Straight or curly quotes, hyphens or dashes: the same is found."""
        plain = text.replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"')
        plain = plain.replace("\u2013", "-")
        assert said(review(text, crisis=CRISIS)) == said(review(plain, crisis=CRISIS))

    @given(goal_text, st.sampled_from((" by 1 March 2027", " within six weeks", " by Friday")))
    def test_deadline_never_lowers(self, text: str, deadline: str) -> None:
        """With one more deadline a goal is at least as time-bound."""
        before = review(text, crisis=CRISIS).verdicts.time_bound
        after = review(f"{text}{deadline}", crisis=CRISIS).verdicts.time_bound
        assert _FAR[before] <= _FAR[after]

    @given(goal_text)
    def test_fields_silence_words(self, text: str) -> None:
        """Where a form answers, no words are asked."""
        goal = Goal(text, target=at_least(1, "days", due=date(2027, 3, 1)), confidence=8)
        answered = {Criterion.MEASURABLE, Criterion.TIME_BOUND, Criterion.ACHIEVABLE}
        report = review(goal, crisis=CRISIS)
        origins = {f.origin for f in report.findings if f.criterion in answered}
        assert origins <= {Origin.FIELD}

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

    @given(texts)
    def test_case(self, text: str) -> None:
        """Capitals never lower what is found."""
        found = screen(text)
        if found.calls_for_answer:
            assert found is screen(text.upper()) is screen(text.lower()) is screen(text.title())

    @given(texts, any_text)
    def test_respond_now_is_monotone(self, text: str, more: str) -> None:
        """Whatever is written on the next line, what called for an answer still does."""
        if screen(text) is NOW:
            assert NOW is screen(f"{text}\n{more}")

    @given(texts, any_text)
    def test_clinician_falls_only_through_a_prescriber(self, text: str, more: str) -> None:
        """Only somebody who looks after the medicine can settle it."""
        if screen(text) is TALK and not _names_prescriber(more):
            assert _RANK[TALK] <= _RANK[screen(f"{text}\n{more}")]

    @given(texts)
    def test_spans(self, text: str) -> None:
        """A class rests on a span of the text; no span, no class."""
        spans = screen_spans(text)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert bool(spans) == screen(text).calls_for_answer


def _names_prescriber(text: str) -> bool:
    """Say whether a text alone settles a medicine that is stopped."""
    return screen(f"come off sertraline\n{text}") is not TALK
