"""Judge what needs the whole picture: is it an act that is done when it is done?"""

from __future__ import annotations

from stepwell.smart.measures_in import measured_in
from stepwell.smart.report import Verdict
from stepwell.smart.specific import specific_in
from stepwell.smart.statement import Statement
from stepwell.smart.traits import away_find, control_find

__all__ = ["is_done_once", "measurable_in"]


def measurable_in(statement: Statement) -> Verdict:
    """Return whether one could tell that it moved, or that it is done."""
    measured = measured_in(statement)
    if measured is not Verdict.NOT_YET:
        return measured
    return Verdict.MET if is_done_once(statement) else Verdict.NOT_YET


def is_done_once(statement: Statement) -> bool:
    """Say whether it is an act whose completion is plain to see."""
    if not statement.body or specific_in(statement) is not Verdict.MET or _is_repeated(statement):
        return False
    if control_find(statement) is not None:
        return True
    part = statement.parts[0]
    if statement.within("away.replacement", (part,)) or away_find(statement) is not None:
        return statement.at_head("track.once") is not None
    return "v.once" in statement.body[0].labels


def _is_repeated(statement: Statement) -> bool:
    """Say whether it is to be done whenever something happens, or more of it."""
    part = statement.parts[0]
    return any("repeated" in t.labels for t in statement.tokens[part.start : part.end])
