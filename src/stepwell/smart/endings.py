"""Judge from the words how specific the end of something is.

"Stop checking his page" names what one would no longer see; "less fear" names
a feeling that is to go, and neither how much nor when.
"""

from __future__ import annotations

from collections.abc import Sequence

from stepwell._text import Token
from stepwell.smart.naming import Level, content_of, is_counted, is_dosed, is_placed, named_in
from stepwell.smart.report import Verdict
from stepwell.smart.statement import Statement
from stepwell.smart.stating import ACTS, COLOURS, INWARD, is_about, is_fixed
from stepwell.smart.traits import tone_find

__all__ = ["ended"]


def ended(statement: Statement) -> Verdict:
    """Judge what is to end or to become less."""
    if _is_harsh(statement):
        return Verdict.NOT_YET
    skip = "v.away" in statement.body[0].labels
    words = [t for t in content_of(statement, statement.head + skip) if not _is_easing(t)]
    at = next((k for k, t in enumerate(words) if _is_open_verb(t)), None)
    if at is None or named_in(words[:at]):
        return _away_thing(statement, words)
    return _away_act(statement, words[at], words[at + 1 :])


def _is_open_verb(token: Token) -> bool:
    """Say whether a word is a verb that is still to be done, and no "missed" or "done"."""
    return not token.labels.isdisjoint({"v.base", "v.ing"})


def _is_harsh(statement: Statement) -> bool:
    """Say whether what is to end is a hard word for oneself."""
    part, find = statement.parts[0], tone_find(statement, "self_critical")
    inside = find is not None and part.head <= find.start < part.end
    return inside and not is_placed(statement)


def _is_easing(token: Token) -> bool:
    """Say whether a word only says that something ends or becomes less."""
    return "mark" in token.labels or not token.labels.isdisjoint(
        {"neg", "comparative", "light", "particle", "absolute", "and"}
    )


def _away_thing(statement: Statement, words: Sequence[Token]) -> Verdict:
    """Judge a thing that is to end; a bare "less" says neither how much nor when."""
    level = named_in(words)
    if level is Level.THING or is_counted(statement):
        bare = "comparative" in statement.body[0].labels and not is_fixed(statement)
        return Verdict.PARTLY if bare else Verdict.MET
    if level is Level.CATEGORY:
        return Verdict.MET if is_fixed(statement) else Verdict.PARTLY
    return Verdict.MET if is_dosed(statement) else Verdict.NOT_YET


def _away_act(statement: Statement, verb: Token, rest: Sequence[Token]) -> Verdict:
    """Judge an act that is to end."""
    level, fixed = named_in(rest), is_fixed(statement)
    if not verb.labels.isdisjoint({"be_verb", "v.state"}) and verb.labels.isdisjoint(ACTS):
        return Verdict.PARTLY if is_about(statement) else Verdict.NOT_YET
    if not verb.labels.isdisjoint(INWARD):
        about = any(t.labels.isdisjoint(COLOURS | {"comparative", "fraction"}) for t in rest)
        return Verdict.PARTLY if fixed or about else Verdict.NOT_YET
    bare = "comparative" in statement.tokens[statement.parts[0].end - 1].labels
    if level is Level.THING or fixed or ("habit_verb" in verb.labels and not bare):
        return Verdict.MET
    return Verdict.PARTLY if level is not Level.STATE else Verdict.NOT_YET
