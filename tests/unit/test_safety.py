"""Words that need an answer are seen, idioms are not, and what cannot be read says so."""

from __future__ import annotations

import tomllib
import warnings
from collections.abc import Callable
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from stepwell.errors import CrisisResourcesMissing, RuleBroken
from stepwell.goals import Barrier, Goal, IfThenPlan
from stepwell.safety import (
    CrisisResources,
    SafetyClass,
    SafetySignal,
    most_urgent,
    safety_message,
    screen,
    screen_spans,
    screen_values,
)
from stepwell.story import RateGoal
from tests.refusals import broken

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "evaluation" / "data" / "safety_cases.toml").read_text("utf-8")
)
NOW = SafetyClass.RESPOND_NOW
TALK = SafetyClass.TALK_TO_CLINICIAN
NOTHING = SafetyClass.NOTHING_FOUND
UNREAD = SafetyClass.NOT_ASSESSED

LEXICON = tomllib.loads(resources.files("stepwell.safety").joinpath("en.toml").read_text("utf-8"))
CLAUSES = (" and never come back", " and take nobody with me", " but not today", ". Soon")
FORMS = [line for lines in LEXICON["respond_now"].values() for line in lines]
EXCLUSIONS = {piece for line in FORMS for piece in line.split() if piece.startswith("!")}


def _sample(form: str) -> str:
    """Return the shortest sentence that a form describes, in the first of its words."""
    form = form.replace("{self}", "myself").replace("{end}", "")
    pieces = [piece for piece in form.split() if piece[-1] != "?" and piece[0] not in ".!&^$"]
    firsts = [piece.split("|")[0] for piece in pieces]
    known = {f"<{name}>": words[0] for name, words in LEXICON["words"].items()}
    return " ".join(known.get(first, "3" if first == "<number>" else first) for first in firsts)


SAMPLES = [text for text in map(_sample, FORMS) if screen(text) is NOW]


class TestCases:
    """Our own must-catch sentences, and harmless ones that look alike."""

    @pytest.mark.parametrize("text", CASES["respond_now"])
    def test_respond_now(self, text: str) -> None:
        """Every sentence of the must-catch list is caught."""
        assert NOW is screen(text)

    @pytest.mark.parametrize("text", CASES["talk_to_clinician"])
    def test_talk_to_clinician(self, text: str) -> None:
        """Every change that nobody looks after is caught."""
        assert TALK is screen(text)

    @pytest.mark.parametrize("text", CASES["nothing_found"])
    def test_nothing_found(self, text: str) -> None:
        """Everyday wording, idioms and care with a prescriber are left in peace."""
        assert NOTHING is screen(text)

    def test_enough(self) -> None:
        """There are at least sixty of each class."""
        assert all(len(texts) >= 60 for texts in CASES.values())


