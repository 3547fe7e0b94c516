"""Write the map from every idea of the subject to the names that carry it, no cell left empty.

Run as ``python -m tests.docs.idea_map`` to write the page anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from stepwell.catalog import Catalog, CategoryEntry, Focus, Idea, builtin
from tests.docs.idea_map_rows import CARRIED, DETAILS, KINDS, LATER, LOGS

__all__ = ["HEAD", "PAGE", "cells", "keys", "main", "page", "rows"]

PAGE: Final = Path(__file__).parents[2] / "docs" / "reference" / "idea-map.md"
HEAD: Final = ("idea", "in the catalog", "carried by", "still to come")
_INTRO: Final = """\
# Every idea of the subject, and what carries it

This page is generated, and a test writes it anew to compare and imports every name.
“Not yet” stands where a later part of stepwell brings it;
“nothing planned” says that what stands beside it is all.
[](catalog-table.md) lists the focuses with everything in them.
"""


def keys(catalog: Catalog) -> tuple[str, ...]:
    """Return the key of every idea, kind by kind, each unlike every other."""
    return tuple(key for kind in KINDS for key in _entries(kind, catalog))


def _entries(kind: str, catalog: Catalog) -> dict[str, tuple[str, str]]:
    """Return by key the title of each idea of a kind, and what the catalog has for it."""
    if kind == "details":
        return {key: (title, f"`{home}`") for key, (title, home) in DETAILS.items()}
    if kind == "categories":
        return {f"{kind}.{each.code}": _of_category(each) for each in catalog.categories}
    if kind == "focuses":
        return {f"{kind}.{each.code}": _of_focus(each, catalog) for each in catalog.focuses}
    ideas: tuple[Idea, ...] = getattr(catalog.ideas, kind)
    return {f"{kind}.{each.code}": _of_idea(each, kind) for each in ideas}


def _of_category(entry: CategoryEntry) -> tuple[str, str]:
    """Return the title of a category, and its code with its focuses counted."""
    return entry.title, f"`{entry.code}`: {len(entry.focuses)} focuses"


def _of_focus(focus: Focus, catalog: Catalog) -> tuple[str, str]:
    """Return the title of a focus, and its code with its templates and steps counted."""
    templates = len(catalog.find(focus=focus.code))
    return focus.title, f"`{focus.code}`: {templates} templates, {len(focus.steps)} steps"


def _of_idea(idea: Idea, kind: str) -> tuple[str, str]:
    """Return the title of an idea, and its code with the templates that it leads to."""
    leads = ", ".join(f"`{code}`" for code in idea.templates)
    return idea.title, f"`{kind}.{idea.code}`" + (f", leads to {leads}" if leads else "")


def cells(key: str, title: str, where: str, log: str | None = None) -> tuple[str, ...]:
    """Return one row of the map."""
    names = ", ".join(f"{{py:obj}}`~{name}`" for name in CARRIED[key])
    subjects = [LOGS[log]] if log else []
    later = "; ".join([*subjects, *LATER.get(key, ())])
    return title, where, names or "not yet", f"not yet: {later}" if later else "nothing planned"


def rows(kind: str, catalog: Catalog) -> Iterator[tuple[str, ...]]:
    """Yield the rows of one kind."""
    logs = {f"focuses.{each.code}": each.log for each in catalog.focuses}
    for key, (title, where) in _entries(kind, catalog).items():
        yield cells(key, title, where, logs.get(key))


def _section(kind: str, catalog: Catalog) -> Iterator[str]:
    """Yield the heading and the table of one kind."""
    yield f"\n## {KINDS[kind]}\n\n"
    for row in (HEAD, ("---",) * len(HEAD), *rows(kind, catalog)):
        yield f"| {' | '.join(row)} |\n"


def page(catalog: Catalog) -> str:
    """Return the whole page."""
    return _INTRO + "".join(line for kind in KINDS for line in _section(kind, catalog))


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(builtin()), encoding="utf-8")


if __name__ == "__main__":
    main()
