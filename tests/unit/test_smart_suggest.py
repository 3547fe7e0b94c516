"""A draft holds what is in the words, says where from, and says what it is unsure of."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import stepwell
from stepwell.errors import CrisisResourcesMissing, RuleBroken
from stepwell.goals import Category, Goal
from stepwell.measures import Direction, Target, at_least, at_most, between
from stepwell.safety import CrisisResources
from stepwell.smart import CueKind, Doubt, Draft, Rhythm, suggest
from tests.refusals import NO_TEXT, broken
from tests.second_language import spoken

MONDAY = date(2027, 1, 4)


def goal_in(draft: Draft) -> Goal:
    """Return the goal of a draft that has one."""
    assert draft.goal is not None
    return draft.goal


def target_in(text: str) -> Target | None:
    """Return the target that some words give."""
    return goal_in(suggest(text, today=MONDAY)).target


def doubts_in(text: str, *, today: date | None = MONDAY) -> dict[Doubt, tuple[str, str | None]]:
    """Return each doubt with the first part it is about and the words it quotes."""
    return {
        each.doubt: (each.path, None if each.span is None else text[slice(*each.span)])
        for each in reversed(suggest(text, today=today).unsure)
    }


class TestTarget:
    """The number that is aimed at."""

    @pytest.mark.parametrize(
        ("text", "target"),
        [
            ("walk 20 minutes", at_least(20, "minutes")),
            ("walk 20 minutes, 3 times a week", at_least(20, "minutes")),
            ("swim twice a week", at_least(2, "times")),
            ("ring my sister twice", at_least(2, "times")),
            ("read 10 or more pages", at_least(10, "pages")),
            ("take a 10-minute walk", at_least(10, "minutes")),
            ("walk twenty five minutes", at_least(25, "minutes")),
            ("read for half an hour", at_least(0.5, "hours")),
            ("do 5 push-ups", at_least(5, "push-ups")),
            ("save £20 a week", at_least(20, "£")),
            ("read 10+ pages", at_least(10, "pages")),
            ("read 10 pages or more", at_least(10, "pages")),
            ("walk at least 20 to 30 minutes", at_least(20, "minutes")),
            ("walk more than 20 minutes", at_least(20, "minutes")),
            ("sleep 7-8 hours a night", between(7, 8, "hours")),
            ("do yoga 3-4 times a week", between(3, 4, "times")),
            ("drink no more than 2 glasses of wine a night", at_most(2, "glasses of wine")),
            ("smoke fewer than 5 cigarettes a day", at_most(5, "cigarettes")),
            ("cut down to 5 cigarettes a day", at_most(5, "cigarettes")),
            ("not lie in bed longer than 30 minutes", at_most(30, "minutes")),
            ("drink 0 glasses of wine", at_most(0, "glasses of wine")),
            ("no phone for 2 hours", at_least(2, "hours")),
            ("anxiety from 7/10 to 4/10", at_most(4, "points")),
            ("get my mood from 4 to 7 out of 10", at_least(7, "points")),
            ("feel 8 out of 10 by Friday", at_least(8, "points", due=date(2027, 1, 8))),
            ("feel 8 out of 10", at_least(8, "points")),
            ("from an 8 to a 4", at_most(4, "points")),
            ("from 40% to 60%", at_least(60, "percent")),
            ("bring my PHQ-9 from 18 to 9", at_most(9, "points")),
            ("PHQ-9 below 10", at_most(9, "points")),
            ("PHQ-9 of 9", at_most(9, "points")),
            ("keep my GAD-7 under 5", at_most(4, "points")),
            ("GAD-7 less than 8", at_most(7, "points")),
            ("PHQ-9 from 18 to below 10", at_most(9, "points")),
            ("PHQ-9 from 18 to 9 or less", at_most(9, "points")),
            ("GAD-7 from 15 to below 8", at_most(7, "points")),
            ("anxiety from 8 to under 4", at_most(4, "points")),
            ("keep to 1500 calories a day", between(1500, 1500, "calories")),
            ("stick to 20 to 30 minutes", between(20, 30, "minutes")),
            ("walk 30 min 5 days a week", at_least(30, "minutes")),
            ("swim 30 min 2 days per week", at_least(30, "minutes")),
            ("cut down from 20 cigarettes to 5 a day", at_most(5, "cigarettes")),
            ("cut down from 20 to 5 cigarettes a day", at_most(5, "cigarettes")),
            ("reduce from 40 hours to 30 hours a week", at_most(30, "hours")),
            ("go from 3 drinks a night to 1", at_most(1, "drinks")),
            ("walk from 5 to 20 minutes", at_least(20, "minutes")),
            ("go 3 days without smoking", at_least(3, "days")),
            ("get back up to 65 kg", at_least(65, "kg")),
            ("get my steps up to 5000 steps", at_least(5000, "steps")),
            ("get down to 70 kg", at_most(70, "kg")),
            ("walk up to 20 minutes a day", at_most(20, "minutes")),
            ("do yoga once or twice a week", between(1, 2, "times")),
            ("phone 1 of my 3 sisters", at_least(1, "sisters")),
            ("to the 3 sisters", at_least(3, "sisters")),
        ],
    )
    def test_number_is_read_as_the_words_mean_it(self, text: str, target: Target) -> None:
        """Below, up to, or more, from and to."""
        assert target == target_in(text)

    @pytest.mark.parametrize(
        ("text", "doubt", "words"),
        [
            ("run 5 by Friday", Doubt.NO_UNIT, "5"),
            ("be 50% less tired", Doubt.NO_BASE, "50%"),
            ("lower my PHQ-9 by 5 points", Doubt.CHANGE, "PHQ-9 by 5 points"),
            ("lower my GAD-7 by 5 points", Doubt.CHANGE, "GAD-7 by 5 points"),
            ("lose 5 kg", Doubt.CHANGE, "5 kg"),
            ("mood to 12/10", Doubt.DOES_NOT_FIT, "mood to 12/10"),
            ("bring my PHQ-9 from 40 to 30", Doubt.DOES_NOT_FIT, "PHQ-9 from 40 to 30"),
            ("bring my PHQ-9 from 9 to 18", Doubt.DOES_NOT_FIT, "PHQ-9 from 9 to 18"),
            (f"walk {'9' * 400} minutes", Doubt.NO_UNIT, f"{'9' * 400} minutes"),
            ("walk 1e400 minutes", Doubt.NO_UNIT, "1e"),
            ("take 50 mg sertraline every morning", Doubt.MEDICINE, "50 mg sertraline"),
            ("stay at 50 mg until my review", Doubt.MEDICINE, "50 mg"),
            ("stick to 2 tablets a day", Doubt.MEDICINE, "2 tablets"),
            ("come off 2 of my 3 tablets with my GP", Doubt.MEDICINE, "2 of my 3 tablets"),
            ("take my tablets twice a day", Doubt.MEDICINE, "twice a day"),
            ("PHQ-9 from 18 to above 10", Doubt.DOES_NOT_FIT, "PHQ-9 from 18 to above 10"),
            ("reach 11 stone", Doubt.OPEN_WAY, "11 stone"),
            ("get to 75 kg", Doubt.OPEN_WAY, "75 kg"),
            ("keep my weight at 70 kg", Doubt.OPEN_WAY, "70 kg"),
            ("get to 75 kg by 1 March 2027", Doubt.OPEN_WAY, "75 kg"),
            ("save 20 pounds a week", Doubt.OPEN_WAY, "20 pounds"),
            ("from 8/10 to below 4/10", Doubt.OPEN_END, "8/10"),
            ("walk from 20 minutes", Doubt.OPEN_END, "20 minutes"),
            ("from 20 minutes to 30 pages", Doubt.OPEN_END, "from 20 minutes to 30 pages"),
            ("from 20 cigarettes to 5 pipes", Doubt.OPEN_END, "20 cigarettes"),
            ("walk from 5 to at most 20 minutes", Doubt.OPEN_END, "from 5 to at most 20 minutes"),
        ],
    )
    def test_number_that_is_not_plain_gives_no_target(
        self, text: str, doubt: Doubt, words: str
    ) -> None:
        """It stays in the words, and the draft says why."""
        assert target_in(text) is None
        assert ("goal.target", words) == doubts_in(text)[doubt]

    @pytest.mark.parametrize(
        ("text", "doubt"),
        [
            ("walk 20 minutes", Doubt.AT_LEAST),
            ("cut down to 5 cigarettes", Doubt.AT_MOST),
            ("walk under 20 minutes", Doubt.ABOUT_BELOW),
            ("walk over 20 minutes", Doubt.ABOUT_ABOVE),
            ("from an 8 to a 4", Doubt.NO_SCALE),
            ("get my steps up to 5000 steps", Doubt.AT_LEAST),
            ("get down to 70 kg", Doubt.AT_MOST),
            ("keep to 1500 calories a day", Doubt.EXACTLY),
            ("anxiety from 8 to under 4", Doubt.ABOUT_BELOW),
            ("walk 30 min 5 pages", Doubt.SECOND_AMOUNT),
            ("phone two friends for 10 minutes", Doubt.SECOND_AMOUNT),
        ],
    )
    def test_target_that_could_be_meant_otherwise_says_so(self, text: str, doubt: Doubt) -> None:
        """It is in the draft, with its doubt."""
        assert target_in(text) is not None
        assert "goal.target" == doubts_in(text)[doubt][0]

    @pytest.mark.parametrize("text", ["read at least 10 pages", "sleep 7-8 hours", "PHQ-9 to 9"])
    def test_told_is_not_guessed(self, text: str) -> None:
        """Where the words say which way, nothing is unsure about it."""
        assert {Doubt.AT_LEAST, Doubt.AT_MOST}.isdisjoint(doubts_in(text))

    def test_number_past_all_counting_is_no_number(self) -> None:
        """Also where a rhythm stands in the words."""
        assert target_in(f"{'9' * 400} walk times a week") is None

    def test_doubts_about_a_target_that_is_not_there_stay_away(self) -> None:
        """What could not be set needs no second doubt."""
        assert Doubt.AT_LEAST not in doubts_in(f"walk {'9' * 400} minutes")

    def test_instrument_that_is_shipped_brings_its_measure(self) -> None:
        """Its name, its scale and which way is better."""
        goal = goal_in(suggest("bring my PHQ-9 from 18 to 9"))
        assert goal.measure is not None
        assert ("PHQ-9", 27.0, 18.0) == (goal.measure.name, goal.measure.high, goal.baseline)

    def test_other_instrument_is_named_as_it_was_written(self) -> None:
        """Nothing is known of its scale."""
        measure = goal_in(suggest("get my BDI down to 12")).measure
        assert measure is not None
        assert ("BDI", Direction.DECREASE, None) == (measure.name, measure.direction, measure.high)

    def test_other_instrument_without_a_target_is_no_measure(self) -> None:
        """Nobody said which way is better."""
        assert goal_in(suggest("lower my GAD-7 by 5 points")).measure is None

    @pytest.mark.parametrize(
        ("text", "baseline"),
        [
            ("cut down from 20 cigarettes to 5 a day", 20),
            ("cut down from 20 to 5 cigarettes a day", 20),
            ("reduce from 40 hours to 30 hours a week", 40),
            ("go from 3 drinks a night to 1", 3),
            ("PHQ-9 from 18 to below 10", 18),
        ],
    )
    def test_amount_has_a_baseline_too(self, text: str, baseline: float) -> None:
        """From twenty to five."""
        assert baseline == goal_in(suggest(text)).baseline

    def test_baseline_is_where_the_words_start(self) -> None:
        """From seven."""
        assert 7 == goal_in(suggest("anxiety from 7/10 to 4/10")).baseline


class TestRhythm:
    """How often."""

    @pytest.mark.parametrize(
        ("text", "rhythm"),
        [
            ("walk 20 minutes, 3 times a week", Rhythm(3, "week")),
            ("meditate daily", Rhythm(1, "day")),
            ("walk 30 min 5 days a week", Rhythm(5, "week")),
            ("stick to 2 tablets a day", Rhythm(1, "day")),
            ("do yoga 0 times a week", None),
            ("walk 20 minutes", None),
        ],
    )
    def test_stands_beside_the_goal(self, text: str, rhythm: Rhythm | None) -> None:
        """A goal holds one target."""
        assert rhythm == suggest(text).rhythm

    @pytest.mark.parametrize("text", ["save 20 a week", "put by 50 a month"])
    def test_number_that_counts_nothing_named_is_no_rhythm(self, text: str) -> None:
        """Twenty of what is not told."""
        draft = suggest(text)
        assert (None, None) == (draft.rhythm, goal_in(draft).target)
        assert "rhythm" == doubts_in(text)[Doubt.NO_UNIT][0]

    @pytest.mark.parametrize(
        ("text", "doubt"),
        [
            ("do yoga 3-4 times a week", Doubt.LOOSE_RHYTHM),
            ("do yoga at least twice a week", Doubt.LOOSE_RHYTHM),
            ("swim twice a week and read every day", Doubt.SECOND_RHYTHM),
        ],
    )
    def test_one_number_may_leave_something_out(self, text: str, doubt: Doubt) -> None:
        """The draft says so."""
        assert "rhythm" == doubts_in(text)[doubt][0]

    def test_rhythm_that_is_no_number_is_told(self) -> None:
        """It stays in the words."""
        assert ("rhythm", "most evenings") == doubts_in("walk most evenings")[Doubt.OPEN_RHYTHM]


class TestDays:
    """The day to look at it, and the first day."""

    @pytest.mark.parametrize(
        ("text", "today", "due"),
        [
            ("walk 20 minutes by 1 March 2027", None, date(2027, 3, 1)),
            ("walk 20 minutes by 1 March", MONDAY, date(2027, 3, 1)),
            ("walk 20 minutes within six weeks", MONDAY, date(2027, 2, 15)),
            ("walk 20 minutes by Friday", MONDAY, date(2027, 1, 8)),
            ("walk 20 minutes by the 5th of next month", MONDAY, date(2027, 2, 5)),
            ("walk 20 minutes by the 5th with Sam", MONDAY, date(2027, 1, 5)),
            ("starting 1 Feb, walk 20 minutes for 6 weeks", MONDAY, date(2027, 3, 15)),
            ("walk 20 minutes for 4 weeks, starting next Monday", MONDAY, date(2027, 2, 8)),
            ("starting soon, walk 20 minutes for 6 weeks", MONDAY, None),
            ("starting 1 Feb, walk 20 minutes by 1 March", MONDAY, date(2027, 3, 1)),
            ("walk 20 minutes before my 30th birthday", MONDAY, None),
            ("walk 20 minutes on my 2nd attempt", MONDAY, None),
            ("walk 20 minutes before my 2nd 10k", MONDAY, None),
            ("walk 20 minutes for the 1st time", MONDAY, None),
            ("walk 20 minutes by Friday", None, None),
            ("walk 20 minutes by 1 March", None, None),
            ("walk 20 minutes before the wedding", MONDAY, None),
        ],
    )
    def test_due_stands_on_the_target(
        self, text: str, today: date | None, due: date | None
    ) -> None:
        """And in the draft itself."""
        draft = suggest(text, today=today)
        target = goal_in(draft).target
        assert target is not None
        assert (due, due) == (target.due, draft.due)

    @pytest.mark.parametrize(
        ("text", "today", "doubt", "words"),
        [
            ("walk 20 minutes by Friday", None, Doubt.NO_TODAY, "by Friday"),
            ("walk 20 minutes by 1 March", None, Doubt.NO_TODAY, "by 1 March"),
            ("walk 20 minutes by 1 March", None, Doubt.NO_YEAR, "by 1 March"),
            ("walk 20 minutes by 1 March", MONDAY, Doubt.NO_YEAR, "by 1 March"),
            ("walk 20 minutes by 10/10", MONDAY, Doubt.NO_YEAR, "by 10/10"),
            ("walk 20 minutes by 1 March 2020", MONDAY, Doubt.DAY_GONE_BY, "by 1 March 2020"),
            ("walk before the wedding", MONDAY, Doubt.OPEN_DAY, "before the wedding"),
            ("paint the shed by Friday", MONDAY, Doubt.DAY_ALONE, "by Friday"),
            ("walk by Friday or by Sunday", MONDAY, Doubt.SECOND_DAY, "by Sunday"),
        ],
    )
    def test_day_that_is_not_plain_says_so(
        self, text: str, today: date | None, doubt: Doubt, words: str
    ) -> None:
        """With the words it is about."""
        assert ("goal.target.due", words) == doubts_in(text, today=today)[doubt]

    def test_day_without_a_number_stays_beside_the_goal(self) -> None:
        """A day stands on a target, and no number is made up for it."""
        draft = suggest("paint the shed by Friday", today=MONDAY)
        assert (None, date(2027, 1, 8)) == (goal_in(draft).target, draft.due)

    def test_same_day_twice_is_one_day(self) -> None:
        """Nothing is unsure about it."""
        assert Doubt.SECOND_DAY not in doubts_in("walk by Friday, by 8 January 2027")

    def test_start_is_read(self) -> None:
        """Where it is a day."""
        draft = suggest("walk 20 minutes starting Monday", today=MONDAY)
        assert (date(2027, 1, 11), None) == (goal_in(draft).start, draft.due)

    def test_start_waits_for_today(self) -> None:
        """Without it, Monday is no day."""
        found = doubts_in("walk 20 minutes starting Monday", today=None)
        assert ("goal.start", "starting Monday") == found[Doubt.NO_TODAY]

    def test_start_after_the_day_to_look_is_left_in_the_words(self) -> None:
        """A goal does not take it, so the draft does not either."""
        text = "walk 20 minutes by 1 March 2027, starting 5 June 2027"
        assert goal_in(suggest(text, today=MONDAY)).start is None
        assert ("goal.start", "starting 5 June 2027") == doubts_in(text)[Doubt.START_AFTER_DUE]


class TestOtherParts:
    """Area, confidence, hours, wording."""

    def test_category_is_left_open_where_the_words_speak_for_none(self) -> None:
        """Other is no area."""
        assert Category.ACTIVITY == goal_in(suggest("walk round the lake")).category
        assert goal_in(suggest("from an 8 to a 4")).category is None

    @pytest.mark.parametrize(
        ("text", "confidence"),
        [
            ("walk daily, 8/10 sure", 8),
            ("confidence 7 out of 10, walk daily", 7),
            ("walk daily", None),
            ("walk within 30 minutes of waking", None),
            ("I am 80% sure I will walk daily", None),
            ("walk daily, 12/10 sure", None),
        ],
    )
    def test_confidence_is_a_rating_of_ten(self, text: str, confidence: int | None) -> None:
        """Nothing is converted."""
        assert confidence == goal_in(suggest(text)).confidence

    @pytest.mark.parametrize(
        ("text", "doubt"),
        [
            ("I am 80% sure I will walk daily", Doubt.HOW_SURE),
            ("walk daily, 12/10 sure", Doubt.DOES_NOT_FIT),
        ],
    )
    def test_other_rating_is_told(self, text: str, doubt: Doubt) -> None:
        """It stays in the words."""
        assert "goal.confidence" == doubts_in(text)[doubt][0]

    @pytest.mark.parametrize(
        ("text", "unsure"),
        [
            ("get up at 7", True),
            ("get up at 7 am", False),
            ("get up at 07:15", False),
            ("be home at 19:30", False),
            ("get up at 7 in the morning", False),
            ("be in bed by midnight", False),
            ("walk 20 minutes", False),
        ],
    )
    def test_hour_with_no_half_of_the_day(self, text: str, unsure: bool) -> None:
        """Seven could be two hours."""
        assert unsure is (Doubt.HALF_OF_DAY in doubts_in(text))

    def test_avoidance_and_several_aims(self) -> None:
        """Both as the review finds them."""
        assert ("goal.statement", "stop") == doubts_in("stop biting my nails")[Doubt.AVOIDANCE]
        assert Doubt.SEVERAL_AIMS in doubts_in("phone my sister, join a choir and paint the shed")


class TestTaken:
    """Where each part comes from."""

    def test_each_part_is_quoted(self) -> None:
        """Exactly, with the kind of cue."""
        text = "walk 20 minutes, 3 times a week until 1 March, 8/10 sure"
        draft = suggest(text, today=MONDAY)
        assert [
            ("goal.category", None, None),
            ("goal.target", CueKind.QUANTITY, "20 minutes"),
            ("rhythm", CueKind.FREQUENCY, "3 times a week"),
            ("due", CueKind.DEADLINE, "until 1 March"),
            ("goal.target.due", CueKind.DEADLINE, "until 1 March"),
            ("goal.confidence", None, "8/10 sure"),
        ] == [(each.path, each.kind, each.text) for each in draft.taken]


class TestWithoutAGoal:
    """Where there is nothing to fill in."""

    def test_words_that_call_for_a_person_get_the_message_alone(self) -> None:
        """No goal, nothing taken, no doubts."""
        crisis = CrisisResources("Ring Kim.")
        draft = suggest("have fewer suicidal thoughts by Friday", today=MONDAY, crisis=crisis)
        assert (None, None, None, (), ()) == (
            draft.goal,
            draft.rhythm,
            draft.due,
            draft.taken,
            draft.unsure,
        )
        assert draft.message is not None
        assert draft.message.endswith("Ring Kim.")

    def test_a_host_without_resources_is_warned(self) -> None:
        """As by a review."""
        with pytest.warns(CrisisResourcesMissing):
            assert suggest("I want to die").goal is None

    def test_a_clinician_is_a_person_too(self) -> None:
        """The message is the other one."""
        draft = suggest("come off sertraline in two weeks")
        assert draft.goal is None
        assert draft.message

    def test_numbers_can_call_for_a_person_too(self) -> None:
        """A dose that is to fall, with no prescriber named, is no draft."""
        draft = suggest("sertraline below 50 mg")
        assert draft.goal is None
        assert draft.message

    @pytest.mark.parametrize("text", ["a\x00b", "half a letter \ud83d", "\u200b"])
    def test_words_that_cannot_be_stored_are_no_goal(self, text: str) -> None:
        """The draft says so, and nothing is raised."""
        draft = suggest(text)
        assert (None, [Doubt.NOT_KEPT]) == (draft.goal, [each.doubt for each in draft.unsure])

    def test_words_that_cannot_be_read_stay_as_they_are(self) -> None:
        """Another script is a goal with nothing around it."""
        draft = suggest("20 минут ходить")
        assert (Goal("20 минут ходить"), ()) == (draft.goal, draft.unsure)


class TestAsking:
    """What is handed over."""

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            (NO_TEXT, "suggest.type"),
            (Goal("walk"), "suggest.type"),
            ("  ", "review.empty"),
            ("a" * 10_001, "review.too_long"),
        ],
    )
    def test_only_words_are_taken(self, text: Any, code: str) -> None:
        """A few, and not too many."""
        assert code == broken(lambda: suggest(text))[0]

    def test_day_is_checked(self) -> None:
        """As by a review."""
        today: Any = "today"
        with pytest.raises(RuleBroken, match=r"day\.type"):
            suggest("walk", today=today)

    def test_sentences_are_said_in_the_language(self) -> None:
        """A language with no lexicon has no doubts about numbers."""
        with spoken() as locale:
            draft = suggest("walk 20 minutes", locale=locale)
        assert Goal("walk 20 minutes") == draft.goal

    def test_region_changes_nothing(self) -> None:
        """English is English."""
        assert suggest("walk 20 minutes") == suggest("walk 20 minutes", locale="en-GB")

    def test_is_at_the_top(self) -> None:
        """Beside review."""
        assert stepwell.suggest is suggest
