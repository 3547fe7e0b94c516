"""Laws of ladders: they lead from here to there, one sayable rung after the other."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell._text import plain_number
from stepwell.decompose import Ladder, ladder
from stepwell.errors import RuleBroken
from stepwell.kindness import check_kind
from tests.strategies import amounts, ladders


@given(ladders())
def test_it_only_goes_one_way(made: Ladder) -> None:
    """Every rung is further than the one before, and they all sound different."""
    up = made.amounts[0] < made.amounts[-1]

    assert sorted(set(made.amounts), reverse=not up) == list(made.amounts)
    spoken = [plain_number(amount, digits=3) for amount in made.amounts]
    assert len(spoken) == len(set(spoken))


@given(amounts(-1000, 1000), amounts(0.01, 1000), st.sampled_from((1, -1)), st.integers(2, 50))
def test_it_leads_from_the_start_to_the_target(
    start: float, distance: float, way: int, rungs: int
) -> None:
    """To the last bit, with as many rungs as asked for or fewer."""
    target = start + way * distance
    made = ladder(start, target, unit="minutes", rungs=rungs)

    assert (start, target) == (made.amounts[0], made.amounts[-1])
    assert 2 <= len(made) <= rungs


@given(ladders())
def test_rungs_between_can_be_said(made: Ladder) -> None:
    """A few digits, and whole numbers between whole ends."""
    between = made.amounts[1:-1]
    if made.amounts[0].is_integer() and made.amounts[-1].is_integer():
        assert all(amount.is_integer() for amount in between)
    assert list(between) == [
        float(Decimal(str(amount)).quantize(Decimal("0.001"))) for amount in between
    ]


@given(st.integers(-100, 100), st.sampled_from((1, 2, 5, 10, 20, 25, 50)), st.integers(2, 12))
def test_even_round_distances_are_kept(count: int, gap: int, rungs: int) -> None:
    """Where every even rung is a round number, none is moved."""
    made = ladder(count * gap, (count + rungs - 1) * gap, unit="minutes", rungs=rungs)

    assert tuple(float((count + at) * gap) for at in range(rungs)) == made.amounts


@given(ladders())
def test_distances_are_about_even(made: Ladder) -> None:
    """No rung is more than three times as far away as the even distance."""
    far = abs(made.amounts[-1] - made.amounts[0])
    even = max(far / (len(made) - 1), 1.0 if made.amounts[0].is_integer() else 0.001)

    assert all(
        abs(after - before) <= 3 * even
        for before, after in zip(made.amounts, made.amounts[1:], strict=False)
    )


@given(ladders())
def test_it_becomes_steps_in_a_row(made: Ladder) -> None:
    """One step a rung that is not nothing, the first one ready, and nothing unkind in it."""
    plan = made.plan

    assert sum(bool(amount) for amount in made.amounts) == len(plan)
    assert plan.steps[:1] == plan.ready()
    sentences = (made.note, *(rung.reason for rung in made))
    assert [] == [found for sentence in sentences for found in check_kind(sentence)]


@given(st.floats(), st.floats(), st.integers(2, 50))
def test_any_two_numbers_have_a_ladder_or_a_reason(start: float, target: float, rungs: int) -> None:
    """The largest and the smallest numbers there are, too."""
    if not (math.isfinite(start) and math.isfinite(target)):
        assert "number.finite" == refusal(start, target, rungs)
    elif round(start, 3) == round(target, 3):
        assert "ladder.no_way_to_go" == refusal(start, target, rungs)
    else:
        made = ladder(start, target, unit="minutes", rungs=rungs)
        assert (start, target) == (made.amounts[0], made.amounts[-1])


def refusal(start: float, target: float, rungs: int) -> str:
    """Return the code with which a ladder is refused."""
    with pytest.raises(RuleBroken) as caught:
        ladder(start, target, unit="minutes", rungs=rungs)
    return caught.value.code
