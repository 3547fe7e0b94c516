"""Steps form a tree with an order, and a circle in it is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from stepwell.errors import DuplicateId, NotFound, OutsideScale, RuleBroken, StepCycle
from stepwell.steps import Step, StepPlan
from tests.refusals import SECRET, broken


def step(step_id: str, *after: str, part_of: str | None = None) -> Step:
    """Return a step with these links."""
    return Step(SECRET, id=step_id, after=after, part_of=part_of)


def circle_in(*steps: Step) -> tuple[str, ...]:
    """Return the circle that a plan is refused for."""
    with pytest.raises(StepCycle) as caught:
        StepPlan(steps)
    assert ("steps.cycle", "steps") == (caught.value.code, caught.value.path)
    return caught.value.cycle


class TestStep:
    """A part of a goal that somebody can do."""

    @pytest.mark.parametrize(
        ("parts", "kind", "refused"),
        [
            ({"what": ""}, RuleBroken, ("text.empty", "step.what")),
            ({"what": 3}, RuleBroken, ("text.type", "step.what")),
            ({"id": ""}, RuleBroken, ("text.empty", "step.id")),
            ({"id": " a"}, RuleBroken, ("id.plain", "step.id")),
            ({"id": SECRET * 7}, RuleBroken, ("text.too_long", "step.id")),
            ({"minutes": SECRET}, RuleBroken, ("number.type", "step.minutes")),
            ({"minutes": float("inf")}, RuleBroken, ("number.finite", "step.minutes")),
            ({"minutes": 0}, OutsideScale, ("step.minutes", "step.minutes")),
            ({"minutes": 1441}, OutsideScale, ("step.minutes", "step.minutes")),
            ({"difficulty": 11}, OutsideScale, ("whole.outside_scale", "step.difficulty")),
            ({"difficulty": 2.5}, RuleBroken, ("whole.type", "step.difficulty")),
            ({"after": SECRET}, RuleBroken, ("several.type", "step.after")),
            ({"after": ["a", 3]}, RuleBroken, ("several.type", "step.after[1]")),
            ({"after": ["a", ""]}, RuleBroken, ("text.empty", "step.after[1]")),
            ({"part_of": "a\nb"}, RuleBroken, ("id.plain", "step.part_of")),
        ],
    )
    def test_refused(
        self, parts: dict[str, Any], kind: type[RuleBroken], refused: tuple[str, str]
    ) -> None:
        """Each part is named by its own path."""
        given: dict[str, Any] = {"what": SECRET, "id": "a"} | parts

        assert refused == broken(lambda: Step(given.pop("what"), **given), kind=kind)

    @pytest.mark.parametrize("minutes", [0.5, 1])
    def test_half_a_minute_is_not_too_short(self, minutes: float) -> None:
        """Some first steps are very small."""
        assert minutes == Step("Breathe in", id="a", minutes=minutes).minutes

    def test_a_whole_day_is_not_too_long(self) -> None:
        """And the links may come as a list."""
        made = Step("Rest", id="a", minutes=24 * 60, after=["b"])

        assert (1440.0, ("b",)) == (made.minutes, made.after)


class TestPlan:
    """The steps of a goal."""

    def test_of_comes_one_after_the_other(self) -> None:
        """With ids of its own."""
        plan = StepPlan.of("Find shoes", "Walk")

        assert (
            Step("Find shoes", id="step-1"),
            Step("Walk", id="step-2", after=("step-1",)),
        ) == plan.steps

    def test_a_plan_is_a_collection_of_steps(self) -> None:
        """It can be counted, gone through, asked, and looked into."""
        plan = StepPlan.of("Find shoes", "Walk")

        assert 2 == len(plan)
        assert list(plan.steps) == list(plan)
        assert (True, False) == ("step-2" in plan, "Walk" in plan)
        assert "Walk" == plan["step-2"].what

    def test_an_empty_plan_is_fine(self) -> None:
        """Nothing in it is ready."""
        assert () == StepPlan().ready()

    def test_an_unknown_id(self) -> None:
        """Names nothing, and is not repeated."""
        refused = broken(lambda: StepPlan.of("Walk")[SECRET], kind=NotFound)

        assert ("step.unknown", "step_id") == refused

    @pytest.mark.parametrize(
        ("steps", "kind", "refused"),
        [
            (SECRET, RuleBroken, ("several.type", "steps")),
            ([SECRET], RuleBroken, ("several.type", "steps[0]")),
            ([step("a"), step("b"), step("a")], DuplicateId, ("step.duplicate", "steps[2].id")),
            ([step("a"), step("b", "c")], NotFound, ("step.unknown", "steps[1].after")),
            ([step("a", part_of="c")], NotFound, ("step.unknown", "steps[0].part_of")),
        ],
    )
    def test_refused(self, steps: Any, kind: type[RuleBroken], refused: tuple[str, str]) -> None:
        """The step is named by its place."""
        assert refused == broken(lambda: StepPlan(steps), kind=kind)

    def test_steps_are_added_at_the_end(self) -> None:
        """In a new plan, checked like the first."""
        plan = StepPlan([step("a")])

        assert ("a", "b") == tuple(each.id for each in plan.with_steps(step("b", "a")))
        assert ("step.duplicate", "steps[1].id") == broken(
            lambda: plan.with_steps(step("a")), kind=DuplicateId
        )

    def test_parts_are_direct_ones(self) -> None:
        """In the order of the plan."""
        plan = StepPlan(
            (step("c", part_of="b"), step("a"), step("d", part_of="a"), step("b", part_of="a"))
        )

        assert ("d", "b") == tuple(each.id for each in plan.parts("a"))


class TestCircles:
    """Steps that wait for each other can never begin."""

    def test_after_itself(self) -> None:
        """The shortest circle there is."""
        assert ("a", "a") == circle_in(step("a", "a"))

    def test_part_of_itself(self) -> None:
        """Is one as well."""
        assert ("a", "a") == circle_in(step("a", part_of="a"))

    def test_each_waits_for_the_next(self) -> None:
        """In the order in which the links run."""
        found = circle_in(step("x"), step("c", "a"), step("a", "b", "x"), step("b", "c"))

        assert {("a", "b", "c")} == {tuple(sorted(found[1:]))}
        assert " -> ".join(found) in "a -> b -> c -> a -> b -> c"

    def test_parts_of_each_other(self) -> None:
        """Neither is the whole."""
        found = circle_in(step("a", part_of="b"), step("b", part_of="a"))

        assert {("a", "b", "a"), ("b", "a", "b")} >= {found}

    def test_after_a_part_of_itself(self) -> None:
        """The part cannot begin before its whole, which waits for it."""
        found = circle_in(step("whole", "part"), step("part", part_of="whole"))

        assert {"whole", "part"} == set(found)

    def test_a_part_after_its_whole(self) -> None:
        """The whole is not done before its parts are."""
        found = circle_in(step("whole"), step("part", "whole", part_of="whole"))

        assert {"whole", "part"} == set(found)

    def test_only_steps_with_a_link_between_them_are_named(self) -> None:
        """The part waits through its whole, so the whole is named too."""
        found = circle_in(step("whole", "x"), step("part", part_of="whole"), step("x", "part"))

        assert {"whole", "x", "part"} == set(found)
        assert 4 == len(found)

    def test_the_error_names_the_circle(self) -> None:
        """By ids, without what the steps say."""
        with pytest.raises(StepCycle, match=re.escape("each other: a -> a; take one")) as caught:
            StepPlan((step("a", "a"),))

        assert SECRET not in str(caught.value)


class TestReady:
    """What can be done now."""

    PLAN = StepPlan(
        (
            step("tidy", "rest"),
            step("desk", part_of="tidy"),
            step("shelf", "desk", part_of="tidy"),
            step("rest"),
        )
    )

    @pytest.mark.parametrize(
        ("done", "ready"),
        [
            ([], ["rest"]),
            (["rest"], ["desk"]),
            (["rest", "desk"], ["shelf"]),
            (["rest", "desk", "shelf"], ["tidy"]),
            (["rest", "desk", "shelf", "tidy"], []),
            (["unheard of"], ["rest"]),
            (["shelf"], ["rest"]),
        ],
    )
    def test_one_thing_leads_to_another(self, done: list[str], ready: list[str]) -> None:
        """Parts wait for what their whole comes after; the whole comes last."""
        assert ready == [each.id for each in self.PLAN.ready(done)]

    def test_a_part_of_a_part_waits_as_well(self) -> None:
        """What the whole comes after comes before its smallest piece."""
        plan = StepPlan(
            (
                step("tidy", "rest"),
                step("desk", part_of="tidy"),
                step("drawer", part_of="desk"),
                step("rest"),
            )
        )

        assert [["rest"], ["drawer"]] == [
            [each.id for each in plan.ready(done)] for done in ([], ["rest"])
        ]

    @pytest.mark.parametrize("make", [set, frozenset, tuple, iter])
    def test_any_collection_of_ids_will_do(self, make: Callable[[list[str]], Any]) -> None:
        """Their order does not matter."""
        assert ["desk"] == [each.id for each in self.PLAN.ready(make(["rest"]))]

    def test_one_id_alone_is_refused(self) -> None:
        """Its letters are not ids."""
        assert ("several.type", "done") == broken(lambda: self.PLAN.ready("rest"))
