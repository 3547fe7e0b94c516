"""A catalog is a mapping that never changes, is searched in plain words, and fills blanks."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from stepwell.catalog import (
    Aim,
    Blank,
    BlankKind,
    Catalog,
    CategoryEntry,
    Caution,
    Filling,
    Fit,
    Focus,
    GoalTemplate,
    Idea,
    Ideas,
    LogKind,
    builtin,
    check_template,
    searching,
)
from stepwell.catalog.searching import keyword_hits
from stepwell.errors import (
    DuplicateId,
    NotFound,
    OutsideScale,
    RuleBroken,
    UnitMismatch,
    UnknownMessage,
)
from stepwell.goals import Barrier, Category
from stepwell.measures import Measure, TargetKind
from stepwell.safety import CrisisResources
from stepwell.steps import StepPlan
from tests.refusals import NO_TEXT, ODD, SECRET, all_that_is_said, broken

CATALOG = builtin()
FIRST_DAY = date(2027, 1, 4)
WALK: dict[str, Filling] = {"minutes": 10, "route": "the canal path", "days": 2}
TIMES = Measure("times out there", unit="times", direction="increase", low=0, high=20)


def template(**changes: Any) -> GoalTemplate:
    """Return a template of a host's own, changed as a test needs it."""
    parts: dict[str, Any] = {
        "statement": "Water {plants} {times} times a week",
        "focus": "beds",
        "blanks": [
            Blank("plants", kind="words", limit=20, example="the herbs"),
            Blank("times", low=2, high=8, step=2),
        ],
        "aim": Aim("times", unit="times"),
        "weeks": 4,
    }
    return GoalTemplate("water_plants", **(parts | changes))


def focus(**changes: Any) -> Focus:
    """Return a focus of a host's own, changed as a test needs it."""
    parts: dict[str, Any] = {
        "title": "Beds",
        "plain": "Something green.",
        "clinical": "Gardening.",
        "measure": TIMES,
    }
    return Focus("beds", **(parts | changes))


def garden(**changes: Any) -> CategoryEntry:
    """Return a category of a host's own with one focus, changed as a test needs it."""
    return CategoryEntry(
        "own:garden",
        title="Garden",
        plain="Being with plants.",
        clinical="Nature-based activity.",
        focuses=[focus(**changes)],
    )


def catalog(*templates: GoalTemplate, **changes: Any) -> Catalog:
    """Return a catalog that holds only a host's own."""
    return Catalog(categories=[garden(**changes)], templates=templates or [template()])


class TestMapping:
    """Templates by code."""

    def test_it_is_a_mapping(self) -> None:
        """With everything that mappings do."""
        assert isinstance(CATALOG, Mapping)
        assert "routine_short_walk" in CATALOG
        assert None is CATALOG.get("unheard_of")
        assert list(CATALOG) == [each.code for each in CATALOG.templates]
        assert len(CATALOG.templates) == len(CATALOG)
        assert CATALOG["lighter_moment"] is dict(CATALOG)["lighter_moment"]

    def test_an_unknown_code_is_a_key_error_that_does_not_repeat_it(self) -> None:
        """Whatever somebody typed."""
        with pytest.raises(KeyError, match=r"^'no template has this code") as caught:
            CATALOG[SECRET]

        assert SECRET not in all_that_is_said(caught.value)

    def test_it_never_changes(self) -> None:
        """Adding makes another catalog."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            CATALOG.locale = "xx"  # type: ignore[misc]  # that is what is tested

    def test_equal_parts_make_equal_catalogs(self) -> None:
        """A value is compared by content, and a copy has the same."""
        assert catalog() == catalog()
        assert hash(catalog()) == hash(catalog())
        assert CATALOG == copy.deepcopy(CATALOG)
        assert catalog() != catalog(template(weeks=5))

    def test_its_repr_is_short(self) -> None:
        """Nobody reads all of it in a traceback."""
        assert "<Catalog of 1 templates, locale 'en'>" == repr(catalog())

    def test_the_packaged_one_is_read_once(self) -> None:
        """Asked for by name or not, with a region or without."""
        assert builtin() is builtin("en")
        assert builtin() is builtin("en-GB")

    def test_there_is_none_in_an_unknown_language(self) -> None:
        """The languages there are, are named."""
        with pytest.raises(UnknownMessage, match="no catalog in locale 'xx'; there are en"):
            builtin("xx")


class TestKindness:
    """A host's own words are judged on request, and never refused."""

    def test_what_may_hurt_is_found_in_every_text(self) -> None:
        """With the place where it stands, and another way to put it."""
        unkind = template(
            statement="Stop being lazy with {plants} {times} times a week",
            why="You should.",
            blanks=[
                Blank("plants", kind="words", example="your failure of a herb"),
                Blank("times", low=2, high=8, step=2),
            ],
        )
        found = check_template(unkind)

        assert ["statement", "why", "blanks.plants.example"] == [each.path for each in found]
        assert all(each.found.reason and each.found.alternative for each in found)

    def test_kind_words_have_nothing_to_find(self) -> None:
        """Whether there is a reason and an example or not."""
        assert () == check_template(template())
        assert () == check_template(template(why="They smell of summer."))

    def test_a_language_without_a_list(self) -> None:
        """It says so."""
        with pytest.raises(UnknownMessage):
            check_template(template(), "xx")


