"""Every sentence the library can say, as data: one folder a locale.

A sentence has a permanent id (``review.specific.question``) and a text for the
person; some have another for a clinician. The files under ``en/`` are read on
first use. Blanks such as ``{amount}`` are filled by :func:`say`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from stepwell._text import language
from stepwell.errors import UnknownMessage

__all__ = ["Audience", "fill", "locales", "message_ids", "say", "templates"]

Audience = Literal["person", "clinician"]
"""For whom a sentence is worded."""

LOCALES = ("en",)


def say(
    message_id: str,
    /,
    *,
    audience: Audience = "person",
    locale: str = "en",
    **blanks: str,
) -> str:
    """Return one sentence with its blanks filled.

    Parameters
    ----------
    message_id
        The permanent id of the sentence.
    audience
        For whom; a sentence with no wording for clinicians is the same for both.
    locale
        The language, one of :func:`locales`; a region beside it changes nothing.
    **blanks
        What goes into the blanks of the sentence, as text.

    Raises
    ------
    UnknownMessage
        If the id, the audience or the locale is unknown, or a blank is left open.

    Examples
    --------
    >>> say("review.time_bound.question")
    'When would be a kind moment to look at how it went?'
    """
    return fill(message_id, blanks, audience=audience, locale=locale)


def fill(
    message_id: str,
    blanks: Mapping[str, str],
    *,
    audience: Audience = "person",
    locale: str = "en",
) -> str:
    """Return one sentence with its blanks filled from a mapping; see :func:`say`."""
    if audience not in get_args(Audience):
        advice = f"a sentence is worded for {' or '.join(get_args(Audience))}"
        raise UnknownMessage(advice)
    wordings = _sentences(language(locale)).get(message_id)
    if wordings is None:
        advice = f"no message {message_id!r} in locale {locale!r}; see message_ids()"
        raise UnknownMessage(advice)
    template = wordings.get(audience, wordings["person"])
    try:
        return template.format_map(blanks)
    except KeyError as missing:
        advice = f"message {message_id!r} needs the blank {missing.args[0]!r}"
        raise UnknownMessage(advice) from None


def locales() -> tuple[str, ...]:
    """Return the languages there are sentences for."""
    return LOCALES


def message_ids(locale: str = "en") -> tuple[str, ...]:
    """Return the ids of all sentences, sorted."""
    return tuple(sorted(_sentences(language(locale))))


def templates(locale: str = "en") -> tuple[tuple[str, Audience, str], ...]:
    """Return every wording there is: id, audience, text with its blanks open."""
    return tuple(
        (message_id, "clinician" if audience == "clinician" else "person", text)
        for message_id, wordings in sorted(_sentences(language(locale)).items())
        for audience, text in sorted(wordings.items())
    )


@cache
def _sentences(locale: str) -> dict[str, dict[str, str]]:
    """Return all wordings of a locale by message id."""
    if locale not in LOCALES:
        advice = f"no sentences in locale {locale!r}; there are {', '.join(LOCALES)}"
        raise UnknownMessage(advice)
    found: dict[str, dict[str, str]] = {}
    for file in sorted(resources.files(__name__).joinpath(locale).iterdir(), key=str):
        found.update(_flat(tomllib.loads(file.read_text(encoding="utf-8"))))
    return found


def _flat(table: dict[str, Any], prefix: str = "") -> dict[str, dict[str, str]]:
    """Return nested tables as one, keyed by dotted ids."""
    if "person" in table:
        return {prefix: table}
    found: dict[str, dict[str, str]] = {}
    for key, inner in table.items():
        found.update(_flat(inner, f"{prefix}.{key}" if prefix else key))
    return found
