"""Say what is measured, what is aimed at, and what was read.

A :class:`Measure` is a scale with a unit and a direction. A :class:`Target` is
the number a goal aims at, often with a day on it. A :class:`Reading` is one
number on one day. They are three values, because changing what is wanted never
changes what was measured.
"""

from __future__ import annotations

from stepwell.measures.readings import Reading
from stepwell.measures.scales import Direction, Measure
from stepwell.measures.targets import Target, TargetKind, at_least, at_most, between, maintain
from stepwell.measures.units import UNITS, canonical_unit, unit_for

__all__ = [
    "UNITS",
    "Direction",
    "Measure",
    "Reading",
    "Target",
    "TargetKind",
    "at_least",
    "at_most",
    "between",
    "canonical_unit",
    "maintain",
    "unit_for",
]
