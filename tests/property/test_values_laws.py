"""Laws of the values people make: numbers on scales, targets, words."""

from __future__ import annotations

import math
from itertools import permutations

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from stepwell._fields import words_of
from stepwell._text import normalise, plain_number
from stepwell.errors import OutsideScale, RuleBroken
from stepwell.goals import Barrier, Category, Goal, IfThenPlan
from stepwell.instruments import PHQ9
from stepwell.measures import Measure, Reading, Target, canonical_unit
from tests.refusals import all_that_is_said
from tests.strategies import (
    amounts,
    amounts_on,
    days,
    goals,
    hostile_words,
    item_answers,
    measures,
    targets,
    targets_for,
    words,
)

ANY_TEXT = st.text(st.characters(), max_size=30)
CROWDS = st.lists(
    targets(unit="minutes", ends=st.integers(0, 5).map(float)), min_size=2, max_size=8
)


class TestMeasures:
    """Readings lie on the scale of their measure."""

    @given(st.data())
    def test_what_is_on_the_scale_is_kept(self, data: st.DataObject) -> None:
        """To the last bit."""
        measure = data.draw(measures())
        amount = data.draw(amounts_on(measure))

        assert amount == Reading(amount, measure=measure, on=data.draw(days())).amount

    @given(measures(), amounts())
    def test_what_is_kept_is_on_the_scale(self, measure: Measure, amount: float) -> None:
        """Or it is refused as off the scale, never bent."""
        low = -math.inf if measure.low is None else measure.low
        high = math.inf if measure.high is None else measure.high
        try:
            kept = measure.check(amount)
        except OutsideScale:
            assert measure.step is not None or not low <= amount <= high
        else:
            assert low <= amount <= high
            assert amount == kept

    @given(measures(), st.floats())
    def test_every_float_is_kept_or_refused(self, measure: Measure, amount: float) -> None:
        """By a rule, whatever its size; NaN and infinities always."""
        try:
            kept = measure.check(amount)
        except RuleBroken:
            return
        assert math.isfinite(kept)

    @given(measures())
    def test_a_unit_has_one_spelling(self, measure: Measure) -> None:
        """Spelling it again changes nothing."""
        assert measure.unit == canonical_unit(measure.unit)


class TestTargets:
    """Easier means: met by everything that meets the harder one, and by more."""

    @given(CROWDS, st.integers(-1, 6))
    def test_easier_implies_met(self, crowd: list[Target], amount: int) -> None:
        """Nobody loses a day that counted by easing."""
        for one, other in permutations(crowd, 2):
            if one.is_easier_than(other) and other.is_met_by(amount):
                assert one.is_met_by(amount)

    @given(CROWDS)
    def test_something_meets_the_easier_one_alone(self, crowd: list[Target]) -> None:
        """What lies just beyond an end of the harder one."""
        for one, other in permutations(crowd, 2):
            if one.is_easier_than(other):
                beyond = [
                    math.nextafter(end, way)
                    for end, way in ((other.low, -math.inf), (other.high, math.inf))
                    if end is not None
                ]
                assert any(one.is_met_by(each) for each in beyond)
                assert not any(other.is_met_by(each) for each in beyond)

    @given(targets())
    def test_nothing_is_easier_than_itself(self, target: Target) -> None:
        """Whatever its kind."""
        assert not target.is_easier_than(target)

    @given(targets(), targets())
    def test_only_one_of_two_is_easier(self, one: Target, other: Target) -> None:
        """A strict order has no circles of two."""
        assert not (one.is_easier_than(other) and other.is_easier_than(one))

    @given(CROWDS)
    def test_easier_than_what_is_easier(self, crowd: list[Target]) -> None:
        """Runs on from one to the next."""
        for one, two, three in permutations(crowd, 3):
            if one.is_easier_than(two) and two.is_easier_than(three):
                assert one.is_easier_than(three)

    @given(targets(), targets())
    def test_units_are_never_compared(self, one: Target, other: Target) -> None:
        """Neither of two targets in different units is easier."""
        assume(one.unit != other.unit)

        assert not one.is_easier_than(other)

    @given(targets())
    def test_the_ends_count(self, target: Target) -> None:
        """An end is met, and what lies beyond it is not."""
        for end, outward in ((target.low, -math.inf), (target.high, math.inf)):
            if end is not None:
                assert target.is_met_by(end)
                assert not target.is_met_by(math.nextafter(end, outward))


