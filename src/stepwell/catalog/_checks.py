"""Check the codes and texts that a catalog is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, TypeVar

from stepwell._fields import TEXT_LIMIT, member, several, words
from stepwell.errors import DuplicateId, RuleBroken

__all__ = ["code", "codes", "distinct", "members", "no_two_alike", "one_line", "optional_words"]

_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,59}\Z")

_STEERS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")

E = TypeVar("E", bound=StrEnum)


def code(value: str, *, path: str) -> str:
    """Return a code: small letters, digits and underscores, a letter first.

    >>> code("routine_short_walk", path="template.code")
    'routine_short_walk'
    """
    if not isinstance(value, str) or not _CODE.match(value):
        advice = "a code has 1 to 60 small letters, digits and underscores, a letter first"
        raise RuleBroken("catalog.code", path, advice)
    return value


def codes(value: Iterable[str], *, path: str) -> tuple[str, ...]:
    """Return several codes."""
    found = several(value, path=path)
    return tuple(code(each, path=f"{path}[{at}]") for at, each in enumerate(found))


def members(kind: type[E], value: Iterable[E | str], *, path: str) -> tuple[E, ...]:
    """Return several members of an enumeration, from themselves or from their codes."""
    found = several(value, path=path)
    return tuple(member(kind, each, path=f"{path}[{at}]") for at, each in enumerate(found))


def distinct(kind: type[E], value: Iterable[E | str], *, path: str) -> tuple[E, ...]:
    """Return several members of an enumeration, each once."""
    found = members(kind, value, path=path)
    no_two_alike(found, path=path)
    return found


def one_line(value: str, *, path: str, limit: int = TEXT_LIMIT) -> str:
    """Return words on one line; refuse what breaks it, turns it around or steers a screen.

    >>> one_line("Water the herbs", path="template.statement")
    'Water the herbs'
    """
    kept = words(value, path=path, limit=limit)
    if _STEERS.search(kept):
        advice = "a line break, or a mark that steers a screen, stands in here; take it out"
        raise RuleBroken("text.control", path, advice)
    return kept


def optional_words(value: str | None, *, path: str) -> str | None:
    """Return a text, or nothing when it is left unset."""
    return None if value is None else words(value, path=path)


def no_two_alike(found: Iterable[str], *, path: str) -> None:
    """Refuse two things with one code."""
    seen: set[str] = set()
    for at, each in enumerate(found):
        if each in seen:
            advice = "another one has this code already; give each its own"
            raise DuplicateId("catalog.duplicate", f"{path}[{at}]", advice)
        seen.add(each)
