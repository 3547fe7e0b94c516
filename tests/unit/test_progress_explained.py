"""A number tells everything it rests on, so that nobody has to take it on trust."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest

from stepwell.goals import Goal
from stepwell.instruments import PHQ9, Instrument
from stepwell.measures import Measure, Reading, at_least
from stepwell.messages import fill, say
from stepwell.progress import GoalProgress, NotComputable, ProgressReport, report, trajectory
from stepwell.steps import StepPlan
from stepwell.story import (
    Event,
    GoalAdded,
    GoalRated,
    ReadingRecorded,
    Recorded,
    ScoreRecorded,
    Stamp,
    StepRecorded,
    replay,
)

FIRST = date(2027, 1, 4)
NOON = datetime(2027, 6, 1, 12, tzinfo=UTC)
STAMP = Stamp(by="p", at=NOON, day=FIRST, zone="UTC")
WALK = Measure("walking", unit="minutes", direction="increase", low=0)
MOOD = Measure("mood", unit="points", direction="decrease", low=0, high=10)
TOTALS = (18, 13, 8)
FALL = "response as a fall of 50 % or more: coley-2020"
PARTS = ", ".join(say(f"report.outcome.{each}", count="1") for each in ("done", "tried"))
SLOPE = "Theil-Sen slope: the median of all pairwise slopes"


def week(number: int) -> date:
    """Return the first day of a week, counted from 0."""
    return FIRST + timedelta(weeks=number)


def reported(*events: Event) -> ProgressReport:
    """Return the report on these events, in the order in which they were recorded."""
    return report(
        replay(
            Recorded(id=f"r{at}", version=at, recorded_at=NOON, event=event)
            for at, event in enumerate(events, start=1)
        )
    )


def walking() -> GoalProgress:
    """Return the readings of a goal for which a little of everything was recorded."""
    goal = Goal("Walk", measure=WALK, target=at_least(10, "minutes"))
    added = GoalAdded(goal_id="g", goal=goal, steps=StepPlan.of("a", "b"), stamp=STAMP)
    done = StepRecorded(goal_id="g", step_id="step-1", outcome="done", stamp=STAMP)
    tried = StepRecorded(goal_id="g", step_id="step-2", outcome="tried", stamp=STAMP)
    rated = [GoalRated(goal_id="g", rating=rating, stamp=STAMP) for rating in (6, 5)]
    walked = [
        ReadingRecorded(
            reading=Reading(amount, measure=WALK, on=week(at)), goal_id="g", stamp=STAMP
        )
        for at, amount in enumerate((5, 15))
    ]
    return reported(added, done, tried, *rated, *walked).goals[0]


@pytest.mark.parametrize(
    ("name", "value", "wording", "variant", "source", "inputs", "blanks"),
    [
        (
            "change",
            -10,
            "change.lower",
            "last minus first",
            "arithmetic",
            (18, 8),
            {"first": "18", "last": "8", "by": "10"},
        ),
        (
            "reliable",
            "improved",
            "reliable.improved",
            "a fixed threshold of 6 points or more",
            PHQ9.source,
            (18, 8, 6),
            {"change": "-10", "threshold": "6"},
        ),
        (
            "response",
            True,
            "response.share",
            "last at most 50 % of first",
            FALL,
            (18, 8),
            {"percent": "44"},
        ),
        (
            "band",
            "mild",
            "band",
            "bands of the instrument",
            PHQ9.source,
            (8,),
            {"last": "8", "low": "0", "high": "27", "band": "mild"},
        ),
        (
            "trend",
            -5,
            "trend.down.readings",
            SLOPE,
            "theil-1950; sen-1968",
            TOTALS,
            {"slope": "5"},
        ),
    ],
    ids=["change", "reliable", "response", "band", "trend"],
)
def test_a_number_of_a_series(  # noqa: PLR0913, PLR0917 - one for each part of an explanation
    name: str,
    value: float | str,
    wording: str,
    variant: str,
    source: str,
    inputs: tuple[float, ...],
    blanks: dict[str, str],
) -> None:
    """Its name, both wordings, rule, variant, source, and what it was computed from."""
    message, texts = f"trajectory.{wording}", {"name": "PHQ-9", "count": "3", **blanks}
    told: Any = getattr(trajectory(TOTALS, PHQ9), name)

    assert (name, value, variant, source, inputs) == (
        told.name,
        told.value,
        told.variant,
        told.source,
        told.inputs,
    )
    assert (
        fill(message, texts),
        fill(message, texts, audience="clinician"),
        say(f"rule.{name}"),
    ) == (told.sentence, told.for_clinician, told.rule)


@pytest.mark.parametrize(
    ("name", "wording", "variant", "blanks"),
    [
        (
            "attempts",
            "attempts",
            "count of attempts, every outcome",
            {"count": "2", "parts": PARTS, "done": "1", "partly": "0", "tried": "1"},
        ),
        (
            "steps_done",
            "steps_done",
            "steps done at least once, of all steps",
            {"done": "1", "steps": "2"},
        ),
        ("rating", "rating.lower", "last minus first", {"first": "6", "last": "5", "by": "1"}),
        (
            "at_target",
            "at_target",
            "the target in force on the day of each reading",
            {"met": "1", "count": "2"},
        ),
    ],
    ids=["attempts", "steps_done", "rating", "at_target"],
)
def test_a_number_of_a_goal(name: str, wording: str, variant: str, blanks: dict[str, str]) -> None:
    """Its name, both wordings, rule, variant, and that nobody has reviewed the wording."""
    message = f"report.{wording}"
    told: Any = getattr(walking(), name)

    assert (name, variant, "own wording, not clinically reviewed") == (
        told.name,
        told.variant,
        told.source,
    )
    assert (
        fill(message, blanks),
        fill(message, blanks, audience="clinician"),
        say(f"rule.{name}"),
    ) == (told.sentence, told.for_clinician, told.rule)


def test_the_goal_is_named() -> None:
    """By its id, and in the person's own words."""
    told = walking()

    assert ("g", "Walk") == (told.goal_id, told.statement)


