"""Hear two cues together that say little apart, in either order.

"Not a drop from Monday" is a common wish, and so is a word on drinking all day;
together they call for a talk. A pair is heard where its two cues stand within
a few words of each other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from stepwell._patterns import Find

__all__ = ["pair_forms", "paired"]

_WITHIN: Final = 24
_SIDES: Final = ("one", "other")


def pair_forms(table: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the forms of every pair, each side under a tag of its own."""
    for safety, pairs in table.items():
        for name, sides in pairs.items():
            for side in _SIDES:
                yield f"{safety}:{name}:{side}", sides[side]


def paired(finds: Sequence[Find]) -> Iterator[Find]:
    """Yield each first cue whose second cue stands near, under the tag of its class."""
    places: dict[str, list[int]] = {}
    for find in finds:
        if find.tag.endswith(_SIDES[1]):
            places.setdefault(find.tag, []).append(find.start)
    for find in finds:
        if find.tag.endswith(f":{_SIDES[0]}"):
            safety, name, _ = find.tag.split(":")
            if _is_near(places.get(f"{safety}:{name}:{_SIDES[1]}", []), find.start):
                yield Find(find.start, find.end, safety)


def _is_near(places: Sequence[int], start: int) -> bool:
    """Say whether one of the rising places lies within a few words."""
    at = bisect_left(places, start - _WITHIN)
    return at < len(places) and places[at] <= start + _WITHIN
