"""Write the table of all focuses: what each has, with no cell left empty.

Run as ``python -m tests.docs.catalog_table`` to write the page anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from stepwell.catalog import Catalog, CategoryEntry, Focus, builtin

__all__ = ["HEAD", "PAGE", "cells", "main", "page"]

PAGE: Final = Path(__file__).parents[2] / "docs" / "reference" / "catalog-table.md"
HEAD: Final = ("focus", "templates", "first steps", "measure", "barriers", "cautions", "sources")
_INTRO: Final = """\
# Every focus of the catalog

This page is generated from the packaged catalog, and a test writes it anew to compare.
All wording is our own and not clinically reviewed; `own` says so,
and the other sources are keys of the [bibliography](../explanation/bibliography.md).
"""


def cells(focus: Focus, catalog: Catalog) -> tuple[str, ...]:
    """Return one row of the table."""
    codes = [f"`{each.code}`" for each in catalog.find(focus=focus.code)]
    first = focus.steps.steps[0]
    return (
        f"`{focus.code}`",
        f"{len(codes)}: {', '.join(codes)}",
        f"{len(focus.steps)}, beginning with “{first.what.rstrip('.')}” ({first.minutes:g} min)",
        f"{focus.measure.name} ({focus.measure.unit})",
        f"{len(focus.barriers)}: {'; '.join(each.what for each in focus.barriers)}",
        ", ".join(f"`{each}`" for each in focus.cautions) or "none of its own",
        ", ".join(_source(key) for key in focus.sources),
    )


def _source(key: str) -> str:
    """Return a source as a link into the bibliography, or our own wording as it is."""
    return f"`{key}`" if key == "own" else f"[{key}](#{key})"


def _section(entry: CategoryEntry, catalog: Catalog) -> Iterator[str]:
    """Yield the heading and the table of one category."""
    yield f"\n## {entry.title}\n\n{entry.plain}\n\n"
    for row in (HEAD, ("---",) * len(HEAD), *(cells(each, catalog) for each in entry.focuses)):
        yield f"| {' | '.join(row)} |\n"


def page(catalog: Catalog) -> str:
    """Return the whole page."""
    sections = (line for entry in catalog.categories for line in _section(entry, catalog))
    return _INTRO + "".join(sections)


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(builtin()), encoding="utf-8")


if __name__ == "__main__":
    main()
