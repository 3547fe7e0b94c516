"""Bridge from a care plan to numbers: three readings, side by side, never summed.

What was done, how the person rates the goal, and symptoms are three different
things, and there is no overall score. Every number goes by the local day on
which things happened, and names the records it rests on. A reading is held
against the target that was in force on its own day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, final

import attrs

from stepwell._fields import CODE
from stepwell._shown import Shown
from stepwell.goals import LifecycleStatus
from stepwell.instruments import PHQ9, Instrument
from stepwell.measures import Target
from stepwell.messages import fill, say
from stepwell.progress.explained import Answer, Explained, NotComputable, NotEnoughData
from stepwell.progress.gathering import (
    Fact,
    RaisedFlag,
    by_day,
    flags,
    measured,
    scored,
    trajectories,
)
from stepwell.progress.trajectories import Trajectory
from stepwell.steps import Outcome
from stepwell.story.careplan import CarePlan, PlannedGoal, Recorded
from stepwell.story.events import ReadingRecorded

__all__ = ["GoalProgress", "ProgressReport", "report"]

_FOR_RATING: Final = 2


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
    version
        The version of the plan it was made from; 0 where nothing is recorded.
    flags
        Every answer that asks for somebody's attention, whatever the total. An
        empty tuple is never a sign of safety.
    goals
        For each goal what was done and how it is rated. A goal that was written
        down by mistake is left out.
    symptoms
        A trajectory for each questionnaire or measure that stands alone.
    without_scale
        Codes of questionnaires that were answered and whose instrument was not
        given to :func:`report`: their scores are kept, and not shown.
    without_total
        Names of questionnaires with a score in which more is left blank than a
        total allows.
    unapplied, unread
        How many records no longer apply, and how many this version cannot
        read; they are kept, and no number rests on them.
    """

    version: int
    flags: tuple[RaisedFlag, ...] = ()
    goals: tuple[GoalProgress, ...]
    symptoms: tuple[Trajectory, ...]
    without_scale: tuple[str, ...] = attrs.field(default=(), metadata=CODE)
    without_total: tuple[str, ...] = attrs.field(default=(), metadata=CODE)
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
        version=plan.version,
        flags=flags(plan, known),
        goals=tuple(_goal(planned, locale) for planned in plan.goals if _is_meant(planned)),
        symptoms=(*scored(plan, known, locale), *measured(plan, known, locale)),
        without_scale=_once(code for code, _ in _totals(plan) if code not in known),
        without_total=_once(
            known[code].name for code, total in _totals(plan) if code in known and total is None
        ),
        unapplied=len(plan.unapplied),
        unread=len(plan.unread),
    )


def _is_meant(planned: PlannedGoal) -> bool:
    """Say whether a goal was meant to be in the plan at all."""
    return planned.goal.lifecycle is not LifecycleStatus.ENTERED_IN_ERROR


def _totals(plan: CarePlan) -> list[tuple[str, float | None]]:
    """Return the code and the total of every score."""
    return [(each.event.score.instrument, each.event.score.total) for each in plan.scores]


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, in the order in which they come."""
    return tuple(dict.fromkeys(names))


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
    parts = (
        say(f"report.outcome.{outcome}", locale=locale, count=str(count))
        for outcome, count in counts.items()
        if count
    )
    return _explained(
        "attempts",
        len(outcomes),
        planned.attempts,
        locale=locale,
        variant="count of attempts, every outcome",
        inputs=tuple(float(count) for count in counts.values()),
        count=str(len(outcomes)),
        parts=", ".join(parts),
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
    ratings = by_day(planned.ratings)
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
    return trajectories(planned.readings, {}, locale)


def _at_target(planned: PlannedGoal, locale: str) -> Answer:
    """Return how many readings met the target in force on their own day."""
    aimed = [
        (each, target)
        for each in by_day(planned.readings)
        if (target := _aim(planned, each)) is not None
    ]
    if not aimed:
        return NotEnoughData(name="at_target", needed=1, have=0)
    met = sum(target.is_met_by(each.event.reading.amount) for each, target in aimed)
    return _explained(
        "at_target",
        met,
        [each for each, _ in aimed],
        locale=locale,
        variant="the target in force on the day of each reading",
        inputs=tuple(each.event.reading.amount for each, _ in aimed),
        days=tuple(each.event.reading.on for each, _ in aimed),
        targets=tuple(target for _, target in aimed),
        met=str(met),
        count=str(len(aimed)),
    )


def _aim(planned: PlannedGoal, recorded: Recorded[ReadingRecorded]) -> Target | None:
    """Return the target a reading is held against; none where it is of another measure."""
    reading = recorded.event.reading
    target = planned.target_on(reading.on)
    if target is None or target.unit != reading.measure.unit:
        return None
    return target if planned.goal.measure in {None, reading.measure} else None


def _explained(  # noqa: PLR0913 - each is a part of one explanation
    name: str,
    value: float,
    behind: Sequence[Recorded[Fact]],
    *,
    locale: str,
    variant: str,
    inputs: tuple[float, ...],
    days: tuple[date, ...] = (),
    targets: tuple[Target, ...] = (),
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
        days=days,
        targets=targets,
        entries=tuple(each.id for each in behind),
    )
