"""Find each thing that is wanted, wherever in the words it is said.

People come to a wish by way of a story ("I told nobody, and I want to tell Jo
the truth"), and put several in one breath ("be calmer and find a flat"). Here
each is a run of its own: from an outspoken wish, where there is one, to the end
of its clause; cut where a joining word brings a further act.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from stepwell._patterns import Find
from stepwell._text import Token
from stepwell.smart.clauses import Part
from stepwell.smart.turns import Turns

__all__ = ["find_aims", "pieces_of"]

_LEADS: Final = ("lead_in.third", "lead_in.wish", "lead_in.aside")
_OPENS: Final = frozenset({"mark", "and", "opens_wish", "self_alias"})
_ADJUNCT_REACH: Final = 8
_ENDS: Final = frozenset({"(", ")", "[", "]"})


def find_aims(tokens: Sequence[Token], turns: Turns, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the runs that say what is wanted: the outspoken wishes, or else the goal runs.

    Parameters
    ----------
    tokens
        Chunked tokens; what stood in brackets comes last.
    turns
        The turns of phrase among them.
    parts
        The goal runs among them.
    """
    wishes = tuple(_wishes(tokens, turns))
    if not wishes or _covers(parts, wishes):
        return tuple(parts)
    heads = {wish.head for wish in wishes}
    starts = [wish.start for wish in wishes]
    plain = (part for part in parts if part.head not in heads and _is_apart(part, starts, tokens))
    return tuple(sorted((*plain, *wishes), key=lambda part: part.head))


def pieces_of(tokens: Sequence[Token], part: Part) -> tuple[Part, ...]:
    """Return a run cut where "and" or a comma brings a further act."""
    cuts = [at for at in range(part.head + 1, part.end - 1) if _brings_act(tokens, at)]
    starts = [part.head, *(at + 1 for at in cuts)]
    ends = [*cuts, part.end]
    return tuple(
        attrs.evolve(part, start=low, head=low, end=high)
        for low, high in zip(starts, ends, strict=True)
        if high > low
    )


def _covers(parts: Sequence[Part], wishes: Sequence[Part]) -> bool:
    """Say whether each wish is a goal run already, and each goal run a wish."""
    return {part.head for part in parts} == {wish.head for wish in wishes}


def _is_apart(part: Part, starts: Sequence[int], tokens: Sequence[Token]) -> bool:
    """Say whether a goal run bids by itself, and holds no outspoken wish."""
    if bisect_left(starts, part.start) < bisect_left(starts, part.end):
        return False
    lead = tokens[part.start : part.head]
    bids = "v.base" in tokens[part.head].labels
    return bids and all("i" not in token.labels for token in lead)


def _wishes(tokens: Sequence[Token], turns: Turns) -> Iterator[Part]:
    """Yield the run of each outspoken wish."""
    finds = _longest_each(turns)
    for at, find in enumerate(finds):
        if not _is_free(tokens, find.start):
            continue
        until = finds[at + 1].start if at + 1 < len(finds) else len(tokens)
        end = _clause_end(tokens, turns, find.end, until)
        head = _after_leads(turns, find.start, find.end, end)
        if head < end:
            yield Part(find.start, head, end, wished=True)


def _longest_each(turns: Turns) -> list[Find]:
    """Return the longest wish at each place, none inside another."""
    kept: list[Find] = []
    for find in sorted(turns.all("aim.wish"), key=lambda each: (each.start, -each.end)):
        if not kept or find.start >= kept[-1].end:
            kept.append(find)
    return kept


def _is_free(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a wish opens a clause, or follows only an adjunct that opens one."""
    for here in range(at - 1, max(-1, at - 1 - _ADJUNCT_REACH), -1):
        if not tokens[here].labels.isdisjoint(_OPENS):
            return here == at - 1 or _is_adjunct(tokens[here + 1])
    return at <= _ADJUNCT_REACH and (at == 0 or _is_adjunct(tokens[0]))


def _is_adjunct(token: Token) -> bool:
    """Say whether a word begins an adjunct ("at some point", "instead of hiding")."""
    return not token.labels.isdisjoint({"prep", "preposition", "anchor", "instead"})


def _clause_end(tokens: Sequence[Token], turns: Turns, at: int, until: int) -> int:
    """Return where the clause that begins at a token ends."""
    for here in range(at, until):
        token = tokens[here]
        if "stop" in token.labels or token.text in _ENDS or "reason" in token.labels:
            return here
        if token.text == "," and turns.end("background.forms", here + 1) > here + 1:
            return here
    return _without_joins(tokens, at, until)


def _without_joins(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return the end of a clause without the joining words that lead on."""
    while end > at and end < len(tokens) and _leads_on(tokens[end - 1]):
        end -= 1
    return end


def _leads_on(token: Token) -> bool:
    """Say whether a token only leads on to the next clause."""
    return token.text == "," or not token.labels.isdisjoint({"and", "opens_wish"})


def _after_leads(turns: Turns, start: int, at: int, end: int) -> int:
    """Return the place after every lead-in of a wish."""
    at = max(at, turns.end("lead_in.wish", start, end))
    while at < end:
        after = max(turns.end(name, at, end) for name in _LEADS)
        if after == at or after >= end:
            break
        at = after
    return at


def _brings_act(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a joining word is followed by a further act with an object."""
    token = tokens[at]
    joins = not token.labels.isdisjoint({"and", "opens_wish"})
    if not joins and token.text not in {",", ";", "+", "/"}:
        return False
    labels = tokens[at + 1].labels
    if "v.base" not in labels and "be_verb" not in labels:
        return False
    return at + 2 < len(tokens) and tokens[at + 2].labels.isdisjoint({"and", "mark"})
