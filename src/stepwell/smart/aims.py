"""Find each thing that is wanted, wherever in the words it is said.

People come to a wish by way of a story ("I told nobody, and I want to tell Jo
the truth"), and put several in one breath ("be calmer and find a flat"). Here
each is a run of its own: from an outspoken wish, where there is one, to the end
of its clause; cut where a joining word brings a further act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from stepwell._patterns import Find
from stepwell._text import Token
from stepwell.smart.clauses import Part
from stepwell.smart.cues import CueFind
from stepwell.smart.statement import Statement

__all__ = ["aims_in", "evidence_in", "narrowed", "pieces_of"]

_LEADS: Final = ("lead_in.third", "lead_in.wish", "lead_in.aside")
_OPENS: Final = frozenset({"mark", "and", "opens_wish", "self_alias"})
_ADJUNCT_REACH: Final = 8
_ENDS: Final = frozenset({"(", ")", "[", "]"})


def aims_in(statement: Statement) -> tuple[Part, ...]:
    """Return the runs that say what is wanted: the outspoken wishes, or else the goal runs."""
    wishes = tuple(_wishes(statement))
    if not wishes or _covers(statement.parts, wishes):
        return statement.parts
    plain = tuple(part for part in statement.parts if _is_apart(part, wishes, statement))
    return tuple(sorted((*plain, *wishes), key=lambda part: part.head))


def evidence_in(statement: Statement, *kinds: str) -> tuple[CueFind, ...]:
    """Return the cues of some kinds, without those of a story told before the wish."""
    aims = aims_in(statement)
    told = min((aim.start for aim in aims if aim not in statement.parts), default=0)
    if any(aim.start < told for aim in aims):
        told = 0
    return tuple(
        find for find in statement.evidence(*kinds) if find.end >= told - 1 or find.start >= told
    )


def narrowed(statement: Statement, part: Part) -> Statement:
    """Return a statement that has one run as its only goal."""
    return attrs.evolve(statement, parts=(part,))


def pieces_of(statement: Statement, part: Part) -> tuple[Part, ...]:
    """Return a run cut where "and" or a comma brings a further act."""
    cuts = [at for at in range(part.head + 1, part.end - 1) if _brings_act(statement.tokens, at)]
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


def _is_apart(part: Part, wishes: Sequence[Part], statement: Statement) -> bool:
    """Say whether a goal run bids by itself, and holds no outspoken wish."""
    if any(part.start <= wish.start < part.end or part.head == wish.head for wish in wishes):
        return False
    lead = statement.tokens[part.start : part.head]
    bids = "v.base" in statement.tokens[part.head].labels
    return bids and all("i" not in token.labels for token in lead)


def _wishes(statement: Statement) -> Iterator[Part]:
    """Yield the run of each outspoken wish."""
    finds = _longest_each(statement)
    for at, find in enumerate(finds):
        if not _is_free(statement.tokens, find.start):
            continue
        until = finds[at + 1].start if at + 1 < len(finds) else len(statement.tokens)
        end = _clause_end(statement, find.end, until)
        head = _after_leads(statement, find.start, find.end, end)
        if head < end:
            yield Part(find.start, head, end, wished=True)


def _longest_each(statement: Statement) -> list[Find]:
    """Return the longest wish at each place, none inside another."""
    kept: list[Find] = []
    for find in sorted(statement.turns.all("aim.wish"), key=lambda each: (each.start, -each.end)):
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


def _clause_end(statement: Statement, at: int, until: int) -> int:
    """Return where the clause that begins at a token ends."""
    tokens = statement.tokens
    for here in range(at, until):
        token = tokens[here]
        if "stop" in token.labels or token.text in _ENDS or "reason" in token.labels:
            return here
        if token.text == "," and statement.turns.end("background.forms", here + 1) > here + 1:
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


def _after_leads(statement: Statement, start: int, at: int, end: int) -> int:
    """Return the place after every lead-in of a wish."""
    at = max(at, statement.turns.end("lead_in.wish", start, end))
    while at < end:
        after = max(statement.turns.end(name, at, end) for name in _LEADS)
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
