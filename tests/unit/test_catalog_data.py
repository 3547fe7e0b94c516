"""The packaged catalog is whole: every key on both sides, every sentence kind and its own."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from stepwell import catalog
from stepwell._fields import words_of
from stepwell._text import normalise
from stepwell.catalog import (
    SOURCES,
    BlankKind,
    Catalog,
    CategoryEntry,
    Caution,
    Fit,
    Focus,
    GoalTemplate,
    LogKind,
    builtin,
    check_template,
)
from stepwell.catalog.asides import asides
from stepwell.catalog.inflecting import noun_forms, verb_forms
from stepwell.catalog.reading import LOCALES, _read
from stepwell.goals import Category
from stepwell.kindness import check_kind
from stepwell.messages import message_ids, say, templates
from stepwell.safety import SafetyClass, screen

CATALOG = builtin()
DATA = resources.files(catalog)
AREAS = [area.value for area in Category if area is not Category.OTHER]
BIBLIOGRAPHY = Path(__file__).parents[2] / "docs" / "explanation" / "bibliography.md"
EVERY_FOCUS = pytest.mark.parametrize("focus", CATALOG.focuses, ids=lambda focus: focus.code)
EVERY_TEMPLATE = pytest.mark.parametrize("template", CATALOG.templates, ids=list(CATALOG))


def table(folder: str, name: str) -> dict[str, Any]:
    """Return one data file."""
    return tomllib.loads(DATA.joinpath(folder, f"{name}.toml").read_text(encoding="utf-8"))


def leaves(node: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a table with its place; lists of keywords are no sentences."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, inner in node.items():
            yield from leaves(inner, f"{path}.{key}")
    elif not all(isinstance(inner, str) for inner in node):
        for at, inner in enumerate(node):
            yield from leaves(inner, f"{path}[{at}]")


def sentences(locale: str) -> list[tuple[str, str]]:
    """Return all that is written in a locale, and each plan as it is read."""
    found = [leaf for name in (*AREAS, "ideas") for leaf in leaves(table(locale, name), name)]
    plans = [
        (f"{focus.code}.plan", f"If {plan.when}, then I will {plan.then}.")
        for focus in builtin(locale).focuses
        for barrier in focus.barriers
        for plan in barrier.plans
    ]
    return [*found, *plans]


def folded(text: str) -> str:
    """Return a sentence without letter case and full stop, to compare it with others."""
    return normalise(text, fold=True).text.rstrip(".?! ")


def shape_keys(shape: dict[str, Any]) -> dict[str, Any]:
    """Return what a structure file says that its text file has to say as well."""
    return {
        focus: {
            "templates": {
                name: sorted(
                    blank for blank, parts in inner["blanks"].items() if parts["kind"] == "words"
                )
                for name, inner in shape[focus]["templates"].items()
            },
            "steps": [each["code"] for each in shape[focus]["steps"]],
            "barriers": {each["code"]: each.get("plans", 1) for each in shape[focus]["barriers"]},
        }
        for focus in shape["order"]
    }


def text_keys(text: dict[str, Any], order: list[str]) -> dict[str, Any]:
    """Return the same of a text file."""
    return {
        focus: {
            "templates": {
                name: sorted(inner.get("example", {}))
                for name, inner in text[focus]["templates"].items()
            },
            "steps": list(text[focus]["steps"]),
            "barriers": {
                name: len(inner["plans"]) for name, inner in text[focus]["barriers"].items()
            },
        }
        for focus in order
    }


def written(locale: str) -> Counter[str]:
    """Return how often each sentence and each keyword is written in the files of a locale."""
    said = Counter(
        text for name in (*AREAS, "ideas") for _, text in leaves(table(locale, name), "")
    )
    said.update(word for inner in table(locale, "keywords").values() for word in inner["words"])
    return said


def again(like: Any, value: Any) -> Any:
    """Return of a value what a table says of it, in the shape of the table."""
    if isinstance(like, dict):
        return {name: again(inner, getattr(value, name)) for name, inner in like.items()}
    return list(value) if isinstance(like, list) else value


def template_again(like: dict[str, Any], template: GoalTemplate) -> dict[str, Any]:
    """Return a template as its structure file has it."""
    blanks = {blank.name: again(like["blanks"][blank.name], blank) for blank in template.blanks}
    rest = {name: inner for name, inner in like.items() if name != "blanks"}
    return {"blanks": blanks} | {name: again(rest[name], getattr(template, name)) for name in rest}


def focus_again(like: dict[str, Any], focus: Focus, found: Catalog) -> dict[str, Any]:
    """Return a focus with its templates as its structure file has them."""
    around = ("measure", "log", "cautions", "sources")
    return {name: again(like[name], getattr(focus, name)) for name in around} | {
        "templates": {
            each.code: template_again(like["templates"][each.code], each)
            for each in found.values()
            if each.focus == focus.code
        },
        "steps": [
            {"code": step.id, "minutes": step.minutes, "difficulty": step.difficulty}
            for step in focus.steps
        ],
        "barriers": like["barriers"],  # their codes link two files and go no further
    }


def home(found: Catalog, area: str) -> CategoryEntry:
    """Return the category with this code."""
    return next(entry for entry in found.categories if entry.code == area)


class TestFiles:
    """Numbers in one folder, sentences in another, the same keys in both."""

    @pytest.mark.parametrize("locale", LOCALES)
    @pytest.mark.parametrize("area", AREAS)
    def test_structure_and_text_have_the_same_keys(self, locale: str, area: str) -> None:
        """In the same order, so that a translation can be laid beside it."""
        shape, text = table("structure", area), table(locale, area)

        assert shape_keys(shape) == text_keys(text, shape["order"])
        assert {"title", "plain", "clinical", *shape["order"]} == set(text)
        assert ["order", *shape["order"]] == list(shape)

    @pytest.mark.parametrize("locale", LOCALES)
    def test_ideas_have_the_same_keys(self, locale: str) -> None:
        """Kind by kind."""
        shape, text = table("structure", "ideas"), table(locale, "ideas")

        assert {kind: list(ideas) for kind, ideas in shape.items()} == {
            kind: list(ideas) for kind, ideas in text.items()
        }

    @pytest.mark.parametrize("locale", LOCALES)
    def test_every_focus_has_keywords(self, locale: str) -> None:
        """No two focuses share all of theirs, and no word belongs to more than two."""
        focuses = builtin(locale).focuses
        counts = Counter(word for focus in focuses for word in focus.keywords)

        assert [focus.code for focus in focuses] == list(table(locale, "keywords"))
        assert [] == [word for word, count in counts.items() if count > 2]

    def test_there_is_no_other_file(self) -> None:
        """Everything that is packaged is read."""
        expected = {f"{name}.toml" for name in (*AREAS, "ideas")}

        assert expected == {file.name for file in DATA.joinpath("structure").iterdir()}
        for locale in LOCALES:
            names = {file.name for file in DATA.joinpath(locale).iterdir()}
            assert expected | {"asides.toml", "keywords.toml"} == names

    @pytest.mark.parametrize("locale", LOCALES)
    def test_no_keyword_is_listed_twice(self, locale: str) -> None:
        """Nor is a form that a noun or a verb of the same focus stands for."""
        for name, listed in table(locale, "keywords").items():
            nouns = [form for noun in listed.get("nouns", ()) for form in noun_forms(noun)]
            verbs = [form for verb in listed.get("verbs", ()) for form in verb_forms(verb)]
            counts = Counter((*listed["words"], *{*nouns, *verbs}))

            assert (name, []) == (name, [word for word, count in counts.items() if count > 1])

    @pytest.mark.parametrize("locale", LOCALES)
    def test_every_aside_holds_a_keyword_and_is_none(self, locale: str) -> None:
        """So that none is there in vain, and none takes a keyword away."""
        phrases = asides(locale).phrases
        apart = [f" {each} ".replace("'", " '") for each in phrases]
        keywords = {word for focus in builtin(locale).focuses for word in focus.keywords}

        assert set() == keywords & {*phrases, *asides(locale).refusals}
        assert [] == [each for each in apart if not any(f" {word} " in each for word in keywords)]


@pytest.mark.parametrize("locale", LOCALES)
class TestReading:
    """What the files say is what the catalog says."""

    def test_every_word_of_the_files_stands_in_it(self, locale: str) -> None:
        """Each at least as often as it is written."""
        found = _read.__wrapped__(locale)
        parts = (found.categories, found.templates, found.ideas)

        assert Counter() == written(locale) - Counter(text for _, text in words_of(parts))

    @pytest.mark.parametrize("area", AREAS)
    def test_a_structure_file_can_be_told_again_from_it(self, locale: str, area: str) -> None:
        """Every number, code and link of a focus, its steps and its templates."""
        shape, found = table("structure", area), _read.__wrapped__(locale)
        told = {name: focus_again(shape[name], found.focus(name), found) for name in shape["order"]}

        assert shape == {"order": [each.code for each in home(found, area).focuses], **told}

    def test_ideas_can_be_told_again_from_it(self, locale: str) -> None:
        """Each in its kind, with its links and sources."""
        shape, ideas = table("structure", "ideas"), _read.__wrapped__(locale).ideas

        assert shape == {
            kind: {idea.code: again(shape[kind][idea.code], idea) for idea in getattr(ideas, kind)}
            for kind in shape
        }


class TestSentences:
    """Everything that somebody can read."""

    @pytest.mark.parametrize("locale", LOCALES)
    def test_no_two_are_alike(self, locale: str) -> None:
        """Neither in the catalog nor among the messages; case and full stops do not count."""
        counts = Counter(folded(text) for _, text in sentences(locale))
        elsewhere = {folded(text) for _, _, text in templates(locale)}

        assert [] == [text for text, count in counts.items() if count > 1 or text in elsewhere]

    @pytest.mark.parametrize("locale", LOCALES)
    def test_each_is_kind_and_alarms_nobody(self, locale: str) -> None:
        """Titles, plans, reasons, examples and what clinicians read."""
        unkind = [place for place, text in sentences(locale) if check_kind(text, locale)]
        alarming = [
            place
            for place, text in sentences(locale)
            if screen(text, locale=locale) is not SafetyClass.NOTHING_FOUND
        ]

        assert ([], []) == (unkind, alarming)

    @pytest.mark.parametrize("locale", LOCALES)
    def test_each_keyword_is_kind_in_a_sentence(self, locale: str) -> None:
        """A word that was matched may be shown to the person."""
        words = [word for focus in builtin(locale).focuses for word in focus.keywords]
        screened = {screen(f"You wrote {word}.", locale=locale) for word in words}

        assert [] == [word for word in words if check_kind(f"You wrote {word}.", locale)]
        assert {SafetyClass.NOTHING_FOUND} == screened

    @pytest.mark.parametrize("caution", Caution)
    def test_every_caution_has_a_sentence_for_both(self, caution: Caution) -> None:
        """The code is the id of the message."""
        audiences = {who for name, who, _ in templates() if name == f"caution.{caution}"}

        assert {"person", "clinician"} == audiences

    def test_every_caution_is_used(self) -> None:
        """And none of the messages is for a caution that does not exist."""
        used = {caution for focus in CATALOG.focuses for caution in focus.cautions}
        said = {name for name in message_ids() if name.startswith("caution.")}

        assert set(Caution) == used
        assert {f"caution.{caution}" for caution in Caution} == said


class TestFocuses:
    """Each of the eighteen."""

    def test_there_are_three_in_each_of_six_areas(self) -> None:
        """In the order of the categories."""
        assert AREAS == [entry.code for entry in CATALOG.categories]
        assert {3} == {len(entry.focuses) for entry in CATALOG.categories}

    @EVERY_FOCUS
    def test_there_is_enough_to_choose_from(self, focus: Focus) -> None:
        """Three templates, five steps, two barriers with a plan each; words to find it by."""
        found = CATALOG.find(focus=focus.code)

        assert len(found) >= 3
        assert len(focus.steps) >= 5
        assert len(focus.barriers) >= 2
        assert all(barrier.plans for barrier in focus.barriers)
        assert len(focus.keywords) >= 12

    @EVERY_FOCUS
    def test_the_first_step_takes_ten_minutes_or_less(self, focus: Focus) -> None:
        """And it never gets easier further down."""
        minutes = [step.minutes for step in focus.steps]
        difficulties = [step.difficulty or 0 for step in focus.steps]

        assert minutes[0] is not None
        assert minutes[0] <= 10
        assert sorted(difficulties) == difficulties

    @EVERY_FOCUS
    def test_it_names_what_it_rests_on(self, focus: Focus) -> None:
        """Works of the bibliography, or our own wording."""
        known = set(re.findall(r"^\((.+)\)=$", BIBLIOGRAPHY.read_text("utf-8"), re.MULTILINE))

        assert focus.sources
        assert set(focus.sources) <= {*known, "own"}

    def test_what_may_be_cited_is_what_the_bibliography_holds(self) -> None:
        """Neither more nor less."""
        known = re.findall(r"^\((.+)\)=$", BIBLIOGRAPHY.read_text("utf-8"), re.MULTILINE)

        assert set(known) == SOURCES

    def test_every_kind_of_log_serves_a_focus(self) -> None:
        """And every focus has one."""
        assert set(LogKind) == {focus.log for focus in CATALOG.focuses}

    def test_ideas_name_what_they_rest_on(self) -> None:
        """As the focuses do."""
        known = set(re.findall(r"^\((.+)\)=$", BIBLIOGRAPHY.read_text("utf-8"), re.MULTILINE))
        cited = {source for idea in CATALOG.ideas for source in idea.sources}

        assert cited <= {*known, "own"}

    @pytest.mark.parametrize(
        ("focus", "caution"),
        [
            ("exploring_medication", Caution.MEDICINE),
            ("mindfulness_with_emotions", Caution.MINDFULNESS),
            ("stress_reduction", Caution.MINDFULNESS),
            ("replace_unhealthy_strategies", Caution.SUBSTANCES),
            ("resilience", Caution.SUBSTANCES),
            ("exercise_routine", Caution.EXERCISE),
            ("exercise_routine", Caution.BIPOLAR_ACTIVATION),
            ("realistic_fitness_goals", Caution.EXERCISE),
            ("realistic_fitness_goals", Caution.BIPOLAR_ACTIVATION),
            ("physical_health_and_mood", Caution.EXERCISE),
            ("physical_health_and_mood", Caution.BIPOLAR_ACTIVATION),
            ("stress_reduction", Caution.EXERCISE),
            ("coping_when_symptoms_arise", Caution.CRISIS),
            ("replace_unhealthy_strategies", Caution.CRISIS),
            ("recognise_distortions", Caution.FEARED_SITUATIONS),
            ("restructure_thoughts", Caution.FEARED_SITUATIONS),
            ("healthy_boundaries", Caution.FEARED_SITUATIONS),
            ("communicate_needs", Caution.FEARED_SITUATIONS),
        ],
    )
    def test_what_calls_for_care_says_so(self, focus: str, caution: Caution) -> None:
        """Where medicine, the body, attention, fear or drugs come in."""
        assert caution in CATALOG.focus(focus).cautions

    def test_self_esteem_and_support_have_named_templates(self) -> None:
        """No focus carries their name, so an idea does."""
        needs = {idea.code: idea.templates for idea in CATALOG.ideas.needs}

        assert "strength_used" in needs["self_esteem"]
        assert "reconnect_support_list" in needs["support_network"]

    def test_the_body_is_no_goal(self) -> None:
        """Nothing counts weight, calories or size."""
        said = " ".join(text for _, text in sentences("en")).casefold()

        assert [] == re.findall(r"\b(?:weight\b|calorie|kilo|bmi|waist|slim)\w*", said)


def plans_of(focus: str) -> list[str]:
    """Return the plans of a focus as they are read, in order."""
    return [
        f"If {plan.when}, then I will {plan.then}."
        for barrier in CATALOG.focus(focus).barriers
        for plan in barrier.plans
    ]


class TestDanger:
    """Help is never put off, and danger never approached."""

    @pytest.mark.parametrize(
        "focus",
        [each.code for each in CATALOG.focuses if Caution.EXERCISE in each.cautions],
    )
    def test_where_somebody_moves_the_body_comes_first(self, focus: str) -> None:
        """An alarm from chest or breath calls for emergency help; lesser pain for a rest.

        The caution, which is shown first, names the signs; a plan that named them
        would be screened as somebody's own trouble once it is in a goal.
        """
        alarm, lesser = CATALOG.focus(focus).barriers[0].plans

        assert all(re.search(sign, alarm.when) for sign in ("alarm", "chest", "breath"))
        assert "local emergency number" in alarm.then
        assert "my doctor" in lesser.then
        assert re.search(r"\brest|leave it for today", lesser.then)

    def test_emergency_help_hangs_on_nothing(self) -> None:
        """No plan waits to see whether it passes, and nobody else comes first."""
        said = [plan for focus in CATALOG.focuses for plan in plans_of(focus.code)]
        urgent = [plan for plan in said if "emergency number" in plan]

        assert len(urgent) >= 10
        assert [] == [plan for plan in urgent if re.search(r"if it does|wait and|first\b", plan)]

    @pytest.mark.parametrize(
        ("focus", "plan"),
        [
            ("coping_when_symptoms_arise", "If I feel unsafe, then I will contact my local"),
            ("replace_unhealthy_strategies", "If I could get hurt, then I will contact my local"),
            ("recognise_distortions", "If the danger is near, then I will call my local emergency"),
            ("restructure_thoughts", "If a test may put me or anybody else in danger, then I will"),
            ("exploring_medication", "If something sudden or worrying happens after a medicine"),
            ("communicate_needs", "If I am frightened of the person, then I will leave it unsaid"),
            ("healthy_boundaries", "If I am afraid of what somebody may do, then I will go where"),
        ],
    )
    def test_danger_stands_before_everything_else(self, focus: str, plan: str) -> None:
        """The first plan that somebody reads is the one that cannot wait."""
        assert plans_of(focus)[0].startswith(plan)

    @pytest.mark.parametrize("focus", ["exercise_routine"])
    def test_much_energy_and_little_sleep_is_no_day_for_a_plan(self, focus: str) -> None:
        """It is a day to ring somebody."""
        (plan,) = [each for each in plans_of(focus) if "hardly sleep" in each]

        assert "put the plan aside" in plan
        assert "today" in plan

    @pytest.mark.parametrize(
        ("caution", "said"),
        [
            (Caution.CRISIS, "crisis line now"),
            (Caution.EXERCISE, "Stop at once"),
            (Caution.BIPOLAR_ACTIVATION, "If such a time is here now, let them know today."),
            (Caution.MEDICINE, "ring a doctor or an emergency number the same day, at once"),
            (Caution.FEARED_SITUATIONS, "when danger is near, your local emergency number"),
        ],
    )
    def test_a_caution_says_what_to_do_now(self, caution: Caution, said: str) -> None:
        """Not only what to ask beforehand."""
        assert said in say(f"caution.{caution}", audience="person")

    def test_nothing_about_medicine_is_put_off(self) -> None:
        """What was noticed lately is looked at again within two weeks."""
        assert CATALOG["ask_about_lately"].weeks <= 2


class TestTemplates:
    """Each template."""

    @EVERY_TEMPLATE
    def test_every_blank_has_a_suggestion(self, template: GoalTemplate) -> None:
        """An example for words, a default for numbers."""
        words = [blank for blank in template.blanks if blank.kind is BlankKind.WORDS]
        numbers = [blank for blank in template.blanks if blank.kind is BlankKind.WHOLE]

        assert all(blank.example for blank in words)
        assert all(blank.default is not None and blank.unit for blank in numbers)
        assert all(blank.high in blank.choices for blank in numbers)

    @EVERY_TEMPLATE
    def test_one_reads_as_one(self, template: GoalTemplate) -> None:
        """A number word fits its number: "1 or more days", never "1 times"."""
        ones = {blank.name: 1 for blank in template.blanks if 1 in blank.choices}
        said = CATALOG.fill(template, start=None, **(template.suggestions | ones)).statement

        assert [] == re.findall(r"\b1 (?!or more)\w+s\b", said)

    @EVERY_TEMPLATE
    def test_it_has_an_example_of_a_reason(self, template: GoalTemplate) -> None:
        """Shown beside it, and never taken for somebody's own."""
        assert template.why

    @EVERY_TEMPLATE
    def test_nothing_in_it_may_hurt(self, template: GoalTemplate) -> None:
        """What a host is offered for its own templates says nothing about these."""
        assert () == check_template(template)

    @EVERY_TEMPLATE
    def test_it_leaves_a_day_of_rest(self, template: GoalTemplate) -> None:
        """A week has seven days, and no goal asks for all of them."""
        assert template.target_blank.high <= 6

    @EVERY_TEMPLATE
    def test_it_can_be_as_small_as_one(self, template: GoalTemplate) -> None:
        """Somebody who feels hardly sure of it may begin with once."""
        assert 1 == template.target_blank.low
        assert f"{{{template.aim.blank}}} or more" in template.statement

    @EVERY_TEMPLATE
    def test_short_is_short_over_the_whole_range(self, template: GoalTemplate) -> None:
        """Fifteen minutes at most."""
        minutes = [blank.high for blank in template.blanks if blank.unit == "minutes"]

        assert Fit.SHORT not in template.fits or max(minutes, default=0) <= 15

    @EVERY_TEMPLATE
    def test_what_it_fits_goes_together(self, template: GoalTemplate) -> None:
        """Nothing is indoors and outdoors, alone and in company, seated and standing."""
        pairs = (
            {Fit.INDOORS, Fit.OUTDOORS},
            {Fit.ALONE, Fit.WITH_COMPANY},
            {Fit.SEATED, Fit.STANDING},
        )

        assert not any(pair <= set(template.fits) for pair in pairs)

    @EVERY_TEMPLATE
    def test_it_speaks_of_nothing_that_was_not_named(self, template: GoalTemplate) -> None:
        """Each sentence stands alone."""
        assert "the same" not in template.statement

    def test_words_to_say_stand_in_quotes(self) -> None:
        """So that they do not run into the sentence."""
        said = CATALOG.fill("boundary_rehearsed_line", sentence="let me think about it", days=1)

        assert "Practise the words “let me think about it” aloud" in said.statement

    def test_there_is_movement_for_every_place_and_company(self) -> None:
        """Seated or standing, indoors or outdoors, alone or with company where it can be."""
        for body in (Fit.SEATED, Fit.STANDING):
            for place in (Fit.INDOORS, Fit.OUTDOORS):
                assert CATALOG.find(category="activity", fits=[body, place])

    def test_movement_is_fitted_to_many_bodies_and_days(self) -> None:
        """Every fit is there among the activities."""
        found = {fit for each in CATALOG.find(category="activity") for fit in each.fits}

        assert set(Fit) == found
