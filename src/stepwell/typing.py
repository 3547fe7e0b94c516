"""Names for annotations in host code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

__all__ = ["JSON", "Clock", "MakeId"]

JSON: TypeAlias = "dict[str, JSON] | list[JSON] | str | int | float | bool | None"
"""What a payload is made of: plain JSON values."""

Clock: TypeAlias = Callable[[], datetime]
"""Return the present moment, with a time zone."""

MakeId: TypeAlias = Callable[[], str]
"""Return an id that has never been returned before."""
