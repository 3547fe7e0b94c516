"""Judge from the words how specific the end of something is.

"Stop checking his page" names what one would no longer see; "less fear" names
a feeling that is to go, and neither how much nor when.
"""

from __future__ import annotations

from collections.abc import Sequence

from stepwell._text import Token
from stepwell.smart.naming import Level, content_of, has_known, is_counted, is_dosed, named_in
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
    at = next((k for k, _ in enumerate(words) if _is_open_verb(words[k : k + 2])), None)
    if at is None or named_in(words[:at]):
        return _away_thing(statement, words)
    return _away_act(statement, words[at], words[at + 1 :])


def _is_open_verb(words: Sequence[Token]) -> bool:
    """Say whether a verb is still to be done: no "missed" or "done", no "want to"."""
    if "v.inner" in words[0].labels and any("to_word" in t.labels for t in words[1:]):
        return False
    return not words[0].labels.isdisjoint({"v.base", "v.ing"})


def _is_harsh(statement: Statement) -> bool:
    """Say whether what is to end is a hard word for oneself."""
    part, find = statement.parts[0], tone_find(statement, "self_critical")
    inside = find is not None and part.head <= find.start < part.end
    known = is_fixed(statement) or has_known(content_of(statement, statement.head))
    return inside and not known


def _is_easing(token: Token) -> bool:
    """Say whether a word only says that something ends or becomes less."""
    return "mark" in token.labels or not token.labels.isdisjoint(
        {"neg", "comparative", "light", "lessens", "particle", "absolute", "and"}
    )


def _away_thing(statement: Statement, words: Sequence[Token]) -> Verdict:
    """Judge a thing that is to end; a bare "less" says neither how much nor when."""
    level = named_in(words)
    if level >= Level.CATEGORY:
        known = level is Level.THING and _is_ending(statement.body[0])
        known = known or is_fixed(statement) or has_known(words)
        return Verdict.MET if known or is_counted(statement) else Verdict.PARTLY
    return Verdict.MET if is_dosed(statement) else Verdict.NOT_YET


def _is_ending(head: Token) -> bool:
    """Say whether a verb is one of ending, not of lessening."""
    acts = not head.labels.isdisjoint(ACTS | {"v.away"})
    return acts and "v.lessen" not in head.labels


def _away_act(statement: Statement, verb: Token, rest: Sequence[Token]) -> Verdict:
    """Judge an act that is to end."""
    level, fixed = named_in(rest), is_fixed(statement)
    if not verb.labels.isdisjoint({"be_verb", "v.state"}) and verb.labels.isdisjoint(ACTS):
        return Verdict.PARTLY if is_about(statement) else Verdict.NOT_YET
    if any("reflexive" in t.labels for t in rest[:2]) and not fixed:
        return Verdict.PARTLY
    if not verb.labels.isdisjoint(INWARD):
        about = any(t.labels.isdisjoint(COLOURS | {"comparative", "fraction"}) for t in rest)
        return Verdict.PARTLY if fixed or about else Verdict.NOT_YET
    bare = "comparative" in statement.tokens[statement.parts[0].end - 1].labels
    if level is Level.THING or fixed or ("habit_verb" in verb.labels and not bare):
        return Verdict.MET
    return Verdict.PARTLY if level is not Level.STATE else Verdict.NOT_YET
