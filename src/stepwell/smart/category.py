"""Say which of the six areas a goal seems to belong to, and which words say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, final

import attrs

from stepwell._patterns import Find
from stepwell._text import Token
from stepwell.goals import Category
from stepwell.safety import SafetyClass
from stepwell.smart.clauses import Part
from stepwell.smart.statement import Statement
from stepwell.smart.wishes import pieces_of

__all__ = ["Vote", "category_votes", "read_category"]

_HEAD: Final = 3.0
_OBJECT: Final = 2.0
_LABEL: Final = 1.5
_SECOND: Final = 0.4
_AFTER: Final = 1.2
_LATER: Final = 0.5
_ASIDE: Final = 0.4
_LIVING: Final = 5.0
_TURNS: Final = frozenset({"reason", "instead", "moment", "wait", "wait_of", "purpose"})
_OTHERS: Final = 9.0
_SILENT: Final = frozenset({"deadline", "none"})


@final
@attrs.frozen
class Vote:
    """Some tokens that speak for an area, and how loudly.

    Attributes
    ----------
    start, end
        The tokens.
    category
        The area.
    weight
        How loudly: words of the act itself are heard most, reasons least.
    """

    start: int
    end: int
    category: Category
    weight: float


def read_category(statement: Statement, safety: SafetyClass) -> Category:
    """Return the area that is spoken for most loudly; a default where none is.

    Where words call for an answer about living, that speaks for symptoms.
    """
    sums: dict[Category, float] = dict.fromkeys(Category, 0.0)
    for vote in category_votes(statement):
        sums[vote.category] += vote.weight
    if safety is SafetyClass.RESPOND_NOW:
        sums[Category.SYMPTOM_REDUCTION] += _LIVING
    if not any(sums.values()):
        return _default(statement)
    return max(sums, key=sums.__getitem__)


def category_votes(statement: Statement) -> tuple[Vote, ...]:
    """Return what speaks for an area, in the order of the words."""
    tokens = _classed(statement)
    heard = _heard(statement, tokens)
    phrases = _apart(statement.lexicon.areas.forms.find(tokens), heard)
    taken = {at for find in phrases for at in range(find.start, find.end)}
    votes = [_vote(find, heard) for find in phrases]
    for at in range(len(tokens)):
        if at not in taken and heard[at]:
            votes.extend(_words(statement, at, heard[at]))
    votes.extend(_of_others(statement, tokens))
    return tuple(sorted(votes, key=lambda vote: vote.start))


def _of_others(statement: Statement, tokens: Sequence[Token]) -> Iterator[Vote]:
    """Yield a vote where a goal is another's doing: family's, or an office's."""
    if not statement.aims:
        return
    aim = statement.aims[0]
    find = statement.turns.longest("control.other", aim.head)
    find = find or statement.turns.longest("control.other", aim.start)
    labels = frozenset().union(*(t.labels for t in tokens[find.start : find.end])) if find else ()
    for label, category in statement.lexicon.areas.others.items():
        if find and label in labels:
            yield Vote(find.start, find.end, Category(category), _OTHERS)
            return


def _default(statement: Statement) -> Category:
    """Return the area where nothing speaks for one."""
    areas = statement.lexicon.areas
    acts = bool(statement.body) and "v.act" in statement.body[0].labels
    return Category(areas.act if acts else areas.rest)


def _classed(statement: Statement) -> tuple[Token, ...]:
    """Return the tokens with the classes that turns of phrase name."""
    classes = statement.lexicon.areas.classes
    found = (
        (token, frozenset[str]().union(*(classes.get(w, ()) for w in token.text.split())))
        for token in statement.tokens
    )
    return tuple(
        attrs.evolve(token, labels=token.labels | more) if more else token for token, more in found
    )


def _apart(finds: Sequence[Find], heard: Sequence[float]) -> list[Find]:
    """Return the finds that speak, the loudest and longest first, none over another."""
    kept: list[Find] = []
    taken: set[int] = set()
    for find in sorted(finds, key=lambda each: (-_loud(each, heard), each.start - each.end)):
        places = range(find.start, find.end)
        if heard[find.start] and taken.isdisjoint(places):
            kept.append(find)
            taken.update(places)
    return kept


def _loud(find: Find, heard: Sequence[float]) -> float:
    """Return how loudly a turn of phrase speaks where it stands."""
    return float(find.tag.partition(" ")[0]) * max(heard[find.start : find.end])


def _vote(find: Find, heard: Sequence[float]) -> Vote:
    """Return the vote of a turn of phrase."""
    return Vote(find.start, find.end, Category(find.tag.partition(" ")[2]), _loud(find, heard))


def _words(statement: Statement, at: int, heard: float) -> Iterator[Vote]:
    """Yield the votes of the words in one token."""
    for piece in statement.tokens[at].text.split():
        for category, weight in statement.lexicon.categories.get(piece, ()):
            yield Vote(at, at + 1, Category(category), weight * heard)


def _heard(statement: Statement, tokens: Sequence[Token]) -> list[float]:
    """Return for each token how much it is listened to."""
    heard = [_ASIDE] * len(tokens)
    for place, aim in enumerate(statement.aims):
        _hear_label(tokens, aim, heard)
        acts = pieces_of(tokens, aim)
        first = acts[0].end - acts[0].head == 1 if acts else False
        for order, act in enumerate(acts):
            _hear(tokens, act, _share(place, max(0, order - first)), heard)
    for find in statement.finds:
        if find.kind in _SILENT:
            heard[find.start : find.end] = [0.0] * (find.end - find.start)
    return heard


def _share(place: int, order: int) -> float:
    """Return how much a later aim, or a later act of one, counts."""
    return (1.0 if place == 0 else _SECOND) * (1.0 if order == 0 else _SECOND)


def _hear_label(tokens: Sequence[Token], aim: Part, heard: list[float]) -> None:
    """Listen to what stands before a colon ("Reduce avoidance: lunch in town")."""
    places = range(aim.start, aim.head)
    colon = next((at for at in reversed(places) if tokens[at].text == ":"), aim.start)
    for at in range(aim.start, colon):
        heard[at] = _LABEL


def _hear(tokens: Sequence[Token], piece: Part, share: float, heard: list[float]) -> None:
    """Listen to one act: its first word most, then its object, least what follows a turn."""
    factor = _HEAD
    for at in range(piece.head, piece.end):
        labels = tokens[at].labels
        factor = _LATER if not _TURNS.isdisjoint(labels) else factor
        heard[at] = max(heard[at], factor * share)
        if factor == _HEAD and "mark" not in labels:
            factor = _OBJECT
        if tokens[at].text == "," and factor == _OBJECT:
            factor = _AFTER
        if "a.content" in labels:
            factor = _LATER
