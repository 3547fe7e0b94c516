"""Check the arguments of formulas, and say what a formula needs.

Every formula turns its arguments into plain floats here first, so that what
comes after may compute without looking. A message names the argument, its
position and its number; anything that is not a number is named by type only.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from numbers import Real

from stepwell.errors import MetricError

__all__ = ["finite", "number", "numbers", "one_of", "same_length", "within"]


def number(value: object, name: str, at: int | None = None) -> float:
    """Return one finite number as a float; ``at`` is its position in a series.

    >>> number(3, "sd")
    3.0
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        advice = f"{_place(name, at)} has to be a number, not {type(value).__name__}"
        raise MetricError(advice)
    try:
        plain = float(value)
    except OverflowError:
        plain = math.inf
    if not math.isfinite(plain):
        advice = f"{_place(name, at)} is {plain}; a finite number is needed"
        raise MetricError(advice)
    return plain


def numbers(values: object, name: str, *, at_least: int = 1) -> tuple[float, ...]:
    """Return a series of finite numbers as floats, in the order given.

    Text, mappings and sets are refused: they have no numbers in an order.

    >>> numbers([3, 1], "baseline")
    (3.0, 1.0)
    """
    unordered = isinstance(values, str | bytes | Mapping | AbstractSet)
    if unordered or not isinstance(values, Iterable):
        advice = f"{name} has to be a series of numbers, not {type(values).__name__}"
        raise MetricError(advice)
    plain = tuple(number(value, name, at) for at, value in enumerate(values))
    if len(plain) < at_least:
        advice = f"{name} needs at least {at_least} number(s), got {len(plain)}"
        raise MetricError(advice)
    return plain


def same_length(
    first: tuple[float, ...],
    second: tuple[float, ...],
    names: str,
) -> None:
    """Refuse two series that do not pair up.

    >>> same_length((1.0,), (2.0,), "x and y")
    """
    if len(first) != len(second):
        advice = f"{names} have to be equally long, got {len(first)} and {len(second)}"
        raise MetricError(advice)


def within(value: object, name: str, interval: str) -> float:
    """Return a finite number that lies in an interval written as in mathematics.

    >>> within(0.3, "rho", "[0, 1)")
    0.3
    """
    plain = number(value, name)
    low, high = (float(end) for end in interval[1:-1].split(","))
    above = plain >= low if interval[0] == "[" else plain > low
    below = plain <= high if interval[-1] == "]" else plain < high
    if not (above and below):
        advice = f"{name} has to lie in {interval}, got {plain}"
        raise MetricError(advice)
    return plain


def one_of(value: object, name: str, choices: tuple[str, ...]) -> None:
    """Refuse a word that is not among the choices.

    >>> one_of("joint", "intercept", ("separate", "joint"))
    """
    if not isinstance(value, str) or value not in choices:
        advice = f"{name} has to be one of {', '.join(map(repr, choices))}"
        raise MetricError(advice)


def finite(value: float, name: str) -> float:
    """Return a result that is finite, or say that the arguments are too extreme.

    >>> finite(1.5, "slope")
    1.5
    """
    if not math.isfinite(value):
        advice = f"{name} cannot be computed: the numbers given lie too far apart"
        raise MetricError(advice)
    return value


def _place(name: str, at: int | None) -> str:
    """Return how a message names an argument."""
    return name if at is None else f"{name}[{at}]"
