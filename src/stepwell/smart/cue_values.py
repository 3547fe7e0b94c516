"""Work out what a cue comes to: a number with its unit, a rhythm, an hour, a day.

Where the words are not plain, the answer is nothing rather than a guess. Months
in a horizon count 30 days and years 365.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any, Final

from stepwell._text import Token
from stepwell.smart.lexicon import Lexicon
from stepwell.smart.report import Amount, CueValue, Rhythm, ScoreChange

__all__ = ["cue_value"]

_Values = Mapping[str, Mapping[str, Any]]
_Reader = Callable[[Sequence[Token], _Values, date | None], CueValue]
_HALF_DAY: Final = 12
_LAST_HOUR: Final = 23
_LAST_MINUTE: Final = 59
_WEEK: Final = 7


def cue_value(kind: str, words: Sequence[Token], lexicon: Lexicon, today: date | None) -> CueValue:
    """Return what a cue comes to, or nothing where that is not plain.

    Parameters
    ----------
    kind
        The kind of cue.
    words
        Its tokens, chunked.
    lexicon
        What number words, months and periods are worth.
    today
        The day it is read on; without it no horizon becomes a date.
    """
    reader = _READERS.get(kind)
    return None if reader is None else reader(words, lexicon.values, today)


def _pieces(words: Sequence[Token]) -> list[str]:
    """Return the words one by one, chunks taken apart."""
    return [piece for word in words for piece in word.text.split()]


def _numbers(pieces: Sequence[str], values: _Values) -> list[float]:
    """Return the numbers among words, digits or written out."""
    found = (_number(piece, values) for piece in pieces)
    return [number for number in found if number is not None]


def _number(piece: str, values: _Values) -> float | None:
    """Return the number that a word is, if it is one."""
    plain = piece.replace(",", "")
    if plain.replace(".", "", 1).isdecimal():
        return float(plain)
    number = values["numbers"].get(piece)
    return None if number is None else float(number)


def _amount(words: Sequence[Token], values: _Values, _today: date | None) -> CueValue:
    """Return an amount with its unit as it was written."""
    pieces = _pieces(words)
    numbers = _numbers(pieces, values)
    if not numbers:
        return None
    last = max(k for k, piece in enumerate(pieces) if _number(piece, values) is not None)
    return Amount(min(numbers), max(numbers), " ".join(pieces[last + 1 :]))


def _rhythm(words: Sequence[Token], values: _Values, _today: date | None) -> CueValue:
    """Return how many times in which period."""
    pieces = _pieces(words)
    named = [piece for piece in pieces if piece in values["weekdays"]]
    if len(named) > 1:
        return Rhythm(float(len(named)), "week")
    periods = [_period(word, values) for word in words]
    period = next((each for each in reversed(periods) if each is not None), None)
    if period is None:
        return None
    numbers = [n for n in _numbers(pieces, values) if n >= 1]
    return Rhythm(max(numbers, default=1.0), period)


def _period(word: Token, values: _Values) -> str | None:
    """Return the period that a word names."""
    known = values["periods"].get(word.text)
    if known is not None:
        return str(known)
    return word.text if "period" in word.labels else None


def _score(words: Sequence[Token], values: _Values, _today: date | None) -> CueValue:
    """Return where a score is to go, and from where, and of which instrument."""
    instrument = next((word.text for word in words if "instr" in word.labels), None)
    numbers = [
        number
        for word in words
        if "instr" not in word.labels
        for number in _numbers(_tops(word), values)
    ]
    if not numbers:
        return None
    start = numbers[0] if len(numbers) > 1 else None
    return ScoreChange(numbers[-1], start, instrument)


def _tops(word: Token) -> list[str]:
    """Return the words of a chunk; of "7 / 10" the first number."""
    pieces = word.text.split()
    return pieces[:1] if "ratio" in word.labels else pieces


def _clock(words: Sequence[Token], values: _Values, _today: date | None) -> CueValue:
    """Return the hour that is named; an hour with no half of the day stays as it is."""
    pieces = _pieces(words)
    named = next((values["hours"][piece] for piece in pieces if piece in values["hours"]), None)
    if named is not None:
        return time(int(named))
    written = next((piece for piece in pieces if piece[0].isdecimal()), None)
    if written is None:
        return None
    hour, _, minute = written.replace(".", ":").partition(":")
    late = any("late_half" in word.labels for word in words)
    return _time(int(hour), int(minute or 0), late=late)


def _time(hour: int, minute: int, *, late: bool) -> time | None:
    """Return a time of day, or nothing where there is no such time."""
    if late and hour < _HALF_DAY:
        hour += _HALF_DAY
    return time(hour, minute) if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else None


def _deadline(words: Sequence[Token], values: _Values, today: date | None) -> CueValue:
    """Return the day that a date or horizon comes to."""
    if today is None:
        return None
    pieces = _pieces(words)
    for reader in (_calendar_day, _weekday, _horizon):
        day = reader(pieces, values, today)
        if day is not None:
            return day
    return None


def _calendar_day(pieces: Sequence[str], values: _Values, today: date) -> date | None:
    """Return "12 June" or "1 March 2027"; without a year the next one to come."""
    months = [values["months"][piece] for piece in pieces if piece in values["months"]]
    numbers = [int(piece) for piece in pieces if piece.isdecimal()]
    days = [number for number in numbers if 1 <= number <= 31]  # noqa: PLR2004
    years = [number for number in numbers if number > 1900]  # noqa: PLR2004
    if len(months) != 1 or len(days) != 1:
        return None
    year = years[0] if years else today.year
    day = _date(year, months[0], days[0])
    if day is not None and not years and day < today:
        return _date(year + 1, months[0], days[0])
    return day


def _date(year: int, month: int, day: int) -> date | None:
    """Return a day, or nothing where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(pieces: Sequence[str], values: _Values, today: date) -> date | None:
    """Return the next day with this name."""
    named = [values["weekdays"][piece] for piece in pieces if piece in values["weekdays"]]
    if len(named) != 1:
        return None
    return today + timedelta(days=(named[0] - today.weekday() - 1) % _WEEK + 1)


def _horizon(pieces: Sequence[str], values: _Values, today: date) -> date | None:
    """Return the end of "within six weeks", "tomorrow", "in a month"."""
    spans = [values["days"][piece] for piece in pieces if piece in values["days"]]
    numbers = _numbers(pieces, values)
    if len(spans) != 1 or len(numbers) > 1:
        return None
    if not numbers and spans[0] > 1:
        return None
    try:
        return today + timedelta(days=spans[0] * (numbers[0] if numbers else 1))
    except OverflowError:
        return None


_READERS: Final[Mapping[str, _Reader]] = {
    "quantity": _amount,
    "frequency": _rhythm,
    "score": _score,
    "clock": _clock,
    "deadline": _deadline,
}