class TestGoals:
    """Goals are values."""

    @given(goals())
    def test_a_goal_made_again_is_the_same(self, goal: Goal) -> None:
        """Its parts pass the same checks again, and it can stand in a set."""
        assert {goal} == {goal, attrs.evolve(goal)}

    @given(st.data())
    def test_a_target_that_fits_a_measure_is_taken(self, data: st.DataObject) -> None:
        """Unit, direction and scale agree."""
        measure = data.draw(measures())
        target = data.draw(targets_for(measure))

        assert measure == Goal("Walk", measure=measure, target=target).scale

    @given(goals())
    def test_every_word_is_found_for_screening(self, goal: Goal) -> None:
        """Statement, reasons, barriers, plans, names and units."""
        found = dict(words_of(goal, "goal"))
        expected = {"goal.statement": goal.statement}
        if goal.category is not None and not isinstance(goal.category, Category):
            expected["goal.category"] = goal.category
        if goal.why is not None:
            expected["goal.why"] = goal.why
        for at, barrier in enumerate(goal.barriers):
            expected[f"goal.barriers[{at}].what"] = barrier.what
            for to, plan in enumerate(barrier.plans):
                expected[f"goal.barriers[{at}].plans[{to}].when"] = plan.when
                expected[f"goal.barriers[{at}].plans[{to}].then"] = plan.then
        if goal.target is not None:
            expected["goal.target.unit"] = goal.target.unit
        if goal.measure is not None:
            expected["goal.measure.name"] = goal.measure.name
            expected["goal.measure.unit"] = goal.measure.unit

        assert expected == found

    @given(ANY_TEXT | hostile_words())
    def test_words_are_kept_or_refused_in_silence(self, text: str) -> None:
        """Whatever is written, an error does not repeat it."""
        written = f"\x00\u2603{text}\u2603"
        for make in (
            Goal,
            Barrier,
            lambda words: IfThenPlan(when=words, then="rest"),
            lambda words: Goal("Walk", category=words),
            lambda words: Goal("Walk", lifecycle=words),
        ):
            with pytest.raises(RuleBroken) as caught:
                make(written)
            assert "\u2603" not in all_that_is_said(caught.value)


class TestScores:
    """Totals stay on their scale, and a flag is never lost."""

    @given(item_answers())
    def test_a_total_is_on_the_scale(self, items: list[int | None]) -> None:
        """With a band whenever there is one."""
        score = PHQ9.score(items)

        assert (score.total is None) == (items.count(None) > 2)
        assert score.total is None or PHQ9.low <= score.total <= PHQ9.high
        assert (score.total is None) == (score.band is None)

    @given(item_answers())
    def test_item_nine_is_up_down_or_not_assessed(self, items: list[int | None]) -> None:
        """By its own answer and nothing else."""
        score = PHQ9.score(items)
        expected = {None: ((), ("item9",)), 0: ((), ())}.get(items[8], (("item9",), ()))

        assert expected == (score.flags, score.not_assessed)


class TestText:
    """Reading text, and the way back."""

    @given(ANY_TEXT | hostile_words(), ANY_TEXT | hostile_words(), st.booleans())
    @example("`", "\u00e9", False)
    def test_what_stands_beside_a_letter_does_not_matter(
        self, one: str, other: str, fold: bool
    ) -> None:
        """Two texts read together are read as each alone."""
        apart = normalise(one, fold=fold).text + normalise(other, fold=fold).text

        assert apart == normalise(one + other, fold=fold).text

    @given(ANY_TEXT | hostile_words(), st.booleans())
    def test_every_letter_knows_its_place(self, text: str, fold: bool) -> None:
        """Offsets never run back, and end at the end."""
        plain = normalise(text, fold=fold)

        assert len(plain.text) + 1 == len(plain.offsets)
        assert sorted(plain.offsets) == list(plain.offsets)
        assert len(text) == plain.offsets[-1]

    @given(ANY_TEXT | hostile_words(), st.booleans(), st.data())
    def test_a_span_reads_as_it_was_found(self, text: str, fold: bool, data: st.DataObject) -> None:
        """What stands at the place of a span holds the letters of the span."""
        plain = normalise(text, fold=fold)
        start = data.draw(st.integers(0, len(plain.text)))
        end = data.draw(st.integers(start, len(plain.text)))
        first, last = plain.span(start, end)

        assert plain.text[start:end] in normalise(text[first:last], fold=fold).text

    @given(words())
    def test_plain_text_stays_plain(self, text: str) -> None:
        """Reading it again changes nothing."""
        once = normalise(text).text

        assert once == normalise(once).text

    @given(amounts(), st.integers(0, 6))
    def test_a_written_number_is_near_the_number(self, number: float, digits: int) -> None:
        """To half of its last digit, and never with a minus before nothing."""
        written = plain_number(number, digits=digits)

        assert abs(float(written) - number) <= 0.5 * 10.0**-digits + 1e-9
        assert "-0" != written
        assert "." not in written or written[-1] not in "0."
