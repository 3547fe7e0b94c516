"""Read words past their spelling: slips of the hand, sounds, starred letters.

Every step costs a bounded amount for each word. A word that the lexicon knows,
or lists as a word of its own ("meditation"), is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, final

import attrs

from stepwell._text import Token, Vocabulary

__all__ = ["Spelling", "read_spelling", "respelt", "unstarred"]

_STARRED: Final = re.compile(r"[a-z*#]+")
_STARS: Final = frozenset("*#")
_SHORTEST: Final = 6
_LONGEST: Final = 20
_LETTERS_SHOWN: Final = 2


@final
@attrs.frozen(kw_only=True)
class Spelling:
    """What a language's screening makes of words that are not in its lists.

    Attributes
    ----------
    same
        Words written by sound, and what they say.
    endings
        Endings written by sound ("in" for "ing"), the longest first.
    near
        Each guarded word without one of its letters, and that word.
    starred
        Words that people write with stars, by their length.
    apart
        Words that look like a guarded one and are not.
    """

    same: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    near: Mapping[str, str]
    starred: Mapping[int, tuple[str, ...]]
    apart: frozenset[str]


def read_spelling(table: Mapping[str, Any]) -> Spelling:
    """Return the spelling of a language from its part of the data file."""
    starred: dict[int, tuple[str, ...]] = {}
    for word in table["starred"]:
        starred[len(word)] = (*starred.get(len(word), ()), word)
    return Spelling(
        same=table["same"],
        endings=tuple(sorted(table["endings"].items(), key=lambda pair: -len(pair[0]))),
        near={short: word for word in table["guarded"] for short in (word, *_shorter(word))},
        starred=starred,
        apart=frozenset(table["apart"]),
    )


def respelt(
    tokens: Sequence[Token], spelling: Spelling, vocabulary: Vocabulary
) -> tuple[Token, ...]:
    """Return the tokens with words read by their sound, or as the word they come near."""
    return tuple(_respelt(token, spelling, vocabulary) for token in tokens)


def unstarred(text: str, spelling: Spelling) -> str:
    """Return a folded text with starred letters filled in, letter for letter."""
    if _STARS.isdisjoint(text):
        return text
    return _STARRED.sub(lambda found: _filled(found.group(), spelling), text)


def _filled(word: str, spelling: Spelling) -> str:
    """Return the word that fits around the stars, or what was written."""
    shown = sum(letter not in _STARS for letter in word)
    if shown == len(word) or shown < _LETTERS_SHOWN:
        return word
    fits = (each for each in spelling.starred.get(len(word), ()) if _fits(word, each))
    return next(fits, word)


def _fits(starred: str, word: str) -> bool:
    """Say whether every letter that is shown is that of the word."""
    return all(a == b or a in _STARS for a, b in zip(starred, word, strict=True))


def _respelt(token: Token, spelling: Spelling, vocabulary: Vocabulary) -> Token:
    """Return one token as what it says."""
    word = _meant(token.text, spelling, vocabulary)
    if word is None:
        return token
    kinds = token.labels & {"cap", "tight"}
    return attrs.evolve(token, text=word, labels=kinds | {"word"} | vocabulary.labels(word))


def _meant(word: str, spelling: Spelling, vocabulary: Vocabulary) -> str | None:
    """Return the word that is meant, or nothing where it stands for itself."""
    same = spelling.same.get(word)
    if same is not None:
        return same
    if word in vocabulary.words or word in spelling.apart:
        return None
    for ending, full in spelling.endings:
        if word.endswith(ending) and word.removesuffix(ending) + full in vocabulary.words:
            return word.removesuffix(ending) + full
    return _neared(word, spelling) if _SHORTEST <= len(word) <= _LONGEST else None


def _neared(word: str, spelling: Spelling) -> str | None:
    """Return the guarded word that is one slip away and begins with the same letter."""
    for each in (word, *_shorter(word)):
        near = spelling.near.get(each)
        if near is not None and near != word and near[0] == word[0]:
            return near
    return None


def _shorter(word: str) -> Iterator[str]:
    """Yield a word without each of its letters in turn."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
