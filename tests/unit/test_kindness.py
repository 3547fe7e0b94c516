"""Unkind wording is found, kind wording is left alone, and the lists defend themselves."""

from __future__ import annotations

import copy
import pickle
import tomllib
from importlib import resources
from typing import Any

import pytest

from stepwell import kindness
from stepwell._text import normalise
from stepwell.errors import StepwellError, UnknownMessage
from stepwell.kindness import NotKind, assert_kind, check_kind

KINDS: dict[str, dict[str, Any]] = tomllib.loads(
    resources.files(kindness).joinpath("en.toml").read_text(encoding="utf-8")
)

UNKIND = {
    "obligation": [
        "You should go out.",
        "You must rest.",
        "You have to choose.",
        "He ought to call.",
    ],
    "failure": [
        "You failed.",
        "That is wrong.",
        "A bad week.",
        "An unrealistic goal.",
        "You gave up.",
    ],
    "shortfall": [
        "Only 2 of 5 steps.",
        "You missed one.",
        "Back to square one.",
        "You fell short.",
    ],
    "comparison": ["More than most people.", "Below average.", "As everyone else does."],
    "pace": ["Catch up soon.", "You are too slow.", "Try harder.", "You are behind schedule."],
    "praise": ["Great job, but rest less.", "You finally did it.", "Once you finish, be proud."],
    "blame": [
        "It is your fault.",
        "You never rest.",
        "Why didn't you go?",
        "You haven't rated it.",
    ],
    "streak": ["A 5-day streak.", "Two steps are overdue.", "Three walks in a row."],
}
"""What the lists have to find whatever becomes of them; written apart from them."""

KIND = [
    "You took the first step.",
    "No practice recorded this week.",
    "A pause on purpose counts too.",
    "Lower than usual for you.",
    "Go at your own pace.",
    "You do not have to do all of this.",
    "What would make it a little easier?",
    "Would you like a smaller step?",
    "3 of 5 steps done.",
    "Setbacks are part of it.",
    "If it rains, then I will walk indoors.",
    "This week went otherwise than planned, and you came back to it.",
    "When would be a kind moment to look at how it went?",
    "If you are in danger, call your local emergency number.",
    "Rate how sure you feel, from 0 to 10.",
    "Breathe out slowly.",
    "",
]
"""What the lists have to leave alone."""


def found_in(name: str, phrases: list[str], sentence: str) -> bool:
    """Say whether some of a kind's phrases find a sentence."""
    assert name in KINDS
    pattern = kindness._pattern(phrases)
    return pattern.search(normalise(sentence, fold=True).text) is not None


class TestFinds:
    """What is unkind is found, with its kind and its place."""

    @pytest.mark.parametrize(
        ("kind", "text"), [(kind, text) for kind, texts in UNKIND.items() for text in texts]
    )
    def test_unkind_wording(self, kind: str, text: str) -> None:
        """Each of these has a finding of its kind."""
        assert f"kindness.{kind}" in {found.code for found in check_kind(text)}

    def test_every_kind_is_tried(self) -> None:
        """The kinds and their codes are permanent."""
        assert set(UNKIND) == set(KINDS)

    @pytest.mark.parametrize("text", KIND)
    def test_kind_wording(self, text: str) -> None:
        """None of these has a finding."""
        assert () == check_kind(text)

    @pytest.mark.parametrize(
        "text",
        [
            "You shouldn’t wait.",
            "You SHOULDN'T wait.",
            "You shou\u200bldn\u02bct wait.",
            "You shóuldn`t wait.",
            "You ｓｈｏｕｌｄｎ’ｔ wait.",
        ],
    )
    def test_disguises_do_not_help(self, text: str) -> None:
        """Curly quotes, capitals, accents, wide letters and zero-width marks are folded."""
        (found,) = check_kind(text)

        assert "kindness.obligation" == found.code
        assert "You  wait." == (text[: found.start] + text[found.end :])

    @pytest.mark.parametrize(
        "text", ["You have  to go.", "You have\nto go.", "You have\u00a0to go."]
    )
    def test_any_white_space_parts_words(self, text: str) -> None:
        """A phrase is found across line ends and wide gaps."""
        assert ["kindness.obligation"] == [found.code for found in check_kind(text)]

    @pytest.mark.parametrize("text", ["shoulders", "mustard", "failsafe", "dismissed", "arrow row"])
    def test_parts_of_words_are_no_words(self, text: str) -> None:
        """Only whole words count."""
        assert () == check_kind(text)

    def test_findings_come_in_reading_order(self) -> None:
        """Place first, whatever the order of the lists."""
        text = "Overdue: you must not fail."

        found = [(f.code, text[f.start : f.end]) for f in check_kind(text)]

        expected = [
            ("kindness.streak", "Overdue"),
            ("kindness.obligation", "must"),
            ("kindness.failure", "fail"),
        ]
        assert expected == found

    def test_reason_and_alternative_come_along(self) -> None:
        """A finding says why, and what to write in its place."""
        (found,) = check_kind("Two steps are overdue.")

        expected = (KINDS["streak"]["reason"], KINDS["streak"]["alternative"])
        assert expected == (found.reason, found.alternative)

    @pytest.mark.parametrize(
        "text",
        [
            "have " + " " * 100_000,
            "proud " * 20_000,
            "if you " * 20_000,
            "a" * 100_000,
            "not even " * 10_000 + "x",
        ],
        ids=["gap", "praise", "condition", "one word", "many findings"],
    )
    def test_long_texts_are_read_once(self, text: str) -> None:
        """No pattern goes back over what it has read; this would take hours if one did."""
        assert isinstance(check_kind(text), tuple)


