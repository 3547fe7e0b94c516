"""Hear whether a prescriber is brought in, or only named to be left out."""

from __future__ import annotations

from collections.abc import Sequence

from stepwell._patterns import Find

__all__ = ["covered", "has_prescriber"]


def covered(finds: Sequence[Find], tag: str) -> frozenset[int]:
    """Return the tokens that lie in any of the finds with a tag."""
    return frozenset(at for find in finds if find.tag == tag for at in range(find.start, find.end))


def has_prescriber(finds: Sequence[Find]) -> bool:
    """Say whether a prescriber is involved, not only named to be left out."""
    left_out = covered(finds, "uninvolved")
    return any(find.tag == "prescriber" and find.end - 1 not in left_out for find in finds)
