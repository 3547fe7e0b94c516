"""Hold the reviewed wording of one language, read from its data file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final, final

import attrs

from stepwell._patterns import Forms, compile_forms
from stepwell._text import Vocabulary, language
from stepwell.safety.limits import Limit, limit_forms, read_limits
from stepwell.safety.pairing import pair_forms
from stepwell.safety.spelling import Spelling, read_spelling

__all__ = ["SafetyLexicon", "load_lexicon"]

_LOCALES: Final = frozenset({"en"})
_TAGS: Final = ("respond_now", "talk_to_clinician", "benign", "prescriber", "uninvolved")


@final
@attrs.frozen(kw_only=True)
class SafetyLexicon:
    """What the screening knows of one language.

    Attributes
    ----------
    vocabulary
        The classes of words.
    forms
        Forms tagged ``respond_now`` and ``talk_to_clinician``, ``benign`` (the
        same words in another sense), ``prescriber`` (one is brought in) and
        ``uninvolved`` (one is named to be left out).
    limits
        Between which numbers an amount calls for a talk, by the tag of its forms.
    spelling
        What to make of words that are not in its lists.
    numbers, weights, weeks, parts_of_year
        What number words, units of weight (in kilograms) and spans of time
        (in weeks) are worth; and the same for spans that notes write as a part
        of a year ("3/52").
    """

    vocabulary: Vocabulary
    forms: Forms
    limits: Mapping[str, Limit]
    spelling: Spelling
    numbers: Mapping[str, float]
    weights: Mapping[str, float]
    weeks: Mapping[str, float]
    parts_of_year: Mapping[str, float]


@cache
def load_lexicon(locale: str) -> SafetyLexicon | None:
    """Return the lexicon of a locale, or nothing where none was reviewed.

    >>> load_lexicon("xx") is None
    True
    """
    spoken = language(locale)
    if spoken not in _LOCALES:
        return None
    file = resources.files("stepwell.safety").joinpath(f"{spoken}.toml")
    return _lexicon(tomllib.loads(file.read_text(encoding="utf-8")))


def _lexicon(table: Mapping[str, Any]) -> SafetyLexicon:
    """Return a lexicon from the parts of its file."""
    forms = [(tag, lines) for tag in _TAGS for lines in table[tag].values()]
    more = (*pair_forms(table["pairs"]), *limit_forms(table["limits"]))
    return SafetyLexicon(
        vocabulary=_vocabulary(table),
        forms=compile_forms([*forms, *more], parts=table["parts"]),
        limits=read_limits(table["limits"]),
        spelling=read_spelling(table["spelling"]),
        numbers=table["numbers"],
        weights=table["weights"],
        weeks=table["weeks"],
        parts_of_year=table["parts_of_year"],
    )


def _vocabulary(table: Mapping[str, Any]) -> Vocabulary:
    """Return the classes of words and of endings, the longest ending first."""
    endings = [(ending, name) for name, row in table["endings"].items() for ending in row]
    return Vocabulary(
        _by_word([*table["words"].items(), ("num", table["numbers"])]),
        tuple(sorted(endings, key=lambda pair: -len(pair[0]))),
        frozenset(table["short"]),
    )


def _by_word(classes: Iterable[tuple[str, Iterable[str]]]) -> dict[str, frozenset[str]]:
    """Return for each word the classes that list it."""
    found: dict[str, set[str]] = {}
    for name, words in classes:
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
