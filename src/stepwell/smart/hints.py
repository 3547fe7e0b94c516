"""Read how a number or a day is meant by the words beside it.

"Below 10", "up to 10", "10 or more" and "by 10" are four different wishes. The
words that tell them apart are data under ``en/``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from enum import StrEnum, unique
from functools import cache
from importlib import resources
from typing import Final, final

import attrs

from stepwell._text import language

__all__ = ["Hints", "Meaning", "load_hints"]

_Phrases = Mapping[tuple[str, ...], "Meaning"]
_LONGEST: Final = 4


@unique
class Meaning(StrEnum):
    """How a number is meant."""

    MOST = "most"
    LESS = "less"
    LEAST = "least"
    MORE = "more"
    CHANGE = "change"
    LASTING = "lasting"
    FIXED = "fixed"
    DOWN = "down"
    UP = "up"
    ROOM = "room"


@final
@attrs.frozen(kw_only=True)
class Hints:
    """The words that say how a number or a day is meant, in one language.

    Attributes
    ----------
    before, after
        What a phrase says that stands right before or right after a number.
    starts
        Words that a beginning begins with.
    sure
        Words beside a rating of how sure somebody is.
    halves
        Words that say which half of the day an hour lies in.
    origins
        Words right before the number that something starts from.
    among
        Words between a number and the number that it is part of.
    climbing
        Words with which "up to" says where something rises to.
    dosed
        Units of medicines, and words for medicines; a prescriber sets their numbers.
    two_way
        Units in which more may be meant as well as less.
    whole
        Questionnaires whose totals are whole points.
    """

    before: _Phrases
    after: _Phrases
    starts: frozenset[str]
    sure: frozenset[str]
    halves: frozenset[str]
    origins: frozenset[str]
    among: frozenset[str]
    climbing: frozenset[str]
    dosed: frozenset[str]
    two_way: frozenset[str]
    whole: frozenset[str]

    def meaning_before(self, pieces: Sequence[str]) -> Meaning | None:
        """Return what the words right before a number say; the longest phrase counts."""
        ends = (tuple(pieces[-length:]) for length in range(_LONGEST, 0, -1))
        return next((self.before[end] for end in ends if end in self.before), None)

    def meaning_after(self, pieces: Sequence[str]) -> Meaning | None:
        """Return what the words right after a number say; the longest phrase counts."""
        starts = (tuple(pieces[:length]) for length in range(_LONGEST, 0, -1))
        return next((self.after[start] for start in starts if start in self.after), None)


@cache
def load_hints(locale: str) -> Hints:
    """Return the hints of a locale that has a lexicon.

    >>> load_hints("en").meaning_before(["no", "more", "than"])
    <Meaning.MOST: 'most'>
    """
    file = resources.files("stepwell.smart").joinpath(language(locale), "drafts.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    words = {name: frozenset(row) for name, row in table["words"].items()}
    return Hints(before=_phrases(table["before"]), after=_phrases(table["after"]), **words)


def _phrases(table: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], Meaning]:
    """Return what each phrase says."""
    return {tuple(line.split()): Meaning(name) for name, lines in table.items() for line in lines}
