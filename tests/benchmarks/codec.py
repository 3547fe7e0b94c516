"""Encode and decode events, beside a codec written by hand for the same four kinds.

The peer uses ``json`` and the constructors directly and checks no types: it is
about as fast as pure Python gets, and what somebody would write for one app.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from stepwell import serialization
from stepwell.measures import Measure, Reading, Target
from stepwell.story import (
    Event,
    GoalRated,
    ReadingRecorded,
    Stamp,
    StepRecorded,
    TargetRevised,
)
from tests.benchmarks.stories import facts
from tests.benchmarks.timing import Comparison, compared, seconds

__all__ = ["decode", "encode"]

Plain = dict[str, Any]


def stamp_out(stamp: Stamp) -> Plain:
    """Return a stamp in plain parts."""
    return {
        "by": stamp.by,
        "at": stamp.at.isoformat(),
        "day": stamp.day.isoformat(),
        "zone": stamp.zone,
    }


def stamp_in(data: Plain) -> Stamp:
    """Return a stamp from its plain parts."""
    return Stamp(
        by=data["by"],
        at=datetime.fromisoformat(data["at"]),
        day=date.fromisoformat(data["day"]),
        zone=data["zone"],
    )


def step_out(event: StepRecorded) -> Plain:
    """Return an attempt in plain parts."""
    return {
        "goal_id": event.goal_id,
        "step_id": event.step_id,
        "outcome": event.outcome.value,
        "effort": event.effort,
        "note": event.note,
        "stamp": stamp_out(event.stamp),
    }


def step_in(data: Plain) -> StepRecorded:
    """Return an attempt from its plain parts."""
    return StepRecorded(
        goal_id=data["goal_id"],
        step_id=data["step_id"],
        outcome=data["outcome"],
        effort=data["effort"],
        note=data["note"],
        stamp=stamp_in(data["stamp"]),
    )


def rating_out(event: GoalRated) -> Plain:
    """Return a rating in plain parts."""
    return {
        "goal_id": event.goal_id,
        "rating": event.rating,
        "note": event.note,
        "stamp": stamp_out(event.stamp),
    }


def rating_in(data: Plain) -> GoalRated:
    """Return a rating from its plain parts."""
    return GoalRated(
        goal_id=data["goal_id"],
        rating=data["rating"],
        note=data["note"],
        stamp=stamp_in(data["stamp"]),
    )


def measure_out(measure: Measure) -> Plain:
    """Return a measure in plain parts."""
    return {
        "name": measure.name,
        "unit": measure.unit,
        "direction": measure.direction.value,
        "low": measure.low,
        "high": measure.high,
        "step": measure.step,
    }


def measure_in(data: Plain) -> Measure:
    """Return a measure from its plain parts."""
    return Measure(
        data["name"],
        unit=data["unit"],
        direction=data["direction"],
        low=data["low"],
        high=data["high"],
        step=data["step"],
    )


def reading_out(event: ReadingRecorded) -> Plain:
    """Return a reading in plain parts."""
    reading = event.reading
    return {
        "reading": {
            "amount": reading.amount,
            "measure": measure_out(reading.measure),
            "on": reading.on.isoformat(),
        },
        "goal_id": event.goal_id,
        "note": event.note,
        "stamp": stamp_out(event.stamp),
    }


def reading_in(data: Plain) -> ReadingRecorded:
    """Return a reading from its plain parts."""
    reading = data["reading"]
    return ReadingRecorded(
        reading=Reading(
            reading["amount"],
            measure=measure_in(reading["measure"]),
            on=date.fromisoformat(reading["on"]),
        ),
        goal_id=data["goal_id"],
        note=data["note"],
        stamp=stamp_in(data["stamp"]),
    )


def target_out(event: TargetRevised) -> Plain:
    """Return a revised target in plain parts."""
    target = event.target
    return {
        "goal_id": event.goal_id,
        "target": {
            "kind": target.kind.value,
            "low": target.low,
            "high": target.high,
            "unit": target.unit,
            "due": None if target.due is None else target.due.isoformat(),
        },
        "reason": event.reason,
        "stamp": stamp_out(event.stamp),
    }


def target_in(data: Plain) -> TargetRevised:
    """Return a revised target from its plain parts."""
    target = data["target"]
    return TargetRevised(
        goal_id=data["goal_id"],
        target=Target(
            kind=target["kind"],
            low=target["low"],
            high=target["high"],
            unit=target["unit"],
            due=None if target["due"] is None else date.fromisoformat(target["due"]),
        ),
        reason=data["reason"],
        stamp=stamp_in(data["stamp"]),
    )


WRITERS: dict[type[Any], tuple[str, Callable[[Any], Plain]]] = {
    StepRecorded: ("step_recorded", step_out),
    GoalRated: ("goal_rated", rating_out),
    ReadingRecorded: ("reading_recorded", reading_out),
    TargetRevised: ("target_revised", target_out),
}

READERS: dict[str, Callable[[Plain], Event]] = {
    "step_recorded": step_in,
    "goal_rated": rating_in,
    "reading_recorded": reading_in,
    "target_revised": target_in,
}


def dumps_by_hand(event: Event) -> str:
    """Return the document that ``serialization.dumps`` writes."""
    kind, write = WRITERS[type(event)]
    document = {"kind": kind, "schema": 1, "data": write(event)}
    return json.dumps(document, allow_nan=False, separators=(",", ":"))


def loads_by_hand(text: str) -> Event:
    """Return the event that ``serialization.loads`` reads."""
    document = json.loads(text)
    return READERS[document["kind"]](document["data"])


def encode(*, n: int, rounds: int) -> Comparison:
    """Compare writing ``n`` events."""
    events = facts(n)
    ours, peer = serialization.dumps, dumps_by_hand
    agree([ours(event) for event in events], [peer(event) for event in events])
    return compared(
        lambda: seconds(lambda: [ours(event) for event in events]),
        lambda: seconds(lambda: [peer(event) for event in events]),
        rounds=rounds,
        n=n,
    )


def decode(*, n: int, rounds: int) -> Comparison:
    """Compare reading ``n`` events."""
    texts = [dumps_by_hand(event) for event in facts(n)]
    ours, peer = serialization.loads, loads_by_hand
    agree([ours(text) for text in texts], [peer(text) for text in texts])
    return compared(
        lambda: seconds(lambda: [ours(text) for text in texts]),
        lambda: seconds(lambda: [peer(text) for text in texts]),
        rounds=rounds,
        n=n,
    )


def agree(ours: object, peers: object) -> None:
    """Refuse to compare two things that do different work."""
    if ours != peers:
        message = "the peer does other work than we do; bring it up to date"
        raise RuntimeError(message)
