"""Notice numbers that a clinician would want to hear of.

Losing more than about 1 kg (2 lb) a week, and eating 1000 kcal a day or less:
usual advice is 0.5 to 1 kg a week (a common figure, not checked at a source), and
very-low-calorie diets, of 800 kcal or less, are for supervised use (nice-cg189).
The cut lies above 800 on purpose: a plan just over it calls for the same talk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stepwell._text import Token
from stepwell.safety.lexicon import SafetyLexicon

__all__ = ["low_intakes", "quick_losses"]

_KG_A_WEEK: Final = 1.0
_KCAL: Final = 1000.0
_REACH: Final = 8
_MINUS: Final = frozenset({"-", "\u2212", "\u2193"})


def quick_losses(tokens: Sequence[Token], lexicon: SafetyLexicon) -> Iterator[tuple[int, int]]:
    """Yield the token spans that aim at more than 1 kg of loss a week."""
    for at, token in enumerate(tokens):
        weight = lexicon.weights.get(token.text)
        amount = _number(tokens, at - 1, lexicon) if weight else None
        if weight is None or amount is None or not _is_loss(tokens, at - 1):
            continue
        end, weeks = _weeks(tokens, at + 1, lexicon)
        if weeks and amount * weight / weeks > _KG_A_WEEK:
            yield at - 1, end


def low_intakes(tokens: Sequence[Token], lexicon: SafetyLexicon) -> Iterator[tuple[int, int]]:
    """Yield the token spans that name a very low intake as a limit or a plan."""
    for at, token in enumerate(tokens):
        if "kcal" not in token.labels:
            continue
        here = next((k for k in (at - 1, at + 1, at + 2) if _is_digits(tokens, k)), at)
        amount = _number(tokens, here, lexicon)
        low, high = min(at, here), max(at, here) + 1
        if amount is not None and amount <= _KCAL and _is_limit(tokens[max(0, low - 4) : high]):
            yield low, high


def _is_digits(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a number in digits stands at a place."""
    return 0 <= at < len(tokens) and "number" in tokens[at].labels


def _is_limit(tokens: Sequence[Token]) -> bool:
    """Say whether a word of keeping under or down to is among these."""
    return any("under" in token.labels for token in tokens)


def _number(tokens: Sequence[Token], at: int, lexicon: SafetyLexicon) -> float | None:
    """Return the number that a token is, digits or a word."""
    if not 0 <= at < len(tokens):
        return None
    text = tokens[at].text.replace(",", "")
    if "number" in tokens[at].labels:
        return float(text) if text.replace(".", "", 1).isdecimal() else None
    return lexicon.numbers.get(text)


def _is_loss(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word of losing or a minus stands shortly before."""
    before = tokens[max(0, at - _REACH) : at]
    return any("loss" in t.labels for t in before) or bool(before and before[-1].text in _MINUS)


def _weeks(tokens: Sequence[Token], at: int, lexicon: SafetyLexicon) -> tuple[int, float | None]:
    """Return in how many weeks, read from the words that follow."""
    count = 1.0
    led = False
    for here in range(at, min(len(tokens), at + _REACH)):
        token = tokens[here]
        weeks = lexicon.weeks.get(token.text)
        if led and weeks is not None:
            return here + 1, count * weeks
        if "stop" in token.labels:
            break
        led = led or not token.labels.isdisjoint({"per", "in_time"}) or token.text == "/"
        count = _number(tokens, here, lexicon) or count
    return at, None
