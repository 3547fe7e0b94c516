"""Match what somebody wrote with focuses and templates, by words alone.

Nothing is learnt or guessed: a keyword of a focus stands in the text, or a word
of the text stands in the sentence of a template. Words that stand in many
sentences ("week") tell nothing and do not count; nor does a keyword inside of a
phrase that speaks of something else ("work it out"), or one that comes
right after a refusal ("I don't want to see my friends").

Phrases are looked up by their first word, so that it takes as long as the text,
however many keywords there are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, TypeAlias

from stepwell._text import normalise
from stepwell.catalog.asides import asides
from stepwell.catalog.entries import Focus
from stepwell.catalog.templates import GoalTemplate

__all__ = ["focus_votes", "keyword_hits", "word_hits"]

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_FIRST: Final = re.compile(r"(?<!\w)(?:\w+|[^\w\s])")
_LETTER: Final = re.compile(r"\w")
_AFTER: Final = re.compile(r"(?: [\w']+){0,3}")
_COMMON_SHARE: Final = 10

_Hits: TypeAlias = tuple[tuple[str, str], ...]
_Keywords: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
_Phrases: TypeAlias = dict[str, list[str]]


def focus_votes(text: str, focuses: Iterable[Focus], *, locale: str) -> Counter[str]:
    """Return for each focus how many of its keywords stand in a text."""
    return Counter(name for _, name in keyword_hits(text, focuses, locale=locale))


def keyword_hits(text: str, focuses: Iterable[Focus], *, locale: str) -> _Hits:
    """Return each keyword that stands in a text, with its focus, as they come.

    Of phrases that begin at one place the longest counts; a keyword that several
    focuses share comes once for each. What is an aside in the language counts
    for nothing, unless it is a keyword itself.
    """
    keywords = tuple((focus.code, focus.keywords) for focus in focuses)
    spoken, phrases = _vocabulary(keywords, locale)
    found = _found(_plain(text), phrases, asides(locale).refusals)
    return tuple(hit for each in found for hit in spoken.get(each, ()))


@lru_cache(maxsize=16)
def _vocabulary(keywords: _Keywords, locale: str) -> tuple[dict[str, _Hits], _Phrases]:
    """Return whose keyword each phrase is, and all phrases by their first word."""
    spoken: dict[str, _Hits] = {}
    for code, own in keywords:
        for word in own:
            plain = _plain(word)
            spoken[plain] = (*spoken.get(plain, ()), (word, code))
    passed_over = asides(locale)
    return spoken, _by_first_word({*spoken, *passed_over.phrases, *passed_over.refusals})


def _by_first_word(phrases: Iterable[str]) -> _Phrases:
    """Return phrases by their first word, the longest first."""
    found: _Phrases = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        for first in _FIRST.findall(phrase)[:1]:
            found.setdefault(first, []).append(phrase)
    return found


def _found(text: str, phrases: _Phrases, refusals: frozenset[str]) -> Iterator[str]:
    """Yield the phrases that stand in a text, none inside of another or after a refusal."""
    end = 0
    for first in _FIRST.finditer(text):
        start = first.start()
        here = phrases.get(first[0], ()) if start >= end else ()
        phrase = next((each for each in here if _stands(each, text, start)), None)
        if phrase is not None:
            end = start + len(phrase)
            end = _three_words_on(text, end) if phrase in refusals else end
            yield phrase


def _three_words_on(text: str, end: int) -> int:
    """Return where up to three more words end, with nothing but spaces between them."""
    return next(_AFTER.finditer(text, end)).end()


def _stands(phrase: str, text: str, start: int) -> bool:
    """Say whether a phrase stands at a place, as whole words."""
    return text.startswith(phrase, start) and not _LETTER.match(text, start + len(phrase))


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


def _words(text: str) -> set[str]:
    """Return the words of a text, the short ones left out."""
    return set(_WORD.findall(_plain(text)))
