"""Say what is measured, what is aimed at, and what was read.

A :class:`Measure` is a scale with a unit and a direction. A :class:`Target` is
the number a goal aims at, often with a day on it. A :class:`Reading` is one
number on one day. They are three values, because changing what is wanted never
changes what was measured.
"""

from __future__ import annotations

import math
from datetime import date
from enum import StrEnum, unique
from typing import Final, final

import attrs

from stepwell._fields import an, day, member, number, words
from stepwell._text import plain_number
from stepwell.errors import OutsideScale, RuleBroken, UnitMismatch

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
]

_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "minutes": ("minute", "min", "mins"),
    "hours": ("hour", "hr", "hrs", "h"),
    "days": ("day",),
    "nights": ("night",),
    "weeks": ("week",),
    "times": ("time", "x"),
    "steps": ("step",),
    "points": ("point", "pt", "pts"),
    "percent": ("%", "per cent"),
    "pages": ("page",),
    "people": ("person", "persons"),
    "glasses": ("glass",),
    "metres": ("metre", "meter", "meters", "m"),
    "kilometres": ("kilometre", "kilometer", "kilometers", "km"),
    "miles": ("mile",),
}

UNITS: Final = tuple(_NAMES)
"""The units that have more than one spelling; any other plain word is a person's own."""

_CANONICAL: Final = {
    spelling: unit for unit, others in _NAMES.items() for spelling in (unit, *others)
}
_UNIT_LIMIT: Final = 40
_ROUNDING: Final = 1e-9
_RELATIVE_ROUNDING: Final = 1e-12


@unique
class Direction(StrEnum):
    """Which way is better: more, less, or holding steady."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


@unique
class TargetKind(StrEnum):
    """How a target is met."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"
    MAINTAIN = "maintain"


_DIRECTIONS: Final = {
    TargetKind.AT_LEAST: Direction.INCREASE,
    TargetKind.AT_MOST: Direction.DECREASE,
    TargetKind.BETWEEN: Direction.MAINTAIN,
    TargetKind.MAINTAIN: Direction.MAINTAIN,
}
_ENDS: Final = {
    TargetKind.AT_LEAST: (True, False),
    TargetKind.AT_MOST: (False, True),
    TargetKind.BETWEEN: (True, True),
    TargetKind.MAINTAIN: (True, True),
}


def canonical_unit(unit: str) -> str:
    """Return one spelling for the known units, and any other word as it is.

    A unit that is not in :data:`UNITS` is accepted as the person's own word
    ("laps", "songs"): up to 40 characters, no digits.

    Raises
    ------
    RuleBroken
        If the unit is empty, too long, or holds a digit (an amount by mistake).

    Examples
    --------
    >>> canonical_unit("mins"), canonical_unit("laps")
    ('minutes', 'laps')
    """
    kept = " ".join(words(unit, path="unit", limit=_UNIT_LIMIT).split())
    if any(letter.isdigit() for letter in kept):
        advice = "a unit is a word such as minutes; give the amount as a number"
        raise RuleBroken("unit.digit", "unit", advice)
    return _CANONICAL.get(kept.casefold(), kept)


def _optional_number(value: float | None, path: str) -> float | None:
    """Return a finite number, or nothing when it is left unset."""
    return None if value is None else number(value, path=path)


def _scale_low(value: float | None) -> float | None:
    """Return the low end of a scale."""
    return _optional_number(value, "measure.low")


def _scale_high(value: float | None) -> float | None:
    """Return the high end of a scale."""
    return _optional_number(value, "measure.high")


def _scale_step(value: float | None) -> float | None:
    """Return the distance between two numbers of a scale."""
    return _optional_number(value, "measure.step")


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


def _optional_day(value: date | None) -> date | None:
    """Return a day, or nothing when it is left unset."""
    return None if value is None else day(value, path="target.due")


def _target_low(value: float | None) -> float | None:
    """Return the low end of a target."""
    return _optional_number(value, "target.low")


def _target_high(value: float | None) -> float | None:
    """Return the high end of a target."""
    return _optional_number(value, "target.high")


def _target_kind(value: TargetKind | str) -> TargetKind:
    """Return a kind of target from itself or its code."""
    return member(TargetKind, value, path="target.kind")


