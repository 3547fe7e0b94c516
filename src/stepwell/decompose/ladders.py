"""Lay rungs between where somebody is and where they want to be.

Rungs are numbers that people can say. Between the first and the last, each is
rounded to the coarsest round number that still keeps all rungs apart: 10
minutes, never 11.37; and never 7.5 between whole ends.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final, final

import attrs

from stepwell._fields import CODE, number, whole
from stepwell._shown import Shown
from stepwell._text import plain_number
from stepwell.errors import RuleBroken
from stepwell.measures import canonical_unit, unit_for
from stepwell.messages import say
from stepwell.steps import StepPlan

__all__ = ["Ladder", "Rung", "ladder"]

_MOST_RUNGS: Final = 50
_DIGITS: Final = 3
_ROUND: Final = (5.0, 2.5, 2.0, 1.0, 0.5)
_ROUNDING: Final = 1e-9


@final
@attrs.frozen
class Rung:
    """One rung: an amount and why it is there.

    Attributes
    ----------
    amount
        How much, in the unit of the ladder.
    reason
        Why it is there, as a sentence for the person.
    """

    amount: float
    reason: str = attrs.field(metadata=CODE)


@final
@attrs.frozen(kw_only=True)
class Ladder(Shown):
    """A preview of rungs from a start to a target; nothing is stored.

    Attributes
    ----------
    unit
        What one of the amounts is.
    rungs
        The rungs, first to last.
    note
        What to know about the whole ladder, as a sentence for the person.
    locale
        The language of its sentences.
    """

    unit: str
    rungs: tuple[Rung, ...]
    note: str = attrs.field(metadata=CODE)
    locale: str = attrs.field(default="en", metadata=CODE)

    def __iter__(self) -> Iterator[Rung]:
        """Yield the rungs in order."""
        return iter(self.rungs)

    def __len__(self) -> int:
        """Return how many rungs there are."""
        return len(self.rungs)

    @property
    def amounts(self) -> tuple[float, ...]:
        """The amounts alone, first to last."""
        return tuple(rung.amount for rung in self.rungs)

    @property
    def plan(self) -> StepPlan:
        """The rungs as steps that come one after the other; a rung of nothing is no step."""
        return StepPlan.of(
            *(
                say(
                    "ladder.step",
                    locale=self.locale,
                    amount=plain_number(amount, digits=_DIGITS),
                    unit=unit_for(amount, self.unit),
                )
                for amount in self.amounts
                if amount
            )
        )


def ladder(start: float, target: float, *, unit: str, rungs: int = 4, locale: str = "en") -> Ladder:
    """Return a preview of evenly laid rungs from a start to a target.

    The first rung is the start, the last is the target, and the rungs between
    are rounded so that people can say them, to three decimals at the finest. The
    target may lie below the start.
    Where the two lie so close that round rungs would fall together, there are
    fewer rungs than asked for, and the note says so.

    Parameters
    ----------
    start
        Where the person is now, in the unit of the ladder.
    target
        Where they want to be.
    unit
        What one of it is.
    rungs
        How many rungs, 2 to 50.
    locale
        The language of the reasons.

    Raises
    ------
    RuleBroken
        If the start is the target already, to three decimals, or the number of
        rungs is not from 2 to 50.

    Examples
    --------
    >>> ladder(5, 20, unit="minutes", rungs=4).amounts
    (5.0, 10.0, 15.0, 20.0)
    >>> ladder(5, 20, unit="minutes", rungs=5).amounts
    (5.0, 9.0, 12.0, 16.0, 20.0)
    """
    first, last = number(start, path="start"), number(target, path="target")
    wanted = whole(rungs, path="rungs", low=2, high=_MOST_RUNGS)
    if round(first, _DIGITS) == round(last, _DIGITS):
        advice = "the start is the target already; to hold steady, use a maintain target"
        raise RuleBroken("ladder.no_way_to_go", "target", advice)
    word = canonical_unit(unit)
    amounts = _amounts(first, last, wanted)
    shape = "fewer" if len(amounts) < wanted else "even"
    return Ladder(
        unit=word,
        rungs=tuple(_rung(at, amounts, locale) for at in range(len(amounts))),
        note=say(f"ladder.note.{shape}", locale=locale, count=str(len(amounts))),
        locale=locale,
    )


def _amounts(first: float, last: float, wanted: int) -> tuple[float, ...]:
    """Return distinct amounts from first to last, round ones between."""
    gap = last / (wanted - 1) - first / (wanted - 1)
    exact = [first + gap * at for at in range(1, wanted - 1)]
    whole_ends = first.is_integer() and last.is_integer()
    grid = _grid(abs(gap), exact, whole_ends=whole_ends)
    between = dict.fromkeys(round(round(amount / grid) * grid, _DIGITS) for amount in exact)
    low, high = sorted((round(first, _DIGITS), round(last, _DIGITS)))
    return (first, *(amount for amount in between if low < amount < high), last)


def _grid(gap: float, exact: list[float], *, whole_ends: bool) -> float:
    """Return the coarsest round number that keeps amounts apart which lie a gap apart.

    Round is 1, 2, 2.5 or 5 times a power of ten, and whole between whole ends. At
    half a gap rounding cannot bring two amounts together; above that it has to
    leave them where they are.
    """
    power = 10.0 ** math.floor(math.log10(gap))
    found = (
        each
        for each in (base * power for base in _ROUND)
        if (each.is_integer() or not whole_ends) and _keeps_apart(each, gap, exact)
    )
    finest = 1.0 if whole_ends else 10.0**-_DIGITS
    return max(next(found, finest), finest)


def _keeps_apart(grid: float, gap: float, exact: list[float]) -> bool:
    """Say whether rounding to a grid cannot bring amounts together."""
    if grid >= gap / 2:
        shares = [amount / grid for amount in (gap, *exact)]
        on_grid = (math.isclose(each, round(each), abs_tol=_ROUNDING) for each in shares)
        return round(shares[0]) > 0 and all(on_grid)
    return True


def _rung(at: int, amounts: tuple[float, ...], locale: str) -> Rung:
    """Return one rung with its reason."""
    place = "first" if at == 0 else "last" if at == len(amounts) - 1 else "between"
    return Rung(amounts[at], say(f"ladder.rung.{place}", locale=locale))
