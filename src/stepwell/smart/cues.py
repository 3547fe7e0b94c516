"""Find the evidence in the words: dates, rhythms, amounts, scores, hours, places.

Dates and horizons are deadlines; "every night" is a rhythm and "by 10 pm" an
hour, and neither is a deadline: confusing them is a common mix-up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, final

import attrs

from stepwell._text import Token
from stepwell.smart.anchors import find_anchors
from stepwell.smart.lexicon import Lexicon
from stepwell.smart.places import find_places

__all__ = ["CueFind", "find_cues"]

_NONE: Final = "none"
_QUANTITY: Final = "quantity"
_DEADLINE: Final = "deadline"
_LONGEST_NOUN: Final = 3


@final
@attrs.frozen
class CueFind:
    """A cue before it is quoted: kind, how firm it is, and which tokens."""

    kind: str
    firm: bool
    start: int
    end: int


def find_cues(tokens: Sequence[Token], lexicon: Lexicon, original: str) -> tuple[CueFind, ...]:
    """Return the cues among chunked tokens, in order; none overlaps another.

    Finds of kind ``none`` are kept: they say that a number there is no evidence
    (a confidence rating, a latency, an age).
    """
    taken: set[int] = set()
    kept: list[CueFind] = []
    for layer in _LAYERS:
        for find in layer(tokens, lexicon, frozenset(taken), original):
            places = range(find.start, find.end)
            if taken.isdisjoint(places):
                taken.update(places)
                kept.append(find)
    return tuple(_joined(sorted(kept, key=lambda find: find.start)))


def _joined(finds: Sequence[CueFind]) -> Iterator[CueFind]:
    """Yield the finds; deadlines side by side are one ("before the panel on Tuesday")."""
    last: CueFind | None = None
    for find in finds:
        if last is not None and _is_same_deadline(last, find):
            last = attrs.evolve(last, firm=last.firm or find.firm, end=find.end)
            continue
        if last is not None:
            yield last
        last = find
    if last is not None:
        yield last


def _is_same_deadline(first: CueFind, second: CueFind) -> bool:
    """Say whether two finds are deadlines with no word in between."""
    return first.kind == second.kind == _DEADLINE and first.end == second.start


def _by_form(
    tokens: Sequence[Token], lexicon: Lexicon, _taken: frozenset[int], _original: str
) -> Iterator[CueFind]:
    """Yield what the forms find, the longest run first, then the strongest kind."""
    finds = sorted(
        lexicon.cues.find(tokens),
        key=lambda find: (find.start - find.end, lexicon.strength[find.tag], find.start),
    )
    for find in finds:
        kinds, _, value = find.tag.partition(":")
        first, _, second = kinds.partition(" ")
        if find.cut is None:
            yield CueFind(first, value != "partly", find.start, find.end)
        else:
            yield CueFind(first, firm=True, start=find.start, end=find.cut)
            yield CueFind(second, firm=True, start=find.cut, end=find.end)


def _by_anchor(
    tokens: Sequence[Token], _lexicon: Lexicon, taken: frozenset[int], _original: str
) -> Iterator[CueFind]:
    """Yield what waits for an event ("before the move")."""
    for start, end in find_anchors(tokens, taken):
        yield CueFind("deadline", firm=False, start=start, end=end)


def _by_number(
    tokens: Sequence[Token], _lexicon: Lexicon, taken: frozenset[int], _original: str
) -> Iterator[CueFind]:
    """Yield numbers with the thing they count ("two early warning signs")."""
    for at, token in enumerate(tokens):
        if at not in taken and "n" in token.labels:
            end = _noun_end(tokens, at + 1, taken)
            if end > at + 1:
                yield CueFind(_QUANTITY, firm=True, start=at, end=end)


def _by_place(
    tokens: Sequence[Token], _lexicon: Lexicon, taken: frozenset[int], original: str
) -> Iterator[CueFind]:
    """Yield named or definite places and people."""
    for start, end in find_places(tokens, taken, original):
        yield CueFind("place_or_person", firm=True, start=start, end=end)


_Layer = Callable[[Sequence[Token], Lexicon, frozenset[int], str], Iterator[CueFind]]
_LAYERS: Final[tuple[_Layer, ...]] = (_by_form, _by_anchor, _by_number, _by_place)


def _noun_end(tokens: Sequence[Token], at: int, taken: frozenset[int]) -> int:
    """Return where the words end that say what is counted."""
    last = min(len(tokens), at + _LONGEST_NOUN)
    while at < last and at not in taken and _can_be_counted(tokens, at):
        at += 1
        if "measure_unit" in tokens[at - 1].labels:
            break
    return at


def _can_be_counted(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word may belong to what is counted."""
    token = tokens[at]
    if token.text == "of":
        return "partitive" in tokens[at - 1].labels
    return "word" in token.labels and "function" not in token.labels
