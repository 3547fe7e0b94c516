"""The numbers of a goal call for a talk where its words would."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from stepwell.goals import Goal, screen_target
from stepwell.measures import Direction, Measure, Target, at_least, at_most, maintain
from stepwell.safety import (
    SafetyClass,
    SafetySignal,
    names_loss,
    screen_dose,
    screen_loss,
    screen_low,
)
from stepwell.smart import review
from stepwell.story import AddGoal, CarePlan, Recorded, ReviseTarget, Stamp, decide, replay

TALK = SafetyClass.TALK_TO_CLINICIAN
NOTHING = SafetyClass.NOTHING_FOUND
MONDAY = date(2027, 1, 4)
SOON = date(2027, 1, 25)
LATER = date(2027, 7, 5)
STAMP = Stamp(by="p", at=datetime(2027, 1, 4, 9, tzinfo=UTC), day=MONDAY, zone="UTC")


def lighter(due: date | None = SOON, **fields: Any) -> Goal:
    """Return a goal to weigh 70 kg."""
    given: dict[str, Any] = {"baseline": 80, "start": MONDAY} | fields
    return Goal(given.pop("statement", "Lighter"), target=at_most(70, "kg", due=due), **given)


class TestLoss:
    """How fast a weight falls."""

    @pytest.mark.parametrize(
        ("loss", "unit", "weeks", "found"),
        [
            (10, "kg", 4, TALK),
            (4, "kg", 4, NOTHING),
            (9, "lb", 4, TALK),
            (8, "lb", 4, NOTHING),
            (1, "stone", 4, TALK),
            (1, "Stone", 8, NOTHING),
            (-10, "kg", 1, NOTHING),
            (2, "kg", 0, TALK),
            (10, "minutes", 1, NOTHING),
            (5000, "g", 4, TALK),
            (3000, "grams", 4, NOTHING),
            (10, "kg lost", 4, TALK),
        ],
    )
    def test_pace(self, loss: float, unit: str, weeks: float, found: SafetyClass) -> None:
        """More than 1 kg a week, in any unit of weight."""
        assert found is screen_loss(loss, unit=unit, weeks=weeks)

    @pytest.mark.parametrize("words", ["with my dietitian", "bench press", "debt"])
    def test_settled(self, words: str) -> None:
        """A clinician, or something else that is weighed or paid, settles it."""
        assert NOTHING is screen_loss(10, unit="pounds", weeks=1, words=[words])

    def test_unknown_locale(self) -> None:
        """Without a lexicon there are no units."""
        assert NOTHING is screen_loss(10, unit="kg", weeks=1, locale="xx")


class TestLow:
    """What is to be kept very low."""

    @pytest.mark.parametrize(
        ("amount", "unit", "words", "found"),
        [
            (600, "kcal", "eat less", TALK),
            (1000, "calories a day", "eat less", TALK),
            (1001, "kcal", "eat less", NOTHING),
            (600, "kcal", "as agreed with my dietitian", NOTHING),
            (40, "kg", "lighter", TALK),
            (40000, "g", "lighter", TALK),
            (6, "stone", "lighter", TALK),
            (46, "kg", "lighter", NOTHING),
            (5, "kg", "lighter", NOTHING),
            (40, "kg", "bench press", NOTHING),
            (40, "minutes", "lighter", NOTHING),
        ],
    )
    def test_low(self, amount: float, unit: str, words: str, found: SafetyClass) -> None:
        """An intake up to 1000 kcal, and a weight of a body up to 45 kg, call for a talk."""
        assert found is screen_low(amount, unit=unit, words=[words])

    def test_unknown_locale(self) -> None:
        """Without a lexicon there are no units, and no words of losing."""
        assert NOTHING is screen_low(600, unit="kcal", locale="xx")
        assert not names_loss(["kg lost"], locale="xx")


class TestDose:
    """How a dose changes."""

    @pytest.mark.parametrize(
        ("start", "end", "unit", "words", "found"),
        [
            (20, 10, "mg", "citalopram", TALK),
            (20, 40, "mg", "citalopram", TALK),
            (20, 20, "mg", "citalopram", NOTHING),
            (None, 0, "tablets", "feel clearer", TALK),
            (3, 7, "tablets", "take them", NOTHING),
            (4, 0, "doses", "missed doses", NOTHING),
            (20, 10, "mg", "citalopram with my GP", NOTHING),
            (20, 10, "mg", "citalopram, GP does not know", TALK),
            (20, 10, "mg", "caffeine", NOTHING),
            (20, 10, "minutes", "citalopram", NOTHING),
        ],
    )
    def test_change(
        self, start: float | None, end: float, unit: str, words: str, found: SafetyClass
    ) -> None:
        """Less of a medicine, or more of a strength, with nobody who prescribes it."""
        assert found is screen_dose(start, end, unit=unit, words=[words])

    def test_unknown_locale(self) -> None:
        """Without a lexicon no medicine is known."""
        assert NOTHING is screen_dose(20, 10, unit="mg", words=["citalopram"], locale="xx")


class TestGoal:
    """The numbers of a goal together."""

    def test_too_fast(self) -> None:
        """The signal names the target and says that it rests on numbers."""
        expected = SafetySignal(safety=TALK, field="goal.target", origin="numbers")
        assert (expected,) == screen_target(lighter())

    @pytest.mark.parametrize(
        "goal",
        [
            lighter(LATER),
            lighter(None),
            lighter(baseline=None),
            lighter(start=None),
            lighter(why="my dietitian and I agreed on it"),
            Goal("Lighter"),
            Goal("Walk", baseline=10, target=at_least(20, "minutes", due=SOON)),
            Goal("Citalopram", target=at_least(20, "mg")),
            Goal("Citalopram", target=maintain(20, "mg")),
        ],
    )
    def test_nothing(self, goal: Goal) -> None:
        """Slowly, with something unknown, with a clinician, or of something else."""
        assert () == screen_target(goal)

    def test_from_today(self) -> None:
        """A goal without a first day begins today."""
        assert 1 == len(screen_target(lighter(start=None), today=MONDAY))

    @pytest.mark.parametrize(
        ("target", "baseline"), [(at_most(0, "mg"), None), (at_least(40, "mg"), 20)]
    )
    def test_dose(self, target: Target, baseline: float | None) -> None:
        """The measure may be what names the medicine."""
        measure = Measure("sertraline", unit="mg", direction=target.direction)
        goal = Goal("Feel clearer", measure=measure, baseline=baseline, target=target)
        assert 1 == len(screen_target(goal))

    @pytest.mark.parametrize("target", [at_most(600, "kcal"), at_most(40, "kg")])
    def test_low(self, target: Target) -> None:
        """A target may be low in itself, from wherever it starts."""
        assert 1 == len(screen_target(Goal("Lighter", target=target)))

    @pytest.mark.parametrize(("amount", "found"), [(10, 1), (2, 0)])
    def test_counted_as_lost(self, amount: float, found: int) -> None:
        """A target may count what is lost, up from nothing."""
        target = at_least(amount, "kg lost", due=SOON)
        assert found == len(screen_target(Goal("Lighter", target=target), today=MONDAY))

    def test_counted_as_lost_by_name(self) -> None:
        """The measure may be what says that losses are counted."""
        measure = Measure("weight lost", unit="kg", direction=Direction.INCREASE)
        goal = Goal("Lighter", measure=measure, baseline=1, target=at_least(10, "kg", due=SOON))
        assert 1 == len(screen_target(goal, today=MONDAY))


class TestWhereItIsHeard:
    """Every door that a goal comes in by."""

    def test_review(self) -> None:
        """A review says so first and asks nothing else."""
        report = review(lighter(start=None), today=MONDAY)
        found = [(each.path, str(each.origin)) for each in report.findings]
        assert (TALK, [("goal.target", "field")], ()) == (report.safety, found, report.questions)

    def test_decide(self) -> None:
        """A decision signals it beside the words."""
        decision = decide(CarePlan(), AddGoal(goal_id="g", goal=lighter(start=None)), STAMP)
        assert ["goal.target"] == [signal.field for signal in decision.signals]

    def test_new_target(self) -> None:
        """A new target is looked at together with the goal it is for."""
        added = decide(CarePlan(), AddGoal(goal_id="g", goal=lighter(LATER)), STAMP)
        request = ReviseTarget(goal_id="g", target=at_most(70, "kg", due=SOON))
        (event,) = added.events
        stored = Recorded(id="r1", version=1, recorded_at=STAMP.at, event=event)
        revised = decide(replay([stored]), request, STAMP)
        assert ([], ["target"]) == (
            [signal.field for signal in added.signals],
            [signal.field for signal in revised.signals],
        )
