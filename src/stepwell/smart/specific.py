"""Judge from the words how specific a goal is.

What raters mean by specific is the *named thing* ("take statins every night",
not "take medication"): an observable act on something named is met; an act on
a category, or an inner act, is partly; a bare state or comparative is not yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from stepwell._text import Token
from stepwell.smart.clauses import Part
from stepwell.smart.endings import ended
from stepwell.smart.measures_in import has_instrument, has_scale
from stepwell.smart.naming import (
    Level,
    content_of,
    first_named,
    has_known,
    is_counted,
    is_definite,
    is_dosed,
    is_placed,
    is_timed,
    level_of,
    named_in,
)
from stepwell.smart.report import Verdict
from stepwell.smart.statement import Statement
from stepwell.smart.stating import ACTS, COLOURS, INWARD, asks_why, is_about, is_clause, is_fixed
from stepwell.smart.traits import away_find, control_find, tone_find

__all__ = ["specific_in"]

_ORDER: Final = (Verdict.NOT_YET, Verdict.PARTLY, Verdict.MET)
_LIGHT: Final = frozenset({"v.state", "v.change", "v.cope", "v.away", "light", "light_act"})


def specific_in(statement: Statement) -> Verdict:
    """Return whether the words name an act or an outcome that one could see."""
    if not statement.body:
        return Verdict.NOT_ASSESSED
    if has_instrument(statement) or _has_named_score(statement):
        return Verdict.MET
    return _best(_of_aim(statement, aim) for aim in statement.aims)


def _has_named_score(statement: Statement) -> bool:
    """Say whether a score on a stated scale is aimed at."""
    return any(
        has_scale(statement, find) and any("ratio" in t.labels for t in statement.at(find))
        for find in statement.evidence("score")
    )


def _best(found: Iterable[Verdict]) -> Verdict:
    """Return the verdict that says most."""
    return max(found, key=_ORDER.index)


def _of_aim(statement: Statement, aim: Part) -> Verdict:
    """Judge one run: its best piece, a little less where another wish names nothing."""
    pieces = list(statement.pieces(aim))
    own = [piece for piece in pieces if not _leans(piece)] or pieces
    found = [_of_piece(piece) for piece in own]
    empty = any(
        verdict is Verdict.NOT_YET and _is_empty(piece)
        for verdict, piece in zip(found, own, strict=True)
    )
    best = _best(found)
    return Verdict.PARTLY if best is Verdict.MET and empty else best


def _leans(statement: Statement) -> bool:
    """Say whether a piece says only what is to be done with "it"."""
    words = statement.body[1:2]
    return any("pronoun" in t.labels or "anyone" in t.labels for t in words)


def _is_empty(statement: Statement) -> bool:
    """Say whether a piece wishes for a bare state."""
    if away_find(statement) is not None:
        return False
    if "be_verb" in statement.body[0].labels:
        return True
    stated = named_in(content_of(statement, statement.head)) is Level.STATE
    return stated and statement.body[0].labels.isdisjoint(ACTS)


def _of_piece(statement: Statement) -> Verdict:
    """Judge one act or state, adverbs before it skipped."""
    head = _head_at(statement)
    return _judged(statement.narrowed(attrs.evolve(statement.parts[0], head=head)))


def _judged(statement: Statement) -> Verdict:
    """Judge an act or state that begins with its head."""
    if statement.at_head("track.without") is not None:
        return Verdict.MET
    control = control_find(statement)
    if control is not None:
        return _of_others(statement, control.end)
    if away_find(statement) is not None:
        return ended(statement)
    return _toward(statement)


# --- what others are to do ---


def _of_others(statement: Statement, end: int) -> Verdict:
    """Judge what somebody else is to do, by the verb that it comes to."""
    words = statement.tokens[statement.head : end]
    if tone_find(statement, "absolutist") or any("anyone" in t.labels for t in words):
        return Verdict.NOT_YET
    granted = [t for t in words if "granted" in t.labels]
    after = content_of(statement, end)
    if granted:
        return _granted(granted[-1], after)
    if any("grant" in t.labels for t in words):
        return Verdict.MET
    return _by_others([*words[1:], *after], timed=is_timed(statement))


def _granted(token: Token, after: Sequence[Token]) -> Verdict:
    """Judge what is granted: being liked is a state, being accepted onto a course is none."""
    if "liked" in token.labels and named_in(after) < Level.CATEGORY:
        return Verdict.NOT_YET
    return Verdict.MET


def _by_others(words: Sequence[Token], *, timed: bool) -> Verdict:
    """Judge somebody else's act by its last verb: "stop ringing" is about ringing."""
    verbs = [k for k, t in enumerate(words) if _is_plain_verb(t)]
    if not verbs:
        return Verdict.MET if named_in(words) is Level.THING else Verdict.NOT_YET
    at = next((k for k in verbs if "v.away" not in words[k].labels), verbs[0])
    labels, rest = words[at].labels, words[at + 1 :]
    level = named_in(rest)
    if "v.state" in labels and (labels.isdisjoint(ACTS) or (rest and level < Level.CATEGORY)):
        return Verdict.NOT_YET
    inward = not labels.isdisjoint(INWARD)
    idle = level < Level.CATEGORY and not timed
    if (inward and (idle or labels.isdisjoint(ACTS))) or asks_why(rest):
        return Verdict.PARTLY
    return Verdict.MET


def _is_plain_verb(token: Token) -> bool:
    """Say whether a word is a verb, and neither a comparative nor a person."""
    return "v" in token.labels and token.labels.isdisjoint({"comparative", "kin", "role", "will"})


# --- what is to be done or reached ---


