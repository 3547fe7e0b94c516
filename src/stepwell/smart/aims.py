"""Count what is wanted: one aim, or several that would each need a measure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from stepwell._patterns import Find
from stepwell._text import Token
from stepwell.smart.clauses import Part
from stepwell.smart.statement import Statement

__all__ = ["is_single"]

_OBJECT: Final = frozenset(
    {"det", "definite", "my", "n", "number", "pronoun", "prep", "more", "cap", "word"}
)
_PAUSES: Final = frozenset({",", ";", "/"})
_BEFORE_VERB: Final = frozenset({"adv", "and", "opener"})
_RHYTHM: Final = ("frequency", "clock")
_TIMED: Final = (*_RHYTHM, "deadline")
_FEWEST: Final = 2


def is_single(statement: Statement) -> bool:
    """Say whether there is one aim: no second act, no list of states."""
    if len(_further_parts(statement)) > 1:
        return False
    main = statement.main
    if main is None or main.harsh or _is_one_scene(statement, main):
        return True
    swaps = _in_goal(statement, main, "away.replacement")
    if _has_rhythms(statement, main) or (not swaps and _has_states(statement, main)):
        return False
    together = _tokens_of(
        [*swaps, *_going(statement), *_in_goal(statement, main, "single.together")]
    )
    places = range(main.head + 1, main.end - 1)
    return not any(_joins(statement, main, at) for at in places if at not in together)


def _has_rhythms(statement: Statement, main: Part) -> bool:
    """Say whether each of two things has a rhythm ("yoga on Mondays, choir on Fridays")."""
    inside = [find for find in statement.evidence(*_RHYTHM) if main.head <= find.start < main.end]
    return any(
        _is_pause(statement.tokens[one.end]) and two.start > one.end + 1
        for one, two in pairwise(inside)
        if one.end < two.start
    )


def _has_states(statement: Statement, main: Part) -> bool:
    """Say whether several states or things are wished for in a row."""
    if main.wished and statement.at_head("single.things") is not None:
        return True
    return bool(_in_goal(statement, main, "single.apart"))


def _in_goal(statement: Statement, main: Part, name: str) -> list[Find]:
    """Return the finds of some forms in a goal without its lead-in."""
    return [find for find in statement.within(name, (main,)) if find.start >= main.head]


def _going(statement: Statement) -> list[Find]:
    """Return a goal's way of getting somewhere to do something there."""
    going = statement.at_head("single.motion")
    rhythms = statement.evidence(*_RHYTHM)
    return [going] if going and len(rhythms) < _FEWEST else []


def _further_parts(statement: Statement) -> list[Part]:
    """Return the runs that each say what else is wanted."""
    aims = [part for part in statement.parts if not part.harsh]
    return aims[:1] + [part for part in aims[1:] if not _is_echo(statement, part)]


def _is_echo(statement: Statement, part: Part) -> bool:
    """Say whether a later run only tells more of the first one."""
    tokens, turns = statement.tokens, statement.turns
    if "upshot" in tokens[part.start].labels or (part.wished and "neg" in tokens[part.head].labels):
        return True
    names = ("single.echo", "single.means")
    return any(turns.end(name, at) > at for name in names for at in (part.start, part.head))


def _is_one_scene(statement: Statement, main: Part) -> bool:
    """Say whether acts belong to one sitting: one rhythm for all, or one trial."""
    if statement.within("single.scene", (main,)):
        return True
    rhythms = [find for find in statement.evidence(*_TIMED) if find.start < main.end]
    breaks = [at for at in range(main.head, main.end) if _is_pause(statement.tokens[at])]
    if len(rhythms) != 1 or len(breaks) < _FEWEST or rhythms[0].kind not in _RHYTHM:
        return False
    return rhythms[0].start > breaks[-1]


def _is_pause(token: Token) -> bool:
    """Say whether a token stands between two things in a row."""
    return "and" in token.labels or token.text in _PAUSES


def _joins(statement: Statement, main: Part, at: int) -> bool:
    """Say whether a joining word is followed by a further act."""
    tokens = statement.tokens
    if not _is_pause(tokens[at]) or _is_verb_pair(tokens, main, at):
        return False
    after = _verb_at(tokens, at + 1, main.end)
    form = _act_form(tokens[main.head])
    loose = form == "v.ing" and tokens[at].text == ","
    if loose or after + 1 >= main.end or form not in tokens[after].labels:
        return False
    following = tokens[after + 1].labels
    return "prep" not in tokens[after].labels and not following.isdisjoint(_OBJECT)


def _act_form(head: Token) -> str:
    """Return the form that a further act has: that of the first ("walking and eating")."""
    return "v.ing" if "v.ing" in head.labels and "v.base" not in head.labels else "v.base"


def _verb_at(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return the place after further joining words and adverbs."""
    places = range(at, end)
    return next((here for here in places if tokens[here].labels.isdisjoint(_BEFORE_VERB)), end)


def _is_verb_pair(tokens: Sequence[Token], main: Part, at: int) -> bool:
    """Say whether two verbs share what follows, as in "plan and cook a meal"."""
    if "v.base" not in tokens[at - 1].labels:
        return False
    before = tokens[at - 2]
    return at - 1 == main.head or _is_pause(before) or "adv" in before.labels


def _tokens_of(finds: Iterable[Find]) -> frozenset[int]:
    """Return all tokens of some finds."""
    return frozenset(at for find in finds for at in range(find.start, find.end))
