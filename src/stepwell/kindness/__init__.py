"""Find words that shame, rush, compare or command, in what we say to a person.

The lists are data, one file a locale, with a caught sentence and near misses for
every phrase. They judge the library's own sentences and a developer's drafts; they
are not made for what a person writes, and no finding there would mean anything.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import final

import attrs

from stepwell._text import language, normalise
from stepwell.errors import StepwellError, UnknownMessage

__all__ = ["KindnessFinding", "NotKind", "assert_kind", "check_kind"]

LOCALES = ("en",)


@final
@attrs.frozen(kw_only=True)
class KindnessFinding:
    """One place in a sentence that may hurt, and another way to put it.

    Attributes
    ----------
    code
        What kind of unkindness, such as ``"kindness.obligation"``; permanent.
    start, end
        Where it stands: ``text[start:end]``.
    reason
        Why it may hurt.
    alternative
        What to write in its place.
    """

    code: str
    start: int
    end: int
    reason: str
    alternative: str


class NotKind(StepwellError, ValueError):
    """A sentence holds words that may hurt.

    Parameters
    ----------
    places
        One triple of code, start and end a finding; the words themselves are
        left out, so that the error can be logged.
    """

    def __init__(self, places: tuple[tuple[str, int, int], ...]) -> None:
        super().__init__(places)
        self.places = places

    def __str__(self) -> str:
        """Return where and what, and how to learn more."""
        found = ", ".join(f"{code} at {start}-{end}" for code, start, end in self.places)
        return f"{found}; check_kind(text) says why and offers another wording"


@final
@attrs.frozen
class _Kind:
    """One kind of unkindness: its code, its phrases, and what to say of it."""

    code: str
    pattern: re.Pattern[str]
    reason: str
    alternative: str


def check_kind(text: str, locale: str = "en") -> tuple[KindnessFinding, ...]:
    """Return what may hurt in a sentence, in reading order.

    Parameters
    ----------
    text
        A sentence meant for a person; its blanks may be open.
    locale
        The language of the sentence.

    Returns
    -------
    tuple of KindnessFinding
        Nothing found is an empty tuple; it means that no listed phrase occurs.

    Raises
    ------
    UnknownMessage
        If there is no list for the locale.

    Examples
    --------
    >>> check_kind("You took the first step.")
    ()
    >>> for found in check_kind("You shouldn’t give up."):
    ...     print(found.code, found.start, found.end)
    kindness.obligation 4 13
    kindness.failure 14 21
    """
    kinds = _kinds(language(locale))
    plain = normalise(text, fold=True)
    found = [
        _finding(kind, plain.span(*match.span()))
        for kind in kinds
        for match in kind.pattern.finditer(plain.text)
    ]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.code)))


def assert_kind(text: str, locale: str = "en") -> None:
    """Raise unless a sentence passes :func:`check_kind`.

    Parameters
    ----------
    text
        A sentence meant for a person.
    locale
        The language of the sentence.

    Raises
    ------
    NotKind
        With the codes and places of what was found.
    UnknownMessage
        If there is no list for the locale.

    Examples
    --------
    >>> assert_kind("A pause on purpose counts too.")
    >>> assert_kind("Two steps are overdue.")
    Traceback (most recent call last):
    ...
    stepwell.kindness.NotKind: kindness.streak at 14-21; check_kind(text) says why and ...
    """
    found = check_kind(text, locale)
    if found:
        raise NotKind(tuple((finding.code, finding.start, finding.end) for finding in found))


def _finding(kind: _Kind, span: tuple[int, int]) -> KindnessFinding:
    """Return a finding of one kind at one place."""
    return KindnessFinding(
        code=kind.code,
        start=span[0],
        end=span[1],
        reason=kind.reason,
        alternative=kind.alternative,
    )


@cache
def _kinds(locale: str) -> tuple[_Kind, ...]:
    """Return all kinds of unkindness of a locale."""
    if locale not in LOCALES:
        advice = f"no kindness list for locale {locale!r}; there are {', '.join(LOCALES)}"
        raise UnknownMessage(advice)
    file = resources.files(__name__).joinpath(f"{locale}.toml")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(
        _Kind(f"kindness.{name}", _pattern(table["phrases"]), table["reason"], table["alternative"])
        for name, table in tables.items()
    )


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    r"""Return one pattern for all phrases, as whole words, the longest first.

    >>> bool(_pattern(["in a row"]).search("five in  a row")), _pattern(["row"]).search("rows")
    (True, None)
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)".replace(" ", r"\s+"))
