"""Take an amount apart: what is counted, where it comes from, where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, final

import attrs

from stepwell._text import Token
from stepwell.smart.cue_numbers import Values, number_places, pieces_of, role_of
from stepwell.smart.cue_values import unit_words
from stepwell.smart.cues import CueFind
from stepwell.smart.offers import Sight

__all__ = ["Count", "arrival", "comes_from", "counts_in", "is_glued", "part_taken"]

_REACH: Final = 5
_APART: Final = 4


@final
@attrs.frozen
class Count:
    """A number with the words of its unit; none where it stands alone."""

    number: float
    unit: tuple[str, ...] = ()


def counts_in(words: Sequence[Token], values: Values) -> list[Count]:
    """Return each number with its own unit ("30 min 5 days" are two)."""
    pieces = pieces_of(words)
    places = number_places(pieces, values)
    ends = [*(at for at, _ in places[1:]), len(pieces)][: len(places)]
    return [
        Count(number, tuple(unit_words(pieces[at + 1 : end], values)))
        for (at, number), end in zip(places, ends, strict=True)
    ]


def comes_from(sight: Sight, find: CueFind) -> bool:
    """Say whether the first number of a cue is where something starts ("from 20")."""
    pieces = pieces_of(sight.statement.at(find))
    places = number_places(pieces, sight.statement.lexicon.values)
    before = pieces_of(sight.statement.tokens[max(0, find.start - 1) : find.start])
    within = pieces[: places[0][0]] if places else []
    return not sight.hints.origins.isdisjoint([*before[-1:], *within])


def arrival(sight: Sight, find: CueFind, unit: Sequence[str]) -> CueFind | None:
    """Return the number that a cue goes to, further on, where it counts the same."""
    tokens, values = sight.statement.tokens, sight.statement.lexicon.values
    for at in range(find.end, min(find.end + _REACH, len(tokens) - 1)):
        if role_of(tokens[at].text, values) == "until" and "n" in tokens[at + 1].labels:
            after = tokens[at + 2 : at + 3]
            named = [] if _is_end(after) else unit_words(pieces_of(after), values)
            same = not named or named == list(unit[:1])
            return CueFind(find.kind, firm=True, start=at + 1, end=at + 2) if same else None
    return None


def _is_end(after: Sequence[Token]) -> bool:
    """Say whether a number stands alone: nothing, or a small word, follows it."""
    return not after or "function" in after[0].labels or "word" not in after[0].labels


def part_taken(sight: Sight, find: CueFind) -> CueFind:
    """Return the cue from the number that is taken of it ("2 of my 3 tablets"), or itself."""
    tokens = sight.statement.tokens
    for at in range(find.start - 1, max(-1, find.start - 1 - _APART), -1):
        between = tokens[at + 1 : find.start]
        if "n" in tokens[at].labels and not sight.hints.among.isdisjoint(pieces_of(between)):
            return attrs.evolve(find, start=at)
        if "function" not in tokens[at].labels:
            break
    return find


def is_glued(sight: Sight, find: CueFind) -> bool:
    """Say whether a letter or digit touches a cue, as each half of "1e400"."""
    start, end = sight.span(find)
    written = sight.statement.text.original
    return any(map(str.isalnum, written[max(0, start - 1) : start] + written[end : end + 1]))
