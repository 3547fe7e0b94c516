"""Match what somebody wrote with focuses and templates, by words alone.

Nothing is learnt or guessed: a keyword of a focus stands in the text, or a word
of the text stands in the sentence of a template. Words that stand in many
sentences ("week") tell nothing and do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final

from stepwell._text import normalise
from stepwell.catalog.entries import Focus
from stepwell.catalog.templates import GoalTemplate

__all__ = ["focus_votes", "keyword_hits", "word_hits"]

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_COMMON_SHARE: Final = 10


def focus_votes(text: str, focuses: Iterable[Focus]) -> Counter[str]:
    """Return for each focus how many of its keywords stand in a text."""
    return Counter(name for _, name in keyword_hits(text, focuses))


def keyword_hits(text: str, focuses: Iterable[Focus]) -> tuple[tuple[str, str], ...]:
    """Return each keyword that stands in a text, with its focus, as they come.

    Of keywords that begin at one place the longest counts; one that several
    focuses share comes once for each.
    """
    spoken: dict[str, list[tuple[str, str]]] = {}
    for focus in focuses:
        for word in focus.keywords:
            spoken.setdefault(_keyword(word), []).append((word, focus.code))
    found = _pattern(frozenset(spoken)).finditer(_plain(text))
    return tuple(hit for each in found for hit in spoken[each[0]])


def word_hits(text: str, templates: Iterable[GoalTemplate]) -> Counter[str]:
    """Return for each template how many telling words of a text stand in its sentence."""
    spoken = {template.code: _words(template.statement) for template in templates}
    counts = Counter(word for words in spoken.values() for word in words)
    most = max(1, len(spoken) // _COMMON_SHARE)
    telling = {word for word in _words(text) if counts[word] <= most}
    return Counter({name: len(words & telling) for name, words in spoken.items()})


def _plain(text: str) -> str:
    """Return a text folded, with one space between words; hyphens count as spaces."""
    return " ".join(normalise(text, fold=True).text.replace("-", " ").split())


@cache
def _keyword(word: str) -> str:
    """Return a keyword as it stands in a folded text; there are few, and each comes again."""
    return _plain(word)


def _words(text: str) -> set[str]:
    """Return the words of a text, the short ones left out."""
    return set(_WORD.findall(_plain(text)))


@cache
def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern for whole phrases, the longest first; without any it finds nothing."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(map(re.escape, longest_first)) or r"[^\s\S]"
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")
