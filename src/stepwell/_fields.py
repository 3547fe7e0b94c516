"""Check what goes into a value, and find the words inside one.

Each checker takes what was given and returns what is kept, or raises
:class:`~stepwell.errors.RuleBroken` with a code and a path. None of them ever
puts a person's words into an error.

Every ``str`` in a value counts as a person's words unless its field says
otherwise with ``metadata=CODE``: so a new field is screened for safety until
somebody decides that it holds a code.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from enum import Enum
from numbers import Integral, Number, Real
from typing import Any, Final, TypeVar

import attrs

from stepwell.errors import OutsideScale, RuleBroken

__all__ = [
    "CODE",
    "TEXT_LIMIT",
    "an",
    "aware",
    "day",
    "identifier",
    "member",
    "number",
    "ruler",
    "sealed_in",
    "several",
    "things",
    "whole",
    "words",
    "words_of",
]

CODE: Final[Mapping[str, bool]] = {"words": False}
"""Metadata of a field whose text is an id or a code, never a person's words."""

TEXT_LIMIT: Final = 10_000
"""How many characters one piece of free text may have."""

_ID_LIMIT: Final = 200
_SHOWN: Final = 10**15
_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})

E = TypeVar("E", bound=Enum)
T = TypeVar("T")


def number(value: float, *, path: str) -> float:
    """Return a finite number as a float; refuse text, truth values and NaN.

    >>> number(3, path="reading.amount")
    3.0
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        advice = f"expected a number, got {type(value).__name__}"
        raise RuleBroken("number.type", path, advice)
    kept = _float(value)
    if not math.isfinite(kept):
        raise RuleBroken("number.finite", path, f"expected a finite number, got {kept}")
    return kept


def _float(value: Real) -> float:
    """Return a number as a float; one that no float can hold is infinite."""
    try:
        return float(value)
    except OverflowError:
        return math.inf


def whole(value: int, *, path: str, low: int, high: int) -> int:
    """Return a whole number between two bounds, both included.

    >>> whole(7, path="goal.importance", low=0, high=10)
    7
    """
    if isinstance(value, bool) or not isinstance(value, Integral):
        advice = f"expected a whole number, got {type(value).__name__}"
        raise RuleBroken("whole.type", path, advice)
    if not low <= value <= high:
        shown = str(value) if abs(value) < _SHOWN else "this number"
        advice = f"{shown} is outside {low} to {high}; choose a number on that scale"
        raise OutsideScale("whole.outside_scale", path, advice)
    return int(value)


def ruler(value: int | None, *, path: str) -> int | None:
    """Return a whole number from 0 to 10, or nothing when nobody asked."""
    return None if value is None else whole(value, path=path, low=0, high=10)


def words(value: str, *, path: str, limit: int = TEXT_LIMIT) -> str:
    """Return a person's words as they are; refuse empty, too long, unstorable.

    >>> words("  Walk ", path="goal.statement")
    '  Walk '
    """
    if not isinstance(value, str):
        raise RuleBroken("text.type", path, f"expected text, got {type(value).__name__}")
    if all(unicodedata.category(letter) in _UNSEEN for letter in value):
        raise RuleBroken("text.empty", path, "this is empty; write a few words, or leave it out")
    if len(value) > limit:
        advice = f"{len(value)} characters are more than {limit}; keep the rest in a note"
        raise RuleBroken("text.too_long", path, advice)
    if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        advice = "a null character or half of a letter cannot be stored; take it out"
        raise RuleBroken("text.not_storable", path, advice)
    return value


def identifier(value: str, *, path: str) -> str:
    """Return an id: text without control characters, 1 to 200 characters.

    >>> identifier("goal-1", path="goal_id")
    'goal-1'
    """
    kept = words(value, path=path, limit=_ID_LIMIT)
    if not kept.isprintable() or kept != kept.strip():
        advice = "an id has no spaces at its ends and no control characters"
        raise RuleBroken("id.plain", path, advice)
    return kept


def day(value: date, *, path: str) -> date:
    """Return a calendar day; refuse a datetime, whose day depends on a zone.

    >>> day(date(2027, 3, 1), path="target.due")
    datetime.date(2027, 3, 1)
    """
    if isinstance(value, datetime) or not isinstance(value, date):
        advice = f"expected a date, got {type(value).__name__}; use datetime.date"
        raise RuleBroken("day.type", path, advice)
    return value


def aware(value: datetime, *, path: str) -> datetime:
    """Return a moment with a plain offset from UTC; refuse a naive one.

    In the hour that a zone repeats, Python finds a moment of that zone equal to
    nothing in any other; with a plain offset it equals what comes back from a store.
    """
    if not isinstance(value, datetime):
        raise RuleBroken("moment.type", path, f"expected a datetime, got {type(value).__name__}")
    offset = value.utcoffset()
    if offset is None:
        advice = "this moment has no UTC offset; give it a time zone"
        raise RuleBroken("moment.naive", path, advice)
    return value.replace(tzinfo=timezone(offset))


def member(kind: type[E], value: E | str, *, path: str) -> E:
    """Return a member of an enumeration, from itself or from its code."""
    try:
        return kind(value)
    except ValueError:  # it holds the value, so nothing is raised while it is handled
        codes = ", ".join(str(each.value) for each in kind)
    raise RuleBroken("code.unknown", path, f"expected one of {codes}")


def an(kind: type[T], path: str) -> Callable[[Any, Any, T], None]:
    """Return a validator for one kind of value that never shows the value."""

    def check(_instance: Any, _attribute: Any, value: T) -> None:
        """Refuse anything of another kind."""
        if not isinstance(value, kind):
            advice = f"expected {kind.__name__}, got {type(value).__name__}"
            raise RuleBroken("value.type", path, advice)

    return check


def several(value: Iterable[T], *, path: str, unordered: bool = False) -> tuple[T, ...]:
    """Return a tuple of what an iterable yields; refuse text and mappings.

    A set has no order, so it is refused as well, unless none is needed.

    >>> several(range(3), path="items")
    (0, 1, 2)
    """
    refused = (str, bytes, Mapping) if unordered else (str, bytes, Mapping, AbstractSet)
    if isinstance(value, refused) or not isinstance(value, Iterable):
        advice = f"expected several values, got {type(value).__name__}"
        raise RuleBroken("several.type", path, advice)
    return tuple(value)


def things(value: Iterable[T], kind: type[T], *, path: str) -> tuple[T, ...]:
    """Return a tuple of values of one kind."""
    kept = several(value, path=path)
    for at, each in enumerate(kept):
        if not isinstance(each, kind):
            advice = f"expected {kind.__name__}, got {type(each).__name__}"
            raise RuleBroken("several.type", f"{path}[{at}]", advice)
    return kept


def words_of(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every piece of a person's words in a value, with its path.

    Walks attrs values, lists, tuples, sets and mappings of them, without
    recursion. Enumerations and fields marked with :data:`CODE` are left out. A
    path counts the entries of a mapping and never quotes a key.
    """
    for where, thing in _leaves(value, path):
        if isinstance(thing, str):
            if not isinstance(thing, Enum):
                yield where, thing
        elif isinstance(thing, bytes | bytearray):
            yield where, thing.decode("utf-8", "replace")


