"""A request becomes true events and safety signals, or is refused and nothing happens."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, get_args

import attrs
import pytest

from stepwell.dismissals import Dismissal
from stepwell.errors import DuplicateId, GoalCycle, NotFound, OutsideScale, RuleBroken, UnitMismatch
from stepwell.goals import Barrier, Goal, IfThenPlan
from stepwell.instruments import PHQ9
from stepwell.measures import Measure, Reading, at_least, at_most
from stepwell.safety import SafetyClass, SafetySignal
from stepwell.steps import Step, StepPlan
from stepwell.story import (
    AchievementChanged,
    AddGoal,
    CarePlan,
    ChangeAchievement,
    ChangeLifecycle,
    DismissFinding,
    FindingDismissed,
    GoalAdded,
    GoalPlaced,
    GoalRated,
    GoalStarred,
    LifecycleChanged,
    PlaceGoal,
    RateGoal,
    ReadingRecorded,
    Recorded,
    RecordReading,
    RecordScore,
    RecordStep,
    Request,
    ReviseTarget,
    ScoreRecorded,
    Stamp,
    StarGoal,
    StepRecorded,
    TargetRevised,
    decide,
    replay,
    signals_of,
)
from tests.refusals import ODD, broken

CONCERN = "I do not want to be alive"
DAY = date(2027, 1, 4)
STAMP = Stamp(by="p", at=datetime(2027, 1, 4, 9, tzinfo=UTC), day=DAY, zone="UTC")
WALKING = Measure("walking", unit="minutes", direction="increase", low=0, high=120)
PAGES = Measure("reading", unit="pages", direction="increase")
STANDING = Measure("standing", unit="minutes", direction="increase")
STEPS = StepPlan.of("Shoes", "Walk")
TEN = Reading(10, measure=WALKING, on=DAY)
ELSEWHERE = "elsewhere"


def plan_with(goal: Goal) -> CarePlan:
    """Return a plan with this one goal, as g."""
    first = GoalAdded(goal_id="g", goal=goal, steps=STEPS, stamp=STAMP)
    return replay([Recorded(id="r1", version=1, recorded_at=STAMP.at, event=first)])


PLAN = plan_with(Goal("Walk in the park", measure=WALKING))


def words(field: str, safety: SafetyClass = SafetyClass.RESPOND_NOW) -> SafetySignal:
    """Return the signal for words in a field."""
    return SafetySignal(safety=safety, field=field, origin="words")


class TestDecide:
    """Every request leads to the event it names."""

    @pytest.mark.parametrize(
        ("request_", "event"),
        [
            (
                AddGoal(goal_id="h", goal=Goal("Rest"), steps=STEPS),
                GoalAdded(goal_id="h", goal=Goal("Rest"), steps=STEPS, stamp=STAMP),
            ),
            (
                RecordStep(goal_id="g", step_id="step-1", outcome="tried", effort=7, note="rain"),
                StepRecorded(
                    goal_id="g",
                    step_id="step-1",
                    outcome="tried",
                    effort=7,
                    note="rain",
                    stamp=STAMP,
                ),
            ),
            (
                RecordReading(reading=TEN, goal_id="g", note="sun"),
                ReadingRecorded(reading=TEN, goal_id="g", note="sun", stamp=STAMP),
            ),
            (RecordReading(reading=TEN), ReadingRecorded(reading=TEN, stamp=STAMP)),
            (
                RecordScore(score=PHQ9.score([0] * 9), note="tired"),
                ScoreRecorded(score=PHQ9.score([0] * 9), note="tired", stamp=STAMP),
            ),
            (
                RateGoal(goal_id="g", rating=4, note="near"),
                GoalRated(goal_id="g", rating=4, note="near", stamp=STAMP),
            ),
            (
                ReviseTarget(goal_id="g", target=at_least(5, "minutes"), reason="flu"),
                TargetRevised(
                    goal_id="g", target=at_least(5, "minutes"), reason="flu", stamp=STAMP
                ),
            ),
            (
                ChangeLifecycle(goal_id="g", lifecycle="on-hold", reason="flu"),
                LifecycleChanged(goal_id="g", lifecycle="on-hold", reason="flu", stamp=STAMP),
            ),
            (
                ChangeAchievement(goal_id="g", achievement="improving", reason="sun"),
                AchievementChanged(goal_id="g", achievement="improving", reason="sun", stamp=STAMP),
            ),
            (
                AddGoal(goal_id="h", goal=Goal("Rest"), part_of="g"),
                GoalAdded(goal_id="h", goal=Goal("Rest"), part_of="g", stamp=STAMP),
            ),
            (StarGoal(goal_id="g"), GoalStarred(goal_id="g", starred=True, stamp=STAMP)),
            (
                StarGoal(goal_id="g", starred=False),
                GoalStarred(goal_id="g", starred=False, stamp=STAMP),
            ),
            (
                PlaceGoal(goal_id="g", part_of=None),
                GoalPlaced(goal_id="g", part_of=None, stamp=STAMP),
            ),
            (
                DismissFinding(goal_id="g", code="TIM06", reason="I like it open"),
                FindingDismissed(
                    goal_id="g", dismissal=Dismissal("TIM06", "I like it open"), stamp=STAMP
                ),
            ),
        ],
    )
    def test_what_was_asked_happens(self, request_: Request, event: object) -> None:
        """Everything in the request stands in the event, and there is one."""
        decision = decide(PLAN, request_, STAMP)

        assert ((event,), ()) == (decision.events, decision.signals)

    def test_every_request_has_its_decision(self) -> None:
        """None of the requests falls through to 'not a request'."""
        kinds = {type(each) for each in REFUSED}

        assert set(get_args(Request)) == kinds | {RecordScore}

    def test_a_reading_is_true_on_its_own_day(self) -> None:
        """Telling on Monday what was measured on Sunday makes it Sunday's."""
        sunday = attrs.evolve(TEN, on=date(2027, 1, 3))
        (event,) = decide(PLAN, RecordReading(reading=sunday), STAMP).events

        assert isinstance(event, ReadingRecorded)
        assert attrs.evolve(STAMP, day=date(2027, 1, 3)) == event.stamp

    def test_a_goal_without_a_scale_takes_any_reading(self) -> None:
        """Where nothing was said about numbers, no number is of another measure."""
        plan = plan_with(Goal("Read"))
        pages = Reading(3, measure=PAGES, on=DAY)

        assert 1 == len(decide(plan, RecordReading(reading=pages, goal_id="g"), STAMP).events)

    def test_a_goal_with_a_target_alone_takes_any_reading_in_its_unit(self) -> None:
        """Its unit is all that was said."""
        plan = plan_with(Goal("Stand", target=at_least(5, "minutes")))
        standing = Reading(3, measure=STANDING, on=DAY)

        assert 1 == len(decide(plan, RecordReading(reading=standing, goal_id="g"), STAMP).events)


