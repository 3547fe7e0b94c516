"""Say the parts that many values have: labels, targets, where a goal is in its life."""

from __future__ import annotations

from collections.abc import Iterable

from stepwell._text import plain_number
from stepwell.display.views import Block, Pairs, Say
from stepwell.goals import LifecycleStatus
from stepwell.measures import Target, TargetKind, unit_for
from stepwell.messages import say

__all__ = ["apart", "kept", "label", "lifecycle_text", "nothing", "pairs", "target_text"]


def label(name: str, locale: str) -> str:
    """Return the label of a part."""
    return say(f"label.{name}", locale=locale)


def pairs(locale: str, **texts: str | None) -> tuple[Block, ...]:
    """Return the parts that are there, with their labels."""
    rows = tuple((label(name, locale), text) for name, text in texts.items() if text)
    return (Pairs(rows),) if rows else ()


def lifecycle_text(status: LifecycleStatus, locale: str) -> str | None:
    """Return where a goal is in its life cycle; being worked on goes without saying."""
    if status is LifecycleStatus.ACTIVE:
        return None
    return say(f"lifecycle.{status}", locale=locale)


def target_text(target: Target, locale: str) -> str:
    """Return a target in words."""
    ends = [end for end in (target.low, target.high) if end is not None]
    unit = unit_for(max(ends), target.unit)
    if target.kind is TargetKind.MAINTAIN and target.low == target.high:
        return say("show.target.steady", locale=locale, low=_end(target.low), unit=unit)
    return say(
        f"show.target.{target.kind}",
        locale=locale,
        low=_end(target.low),
        high=_end(target.high),
        unit=unit,
    )


def _end(end: float | None) -> str:
    """Return one end of a target."""
    return "" if end is None else plain_number(end, digits=3)


def kept(count: int, locale: str) -> tuple[Block, ...]:
    """Return how many records are kept that nothing rests on, if there are any."""
    return (Say(say("report.kept", locale=locale, count=str(count))),) if count else ()


def nothing(version: int, locale: str) -> tuple[Block, ...]:
    """Return what is said where nothing is shown: empty is what was never written in."""
    return (Say(say("report.nothing" if version else "report.empty", locale=locale)),)


def apart(spans: Iterable[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Return marked spans in order, none over another; of two that overlap, the longer.

    >>> apart([(5, 7, "at what time"), (5, 15, "how much")])
    ((5, 15, 'how much'),)
    """
    found: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(spans, key=lambda each: (each[0], -each[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end, kind))
    return tuple(found)