class TestLists:
    """The data file defends itself: no phrase can go or grow unnoticed."""

    @pytest.mark.parametrize("name", KINDS)
    def test_every_sentence_is_caught(self, name: str) -> None:
        """Each sentence under ``catches`` is found by its own kind."""
        kind = KINDS[name]

        missed = [s for s in kind["catches"] if not found_in(name, kind["phrases"], s)]

        assert [] == missed

    @pytest.mark.parametrize(
        ("name", "phrase"), [(name, p) for name, kind in KINDS.items() for p in kind["phrases"]]
    )
    def test_every_phrase_is_needed(self, name: str, phrase: str) -> None:
        """Without the phrase some sentence of its kind would go unnoticed."""
        rest = [other for other in KINDS[name]["phrases"] if other != phrase]

        assert not all(found_in(name, rest, s) for s in KINDS[name]["catches"])

    @pytest.mark.parametrize("name", KINDS)
    def test_every_near_miss_is_spared(self, name: str) -> None:
        """No list finds anything in a sentence under ``spares``."""
        assert [] == [s for s in KINDS[name]["spares"] if check_kind(s)]

    @pytest.mark.parametrize("name", KINDS)
    def test_what_we_say_of_it_is_kind_too(self, name: str) -> None:
        """Reasons and alternatives pass their own check."""
        assert () == check_kind(f"{KINDS[name]['reason']} {KINDS[name]['alternative']}")

    @pytest.mark.parametrize("name", KINDS)
    def test_phrases_are_folded(self, name: str) -> None:
        """A capital or a curly quote in a phrase would never match folded text."""
        for sentence in KINDS[name]["phrases"]:
            plain = sentence.replace("\\", "")
            assert plain == normalise(plain, fold=True).text


class TestAssertKind:
    """The same check as an error, for a developer's tests."""

    def test_kind_text_passes(self) -> None:
        """Nothing happens."""
        assert_kind("A short walk counts.")

    def test_the_error_has_places_and_no_words(self) -> None:
        """It can be logged: codes and places only."""
        with pytest.raises(NotKind) as caught:
            assert_kind("Sam should hurry.")

        assert (("kindness.obligation", 4, 10), ("kindness.pace", 11, 16)) == caught.value.places
        assert "kindness.obligation at 4-10, kindness.pace at 11-16; " in str(caught.value)
        assert "Sam" not in repr(caught.value)

    def test_the_error_travels(self) -> None:
        """It survives copy and pickle, and is one of ours."""
        error = NotKind((("kindness.pace", 0, 5),))

        for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301 - ours
            assert (error.places, str(error)) == (other.places, str(other))
        assert isinstance(error, StepwellError)
        assert isinstance(error, ValueError)


@pytest.mark.parametrize("check", [check_kind, assert_kind])
@pytest.mark.parametrize("locale", ["xx", "", "../en"])
def test_unknown_locale(check: Any, locale: str) -> None:
    """Without a list nothing is called kind: the locales there are, are named."""
    with pytest.raises(UnknownMessage, match=r"no kindness list for locale .*; there are en"):
        check("You must.", locale)


def test_a_region_changes_nothing() -> None:
    """A list is for a language."""
    assert check_kind("You must.") == check_kind("You must.", "en-GB")
