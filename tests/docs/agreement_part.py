"""Write how far reviews agree with people into the page on the review.

Run as ``python -m tests.docs.agreement_part`` to write that part anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.evaluation.agreement_table import table
from tests.evaluation.smart_agreement import (
    DATA,
    LABELLERS,
    evaluate_parts,
    labellers_in,
    read_parts,
)

__all__ = ["BEGIN", "END", "FILES", "PAGE", "main", "page", "part"]

PAGE: Final = Path(__file__).parents[2] / "docs" / "explanation" / "review.md"
FILES: Final = tuple(
    DATA / name for name in ("goal_statements.jsonl", "fresh_statements.jsonl", "held_out.jsonl")
)
"""The labelled statements; the last ones were held out."""

BEGIN: Final = "<!-- agreement: begin (python -m tests.docs.agreement_part) -->\n"
END: Final = "<!-- agreement: end -->\n"


def part(files: Sequence[Path], labellers: Path) -> str:
    """Return the part that is generated: how many statements there are, and the tables."""
    parts = read_parts(files)
    counts = " and ".join(
        f"{len(rows)} {name.replace('_', ' ')}" for name, rows in parts.items()
    ).replace("development", "for development")
    return f"\nStatements: {counts}.\n\n{table(evaluate_parts(parts), labellers_in(labellers))}\n"


def page(text: str, generated: str) -> str:
    """Return the page with its generated part as it is now."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{begin}{generated}{end}{after}"


def main() -> None:
    """Write the page."""
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(page(text, part(FILES, LABELLERS)), encoding="utf-8")


if __name__ == "__main__":
    main()
