"""The goals of a plan can be seen as lists, and none of them counts against anybody."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest

from stepwell.display import to_html, to_text
from stepwell.errors import OutsideScale, RuleBroken
from stepwell.goals import Goal, LifecycleStatus
from stepwell.kindness import check_kind
from stepwell.measures import at_least
from stepwell.steps import StepPlan
from stepwell.story import (
    CarePlan,
    GoalAdded,
    GoalLists,
    GoalStarred,
    PlannedGoal,
    Recorded,
    Stamp,
    goal_lists,
    replay,
    too_many,
)
from tests.refusals import ODD, broken
from tests.second_language import spoken, unheard

TODAY = date(2027, 1, 4)
STAMP = Stamp(by="p", at=datetime(2027, 1, 4, 9, tzinfo=UTC), day=TODAY, zone="UTC")


def plan_of(*events: Any) -> CarePlan:
    """Return what events add up to."""
    return replay(
        Recorded(id=f"r{at}", version=at, recorded_at=STAMP.at, event=event)
        for at, event in enumerate(events, start=1)
    )


def added(goal_id: str, part_of: str | None = None, **parts: Any) -> GoalAdded:
    """Return that a goal was set whose words are its id."""
    return GoalAdded(goal_id=goal_id, goal=Goal(goal_id, **parts), part_of=part_of, stamp=STAMP)


def ids(lists: GoalLists) -> dict[str, list[str]]:
    """Return the ids in every list that has any."""
    found = attrs.asdict(lists, recurse=False)
    return {name: [each.id for each in goals] for name, goals in found.items() if goals}


class TestLists:
    """Which goal is in which list."""

    @pytest.mark.parametrize(
        ("status", "name"),
        [
            ("proposed", "future"),
            ("planned", "future"),
            ("accepted", "future"),
            ("active", "in_progress"),
            ("on-hold", "parked"),
            ("completed", "past"),
            ("cancelled", "past"),
            ("rejected", "past"),
        ],
    )
    def test_the_status_chooses_the_list(self, status: str, name: str) -> None:
        """Each status has one list."""
        lists = goal_lists(plan_of(added("g", lifecycle=status)), today=TODAY)

        assert {name: ["g"]} == ids(lists)

    def test_what_was_written_by_mistake_is_in_none(self) -> None:
        """Not even its star shows it."""
        mistake = added("g", lifecycle=LifecycleStatus.ENTERED_IN_ERROR)
        star = GoalStarred(goal_id="g", starred=True, stamp=STAMP)

        assert GoalLists() == goal_lists(plan_of(mistake, star), today=TODAY)

    @pytest.mark.parametrize(
        ("start", "name"),
        [
            (TODAY - timedelta(days=1), "in_progress"),
            (TODAY, "in_progress"),
            (TODAY + timedelta(days=1), "future"),
        ],
    )
    def test_a_goal_begins_on_its_first_day(self, start: date, name: str) -> None:
        """The day itself is the first of being under way."""
        assert {name: ["g"]} == ids(goal_lists(plan_of(added("g", start=start)), today=TODAY))

    @pytest.mark.parametrize(("status", "name"), [("on-hold", "parked"), ("cancelled", "past")])
    def test_a_later_start_moves_no_other_goal(self, status: str, name: str) -> None:
        """A parked goal is parked, whenever it starts."""
        later = added("g", lifecycle=status, start=TODAY + timedelta(days=9))

        assert {name: ["g"]} == ids(goal_lists(plan_of(later), today=TODAY))

    def test_a_day_that_has_gone_by_moves_no_goal(self) -> None:
        """There is no list of what is late."""
        due = at_least(20, "minutes", due=TODAY - timedelta(days=90))

        assert {"in_progress": ["g"]} == ids(
            goal_lists(plan_of(added("g", target=due)), today=TODAY)
        )

    def test_stars_stand_beside(self) -> None:
        """A goal with a star is in its own list as well, in the order of the plan."""
        stars = [GoalStarred(goal_id=each, starred=True, stamp=STAMP) for each in ("b", "a")]
        plan = plan_of(added("a", lifecycle="completed"), added("b"), added("c"), *stars)

        assert {"in_progress": ["b", "c"], "past": ["a"], "starred": ["a", "b"]} == ids(
            goal_lists(plan, today=TODAY)
        )

    @pytest.mark.parametrize("today", [None, "2027-01-04", STAMP.at])
    def test_today_is_a_day(self, today: Any) -> None:
        """A moment has no day without a zone."""
        with pytest.raises(RuleBroken, match=r"^today: .*day\.type"):
            goal_lists(CarePlan(), today=today)

    @pytest.mark.parametrize(("horizon", "found"), [("now", ["a"]), ("long_term", ["b"])])
    def test_goals_that_look_equally_far(self, horizon: str, found: list[str]) -> None:
        """Others, and those of which nobody has said, are left out."""
        plan = plan_of(added("a", horizon="now"), added("b", horizon="long_term"), added("c"))
        lists = goal_lists(plan, today=TODAY, horizon=horizon)

        assert found == ids(lists)["in_progress"]

    @pytest.mark.parametrize("ask", [goal_lists, too_many])
    def test_it_takes_a_plan(self, ask: Any) -> None:
        """And says so."""
        with pytest.raises(RuleBroken, match="plan: expected CarePlan, got"):
            ask(ODD, today=TODAY)


class TestCap:
    """More active goals than feel easy to hold are a gentle finding."""

    def test_three_are_enough_for_silence(self) -> None:
        """Nothing is said up to the cap."""
        assert too_many(plan_of(*map(added, "abc"))) is None

    def test_a_fourth_is_told_gently(self) -> None:
        """It names the goals, and says that nothing is lost by waiting."""
        finding = too_many(plan_of(*map(added, "abcd")))

        assert finding is not None
        assert ("plan.many_active", ("a", "b", "c", "d")) == (finding.code, finding.goal_ids)
        assert finding.sentence.startswith("4 goals are open at the moment. If 3 feels like enough")
        assert "4 goals are active; the soft cap is 3." == finding.for_clinician
        assert () == check_kind(finding.sentence)

    def test_the_cap_can_be_chosen(self) -> None:
        """Somebody may hold one thing at a time, or five."""
        plan = plan_of(*map(added, "ab"))

        assert too_many(plan, cap=2) is None
        assert too_many(plan, cap=1) is not None

    @pytest.mark.parametrize(
        "quiet",
        [{"lifecycle": each} for each in LifecycleStatus if each is not LifecycleStatus.ACTIVE],
    )
    def test_goals_that_rest_do_not_count(self, quiet: dict[str, Any]) -> None:
        """What is not being worked on is not held."""
        assert too_many(plan_of(*map(added, "abc"), added("d", **quiet))) is None

    def test_a_later_start_counts_unless_a_day_is_given(self) -> None:
        """Without a day nobody knows what is later."""
        plan = plan_of(*map(added, "abc"), added("d", start=TODAY + timedelta(days=1)))

        assert too_many(plan, today=TODAY) is None
        assert too_many(plan) is not None

    def test_a_whole_is_counted_through_its_parts(self) -> None:
        """A long-term goal with three parts under way is three things to hold."""
        plan = plan_of(added("w"), *(added(each, "w") for each in "abc"))
        longer = plan_of(added("w"), *(added(each, "w") for each in "abcd"))
        parked = plan_of(added("w"), added("a", "w", lifecycle="on-hold"), *map(added, "bcd"))

        assert too_many(plan) is None
        assert ("a", "b", "c", "d") == getattr(too_many(longer), "goal_ids", None)
        assert ("w", "b", "c", "d") == getattr(too_many(parked), "goal_ids", None)

    def test_a_cap_of_a_thousand_is_the_widest(self) -> None:
        """Which is more than anybody holds."""
        assert too_many(plan_of(*map(added, "abcd")), cap=1000) is None

    @pytest.mark.parametrize("cap", [0, -1, 1001])
    def test_a_cap_is_one_or_more(self, cap: int) -> None:
        """No goals at all is not a cap."""
        refusal = broken(lambda: too_many(CarePlan(), cap=cap), kind=OutsideScale)

        assert ("whole.outside_scale", "cap") == refusal

    def test_its_day_is_a_day(self) -> None:
        """As with the lists."""
        with pytest.raises(RuleBroken, match=r"^today"):
            too_many(CarePlan(), today=STAMP.at)

    def test_it_is_told_in_the_language_that_was_asked_for(self) -> None:
        """To the person and to the clinician."""
        with spoken() as locale:
            finding = too_many(plan_of(*map(added, "abcd")), locale=locale)

        assert [] == unheard(finding)

    def test_it_says_what_is_published_and_what_is_our_choice(self) -> None:
        """That goals come in threes is written somewhere; that a fourth is worth a word is not."""
        source = getattr(too_many(plan_of(*map(added, "abcd"))), "source", "")

        assert source.startswith("Law & Jacob 2015 ")
        assert source.endswith(" our own choice")


class TestViews:
    """What people see of lists."""

    def test_lists_with_parts_under_their_whole(self) -> None:
        """A part stands under its whole where one list has both; empty lists are left out."""
        star = GoalStarred(goal_id="call", starred=True, stamp=STAMP)
        plan = plan_of(
            added("home", horizon="long_term"),
            added("walk"),
            added("call", "home"),
            added("cook", "home", lifecycle="on-hold"),
            added("deep", "call"),
            star,
        )

        assert to_text(goal_lists(plan, today=TODAY)).splitlines() == [
            "Your goals",
            "  Goals under way",
            "    - home",
            "      - call",
            "        - deep",
            "    - walk",
            "  Goals with a star",
            "    - call",
            "  Parked for now",
            "    - cook",
        ]

    def test_goals_that_are_parts_of_each_other(self) -> None:
        """Only a plan made by hand holds them; each is shown all the same."""
        goals = (
            PlannedGoal(id="a", goal=Goal("a"), steps=StepPlan(), targets=(), part_of="b"),
            PlannedGoal(id="b", goal=Goal("b"), steps=StepPlan(), targets=(), part_of="a"),
        )

        assert to_text(GoalLists(in_progress=goals)).endswith("- a\n    - b")

    def test_nothing_yet(self) -> None:
        """An empty plan has a kind word."""
        assert "A first small wish is enough" in str(GoalLists())

    def test_a_finding(self) -> None:
        """It says its sentence and where the rule comes from."""
        finding = too_many(plan_of(*map(added, "abcd")))

        assert finding is not None
        assert "feels like enough to hold" in to_html(finding)
        assert "Law &amp; Jacob 2015" in to_html(finding)

    def test_a_horizon(self) -> None:
        """A goal says how far it looks ahead."""
        assert "looks ahead  for the long run" in to_text(Goal("Feel at home", horizon="long_term"))
