"""Say what the words around a verb state: a clause, a doing, what a state is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stepwell._text import Token
from stepwell.smart.naming import Level, content_of, is_dosed, is_placed, is_timed, named_in
from stepwell.smart.statement import Statement

__all__ = ["ACTS", "COLOURS", "INWARD", "asks_why", "is_about", "is_clause", "is_fixed"]

ACTS: Final = frozenset({"v.act", "v.once", "v.deed", "v.track"})
"""Verbs for what a friend could watch."""

INWARD: Final = frozenset({"v.inner", "v.cope", "v.change"})
"""Verbs for what goes on inside a person, or changes in general."""

COLOURS: Final = frozenset({"absolute", "more", "plain", "adverb"})
"""Words that only colour the verb that follows."""


def is_about(statement: Statement) -> bool:
    """Say whether a state is one of doing something, or about something ("honest about")."""
    timed = {at for f in statement.evidence("deadline") for at in range(f.start, f.end)}
    part = statement.parts[0]
    for at in range(part.head + 1, part.end - 1):
        token = statement.tokens[at + 1]
        if at + 1 not in timed and "v.ing" in token.labels:
            return True
        if "about_prep" in statement.tokens[at].labels and at not in timed:
            return named_in(content_of(statement, at + 1)) > Level.STATE
    return False


def is_clause(statement: Statement) -> bool:
    """Say whether an inner act is followed by a clause or a doing ("notice when ...")."""
    follows = statement.body[1:2]
    if any(not t.labels.isdisjoint({"moment", "relative", "v.ing"}) for t in follows):
        return True
    return asks_why(statement.body[1:])


def asks_why(words: Sequence[Token]) -> bool:
    """Say whether a clause with why, what or how follows at once."""
    return any("what" in t.labels for t in words[:2])


def is_fixed(statement: Statement) -> bool:
    """Say whether a person, a place, an amount or a rhythm is named."""
    return is_placed(statement) or is_dosed(statement) or is_timed(statement)
