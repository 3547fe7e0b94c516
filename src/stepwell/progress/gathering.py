"""Gather recorded facts into series: by day, by questionnaire, by measure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias, TypeVar, final

import attrs

from stepwell._fields import CODE
from stepwell.instruments import Instrument, flags_raised
from stepwell.measures import Measure
from stepwell.progress.series import Series
from stepwell.progress.trajectories import Trajectory, of_series
from stepwell.story.careplan import CarePlan, Recorded
from stepwell.story.events import (
    GoalRated,
    ReadingRecorded,
    ScoreRecorded,
    StepRecorded,
)

__all__ = ["Fact", "RaisedFlag", "by_day", "flags", "measured", "scored", "trajectories"]

Fact: TypeAlias = StepRecorded | GoalRated | ReadingRecorded | ScoreRecorded
"""What is true on a day."""

FactT = TypeVar("FactT", bound=Fact)


@final
@attrs.frozen(kw_only=True)
class RaisedFlag:
    """An answer in a questionnaire that asks for somebody's attention.

    Attributes
    ----------
    flag
        What the flag is called.
    name
        The questionnaire: its name, or its code where its instrument is not known.
    on
        The local day for which it is true.
    entry
        The id of the record that holds the answers.
    """

    flag: str = attrs.field(metadata=CODE)
    name: str = attrs.field(metadata=CODE)
    on: date
    entry: str = attrs.field(metadata=CODE)


def flags(plan: CarePlan, known: dict[str, Instrument]) -> tuple[RaisedFlag, ...]:
    """Return every flag of every score, whatever its total, in the order of the days."""
    return tuple(
        RaisedFlag(flag=flag, name=_name(each, known), on=each.event.stamp.day, entry=each.id)
        for each in by_day(plan.scores)
        for flag in flags_raised(each.event.score)
    )


def _name(recorded: Recorded[ScoreRecorded], known: dict[str, Instrument]) -> str:
    """Return what a questionnaire is called; its code where it is not known."""
    code = recorded.event.score.instrument
    return known[code].name if code in known else code


def scored(plan: CarePlan, known: dict[str, Instrument], locale: str) -> tuple[Trajectory, ...]:
    """Return a trajectory for each questionnaire that is known here."""
    by_code: dict[str, list[tuple[float, Recorded[ScoreRecorded]]]] = {}
    for each in by_day(plan.scores):
        score = each.event.score
        if score.instrument in known and score.total is not None:
            by_code.setdefault(score.instrument, []).append((score.total, each))
    return tuple(
        of_series(_score_series(totals, known[code], locale)) for code, totals in by_code.items()
    )


def _score_series(
    totals: list[tuple[float, Recorded[ScoreRecorded]]], instrument: Instrument, locale: str
) -> Series:
    """Return the totals of one questionnaire as a series."""
    return Series(
        measure=instrument.measure,
        instrument=instrument,
        amounts=tuple(total for total, _ in totals),
        days=tuple(each.event.stamp.day for _, each in totals),
        entries=tuple(each.id for _, each in totals),
        missing=tuple(each.event.score.missing for _, each in totals),
        locale=locale,
    )


def measured(plan: CarePlan, known: dict[str, Instrument], locale: str) -> tuple[Trajectory, ...]:
    """Return a trajectory for each measure that was read on its own."""
    instruments = {instrument.measure: instrument for instrument in known.values()}
    return trajectories(plan.readings, instruments, locale)


def trajectories(
    recorded: Iterable[Recorded[ReadingRecorded]],
    instruments: dict[Measure, Instrument],
    locale: str,
) -> tuple[Trajectory, ...]:
    """Return a trajectory for each measure, in the order of their first days."""
    by_measure: dict[Measure, list[Recorded[ReadingRecorded]]] = {}
    for each in by_day(recorded):
        by_measure.setdefault(each.event.reading.measure, []).append(each)
    return tuple(
        of_series(_series(readings, measure, instruments.get(measure), locale))
        for measure, readings in by_measure.items()
    )


def _series(
    readings: list[Recorded[ReadingRecorded]],
    measure: Measure,
    instrument: Instrument | None,
    locale: str,
) -> Series:
    """Return recorded readings of one measure as a series."""
    return Series(
        measure=measure,
        instrument=instrument,
        amounts=tuple(each.event.reading.amount for each in readings),
        days=tuple(each.event.reading.on for each in readings),
        entries=tuple(each.id for each in readings),
        locale=locale,
    )


def by_day(recorded: Iterable[Recorded[FactT]]) -> list[Recorded[FactT]]:
    """Return recorded facts in the order of their local days, then of their records."""
    return sorted(recorded, key=lambda each: (_day_of(each.event), each.version))


def _day_of(event: Fact) -> date:
    """Return the local day on which a fact is true; a reading has its own."""
    return event.reading.on if isinstance(event, ReadingRecorded) else event.stamp.day
