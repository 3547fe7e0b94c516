"""Published numbers are reproduced, and the harness that says so can say no."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from tests.evaluation import adapters, datasets
from tests.evaluation.worked_examples import Example, agrees, evaluate, evaluate_all, main

FILE = Path(__file__).parent / "data" / "worked_examples.json"
EXAMPLES: list[Example] = json.loads(FILE.read_text(encoding="utf-8"))

SMALL = {
    "claus_2020": {
        "columns": ["id", "treatment", "time", "bdi"],
        "rows": [
            [1, "PA", 1, 30],
            [1, "PA", 4, 10],
            [2, "PA", 1, 20],
            [2, "PA", 4, 40],
            [3, "TAU", 1, 25],
            [3, "TAU", 4, 24],
            [4, "TAU", 1, 99],
            [4, "TAU", 4, None],
        ],
    },
}
"""Four invented people; the last was scored once only."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_worked_example(example: Example) -> None:
    """The library reproduces a published number, a published rule, or a formula."""
    found = evaluate(example, {})

    assert found["ok"], found


def test_every_family_is_shown() -> None:
    """Ids are unique, and every example says where it comes from."""
    assert len(EXAMPLES) == len({example["id"] for example in EXAMPLES})
    assert all(example["source"] for example in EXAMPLES)


def test_no_two_families_claim_one_method() -> None:
    """Each method has one adapter."""
    assert len(adapters.METHODS) == sum(map(len, adapters.FAMILIES))


class TestAgrees:
    """What counts as the same result."""

    @pytest.mark.parametrize(
        ("got", "expected", "tolerance"),
        [
            (1.004, 1, 0.005),
            (3, 3.0, 0),
            ("mild", "mild", 0.5),
            (None, None, 0),
            (True, True, 0),
            ((1.0, 2.0), [1, 2], 0),
            ({"a": 1, "b": 2}, {"a": 1}, 0),
            ({"rows": [{"z": 1.01}]}, {"rows": [{"z": 1}]}, 0.02),
            ({"Z": 1.01, "t": 1.001}, {"Z": 1, "t": 1}, {"*": 0.002, "Z": 0.02}),
            ({"t": 1}, {"t": 1}, {"Z": 0.02}),
            (-math.inf, "-Infinity", 0),
            ([-math.inf, 0.5, math.inf], ["-Infinity", 0.5, "Infinity"], 0),
        ],
    )
    def test_same(self, got: object, expected: object, tolerance: object) -> None:
        """These agree."""
        assert agrees(got, expected, tolerance)

    @pytest.mark.parametrize(
        ("got", "expected", "tolerance"),
        [
            (1.006, 1, 0.005),
            (math.nan, 1, 0.5),
            (True, 1, 0),
            (1, True, 0),
            (0, False, 0),
            (0, None, 0),
            (None, 0, 1),
            ("Mild", "mild", 1),
            ([1], [1, 2], 0),
            ([2, 1], [1, 2], 0),
            (1, [1], 0),
            ("ab", ["a", "b"], 0),
            ({}, {"a": None}, 0),
            ([1], {"a": 1}, 0),
            ({"Z": 1.1, "t": 1.1}, {"Z": 1, "t": 1}, {"*": 0.002, "Z": 0.2}),
            (math.inf, "-Infinity", 0),
            ("x", 1, 0),
        ],
    )
    def test_other(self, got: object, expected: object, tolerance: object) -> None:
        """These do not."""
        assert not agrees(got, expected, tolerance)


