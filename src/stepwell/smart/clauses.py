"""Find the goal among the words: sentences, lead-ins, background.

People surround a wish with reasons and news ("work's been murder"). The words
are cut into runs: at stops, and where a joining word is followed by a new wish
or by how things are. Each run is ranked by how plainly it says what is wanted;
what is judged is the best of them, each without its lead-in ("I want to",
"client will be able to").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, final

import attrs

from stepwell._text import Token
from stepwell.smart.cues import CueFind
from stepwell.smart.leads import Leads, is_opener
from stepwell.smart.turns import Turns

__all__ = ["Part", "Parts", "goal_parts"]

_BRACKETS: Final = frozenset({"(", ")", "[", "]"})
_OPENING: Final = frozenset({"(", "["})
_LINKS_SKIPPED: Final = 4
_ADJUNCT_REACH: Final = 24
_NEWS, _LOOSE, _ACT, _WISH = range(4)


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


@final
@attrs.frozen
class Parts:
    """The runs of a text, sorted.

    Attributes
    ----------
    goals
        The runs that say what is wanted; the first is the main one.
    background
        The tokens whose cues tell of something else.
    told
        All tokens of runs that tell how things are.
    """

    goals: tuple[Part, ...]
    background: frozenset[int]
    told: frozenset[int]


def goal_parts(tokens: Sequence[Token], cues: Sequence[CueFind], turns: Turns) -> Parts:
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
    leads = Leads(tokens, turns, {cue.start: cue for cue in cues})
    ranked = [(_rank(leads, part), part) for part in _parts(leads)]
    goals = _best(ranked, turns)
    news = [part for rank, part in ranked if rank == _NEWS and part not in goals]
    return Parts(
        goals,
        background=frozenset(at for part in news for at in _aside(tokens, part)),
        told=frozenset(at for part in news for at in range(part.start, part.end)),
    )


def _best(ranked: Sequence[tuple[int, Part]], turns: Turns) -> tuple[Part, ...]:
    """Return the runs that say most plainly what is wanted."""
    goals = [part for rank, part in ranked if rank >= _ACT]
    if goals:
        return _harsh_last(goals, turns)
    loose = [part for rank, part in ranked if rank == _LOOSE]
    return tuple((loose or [part for _, part in ranked])[:1])


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


def _parts(leads: Leads) -> Iterator[Part]:
    """Yield the runs, each with its lead-in found."""
    for start, end in _runs(leads):
        head, wished = leads.head(start, end)
        yield Part(start, head, end, wished)


def _runs(leads: Leads) -> Iterator[tuple[int, int]]:
    """Yield the runs between stops, brackets, loose dashes, and new clauses."""
    start = 0
    for at, token in enumerate(leads.tokens):
        hard = _is_stop(leads.tokens, at)
        if hard or (at > start and _opens_clause(leads, start, at)):
            if at > start:
                yield start, at
            start = at + 1 if hard or token.text == "," else at
    if start < len(leads.tokens):
        yield start, len(leads.tokens)


def _is_stop(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a mark ends a run."""
    token = tokens[at]
    if "stop" in token.labels or token.text in _BRACKETS:
        return True
    loose = token.text == "-" and "tight" not in token.labels
    return loose and 0 < at < len(tokens) - 1 and not tokens[at + 1].text.startswith(">")


def _opens_clause(leads: Leads, start: int, at: int) -> bool:
    """Say whether a joining word is followed by a new wish, or by how things are."""
    token = leads.tokens[at]
    if "reason" in token.labels:
        return True
    if token.text != "," and "link" not in token.labels:
        return False
    after = _after_links(leads.tokens, at + 1)
    if leads.is_wish(after):
        return not (token.text == "," and _is_adjunct(leads.tokens, start, at))
    if leads.is_news(after) or _is_upshot(leads.tokens, at):
        return True
    return leads.is_led_wish(after)


def _after_links(tokens: Sequence[Token], at: int) -> int:
    """Return the place after further joining words and fillers ("and, like, so")."""
    last = min(len(tokens), at + _LINKS_SKIPPED)
    fits = ("link", "filler")
    return next(
        (
            here
            for here in range(at, last)
            if tokens[here].text != "," and tokens[here].labels.isdisjoint(fits)
        ),
        last,
    )


def _is_adjunct(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Say whether a run so far is a leading adjunct ("when I get up")."""
    if at - start > _ADJUNCT_REACH or not is_opener(tokens[start]):
        return False
    return all(each.text != "," for each in tokens[start:at])


def _is_upshot(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a comma is followed by what the news comes to (", so")."""
    if tokens[at].text != "," or at + 2 >= len(tokens):
        return False
    return "upshot" in tokens[at + 1].labels and "that_word" not in tokens[at + 2].labels


def _aside(tokens: Sequence[Token], part: Part) -> range:
    """Return the background in a run of news: reasons run on, asides end at a comma."""
    start = part.start
    if "reason" in tokens[start].labels:
        return range(start, part.end)
    marks = (at for at in range(start + 1, part.end) if tokens[at].text == ",")
    return range(start, next(marks, part.end))


def _rank(leads: Leads, part: Part) -> int:
    """Return how plainly a run says what is wanted."""
    first = leads.tokens[part.start]
    aside = part.start > 0 and leads.tokens[part.start - 1].text in _OPENING
    if part.wished:
        return _LOOSE if aside else _WISH
    if "reason" in first.labels:
        return _NEWS
    return _LOOSE if aside else _rank_of_head(leads, part)


_ACTS: Final = frozenset({"v.base", "v.ing", "neg", "instead", "comparative"})


def _rank_of_head(leads: Leads, part: Part) -> int:
    """Return how plainly the words after a lead-in say what is wanted."""
    turns, head = leads.turns, part.head
    other = turns.end("control.other", head) > head
    if leads.is_news(head):
        return _LOOSE if other else _NEWS
    if other or not leads.tokens[head].labels.isdisjoint(_ACTS):
        return _ACT
    return _ACT if turns.end("away.head", head) > head else _LOOSE
