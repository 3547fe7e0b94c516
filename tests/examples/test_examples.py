"""Every script and every notebook in ``examples/`` runs from top to bottom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("**/*.py"))
NOTEBOOKS = sorted(EXAMPLES.glob("**/*.ipynb"))


def named(path: Path) -> str:
    """Return the name of an example for a test id."""
    return path.relative_to(EXAMPLES).as_posix()


def test_there_are_examples_of_both_kinds() -> None:
    """A moved folder does not leave the tests below with nothing to run."""
    assert SCRIPTS
    assert NOTEBOOKS


@pytest.mark.parametrize("script", SCRIPTS, ids=named)
def test_script_runs(script: Path, tmp_path: Path) -> None:
    """A script runs in an empty folder, says something, and warns of nothing."""
    command = [sys.executable, "-W", "error", str(script)]
    finished = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)

    assert (0, "") == (finished.returncode, finished.stderr)
    assert finished.stdout.strip()


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=named)
def test_notebook_runs(
    notebook: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A notebook runs in an empty folder and with a fresh kernel; no cell raises."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    cells = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]  # it has no types
    resources = {"metadata": {"path": str(tmp_path)}}

    NotebookClient(cells, timeout=120, kernel_name="python3", resources=resources).execute()

    assert all(cell.get("execution_count") for cell in cells.cells if cell.cell_type == "code")
