"""Keep what was read: one number on one day, on its scale."""

from __future__ import annotations

from datetime import date
from typing import final

import attrs

from stepwell._fields import an, day
from stepwell.errors import UnitMismatch
from stepwell.measures.scales import Measure
from stepwell.measures.units import canonical_unit

__all__ = ["Reading"]


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
