"""Tell clauses that wish from clauses that only tell how things are.

People wrap a wish in news: "my wife says I drink too much, so I want two dry
days a week". A day, a number or a person in the news is no evidence for the
wish. A clause wishes if it holds a turn such as "I want to" or opens with an act;
it tells if a subject and a finite verb open it. A scrap ("in the car, at the
till") goes with the clause before it where it opens with a preposition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stepwell._text import Token
from stepwell.smart.turns import Turns

__all__ = ["told"]

_TELLS: Final = "tells"
_WISHES: Final = "wishes"
_SCRAP: Final = "scrap"
_SPLITS: Final = frozenset({",", "(", ")", "[", "]", ":"})
_HANGING: Final = frozenset({"place_prep", "times", "anchor"})
_ACTS: Final = frozenset({"v.base", "v.ing", "neg", "instead", "comparative", "number", "n"})


def told(tokens: Sequence[Token], turns: Turns) -> frozenset[int]:
    """Return the tokens of the clauses that only tell how things are.

    There are none where no clause wishes: then the telling is the goal.

    Parameters
    ----------
    tokens
        Chunked tokens.
    turns
        The turns of phrase among them.
    """
    clauses = tuple(_clauses(tokens, turns))
    ways = _ways(tokens, clauses, turns)
    if _WISHES not in ways:
        return frozenset()
    return frozenset(
        at
        for (start, end), way in zip(clauses, ways, strict=True)
        if way == _TELLS
        for at in range(start, end)
    )


def _clauses(tokens: Sequence[Token], turns: Turns) -> Iterator[tuple[int, int]]:
    """Yield the runs between marks, and before a joining word that opens a clause."""
    start = 0
    for at, token in enumerate(tokens):
        if _is_mark(token):
            if at > start:
                yield start, at
            start = at + 1
        elif at > start and _joins(tokens, at, turns):
            yield start, at
            start = at
    if start < len(tokens):
        yield start, len(tokens)


def _is_mark(token: Token) -> bool:
    """Say whether a mark parts two clauses."""
    loose = token.text == "-" and "tight" not in token.labels
    return "stop" in token.labels or token.text in _SPLITS or loose


def _joins(tokens: Sequence[Token], at: int, turns: Turns) -> bool:
    """Say whether a joining word is followed by a clause of its own."""
    labels = tokens[at].labels
    if "reason" in labels:
        return True
    if labels.isdisjoint({"joins_clause"}) or at + 1 >= len(tokens):
        return False
    return turns.end("telling.wish", at + 1) > at + 1 or turns.end("telling.tells", at + 1) > at + 1


def _ways(
    tokens: Sequence[Token], clauses: Sequence[tuple[int, int]], turns: Turns
) -> tuple[str, ...]:
    """Return for each clause whether it wishes or tells; scraps follow what they hang on."""
    ways = [_way(tokens, start, end, turns) for start, end in clauses]
    for k, (start, _) in enumerate(clauses):
        if ways[k] == _SCRAP and k and _hangs(tokens, start, clauses[k - 1][1]):
            ways[k] = ways[k - 1]
    for k in reversed(range(len(clauses))):
        if ways[k] == _SCRAP:
            anchored = "anchor" in tokens[clauses[k][0]].labels and k + 1 < len(clauses)
            ways[k] = ways[k + 1] if anchored else _WISHES
    return tuple(ways)


def _hangs(tokens: Sequence[Token], start: int, before: int) -> bool:
    """Say whether a scrap goes on from the clause before it."""
    stopped = any("stop" in token.labels for token in tokens[before:start])
    labels = tokens[start].labels
    return not stopped and "wait" not in labels and not labels.isdisjoint(_HANGING)


def _way(tokens: Sequence[Token], start: int, end: int, turns: Turns) -> str:
    """Return whether one clause wishes, tells, or is a scrap."""
    if "reason" in tokens[start].labels:
        return _TELLS
    if any(turns.end("telling.wish", at, end) > at for at in range(start, end)):
        return _WISHES
    if "anchor" in tokens[start].labels:
        return _SCRAP
    first = start
    while first < end - 1 and "clause_opener" in tokens[first].labels:
        first += 1
    if turns.end("telling.tells", first, end) > first:
        return _TELLS
    labels = tokens[first].labels
    return _SCRAP if labels.isdisjoint(_ACTS) or "place_prep" in labels else _WISHES
