"""Work out what a filled template aims at, and when to look at it."""

from __future__ import annotations

from datetime import date, timedelta

from stepwell._fields import day
from stepwell.catalog.templates import GoalTemplate
from stepwell.errors import RuleBroken
from stepwell.measures import Target, TargetKind

__all__ = ["due_after", "target_of"]


def due_after(start: date | None, weeks: int) -> date | None:
    """Return the day to look at it, so many weeks after the start."""
    if start is None:
        return None
    first = day(start, path="start")
    if date.max - first < timedelta(weeks=weeks):
        advice = "the day to look at it lies beyond the calendar; choose an earlier start"
        raise RuleBroken("goal.due", "start", advice)
    return first + timedelta(weeks=weeks)


def target_of(template: GoalTemplate, amount: int, due: date | None) -> Target:
    """Return what a filled template aims at."""
    aim = template.aim
    ends = {"low" if aim.kind is TargetKind.AT_LEAST else "high": amount}
    return Target(kind=aim.kind, unit=aim.unit, due=due, **ends)
