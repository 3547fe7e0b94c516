"""Three readings stand side by side, and each number names the records it rests on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import attrs

from stepwell.goals import Goal, LifecycleStatus
from stepwell.instruments import PHQ9, Instrument
from stepwell.measures import Measure, Reading, Target, at_least, at_most
from stepwell.progress import (
    Answer,
    Explained,
    GoalProgress,
    NotComputable,
    NotEnoughData,
    ProgressReport,
    RaisedFlag,
    report,
)
from stepwell.steps import Outcome, StepPlan
from stepwell.story import (
    CarePlan,
    Event,
    GoalAdded,
    GoalRated,
    LifecycleChanged,
    ReadingRecorded,
    Recorded,
    ScoreRecorded,
    Stamp,
    StepRecorded,
    TargetRevised,
    UnknownEvent,
    replay,
)
from tests.second_language import spoken, unheard

FIRST = date(2027, 1, 4)
WALK = Measure("walking", unit="minutes", direction="increase", low=0)
HOURS = Measure("walking", unit="hours", direction="increase", low=0)
MOOD = Measure("mood", unit="points", direction="increase", low=0, high=10)
SLEEP = Instrument(
    code="sleep3",
    name="Three sleep questions",
    n_items=3,
    item_low=0,
    item_high=4,
    direction="decrease",
    source="our clinic",
)


def on(week: int) -> Stamp:
    """Return a stamp of the first day of a week, counted from 0."""
    day = FIRST + timedelta(weeks=week)
    return Stamp(by="p", at=datetime(2027, 6, 1, tzinfo=UTC), day=day, zone="UTC")


def added(target: Target | None = None, *, steps: tuple[str, ...] = (), week: int = 0) -> GoalAdded:
    """Return that somebody set the goal to walk."""
    goal = Goal("Walk", measure=WALK, target=target)
    return GoalAdded(goal_id="walk", goal=goal, steps=StepPlan.of(*steps), stamp=on(week))


def walked(
    amount: float, week: int, *, measure: Measure = WALK, goal_id: str | None = "walk"
) -> ReadingRecorded:
    """Return that somebody walked this much in a week."""
    reading = Reading(amount, measure=measure, on=FIRST + timedelta(weeks=week))
    return ReadingRecorded(reading=reading, goal_id=goal_id, stamp=on(week))


def went(step: int, outcome: Outcome, week: int = 1) -> StepRecorded:
    """Return what came of a step."""
    return StepRecorded(goal_id="walk", step_id=f"step-{step}", outcome=outcome, stamp=on(week))


def rated(rating: int, week: int) -> GoalRated:
    """Return how near the goal feels."""
    return GoalRated(goal_id="walk", rating=rating, stamp=on(week))


def scored(total: int | None, week: int, *, instrument: Instrument = PHQ9) -> ScoreRecorded:
    """Return an answered questionnaire with this total, or with none."""
    answers: list[int | None] = [None] * instrument.n_items
    if total is not None:
        high = instrument.item_high
        answers = [min(high, max(0, total - high * at)) for at in range(instrument.n_items)]
    return ScoreRecorded(score=instrument.score(answers), stamp=on(week))


def plan(*events: Event) -> CarePlan:
    """Return what these events add up to, in the order in which they were recorded."""
    at = datetime(2027, 6, 1, tzinfo=UTC)
    return replay(
        Recorded(id=f"r{version}", version=version, recorded_at=at, event=event)
        for version, event in enumerate(events, start=1)
    )


def of_goal(*events: Event) -> GoalProgress:
    """Return the readings of the one goal."""
    (progress,) = report(plan(*events)).goals
    return progress


def explained(answer: Answer | None) -> Explained:
    """Return an answer that has a number."""
    assert isinstance(answer, Explained)
    return answer


class TestDone:
    """What was done."""

    def test_every_attempt_counts(self) -> None:
        """Done, in part, or tried; and they are told apart."""
        answer = explained(
            of_goal(
                added(steps=("a", "b")),
                went(1, Outcome.TRIED),
                went(1, Outcome.PARTLY),
                went(1, Outcome.DONE),
                went(1, Outcome.DONE),
            ).attempts
        )

        assert (4, (2, 1, 1)) == (answer.value, answer.inputs)
        assert ("r2", "r3", "r4", "r5") == answer.entries
        assert "Times you went for it: 4 (2 done, 1 in part, 1 tried)." == answer.sentence

    def test_zeros_are_not_said_aloud(self) -> None:
        """One try is one try; the clinician reads all three."""
        answer = explained(of_goal(added(steps=("a",)), went(1, Outcome.TRIED)).attempts)

        assert "Times you went for it: 1 (1 tried)." == answer.sentence
        assert "Attempts recorded: 1 (0 done, 0 partly, 1 tried)." == answer.for_clinician

    def test_a_step_is_done_once(self) -> None:
        """However often; trying is no less than it is."""
        answer = explained(
            of_goal(
                added(steps=("a", "b")),
                went(1, Outcome.DONE),
                went(1, Outcome.DONE),
                went(2, Outcome.TRIED),
            ).steps_done
        )

        assert (1, (1, 2), ("r2", "r3")) == (answer.value, answer.inputs, answer.entries)

    def test_no_attempts_yet(self) -> None:
        """Not enough, which is not 0."""
        shown = of_goal(added(steps=("a",)))

        assert NotEnoughData(name="attempts", needed=1, have=0) == shown.attempts
        assert 0 == explained(shown.steps_done).value

    def test_a_goal_without_steps_has_no_share_of_them(self) -> None:
        """And that is fine."""
        assert isinstance(of_goal(added()).steps_done, NotComputable)


class TestRated:
    """How near it feels."""

    def test_last_minus_first(self) -> None:
        """By the days for which they are true, not in the order of writing."""
        answer = explained(of_goal(added(), rated(6, 8), rated(2, 0), rated(4, 4)).rating)

        assert (4, (2, 4, 6)) == (answer.value, answer.inputs)
        assert ("r3", "r4", "r2") == answer.entries
        assert "How near it feels: 2 at the start, 6 now, 4 nearer." == answer.sentence

    def test_lower_and_the_same_are_told_plainly(self) -> None:
        """A fall is not held against anybody."""
        lower = explained(of_goal(added(), rated(6, 0), rated(5, 1)).rating)
        same = explained(of_goal(added(), rated(6, 0), rated(6, 1)).rating)

        assert (-1, 0) == (lower.value, same.value)
        assert "How near it feels: 6 at the start, 5 now." == lower.sentence
        assert "How near it feels: 6, the same as at the start." == same.sentence

    def test_on_one_day_the_later_record_is_the_last(self) -> None:
        """Somebody may change their mind by the evening."""
        assert 3 == explained(of_goal(added(), rated(2, 0), rated(5, 0)).rating).value

    def test_one_rating_is_not_enough(self) -> None:
        """It takes two to see a way."""
        shown = [of_goal(added(), *(rated(5, week) for week in range(have))) for have in (0, 1)]

        assert [
            NotEnoughData(name="rating", needed=2, have=0),
            NotEnoughData(name="rating", needed=2, have=1),
        ] == [each.rating for each in shown]


class TestAtTarget:
    """A reading is held against the target of its own day."""

    def test_easing_changes_nothing_before_its_day(self) -> None:
        """Ten minutes missed twenty in week 1, and meet ten from week 3 on."""
        eased = TargetRevised(goal_id="walk", target=at_least(10, "minutes"), stamp=on(3))
        answer = explained(
            of_goal(
                added(at_least(20, "minutes")),
                *(walked(10, week) for week in (1, 2)),
                eased,
                *(walked(10, week) for week in (3, 4)),
            ).at_target
        )

        twenty, ten = at_least(20, "minutes"), at_least(10, "minutes")
        assert (2, (10, 10, 10, 10)) == (answer.value, answer.inputs)
        assert (twenty, twenty, ten, ten) == answer.targets
        assert tuple(FIRST + timedelta(weeks=week) for week in (1, 2, 3, 4)) == answer.days
        assert "10 (2027-01-11; at least 20 minutes), 10 (2027-01-18;" in " ".join(
            str(answer).split()
        )
        assert "Readings that reached the target of their day: 2 of 4." == answer.sentence

    def test_a_later_record_may_speak_of_an_earlier_day(self) -> None:
        """What was noted down late still counts for its own day."""
        eased = TargetRevised(goal_id="walk", target=at_least(10, "minutes"), stamp=on(3))
        answer = explained(
            of_goal(added(at_least(20, "minutes")), eased, walked(10, 4), walked(10, 1)).at_target
        )

        assert (1, ("r4", "r3")) == (answer.value, answer.entries)

    def test_without_a_target_nothing_is_met_or_missed(self) -> None:
        """Readings before the goal was set, or of a goal without a number."""
        shown = [
            of_goal(added(), walked(10, 1)),
            of_goal(added(at_least(5, "minutes"), week=2), walked(10, 1)),
            of_goal(added(at_least(5, "minutes"))),
        ]

        assert [NotEnoughData(name="at_target", needed=1, have=0)] * 3 == [
            each.at_target for each in shown
        ]

    def test_another_measure_is_not_held_against_it(self) -> None:
        """Two points of mood are not two points of a questionnaire."""
        told = plan(
            GoalAdded(
                goal_id="walk",
                goal=Goal("Feel lighter", measure=PHQ9.measure, target=at_most(9, "points")),
                stamp=on(0),
            ),
            walked(2, 1, measure=MOOD),
            walked(12, 2, measure=PHQ9.measure),
        )
        answer = explained(report(told).goals[0].at_target)

        assert (0, (12,), ("r3",)) == (answer.value, answer.inputs, answer.entries)

    def test_without_a_measure_the_unit_decides(self) -> None:
        """A goal that has only a target takes every number in its unit."""
        told = plan(
            GoalAdded(
                goal_id="walk", goal=Goal("Walk", target=at_least(5, "minutes")), stamp=on(0)
            ),
            walked(6, 1),
            walked(1, 2, measure=HOURS),
        )

        assert (6,) == explained(report(told).goals[0].at_target).inputs

    def test_another_unit_is_not_held_against_it(self) -> None:
        """Nothing is converted."""
        answer = of_goal(added(at_least(1, "minutes")), walked(2, 1, measure=HOURS)).at_target

        assert NotEnoughData(name="at_target", needed=1, have=0) == answer


class TestAmounts:
    """What was measured for the goal itself."""

    def test_they_run_by_their_days(self) -> None:
        """However they were recorded."""
        (amounts,) = of_goal(added(), walked(15, 2), walked(5, 0), walked(10, 1)).amounts

        assert (5, 10, 15) == amounts.series.amounts
        assert ("r3", "r4", "r2") == amounts.series.entries
        assert 5 == explained(amounts.trend).value

    def test_a_reading_has_a_day_of_its_own(self) -> None:
        """Which need not be the day of its stamp."""
        late = ReadingRecorded(
            reading=Reading(5, measure=WALK, on=FIRST), goal_id="walk", stamp=on(9)
        )
        (amounts,) = of_goal(added(), walked(10, 1), late).amounts

        assert (5, 10) == amounts.series.amounts

    def test_one_scale_at_a_time(self) -> None:
        """Each measure has a trajectory of its own, and no reading is left out."""
        shown = of_goal(added(), walked(5, 0), walked(1, 1, measure=HOURS)).amounts

        assert [(WALK, (5,)), (HOURS, (1,))] == [
            (each.series.measure, each.series.amounts) for each in shown
        ]

    def test_nothing_measured(self) -> None:
        """Is not a series of nothing."""
        assert () == of_goal(added()).amounts


class TestSymptoms:
    """Questionnaires and measures that stand alone."""

    def test_totals_run_by_their_days(self) -> None:
        """With the records behind them; one without a total stays out."""
        (symptoms,) = report(plan(scored(12, 2), scored(None, 1), scored(18, 0))).symptoms

        assert (PHQ9, (18, 12)) == (symptoms.series.instrument, symptoms.series.amounts)
        assert ("r3", "r1") == explained(symptoms.reliable).entries
        assert ("improved", -6) == (
            explained(symptoms.reliable).value,
            explained(symptoms.change).value,
        )

    def test_a_score_without_a_total_is_named(self) -> None:
        """Once for each questionnaire."""
        told = plan(scored(None, 0), scored(None, 1), scored(6, 2, instrument=SLEEP))

        assert ("PHQ-9",) == report(told).without_total

    def test_without_any_total_there_is_no_series(self) -> None:
        """A questionnaire left blank each time is named, and nothing is drawn of it."""
        shown = report(plan(scored(None, 0), scored(None, 1)))

        assert ((), ("PHQ-9",)) == (shown.symptoms, shown.without_total)

    def test_a_prorated_total_says_what_was_left_blank(self) -> None:
        """In the series, and in every number that rests on it."""
        blank = ScoreRecorded(score=PHQ9.score([2, 2, 1, 1, 1, 1, 1, 0, None]), stamp=on(1))
        (symptoms,) = report(plan(scored(18, 0), blank)).symptoms
        change = explained(symptoms.change)

        assert ((18, 10.125), (0, 1)) == (symptoms.series.amounts, symptoms.series.missing)
        assert "PHQ-9: 18 at the start, 10.125 now, 7.875 lower." == change.sentence
        assert "last minus first; totals with blank items are prorated" == change.variant

    def test_a_flag_of_an_item_is_told(self) -> None:
        """Whatever the total, and also where there is none."""
        told = plan(
            ScoreRecorded(score=PHQ9.score([None] * 8 + [2]), stamp=on(2)),
            ScoreRecorded(score=PHQ9.score([0] * 8 + [1]), stamp=on(1)),
            scored(6, 1),
        )
        expected = (
            RaisedFlag(flag="item9", name="PHQ-9", on=FIRST + timedelta(weeks=1), entry="r2"),
            RaisedFlag(flag="item9", name="PHQ-9", on=FIRST + timedelta(weeks=2), entry="r1"),
        )

        assert expected == report(told).flags
        assert "phq9" == report(told, instruments=()).flags[0].name

    def test_a_questionnaire_without_its_scale_is_named(self) -> None:
        """Once, and given the scale it is shown."""
        told = plan(*(scored(6, week, instrument=SLEEP) for week in (0, 1)))
        without, given = report(told), report(told, instruments=[SLEEP])

        assert ((), ("sleep3",)) == (without.symptoms, without.without_scale)
        assert (1, ()) == (len(given.symptoms), given.without_scale)

    def test_a_reading_that_stands_alone(self) -> None:
        """Is a series by its measure; of a questionnaire's total, with its rules."""
        mood = MOOD
        told = plan(
            walked(7, 0, measure=mood, goal_id=None),
            walked(18, 0, measure=PHQ9.measure, goal_id=None),
            walked(8, 1, measure=mood, goal_id=None),
        )
        first, second = report(told).symptoms

        assert (mood, None, (7, 8)) == (
            first.series.measure,
            first.series.instrument,
            first.series.amounts,
        )
        assert PHQ9 == second.series.instrument


