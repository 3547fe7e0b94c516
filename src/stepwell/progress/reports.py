"""Bridge from a care plan to numbers: three readings, side by side, never summed.

What was done, how the person rates the goal, and symptoms are three different
things, and there is no overall score. Every number goes by the local day on
which things happened, and names the records it rests on. A reading is held
against the target that was in force on its own day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, TypeAlias, TypeVar, final

import attrs

from stepwell._fields import CODE
from stepwell._shown import Shown
from stepwell.goals import LifecycleStatus
from stepwell.instruments import PHQ9, Instrument
from stepwell.measures import Measure
from stepwell.messages import fill, say
from stepwell.progress.explained import Answer, Explained, NotComputable, NotEnoughData
from stepwell.progress.trajectories import Series, Trajectory, of_series
from stepwell.steps import Outcome
from stepwell.story.careplan import CarePlan, PlannedGoal, Recorded
from stepwell.story.events import (
    GoalRated,
    ReadingRecorded,
    ScoreRecorded,
    StepRecorded,
)

__all__ = ["GoalProgress", "ProgressReport", "report"]

_FOR_RATING: Final = 2
_Fact: TypeAlias = StepRecorded | GoalRated | ReadingRecorded | ScoreRecorded
FactT = TypeVar("FactT", bound=_Fact)


@final
@attrs.frozen(kw_only=True)
class GoalProgress(Shown):
    """The readings of one goal.

    Attributes
    ----------
    goal_id, statement, lifecycle
        Which goal, and where it is in its life cycle.
    attempts
        How often somebody went for a step: done, partly or tried.
    steps_done
        How many steps of the plan have been done.
    rating
        Last minus first of the person's own ratings, 0 to 10.
    amounts
        What was measured for the goal itself: a trajectory for each measure.
    at_target
        How many of these readings met the target of their own day.
    """

    goal_id: str = attrs.field(metadata=CODE)
    statement: str
    lifecycle: LifecycleStatus
    attempts: Answer
    steps_done: Answer
    rating: Answer
    amounts: tuple[Trajectory, ...]
    at_target: Answer

    @property
    def done(self) -> tuple[Answer, ...]:
        """The first reading: what was done."""
        return self.attempts, self.steps_done, self.at_target


@final
@attrs.frozen(kw_only=True)
class ProgressReport(Shown):
    """Three readings side by side: done, rated, symptoms.

    Attributes
    ----------
    goals
        For each goal what was done and how it is rated.
    symptoms
        A trajectory for each questionnaire or measure that stands alone.
    without_scale
        Codes of questionnaires that were answered and whose instrument was not
        given to :func:`report`: their scores are kept, and not shown.
    unapplied, unread
        How many records no longer apply, and how many this version cannot
        read; they are kept, and no number rests on them.
    """

    goals: tuple[GoalProgress, ...]
    symptoms: tuple[Trajectory, ...]
    without_scale: tuple[str, ...] = attrs.field(default=(), metadata=CODE)
    unapplied: int
    unread: int


def report(
    plan: CarePlan, *, instruments: Iterable[Instrument] = (PHQ9,), locale: str = "en"
) -> ProgressReport:
    """Return the three readings of a care plan, each number explained.

    Parameters
    ----------
    plan
        The person's plan; use :func:`stepwell.story.as_of` for an earlier one.
    instruments
        The questionnaires whose scales are known. Answers to any other are
        named in ``without_scale``.
    locale
        The language of the sentences.
    """
    known = {instrument.code: instrument for instrument in instruments}
    return ProgressReport(
        goals=tuple(_goal(planned, locale) for planned in plan.goals),
        symptoms=(*_scored(plan, known, locale), *_measured(plan, known, locale)),
        without_scale=tuple(
            dict.fromkeys(
                each.event.score.instrument
                for each in plan.scores
                if each.event.score.instrument not in known
            )
        ),
        unapplied=len(plan.unapplied),
        unread=len(plan.unread),
    )


def _goal(planned: PlannedGoal, locale: str) -> GoalProgress:
    """Return the readings of one goal."""
    return GoalProgress(
        goal_id=planned.id,
        statement=planned.goal.statement,
        lifecycle=planned.goal.lifecycle,
        attempts=_attempts(planned, locale),
        steps_done=_steps_done(planned, locale),
        rating=_rating(planned, locale),
        amounts=_amounts(planned, locale),
        at_target=_at_target(planned, locale),
    )


def _attempts(planned: PlannedGoal, locale: str) -> Answer:
    """Return how often somebody went for a step."""
    if not planned.attempts:
        return NotEnoughData(name="attempts", needed=1, have=0)
    outcomes = [recorded.event.outcome for recorded in planned.attempts]
    counts = {outcome: outcomes.count(outcome) for outcome in Outcome}
    return _explained(
        "attempts",
        len(outcomes),
        planned.attempts,
        locale=locale,
        variant="count of attempts, every outcome",
        inputs=tuple(float(count) for count in counts.values()),
        count=str(len(outcomes)),
        done=str(counts[Outcome.DONE]),
        partly=str(counts[Outcome.PARTLY]),
        tried=str(counts[Outcome.TRIED]),
    )


def _steps_done(planned: PlannedGoal, locale: str) -> Answer:
    """Return how many steps of the plan have been done."""
    if not len(planned.steps):
        sentence = say("cannot.no_steps", locale=locale)
        return NotComputable(name="steps_done", because=sentence)
    done = [each for each in planned.attempts if each.event.outcome is Outcome.DONE]
    return _explained(
        "steps_done",
        len(planned.done),
        done,
        locale=locale,
        variant="steps done at least once, of all steps",
        inputs=(float(len(planned.done)), float(len(planned.steps))),
        done=str(len(planned.done)),
        steps=str(len(planned.steps)),
    )


def _rating(planned: PlannedGoal, locale: str) -> Answer:
    """Return last minus first of the person's own ratings."""
    ratings = _by_day(planned.ratings)
    if len(ratings) < _FOR_RATING:
        return NotEnoughData(name="rating", needed=_FOR_RATING, have=len(ratings))
    first, last = ratings[0].event.rating, ratings[-1].event.rating
    moved = "same" if last == first else "lower" if last < first else "higher"
    return _explained(
        "rating",
        last - first,
        ratings,
        locale=locale,
        wording=f"rating.{moved}",
        variant="last minus first",
        inputs=tuple(float(each.event.rating) for each in ratings),
        first=str(first),
        last=str(last),
        by=str(abs(last - first)),
    )


