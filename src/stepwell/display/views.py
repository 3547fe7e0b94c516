"""Say what a value shows, before anybody decides how it looks.

A :class:`View` is a title and a few blocks of plain text. The text and the HTML
renderer both start from it, so the two always say the same.
"""

from __future__ import annotations

from typing import TypeAlias, final

import attrs

__all__ = ["Block", "Items", "Marked", "Pairs", "Say", "Table", "View"]


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

    text: str
    strong: bool = False


@final
@attrs.frozen
class Pairs:
    """Labels with what belongs to them, one a line."""

    rows: tuple[tuple[str, str], ...]


@final
@attrs.frozen
class Items:
    """A list in an order that matters; each item has a depth in the tree."""

    rows: tuple[tuple[int, str], ...]


@final
@attrs.frozen
class Table:
    """Columns with headings."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


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

    text: str
    spans: tuple[tuple[int, int, str], ...] = ()


@final
@attrs.frozen
class View:
    """A title, a few blocks, and views inside."""

    title: str
    blocks: tuple[Block, ...] = ()


Block: TypeAlias = Say | Pairs | Items | Table | Marked | View
"""What a view is made of."""
