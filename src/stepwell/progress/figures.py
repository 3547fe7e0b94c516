"""Choose how many digits numbers are shown with, so that they can be checked by eye."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

__all__ = ["digits_of", "rough_digits"]

_FEW: Final = 3
_DUST: Final = 1e-13


def digits_of(numbers: Iterable[float]) -> int:
    """Return how many digits after the point these numbers are told apart with.

    As many as write them down whole, if that takes three or fewer; more where
    two of them, or one and 0, would look alike otherwise.

    >>> digits_of([18, 12]), digits_of([0.42, 0.46]), digits_of([64 / 7, 9])
    (0, 2, 3)
    >>> digits_of([0.00001, 0.00003])
    5
    """
    apart = [0.0, *sorted(abs(each) for each in numbers)]
    dust = _DUST * apart[-1]
    gaps = [high - low for low, high in pairwise(apart) if high - low > dust]
    needed = max([_FEW, *(rough_digits(gap) + 1 for gap in gaps)])
    whole = (
        digits
        for digits in range(needed)
        if all(abs(round(each, digits) - each) <= dust for each in apart)
    )
    return next(whole, needed)


def rough_digits(number: float) -> int:
    """Return the digits after the point that show the first figure of a number, or one.

    >>> rough_digits(8.5), rough_digits(-0.02), rough_digits(0)
    (1, 2, 1)
    """
    return max(1, -math.floor(math.log10(abs(number)))) if number else 1
