"""Say how much the words of a goal name: nothing, a state, a category, a thing.

The object of an act is read noun by noun: what stands last in each ("coping
card") says what it is. A word that is in no list names something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Final

from stepwell._text import Token
from stepwell.smart.measures_in import is_bare_share, is_latency
from stepwell.smart.statement import Statement

__all__ = [
    "Level",
    "content_of",
    "first_named",
    "has_known",
    "is_counted",
    "is_definite",
    "is_dosed",
    "is_placed",
    "is_timed",
    "level_of",
    "named_in",
]

_TIMES: Final = frozenset({"deadline", "frequency", "clock", "score", "none"})
_EMPTY: Final = frozenset(
    {"comparative", "more", "plain", "n", "x", "fraction", "times", "share", "adverb", "adjective"}
    | {"minute", "det", "pronoun", "range", "limit", "neg", "ordinal", "absolute"}
    | {"day", "span", "period", "v.ed"}
)
_VAGUE: Final = frozenset({"global_thing", "global_state", "abstract", "self_word", "vague_noun"})
_CATEGORY: Final = frozenset({"category_thing", "category_noun", "kin", "role", "anyone", "what"})
_INWARD: Final = frozenset({"v.inner", "v.cope", "v.change", "v.state"})
_NOUN_ENDS: Final = frozenset({"prep", "preposition", "boundary", "mark", "and", "function"})


class Level(IntEnum):
    """How much some words name."""

    NOTHING = 0
    STATE = 1
    CATEGORY = 2
    THING = 3


def content_of(statement: Statement, start: int) -> list[Token]:
    """Return the tokens from one on, to the end of the clause, without those that tell when."""
    timed = {
        at for find in statement.finds if find.kind in _TIMES for at in range(find.start, find.end)
    }
    kept: list[Token] = []
    skipping = False
    for at in range(start, statement.parts[0].end):
        token = statement.tokens[at]
        if _ends(statement.tokens, at):
            break
        skipping = at in timed or (skipping and _goes_on(statement.tokens, at))
        if not skipping:
            kept.append(token)
    return kept


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word belongs to the time before it; "Friday prayers" are no time."""
    dated = not tokens[at - 1].labels.isdisjoint(
        {"date", "weekday", "weekdays", "holiday", "often"}
    )
    return not dated and tokens[at].labels.isdisjoint(_NOUN_ENDS)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a further clause begins at a token."""
    labels = tokens[at].labels
    if _is_purpose(tokens, at):
        return True
    if "relative" in labels and at + 1 < len(tokens):
        return not tokens[at + 1].labels.isdisjoint({"i", "pronoun", "finite", "v.s", "my"})
    return "ends_object" in labels and "and" not in labels


def _is_purpose(tokens: Sequence[Token], at: int) -> bool:
    """Say whether what an act is for begins here ("to reset my mood")."""
    if at + 2 >= len(tokens) or not {"will", "prep"} <= tokens[at].labels:
        return False
    return "v.base" in tokens[at + 1].labels and "det" in tokens[at + 2].labels


def named_in(words: Sequence[Token]) -> Level:
    """Return how much the words name: the first noun that is no bare state tells."""
    levels = [_noun_level(noun) for noun in _nouns(words)]
    telling = (level for level in levels if level > Level.STATE)
    return next(telling, max(levels, default=Level.NOTHING))


def level_of(token: Token) -> Level:
    """Return how much one word names."""
    if not token.labels.isdisjoint(_VAGUE):
        return Level.STATE
    if not token.labels.isdisjoint(_CATEGORY):
        return Level.CATEGORY
    if not token.labels.isdisjoint(_EMPTY) or "word" not in token.labels:
        return Level.NOTHING
    if "v.ing" in token.labels:
        return Level.CATEGORY if token.labels.isdisjoint(_INWARD) else Level.STATE
    return Level.THING


def first_named(words: Sequence[Token]) -> Level:
    """Return how much the first noun of some words names."""
    return next((level for level in map(_noun_level, _nouns(words)) if level), Level.NOTHING)


def is_definite(words: Sequence[Token]) -> bool:
    """Say whether the first noun is one known thing ("the house")."""
    noun = next(_nouns(words), [])
    return any("the_one" in t.labels for t in noun) and not noun[-1].text.endswith("s")


def has_known(words: Sequence[Token]) -> bool:
    """Say whether one known thing is named anywhere ("on my fridge door")."""
    return any(
        _noun_level(noun) is Level.THING and any("definite" in t.labels for t in noun)
        for noun in _nouns(words)
    )


def _noun_level(noun: Sequence[Token]) -> Level:
    """Return how much a run of words between two prepositions names: its last word tells."""
    if len(noun) == 1 and "this_person" in noun[0].labels:
        return Level.THING
    return next((level for level in map(level_of, reversed(noun)) if level), Level.NOTHING)


def _nouns(words: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the runs of words between prepositions, joining words and marks."""
    noun: list[Token] = []
    kept = True
    for token in words:
        if _goes_with(noun, token):
            noun.append(token)
            continue
        if noun and kept:
            yield noun
        noun = [token] if "det" in token.labels else []
        kept = "time_prep" not in token.labels
    if noun and kept:
        yield noun


def _goes_with(noun: Sequence[Token], token: Token) -> bool:
    """Say whether a word belongs to the noun before it; "the" begins another one."""
    if "det" in token.labels:
        return not noun or "v.ing" in noun[-1].labels or "det" in noun[-1].labels
    return token.labels.isdisjoint(_NOUN_ENDS) or "what" in token.labels


def is_placed(statement: Statement) -> bool:
    """Say whether the main run names a person or a place."""
    part = statement.parts[0]
    return any(part.head <= find.start < part.end for find in statement.evidence("place_or_person"))


def is_counted(statement: Statement) -> bool:
    """Say whether the main run counts something that is named, or scores it."""
    part = statement.parts[0]
    if any(part.head <= find.start < part.end for find in statement.evidence("score")):
        return True
    return any(
        part.head <= find.start < part.end and _counts_thing(statement.at(find))
        for find in statement.evidence("quantity")
    )


def is_dosed(statement: Statement) -> bool:
    """Say whether the main run has an amount that is no bare share."""
    part = statement.parts[0]
    return any(
        part.head <= find.start < part.end and not is_bare_share(statement.at(find))
        for find in statement.evidence("quantity")
    )


def is_timed(statement: Statement) -> bool:
    """Say whether a rhythm, an hour or a latency is named."""
    return bool(statement.evidence("frequency", "clock")) or any(
        is_latency(statement.at(find)) for find in statement.evidence("none")
    )


def _counts_thing(words: Sequence[Token]) -> bool:
    """Say whether an amount is of something that is named."""
    return not is_bare_share(words) and named_in(words[1:]) is Level.THING
