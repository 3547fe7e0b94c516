"""The map of ideas is up to date, leaves no idea out, and names what can be imported."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import pytest

from stepwell.catalog import builtin
from tests.docs.idea_map import HEAD, PAGE, keys, page, rows
from tests.docs.idea_map_rows import CARRIED, DETAILS, KINDS, LATER, LOGS, ROOMS

CATALOG = builtin()
NAMES = sorted({name for names in CARRIED.values() for name in names})


def test_the_page_is_up_to_date() -> None:
    """Run ``python -m tests.docs.idea_map`` to write it anew."""
    assert page(CATALOG) == PAGE.read_text(encoding="utf-8")


def test_every_idea_has_its_row() -> None:
    """What the catalog holds and what the map says are the same, nothing beside."""
    assert set(keys(CATALOG)) == set(CARRIED)
    assert set(LATER) <= set(CARRIED)


def test_every_kind_is_whole() -> None:
    """Six areas, eighteen focuses, and the ideas beside them."""
    counts = {kind: len(list(rows(kind, CATALOG))) for kind in KINDS}

    assert 6 == counts["categories"]
    assert 18 == counts["focuses"]
    assert len(list(CATALOG.ideas)) + len(DETAILS) + 24 == sum(counts.values())


def test_every_part_belongs_to_an_idea() -> None:
    """A part of an idea names one that is there."""
    assert {home for _, home in DETAILS.values()} <= set(keys(CATALOG))


def test_every_log_of_a_focus_is_in_words() -> None:
    """A kind of log entry has words as long as no name carries it."""
    assert {focus.log for focus in CATALOG.focuses if focus.log} == set(LOGS)


@pytest.mark.parametrize("kind", KINDS)
def test_no_cell_is_empty(kind: str) -> None:
    """Each idea has something in every column, and nothing that breaks the table."""
    found = list(rows(kind, CATALOG))

    assert all(len(HEAD) == len(row) for row in found)
    assert all(cell.strip(" :;,`") for row in found for cell in row)
    assert not any("|" in cell or "\n" in cell for row in found for cell in row)


@pytest.mark.parametrize("key", keys(CATALOG))
def test_what_nothing_carries_is_promised(key: str) -> None:
    """Where no name stands, the page says in words what is to come."""
    assert CARRIED[key] or LATER[key]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_public(name: str) -> None:
    """Each dotted name can be imported from the module that exports it."""
    package, room, first, *rest = name.split(".")
    module = import_module(f"{package}.{room}")
    found = getattr(module, first)
    for each in rest:
        found = getattr(found, each)

    assert first in module.__all__
    assert found.__doc__


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_that_has_arrived_is_on_the_map(room: str) -> None:
    """Once a room is there, the ideas that waited for it name it."""
    on_the_map = any(name.startswith(f"{room}.") for name in NAMES)

    assert (find_spec(room) is not None) == on_the_map