@pytest.mark.parametrize(
    ("scores", "scale", "name", "because"),
    [
        ([0, 0], PHQ9, "response", "no_share"),
        ([5, 4], MOOD, "response", "no_response"),
        ([5, 4], MOOD, "reliable", "no_threshold"),
        ([5, 4], MOOD, "band", "no_bands"),
        ([Reading(5, measure=MOOD, on=FIRST)] * 3, MOOD, "trend", "one_day"),
    ],
    ids=["share", "symptoms", "threshold", "bands", "one day"],
)
def test_what_has_no_meaning_says_why(
    scores: Any, scale: Instrument | Measure, name: str, because: str
) -> None:
    """Under the name that the number would have."""
    measure = scale.measure if isinstance(scale, Instrument) else scale
    expected = NotComputable(name=name, because=say(f"cannot.{because}", name=measure.name))

    assert expected == getattr(trajectory(scores, scale), name)


def test_below_the_lowest_band() -> None:
    """A total for which there is no name says so under the name of the band."""
    scale = attrs.evolve(PHQ9, bands=PHQ9.bands[1:])
    expected = NotComputable(name="band", because=say("cannot.no_bands", name="PHQ-9"))

    assert expected == trajectory([4], scale).band


def test_a_goal_without_steps_says_so() -> None:
    """Which is fine."""
    added = GoalAdded(goal_id="g", goal=Goal("Rest"), stamp=STAMP)
    expected = NotComputable(name="steps_done", because=say("cannot.no_steps"))

    assert expected == reported(added).goals[0].steps_done


def test_a_fall_from_one_is_a_share() -> None:
    """The lowest score above nothing can be halved too."""
    told: Any = trajectory([1, 0], PHQ9).response

    assert told.value is True


def test_a_slow_rise_is_a_rise() -> None:
    """Half a point from one reading to the next goes up."""
    told: Any = trajectory([3, 3.5, 4], MOOD).trend

    assert fill("trajectory.trend.up.readings", {"count": "3", "slope": "0.5"}) == told.sentence


def test_readings_of_a_questionnaire_keep_its_rules() -> None:
    """Its threshold and its bands hold for totals with a day as for plain ones."""
    readings = [
        Reading(total, measure=PHQ9.measure, on=week(at)) for at, total in enumerate(TOTALS)
    ]
    dated, plain = trajectory(readings, PHQ9), trajectory(TOTALS, PHQ9)
    values: list[Any] = [dated.reliable, dated.band, plain.reliable, plain.band]

    assert PHQ9 == dated.series.instrument
    assert ["improved", "mild"] * 2 == [each.value for each in values]


def test_scores_and_readings_bring_their_days() -> None:
    """A trend goes by the week where days are known, and they are."""
    scored = [
        ScoreRecorded(score=PHQ9.score([each] * 9), stamp=attrs.evolve(STAMP, day=week(at)))
        for at, each in enumerate((2, 1))
    ]
    walked = ReadingRecorded(reading=Reading(5, measure=WALK, on=week(3)), stamp=STAMP)
    symptoms = reported(*scored, walked).symptoms

    assert [(week(0), week(1)), (week(3),)] == [each.series.days for each in symptoms]
