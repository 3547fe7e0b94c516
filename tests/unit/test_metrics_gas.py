"""Goal attainment T-scores equal the published ones, and refuse what has none."""

from __future__ import annotations

from typing import Any

import pytest

from stepwell.errors import MetricError
from stepwell.metrics import GasChange, gas_change, gas_t_score


class TestTScore:
    """One number for several goals."""

    def test_published_example(self) -> None:
        """The value that the R package gasr prints in its README."""
        assert 40.95466 == round(gas_t_score([-1, -1, 0, 0, -1]), 5)

    @pytest.mark.parametrize("rho", [0, 0.3, 0.99])
    @pytest.mark.parametrize("level", [-2, -1, 0, 1, 2])
    def test_one_goal_moves_ten_points_a_level(self, level: int, rho: float) -> None:
        """With one goal neither its weight nor the correlation matters."""
        assert 50 + 10 * level == pytest.approx(gas_t_score([level], [4], rho=rho), abs=1e-12)

    def test_heavier_goals_count_for_more(self) -> None:
        """The same two levels, weighted one way and the other, lie around 50."""
        upward, downward = gas_t_score([1, -1], [3, 1]), gas_t_score([1, -1], [1, 3])

        assert 20 / 11.8**0.5 == pytest.approx(upward - 50)
        assert 20 / 11.8**0.5 == pytest.approx(50 - downward)

    def test_correlation_pulls_towards_fifty(self) -> None:
        """Goals that move together say less each."""
        assert 64.1421 == round(gas_t_score([1, 1], rho=0), 4)
        assert 62.4035 == round(gas_t_score([1, 1]), 4)

    @pytest.mark.parametrize("weights", [[1e-200, 2e-200], [1e200, 2e200]])
    def test_extreme_weights_are_only_ratios(self, weights: list[float]) -> None:
        """Squares of weights neither vanish nor overflow."""
        assert gas_t_score([1, 2], [1, 2]) == pytest.approx(gas_t_score([1, 2], weights))

    @pytest.mark.parametrize(
        ("scores", "options", "message"),
        [
            ([], {}, r"scores needs at least 1"),
            ([0, 3], {}, r"scores\[1\] is 3.0; levels are -2, -1, 0, 1 and 2"),
            ([0.5], {}, r"scores\[0\] is 0.5; levels are"),
            ([True], {}, r"scores\[0\] has to be a number, not bool"),
            ([None, 1], {}, r"scores\[0\] has to be a number, not NoneType"),
            ([0, 1], {"weights": [1]}, r"weights needs one number a goal: 2, got 1"),
            ([0, 1], {"weights": []}, r"weights needs at least 1"),
            ([0, 1], {"weights": [0, 1]}, r"weights have to lie above 0; leave a goal"),
            ([0, 1], {"weights": [-1, 1]}, r"weights have to lie above 0"),
            ([0], {"rho": 1}, r"rho has to lie in \[0, 1\), got 1.0"),
            ([0], {"rho": -0.1}, r"rho has to lie in"),
        ],
    )
    def test_refused(self, scores: list[Any], options: dict[str, Any], message: str) -> None:
        """Each thing that has no T-score is named."""
        with pytest.raises(MetricError, match=f"^{message}"):
            gas_t_score(scores, **options)


class TestChange:
    """The same goals at two moments."""

    def test_three_goals_from_below_to_expected(self) -> None:
        """Both T-scores are told beside their difference."""
        found = gas_change([-1, -1, -1], [0, 0, 0])

        expected = GasChange(t_baseline=50 - 30 / 4.8**0.5, t_achieved=50, change=30 / 4.8**0.5)
        assert expected.t_baseline == pytest.approx(found.t_baseline)
        assert expected.change == pytest.approx(found.change)
        assert expected.t_achieved == found.t_achieved

    def test_weights_and_correlation_hold_for_both(self) -> None:
        """The change is that of two T-scores with the same arguments."""
        found = gas_change([-1, -2], [1, 0], weights=[3, 1], rho=0.5)

        assert found.t_baseline == gas_t_score([-1, -2], [3, 1], rho=0.5)
        assert found.t_achieved == gas_t_score([1, 0], [3, 1], rho=0.5)
        assert found.change == found.t_achieved - found.t_baseline

    def test_goals_have_to_be_the_same(self) -> None:
        """A goal that was added later belongs in neither series."""
        with pytest.raises(MetricError, match=r"^baseline and achieved have to be equally long"):
            gas_change([-1], [0, 0])

    @pytest.mark.parametrize(
        ("baseline", "achieved", "rho", "message"),
        [
            ([-7], [0], 0.3, r"baseline\[0\] is -7.0"),
            ([-1], [7], 0.3, r"achieved\[0\] is 7.0"),
            ([-1], [0], 1, r"rho has to lie in \[0, 1\), got 1.0"),
        ],
    )
    def test_refused(
        self, baseline: list[float], achieved: list[float], rho: float, message: str
    ) -> None:
        """The message names the right argument."""
        with pytest.raises(MetricError, match=f"^{message}"):
            gas_change(baseline, achieved, rho=rho)
