"""Let a value show itself: text in a terminal, HTML in a notebook."""

from __future__ import annotations

__all__ = ["Shown"]


class Shown:
    """Give a value its plain-text and HTML views.

    The views live in :mod:`stepwell.display`, which is imported on first use
    only: this is the one import that points upward.
    """

    __slots__ = ()

    def __str__(self) -> str:
        """Return the plain-text view."""
        from stepwell import display

        return display.to_text(self)

    def _repr_html_(self) -> str:
        """Return the HTML view, for notebooks."""
        from stepwell import display

        return display.to_html(self)
