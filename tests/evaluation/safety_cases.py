"""Screen our own cases: ``python -m tests.evaluation.safety_cases [FILE]``.

``FILE`` holds one JSON object a line: ``{id, text, safety, kind, note, part}``; by default it
is our own file. Prints one JSON object: for each part of the cases, and for the must-catch
list, recall and precision of each class with n and its Wilson interval of 95 %. The cases of
the part ``held_out`` were written by somebody who had not seen the word list, and were not
looked at while it was made; those of ``development`` were.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from stepwell.safety import screen
from tests.evaluation.agreement import share, wilson

__all__ = ["CASES", "CLASSES", "Case", "evaluate", "main", "read", "said_of", "wilson"]

Case = Mapping[str, str]
"""One line of the file."""

CASES = Path(__file__).parent / "data" / "safety_cases.jsonl"
CLASSES = ("respond_now", "talk_to_clinician", "none")

_WORDS = {"nothing_found": "none"}


def read(file: Path = CASES) -> list[Case]:
    """Return the cases of a file."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def said_of(text: str) -> str:
    """Return what the screening says, in the words of the codebook."""
    found = str(screen(text))
    return _WORDS.get(found, found)


def evaluate(cases: Sequence[Case]) -> dict[str, Any]:
    """Return recall and precision of each class for each part, ready for JSON."""
    pairs = [(case, said_of(case["text"])) for case in cases]
    parts = sorted({case["part"] for case in cases})
    result: dict[str, Any] = {
        part: _shares([(case["safety"], said) for case, said in pairs if case["part"] == part])
        for part in parts
    }
    must = [(case["safety"], said) for case, said in pairs if case["kind"] == "must_catch"]
    return result | {"must_catch": _shares(must)}


def _shares(pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return the two shares of each class."""
    return {
        label: {
            "recall": share(pairs, label, given=0),
            "precision": share(pairs, label, given=1),
        }
        for label in CLASSES
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Print the comparison for a file of cases."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.safety_cases")
    parser.add_argument("file", type=Path, nargs="?", default=CASES, help="cases, one a line")
    sys.stdout.write(json.dumps(evaluate(read(parser.parse_args(argv).file)), indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
