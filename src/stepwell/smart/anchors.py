"""Find waiting for an event: "before the baby comes", "once term starts".

An event that comes once is an anchor in time. A moment that comes again and
again ("when I panic", "before bed", "after every shift") is none, and neither is
what stands inside "instead of ...".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stepwell._text import Token

__all__ = ["find_anchors"]

_REACH: Final = 9
_SHORT: Final = 2
_OWN_CHANGE: Final = frozenset({"event_verb", "state_now"})
_COMMON: Final = frozenset({"inner_thing", "everyday_thing"})
_EVERYDAY: Final = frozenset({"routine", "everyday_thing"})
_BACK: Final = frozenset({"back_word"})
_AGAIN: Final = frozenset({"v.ing", "often", "period", "any_one"})
_LED: Final = frozenset({"definite", "event", "cap", "pronoun"})


def find_anchors(tokens: Sequence[Token], taken: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs that wait for an event.

    Parameters
    ----------
    tokens
        Chunked tokens.
    taken
        Tokens that belong to another cue already.
    """
    replaced = _replaced(tokens)
    for at, token in enumerate(tokens):
        if "anchor" not in token.labels or at in taken or at in replaced or _cares(tokens, at):
            continue
        end = _end(tokens, at + 1, taken)
        words = _without_soon(tokens[at + 1 : end])
        if words and _is_event(token, words):
            yield at, end


def _cares(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a verb of caring stands before ("look after the baby")."""
    return at > 0 and "cares" in tokens[at - 1].labels


def _replaced(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the tokens after "instead of" and "rather than", up to a mark."""
    inside: set[int] = set()
    for at in range(1, len(tokens)):
        led = "instead" in tokens[at - 1].labels and "opener" in tokens[at].labels
        if led or (at - 1 in inside and "mark" not in tokens[at].labels):
            inside.add(at)
    return frozenset(inside)


def _end(tokens: Sequence[Token], at: int, taken: frozenset[int]) -> int:
    """Return where the event ends: a mark, a joining word, another cue."""
    last = min(len(tokens), at + _REACH)
    while at < last and at not in taken:
        if "mark" in tokens[at].labels or "ender" in tokens[at].labels or _is_aim(tokens, at):
            break
        at += 1
    return at


def _is_aim(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "to" and an act begin here."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return "to_word" in tokens[at].labels and after is not None and "v.base" in after.labels


def _without_soon(words: Sequence[Token]) -> Sequence[Token]:
    """Return the words after "as soon as"."""
    if len(words) > _SHORT and "soon" in words[0].labels and "moment" in words[1].labels:
        return words[2:]
    return words


def _is_event(word: Token, words: Sequence[Token]) -> bool:
    """Say whether the words after a joining word name something that comes once."""
    return any(label in word.labels and judge(words) for label, judge in _JUDGES)


def _after_opener(words: Sequence[Token]) -> bool:
    """Say whether "ahead of" or "prior to" is followed by an event."""
    return "opener" in words[0].labels and len(words) > 1 and _is_not_routine(words[1:])


def _by_the_time(words: Sequence[Token]) -> bool:
    """Say whether "by" goes on as "the time that ..."."""
    return len(words) > _SHORT and "definite" in words[0].labels and "time_word" in words[1].labels


def _waits(words: Sequence[Token]) -> bool:
    """Say whether "before" or "until" is followed by an event or an own change."""
    if "i" in words[0].labels:
        return _has(words[1:], _OWN_CHANGE) and not _is_everyday(words[1:])
    return _is_not_routine(words)


def _is_everyday(words: Sequence[Token]) -> bool:
    """Say whether the words name a thing of every day, and not going back to it."""
    return _has(words, _EVERYDAY) and not _has(words, _BACK)


def _has(words: Sequence[Token], labels: frozenset[str]) -> bool:
    """Say whether a word has one of some labels."""
    return any(not word.labels.isdisjoint(labels) for word in words)


def _is_not_routine(words: Sequence[Token]) -> bool:
    """Say whether the words name no moment of every day."""
    first = words[0]
    if not first.labels.isdisjoint({"v.ing", "i", "any_one"}):
        return False
    if "pointing" in first.labels and "i" in words[min(1, len(words) - 1)].labels:
        return False
    noun = words[1] if "det" in first.labels and len(words) > 1 else first
    if "inner_thing" in noun.labels and "event_verb" not in words[-1].labels:
        return False
    return len(words) > _SHORT or noun.labels.isdisjoint({"routine", "minute"})


def _comes_once(words: Sequence[Token]) -> bool:
    """Say whether "when", "as", "while", "after", "once" is followed by an event."""
    first = words[0]
    named = any("event" in word.labels for word in words)
    if "i" in first.labels:
        return named and any("event_verb" in word.labels for word in words[1:])
    if not first.labels.isdisjoint(_AGAIN):
        return False
    nouns = [word for word in words[:3] if "det" not in word.labels]
    if _has(nouns[:2], _COMMON):
        return False
    changes = any("event_verb" in word.labels for word in words[1:])
    led = not first.labels.isdisjoint(_LED) or named
    return (changes and led) or (named and "definite" in first.labels)


def _is_own_change(words: Sequence[Token]) -> bool:
    """Say whether "once" is followed by what one has done or come to be."""
    if "i" not in words[0].labels or len(words) <= _SHORT:
        return False
    return "have_now" in words[1].labels and not _is_everyday(words[2:])


def _spans_event(words: Sequence[Token]) -> bool:
    """Say whether "during" or "over" is followed by an event of some length."""
    led = "definite" in words[0].labels or "event" in words[0].labels
    return led and any("event" in word.labels for word in words)


_JUDGES: Final = (
    ("wait", _waits),
    ("wait_of", _after_opener),
    ("wait_by", _by_the_time),
    ("once_word", _is_own_change),
    ("moment", _comes_once),
    ("spell", _spans_event),
)
