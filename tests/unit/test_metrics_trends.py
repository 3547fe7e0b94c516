"""Theil-Sen lines equal the published ones, with limits where there are enough points."""

from __future__ import annotations

from statistics import NormalDist
from typing import Any

import pytest

from stepwell.errors import MetricError
from stepwell.metrics import TheilSen, theil_sen, theil_sen_interval

SEN_X, SEN_Y = (1, 2, 3, 4, 10, 12, 18), (9, 15, 19, 20, 45, 55, 78)
"""The worked case of Sen 1968."""


class TestLine:
    """A line through the middle."""

    def test_two_intercepts_differ(self) -> None:
        """Both values are in the tests of SciPy."""
        separate = TheilSen(slope=0.5, intercept=0.5, variant="separate")
        joint = TheilSen(slope=0.5, intercept=0.0, variant="joint")

        assert separate == theil_sen([0, 1, 2], [0, 1, 1])
        assert joint == theil_sen([0, 1, 2], [0, 1, 1], intercept="joint")

    def test_two_points_are_enough(self) -> None:
        """The line goes through both."""
        expected = TheilSen(slope=-2.0, intercept=18.0, variant="separate")

        assert expected == theil_sen([0, 2], [18, 14])

    def test_equal_times_have_no_slope_between_them(self) -> None:
        """Two readings on one day are compared with other days only."""
        assert 1.0 == theil_sen([0, 0, 2], [0, 2, 3]).slope

    def test_one_odd_reading_hardly_matters(self) -> None:
        """A least-squares line would be torn upwards."""
        assert -1.0 == theil_sen([0, 1, 2, 3, 4, 5, 6], [20, 19, 18, 90, 16, 15, 14]).slope

    @pytest.mark.parametrize(
        ("x", "y", "options", "message"),
        [
            ([], [], {}, r"x needs at least 2 number\(s\), got 0"),
            ([1], [1], {}, r"x needs at least 2 number\(s\), got 1"),
            ([1, 2], [1], {}, r"y needs at least 2 number\(s\), got 1"),
            ([1, 2, 3], [1, 2], {}, "x and y have to be equally long, got 3 and 2"),
            ([3, 3], [1, 2], {}, "x needs at least two different numbers; all are equal"),
            ([1, 2], [1, None], {}, r"y\[1\] has to be a number, not NoneType"),
            ([1, 2], [1, 2], {"intercept": "both"}, "intercept has to be one of"),
            ([0, 5e-324], [0, 1], {}, "slopes cannot be computed"),
            ([-1e308, 1e308, 0], [-1e308, 1e308, 0], {}, "slopes cannot be computed"),
        ],
    )
    def test_refused(self, x: Any, y: Any, options: dict[str, Any], message: str) -> None:
        """Each thing that has no line is named."""
        with pytest.raises(MetricError, match=f"^{message}"):
            theil_sen(x, y, **options)

    def test_steep_lines_are_lines(self) -> None:
        """Large numbers are computed with as long as the results are finite."""
        assert -2e100 == theil_sen([1e200, 2e200], [1e300, -1e300]).slope

    def test_median_between_extremes_is_refused(self) -> None:
        """The mean of the two middle numbers may leave the range of floats."""
        with pytest.raises(MetricError, match=r"^the median cannot be computed"):
            theil_sen([1, 2], [1.5e308, 1.6e308])

    @pytest.mark.parametrize("variant", ["separate", "joint"])
    def test_intercept_out_of_range_is_refused(self, variant: Any) -> None:
        """A line far from the origin may have no finite height there."""
        with pytest.raises(MetricError, match=r"^the intercept cannot be computed"):
            theil_sen([1e10, 1e10 + 1], [0, 1e300], intercept=variant)


