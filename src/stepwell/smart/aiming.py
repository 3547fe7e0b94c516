"""Read the number that a goal aims at: a score, an amount, or how often.

One cue gives the target, a score before an amount before a rhythm; what else
is counted is told as a doubt and stays in the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from stepwell._text import Token
from stepwell.goals import Goal
from stepwell.instruments import Instrument, instrument_named
from stepwell.measures import Direction, Measure, Target, at_least, at_most, between
from stepwell.smart.cue_values import cue_value
from stepwell.smart.cues import CueFind
from stepwell.smart.drafts import Doubt
from stepwell.smart.hints import Meaning
from stepwell.smart.measures_in import has_scale, is_bare_share
from stepwell.smart.offers import Found, Offer, Sight, given
from stepwell.smart.report import Amount, Framing, Rhythm

__all__ = ["read_aim", "read_rhythm"]

_TARGET: Final = "goal.target"
_RHYTHM: Final = "rhythm"
_POINTS: Final = "points"
_TIMES: Final = "times"
_NUMBERS: Final = frozenset({"n", "number", "ratio", "share", "times"})
_LEAST: Final = frozenset({Meaning.LEAST, Meaning.MORE})
_MOST: Final = frozenset({Meaning.MOST, Meaning.LESS})
_STRICTLY: Final = {Meaning.LESS: -1, Meaning.MORE: 1}
_ABOUT: Final = {Meaning.LESS: Doubt.ABOUT_BELOW, Meaning.MORE: Doubt.ABOUT_ABOVE}


def read_aim(sight: Sight) -> Iterator[Found]:
    """Yield the target, the measure and the baseline that the words give, and the doubts."""
    finds = [find for kind in _READERS for find in sight.statement.evidence(kind)]
    for place, find in enumerate(finds):
        found = tuple(_READERS[find.kind](sight, find))
        yield from found
        if any(isinstance(each, Offer) for each in found):
            yield from _others(sight, finds[place + 1 :])
            return
    yield from _uncounted(sight)


def read_rhythm(sight: Sight) -> Iterator[Found]:
    """Yield how often, where the words say so, and the doubts about it."""
    rhythms = sight.statement.evidence("frequency")
    for find in rhythms:
        value = _value(sight, find)
        if isinstance(value, Rhythm) and not _is_bare(sight, find):
            yield sight.offer(_RHYTHM, find, given(value))
            yield from _about_rhythm(sight, find, rhythms)
            return
        doubt = Doubt.OPEN_RHYTHM if value is None else Doubt.NO_UNIT
        yield sight.doubt(doubt, _RHYTHM, find)


def _about_rhythm(sight: Sight, find: CueFind, rhythms: Sequence[CueFind]) -> Iterator[Found]:
    """Yield what one number for how often leaves out."""
    if sight.meaning(find) is not None or len(_counted(sight, find)) > 1:
        yield sight.doubt(Doubt.LOOSE_RHYTHM, _RHYTHM, find)
    yield from (
        sight.doubt(Doubt.SECOND_RHYTHM, _RHYTHM, other) for other in rhythms if other is not find
    )


def _value(sight: Sight, find: CueFind) -> object:
    """Return what a cue that names no day comes to."""
    words = sight.statement.at(find)
    return cue_value(find.kind, words, sight.statement.lexicon, sight.today)


def _others(sight: Sight, finds: Sequence[CueFind]) -> Iterator[Found]:
    """Yield a doubt for each further number that could be aimed at; a rhythm stands beside."""
    for find in finds:
        if find.kind != "frequency":
            yield sight.doubt(Doubt.SECOND_AMOUNT, _TARGET, find)


def _uncounted(sight: Sight) -> Iterator[Found]:
    """Yield a doubt for the first number that stands there with no unit."""
    statement = sight.statement
    cued = {at for find in statement.finds for at in range(find.start, find.end)}
    for part in statement.parts:
        for at in range(part.head, part.end):
            token = statement.tokens[at]
            if at not in cued and "n" in token.labels and any(map(str.isdigit, token.text)):
                number = CueFind("none", firm=True, start=at, end=at + 1)
                yield sight.doubt(Doubt.NO_UNIT, _TARGET, number)
                return


# --- an amount, or how often ---------------------------------------------------------------


def _amount(sight: Sight, find: CueFind) -> Iterator[Found]:
    """Yield the target that an amount gives, or why it gives none."""
    words = sight.statement.at(find)
    value = _value(sight, find)
    if any("of_scale" in word.labels for word in words):
        yield from _score(sight, find)
        return
    share = is_bare_share(words) and "times" not in words[-1].labels
    unit = "" if share or not isinstance(value, Amount) else _unit(sight, find, value)
    if isinstance(value, Amount) and unit:
        yield from _bounded(sight, find, (value.low, value.high), unit)
    else:
        yield sight.doubt(Doubt.NO_BASE if share else Doubt.NO_UNIT, _TARGET, find)


def _times(sight: Sight, find: CueFind) -> Iterator[Found]:
    """Yield the target that a rhythm alone gives."""
    value = _value(sight, find)
    if isinstance(value, Rhythm) and not _is_bare(sight, find):
        written = _counted(sight, find)
        ends = (written[0], written[-1]) if len(written) > 1 else (value.times, value.times)
        yield from _bounded(sight, find, ends, _TIMES)


def _is_bare(sight: Sight, find: CueFind) -> bool:
    """Say whether a rhythm counts nothing that is named, as in "20 a week"."""
    words = sight.statement.at(find)
    after = next((other for word, other in pairwise(words) if "n" in word.labels), None)
    return after is not None and not after.labels.isdisjoint({"function", "mark"})


def _bounded(
    sight: Sight, find: CueFind, ends: tuple[float, float], unit: str, *, last: bool = False
) -> Iterator[Found]:
    """Yield a target with these ends, as the words beside the number mean it."""
    meaning = sight.meaning(find, last=last)
    if meaning is Meaning.CHANGE:
        yield sight.doubt(Doubt.CHANGE, _TARGET, find)
    else:
        make, doubt = _meant(sight, ends, meaning)
        yield sight.offer(_TARGET, find, lambda _goal: make(unit))
        if doubt is not None:
            yield sight.doubt(doubt, _TARGET, find)


def _meant(
    sight: Sight, ends: tuple[float, float], meaning: Meaning | None
) -> tuple[Callable[[str], Target], Doubt | None]:
    """Return how a target with these ends is made, and what is unsure about that."""
    low, high = ends
    about = _ABOUT.get(meaning) if meaning else None
    away = sight.framing is Framing.AWAY
    if away and meaning is Meaning.MORE:  # "not longer than", with words between
        return partial(at_most, high), Doubt.AT_MOST
    if meaning in _MOST:
        return partial(at_most, high), about
    if meaning in _LEAST:
        return partial(at_least, low), about
    if low != high:
        return partial(between, low, high), None
    if (away and meaning is not Meaning.LASTING) or not low:
        return partial(at_most, low), Doubt.AT_MOST
    return partial(at_least, low), Doubt.AT_LEAST


def _counted(sight: Sight, find: CueFind) -> list[float]:
    """Return the numbers that are counted: two where it is a range."""
    words = sight.statement.at(find)
    return sight.numbers([word for word in words if "n" in word.labels][:1])


def _unit(sight: Sight, find: CueFind, value: Amount) -> str:
    """Return the unit; one of several words as it was written ("glasses of wine")."""
    words = sight.statement.at(find)
    if "times" in words[-1].labels:
        return _TIMES
    after = 1 + max((at for at, word in enumerate(words) if "n" in word.labels), default=0)
    unit = words[after:]
    if " " not in value.unit or not unit or "word" not in unit[0].labels:
        return value.unit
    return sight.statement.text.original[unit[0].start : unit[-1].end]


# --- a score -------------------------------------------------------------------------------


def _score(sight: Sight, find: CueFind) -> Iterator[Found]:
    """Yield what a score gives: where to, where from, and on which scale."""
    words = sight.statement.at(find)
    ends, top = _score_ends(sight, words)
    instrument = next((word for word in words if "instr" in word.labels), None)
    if not ends or (top is not None and max(ends) > top):
        yield sight.doubt(Doubt.DOES_NOT_FIT, _TARGET, find)
    elif instrument is not None:
        yield from _on_instrument(sight, find, ends, instrument)
    else:
        unit = "%" if any("share" in word.labels for word in words) else _POINTS
        yield from _to_end(sight, find, ends, unit)
        if not has_scale(sight.statement, find):
            yield sight.doubt(Doubt.NO_SCALE, _TARGET, find)


def _score_ends(sight: Sight, words: Sequence[Token]) -> tuple[list[float], float | None]:
    """Return the numbers that a score goes between, and the top of its scale if it is told.

    In "7/10" and "7 out of 10" the ten is the top of the scale.
    """
    ends: list[float] = []
    tops: list[float] = []
    of_scale = False
    for word in words:
        numbers = sight.numbers([word]) if not _NUMBERS.isdisjoint(word.labels) else []
        if "instr" in word.labels or not numbers:
            of_scale = of_scale or "of_scale" in word.labels
        elif "ratio" in word.labels:
            ends, tops = [*ends, numbers[0]], [*tops, numbers[-1]]
        elif of_scale:
            tops = [*tops, *numbers]
        else:
            ends = [*ends, *numbers]
    return ends, min(tops, default=None)


def _to_end(sight: Sight, find: CueFind, ends: Sequence[float], unit: str) -> Iterator[Found]:
    """Yield target and baseline of a score; from 8 to 4 is downwards."""
    start, end = ends[0], ends[-1]
    if len(ends) == 1:
        yield from _bounded(sight, find, (end, end), unit, last=True)
        return
    aim = at_most if end < start else at_least
    yield sight.offer(_TARGET, find, lambda _goal: aim(end, unit))
    yield sight.offer("goal.baseline", find, given(start))


def _on_instrument(
    sight: Sight, find: CueFind, ends: Sequence[float], written: Token
) -> Iterator[Found]:
    """Yield target, measure and baseline on the scale of a questionnaire."""
    known = instrument_named(written.text)
    if known is not None:
        yield sight.offer("goal.measure", find, given(known.measure))
        yield from _on_known(sight, find, ends, known)
        return
    name = sight.statement.text.original[written.start : written.end]
    yield from _to_end(sight, find, ends, _POINTS)
    yield sight.offer("goal.measure", find, partial(_named, name))


def _named(name: str, goal: Goal) -> Measure | None:
    """Return a measure with this name that points the way of the target."""
    if goal.target is None:
        return None
    return Measure(name, unit=goal.target.unit, direction=goal.target.direction)


def _on_known(
    sight: Sight, find: CueFind, ends: Sequence[float], known: Instrument
) -> Iterator[Found]:
    """Yield target and baseline where the way is known, and that totals are whole."""
    if len(ends) > 1:
        yield from _to_end(sight, find, ends, _POINTS)
        return
    meaning = sight.meaning(find, last=True)
    if meaning is Meaning.CHANGE:
        yield sight.doubt(Doubt.CHANGE, _TARGET, find)
        return
    down = meaning in _MOST or (meaning not in _LEAST and known.direction is Direction.DECREASE)
    aim, end = (
        (at_most if down else at_least),
        ends[0] + (_STRICTLY.get(meaning, 0) if meaning else 0),
    )
    yield sight.offer(_TARGET, find, lambda _goal: aim(end, _POINTS))


_READERS: Final = {"score": _score, "quantity": _amount, "frequency": _times}
