"""Say what a value shows, before anybody decides how it looks.

A :class:`View` is a title and a few blocks of plain text. The text and the HTML
renderer both start from it, so the two always say the same. Every text goes
through :func:`plain` first: what somebody wrote cannot steer a terminal, or turn
around what stands beside it.
"""

from __future__ import annotations

from typing import Final, TypeAlias, final

import attrs

__all__ = ["Block", "Items", "Marked", "Pairs", "Say", "Table", "View", "plain"]

_SPACES: Final = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_TURNS: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_PLAIN: Final = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)), "\ufffd"),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _TURNS), "\u200b"),
}


def plain(text: str) -> str:
    r"""Return text whose letters only stand for themselves, each in its place.

    Line breaks and tabs become spaces, marks that turn the direction of writing
    become a space without width, other control characters a replacement sign.

    >>> plain("one\ntwo\x1b[1m")
    'one two\ufffd[1m'
    """
    return text.translate(_PLAIN)


def _plain_rows(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return labels and texts made plain."""
    return tuple((plain(label), plain(text)) for label, text in rows)


def _plain_items(rows: tuple[tuple[int, str], ...]) -> tuple[tuple[int, str], ...]:
    """Return items made plain."""
    return tuple((depth, plain(text)) for depth, text in rows)


def _plain_line(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return one line of a table made plain."""
    return tuple(plain(cell) for cell in cells)


def _plain_lines(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a table made plain."""
    return tuple(_plain_line(row) for row in rows)


def _plain_spans(spans: tuple[tuple[int, int, str], ...]) -> tuple[tuple[int, int, str], ...]:
    """Return evidence whose names are made plain."""
    return tuple((start, end, plain(kind)) for start, end, kind in spans)


@final
@attrs.frozen
class Say:
    """A sentence or two.

    Attributes
    ----------
    text
        What is said.
    strong
        Whether it comes before everything else.
    """

    text: str = attrs.field(converter=plain)
    strong: bool = False


@final
@attrs.frozen
class Pairs:
    """Labels with what belongs to them, one a line."""

    rows: tuple[tuple[str, str], ...] = attrs.field(converter=_plain_rows)


@final
@attrs.frozen
class Items:
    """A list in an order that matters; each item has a depth in the tree."""

    rows: tuple[tuple[int, str], ...] = attrs.field(converter=_plain_items)


@final
@attrs.frozen
class Table:
    """Columns with headings."""

    head: tuple[str, ...] = attrs.field(converter=_plain_line)
    rows: tuple[tuple[str, ...], ...] = attrs.field(converter=_plain_lines)


@final
@attrs.frozen
class Marked:
    """Somebody's words with the evidence in them marked.

    Attributes
    ----------
    text
        The words as they were written.
    spans
        Start, end and kind of each piece of evidence, in order, not overlapping.
    """

    text: str = attrs.field(converter=plain)
    spans: tuple[tuple[int, int, str], ...] = attrs.field(default=(), converter=_plain_spans)


@final
@attrs.frozen
class View:
    """A title, a few blocks, and views inside."""

    title: str = attrs.field(converter=plain)
    blocks: tuple[Block, ...] = ()


Block: TypeAlias = Say | Pairs | Items | Table | Marked | View
"""What a view is made of."""
