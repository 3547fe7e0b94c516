"""Checks that the fields of a questionnaire share."""

from __future__ import annotations

from typing import Any, Final

import attrs

from stepwell._fields import identifier, number, whole, words

__all__ = ["MOST", "is_code", "is_number", "is_text", "is_whole"]

MOST: Final = 1000
"""How far from 0 the numbers of a questionnaire may lie."""


def _place(holder: object, field: attrs.Attribute[Any]) -> str:
    """Return the path of a field."""
    return f"{type(holder).__name__.lower()}.{field.name}"


def is_code(holder: object, field: attrs.Attribute[str], value: str) -> None:
    """Refuse what is not a code."""
    identifier(value, path=_place(holder, field))


def is_whole(holder: object, field: attrs.Attribute[int], value: int) -> None:
    """Refuse what is not a whole number of a questionnaire's size."""
    whole(value, path=_place(holder, field), low=-MOST, high=MOST)


def is_number(holder: object, field: attrs.Attribute[float], value: float) -> None:
    """Refuse what is not a finite number."""
    number(value, path=_place(holder, field))


def is_text(holder: object, field: attrs.Attribute[str], value: str) -> None:
    """Refuse what is not text."""
    words(value, path=_place(holder, field))
