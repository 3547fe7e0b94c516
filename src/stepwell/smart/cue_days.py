"""Work out the day that a deadline comes to, given the day it is read on.

A date is the next one with that name; a week ends on Sunday; months in a horizon
count 30 days and years 365. Where the words can be read in two ways ("by June",
"3/4", "next Friday" on a Monday) the answer is nothing rather than a guess.
"""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from stepwell._text import Token
from stepwell.smart.cue_numbers import Values, numbers_in, pieces_of, role_of
from stepwell.smart.report import Starting

__all__ = ["deadline_day"]

_WEEK: Final = 7
_YEAR: Final = 365
_MONTHS: Final = 12
_LAST_DAY: Final = 31
_FIRST_YEAR: Final = 1900
_DIGITS: Final = 4
_LEAD: Final = 1
_Reader = Callable[[Sequence[str], Values, date], date | None]


def deadline_day(words: Sequence[Token], values: Values, today: date) -> date | Starting | None:
    """Return the day that a date or horizon ends on, or the day that something starts on.

    Parameters
    ----------
    words
        The tokens of the deadline, chunked.
    values
        What words are worth.
    today
        The day they are read on.
    """
    day = _day(words, values, today)
    if day is not None and _only_starts(words, values):
        return Starting(day)
    return day


def _day(words: Sequence[Token], values: Values, today: date) -> date | None:
    """Return the day that the words come to: the last date, or what they say together."""
    for word in reversed(words):
        if "date" in word.labels and len(words) > 1 and not _is_shifted(words, values):
            day = _read(word.text.split(), values, today, _NAMED)
            if day is not None:
                return day
    return _read(pieces_of(words), values, today, _ALL)


def _is_shifted(words: Sequence[Token], values: Values) -> bool:
    """Say whether a span stands beside the date ("a week on Friday", "the end of May")."""
    roles = _roles(pieces_of(words), values)
    return not roles.isdisjoint({"end", "mid", "next"}) or any(
        piece in values["days"]
        for word in words
        if "date" not in word.labels
        for piece in word.text.split()
    )


def _only_starts(words: Sequence[Token], values: Values) -> bool:
    """Say whether the words name a start and no end."""
    pieces = pieces_of(words)
    first, *rest = (role_of(piece, values) for piece in pieces)
    return (
        first == "start" and not {"until", "by", "and"} & set(rest) and "within" not in rest[_LEAD:]
    )


def _roles(pieces: Sequence[str], values: Values) -> frozenset[str]:
    """Return the parts that the words play."""
    return frozenset(role_of(piece, values) for piece in pieces)


def _read(
    pieces: Sequence[str], values: Values, today: date, readers: Sequence[_Reader]
) -> date | None:
    """Return the first day that a reader makes of the words."""
    plain = [piece for piece in pieces if not piece.startswith("'")]
    days = (reader(plain, values, today) for reader in readers)
    return next((day for day in days if day is not None), None)


def _numeric(pieces: Sequence[str], values: Values, today: date) -> date | None:
    """Return "2027-06-03", "23/6/2027" or "31/10"; nothing where day and month could swap."""
    if any(piece in values["days"] for piece in pieces):
        return None
    numbers = _wholes(pieces)
    if len(numbers) == 2 and "/" in pieces:  # noqa: PLR2004 - a day and a month
        return _coming(_day_and_month(*numbers), today)
    if len(numbers) != 3:  # noqa: PLR2004 - a day, a month and a year
        return None
    if numbers[0] > _FIRST_YEAR:
        return _date(*numbers)
    parts = _day_and_month(numbers[0], numbers[1])
    year = numbers[2] if numbers[2] > _FIRST_YEAR else 2000 + numbers[2]
    return None if parts is None else _date(year, *parts)


def _wholes(pieces: Sequence[str]) -> list[int]:
    """Return the whole numbers among the words that may be a day, a month or a year."""
    return [int(piece) for piece in pieces if piece.isdecimal() and len(piece) <= _DIGITS]


def _years(pieces: Sequence[str]) -> list[int]:
    """Return the numbers among the words that are years."""
    return [number for number in _wholes(pieces) if number > _FIRST_YEAR]


def _day_and_month(first: int, second: int) -> tuple[int, int] | None:
    """Return month and day of two numbers; nothing where they could swap."""
    if first == second or (first > _MONTHS >= second):
        return second, first
    return (first, second) if second > _MONTHS >= first else None


def _coming(parts: tuple[int, int] | None, today: date) -> date | None:
    """Return the next day to come with a month and day."""
    if parts is None:
        return None
    day = _date(today.year, *parts)
    return _date(today.year + 1, *parts) if day is None or day < today else day


