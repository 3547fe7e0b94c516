"""Render a view as HTML that stands without scripts, style sheets or pictures.

Everything that comes from outside is escaped. Colour is never the only carrier:
evidence is underlined and named, and every label is text. The plain-text twin
says the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from html import escape
from typing import Any, Final

from stepwell.display.views import Block, Items, Marked, Pairs, Say, Table, View

__all__ = ["render_html"]

_BOX: Final = (
    "max-width:46em;line-height:1.5;overflow-wrap:anywhere;text-align:start;"
    "color:inherit;background:transparent"
)
_CELL: Final = "text-align:start;vertical-align:top;padding:.15em 1em .15em 0"
_LIST: Final = '<ol style="margin:.2em 0;padding-inline-start:1.6em">'
_DEEPEST: Final = 7
_MARK: Final = "color:inherit;background:transparent;border-bottom:.15em solid currentColor"
_KIND: Final = "font-style:italic"


def render_html(view: View) -> str:
    """Return a view as one HTML element.

    >>> render_html(View("<b>", (Say("5 < 6"),))).count("<b>")
    0
    """
    return f'<section class="stepwell" dir="auto" style="{_BOX}">{_inside(view)}</section>'


def _escaped(text: str) -> str:
    """Return text that is never markup.

    A combining mark at its start is written as a number: otherwise it would
    join the ``>`` before it as soon as somebody composes the document.
    """
    kept = escape(text)
    if unicodedata.category(kept[:1] or " ").startswith("M"):
        return f"&#{ord(kept[0])};{kept[1:]}"
    return kept


def _inside(view: View) -> str:
    """Return the title and the blocks of a view."""
    title = f'<p dir="auto" style="margin:.6em 0 .2em"><strong>{_escaped(view.title)}</strong></p>'
    return title + "".join(_block(block) for block in view.blocks)


def _block(block: Block) -> str:
    """Return one block; a view inside a view is set off by a rule at its start."""
    if isinstance(block, View):
        style = "margin:.4em 0;padding-inline-start:.8em;border-inline-start:.1em solid"
        return f'<div style="{style}">{_inside(block)}</div>'
    return _BLOCKS[type(block)](block)


def _say(block: Say) -> str:
    """Return a sentence; a strong one is announced to screen readers."""
    if block.strong:
        return f'<p dir="auto" role="note"><strong>{_escaped(block.text)}</strong></p>'
    return f'<p dir="auto" style="margin:.3em 0">{_escaped(block.text)}</p>'


def _pairs(block: Pairs) -> str:
    """Return labels and texts as a table with row headings."""
    rows = "".join(
        f'<tr><th scope="row" style="{_CELL}">{_escaped(label)}</th>'
        f'<td dir="auto" style="{_CELL}">{_escaped(text)}</td></tr>'
        for label, text in block.rows
    )
    return f'<table style="border-collapse:collapse;color:inherit"><tbody>{rows}</tbody></table>'


def _items(block: Items) -> str:
    """Return a list; the parts of an item are a list inside it, to a depth of eight."""
    pieces: list[str] = []
    level = -1
    for deep, text in block.rows:
        depth = min(deep, level + 1, _DEEPEST)
        pieces.append("</li></ol>" * (level - depth) + "</li>" if depth <= level else _LIST)
        pieces.append(f'<li dir="auto">{_escaped(text)}')
        level = depth
    return "".join(pieces) + "</li></ol>" * (level + 1)


def _table(block: Table) -> str:
    """Return columns with headings."""
    head = "".join(f'<th scope="col" style="{_CELL}">{_escaped(cell)}</th>' for cell in block.head)
    rows = "".join(
        "<tr>"
        + "".join(f'<td dir="auto" style="{_CELL}">{_escaped(cell)}</td>' for cell in line)
        + "</tr>"
        for line in block.rows
    )
    return (
        '<table style="border-collapse:collapse;color:inherit">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _marked(block: Marked) -> str:
    """Return somebody's words with the evidence underlined and named."""
    pieces: list[str] = []
    at = 0
    for start, end, kind in block.spans:
        pieces.append(_escaped(block.text[at:start]))
        label = _escaped(kind)
        words = _escaped(block.text[start:end])
        pieces.append(f'<mark style="{_MARK}" title="{label}">{words}</mark> ')
        pieces.append(f'<small style="{_KIND}">{label}</small>')
        at = end
    pieces.append(_escaped(block.text[at:]))
    return f'<blockquote style="margin:.3em 0" dir="auto">{"".join(pieces)}</blockquote>'


_BLOCKS: Final[dict[type[Any], Callable[[Any], str]]] = {
    Say: _say,
    Pairs: _pairs,
    Items: _items,
    Table: _table,
    Marked: _marked,
}
