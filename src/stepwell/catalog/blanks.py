"""Say what may go into a template, and check what goes in."""

from __future__ import annotations

from enum import StrEnum, unique
from typing import Final, TypeAlias, final

import attrs

from stepwell._fields import CODE, member, whole, words
from stepwell.catalog._checks import code, one_line, optional_words
from stepwell.errors import OutsideScale, RuleBroken
from stepwell.measures import canonical_unit

__all__ = ["Blank", "BlankKind", "Filling"]

Filling: TypeAlias = str | int
"""What goes into a blank: words, or a whole number."""

_MOST: Final = 1_000_000
_LONGEST: Final = 500


@unique
class BlankKind(StrEnum):
    """What a blank takes."""

    WHOLE = "whole"
    WORDS = "words"


def _name(value: str) -> str:
    """Return the name of a blank; ``start`` is the first day when a goal is made."""
    kept = code(value, path="blank.name")
    if kept == "start":
        advice = "a blank cannot be called start: that is the first day of the goal"
        raise RuleBroken("blank.name", "blank.name", advice)
    return kept


def _kind(value: BlankKind | str) -> BlankKind:
    """Return a kind of blank from itself or from its code."""
    return member(BlankKind, value, path="blank.kind")


def _unit(value: str | None) -> str | None:
    """Return a unit, or nothing where there is none."""
    return None if value is None else canonical_unit(value)


def _end(value: int) -> int:
    """Return one end of a range."""
    return whole(value, path="blank.range", low=0, high=_MOST)


def _step(value: int) -> int:
    """Return the distance between two neighbours."""
    return whole(value, path="blank.step", low=1, high=_MOST)


def _default(value: int | None) -> int | None:
    """Return where to begin, or nothing when it is left unset."""
    return None if value is None else _end(value)


def _limit(value: int) -> int:
    """Return how many characters fit."""
    return whole(value, path="blank.limit", low=1, high=_LONGEST)


def _example(value: str | None) -> str | None:
    """Return what somebody might write, on one line, or nothing when it is left unset."""
    kept = optional_words(value, path="blank.example")
    return None if kept is None else " ".join(kept.split())


@final
@attrs.frozen(kw_only=True)
class Blank:
    """One blank of a template, and what may go into it.

    Parameters
    ----------
    name
        How it is called in the statement: ``{name}``.
    kind
        Whether it takes a whole number or words.
    unit
        For numbers: what one of it is.
    low, high, step
        For numbers: the ends of the range, both included, and the distance
        between two neighbours, counted from ``low``.
    default
        For numbers: one to begin with; ``low`` when it is left unset.
    limit
        For words: how many characters.
    example
        For words: what somebody might write.

    Raises
    ------
    RuleBroken
        If nothing fits the range, the steps miss its high end, or what is
        suggested does not fit the blank.

    Examples
    --------
    >>> minutes = Blank("minutes", unit="minutes", low=5, high=30, step=5, default=10)
    >>> minutes.suggestion, list(minutes.choices)
    (10, [5, 10, 15, 20, 25, 30])
    """

    name: str = attrs.field(kw_only=False, converter=_name, metadata=CODE)
    kind: BlankKind = attrs.field(default=BlankKind.WHOLE, converter=_kind)
    unit: str | None = attrs.field(default=None, converter=_unit)
    low: int = attrs.field(default=1, converter=_end)
    high: int = attrs.field(default=10, converter=_end)
    step: int = attrs.field(default=1, converter=_step)
    default: int | None = attrs.field(default=None, converter=_default)
    limit: int = attrs.field(default=60, converter=_limit)
    example: str | None = attrs.field(default=None, converter=_example)

    def __attrs_post_init__(self) -> None:
        """Refuse a range that nothing fits, and a suggestion that does not fit."""
        if self.low > self.high:
            raise RuleBroken("blank.range", "blank.low", "the low end lies at or below the high")
        if self.kind is BlankKind.WHOLE and self.high not in self.choices:
            advice = "counted from the low end, the steps meet the high end; change one of them"
            raise RuleBroken("blank.step", "blank.step", advice)
        self.check(self.suggestion)

    @property
    def choices(self) -> range:
        """The numbers that fit; none for words."""
        if self.kind is BlankKind.WORDS:
            return range(0)
        return range(self.low, self.high + 1, self.step)

    @property
    def suggestion(self) -> Filling:
        """Something that fits, to show beside the blank."""
        if self.kind is BlankKind.WORDS:
            return self.name[: self.limit] if self.example is None else self.example
        return self.low if self.default is None else self.default

    def check(self, value: Filling) -> Filling:
        """Return what goes in, spaces put in order.

        Raises
        ------
        RuleBroken
            If words were given for a number or the other way round, or if words
            are empty, too long, or hold a mark that steers a screen.
        OutsideScale
            If a number lies outside the range, or between two steps.
        """
        path = f"blanks.{self.name}"
        if self.kind is BlankKind.WORDS:
            return _tidy(words(value, path=path), path, self.limit)  # type: ignore[arg-type]  # it checks
        kept = whole(value, path=path, low=self.low, high=self.high)  # type: ignore[arg-type]  # it checks
        if kept not in self.choices:
            advice = f"{kept} lies between two steps; count from {self.low} in steps of {self.step}"
            raise OutsideScale("blank.between_steps", path, advice)
        return kept


def _tidy(text: str, path: str, limit: int) -> str:
    """Return words on one line, if they are short enough for the middle of a sentence."""
    return one_line(" ".join(text.split()), path=path, limit=limit)
