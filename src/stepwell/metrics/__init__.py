"""Published formulas: plain numbers in, plain numbers or small frozen values out.

They know nothing of goals or people; one file a family, the standard library
(and attrs for the values) below. Every docstring has the formula, the variant,
when not to use it, the source, and how it was verified. Arguments that cannot be
computed with raise :class:`stepwell.errors.MetricError`, which says what is needed;
no formula ever answers with NaN.

Goal attainment (``gas``)
    :func:`gas_t_score`, :func:`gas_change`

    >>> gas_t_score([-1, 0, 1])
    50.0

Reliable change (``reliable_change``, ``change_classes``)
    :func:`reliable_change_value`, :func:`reliable_change_threshold`,
    :func:`reliable_change_index`, :func:`classify_change`,
    :func:`classify_changes`

    >>> round(reliable_change_value(7.5, 0.8), 2)
    9.3
    >>> classify_change(-10, 9.3, better="lower")
    'improved'

Nonoverlap of phases (``nonoverlap``)
    :func:`nap`

    >>> nap([4, 3, 4], [5, 9, 4]).pct
    88.88888888888889

Trends (``trends``)
    :func:`theil_sen`, :func:`theil_sen_interval`

    >>> theil_sen([0, 1, 2, 3], [18, 16, 17, 12]).slope
    -2.0
"""

from __future__ import annotations

from stepwell.metrics.change_classes import (
    Better,
    Boundary,
    ChangeClass,
    ChangeCounts,
    classify_change,
    classify_changes,
)
from stepwell.metrics.gas import GasChange, gas_change, gas_t_score
from stepwell.metrics.nonoverlap import Improvement, Nap, nap
from stepwell.metrics.reliable_change import (
    ReliableChange,
    ReliableChangeThreshold,
    reliable_change_index,
    reliable_change_threshold,
    reliable_change_value,
)
from stepwell.metrics.trends import (
    Intercept,
    TheilSen,
    TheilSenInterval,
    theil_sen,
    theil_sen_interval,
)

__all__ = [
    "Better",
    "Boundary",
    "ChangeClass",
    "ChangeCounts",
    "GasChange",
    "Improvement",
    "Intercept",
    "Nap",
    "ReliableChange",
    "ReliableChangeThreshold",
    "TheilSen",
    "TheilSenInterval",
    "classify_change",
    "classify_changes",
    "gas_change",
    "gas_t_score",
    "nap",
    "reliable_change_index",
    "reliable_change_threshold",
    "reliable_change_value",
    "theil_sen",
    "theil_sen_interval",
]
