"""Say whether a goal is an act that is done when it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stepwell._text import Token
from stepwell.smart.naming import Level, content_of, named_in
from stepwell.smart.report import Verdict
from stepwell.smart.specific import specific_in
from stepwell.smart.statement import Statement
from stepwell.smart.traits import away_find, control_find

__all__ = ["is_done_once"]

_SHORTEST: Final = 3


def is_done_once(statement: Statement) -> bool:
    """Say whether there is an act among the aims whose completion is plain to see."""
    specific = specific_in(statement)
    if specific not in {Verdict.MET, Verdict.PARTLY}:
        return False
    met = specific is Verdict.MET
    return any(
        _is_done(piece, met=met) for aim in statement.aims for piece in statement.pieces(aim)
    )


def _is_done(statement: Statement, *, met: bool) -> bool:
    """Say whether one piece is an act that is over when it is done."""
    if _is_repeated(statement):
        return False
    if not met or specific_in(statement) is not Verdict.MET:
        partly = specific_in(statement) is Verdict.PARTLY
        own = control_find(statement) is None
        return partly and own and _is_one_thing_done(statement.body)
    control = control_find(statement)
    if control is not None:
        return _is_done_by_others(statement)
    if away_find(statement) is not None:
        return _is_ended(statement)
    return _is_act_done(statement)


def _is_one_thing_done(body: Sequence[Token]) -> bool:
    """Say whether one thing is to be found, joined or finished, as in "join a choir"."""
    if "done_verb" not in body[0].labels or len(body) < _SHORTEST:
        return False
    return not body[1].labels.isdisjoint({"any_one", "definite"})


def _is_done_by_others(statement: Statement) -> bool:
    """Say whether somebody else has to do something once, not to go on or to leave off."""
    return all(t.labels.isdisjoint({"over_act", "comparative", "v.away"}) for t in statement.body)


def _is_ended(statement: Statement) -> bool:
    """Say whether something is to be over by a day, or by an event."""
    if statement.at_head("track.once") is not None:
        return True
    return bool(statement.evidence("deadline"))


def _is_act_done(statement: Statement) -> bool:
    """Say whether an act comes to an end: on a day, or with the one thing it is about."""
    head, rest = statement.body[0], content_of(statement, statement.head + 1)
    if _is_dated(statement):
        return True
    if "v" not in head.labels or not head.labels.isdisjoint({"durative", "be_verb", "v.ing"}):
        return False
    one = not rest or any("singular" in t.labels or "n" in t.labels for t in rest)
    placed = bool(statement.evidence("place_or_person"))
    return named_in(rest) is not Level.STATE and (one or placed or "v.once" in head.labels)


def _is_dated(statement: Statement) -> bool:
    """Say whether a day or a horizon is set."""
    return any(find.firm for find in statement.evidence("deadline"))


def _is_repeated(statement: Statement) -> bool:
    """Say whether it is to be done whenever something happens, or more of it."""
    dated = _is_dated(statement)
    replaced = statement.within("away.replacement", statement.parts)
    if replaced and not dated and statement.at_head("track.once") is None:
        return True
    part = statement.parts[0]
    maybe = {at for f in statement.anywhere("hedged.forms") for at in range(f.start, f.end)}
    return any(
        _comes_again(statement.tokens[at], dated=dated)
        for at in range(part.head, part.end)
        if at not in maybe
    )


def _comes_again(token: Token, *, dated: bool) -> bool:
    """Say whether a word tells of more than once; "when" does not where a day is set."""
    if dated and "moment" in token.labels:
        return False
    return "repeated" in token.labels