class TestAround:
    """Categories, focuses and ideas."""

    def test_a_focus_by_code(self) -> None:
        """And the category it stands in."""
        assert "stress_reduction" == CATALOG.focus("stress_reduction").code
        assert Category.COPING_SKILLS == CATALOG.category_of("stress_reduction").code

    @pytest.mark.parametrize("ask", [CATALOG.focus, CATALOG.category_of])
    def test_an_unknown_focus(self, ask: Callable[[str], object]) -> None:
        """It is refused in silence about the words."""
        assert ("focus.unknown", "focus") == broken(lambda: ask(SECRET), kind=NotFound)

    def test_ideas_kind_by_kind(self) -> None:
        """Each leads somewhere in the catalog, and all of them can be walked through."""
        ideas = CATALOG.ideas

        assert 4 == len(ideas.roles)
        assert 6 == len(ideas.strategies)
        assert 4 == len(ideas.long_term)
        assert 8 == len(ideas.questions)
        assert 5 == len(ideas.needs)
        assert 27 == len(list(ideas))
        assert "direction" == next(iter(ideas)).code

    def test_cautions_are_sentences(self) -> None:
        """By code or by template, for a person or for a clinician."""
        by_code = CATALOG.cautions("swap_busy_hands")

        assert by_code == CATALOG.cautions(CATALOG["swap_busy_hands"])
        assert "talk with a doctor before you stop" in by_code[1]
        assert "withdrawal" in CATALOG.cautions("swap_busy_hands", audience="clinician")[1]

    def test_where_to_turn_is_the_hosts(self) -> None:
        """It stands with the caution about a crisis, and with no other."""
        crisis = CrisisResources("Night line of the clinic: extension 4.")
        plain = CATALOG.cautions("swap_busy_hands")

        assert (f"{plain[0]} {crisis.text}", plain[1]) == CATALOG.cautions(
            "swap_busy_hands", crisis=crisis
        )

    @pytest.mark.parametrize("locale", ["en-GB", "EN"])
    def test_a_region_does_not_change_a_caution(self, locale: str) -> None:
        """As it does not change what is read before it."""
        there = attrs.evolve(CATALOG, locale=locale)

        assert CATALOG.cautions("swap_busy_hands") == there.cautions("swap_busy_hands")

    def test_no_caution_comes_in_another_language(self) -> None:
        """A host who writes a catalog in one brings its sentences as well."""
        with pytest.raises(UnknownMessage, match="in locale 'xx'"):
            attrs.evolve(CATALOG, locale="xx").cautions("swap_busy_hands")

    def test_where_nothing_calls_for_care_there_is_silence(self) -> None:
        """No sentence for the sake of a sentence."""
        assert () == CATALOG.cautions("lighter_moment")


class TestAdding:
    """A host's own templates and categories."""

    def test_templates_and_categories_are_added_at_the_end(self) -> None:
        """And the first catalog stays as it was."""
        more = CATALOG.with_categories(garden()).with_templates(template())

        assert "water_plants" == list(more)[-1]
        assert "own:garden" == more.categories[-1].code
        assert "water_plants" not in CATALOG
        assert "own:garden" == more.fill("water_plants", plants="basil", times=2).category

    def test_a_template_takes_over_the_cautions_of_its_focus(self) -> None:
        """So that it can be shown alone; those that a host gave come after them, each once."""
        own = template(cautions=["mindfulness", "exercise"])
        made = catalog(own, cautions=["exercise", "substances"])
        expected = (Caution.EXERCISE, Caution.SUBSTANCES, Caution.MINDFULNESS)

        assert expected == made["water_plants"].cautions
        assert made == attrs.evolve(made)
        assert (Caution.MINDFULNESS, Caution.EXERCISE) == own.cautions

    def test_cautions_of_a_template_that_is_not_in_the_catalog(self) -> None:
        """Those of its focus, then its own."""
        said = catalog(cautions=["exercise"]).cautions(template(cautions=["medicine"]))

        assert 2 == len(said)
        assert "ask your doctor first" in said[0]
        assert "change or stop a medicine" in said[1]

    def test_where_nothing_is_added_a_template_stays_the_one_it_was(self) -> None:
        """Nothing is copied for nothing."""
        own = template()

        assert catalog(own)["water_plants"] is own

    def test_a_code_that_is_taken(self) -> None:
        """A template never silently replaces another."""
        code = broken(lambda: catalog().with_templates(template()), kind=DuplicateId)

        assert ("catalog.duplicate", "templates[1]") == code

    def test_a_category_that_is_there(self) -> None:
        """Nor does a category."""
        code = broken(lambda: catalog().with_categories(garden()), kind=DuplicateId)

        assert ("catalog.duplicate", "categories[1]") == code

    def test_a_focus_that_is_there(self) -> None:
        """Nor a focus in another category."""
        other = attrs.evolve(garden(), code="own:balcony")
        code = broken(lambda: catalog().with_categories(other), kind=DuplicateId)

        assert ("catalog.duplicate", "focuses[1]") == code

    def test_a_template_without_its_focus(self) -> None:
        """Add the category first."""
        code = broken(lambda: CATALOG.with_templates(template()), kind=NotFound)

        assert ("focus.unknown", "template.focus") == code

    @pytest.mark.parametrize("odd", [ODD, 3, None])
    def test_something_else(self, odd: Any) -> None:
        """It is refused where it is given."""
        refused = {
            broken(lambda: CATALOG.with_templates(odd)),
            broken(lambda: CATALOG.with_categories(odd)),
        }

        assert {("several.type", "templates[0]"), ("several.type", "categories[0]")} == refused

    def test_a_language_is_a_code(self) -> None:
        """And nothing else."""
        assert ("text.type", "locale") == broken(lambda: Catalog(locale=NO_TEXT))

    def test_an_aim_in_another_unit_than_the_measure(self) -> None:
        """It would make a goal that contradicts itself."""
        odd = template(aim=Aim("times", unit="days"))
        code = broken(lambda: catalog(odd), kind=UnitMismatch)

        assert ("template.aim.unit", "templates.water_plants.aim") == code

    def test_an_aim_in_another_direction_than_the_measure(self) -> None:
        """As above."""
        odd = template(aim=Aim("times", unit="times", kind="at_most"))
        code = broken(lambda: catalog(odd))

        assert ("template.aim.direction", "templates.water_plants.aim") == code

    def test_a_range_beyond_the_measure(self) -> None:
        """As above."""
        small = Measure("times", unit="times", direction="increase", low=0, high=7)
        code = broken(lambda: catalog(measure=small), kind=OutsideScale)

        assert ("measure.outside_scale", "templates.water_plants.aim") == code

    @pytest.mark.parametrize("links", [{"focuses": ["moss"]}, {"templates": ["moss"]}])
    def test_an_idea_that_leads_nowhere(self, links: dict[str, list[str]]) -> None:
        """A link is followed when the catalog is made, so that it never breaks later."""
        idea = Idea("roots", title="Roots", plain="Roots.", clinical="Roots.", **links)
        code = broken(lambda: attrs.evolve(catalog(), ideas=Ideas(needs=[idea])), kind=NotFound)

        assert ("idea.unknown", "ideas.roots") == code


