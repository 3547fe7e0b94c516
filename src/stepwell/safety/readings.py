"""Undo what hides a word, and keep where each letter stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

import attrs

from stepwell._text import Normalised, Token, normalise, read_tokens
from stepwell.safety.lexicon import SafetyLexicon
from stepwell.safety.spelling import respelt, unstarred

__all__ = ["readings"]

_MIXED: Final = re.compile(r"(?<=[a-z])[013457@$!|]+(?=[a-z])")
_MIXED_LETTERS: Final = str.maketrans("013457@$!|", "oieastasii")
_ELL: Final = re.compile(r"(?<=[a-z])1+(?![0-9])")
_HIDDEN: Final = re.compile(
    r"<[^<>]{1,80}>|&[a-z#0-9]{2,8};|(?<=[a-z])(?:\*\*|~~|[ \t]{0,8}\n[ \t]{0,8})(?=[a-z])"
)
_SPACED: Final = re.compile(r"(?<![^\W_])[a-z](?:[ ._*-][a-z](?![^\W_])){2,}")


def readings(text: str, lexicon: SafetyLexicon) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of a text, and of every other way to read it."""
    for reading in _unmasked(text, lexicon):
        tokens = read_tokens(reading, lexicon.vocabulary)
        yield tokens
        other = respelt(tokens, lexicon.spelling, lexicon.vocabulary)
        if other != tokens:
            yield other


def _unmasked(text: str, lexicon: SafetyLexicon) -> Iterator[Normalised]:
    """Yield the text folded, and again with masked and spaced words undone."""
    plain = normalise(text, fold=True)
    folded = attrs.evolve(plain, text=plain.text.replace("_", " "))
    yield folded
    if _HIDDEN.search(folded.text):
        yield _without(folded, _HIDDEN)
        yield attrs.evolve(folded, text=folded.text.replace("\n", " "))
    if _ELL.search(folded.text):
        ells = _ELL.sub(lambda found: "l" * len(found.group()), folded.text)
        yield attrs.evolve(folded, text=ells)
    letters = _MIXED.sub(lambda found: found.group().translate(_MIXED_LETTERS), folded.text)
    whole = attrs.evolve(folded, text=unstarred(letters, lexicon.spelling))
    if _SPACED.search(whole.text):
        yield _closed_up(whole)
    elif whole.text != folded.text:
        yield whole


def _closed_up(folded: Normalised) -> Normalised:
    """Return the text with letters that stand one by one closed up to words."""
    spaced = _SPACED.finditer(folded.text)
    return _dropped(
        folded, {at for found in spaced for at in range(found.start() + 1, found.end(), 2)}
    )


def _without(folded: Normalised, hidden: re.Pattern[str]) -> Normalised:
    """Return the text without the parts that a pattern finds."""
    parts = hidden.finditer(folded.text)
    return _dropped(folded, {at for found in parts for at in range(*found.span())})


def _dropped(folded: Normalised, dropped: AbstractSet[int]) -> Normalised:
    """Return the text without the letters at some places."""
    kept = [at for at in range(len(folded.text)) if at not in dropped]
    letters = "".join(folded.text[at] for at in kept)
    offsets = tuple(folded.offsets[at] for at in kept) + folded.offsets[-1:]
    return Normalised(folded.original, letters, offsets)
