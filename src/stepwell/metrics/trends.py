"""Trends: the steady part of a series of readings over time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from statistics import NormalDist, median
from typing import Literal, TypeAlias, final

import attrs

from stepwell.errors import MetricError
from stepwell.metrics import _checks

__all__ = [
    "Intercept",
    "TheilSen",
    "TheilSenInterval",
    "theil_sen",
    "theil_sen_interval",
]

Intercept: TypeAlias = Literal["separate", "joint"]
"""How the intercept of a line is found once its slope is known."""

_Points: TypeAlias = tuple[tuple[float, float], ...]


@final
@attrs.frozen(kw_only=True)
class TheilSen:
    """A line through the middle of a cloud of points.

    Attributes
    ----------
    slope
        The median of the slopes between points.
    intercept
        The height of the line at ``x = 0``.
    variant
        How the intercept was found.
    """

    slope: float
    intercept: float
    variant: Intercept


@final
@attrs.frozen(kw_only=True)
class TheilSenInterval:
    """The same line, with limits for its slope.

    Attributes
    ----------
    slope
        The median of the slopes between points.
    intercept
        The height of the line at ``x = 0``.
    low, high
        Limits of the slope.
    confidence
        What the limits were asked to cover, between 0.5 and 1.
    clipped
        True where there are too few points for that: the limits are then the
        smallest or the largest slope there is, and cover less.
    variant
        How the intercept was found.
    """

    slope: float
    intercept: float
    low: float
    high: float
    confidence: float
    clipped: bool
    variant: Intercept


def theil_sen(
    x: Sequence[float],
    y: Sequence[float],
    *,
    intercept: Intercept = "separate",
) -> TheilSen:
    r"""Return a line that single odd readings hardly move.

    .. math::

        b = \operatorname{med}_{i < j,\; x_i \ne x_j}
            \frac{y_j - y_i}{x_j - x_i}, \quad
        a_{\mathrm{separate}} = \operatorname{med}(y) - b \operatorname{med}(x), \quad
        a_{\mathrm{joint}} = \operatorname{med}_i (y_i - b x_i)

    with :math:`x` the times, :math:`y` the readings, :math:`b` the slope and
    :math:`a` the intercept.

    Parameters
    ----------
    x
        When; the times may come in any order, and some may be equal.
    y
        What was read then, one number for each time.
    intercept
        ``"separate"`` or ``"joint"``. The slope is the same, the line is not.

    Returns
    -------
    TheilSen
        Slope and intercept, and which intercept it is.

    Raises
    ------
    MetricError
        For fewer than two points, all times equal, series of different length,
        anything but finite numbers, or an unknown word.

    Notes
    -----
    The slope is that of Theil [1]_ and Sen [2]_; pairs of equal times have no slope
    and are left out. ``"separate"`` is the default because it is the common one in
    statistics packages; ``"joint"`` is the one to subtract when a baseline trend is
    taken out. All pairs are looked at, so the time grows with the square of the
    number of points.

    Do not use it to predict readings to come, to call a course good or slow, or
    where a course bends: a steep fall followed by a plateau has no single slope.
    Readings that depend on the ones before make any slope look surer than it is.

    Verified against the tests of SciPy (both intercepts of the first example, and
    the case that Sen printed).

    References
    ----------
    .. [1] Theil, H. (1950). A rank-invariant method of linear and polynomial
       regression analysis I, II and III. Nederl. Akad. Wetensch. Proc., 53,
       386-392, 521-525, 1397-1412.
    .. [2] Sen, P. K. (1968). Estimates of the regression coefficient based on
       Kendall's tau. Journal of the American Statistical Association, 63,
       1379-1389.

    Examples
    --------
    >>> theil_sen([0, 1, 2], [0, 1, 1])
    TheilSen(slope=0.5, intercept=0.5, variant='separate')
    >>> theil_sen([0, 1, 2], [0, 1, 1], intercept="joint")
    TheilSen(slope=0.5, intercept=0.0, variant='joint')
    """
    points = _points(x, y, intercept, at_least=2)
    slope = _middle(_slopes(points))
    return TheilSen(
        slope=slope,
        intercept=_INTERCEPTS[intercept](points, slope),
        variant=intercept,
    )


def theil_sen_interval(
    x: Sequence[float],
    y: Sequence[float],
    *,
    alpha: float = 0.05,
    intercept: Intercept = "separate",
) -> TheilSenInterval:
    r"""Return the line of :func:`theil_sen` with limits for its slope.

    .. math::

        \sigma^2 = \tfrac{1}{18} \Bigl[ n(n-1)(2n+5)
            - \sum_t t(t-1)(2t+5) - \sum_u u(u-1)(2u+5) \Bigr]

    With :math:`N` slopes in order, counted from 0, and :math:`z` the normal
    quantile of :math:`\alpha / 2` (below zero), the limits are the slopes number
    :math:`\max(\mathrm{round}((N + z\sigma)/2) - 1,\, 0)` and
    :math:`\min(\mathrm{round}((N - z\sigma)/2),\, N - 1)`; :math:`n` is the number
    of points, :math:`t` and :math:`u` run over the sizes of groups of equal times
    and of equal readings.

    Parameters
    ----------
    x
        When, as for :func:`theil_sen`.
    y
        What was read then.
    alpha
        One minus the confidence, between 0 and 1; above 0.5 it is read as the
        confidence itself.
    intercept
        ``"separate"`` or ``"joint"``.

    Returns
    -------
    TheilSenInterval
        The line, the limits of its slope, and whether they had to be clipped.

    Raises
    ------
    MetricError
        As :func:`theil_sen`, for fewer than three points, and where ties among
        times and readings together leave no variance to compute with.

    Notes
    -----
    The limits are those of Sen [1]_, a large-sample approximation: with fewer than
    five points a confidence of 95 % cannot be reached, and ``clipped`` says so. The
    reading of ``alpha`` above 0.5 and the rounding (halves to even) are those of
    SciPy, so that results agree.

    Do not read an interval that holds zero as "no trend", nor use it on readings
    that depend strongly on the ones before.

    Verified against the case Sen printed, as SciPy tests it (the example).

    References
    ----------
    .. [1] Sen, P. K. (1968). Estimates of the regression coefficient based on
       Kendall's tau. Journal of the American Statistical Association, 63,
       1379-1389.

    Examples
    --------
    >>> times, readings = [1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78]
    >>> found = theil_sen_interval(times, readings, alpha=0.07)
    >>> found.slope, round(found.low, 2), round(found.high, 2), found.clipped
    (4.0, 3.71, 4.38, False)
    """
    points = _points(x, y, intercept, at_least=3)
    plain_alpha = _checks.within(alpha, "alpha", "(0, 1)")
    tail = min(plain_alpha, 1 - plain_alpha) / 2
    slopes = _slopes(points)
    slope = _middle(slopes)
    reach = -NormalDist().inv_cdf(tail) * _spread(points)
    first = round((len(slopes) - reach) / 2) - 1
    last = round((len(slopes) + reach) / 2)
    return TheilSenInterval(
        slope=slope,
        intercept=_INTERCEPTS[intercept](points, slope),
        low=slopes[max(first, 0)],
        high=slopes[min(last, len(slopes) - 1)],
        confidence=1 - 2 * tail,
        clipped=first < 0,
        variant=intercept,
    )


def _points(x: object, y: object, intercept: str, *, at_least: int) -> _Points:
    """Return checked pairs of time and reading."""
    _checks.one_of(intercept, "intercept", ("separate", "joint"))
    times = _checks.numbers(x, "x", at_least=at_least)
    readings = _checks.numbers(y, "y", at_least=at_least)
    _checks.same_length(times, readings, "x and y")
    if min(times) == max(times):
        advice = "x needs at least two different numbers; all are equal"
        raise MetricError(advice)
    return tuple(zip(times, readings, strict=True))


def _slopes(points: _Points) -> list[float]:
    """Return the slopes of all pairs of points at different times, in order."""
    slopes = sorted(
        (y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(points, 2) if x1 != x2
    )
    return _finite(slopes, "slopes")


def _finite(values: list[float], name: str) -> list[float]:
    """Return numbers that are all finite, or say that the points are too extreme."""
    if not all(map(math.isfinite, values)):
        _checks.finite(math.nan, name)
    return values


def _middle(values: list[float]) -> float:
    """Return the median."""
    return _checks.finite(median(values), "the median")


def _separate(points: _Points, slope: float) -> float:
    """Return the intercept from the two medians."""
    times, readings = (list(series) for series in zip(*points, strict=True))
    return _checks.finite(
        _middle(readings) - slope * _middle(times),
        "the intercept",
    )


def _joint(points: _Points, slope: float) -> float:
    """Return the intercept as the median of what the slope leaves over."""
    return _middle(_finite([y - slope * x for x, y in points], "the intercept"))


_INTERCEPTS = {"separate": _separate, "joint": _joint}


def _spread(points: _Points) -> float:
    """Return the standard deviation of Kendall's S, with ties in both series."""
    groups = [Counter(series).values() for series in zip(*points, strict=True)]
    tied = sum(_tie_term(size) for sizes in groups for size in sizes)
    variance = (_tie_term(len(points)) - tied) / 18
    if variance < 0:
        advice = "x and y hold too many equal numbers for limits; use theil_sen"
        raise MetricError(advice)
    return math.sqrt(variance)


def _tie_term(size: int) -> int:
    """Return what a group of equal numbers takes away; nothing for one alone."""
    return size * (size - 1) * (2 * size + 5)
