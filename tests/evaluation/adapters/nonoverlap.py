"""Nonoverlap of phases, as worked examples ask for it."""

from __future__ import annotations

from typing import Any

from stepwell import metrics
from tests.evaluation.datasets import DataSets, Inputs

__all__ = ["METHODS"]


def nap(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return the nonoverlap of all pairs under every name it goes by."""
    found = metrics.nap(
        inputs["A"],
        inputs["B"],
        improvement=inputs.get("improvement") or "increase",
    )
    return {
        "est": found.est,
        "nap_pct": found.pct,
        "rescaled_pct": 100 * found.rescaled,
        "NAP": found.pct,
        "NAP_rescaled": 100 * found.rescaled,
    }


def tau(inputs: Inputs, data: DataSets) -> dict[str, Any]:
    """Return Tau, which is the rescaled nonoverlap as a plain number."""
    return {"est": nap(inputs, data)["rescaled_pct"] / 100}


METHODS = {
    "nap": nap,
    "tau": tau,
    "overlap_NAP": nap,
    "overlap_NAP_rescaled": nap,
    "overlap_multi_NAP": nap,
    "overlap_multi_NAP_rescaled": nap,
}
