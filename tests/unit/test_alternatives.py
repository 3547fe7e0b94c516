"""Beside an avoidance stand two or three goals to move towards, or none and why."""

from __future__ import annotations

from typing import Any, Final

import pytest

from stepwell.catalog import Aim, Blank, GoalTemplate
from stepwell.display import to_html, to_text
from stepwell.errors import RuleBroken
from stepwell.goals import Goal
from stepwell.kindness import assert_kind
from stepwell.messages import say
from stepwell.safety import CrisisResources, SafetyClass
from stepwell.smart import Because, load_lexicon, towards
from stepwell.smart.nearness import near_templates
from stepwell.smart.statement import read_statement
from tests.catalog_strategies import CATALOG
from tests.refusals import ODD, broken
from tests.second_language import spoken

CRISIS: Final = CrisisResources("Ring Kim.")


def template(code: str, statement: str) -> GoalTemplate:
    """Return a template with one blank for a number and one for words where it names one."""
    more = (Blank("place", kind="words", example="the quay"),) if "{place}" in statement else ()
    return GoalTemplate(
        code,
        statement=f"{statement} on {{days}} days a week",
        focus="own_focus",
        blanks=[Blank("days", unit="days", low=1, high=7, default=2), *more],
        aim=Aim("days", unit="days"),
        weeks=4,
    )


SLEEP: Final = template("sleep", "Sit beside the window at {place} when I lie awake from worries")
TALK: Final = template("talk", "Write down two worries while awake and close the notebook")
WALK: Final = template("walk", "Walk along the river")
SCROLL: Final = template("scroll", "Scroll through photos of worries")
OURS: Final = (WALK, SLEEP, SCROLL, TALK)


class TestOffered:
    """What is offered, and how it is said."""

    def test_two_of_ours(self) -> None:
        """Those that share words with the statement are there, the others are not."""
        found = towards("stop worrying when I lie awake", OURS)
        assert [SLEEP, TALK] == [each.template for each in found.alternatives]
        assert (None, None) == (found.because, found.span)

    def test_blanks_stay_open(self) -> None:
        """A sentence has the suggested number, and an example where words are wanted."""
        found = towards("stop worrying when I lie awake", OURS)
        expected = (
            "Sit beside the window at [for example: the quay] when I lie awake from worries "
            "on 2 days a week"
        )
        assert expected == found.alternatives[0].sentence

    def test_reason_quotes_one_word(self) -> None:
        """The reason names the word that is shared, as it was written."""
        found = towards("stop Worrying when I lie awake", OURS)
        expected = 'You wrote "Worrying", and this goal speaks of it too.'
        assert expected == found.alternatives[1].reason

    def test_a_catalog_knows_keywords_and_cautions(self) -> None:
        """With a catalog people's own words for a focus count, and cautions come along."""
        found = towards("less scrolling in bed", CATALOG)
        first = found.alternatives[0]
        assert 'You wrote "in bed", and this is one thing to do about it.' == first.reason
        assert CATALOG.cautions(first.template) == first.cautions != ()

    def test_the_area_that_is_read_comes_first(self) -> None:
        """Of two that share as much, the one of the area of the statement is nearer."""
        lexicon = load_lexicon("en")
        assert lexicon is not None
        statement = read_statement("stop being anxious and isolated", lexicon)
        codes = ["symptom_reduction", "relationships"]
        near = [near_templates(statement, code, CATALOG)[0] for code in codes]
        assert codes == [CATALOG.category_of(each.template.focus).code for each in near]

    def test_a_mapping_of_templates(self) -> None:
        """A plain mapping is looked at by its values."""
        given = {each.code: each for each in OURS}
        text = "stop worrying when I lie awake"
        assert towards(text, OURS) == towards(text, given)

    def test_never_the_act_that_is_left(self) -> None:
        """Somebody who wants to scroll less is not offered scrolling."""
        found = towards("stop scrolling through my worries when lying awake", OURS)
        assert SCROLL not in [each.template for each in found.alternatives]

    def test_never_more_than_three(self) -> None:
        """Three are enough to look at."""
        many = [template(f"t{at}", "Water plants and name one worry") for at in range(3)]
        rest = [template(f"r{at}", f"Rest by the sea {'x' * (at + 3)}") for at in range(9)]
        found = towards("stop worrying about my plants", [*rest, *many])
        assert many == [each.template for each in found.alternatives]

    def test_three_of_a_catalog(self) -> None:
        """Many are near to a keyword of the catalog; three are offered."""
        assert 3 == len(towards("stop worrying about everything", CATALOG).alternatives)

    def test_one_alone_is_none(self) -> None:
        """A single proposal would read like a correction."""
        found = towards("stop worrying about deadlines", (WALK, TALK))
        assert (Because.FEW_NEAR, ()) == (found.because, found.alternatives)

    def test_what_stands_in_many_sentences_tells_nothing(self) -> None:
        """A word of four sentences among a few draws none of them near."""
        many = [template(f"t{at}", "Water plants and name one worry") for at in range(4)]
        assert Because.FEW_NEAR is towards("stop worrying about my plants", many).because

    def test_one_word_in_another_area_is_too_little(self) -> None:
        """One shared word alone is no reason to offer anything."""
        found = towards("avoid rivers and deadlines", (WALK, template("sail", "Sail the river")))
        assert Because.FEW_NEAR is found.because

    def test_an_empty_sentence_is_near_to_nothing(self) -> None:
        """A sentence with no words before its blank has nothing to compare."""
        bare = GoalTemplate(
            "bare",
            statement="{days}",
            focus="own_focus",
            blanks=[Blank("days", unit="days", low=1, high=7)],
            aim=Aim("days", unit="days"),
            weeks=4,
        )
        assert () == towards("stop worrying", (bare,)).alternatives

    def test_sentences_are_kind(self) -> None:
        """Everything that is said of the packaged goals is kind."""
        found = towards("stop worrying about everything", CATALOG)
        for text in (found.text, *(each.reason for each in found.alternatives)):
            assert_kind(text)


