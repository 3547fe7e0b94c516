"""Every Python block in the README and in ``docs/`` runs, top to bottom, one namespace a page."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from sybil import Document, Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parents[2]

PAGES = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("**/*.md")],
)

BLOCK = re.compile(r"^[ >]*(?P<fence>`{3,}|:{3,}|~{3,})(?P<kind>[^`\n]+)$", re.MULTILINE)


def named(path: Path) -> str:
    """Return the name of a page for a test id."""
    return path.relative_to(ROOT).as_posix()


def parsed(page: Path) -> Document:
    """Return a page with its examples found."""
    flags = doctest.ELLIPSIS
    return Sybil([PythonCodeBlockParser(doctest_optionflags=flags)]).parse(page)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of a page run in order, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    for example in parsed(page).examples():
        example.evaluate()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_python_block_is_left_out(page: Path) -> None:
    """Python stands in ``python`` fences alone, and each of them is run."""
    text = page.read_text(encoding="utf-8")
    kinds = [match["kind"].strip() for match in BLOCK.finditer(text)]
    first_lines = {
        text.count("\n", 0, match.end()) + 2
        for match in BLOCK.finditer(text)
        if match["kind"].strip() == "python"
    }
    found = {example.line for example in parsed(page).examples()}

    assert [] == [kind for kind in kinds if "py" in kind.lower() and kind != "python"]
    assert len(first_lines) <= len(found)


def test_readme_has_a_block_that_runs() -> None:
    """The README shows the library at work."""
    assert list(parsed(ROOT / "README.md").examples())


@pytest.mark.parametrize("heading", ["Try it", "Test it"])
def test_readme_command_is_one_line(heading: str) -> None:
    """Under each of the two headings stands one ``sh`` block of one line."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)

    assert [1] == [len(block.splitlines()) for block in blocks]


def test_docstrings_show_python_as_doctests_only() -> None:
    """Code in a docstring is a doctest, so that it is run."""
    unseen = re.compile(r"```|code-block::|sourcecode::|doctest:: ")
    sources = (ROOT / "src").glob("**/*.py")

    assert [] == [named(file) for file in sources if unseen.search(file.read_text("utf-8"))]
