"""Regular forms of English words: plurals, and what somebody does, is doing and did."""

from __future__ import annotations

import pytest

from stepwell.catalog.inflecting import noun_forms, verb_forms


class TestNouns:
    """One and several."""

    @pytest.mark.parametrize(
        ("noun", "plural"),
        [
            ("friend", "friends"),
            ("worry", "worries"),
            ("birthday", "birthdays"),
            ("box", "boxes"),
            ("church", "churches"),
            ("loss", "losses"),
            ("wish", "wishes"),
            ("waltz", "waltzes"),
            ("warning sign", "warning signs"),
        ],
    )
    def test_the_last_word_changes(self, noun: str, plural: str) -> None:
        """The word itself comes first."""
        assert (noun, plural) == noun_forms(noun)


class TestVerbs:
    """What somebody does, is doing and did."""

    @pytest.mark.parametrize(
        ("verb", "others"),
        [
            ("walk", ["walks", "walking", "walked"]),
            ("bake", ["bakes", "baking", "baked"]),
            ("jog", ["jogs", "jogging", "jogged"]),
            ("worry", ["worries", "worrying", "worried"]),
            ("enjoy", ["enjoys", "enjoying", "enjoyed"]),
            ("relax", ["relaxes", "relaxing", "relaxed"]),
            ("agree", ["agrees", "agreeing", "agreed"]),
            ("visit", ["visits", "visiting", "visited"]),
            ("scroll", ["scrolls", "scrolling", "scrolled"]),
            ("tiptoe", ["tiptoes", "tiptoeing", "tiptoed"]),
            ("dye", ["dyes", "dyeing", "dyed"]),
            ("play", ["plays", "playing", "played"]),
            ("sew", ["sews", "sewing", "sewed"]),
            ("fix", ["fixes", "fixing", "fixed"]),
            ("reveal", ["reveals", "revealing", "revealed"]),
            ("bounce back", ["bounces back", "bouncing back", "bounced back"]),
        ],
    )
    def test_the_first_word_changes(self, verb: str, others: list[str]) -> None:
        """The word itself comes first."""
        assert (verb, *others) == verb_forms(verb)

    def test_british_and_american_forms(self) -> None:
        """Both are there where they differ."""
        expected = {"quarrel", "quarrels", "quarreling", "quarrelling", "quarreled", "quarrelled"}

        assert expected == set(verb_forms("quarrel"))
