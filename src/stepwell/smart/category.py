"""Say which of the six areas a goal seems to belong to."""

from __future__ import annotations

from stepwell.goals import Category
from stepwell.safety import SafetyClass
from stepwell.smart.statement import Statement

__all__ = ["read_category"]


def read_category(statement: Statement, safety: SafetyClass) -> Category:
    """Return the area that most words speak for; ``other`` where none does.

    Words of the goal itself count twice. Where words call for an answer about
    living, the area is symptoms.
    """
    votes: dict[str, float] = dict.fromkeys(Category, 0.0)
    body = frozenset(token.start for token in statement.body)
    for token in statement.tokens:
        for piece in token.text.split():
            for category, weight in statement.lexicon.categories.get(piece, ()):
                votes[category] += weight * (2 if token.start in body else 1)
    if safety is SafetyClass.RESPOND_NOW:
        votes[Category.SYMPTOM_REDUCTION] += 3
    if not any(votes.values()):
        return Category.OTHER
    return Category(max(votes, key=votes.__getitem__))
