"""From hopes, challenges and values to a goal: one question at a time, skipping always possible."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import stepwell
from stepwell.catalog import (
    Aim,
    Blank,
    Catalog,
    CategoryEntry,
    Focus,
    GoalTemplate,
    builtin,
)
from stepwell.discovery import Answers, Ask, Candidates, Question, asking, discover, follow_up
from stepwell.discovery.matching import candidates_for
from stepwell.discovery.rulers import offers
from stepwell.errors import (
    CrisisResourcesMissing,
    NotFound,
    OutsideScale,
    RuleBroken,
    UnknownMessage,
)
from stepwell.measures import Measure
from stepwell.messages import say
from stepwell.safety import CrisisResources, SafetyClass
from tests.refusals import NO_TEXT, ODD, SECRET, broken
from tests.second_language import spoken

CATALOG = builtin()
OURS = CrisisResources("Call the number on page one.")
SAID = Answers(hopes=["to see my friends"], challenges=["racing thoughts"], values=["my garden"])
CHOSEN = attrs.evolve(SAID, chosen="reconnect_short_message")
NOTHING = Answers(hopes=(), challenges=(), values=())


def changed(answers: Answers, **parts: Any) -> Answers:
    """Return the answers with some parts changed."""
    return attrs.evolve(answers, **parts)


def asked(answers: Answers) -> Question:
    """Return the question that comes next."""
    found = discover(answers, crisis=OURS)
    assert isinstance(found, Question)
    return found


def offered(
    answers: Answers, catalog: Catalog | None = None, *, crisis: CrisisResources | None = None
) -> Candidates:
    """Return the goals that come next."""
    found = discover(answers, catalog=catalog, crisis=crisis)
    assert isinstance(found, Candidates)
    return found


def keywords(answers: Answers) -> list[str | None]:
    """Return the keywords that goals are offered for, in order."""
    return [each.keyword for each in offered(answers).candidates]


def garden(*, kind: str = "at_least", steps: bool = False) -> Catalog:
    """Return a catalog of one focus, in which fewer may be better."""
    measure = Measure(
        "hours", unit="hours", direction="increase" if kind == "at_least" else "decrease"
    )
    focus = Focus("beds", title="Beds", plain="Green.", clinical="Green.", measure=measure)
    focus = attrs.evolve(focus, keywords=["beds"])
    if steps:
        focus = attrs.evolve(focus, steps=CATALOG.focuses[0].steps)
    bare = attrs.evolve(focus, code="pots")
    template = GoalTemplate(
        "tend",
        statement="Sit by the beds for {hours} hours",
        focus="beds",
        blanks=[Blank("hours", unit="hours", low=1, high=9, default=5)],
        aim=Aim("hours", kind=kind, unit="hours"),
        weeks=2,
    )
    entry = CategoryEntry(
        "own:garden", title="Garden", plain="Green.", clinical="Green.", focuses=[bare, focus]
    )
    return Catalog(categories=[entry], templates=[template])


class TestAnswers:
    """What somebody answered so far."""

    @pytest.mark.parametrize("name", ["hopes", "challenges", "values"])
    def test_words_are_kept_as_they_are(self, name: str) -> None:
        """As a tuple."""
        answers = changed(Answers(), **{name: [" To Rest "]})

        assert (" To Rest ",) == getattr(answers, name)

    @pytest.mark.parametrize("name", [field.name for field in attrs.fields(Answers)])
    def test_unset_and_skipped_are_two_things(self, name: str) -> None:
        """Nothing is not asked, an empty tuple is skipped."""
        assert None is getattr(Answers(), name)
        assert () == getattr(changed(Answers(), **{name: ()}), name)

    @pytest.mark.parametrize(
        ("name", "given", "code", "path"),
        [
            ("hopes", ODD, "several.type", "answers.hopes"),
            ("challenges", ["x", " "], "text.empty", "answers.challenges[1]"),
            ("values", [NO_TEXT], "text.type", "answers.values[0]"),
            ("area", NO_TEXT, "text.type", "answers.area"),
            ("chosen", " ", "text.empty", "answers.chosen"),
            ("importance", ODD, "whole.type", "answers.importance"),
            ("confidence", True, "whole.type", "answers.confidence"),
        ],
    )
    def test_what_is_refused(self, name: str, given: Any, code: str, path: str) -> None:
        """With its path, and in silence about the words."""
        assert (code, path) == broken(lambda: changed(Answers(), **{name: given}))

    @pytest.mark.parametrize("ask", [Ask.CHOOSE, Ask.IMPORTANCE, Ask.CONFIDENCE])
    def test_a_code_or_a_number_is_nobody_s_words(self, ask: Ask) -> None:
        """What is not answered in words has none."""
        assert None is changed(CHOSEN, importance=8, confidence=8).to(ask)

    @pytest.mark.parametrize("rating", [-1, 11])
    def test_a_number_off_the_ruler(self, rating: int) -> None:
        """Is refused."""
        found = broken(lambda: Answers(importance=rating), kind=OutsideScale)

        assert ("whole.outside_scale", "answers.importance") == found


class TestOrder:
    """What is asked, and when."""

    def test_one_question_after_another(self) -> None:
        """Hopes, challenges, values, choose, importance, confidence, and then none."""
        parts: dict[str, Any] = {
            "hopes": ["to see my friends"],
            "challenges": (),
            "values": (),
            "chosen": "reconnect_short_message",
            "importance": 8,
            "confidence": 8,
        }
        seen = [
            discover(changed(Answers(), **dict(list(parts.items())[:at]))).ask for at in range(7)
        ]

        assert [*Ask, None] == seen

    def test_everything_can_be_skipped(self) -> None:
        """Without a goal no number is asked for."""
        found = offered(changed(NOTHING, chosen=()))

        assert None is found.ask
        assert "Nothing needs to be chosen today." in found.text

    def test_numbers_can_be_skipped(self) -> None:
        """Then nothing is asked or offered about them."""
        found = offered(changed(CHOSEN, importance=(), confidence=()))

        assert (None, (), ()) == (found.ask, found.follow, found.offers)
        assert CATALOG["reconnect_short_message"] == found.chosen

    def test_it_is_the_function_of_the_facade(self) -> None:
        """No module takes its place."""
        assert discover is stepwell.discover

    def test_something_else_than_answers(self) -> None:
        """Is refused."""
        assert ("value.type", "answers") == broken(lambda: discover(ODD))

    def test_each_question_has_a_sentence_of_its_own(self) -> None:
        """The one that is meant for it, also where goals are shown with it."""
        parts: dict[str, Any] = {"chosen": "reconnect_short_message", "importance": 8}
        story = [Answers(), Answers(hopes=()), Answers(hopes=(), challenges=())]
        story += [changed(SAID, **dict(list(parts.items())[:at])) for at in range(3)]

        assert [say(f"discover.question.{ask}") for ask in Ask] == [
            discover(answers).text for answers in story
        ]

    def test_the_end_says_that_everything_can_be_changed(self) -> None:
        """Choosing binds nobody."""
        found = offered(changed(CHOSEN, importance=(), confidence=()))

        assert found.text.startswith("Here is what you chose. You can change it")

    def test_goals_stay_in_sight_when_nothing_is_chosen(self) -> None:
        """Leaving it for today takes nothing away."""
        assert offered(SAID).candidates == offered(changed(SAID, chosen=())).candidates


class TestCandidates:
    """Which goals are offered, and why."""

    def test_the_longest_keyword_comes_first(self) -> None:
        """And each area that was spoken of has its place."""
        assert ["racing thoughts", "friends", "garden"] == keywords(SAID)

    def test_each_reason_quotes_its_keyword_in_its_sentence(self) -> None:
        """What was hoped for, what weighs, what matters."""
        reasons = [each.reason for each in offered(SAID).candidates]

        assert 'You wrote "racing thoughts" about what weighs on you' in reasons[0]
        assert 'You wrote "friends" about what you hope for' in reasons[1]
        assert 'You wrote "garden" about what matters to you' in reasons[2]
        assert [Ask.CHALLENGES, Ask.HOPES, Ask.VALUES] == [
            each.ask for each in offered(SAID).candidates
        ]

    def test_only_whole_words_count(self) -> None:
        """A word inside of another is none."""
        assert [] == keywords(changed(NOTHING, hopes=["befriendship gymnastics"]))

    def test_one_area_alone_brings_several_focuses(self) -> None:
        """Up to three."""
        found = offered(changed(NOTHING, hopes=["stronger legs, a walk, better sleep"]))
        homes = [CATALOG.category_of(each.template.focus).code for each in found.candidates]

        assert 3 == len(found.candidates)
        assert len(homes) == len({each.template.focus for each in found.candidates})

    def test_never_more_than_six(self) -> None:
        """However many words there are."""
        every = [word for focus in CATALOG.focuses for word in focus.keywords]
        found = offered(Answers(hopes=every, challenges=every, values=every))

        assert 6 == len(found.candidates)

    def test_the_template_nearest_to_the_words(self) -> None:
        """Of a focus with several."""
        found = offered(changed(NOTHING, hopes=["a yoga chair for my stress"]))

        assert "calm_chair_yoga" in [each.template.code for each in found.candidates]

    def test_it_comes_with_cautions_and_a_sentence(self) -> None:
        """Its numbers are suggested; who and where is left open, told by an example."""
        walk = offered(SAID).candidates[2]
        (place,) = walk.open_blanks
        example = str(walk.template.suggestions[place])
        filled = CATALOG.fill(walk.template, start=None, **{place: example}, **dict(walk.blanks))

        assert CATALOG.cautions(walk.template) == walk.cautions
        assert filled.statement == walk.statement.replace(f"[for example: {example}]", example)

    def test_the_form_that_was_written_is_quoted(self) -> None:
        """Nobody is told to have written a word that they did not write."""
        found = offered(changed(NOTHING, challenges=["I worried about it"])).candidates

        assert ["worried"] * 3 == [each.keyword for each in found]
        assert 'You wrote "worried" about what weighs on you' in found[0].reason

    def test_what_is_not_wished_for_is_no_wish(self) -> None:
        """Somebody who would rather have quiet is not offered company."""
        found = offered(changed(NOTHING, hopes=["I don't want to see people, just some quiet"]))

        assert "rebuild_connections" not in {each.template.focus for each in found.candidates}
        assert "some quiet" in [each.keyword for each in found.candidates]

    def test_nothing_matches(self) -> None:
        """All six areas are there to look around in."""
        found = offered(changed(NOTHING, hopes=["hm"]))

        assert (Ask.CHOOSE, ()) == (found.ask, found.candidates)
        assert CATALOG.categories == found.areas
        assert "No single goal stands out" in found.text

    def test_an_area_that_was_chosen(self) -> None:
        """Brings one goal for each of its focuses, with that as the reason."""
        found = offered(changed(NOTHING, area="activity")).candidates
        reason = 'You chose the area "Activity", and this goal is part of it.'

        assert [reason] * 3 == [each.reason for each in found]
        assert {(None, None)} == {(each.keyword, each.ask) for each in found}

    def test_an_area_that_was_skipped(self) -> None:
        """Changes nothing."""
        assert offered(SAID) == offered(changed(SAID, area=()))

    @pytest.mark.parametrize(
        ("name", "code"), [("area", "category.unknown"), ("chosen", "template.unknown")]
    )
    def test_a_code_that_is_not_there(self, name: str, code: str) -> None:
        """Is refused, and not told."""
        answers = changed(SAID, **{name: SECRET})

        assert (code, f"answers.{name}") == broken(lambda: discover(answers), kind=NotFound)

    def test_cautions_say_where_to_turn(self) -> None:
        """In the host's words, also in what is offered for a number."""
        said = changed(NOTHING, hopes=["coping when it gets bad"], area="symptom_reduction")
        found = offered(said, crisis=OURS)
        chosen = changed(said, chosen="rehearse_comfort", importance=3)
        (other,) = asked(chosen).offers
        (smaller,) = offered(changed(chosen, confidence=3), crisis=OURS).offers

        for goals in (found.candidates, other.candidates, smaller.candidates):
            assert any(OURS.text in caution for each in goals for caution in each.cautions)
            assert [CATALOG.cautions(each.template, crisis=OURS) for each in goals] == [
                each.cautions for each in goals
            ]

    def test_a_goal_has_its_cautions_as_soon_as_it_is_found(self) -> None:
        """Nobody has to remember to add them."""
        said = changed(NOTHING, area="symptom_reduction", confidence=3)
        (offer,) = offers(said, CATALOG["rehearse_comfort"], (), CATALOG, "en")
        found = [*candidates_for(said, CATALOG, "en"), *offer.candidates]

        assert [CATALOG.cautions(each.template) for each in found] == [
            each.cautions for each in found
        ]

    def test_no_goal_is_offered_twice(self) -> None:
        """However often its focus is spoken of."""
        once = offered(changed(NOTHING, hopes=["friends"])).candidates
        often = offered(changed(NOTHING, hopes=["friends, friends", "my friends"])).candidates

        assert once == often
        assert 3 == len({each.template.code for each in often})

    def test_an_area_has_a_place_before_another_has_a_second(self) -> None:
        """Even where its keyword is the shortest."""
        said = changed(NOTHING, hopes=["catastrophising, racing thoughts, a walk"])
        homes = [CATALOG.category_of(each.template.focus).code for each in offered(said).candidates]

        assert ["thought_patterns", "activity"] == homes[:2]

    def test_a_focus_without_templates(self) -> None:
        """Has nothing to offer and takes no place."""
        found = offered(changed(NOTHING, values=["my beds"]), garden())

        assert ["tend"] == [each.template.code for each in found.candidates]


