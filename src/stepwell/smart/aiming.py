"""Read the number that a goal aims at: a score, an amount, or how often.

One cue gives the target, a score before an amount before a rhythm; what else
is counted is told as a doubt and stays in the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

import attrs

from stepwell._text import Token
from stepwell.goals import Goal
from stepwell.instruments import Instrument, instrument_named
from stepwell.measures import Direction, Measure, Target, at_least, at_most, between
from stepwell.smart.amounts_in import (
    Count,
    arrival,
    comes_from,
    counts_in,
    is_glued,
    part_taken,
)
from stepwell.smart.cue_values import cue_value
from stepwell.smart.cues import CueFind
from stepwell.smart.drafts import Doubt
from stepwell.smart.hints import Meaning
from stepwell.smart.measures_in import has_scale, is_bare_share
from stepwell.smart.offers import Found, Offer, Sight, given
from stepwell.smart.report import Amount, Framing, Rhythm, ScoreChange

__all__ = ["read_aim", "read_rhythm"]

_TARGET: Final = "goal.target"
_RHYTHM: Final = "rhythm"
_POINTS: Final = "points"
_TIMES: Final = "times"
_COUNTED: Final = frozenset({"n", "times"})
_NUMBERS: Final = frozenset({"n", "number", "ratio", "share", "times"})
_LEAST: Final = frozenset({Meaning.LEAST, Meaning.MORE, Meaning.UP})
_MOST: Final = frozenset({Meaning.MOST, Meaning.LESS, Meaning.DOWN})
_TOLD: Final = _LEAST | _MOST | {Meaning.FIXED}
_STRICTLY: Final = {Meaning.LESS: -1, Meaning.MORE: 1}
_ABOUT: Final = {
    Meaning.LESS: Doubt.ABOUT_BELOW,
    Meaning.MORE: Doubt.ABOUT_ABOVE,
    Meaning.DOWN: Doubt.AT_MOST,
    Meaning.UP: Doubt.AT_LEAST,
}


def read_aim(sight: Sight) -> Iterator[Found]:
    """Yield the target, the measure and the baseline that the words give, and the doubts."""
    finds = [find for kind in _READERS for find in sight.statement.evidence(kind)]
    held = False
    for place, find in enumerate(finds):
        found = tuple(_aimed(sight, find))
        yield from found
        if any(map(_settles, found)):
            yield from _others(sight, finds[place + 1 :])
            return
        held = held or any(isinstance(each, Offer) for each in found)
    if not held:
        yield from _uncounted(sight)


def _aimed(sight: Sight, find: CueFind) -> Iterator[Found]:
    """Yield what one cue gives; a number that is torn apart gives none."""
    if is_glued(sight, find):
        yield sight.doubt(Doubt.NO_UNIT, _TARGET, find)
    else:
        yield from _READERS[find.kind](sight, find)


def _settles(found: Found) -> bool:
    """Say whether no other number is looked for: there is one, or only its start."""
    if isinstance(found, Offer):
        return not found.held
    return found.doubt is Doubt.OPEN_END


def read_rhythm(sight: Sight) -> Iterator[Found]:
    """Yield how often, where the words say so, and the doubts about it."""
    rhythms = [_with_days(sight, each) for each in sight.statement.evidence("frequency")]
    for find in rhythms:
        value = _value(sight, find)
        if isinstance(value, Rhythm) and not _is_bare(sight, find):
            yield sight.offer(_RHYTHM, find, given(value))
            yield from _about_rhythm(sight, find, rhythms)
            return
        doubt = Doubt.OPEN_RHYTHM if value is None else Doubt.NO_UNIT
        yield sight.doubt(doubt, _RHYTHM, find)


def _with_days(sight: Sight, find: CueFind) -> CueFind:
    """Return a rhythm with the days before it that an amount took ("30 min 5 days a week")."""
    tokens, values = sight.statement.tokens, sight.statement.lexicon.values
    for other in sight.statement.evidence("quantity"):
        counts = counts_in(sight.statement.at(other), values)
        if other.end == find.start and "day" in tokens[find.start - 1].labels and counts[1:]:
            return attrs.evolve(find, start=find.start - 2)
    return find


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
    find = _with_number(sight, find)
    words = sight.statement.at(find)
    value = _value(sight, find)
    if any("of_scale" in word.labels for word in words):
        yield from _score(sight, find)
        return
    share = is_bare_share(words) and "times" not in words[-1].labels
    unit = "" if share or not isinstance(value, Amount) else _unit(sight, find, value)
    if isinstance(value, Amount) and unit:
        yield from _of_counts(sight, find, value, unit)
    else:
        yield sight.doubt(Doubt.NO_BASE if share else Doubt.NO_UNIT, _TARGET, find)


def _with_number(sight: Sight, find: CueFind) -> CueFind:
    """Return an amount with the number that stands right before it ("30 min 5 pages")."""
    before = sight.statement.tokens[max(0, find.start - 1) : find.start]
    taken = any(other.end == find.start for other in sight.statement.finds)
    if taken or not any("n" in word.labels for word in before):
        return find
    return attrs.evolve(find, start=find.start - 1)


def _of_counts(sight: Sight, find: CueFind, value: Amount, unit: str) -> Iterator[Found]:
    """Yield the target of one amount, of a way from one to another, or of the first of two."""
    counts = counts_in(sight.statement.at(find), sight.statement.lexicon.values)
    units = {count.unit for count in counts if count.unit}
    starts = comes_from(sight, find)
    if len(units) > 1 and starts:
        yield sight.doubt(Doubt.OPEN_END, _TARGET, find)
    elif len(units) > 1:
        yield from _first_of(sight, find, counts[0])
    elif len(counts) == 2 and (starts or counts[0].number > counts[1].number):  # noqa: PLR2004 - a pair
        yield from _moved(sight, find, (counts[0].number, counts[1].number), unit)
    elif starts:
        yield from _on_the_way(sight, find, counts[0], unit)
    else:
        yield from _whole_or_part(sight, find, value, unit)


def _first_of(sight: Sight, find: CueFind, first: Count) -> Iterator[Found]:
    """Yield the target of the first of two amounts; the other stays in the words."""
    yield from _bounded(sight, find, (first.number, first.number), " ".join(first.unit))
    if all(find.end != other.start for other in sight.statement.evidence("frequency")):
        yield sight.doubt(Doubt.SECOND_AMOUNT, _TARGET, find)


def _on_the_way(sight: Sight, find: CueFind, start: Count, unit: str) -> Iterator[Found]:
    """Yield the target further on that an amount goes to, if it is told."""
    end = arrival(sight, find, start.unit)
    if end is None:
        yield sight.doubt(Doubt.OPEN_END, _TARGET, find)
        return
    numbers = sight.numbers(sight.statement.at(end))
    whole = attrs.evolve(find, end=end.end)
    yield from _moved(sight, whole, (start.number, numbers[-1]), unit)


def _moved(
    sight: Sight, find: CueFind, ends: tuple[float, float], unit: str, step: int = 0
) -> Iterator[Found]:
    """Yield target and baseline of a way from one number to another."""
    start, end = ends
    meaning = sight.meaning(find, last=True)
    against = _LEAST if end < start else _MOST
    if start == end or meaning in against or meaning is Meaning.CHANGE:
        yield sight.doubt(Doubt.DOES_NOT_FIT, _TARGET, find)
        return
    aim, doubt = (at_most if end < start else at_least), _held(sight, unit, Meaning.FIXED)
    offer = sight.offer(_TARGET, find, lambda _goal: aim(end + step, unit))
    yield attrs.evolve(offer, held=doubt is not None)
    about = None if step or meaning is None else _ABOUT.get(meaning)
    yield from (sight.doubt(each, _TARGET, find) for each in (doubt, about) if each)
    yield sight.offer("goal.baseline", find, given(start))


def _whole_or_part(sight: Sight, find: CueFind, value: Amount, unit: str) -> Iterator[Found]:
    """Yield the target of an amount, or of the part of it that is meant ("1 of my 3")."""
    part = part_taken(sight, find)
    ends = (value.low, value.high)
    if part is not find:
        taken = sight.numbers(sight.statement.at(part)[:1])
        ends = (taken[0], taken[-1])
    yield from _bounded(sight, part, ends, unit)


def _held(sight: Sight, unit: str, meaning: Meaning | None) -> Doubt | None:
    """Return why a target in a unit stays in the words: a dose, or no way is told."""
    words = unit.casefold().split()
    if not sight.hints.dosed.isdisjoint(words):
        return Doubt.MEDICINE
    if not sight.hints.two_way.isdisjoint(words) and meaning not in _TOLD:
        return Doubt.OPEN_WAY
    return None


def _times(sight: Sight, find: CueFind) -> Iterator[Found]:
    """Yield the target that a rhythm alone gives; that of a medicine stays a rhythm."""
    value = _value(sight, find)
    if sight.speaks_of(sight.hints.dosed):
        yield sight.doubt(Doubt.MEDICINE, _TARGET, find)
    elif any(find.start == other.end for other in sight.statement.evidence("quantity")):
        return
    elif isinstance(value, Rhythm) and not _is_bare(sight, find):
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
        make, guess = _meant(sight, ends, meaning)
        held = _held(sight, unit, meaning)
        offer = sight.offer(_TARGET, find, lambda _goal: make(unit))
        yield attrs.evolve(offer, held=held is not None)
        yield from (sight.doubt(each, _TARGET, find) for each in [held or guess] if each)


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
    if low != high or meaning is Meaning.FIXED:
        return partial(between, low, high), None if low != high else Doubt.EXACTLY
    if (away and meaning is not Meaning.LASTING) or not low:
        return partial(at_most, low), Doubt.AT_MOST
    return partial(at_least, low), Doubt.AT_LEAST


def _counted(sight: Sight, find: CueFind) -> list[float]:
    """Return the numbers that are counted: two where it is a range."""
    words = sight.statement.at(find)
    return sight.numbers([word for word in words if not _COUNTED.isdisjoint(word.labels)][:1])


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
        yield from _one_end(sight, find, end, unit)
    else:
        yield from _moved(sight, find, (start, end), unit, _step(sight, find))


def _one_end(sight: Sight, find: CueFind, end: float, unit: str) -> Iterator[Found]:
    """Yield the target of a score that names one number, if that is not where it starts."""
    step = _step(sight, find)
    if comes_from(sight, find):
        yield sight.doubt(Doubt.OPEN_END, _TARGET, find)
    elif step:
        aim = at_most if step < 0 else at_least
        yield sight.offer(_TARGET, find, lambda _goal: aim(end + step, unit))
    else:
        yield from _bounded(sight, find, (end, end), unit, last=True)


def _step(sight: Sight, find: CueFind) -> int:
    """Return what "below" and "above" take or add where totals are whole points."""
    value = _value(sight, find)
    whole = isinstance(value, ScoreChange) and value.instrument in sight.hints.whole
    meaning = sight.meaning(find, last=True)
    return _STRICTLY.get(meaning, 0) if whole and meaning else 0


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
