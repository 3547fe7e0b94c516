"""Nonoverlap equals the published values, in both directions."""

from __future__ import annotations

from typing import Any

import pytest

from stepwell.errors import MetricError
from stepwell.metrics import Nap, nap


def test_published_value() -> None:
    """The value in the tests of the R package SingleCaseES: 77 of 84 half-pairs."""
    found = nap([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])

    assert Nap(est=77 / 84, pct=100 * 77 / 84, rescaled=70 / 84, pairs=42) == found


def test_decrease_turns_the_pairs_round() -> None:
    """Fewer symptoms beat more; ties still count half."""
    assert 0.75 == nap([4, 3], [3, 3], improvement="decrease").est
    assert 0.25 == nap([4, 3], [3, 3]).est


def test_all_ties_are_the_middle() -> None:
    """Series that are all equal say nothing either way."""
    assert Nap(est=0.5, pct=50.0, rescaled=0.0, pairs=6) == nap([1, 1], [1, 1, 1])


def test_one_reading_each_is_enough() -> None:
    """The smallest phases have one pair."""
    assert (1.0, 0.0) == (nap([1], [2]).est, nap([2], [1]).est)


@pytest.mark.parametrize(
    ("baseline", "treatment", "improvement", "message"),
    [
        ([], [1], "increase", "baseline needs at least 1"),
        ([1], [], "increase", "treatment needs at least 1"),
        ([1], [None], "increase", r"treatment\[0\] has to be a number, not NoneType"),
        ([1], [1], "up", "improvement has to be one of 'increase', 'decrease'"),
    ],
)
def test_refused(baseline: Any, treatment: Any, improvement: Any, message: str) -> None:
    """An empty phase has no pairs, and a missing reading is not zero."""
    with pytest.raises(MetricError, match=f"^{message}"):
        nap(baseline, treatment, improvement=improvement)