class TestNumbers:
    """What is asked and offered about importance and confidence."""

    @pytest.mark.parametrize("ask", [Ask.IMPORTANCE, Ask.CONFIDENCE])
    @pytest.mark.parametrize("rating", range(11))
    def test_what_speaks_for_it_and_what_would_raise_it(self, ask: Ask, rating: int) -> None:
        """0 has a wording of its own; from 9 on nothing is to be raised; never why not 10."""
        said = follow_up(ask, rating)

        assert (2 if 0 < rating < 9 else 1) == len(said)
        assert f"You said {rating} " in said[0]
        assert (rating == 0) is ("rather than" not in said[0])
        assert not any("not 10" in each or "why" in each.lower() for each in said)

    @pytest.mark.parametrize(
        ("ask", "rating", "refused"),
        [
            (Ask.HOPES, 4, ("follow_up.ask", "ask")),
            (ODD, 4, ("follow_up.ask", "ask")),
            (Ask.CONFIDENCE, True, ("whole.type", "rating")),
            (Ask.CONFIDENCE, None, ("whole.type", "rating")),
        ],
    )
    def test_a_follow_up_needs_a_ruler_and_a_number_on_it(
        self, ask: Any, rating: Any, refused: tuple[str, str]
    ) -> None:
        """Nothing is asked about a number that is not there."""
        assert refused == broken(lambda: follow_up(ask, rating))

    @pytest.mark.parametrize("rating", [-1, 11])
    def test_a_follow_up_asks_about_0_to_10(self, rating: int) -> None:
        """Nothing beyond the ends of a ruler."""
        with pytest.raises(OutsideScale, match="rating"):
            follow_up(Ask.CONFIDENCE, rating)

    def test_the_number_beside_it_is_lower(self) -> None:
        """And never below 0."""
        assert "What makes it 4 rather than 2?" in follow_up(Ask.IMPORTANCE, 4)[0]
        assert "What makes it 1 rather than 0?" in follow_up(Ask.IMPORTANCE, 1)[0]
        assert "What would make it 9" in follow_up(Ask.IMPORTANCE, 8)[1]

    def test_importance_is_followed_up_beside_the_next_question(self) -> None:
        """It is the number that was answered last."""
        found = asked(changed(CHOSEN, importance=9))

        assert Ask.CONFIDENCE is found.ask
        assert follow_up(Ask.IMPORTANCE, 9) == found.follow

    def test_a_skipped_number_is_not_followed_up(self) -> None:
        """Nor is the one before it asked about once more."""
        found = offered(changed(CHOSEN, importance=9, confidence=()))

        assert () == found.follow

    @pytest.mark.parametrize(("rating", "count"), [(0, 1), (6, 1), (7, 0), (10, 0)])
    def test_below_seven_something_else_is_offered(self, rating: int, count: int) -> None:
        """From seven on nothing is."""
        for name in ("importance", "confidence"):
            others = {"importance": (), "confidence": None if name == "importance" else ()}
            found = discover(changed(CHOSEN, **(others | {name: rating})), crisis=OURS)

            assert [Ask(name)] * count == [each.ask for each in found.offers]

    def test_low_importance_offers_another_goal(self) -> None:
        """Never the one that was chosen."""
        (offer,) = asked(changed(CHOSEN, importance=3)).offers

        assert ["racing thoughts", "garden"] == [each.keyword for each in offer.candidates]
        assert () == offer.areas

    def test_low_importance_without_another_goal(self) -> None:
        """All areas are offered instead."""
        (offer,) = asked(changed(NOTHING, chosen="lighter_moment", importance=3)).offers

        assert ((), CATALOG.categories) == (offer.candidates, offer.areas)

    def test_low_confidence_offers_a_smaller_goal(self) -> None:
        """And a first step that is smaller still."""
        answers = changed(NOTHING, chosen="routine_short_walk", importance=(), confidence=4)
        (offer,) = offered(answers).offers
        (small,) = offer.candidates

        assert "Walk 5 minutes along [for example: the canal path]" in small.statement
        assert small.statement.endswith(" on 1 or more days a week")
        assert CATALOG.cautions("routine_short_walk") == small.cautions
        assert CATALOG.focus("exercise_routine").steps.steps[0] == offer.step

    @pytest.mark.parametrize(("kind", "hours"), [("at_least", 1), ("at_most", 9)])
    def test_the_smaller_one_is_the_easier_one(self, kind: str, hours: int) -> None:
        """Where fewer is aimed at, that is the high end."""
        answers = changed(NOTHING, chosen="tend", importance=(), confidence=4)
        (offer,) = offered(answers, garden(kind=kind)).offers

        assert (("hours", hours),) == offer.candidates[0].blanks
        assert None is offer.step

    def test_what_is_as_small_as_can_be_is_not_offered_as_smaller(self) -> None:
        """A first step is offered alone."""
        answers = changed(NOTHING, chosen="lighter_moment", importance=(), confidence=0)
        catalog = builtin()
        low = catalog["lighter_moment"].target_blank.low
        easy = attrs.evolve(catalog["lighter_moment"].target_blank, default=low)
        own = attrs.evolve(catalog["lighter_moment"], code="own", blanks=[easy])
        found = offered(changed(answers, chosen="own"), catalog.with_templates(own))

        assert [()] == [each.candidates for each in found.offers]
        assert None is not found.offers[0].step

    def test_each_offer_is_made_once(self) -> None:
        """After its own number, and not again at the end."""
        first = asked(changed(CHOSEN, importance=0))
        last = offered(changed(CHOSEN, importance=0, confidence=0))

        assert ["importance"] == [each.ask for each in first.offers]
        assert ["confidence"] == [each.ask for each in last.offers]

    def test_there_is_something_to_choose_from(self) -> None:
        """One keyword brings a few goals of its focus, each once, the nearest first."""
        found = offered(changed(NOTHING, hopes=["walking"])).candidates

        assert 3 == len({each.template.code for each in found})
        assert ["routine_short_walk"] == [each.template.code for each in found][:1]

    def test_what_is_offered_says_which_number_it_answers(self) -> None:
        """Each in a sentence that repeats the number, and nothing is asked for."""
        (first,) = asked(changed(CHOSEN, importance=2)).offers
        walk = changed(CHOSEN, chosen="routine_short_walk")
        (second,) = offered(changed(walk, importance=2, confidence=3)).offers

        assert first.text.startswith("You said 2, so another goal may matter more")
        assert second.text.startswith("You said 3, so something smaller may fit you better")
        assert second.candidates[0].reason.startswith("It is the goal you chose, at its smallest.")

    def test_the_last_number_is_followed_up_at_the_end(self) -> None:
        """How sure somebody feels, not how much it matters."""
        found = offered(changed(CHOSEN, importance=9, confidence=4))

        assert follow_up(Ask.CONFIDENCE, 4) == found.follow


