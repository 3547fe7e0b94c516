"""Screen the numbers of a goal: how fast a weight falls, how a dose changes, what is kept low.

The words around the numbers say what they count and whether a prescriber is
brought in; nothing here looks at a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from stepwell._text import Token, read_tokens
from stepwell.safety.amounts import is_low_intake, is_quick_loss
from stepwell.safety.lexicon import SafetyLexicon, load_lexicon
from stepwell.safety.prescribers import has_prescriber
from stepwell.safety.signals import SafetyClass

__all__ = ["names_loss", "screen_dose", "screen_loss", "screen_low"]

_BODY: Final = "limit:kilograms"
_DAY: Final = 1 / 7
_NOTHING: Final = SafetyClass.NOTHING_FOUND
_TALK: Final = SafetyClass.TALK_TO_CLINICIAN


def screen_loss(
    loss: float, *, unit: str, weeks: float, words: Iterable[str] = (), locale: str = "en"
) -> SafetyClass:
    """Return what to do about a weight that is to fall in some weeks.

    Parameters
    ----------
    loss
        How much it is to fall; a rise is below 0.
    unit
        What it is in; another unit than one of weight is passed over.
    weeks
        How long it is to take; less than a day counts as one.
    words
        What else is said, such as the statement and the name of the measure:
        a prescriber who is involved, or a barbell, settles it.
    locale
        The language of the words.

    Examples
    --------
    >>> screen_loss(10, unit="kg", weeks=4)
    <SafetyClass.TALK_TO_CLINICIAN: 'talk_to_clinician'>
    >>> screen_loss(3, unit="kg", weeks=4)
    <SafetyClass.NOTHING_FOUND: 'nothing_found'>
    """
    lexicon = load_lexicon(locale)
    kilograms = None if lexicon is None else _kilograms(unit, lexicon)
    if lexicon is None or kilograms is None:
        return _NOTHING
    if not is_quick_loss(loss, kilograms=kilograms, weeks=max(weeks, _DAY)):
        return _NOTHING
    texts = [_tokens(text, lexicon) for text in words]
    return _NOTHING if _is_settled(texts, "other_weight", lexicon) else _TALK


def names_loss(words: Iterable[str], *, locale: str = "en") -> bool:
    """Say whether a unit or the name of a measure counts what is lost.

    >>> names_loss(["kg lost"]), names_loss(["kg"])
    (True, False)
    """
    lexicon = load_lexicon(locale)
    return lexicon is not None and "loss" in _labels(_tokens(text, lexicon) for text in words)


def screen_low(
    amount: float, *, unit: str, words: Iterable[str] = (), locale: str = "en"
) -> SafetyClass:
    """Return what to do about a number that is to be kept no higher than this.

    Parameters
    ----------
    amount
        The most that it is to be.
    unit
        What it is in: kilocalories, or a unit of weight; another is passed over.
    words
        What else is said; a prescriber who is involved, or a barbell, settles it.
    locale
        The language of the words.

    Examples
    --------
    >>> screen_low(600, unit="kcal")
    <SafetyClass.TALK_TO_CLINICIAN: 'talk_to_clinician'>
    >>> screen_low(1800, unit="kcal")
    <SafetyClass.NOTHING_FOUND: 'nothing_found'>
    """
    lexicon = load_lexicon(locale)
    if lexicon is None or not _is_low(amount, unit, lexicon):
        return _NOTHING
    texts = [_tokens(text, lexicon) for text in words]
    return _NOTHING if _is_settled(texts, "other_weight", lexicon) else _TALK


def _is_low(amount: float, unit: str, lexicon: SafetyLexicon) -> bool:
    """Say whether an intake or the weight of a body is this low."""
    if "kcal" in _labels([_tokens(unit, lexicon)]):
        return is_low_intake(amount)
    kilograms = _kilograms(unit, lexicon)
    return kilograms is not None and lexicon.limits[_BODY].holds(amount * kilograms)


def _kilograms(unit: str, lexicon: SafetyLexicon) -> float | None:
    """Return what one of a unit weighs, where it is a weight ("kg", "kg lost")."""
    texts = (token.text for token in _tokens(unit, lexicon))
    return next((lexicon.weights[text] for text in texts if text in lexicon.weights), None)


def screen_dose(
    start: float | None, end: float, *, unit: str, words: Iterable[str], locale: str = "en"
) -> SafetyClass:
    """Return what to do about a dose that is to change from one number to another.

    Parameters
    ----------
    start
        The dose now; where it is unset, the new one counts as less.
    end
        The dose it is to be.
    unit
        What is counted, such as "mg" or "tablets". More tablets than now may
        be fewer that are forgotten, so a rise counts for strengths alone.
    words
        What else is said: a medicine has to be named there or in the unit,
        and a prescriber who is involved settles it.
    locale
        The language of the words.

    Examples
    --------
    >>> screen_dose(20, 10, unit="mg", words=["citalopram"])
    <SafetyClass.TALK_TO_CLINICIAN: 'talk_to_clinician'>
    >>> screen_dose(20, 10, unit="mg", words=["citalopram, as agreed with my GP"])
    <SafetyClass.NOTHING_FOUND: 'nothing_found'>
    """
    lexicon = load_lexicon(locale)
    if lexicon is None or end == start:
        return _NOTHING
    counted = _labels([_tokens(unit, lexicon)])
    kind = "dose_unit" if start is None or end < start else "strength"
    texts = [_tokens(text, lexicon) for text in words]
    named = "med" in counted | _labels(texts)
    if kind not in counted or not named or _is_settled(texts, "skip", lexicon):
        return _NOTHING
    return _TALK


def _tokens(text: str, lexicon: SafetyLexicon) -> tuple[Token, ...]:
    """Return the tokens of some words."""
    return read_tokens(text, lexicon.vocabulary)


def _labels(texts: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Return every class that a word of these texts has."""
    return frozenset(label for token in chain.from_iterable(texts) for label in token.labels)


def _is_settled(texts: Sequence[Sequence[Token]], other: str, lexicon: SafetyLexicon) -> bool:
    """Say whether the words are about something else, or bring a prescriber in."""
    if other in _labels(texts):
        return True
    return any(has_prescriber(lexicon.forms.find(tokens)) for tokens in texts)
