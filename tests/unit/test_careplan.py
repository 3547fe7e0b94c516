"""A care plan is what the events add up to; what does not fit is kept, not raised on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from stepwell.errors import GoalCycle, NotFound
from stepwell.goals import AchievementStatus, Goal, LifecycleStatus
from stepwell.instruments import PHQ9
from stepwell.measures import Measure, Reading, Target, at_least, at_most
from stepwell.steps import StepPlan
from stepwell.story import (
    AchievementChanged,
    CarePlan,
    Event,
    GoalAdded,
    GoalPlaced,
    GoalRated,
    GoalStarred,
    LifecycleChanged,
    PlaceGoal,
    PlannedGoal,
    ReadingRecorded,
    Recorded,
    ScoreRecorded,
    Stamp,
    StepRecorded,
    TargetRevised,
    UnknownEvent,
    as_of,
    decide,
    evolve,
    replay,
)
from tests.refusals import broken

MONDAY = date(2027, 1, 4)
NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)
WALKING = Measure("walking", unit="minutes", direction="increase", low=0, high=120)
GOAL = Goal("Walk in the park", measure=WALKING, target=at_least(20, "minutes"))
ELSEWHERE = "elsewhere"


def stamp(days: int = 0) -> Stamp:
    """Return a stamp some days after Monday."""
    later = timedelta(days=days)
    return Stamp(by="p", at=NOON + later, day=MONDAY + later, zone="UTC")


def told(*events: Any) -> tuple[Recorded[Event], ...]:
    """Return events as a story, an hour apart."""
    return tuple(
        Recorded(id=f"r{at}", version=at, recorded_at=NOON + timedelta(hours=at), event=event)
        for at, event in enumerate(events, start=1)
    )


def added(goal_id: str = "g", part_of: str | None = None) -> GoalAdded:
    """Return the event that sets the goal."""
    steps = StepPlan.of("Shoes", "Walk")
    return GoalAdded(goal_id=goal_id, goal=GOAL, steps=steps, part_of=part_of, stamp=stamp())


def step(step_id: str, outcome: str = "done", goal_id: str = "g") -> StepRecorded:
    """Return an attempt at a step."""
    return StepRecorded(goal_id=goal_id, step_id=step_id, outcome=outcome, stamp=stamp())


def revised(target: Target, *, days: int = 0, goal_id: str = "g") -> TargetRevised:
    """Return another target from some day on."""
    return TargetRevised(goal_id=goal_id, target=target, reason="a hard week", stamp=stamp(days))


def reading(goal_id: str | None = "g") -> ReadingRecorded:
    """Return a reading of ten minutes."""
    ten = Reading(10, measure=WALKING, on=MONDAY)
    return ReadingRecorded(reading=ten, goal_id=goal_id, stamp=stamp())


def moved(lifecycle: str = "on-hold", goal_id: str = "g") -> LifecycleChanged:
    """Return a move along the life cycle."""
    return LifecycleChanged(goal_id=goal_id, lifecycle=lifecycle, stamp=stamp())


def rated(rating: int = 4) -> GoalRated:
    """Return how near the goal feels."""
    return GoalRated(goal_id="g", rating=rating, stamp=stamp())


def going(achievement: str = "improving", goal_id: str = "g") -> AchievementChanged:
    """Return how a goal is going."""
    return AchievementChanged(goal_id=goal_id, achievement=achievement, stamp=stamp())


def placed(part_of: str | None, goal_id: str = "g") -> GoalPlaced:
    """Return that a goal became a part of another."""
    return GoalPlaced(goal_id=goal_id, part_of=part_of, stamp=stamp())


def starred(goal_id: str = "g", *, star: bool = True) -> GoalStarred:
    """Return that a goal got a star, or lost it."""
    return GoalStarred(goal_id=goal_id, starred=star, stamp=stamp())


def everything() -> tuple[Recorded[Event], ...]:
    """Return a story with each kind of event twice, all of which apply."""
    answered = ScoreRecorded(score=PHQ9.score([1] * 9), stamp=stamp())
    eased = revised(at_least(10, "minutes"))
    once = (step("step-1"), reading(), reading(None), answered, rated(), eased, moved(), going())
    more = (starred(), placed("h"))
    return told(added(), added("h"), *once, *more, *once, *more)


class TestInEffect:
    """Events that fit become part of the plan."""

    def test_nothing_adds_up_to_an_empty_plan(self) -> None:
        """Somebody without a story has a plan all the same."""
        assert CarePlan() == replay(())

    def test_a_goal_starts_with_its_target(self) -> None:
        """The first version of the target holds from the day on which the goal was set."""
        planned = replay(told(added())).goal("g")
        (version,) = planned.targets

        assert (GOAL, ("step-1", "step-2")) == (planned.goal, tuple(s.id for s in planned.steps))
        assert (GOAL.target, MONDAY, "p", "r1", None) == (
            version.target,
            version.since,
            version.by,
            version.entry,
            version.reason,
        )

    def test_goals_stand_in_the_order_in_which_they_were_set(self) -> None:
        """No goal is sorted before another."""
        plan = replay(told(added("z"), added("a"), added("m")))

        assert ["z", "a", "m"] == [planned.id for planned in plan.goals]

    def test_facts_go_to_their_goal(self) -> None:
        """Attempts, ratings and readings are kept with the ids of their records."""
        story = told(added(), step("step-1"), rated(), reading())
        planned = replay(story).goal("g")

        assert ((story[1],), (story[2],), (story[3],)) == (
            planned.attempts,
            planned.ratings,
            planned.readings,
        )

    def test_what_stands_alone_goes_to_the_plan(self) -> None:
        """Scores, and readings without a goal, belong to the person."""
        answered = ScoreRecorded(score=PHQ9.score([1] * 9), stamp=stamp())
        story = told(answered, reading(None))
        plan = replay(story)

        assert ((story[0],), (story[1],)) == (plan.scores, plan.readings)

    def test_the_two_axes_move_apart(self) -> None:
        """A goal on hold can be improving."""
        goal = replay(told(added(), moved(), going())).goal("g").goal

        assert (LifecycleStatus.ON_HOLD, AchievementStatus.IMPROVING) == (
            goal.lifecycle,
            goal.achievement,
        )

    def test_changes_are_kept_as_they_were_told(self) -> None:
        """Both axes stand in one row, with who said so and why."""
        story = told(added(), moved(), going(), moved("active"))

        assert story[1:] == replay(story).goal("g").changes

    def test_what_applies_is_not_set_aside(self) -> None:
        """Each kind of event finds its place, and none is listed twice."""
        plan = replay(everything())

        assert ((), (), 22) == (plan.unapplied, plan.unread, plan.version)

    def test_done_steps_stand_in_the_order_of_the_plan(self) -> None:
        """Trying is kept as an attempt; done is what was done, once."""
        story = told(
            added(), step("step-2"), step("step-1", "tried"), step("step-2"), step("step-1")
        )
        before = replay(story[:4]).goal("g")
        after = replay(story).goal("g")

        assert (("step-2",), 3) == (before.done, len(before.attempts))
        assert ("step-1", "step-2") == after.done

    def test_what_was_done_stands_in_the_order_of_the_plan(self) -> None:
        """Whichever step somebody went for first, and however often."""
        goal = GoalAdded(goal_id="g", goal=GOAL, steps=StepPlan.of(*"abcdefgh"), stamp=stamp())
        ids = [each.id for each in goal.steps]
        planned = replay(told(goal, *map(step, reversed(ids)), step(ids[3]))).goal("g")

        assert tuple(ids) == planned.done

    def test_a_dropped_goal_keeps_its_facts(self) -> None:
        """Letting a goal go takes nothing away, and facts may still come."""
        planned = replay(told(added(), reading(), moved("cancelled"), reading())).goal("g")

        assert 2 == len(planned.readings)


class TestTargets:
    """A target is a dated version."""

    def test_the_version_of_the_day_is_in_force(self) -> None:
        """Easing on Thursday leaves what was aimed for on Monday."""
        eased = at_least(10, "minutes")
        planned = replay(told(added(), revised(eased, days=3))).goal("g")

        assert [None, GOAL.target, GOAL.target, eased, eased] == [
            planned.target_on(MONDAY + timedelta(days=days)) for days in (-1, 0, 2, 3, 90)
        ]
        assert eased == planned.goal.target

    def test_of_one_day_the_last_recorded_is_in_force(self) -> None:
        """Somebody may change their mind within a day."""
        first, second = at_least(15, "minutes"), at_least(12, "minutes")
        planned = replay(told(added(), revised(first), revised(second))).goal("g")

        assert second == planned.target_on(MONDAY)

    def test_a_version_told_late_counts_from_its_own_day(self) -> None:
        """What is recorded last is not what holds longest."""
        thursday, tuesday = at_least(10, "minutes"), at_least(15, "minutes")
        story = told(added(), revised(thursday, days=3), revised(tuesday, days=1))
        planned = replay(story).goal("g")

        assert [GOAL.target, tuesday, tuesday, thursday] == [
            planned.target_on(MONDAY + timedelta(days=days)) for days in range(4)
        ]

    def test_the_version_says_who_and_why(self) -> None:
        """A revision carries its reason and its record."""
        planned = replay(told(added(), revised(at_least(10, "minutes")))).goal("g")
        version = planned.target_version_on(MONDAY)

        assert version is not None
        assert ("a hard week", "p", "r2") == (version.reason, version.by, version.entry)

    def test_a_goal_may_start_without_a_target(self) -> None:
        """No target is a version too: there was none."""
        bare = GoalAdded(goal_id="g", goal=Goal("Rest"), stamp=stamp())
        planned = replay(told(bare)).goal("g")

        assert planned.target_on(MONDAY) is None
        assert planned.target_version_on(MONDAY) == planned.targets[0]


class TestSetAside:
    """Events that do not fit are kept as they are."""

    @pytest.mark.parametrize(
        "event",
        [
            step("step-1", goal_id=ELSEWHERE),
            step(ELSEWHERE),
            reading(ELSEWHERE),
            GoalRated(goal_id=ELSEWHERE, rating=4, stamp=stamp()),
            revised(at_least(10, "minutes"), goal_id=ELSEWHERE),
            revised(at_least(10, "pages")),
            revised(at_most(10, "minutes")),
            revised(at_least(500, "minutes")),
            moved(goal_id=ELSEWHERE),
            going(goal_id=ELSEWHERE),
            starred(ELSEWHERE),
            placed(None, ELSEWHERE),
            placed(ELSEWHERE),
            placed("g"),
            added(),
            "something that is no event",
        ],
    )
    def test_what_does_not_apply(self, event: Any) -> None:
        """It is listed, and the rest of the plan is as it was."""
        story = told(added(), event)
        before, after = replay(story[:1]), replay(story)

        assert (story[1],) == after.unapplied
        assert (before.goals, before.scores, 2) == (after.goals, after.scores, after.version)

    def test_what_cannot_be_read(self) -> None:
        """A record of a newer version is listed apart."""
        story = told(UnknownEvent(kind="mood_logged", schema=2, body="{}", problem="newer"))
        plan = replay(story)

        assert (story, ()) == (plan.unread, plan.unapplied)

    def test_what_came_too_early_stays_aside(self) -> None:
        """The order of the record is the order of the story."""
        plan = replay(told(reading(), added(), reading()))

        assert (1, ["r1"]) == (len(plan.goal("g").readings), [each.id for each in plan.unapplied])

    def test_one_step_at_a_time(self) -> None:
        """Evolve goes on from any plan, and gives what a replay gives."""
        newer = UnknownEvent(kind="mood_logged", schema=2, body="{}", problem="newer")
        late = told(step(ELSEWHERE), newer)
        story = (*everything(), *late, *everything())
        plan = CarePlan()
        for recorded in story:
            plan = evolve(plan, recorded)

        assert replay(story) == plan

    def test_evolve_does_not_raise_either(self) -> None:
        """One step at a time sets the same things aside."""
        (late,) = told(reading(ELSEWHERE))

        assert CarePlan(version=1, unapplied=(late,)) == evolve(CarePlan(), late)


class TestParts:
    """A goal may be part of another, and never of itself."""

    def test_parts_stand_in_the_order_in_which_they_were_set(self) -> None:
        """Only what is directly inside counts as a part."""
        plan = replay(told(added("w"), added("z", "w"), added("a", "w"), added("deep", "a")))

        assert ["z", "a"] == [part.id for part in plan.parts("w")]
        assert () == plan.parts("deep")

    def test_parts_of_an_unknown_goal(self) -> None:
        """No parts and no such goal are two different things."""
        with pytest.raises(NotFound, match=r"goal\.unknown"):
            CarePlan().parts("g")

    def test_a_goal_without_its_whole_stands_by_itself(self) -> None:
        """Nothing of a goal is lost because another cannot be read."""
        plan = replay(told(added("g", ELSEWHERE), step("step-1")))

        assert (None, 1, ()) == (
            plan.goal("g").part_of,
            len(plan.goal("g").attempts),
            plan.unapplied,
        )

    def test_a_goal_can_be_placed_and_stand_by_itself_again(self) -> None:
        """The last word counts, and each is kept."""
        story = told(added("w"), added(), placed("w"), placed(None), placed("w"))
        plan = replay(story)

        assert ("w", story[2:]) == (plan.goal("g").part_of, plan.goal("g").changes)
        assert replay(story[:4]).goal("g").part_of is None

    def test_a_circle_does_not_apply(self) -> None:
        """However long it is, the link that would close it is set aside."""
        story = told(added("a"), added("b", "a"), added("c", "b"), placed("c", "a"))
        plan = replay(story)

        assert ((story[3],), [None, "a", "b"]) == (
            plan.unapplied,
            [goal.part_of for goal in plan.goals],
        )

    def test_a_circle_is_refused_with_its_ids(self) -> None:
        """Whoever asks for one reads which goals are on it."""
        plan = replay(told(added("a"), added("b", "a"), added("c", "b")))

        with pytest.raises(GoalCycle, match="a -> c -> b -> a") as caught:
            decide(plan, PlaceGoal(goal_id="a", part_of="c"), stamp())

        assert (("a", "c", "b", "a"), "goal.cycle", "part_of") == (
            caught.value.cycle,
            caught.value.code,
            caught.value.path,
        )

    def test_a_plan_made_by_hand_may_have_a_circle(self) -> None:
        """Asking for one more link ends all the same, with the circle that is there."""
        goals = tuple(
            PlannedGoal(id=each, goal=GOAL, steps=StepPlan(), targets=(), part_of=whole)
            for each, whole in (("a", "b"), ("b", "a"), ("g", None))
        )

        with pytest.raises(GoalCycle, match="a -> b -> a"):
            decide(CarePlan(goals=goals), PlaceGoal(goal_id="g", part_of="a"), stamp())

    def test_the_last_star_counts(self) -> None:
        """A star is given and taken away, and both are kept."""
        story = told(added(), starred(), starred(star=False))

        assert [False, True, False] == [replay(story[:at]).goal("g").starred for at in (1, 2, 3)]
        assert story[1:] == replay(story).goal("g").changes


class TestLookingUp:
    """A plan is asked by id and by moment."""

    def test_an_unknown_goal_is_not_found(self) -> None:
        """The error has a code and no words."""
        refusal = broken(lambda: CarePlan().goal("g"), kind=NotFound)

        assert ("goal.unknown", "goal_id") == refusal

    def test_has_goal(self) -> None:
        """Asking is not raising."""
        plan = replay(told(added()))

        assert (True, False) == (plan.has_goal("g"), plan.has_goal(ELSEWHERE))

    def test_as_of_a_moment(self) -> None:
        """The moment of recording counts, to the microsecond."""
        story = told(added("a"), added("b"))
        second = story[1].recorded_at

        assert ["a", "b"] == [each.id for each in as_of(story, second).goals]
        assert ["a"] == [each.id for each in as_of(story, second - timedelta(microseconds=1)).goals]

    def test_as_of_needs_an_offset(self) -> None:
        """Without one nobody knows which moment is meant."""
        refusal = broken(lambda: as_of((), datetime(2027, 1, 4)))  # noqa: DTZ001 - refused

        assert ("moment.naive", "moment") == refusal
