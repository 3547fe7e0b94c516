"""Nonoverlap: how seldom the readings of two phases of one person overlap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, TypeAlias, final

import attrs

from stepwell.metrics import _checks

__all__ = ["Improvement", "Nap", "nap"]

Improvement: TypeAlias = Literal["increase", "decrease"]
"""Which way of a reading is an improvement."""


@final
@attrs.frozen(kw_only=True)
class Nap:
    """The nonoverlap of all pairs, in its three usual units.

    Attributes
    ----------
    est
        From 0 to 1; 0.5 when the phases do not differ.
    pct
        The same from 0 to 100.
    rescaled
        The same from -1 to 1; 0 when the phases do not differ.
    pairs
        How many pairs were compared.
    """

    est: float
    pct: float
    rescaled: float
    pairs: int


def nap(
    baseline: Sequence[float],
    treatment: Sequence[float],
    *,
    improvement: Improvement = "increase",
) -> Nap:
    r"""Return how often a treatment reading beats a baseline one; ties count half.

    .. math::

        \mathrm{NAP} = \frac{1}{mn} \sum_{i=1}^{m} \sum_{j=1}^{n}
            \left[ I(b_j > a_i) + \tfrac{1}{2} I(b_j = a_i) \right], \quad
        \mathrm{NAP}_{\mathrm{rescaled}} = 2\, \mathrm{NAP} - 1

    with :math:`a_1 \ldots a_m` the baseline and :math:`b_1 \ldots b_n` the treatment
    readings; where a decrease is an improvement, :math:`>` becomes :math:`<`.

    Parameters
    ----------
    baseline
        The readings before; their order does not matter.
    treatment
        The readings after; their order does not matter.
    improvement
        ``"increase"`` or ``"decrease"``.

    Returns
    -------
    Nap
        The estimate as a share, as a percentage, and rescaled.

    Raises
    ------
    MetricError
        For an empty phase, anything but finite numbers, or an unknown word.

    Notes
    -----
    This is the one definition of NAP [1]_; it equals the probability of
    superiority and the area under the receiver operating curve. Counting goes by
    sorting and bisection, so the time grows as :math:`(m + n) \log m`, and the
    counts are whole numbers: nothing is rounded before the one division.

    Do not use it where the baseline already has a trend (a change that was on its
    way anyway looks like an effect), to say how large a change is (complete
    nonoverlap looks the same at one point and at twenty), or to compare series of
    very different length. With a handful of baseline readings it is coarse.

    Verified against the tests of the R package SingleCaseES (11/12 for the second
    example) and against overlap tables printed in the book of the R package scan.

    References
    ----------
    .. [1] Parker, R. I., & Vannest, K. (2009). An improved effect size for
       single-case research: nonoverlap of all pairs. Behavior Therapy, 40,
       357-367.
    .. [2] Parker, R. I., Vannest, K. J., & Davis, J. L. (2011). Effect size in
       single-case research: a review of nine nonoverlap techniques. Behavior
       Modification, 35, 303-322.

    Examples
    --------
    >>> nap([1, 2, 3], [3, 4, 5]).est
    0.9444444444444444
    >>> found = nap([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])
    >>> round(found.est, 4), round(found.pct, 1), round(found.rescaled, 4)
    (0.9167, 91.7, 0.8333)
    >>> nap([18, 16, 17], [12, 16, 9], improvement="decrease").rescaled
    0.8888888888888888
    """
    _checks.one_of(improvement, "improvement", ("increase", "decrease"))
    before = sorted(_checks.numbers(baseline, "baseline"))
    after = _checks.numbers(treatment, "treatment")
    pairs = len(before) * len(after)
    halves = sum(bisect_left(before, b) + bisect_right(before, b) for b in after)
    if improvement == "decrease":
        halves = 2 * pairs - halves
    return Nap(
        est=halves / (2 * pairs),
        pct=50 * halves / pairs,
        rescaled=(halves - pairs) / pairs,
        pairs=pairs,
    )
