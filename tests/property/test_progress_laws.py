"""Laws of progress: what was done stays done, whatever is wanted later."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from stepwell.goals import Goal
from stepwell.instruments import PHQ9
from stepwell.kindness import check_kind
from stepwell.measures import Measure, Reading, Target
from stepwell.progress import (
    Answer,
    Explained,
    GoalProgress,
    NotComputable,
    NotEnoughData,
    report,
    trajectory,
)
from stepwell.story import (
    CarePlan,
    Event,
    GoalAdded,
    ReadingRecorded,
    Recorded,
    Stamp,
    TargetRevised,
    replay,
)
from tests.story_strategies import stories
from tests.strategies import amounts, targets

DAYS = st.dates(date(2027, 1, 1), date(2027, 1, 20))
ENDS = st.integers(0, 30).map(float)
AIMS = targets(unit="minutes", ends=ENDS)
WALK = Measure("walking", unit="minutes", direction="maintain")
TOTALS = st.lists(st.integers(0, 27), max_size=12)
OPPOSITE = {"improved": "deteriorated", "deteriorated": "improved", "unchanged": "unchanged"}
NEEDED = {"change": 2, "reliable": 2, "response": 2, "band": 1, "trend": 3}


def stamp(day: date) -> Stamp:
    """Return a stamp of a day."""
    return Stamp(by="p", at=datetime(2027, 2, 1, tzinfo=UTC), day=day, zone="UTC")


def revised(day: date, target: Target) -> TargetRevised:
    """Return that the goal has another target from a day on."""
    return TargetRevised(goal_id="g", target=target, stamp=stamp(day))


def read(day: date, amount: float) -> ReadingRecorded:
    """Return that somebody walked this much on a day."""
    reading = Reading(amount, measure=WALK, on=day)
    return ReadingRecorded(reading=reading, goal_id="g", stamp=stamp(day))


def plan(events: list[Event]) -> CarePlan:
    """Return what a goal and these events add up to."""
    added = GoalAdded(goal_id="g", goal=Goal("Walk"), stamp=stamp(date(2026, 12, 31)))
    at = datetime(2027, 2, 1, tzinfo=UTC)
    return replay(
        Recorded(id=f"r{version}", version=version, recorded_at=at, event=event)
        for version, event in enumerate([added, *events], start=1)
    )


def progress(events: list[Event]) -> GoalProgress:
    """Return the progress of the one goal."""
    return report(plan(events)).goals[0]


def said(answer: Answer) -> tuple[object, ...]:
    """Return an answer without the ids of its records."""
    if isinstance(answer, Explained):
        return answer.value, answer.inputs, answer.sentence
    return (answer,)


REVISIONS = st.lists(st.builds(revised, DAYS, AIMS), max_size=4)
READ = st.lists(st.builds(read, DAYS, ENDS), max_size=8)


class TestTargets:
    """Each reading is held against the target of its own day."""

    @given(REVISIONS, READ, DAYS, AIMS, st.data())
    def test_a_revision_leaves_the_days_before_it_alone(
        self,
        revisions: list[TargetRevised],
        readings: list[ReadingRecorded],
        since: date,
        target: Target,
        data: st.DataObject,
    ) -> None:
        """Whether it is recorded early or late, and for a day long gone or yet to come."""
        before = [each for each in readings if each.reading.on < since]
        story: list[Event] = [*revisions, *before]
        place = data.draw(st.integers(0, len(story)))
        longer = [*story[:place], revised(since, target), *story[place:]]

        assert said(progress(story).at_target) == said(progress(longer).at_target)

    @given(REVISIONS, DAYS, AIMS, DAYS)
    def test_from_its_day_on_the_last_record_holds(
        self, revisions: list[TargetRevised], since: date, target: Target, day: date
    ) -> None:
        """Until the day of another one; before it nothing changes."""
        earlier = plan([*revisions]).goals[0].target_on(day)
        now = plan([*revisions, revised(since, target)]).goals[0].target_on(day)
        later = any(since < each.stamp.day <= day for each in revisions)

        assert now == (target if since <= day and not later else earlier)

    @given(REVISIONS, READ)
    def test_met_is_counted_one_by_one(
        self, revisions: list[TargetRevised], readings: list[ReadingRecorded]
    ) -> None:
        """The count is what each reading says alone, in any order of recording."""
        together = progress([*revisions, *readings]).at_target
        alone = [progress([*revisions, each]).at_target for each in readings]
        met = [each.value for each in alone if isinstance(each, Explained)]

        assert (sum(met) if met else None) == (  # type: ignore[arg-type]
            together.value if isinstance(together, Explained) else None
        )
        assert said(together)[:1] == said(progress([*readings, *revisions]).at_target)[:1]


class TestTrajectory:
    """Numbers follow from the scores alone."""

    @given(TOTALS)
    def test_change_is_last_minus_first(self, totals: list[int]) -> None:
        """Whatever lies between."""
        answer = trajectory(totals, PHQ9).change

        if isinstance(answer, Explained):
            assert totals[-1] - totals[0] == answer.value
        else:
            assert len(totals) < 2

    @given(TOTALS)
    def test_too_few_is_told_by_number(self, totals: list[int]) -> None:
        """Exactly below the minimum of each question."""
        for answer in trajectory(totals, PHQ9).answers:
            missing = NotEnoughData(name=answer.name, needed=NEEDED[answer.name], have=len(totals))
            assert (answer == missing) == (len(totals) < NEEDED[answer.name])

    @given(TOTALS)
    def test_the_way_back_is_the_opposite(self, totals: list[int]) -> None:
        """Improved forwards is deteriorated backwards, and slopes turn round."""
        there, back = trajectory(totals, PHQ9), trajectory(reversed(totals), PHQ9)

        for one, other in ((there.reliable, back.reliable), (there.trend, back.trend)):
            if isinstance(one, Explained) and isinstance(other, Explained):
                turned = OPPOSITE[one.value] if isinstance(one.value, str) else -one.value
                assert turned == other.value

    @given(TOTALS)
    def test_sentences_are_kind(self, totals: list[int]) -> None:
        """For the person, whatever the numbers are."""
        for answer in trajectory(totals, PHQ9).answers:
            if isinstance(answer, Explained):
                assert () == tuple(check_kind(answer.sentence))
                assert () == tuple(check_kind(answer.rule))

    @example([Decimal("0.000001"), Decimal(10**6), Decimal("0.000002")])
    @given(st.lists(st.decimals(-(10**6), 10**6, places=6), min_size=2, max_size=6))
    def test_what_is_shown_of_a_change_adds_up(self, numbers: list[Decimal]) -> None:
        """First, last and the difference agree to the last digit, and tell every change."""
        answer = trajectory(list(map(float, numbers)), WALK).change
        assert isinstance(answer, Explained)
        shown = [Decimal(each) for each in re.findall(r"-?\d+(?:\.\d+)?", answer.sentence)]

        if numbers[0] == numbers[-1]:
            assert 1 == len(shown)
        else:
            assert shown[2] == abs(shown[1] - shown[0])
            assert (shown[1] > shown[0]) == (numbers[-1] > numbers[0])

    @given(st.lists(amounts(), max_size=6))
    def test_any_numbers_on_any_scale(self, numbers: list[float]) -> None:
        """Have a trajectory, and every question has an answer."""
        answers = trajectory(numbers, WALK).answers

        assert list(NEEDED) == [answer.name for answer in answers]


@given(stories())
def test_every_number_names_records_that_are_there(
    story: tuple[Recorded[Event], ...],
) -> None:
    """Of any story, and as many as it was worked out from."""
    shown = report(replay(story))
    ids = {each.id for each in story}
    answers = [
        answer
        for goal in shown.goals
        for answer in (
            *goal.done,
            goal.rating,
            *(each for shape in goal.amounts for each in shape.answers),
        )
    ]
    answers += [answer for each in shown.symptoms for answer in each.answers]

    for answer in answers:
        if isinstance(answer, Explained):
            assert ids >= set(answer.entries)
            assert answer.entries or answer.name == "steps_done"
        elif isinstance(answer, NotEnoughData):
            assert answer.have < answer.needed
        else:
            assert isinstance(answer, NotComputable)
            assert answer.because
