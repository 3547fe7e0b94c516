"""Read what holds a keyword of a language and speaks of something else.

Packaged data, read on first use and kept; a language without such a list has none.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Final, final

import attrs

from stepwell._text import language

__all__ = ["Asides", "asides"]

_LANGUAGES: Final = frozenset({"en"})


@final
@attrs.frozen(kw_only=True)
class Asides:
    """What is passed over: phrases, and refusals with the words that follow them."""

    phrases: frozenset[str] = frozenset()
    refusals: frozenset[str] = frozenset()


def asides(locale: str) -> Asides:
    """Return what is passed over in a language.

    >>> "work on" in asides("en-GB").phrases, asides("de").phrases
    (True, frozenset())
    """
    spoken = language(locale)
    return _read(spoken) if spoken in _LANGUAGES else Asides()


@cache
def _read(spoken: str) -> Asides:
    """Return the packaged list of a language."""
    file = resources.files("stepwell.catalog").joinpath(spoken, "asides.toml")
    found = tomllib.loads(file.read_text(encoding="utf-8"))
    refusals = (f"{no} {act}" for no in found["unwilling"] for act in found["towards"])
    return Asides(phrases=frozenset(found["phrases"]), refusals=frozenset(refusals))
