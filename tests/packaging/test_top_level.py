"""The top level of the repository holds what was agreed, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

FIXED = {
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "docs",
    "examples",
    "pyproject.toml",
    "src",
    "tests",
}


@pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(),
    reason="an unpacked source distribution has no .git, or this machine has no git",
)
def test_top_level_is_as_fixed() -> None:
    """Beside dot-files there are exactly the fixed entries."""
    git = shutil.which("git") or "git"
    command = [git, "-C", str(ROOT), "ls-files", "-z"]
    listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    entries = {path.partition("/")[0] for path in listing.split("\0") if path}

    assert FIXED == {entry for entry in entries if not entry.startswith(".")}
