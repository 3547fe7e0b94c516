"""Judge from the words whether one could tell that something moved.

A digit alone says little; a rhythm, a dose, a count or a score says what would
be counted. An act that is done when it is done ("book a GP appointment") counts
too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from stepwell._text import Token
from stepwell.smart.cues import CueFind
from stepwell.smart.report import Verdict
from stepwell.smart.statement import Statement

__all__ = [
    "has_instrument",
    "has_scale",
    "is_bare_share",
    "is_latency",
    "measured_in",
    "time_bound_in",
]

_SCALES: Final = frozenset({"instr", "ratio", "share", "of_scale"})
_SHORTEST_SCALE: Final = 3
_SCALE_REACH: Final = 4
_SHARES: Final = frozenset({"share", "fraction", "share_word"})


def time_bound_in(statement: Statement) -> Verdict:
    """Return whether there is a deadline or horizon; rhythms and hours are none."""
    deadlines = statement.evidence("deadline")
    if any(find.firm for find in deadlines):
        return Verdict.MET
    return Verdict.PARTLY if deadlines else Verdict.NOT_YET


def measured_in(statement: Statement) -> Verdict:
    """Return whether a number, a rhythm or a scale is named."""
    if _is_counted(statement):
        return Verdict.MET
    return Verdict.PARTLY if _is_half_counted(statement) else Verdict.NOT_YET


def is_latency(words: Sequence[Token]) -> bool:
    """Say whether a run is like "within 30 minutes of waking"."""
    return "within_word" in words[0].labels and any("minute" in t.labels for t in words)


def is_bare_share(words: Sequence[Token]) -> bool:
    """Say whether an amount is a share or a multiple of nothing that is named."""
    if any("measure_unit" in t.labels and "x" not in t.labels for t in words):
        return False
    return any(not t.labels.isdisjoint(_SHARES) for t in words)


def has_scale(statement: Statement, find: CueFind) -> bool:
    """Say whether a score names its scale: a questionnaire, "of 10", a percentage."""
    if any(not t.labels.isdisjoint(_SCALES) for t in statement.at(find)):
        return True
    if any(
        _is_scored(statement, at, (find.start,)) for at in range(max(0, find.start - 4), find.start)
    ):
        return True
    near = statement.tokens[max(0, find.start - 4) : find.end]
    return any(not t.labels.isdisjoint({"instr", "scale_word"}) for t in near)


def has_instrument(statement: Statement) -> bool:
    """Say whether a questionnaire or a kept record is named."""
    starts = {find.start for find in statement.evidence("score")}
    return any(
        not t.labels.isdisjoint({"instr", "instrument"})
        or _is_shouted(statement, t)
        or _is_scored(statement, at, starts)
        for at, t in enumerate(statement.tokens)
    ) or bool(statement.within("track.record"))


def _is_scored(statement: Statement, at: int, starts: Collection[int]) -> bool:
    """Say whether capitals that a score follows stand for a scale ("ATQ-30 from 96")."""
    token = statement.tokens[at]
    written = statement.text.original[token.start : token.end]
    if len(written) < _SHORTEST_SCALE or not (written.isupper() and written.isalpha()):
        return False
    return any(here in starts for here in range(at + 1, at + 1 + _SCALE_REACH))


def _is_shouted(statement: Statement, token: Token) -> bool:
    """Say whether a word that may be a questionnaire is written like one ("CORE")."""
    written = statement.text.original[token.start : token.end]
    return "shy_instrument" in token.labels and len(written) > 1 and written.isupper()


def _is_counted(statement: Statement) -> bool:
    """Say whether there is a rhythm, an hour, an amount of something, a target score."""
    if statement.measured("frequency", "clock"):
        return True
    return (
        any(is_latency(statement.at(find)) for find in statement.measured("none"))
        or any(not is_bare_share(statement.at(find)) for find in statement.measured("quantity"))
        or any(has_scale(statement, find) for find in statement.measured("score"))
        or statement.at_head("track.without") is not None
    )


def _is_half_counted(statement: Statement) -> bool:
    """Say whether there is a number with no base, or a scale with no target."""
    if statement.measured("quantity", "score") or has_instrument(statement):
        return True
    if "share_verb" in statement.body[0].labels:
        return True
    return statement.at_head("track.head") is not None