class TestScreen:
    """What is read, and how."""

    @pytest.mark.parametrize(
        "text",
        ["", "   ", "\U0001f49b\U0001f49b", "12345", "\u4f60\u597d", "\ud83d", "\x00", "?!"],
    )
    def test_not_assessed(self, text: str) -> None:
        """No letters, or none in a script there is a lexicon for."""
        assert UNREAD is screen(text)

    @pytest.mark.parametrize("mark", "'\u2018\u2019\u201b\u02bc\u2032\u00b4`")
    def test_marks_are_no_letters(self, mark: str) -> None:
        """However an apostrophe is written, it belongs to no other script and parts no word."""
        assert NOTHING is screen(f"I{mark}m up")
        assert UNREAD is screen(f"ich hab{mark}s satt")

    def test_mostly_another_script(self) -> None:
        """A few Latin letters among others are not enough to judge by."""
        assert UNREAD is screen("\u0445\u043e\u0447\u0443 \u0433\u0443\u043b\u044f\u0442\u044c ok")

    def test_accents_are_latin(self) -> None:
        """A foreign name keeps a text readable."""
        assert NOTHING is screen("caf\u00e9 with Zo\u00eb and Andr\u00e9")

    @pytest.mark.parametrize(
        "text",
        [
            "ich will nicht mehr leben",
            "je veux mourir",
            "no quiero vivir m\u00e1s",
            "voglio morire",
            "ik wil niet meer leven",
        ],
    )
    def test_another_language_in_latin_letters(self, text: str) -> None:
        """Common words of another language, and none of English, are not judged."""
        assert UNREAD is screen(text)

    @pytest.mark.parametrize(
        "text",
        [
            "learn to sing Je ne regrette rien",
            "visit Los Angeles",
            "practise German every day",
            "morire",
            "read Nie wieder Krieg with Sam",
            "four short pages daily of Ich und Du",
            "finally finish reading Kafka aloud, ich hoffe",
        ],
    )
    def test_a_foreign_title_or_name(self, text: str) -> None:
        """Beside English words, or where no word is a common one, the text counts as read."""
        assert NOTHING is screen(text)

    @pytest.mark.parametrize("check", [screen, screen_spans])
    def test_no_text(self, check: Callable[[Any], object]) -> None:
        """What is no text is refused in our own words."""
        assert ("screen.type", "text") == broken(lambda: check(None))

    def test_unknown_locale(self) -> None:
        """Without a reviewed lexicon nothing is judged."""
        assert (UNREAD, ()) == (
            screen("I want to die", locale="xx"),
            screen_spans("I want to die", locale="xx"),
        )

    def test_found_beats_not_assessed(self) -> None:
        """A hit among other scripts is still a hit."""
        assert NOW is screen("suicide \u4f60\u597d\u4f60\u597d\u4f60\u597d\u4f60\u597d")

    def test_idiom_hides_no_second_hit(self) -> None:
        """Each find is set aside for itself alone."""
        assert NOW is screen("I'm dying to see the show and then I want to die")

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("come off sertraline with my GP", NOTHING),
            ("come off sertraline, my GP doesn't know", TALK),
            ("come off sertraline and kill myself, my GP agrees", NOW),
        ],
    )
    def test_prescriber(self, text: str, found: SafetyClass) -> None:
        """A prescriber who is involved settles a medicine, never the wish to die."""
        assert found is screen(text)

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("lose 1.2 kg a week", TALK),
            ("lose 1 kg a week", NOTHING),
            ("lose 2 lb a week", NOTHING),
            ("lose 3 lb per week", TALK),
            ("lose a stone in two months", NOTHING),
            ("lose a stone in a month", TALK),
            ("lose 5 kg. In a week I go home", NOTHING),
            ("lose 1:30 kg a week", NOTHING),
            ("-2 kg/week", TALK),
            ("kg", NOTHING),
            ("lift 20 kg in a week", NOTHING),
            ("lose 20 kg", NOTHING),
            ("under 700 kcal", TALK),
            ("kcal under 700", TALK),
            ("under 1000 kcal", TALK),
            ("under 1200 kcal", NOTHING),
            ("at least 2000 kcal", NOTHING),
            ("count kcal", NOTHING),
            ("eat 400 calories at breakfast", TALK),
            ("burn 300 calories", NOTHING),
            ("weigh 44 kg", TALK),
            ("weigh 46 kg", NOTHING),
            ("weigh 1:30 kg", NOTHING),
            ("bench press, reach 40 kg", NOTHING),
            ("weigh 90 pounds", TALK),
            ("reach 90 pounds", NOTHING),
            ("be under seven stone", TALK),
            ("be under seven stone, with my dietitian", NOTHING),
        ],
    )
    def test_amounts(self, text: str, found: SafetyClass) -> None:
        """More than 1 kg (2 lb) a week, or 1000 kcal a day or less, is for a clinician."""
        assert found is screen(text)


class TestAdding:
    """Words that are added to a wish take nothing from it."""

    @pytest.mark.parametrize("clause", CLAUSES)
    def test_cases(self, clause: str) -> None:
        """Every sentence of the must-catch list is caught with more behind it."""
        quieter = [text for text in CASES["respond_now"] if screen(text + clause) is not NOW]
        assert [] == quieter

    @pytest.mark.parametrize("clause", CLAUSES)
    def test_forms(self, clause: str) -> None:
        """So is the shortest sentence of every form in the data file."""
        quieter = [text for text in SAMPLES if screen(text + clause) is not NOW]
        assert [] == quieter

    def test_exclusions(self) -> None:
        """No form is set aside by a word that only joins a clause."""
        words = {word for look in EXCLUSIONS for word in look.removeprefix("!").split("|")}
        assert words.isdisjoint(LEXICON["words"]["onward"])


