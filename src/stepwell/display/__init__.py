"""Show values: plain text for terminals, HTML for notebooks, both from one view."""

from __future__ import annotations

from stepwell.display.html import render_html
from stepwell.display.text import render_text
from stepwell.display.values import view_of

__all__ = ["to_html", "to_text", "view_of"]


def to_text(value: object, *, locale: str = "en") -> str:
    """Return the plain-text view of a value.

    >>> from stepwell.goals import Goal
    >>> print(to_text(Goal("Call Sam on Sunday", importance=8)))
    Call Sam on Sunday
      importance  8 of 10
    """
    return render_text(view_of(value, locale=locale))


def to_html(value: object, *, locale: str = "en") -> str:
    """Return the HTML view of a value, with everything in it escaped."""
    return render_html(view_of(value, locale=locale))
