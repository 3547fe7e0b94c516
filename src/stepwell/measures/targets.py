"""Say what is aimed at: the number, and the day to look at it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum, unique
from typing import Final, final

import attrs

from stepwell._fields import day, member, number
from stepwell.errors import RuleBroken
from stepwell.measures.scales import Direction, optional_number
from stepwell.measures.units import canonical_unit

__all__ = ["Target", "TargetKind", "at_least", "at_most", "between", "maintain"]


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


def _optional_day(value: date | None) -> date | None:
    """Return a day, or nothing when it is left unset."""
    return None if value is None else day(value, path="target.due")


def _target_low(value: float | None) -> float | None:
    """Return the low end of a target."""
    return optional_number(value, "target.low")


def _target_high(value: float | None) -> float | None:
    """Return the high end of a target."""
    return optional_number(value, "target.high")


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
