"""A goal can be seen through its parts, by a rule that is named, and unsaid is not no."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

from stepwell.display import to_html, to_text
from stepwell.errors import NotFound, OutsideScale, RuleBroken
from stepwell.goals import AchievementStatus, Goal
from stepwell.measures import at_least
from stepwell.progress import NotComputable, Reached, RollUp, RollUpRule, roll_up
from stepwell.steps import StepPlan
from stepwell.story import (
    AchievementChanged,
    CarePlan,
    GoalAdded,
    PlannedGoal,
    Recorded,
    Stamp,
    TargetRevised,
    replay,
)
from tests.refusals import ODD, SECRET, broken
from tests.second_language import spoken, unheard

DAY = date(2027, 1, 4)
STAMP = Stamp(by="p", at=datetime(2027, 1, 4, 9, tzinfo=UTC), day=DAY, zone="UTC")
YES, NOT_YET, NOT_SAID = Reached.YES, Reached.NOT_YET, Reached.NOT_SAID
SAID: dict[Reached, str | None] = {YES: "achieved", NOT_YET: "improving", NOT_SAID: None}


def story(*events: Any) -> CarePlan:
    """Return what events add up to."""
    return replay(
        Recorded(id=f"r{at}", version=at, recorded_at=STAMP.at, event=event)
        for at, event in enumerate(events, start=1)
    )


def added(goal_id: str, part_of: str | None = "w", **parts: Any) -> GoalAdded:
    """Return that a goal was set whose words are its id."""
    return GoalAdded(goal_id=goal_id, goal=Goal(goal_id, **parts), part_of=part_of, stamp=STAMP)


def whole(*reached: Reached, **own: Any) -> CarePlan:
    """Return a plan in which the parts p0, p1, ... of w were said to be so."""
    parts = (added(f"p{at}", achievement=SAID[each]) for at, each in enumerate(reached))
    return story(added("w", None, **own), *parts)


def rolled(plan: CarePlan, *rule: Any, **others: Any) -> RollUp:
    """Return the roll-up of w."""
    found = roll_up(plan, "w", *rule, **others)
    assert isinstance(found, RollUp)
    return found


class TestRules:
    """Each rule puts three truths together in its own way."""

    @pytest.mark.parametrize(
        ("parts", "of_all", "of_any"),
        [
            ((YES,), YES, YES),
            ((NOT_YET,), NOT_YET, NOT_YET),
            ((NOT_SAID,), NOT_SAID, NOT_SAID),
            ((YES, YES), YES, YES),
            ((YES, NOT_YET), NOT_YET, YES),
            ((YES, NOT_SAID), NOT_SAID, YES),
            ((NOT_YET, NOT_SAID), NOT_YET, NOT_SAID),
            ((YES, NOT_YET, NOT_SAID), NOT_YET, YES),
        ],
    )
    def test_all_and_any(
        self, parts: tuple[Reached, ...], of_all: Reached, of_any: Reached
    ) -> None:
        """One open part decides for all, one reached part for any; unsaid decides nothing."""
        plan = whole(*parts)

        assert (of_all, of_any) == (rolled(plan, "all").reached, rolled(plan, "any").reached)

    @pytest.mark.parametrize(
        ("parts", "share", "reached"),
        [
            ((YES, YES), (1.0, 1.0), YES),
            ((YES, NOT_YET), (0.75, 0.75), NOT_YET),
            ((NOT_YET, YES), (0.25, 0.25), NOT_YET),
            ((YES, NOT_SAID), (0.75, 1.0), NOT_SAID),
            ((NOT_YET, NOT_SAID), (0.0, 0.25), NOT_YET),
            ((NOT_YET, NOT_YET), (0.0, 0.0), NOT_YET),
        ],
    )
    def test_weighted(
        self, parts: tuple[Reached, ...], share: tuple[float, float], reached: Reached
    ) -> None:
        """The share is a range, as wide as what nobody has said."""
        found = rolled(whole(*parts), "weighted", weights={"p0": 3, "p1": 1})

        assert (share, reached) == ((found.least, found.most), found.reached)

    def test_separate_unless_a_rule_is_named(self) -> None:
        """Nothing is added up that nobody asked to add up."""
        found = rolled(whole(YES, NOT_YET))

        assert (RollUpRule.SEPARATE, None, None, None) == (
            found.rule,
            found.reached,
            found.least,
            found.most,
        )
        assert [YES, NOT_YET] == [part.reached for part in found.parts]

    @pytest.mark.parametrize("status", AchievementStatus)
    def test_two_of_the_codes_are_reached(self, status: AchievementStatus) -> None:
        """Holding what was reached is reached too; every other code is not so far."""
        found = rolled(story(added("w", None), added("p", achievement=status)), "all")

        assert (YES if status in {"achieved", "sustaining"} else NOT_YET) is found.reached


class TestParts:
    """Which parts count, and what each rests on."""

    @pytest.mark.parametrize("status", ["proposed", "cancelled", "rejected", "entered-in-error"])
    def test_what_was_let_go_is_left_out(self, status: str) -> None:
        """A part that nobody holds keeps no goal open."""
        let_go = added("gone", lifecycle=status, achievement="not-achieved")
        found = rolled(story(added("w", None), added("p", achievement="achieved"), let_go), "all")

        assert (YES, ["gone"]) == (found.reached, [each.goal_id for each in found.left_out])
        assert found.sentence.endswith("not counted here: 1.")
        assert "gone\n" not in to_text(found)
        assert "not counted: " in to_text(found)

    @pytest.mark.parametrize("status", ["planned", "accepted", "active", "on-hold", "completed"])
    def test_every_other_part_counts(self, status: str) -> None:
        """A part that is parked is still a part; completed alone does not say reached."""
        found = rolled(story(added("w", None), added("p", lifecycle=status)), "all")

        assert (NOT_SAID, ()) == (found.reached, found.left_out)

    def test_it_names_the_records_it_rests_on(self) -> None:
        """What was said last counts, be it when the goal was set or later."""
        later = AchievementChanged(goal_id="b", achievement="achieved", stamp=STAMP)
        plan = story(
            added("w", None), added("a", achievement="improving"), added("b"), added("c"), later
        )
        found = rolled(plan)

        assert ("w", ["a", "b", "c"]) == (found.goal_id, [part.goal_id for part in found.parts])
        assert ("r2", "r5") == found.entries
        assert ["r2", "r5", None] == [part.entry for part in found.parts]

    def test_a_later_target_says_nothing_of_what_is_reached(self) -> None:
        """The record in which it was said stays the one that is named."""
        target = at_least(20, "minutes")
        later = TargetRevised(goal_id="p", target=target, stamp=STAMP)
        plan = story(added("w", None), added("p", achievement="improving", target=target), later)

        assert ("r2",) == rolled(plan).entries

    def test_a_plan_made_by_hand_may_name_no_records(self) -> None:
        """Then there is nothing to name, and an answer all the same."""
        part = PlannedGoal(
            id="p",
            goal=Goal("p", achievement="achieved"),
            steps=StepPlan(),
            targets=(),
            part_of="w",
        )
        plan = whole()
        found = rolled(attrs.evolve(plan, goals=(*plan.goals, part)), "all")

        assert (YES, ()) == (found.reached, found.entries)

    def test_the_goal_itself_keeps_its_own_word(self) -> None:
        """What was said of the whole stands beside what its parts say."""
        found = rolled(whole(NOT_YET, achievement="achieved"), "all")

        assert (YES, NOT_YET) == (found.said, found.reached)

    @pytest.mark.parametrize("rule", ["separate", "all", "any"])
    def test_no_parts_is_no_roll_up(self, rule: str) -> None:
        """All of nothing is not reached, and not open either."""
        found = roll_up(whole(), "w", rule)

        assert isinstance(found, NotComputable)
        assert ("roll_up", "This goal has no parts to look at, which is fine.") == (
            found.name,
            found.because,
        )


class TestRefused:
    """A formula given too little raises, and says what it needs."""

    @pytest.mark.parametrize(
        ("rule", "weights", "kind", "code", "path"),
        [
            ("most", None, RuleBroken, "code.unknown", "rule"),
            ("weighted", None, RuleBroken, "roll_up.weights", "weights"),
            ("weighted", [1, 2], RuleBroken, "roll_up.weights", "weights"),
            ("weighted", {"p0": 1}, RuleBroken, "roll_up.weight", "weights[p1]"),
            ("weighted", {"p0": 1, "p1": 1, "x": 1}, NotFound, "roll_up.part", "weights"),
            ("weighted", {"p0": 1, "p1": 0}, OutsideScale, "roll_up.weight", "weights[p1]"),
            ("weighted", {"p0": 1, "p1": -1}, OutsideScale, "roll_up.weight", "weights[p1]"),
            ("weighted", {"p0": 1, "p1": 0.0009}, OutsideScale, "roll_up.weight", "weights[p1]"),
            ("weighted", {"p0": 1e7, "p1": 1}, OutsideScale, "roll_up.weight", "weights[p0]"),
            ("weighted", {"p0": True, "p1": 1}, RuleBroken, "number.type", "weights[p0]"),
            ("weighted", {"p0": ODD, "p1": 1}, RuleBroken, "number.type", "weights[p0]"),
            ("weighted", {"p0": 1, "p1": 1, SECRET: 1}, NotFound, "roll_up.part", "weights"),
            ("weighted", ODD, RuleBroken, "roll_up.weights", "weights"),
            ("all", {"p0": 1, "p1": 1}, RuleBroken, "roll_up.weights", "weights"),
        ],
    )
    def test_weights(
        self, rule: str, weights: Any, kind: type[RuleBroken], code: str, path: str
    ) -> None:
        """Each part has a weight above 0, and nothing else has one."""
        plan = whole(YES, NOT_YET)

        assert (code, path) == broken(lambda: roll_up(plan, "w", rule, weights=weights), kind=kind)

    @pytest.mark.parametrize(("weights", "came"), [(None, "NoneType"), ([1, 2], "list")])
    def test_what_came_in_place_of_weights_is_named(self, weights: Any, came: str) -> None:
        """By its kind, so that whoever asked can see what is amiss."""
        with pytest.raises(RuleBroken, match=f"got {came} "):
            roll_up(whole(YES, NOT_YET), "w", "weighted", weights=weights)

    def test_the_heaviest_weight(self) -> None:
        """The advice names it, and it is a weight itself."""
        with pytest.raises(OutsideScale) as caught:
            roll_up(whole(YES), "w", "weighted", weights={"p0": 1e9})
        heaviest = max(map(int, re.findall(r"\d+", caught.value.advice)))

        (part,) = rolled(whole(YES), "weighted", weights={"p0": heaviest}).parts

        assert heaviest == part.weight

    def test_an_unknown_goal(self) -> None:
        """As everywhere in a plan."""
        with pytest.raises(NotFound, match=r"goal\.unknown"):
            roll_up(CarePlan(), "w")

    def test_a_part_that_was_let_go_may_keep_its_weight(self) -> None:
        """It weighs nothing, and is no mistake."""
        plan = story(added("w", None), added("a"), added("b", lifecycle="cancelled"))
        found = rolled(plan, "weighted", weights={"a": 1, "b": 9})

        assert [1.0] == [part.weight for part in found.parts]


class TestWords:
    """What a roll-up says, in kind and plain words."""

    @pytest.mark.parametrize(
        ("parts", "rule", "weights", "sentence"),
        [
            ((YES,), "all", None, "Seen through its parts, this goal is reached."),
            ((NOT_YET,), "any", None, "Seen through its parts, this goal is open so far."),
            ((NOT_SAID,), "all", None, "Nobody has said yet how some of the parts are"),
            ((YES, NOT_YET), "separate", None, "Parts of this goal, each by itself: 2."),
            ((YES, NOT_YET), "weighted", (1, 2), "By the weights you gave, 33.3 percent"),
            ((YES, YES), "weighted", (1e-3, 1e6), "By the weights you gave, 100 percent"),
            ((YES, NOT_SAID), "weighted", (1, 3), "between 25 and 100 percent"),
            ((NOT_YET,), "weighted", (1,), "Seen through its parts, this goal is open so far."),
        ],
    )
    def test_sentences(
        self, parts: tuple[Reached, ...], rule: str, weights: Any, sentence: str
    ) -> None:
        """A share of nothing is not told as a number."""
        given = None if weights is None else {f"p{at}": each for at, each in enumerate(weights)}

        assert sentence in rolled(whole(*parts), rule, weights=given).sentence

    @pytest.mark.parametrize(
        ("parts", "weights", "shown"),
        [
            ((YES, NOT_YET), (1_000_000, 1), "99.9999 percent"),
            ((YES, NOT_SAID), (1_000_000, 1), "between 99.9999 and 100 percent"),
            ((NOT_YET, YES), (1_000_000, 1), " 0.0001 percent"),
            ((YES, NOT_SAID, NOT_YET), (5000, 1, 5000), "between 49.995 and 50.005 percent"),
        ],
    )
    def test_nearly_is_not_all(
        self, parts: tuple[Reached, ...], weights: tuple[float, ...], shown: str
    ) -> None:
        """What is not quite all or nothing does not read so, and a range has two ends."""
        given = {f"p{at}": each for at, each in enumerate(weights)}

        assert shown in rolled(whole(*parts), "weighted", weights=given).sentence

    @pytest.mark.parametrize(
        ("rule", "explanation", "variant"),
        [
            ("all", "when all of its parts are", "all parts reached, in three truths"),
            ("any", "when any one of its parts is", "any part reached, in three truths"),
            ("weighted", "by the weights you gave them", "weight of reached parts by weight of"),
            ("separate", "nothing is added up", "not summed"),
        ],
    )
    def test_each_rule_says_what_it_does(self, rule: str, explanation: str, variant: str) -> None:
        """To the person in a sentence, and to whoever computes it again."""
        found = rolled(whole(YES), rule, weights={"p0": 1} if rule == "weighted" else None)

        assert explanation in found.explanation
        assert found.variant.startswith(variant)

    def test_it_says_its_rule(self) -> None:
        """The rule stands there in a sentence, with its variant and source."""
        found = rolled(whole(YES), "all")

        assert (
            "This goal counts as reached when all of its parts are.",
            "all parts reached, in three truths (yes, not yet, nobody said)",
            1,
            "own wording, not clinically reviewed",
            "Roll-up of parts: achieved.",
        ) == (
            found.explanation,
            found.variant,
            found.version,
            found.source,
            found.for_clinician,
        )

    def test_every_sentence_is_in_the_language_that_was_asked_for(self) -> None:
        """Also that there is nothing to look at."""
        with spoken() as locale:
            found = [roll_up(whole(YES), "w", locale=locale), roll_up(whole(), "w", locale=locale)]

        assert [] == unheard(*found)

    def test_its_view(self) -> None:
        """Each part with what was said of it and its weight, then the rule."""
        found = rolled(
            whole(YES, NOT_YET, NOT_SAID), "weighted", weights={"p0": 2, "p1": 1, "p2": 1}
        )

        assert to_text(found).splitlines()[:6] == [
            "w",
            "  By the weights you gave, between 50 and 75 percent of this goal is reached. It",
            "  depends on parts of which nobody has said yet.",
            "  p0  reached (weight 2)",
            "  p1  getting easier (weight 1)",
            "  p2  nobody has said yet (weight 1)",
        ]

    def test_what_was_said_of_the_whole_is_shown(self) -> None:
        """A goal that somebody called reached shows so, whatever its parts say."""
        assert "of the goal itself" in to_html(
            rolled(whole(NOT_YET, achievement="achieved"), "all")
        )
        assert "of the goal itself" not in to_html(rolled(whole(NOT_YET), "all"))