class TestHarness:
    """The command tells agreement, disagreement, absence and error apart from success."""

    def test_missing_method_is_not_ok(self) -> None:
        """A method without an adapter got nothing."""
        example: Example = {"id": "X", "method": "no", "inputs": {}, "expected": {"t": 1}}

        assert {"ok": False, "got": None, "expected": {"t": 1}} == evaluate(example, {})

    def test_null_is_not_agreed_to_by_a_missing_method(self) -> None:
        """Nothing got is not the same as null expected."""
        example: Example = {"id": "X", "method": "no", "inputs": {}, "expected": None}

        assert not evaluate(example, {})["ok"]

    def test_error_is_not_ok(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A method that raises got nothing, and the reason goes to standard error."""
        example = {
            "id": "X",
            "method": "gas_t_score",
            "inputs": {"scores": []},
            "expected": {"t": 50},
        }

        found = evaluate(example, {})

        assert {"ok": False, "got": None, "expected": {"t": 50}} == found
        assert "X: MetricError: scores needs at least 1" in capsys.readouterr().err

    def test_other_number_is_not_ok(self) -> None:
        """A number out of tolerance is shown beside the expected one."""
        example = {**EXAMPLES[0], "expected": {"t": 41.0}}

        found = evaluate(example, {})

        assert (False, {"t": 41.0}) == (found["ok"], found["expected"])
        assert found["got"]["t"] == pytest.approx(40.95466)

    def test_outcomes_are_told_by_id(self) -> None:
        """Every example has its own entry."""
        assert [e["id"] for e in EXAMPLES] == list(evaluate_all(EXAMPLES, {}))

    def test_infinities_are_printed_as_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """JSON has no infinities and no NaN, so they are printed as texts."""
        values = [-math.inf, math.inf, math.nan, (1, None)]
        monkeypatch.setitem(adapters.METHODS, "extremes", lambda _inputs, _data: {"v": values})
        example: Example = {"id": "X", "method": "extremes", "inputs": {}, "expected": {"v": []}}

        assert {"v": ["-Infinity", "Infinity", "NaN", [1, None]]} == evaluate(example, {})["got"]

    def test_command_prints_one_object(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The command reads both files and prints JSON and nothing else."""
        example = {
            "id": "RCI",
            "method": "rci_JT",
            "inputs": {"dataset": "claus_2020", "outcome": "bdi", "reliability": 0.8},
            "expected": {"improved": 1, "unchanged": 1, "deteriorated": 1},
            "tolerance": 0,
        }
        (tmp_path / "examples.json").write_text(json.dumps([example]), encoding="utf-8")
        (tmp_path / datasets.FILE).write_text(json.dumps(SMALL), encoding="utf-8")

        main([str(tmp_path / "examples.json"), "--data", str(tmp_path)])

        printed = json.loads(capsys.readouterr().out)
        assert ["RCI"] == list(printed)
        assert printed["RCI"]["ok"]

    def test_command_works_without_data_sets(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The folder of data sets is needed only by examples that name one."""
        main([str(FILE)])

        assert all(found["ok"] for found in json.loads(capsys.readouterr().out).values())


class TestDataSets:
    """Examples that name a data set, on four invented people."""

    def ask(self, method: str, **inputs: object) -> dict[str, Any]:
        """Return what a method answers on the invented data set."""
        asked = {"dataset": "claus_2020", "outcome": "bdi", "reliability": 0.8, **inputs}
        return adapters.METHODS[method](asked, SMALL)

    def test_spread_is_that_of_everybody(self) -> None:
        """A group restricts who is counted, not where the spread comes from."""
        found = self.ask("rci_JT", group="PA")

        assert (1, 0, 1) == (found["improved"], found["unchanged"], found["deteriorated"])

    def test_people_scored_once_are_left_out(self) -> None:
        """Mean and spread are those of complete pairs."""
        assert {"mean": 25, "sd": 5.0, "n": 3} == self.ask("descriptives_pre", time=1)

    def test_index_of_each_person(self) -> None:
        """Each listed person has an index on the spread of everybody."""
        found = self.ask("rci_JT_individual", pre=[30, 25], post=[10, 24])

        assert [-6.32, -0.32] == [round(index, 2) for index in found["rci"]]

    def test_classified_changes(self) -> None:
        """Changes without a data set are classified as they are."""
        inputs = {"changes": [-6, 6, 0], "rci": 6, "better": "lower", "boundary": "inclusive"}

        found = adapters.METHODS["classify_changes"](inputs, {})

        assert (1, 1, 1) == (found["improved"], found["unchanged"], found["deteriorated"])

    def test_gaps_keep_their_positions(self) -> None:
        """A missing reading is left out, and time goes on."""
        found = adapters.METHODS["sens_slope"]({"y": [0, None, 4, 6]}, {})

        assert 2.0 == found["slope"]
