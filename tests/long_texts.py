"""Long texts that would be slow to review if anything looked back too far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["LONG_TEXTS", "long_text"]

LONG_TEXTS: Final[Mapping[str, str]] = {
    "rhythms": "every ",
    "negations": "not ",
    "open brackets": "(",
    "nested brackets": "((walk))",
    "half brackets": "[(walk ",
    "lead-ins": "I want to ",
    "one long word": "a",
    "long words": "antidisestablishmentarianism ",
    "drawn-out words": "sooooo ",
    "digits": "1",
    "numbers": "1,0.",
    "cues": "at 7 by Friday twice a week 20 minutes with Sam ",
    "sentences of cues": "at 7. ",
    "falling scores": "low mood from 9 to 3 and ",
    "people": "partner ",
    "names": "meet Sam Lena ",
    "wishes": "I want to walk. ",
    "scolding": "I should be over this. ",
    "telling": "my wife says I drink, so I want ",
    "anchors": "before the move when I ",
    "joined acts": "walk and phone, ",
    "commas": "walk, ",
    "maybes": "maybe try to ",
    "always": "never ever always ",
    "alarms": "I want to die. ",
    "near alarms": "kill time and die ",
    "starred letters": "s*",
    "spaced letters": "s.u.i.",
    "medicines": "come off sertraline 20 mg ",
    "weights": "lose 2 kg a week ",
    "quotes": "\u2019\u201cwalk\u201d ",
    "dashes": "walk \u2013 ",
    "zero width": "w\u200bal\u200bk ",
    "nothing but marks": "\u0301",
    "spread letters": "\ufdfa",
    "fractions": "1\u00bd ",
    "other scripts": "\u0445\u043e\u0434\u0438\u0442\u044c ",
    "lone surrogates": "walk\ud83d ",
    "markup": "<b>walk</b>&amp;",
}
"""What is repeated, by what it is about."""


def long_text(kind: str, length: int) -> str:
    """Return the repeated words, cut to a length, with a word to read at the start."""
    words = LONG_TEXTS[kind]
    return ("walk " + words * (length // len(words) + 1))[:length]