def _calendar_day(pieces: Sequence[str], values: Values, today: date) -> date | None:
    """Return "12 June" or "1 March 2027"; without a year the next one to come."""
    months = [values["months"][piece] for piece in pieces if piece in values["months"]]
    days = [number for number in _wholes(pieces) if 1 <= number <= _LAST_DAY]
    if len(months) != 1 or len(days) != 1:
        return None
    years = _years(pieces)
    return _date(years[0], months[0], days[0]) if years else _coming((months[0], days[0]), today)


def _feast(pieces: Sequence[str], values: Values, today: date) -> date | None:
    """Return Christmas Eve, Halloween and other days that keep their date."""
    name = " ".join(piece for piece in pieces if not piece.isdecimal())
    parts = values["feasts"].get(name)
    if parts is None:
        return None
    years = _years(pieces)
    return _date(years[0], *parts) if years else _coming((parts[0], parts[1]), today)


def _day_of_month(pieces: Sequence[str], values: Values, today: date) -> date | None:
    """Return "the 9th": the next day to come with this number."""
    numbers = _wholes(pieces)
    if len(numbers) != 1 or not _ends_in_ordinal(pieces, values):
        return None
    ahead = _is_next_month(pieces, values)
    months = range(today.month + ahead, today.month + (2 if ahead else 3))
    days = (
        _date(today.year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1, numbers[0])
        for month in months
    )
    return next((day for day in days if day is not None and day >= today), None)


def _ends_in_ordinal(pieces: Sequence[str], values: Values) -> bool:
    """Say whether an ordinal stands there that counts no thing, and does not stand alone."""
    roles = [role_of(piece, values) for piece in pieces]
    if "ordinal" not in roles or len(pieces) == len(("2", "nd")):
        return False
    after = pieces[roles.index("ordinal") + 1 :][:1]
    return not any(
        piece.isalpha() and not role_of(piece, values) and piece not in values["weekdays"]
        for piece in after
    )


def _is_next_month(pieces: Sequence[str], values: Values) -> bool:
    """Say whether the words end in "next month"."""
    return [role_of(piece, values) for piece in pieces[-2:-1]] == ["next"] and (
        values["ends"].get(pieces[-1]) == "month"
    )


def _weekday(pieces: Sequence[str], values: Values, today: date) -> date | None:
    """Return the next day with this name; "next" tells only where this week has none left."""
    named = [values["weekdays"][piece] for piece in pieces if piece in values["weekdays"]]
    if len(named) != 1:
        return None
    roles = _roles(pieces, values)
    if "next" in roles and named[0] > today.weekday():
        return None
    ahead = (named[0] - today.weekday() - 1) % _WEEK + 1
    spans = [values["days"][piece] for piece in pieces if piece in values["days"]]
    weeks = [span for span in spans if span >= _WEEK and "this" not in roles]
    count = numbers_in(pieces, values)
    return _later(today, ahead + sum(weeks[:1]) * (count[0] if count else 1))


def _last_day(pieces: Sequence[str], values: Values, today: date) -> date | None:
    """Return the end of "in May", "the end of March", or the middle of "mid-June"."""
    months = [values["months"][piece] for piece in pieces if piece in values["months"]]
    roles = _roles(pieces, values)
    if len(months) != 1 or roles.isdisjoint({"end", "mid", "within", "this"}):
        return None
    years = _years(pieces)
    year = years[0] if years else today.year + (months[0] < today.month)
    return _last_of_month(year, months[0]) if "mid" not in roles else _date(year, months[0], 15)


def _last_of_month(year: int, month: int) -> date | None:
    """Return the last day of a month; nothing past the end of the calendar."""
    return date(year, month, monthrange(year, month)[1]) if year <= date.max.year else None


def _last_of_year(pieces: Sequence[str], values: Values, _today: date) -> date | None:
    """Return the end of "in 2028" or "the end of 2027"."""
    years = _years(pieces)
    roles = _roles(pieces, values)
    named = not roles.isdisjoint({"end", "within"}) and "mid" not in roles
    return _date(years[0], _MONTHS, _LAST_DAY) if named and len(years) == 1 else None


def _period_end(pieces: Sequence[str], values: Values, today: date) -> date | None:
    """Return the end of "this week", "next month", "the end of the year"."""
    roles = _roles(pieces, values)
    periods = [values["ends"][piece] for piece in pieces if piece in values["ends"]]
    if len(periods) != 1 or roles.isdisjoint({"this", "next", "end"}) or "mid" in roles:
        return None
    if numbers_in(pieces, values) or (roles & {"by", "coming"} and "end" not in roles):
        return None
    if "next" in roles and _is_from_now(pieces, values):
        return None
    return _end_of(periods[0], today, ahead="next" in roles)


