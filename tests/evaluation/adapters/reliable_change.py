"""Reliable change, as worked examples ask for it."""

from __future__ import annotations

from statistics import mean, stdev
from typing import Any

import attrs

from stepwell import metrics
from tests.evaluation.datasets import DataSets, Inputs, pairs

__all__ = ["METHODS"]


def reliable_change_value(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return how many points a score has to move."""
    value = metrics.reliable_change_value(
        inputs["sd"],
        inputs["reliability"],
        confidence=inputs.get("confidence", 0.95),
    )
    return {"rc": value}


def rc_components(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return both standard errors and the threshold for a given quantile."""
    steps = metrics.reliable_change_threshold(
        inputs["sd"],
        inputs["reliability"],
        z=inputs.get("z", 1.96),
    )
    return {"sem": steps.sem, "se_diff": steps.se_diff, "rc": steps.value}


def rc_value(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return both standard errors, and the size of the index of a change by 15 points."""
    steps = metrics.reliable_change_threshold(inputs["sd"], inputs["reliability"])
    found = metrics.reliable_change_index(0, 15, sd=inputs["sd"], reliability=inputs["reliability"])
    return {"sem": steps.sem, "se_diff": steps.se_diff, "rc_of_15": found.index}


def classify_changes(inputs: Inputs, _: DataSets) -> dict[str, Any]:
    """Return how many changes fell into each class."""
    found = metrics.classify_changes(
        inputs["changes"],
        inputs["rci"],
        inputs.get("better", "lower"),
        inputs.get("boundary", "strict"),
    )
    return attrs.asdict(found)


def rci_jt(inputs: Inputs, data: DataSets) -> dict[str, Any]:
    """Count reliable changes; spread from everybody, people from the group."""
    everybody = pairs(inputs, data)
    threshold = metrics.reliable_change_value(
        stdev(pair.pre for pair in everybody),
        inputs["reliability"],
    )
    group = inputs.get("group")
    changes = [p.post - p.pre for p in everybody if group is None or p.group == group]
    better = inputs.get("better", "lower")
    return attrs.asdict(metrics.classify_changes(changes, threshold, better, "strict"))


def rci_jt_individual(inputs: Inputs, data: DataSets) -> dict[str, Any]:
    """Return the index of each listed person; the spread is that of all pairs."""
    sd = stdev(pair.pre for pair in pairs(inputs, data))
    found = [
        metrics.reliable_change_index(pre, post, sd=sd, reliability=inputs["reliability"])
        for pre, post in zip(inputs["pre"], inputs["post"], strict=True)
    ]
    return {"rci": [change.index for change in found]}


def descriptives_pre(inputs: Inputs, data: DataSets) -> dict[str, Any]:
    """Return mean and spread before treatment, over complete pairs."""
    scores = [pair.pre for pair in pairs({**inputs, "pre_time": inputs["time"]}, data)]
    return {"mean": mean(scores), "sd": stdev(scores), "n": len(scores)}


METHODS = {
    "reliable_change_value": reliable_change_value,
    "rc_components_1.96": rc_components,
    "rc_value": rc_value,
    "classify_changes": classify_changes,
    "rci_JT": rci_jt,
    "rci_JT_individual": rci_jt_individual,
    "descriptives_pre": descriptives_pre,
}
