"""Laws of the catalog: whatever fits the blanks makes a goal that holds together."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.catalog import Blank, BlankKind, Fit, Focus, GoalTemplate
from stepwell.catalog.asides import asides
from stepwell.catalog.searching import keyword_hits
from stepwell.errors import OutsideScale, RuleBroken
from stepwell.goals import Goal
from stepwell.kindness import check_kind
from stepwell.safety import SafetyClass
from stepwell.serialization import dumps, loads
from stepwell.smart import Report, Verdict, review
from tests.catalog_strategies import CATALOG, FIRST_DAY, Blanks, filled_goals, over_the_range
from tests.refusals import all_that_is_said
from tests.strategies import hostile_words, words

STEERS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
Filled = tuple[GoalTemplate, Blanks, Goal]
EVERY = pytest.mark.parametrize("template", CATALOG.templates, ids=list(CATALOG))


def verdicts(report: Report) -> dict[str, Verdict]:
    """Return the five of SMART by name."""
    return dict(report.verdicts.items())


STRUCTURED = {
    "specific": Verdict.MET,
    "measurable": Verdict.MET,
    "achievable": Verdict.NOT_ASSESSED,  # nobody was asked
    "relevant": Verdict.NOT_ASSESSED,  # nobody was asked
    "time_bound": Verdict.MET,
}


@EVERY
def test_it_passes_the_review_over_its_whole_range(template: GoalTemplate) -> None:
    """No structured criterion is open; what nobody asked stays unasked; nothing alarms."""
    for blanks in over_the_range(template):
        goal = CATALOG.fill(template, start=FIRST_DAY, **blanks)
        report = review(goal, today=FIRST_DAY)

        assert (goal.statement, STRUCTURED) == (goal.statement, verdicts(report))
        assert SafetyClass.NOTHING_FOUND is report.safety
        assert () == check_kind(goal.statement)


@given(filled_goals())
def test_any_mix_passes_the_review(filled: Filled) -> None:
    """The numbers and the words of a template do not get in each other's way."""
    _, _, goal = filled
    report = review(goal, today=FIRST_DAY)

    assert STRUCTURED == verdicts(report)
    assert SafetyClass.NOTHING_FOUND is report.safety


@given(filled_goals())
def test_its_words_alone_say_what_and_how_much(filled: Filled) -> None:
    """A host that keeps only the sentence keeps something specific and measurable."""
    _, _, goal = filled
    report = review(goal.statement, today=FIRST_DAY)

    assert Verdict.MET is report.verdicts.specific
    assert Verdict.MET is report.verdicts.measurable
    assert report.traits.single
    assert report.traits.own_control


@given(filled_goals())
def test_the_goal_is_the_template_and_what_went_in(filled: Filled) -> None:
    """Area and measure come from the focus, the number from its blank, the day from the weeks."""
    template, blanks, goal = filled

    assert goal.target is not None
    assert blanks[template.aim.blank] == goal.target.low
    assert FIRST_DAY + timedelta(weeks=template.weeks) == goal.target.due
    assert CATALOG.focus(template.focus).measure == goal.measure
    assert CATALOG.category_of(template.focus).code == goal.category
    assert all(str(value) in goal.statement for value in blanks.values())
    assert goal.why is None


@given(filled_goals())
def test_the_goal_can_be_kept(filled: Filled) -> None:
    """It comes back from a document as it went in."""
    _, _, goal = filled

    assert goal == loads(dumps(goal))


@given(hostile_words() | words(), st.integers(1, 500))
def test_words_go_in_as_they_are_or_not_at_all(text: str, limit: int) -> None:
    """On one line and within the limit, or refused in silence about them."""
    blank = Blank("place", kind=BlankKind.WORDS, limit=limit, example="x")

    tidy = " ".join(text.split())
    if len(tidy) <= limit and not STEERS.search(tidy):
        assert tidy == blank.check(text)
        return

    with pytest.raises(RuleBroken) as caught:
        blank.check(text)

    assert ("text.too_long" if len(tidy) > limit else "text.control") == caught.value.code
    assert len(text) < 9 or text not in all_that_is_said(caught.value)


@given(st.integers(0, 40), st.integers(0, 9), st.integers(1, 9), st.integers(-5, 130))
def test_a_number_fits_or_is_refused(low: int, steps: int, step: int, number: int) -> None:
    """What fits is exactly what is offered."""
    blank = Blank("count", low=low, high=low + steps * step, step=step)

    if number in blank.choices:
        assert number == blank.check(number)
    else:
        with pytest.raises(OutsideScale):
            blank.check(number)


@given(words(), st.sets(st.sampled_from(Fit), max_size=3))
def test_a_search_never_invents_and_never_repeats(text: str, fits: set[Fit]) -> None:
    """Any text finds some of the templates, each once, the same ones each time."""
    found = CATALOG.find(text, fits=tuple(fits))

    assert len(found) == len({each.code for each in found})
    assert set(found) <= set(CATALOG.values())
    assert all(fits <= set(each.fits) for each in found)
    assert found == CATALOG.find(text, fits=tuple(fits))


@given(st.sampled_from(CATALOG.focuses), st.data())
def test_a_keyword_finds_its_focus(home: Focus, data: st.DataObject) -> None:
    """However it is written, among other words."""
    keyword = data.draw(st.sampled_from(home.keywords))
    spelt = data.draw(st.sampled_from((keyword, keyword.upper(), keyword.replace(" ", "-"))))

    found = {each.focus for each in CATALOG.find(f"Something about {spelt}, I think")}

    assert home.code in found


@given(st.dates(date(9990, 1, 1), date.max), st.sampled_from(CATALOG.templates))
def test_a_start_near_the_end_of_the_calendar_is_refused(
    start: date, template: GoalTemplate
) -> None:
    """Rather than overflow."""
    if date.max - start < timedelta(weeks=template.weeks):
        with pytest.raises(RuleBroken, match=r"goal\.due"):
            CATALOG.fill(template, start=start, **template.suggestions)
    else:
        assert start == CATALOG.fill(template, start=start, **template.suggestions).start


@given(st.data())
def test_an_aside_brings_nothing(data: st.DataObject) -> None:
    """However it is written; what stands outside of it counts as ever."""
    aside = data.draw(st.sampled_from(sorted(asides("en").phrases)))
    home = data.draw(st.sampled_from(CATALOG.focuses))
    keyword = data.draw(st.sampled_from(home.keywords))
    spelt = data.draw(st.sampled_from((aside, aside.upper(), aside.replace(" ", "-"))))

    found = keyword_hits(f"{spelt}: {keyword}", CATALOG.focuses, locale="en")

    assert {keyword} == {word for word, _ in found}
    assert home.code in {focus for _, focus in found}
