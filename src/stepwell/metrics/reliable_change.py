"""Reliable change: a difference between two scores, beside measurement noise."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Literal, final

import attrs

from stepwell.metrics import _checks

__all__ = [
    "ReliableChange",
    "ReliableChangeThreshold",
    "reliable_change_index",
    "reliable_change_threshold",
    "reliable_change_value",
]

_JT: Literal["jacobson-truax-1991"] = "jacobson-truax-1991"


@final
@attrs.frozen(kw_only=True)
class ReliableChangeThreshold:
    """How large a change must be to count as reliable, and what that rests on.

    Attributes
    ----------
    sem
        Standard error of measurement of one score.
    se_diff
        Standard error of the difference of two scores.
    z
        The normal quantile used.
    value
        The threshold, ``z * se_diff``, in points of the scale.
    """

    sem: float
    se_diff: float
    z: float
    value: float


@final
@attrs.frozen(kw_only=True)
class ReliableChange:
    """One person's change beside the noise of the measure.

    Attributes
    ----------
    index
        The change in standard errors of the difference; its sign is kept.
    change
        ``post - pre``, in points of the scale.
    threshold
        How large a change has to be, in points of the scale.
    se_diff
        Standard error of the difference.
    z
        How large the index has to be.
    variant
        Which of the published indices this is.
    """

    index: float
    change: float
    threshold: float
    se_diff: float
    z: float
    variant: Literal["jacobson-truax-1991"] = _JT


def reliable_change_threshold(
    sd: float,
    reliability: float,
    *,
    confidence: float = 0.95,
    z: float | None = None,
) -> ReliableChangeThreshold:
    r"""Return the reliable change value together with the steps towards it.

    .. math::

        \mathrm{SEM} = s \sqrt{1 - r}, \quad
        S_{\mathrm{diff}} = \sqrt{2}\, \mathrm{SEM}, \quad
        \mathrm{RC} = z\, S_{\mathrm{diff}}

    with :math:`s` the standard deviation of the scores before treatment,
    :math:`r` their reliability and :math:`z` the two-sided normal quantile of
    ``confidence``.

    Parameters
    ----------
    sd
        Standard deviation of the scores before treatment, above zero.
    reliability
        Reliability of the measure, from 0 up to but not including 1.
    confidence
        Two-sided confidence, between 0 and 1.
    z
        A quantile to use as it is, such as the rounded 1.96 of many tables,
        instead of the one that belongs to ``confidence``.

    Returns
    -------
    ReliableChangeThreshold
        Both standard errors, the quantile and the threshold.

    Raises
    ------
    MetricError
        For a number outside its range. With a reliability of 1 there would be
        no noise to compare with; with no spread there is no scale.

    Notes
    -----
    The variant is that of Jacobson and Truax [1]_, after the correction of
    Christensen and Mendoza [2]_: the difference of two scores carries the error
    of both, hence the root of two. The older index of 1984 leaves it out and
    calls more changes reliable.

    Do not use it with the spread of a general population, of scores after
    treatment, or of one person's own series; nor with an internal consistency
    where measurements lie so far apart that the trait itself may have moved.

    Verified against the tests of the R packages CECPfuns (9.296925 for the
    example) and suddengains (which multiplies with 1.96).

    References
    ----------
    .. [1] Jacobson, N. S., & Truax, P. (1991). Clinical significance: a
       statistical approach to defining meaningful change in psychotherapy
       research. Journal of Consulting and Clinical Psychology, 59, 12-19.
    .. [2] Christensen, L., & Mendoza, J. L. (1986). A method of assessing change
       in a single subject: an alteration of the RC index. Behavior Therapy, 17,
       305-308.

    Examples
    --------
    >>> steps = reliable_change_threshold(7.5, 0.8, z=1.96)
    >>> round(steps.sem, 4), round(steps.se_diff, 4), round(steps.value, 4)
    (3.3541, 4.7434, 9.2971)
    """
    plain_sd = _checks.within(sd, "sd", "(0, inf)")
    noise = math.sqrt(1 - _checks.within(reliability, "reliability", "[0, 1)"))
    quantile = _quantile(confidence, z)
    sem = plain_sd * noise
    se_diff = math.sqrt(2) * sem
    return ReliableChangeThreshold(
        sem=sem,
        se_diff=_checks.finite(se_diff, "the standard error of the difference"),
        z=quantile,
        value=_checks.finite(quantile * se_diff, "the reliable change value"),
    )


def reliable_change_value(
    sd: float,
    reliability: float,
    *,
    confidence: float = 0.95,
) -> float:
    r"""Return how many points a score has to move before the move is reliable.

    .. math:: \mathrm{RC} = z_{(1 + c) / 2}\, \sqrt{2}\, s \sqrt{1 - r}

    with :math:`s` the standard deviation before treatment, :math:`r` the
    reliability and :math:`c` the confidence. The variant, its limits and its
    sources are those of :func:`reliable_change_threshold`, which also returns the
    steps in between.

    Parameters
    ----------
    sd
        Standard deviation of the scores before treatment, above zero.
    reliability
        Reliability of the measure, from 0 up to but not including 1.
    confidence
        Two-sided confidence, between 0 and 1.

    Returns
    -------
    float
        The threshold in points of the scale.

    Raises
    ------
    MetricError
        For a number outside its range.

    Notes
    -----
    Do not round it to a whole point without saying so: rounding moves the
    boundary for every score that lies on it.

    Verified against the tests of the R package CECPfuns (the example).

    References
    ----------
    .. [1] Jacobson, N. S., & Truax, P. (1991). Clinical significance: a
       statistical approach to defining meaningful change in psychotherapy
       research. Journal of Consulting and Clinical Psychology, 59, 12-19.

    Examples
    --------
    >>> round(reliable_change_value(7.5, 0.8), 6)
    9.296925
    """
    return reliable_change_threshold(sd, reliability, confidence=confidence).value


def reliable_change_index(
    pre: float,
    post: float,
    *,
    sd: float,
    reliability: float,
    confidence: float = 0.95,
) -> ReliableChange:
    r"""Return one person's reliable change index.

    .. math:: \mathrm{RCI} = \frac{x_{\mathrm{post}} - x_{\mathrm{pre}}}
                                  {\sqrt{2}\, s \sqrt{1 - r}}

    with :math:`x` the two scores, :math:`s` the standard deviation before
    treatment and :math:`r` the reliability.

    Parameters
    ----------
    pre
        The earlier score.
    post
        The later score.
    sd
        Standard deviation of the scores before treatment, above zero.
    reliability
        Reliability of the measure, from 0 up to but not including 1.
    confidence
        Two-sided confidence behind ``threshold`` and ``z``, between 0 and 1.

    Returns
    -------
    ReliableChange
        Index and change with their thresholds; the sign is that of
        ``post - pre``, so on a symptom scale below zero is better.

    Raises
    ------
    MetricError
        For a number outside its range.

    Notes
    -----
    The variant is the plain one of 1991 [1]_. It does not correct for regression
    to the mean or for practice; other published indices do, and they answer
    differently for people who start far from the mean. It says nothing about
    where somebody stands, and a change below the threshold may still matter.

    Verified against ten persons printed by the R package clinicalsignificance;
    the example is the case of the original article, whose printed 4.74 and 3.16
    are quoted from memory and follow from the formula.

    References
    ----------
    .. [1] Jacobson, N. S., & Truax, P. (1991). Clinical significance: a
       statistical approach to defining meaningful change in psychotherapy
       research. Journal of Consulting and Clinical Psychology, 59, 12-19.

    Examples
    --------
    >>> found = reliable_change_index(47.5, 32.5, sd=7.5, reliability=0.8)
    >>> found.change, round(found.index, 2), round(found.threshold, 2)
    (-15.0, -3.16, 9.3)
    >>> from stepwell.metrics import classify_change
    >>> classify_change(found.change, found.threshold, better="lower")
    'improved'
    """
    steps = reliable_change_threshold(sd, reliability, confidence=confidence)
    before, after = _checks.number(pre, "pre"), _checks.number(post, "post")
    change = _checks.finite(after - before, "the change")
    return ReliableChange(
        index=_checks.finite(change / steps.se_diff, "the index"),
        change=change,
        threshold=steps.value,
        se_diff=steps.se_diff,
        z=steps.z,
    )


def _quantile(confidence: float, z: float | None) -> float:
    """Return the given quantile, or the two-sided one of the confidence."""
    if z is not None:
        return _checks.within(z, "z", "(0, inf)")
    tail = (1 - _checks.within(confidence, "confidence", "(0, 1)")) / 2
    return -NormalDist().inv_cdf(tail)