class TestFilling:
    """From a template to somebody's own goal."""

    def test_a_goal_with_its_number_day_area_and_measure(self) -> None:
        """Everything but the reason, the rulers and the barriers."""
        goal = CATALOG.fill("routine_short_walk", start=FIRST_DAY, **WALK)

        assert "Walk 10 minutes along the canal path on 2 or more days a week" == goal.statement
        assert goal.target is not None
        assert (TargetKind.AT_LEAST, 2.0, "days") == (
            goal.target.kind,
            goal.target.low,
            goal.target.unit,
        )
        assert date(2027, 2, 1) == goal.target.due
        assert (Category.ACTIVITY, FIRST_DAY) == (goal.category, goal.start)
        assert CATALOG.focus("exercise_routine").measure == goal.measure
        assert (None, None, None, ()) == (goal.why, goal.importance, goal.confidence, goal.barriers)

    def test_without_a_start_there_is_no_day(self) -> None:
        """Nobody is given a date they did not choose."""
        goal = CATALOG.fill("routine_short_walk", start=None, **WALK)

        assert goal.target is not None
        assert (None, None) == (goal.start, goal.target.due)

    def test_from_a_template_itself(self) -> None:
        """One of the catalog, or one whose focus is there."""
        expected = CATALOG.fill("routine_short_walk", start=None, **WALK)

        assert expected == CATALOG.fill(CATALOG["routine_short_walk"], start=None, **WALK)

    def test_toward_less(self) -> None:
        """Where less is better the number is the high end."""
        fewer = Measure("late nights", unit="times", direction="decrease", low=0, high=20)
        made = catalog(template(aim=Aim("times", unit="times", kind="at_most")), measure=fewer)
        goal = made.fill("water_plants", plants="basil", times=2)

        assert goal.target is not None
        assert (None, 2.0) == (goal.target.low, goal.target.high)

    def test_words_are_put_on_one_line(self) -> None:
        """Spaces and line breaks at their ends and between them."""
        goal = catalog().fill("water_plants", plants="  the\nbasil  pot ", times=2)

        assert "Water the basil pot 2 times a week" == goal.statement

    def test_braces_in_words_are_only_braces(self) -> None:
        """What goes in is never read as a blank."""
        goal = catalog().fill("water_plants", plants="{times} {0.x} %s", times=2)

        assert "Water {times} {0.x} %s 2 times a week" == goal.statement

    def test_suggestions_fill_every_blank(self) -> None:
        """A form can be shown before anybody has answered."""
        assert {"plants": "the herbs", "times": 2} == template().suggestions

    def test_an_unknown_template(self) -> None:
        """In silence about the code, which may be words."""
        code = broken(lambda: CATALOG.fill(SECRET), kind=NotFound)

        assert ("template.unknown", "template_or_code") == code

    def test_a_template_whose_focus_is_elsewhere(self) -> None:
        """Only a catalog that holds the focus knows area and measure."""
        code = broken(lambda: CATALOG.fill(template(), plants="basil", times=2), kind=NotFound)

        assert ("focus.unknown", "template.focus") == code

    def test_an_open_blank(self) -> None:
        """It is named."""
        code = broken(lambda: catalog().fill("water_plants", plants="basil"), kind=NotFound)

        assert ("blank.missing", "blanks.times") == code
        with pytest.raises(NotFound, match="times is left open"):
            catalog().fill("water_plants", plants="basil")

    def test_a_blank_that_is_not_there(self) -> None:
        """Those that are there are named, and nothing else."""
        odd: dict[str, Any] = {SECRET: SECRET}
        made = broken(
            lambda: catalog().fill("water_plants", start=None, plants="x", times=2, **odd),
            kind=NotFound,
        )

        assert ("blank.unknown", "blanks") == made
        with pytest.raises(NotFound, match="there are plants, times"):
            catalog().fill("water_plants", start=None, plants="x", times=2, **odd)

    @pytest.mark.parametrize(
        ("times", "code"), [(0, "whole.outside_scale"), (9, "whole.outside_scale")]
    )
    def test_a_number_out_of_range(self, times: int, code: str) -> None:
        """The range is told."""
        with pytest.raises(OutsideScale, match="2 to 8") as caught:
            catalog().fill("water_plants", plants="basil", times=times)

        assert (code, "blanks.times") == (caught.value.code, caught.value.path)

    def test_a_number_between_two_steps(self) -> None:
        """The steps are told."""
        with pytest.raises(OutsideScale, match="in steps of 2") as caught:
            catalog().fill("water_plants", plants="basil", times=3)

        assert ("blank.between_steps", "blanks.times") == (caught.value.code, caught.value.path)

    @pytest.mark.parametrize("times", [ODD, 2.0, True, None])
    def test_no_whole_number(self, times: Any) -> None:
        """Words, fractions, truth values and nothing are refused."""
        made = broken(lambda: catalog().fill("water_plants", plants="basil", times=times))

        assert ("whole.type", "blanks.times") == made

    @pytest.mark.parametrize(
        ("plants", "code"),
        [
            ("", "text.empty"),
            (" \n", "text.empty"),
            (SECRET, "text.too_long"),
            (NO_TEXT, "text.type"),
            ("a\x00b", "text.not_storable"),
            ("a\x1b[2Jb", "text.control"),
            ("a\u202eb", "text.control"),
        ],
    )
    def test_words_that_do_not_fit(self, plants: Any, code: str) -> None:
        """The blank is named, and the words are not told."""
        made = broken(lambda: catalog().fill("water_plants", plants=plants, times=2))

        assert (code, "blanks.plants") == made

    def test_a_start_that_is_no_day(self) -> None:
        """As everywhere."""
        odd: Any = SECRET
        made = broken(lambda: catalog().fill("water_plants", start=odd, plants="x", times=2))

        assert ("day.type", "start") == made

    def test_a_day_beyond_the_calendar(self) -> None:
        """Rather than an overflow."""
        made = broken(lambda: catalog().fill("water_plants", start=date.max, plants="x", times=2))

        assert ("goal.due", "start") == made

    def test_the_last_day_of_the_calendar_can_still_be_looked_forward_to(self) -> None:
        """It belongs to the calendar."""
        start = date.max - timedelta(weeks=4)
        goal = catalog().fill("water_plants", start=start, plants="x", times=2)

        assert goal.target is not None
        assert date.max == goal.target.due