def _amounts(planned: PlannedGoal, locale: str) -> tuple[Trajectory, ...]:
    """Return what was measured for the goal, a trajectory for each measure."""
    return _trajectories(planned.readings, {}, locale)


def _at_target(planned: PlannedGoal, locale: str) -> Answer:
    """Return how many readings met the target in force on their own day."""
    aimed = [
        (each, target.is_met_by(each.event.reading.amount))
        for each in _by_day(planned.readings)
        if (target := planned.target_on(each.event.reading.on)) is not None
        and target.unit == each.event.reading.measure.unit
    ]
    if not aimed:
        return NotEnoughData(name="at_target", needed=1, have=0)
    met = sum(reached for _, reached in aimed)
    return _explained(
        "at_target",
        met,
        [each for each, _ in aimed],
        locale=locale,
        variant="the target in force on the day of each reading",
        inputs=tuple(each.event.reading.amount for each, _ in aimed),
        met=str(met),
        count=str(len(aimed)),
    )


def _scored(plan: CarePlan, known: dict[str, Instrument], locale: str) -> tuple[Trajectory, ...]:
    """Return a trajectory for each questionnaire that is known here."""
    by_code: dict[str, list[Recorded[ScoreRecorded]]] = {}
    for each in _by_day(plan.scores):
        if each.event.score.instrument in known and each.event.score.total is not None:
            by_code.setdefault(each.event.score.instrument, []).append(each)
    return tuple(
        of_series(_score_series(scores, known[code], locale)) for code, scores in by_code.items()
    )


def _score_series(
    scores: list[Recorded[ScoreRecorded]], instrument: Instrument, locale: str
) -> Series:
    """Return the totals of one questionnaire as a series."""
    whole = [
        (each, each.event.score.total) for each in scores if each.event.score.total is not None
    ]
    return Series(
        measure=instrument.measure,
        instrument=instrument,
        amounts=tuple(total for _, total in whole),
        days=tuple(each.event.stamp.day for each, _ in whole),
        entries=tuple(each.id for each, _ in whole),
        locale=locale,
    )


def _measured(plan: CarePlan, known: dict[str, Instrument], locale: str) -> tuple[Trajectory, ...]:
    """Return a trajectory for each measure that was read on its own."""
    instruments = {instrument.measure: instrument for instrument in known.values()}
    return _trajectories(plan.readings, instruments, locale)


def _trajectories(
    recorded: Iterable[Recorded[ReadingRecorded]],
    instruments: dict[Measure, Instrument],
    locale: str,
) -> tuple[Trajectory, ...]:
    """Return a trajectory for each measure, in the order of their first days."""
    by_measure: dict[Measure, list[Recorded[ReadingRecorded]]] = {}
    for each in _by_day(recorded):
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


def _by_day(recorded: Iterable[Recorded[FactT]]) -> list[Recorded[FactT]]:
    """Return recorded facts in the order of their local days, then of their records."""
    return sorted(recorded, key=lambda each: (_day_of(each.event), each.version))


def _day_of(event: _Fact) -> date:
    """Return the local day on which a fact is true; a reading has its own."""
    return event.reading.on if isinstance(event, ReadingRecorded) else event.stamp.day


def _explained(  # noqa: PLR0913 - each is a part of one explanation
    name: str,
    value: float,
    behind: Sequence[Recorded[_Fact]],
    *,
    locale: str,
    variant: str,
    inputs: tuple[float, ...],
    wording: str | None = None,
    **blanks: str,
) -> Explained:
    """Return an explained number about a goal."""
    message = f"report.{wording or name}"
    return Explained(
        name=name,
        value=value,
        sentence=fill(message, blanks, locale=locale),
        for_clinician=fill(message, blanks, audience="clinician", locale=locale),
        rule=say(f"rule.{name}", locale=locale),
        variant=variant,
        source="own wording, not clinically reviewed",
        inputs=inputs,
        entries=tuple(each.id for each in behind),
    )