class TestNone:
    """When there is nothing to offer, and why."""

    @pytest.mark.parametrize(
        ("text", "because"),
        [
            ("stop self-harm", Because.SAFETY),
            ("come off sertraline", Because.SAFETY),
            ("\U0001f600", Because.UNREAD),
            ("not go back to him", Because.HARM_FROM_OTHERS),
            ("stop annoying my dad so that he shouts at me less", Because.HARM_FROM_OTHERS),
            ("stop walking on eggshells", Because.HARM_FROM_OTHERS),
            ("not walk home alone at night", Because.DANGER),
            ("not drinking", Because.RELAPSE),
            ("stay sober", Because.RELAPSE),
            ("not drive when I'm tired", Because.DRIVING),
            ("no heavy lifting", Because.ADVICE),
            ("stay out of hospital", Because.STAYING_OUT),
            ("walk round the park", Because.TOWARD),
            ("read instead of scrolling", Because.MIXED),
            ("avoid the lift", Because.FEW_NEAR),
        ],
    )
    def test_because(self, text: str, because: Because) -> None:
        """The code says which it is."""
        found = towards(text, CATALOG, crisis=CRISIS)
        assert (because, ()) == (found.because, found.alternatives)

    @pytest.mark.parametrize(
        ("text", "because"),
        [
            ("not talk to my sister about my illness", Because.COMPANY),
            ("not invite my cousin to the wedding", Because.COMPANY),
            ("not tell my mother about my divorce", Because.COMPANY),
            ("not lend my brother money", Because.COMPANY),
            ("stop snapping at my kids", Because.COMPANY),
            ("stop obeying my dad", Because.SAFETY),
            ("stop having sex with people I don't want to", Because.SAFETY),
            ("stop being around my brother", Because.HARM_FROM_OTHERS),
            ("not talk about my illness", Because.FEW_NEAR),
            ("not lend anything or spend money", Because.FEW_NEAR),
            ("never meditate again", Because.FEW_NEAR),
            ("not meditate, not spend money on yoga", Because.FEW_NEAR),
        ],
    )
    def test_what_is_refused_is_not_offered(self, text: str, because: Because) -> None:
        """Where somebody else is in it, or an act is refused, its words draw nothing near."""
        found = towards(text, CATALOG, crisis=CRISIS)
        assert (because, ()) == (found.because, found.alternatives)

    @pytest.mark.parametrize("text", ["not be so anxious", "not worry about the exam results"])
    def test_a_feeling_that_is_refused_still_tells(self, text: str) -> None:
        """A plain "not" before a feeling refuses no act."""
        assert towards(text, CATALOG).alternatives != ()

    @pytest.mark.parametrize(
        "text", ["less talk to my", "less family", "avoid people", "avoid my boss"]
    )
    def test_neither_half_a_phrase_nor_a_person(self, text: str) -> None:
        """Nothing is near by half a phrase, or by a person alone."""
        lexicon = load_lexicon("en")
        assert lexicon is not None
        near = near_templates(read_statement(text, lexicon), "relationships", CATALOG)
        assert () == tuple(word for each in near for word in each.keywords)

    @pytest.mark.parametrize("because", [each for each in Because if each is not Because.SAFETY])
    def test_each_has_a_sentence(self, because: Because) -> None:
        """Every code but safety has a kind sentence of its own."""
        assert_kind(say(f"review.towards.because.{because}"))

    def test_safety_message(self) -> None:
        """Beside words that call for a person stand the host's own resources."""
        found = towards("stop self-harm", CATALOG, crisis=CRISIS)
        assert SafetyClass.RESPOND_NOW is found.safety
        assert found.text.endswith(CRISIS.text)

    def test_the_words_that_protect(self) -> None:
        """The span quotes what it rests on."""
        text = "From May on, stay out of hospital"
        found = towards(text, CATALOG)
        assert found.span is not None
        assert "out of hospital" == text[slice(*found.span)]

    def test_another_field_calls_for_a_person(self) -> None:
        """Safety looks at every field of a goal."""
        goal = Goal("stop worrying", why="I want to die")
        assert Because.SAFETY is towards(goal, CATALOG, crisis=CRISIS).because

    def test_a_threat_in_another_field(self) -> None:
        """So does harm from others."""
        goal = Goal("stop worrying", why="I keep winding my dad up")
        assert Because.HARM_FROM_OTHERS is towards(goal, CATALOG).because

    def test_closed(self) -> None:
        """A goal that is over is left as it is."""
        goal = Goal("stop worrying", lifecycle="completed")
        assert Because.CLOSED is towards(goal, CATALOG).because

    def test_another_language(self) -> None:
        """Without a reviewed lexicon nothing is read, and it is said in that language."""
        with spoken() as locale:
            found = towards("stop worrying", CATALOG, locale=locale)
        assert (Because.UNREAD, SafetyClass.NOT_ASSESSED) == (found.because, found.safety)


