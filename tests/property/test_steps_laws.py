"""Laws of plans: what has a circle is refused, and everything else can be done."""

from __future__ import annotations

from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.errors import StepCycle
from stepwell.steps import Step, StepPlan
from tests.strategies import step_plans

BEGUN, DONE = "begun", "done"


def links(steps: tuple[Step, ...]) -> set[tuple[str, str]]:
    """Return every pair of ids with a link between them, in the way one waits for the other."""
    pairs = {(step.id, first) for step in steps for first in step.after}
    for step in steps:
        if step.part_of is not None:
            pairs |= {(step.id, step.part_of), (step.part_of, step.id)}
    return pairs


def waits(steps: tuple[Step, ...]) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """Return what the beginning and the end of each step wait for, written out naively."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for step in steps:
        found[step.id, BEGUN] = {(first, DONE) for first in step.after}
        found[step.id, BEGUN] |= {(each.id, BEGUN) for each in steps if each.id == step.part_of}
        found[step.id, DONE] = {(step.id, BEGUN)}
        found[step.id, DONE] |= {(each.id, DONE) for each in steps if each.part_of == step.id}
    return found


def can_be_done(steps: tuple[Step, ...]) -> bool:
    """Play a plan through: whatever waits for nothing more happens."""
    waiting, happened = waits(steps), set[tuple[str, str]]()
    while possible := {each for each in waiting.keys() - happened if waiting[each] <= happened}:
        happened |= possible
    return len(happened) == len(waiting)


def among(steps: tuple[Step, ...], ids: set[str]) -> tuple[Step, ...]:
    """Return the steps with these ids, and the links among them alone."""
    return tuple(
        attrs.evolve(
            step,
            after=tuple(each for each in step.after if each in ids),
            part_of=step.part_of if step.part_of in ids else None,
        )
        for step in steps
        if step.id in ids
    )


@st.composite
def tangles(draw: st.DrawFn) -> tuple[Step, ...]:
    """Return steps with any links at all."""
    ids = [f"s{at}" for at in range(draw(st.integers(1, 6)))]
    some = st.lists(st.sampled_from(ids), max_size=2).map(tuple)
    one = st.none() | st.sampled_from(ids)
    return tuple(Step("Do it", id=each, after=draw(some), part_of=draw(one)) for each in ids)


@given(tangles())
def test_exactly_the_plans_that_cannot_be_done_are_refused(steps: tuple[Step, ...]) -> None:
    """And the circle that is named is one: each id has a link to the next, none comes twice."""
    if can_be_done(steps):
        assert steps == StepPlan(steps).steps
        return

    with pytest.raises(StepCycle) as caught:
        StepPlan(steps)
    circle = caught.value.cycle
    assert circle[0] == circle[-1]
    assert len(circle) - 1 == len(set(circle))
    assert links(steps) >= set(pairwise(circle))
    assert not can_be_done(among(steps, set(circle)))


@given(step_plans(min_size=1), st.data())
def test_a_planted_circle_is_always_found(plan: StepPlan, data: st.DataObject) -> None:
    """Something that a step waits for is put after that very step, however far away it is."""
    step = data.draw(st.sampled_from(plan.steps))
    first = step.id
    for _ in range(data.draw(st.integers(0, len(plan)))):
        first = data.draw(st.sampled_from((*plan[first].after, first)))
    planted = tuple(
        attrs.evolve(each, after=(*each.after, step.id)) if each.id == first else each
        for each in plan
    )

    with pytest.raises(StepCycle) as caught:
        StepPlan(planted)

    circle = caught.value.cycle
    assert (first, step.id) in set(pairwise(circle))


@given(step_plans(), st.data())
def test_something_is_ready_until_everything_is_done(plan: StepPlan, data: st.DataObject) -> None:
    """And nothing that is ready waits for anything; in whatever order it is done."""
    done: list[str] = []
    while len(done) < len(plan):
        ready = plan.ready(done)
        assert ready
        for step in ready:
            assert step.id not in done
            assert set(step.after) <= set(done)
            assert {part.id for part in plan.parts(step.id)} <= set(done)
        done.append(data.draw(st.sampled_from(ready)).id)

    assert () == plan.ready(done)


@given(step_plans(), st.data())
def test_a_part_waits_with_its_whole(plan: StepPlan, data: st.DataObject) -> None:
    """Whatever any step around it comes after is done before it is offered."""
    done = data.draw(st.lists(st.sampled_from([step.id for step in plan]))) if len(plan) else []
    for step in plan.ready(done):
        around = step
        while around.part_of is not None:
            around = plan[around.part_of]
            assert set(around.after) <= set(done)


@given(step_plans())
def test_ready_keeps_the_order_of_the_plan(plan: StepPlan) -> None:
    """As the steps were written."""
    assert [step for step in plan if step in plan.ready()] == list(plan.ready())


class TestDepth:
    """A thousand levels are no limit."""

    LEVELS = 1000

    def test_one_after_the_other(self) -> None:
        """The next one is always found."""
        plan = StepPlan.of(*("Do it" for _ in range(self.LEVELS)))
        done = [step.id for step in plan.steps[:-1]]

        assert (plan.steps[-1],) == plan.ready(done)

    def test_one_inside_the_other(self) -> None:
        """The innermost comes first."""
        parts = [Step("Do it", id="s0")] + [
            Step("Do it", id=f"s{at}", part_of=f"s{at - 1}") for at in range(1, self.LEVELS)
        ]

        assert (parts[-1],) == StepPlan(tuple(parts)).ready()
        assert self.LEVELS + 1 == len(str(StepPlan(tuple(parts))).splitlines())

    @pytest.mark.parametrize("link", ["after", "part_of"])
    def test_a_circle_of_a_thousand(self, link: str) -> None:
        """Every step on it is named."""
        steps = []
        for at in range(self.LEVELS):
            before = f"s{(at - 1) % self.LEVELS}"
            after = (before,) if link == "after" else ()
            part_of = before if link == "part_of" else None
            steps.append(Step("Do it", id=f"s{at}", after=after, part_of=part_of))

        with pytest.raises(StepCycle) as caught:
            StepPlan(tuple(steps))

        assert {step.id for step in steps} == set(caught.value.cycle)