class TestInterval:
    """Limits of the slope."""

    def test_published_case(self) -> None:
        """Sen's own case: 4, between 3.71 and 4.38, at 93 percent."""
        found = theil_sen_interval(SEN_X, SEN_Y, alpha=0.07)

        assert (4.0, 4.0, False) == (found.slope, found.intercept, found.clipped)
        assert (26 / 7, 35 / 8) == pytest.approx((found.low, found.high))
        assert (0.93, "separate") == (round(found.confidence, 9), found.variant)

    def test_large_alpha_is_the_confidence_itself(self) -> None:
        """0.93 and 0.07 ask for the same limits, as in SciPy."""
        one, other = (theil_sen_interval(SEN_X, SEN_Y, alpha=alpha) for alpha in (0.07, 0.93))

        assert (one.low, one.high) == (other.low, other.high)
        assert one.confidence == pytest.approx(other.confidence)

    def test_more_confidence_is_wider(self) -> None:
        """95 percent is the default, and 99 percent holds it."""
        usual = theil_sen_interval(SEN_X, SEN_Y)
        wide = theil_sen_interval(SEN_X, SEN_Y, alpha=0.01)

        assert 0.95 == usual.confidence
        assert wide.low < usual.low < usual.high < wide.high

    def test_few_points_say_that_they_are_few(self) -> None:
        """Four points reach no 95 percent: the limits are the extremes, and it is told."""
        found = theil_sen_interval([0, 1, 2, 3], [18, 16, 17, 12])

        assert (-5.0, 1.0, True) == (found.low, found.high, found.clipped)

    def test_five_points_are_the_first_that_reach_95_percent(self) -> None:
        """The limits are the extremes here too, but not because they had to be cut."""
        found = theil_sen_interval([0, 1, 2, 3, 4], [18, 16, 17, 12, 11])

        assert (-5.0, 1.0, False) == (found.low, found.high, found.clipped)

    @pytest.mark.parametrize("alpha", [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5])
    def test_ties_narrow_the_limits(self, alpha: float) -> None:
        """Ties in times and in readings both take from the variance."""
        times, readings = [0, 0, 1, 2, 3, 5, 8, 8, 8, 13], [9, 7, 8, 8, 6, 7, 2, 5, 3, 1]
        slopes = sorted(
            (readings[j] - readings[i]) / (times[j] - times[i])
            for i in range(10)
            for j in range(i + 1, 10)
            if times[i] != times[j]
        )
        times_tied = 2 * 1 * 9 + 3 * 2 * 11
        readings_tied = 2 * 1 * 9 + 2 * 1 * 9
        sigma = ((10 * 9 * 25 - times_tied - readings_tied) / 18) ** 0.5
        reach = NormalDist().inv_cdf(1 - alpha / 2) * sigma
        expected = (round((41 - reach) / 2) - 1, round((41 + reach) / 2))

        found = theil_sen_interval(times, readings, alpha=alpha)

        assert len(slopes) == 41
        assert tuple(slopes[at] for at in expected) == (found.low, found.high)

    def test_level_readings_have_a_level_line(self) -> None:
        """Readings that are all equal leave no variance, and no doubt."""
        found = theil_sen_interval([0, 1, 2, 3], [5, 5, 5, 5])

        assert (0.0, 0.0, 0.0, False) == (found.slope, found.low, found.high, found.clipped)

    def test_joint_intercept(self) -> None:
        """The limits belong to the slope, whichever intercept is asked for."""
        found = theil_sen_interval([0, 1, 2], [0, 1, 1], intercept="joint")

        assert (0.5, 0.0, "joint") == (found.slope, found.intercept, found.variant)

    @pytest.mark.parametrize(
        ("x", "y", "alpha", "message"),
        [
            ([0, 1], [0, 1], 0.05, r"x needs at least 3 number\(s\), got 2"),
            ([0, 1, 2], [0, 1, 2], 0, r"alpha has to lie in \(0, 1\)"),
            ([0, 1, 2], [0, 1, 2], 1, "alpha has to lie in"),
            ([0, 0, 0, 1], [5, 5, 5, 5], 0.05, "x and y hold too many equal numbers"),
        ],
    )
    def test_refused(self, x: Any, y: Any, alpha: float, message: str) -> None:
        """Two points have a slope but no limits."""
        with pytest.raises(MetricError, match=f"^{message}"):
            theil_sen_interval(x, y, alpha=alpha)
