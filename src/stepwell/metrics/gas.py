"""Goal attainment scaling: one T-score for several goals rated from -2 to +2."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import final

import attrs

from stepwell.errors import MetricError
from stepwell.metrics import _checks

__all__ = ["GasChange", "gas_change", "gas_t_score"]


@final
@attrs.frozen(kw_only=True)
class GasChange:
    """Two T-scores of the same goals, and what lies between them.

    Attributes
    ----------
    t_baseline
        T-score of the levels at the start.
    t_achieved
        T-score of the levels attained.
    change
        ``t_achieved - t_baseline``.
    """

    t_baseline: float
    t_achieved: float
    change: float


def gas_t_score(
    scores: Sequence[float],
    weights: Sequence[float] | None = None,
    *,
    rho: float = 0.3,
) -> float:
    r"""Return the T-score of one person's goals at one moment.

    .. math::

        T = 50 + \frac{10 \sum_i w_i x_i}
                      {\sqrt{(1 - \rho) \sum_i w_i^2 + \rho (\sum_i w_i)^2}}

    with :math:`x_i` the level attained on goal :math:`i`, :math:`w_i` its weight
    and :math:`\rho` the correlation that is assumed between any two goals.

    Parameters
    ----------
    scores
        One whole level a goal, from -2 (much less than expected) over 0 (as
        expected) to +2 (much more than expected).
    weights
        One weight a goal, above zero; none means that all weigh the same. Only
        their ratios matter.
    rho
        The assumed correlation, from 0 up to but not including 1.

    Returns
    -------
    float
        The T-score: 50 when every goal came out as expected, with a standard
        deviation of 10 if levels were set as the method intends. How far it can
        go depends on the number of goals: 30 to 70 for one, 22.6 to 77.4 for
        three equal ones.

    Raises
    ------
    MetricError
        For no goals, a level that is not one of -2, -1, 0, 1, 2, a missing or
        not positive weight, or a ``rho`` outside its range.

    Notes
    -----
    The variant is the original one [1]_ with the conventional 0.3 for ``rho``;
    the erratum to the practical guide [2]_ gives the same formula. A weight of
    zero (importance or difficulty "none") is refused, for it would drop a goal
    without a word: leave the goal out of both series instead. A level between
    two others is refused too.

    Do not use it to compare people with each other, to rank therapists, or on
    goals whose levels were written after the fact: T says how outcomes compare
    with what was expected for this person, so it moves with the expectations. It
    is no measure of symptoms.

    Verified against the output printed by the R package gasr 0.5.1 (40.95466 for
    the second example) and the values asserted in the tests of the R package
    PhysioClinical.

    References
    ----------
    .. [1] Kiresuk, T. J., & Sherman, R. E. (1968). Goal attainment scaling: a
       general method for evaluating comprehensive community mental health
       programs. Community Mental Health Journal, 4, 443-453.
    .. [2] Turner-Stokes, L. (2009). Goal attainment scaling (GAS) in
       rehabilitation: a practical guide. Clinical Rehabilitation, 23, 362-370,
       with its erratum.

    Examples
    --------
    >>> gas_t_score([0, 0])
    50.0
    >>> round(gas_t_score([-1, -1, 0, 0, -1]), 5)
    40.95466
    >>> round(gas_t_score([1, 0], [6, 6]), 3)
    56.202
    """
    levels = _levels(scores, "scores")
    plain_rho = _checks.within(rho, "rho", "[0, 1)")
    return _t_score(levels, _weights(weights, len(levels)), plain_rho)


def gas_change(
    baseline: Sequence[float],
    achieved: Sequence[float],
    *,
    weights: Sequence[float] | None = None,
    rho: float = 0.3,
) -> GasChange:
    r"""Return the T-scores of the same goals at two moments, and their difference.

    .. math:: \Delta T = T_{\text{achieved}} - T_{\text{baseline}}

    with both :math:`T` from :func:`gas_t_score`, same weights, same ``rho``.

    Parameters
    ----------
    baseline
        One level a goal at the start: usually -1, or -2 where nothing lower is
        plausible.
    achieved
        One level a goal at the review, in the same order.
    weights
        One weight a goal, as for :func:`gas_t_score`.
    rho
        The assumed correlation, as for :func:`gas_t_score`.

    Returns
    -------
    GasChange
        Both T-scores and the change.

    Raises
    ------
    MetricError
        As :func:`gas_t_score`, and if the two series do not pair up.

    Notes
    -----
    Reporting all three numbers follows the practical guide [1]_. The change
    depends on the baseline convention (-1 or -2), so name the one that was used,
    and do not compare changes across conventions. A goal added or dropped on the
    way belongs in neither series.

    Verified by recomputing each T-score from the formula; a printed case with
    numbers was not found.

    References
    ----------
    .. [1] Turner-Stokes, L. (2009). Goal attainment scaling (GAS) in
       rehabilitation: a practical guide. Clinical Rehabilitation, 23, 362-370,
       with its erratum.

    Examples
    --------
    >>> moved = gas_change([-1, -1, -1], [0, 0, 0])
    >>> round(moved.t_baseline, 2), moved.t_achieved, round(moved.change, 2)
    (36.31, 50.0, 13.69)
    """
    before, after = _levels(baseline, "baseline"), _levels(achieved, "achieved")
    _checks.same_length(before, after, "baseline and achieved")
    plain_rho = _checks.within(rho, "rho", "[0, 1)")
    plain_weights = _weights(weights, len(before))
    t_baseline = _t_score(before, plain_weights, plain_rho)
    t_achieved = _t_score(after, plain_weights, plain_rho)
    return GasChange(
        t_baseline=t_baseline,
        t_achieved=t_achieved,
        change=t_achieved - t_baseline,
    )


def _t_score(
    levels: tuple[float, ...],
    weights: tuple[float, ...],
    rho: float,
) -> float:
    """Return the T-score of checked arguments."""
    weighted = math.fsum(w * x for w, x in zip(weights, levels, strict=True))
    squares = math.fsum(w * w for w in weights)
    spread = (1 - rho) * squares + rho * math.fsum(weights) ** 2
    return 50 + 10 * weighted / math.sqrt(spread)


def _levels(scores: Sequence[float], name: str) -> tuple[float, ...]:
    """Return checked attainment levels."""
    levels = _checks.numbers(scores, name)
    for at, level in enumerate(levels):
        if level not in {-2, -1, 0, 1, 2}:
            advice = f"{name}[{at}] is {level}; levels are -2, -1, 0, 1 and 2"
            raise MetricError(advice)
    return levels


def _weights(weights: Sequence[float] | None, count: int) -> tuple[float, ...]:
    """Return checked weights as shares of the largest, so that squares stay small."""
    if weights is None:
        return (1.0,) * count
    plain = _checks.numbers(weights, "weights")
    if len(plain) != count:
        advice = f"weights needs one number a goal: {count}, got {len(plain)}"
        raise MetricError(advice)
    if min(plain) <= 0:
        advice = "weights have to lie above 0; leave a goal without weight out"
        raise MetricError(advice)
    return tuple(weight / max(plain) for weight in plain)
