"""Laws of the formulas, and agreement with their definitions written out naively."""

from __future__ import annotations

import math
from collections import Counter
from random import Random
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.metrics import (
    Better,
    Boundary,
    Intercept,
    classify_change,
    classify_changes,
    gas_change,
    gas_t_score,
    nap,
    reliable_change_index,
    reliable_change_value,
    theil_sen,
    theil_sen_interval,
)

LEVELS = st.integers(-2, 2)
WEIGHTS = st.floats(0.01, 100)
RHOS = st.floats(0, 0.99)
READINGS = st.integers(-30, 30)
PHASES = st.lists(READINGS, min_size=1, max_size=12)
SCORES = st.floats(-100, 100)
SPREADS = st.floats(0.1, 50)
RELIABILITIES = st.floats(0, 0.99)
DIRECTIONS: st.SearchStrategy[Better] = st.sampled_from(("lower", "higher"))
BOUNDARIES: st.SearchStrategy[Boundary] = st.sampled_from(("strict", "inclusive"))
VARIANTS: st.SearchStrategy[Intercept] = st.sampled_from(("separate", "joint"))
GOALS = st.lists(st.tuples(LEVELS, LEVELS, WEIGHTS), min_size=1, max_size=8)
POINTS = st.lists(st.tuples(READINGS, READINGS), min_size=3, max_size=12).filter(
    lambda points: len({x for x, _ in points}) > 1
)


class TestGoalAttainment:
    """One T-score for several goals."""

    @given(GOALS, RHOS, st.floats(1e-3, 1e3))
    def test_only_ratios_of_weights_matter(
        self, goals: list[tuple[int, int, float]], rho: float, factor: float
    ) -> None:
        """Scaling all weights by one factor leaves T as it is."""
        levels, _, weights = zip(*goals, strict=True)

        scaled = gas_t_score(levels, [factor * weight for weight in weights], rho=rho)

        assert gas_t_score(levels, weights, rho=rho) == pytest.approx(scaled, abs=1e-9)

    @given(st.lists(LEVELS, min_size=1, max_size=8), WEIGHTS)
    def test_equal_weights_are_no_weights(self, levels: list[int], weight: float) -> None:
        """Goals that all weigh the same need no weights."""
        assert gas_t_score(levels) == gas_t_score(levels, [weight] * len(levels))

    @given(GOALS, RHOS)
    def test_range(self, goals: list[tuple[int, int, float]], rho: float) -> None:
        """T stays between those of all goals at -2 and all at +2, around 50."""
        levels, _, weights = zip(*goals, strict=True)
        low, high = (gas_t_score([end] * len(goals), weights, rho=rho) for end in (-2, 2))

        found = gas_t_score(levels, weights, rho=rho)

        assert low - 1e-9 <= found <= high + 1e-9
        assert 100 == pytest.approx(low + high)

    @given(GOALS, RHOS)
    def test_opposite_levels_mirror(self, goals: list[tuple[int, int, float]], rho: float) -> None:
        """Turning every level round mirrors T at 50."""
        levels, _, weights = zip(*goals, strict=True)
        mirrored = gas_t_score([-level for level in levels], weights, rho=rho)

        assert 100 == pytest.approx(gas_t_score(levels, weights, rho=rho) + mirrored)

    @given(GOALS, RHOS)
    def test_change_is_the_t_score_of_differences(
        self, goals: list[tuple[int, int, float]], rho: float
    ) -> None:
        """T is linear in the levels, so the change is that of the steps taken."""
        before, after, weights = zip(*goals, strict=True)
        found = gas_change(before, after, weights=weights, rho=rho)
        top = sum(w * (b - a) for a, b, w in zip(before, after, weights, strict=True))
        bottom = (1 - rho) * sum(w * w for w in weights) + rho * sum(weights) ** 2

        assert 10 * top / math.sqrt(bottom) == pytest.approx(found.change, abs=1e-9)


class TestReliableChange:
    """One person's change beside the noise."""

    @given(SCORES, SCORES, SPREADS, RELIABILITIES)
    def test_the_way_back_is_the_opposite(
        self, pre: float, post: float, sd: float, reliability: float
    ) -> None:
        """Swapping the two scores turns the sign and nothing else."""
        there = reliable_change_index(pre, post, sd=sd, reliability=reliability)
        back = reliable_change_index(post, pre, sd=sd, reliability=reliability)

        assert (-there.index, -there.change) == (back.index, back.change)
        assert there.threshold == back.threshold

    @given(SCORES, SCORES, SPREADS, RELIABILITIES, st.floats(0.01, 100))
    def test_the_unit_of_the_scale_does_not_matter(
        self, pre: float, post: float, sd: float, reliability: float, unit: float
    ) -> None:
        """Scores and spread in another unit give the same index."""
        one = reliable_change_index(pre, post, sd=sd, reliability=reliability)
        other = reliable_change_index(
            unit * pre, unit * post, sd=unit * sd, reliability=reliability
        )

        assert one.index == pytest.approx(other.index, rel=1e-9, abs=1e-9)

    @given(SPREADS, RELIABILITIES, RELIABILITIES)
    def test_a_better_measure_needs_less(self, sd: float, one: float, other: float) -> None:
        """The threshold falls as the reliability rises."""
        low, high = sorted([one, other])

        assert reliable_change_value(sd, high) <= reliable_change_value(sd, low)

    @given(st.lists(READINGS, min_size=1), st.integers(1, 30), DIRECTIONS, BOUNDARIES)
    def test_a_group_is_its_people(
        self, changes: list[int], threshold: int, better: Better, boundary: Boundary
    ) -> None:
        """The counts are those of the changes one by one, and all are counted."""
        classes = Counter(
            classify_change(change, threshold, better=better, boundary=boundary)
            for change in changes
        )

        found = classify_changes(changes, threshold, better, boundary)

        expected = (classes["improved"], classes["unchanged"], classes["deteriorated"])
        assert expected == (found.improved, found.unchanged, found.deteriorated)
        assert 100 == pytest.approx(sum(found.percent))

    @given(READINGS, st.integers(1, 30), BOUNDARIES)
    def test_directions_mirror(self, change: int, threshold: int, boundary: Boundary) -> None:
        """What is better one way is worse the other way."""
        lower = classify_change(change, threshold, better="lower", boundary=boundary)
        higher = classify_change(-change, threshold, better="higher", boundary=boundary)

        assert lower == higher