UNKNOWN = (NotFound, "goal.unknown", "goal_id")
REFUSED: dict[Request, tuple[type[RuleBroken], str, str]] = {
    AddGoal(goal_id="g", goal=Goal("Walk")): (DuplicateId, "goal.duplicate", "goal_id"),
    AddGoal(goal_id="", goal=Goal("Walk")): (RuleBroken, "text.empty", "goal_id"),
    RecordStep(goal_id=ELSEWHERE, step_id="step-1"): UNKNOWN,
    RecordStep(goal_id="g", step_id=ELSEWHERE): (NotFound, "step.unknown", "step_id"),
    RecordStep(goal_id="g", step_id="step-1", outcome="won"): (
        RuleBroken,
        "code.unknown",
        "outcome",
    ),
    RecordStep(goal_id="g", step_id="step-1", effort=11): (
        OutsideScale,
        "whole.outside_scale",
        "effort",
    ),
    RecordReading(reading=TEN, goal_id=ELSEWHERE): UNKNOWN,
    RecordReading(reading=Reading(3, measure=PAGES, on=DAY), goal_id="g"): (
        UnitMismatch,
        "reading.unit",
        "reading.measure.unit",
    ),
    RecordReading(reading=Reading(3, measure=STANDING, on=DAY), goal_id="g"): (
        RuleBroken,
        "reading.measure",
        "reading.measure",
    ),
    RateGoal(goal_id=ELSEWHERE, rating=4): UNKNOWN,
    RateGoal(goal_id="g", rating=11): (OutsideScale, "whole.outside_scale", "rating"),
    RateGoal(goal_id="g", rating=4, note=""): (RuleBroken, "text.empty", "note"),
    ReviseTarget(goal_id=ELSEWHERE, target=at_least(5, "minutes")): UNKNOWN,
    ReviseTarget(goal_id="g", target=at_least(5, "pages")): (
        UnitMismatch,
        "goal.target.unit",
        "goal.target.unit",
    ),
    ReviseTarget(goal_id="g", target=at_most(5, "minutes")): (
        RuleBroken,
        "goal.target.direction",
        "goal.target",
    ),
    ReviseTarget(goal_id="g", target=at_least(121, "minutes")): (
        OutsideScale,
        "measure.outside_scale",
        "goal.target.low",
    ),
    ChangeLifecycle(goal_id=ELSEWHERE, lifecycle="on-hold"): UNKNOWN,
    ChangeLifecycle(goal_id="g", lifecycle="finished"): (RuleBroken, "code.unknown", "lifecycle"),
    ChangeAchievement(goal_id=ELSEWHERE, achievement="improving"): UNKNOWN,
    ChangeAchievement(goal_id="g", achievement="finished"): (
        RuleBroken,
        "code.unknown",
        "achievement",
    ),
    AddGoal(goal_id="h", goal=Goal("Walk"), part_of=ELSEWHERE): (
        NotFound,
        "goal.unknown",
        "part_of",
    ),
    AddGoal(goal_id="h", goal=Goal("Walk"), part_of="h"): (NotFound, "goal.unknown", "part_of"),
    StarGoal(goal_id=ELSEWHERE): UNKNOWN,
    StarGoal(goal_id="g", starred="yes"): (  # type: ignore[arg-type]
        RuleBroken,
        "value.type",
        "starred",
    ),
    PlaceGoal(goal_id=ELSEWHERE, part_of=None): UNKNOWN,
    PlaceGoal(goal_id="g", part_of=ELSEWHERE): (NotFound, "goal.unknown", "part_of"),
    DismissFinding(goal_id=ELSEWHERE, code="TIM06"): UNKNOWN,
    DismissFinding(goal_id="g", code=""): (RuleBroken, "text.empty", "dismissal.code"),
    DismissFinding(goal_id="g", code="TIM06", reason=" "): (
        RuleBroken,
        "text.empty",
        "dismissal.reason",
    ),
    DismissFinding(goal_id="g", code="SAF01"): (RuleBroken, "finding.safety", "code"),
    DismissFinding(goal_id="g", code="saf03"): (RuleBroken, "finding.safety", "code"),
    PlaceGoal(goal_id="g", part_of="g"): (GoalCycle, "goal.cycle", "part_of"),
}


