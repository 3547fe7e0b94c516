"""The rooms import only downward, and the check that says so can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]

PLANTED = {
    "a formula that knows a goal": ("metrics/__init__.py", "import stepwell.goals"),
    "a review that knows the story": ("smart/__init__.py", "import stepwell.story"),
    "a port that knows the codec": ("ports.py", "import stepwell.serialization"),
    "a value that speaks cattrs": ("measures/scales.py", "import cattrs"),
    "a value that reads a clock": ("goals.py", "import time"),
    "a progress report that draws": ("progress/__init__.py", "import stepwell.display"),
    "a room in no layer": ("attic.py", "import stepwell.errors"),
}


def lint_imports(source: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter with our contracts on a source tree."""
    command = [sys.executable, "-c", "import importlinter.cli as c; c.lint_imports_command()"]
    options = ["--config", str(ROOT / "pyproject.toml"), "--no-cache", "--no-logo"]
    return subprocess.run(
        [*command, *options],
        check=False,
        capture_output=True,
        text=True,
        cwd=source,
        env={**os.environ, "PYTHONPATH": str(source), "PYTHONSAFEPATH": "1", "NO_COLOR": "1"},
    )


@pytest.fixture
def copied_source(tmp_path: Path) -> Path:
    """Return a copy of ``src`` that a test may spoil."""
    ignored = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(ROOT / "src", tmp_path / "src", ignore=ignored))


def test_contracts_are_kept() -> None:
    """Every contract in ``pyproject.toml`` is kept."""
    finished = lint_imports(ROOT / "src")

    assert finished.returncode == 0, finished.stdout


@pytest.mark.parametrize(("room", "line"), PLANTED.values(), ids=PLANTED)
def test_planted_violation_is_found(copied_source: Path, room: str, line: str) -> None:
    """A line that breaks a rule breaks a contract."""
    target = copied_source / "stepwell" / room
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    target.write_text(f"{before}\n\n{line}\n", encoding="utf-8")

    finished = lint_imports(copied_source)

    assert finished.returncode != 0, finished.stdout


def test_only_attrs_and_cattrs_come_from_outside() -> None:
    """Beside the standard library the source imports attrs and cattrs, and nothing else."""
    graph = grimp.build_graph("stepwell", include_external_packages=True, cache_dir=None)
    outside = {
        name
        for name in graph.modules
        if graph.is_module_squashed(name) and name not in sys.stdlib_module_names
    }

    assert {"attrs", "cattrs"} == outside
