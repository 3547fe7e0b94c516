"""Say whether a goal is an act that is done when it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stepwell._text import Token
from stepwell.smart.report import Verdict
from stepwell.smart.specific import specific_in
from stepwell.smart.statement import Statement
from stepwell.smart.traits import away_find, control_find

__all__ = ["is_done_once"]

_SHORTEST: Final = 3


def is_done_once(statement: Statement) -> bool:
    """Say whether it is an act whose completion is plain to see."""
    if not statement.body or _is_repeated(statement):
        return False
    specific = specific_in(statement)
    if specific is Verdict.PARTLY and _is_one_thing_done(statement.body):
        return True
    if specific is not Verdict.MET or control_find(statement) is not None:
        return specific is Verdict.MET
    part = statement.parts[0]
    if statement.within("away.replacement", (part,)) or away_find(statement) is not None:
        return statement.at_head("track.once") is not None
    return "v.once" in statement.body[0].labels


def _is_one_thing_done(body: Sequence[Token]) -> bool:
    """Say whether one thing is to be found, joined or finished, as in "join a choir"."""
    if "done_verb" not in body[0].labels or len(body) < _SHORTEST:
        return False
    return not body[1].labels.isdisjoint({"any_one", "definite"})


def _is_repeated(statement: Statement) -> bool:
    """Say whether it is to be done whenever something happens, or more of it."""
    part = statement.parts[0]
    return any("repeated" in t.labels for t in statement.tokens[part.start : part.end])
