"""Laws of discovery: it ends, it repeats itself, it gives reasons, it keeps what was heard."""

from __future__ import annotations

from typing import Any, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from stepwell.discovery import Answers, Ask, Candidates, Question, discover
from stepwell.display import to_html, to_text
from stepwell.kindness import check_kind
from stepwell.safety import CrisisResources
from tests.catalog_strategies import CATALOG
from tests.strategies import hostile_words, words

OURS: Final = CrisisResources("Call the number on page one.")
KEYWORDS: Final = sorted({word for focus in CATALOG.focuses for word in focus.keywords})
FIELDS: Final = {ask: ask.value for ask in Ask} | {Ask.CHOOSE: "chosen"}

SPOKEN = st.lists(st.sampled_from(KEYWORDS) | words() | hostile_words(), max_size=4).map(tuple)
CODES = st.sampled_from(list(CATALOG)) | st.just(())
RATINGS = st.integers(0, 10) | st.just(())
PARTS: Final[dict[Ask, st.SearchStrategy[Any]]] = {
    Ask.HOPES: SPOKEN,
    Ask.CHALLENGES: SPOKEN,
    Ask.VALUES: SPOKEN,
    Ask.CHOOSE: CODES,
    Ask.IMPORTANCE: RATINGS,
    Ask.CONFIDENCE: RATINGS,
}


def all_answers() -> st.SearchStrategy[Answers]:
    """Return answers of which any may be missing or skipped."""
    area = st.none() | st.just(()) | st.sampled_from([each.code for each in CATALOG.categories])
    parts = {FIELDS[ask]: st.none() | part for ask, part in PARTS.items()}
    return st.builds(Answers, area=area, **parts)


def spoken_answers() -> st.SearchStrategy[Answers]:
    """Return answers in words to all that is asked before somebody chooses."""
    return st.builds(Answers, hopes=SPOKEN, challenges=SPOKEN, values=SPOKEN)


def areas(found: Question | Candidates) -> set[str]:
    """Return the areas of the goals that are offered."""
    candidates = found.candidates if isinstance(found, Candidates) else ()
    return {CATALOG.category_of(each.template.focus).code for each in candidates}


@given(all_answers())
def test_the_same_answers_bring_the_same(answers: Answers) -> None:
    """Nothing else is looked at."""
    again = attrs.evolve(answers)

    assert discover(answers, crisis=OURS) == discover(again, crisis=OURS)


@given(all_answers())
def test_safety_and_questions_exclude_each_other(answers: Answers) -> None:
    """Where a person is called for, nothing is asked, followed up or offered."""
    found = discover(answers, crisis=OURS)

    if found.safety.calls_for_answer:
        assert isinstance(found, Question)
        assert (None, (), ()) == (found.ask, found.follow, found.offers)
        assert found.signals
    else:
        assert answers.next_ask == found.ask
        assert isinstance(found, Candidates) or found.ask is not None


@given(all_answers())
def test_what_a_person_heard_stops_nothing_and_stays_in_sight(answers: Answers) -> None:
    """The dialogue goes on; the class and the signals are those of the first look."""
    first = discover(answers, crisis=OURS)
    found = discover(answers, crisis=OURS, heard=answers)

    assert answers.next_ask == found.ask
    assert (first.safety, first.signals) == (found.safety, found.signals)
    assert found.safety.calls_for_answer == (found.beside is not None)


@given(st.data())
def test_the_questions_end(data: st.DataObject) -> None:
    """Whatever is answered, each is asked at most once, in order."""
    answers = Answers()
    seen: list[Ask] = []
    while (ask := discover(answers, crisis=OURS).ask) is not None:
        seen.append(ask)
        answers = attrs.evolve(answers, **{FIELDS[ask]: data.draw(PARTS[ask])})

    assert seen == list(Ask)[: len(seen)]


@given(spoken_answers())
def test_every_goal_has_a_reason_that_quotes_a_keyword_alone(answers: Answers) -> None:
    """The reason is kind, and holds no words but those of the catalog."""
    found = discover(answers, crisis=OURS)
    candidates = found.candidates if isinstance(found, Candidates) else ()

    assert len(candidates) <= 6
    assert len(candidates) == len({each.template.code for each in candidates})
    assert len(candidates) in {0, 3, 4, 5, 6}
    for each in candidates:
        focus = CATALOG.focus(each.template.focus)
        assert each.keyword in focus.keywords
        assert [f'"{each.keyword}"'] == [f'"{part}"' for part in each.reason.split('"')[1::2]]
        assert () == check_kind(each.reason)


@given(spoken_answers(), st.sampled_from(["hopes", "challenges", "values"]), SPOKEN)
def test_saying_more_never_loses_an_area(
    answers: Answers, name: str, more: tuple[str, ...]
) -> None:
    """Only words that call for a person come before the goals."""
    said = attrs.evolve(answers, **{name: (*getattr(answers, name), *more)})
    found = discover(said, crisis=OURS)

    if not found.safety.calls_for_answer:
        assert areas(discover(answers, crisis=OURS)) <= areas(found)


@given(all_answers(), hostile_words())
def test_no_words_of_a_person_are_shown(answers: Answers, text: str) -> None:
    """The views say what the catalog and the sentences say, whatever was written."""
    told = attrs.evolve(answers, hopes=(f"qzx{text}qzx",))
    found = discover(told, crisis=OURS)

    assert "qzx" not in to_text(found)
    assert "qzx" not in to_html(found)
