"""Read the day to look at a goal, and the day it starts, from the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, final

import attrs

from stepwell.goals import Goal
from stepwell.measures import Target
from stepwell.smart.cue_numbers import numbers_in, pieces_of, role_of
from stepwell.smart.cue_values import cue_value
from stepwell.smart.cues import CueFind
from stepwell.smart.drafts import Doubt
from stepwell.smart.offers import Found, Sight, given
from stepwell.smart.report import Starting

__all__ = ["read_days"]

_DUE: Final = "goal.target.due"
_START: Final = "goal.start"
_ANY_DAYS: Final = (date(2000, 1, 1), date(2001, 6, 5))
_YEAR: Final = 4
_DAY_AND_MONTH: Final = 2


@final
@attrs.frozen
class _Day:
    """A deadline cue with the day it comes to, if that can be told."""

    find: CueFind
    day: date | None


def read_days(sight: Sight) -> Iterator[Found]:
    """Yield the day to look at it and the first day, and the doubts about them."""
    found = [_Day(find, _day_of(sight, find)) for find in _whole(sight)]
    starts = [each for each in found if _is_start(sight, each.find)]
    ends = [_counted(sight, each, starts) for each in found if each not in starts]
    due = next((each for each in ends if each.find.firm and each.day is not None), None)
    yield from _no_day(sight, ends) if due is None else _due(sight, due, ends)
    yield from _start(sight, starts, None if due is None else due.day)


def _whole(sight: Sight) -> Iterator[CueFind]:
    """Yield the deadlines; two with a small word between are one ("the 5th of next month")."""
    finds = list(sight.statement.evidence("deadline"))
    while finds:
        find = finds.pop(0)
        if finds and _is_among(sight, find.end) and finds[0].start == find.end + 1:
            find = attrs.evolve(find, end=finds.pop(0).end)
        yield find


def _is_among(sight: Sight, at: int) -> bool:
    """Say whether a token says that what stands before it is part of what comes."""
    return any(token.text in sight.hints.among for token in sight.statement.tokens[at : at + 1])


def _counted(sight: Sight, end: _Day, starts: Sequence[_Day]) -> _Day:
    """Return an end with its day; a stretch counts from the first start that is named."""
    if not starts or not _is_stretch(sight, end.find):
        return end
    begin = starts[0].day
    return attrs.evolve(end, day=None if begin is None else _on(sight, end.find, begin))


def _is_stretch(sight: Sight, find: CueFind) -> bool:
    """Say whether a cue is a number of days or weeks, and no date."""
    words, values = sight.statement.at(find), sight.statement.lexicon.values
    pieces = pieces_of(words)
    spans = any(piece in values["days"] for piece in pieces)
    dated = any("date" in word.labels for word in words)
    return spans and not dated and bool(numbers_in(pieces, values))


def _counts_a_thing(sight: Sight, find: CueFind) -> bool:
    """Say whether an ordinal at the end of a cue belongs to a word after it ("2nd attempt")."""
    values = sight.statement.lexicon.values
    last = pieces_of(sight.statement.at(find))[-1]
    after = sight.statement.tokens[find.end : find.end + 1]
    return role_of(last, values) == "ordinal" and any(
        not word.labels.isdisjoint({"word", "n"})
        and ("function" not in word.labels or _is_among(sight, find.end))
        for word in after
    )


def _due(sight: Sight, due: _Day, ends: Sequence[_Day]) -> Iterator[Found]:
    """Yield the day to look at it, and what is unsure about it."""
    day = due.day
    yield sight.offer("due", due.find, given(day))
    yield sight.offer(_DUE, due.find, lambda goal: _with_due(goal, day))
    if _lacks_year(sight, due.find):
        yield sight.doubt(Doubt.NO_YEAR, _DUE, due.find)
    if day is not None and sight.today is not None and day < sight.today:
        yield sight.doubt(Doubt.DAY_GONE_BY, _DUE, due.find)
    for each in ends:
        if each.day != day:
            yield sight.doubt(Doubt.SECOND_DAY, _DUE, each.find)


def _with_due(goal: Goal, day: date | None) -> Target | None:
    """Return the target with its day; without a target there is nowhere to put it."""
    return None if goal.target is None else attrs.evolve(goal.target, due=day)


def _no_day(sight: Sight, ends: Sequence[_Day]) -> Iterator[Found]:
    """Yield why there is no day to look at it, where the words speak of one."""
    for each in ends:
        yield from _open(sight, each.find, _DUE)


def _open(sight: Sight, find: CueFind, path: str) -> Iterator[Found]:
    """Yield why a cue comes to no day: it waits for today, or it is open in itself."""
    if sight.today is not None or _on(sight, find, _ANY_DAYS[0]) is None:
        yield sight.doubt(Doubt.OPEN_DAY, path, find)
        return
    yield sight.doubt(Doubt.NO_TODAY, path, find)
    if _lacks_year(sight, find):
        yield sight.doubt(Doubt.NO_YEAR, path, find)


def _start(sight: Sight, starts: Sequence[_Day], due: date | None) -> Iterator[Found]:
    """Yield the first day, unless it lies after the day to look at it."""
    for each in starts:
        day = each.day
        if day is None:
            yield from _open(sight, each.find, _START)
        elif due is not None and day > due:
            yield sight.doubt(Doubt.START_AFTER_DUE, _START, each.find)
        else:
            yield sight.offer(_START, each.find, given(day))
            return


def _is_start(sight: Sight, find: CueFind) -> bool:
    """Say whether a cue tells where it begins."""
    pieces = pieces_of(sight.statement.at(find))
    return not find.firm and pieces[0] in sight.hints.starts


def _day_of(sight: Sight, find: CueFind) -> date | None:
    """Return the day of a cue; with today unknown, one that is the same on any day."""
    if sight.today is not None:
        return _on(sight, find, sight.today)
    one, other = (_on(sight, find, day) for day in _ANY_DAYS)
    return one if one == other else None


def _on(sight: Sight, find: CueFind, today: date) -> date | None:
    """Return the day that a cue comes to when it is read on a day."""
    if _counts_a_thing(sight, find):
        return None
    value = cue_value("deadline", sight.statement.at(find), sight.statement.lexicon, today)
    day = value.on if isinstance(value, Starting) else value
    return day if isinstance(day, date) else None


def _lacks_year(sight: Sight, find: CueFind) -> bool:
    """Say whether a cue names a month, or writes "10/10", and no year."""
    pieces = pieces_of(sight.statement.at(find))
    months = sight.statement.lexicon.values["months"]
    year = any(len(piece) == _YEAR and piece.isdecimal() for piece in pieces)
    short = "/" in pieces and sum(map(str.isdecimal, pieces)) == _DAY_AND_MONTH
    return not year and (short or any(piece in months for piece in pieces))