class TestGiven:
    """What may be given."""

    @pytest.mark.parametrize("templates", [[ODD], {"one": ODD}, ODD, 3])
    def test_no_templates(self, templates: Any) -> None:
        """Anything but templates is refused, and not echoed."""
        assert "templates" in broken(lambda: towards("stop worrying", templates))[1]

    def test_no_text(self) -> None:
        """No words, nothing to look at."""
        with pytest.raises(RuleBroken):
            towards("  ", CATALOG)

    def test_a_lexicon_of_a_host(self) -> None:
        """A lexicon that is handed in is used."""
        text = "stop worrying"
        assert towards(text, CATALOG) == towards(text, CATALOG, lexicon=load_lexicon("en"))


class TestViews:
    """How it is shown."""

    def test_text(self) -> None:
        """The person's own words come first, and cautions before what is offered."""
        lines = to_text(towards("less scrolling in bed", CATALOG)).splitlines()
        assert "“less scrolling in bed”" == lines[1].strip()

    def test_html_is_escaped(self) -> None:
        """Marks in the words stay marks."""
        assert "<b>" not in to_html(towards("avoid <b>lifts</b>", CATALOG))

    def test_safety_alone(self) -> None:
        """Beside a safety message nothing else is shown."""
        shown = str(towards("stop self-harm", CATALOG, crisis=CRISIS))
        assert "self-harm" not in shown
        assert "Ring Kim." in shown