def sealed_in(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the kind of what may hold words and cannot be looked into.

    Fields of attrs values are not looked at: each value checks its own.
    """
    for where, thing in _leaves(value, path, fields=False):
        if not (isinstance(thing, _OPEN) or attrs.has(type(thing))):
            yield where, type(thing).__name__


_OPEN: Final = (str, bytes, bytearray, Enum, Number, date, time, timedelta, tzinfo, type(None))
"""What is words itself, or holds none."""

_ONCE: Final = (list, AbstractSet, Mapping)
"""What may hold itself, so it is entered once."""


def _leaves(value: Any, path: str, *, fields: bool = True) -> Iterator[tuple[str, Any]]:
    """Yield what is left when collections, and fields if asked for, are taken apart."""
    waiting: list[tuple[str, Any]] = [(path, value)]
    entered: dict[int, Any] = {}  # holds what it knows by id, so that no id comes twice
    while waiting:
        where, thing = waiting.pop()
        parts = _parts(where, thing, fields=fields)
        if parts is None:
            yield where, thing
        elif id(thing) not in entered:
            entered.update({id(thing): thing} if isinstance(thing, _ONCE) else {})
            waiting.extend(reversed(parts))


def _parts(where: str, thing: Any, *, fields: bool) -> list[tuple[str, Any]] | None:
    """Return the parts of a thing with their paths, or nothing where it has none."""
    if isinstance(thing, Mapping):
        return [*_numbered(f"{where}.keys", thing), *_numbered(f"{where}.values", thing.values())]
    if isinstance(thing, AbstractSet):
        return _numbered(where, sorted(thing, key=_text_or_nothing))
    if isinstance(thing, tuple | list):
        return _numbered(where, thing)
    if fields and attrs.has(type(thing)):
        return [
            (f"{where}.{field.name}" if where else field.name, getattr(thing, field.name))
            for field in attrs.fields(type(thing))
            if field.metadata.get("words", True)
        ]
    return None


def _numbered(where: str, several: Iterable[Any]) -> list[tuple[str, Any]]:
    """Return things with their places, counted from 0."""
    return [(f"{where}[{at}]", each) for at, each in enumerate(several)]


def _text_or_nothing(thing: Any) -> str:
    """Return what texts of a set are put in order by, so that every run agrees."""
    return thing if isinstance(thing, str) else ""
