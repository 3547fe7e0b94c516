"""Reliable change equals the published numbers, and its boundary is a choice."""

from __future__ import annotations

from typing import Any

import pytest

from stepwell.errors import MetricError
from stepwell.metrics import (
    Better,
    Boundary,
    ChangeClass,
    ChangeCounts,
    classify_change,
    classify_changes,
    reliable_change_index,
    reliable_change_threshold,
    reliable_change_value,
)


class TestThreshold:
    """How many points a score has to move."""

    def test_published_value(self) -> None:
        """The value in the tests of the R package CECPfuns."""
        assert 9.296925484568419 == pytest.approx(reliable_change_value(7.5, 0.8), abs=1e-9)

    def test_published_steps(self) -> None:
        """The steps in the tests of the R package suddengains, which takes 1.96."""
        found = reliable_change_threshold(10.5, 0.931, z=1.96)

        assert (2.758124, 3.900577) == (round(found.sem, 6), round(found.se_diff, 6))
        assert (1.96, 7.645131) == (found.z, round(found.value, 6))

    def test_more_confidence_asks_for_more(self) -> None:
        """The quantile is the two-sided one."""
        found = reliable_change_threshold(7.5, 0.8, confidence=0.9)

        assert 1.644854 == round(found.z, 6)
        assert found.value == reliable_change_value(7.5, 0.8, confidence=0.9)

    def test_no_reliability_at_all_is_allowed(self) -> None:
        """A measure that is all noise has the largest threshold, not none."""
        assert 1.959964 * 2**0.5 == pytest.approx(reliable_change_value(1, 0), abs=1e-5)

    @pytest.mark.parametrize(
        ("arguments", "options", "message"),
        [
            ((0, 0.8), {}, r"sd has to lie in \(0, inf\), got 0.0"),
            ((-1, 0.8), {}, r"sd has to lie in"),
            ((7.5, 1), {}, r"reliability has to lie in \[0, 1\), got 1.0"),
            ((7.5, -0.1), {}, r"reliability has to lie in"),
            ((7.5, 0.8), {"confidence": 1}, r"confidence has to lie in \(0, 1\)"),
            ((7.5, 0.8), {"confidence": 0}, r"confidence has to lie in"),
            ((7.5, 0.8), {"z": 0}, r"z has to lie in \(0, inf\)"),
            ((1.7e308, 0), {}, r"the standard error of the difference cannot be computed"),
            ((1.2e308, 0), {}, r"the reliable change value cannot be computed"),
        ],
    )
    def test_refused(
        self, arguments: tuple[float, float], options: dict[str, float], message: str
    ) -> None:
        """Each number that has no threshold is named."""
        with pytest.raises(MetricError, match=f"^{message}"):
            reliable_change_threshold(*arguments, **options)


class TestIndex:
    """One person's change beside the noise."""

    def test_case_of_the_article(self) -> None:
        """47.5 to 32.5 with a spread of 7.5 and a reliability of .8."""
        found = reliable_change_index(47.5, 32.5, sd=7.5, reliability=0.8)

        assert (-15.0, -3.1623) == (found.change, round(found.index, 4))
        assert (4.7434, 9.2969) == (round(found.se_diff, 4), round(found.threshold, 4))
        assert (1.96, "jacobson-truax-1991") == (round(found.z, 2), found.variant)

    def test_confidence_moves_the_threshold_only(self) -> None:
        """The index itself knows nothing of confidence."""
        usual = reliable_change_index(20, 12, sd=5, reliability=0.7)
        strict = reliable_change_index(20, 12, sd=5, reliability=0.7, confidence=0.99)

        assert usual.index == strict.index
        assert strict.threshold == reliable_change_value(5, 0.7, confidence=0.99)

    @pytest.mark.parametrize(
        ("pre", "post", "message"),
        [
            ("20", 12, "pre has to be a number, not str"),
            (20, None, "post has to be a number, not NoneType"),
            (1e308, -1e308, "the change cannot be computed"),
            (1e308, 0, "the index cannot be computed"),
        ],
    )
    def test_refused(self, pre: Any, post: Any, message: str) -> None:
        """A missing score has no index."""
        with pytest.raises(MetricError, match=f"^{message}"):
            reliable_change_index(pre, post, sd=0.1, reliability=0.7)


class TestClasses:
    """Improved, unchanged, deteriorated."""

    @pytest.mark.parametrize(
        ("change", "better", "boundary", "expected"),
        [
            (-7, "lower", "strict", "improved"),
            (-6, "lower", "strict", "unchanged"),
            (-6, "lower", "inclusive", "improved"),
            (0, "lower", "inclusive", "unchanged"),
            (-5.999, "lower", "inclusive", "unchanged"),
            (6, "lower", "strict", "unchanged"),
            (6, "lower", "inclusive", "deteriorated"),
            (7, "lower", "strict", "deteriorated"),
            (7, "higher", "strict", "improved"),
            (6, "higher", "inclusive", "improved"),
            (-7, "higher", "strict", "deteriorated"),
        ],
    )
    def test_one_change(
        self, change: float, better: Better, boundary: Boundary, expected: ChangeClass
    ) -> None:
        """Direction and boundary decide, around a threshold of six points."""
        assert expected == classify_change(change, 6, better=better, boundary=boundary)

    def test_strict_unless_told_otherwise(self) -> None:
        """A change that equals the threshold does not count by default."""
        assert "unchanged" == classify_change(-6, 6, better="lower")
        assert 1 == classify_changes([-6], 6, "lower").unchanged

    def test_small_scales_have_small_changes(self) -> None:
        """Half a point is a change where the threshold is smaller."""
        assert "improved" == classify_change(0.5, 0.25, better="higher")

    def test_a_missing_change_is_named(self) -> None:
        """Nobody is unchanged for want of a second score."""
        missing: Any = None

        with pytest.raises(MetricError, match=r"^change has to be a number, not NoneType$"):
            classify_change(missing, 6, better="lower")

    def test_a_group(self) -> None:
        """Counts, and percentages of all changes in the same order."""
        expected = ChangeCounts(improved=1, unchanged=2, deteriorated=5, percent=(12.5, 25.0, 62.5))

        assert expected == classify_changes([-9, 6, 0, 7, 7, 7, 7, 7], 6, "lower")

    def test_a_group_with_its_boundary(self) -> None:
        """The boundary holds for every change."""
        found = classify_changes([6, 6, -6], 6, "higher", "inclusive")

        assert (2, 0, 1) == (found.improved, found.unchanged, found.deteriorated)

    @pytest.mark.parametrize(
        ("threshold", "better", "boundary", "message"),
        [
            (0, "lower", "strict", r"threshold has to lie in \(0, inf\)"),
            (6, "down", "strict", "better has to be one of"),
            (6, "lower", "exact", "boundary has to be one of"),
        ],
    )
    def test_refused(self, threshold: Any, better: Any, boundary: Any, message: str) -> None:
        """A threshold of zero would let every change count twice."""
        with pytest.raises(MetricError, match=f"^{message}"):
            classify_change(1, threshold, better=better, boundary=boundary)

    @pytest.mark.parametrize(
        ("changes", "rci", "message"),
        [
            ([], 6, "changes needs at least 1"),
            ([1, None], 6, r"changes\[1\] has to be a number, not NoneType"),
            ([1], -6, "rci has to lie in"),
        ],
    )
    def test_group_refused(self, changes: Any, rci: float, message: str) -> None:
        """Somebody without a second score is not unchanged."""
        with pytest.raises(MetricError, match=f"^{message}"):
            classify_changes(changes, rci, "lower")
