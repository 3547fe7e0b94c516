"""Find named and definite people and places: "with Sam", "in the park", "my boss".

Category ones ("people", "customers", "outside") are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stepwell._text import Token

__all__ = ["find_places"]

_PEOPLE: Final = frozenset({"kin", "role", "org"})
_NO_NOUN: Final = frozenset(
    {"function", "and", "prep", "v.ed", "pronoun", "will", "other_will", "finite"}
)
_SHOUTED: Final = 0.6
_LONGEST_NAME: Final = 12
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
        "named_thing",
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
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        end = _thing_end(tokens, at, names, taken)
        if end > at:
            start = at - (2 if at > 1 and tokens[at - 1].text == "/" else 1)
            led = _led(tokens, at) and at - 1 not in taken
            found.append((start if led else at, end))
        at = max(end, at + 1)
    yield from _side_by_side(tokens, found)


def _side_by_side(
    tokens: Sequence[Token], found: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the runs, "my sister" and "in Leeds" as one; company stays apart."""
    runs: list[tuple[int, int]] = []
    for start, end in found:
        if runs and runs[-1][1] == start and "at_place" in tokens[start].labels:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    yield from runs


def _names(tokens: Sequence[Token], original: str) -> frozenset[int]:
    """Return the tokens that are names by their capital, where capitals tell."""
    words = [token for token in tokens if "word" in token.labels]
    capitals = sum("cap" in token.labels for token in words)
    if capitals > _SHOUTED * len(words):
        return frozenset()
    return frozenset(at for at in range(1, len(tokens)) if _is_name(tokens, at, original))


def _is_name(tokens: Sequence[Token], at: int, original: str) -> bool:
    """Say whether a token is a name by its capital."""
    token, before = tokens[at], tokens[at - 1]
    if "cap" not in token.labels or not token.labels.isdisjoint(_NOT_NAMES):
        return False
    if _opens(tokens, at) or "title" in before.labels:
        return False
    shouted = original[token.start : token.end].isupper() and token.end - token.start > 1
    common = not token.labels.isdisjoint({"v", "function", "det"})
    return not shouted and (not common or _is_led_name(before))


def _is_led_name(before: Token) -> bool:
    """Say whether a word stands where only a name has a capital ("with Hope")."""
    return "cap" in before.labels or "company" in before.labels


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word opens a sentence, so that its capital tells nothing."""
    before = tokens[at - 1]
    return "stop" in before.labels or before.text in {":", "-", "("}


def _thing_end(
    tokens: Sequence[Token], at: int, names: frozenset[int], taken: frozenset[int]
) -> int:
    """Return where a person or place that begins at a token ends, or the token."""
    token = tokens[at]
    if at in taken or "title" in token.labels or _is_passing(tokens, at):
        return at
    end = _bare_end(tokens, at, names, taken)
    return at if end > at and _is_owner(tokens, end, taken) else end


def _bare_end(
    tokens: Sequence[Token], at: int, names: frozenset[int], taken: frozenset[int]
) -> int:
    """Return where a name, a definite thing or a person without an article ends."""
    token = tokens[at]
    led = _led(tokens, at)
    if at in names:
        return _joined(tokens, _run(tokens, at, names, taken), names, taken)
    if "definite" in token.labels and "pointing" not in token.labels:
        return _joined(tokens, _definite_end(tokens, at, names, taken, led=led), names, taken)
    if led and "home" in token.labels and not _is_more(tokens, at + 1, taken):
        return at + 1
    return _person_end(tokens, at, names, taken)


def _person_end(
    tokens: Sequence[Token], at: int, names: frozenset[int], taken: frozenset[int]
) -> int:
    """Return where a person without an article ends: "mum", "landlord to repair ..."."""
    token = tokens[at]
    if any("indefinite" in before.labels for before in tokens[max(0, at - 2) : at]):
        return at
    if "named_person" in token.labels:
        return at + 1
    if token.labels.isdisjoint({"kin", "role", "org"}) or "many" in token.labels:
        return at
    end = _run(tokens, at, names, taken)
    meant = _is_met(tokens, at) or (at == 0 and _is_doer(tokens, end))
    return end if meant and not _is_more(tokens, end, taken) else at


def _is_met(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word before says that a person is met or spoken to."""
    if at > 1 and tokens[at - 1].text == "/":
        return "company" in tokens[at - 2].labels
    return at > 0 and not tokens[at - 1].labels.isdisjoint({"company", "meets"})


def _is_doer(tokens: Sequence[Token], at: int) -> bool:
    """Say whether what follows is done by the person before it."""
    return at < len(tokens) and not tokens[at].labels.isdisjoint({"to_word", "v.s", "will"})


def _is_passing(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a person or place is only what something is about."""
    before = tokens[at - 2].labels if at > 1 else frozenset()
    return at > 0 and "topic" in tokens[at - 1].labels and "front_word" not in before


def _is_owner(tokens: Sequence[Token], end: int, taken: frozenset[int]) -> bool:
    """Say whether something follows that one of the family owns ("nan's letters")."""
    if "kin" not in tokens[end - 1].labels:
        return False
    if end >= len(tokens) or not tokens[end].text.startswith("'") or end in taken:
        return False
    after = tokens[end + 1].labels if end + 1 < len(tokens) else frozenset()
    return "word" in after and after.isdisjoint(_PEOPLE | {"place", "function", "prep", "v.ed"})


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
        labels = tokens[here].labels
        if here in taken or "mark" in labels or "function" in labels:
            break
        person = here in names or not labels.isdisjoint(_PEOPLE)
        if person or ((led or _is_visited(tokens, at)) and "place" in labels):
            end = _run(tokens, here, names, taken)
            if end > here and (here in names or not _is_more(tokens, end, taken)):
                return end
    return at


def _is_visited(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a place is gone to or stayed away from ("avoid the canteen")."""
    return at > 0 and "visits" in tokens[at - 1].labels


def _run(tokens: Sequence[Token], at: int, names: frozenset[int], taken: frozenset[int]) -> int:
    """Return where a run of names, or of nouns for people and places, ends."""
    end, last = at + 1, min(len(tokens), at + _LONGEST_NAME)
    while end < last and end not in taken and _goes_on(tokens, end, names):
        end += 1
    return at if "half_person" in tokens[end - 1].labels and end - 1 not in names else end


def _goes_on(tokens: Sequence[Token], at: int, names: frozenset[int]) -> bool:
    """Say whether a token goes on with a name or a noun for a person or place."""
    labels = tokens[at].labels
    if at in names or ("cap" in labels and at - 1 in names and "i" not in labels):
        return True
    return not labels.isdisjoint(_PEOPLE | {"place"}) and not _acts(tokens, at)


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a noun is rather a verb here ("ask my boss park the car")."""
    after = tokens[at + 1].labels if at + 1 < len(tokens) else frozenset()
    return "v.base" in tokens[at].labels and not after.isdisjoint({"definite", "object"})


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
    if not tokens[at - 1].labels.isdisjoint({"kin", "role"}):
        return False
    after = tokens[at + 1].labels if at + 1 < len(tokens) else frozenset()
    acts = "object" in after or _acts(tokens, at)
    return "word" in labels and not acts and labels.isdisjoint(_NO_NOUN)