@final
@attrs.frozen(kw_only=True)
class Target:
    """The number a goal aims at, and the day to look at it.

    Make one with :func:`at_least`, :func:`at_most`, :func:`between` or
    :func:`maintain`.

    Attributes
    ----------
    kind
        How it is met.
    low, high
        The ends that are aimed for; an open end is unset.
    unit
        What one of it is.
    due
        The day to look at it; unset when there is none. Nothing happens on
        that day by itself.
    """

    kind: TargetKind = attrs.field(converter=_target_kind)
    low: float | None = attrs.field(default=None, converter=_target_low)
    high: float | None = attrs.field(default=None, converter=_target_high)
    unit: str = attrs.field(converter=canonical_unit)
    due: date | None = attrs.field(default=None, converter=_optional_day)

    def __attrs_post_init__(self) -> None:
        """Refuse ends that do not fit the kind of target."""
        if (self.low is not None, self.high is not None) != _ENDS[self.kind]:
            advice = "use at_least, at_most, between or maintain to make a target"
            raise RuleBroken("target.ends", "target", advice)
        if self.low is not None and self.high is not None and self.low > self.high:
            advice = "the lower end comes first: between(10, 20, ...)"
            raise RuleBroken("target.order", "target.low", advice)

    @property
    def direction(self) -> Direction:
        """Which way this target points."""
        return _DIRECTIONS[self.kind]

    def is_met_by(self, amount: float) -> bool:
        """Say whether an amount meets this target; the ends count.

        >>> at_least(20, "minutes").is_met_by(20)
        True
        """
        kept = number(amount, path="amount")
        return (self.low is None or kept >= self.low) and (self.high is None or kept <= self.high)

    def is_easier_than(self, other: Target) -> bool:
        """Say whether everything that meets the other target also meets this one.

        Two targets with other units are never easier than each other, and a
        target is not easier than itself. The day on it does not count.

        >>> at_least(10, "minutes").is_easier_than(at_least(20, "minutes"))
        True
        """
        if self.unit != other.unit or (self.low, self.high) == (other.low, other.high):
            return False
        return _reach(self.low, -1) <= _reach(other.low, -1) and _reach(other.high, 1) <= _reach(
            self.high, 1
        )


def _reach(end: float | None, sign: int) -> float:
    """Return how far an end reaches; an open end reaches without bound."""
    return sign * float("inf") if end is None else end


def at_least(amount: float, unit: str, *, due: date | None = None) -> Target:
    """Aim for this much or more.

    >>> at_least(20, "minutes").low
    20.0
    """
    return Target(kind=TargetKind.AT_LEAST, low=amount, unit=unit, due=due)


def at_most(amount: float, unit: str, *, due: date | None = None) -> Target:
    """Aim for this much or less.

    >>> at_most(2, "glasses").direction
    <Direction.DECREASE: 'decrease'>
    """
    return Target(kind=TargetKind.AT_MOST, high=amount, unit=unit, due=due)


def between(low: float, high: float, unit: str, *, due: date | None = None) -> Target:
    """Aim for a range, both ends included.

    >>> between(7, 9, "hours").is_met_by(8)
    True
    """
    return Target(kind=TargetKind.BETWEEN, low=low, high=high, unit=unit, due=due)


def maintain(amount: float, unit: str, *, give: float = 0, due: date | None = None) -> Target:
    """Aim to hold steady at an amount, give or take.

    Parameters
    ----------
    amount
        Where to hold.
    unit
        What one of it is.
    give
        How far off still counts as holding, 0 or more.
    due
        The day to look at it.

    Examples
    --------
    >>> maintain(7, "hours", give=1).is_met_by(6.5)
    True
    """
    centre = number(amount, path="target.amount")
    width = number(give, path="target.give")
    if width < 0:
        raise RuleBroken("target.give", "target.give", "the room to give is 0 or more")
    return Target(
        kind=TargetKind.MAINTAIN, low=centre - width, high=centre + width, unit=unit, due=due
    )


def _reading_day(value: date) -> date:
    """Return the day of a reading."""
    return day(value, path="reading.on")


@final
@attrs.frozen(kw_only=True)
class Reading:
    """One measurement on one day.

    Parameters
    ----------
    amount
        The number that was read, on the scale of its measure.
    measure
        What was measured; it travels with the number.
    on
        The local day for which it is true.

    Raises
    ------
    OutsideScale
        If the number is not on the scale.

    Examples
    --------
    >>> walk = Measure("walking", unit="minutes", direction="increase", low=0)
    >>> Reading(15, measure=walk, on=date(2027, 1, 4)).amount
    15.0
    """

    amount: float = attrs.field(kw_only=False)
    measure: Measure = attrs.field(validator=an(Measure, "reading.measure"))
    on: date = attrs.field(converter=_reading_day)

    def __attrs_post_init__(self) -> None:
        """Put the number on its scale."""
        kept = self.measure.check(self.amount, path="reading.amount")
        object.__setattr__(self, "amount", kept)

    @classmethod
    def in_unit(cls, amount: float, unit: str, *, measure: Measure, on: date) -> Reading:
        """Return a reading whose unit is stated; refuse another than the measure's.

        Raises
        ------
        UnitMismatch
            If the unit is not the unit of the measure. Nothing is converted.
        """
        given = canonical_unit(unit)
        if given != measure.unit:
            advice = "the number came in another unit than its measure has; nothing is converted"
            raise UnitMismatch("reading.unit", "reading.unit", advice)
        return cls(amount, measure=measure, on=on)
