"""Questionnaires, as worked examples ask for them."""

from __future__ import annotations

from typing import Any

from stepwell.instruments import PHQ9
from stepwell.metrics import classify_change
from stepwell.progress import Explained, trajectory
from tests.evaluation.datasets import DataSets, Inputs

__all__ = ["METHODS"]


def phq9_total(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return the total of nine answers."""
    return {"total": PHQ9.score(inputs["items"]).total}


def phq9_severity(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return the band of a total."""
    return {"band": PHQ9.band(inputs["total"])}


def phq9_item9_flag(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return whether the ninth answer asks for attention, beside the total."""
    score = PHQ9.score(inputs["items"])
    return {"flag": "item9" in score.flags, "total": score.total}


def phq9_response_remission(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return response and remission, and whether the fall is five points or more."""
    before, after = inputs["before"], inputs["after"]
    response = trajectory([before, after], PHQ9).response
    fall = classify_change(after - before, 5, better="lower", boundary="inclusive")
    return {
        "response": response.value if isinstance(response, Explained) else None,
        "remission": PHQ9.remission_below is not None and after < PHQ9.remission_below,
        "mcid5": fall == "improved",
    }


METHODS = {
    "phq9_total": phq9_total,
    "phq9_severity": phq9_severity,
    "phq9_item9_flag": phq9_item9_flag,
    "phq9_response_remission": phq9_response_remission,
}
