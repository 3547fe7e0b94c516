"""Hold what the words offer for a draft before it is put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Final, TypeAlias, final

import attrs

from stepwell._text import Token
from stepwell.goals import Goal
from stepwell.smart.cue_numbers import number_places, numbers_in, pieces_of
from stepwell.smart.cues import CueFind
from stepwell.smart.drafts import Doubt
from stepwell.smart.hints import Hints, Meaning
from stepwell.smart.report import CueKind, Framing
from stepwell.smart.statement import Statement

__all__ = ["Doubted", "Found", "Offer", "Sight", "given"]

_NEAR: Final = 3


@final
@attrs.frozen(kw_only=True)
class Offer:
    """One part that the words offer.

    Attributes
    ----------
    path
        Which part: ``"goal.target"``, ``"rhythm"``, ...
    make
        Return the part for the goal as it is so far; it may refuse.
    span
        The words it is taken from; unset where it is the whole.
    kind
        The kind of the cue, if it is one.
    held
        Whether it is only made for the safety screen and stays in the words.
    """

    path: str
    make: Callable[[Goal], Any]
    span: tuple[int, int] | None = None
    kind: CueKind | None = None
    held: bool = False


@final
@attrs.frozen
class Doubted:
    """One doubt: what kind, about which part, at which words."""

    doubt: Doubt
    path: str
    span: tuple[int, int] | None = None


def given(value: Any) -> Callable[[Goal], Any]:
    """Return how to make a part that is the same whatever else the goal holds."""
    return lambda _goal: value


Found: TypeAlias = Offer | Doubted
"""What reading the words for a draft yields."""


@final
@attrs.frozen(kw_only=True)
class Sight:
    """What the readers of a draft look at.

    Attributes
    ----------
    statement
        The words taken apart.
    framing
        Which way they point.
    hints
        The words that say how a number or a day is meant.
    today
        The day it is read on, if it is known.
    """

    statement: Statement
    framing: Framing
    hints: Hints
    today: date | None = None

    def span(self, find: CueFind) -> tuple[int, int]:
        """Return where a cue stands in the words."""
        return self.statement.span(find)

    def offer(self, path: str, find: CueFind, make: Callable[[Goal], Any]) -> Offer:
        """Return a part that is taken from a cue."""
        return Offer(path=path, make=make, span=self.span(find), kind=CueKind(find.kind))

    def doubt(self, doubt: Doubt, path: str, find: CueFind) -> Doubted:
        """Return a doubt about a part at a cue."""
        return Doubted(doubt, path, self.span(find))

    def speaks_of(self, words: frozenset[str]) -> bool:
        """Say whether one of some words stands anywhere in the statement."""
        return not words.isdisjoint(pieces_of(self.statement.tokens))

    def numbers(self, tokens: Iterable[Token]) -> list[float]:
        """Return the numbers among some words."""
        return numbers_in(pieces_of(tokens), self.statement.lexicon.values)

    def meaning(self, find: CueFind, *, last: bool = False) -> Meaning | None:
        """Return how the first, or last, number of a cue is meant by the words beside it."""
        pieces = pieces_of(self.statement.at(find))
        places = number_places(pieces, self.statement.lexicon.values)
        if not places:
            return None
        at = self._beginning(pieces, places[-1 if last else 0][0])
        near = pieces_of(self._tokens(find.start - _NEAR, find.start))
        beyond = pieces_of(self._tokens(find.end, find.end + _NEAR))
        meaning = (
            self.hints.meaning_before([*near, *pieces[:at]])
            or self.hints.meaning_after([*pieces[places[-1][0] + 1 :], *beyond])
            or self.hints.meaning_after(beyond)
        )
        if meaning is not Meaning.ROOM:
            return meaning
        return Meaning.MOST if self.hints.climbing.isdisjoint(near) else Meaning.UP

    def _beginning(self, pieces: Sequence[str], at: int) -> int:
        """Return where a number begins that ends at a place ("twenty five")."""
        values = self.statement.lexicon.values
        while at > 0 and number_places(pieces[at - 1 : at], values):
            at -= 1
        return at

    def _tokens(self, start: int, end: int) -> Sequence[Token]:
        """Return some tokens; what lies outside the text is left out."""
        return self.statement.tokens[max(0, start) : max(0, end)]
