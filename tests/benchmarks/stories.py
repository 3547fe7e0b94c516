"""Make stories of any length, always the same ones; the people in them are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice

from stepwell.goals import Goal
from stepwell.measures import Measure, Reading, at_least
from stepwell.steps import Outcome, StepPlan
from stepwell.story import (
    Event,
    GoalAdded,
    GoalRated,
    ReadingRecorded,
    Recorded,
    Stamp,
    StepRecorded,
    TargetRevised,
)

__all__ = ["facts", "story"]

FIRST_DAY = datetime(2027, 1, 4, 18, tzinfo=UTC)
WALKING = Measure("walking", unit="minutes", direction="increase", low=0, high=600)
STEPS = StepPlan.of("Put the shoes by the door", "Walk to the corner", "Walk round the park")


def stamp(number: int) -> Stamp:
    """Return a stamp some hours after the one before."""
    return Stamp.now(FIRST_DAY + timedelta(hours=7 * number), by="person-1", zone="UTC")


def step_recorded(number: int) -> Event:
    """Return a step that was tried."""
    step_ids = [step.id for step in STEPS]
    return StepRecorded(
        goal_id="g1",
        step_id=step_ids[number % len(step_ids)],
        outcome=Outcome.TRIED,
        effort=number % 11,
        note="It rained, and Sam came along" if number % 3 else None,
        stamp=stamp(number),
    )


def goal_rated(number: int) -> Event:
    """Return a rating of the goal."""
    return GoalRated(goal_id="g1", rating=number % 11, stamp=stamp(number))


def reading_recorded(number: int) -> Event:
    """Return a reading of the goal's measure."""
    when = stamp(number)
    reading = Reading(number % 60 + 0.5, measure=WALKING, on=when.day)
    return ReadingRecorded(goal_id="g1", reading=reading, stamp=when)


def target_revised(number: int) -> Event:
    """Return a target that was eased or raised."""
    return TargetRevised(
        goal_id="g1",
        target=at_least(number % 30 + 1, "minutes"),
        reason="A hard week",
        stamp=stamp(number),
    )


KINDS: tuple[Callable[[int], Event], ...] = (
    step_recorded,
    reading_recorded,
    step_recorded,
    goal_rated,
    reading_recorded,
    target_revised,
)
"""Facts in about the proportion in which an app would write them."""


def facts(n: int) -> list[Event]:
    """Return ``n`` events about one goal."""
    return [make(number) for number, make in enumerate(islice(cycle(KINDS), n), start=1)]


def story(n: int) -> list[Recorded[Event]]:
    """Return a goal and what happened after it, ``n`` records in all."""
    goal = Goal("Walk in the park with Sam", target=at_least(20, "minutes"), measure=WALKING)
    first = GoalAdded(goal_id="g1", goal=goal, steps=STEPS, stamp=stamp(0))
    return [
        Recorded(
            id=f"r{version}",
            version=version,
            recorded_at=FIRST_DAY + timedelta(hours=7 * version),
            event=event,
        )
        for version, event in enumerate([first, *facts(n - 1)], start=1)
    ]
