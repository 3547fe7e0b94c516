"""Screen words for what needs a person's answer: first, always, apart.

The threshold is low on purpose, and negation, past tense and treatment wording
keep a topic visible. Even so, wording shows little of what people mean: these
checks miss much, and nothing found is never "safe".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Final

import attrs

from stepwell._fields import sealed_in, words_of
from stepwell._text import Token, normalise
from stepwell.errors import RuleBroken
from stepwell.safety.amounts import low_intakes, quick_losses
from stepwell.safety.lexicon import SafetyLexicon, load_lexicon
from stepwell.safety.limits import beyond_limits
from stepwell.safety.pairing import paired
from stepwell.safety.prescribers import covered, has_prescriber
from stepwell.safety.readings import readings
from stepwell.safety.signals import SafetyClass, SafetySignal, SafetySpan, most_urgent

__all__ = ["screen", "screen_spans", "screen_values"]

_FOREIGN_SHARE: Final = 0.3
_FEW_WORDS: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_CLASS: Final[frozenset[str]] = frozenset()
_NOW: Final = SafetyClass.RESPOND_NOW
_TALK: Final = SafetyClass.TALK_TO_CLINICIAN
_ACTED_ON: Final = frozenset({_NOW.value, _TALK.value})


def screen(text: str, *, locale: str = "en") -> SafetyClass:
    """Return what to do about a text.

    Parameters
    ----------
    text
        Any text at all.
    locale
        The language it is in; without a reviewed lexicon for it the answer is
        ``not_assessed``, and so it is for text with no letters, mostly in
        another script, or with common words of some other language and none of
        this one.

    Raises
    ------
    RuleBroken
        If it is no text.

    Examples
    --------
    >>> screen("walk to the pier with Sam")
    <SafetyClass.NOTHING_FOUND: 'nothing_found'>
    >>> screen("have fewer suicidal thoughts")
    <SafetyClass.RESPOND_NOW: 'respond_now'>
    """
    spans = screen_spans(text, locale=locale)
    lexicon = load_lexicon(locale)
    if lexicon is None:
        return SafetyClass.NOT_ASSESSED
    found = most_urgent(span.safety for span in spans)
    plain = normalise(text).text
    if found.calls_for_answer or (_can_be_read(plain) and not _is_foreign(plain, lexicon)):
        return found
    return SafetyClass.NOT_ASSESSED


def screen_spans(text: str, *, locale: str = "en") -> tuple[SafetySpan, ...]:
    """Return every part of a text that needs an answer, most urgent first.

    >>> screen_spans("please: no more self-harm")
    (SafetySpan(safety=<SafetyClass.RESPOND_NOW: 'respond_now'>, start=16, end=25),)
    """
    if not isinstance(text, str):
        raise RuleBroken("screen.type", "text", f"expected text, got {type(text).__name__}")
    lexicon = load_lexicon(locale)
    if lexicon is None:
        return ()
    spans = {span for tokens in readings(text, lexicon) for span in _spans(tokens, lexicon)}
    ordered = sorted(spans, key=lambda span: (span.safety is not _NOW, span.start, -span.end))
    kept: list[SafetySpan] = []
    for span in ordered:
        if not kept or kept[-1].safety is not span.safety or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def screen_values(
    value: Any, *, locale: str = "en", path: str | None = None
) -> tuple[SafetySignal, ...]:
    """Return a signal for every piece of words in a value that needs an answer.

    Parameters
    ----------
    value
        Any value of ours, nested as it may be, a text, or a list, tuple, set
        or mapping of these.
    locale
        The language of the words.
    path
        What the value is called in the paths; by default the name of its
        class, such as ``"goal"``.

    Raises
    ------
    RuleBroken
        If it is, or a collection holds, a thing that cannot be looked into, such
        as a generator or a column of a table. What stands in a field of a value
        is checked by that value, and passed over here.

    Examples
    --------
    >>> [signal.field for signal in screen_values({"note": ["walk", "self-harm"]}, path="given")]
    ['given.values[0][1]']
    """
    root = _root(value) if path is None else path
    _refuse_sealed(value, root)
    found = ((where, screen(text, locale=locale)) for where, text in words_of(value, root))
    return tuple(
        SafetySignal(safety=safety, field=where)
        for where, safety in found
        if safety.calls_for_answer
    )


def _refuse_sealed(value: Any, root: str) -> None:
    """Refuse a thing that cannot be looked into: silence about it would read as "nothing found"."""
    sealed = next(sealed_in(value, root), None)
    if sealed is not None:
        where, kind = sealed
        advice = f"expected words or a value of ours, got {kind}; give a list of texts"
        raise RuleBroken("screen.type", where, advice)


def _root(value: Any) -> str:
    """Return what a value is called in paths: ``IfThenPlan`` is ``if_then_plan``."""
    if not attrs.has(type(value)):
        return ""
    return _CAMEL.sub("_", type(value).__name__).lower()


def _spans(tokens: Sequence[Token], lexicon: SafetyLexicon) -> Iterator[SafetySpan]:
    """Yield what the lexicon finds, idioms set aside, prescribers heard."""
    finds = lexicon.forms.find(tokens)
    benign = covered(finds, "benign")
    alone = not has_prescriber(finds)
    for find in (*finds, *paired(finds)):
        if find.tag in _ACTED_ON and find.end - 1 not in benign:
            safety = SafetyClass(find.tag)
            if safety is _NOW or alone:
                yield _span(tokens, find.start, find.end, safety)
    if alone:
        low = beyond_limits(finds, tokens, lexicon.limits, lexicon.numbers)
        for start, end in chain(quick_losses(tokens, lexicon), low_intakes(tokens, lexicon), low):
            yield _span(tokens, start, end, _TALK)


def _span(tokens: Sequence[Token], start: int, end: int, safety: SafetyClass) -> SafetySpan:
    """Return a span of tokens as a span of the original text."""
    return SafetySpan(safety, tokens[start].start, tokens[end - 1].end)


def _can_be_read(text: str) -> bool:
    """Say whether a text has letters, and few of them in other scripts."""
    if text.isascii():
        return any(letter.isalpha() for letter in text)
    letters = [letter for letter in text if letter.isalpha()]
    foreign = sum("LATIN" not in unicodedata.name(letter, "") for letter in letters)
    return bool(letters) and foreign < _FOREIGN_SHARE * len(letters)


def _is_foreign(text: str, lexicon: SafetyLexicon) -> bool:
    """Say whether common words of other languages are there, and none of this one.

    One is enough among few words; among many, a name or a title may hold one.
    """
    words = _WORD.findall(text.lower())
    classes = [lexicon.vocabulary.words.get(word, _NO_CLASS) for word in words]
    foreign = sum("foreign" in each for each in classes)
    enough = 1 if len(words) <= _FEW_WORDS else 2
    return foreign >= enough and not any("known" in each for each in classes)
