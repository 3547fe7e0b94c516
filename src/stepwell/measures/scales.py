"""Say what is measured: a scale with a unit and a direction."""

from __future__ import annotations

import math
from enum import StrEnum, unique
from typing import Final, final

import attrs

from stepwell._fields import member, number, words
from stepwell._text import plain_number
from stepwell.errors import OutsideScale, RuleBroken
from stepwell.measures.units import canonical_unit

__all__ = ["Direction", "Measure", "optional_number"]

_ROUNDING: Final = 1e-9
_RELATIVE_ROUNDING: Final = 1e-12


@unique
class Direction(StrEnum):
    """Which way is better: more, less, or holding steady."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


def optional_number(value: float | None, path: str) -> float | None:
    """Return a finite number, or nothing when it is left unset."""
    return None if value is None else number(value, path=path)


def _scale_low(value: float | None) -> float | None:
    """Return the low end of a scale."""
    return optional_number(value, "measure.low")


def _scale_high(value: float | None) -> float | None:
    """Return the high end of a scale."""
    return optional_number(value, "measure.high")


def _scale_step(value: float | None) -> float | None:
    """Return the distance between two numbers of a scale."""
    return optional_number(value, "measure.step")


def _name(value: str) -> str:
    """Return the name of a measure."""
    return words(value, path="measure.name", limit=200)


def _direction(value: Direction | str) -> Direction:
    """Return a direction from itself or its code."""
    return member(Direction, value, path="measure.direction")


@final
@attrs.frozen(kw_only=True)
class Measure:
    """What is measured: a name, a unit, a direction and, if it has one, a scale.

    Parameters
    ----------
    name
        What it is called, such as ``"time outdoors"`` or ``"PHQ-9"``.
    unit
        What one of it is; see :func:`canonical_unit`.
    direction
        Which way is better.
    low, high
        The ends of the scale, both included; unset where there is none.
    step
        The distance between two neighbouring numbers of the scale, counted
        from ``low`` (from 0 where there is no ``low``); unset for any number.

    Raises
    ------
    RuleBroken
        If ``low`` is not below ``high``, or ``step`` is not above 0.

    Examples
    --------
    >>> mood = Measure("mood", unit="points", direction="increase", low=0, high=10, step=1)
    >>> mood.check(7)
    7.0
    """

    name: str = attrs.field(kw_only=False, converter=_name)
    unit: str = attrs.field(converter=canonical_unit)
    direction: Direction = attrs.field(converter=_direction)
    low: float | None = attrs.field(default=None, converter=_scale_low)
    high: float | None = attrs.field(default=None, converter=_scale_high)
    step: float | None = attrs.field(default=None, converter=_scale_step)

    def __attrs_post_init__(self) -> None:
        """Refuse a scale that no number can lie on."""
        if self.low is not None and self.high is not None and self.low >= self.high:
            advice = "the low end of a scale lies below its high end"
            raise RuleBroken("measure.ends", "measure.low", advice)
        if self.step is not None and self.step <= 0:
            advice = "the step of a scale is above 0; leave it out for any number"
            raise RuleBroken("measure.step", "measure.step", advice)

    def check(self, amount: float, *, path: str = "amount") -> float:
        """Return the amount if it lies on this scale.

        Raises
        ------
        OutsideScale
            If it lies outside ``low`` to ``high``, or between two steps.
        """
        kept = number(amount, path=path)
        low = -float("inf") if self.low is None else self.low
        high = float("inf") if self.high is None else self.high
        if not low <= kept <= high:
            advice = f"{plain_number(kept, digits=3)} is outside {_ends(self)}"
            raise OutsideScale("measure.outside_scale", path, advice)
        if self.step is not None and not _on_step(kept, self.low or 0.0, self.step):
            shown = plain_number(self.step, digits=3)
            advice = f"{plain_number(kept, digits=3)} lies between two steps of {shown}"
            raise OutsideScale("measure.between_steps", path, advice)
        return kept


def _ends(measure: Measure) -> str:
    """Return the ends of a scale in words."""
    low = "any number" if measure.low is None else plain_number(measure.low, digits=3)
    high = "any number" if measure.high is None else plain_number(measure.high, digits=3)
    return f"{low} to {high}"


def _on_step(amount: float, start: float, step: float) -> bool:
    """Say whether an amount lies on a step, binary rounding forgiven."""
    steps = amount / step - start / step
    return math.isfinite(steps) and math.isclose(
        steps, round(steps), rel_tol=_RELATIVE_ROUNDING, abs_tol=_ROUNDING
    )
