"""Find named and definite people and places: "with Sam", "in the park", "my boss".

Category ones ("people", "customers", "outside") are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stepwell._text import Token

__all__ = ["find_places"]

_PEOPLE: Final = frozenset({"kin", "role", "org"})
_SHOUTED: Final = 0.6
_NOT_NAMES: Final = frozenset(
    {
        "i",
        "month",
        "weekday",
        "weekdays",
        "holiday",
        "instrument",
        "instr",
        "date",
        "season",
        "pronoun",
        "self_alias",
        "score",
        "finite",
        "shy_month",
        "neg",
        "anchor",
    }
)


def find_places(
    tokens: Sequence[Token], taken: frozenset[int], original: str
) -> Iterator[tuple[int, int]]:
    """Yield the runs that name a person or a place.

    Parameters
    ----------
    tokens
        Chunked tokens.
    original
        The text they were read from; its capitals tell names.
    taken
        Tokens that belong to another cue already.
    """
    names = _names(tokens, original)
    at = 0
    while at < len(tokens):
        end = _thing_end(tokens, at, names, taken)
        if end > at:
            start = at - (2 if at > 1 and tokens[at - 1].text == "/" else 1)
            led = _led(tokens, at) and at - 1 not in taken
            yield start if led else at, end
        at = max(end, at + 1)


def _names(tokens: Sequence[Token], original: str) -> frozenset[int]:
    """Return the tokens that are names by their capital, where capitals tell."""
    words = [token for token in tokens if "word" in token.labels]
    capitals = sum("cap" in token.labels for token in words)
    if capitals > _SHOUTED * len(words):
        return frozenset()
    return frozenset(
        at
        for at, token in enumerate(tokens)
        if "cap" in token.labels
        and token.labels.isdisjoint(_NOT_NAMES)
        and at > 0
        and (token.labels.isdisjoint({"v", "function", "det"}) or "cap" in tokens[at - 1].labels)
        and not _opens(tokens, at)
        and "title" not in tokens[at - 1].labels
        and (token.end - token.start == 1 or not original[token.start : token.end].isupper())
    )


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word opens a sentence, so that its capital tells nothing."""
    before = tokens[at - 1]
    return "stop" in before.labels or before.text in {":", "-", "("}


def _thing_end(
    tokens: Sequence[Token], at: int, names: frozenset[int], taken: frozenset[int]
) -> int:
    """Return where a person or place that begins at a token ends, or the token."""
    token = tokens[at]
    if at in taken or "title" in token.labels:
        return at
    if at in names:
        return _joined(tokens, _run(tokens, at, names, taken), names, taken)
    led = _led(tokens, at)
    if "definite" in token.labels and "pointing" not in token.labels:
        return _joined(tokens, _definite_end(tokens, at, names, taken, led=led), names, taken)
    if led and "home" in token.labels and not _is_more(tokens, at + 1, taken):
        return at + 1
    with_whom = at > 0 and "company" in tokens[at - 1].labels
    if with_whom and not token.labels.isdisjoint(_PEOPLE) and not token.text.endswith("s"):
        return _run(tokens, at, names, taken)
    bare = all("indefinite" not in token.labels for token in tokens[max(0, at - 2) : at])
    return at + 1 if bare and "named_person" in token.labels else at


def _led(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word of place or company stands before."""
    if at > 1 and tokens[at - 1].text == "/":
        return "company" in tokens[at - 2].labels
    return at > 0 and "place_prep" in tokens[at - 1].labels


def _definite_end(
    tokens: Sequence[Token], at: int, names: frozenset[int], taken: frozenset[int], *, led: bool
) -> int:
    """Return where "in the new place" or "my boss" ends, or where it began."""
    for here in range(at + 1, min(len(tokens), at + 4)):
        token = tokens[here]
        if here in taken or "mark" in token.labels or "function" in token.labels:
            break
        if here in names or not token.labels.isdisjoint(_PEOPLE):
            return _run(tokens, here, names, taken)
        if led and "place" in token.labels and not _is_more(tokens, here + 1, taken):
            return _run(tokens, here, names, taken)
    return at


def _run(tokens: Sequence[Token], at: int, names: frozenset[int], taken: frozenset[int]) -> int:
    """Return where a run of names, or of nouns for people and places, ends."""
    end = at + 1
    while (
        end < len(tokens)
        and end not in taken
        and (end in names or not tokens[end].labels.isdisjoint(_PEOPLE | {"place"}))
        and "v.base" not in tokens[end].labels
    ):
        end += 1
    return end


def _joined(tokens: Sequence[Token], end: int, names: frozenset[int], taken: frozenset[int]) -> int:
    """Return the end of "Lena and the boys" where "Lena" ends."""
    if end + 1 < len(tokens) and "and" in tokens[end].labels and end not in taken:
        after = end + 1
        if after in names:
            return _run(tokens, after, names, taken)
        if "definite" in tokens[after].labels:
            further = _definite_end(tokens, after, names, taken, led=False)
            return further if further > after else end
    return end


def _is_more(tokens: Sequence[Token], at: int, taken: frozenset[int]) -> bool:
    """Say whether a noun follows, so that "work stress" is no place."""
    if at >= len(tokens) or at in taken:
        return False
    labels = tokens[at].labels
    return "word" in labels and labels.isdisjoint({"function", "and", "prep", "v.base", "pronoun"})