class TestSearching:
    """From words, areas and fits to templates."""

    @pytest.fixture(autouse=True)
    def _nothing_is_remembered(self) -> None:
        """Each search begins anew, so that none leans on the one before."""
        searching._vocabulary.cache_clear()

    def test_without_anything_it_finds_everything(self) -> None:
        """In the order of the catalog."""
        assert CATALOG.templates == CATALOG.find()

    @pytest.mark.parametrize(
        ("text", "nearest"),
        [
            ("I've lost touch with my friends", "rebuild_connections"),
            ("my self-esteem is on the floor. I'd like to be kinder to me", "balanced_perspective"),
            ("SAYING NO. I always end up taking on everybody's stuff", "healthy_boundaries"),
            ("scrolling till 3am, I know it's a rubbish habit", "replace_unhealthy_strategies"),
            ("the tablets and their side effects worry me", "exploring_medication"),
        ],
    )
    def test_plain_words_find_a_focus(self, text: str, nearest: str) -> None:
        """Letter case and hyphens do not count."""
        assert nearest == CATALOG.find(text)[0].focus

    @pytest.mark.parametrize(
        ("text", "nearest"),
        [
            ("my grandkids", "rebuild_connections"),
            ("the books by my bed", "replace_unhealthy_strategies"),
            ("doomscrolled until dawn", "replace_unhealthy_strategies"),
            ("the rent and the bills", "stress_reduction"),
            ("my faith", "resilience"),
            ("nobody visits", "rebuild_connections"),
            ("grieving my dog", "label_emotions"),
            ("my husband died in spring", "label_emotions"),
            ("I worried all night", "restructure_thoughts"),
            ("cancelling plans, canceling plans", "replace_unhealthy_strategies"),
        ],
    )
    def test_what_people_live_with_finds_a_focus(self, text: str, nearest: str) -> None:
        """Family, faith, books, money, loss; in the forms in which people write."""
        assert nearest == CATALOG.find(text)[0].focus

    @pytest.mark.parametrize(
        "text",
        [
            "to book an appointment",
            "things to work on",
            "it doesn't work",
            "God knows",
            "walk away from it all",
            "hair loss",
            "I don't want to see my aunt",
            "I do not want to join the choir",
        ],
    )
    def test_asides_speak_of_something_else(self, text: str) -> None:
        """The keyword inside of one counts for nothing."""
        assert () == keyword_hits(text, CATALOG.focuses, locale="en-GB")

    @pytest.mark.parametrize(
        ("text", "word"),
        [
            ("I don't want to go to the club. My garden is enough", "garden"),
            ("I don't want to meet my old friends or my family again", "family"),
            ("I don't want to see him or her family is what matters", "family"),
            ("I don't want to be lonely", "lonely"),
            ("things don't work, and work is hard", "work"),
        ],
    )
    def test_what_stands_beside_an_aside_counts(self, text: str, word: str) -> None:
        """Three words belong to a refusal, and none past a mark."""
        found = keyword_hits(text, CATALOG.focuses, locale="en")

        assert {word} == {each for each, _ in found}

    def test_a_language_without_asides_has_none(self) -> None:
        """Keywords count wherever they stand."""
        assert () == keyword_hits("things to work on", CATALOG.focuses, locale="en")
        assert () != keyword_hits("things to work on", CATALOG.focuses, locale="fr")

    def test_a_keyword_of_marks_alone(self) -> None:
        """It stands nowhere where it is nothing, and is found where it is something."""
        (marked,) = garden(keywords=["-", "#plants", "c++"]).focuses

        assert () == keyword_hits("a - b", [marked], locale="en")
        assert 2 == len(keyword_hits("#plants and c++", [marked], locale="en"))

    def test_a_word_of_a_sentence_finds_its_template(self) -> None:
        """Where it is no keyword."""
        assert ["swap_tea_break", "body_tea_and_talk"] == [
            each.code for each in CATALOG.find("a pot of tea")
        ]

    def test_words_that_stand_everywhere_tell_nothing(self) -> None:
        """Such as the week in "times a week"."""
        assert () == CATALOG.find("the week")

    def test_short_words_tell_nothing(self) -> None:
        """A word of three letters is the shortest that counts."""
        beds = catalog(template(statement="Go to {plants} by the ivy, {times} times"))

        assert () == beds.find("go by")
        assert ["water_plants"] == [each.code for each in beds.find("ivy")]

    def test_a_word_of_more_than_one_sentence_in_ten_tells_nothing(self) -> None:
        """Of twenty sentences, what stands in two counts, and what stands in three does not."""
        beds = ["by the ivy"] * 2 + ["by the moss"] * 3 + ["here"] * 15
        twenty = catalog(
            *(
                attrs.evolve(
                    template(statement=f"Water {{plants}} {bed}, {{times}} times"), code=f"bed_{at}"
                )
                for at, bed in enumerate(beds)
            )
        )

        assert ["bed_0", "bed_1"] == [each.code for each in twenty.find("ivy")]
        assert () == twenty.find("moss")

    def test_in_a_small_catalog_a_word_of_two_sentences_tells_nothing(self) -> None:
        """What all of them say sets none apart."""
        two = catalog(template(), attrs.evolve(template(), code="water_more_plants"))

        assert () == two.find("water")

    def test_of_two_in_a_focus_the_one_with_more_of_the_words_comes_first(self) -> None:
        """Wherever it stands in the catalog."""
        herbs: dict[str, Any] = {
            "code": "cut_herbs",
            "statement": "Cut {plants} with small scissors {times} times",
        }
        both = catalog(template(), attrs.evolve(template(), **herbs), keywords=["plants"])

        assert ["cut_herbs", "water_plants"] == [
            each.code for each in both.find("small scissors for my plants")
        ]

    @pytest.mark.parametrize("keyword", ["window box", "window-box"])
    @pytest.mark.parametrize("text", ["my window box", "my window-box", "MY WINDOW  BOX"])
    def test_a_hyphen_is_a_space(self, keyword: str, text: str) -> None:
        """In a keyword and in what somebody writes."""
        assert ["water_plants"] == [each.code for each in catalog(keywords=[keyword]).find(text)]

    def test_words_that_stand_nowhere_find_nothing(self) -> None:
        """An honest answer."""
        assert () == CATALOG.find("xylophone")

    def test_by_area_and_focus(self) -> None:
        """All of it has to match."""
        in_area = CATALOG.find(category=Category.ACTIVITY)
        in_focus = CATALOG.find(focus="exercise_routine")

        assert {"exercise_routine", "realistic_fitness_goals", "physical_health_and_mood"} == {
            each.focus for each in in_area
        }
        assert {"exercise_routine"} == {each.focus for each in in_focus}
        assert () == CATALOG.find(category="coping_skills", focus="exercise_routine")

    def test_by_what_suits_somebody(self) -> None:
        """By code or by member, all of them."""
        found = CATALOG.find("walk", fits=["with_company", Fit.STANDING])

        assert ["routine_walk_together", "fitness_warm_water"] == [each.code for each in found]

    def test_a_catalog_without_keywords_is_searched_by_sentences(self) -> None:
        """A host need not write any."""
        assert ["water_plants"] == [each.code for each in catalog().find("water")]
        assert () == catalog().find("walk")

    @pytest.mark.parametrize(
        ("asked", "code", "path"),
        [
            ({"fits": [SECRET]}, "code.unknown", "fits[0]"),
            ({"fits": SECRET}, "several.type", "fits"),
            ({"text": SECRET * 1000}, "text.too_long", "text"),
            ({"text": NO_TEXT}, "text.type", "text"),
        ],
    )
    def test_what_cannot_be_searched_for(self, asked: dict[str, Any], code: str, path: str) -> None:
        """It is refused in silence about the words."""
        assert (code, path) == broken(lambda: CATALOG.find(**asked))

    @pytest.mark.parametrize("where", ["category", "focus"])
    def test_a_place_that_is_not_there(self, where: str) -> None:
        """As above."""
        odd: dict[str, Any] = {where: SECRET}

        assert (f"{where}.unknown", where) == broken(lambda: CATALOG.find(**odd), kind=NotFound)


