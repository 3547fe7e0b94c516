"""Questionnaires, as worked examples ask for them."""

from __future__ import annotations

from typing import Any

from stepwell.instruments import PHQ9
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


METHODS = {
    "phq9_total": phq9_total,
    "phq9_severity": phq9_severity,
    "phq9_item9_flag": phq9_item9_flag,
}
