"""Find the goal among the words: sentences, lead-ins, background.

People surround a wish with reasons and news ("work's been murder"). What is
judged is the run of words that says what is wanted, without its lead-in ("I
want to", "client will be able to").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, final

import attrs

from stepwell._text import Token
from stepwell.smart.cues import CueFind
from stepwell.smart.turns import Turns

__all__ = ["Part", "goal_parts"]

_BRACKETS: Final = frozenset({"(", ")", "[", "]"})
_LEADING: Final = frozenset({"deadline", "frequency", "clock"})
_LABEL_REACH: Final = 7
_ADJUNCT_REACH: Final = 14
_SHORTEST: Final = 2
_WISHES: Final = frozenset({"i", "v", "will"})


@final
@attrs.frozen
class Part:
    """A run of words that says what is wanted.

    Attributes
    ----------
    start, end
        The tokens of the run.
    head
        The first token after the lead-in.
    wished
        Whether a lead-in said that it is wanted.
    harsh
        Whether it scolds oneself, beside another run that says what is wanted.
    """

    start: int
    head: int
    end: int
    wished: bool
    harsh: bool = False


def goal_parts(
    tokens: Sequence[Token], cues: Sequence[CueFind], turns: Turns
) -> tuple[tuple[Part, ...], frozenset[int]]:
    """Return the runs that say what is wanted, and the tokens that are background.

    There is at least one run where there are words.

    Parameters
    ----------
    tokens
        Chunked tokens; what stood in brackets comes last.
    cues
        The cues among them.
    turns
        The turns of phrase among them.
    """
    goals: list[Part] = []
    others: list[Part] = []
    background: set[int] = set()
    for start, end in _runs(tokens, turns):
        part = _part(tokens, start, end, cues, turns)
        aside = start > 0 and tokens[start - 1].text in _BRACKETS
        is_goal = not aside and _is_goal(tokens, part, turns)
        (goals if is_goal else others).append(part)
        if is_goal:
            background.update(_tail(tokens, part.end, end))
        elif not aside and _is_background(tokens, part.start, turns):
            background.update(range(start, end))
    if not goals:
        return tuple(others[:1]), frozenset()
    return _harsh_last(goals, turns), frozenset(background)


def _harsh_last(goals: Sequence[Part], turns: Turns) -> tuple[Part, ...]:
    """Return the goals; where there are several, those that scold oneself come last."""
    marked = [attrs.evolve(part, harsh=_is_harsh(part, turns)) for part in goals]
    if all(part.harsh for part in marked):
        return tuple(goals)
    return tuple(sorted(marked, key=lambda part: part.harsh))


def _is_harsh(part: Part, turns: Turns) -> bool:
    """Say whether a run scolds oneself."""
    places = range(part.start, part.end)
    return any(turns.end("self_critical.forms", at) > at for at in places)


def _runs(tokens: Sequence[Token], turns: Turns) -> Iterator[tuple[int, int]]:
    """Yield the runs of tokens between stops, brackets, loose dashes and new wishes."""
    start = 0
    for at, token in enumerate(tokens):
        if _breaks(tokens, at, token, turns):
            if at > start:
                yield start, at
            start = at + 1
    if start < len(tokens):
        yield start, len(tokens)


def _breaks(tokens: Sequence[Token], at: int, token: Token, turns: Turns) -> bool:
    """Say whether a mark ends a run."""
    if "stop" in token.labels or token.text in _BRACKETS:
        return True
    if at == 0 or at + 1 >= len(tokens):
        return False
    if token.text == ",":
        return "i" in tokens[at + 1].labels and turns.end("lead_in.wish", at + 1) > at + 2
    loose = token.text == "-" and "tight" not in token.labels
    return loose and tokens[at + 1].text != ">"


def _part(
    tokens: Sequence[Token], start: int, end: int, cues: Sequence[CueFind], turns: Turns
) -> Part:
    """Return a run with its lead-in and its background found."""
    head, wished = start, False
    leading = {cue.start: cue.end for cue in cues if cue.kind in _LEADING}
    while True:
        after, says = _after_lead(tokens, head, end, leading, turns)
        if after == head or after >= end:
            return Part(start, head, _cut(tokens, head, end, turns), wished)
        head, wished = after, wished or says


def _after_lead(
    tokens: Sequence[Token], at: int, end: int, leading: dict[int, int], turns: Turns
) -> tuple[int, bool]:
    """Return the place after one more lead-in, and whether it tells of a wish."""
    for name in ("lead_in.third", "lead_in.wish", "lead_in.aside"):
        after = turns.end(name, at, end)
        if after > at:
            says = any(not token.labels.isdisjoint(_WISHES) for token in tokens[at:after])
            return after, name != "lead_in.aside" and (says or name == "lead_in.third")
    if at in leading:
        return leading[at], False
    if not tokens[at].labels.isdisjoint({"mark"}):
        return at + 1, False
    return max(_after_label(tokens, at, end), _after_adjunct(tokens, at, end)), False


def _after_label(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return the place after "BA:" or "Improve mood:", or the same place."""
    for here in range(at, min(end - _SHORTEST, at + _LABEL_REACH)):
        if tokens[here].text == ":":
            return here + 1
    return at


def _after_adjunct(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return the place after "When I get up," or the same place."""
    if tokens[at].labels.isdisjoint({"prep", "anchor"}) or "v.base" in tokens[at].labels:
        return at
    for here in range(at + 1, min(end - _SHORTEST, at + _ADJUNCT_REACH)):
        if tokens[here].text == ",":
            return here + 1
    return at


def _cut(tokens: Sequence[Token], head: int, end: int, turns: Turns) -> int:
    """Return where the goal ends and its background begins."""
    for at in range(head + 1, end - 1):
        token = tokens[at]
        joins = "sub_conj" in token.labels and "be_verb" not in tokens[at - 1].labels
        if joins and _opens_background(tokens, at, turns):
            return at
        if token.text == "," and _is_background(tokens, at + 1, turns):
            return at
    return end


def _tail(tokens: Sequence[Token], at: int, end: int) -> range:
    """Return the background after a goal: reasons run on, asides end at a comma."""
    if at >= end or "reason" in tokens[at].labels:
        return range(at, end)
    comma = next((here for here in range(at + 1, end) if tokens[here].text == ","), end)
    return range(at, comma)


def _opens_background(tokens: Sequence[Token], at: int, turns: Turns) -> bool:
    """Say whether a joining word is followed by how things are."""
    if "reason" in tokens[at].labels:
        return True
    return _is_background(tokens, at + 1, turns)


def _is_background(tokens: Sequence[Token], at: int, turns: Turns) -> bool:
    """Say whether the words at a token tell how things are."""
    return at < len(tokens) and turns.end("background.forms", at) > at


def _is_goal(tokens: Sequence[Token], part: Part, turns: Turns) -> bool:
    """Say whether a run says what is wanted."""
    if part.wished:
        return True
    other = turns.end("control.other", part.head) > part.head
    if not other and _is_background(tokens, part.head, turns):
        return False
    head = tokens[part.head]
    if not head.labels.isdisjoint({"v.base", "v.ing", "neg", "instead", "comparative"}) or other:
        return True
    return turns.end("away.head", part.head) > part.head