class TestValues:
    """What a host may write, and what is refused early."""

    @pytest.mark.parametrize("code", ["", "Walk", "own walk", "9lives", "a" * 61, SECRET, 3])
    def test_a_code_is_plain(self, code: Any) -> None:
        """Small letters, digits and underscores."""
        assert ("catalog.code", "blank.name") == broken(lambda: Blank(code))

    def test_start_is_no_name_of_a_blank(self) -> None:
        """It is the first day of the goal."""
        assert ("blank.name", "blank.name") == broken(lambda: Blank("start"))

    @pytest.mark.parametrize(
        ("parts", "code", "path"),
        [
            ({"low": 5, "high": 4}, "blank.range", "blank.low"),
            ({"kind": "words", "limit": 4, "example": "basil"}, "text.too_long", "blanks.times"),
            ({"kind": SECRET}, "code.unknown", "blank.kind"),
            ({"example": ""}, "text.empty", "blank.example"),
            ({"unit": "2 laps"}, "unit.digit", "unit"),
        ],
    )
    def test_a_blank_that_nothing_fits(self, parts: dict[str, Any], code: str, path: str) -> None:
        """Nor is anything suggested that does not fit."""
        assert (code, path) == broken(lambda: Blank("times", **parts))

    @pytest.mark.parametrize(
        ("parts", "code", "path"),
        [
            ({"default": 11}, "whole.outside_scale", "blanks.times"),
            ({"low": 2, "high": 8, "step": 2, "default": 3}, "blank.between_steps", "blanks.times"),
            ({"step": 0}, "whole.outside_scale", "blank.step"),
            ({"low": -1}, "whole.outside_scale", "blank.range"),
            ({"limit": 0}, "whole.outside_scale", "blank.limit"),
            ({"limit": 501}, "whole.outside_scale", "blank.limit"),
        ],
    )
    def test_a_number_of_a_blank_that_does_not_fit(
        self, parts: dict[str, Any], code: str, path: str
    ) -> None:
        """As above."""
        assert (code, path) == broken(lambda: Blank("times", **parts), kind=OutsideScale)

    def test_a_blank_may_be_as_small_as_can_be(self) -> None:
        """One number, and be it 0; one letter."""
        assert [0] == list(Blank("late_nights", low=0, high=0).choices)
        assert "x" == Blank("initial", kind="words", limit=1).check("x")

    def test_the_unit_of_a_blank_has_one_spelling(self) -> None:
        """As everywhere."""
        assert "minutes" == Blank("length", unit="mins").unit

    def test_an_example_is_put_on_one_line(self) -> None:
        """As what goes in is, so that both read alike."""
        blank = Blank("plants", kind="words", example=" the\nherbs ")

        assert ("the herbs", "the herbs") == (blank.example, blank.suggestion)

    def test_words_without_an_example_suggest_their_name(self) -> None:
        """Cut to what fits."""
        assert "plant" == Blank("plants", kind=BlankKind.WORDS, limit=5).suggestion
        assert range(0) == Blank("plants", kind=BlankKind.WORDS).choices

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"statement": "Water the plants"}, "template.blanks", "template.statement"),
            ({"statement": "{plants} {times} {place}"}, "template.blanks", "template.statement"),
            ({"statement": NO_TEXT}, "text.type", "template.statement"),
            ({"aim": Aim("plants", unit="times")}, "template.aim", "template.aim.blank"),
            ({"blanks": [NO_TEXT]}, "several.type", "template.blanks[0]"),
            ({"fits": [SECRET]}, "code.unknown", "template.fits[0]"),
            ({"why": ""}, "text.empty", "template.why"),
            ({"focus": SECRET}, "catalog.code", "template.focus"),
        ],
    )
    def test_a_template_that_does_not_hold_together(
        self, changes: dict[str, Any], code: str, path: str
    ) -> None:
        """It is refused when it is made, not when somebody fills it."""
        assert (code, path) == broken(lambda: template(**changes))

    def test_a_code_of_a_template_is_plain(self) -> None:
        """As that of a blank."""
        code = broken(lambda: attrs.evolve(template(), code=SECRET))

        assert ("catalog.code", "template.code") == code

    def test_an_aim_in_another_unit_than_its_blank(self) -> None:
        """Minutes never become days."""
        blanks = [Blank("plants", kind="words"), Blank("times", unit="minutes")]
        code = broken(lambda: template(blanks=blanks), kind=UnitMismatch)

        assert ("blank.unit", "template.aim.unit") == code

    def test_two_ideas_of_a_kind_with_one_code(self) -> None:
        """They could not be told apart; of two kinds they may share one."""
        idea = Idea("roots", title="Roots", plain="Roots.", clinical="Roots.")
        code = broken(lambda: Ideas(needs=[idea, idea]), kind=DuplicateId)

        assert ("catalog.duplicate", "ideas[1]") == code
        assert 2 == len(list(Ideas(needs=[idea], roles=[idea])))

    @pytest.mark.parametrize("source", ["own", "own:garden-2019", "lejuez-2011"])
    def test_a_source_is_known_or_a_hosts_own(self, source: str) -> None:
        """As a category is."""
        assert (source,) == focus(sources=[source]).sources

    @pytest.mark.parametrize(
        ("sources", "code"),
        [
            ([], "sources.none"),
            ([SECRET], "sources.unknown"),
            (["lejuez-2012"], "sources.unknown"),
            (["own:"], "sources.unknown"),
            ([3], "several.type"),
            (["own", "own"], "catalog.duplicate"),
        ],
    )
    def test_a_source_that_leads_nowhere(self, sources: Any, code: str) -> None:
        """What rests on nothing says at least that it is own wording."""
        with pytest.raises(RuleBroken) as caught:
            focus(sources=sources)

        assert code == caught.value.code
        assert SECRET not in all_that_is_said(caught.value)

    @pytest.mark.parametrize("log", LogKind)
    def test_a_kind_of_log_is_known(self, log: LogKind) -> None:
        """By code or by member."""
        assert log is focus(log=log).log
        assert log is focus(log=log.value).log

    def test_a_template_with_two_blanks_of_one_name(self) -> None:
        """Nobody could tell them apart."""
        twice = [Blank("times"), Blank("times")]
        code = broken(lambda: template(blanks=twice), kind=DuplicateId)

        assert ("catalog.duplicate", "template.blanks[1]") == code

    def test_an_aim_at_a_blank_that_is_not_there(self) -> None:
        """There would be no number to aim at."""
        moss = Aim("moss", unit="times")
        code = broken(lambda: template(aim=moss), kind=NotFound)

        assert ("template.aim", "template.aim.blank") == code

    @pytest.mark.parametrize("weeks", [0, 521])
    def test_a_look_at_it_in_no_time_or_in_more_than_ten_years(self, weeks: int) -> None:
        """It would be none."""
        code = broken(lambda: template(weeks=weeks), kind=OutsideScale)

        assert ("whole.outside_scale", "template.weeks") == code

    @pytest.mark.parametrize("weeks", [1, 520])
    def test_a_look_at_it_in_a_week_or_in_ten_years(self, weeks: int) -> None:
        """Both are there to choose."""
        assert weeks == template(weeks=weeks).weeks

    @pytest.mark.parametrize(
        ("parts", "code", "path"),
        [
            ({"kind": "between"}, "aim.kind", "aim.kind"),
            ({"kind": SECRET}, "code.unknown", "aim.kind"),
            ({"blank": SECRET}, "catalog.code", "aim.blank"),
        ],
    )
    def test_an_aim_is_for_more_or_for_less(
        self, parts: dict[str, Any], code: str, path: str
    ) -> None:
        """One number makes no range."""
        aim = Aim("times", unit="times")

        assert (code, path) == broken(lambda: attrs.evolve(aim, **parts))

    @pytest.mark.parametrize("kind", ["at_least", TargetKind.AT_MOST])
    def test_an_aim_by_code_or_by_member(self, kind: Any) -> None:
        """Both are the same."""
        assert TargetKind(kind) is Aim("times", unit="times", kind=kind).kind

    def test_a_category_is_known_or_a_hosts_own(self) -> None:
        """As in a goal."""
        code = broken(lambda: attrs.evolve(garden(), code=SECRET))

        assert ("goal.category", "category.code") == code

    def test_a_full_focus(self) -> None:
        """Everything around it is checked as well."""
        made = focus(
            steps=StepPlan.of("Look at one pot"),
            barriers=[Barrier("rain")],
            cautions=["exercise"],
            keywords=["my plants"],
            log="activity",
        )

        assert (Caution.EXERCISE,) == made.cautions
        assert ("own",) == made.sources

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"code": SECRET}, "catalog.code", "code"),
            ({"cautions": [SECRET]}, "code.unknown", "focus.cautions[0]"),
            ({"cautions": SECRET}, "several.type", "focus.cautions"),
            ({"keywords": [NO_TEXT]}, "several.type", "focus.keywords[0]"),
            ({"keywords": ["moss", ""]}, "text.empty", "focus.keywords[1]"),
            ({"barriers": [SECRET]}, "several.type", "focus.barriers[0]"),
            ({"sources": [NO_TEXT]}, "several.type", "sources[0]"),
            ({"sources": ["own", ""]}, "sources.unknown", "sources[1]"),
            ({"log": SECRET}, "code.unknown", "focus.log"),
            ({"measure": SECRET}, "value.type", "focus.measure"),
            ({"steps": SECRET}, "value.type", "focus.steps"),
            ({"title": ""}, "text.empty", "title"),
            ({"plain": ""}, "text.empty", "plain"),
            ({"clinical": ""}, "text.empty", "clinical"),
        ],
    )
    def test_a_focus_that_does_not_hold_together(
        self, changes: dict[str, Any], code: str, path: str
    ) -> None:
        """It is refused when it is made."""
        assert (code, path) == broken(lambda: attrs.evolve(focus(), **changes))

    def test_a_category_holds_focuses(self) -> None:
        """And nothing else."""
        code = broken(lambda: attrs.evolve(garden(), focuses=[ODD]))

        assert ("several.type", "category.focuses[0]") == code

    @pytest.mark.parametrize(
        ("links", "code", "path"),
        [
            ({"focuses": SECRET}, "several.type", "idea.focuses"),
            ({"focuses": ["beds", SECRET]}, "catalog.code", "idea.focuses[1]"),
            ({"templates": [SECRET]}, "catalog.code", "idea.templates[0]"),
        ],
    )
    def test_an_idea_leads_on_by_codes(self, links: dict[str, Any], code: str, path: str) -> None:
        """Plain ones, several of them."""
        made = broken(lambda: Idea("roots", title="Roots", plain="R.", clinical="R.", **links))

        assert (code, path) == made

    def test_ideas_hold_ideas(self) -> None:
        """And nothing else."""
        odd: Any = [SECRET]

        assert ("several.type", "ideas[0]") == broken(lambda: Ideas(roles=odd))


