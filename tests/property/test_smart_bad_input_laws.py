"""Whatever is given to the review, it answers with a report or with one clear error.

An error says what to do and never repeats the words: they would end up in a log.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.display import to_html, to_text
from stepwell.errors import RuleBroken
from stepwell.safety import SafetyClass, screen
from stepwell.smart import review, suggest
from tests.refusals import NO_TEXT, SECRET, all_that_is_said, broken
from tests.review_strategies import CRISIS, TODAYS, texts

TODAY: Final = date(2027, 1, 4)

EMPTY: Final = ("", " ", "\n\t \r\n", "\u00a0\u2003\u3000", "\x1c\x1d\x85\u2028")
ODD: Final = {
    "emoji": "\U0001f49b\U0001f469\u200d\U0001f467\U0001f3f3\ufe0f\u200d\U0001f308",
    "zero width": "\u200b\u200d\ufeff",
    "marks": "?!...,;:()[]{}<>/\\|*_~`'\"",
    "digits": "12 34 5/6 7.8",
    "no year": "walk in " + "9" * 5000,
    "large": "walk " + "9" * 400 + " km within " + "9" * 400 + " years at " + "9" * 99 + " pm",
    "russian": "\u0425\u043e\u0434\u0438\u0442\u044c \u043a\u0430\u0436\u0434\u044b\u0439",
    "arabic": "\u0623\u0631\u064a\u062f \u0623\u0646 \u0623\u0645\u0634\u064a",
    "chinese": "\u6211\u60f3\u6bcf\u5929\u8d70\u8def",
    "hindi": "\u092e\u0948\u0902 \u0930\u094b\u091c\u093c \u091a\u0932\u0928\u093e",
    "html": "<script>alert(1)</script><b onclick='x'>walk</b> &lt;20&gt; &amp; rest",
    "markdown": "# Walk\n\n* **20** [minutes](javascript:alert(1)) `daily`\n\n| a | b |\n|--|--|",
    "controls": "walk\x00\x01\x1b[31m by\x07 Friday\x7f\x9f",
    "surrogates": "\ud83d walk \udc9b by Friday \ud83d",
    "bidi": "\u202ewalk\u202c \u2066by\u2069 Friday",
    "stacked marks": "w" + "\u0301\u0338" * 2000 + "alk",
    "template": "{name} {0} %s %(x)d ${HOME}",
    "longest": "walk by Friday " * 666 + "walk now !",
}
"""Texts that are reviewed, by what is odd about them."""

UNREAD: Final = ("emoji", "zero width", "marks", "digits", "russian", "arabic", "chinese", "hindi")


@pytest.mark.parametrize("text", EMPTY, ids=ascii)
def test_nothing_is_refused(text: str) -> None:
    """Where there is nothing to read, one error says so."""
    assert ("review.empty", "goal_or_text") == broken(lambda: review(text))


@pytest.mark.parametrize("odd", ODD)
def test_odd_text_is_reviewed(odd: str) -> None:
    """Any text is reviewed, shown as text and as HTML, and made a draft or refused clearly."""
    report = review(ODD[odd], today=TODAY, crisis=CRISIS)

    assert ODD[odd] == report.statement
    assert to_text(report)
    assert "<script" not in to_html(report)
    assert drafted(ODD[odd], TODAY)


@pytest.mark.parametrize("odd", UNREAD)
def test_what_cannot_be_read_is_not_assessed(odd: str) -> None:
    """Without words of the language nothing is judged, and nothing is called safe."""
    report = review(ODD[odd], crisis=CRISIS)

    assert SafetyClass.NOT_ASSESSED is report.safety is screen(ODD[odd])
    assert {"not_assessed"} == {str(each) for each in (report.verdicts[n] for n in report.verdicts)}
    assert () == report.cues


def test_longest_text() -> None:
    """10,000 characters are reviewed; one more is refused, and the error repeats none."""
    text = SECRET.ljust(10_000, ".")

    assert text == review(text).statement
    assert ("review.too_long", "goal_or_text") == broken(lambda: review(f"{text}."))


def test_no_text_is_refused() -> None:
    """What is no text is refused by its kind alone."""
    assert ("review.type", "goal_or_text") == broken(lambda: review(NO_TEXT))
    assert ("review.type", "goal_or_text") == broken(lambda: review([SECRET]))  # type: ignore[arg-type]


@given(texts | st.sampled_from(sorted(ODD.values())), TODAYS)
def test_drafts_are_made_or_refused(text: str, today: date | None) -> None:
    """A draft is made of any words, or one error refuses them."""
    assert drafted(text, today)


@given(st.text(max_size=20), st.integers(10_001, 10_100))
def test_errors_repeat_nothing(text: str, length: int) -> None:
    """Whatever is refused, the error holds none of the words."""
    with pytest.raises(RuleBroken) as caught:
        review(f"{SECRET} {text}".ljust(length, "x"))

    assert SECRET not in all_that_is_said(caught.value)


def drafted(text: str, today: date | None) -> bool:
    """Say whether a draft keeps the words as they are, or is refused without them."""
    try:
        draft = suggest(text, today=today, crisis=CRISIS)
    except RuleBroken as refusal:
        return len(text) < len(SECRET) or text not in all_that_is_said(refusal)
    return draft.goal is None or text == draft.goal.statement
