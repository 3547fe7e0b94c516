"""Arguments of formulas are checked once, and the message says what is needed."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from numbers import Real
from typing import Any

import pytest

from stepwell.errors import MetricError
from stepwell.metrics import _checks


@Real.register
class Scalar:
    """A number of a foreign array library: real, but no float."""

    def __float__(self) -> float:
        """Return its value."""
        return 2.5


class TestNumber:
    """One finite number."""

    @pytest.mark.parametrize(
        ("value", "plain"), [(3, 3.0), (-0.5, -0.5), (Fraction(1, 4), 0.25), (Scalar(), 2.5)]
    )
    def test_real_numbers_become_floats(self, value: object, plain: float) -> None:
        """Whole numbers, fractions and scalars of array libraries are welcome."""
        found = _checks.number(value, "sd")

        assert (float, plain) == (type(found), found)

    @pytest.mark.parametrize("value", ["3", None, True, False, 1j, Decimal(7), [1], b"1"])
    def test_what_is_no_real_number_is_named_by_type_only(self, value: object) -> None:
        """The message says which argument it was, never what stood in it."""
        with pytest.raises(MetricError) as caught:
            _checks.number(value, "sd")

        assert f"sd has to be a number, not {type(value).__name__}" == str(caught.value)

    @pytest.mark.parametrize(
        ("value", "shown"),
        [(math.nan, "nan"), (math.inf, "inf"), (-math.inf, "-inf"), (10**400, "inf")],
    )
    def test_not_finite_is_refused(self, value: float, shown: str) -> None:
        """NaN, infinities and whole numbers beyond any float are no readings."""
        with pytest.raises(MetricError, match=f"^sd is {shown}; a finite number is needed$"):
            _checks.number(value, "sd")


class TestNumbers:
    """A series of finite numbers."""

    @pytest.mark.parametrize("values", [[1, 2], (1.0, 2.0), range(1, 3)])
    def test_series_of_any_kind(self, values: object) -> None:
        """Lists, tuples, ranges and iterators are series."""
        assert (1.0, 2.0) == _checks.numbers(values, "baseline")
        assert (1.0, 2.0) == _checks.numbers(iter([1, 2]), "baseline")

    @pytest.mark.parametrize("values", ["12", b"34", {1: 2}, {1, 2}, 56, None])
    def test_what_has_no_order_is_refused(self, values: object) -> None:
        """Text, mappings, sets and single numbers are no series of numbers."""
        expected = f"baseline has to be a series of numbers, not {type(values).__name__}"

        with pytest.raises(MetricError) as caught:
            _checks.numbers(values, "baseline")

        assert expected == str(caught.value)

    @pytest.mark.parametrize(
        ("values", "message"),
        [
            ([1, "my words"], r"baseline\[1\] has to be a number, not str"),
            ([math.nan, 1], r"baseline\[0\] is nan; a finite number is needed"),
            ([], r"baseline needs at least 1 number\(s\), got 0"),
        ],
    )
    def test_the_place_is_told(self, values: list[Any], message: str) -> None:
        """The message names the position, or the number of numbers."""
        with pytest.raises(MetricError, match=f"^{message}$"):
            _checks.numbers(values, "baseline")

    def test_exactly_enough_is_enough(self) -> None:
        """The least number of numbers is allowed."""
        assert (1.0, 2.0) == _checks.numbers([1, 2], "x", at_least=2)

    def test_too_few_are_refused(self) -> None:
        """One fewer is not."""
        with pytest.raises(MetricError, match=r"^x needs at least 3 number\(s\), got 2$"):
            _checks.numbers([1, 2], "x", at_least=3)


def test_series_have_to_pair_up() -> None:
    """Both lengths are told."""
    with pytest.raises(MetricError, match=r"^x and y have to be equally long, got 1 and 2$"):
        _checks.same_length((1.0,), (1.0, 2.0), "x and y")


class TestWithin:
    """Intervals as mathematics writes them."""

    @pytest.mark.parametrize(
        ("value", "interval"),
        [(0, "[0, 1)"), (0.99, "[0, 1)"), (1, "(0, 1]"), (5, "(0, inf)"), (0.5, "(0, 1)")],
    )
    def test_inside(self, value: float, interval: str) -> None:
        """A square bracket includes its end."""
        assert value == _checks.within(value, "rho", interval)

    @pytest.mark.parametrize(
        ("value", "interval"),
        [(1, "[0, 1)"), (-0.01, "[0, 1)"), (0, "(0, 1]"), (1.01, "(0, 1]"), (0, "(0, inf)")],
    )
    def test_outside(self, value: float, interval: str) -> None:
        """A round bracket leaves its end out, and the message shows the number."""
        with pytest.raises(MetricError) as caught:
            _checks.within(value, "rho", interval)

        assert f"rho has to lie in {interval}, got {float(value)}" == str(caught.value)


def test_an_interval_holds_numbers_only() -> None:
    """What is no number is refused under the same name."""
    with pytest.raises(MetricError, match=r"^rho has to be a number, not str$"):
        _checks.within("0.3", "rho", "[0, 1)")


@pytest.mark.parametrize("value", ["upwards", "", None, 1, ["lower"]])
def test_unknown_words_are_refused(value: object) -> None:
    """The message lists the words there are."""
    with pytest.raises(MetricError, match=r"^better has to be one of 'lower', 'higher'$"):
        _checks.one_of(value, "better", ("lower", "higher"))


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_results_are_finite_or_refused(value: float) -> None:
    """No formula answers with NaN or an infinity."""
    with pytest.raises(MetricError, match=r"^slope cannot be computed"):
        _checks.finite(value, "slope")
