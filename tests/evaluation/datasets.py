"""Read the data sets that worked examples name, and pick complete pairs out of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias, final

import attrs

__all__ = ["NAMES", "DataSets", "Inputs", "Pair", "load", "pairs"]

Inputs: TypeAlias = Mapping[str, Any]
"""The ``inputs`` of one worked example."""

DataSets: TypeAlias = Mapping[str, Mapping[str, Any]]
"""Data sets by name, each with ``columns`` and ``rows``."""

FILE = "clinical_datasets.json"

NAMES: dict[str, tuple[str, str, object, object, str | None]] = {
    "claus_2020": ("id", "time", 1, 4, "treatment"),
    "antidepressants": ("patient", "measurement", "Before", "After", "condition"),
    "jacobson_1989": ("subject", "time", "pre", "post", None),
}
"""For each data set: columns of person and time, first and last time, column of group."""


@final
@attrs.frozen(kw_only=True)
class Pair:
    """What one person scored before and after."""

    pre: float
    post: float
    group: object


def load(folder: Path | None) -> DataSets:
    """Return all data sets of a folder; none without a folder."""
    if folder is None:
        return {}
    found: dict[str, dict[str, Any]] = json.loads((folder / FILE).read_text(encoding="utf-8"))
    return found


def pairs(inputs: Inputs, data: DataSets) -> list[Pair]:
    """Return the people who were scored on the outcome at both times."""
    person, time, first, last, group = NAMES[inputs["dataset"]]
    moments = (inputs.get("pre_time", first), inputs.get("post_time", last))
    scores: dict[object, dict[object, float]] = {}
    groups: dict[object, object] = {}
    for row in _rows(data[inputs["dataset"]]):
        groups[row[person]] = row[group] if group else None
        if row[inputs["outcome"]] is not None:
            scores.setdefault(row[person], {})[row[time]] = row[inputs["outcome"]]
    return [
        Pair(pre=found[moments[0]], post=found[moments[1]], group=groups[who])
        for who, found in scores.items()
        if moments[0] in found and moments[1] in found
    ]


def _rows(table: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give each row as a mapping."""
    for row in table["rows"]:
        yield dict(zip(table["columns"], row, strict=True))
