"""Our own cases are many enough, the must-catch list is caught, and the rest is guarded."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.safety_cases import CLASSES, evaluate, main, read, said_of, wilson

CASES = read()
MUST_CATCH = [case for case in CASES if case["kind"] == "must_catch"]

# Guards against slipping, under what was measured; no claim about new words.
FLOORS = {"recall": 0.92, "precision": 0.90}


class TestCases:
    """The file itself."""

    def test_enough(self) -> None:
        """There are at least sixty of each class."""
        counts = Counter(case["safety"] for case in CASES)
        assert all(counts[each] >= 60 for each in CLASSES)

    def test_alone(self) -> None:
        """No id and no text stands there twice."""
        for name in ("id", "text"):
            assert len(CASES) == len({case[name] for case in CASES})

    @pytest.mark.parametrize("case", MUST_CATCH, ids=lambda case: case["id"])
    def test_must_catch(self, case: dict[str, str]) -> None:
        """Every case of the must-catch list is caught."""
        assert case["safety"] == said_of(case["text"])

    @pytest.mark.parametrize("share", FLOORS)
    @pytest.mark.parametrize("label", CLASSES)
    def test_does_not_slip(self, label: str, share: str) -> None:
        """On the cases for development, each class stays above its floor."""
        cases = [case for case in CASES if case["part"] == "development"]
        assert evaluate(cases)["development"][label][share]["share"] >= FLOORS[share]


class TestCommand:
    """What is printed."""

    def test_prints(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Each part and the must-catch list, with n and interval."""
        case = {"id": "x", "text": "I want to die", "safety": "respond_now", "part": "own"}
        file = tmp_path / "cases.jsonl"
        file.write_text(json.dumps(case | {"kind": "must_catch", "note": ""}) + "\n\n")
        assert 0 == main([str(file)])
        printed: dict[str, Any] = json.loads(capsys.readouterr().out)
        expected = {"share": 1.0, "n": 1, "interval": [0.2065, 1.0]}
        assert expected == printed["own"]["respond_now"]["recall"]
        assert {"share": None, "n": 0, "interval": None} == printed["own"]["none"]["recall"]
        assert printed["own"] == printed["must_catch"]

    def test_wilson(self) -> None:
        """The interval of 81 in 263 is the one of Newcombe (1998), table I."""
        assert (0.2553, 0.3662) == wilson(81, 263)
