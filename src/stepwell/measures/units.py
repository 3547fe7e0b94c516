"""Give every unit one spelling; a person's own word is a unit too."""

from __future__ import annotations

from typing import Final

from stepwell._fields import words
from stepwell.errors import RuleBroken

__all__ = ["UNITS", "canonical_unit", "unit_for"]

_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "minutes": ("minute", "min", "mins"),
    "hours": ("hour", "hr", "hrs", "h"),
    "days": ("day",),
    "nights": ("night",),
    "weeks": ("week",),
    "times": ("time", "x"),
    "steps": ("step",),
    "points": ("point", "pt", "pts"),
    "percent": ("percent", "per cent", "%"),
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


def unit_for(amount: float, unit: str) -> str:
    """Return a unit as it is said beside an amount: one minute, 20 minutes.

    A person's own word stays as they wrote it.

    Examples
    --------
    >>> unit_for(1, "minutes"), unit_for(0.5, "hours"), unit_for(1, "laps")
    ('minute', 'hours', 'laps')
    """
    return _NAMES.get(unit, (unit,))[0] if amount == 1 else unit
