"""Classes of change: what a difference between two scores amounts to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias, final

import attrs

from stepwell.metrics import _checks

__all__ = [
    "Better",
    "Boundary",
    "ChangeClass",
    "ChangeCounts",
    "classify_change",
    "classify_changes",
]

Better: TypeAlias = Literal["lower", "higher"]
"""Which way of a score is better."""

Boundary: TypeAlias = Literal["strict", "inclusive"]
"""Whether a change that equals the threshold counts."""

ChangeClass: TypeAlias = Literal["improved", "unchanged", "deteriorated"]
"""What a change amounts to."""

_CLASSES: tuple[ChangeClass, ...] = ("improved", "unchanged", "deteriorated")


@final
@attrs.frozen(kw_only=True)
class ChangeCounts:
    """How many changes of a group fell into each class.

    Attributes
    ----------
    improved, unchanged, deteriorated
        Counts.
    percent
        The same three as percentages of all changes, in this order.
    """

    improved: int
    unchanged: int
    deteriorated: int
    percent: tuple[float, float, float]


def classify_change(
    change: float,
    threshold: float,
    *,
    better: Better,
    boundary: Boundary = "strict",
) -> ChangeClass:
    r"""Return whether a change counts, and which way.

    .. math::

        \text{improved if } d \cdot \Delta > t, \quad
        \text{deteriorated if } d \cdot \Delta < -t

    with :math:`\Delta` the change, :math:`t` the threshold and :math:`d` +1 where
    higher is better, -1 where lower is; with ``boundary="inclusive"`` a change
    equal to the threshold counts too.

    Parameters
    ----------
    change
        The later score minus the earlier one.
    threshold
        How large a change has to be, above zero, in the same unit.
    better
        Which way is better on this scale; there is no default to guess wrong.
    boundary
        ``"strict"`` for reliable change as computed from a reliability,
        ``"inclusive"`` for thresholds that published rules state as "at least".

    Returns
    -------
    str
        ``"improved"``, ``"unchanged"`` or ``"deteriorated"``.

    Raises
    ------
    MetricError
        For a number outside its range or an unknown word.

    Notes
    -----
    The two boundaries exist because sources differ: implementations of Jacobson
    and Truax [1]_ ask for more than the threshold, national rules such as "six
    points or more on the PHQ-9" include it. "Unchanged" means that no reliable
    change was shown, not that nothing happened: never show it to a person as a
    verdict.

    Verified through the counts that the R package clinicalsignificance prints.

    References
    ----------
    .. [1] Jacobson, N. S., & Truax, P. (1991). Clinical significance: a
       statistical approach to defining meaningful change in psychotherapy
       research. Journal of Consulting and Clinical Psychology, 59, 12-19.

    Examples
    --------
    >>> classify_change(-6, 6, better="lower")
    'unchanged'
    >>> classify_change(-6, 6, better="lower", boundary="inclusive")
    'improved'
    """
    limit = _limit(threshold, "threshold", better, boundary)
    return _class_of(_checks.number(change, "change"), limit, better, boundary)


def classify_changes(
    changes: Sequence[float],
    rci: float,
    better: Better,
    boundary: Boundary = "strict",
) -> ChangeCounts:
    r"""Return how many changes of a group improved, stayed or deteriorated.

    .. math:: p_k = 100\, n_k / n

    with :math:`n_k` the number of changes that :func:`classify_change` puts into
    class :math:`k`, and :math:`n` the number of all changes.

    Parameters
    ----------
    changes
        One change a person: the later score minus the earlier one.
    rci
        How large a change has to be, above zero, in points of the scale.
    better
        Which way is better on this scale.
    boundary
        Whether a change that equals ``rci`` counts.

    Returns
    -------
    ChangeCounts
        The three counts and the three percentages.

    Raises
    ------
    MetricError
        For no changes, a number outside its range or an unknown word.

    Notes
    -----
    Leave out people who were measured once, and say how many they were: they are
    not "unchanged". Percentages of a small group say little. Do not use the
    counts to rank services or therapists.

    Verified against counts printed by the R package clinicalsignificance, which
    are strict [1]_.

    References
    ----------
    .. [1] Jacobson, N. S., & Truax, P. (1991). Clinical significance: a
       statistical approach to defining meaningful change in psychotherapy
       research. Journal of Consulting and Clinical Psychology, 59, 12-19.

    Examples
    --------
    >>> counts = classify_changes([-12, -3, 0, 10], 9.3, "lower")
    >>> counts.improved, counts.unchanged, counts.deteriorated
    (1, 2, 1)
    >>> counts.percent
    (25.0, 50.0, 25.0)
    """
    plain = _checks.numbers(changes, "changes")
    limit = _limit(rci, "rci", better, boundary)
    classes = [_class_of(change, limit, better, boundary) for change in plain]
    improved, unchanged, deteriorated = map(classes.count, _CLASSES)
    total = len(classes)
    return ChangeCounts(
        improved=improved,
        unchanged=unchanged,
        deteriorated=deteriorated,
        percent=(
            100 * improved / total,
            100 * unchanged / total,
            100 * deteriorated / total,
        ),
    )


def _limit(threshold: object, name: str, better: str, boundary: str) -> float:
    """Return a checked threshold, and refuse unknown words beside it."""
    _checks.one_of(better, "better", ("lower", "higher"))
    _checks.one_of(boundary, "boundary", ("strict", "inclusive"))
    return _checks.within(threshold, name, "(0, inf)")


def _class_of(
    change: float,
    limit: float,
    better: Better,
    boundary: Boundary,
) -> ChangeClass:
    """Return the class of a checked change."""
    size = abs(change)
    counts = size > limit or (boundary == "inclusive" and size == limit)
    if not counts:
        return "unchanged"
    return "improved" if (change > 0) == (better == "higher") else "deteriorated"
