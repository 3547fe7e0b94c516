"""Keep what somebody answered so far; not asked and skipped are two things."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum, unique
from typing import Final, TypeAlias, final

import attrs

from stepwell._fields import CODE, identifier, several, whole, words

__all__ = ["SPOKEN", "Answers", "Ask"]

Skipped: TypeAlias = tuple[()]


@unique
class Ask(StrEnum):
    """What is asked, in this order."""

    HOPES = "hopes"
    CHALLENGES = "challenges"
    VALUES = "values"
    CHOOSE = "choose"
    IMPORTANCE = "importance"
    CONFIDENCE = "confidence"


SPOKEN: Final = (Ask.HOPES, Ask.CHALLENGES, Ask.VALUES)
"""The questions that are answered in somebody's own words."""


def _spoken(value: Iterable[str] | None, path: str) -> tuple[str, ...] | None:
    """Return somebody's words, none where they skipped, nothing where nobody asked."""
    if value is None:
        return None
    found = several(value, path=path)
    return tuple(words(each, path=f"{path}[{at}]") for at, each in enumerate(found))


def _hopes(value: Iterable[str] | None) -> tuple[str, ...] | None:
    """Return what somebody hopes for."""
    return _spoken(value, "answers.hopes")


def _challenges(value: Iterable[str] | None) -> tuple[str, ...] | None:
    """Return what weighs on somebody."""
    return _spoken(value, "answers.challenges")


def _values(value: Iterable[str] | None) -> tuple[str, ...] | None:
    """Return what matters to somebody."""
    return _spoken(value, "answers.values")


def _area(value: str | Skipped | None) -> str | Skipped | None:
    """Return the code of an area."""
    return value if value is None or value == () else _code(value, "answers.area")


def _chosen(value: str | Skipped | None) -> str | Skipped | None:
    """Return the code of a template."""
    return value if value is None or value == () else _code(value, "answers.chosen")


def _code(value: str | Skipped, path: str) -> str:
    """Return a code."""
    return identifier(value, path=path)  # type: ignore[arg-type]  # it checks


def _importance(value: int | Skipped | None) -> int | Skipped | None:
    """Return how much it matters."""
    return _rating(value, "answers.importance")


def _confidence(value: int | Skipped | None) -> int | Skipped | None:
    """Return how sure somebody feels."""
    return _rating(value, "answers.confidence")


def _rating(value: int | Skipped | None, path: str) -> int | Skipped | None:
    """Return a whole number from 0 to 10."""
    if value is None or value == ():
        return value
    return whole(value, path=path, low=0, high=10)  # type: ignore[arg-type]  # it checks


@final
@attrs.frozen(kw_only=True)
class Answers:
    """What somebody answered so far.

    Every question can be skipped. ``None`` means that nobody asked yet;
    an empty tuple, ``()``, means that somebody was asked and skipped it. This
    holds for every part, also for those that are otherwise one code or number.

    Parameters
    ----------
    hopes, challenges, values
        What somebody hopes for, what weighs on them, what matters to them: their
        own words, one or several pieces.
    area
        The code of a category somebody chose to look around in. It is never
        asked for by itself.
    chosen
        The code of the template somebody chose.
    importance, confidence
        How much it matters and how sure they feel, from 0 to 10.

    Raises
    ------
    RuleBroken
        If words are empty, too long, or no text, or a number is no whole number.
    OutsideScale
        If a number lies outside 0 to 10.

    Examples
    --------
    >>> Answers().next_ask, Answers(hopes=()).next_ask
    (<Ask.HOPES: 'hopes'>, <Ask.CHALLENGES: 'challenges'>)
    """

    hopes: tuple[str, ...] | None = attrs.field(default=None, converter=_hopes)
    challenges: tuple[str, ...] | None = attrs.field(default=None, converter=_challenges)
    values: tuple[str, ...] | None = attrs.field(default=None, converter=_values)
    area: str | Skipped | None = attrs.field(default=None, converter=_area, metadata=CODE)
    chosen: str | Skipped | None = attrs.field(default=None, converter=_chosen, metadata=CODE)
    importance: int | Skipped | None = attrs.field(default=None, converter=_importance)
    confidence: int | Skipped | None = attrs.field(default=None, converter=_confidence)

    @property
    def next_ask(self) -> Ask | None:
        """The first thing that nobody asked yet; without a chosen goal no number is asked for."""
        given = (self.hopes, self.challenges, self.values, self.chosen)
        rated = () if self.chosen == () else (self.importance, self.confidence)
        pairs = zip(Ask, (*given, *rated), strict=False)
        return next((ask for ask, answer in pairs if answer is None), None)

    def to(self, ask: Ask) -> tuple[str, ...] | None:
        """Return somebody's words to one of the questions that are answered in words.

        >>> Answers(hopes=["to sleep"]).to(Ask.HOPES), Answers().to(Ask.HOPES)
        (('to sleep',), None)
        """
        return getattr(self, ask) if ask in SPOKEN else None

    def spoken(self) -> tuple[tuple[Ask, str], ...]:
        """Return every piece of somebody's words with what it answers, in order."""
        return tuple((ask, text) for ask in SPOKEN for text in self.to(ask) or ())
