"""Time two ways of doing one thing, turn by turn, and compare their medians."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from functools import partial
from statistics import linear_regression, median
from typing import TypedDict

__all__ = ["Comparison", "Work", "compared", "exponent_of", "growth", "interleaved", "seconds"]

Work = Callable[[], object]
"""Something to do, that takes a while."""


class Comparison(TypedDict):
    """Our seconds beside a peer's; ``exponent`` says how ours grow with ``n``, where asked."""

    ours: float
    peer: float
    ratio: float
    n: int
    exponent: float | None


def seconds(work: Work) -> float:
    """Return how long one piece of work took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def interleaved(contenders: Mapping[str, Callable[[], float]], *, rounds: int) -> dict[str, float]:
    """Return each contender's median over rounds in which all take a turn.

    Whatever slows the machine for a while slows all of them alike.
    """
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, turn in contenders.items():
            taken[name].append(turn())
    return {name: median(times) for name, times in taken.items()}


def compared(
    ours: Callable[[], float],
    peer: Callable[[], float],
    *,
    rounds: int,
    n: int,
    exponent: float | None = None,
) -> Comparison:
    """Return our median seconds beside a peer's."""
    took = interleaved({"ours": ours, "peer": peer}, rounds=rounds)
    return Comparison(
        ours=took["ours"],
        peer=took["peer"],
        ratio=took["ours"] / took["peer"],
        n=n,
        exponent=exponent,
    )


def growth(make: Callable[[int], Work], sizes: tuple[int, ...], *, rounds: int) -> float:
    """Return the exponent with which the time of some work grows with its size."""
    turns = {str(n): partial(seconds, make(n)) for n in sizes}
    took = interleaved(turns, rounds=rounds)
    return exponent_of({n: took[str(n)] for n in sizes})


def exponent_of(times: Mapping[int, float]) -> float:
    """Return the ``k`` that fits ``seconds = c * n ** k`` best, by least squares on logarithms.

    >>> exponent_of({10: 1.0, 100: 100.0})
    2.0
    """
    sizes = [math.log(n) for n in times]
    return linear_regression(sizes, [math.log(each) for each in times.values()]).slope
