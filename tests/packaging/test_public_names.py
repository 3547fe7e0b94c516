"""The names people import are there, and every tool sees the same ones."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest

import stepwell

PROMISED = {
    "stepwell": [
        "Appended",
        "Category",
        "Goal",
        "GoalBook",
        "Journal",
        "Measure",
        "MemoryJournal",
        "PHQ9",
        "Reading",
        "Record",
        "Step",
        "StepPlan",
        "Target",
        "at_least",
        "at_most",
        "between",
        "ladder",
        "maintain",
        "review",
        "trajectory",
    ],
    "stepwell.errors": ["StepwellError", "VersionConflict"],
    "stepwell.instruments": ["PHQ9"],
    "stepwell.kindness": ["assert_kind", "check_kind"],
    "stepwell.metrics": ["nap"],
    "stepwell.serialization": ["dumps", "loads"],
    "stepwell.smart": ["Cue", "Finding", "Report", "review"],
}

PROMISES = [(module, name) for module, names in PROMISED.items() for name in names]

MODULES = [module.name for module in pkgutil.walk_packages(stepwell.__path__, prefix="stepwell.")]


def names_for_type_checkers() -> set[str]:
    """Return what the ``if TYPE_CHECKING:`` block of the façade imports."""
    tree = ast.parse(Path(stepwell.__file__).read_text(encoding="utf-8"))
    blocks = [
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
    ]
    return {
        alias.asname or alias.name
        for block in blocks
        for line in block.body
        if isinstance(line, ast.ImportFrom | ast.Import)
        for alias in line.names
    }


@pytest.mark.parametrize(("module", "name"), PROMISES)
def test_promised_name_is_importable(module: str, name: str) -> None:
    """A name that was promised is there, and stands in ``__all__``."""
    room = vars(importlib.import_module(module))

    assert name in room["__all__"]
    assert hasattr(importlib.import_module(module), name)


def test_type_checkers_see_the_same_names() -> None:
    """The lazy table and the ``TYPE_CHECKING`` block name the same things."""
    assert set(stepwell.__all__) - {"__version__"} == names_for_type_checkers()


@pytest.mark.parametrize("name", stepwell.__all__)
def test_public_name_is_found_lazily(name: str) -> None:
    """Each name in ``__all__`` is found, and completion offers it."""
    assert getattr(stepwell, name) is getattr(stepwell, name)
    assert name in dir(stepwell)


@pytest.mark.parametrize("name", ["streak", "overall_score"])
def test_unknown_name_is_an_attribute_error(name: str) -> None:
    """A name that is not there is refused as Python itself does."""
    with pytest.raises(AttributeError, match=name):
        getattr(stepwell, name)


@pytest.mark.parametrize("module", MODULES)
def test_module_says_what_is_public(module: str) -> None:
    """Every module has an ``__all__`` whose names exist."""
    room = importlib.import_module(module)

    assert [] == [name for name in vars(room)["__all__"] if not hasattr(room, name)]
