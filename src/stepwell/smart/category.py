"""Say which of the six areas a goal seems to belong to, and which words say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, final

import attrs

from stepwell._patterns import Find
from stepwell._text import Token
from stepwell.goals import Category
from stepwell.safety import SafetyClass
from stepwell.smart.statement import Statement

__all__ = ["Vote", "category_votes", "read_category"]

_HEAD: Final = 3.0
_OBJECT: Final = 2.0
_LATER: Final = 0.5
_ASIDE: Final = 0.4
_LIVING: Final = 8.0
_TURNS: Final = frozenset({"reason", "instead", "moment", "wait", "wait_of", "purpose"})
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
    heard = _heard(statement)
    tokens = _classed(statement)
    phrases = _apart(statement.lexicon.areas.forms.find(tokens), heard)
    taken = {at for find in phrases for at in range(find.start, find.end)}
    votes = [_vote(find, heard) for find in phrases]
    for at in range(len(tokens)):
        if at not in taken and heard[at]:
            votes.extend(_words(statement, at, heard[at]))
    return tuple(sorted(votes, key=lambda vote: vote.start))


def _default(statement: Statement) -> Category:
    """Return the area where nothing speaks for one."""
    areas = statement.lexicon.areas
    acts = bool(statement.body) and "v.act" in statement.body[0].labels
    return Category(areas.act if acts else areas.rest)


def _classed(statement: Statement) -> tuple[Token, ...]:
    """Return the tokens with the classes that turns of phrase name."""
    classes = statement.lexicon.areas.classes
    return tuple(
        attrs.evolve(token, labels=token.labels | classes[token.text])
        if token.text in classes
        else token
        for token in statement.tokens
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


def _heard(statement: Statement) -> list[float]:
    """Return for each token how much it is listened to."""
    heard = [_ASIDE] * len(statement.tokens)
    for place, aim in enumerate(statement.aims):
        share = 1.0 if place == 0 else _LATER
        factor = _HEAD
        for at in range(aim.head, aim.end):
            turned = not statement.tokens[at].labels.isdisjoint(_TURNS)
            factor = _LATER if turned or factor == _LATER else factor
            heard[at] = max(heard[at], factor * share)
            if factor == _HEAD and "mark" not in statement.tokens[at].labels:
                factor = _OBJECT
    for find in statement.finds:
        if find.kind in _SILENT:
            heard[find.start : find.end] = [0.0] * (find.end - find.start)
    return heard
