"""Texts for the laws of the review: wishes, awkward texts, and words that the lexicons know."""

from __future__ import annotations

from datetime import date
from typing import Final

from hypothesis import strategies as st

from stepwell.errors import RuleBroken
from stepwell.goals import Goal
from stepwell.safety import CrisisResources
from stepwell.safety.lexicon import load_lexicon as load_safety_lexicon
from stepwell.smart import Report, load_lexicon
from tests.evaluation.safety_cases import read
from tests.strategies import hostile_words

__all__ = [
    "CRISIS",
    "DEADLINES",
    "TODAYS",
    "any_text",
    "concerns",
    "goal_text",
    "is_storable",
    "known_words",
    "said",
    "styled",
    "texts",
]

CRISIS: Final = CrisisResources("Ring Kim.")

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
MARKS: Final = (
    ".", ",", ";", ":", "(", ")", "[", "]", "/", "-", " - ", "%", "&", "!", "?", "'", '"', "*", ">",
    "\n", "\u2019", "\u2013", "\u200b", "\u00a0", "\u2192", "0", "1", "2", "7/10", "2027", "10:45",
    "1,000", "2.5", "<b>", "**", "I", "Sam", "PHQ-9", "kg", "mg",
)  # fmt: skip
DEADLINES: Final = (" by 1 March 2027", " within six weeks", " by Friday")
TODAYS: Final = st.none() | st.dates() | st.sampled_from((date.min, date.max))

_SMALL: Final = st.sampled_from([*LETTERS, "want to ", "not ", "and ", "by "])
_SINGLE: Final = "'\u2018\u2019\u201b\u02bc\u2032\u00b4`"
_DOUBLE: Final = '"\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb'
_HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def _vocabulary() -> list[str]:
    """Return every word that the review or the screening has a class for."""
    review, safety = load_lexicon("en"), load_safety_lexicon("en")
    known = (each.vocabulary.words for each in (review, safety) if each is not None)
    return sorted({word for words in known for word in words})


known_words: Final = st.lists(
    st.sampled_from(_vocabulary()) | st.sampled_from(MARKS), min_size=1, max_size=16
).map(" ".join)
any_text: Final = st.text(max_size=60) | st.lists(_SMALL, max_size=40).map("".join)
concerns: Final = st.sampled_from(
    [each["text"] for each in read() if each["safety"] != "none"]
) | st.sampled_from(("I want to die", "come off sertraline"))
goal_text: Final = st.builds("{}{}".format, st.sampled_from(ACTS), st.sampled_from(WHENS))
texts: Final = (
    any_text | hostile_words() | goal_text | known_words
    | st.builds("{}. {}".format, goal_text, any_text)
    | st.builds("{} {}".format, goal_text, known_words)
).filter(str.strip)  # fmt: skip


def is_storable(text: str) -> bool:
    """Say whether a text can be the statement of a goal."""
    try:
        Goal(text)
    except RuleBroken:
        return False
    return True


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


def styled(text: str, styles: tuple[int, int, int]) -> str:
    """Return a text with all its quotes and hyphens in one style each."""
    rows = zip((_SINGLE, _DOUBLE, _HYPHENS), styles, strict=True)
    return text.translate({ord(each): row[at] for row, at in rows for each in row})