class TestWhole:
    """Everything side by side."""

    def test_the_three_readings_are_never_summed(self) -> None:
        """There is no number over all."""
        fields = {each.name for each in attrs.fields(ProgressReport)}

        assert {
            "version",
            "flags",
            "goals",
            "symptoms",
            "without_scale",
            "without_total",
            "unapplied",
            "unread",
        } == fields

    def test_the_version_of_the_plan_is_told(self) -> None:
        """So that a report of nothing is told from one with nothing to show."""
        assert (0, 2) == (report(CarePlan()).version, report(plan(added(), scored(6, 1))).version)

    def test_a_goal_written_down_by_mistake_is_left_out(self) -> None:
        """Its numbers are nobody's."""
        mistake = LifecycleChanged(
            goal_id="walk", lifecycle=LifecycleStatus.ENTERED_IN_ERROR, stamp=on(2)
        )

        assert () == report(plan(added(), walked(10, 1), mistake)).goals

    def test_what_no_number_rests_on_is_counted(self) -> None:
        """An event for a goal that is not there, and one of tomorrow's kinds."""
        unknown = UnknownEvent(kind="mood_noted", schema=1, body="{}", problem="kind unknown")
        shown = report(plan(rated(3, 0), unknown, unknown))

        assert ((), 1, 2) == (shown.goals, shown.unapplied, shown.unread)

    def test_the_life_cycle_is_told(self) -> None:
        """A goal that rests keeps its facts."""
        rests = LifecycleChanged(goal_id="walk", lifecycle=LifecycleStatus.ON_HOLD, stamp=on(2))
        shown = of_goal(added(), walked(10, 1), rests)

        assert LifecycleStatus.ON_HOLD is shown.lifecycle
        assert 1 == len(shown.amounts)

    def test_what_was_done_comes_first(self) -> None:
        """Attempts, steps, and readings at the target."""
        shown = of_goal(added())

        assert (shown.attempts, shown.steps_done, shown.at_target) == shown.done

    def test_a_plan_in_another_order_reads_the_same(self) -> None:
        """What is true on one day stands in the order of its records, however it was kept."""
        told = plan(*(scored(total, 1) for total in (18, 9, 14)), scored(5, 0))
        turned = attrs.evolve(told, scores=told.scores[::-1])

        assert ("r4", "r1", "r2", "r3") == explained(report(turned).symptoms[0].change).entries
        assert report(told) == report(turned)

    def test_every_sentence_is_in_the_language_that_was_asked_for(self) -> None:
        """Of a goal, of what was read under it and by itself, and of a questionnaire."""
        mood = walked(3, 1, measure=MOOD, goal_id=None)
        told = plan(added(), went(1, Outcome.DONE), walked(5, 1), mood, scored(9, 1))
        with spoken() as locale:
            shown = report(told, locale=locale)
        series = (*shown.goals[0].amounts, *shown.symptoms)
        answers = [*shown.goals[0].done, *(each for one in series for each in one.answers)]
        said = [each for each in answers if not isinstance(each, NotEnoughData)]

        assert 3 == len(series)
        assert [] == unheard(*said)
