"""Laws of the alternatives: words stand, safety and protection first, few and the nearest."""

from __future__ import annotations

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from stepwell.display import to_html, to_text
from stepwell.messages import say
from stepwell.safety import CrisisResources
from stepwell.smart import Because, Framing, load_lexicon, review, towards
from stepwell.smart.nearness import near_templates
from stepwell.smart.statement import read_statement
from tests.catalog_strategies import CATALOG
from tests.protecting_cases import NEAR_MISSES, PROTECTED, THREATS
from tests.review_strategies import goal_text, texts

CRISIS: Final = CrisisResources("Ring Kim.")
LEXICON: Final = load_lexicon("en")
KEYWORDS: Final = sorted({word for focus in CATALOG.focuses for word in focus.keywords})
ASKED: Final = {
    say(f"review.{name}.question")
    for name in ("framing", "feeling", "own_control", "absolutist", "specific", "measurable")
}

away = st.builds(
    "{} {}".format,
    st.sampled_from(("stop", "less", "avoid", "not be so", "stop feeling", "reduce my")),
    st.lists(st.sampled_from(KEYWORDS), min_size=1, max_size=3).map(" ".join),
)
wishes = texts | away | st.sampled_from(NEAR_MISSES)
some = st.lists(st.sampled_from(CATALOG.templates), max_size=12, unique=True)
shelves = some | st.just(CATALOG)
tails = st.sampled_from(("", " by March", " every day", " for a month", ", for my kids", " please"))
protected = st.builds("{}{}".format, st.sampled_from([text for text, _ in PROTECTED]), tails)
threats = st.builds("{}{}".format, st.sampled_from(THREATS), tails)


@given(wishes, shelves)
def test_the_words_stand(text: str, shelf: object) -> None:
    """Whatever is offered, the statement is what was given."""
    found = towards(text, shelf, crisis=CRISIS)  # type: ignore[arg-type]  # either kind
    assert text == found.statement
    assert to_text(found)
    assert to_html(found)


@given(wishes, shelves)
def test_two_or_three_or_none_with_a_reason(text: str, shelf: object) -> None:
    """There are two or three different ones, or none and why."""
    found = towards(text, shelf, crisis=CRISIS)  # type: ignore[arg-type]  # either kind
    codes = {each.template.code for each in found.alternatives}
    assert len(codes) == len(found.alternatives)
    assert len(codes) in ({2, 3} if found.because is None else {0})
    assert all(each.template in CATALOG.templates for each in found.alternatives)


@given(wishes, shelves)
def test_safety_first(text: str, shelf: object) -> None:
    """Beside words that call for a person nothing is offered."""
    found = towards(text, shelf, crisis=CRISIS)  # type: ignore[arg-type]  # either kind
    report = review(text, crisis=CRISIS)
    assert report.safety is found.safety
    assert report.safety.calls_for_answer == (found.because is Because.SAFETY)
    if report.safety.calls_for_answer:
        assert (report.message, ()) == (found.text, found.alternatives)


@given(goal_text | away | st.sampled_from(NEAR_MISSES))
def test_only_for_an_avoidance(text: str) -> None:
    """What points towards something, or both ways, is left as it is."""
    if review(text, crisis=CRISIS).traits.framing is not Framing.AWAY:
        assert () == towards(text, CATALOG, crisis=CRISIS).alternatives


@given(protected | threats)
def test_nothing_where_avoidance_protects(text: str) -> None:
    """Nobody is offered anything in place of what keeps them safe."""
    assert () == towards(text, CATALOG, crisis=CRISIS).alternatives


@given(goal_text | st.sampled_from(NEAR_MISSES), threats)
def test_nothing_is_asked_where_harm_is_possible(text: str, threat: str) -> None:
    """However the wish is put, a threat beside it hushes what would put it on the person."""
    for words in (f"{text}. {threat}", f"{threat}\n{text}"):
        found = review(words, crisis=CRISIS)
        assert ASKED.isdisjoint(each.question for each in found.findings)


@given(away | st.sampled_from(NEAR_MISSES), st.permutations(CATALOG.templates[:30]))
def test_order_decides_only_between_equals(text: str, shuffled: list[object]) -> None:
    """In any order the same templates are near, and equally near."""
    assert LEXICON is not None
    statement = read_statement(text, LEXICON)
    one = {each.code: each for each in CATALOG.templates[:30]}
    two = {each.code: one[each.code] for each in shuffled}  # type: ignore[attr-defined]  # templates
    first, second = (near_templates(statement, "activity", each) for each in (one, two))
    assert [each.nearness for each in first] == [each.nearness for each in second]
    assert {each.template.code: each for each in first} == {
        each.template.code: each for each in second
    }
