"""Say how a goal is put: which way it points, whose it is, how hard it is on oneself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stepwell._patterns import Find
from stepwell._text import Token
from stepwell.smart.aims import is_single
from stepwell.smart.cues import CueFind
from stepwell.smart.report import Framing, Traits
from stepwell.smart.statement import Statement

__all__ = ["away_find", "control_find", "read_traits", "score_ends", "tone_find"]


def read_traits(statement: Statement) -> Traits:
    """Return all traits of a goal."""
    return Traits(
        framing=_framing(statement),
        single=is_single(statement),
        own_control=control_find(statement) is None,
        absolutist=tone_find(statement, "absolutist") is not None,
        self_critical=tone_find(statement, "self_critical") is not None,
        hedged=tone_find(statement, "hedged") is not None,
    )


def away_find(statement: Statement) -> Find | None:
    """Return what makes the main predicate one of ending, lessening or avoiding.

    The cue has to govern the main predicate: anywhere else it may belong to a
    reason or to the background.
    """
    if statement.at_head("away.toward") is not None:
        return None
    at_head = statement.at_head("away.head")
    if at_head is not None:
        return at_head
    main = statement.main
    inside = statement.within("away.inside", (main,)) if main else ()
    return next(iter(inside), None) or _falling_score(statement)


def control_find(statement: Statement) -> Find | None:
    """Return what puts the outcome into somebody else's hands."""
    if statement.at_head("control.own") is not None:
        return None
    return statement.at_head("control.other")


def tone_find(statement: Statement, tone: str) -> Find | None:
    """Return the first wording of a tone that is not meant in another sense."""
    other = _tokens_of(statement.anywhere(f"{tone}.not_{tone}"))
    kept = (
        find for find in _said(statement, tone) if other.isdisjoint(range(find.start, find.end))
    )
    return next(kept, None)


def _said(statement: Statement, tone: str) -> Iterable[Find]:
    """Return the wordings of a tone in the places where they count.

    A harsh word counts anywhere, a maybe anywhere but in news, a standard in the
    goal itself or in a run of its own.
    """
    if tone == "absolutist":
        alone = _untold(statement, "absolutist.alone")
        return (*statement.within("absolutist.forms"), *alone)
    name = f"{tone}.forms"
    return statement.anywhere(name) if tone == "self_critical" else _untold(statement, name)


def _untold(statement: Statement, name: str) -> tuple[Find, ...]:
    """Return the finds of some forms that are not in runs that only tell news."""
    finds = statement.anywhere(name)
    return tuple(find for find in finds if statement.told.isdisjoint(range(find.start, find.end)))


def is_replaced(statement: Statement) -> bool:
    """Say whether something is put in the place of what is to end."""
    return bool(_untold(statement, "away.replacement"))


def _framing(statement: Statement) -> Framing:
    """Return which way a goal points."""
    if is_replaced(statement):
        return Framing.MIXED
    return Framing.TOWARD if away_find(statement) is None else Framing.AWAY


def _falling_score(statement: Statement) -> Find | None:
    """Return a number that is to fall, where both its ends are given."""
    if any("v.act" in t.labels and "light" not in t.labels for t in statement.body[:1]):
        return None
    well = _first_well_score(statement)
    finds: tuple[CueFind | Find, ...] = statement.evidence("score")
    for find in finds + _untold(statement, "away.from_to"):
        ends = score_ends(_with_arrow(statement.tokens, find))
        if len(ends) > 1 and ends[-1] < ends[0] and find.end <= well:
            return Find(find.start, find.end, "score")
    return None


def _first_well_score(statement: Statement) -> int:
    """Return the first token from the head on that names a score of wellbeing, or the end."""
    tokens, head = statement.tokens, statement.head
    places = range(head, len(tokens))
    return next((at for at in places if "well_score" in tokens[at].labels), len(tokens))


def _with_arrow(tokens: Sequence[Token], find: CueFind | Find) -> Sequence[Token]:
    """Return the tokens of a score, with the second half of "16 -> 7"."""
    arrow = [token.text[:1] for token in tokens[find.end : find.end + 2]]
    return tokens[find.start : find.end + 2 * (arrow == ["-", ">"])]


def score_ends(words: Iterable[Token]) -> list[float]:
    """Return the numbers that a score goes between; of "7/10" the first."""
    found: list[float] = []
    for word in words:
        pieces = [piece.replace(",", "") for piece in word.text.split()]
        numbers = [float(piece) for piece in pieces if piece.replace(".", "", 1).isdecimal()]
        if "instr" not in word.labels:
            found.extend(numbers[:1] if "ratio" in word.labels else numbers)
    return found


def _tokens_of(finds: Iterable[Find]) -> frozenset[int]:
    """Return all tokens of some finds."""
    return frozenset(at for find in finds for at in range(find.start, find.end))
