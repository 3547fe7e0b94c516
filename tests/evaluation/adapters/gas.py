"""Goal attainment scaling, as worked examples ask for it."""

from __future__ import annotations

from typing import Any

import attrs

from stepwell import metrics
from tests.evaluation.datasets import DataSets, Inputs

__all__ = ["METHODS"]


def gas_t_score(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return the T-score of one set of goals."""
    rho = inputs.get("rho", 0.3)
    return {"t": metrics.gas_t_score(inputs["scores"], inputs.get("weights"), rho=rho)}


def gas_change(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return both T-scores and the change."""
    found = metrics.gas_change(
        inputs["baseline"],
        inputs["achieved"],
        weights=inputs.get("weights"),
        rho=inputs.get("rho", 0.3),
    )
    return attrs.asdict(found)


METHODS = {"gas_t_score": gas_t_score, "gas_change": gas_change}