class TestRefused:
    """What does not fit the plan leads to nothing."""

    @pytest.mark.parametrize("request_", REFUSED)
    def test_one_clear_error(self, request_: Request) -> None:
        """Each has its class, its code and its path."""
        kind, *code_and_path = REFUSED[request_]

        assert tuple(code_and_path) == broken(lambda: decide(PLAN, request_, STAMP), kind=kind)

    @pytest.mark.parametrize("request_", [None, ODD, object(), Goal("Walk")])
    def test_what_is_no_request(self, request_: Any) -> None:
        """It is refused, and nothing of its content is told."""
        refusal = broken(lambda: decide(PLAN, request_, STAMP))

        assert ("request.unknown", "request") == refusal

    def test_the_class_of_what_is_no_request(self) -> None:
        """Whoever handed over a goal instead of a request reads so."""
        stray: Any = Goal("Walk")

        with pytest.raises(RuleBroken, match="Goal is not a request"):
            decide(PLAN, stray, STAMP)


class TestSignals:
    """Safety comes with every decision, from words and from items."""

    @pytest.mark.parametrize(
        ("request_", "field"),
        [
            (AddGoal(goal_id="h", goal=Goal(CONCERN)), "goal.statement"),
            (AddGoal(goal_id="h", goal=Goal("Rest", why=CONCERN)), "goal.why"),
            (
                AddGoal(
                    goal_id="h",
                    goal=Goal(
                        "Rest",
                        barriers=(
                            Barrier("rain", plans=(IfThenPlan(when="it rains", then=CONCERN),)),
                        ),
                    ),
                ),
                "goal.barriers[0].plans[0].then",
            ),
            (
                AddGoal(goal_id="h", goal=Goal("Rest"), steps=StepPlan((Step(CONCERN, id="s"),))),
                "steps.steps[0].what",
            ),
            (RecordStep(goal_id="g", step_id="step-1", note=CONCERN), "note"),
            (RecordReading(reading=TEN, note=CONCERN), "note"),
            (
                RecordReading(
                    reading=Reading(1, measure=attrs.evolve(PAGES, name=CONCERN), on=DAY)
                ),
                "reading.measure.name",
            ),
            (RecordScore(score=PHQ9.score([0] * 9), note=CONCERN), "note"),
            (RateGoal(goal_id="g", rating=4, note=CONCERN), "note"),
            (ReviseTarget(goal_id="g", target=at_least(5, "minutes"), reason=CONCERN), "reason"),
            (ChangeLifecycle(goal_id="g", lifecycle="on-hold", reason=CONCERN), "reason"),
            (ChangeAchievement(goal_id="g", achievement="worsening", reason=CONCERN), "reason"),
        ],
    )
    def test_words_in_every_field(self, request_: Request, field: str) -> None:
        """Wherever it is written, the signal names the field and not the words."""
        signals = decide(PLAN, request_, STAMP).signals

        assert (words(field),) == signals
        assert CONCERN not in repr(signals)

    @pytest.mark.parametrize(
        "items",
        [
            [0, 0, 0, 0, 0, 0, 0, 0, 1],
            [3, 3, 3, 3, 3, 3, 3, 3, 3],
            [None, None, None, None, None, None, None, None, 1],
        ],
    )
    def test_an_item_speaks_apart_from_the_total(self, items: list[int | None]) -> None:
        """A total of 1, a total of 27, and no total at all: item 9 signals."""
        signals = decide(PLAN, RecordScore(score=PHQ9.score(items)), STAMP).signals

        assert (
            SafetySignal(safety=SafetyClass.RESPOND_NOW, field="score.flags.item9", origin="item"),
        ) == signals

    def test_a_high_total_alone_is_no_signal(self) -> None:
        """A score is not turned into a level of risk."""
        score = PHQ9.score([3, 3, 3, 3, 3, 3, 3, 3, 0])

        assert () == signals_of(RecordScore(score=score))

    @pytest.mark.parametrize(
        "request_", [StarGoal(goal_id=CONCERN), PlaceGoal(goal_id=CONCERN, part_of=CONCERN)]
    )
    def test_an_id_is_no_words(self, request_: Request) -> None:
        """A star and a place hold codes alone, so there is nothing to screen."""
        assert () == signals_of(request_)

    def test_items_come_before_words(self) -> None:
        """Both are told, and neither hides the other."""
        score = PHQ9.score([0, 0, 0, 0, 0, 0, 0, 0, 2])
        found = signals_of(RecordScore(score=score, note="I stopped taking my antidepressants"))

        assert ["item", "words"] == [each.origin for each in found]
        assert SafetyClass.TALK_TO_CLINICIAN is found[1].safety

    def test_a_refused_request_still_signals(self) -> None:
        """What somebody wrote is not lost with the request."""
        assert (words("note"),) == signals_of(RateGoal(goal_id=ELSEWHERE, rating=99, note=CONCERN))

    @pytest.mark.parametrize("request_", [CONCERN, RecordScore(score=CONCERN)])  # type: ignore[arg-type]
    def test_a_request_of_the_wrong_type_still_signals(self, request_: Any) -> None:
        """A mistake in the host's code does not hide what a person wrote."""
        assert [SafetyClass.RESPOND_NOW] == [each.safety for each in signals_of(request_)]

    def test_a_language_without_a_lexicon_finds_nothing(self) -> None:
        """It is not assessed, which is no signal and no sign of safety either."""
        request = RateGoal(goal_id="g", rating=1, note=CONCERN)

        assert () == signals_of(request, locale="xx")
        assert () == decide(PLAN, request, STAMP, locale="xx").signals

    def test_items_speak_in_every_language(self) -> None:
        """A flag needs no lexicon."""
        score = PHQ9.score([0, 0, 0, 0, 0, 0, 0, 0, 1])

        assert 1 == len(signals_of(RecordScore(score=score), locale="xx"))