class TestNonoverlap:
    """How often a treatment reading beats a baseline one."""

    @given(PHASES, PHASES)
    def test_definition(self, baseline: list[int], treatment: list[int]) -> None:
        """Counting by bisection equals comparing every pair."""
        wins = sum((b > a) + 0.5 * (b == a) for a in baseline for b in treatment)
        pairs = len(baseline) * len(treatment)

        assert wins / pairs == nap(baseline, treatment).est

    @given(PHASES, PHASES)
    def test_swapping_the_phases_is_the_complement(
        self, baseline: list[int], treatment: list[int]
    ) -> None:
        """So is asking for the other direction."""
        there = nap(baseline, treatment)

        assert -there.rescaled == nap(treatment, baseline).rescaled
        assert -there.rescaled == nap(baseline, treatment, improvement="decrease").rescaled

    @given(PHASES, PHASES, st.randoms(use_true_random=False))
    def test_order_does_not_matter(
        self, baseline: list[int], treatment: list[int], dice: Random
    ) -> None:
        """Within a phase, readings may come in any order."""
        shuffled = [sorted(phase, key=lambda _: dice.random()) for phase in (baseline, treatment)]

        assert nap(baseline, treatment) == nap(*shuffled)

    @given(PHASES, PHASES)
    def test_only_ranks_matter(self, baseline: list[int], treatment: list[int]) -> None:
        """A monotone change of scale leaves everything as it is."""
        stretched = [[math.exp(y / 10) for y in phase] for phase in (baseline, treatment)]

        assert nap(baseline, treatment) == nap(*stretched)

    @given(PHASES, PHASES)
    def test_three_units_say_the_same(self, baseline: list[int], treatment: list[int]) -> None:
        """Share, percentage and rescaled value are one number."""
        found = nap(baseline, treatment)

        assert found.pct == pytest.approx(100 * found.est)
        assert found.rescaled == pytest.approx(2 * found.est - 1)
        assert 0 <= found.est <= 1


class TestTheilSen:
    """A line through the middle, and the limits of its slope."""

    @given(st.lists(READINGS, min_size=3, max_size=10, unique=True), READINGS, READINGS, VARIANTS)
    def test_an_exact_line_is_recovered(
        self, x: list[int], slope: int, height: int, variant: Intercept
    ) -> None:
        """Points on a line give that line, and limits that touch it."""
        y = [height + slope * at for at in x]

        found = theil_sen_interval(x, y, intercept=variant)

        assert (slope, height) == (found.slope, found.intercept)
        assert (slope, slope) == (found.low, found.high)

    @given(POINTS)
    def test_definition(self, points: list[tuple[int, int]]) -> None:
        """The slope is the median over all pairs of different times."""
        slopes = [
            (y2 - y1) / (x2 - x1)
            for at, (x1, y1) in enumerate(points)
            for x2, y2 in points[at + 1 :]
            if x2 != x1
        ]
        x, y = zip(*points, strict=True)

        assert median(slopes) == theil_sen(x, y).slope

    @given(POINTS, READINGS, READINGS, VARIANTS)
    def test_moving_the_points_moves_the_line(
        self, points: list[tuple[int, int]], right: int, up: int, variant: Intercept
    ) -> None:
        """Shifting times or readings leaves the slope and moves the line along."""
        x, y = zip(*points, strict=True)
        line = theil_sen(x, y, intercept=variant)

        moved = theil_sen([at + right for at in x], [r + up for r in y], intercept=variant)

        assert line.slope == moved.slope
        assert line.intercept + up - line.slope * right == pytest.approx(moved.intercept)

    @given(POINTS, st.sampled_from([-8, -0.5, 2, 16]), st.sampled_from([0.25, 4]), VARIANTS)
    def test_units_carry_over(
        self, points: list[tuple[int, int]], unit: float, day: float, variant: Intercept
    ) -> None:
        """Readings and times in other units give the line in those units."""
        x, y = zip(*points, strict=True)
        line = theil_sen(x, y, intercept=variant)

        scaled = theil_sen([day * at for at in x], [unit * r for r in y], intercept=variant)

        assert unit / day * line.slope == pytest.approx(scaled.slope)
        assert unit * line.intercept == pytest.approx(scaled.intercept, abs=1e-9)

    @given(POINTS, st.randoms(use_true_random=False))
    def test_order_does_not_matter(self, points: list[tuple[int, int]], dice: Random) -> None:
        """Points may come in any order."""
        shuffled = sorted(points, key=lambda _: dice.random())

        assert theil_sen(*zip(*points, strict=True)) == theil_sen(*zip(*shuffled, strict=True))

    @given(
        st.lists(READINGS, min_size=3, max_size=12),
        st.floats(0.001, 0.999),
    )
    def test_limits_hold_the_slope(self, y: list[int], alpha: float) -> None:
        """Whatever the confidence, the slope lies between its limits."""
        found = theil_sen_interval(range(len(y)), y, alpha=alpha)

        assert found.low <= found.slope <= found.high
