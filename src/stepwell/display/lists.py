"""Turn the lists of a plan, a roll-up and a plan finding into views."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stepwell._text import plain_number
from stepwell.display.views import Block, Items, Pairs, Say, View
from stepwell.messages import say
from stepwell.progress import Part, Reached, RollUp
from stepwell.progress.rollups import LEFT_OUT
from stepwell.story import GoalLists, PlanFinding, PlannedGoal

__all__ = ["lists_view", "plan_finding_view", "roll_up_view"]

_LISTS: Final = ("in_progress", "starred", "future", "parked", "past")


def lists_view(lists: GoalLists, locale: str) -> View:
    """Return every list that holds a goal; an empty one is not shown."""
    shown = tuple(
        View(say(f"lists.{name}", locale=locale), (Items(tuple(_tree(goals))),))
        for name in _LISTS
        if (goals := getattr(lists, name))
    )
    empty = (Say(say("report.empty", locale=locale)),)
    return View(say("label.lists", locale=locale), shown or empty)


def _tree(goals: tuple[PlannedGoal, ...]) -> Iterator[tuple[int, str]]:
    """Yield goals with their depth, parts under a whole that is in the same list.

    Goals that are parts of each other, which only a plan made by hand can hold,
    stand at the end.
    """
    ids = {planned.id for planned in goals}
    inside: dict[str | None, list[PlannedGoal]] = {}
    for planned in reversed(goals):
        whole = planned.part_of if planned.part_of in ids else None
        inside.setdefault(whole, []).append(planned)
    waiting = [(0, planned) for planned in inside.get(None, ())]
    while waiting:
        depth, planned = waiting.pop()
        yield depth, planned.goal.statement
        ids.discard(planned.id)
        waiting.extend((depth + 1, part) for part in inside.get(planned.id, ()))
    yield from ((0, planned.goal.statement) for planned in goals if planned.id in ids)


def roll_up_view(roll_up: RollUp, locale: str) -> View:
    """Return what the parts say, each part with what was said of it, and the rule."""
    shown = (*roll_up.parts, *roll_up.left_out)
    parts = Pairs(tuple((part.statement, _said(part, locale)) for part in shown))
    rule = Pairs(
        (
            (say("label.rule", locale=locale), roll_up.explanation),
            (say("label.variant", locale=locale), f"{roll_up.variant} ({roll_up.version})"),
            (say("label.source", locale=locale), roll_up.source),
        )
    )
    return View(
        roll_up.statement, (Say(roll_up.sentence), parts, *_of_itself(roll_up, locale), rule)
    )


def _said(part: Part, locale: str) -> str:
    """Return what was said of a part, with its weight where there is one."""
    name = "lists.not_said" if part.achievement is None else f"achievement.{part.achievement}"
    said = say(name, locale=locale)
    if part.lifecycle in LEFT_OUT:
        status = say(f"lifecycle.{part.lifecycle}", locale=locale)
        return say("lists.not_counted", locale=locale, status=status)
    if part.weight is None:
        return said
    weight = plain_number(part.weight, digits=3)
    return say("lists.weight", locale=locale, said=said, weight=weight)


def _of_itself(roll_up: RollUp, locale: str) -> tuple[Block, ...]:
    """Return what was said of the goal itself, if anybody has said it is reached."""
    if roll_up.said is not Reached.YES:
        return ()
    reached = say("achievement.achieved", locale=locale)
    return (Pairs(((say("label.said", locale=locale), reached),)),)


def plan_finding_view(finding: PlanFinding, locale: str) -> View:
    """Return a finding about a plan, with its source."""
    return View(finding.sentence, (Pairs(((say("label.source", locale=locale), finding.source),)),))
