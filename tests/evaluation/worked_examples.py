"""Compute worked examples and compare: ``python -m tests.evaluation.worked_examples FILE``.

``FILE`` is a JSON list of ``{id, method, inputs, expected, tolerance}``; ``--data DIR``
names the folder of the data sets that some of them use. Prints one JSON object: for each
id whether it agrees, what we got, and what was expected. A method that is missing, or that
raised, got nothing and does not agree.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence
from numbers import Real
from pathlib import Path
from typing import Any

from tests.evaluation import datasets
from tests.evaluation.adapters import METHODS

__all__ = ["Example", "Outcome", "agrees", "evaluate", "evaluate_all", "main"]

Example = Mapping[str, Any]
Outcome = dict[str, Any]

_INFINITIES = {"Infinity": math.inf, "-Infinity": -math.inf}


def agrees(got: object, expected: object, tolerance: object = 0) -> bool:
    """Say whether a result is the expected one.

    Numbers may differ by the absolute ``tolerance``; texts, truth values and null have
    to be the same; of a mapping only the expected keys count. A tolerance by key has
    its default under ``"*"``. The texts "Infinity" and "-Infinity" stand for those.

    >>> agrees({"t": 40.95466, "n": 5}, {"t": 40.95}, 0.01), agrees(1, True), agrees(None, 0)
    (True, False, False)
    """
    if isinstance(expected, Mapping):
        return isinstance(got, Mapping) and all(
            key in got and agrees(got[key], value, _tolerance(tolerance, key))
            for key, value in expected.items()
        )
    if isinstance(expected, list):
        return (
            isinstance(got, Sequence)
            and not isinstance(got, str)
            and len(got) == len(expected)
            and all(
                agrees(ours, theirs, tolerance) for ours, theirs in zip(got, expected, strict=True)
            )
        )
    if isinstance(expected, str) and expected in _INFINITIES:
        return got == _INFINITIES[expected]
    if expected is None or isinstance(expected, bool | str):
        return type(got) is type(expected) and got == expected
    return _close(got, expected, _tolerance(tolerance, "*"))


def evaluate(example: Example, data: datasets.DataSets) -> Outcome:
    """Return how one worked example came out."""
    expected = example["expected"]
    got: object = None
    if example["method"] in METHODS:
        try:
            got = METHODS[example["method"]](example["inputs"], data)
        except Exception as error:  # noqa: BLE001 - whatever a method raises, it gave no answer
            print(f"{example.get('id')}: {type(error).__name__}: {error}", file=sys.stderr)
    return {
        "ok": got is not None and agrees(got, expected, example.get("tolerance", 0)),
        "got": _plain(got),
        "expected": expected,
    }


def evaluate_all(examples: Sequence[Example], data: datasets.DataSets) -> dict[str, Outcome]:
    """Return how every worked example came out, by id."""
    return {example["id"]: evaluate(example, data) for example in examples}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how the worked examples of a file came out, as one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.worked_examples")
    parser.add_argument("file", type=Path, metavar="FILE.json", help="a list of worked examples")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the folder of the data sets")
    chosen = parser.parse_args(arguments)
    examples = json.loads(chosen.file.read_text(encoding="utf-8"))
    outcomes = evaluate_all(examples, datasets.load(chosen.data))
    print(json.dumps(outcomes, indent=1, allow_nan=False, ensure_ascii=False))


def _tolerance(tolerance: object, key: str) -> object:
    """Return the tolerance of one key."""
    if not isinstance(tolerance, Mapping):
        return tolerance
    return tolerance.get(key, tolerance.get("*", 0))


def _close(got: object, expected: object, tolerance: object) -> bool:
    """Say whether two numbers agree within an absolute tolerance."""
    numbers = (got, expected, tolerance)
    if not all(isinstance(n, Real) and not isinstance(n, bool) for n in numbers):
        return False
    return abs(float(got) - float(expected)) <= float(tolerance)  # type: ignore[arg-type]


def _plain(value: object) -> object:
    """Return a result as JSON can carry it."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, float) and not math.isfinite(value):
        return {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")
    return value


if __name__ == "__main__":
    main()