class TestSpans:
    """The evidence, quoted."""

    def test_quotes(self) -> None:
        """A span is the words themselves, most urgent first."""
        text = "Come off sertraline. No more \u201cself\u2011harm\u201d!"
        assert [(NOW, "self\u2011harm"), (TALK, "Come off sertraline")] == [
            (span.safety, text[span.start : span.end]) for span in screen_spans(text)
        ]

    @pytest.mark.parametrize("text", ["s u i c i d e", "feel su1cidal", "su\u200bicide"])
    def test_masked(self, text: str) -> None:
        """Spaced, masked and split letters are read as the word they make."""
        (span,) = screen_spans(text)
        assert text.removeprefix("feel ") == text[span.start : span.end]

    def test_one_span_a_place(self) -> None:
        """Finds that overlap are one."""
        assert 1 == len(screen_spans("I want to kill myself"))


class TestSignals:
    """What the host hears."""

    def test_paths(self) -> None:
        """A signal names the field, never the words."""
        plan = IfThenPlan(when="it gets dark", then="I cut myself")
        goal = Goal("Sleep", why="I want to die", barriers=[Barrier("night", plans=[plan])])
        assert (
            SafetySignal(safety=NOW, field="goal.why"),
            SafetySignal(safety=NOW, field="goal.barriers[0].plans[0].then"),
        ) == screen_values(goal)

    def test_root(self) -> None:
        """A value is called by its class, unless the caller knows better."""
        plan = IfThenPlan(when="I want to die", then="I call Kim")
        assert ["if_then_plan.when", "plan.when"] == [
            signal.field for path in (None, "plan") for signal in screen_values(plan, path=path)
        ]

    def test_text(self) -> None:
        """A text alone has no path."""
        assert (SafetySignal(safety=NOW, field=""),) == screen_values("I want to die")

    @pytest.mark.parametrize(
        ("value", "paths"),
        [
            (["walk", "I want to die"], ["note[1]"]),
            ({"I want to die"}, ["note[0]"]),
            ({"I want to die": 1}, ["note.keys[0]"]),
            ({1: "I want to die", 2: ["stop cutting"]}, ["note.values[0]", "note.values[1][0]"]),
            (b"I want to die", ["note"]),
        ],
    )
    def test_collections(self, value: object, paths: list[str]) -> None:
        """Words are found in collections and in bytes; no path ever quotes them."""
        assert paths == [signal.field for signal in screen_values(value, path="note")]

    @pytest.mark.parametrize("value", [object(), iter(["I want to die"]), memoryview(b"die")])
    def test_what_cannot_be_looked_into(self, value: object) -> None:
        """It is refused, since silence would read as "nothing found"."""
        assert ("screen.type", "note") == broken(lambda: screen_values(value, path="note"))
        assert ("screen.type", "[1]") == broken(lambda: screen_values([1, value]))

    @pytest.mark.parametrize("value", [None, 3, 2.5, True, date(2027, 3, 1), NOW, [], {}])
    def test_what_holds_no_words(self, value: object) -> None:
        """Numbers, days and codes are nothing to read."""
        assert () == screen_values(value)

    def test_a_request_speaks_in_spite_of_an_odd_field(self) -> None:
        """What a value itself refuses takes nothing from its other words."""
        odd: Any = ["I want to die", object()]
        request = RateGoal(goal_id="walk", rating=3, note=odd)
        assert ["note[0]"] == [signal.field for signal in screen_values(request, path="")]

    def test_own_category(self) -> None:
        """A category of one's own is words as well, with "_" read as a space."""
        goal = Goal("Sleep", category="own:kill_myself")
        assert (SafetySignal(safety=NOW, field="goal.category"),) == screen_values(goal)

    def test_nothing(self) -> None:
        """What cannot be read, or needs no answer, raises no signal."""
        assert () == screen_values(Goal("\U0001f49b", why="outdoors"))

    def test_most_urgent_of_none(self) -> None:
        """Nothing at all is nothing found."""
        assert NOTHING is most_urgent([])


class TestMessage:
    """What a person reads first."""

    def test_with_resources(self) -> None:
        """The host's words follow ours."""
        assert safety_message(NOW, CrisisResources("Ring Kim.")).endswith(" Ring Kim.")

    def test_without_resources(self) -> None:
        """The person reads a plain fallback; the developer is warned."""
        with pytest.warns(CrisisResourcesMissing):
            said = safety_message(NOW)
        assert "local emergency number or someone you trust" in said

    def test_others(self) -> None:
        """The other classes need no crisis resources."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            said = [safety_message(found) for found in (NOTHING, UNREAD, TALK)]
        assert [False, True, True] == [bool(each) for each in said]

    def test_empty_resources(self) -> None:
        """Empty crisis resources are refused."""
        with pytest.raises(RuleBroken, match=r"crisis\.text"):
            CrisisResources(" ")
