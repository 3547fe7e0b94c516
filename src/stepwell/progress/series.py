"""Keep numbers on one scale in their order, and word what is said about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, final

import attrs

from stepwell._fields import CODE
from stepwell._text import plain_number
from stepwell.instruments import Instrument
from stepwell.measures import Measure
from stepwell.messages import fill, say
from stepwell.progress.explained import Explained, NotComputable, NotEnoughData
from stepwell.progress.figures import digits_of

__all__ = ["Series"]

_PRORATED: Final = "; totals with blank items are prorated"


@final
@attrs.frozen(kw_only=True)
class Series:
    """Numbers on one scale, in the order in which they are true.

    Attributes
    ----------
    measure
        The scale they lie on.
    instrument
        The questionnaire behind them; unset where there is none.
    amounts
        The numbers, first to last.
    days
        The local day of each; empty where no days are known.
    entries
        The id of the record behind each; empty for plain numbers.
    missing
        How many items of each were left blank, where the numbers are totals of
        answered questionnaires; such a total is prorated.
    locale
        The language of what is said about them.
    """

    measure: Measure
    instrument: Instrument | None = None
    amounts: tuple[float, ...]
    days: tuple[date, ...] = ()
    entries: tuple[str, ...] = attrs.field(default=(), metadata=CODE)
    missing: tuple[int, ...] = ()
    locale: str = attrs.field(default="en", metadata=CODE)

    @property
    def digits(self) -> int:
        """How many digits after the point these numbers are shown with."""
        return digits_of(self.amounts)

    def shown(self, number: float) -> str:
        """Return a number as it is written beside the others."""
        return plain_number(number, digits=self.digits)

    def answer(  # noqa: PLR0913 - each is a part of one explanation
        self,
        name: str,
        value: float | str,
        *,
        wording: str,
        variant: str,
        source: str,
        inputs: Sequence[float] | None = None,
        days: Sequence[date] = (),
        **blanks: str,
    ) -> Explained:
        """Return an explained number about this series."""
        texts = {
            "name": self.measure.name,
            "unit": self.measure.unit,
            "count": str(len(self.amounts)),
            **blanks,
        }
        message = f"trajectory.{wording}"
        return Explained(
            name=name,
            value=value,
            sentence=fill(message, texts, locale=self.locale),
            for_clinician=fill(message, texts, audience="clinician", locale=self.locale),
            rule=say(f"rule.{name}", locale=self.locale),
            variant=f"{variant}{_PRORATED if any(self.missing) else ''}",
            source=source,
            inputs=tuple(self.amounts if inputs is None else inputs),
            days=tuple(days),
            entries=self.entries,
        )

    def cannot(self, name: str, because: str) -> NotComputable:
        """Return why a number has no meaning for this series."""
        sentence = say(f"cannot.{because}", locale=self.locale, name=self.measure.name)
        return NotComputable(name=name, because=sentence)

    def lacks(self, name: str, needed: int) -> NotEnoughData:
        """Return how many readings a number needs."""
        return NotEnoughData(name=name, needed=needed, have=len(self.amounts))