STAGES = [
    Answers(),
    changed(NOTHING, chosen=()),
    NOTHING,
    SAID,
    changed(NOTHING, chosen="lighter_moment"),
    changed(NOTHING, chosen="lighter_moment", importance=(), confidence=()),
]


class TestLanguage:
    """A region does not matter; another language is never put in the place of one."""

    @pytest.mark.parametrize("locale", ["en-GB", "en_US", "EN"])
    @pytest.mark.parametrize("answers", STAGES)
    def test_a_region_does_not_matter(self, answers: Answers, locale: str) -> None:
        """Whatever comes next."""
        assert discover(answers) == discover(answers, locale=locale)

    @pytest.mark.parametrize("concern", ["suicidal thoughts", "stop my antidepressants"])
    def test_nor_does_it_where_somebody_needs_an_answer(self, concern: str) -> None:
        """The safety message comes wherever English is spoken."""
        answers = Answers(hopes=[concern])

        assert asked(answers) == discover(answers, crisis=OURS, locale="en-GB")

    def test_nor_about_a_number(self) -> None:
        """As above."""
        assert follow_up(Ask.CONFIDENCE, 4) == follow_up(Ask.CONFIDENCE, 4, locale="en-GB")

    @pytest.mark.parametrize("answers", STAGES)
    @pytest.mark.parametrize("catalog", [None, CATALOG])
    def test_no_question_comes_in_another_language(
        self, answers: Answers, catalog: Catalog | None
    ) -> None:
        """Also where a host brings a catalog of its own."""
        with pytest.raises(UnknownMessage, match="in locale 'xx'"):
            discover(answers, catalog=catalog, locale="xx")

    @pytest.mark.parametrize("rating", [0, 4, 9])
    def test_no_word_about_a_number_does(self, rating: int) -> None:
        """Neither what speaks for it, nor what may fit better."""
        chosen = CATALOG["lighter_moment"]
        low = changed(NOTHING, importance=min(rating, 6))

        with pytest.raises(UnknownMessage):
            follow_up(Ask.IMPORTANCE, rating, locale="xx")
        with pytest.raises(UnknownMessage):
            offers(low, chosen, (), CATALOG, "xx")

    @pytest.mark.parametrize("answers", [SAID, changed(NOTHING, area="activity")])
    def test_no_reason_does(self, answers: Answers) -> None:
        """Neither for a keyword nor for an area."""
        with pytest.raises(UnknownMessage):
            candidates_for(answers, CATALOG, "xx")

    def test_each_sentence_is_said_in_the_language_that_is_asked_for(self) -> None:
        """What speaks for a number, what would raise it, and every reason."""
        chosen, low = CATALOG["rehearse_comfort"], changed(NOTHING, confidence=3)
        with spoken() as locale:
            (offer,) = offers(low, chosen, (), CATALOG, locale)
            found = [
                *candidates_for(SAID, CATALOG, locale),
                *candidates_for(changed(NOTHING, area="activity"), CATALOG, locale),
                *offer.candidates,
            ]
            said = [*follow_up(Ask.CONFIDENCE, 4, locale=locale), *(each.reason for each in found)]

        assert [] == [each for each in said if not each.startswith("\N{DOUBLE DAGGER} ")]

    def test_nothing_around_a_goal_does(self) -> None:
        """Neither what is asked beside several, nor what is asked about the last number."""
        found = offered(SAID).candidates

        with pytest.raises(UnknownMessage):
            asking._to_choose_from(SAID, found, CATALOG, "xx")
        with pytest.raises(UnknownMessage):
            asking._follow(changed(CHOSEN, importance=9), "xx")

    @pytest.mark.parametrize("pieces", [["suicidal thoughts"], ["I want to", "die"]])
    def test_words_are_screened_in_their_own_language_alone(self, pieces: list[str]) -> None:
        """Where none was reviewed they are not assessed, whole or in pieces."""
        answers = Answers(hopes=pieces)

        assert () == asking._signals(answers, "xx")
        assert SafetyClass.NOT_ASSESSED is asking._unread(answers, "xx")

    def test_no_safety_message_comes_in_another_language(self) -> None:
        """Somebody in need is not answered in words they may not read."""
        signals = asking._signals(Answers(hopes=["suicidal thoughts"]), "en")

        with pytest.raises(UnknownMessage):
            asking._safety_first(signals, OURS, "xx")


