"""Turn the answers of a questionnaire into a total, a band and flags."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from stepwell._fields import CODE, identifier, member, several, things, whole, words
from stepwell.errors import RuleBroken
from stepwell.instruments._checks import is_number, is_text, is_whole
from stepwell.instruments.values import Band, ItemFlag, Score
from stepwell.measures import Direction, Measure

__all__ = ["Instrument"]


def _code(value: str) -> str:
    """Return the code of an instrument."""
    return identifier(value, path="instrument.code")


def _name(value: str) -> str:
    """Return the name of an instrument."""
    return words(value, path="instrument.name", limit=200)


def _direction(value: Direction | str) -> Direction:
    """Return a direction from itself or its code."""
    return member(Direction, value, path="instrument.direction")


def _bands(value: Iterable[Band]) -> tuple[Band, ...]:
    """Return the bands, lowest first."""
    return tuple(sorted(things(value, Band, path="instrument.bands"), key=lambda b: b.low))


def _flags(value: Iterable[ItemFlag]) -> tuple[ItemFlag, ...]:
    """Return the flags of an instrument."""
    return things(value, ItemFlag, path="instrument.flags")


@final
@attrs.frozen(kw_only=True)
class Instrument:
    """A questionnaire: its items, its scale, and what published work says of it.

    Parameters
    ----------
    code, name
        A short code, and what people call it.
    n_items
        How many items it has.
    item_low, item_high
        The range of one answer.
    direction
        Which way is better: :attr:`~stepwell.measures.Direction.DECREASE` for
        symptoms.
    bands
        Named stretches of totals, lowest first.
    flags
        Items that ask for attention on their own.
    max_missing
        With up to this many unanswered items the total is the mean of the
        answered ones times ``n_items``; with more there is no total.
    reliable_change
        The smallest change of the total, in points, that counts as reliable
        (this many or more); unset where none is published.
    caseness
        The total from which it counts as a case; unset where there is none.
    remission_below
        Totals below this count as remission; unset where there is none.
    source
        Where the numbers come from.

    Examples
    --------
    >>> mine = Instrument(code="sleep3", name="Three sleep questions", n_items=3,
    ...                   item_low=0, item_high=4, direction="decrease", source="our clinic")
    >>> mine.score([1, 2, 3]).total
    6.0
    """

    code: str = attrs.field(converter=_code, metadata=CODE)
    name: str = attrs.field(converter=_name, metadata=CODE)
    n_items: int = attrs.field(validator=is_whole)
    item_low: int = attrs.field(validator=is_whole)
    item_high: int = attrs.field(validator=is_whole)
    direction: Direction = attrs.field(converter=_direction)
    bands: tuple[Band, ...] = attrs.field(default=(), converter=_bands)
    flags: tuple[ItemFlag, ...] = attrs.field(default=(), converter=_flags)
    max_missing: int = attrs.field(default=0, validator=is_whole)
    reliable_change: float | None = attrs.field(
        default=None, validator=attrs.validators.optional(is_number)
    )
    caseness: float | None = attrs.field(
        default=None, validator=attrs.validators.optional(is_number)
    )
    remission_below: float | None = attrs.field(
        default=None, validator=attrs.validators.optional(is_number)
    )
    source: str = attrs.field(validator=is_text, metadata=CODE)

    def __attrs_post_init__(self) -> None:
        """Refuse ranges and counts that no answer could fit."""
        if self.n_items < 1 or self.item_low >= self.item_high:
            advice = "an instrument has at least one item, and a range of answers"
            raise RuleBroken("instrument.range", "instrument", advice)
        if not 0 <= self.max_missing < self.n_items:
            advice = "between 0 and one less than the number of items may be missing"
            raise RuleBroken("instrument.max_missing", "instrument.max_missing", advice)
        if self.reliable_change is not None and self.reliable_change <= 0:
            advice = "a reliable change is above 0 points; leave it out where none is known"
            raise RuleBroken("instrument.reliable_change", "instrument.reliable_change", advice)
        if any(not 1 <= flag.item <= self.n_items for flag in self.flags):
            advice = "a flag names an item by its number, counted from 1"
            raise RuleBroken("instrument.flags", "instrument.flags", advice)

    @property
    def low(self) -> int:
        """The lowest total there is."""
        return self.n_items * self.item_low

    @property
    def high(self) -> int:
        """The highest total there is."""
        return self.n_items * self.item_high

    @property
    def measure(self) -> Measure:
        """The total as a measure, for readings and charts."""
        return Measure(
            self.name,
            unit="points",
            direction=self.direction,
            low=self.low,
            high=self.high,
        )

    def band(self, total: float) -> str | None:
        """Return the band of a total; unset where the instrument has no bands.

        Raises
        ------
        OutsideScale
            If no answers can give this total.
        """
        kept = self.measure.check(total, path="total")
        found = [band.code for band in self.bands if band.low <= kept]
        return found[-1] if found else None

    def score(self, items: Iterable[int | None], *, max_missing: int | None = None) -> Score:
        """Return what one answered questionnaire says.

        Parameters
        ----------
        items
            The answers in order; ``None`` for an item that was not answered.
        max_missing
            How many may be unanswered, where another rule than the
            instrument's own is wanted. The result records which was used.

        Raises
        ------
        RuleBroken
            If there are too many or too few items.
        OutsideScale
            If an answer is outside its range.

        Examples
        --------
        >>> from stepwell.instruments import PHQ9
        >>> low = PHQ9.score([0, 0, 0, 0, 0, 0, 0, 0, 1])
        >>> low.total, low.band, low.flags
        (1.0, 'minimal', ('item9',))
        """
        answers = self._answers(items)
        allowed = self._allowed(max_missing)
        total = self._total(answers, allowed)
        up, unknown = self._flags(answers)
        return Score(
            instrument=self.code,
            items=answers,
            total=total,
            band=None if total is None else self.band(total),
            flags=up,
            not_assessed=unknown,
            rule=f"mean of the answered items; up to {allowed} unanswered",
        )

    def flags_up(self, items: Iterable[int | None]) -> tuple[str, ...]:
        """Return the flags that answers raise, whatever else is unanswered.

        It never refuses answers: too few, too many or out of range, it looks at
        those that are there.

        >>> from stepwell.instruments import PHQ9
        >>> PHQ9.flags_up([None, None, None, None, None, None, None, None, 2])
        ('item9',)
        """
        answers = dict(enumerate(items, start=1))
        given = ((flag, answers.get(flag.item)) for flag in self.flags)
        return tuple(flag.code for flag, answer in given if (answer or 0) > flag.above)

    def _allowed(self, max_missing: int | None) -> int:
        """Return how many items may be unanswered."""
        if max_missing is None:
            return self.max_missing
        return whole(max_missing, path="max_missing", low=0, high=self.n_items - 1)

    def _answers(self, items: Iterable[int | None]) -> tuple[int | None, ...]:
        """Return the answers, each within its range."""
        given = several(items, path="items")
        if len(given) != self.n_items:
            advice = f"expected {self.n_items} answers, got {len(given)}; None for no answer"
            raise RuleBroken("instrument.items", "items", advice)
        return tuple(
            None
            if answer is None
            else whole(answer, path=f"items[{at}]", low=self.item_low, high=self.item_high)
            for at, answer in enumerate(given)
        )

    def _total(self, answers: tuple[int | None, ...], allowed: int) -> float | None:
        """Return the prorated total, or nothing where too much is unanswered."""
        answered = [answer for answer in answers if answer is not None]
        if not answered or len(answers) - len(answered) > allowed:
            return None
        return sum(answered) * len(answers) / len(answered)

    def _flags(self, answers: tuple[int | None, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the flags that are up, and those whose item was not answered."""
        given = [(flag, answers[flag.item - 1]) for flag in self.flags]
        up = tuple(f.code for f, answer in given if answer is not None and answer > f.above)
        return up, tuple(f.code for f, answer in given if answer is None)
