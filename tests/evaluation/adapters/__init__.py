"""How each worked example's method is asked of stepwell: name -> adapter.

An adapter takes the ``inputs`` of an example and the data sets, and returns every key
that may be expected of its method. One file a family; a method without an entry here is
reported as missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from tests.evaluation.adapters import gas, instruments, nonoverlap, reliable_change, trends
from tests.evaluation.datasets import DataSets, Inputs

__all__ = ["FAMILIES", "METHODS", "Adapter"]

Adapter: TypeAlias = Callable[[Inputs, DataSets], dict[str, Any]]

FAMILIES: tuple[Mapping[str, Adapter], ...] = (
    gas.METHODS,
    instruments.METHODS,
    nonoverlap.METHODS,
    reliable_change.METHODS,
    trends.METHODS,
)

METHODS: dict[str, Adapter] = {
    name: adapter for family in FAMILIES for name, adapter in family.items()
}
