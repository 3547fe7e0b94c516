"""Laws of drafts, for any words at all."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stepwell.display import to_html, to_text
from stepwell.goals import Goal
from stepwell.kindness import check_kind
from stepwell.safety import CrisisResources
from stepwell.serialization import dumps, loads
from stepwell.smart import Draft, review, suggest
from tests.strategies import AWKWARD, days, hostile_words

CRISIS: Final = CrisisResources("Ring Kim.")
PIECES: Final = (
    "walk", "PHQ-9", "BDI", "from", "to", "below", "at most", "at least", "20", "0", "1e9", "3-4",
    "9" * 400, "-5", "7/10", "12/10", "50%", "40", "minutes", "times a week", "every day", "twice",
    "by 1 March", "by 31 February", "starting 5 June 2027", "by 1 May 2020", "until Friday",
    "within 99999999999 weeks", "at 7", "at 25:99", "8/10 sure", "11/10 sure", "out of 10", ",",
    "and", "stop", "lose", "kg", "half an hour", "(", ")", "\ud83d", "\x00", "1/2/2027", "٣",
)  # fmt: skip

numbered = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join)
texts = (numbered | st.text(max_size=60) | hostile_words()).filter(str.strip)
todays = st.none() | days()


def drafted(text: str, today: date | None) -> Draft:
    """Return the draft of some words."""
    return suggest(text, today=today, crisis=CRISIS)


@given(texts, todays)
@example("PHQ-9 from 40 to 30 starting 5 June 2027 by 1 March 2027", date(2027, 1, 4))
@example("walk 20 minutes 1/2/2027", None)
def test_every_part_is_the_text_or_named(text: str, today: date | None) -> None:
    """Nothing is invented: what is set is named in ``taken``, and quoted."""
    draft = drafted(text, today)
    named = {each.path for each in draft.taken}
    if draft.goal is not None:
        bare = Goal(text)
        assert text == draft.goal.statement
        changed = {
            f"goal.{each.name}"
            for each in attrs.fields(Goal)
            if getattr(bare, each.name) != getattr(draft.goal, each.name)
        }
        assert changed == {path for path in named if path.count(".") == 1}
    assert (draft.rhythm is None) == ("rhythm" not in named)
    assert (draft.due is None) == ("due" not in named)


@given(texts, todays)
def test_spans_quote(text: str, today: date | None) -> None:
    """Every span lies in the words, and what was taken quotes them."""
    draft = drafted(text, today)
    for each in draft.taken:
        assert each.text == (None if each.span is None else text[slice(*each.span)])
    found = [each.span for each in draft.taken] + [each.span for each in draft.unsure]
    spans = [span for span in found if span is not None]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(texts, todays)
def test_safety_leaves_the_message_alone(text: str, today: date | None) -> None:
    """Where the words call for a person, there is no goal; elsewhere no message."""
    report = review(text, today=today, crisis=CRISIS)
    draft = drafted(text, today)
    assert report.message in {None, draft.message}
    assert draft.message is None or Draft(statement=text, message=draft.message) == draft


@given(texts, todays)
@example("get from 80 to 60 kg within two weeks", date(2027, 1, 4))
@example("weigh at most 60 kg by Friday, down from 80 to 60", date(2027, 1, 4))
def test_no_goal_of_a_draft_calls_for_a_person(text: str, today: date | None) -> None:
    """Neither its words nor its numbers: what would is not suggested."""
    goal = drafted(text, today).goal
    if goal is not None:
        assert not review(goal, today=today, crisis=CRISIS).safety.calls_for_answer


@given(texts, todays)
def test_a_draft_is_shown_whole(text: str, today: date | None) -> None:
    """Every doubt is in both views, each doubt about a part once, and each is kind."""
    draft = drafted(text, today)
    shown = " ".join(to_text(draft).split())
    assert all(each.sentence in shown for each in draft.unsure)
    assert to_html(draft)
    assert [] == [found for each in draft.unsure for found in check_kind(each.sentence)]
    parts = [(each.doubt, each.path) for each in draft.unsure]
    assert len(set(parts)) == len(parts)


@given(texts, todays)
def test_a_draft_applies(text: str, today: date | None) -> None:
    """Its goal is stored and comes back as it was, and suggesting again says the same."""
    draft = drafted(text, today)
    if draft.goal is not None:
        assert draft.goal == loads(dumps(draft.goal))
    assert draft == drafted(text, today)


@pytest.mark.parametrize("text", [*AWKWARD, "walk " * 2000, "by 1 March " * 900, "20 min " * 1400])
def test_awkward(text: str) -> None:
    """Texts that broke other programs break nothing here."""
    assert text == drafted(text, date(2027, 1, 4)).statement