def _is_from_now(pieces: Sequence[str], values: Values) -> bool:
    """Say whether "the next week" counts from today: an article stands before "next"."""
    kinds = [role_of(piece, values) for piece in pieces]
    return "end" not in kinds and ("the", "next") in pairwise(kinds)


def _end_of(period: str, today: date, *, ahead: bool) -> date | None:
    """Return the last day of the period that a day lies in, or of the one after it."""
    if period == "day":
        return _later(today, int(ahead))
    if period == "week":
        return _later(today, 6 - today.weekday() + _WEEK * ahead)
    if period == "year":
        return _date(today.year + ahead, _MONTHS, _LAST_DAY)
    month = today.month + ahead
    year = today.year + (month > _MONTHS)
    return _last_of_month(year, (month - 1) % _MONTHS + 1)


def _horizon(pieces: Sequence[str], values: Values, today: date) -> date | None:
    """Return the end of "within six weeks", "tomorrow", "in a month"."""
    if _start_apart(pieces, values) is not None:
        return None
    spans = [values["days"][piece] for piece in pieces if piece in values["days"]]
    roles = _roles(pieces, values)
    if len(spans) not in {1, 2} or roles & {"end", "vague", "mid"}:
        return None
    numbers = numbers_in(pieces, values)
    opens = tuple(role_of(piece, values) for piece in pieces[:2])
    counted = "near" in roles or opens == ("within", "the")
    if not numbers and not counted:
        return None
    return _later(today, spans[0] * max(numbers, default=1) + sum(spans[1:]))


def _from_start(pieces: Sequence[str], values: Values, today: date) -> date | None:
    """Return the end of "6 weeks from 1 Feb" or "starting Monday for 6 weeks"."""
    apart = _start_apart(pieces, values)
    if apart is None:
        return None
    begin = _read(apart[0], values, today, (*_NAMED, _horizon))
    return None if begin is None else _horizon(apart[1], values, begin)


def _start_apart(
    pieces: Sequence[str], values: Values
) -> tuple[Sequence[str], Sequence[str]] | None:
    """Return a start and the stretch that counts from it; nothing where there is no start."""
    roles = [role_of(piece, values) for piece in pieces]
    if "start" not in roles:
        return None
    at = roles.index("start")
    if at:
        return pieces[at + 1 :], pieces[:at]
    cut = next((here for here in range(_LEAD + 1, len(roles)) if roles[here] == "within"), None)
    return None if cut is None else (pieces[1:cut], pieces[cut:])


def _later(day: date, days: float) -> date | None:
    """Return the day so many days on, or nothing past the end of the calendar."""
    try:
        return day + timedelta(days=math.ceil(days))
    except (OverflowError, ValueError):
        return None


def _in_weeks(pieces: Sequence[str], values: Values, today: date) -> date | None:
    """Return the end of "6/52" (weeks) or "3/12" (months), as clinics write them."""
    if len(pieces) < 3 or pieces[-2] != "/" or "by" in _roles(pieces, values):  # noqa: PLR2004 - n / m
        return None
    days = values["parts_of_year"].get(pieces[-1])
    number = numbers_in(pieces[-3:-2], values)
    return _later(today, number[0] * days) if days is not None and number else None


def _nth_weekday(pieces: Sequence[str], values: Values, today: date) -> date | None:
    """Return the third Sunday of "for the next three Sundays"."""
    named = [values["weekdays"][piece] for piece in pieces if piece in values["weekdays"]]
    numbers = numbers_in(pieces, values)
    if len(named) != 1 or len(numbers) != 1 or "next" not in _roles(pieces, values):
        return None
    return _later(today, (named[0] - today.weekday() - 1) % _WEEK + 1 + _WEEK * (numbers[0] - 1))


def _date(year: int, month: int, day: int) -> date | None:
    """Return a day, or nothing where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


_NAMED: Final[tuple[_Reader, ...]] = (_numeric, _calendar_day, _feast, _day_of_month, _weekday)
_ALL: Final[tuple[_Reader, ...]] = (
    _in_weeks,
    _from_start,
    _numeric,
    _calendar_day,
    _feast,
    _day_of_month,
    _nth_weekday,
    _weekday,
    _last_day,
    _last_of_year,
    _period_end,
    _horizon,
)
