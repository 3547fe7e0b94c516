"""The table of all focuses is up to date, and no cell in it is empty."""

from __future__ import annotations

import pytest

from stepwell.catalog import Focus, builtin
from tests.docs.catalog_table import HEAD, PAGE, cells, page

CATALOG = builtin()


def test_the_page_is_up_to_date() -> None:
    """Run ``python -m tests.docs.catalog_table`` to write it anew."""
    assert page(CATALOG) == PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("focus", CATALOG.focuses, ids=lambda focus: focus.code)
def test_no_cell_is_empty(focus: Focus) -> None:
    """Each focus has something in every column, and nothing that breaks the table."""
    row = cells(focus, CATALOG)

    assert len(HEAD) == len(row)
    assert all(cell.strip(" 0:;,") for cell in row)
    assert not any("|" in cell or "\n" in cell for cell in row)


def test_every_focus_has_a_row() -> None:
    """Eighteen of them, in six tables."""
    rows = [line for line in page(CATALOG).splitlines() if line.startswith("| `")]

    assert 18 == len(rows)