@pytest.mark.parametrize("odd", [[], {}, None, 7])
def test_what_is_no_text_is_no_code(odd: Any) -> None:
    """It is not found, like any other code that is not there."""
    asked: list[tuple[Callable[[], object], type[Exception]]] = [
        (lambda: CATALOG[odd], KeyError),
        (lambda: CATALOG.fill(odd), NotFound),
        (lambda: CATALOG.cautions(odd), NotFound),
        (lambda: CATALOG.focus(odd), NotFound),
    ]

    assert odd not in CATALOG
    for ask, kind in asked:
        with pytest.raises(kind):
            ask()


@pytest.mark.parametrize("asked", [{"category": []}, {"focus": {}}])
def test_a_place_to_look_in_is_a_code(asked: dict[str, Any]) -> None:
    """Nothing else is one."""
    with pytest.raises(NotFound):
        CATALOG.find("walk", **asked)


@pytest.mark.parametrize(
    ("parts", "refused"),
    [
        ({"low": 1, "high": 7, "step": 100}, ("blank.step", "blank.step")),
        ({"low": 1, "high": 8, "step": 2}, ("blank.step", "blank.step")),
        ({"kind": "words", "example": "a\x1b[1mb"}, ("text.control", "blanks.times")),
    ],
)
def test_a_blank_that_could_not_be_filled_as_it_says(
    parts: dict[str, Any], refused: tuple[str, str]
) -> None:
    """Steps reach the high end, and words hold nothing that steers a screen."""
    assert refused == broken(lambda: Blank("times", **parts))


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        *(
            ({"statement": f"Water {{plants}} {{times}} times {odd}"}, "template.braces")
            for odd in ("{Times}", "{ times }", "{times!r}", "{0}", "{}", "}", "{")
        ),
        ({"statement": "Water {plants}\n{times} times a week"}, "text.control"),
        ({"statement": "Water {plants} {times} times a week\x07"}, "text.control"),
        ({"statement": "Water {plants} {times} times \u202ea week"}, "text.control"),
    ],
)
def test_a_sentence_that_could_not_be_read_out(parts: dict[str, Any], code: str) -> None:
    """No brace is left over, and nothing turns the direction of writing."""
    assert (code, "template.statement") == broken(lambda: template(**parts))


@pytest.mark.parametrize(
    ("parts", "refused", "kind"),
    [
        (
            {"fits": ["short", "quiet", "short"]},
            ("catalog.duplicate", "template.fits[2]"),
            DuplicateId,
        ),
        ({"cautions": [SECRET]}, ("code.unknown", "template.cautions[0]"), RuleBroken),
        (
            {"cautions": ["exercise", Caution.EXERCISE]},
            ("catalog.duplicate", "template.cautions[1]"),
            DuplicateId,
        ),
    ],
)
def test_a_template_says_each_thing_once(
    parts: dict[str, Any], refused: tuple[str, str], kind: type[RuleBroken]
) -> None:
    """What it fits and what to heed are known codes, and nothing stands twice."""
    assert refused == broken(lambda: template(**parts), kind=kind)


def test_a_focus_heeds_each_caution_once() -> None:
    """It is read before everything else, and once is enough."""
    code = broken(lambda: focus(cautions=["medicine", "medicine"]), kind=DuplicateId)

    assert "catalog.duplicate" == code[0]
