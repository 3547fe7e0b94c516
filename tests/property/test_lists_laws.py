"""Laws of lists and roll-ups: every goal has its list, and no order or scale matters."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import reduce
from itertools import pairwise

import attrs
from hypothesis import given
from hypothesis import strategies as st

from stepwell.goals import AchievementStatus, Goal, LifecycleStatus
from stepwell.kindness import check_kind
from stepwell.progress import NotComputable, Reached, RollUp, RollUpRule, roll_up
from stepwell.story import (
    CarePlan,
    Event,
    GoalAdded,
    GoalPlaced,
    GoalStarred,
    PlannedGoal,
    Recorded,
    Stamp,
    evolve,
    goal_lists,
    replay,
    too_many,
)
from tests.story_strategies import stories
from tests.strategies import days, goals

Story = tuple[Recorded[Event], ...]
NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)
STAMP = Stamp(by="p", at=NOON, day=date(2027, 1, 4), zone="UTC")
NAMES = ("in_progress", "future", "past", "parked")
IDS = ("a", "b", "c", "d")


def told(*events: Event) -> Story:
    """Return events as a story."""
    return tuple(
        Recorded(id=f"r{at}", version=at, recorded_at=NOON, event=event)
        for at, event in enumerate(events, start=1)
    )


def links() -> st.SearchStrategy[str | None]:
    """Return a whole, or none."""
    return st.none() | st.sampled_from(IDS)


@st.composite
def placings(draw: st.DrawFn) -> Story:
    """Return stories in which goals are set, starred and moved into each other."""
    one = st.sampled_from(IDS)
    set_up = st.builds(GoalAdded, goal_id=one, goal=goals(), part_of=links(), stamp=st.just(STAMP))
    place = st.builds(GoalPlaced, goal_id=one, part_of=links(), stamp=st.just(STAMP))
    star = st.builds(GoalStarred, goal_id=one, starred=st.booleans(), stamp=st.just(STAMP))
    return told(*draw(st.lists(set_up | place | star, max_size=14)))


@st.composite
def wholes(draw: st.DrawFn, *, min_size: int = 1) -> CarePlan:
    """Return plans in which w has parts of every kind that count."""
    said = st.lists(st.none() | st.sampled_from(AchievementStatus), min_size=min_size, max_size=5)
    whole = GoalAdded(goal_id="w", goal=Goal("Whole"), stamp=STAMP)
    parts = (
        GoalAdded(goal_id=f"p{at}", goal=Goal("Part", achievement=each), part_of="w", stamp=STAMP)
        for at, each in enumerate(draw(said))
    )
    return replay(told(whole, *parts))


def weights_for(plan: CarePlan) -> st.SearchStrategy[dict[str, float]]:
    """Return a weight for each part of w."""
    weight = st.floats(1, 1000)
    return st.fixed_dictionaries({part.id: weight for part in plan.parts("w")})


def rolled(plan: CarePlan, rule: RollUpRule, weights: dict[str, float] | None = None) -> RollUp:
    """Return the roll-up of w."""
    found = roll_up(plan, "w", rule, weights=weights)
    assert isinstance(found, RollUp)
    return found


def turned(plan: CarePlan) -> CarePlan:
    """Return the same plan with its goals in the other order."""
    return attrs.evolve(plan, goals=plan.goals[::-1])


@given(story=stories() | placings(), today=days())
def test_every_goal_is_in_exactly_one_list(story: Story, today: date) -> None:
    """But for mistakes, which are in none; no list holds a goal twice."""
    plan = replay(story)
    lists = goal_lists(plan, today=today)

    held = [each.id for name in NAMES for each in getattr(lists, name)]

    kept = [
        each.id
        for each in plan.goals
        if each.goal.lifecycle is not LifecycleStatus.ENTERED_IN_ERROR
    ]
    assert sorted(kept) == sorted(held)


@given(story=stories() | placings(), today=days())
def test_lists_keep_the_order_of_the_plan(story: Story, today: date) -> None:
    """No goal is sorted before another, and the starred are those with a star."""
    plan = replay(story)
    lists = goal_lists(plan, today=today)
    listed = {each.id for name in NAMES for each in getattr(lists, name)}
    at = {each.id: place for place, each in enumerate(plan.goals)}

    for name in (*NAMES, "starred"):
        places = [at[each.id] for each in getattr(lists, name)]
        assert all(first < second for first, second in pairwise(places))
    assert [each for each in plan.goals if each.starred and each.id in listed] == list(
        lists.starred
    )


@given(story=placings(), today=days(), later=days())
def test_time_only_brings_goals_under_way(story: Story, today: date, later: date) -> None:
    """As days go by, a goal for later may begin; nothing else moves, nothing falls due."""
    first, last = sorted((today, later))
    before, after = (goal_lists(replay(story), today=each) for each in (first, last))

    assert {each.id for each in before.in_progress} <= {each.id for each in after.in_progress}
    assert (before.past, before.parked, before.starred) == (
        after.past,
        after.parked,
        after.starred,
    )


@given(story=placings())
def test_replay_is_the_fold_of_evolve(story: Story) -> None:
    """Stars and places add up the same in one pass and one step at a time."""
    assert reduce(evolve, story, CarePlan()) == replay(story)


@given(story=placings())
def test_no_goal_is_part_of_itself(story: Story) -> None:
    """Whatever was asked for, going from part to whole comes to an end."""
    plan = replay(story)

    for planned in plan.goals:
        above: PlannedGoal | None = planned
        for _ in plan.goals:
            above = None if above is None or above.part_of is None else plan.goal(above.part_of)
        assert above is None


@given(story=stories() | placings(), cap=st.integers(1, 4))
def test_the_cap_is_gentle(story: Story, cap: int) -> None:
    """It speaks of active goals alone, of more than the cap, and kindly; a wider cap says less."""
    plan = replay(story)
    finding = too_many(plan, cap=cap)

    if finding is None:
        assert too_many(plan, cap=cap + 1) is None
        return
    assert cap < len(finding.goal_ids)
    assert {LifecycleStatus.ACTIVE} == {plan.goal(i).goal.lifecycle for i in finding.goal_ids}
    assert () == check_kind(finding.sentence)


@given(said=st.none() | st.sampled_from(AchievementStatus), weight=st.floats(0.001, 1000))
def test_one_part_is_the_whole(said: AchievementStatus | None, weight: float) -> None:
    """A roll-up of one part says what the part says, by every rule that sums."""
    plan = replay(
        told(
            GoalAdded(goal_id="w", goal=Goal("Whole"), stamp=STAMP),
            GoalAdded(goal_id="p", goal=Goal("Part", achievement=said), part_of="w", stamp=STAMP),
        )
    )
    found = [
        rolled(plan, RollUpRule.ALL),
        rolled(plan, RollUpRule.ANY),
        rolled(plan, RollUpRule.WEIGHTED, {"p": weight}),
    ]
    (part,) = found[0].parts
    share = {Reached.YES: (1, 1), Reached.NOT_YET: (0, 0), Reached.NOT_SAID: (0, 1)}

    assert [part.reached] * 3 == [each.reached for each in found]
    assert share[part.reached] == (found[2].least, found[2].most)


@given(data=st.data(), plan=wholes(), power=st.integers(-9, 9))
def test_weights_count_beside_each_other(data: st.DataObject, plan: CarePlan, power: int) -> None:
    """All weights twice as large, or in another order, change nothing."""
    weights = data.draw(weights_for(plan))
    scaled = {part: weight * 2.0**power for part, weight in weights.items()}
    first, second = (rolled(plan, RollUpRule.WEIGHTED, each) for each in (weights, scaled))
    third = rolled(turned(plan), RollUpRule.WEIGHTED, dict(reversed(weights.items())))

    assert (first.least, first.most) == (second.least, second.most) == (third.least, third.most)


@given(data=st.data(), plan=wholes())
def test_a_share_is_a_range(data: st.DataObject, plan: CarePlan) -> None:
    """It lies within 0 and 1, and is a point where everything was said."""
    found = rolled(plan, RollUpRule.WEIGHTED, data.draw(weights_for(plan)))

    assert found.least is not None
    assert found.most is not None
    assert 0 <= found.least <= found.most <= 1
    if Reached.NOT_SAID not in {part.reached for part in found.parts}:
        assert found.least == found.most


@given(data=st.data(), plan=wholes())
def test_a_share_reads_as_what_it_is(data: st.DataObject, plan: CarePlan) -> None:
    """None or all stands there only where it is so, and the two ends of a range differ."""
    weight = st.floats(0.001, 1_000_000)
    weights = st.fixed_dictionaries({part.id: weight for part in plan.parts("w")})
    found = rolled(plan, RollUpRule.WEIGHTED, data.draw(weights))
    shown = [Decimal(each) for each in re.findall(r"\d+(?:\.\d+)?", found.sentence)]
    meant = list(dict.fromkeys((found.least, found.most))) if found.most else []

    assert [each in {0, 1} for each in meant] == [each in {0, 100} for each in shown]
    assert shown == sorted(set(shown))


@given(plan=wholes())
def test_all_and_any_do_not_depend_on_order(plan: CarePlan) -> None:
    """No part is heard before another."""
    for rule in (RollUpRule.ALL, RollUpRule.ANY):
        assert rolled(plan, rule).reached == rolled(turned(plan), rule).reached


@given(plan=wholes())
def test_what_is_said_later_never_contradicts(plan: CarePlan) -> None:
    """A yes or a not yet stays, whatever the unsaid parts turn out to be."""
    for rule in (RollUpRule.ALL, RollUpRule.ANY):
        now = rolled(plan, rule).reached
        for turn in ("achieved", "no-change"):
            known = attrs.evolve(
                plan,
                goals=tuple(
                    each
                    if each.goal.achievement is not None
                    else attrs.evolve(each, goal=attrs.evolve(each.goal, achievement=turn))
                    for each in plan.goals
                ),
            )
            assert now in {Reached.NOT_SAID, rolled(known, rule).reached}


@given(story=stories() | placings(), rule=st.sampled_from(("all", "any", "separate")))
def test_every_goal_can_be_rolled_up(story: Story, rule: str) -> None:
    """Whatever happened, there is an answer, and it can be shown."""
    plan = replay(story)

    for planned in plan.goals:
        found = roll_up(plan, planned.id, rule)
        counted = 0 if isinstance(found, NotComputable) else len(found.parts)
        assert counted <= len(plan.parts(planned.id))
        assert str(found)
