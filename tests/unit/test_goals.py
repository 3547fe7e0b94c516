"""A goal needs a statement and nothing more, and its parts never contradict each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from stepwell.errors import OutsideScale, RuleBroken, UnitMismatch
from stepwell.goals import (
    AchievementStatus,
    Barrier,
    Category,
    Goal,
    Horizon,
    IfThenPlan,
    LifecycleStatus,
)
from stepwell.measures import Direction, Measure, at_least, at_most, between, maintain
from tests.refusals import NO_TEXT, ODD, SECRET, broken

DAY = date(2027, 3, 1)
EVE = date(2027, 2, 28)
WALK = Measure("walking", unit="minutes", direction="increase", low=0, high=120, step=5)
DRINK = Measure("drinking", unit="glasses", direction="decrease", low=0)
SLEEP = Measure("sleep", unit="hours", direction="maintain")


def goal(**parts: Any) -> Callable[[], Goal]:
    """Return how to make a goal with these parts."""
    statement = parts.pop("statement", SECRET)
    return lambda: Goal(statement, **parts)


class TestGoal:
    """What somebody wants."""

    def test_a_statement_is_enough(self) -> None:
        """Everything else is unset, and it is being worked on."""
        made = Goal("Call Sam")

        assert ("Call Sam", LifecycleStatus.ACTIVE, None, ()) == (
            made.statement,
            made.lifecycle,
            made.achievement,
            made.barriers,
        )

    @pytest.mark.parametrize(
        ("parts", "refused"),
        [
            ({"statement": ""}, ("text.empty", "goal.statement")),
            ({"statement": " \n\u200b"}, ("text.empty", "goal.statement")),
            ({"statement": SECRET * 400}, ("text.too_long", "goal.statement")),
            ({"statement": f"{SECRET}\x00"}, ("text.not_storable", "goal.statement")),
            ({"statement": None}, ("text.type", "goal.statement")),
            ({"category": "Sport"}, ("goal.category", "goal.category")),
            ({"category": SECRET}, ("goal.category", "goal.category")),
            ({"category": 3}, ("goal.category", "goal.category")),
            ({"category": [SECRET]}, ("goal.category", "goal.category")),
            ({"category": "own:"}, ("goal.category", "goal.category")),
            ({"category": "own:Two Words"}, ("goal.category", "goal.category")),
            ({"category": "own:garden\n"}, ("goal.category", "goal.category")),
            ({"why": ""}, ("text.empty", "goal.why")),
            ({"why": 3}, ("text.type", "goal.why")),
            ({"target": SECRET}, ("value.type", "goal.target")),
            ({"measure": SECRET}, ("value.type", "goal.measure")),
            ({"baseline": SECRET}, ("number.type", "goal.baseline")),
            ({"baseline": float("nan")}, ("number.finite", "goal.baseline")),
            ({"start": datetime(2027, 3, 1, tzinfo=UTC)}, ("day.type", "goal.start")),
            ({"importance": "8"}, ("whole.type", "goal.importance")),
            ({"importance": True}, ("whole.type", "goal.importance")),
            ({"confidence": 6.0}, ("whole.type", "goal.confidence")),
            ({"barriers": SECRET}, ("several.type", "goal.barriers")),
            ({"barriers": [SECRET]}, ("several.type", "goal.barriers[0]")),
            ({"lifecycle": SECRET}, ("code.unknown", "goal.lifecycle")),
            ({"lifecycle": None}, ("code.unknown", "goal.lifecycle")),
            ({"achievement": SECRET}, ("code.unknown", "goal.achievement")),
            ({"horizon": SECRET}, ("code.unknown", "goal.horizon")),
        ],
    )
    def test_refused(self, parts: dict[str, Any], refused: tuple[str, str]) -> None:
        """Each part is named by its own path, and nothing is repeated."""
        assert refused == broken(goal(**parts))

    @pytest.mark.parametrize("ruler", ["importance", "confidence"])
    @pytest.mark.parametrize("rating", [-1, 11])
    def test_rulers_go_from_0_to_10(self, ruler: str, rating: int) -> None:
        """A rating outside is off the scale."""
        refused = broken(goal(**{ruler: rating}), kind=OutsideScale)

        assert ("whole.outside_scale", f"goal.{ruler}") == refused

    def test_ten_thousand_characters_are_kept(self) -> None:
        """All of them."""
        longest = "x" * 10_000

        assert longest == Goal(longest).statement

    @pytest.mark.parametrize("category", [*Category, "own:garden", "own:a"])
    def test_categories(self, category: str) -> None:
        """The six, other, and a person's own."""
        assert category == Goal("Call Sam", category=category).category

    def test_the_categories_are_named(self) -> None:
        """An unknown one is answered with those there are, and with the way to one's own."""
        known = ", ".join(each.value for each in Category)

        with pytest.raises(RuleBroken) as caught:
            Goal("Walk", category="sport")

        assert f"expected one of {known}; or name one of your own as own:name" == (
            caught.value.advice
        )

    def test_a_category_is_its_member(self) -> None:
        """From its code."""
        assert Category.ACTIVITY is Goal("Walk", category="activity").category

    @pytest.mark.parametrize("status", LifecycleStatus)
    def test_life_cycle(self, status: LifecycleStatus) -> None:
        """From its FHIR code."""
        assert status is Goal("Walk", lifecycle=status.value).lifecycle

    @pytest.mark.parametrize("status", AchievementStatus)
    def test_achievement(self, status: AchievementStatus) -> None:
        """From its FHIR code, whatever the life cycle is."""
        made = Goal("Walk", lifecycle=LifecycleStatus.ON_HOLD, achievement=status.value)

        assert (status, LifecycleStatus.ON_HOLD) == (made.achievement, made.lifecycle)

    @pytest.mark.parametrize("horizon", Horizon)
    def test_horizon(self, horizon: Horizon) -> None:
        """How far a goal looks ahead is a code; unset until somebody says so."""
        made = Goal("Walk", horizon=horizon.value)

        assert (horizon, None) == (made.horizon, Goal("Walk").horizon)


