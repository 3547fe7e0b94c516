"""Read numbers among words: digits, "twenty five", "two and a half", "a dozen".

Which word plays which part is data: the tables ``numbers`` and ``roles`` of the
lexicon.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any, Final

from stepwell._text import Token, written_number

__all__ = ["Values", "number_places", "numbers_in", "pieces_of", "role_of"]

Values = Mapping[str, Mapping[str, Any]]
"""What words are worth, by table."""

_HALF: Final = 0.5
_TEN: Final = 10
_HUNDRED: Final = 100


def pieces_of(words: Iterable[Token]) -> list[str]:
    """Return the words one by one, chunks taken apart."""
    return [piece for word in words for piece in word.text.split()]


def role_of(piece: str, values: Values) -> str:
    """Return the part that a word plays in a value; none for most words."""
    return str(values["roles"].get(piece, ""))


def numbers_in(pieces: Sequence[str], values: Values) -> list[float]:
    """Return the numbers among words; an article counts as one only where there is no other."""
    return [number for _, number in number_places(pieces, values)]


def number_places(pieces: Sequence[str], values: Values) -> list[tuple[int, float]]:
    """Return the numbers among words with the place that each ends at."""
    found: list[tuple[int, float]] = []
    articles: list[tuple[int, float]] = []
    for at, piece in enumerate(pieces):
        number = _number(piece, values)
        role = role_of(piece, values)
        if number is None or (role == "scale" and at + 1 == len(pieces)):
            continue
        if role == "article":
            articles.append((at, number))
        elif not found and articles and number == _HALF and _is_added(pieces, at, values):
            found.append((articles[0][0], articles[0][1] + number))
        elif not _grows(found, at, number, pieces, values):
            found.append((at, number))
    return found or articles[:1]


def _is_added(pieces: Sequence[str], at: int, values: Values) -> bool:
    """Say whether "and" stands two words before ("an hour and a half")."""
    return at > 1 and role_of(pieces[at - 2], values) == "and"


def _number(piece: str, values: Values) -> float | None:
    """Return the number that a word is, if it is one that can be counted to."""
    written = written_number(piece)
    if written is not None:
        return written if isfinite(written) else None
    number = values["numbers"].get(piece)
    return None if number is None else float(number)


def _grows(
    found: list[tuple[int, float]],
    at: int,
    number: float,
    pieces: Sequence[str],
    values: Values,
) -> bool:
    """Add a word to the number before it where both are one ("twenty five"), and say so."""
    if not found:
        return False
    last, before = found[-1]
    grown = _grown(before, number, pieces[last : at + 1], values)
    if grown is not None:
        found[-1] = (at, grown)
    return grown is not None


def _grown(before: float, number: float, between: Sequence[str], values: Values) -> float | None:
    """Return what two numbers come to together, from the first to the second piece."""
    first, *inner, last = between
    written = first in values["numbers"] and last in values["numbers"]
    if not inner:
        return _side_by_side(before, number, written=written)
    joined = role_of(inner[0], values) == "and"
    return before + _HALF if joined and number == _HALF and before >= 1 else None


def _side_by_side(before: float, number: float, *, written: bool) -> float | None:
    """Return what "twenty five", "two hundred", "two thirds" or "10 k" come to."""
    if written and before >= _TEN * 2 and before % _TEN == 0 and 0 < number < _TEN:
        return before + number
    if number >= _HUNDRED or number < 1:
        return before * number if written or number > _HUNDRED else None
    return None
