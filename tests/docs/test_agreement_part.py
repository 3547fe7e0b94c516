"""What the page on the review says of its agreement with people is what is measured now."""

from __future__ import annotations

import json
from pathlib import Path

from tests.docs.agreement_part import BEGIN, END, FILES, PAGE, page, part
from tests.evaluation.smart_agreement import LABELLERS


def test_the_page_is_up_to_date() -> None:
    """Run ``python -m tests.docs.agreement_part`` to write it anew."""
    text = PAGE.read_text(encoding="utf-8")

    assert page(text, part(FILES, LABELLERS)) == text


def test_only_the_part_is_written() -> None:
    """What stands before and after it stays."""
    text = f"Before\n{BEGIN}old\n{END}After\n"

    assert f"Before\n{BEGIN}new\n{END}After\n" == page(text, "new\n")


def test_part_says_how_many(tmp_path: Path) -> None:
    """Each part is counted and has a column of its own."""
    row = {"id": "x", "text": "phone my sister by Friday", "labels": {"specific": "yes"}}
    files = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    for file, times in zip(files, (2, 1), strict=True):
        file.write_text(f"{json.dumps(row)}\n" * times, encoding="utf-8")

    found = part(files, tmp_path / "none.json")

    assert "Statements: 2 for development and 1 held out." in found
    assert (
        "| `specific` | kappa | 1.00 (1.00 to 1.00), n = 2 | 1.00 (1.00 to 1.00), n = 1 |" in found
    )
