"""Say how far two sides agree, and how sure that is: kappa, F1, shares, intervals."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from statistics import quantiles
from typing import Any, Final, TypeVar

__all__ = [
    "RESAMPLES",
    "Interval",
    "Pair",
    "f1",
    "f1_of",
    "interval",
    "kappa",
    "kappa_of",
    "macro_f1",
    "macro_f1_of",
    "resamples",
    "share",
    "wilson",
]

Pair = tuple[str, str]
"""What people said, and what we said."""

Interval = tuple[float, float]
"""The two ends of an interval of 95 %."""

C = TypeVar("C", bound=Hashable)

RESAMPLES: Final = 1000
_SEED: Final = 20270104
_Z: Final = 1.959964


def kappa(pairs: Iterable[Pair]) -> float | None:
    """Return Cohen's kappa; nothing for no pairs, 1 where all agree on one label.

    >>> kappa([("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15)
    0.4
    """
    return kappa_of(Counter(pairs))


def kappa_of(counts: Mapping[Pair, int]) -> float | None:
    """Return Cohen's kappa of a confusion table."""
    n = sum(counts.values())
    if not n:
        return None
    agreed = sum(number for (theirs, ours), number in counts.items() if theirs == ours) / n
    rows, columns = _margins(counts)
    chance = sum(number * columns[label] for label, number in rows.items()) / n**2
    return 1.0 if chance == 1 else round((agreed - chance) / (1 - chance), 4)


def macro_f1(pairs: Iterable[Pair]) -> float | None:
    """Return the mean F1 over the labels that people or we gave.

    >>> macro_f1([("a", "a"), ("a", "b"), ("b", "b")])
    0.6667
    """
    return macro_f1_of(Counter(pairs))


def macro_f1_of(counts: Mapping[Pair, int]) -> float | None:
    """Return the mean F1 of a confusion table."""
    rows, columns = _margins(counts)
    labels = sorted(rows.keys() | columns.keys())
    if not labels:
        return None
    scores = [2 * counts.get((x, x), 0) / (rows[x] + columns[x]) for x in labels]
    return round(sum(scores) / len(scores), 4)


def f1(hits: int, extra: int, missed: int) -> float | None:
    """Return the F1 of so many hits, extra finds and misses.

    >>> f1(8, 2, 2)
    0.8
    """
    total = 2 * hits + extra + missed
    return round(2 * hits / total, 4) if total else None


def f1_of(counts: Mapping[tuple[int, int, int], int]) -> float | None:
    """Return the F1 of statements, counted by their hits, extra finds and misses.

    >>> f1_of({(1, 0, 0): 3, (0, 1, 0): 2})
    0.75
    """
    rows = counts.items()
    return f1(*(sum(each[at] * number for each, number in rows) for at in range(3)))


def resamples(n: int, *, times: int = RESAMPLES) -> list[list[int]]:
    """Return the places of ``n`` statements drawn with replacement; always the same draws.

    Whatever is computed on the same draws can be compared draw by draw.
    """
    chance = random.Random(_SEED)  # noqa: S311 - a bootstrap, no secret
    return [chance.choices(range(n), k=n) for _ in range(times)] if n else []


def interval(
    cells: Sequence[C | None],
    statistic: Callable[[Mapping[C, int]], float | None],
    draws: Iterable[Sequence[int]],
) -> Interval | None:
    """Return the percentile interval of 95 % of a statistic over draws of statements.

    Parameters
    ----------
    cells
        For each statement the cell of the table that it falls into; none where it is
        not scored.
    statistic
        What is computed from the counts of the cells.
    draws
        Places of statements, as :func:`resamples` gives them.

    Examples
    --------
    >>> interval([("a", "a"), ("b", "b"), None], kappa_of, resamples(3))
    (1.0, 1.0)
    """
    kinds = list(dict.fromkeys(cells))
    codes = [kinds.index(cell) for cell in cells]
    found: list[float] = []
    for places in draws:
        counted = Counter(map(codes.__getitem__, places))
        table = {cell: counted[k] for k, cell in enumerate(kinds) if cell is not None}
        value = statistic({cell: number for cell, number in table.items() if number})
        if value is not None:
            found.append(value)
    return _percentiles(found)


def share(pairs: Sequence[Pair], label: str, *, given: int) -> dict[str, Any]:
    """Return how often both sides say a label where one side says it, with its interval.

    ``given`` is 0 for recall (where people say it) and 1 for precision (where we do).
    """
    said = [pair for pair in pairs if pair[given] == label]
    hits = sum(pair == (label, label) for pair in said)
    part = round(hits / len(said), 4) if said else None
    return {"share": part, "n": len(said), "interval": wilson(hits, len(said))}


def wilson(hits: int, n: int) -> Interval | None:
    """Return the Wilson score interval of 95 % for a share; none of no cases.

    >>> wilson(8, 10)
    (0.4902, 0.9433)
    """
    if n == 0:
        return None
    part = hits / n
    spread = 1 + _Z**2 / n
    centre = (part + _Z**2 / (2 * n)) / spread
    half = _Z / spread * math.sqrt(part * (1 - part) / n + _Z**2 / (4 * n**2))
    return round(max(0.0, centre - half), 4), round(min(1.0, centre + half), 4)


def _margins(counts: Mapping[Pair, int]) -> tuple[Counter[str], Counter[str]]:
    """Return how often people gave each label, and how often we did."""
    rows: Counter[str] = Counter()
    columns: Counter[str] = Counter()
    for (theirs, ours), number in counts.items():
        rows[theirs] += number
        columns[ours] += number
    return rows, columns


def _percentiles(values: Sequence[float]) -> Interval | None:
    """Return the percentiles 2.5 and 97.5; nothing of fewer than two values."""
    if len(values) < 2:
        return None
    cuts = quantiles(values, n=40, method="inclusive")
    return round(cuts[0], 4), round(cuts[-1], 4)
