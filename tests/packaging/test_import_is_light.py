"""Importing the library, and touching every name of it, loads little."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = {
    "IPython",
    "asyncio",
    "hypothesis",
    "matplotlib",
    "narwhals",
    "numpy",
    "pandas",
    "polars",
    "pytest",
    "sqlite3",
}

PRINT_LOADED = "import json, sys; print(json.dumps(sorted(sys.modules)))"


def loaded_by(statements: str) -> set[str]:
    """Return the modules that a fresh interpreter holds after some statements."""
    command = [sys.executable, "-W", "error", "-c", f"{statements}\n{PRINT_LOADED}"]
    finished = subprocess.run(command, check=True, capture_output=True, text=True)
    return set(json.loads(finished.stdout))


def test_import_loads_nothing_heavy() -> None:
    """``import stepwell`` loads no data frames, plots, test tools, databases or event loops."""
    assert set() == HEAVY & loaded_by("import stepwell")


def test_touching_every_public_name_loads_nothing_heavy() -> None:
    """Nor does any public name, once it is touched."""
    touched = loaded_by(
        "import stepwell\nfor name in stepwell.__all__: getattr(stepwell, name)",
    )

    assert set() == HEAVY & touched


def test_import_alone_loads_no_room() -> None:
    """The façade is lazy: ``import stepwell`` loads none of its rooms, nor attrs, nor cattrs."""
    loaded = loaded_by("import stepwell")

    assert ["stepwell"] == sorted(
        name for name in loaded if name.partition(".")[0] in {"stepwell", "attr", "attrs", "cattrs"}
    )


def test_formulas_load_no_codec_and_no_views() -> None:
    """Whoever wants one formula does not pay for codecs and views."""
    loaded = loaded_by("import stepwell.metrics")

    assert set() == {"cattrs", "stepwell.display", "stepwell.serialization"} & loaded
