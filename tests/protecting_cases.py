"""Goals that keep away from something: what protects, what threatens, what does neither."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

__all__ = ["NEAR_MISSES", "PROTECTED", "THREATS"]

_FILE: Final = Path(__file__).parent / "evaluation" / "data" / "protecting_cases.toml"
_CASES: Final = tomllib.loads(_FILE.read_text(encoding="utf-8"))

PROTECTED: Final[list[tuple[str, str]]] = [
    (text, what) for what, texts in _CASES["protected"].items() for text in texts
]
THREATS: Final[list[str]] = _CASES["others"]["threats"]
NEAR_MISSES: Final[list[str]] = _CASES["others"]["near_misses"]