class TestDays:
    """A goal is looked at on its first day or later."""

    def test_due_before_the_start(self) -> None:
        """The day to look at it lies before there is anything to see."""
        parts = goal(start=DAY, target=at_least(20, "minutes", due=EVE))

        assert ("goal.due_before_start", "goal.target.due") == broken(parts)

    @pytest.mark.parametrize(("start", "due"), [(DAY, DAY), (EVE, DAY), (None, EVE), (DAY, None)])
    def test_everything_else_is_fine(self, start: date | None, due: date | None) -> None:
        """The same day, later, or one of them unset."""
        target = at_least(20, "minutes", due=due)

        assert target == Goal("Walk", start=start, target=target).target


class TestMeasureAndTarget:
    """A target is on the scale of its measure and points its way."""

    @pytest.mark.parametrize(
        ("parts", "kind", "refused"),
        [
            (
                {"measure": WALK, "target": at_least(1, "hours")},
                UnitMismatch,
                ("goal.target.unit", "goal.target.unit"),
            ),
            (
                {"measure": WALK, "target": at_most(20, "minutes")},
                RuleBroken,
                ("goal.target.direction", "goal.target"),
            ),
            (
                {"measure": DRINK, "target": at_least(2, "glasses")},
                RuleBroken,
                ("goal.target.direction", "goal.target"),
            ),
            (
                {"measure": SLEEP, "target": at_least(7, "hours")},
                RuleBroken,
                ("goal.target.direction", "goal.target"),
            ),
            (
                {"measure": WALK, "target": at_least(125, "minutes")},
                OutsideScale,
                ("measure.outside_scale", "goal.target.low"),
            ),
            (
                {"measure": WALK, "target": between(20, 22, "minutes")},
                OutsideScale,
                ("measure.between_steps", "goal.target.high"),
            ),
            (
                {"measure": DRINK, "target": maintain(1, "glasses", give=2)},
                OutsideScale,
                ("measure.outside_scale", "goal.target.low"),
            ),
            (
                {"measure": WALK, "baseline": -5},
                OutsideScale,
                ("measure.outside_scale", "goal.baseline"),
            ),
        ],
    )
    def test_refused(
        self, parts: dict[str, Any], kind: type[RuleBroken], refused: tuple[str, str]
    ) -> None:
        """Each contradiction has one clear error."""
        assert refused == broken(goal(**parts), kind=kind)

    @pytest.mark.parametrize(
        "parts",
        [
            {"measure": WALK, "target": at_least(20, "min"), "baseline": 60},
            {"measure": WALK, "target": between(20, 30, "minutes")},
            {"measure": DRINK, "target": at_most(2, "glasses")},
            {"measure": SLEEP, "target": maintain(7, "hours", give=1)},
            {"measure": WALK},
            {"baseline": -5},
        ],
    )
    def test_accepted(self, parts: dict[str, Any]) -> None:
        """Also a baseline that meets the target: easing may put it there."""
        assert SECRET == goal(**parts)().statement

    def test_the_scale_is_the_stated_measure(self) -> None:
        """Where there is one."""
        assert WALK == goal(measure=WALK, target=at_least(20, "min"))().scale

    def test_a_target_alone_makes_a_scale(self) -> None:
        """From its unit and the way it points."""
        expected = Measure("glasses", unit="glasses", direction=Direction.DECREASE)

        assert expected == goal(target=at_most(2, "glasses"))().scale

    def test_a_bare_goal_has_no_scale(self) -> None:
        """Nothing is measured unless somebody wants to."""
        assert Goal("Call Sam").scale is None

    def test_another_target_leaves_the_rest(self) -> None:
        """And is checked like the first."""
        made = Goal("Walk", measure=WALK, target=at_least(20, "minutes"), importance=8)

        assert Goal("Walk", measure=WALK, importance=8) == made.with_target(None)
        assert ("goal.target.direction", "goal.target") == broken(
            lambda: made.with_target(at_most(5, "minutes"))
        )


class TestBarriers:
    """What gets in the way, and what then."""

    def test_plans_may_come_as_a_list(self) -> None:
        """They are kept as a tuple."""
        plan = IfThenPlan(when="it rains", then="walk in the market hall")

        assert (plan,) == Barrier("rain", plans=[plan]).plans

    @pytest.mark.parametrize(
        ("make", "refused"),
        [
            (lambda: Barrier(""), ("text.empty", "barrier.what")),
            (lambda: Barrier(NO_TEXT), ("text.type", "barrier.what")),
            (lambda: Barrier("rain", plans=ODD), ("several.type", "barrier.plans")),
            (lambda: Barrier("rain", plans=[ODD]), ("several.type", "barrier.plans[0]")),
            (lambda: IfThenPlan(when=" ", then=SECRET), ("text.empty", "plan.when")),
            (lambda: IfThenPlan(when=SECRET, then=""), ("text.empty", "plan.then")),
        ],
    )
    def test_refused(self, make: Callable[[], object], refused: tuple[str, str]) -> None:
        """Each part is named by its own path."""
        assert refused == broken(make)
