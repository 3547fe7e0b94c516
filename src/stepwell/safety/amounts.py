"""Notice numbers that a clinician would want to hear of.

Losing more than about 1 kg (2 lb) a week, and eating 1000 kcal a day or less:
usual advice is 0.5 to 1 kg a week (a common figure, not checked at a source), and
very-low-calorie diets, of 800 kcal or less, are for supervised use (nice-cg189).
The cut lies above 800 on purpose: a plan just over it calls for the same talk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from stepwell._text import Token, written_number
from stepwell.safety.lexicon import SafetyLexicon

__all__ = ["is_low_intake", "is_quick_loss", "low_intakes", "quick_losses"]

_KG_A_WEEK: Final = 1.0
_KCAL: Final = 1000.0
_REACH: Final = 8
_MINUS: Final = frozenset({"-", "\u2212", "\u2193"})


def quick_losses(tokens: Sequence[Token], lexicon: SafetyLexicon) -> Iterator[tuple[int, int]]:
    """Yield the token spans that aim at more than 1 kg of loss a week."""
    for at, token in enumerate(tokens):
        weight = lexicon.weights.get(token.text)
        loss = _loss(tokens, at, lexicon) if weight else None
        if weight is None or loss is None:
            continue
        end, weeks = _weeks(tokens, at + 1, lexicon)
        if weeks and is_quick_loss(loss, kilograms=weight, weeks=weeks):
            yield at - 1, end


def is_quick_loss(loss: float, *, kilograms: float, weeks: float) -> bool:
    """Say whether so much loss, in units of so many kilograms, is more than 1 kg a week.

    >>> is_quick_loss(2, kilograms=0.4536, weeks=1), is_quick_loss(5, kilograms=1, weeks=4)
    (False, True)
    """
    return loss * kilograms > _KG_A_WEEK * weeks


def is_low_intake(kilocalories: float) -> bool:
    """Say whether so little a day calls for a talk.

    >>> is_low_intake(1000), is_low_intake(1001)
    (True, False)
    """
    return kilocalories <= _KCAL


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
        elif (end := _limit_after(tokens, at, lexicon)) is not None:
            yield at, end


def _limit_after(tokens: Sequence[Token], at: int, lexicon: SafetyLexicon) -> int | None:
    """Return where a low number ends that follows a word of keeping under it."""
    for here in range(at + 2, min(len(tokens), at + _REACH)):
        amount = _number(tokens, here, lexicon) if _is_digits(tokens, here) else None
        if amount is not None and "below" in tokens[here - 1].labels:
            return here + 1 if amount <= _KCAL else None
    return None


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
    if "number" in tokens[at].labels:
        return written_number(tokens[at].text)
    return lexicon.numbers.get(tokens[at].text)


def _loss(tokens: Sequence[Token], at: int, lexicon: SafetyLexicon) -> float | None:
    """Return how much is to be lost, in the unit that stands at a place."""
    amount = _amount(tokens, at - 1, lexicon)
    if amount is None:
        return None
    before = _start(tokens, at - 2, lexicon)
    if before is not None:
        return before - amount
    return amount if _is_loss(tokens, at) else None


def _amount(tokens: Sequence[Token], at: int, lexicon: SafetyLexicon) -> float | None:
    """Return the number at a place; "half a" is half of one."""
    amount = _number(tokens, at, lexicon)
    halved = amount is not None and at > 0 and "half" in tokens[at - 1].labels
    return amount / 2 if amount is not None and halved else amount


def _start(tokens: Sequence[Token], at: int, lexicon: SafetyLexicon) -> float | None:
    """Return the number before "to", with or without its unit."""
    if at < 1 or "up_to" not in tokens[at].labels:
        return None
    unit = tokens[at - 1].text in lexicon.weights
    return _number(tokens, at - 2 if unit else at - 1, lexicon)


def _is_loss(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word of losing stands near, or a minus shortly before, and no other weight."""
    before = tokens[max(0, at - 1 - _REACH) : max(0, at - 1)]
    after = tokens[at + 1 : at + 1 + _REACH]
    same = (*_until_stop(reversed(before)), *_until_stop(after))
    if any("other_weight" in token.labels for token in same):
        return False
    lost = any("loss" in token.labels for token in (*before, *after))
    return lost or bool(before and before[-1].text in _MINUS)


def _until_stop(tokens: Iterable[Token]) -> Iterator[Token]:
    """Return the tokens up to the end of the sentence: what settles a weight stands beside it."""
    return takewhile(lambda token: "stop" not in token.labels, tokens)


def _weeks(tokens: Sequence[Token], at: int, lexicon: SafetyLexicon) -> tuple[int, float | None]:
    """Return in how many weeks, read from the words that follow."""
    count = 1.0
    led = False
    for here in range(at, min(len(tokens), at + _REACH)):
        token = tokens[here]
        weeks = _span_of_time(tokens, here, lexicon)
        if weeks is not None and (led or _is_hence(tokens, here + 1)):
            return here + 1, count * weeks
        if "stop" in token.labels:
            break
        led = led or not token.labels.isdisjoint({"per", "in_time"}) or token.text == "/"
        count = _number(tokens, here, lexicon) or count
    return at, None


def _span_of_time(tokens: Sequence[Token], at: int, lexicon: SafetyLexicon) -> float | None:
    """Return how many weeks a word is worth, or a part of a year after a stroke."""
    if at > 0 and tokens[at - 1].text == "/" and tokens[at].text in lexicon.parts_of_year:
        return lexicon.parts_of_year[tokens[at].text]
    return lexicon.weeks.get(tokens[at].text)


def _is_hence(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word that counts from now stands at a place."""
    return at < len(tokens) and "hence" in tokens[at].labels
