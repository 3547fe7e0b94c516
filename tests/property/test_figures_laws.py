"""Laws of digits: what differs looks different, and what is short is written whole."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from stepwell.progress.figures import digits_of, rough_digits

SHORT = st.decimals(-(10**6), 10**6, places=3)
LONG = st.decimals(-(10**6), 10**6, places=6)


def places(number: Decimal) -> int:
    """Return the digits after the point that write a number down whole."""
    exponent = number.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


@given(st.lists(SHORT, min_size=1, max_size=6))
def test_short_numbers_are_written_whole(numbers: list[Decimal]) -> None:
    """With the digits of the longest, and no zeros after them."""
    assert max(map(places, numbers)) == digits_of(map(float, numbers))


@given(st.lists(LONG, max_size=6))
def test_what_differs_looks_different(numbers: list[Decimal]) -> None:
    """Two sizes never look alike, and none but 0 looks like 0."""
    sizes = {0.0, *(abs(float(each)) for each in numbers)}
    digits = digits_of(sizes)

    assert len(sizes) == len({f"{each:.{digits}f}" for each in sizes})


@given(st.data(), st.lists(LONG.map(float), max_size=6))
def test_only_which_numbers_there_are_counts(data: st.DataObject, numbers: list[float]) -> None:
    """Not their order, their signs, or how often one comes."""
    others = [-each for each in data.draw(st.permutations(numbers))]

    assert digits_of(numbers) == digits_of(others) == digits_of([*numbers, *others])


@given(st.floats(1e-12, 1e12))
def test_the_first_figure_is_the_last_digit_shown(number: float) -> None:
    """With the digits given something is left of a number; with one fewer below 1 it is not."""
    digits = rough_digits(number)

    assert 10.0**-digits <= number * (1 + 1e-12)
    assert digits == 1 or number < 10.0 ** (1 - digits)
