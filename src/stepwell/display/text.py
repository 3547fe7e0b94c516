"""Render a view as plain text, for terminals and for people who read with ears."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any, Final

from stepwell.display.views import Block, Items, Marked, Pairs, Say, Table, View

__all__ = ["render_text"]

_WIDTH: Final = 78
_LEAST: Final = 30
_INDENT: Final = "  "
_DEEPEST: Final = 7


def render_text(view: View) -> str:
    """Return a view as lines of plain text, without a line break at the end.

    >>> print(render_text(View("Walk", (Pairs((("target", "20 minutes"), ("due", "soon"))),))))
    Walk
      target  20 minutes
      due     soon
    """
    return "\n".join(_view(view))


def _view(view: View) -> list[str]:
    """Return the title and the indented blocks."""
    inner = [line for block in view.blocks for line in _BLOCKS[type(block)](block)]
    return [*_wrapped(view.title), *(f"{_INDENT}{line}".rstrip() for line in inner)]


def _wrapped(text: str, *, first: str = "", rest: str = "") -> list[str]:
    """Return text in lines of a readable width, however deep; long words stay whole."""
    lines = textwrap.wrap(
        text,
        max(_WIDTH, len(rest) + _LEAST),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.rstrip() for line in lines or [first]]


def _say(block: Say) -> list[str]:
    """Return a sentence."""
    return _wrapped(block.text)


def _pairs(block: Pairs) -> list[str]:
    """Return labels and texts in two columns."""
    width = max((len(label) for label, _ in block.rows), default=0) + 2
    return [
        line
        for label, text in block.rows
        for line in _wrapped(text, first=label.ljust(width), rest=" " * width)
    ]


def _items(block: Items) -> list[str]:
    """Return a list, parts indented under their whole to a depth of eight."""
    return [line for depth, text in block.rows for line in _item(min(depth, _DEEPEST), text)]


def _item(depth: int, text: str) -> list[str]:
    """Return one item of a list."""
    return _wrapped(text, first=f"{_INDENT * depth}- ", rest=f"{_INDENT * depth}{_INDENT}")


def _table(block: Table) -> list[str]:
    """Return columns of equal width; the last one wraps."""
    lines = (block.head, *block.rows)
    widths = [max(len(line[at]) for line in lines) for at in range(len(block.head) - 1)]
    return [
        text
        for line in lines
        for text in _wrapped(
            line[-1],
            first="".join(
                f"{cell.ljust(width)}  " for cell, width in zip(line, widths, strict=False)
            ),
            rest=" " * (sum(widths) + 2 * len(widths)),
        )
    ]


def _marked(block: Marked) -> list[str]:
    """Return somebody's words in quotation marks, then each piece of evidence."""
    words = _wrapped(f"“{block.text}”")
    found = [(kind, f"“{block.text[start:end]}”") for start, end, kind in block.spans]
    return [*words, *_pairs(Pairs(tuple(found)))] if found else words


_BLOCKS: Final[dict[type[Block], Callable[[Any], list[str]]]] = {
    Say: _say,
    Pairs: _pairs,
    Items: _items,
    Table: _table,
    Marked: _marked,
    View: _view,
}
