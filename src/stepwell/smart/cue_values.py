"""Work out what a cue comes to: a number with its unit, a rhythm, an hour, a day.

Where the words are not plain, the answer is nothing rather than a guess. Months
in a horizon count 30 days and years 365.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import Final

from stepwell._text import Token
from stepwell.smart.cue_days import deadline_day
from stepwell.smart.cue_numbers import Values, number_places, numbers_in, pieces_of, role_of
from stepwell.smart.lexicon import Lexicon
from stepwell.smart.report import Amount, CueValue, Rhythm, ScoreChange

__all__ = ["cue_value", "unit_words"]

_Reader = Callable[[Sequence[Token], Values, date | None], CueValue]
_HOUR: Final = 60
_HALF_DAY: Final = 12
_LAST_HOUR: Final = 23
_LAST_MINUTE: Final = 59
_DAYS_OF_WEEK: Final = 7


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


def _amount(words: Sequence[Token], values: Values, _today: date | None) -> CueValue:
    """Return an amount with its unit, written out."""
    pieces = pieces_of(words)
    places = number_places(pieces, values)
    if not places:
        return None
    numbers = [number for _, number in places]
    return Amount(min(numbers), max(numbers), _unit(pieces, places, values))


def _unit(pieces: Sequence[str], places: Sequence[tuple[int, float]], values: Values) -> str:
    """Return the unit: what follows the last number, or else stands before or between."""
    first, last = places[0][0], places[-1][0]
    for run in (pieces[last + 1 :], pieces[first:last]):
        named = unit_words(run, values)
        if named:
            return " ".join(named)
    return next((piece for piece in pieces[:first] if role_of(piece, values) == "money"), "")


def unit_words(run: Sequence[str], values: Values) -> list[str]:
    """Return the words of a unit in a run, written out."""
    return [str(values["units"].get(piece, piece)) for piece in run if _is_unit(piece, values)]


def _is_unit(piece: str, values: Values) -> bool:
    """Say whether a word belongs to a unit: no number, no mark, no small word."""
    role = role_of(piece, values)
    if role in {"share", "scale"}:
        return True
    return piece[0].isalpha() and piece not in values["numbers"] and role not in _SMALL


def _rhythm(words: Sequence[Token], values: Values, _today: date | None) -> CueValue:
    """Return how many times in which period."""
    pieces = pieces_of(words)
    written = next((values["rhythms"][p] for p in pieces if p in values["rhythms"]), None)
    if written is not None:
        return Rhythm(float(written[0]), str(written[1]))
    if any(role_of(piece, values) == "some" for piece in pieces):
        return None
    period = _last_period(words, values)
    if period is None:
        return _weekday_rhythm(pieces, values)
    if 0 in _plain_numbers(pieces, values):
        return None
    times, each = _times_each(pieces, values)
    return Rhythm(times / each, period)


def _last_period(words: Sequence[Token], values: Values) -> str | None:
    """Return the period that is named last; "every 2 weeks" names one, "five nights" none."""
    if len(words) > 1 and words[-1].text in values["plurals"] and "n" in words[-2].labels:
        roles = {role_of(piece, values) for piece in pieces_of(words)}
        return str(values["plurals"][words[-1].text]) if roles & {"each", "within"} else None
    periods = (_period(word, values) for word in reversed(words))
    return next((period for period in periods if period is not None), None)


def _period(word: Token, values: Values) -> str | None:
    """Return the period that a word names."""
    known = values["periods"].get(word.text)
    if known is not None:
        return str(known)
    return word.text if "period" in word.labels else None


def _times_each(pieces: Sequence[str], values: Values) -> tuple[float, float]:
    """Return how many times, and in how many periods ("twice every 3 weeks")."""
    roles = [role_of(piece, values) for piece in pieces]
    cut = next((at for at, role in enumerate(roles) if role in {"each", "within"}), len(pieces))
    times = [number for number in numbers_in(pieces[:cut], values) if number >= 1]
    each = [number for number in _plain_numbers(pieces[cut:], values) if number >= 1]
    if "alternate" in roles:
        each = [2.0]
    return max(times, default=1.0), max(each, default=1.0)


def _plain_numbers(pieces: Sequence[str], values: Values) -> list[float]:
    """Return the numbers among words, articles left out."""
    return numbers_in([p for p in pieces if role_of(p, values) != "article"], values)


def _weekday_rhythm(pieces: Sequence[str], values: Values) -> Rhythm | None:
    """Return how many days of the week are named: alone, in a list or as a range."""
    named = [values["weekdays"][piece] for piece in pieces if piece in values["weekdays"]]
    roles = [role_of(piece, values) for piece in pieces]
    if not named:
        return _out_of_week(pieces, values)
    first = next(at for at, piece in enumerate(pieces) if piece in values["weekdays"])
    tight = pieces[first + 1 : first + 2] and pieces[first + 1] in values["weekdays"]
    if len(named) == 2 and ("until" in roles or tight):  # noqa: PLR2004 - from day to day
        return Rhythm(float((named[1] - named[0]) % _DAYS_OF_WEEK + 1), "week")
    return Rhythm(len(set(named)) / (2 if "alternate" in roles else 1), "week")


def _out_of_week(pieces: Sequence[str], values: Values) -> Rhythm | None:
    """Return "5 days out of 7" and "5/7" as so many times a week."""
    numbers = numbers_in(pieces, values)
    if len(numbers) == 2 and numbers[1] == _DAYS_OF_WEEK:  # noqa: PLR2004 - a pair
        return Rhythm(numbers[0], "week")
    return None


def _score(words: Sequence[Token], values: Values, _today: date | None) -> CueValue:
    """Return where a score is to go, and from where, and of which instrument."""
    tops = [piece for word in words for piece in _tops(word)]
    numbers = _plain_numbers(tops, values)
    if not numbers:
        return None
    pieces = pieces_of(words)
    if len(numbers) == 1 and "by" in (role_of(piece, values) for piece in pieces):
        return Amount(numbers[0], numbers[0], _unit(pieces, number_places(pieces, values), values))
    start = numbers[0] if len(numbers) > 1 else None
    return ScoreChange(numbers[-1], start, _instrument(words, values))


def _instrument(words: Sequence[Token], values: Values) -> str | None:
    """Return the name of the questionnaire, as it is usually written."""
    word = next((word for word in words if "instr" in word.labels), None)
    if word is None:
        return None
    short = "".join(letter for letter in word.text if letter.isalnum())
    return str(values["instruments"].get(short, word.text.replace(" - ", "-").upper()))


def _tops(word: Token) -> list[str]:
    """Return the words of a chunk with a score; of "7 / 10" the first number."""
    if "instr" in word.labels:
        return []
    pieces = word.text.split()
    return pieces[:1] if "ratio" in word.labels else pieces


def _clock(words: Sequence[Token], values: Values, _today: date | None) -> CueValue:
    """Return the hour that is named; an hour with no half of the day stays as it is."""
    pieces = pieces_of(words)
    named = next((values["hours"][piece] for piece in pieces if piece in values["hours"]), None)
    if named is not None:
        return time(int(named))
    minutes = _minutes(pieces, values)
    if minutes is None:
        return None
    late = any("late_half" in word.labels for word in words)
    early = any("early_half" in word.labels for word in words)
    return _time(minutes, late=late, early=early)


def _minutes(pieces: Sequence[str], values: Values) -> int | None:
    """Return the minutes since midnight, or since noon, of the first hour that is named."""
    written = next((piece for piece in pieces if piece[0].isdecimal()), None)
    if written is not None and len(written) <= len("00:00"):
        hour, _, minute = written.replace(".", ":").partition(":")
        at = _whole_minutes(hour, minute)
    else:
        at = _spoken_minutes(pieces, values) if written is None else None
    return None if at is None else at + _shift(pieces, values)


def _whole_minutes(hour: str, minute: str) -> int | None:
    """Return the minutes of "10:45"; nothing where there is no such time."""
    if not (hour + (minute or "0")).isdecimal() or int(minute or 0) > _LAST_MINUTE:
        return None
    return int(hour) * _HOUR + int(minute or 0)


def _spoken_minutes(pieces: Sequence[str], values: Values) -> int | None:
    """Return the minutes of "seven" or "half past ten"."""
    numbers = [n for n in _plain_numbers(pieces, values) if 1 <= n <= _HALF_DAY]
    return int(numbers[0]) * _HOUR if numbers else None


def _shift(pieces: Sequence[str], values: Values) -> int:
    """Return the minutes that "half past", "quarter to" and "half nine" add or take."""
    part = next((values["numbers"][p] for p in pieces if values["numbers"].get(p, 1) < 1), 0.0)
    before = "until" in (role_of(piece, values) for piece in pieces)
    return round(_HOUR * part) * (-1 if before else 1)


def _time(minutes: int, *, late: bool, early: bool) -> time | None:
    """Return a time of day, or nothing where there is no such time."""
    hour, minute = divmod(minutes, _HOUR)
    if late and hour < _HALF_DAY:
        hour += _HALF_DAY
    if early and hour == _HALF_DAY:
        hour = 0
    return time(hour, minute) if 0 <= hour <= _LAST_HOUR else None


def _deadline(words: Sequence[Token], values: Values, today: date | None) -> CueValue:
    """Return the day that a date or horizon comes to."""
    return None if today is None else deadline_day(words, values, today)


_SMALL: Final = frozenset({"article", "small", "and", "until", "the", "by", "start", "within"})
_READERS: Final[Mapping[str, _Reader]] = {
    "quantity": _amount,
    "frequency": _rhythm,
    "score": _score,
    "clock": _clock,
    "deadline": _deadline,
}
