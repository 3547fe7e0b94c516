"""Numbers are shown with as many digits as it takes to tell them apart, and no more."""

from __future__ import annotations

import pytest

from stepwell.progress.figures import digits_of, rough_digits

SEVENTH = 64 / 7
THIRD = 1 / 3


class TestDigits:
    """How many digits stand after the point."""

    @pytest.mark.parametrize(
        ("numbers", "digits"),
        [
            ([18, 12], 0),
            ([-18, 12], 0),
            ([0.5, 12], 1),
            ([0.42, 0.46], 2),
            ([0.125, -3], 3),
            ([1_000_000, 1_000_000.00001], 5),
            ([], 0),
            ([0, 0], 0),
        ],
    )
    def test_what_can_be_written_down_whole_is(self, numbers: list[float], digits: int) -> None:
        """With the digits of the longest of them."""
        assert digits == digits_of(numbers)

    @pytest.mark.parametrize(
        ("numbers", "digits"),
        [
            ([SEVENTH, 9], 3),
            ([SEVENTH, SEVENTH], 3),
            ([SEVENTH, SEVENTH + 0.0002], 5),
            ([THIRD, -THIRD - 0.00007], 6),
            ([THIRD / 1000], 5),
            ([THIRD / 1000, 9], 5),
        ],
    )
    def test_what_goes_on_and_on_is_cut(self, numbers: list[float], digits: int) -> None:
        """After three digits, or one after the first that tells it from the others and from 0."""
        assert digits == digits_of(numbers)

    @pytest.mark.parametrize(
        ("numbers", "digits"),
        [
            ([0.1 + 0.2], 1),
            ([0.1 + 0.2, 0.3], 1),
            ([0.1 + 0.2, 0.3, THIRD], 3),
            ([0.5, 1_000_000.1 + 0.2], 1),
        ],
    )
    def test_what_adding_up_leaves_behind_is_not_shown(
        self, numbers: list[float], digits: int
    ) -> None:
        """A float is never exact; how far off it may be goes by the largest number."""
        assert digits == digits_of(numbers)


@pytest.mark.parametrize(
    ("number", "digits"),
    [(8.5, 1), (1, 1), (0.1, 1), (0.02, 2), (-0.02, 2), (0.00999, 3), (0, 1), (1e9, 1)],
)
def test_the_first_figure_of_a_number_can_be_read(number: float, digits: int) -> None:
    """A small number needs more digits, a large one needs one like everything else."""
    assert digits == rough_digits(number)
