"""Where the goal stands among the words."""

from __future__ import annotations

import pytest

from stepwell.smart.lexicon import load_lexicon
from stepwell.smart.statement import Statement, read_statement


def _read(text: str) -> Statement:
    """Return a text taken apart."""
    lexicon = load_lexicon("en")
    assert lexicon is not None
    return read_statement(text, lexicon)


class TestGoalParts:
    """Where the goal stands among the words."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("I'd love it if I could sing again", "sing again"),
            ("it would be nice to sleep", "sleep"),
            ("Client will be able to name a feeling", "name a feeling"),
            ("Goal: walk the dog", "walk the dog"),
            ("work towards a quieter week", "a quieter week"),
            ("My back hurts, so I want to stretch at noon", "stretch at noon"),
            ("Nothing helps and at some point I'd like to swim", "swim"),
            ("What I need is to phone Ann", "phone ann"),
            ("When the rain stops, I'll plant the beans", "plant the beans"),
            ("I don't want to shout", "don't want to shout"),
            ("Pt to contact housing re: the damp", "contact housing re : the damp"),
            ("completely stop the gambling", "stop the gambling"),
            ("Paint the fence, because it has been grey since March", "paint the fence"),
            ("I was made redundant. It was hard", "i was made redundant"),
            ("Well, honestly, walk", "walk"),
            ("After the move I want to paint", "paint"),
            ("Instead of tea I want to brew coffee", "brew coffee"),
        ],
    )
    def test_main(self, text: str, words: str) -> None:
        """Lead-ins are dropped, and news is passed over."""
        assert words == " ".join(token.text for token in _read(text).body)

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("Sing. Dance on Fridays", 2),
            ("I want to sing and I'd like to dance", 2),
            ("Say no when I need to", 1),
            ("be the person I want to be", 1),
            ("I sing a lot. I want to dance", 1),
            ("", 0),
        ],
    )
    def test_parts(self, text: str, number: int) -> None:
        """A new wish opens a new part; a wish that only tells more does not."""
        assert number == len(_read(text).parts)
