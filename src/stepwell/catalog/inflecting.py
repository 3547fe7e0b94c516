"""Spell the regular forms of English words, so that a list names each word once.

Only forms are made, and no word is cut down: what stands in a text is compared
whole with one of them, so "news" never becomes "new".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["noun_forms", "verb_forms"]

_HISSING: Final = re.compile(r"(?:s|x|z|ch|sh)$")
_Y: Final = re.compile(r"(?<=[^aeiou])y$")
_SILENT_E: Final = re.compile(r"(?<=[^eoy])e$")
_SHORT: Final = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")
_LONG_IN_L: Final = re.compile(r"[aeiou].*[^aeiou][aeiou]l$")


def noun_forms(noun: str) -> tuple[str, ...]:
    """Return a noun and its plural; of several words the last one changes.

    >>> noun_forms("panic attack"), noun_forms("worry")
    (('panic attack', 'panic attacks'), ('worry', 'worries'))
    """
    return noun, _with_s(noun)


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return a regular verb and its forms; of several words the first one changes.

    Where British and American English differ, both are there.

    >>> verb_forms("jog"), verb_forms("cancel plans")[-1]
    (('jog', 'jogs', 'jogging', 'jogged'), 'cancelled plans')
    """
    first, space, rest = verb.partition(" ")
    stems = tuple(_stems(first))
    forms = (first, _with_s(first), *map(_with_ing, stems), *map(_with_ed, stems))
    return tuple(f"{form}{space}{rest}" for form in forms)


def _stems(verb: str) -> Iterator[str]:
    """Yield what an ending is put to: "jogg", and both "cancel" and "cancell"."""
    if not _SHORT.search(verb):
        yield verb
    if _SHORT.search(verb) or _LONG_IN_L.search(verb):
        yield verb + verb[-1]


def _with_s(word: str) -> str:
    """Return a plural, or what he or she does."""
    if _Y.search(word):
        return _Y.sub("ies", word)
    return f"{word}es" if _HISSING.search(word) else f"{word}s"


def _with_ing(stem: str) -> str:
    """Return what somebody is doing."""
    return f"{_SILENT_E.sub('', stem)}ing"


def _with_ed(stem: str) -> str:
    """Return what somebody did."""
    return f"{_Y.sub('i', stem).removesuffix('e')}ed"