def _toward(statement: Statement) -> Verdict:
    """Judge an act or a state by its verb and by what the verb is about."""
    head, rest = statement.body[0], content_of(statement, statement.head + 1)
    if not _is_verb(head, rest):
        return _thing(statement, [head, *rest])
    level = named_in(rest)
    if _is_state(head, rest, level) and not (level is Level.NOTHING and is_dosed(statement)):
        return Verdict.PARTLY if is_about(statement) else Verdict.NOT_YET
    if not head.labels.isdisjoint(INWARD) and head.labels.isdisjoint(ACTS):
        return _inward(statement, head, rest, level)
    return _act(statement, head, rest, level)


def _inward(statement: Statement, head: Token, rest: Sequence[Token], level: Level) -> Verdict:
    """Judge an inner act or a change: what it is about has to be named."""
    if level is Level.THING and is_counted(statement):
        return Verdict.MET
    if "v.inner" in head.labels and is_clause(statement):
        return Verdict.PARTLY
    if "v.inner" not in head.labels:
        level = first_named(rest)
    return Verdict.PARTLY if level > Level.STATE or is_placed(statement) else Verdict.NOT_YET


def _act(statement: Statement, head: Token, rest: Sequence[Token], level: Level) -> Verdict:
    """Judge an observable act by its object."""
    if "v.inner" in head.labels and is_clause(statement):
        return Verdict.PARTLY
    if level is not Level.THING and _is_bare_more(statement, rest):
        return _bare_more(head, rest, level)
    if level is Level.THING or is_placed(statement) or (level and _is_told(statement, head)):
        return Verdict.MET
    if level is Level.NOTHING:
        return _alone(statement, head)
    light = level is Level.STATE and not head.labels.isdisjoint(_LIGHT)
    known = is_definite(rest) or (has_known(rest) and is_timed(statement))
    definite = level is Level.CATEGORY and known
    return Verdict.NOT_YET if light else Verdict.MET if definite else Verdict.PARTLY


def _alone(statement: Statement, head: Token) -> Verdict:
    """Judge an act with no object: a rhythm, an hour or a dose makes it plain."""
    given = is_timed(statement) or is_dosed(statement)
    whole = "whole_act" in head.labels or (given and "category_verb" not in head.labels)
    return Verdict.MET if whole else Verdict.PARTLY


def _is_bare_more(statement: Statement, rest: Sequence[Token]) -> bool:
    """Say whether only "more", "less" or "better" says how much."""
    more = any("comparative" in t.labels for t in rest)
    return more and not (is_timed(statement) or is_dosed(statement))


def _bare_more(head: Token, rest: Sequence[Token], level: Level) -> Verdict:
    """Judge an act that is to be more of the same, or better."""
    better = (
        any("comparative" in t.labels and "amount_more" not in t.labels for t in rest)
        and "better_verb" in head.labels
    )
    light = level is Level.STATE and not head.labels.isdisjoint(_LIGHT)
    return Verdict.NOT_YET if better or light else Verdict.PARTLY


def _is_told(statement: Statement, head: Token) -> bool:
    """Say whether something is watched, or written or said so often or so many times."""
    if "v.track" in head.labels:
        return True
    return "telling_verb" in head.labels and (is_dosed(statement) or is_timed(statement))


def _thing(statement: Statement, words: Sequence[Token]) -> Verdict:
    """Judge a goal that is put as a thing, with no verb."""
    level = named_in(words)
    if _is_quality(words):
        return Verdict.PARTLY if is_about(statement) else Verdict.NOT_YET
    if is_timed(statement) and is_dosed(statement):
        return Verdict.PARTLY if level is Level.CATEGORY else Verdict.MET
    if level is Level.STATE:
        return Verdict.NOT_YET
    fixed = is_fixed(statement) or bool(statement.evidence("deadline"))
    if level is Level.CATEGORY:
        return Verdict.MET if is_placed(statement) else Verdict.PARTLY
    if level is Level.NOTHING:
        return Verdict.MET if is_timed(statement) else Verdict.NOT_YET
    return Verdict.MET if fixed else Verdict.PARTLY


def _is_quality(words: Sequence[Token]) -> bool:
    """Say whether a wish is for being some way: "closer to them", "the house to be calm"."""
    if any("be_verb" in t.labels for t in words):
        return True
    joined = any("boundary" in t.labels for t in words[1:2])
    return joined and level_of(words[0]) <= Level.STATE and "v" not in words[0].labels


def _head_at(statement: Statement) -> int:
    """Return the head of the goal, adverbs and marks before it skipped."""
    part = statement.parts[0]
    for at in range(part.head, part.end):
        if not _is_colour(statement.tokens[at]):
            return part.head if "boundary" in statement.tokens[at].labels else at
    return part.head


def _is_colour(token: Token) -> bool:
    """Say whether a word only colours the verb that follows."""
    if "mark" in token.labels:
        return True
    if not token.labels.isdisjoint({"pronoun", "anyone", "particle", "neg"}):
        return False
    return "v" not in token.labels and not token.labels.isdisjoint(COLOURS)


def _is_verb(head: Token, rest: Sequence[Token]) -> bool:
    """Say whether the goal begins with a verb; an unknown word may be one."""
    if "v" in head.labels:
        return head.labels.isdisjoint({"comparative", "particle"})
    unknown = level_of(head) is Level.THING and "cap" not in head.labels
    return unknown and bool(rest) and "det" in rest[0].labels


def _is_state(head: Token, rest: Sequence[Token], level: Level) -> bool:
    """Say whether the verb is one of being or feeling some way."""
    if "be_verb" in head.labels:
        return True
    if "v.state" not in head.labels:
        return False
    low = level < Level.CATEGORY or first_named(rest) is Level.STATE
    return bool(rest) and low and rest[0].labels.isdisjoint({"particle", "boundary"})
