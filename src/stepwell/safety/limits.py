"""Notice numbers that are low in themselves, as the data file of a language bounds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, final

import attrs

from stepwell._patterns import Find
from stepwell._text import Token

__all__ = ["Limit", "beyond_limits", "limit_forms", "read_limits"]

_PREFIX: Final = "limit:"


@final
@attrs.frozen(kw_only=True)
class Limit:
    """Which numbers call for a talk: from a least to a most, unless a class of words is there."""

    least: float
    most: float
    settled: frozenset[str]

    def holds(self, amount: float) -> bool:
        """Say whether a number lies between the two ends."""
        return self.least <= amount <= self.most


def read_limits(table: Mapping[str, Any]) -> dict[str, Limit]:
    """Return the limits of a language by their tags."""
    return {
        f"{_PREFIX}{name}": Limit(
            least=row["from"], most=row["to"], settled=frozenset(row["settled"])
        )
        for name, row in table.items()
    }


def limit_forms(table: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the forms of every limit under its tag."""
    for name, row in table.items():
        yield f"{_PREFIX}{name}", row["forms"]


def beyond_limits(
    finds: Sequence[Find],
    tokens: Sequence[Token],
    limits: Mapping[str, Limit],
    numbers: Mapping[str, float],
) -> Iterator[tuple[int, int]]:
    """Yield the token spans whose number lies within a limit."""
    labels = frozenset().union(*(token.labels for token in tokens))
    for find in finds:
        limit = limits.get(find.tag)
        if limit is None or not limit.settled.isdisjoint(labels):
            continue
        if any(map(limit.holds, _amounts(tokens[find.start : find.end], numbers))):
            yield find.start, find.end


def _amounts(tokens: Sequence[Token], numbers: Mapping[str, float]) -> Iterator[float]:
    """Yield the first number in digits, or the first in words where there are no digits."""
    digits = [token.text.replace(",", "") for token in tokens if "number" in token.labels]
    if digits:
        yield from (float(text) for text in digits[:1] if text.replace(".", "", 1).isdecimal())
        return
    yield from [numbers[token.text] for token in tokens if token.text in numbers][:1]
