"""Trends, as worked examples ask for them."""

from __future__ import annotations

from typing import Any, Literal

import attrs

from stepwell import metrics
from tests.evaluation.datasets import DataSets, Inputs

__all__ = ["METHODS"]


def theil_sen(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return slope and intercept."""
    return attrs.asdict(metrics.theil_sen(inputs["x"], inputs["y"], intercept=_variant(inputs)))


def theil_sen_ci(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return slope, intercept and the limits of the slope."""
    found = metrics.theil_sen_interval(
        inputs["x"],
        inputs["y"],
        alpha=inputs.get("alpha", 0.05),
        intercept=_variant(inputs),
    )
    return attrs.asdict(found)


def sens_slope(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return the line through a series whose gaps keep their positions."""
    points = [(at, value) for at, value in enumerate(inputs["y"]) if value is not None]
    return attrs.asdict(metrics.theil_sen(*zip(*points, strict=True)))


def _variant(inputs: Inputs) -> Literal["separate", "joint"]:
    """Return which intercept is meant; some examples add its formula to its name."""
    named = inputs.get("intercept") or "separate"
    return "joint" if named.startswith("joint") else "separate"


METHODS = {"theil_sen": theil_sen, "theil_sen_ci": theil_sen_ci, "sens_slope": sens_slope}