class TestSafety:
    """Words that call for a person come before everything."""

    @pytest.mark.parametrize("name", ["hopes", "challenges", "values"])
    def test_no_question_is_asked(self, name: str) -> None:
        """The message stands alone, and the host learns the field but no words."""
        found = asked(changed(CHOSEN, **{name: ["friends", "suicidal thoughts"]}))

        assert (None, (), ()) == (found.ask, found.follow, found.offers)
        assert SafetyClass.RESPOND_NOW is found.safety
        assert found.text.endswith(OURS.text)
        assert [f"answers.{name}[1]"] == [each.field for each in found.signals]

    def test_something_for_a_clinician(self) -> None:
        """Is answered as well."""
        found = asked(Answers(hopes=["stop my antidepressants"]))

        assert SafetyClass.TALK_TO_CLINICIAN is found.safety
        assert None is found.ask

    def test_the_most_urgent_is_answered(self) -> None:
        """All are told."""
        found = asked(Answers(hopes=["stop my antidepressants"], values=["suicidal thoughts"]))

        assert SafetyClass.RESPOND_NOW is found.safety
        assert 2 == len(found.signals)

    def test_words_cut_in_pieces(self) -> None:
        """They are read together as well."""
        found = asked(Answers(hopes=["I want to", "die"]))

        assert SafetyClass.RESPOND_NOW is found.safety
        assert ["answers.hopes"] == [each.field for each in found.signals]

    def test_it_goes_on_once_a_person_has_heard_it(self) -> None:
        """What was heard stops nothing, and stays in sight all the same."""
        heard = Answers(hopes=["suicidal thoughts less often"])
        first = asked(heard)
        found = discover(heard, crisis=OURS, heard=heard)

        assert Ask.CHALLENGES is found.ask
        assert (SafetyClass.RESPOND_NOW, first.signals) == (found.safety, found.signals)
        assert first.text == found.beside

    def test_it_stays_beside_the_goals_that_are_offered(self) -> None:
        """To the very end."""
        answers = changed(CHOSEN, hopes=["suicidal thoughts"], importance=8, confidence=8)
        found = discover(answers, crisis=OURS, heard=answers)

        assert isinstance(found, Candidates)
        assert str(found.beside).endswith(OURS.text)
        assert 1 == len(found.signals)

    @pytest.mark.parametrize("name", ["hopes", "challenges", "values"])
    def test_what_is_new_has_not_been_heard(self, name: str) -> None:
        """Other words in the same answer, or in another one, stop everything again."""
        heard = changed(SAID, hopes=["suicidal thoughts"])
        answers = changed(heard, **{name: ["suicidal thoughts", "and self-harm"]})
        found = discover(answers, crisis=OURS, heard=heard)

        assert None is found.ask
        assert None is found.beside

    @pytest.mark.parametrize("locale", ["en-GB", "en_US", "EN"])
    def test_a_region_changes_nothing(self, locale: str) -> None:
        """The message is said, whatever region the host names beside the language."""
        urgent = Answers(hopes=["suicidal thoughts"])

        assert asked(urgent) == discover(urgent, crisis=OURS, locale=locale)

    @pytest.mark.parametrize("given", [{"crisis": ODD}, {"catalog": {}}, {"catalog": ODD}])
    def test_what_is_of_another_kind_is_refused_at_once(self, given: dict[str, Any]) -> None:
        """Before anybody is in danger, and with harmless answers too."""
        (name,) = given

        assert ("value.type", name) == broken(lambda: discover(Answers(), **given))

    def test_what_was_heard_has_to_be_answers(self) -> None:
        """A yes is not enough: it would hear whatever comes later."""
        refused = broken(lambda: discover(SAID, heard=True))  # type: ignore[arg-type]  # the point

        assert ("value.type", "heard") == refused

    def test_it_comes_before_a_code_that_is_not_there(self) -> None:
        """And before everything else that may be refused."""
        found = asked(Answers(hopes=["suicidal thoughts"], chosen="nowhere"))

        assert SafetyClass.RESPOND_NOW is found.safety

    def test_without_crisis_resources(self) -> None:
        """The developer is warned."""
        with pytest.warns(CrisisResourcesMissing):
            discover(Answers(hopes=["suicidal thoughts"]))

    def test_words_that_cannot_be_read(self) -> None:
        """Are not assessed, which is not the same as nothing found."""
        assert SafetyClass.NOT_ASSESSED is asked(Answers(hopes=["прогулка в парке"])).safety
        assert SafetyClass.NOTHING_FOUND is asked(Answers(hopes=["a walk", "..."])).safety


def test_errors_are_of_one_family() -> None:
    """A host that catches one catches all."""
    with pytest.raises(RuleBroken):
        discover(changed(SAID, chosen="nowhere"))
