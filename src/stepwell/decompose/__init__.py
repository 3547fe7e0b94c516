"""Break a goal down: each function returns a preview with reasons, nothing more."""

from __future__ import annotations

from stepwell.decompose.ladders import Ladder, Rung, ladder

__all__ = ["Ladder", "Rung", "ladder"]
