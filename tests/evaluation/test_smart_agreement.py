"""The comparison with people's labels counts what it should, and guards against slipping."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from stepwell.smart import review
from tests.evaluation.agreement import interval, kappa_of, resamples
from tests.evaluation.agreement_table import table
from tests.evaluation.smart_agreement import (
    FIELDS,
    Pair,
    Span,
    cue_counts,
    evaluate,
    f1,
    kappa,
    labellers_in,
    labels_of,
    macro_f1,
    main,
)

STATEMENTS = Path(__file__).parent / "data" / "goal_statements.jsonl"

# Guards against slipping, well under what was measured; no claim about new statements.
FLOORS = {
    "specific": 0.60,
    "measurable": 0.75,
    "time_bound": 0.80,
    "framing": 0.75,
    "single": 0.50,
    "own_control": 0.75,
    "absolutist": 0.80,
    "self_critical": 0.80,
    "hedged": 0.90,
    "safety": 0.90,
    "category": 0.65,
}


def row(**labels: Any) -> dict[str, Any]:
    """Return a labelled statement."""
    return {"id": "x", "text": "phone my sister by Friday", "labels": labels, "cues": []}


@pytest.fixture(scope="module")
def result() -> dict[str, Any]:
    """Return what the command prints for our own statements."""
    command = [sys.executable, "-m", "tests.evaluation.smart_agreement", str(STATEMENTS)]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root)
    printed: dict[str, Any] = json.loads(done.stdout)
    return printed


class TestKappa:
    """Cohen's kappa against tables worked out by hand."""

    @pytest.mark.parametrize(
        ("pairs", "expected"),
        [
            ([], None),
            ([("a", "a")] * 3, 1.0),
            ([("a", "a"), ("b", "b")], 1.0),
            ([("a", "b"), ("b", "a")], -1.0),
            ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
            # 45 of 60 agree; 0.75 against a chance of 0.5
            ([("a", "a")] * 25 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 20, 0.5),
        ],
    )
    def test_table(self, pairs: list[Pair], expected: float | None) -> None:
        """Agreement beyond chance; all on one label counts as full agreement."""
        assert expected == kappa(pairs)


class TestF1:
    """Macro-F1 and the F1 of counts."""

    @pytest.mark.parametrize(
        ("pairs", "expected"),
        [([], None), ([("a", "a")], 1.0), ([("a", "b")], 0.0), ([("a", "a"), ("b", "a")], 0.3333)],
    )
    def test_macro(self, pairs: list[Pair], expected: float | None) -> None:
        """A label that only one side gave counts with an F1 of nothing."""
        assert expected == macro_f1(pairs)

    def test_of_nothing(self) -> None:
        """Without finds and misses there is no F1."""
        assert None is f1(0, 0, 0)


class TestIntervals:
    """Percentiles over draws of the statements."""

    def test_draws_are_the_same(self) -> None:
        """Whoever runs it gets the same draws, a thousand of them."""
        assert resamples(5) == resamples(5)
        assert 1000 == len(resamples(5))

    def test_holds_the_value(self) -> None:
        """The interval of a middling kappa holds it and is neither empty nor everything."""
        pairs: list[Pair | None] = [("a", "a"), ("b", "b"), ("a", "b"), None] * 25
        found = interval(pairs, kappa_of, resamples(100))
        assert found is not None
        assert 0 < found[0] < 0.4 < found[1] < 1

    def test_is_that_of_a_share(self) -> None:
        """For a plain share it comes close to the normal one: 0.5 and 0.098 either way."""
        cells = ["hit", "miss"] * 50

        def rate(counts: Any) -> float:
            """Return the share of hits."""
            return float(counts.get("hit", 0) / sum(counts.values()))

        assert pytest.approx((0.402, 0.598), abs=0.02) == interval(cells, rate, resamples(100))

    @pytest.mark.parametrize("cells", [[], [None], [None, None]])
    def test_of_nothing(self, cells: list[Pair | None]) -> None:
        """Where nothing is scored there is none."""
        assert None is interval(cells, kappa_of, resamples(len(cells)))


class TestTable:
    """``--table``."""

    def test_rows(self) -> None:
        """Each field has a row with every part, and the ceiling where it is known."""
        good = evaluate([row(specific="yes", safety="none")] * 2)
        poor = evaluate([row(specific="no", safety="respond_now")] * 3)
        lines = table({"development": good, "held_out": poor}, {"specific": 0.86}).splitlines()
        assert "| field | number | development | held out | the two labellers, kappa |" == lines[0]
        cells = ["1.00 (1.00 to 1.00), n = 2", "0.00 (0.00 to 0.00), n = 3", "0.86 |"]
        assert ["| `specific`", "kappa", *cells] == lines[2].split(" | ")
        assert "| `hedged` | kappa | –, n = 0 | –, n = 0 | – |" in lines
        assert "| `respond_now` | recall | –, n = 0 | 0.00 (0.00 to 0.56), n = 3 |" in lines

    def test_all_fields(self) -> None:
        """No field of the comparison is left out."""
        printed = table({"development": evaluate([])}, {})
        assert all(f"| `{name}` |" in printed for name in (*FIELDS, "cues"))


class TestCues:
    """Cues are matched once, by kind and place."""

    @pytest.mark.parametrize(
        ("theirs", "ours", "exact", "expected"),
        [
            ([(("clock", 0, 4), False)], [("clock", 0, 4)], True, (1, 0, 0)),
            ([(("clock", 0, 4), False)], [("clock", 1, 4)], True, (0, 1, 1)),
            ([(("clock", 0, 4), False)], [("clock", 1, 4)], False, (1, 0, 0)),
            ([(("clock", 0, 4), False)], [("clock", 4, 6)], False, (0, 1, 1)),
            ([(("clock", 0, 4), False)], [("score", 0, 4)], False, (0, 1, 1)),
            ([(("clock", 0, 9), False)], [("clock", 0, 4), ("clock", 5, 9)], False, (1, 1, 0)),
            ([(("clock", 0, 4), True)], [("clock", 0, 4)], False, (0, 0, 0)),
            ([(("clock", 0, 4), True)], [], False, (0, 0, 0)),
        ],
    )
    def test_counts(
        self,
        theirs: list[tuple[Span, bool]],
        ours: list[Span],
        exact: bool,
        expected: tuple[int, int, int],
    ) -> None:
        """An optional cue is no hit and no miss."""
        assert expected == cue_counts(theirs, ours, exact=exact)


class TestEvaluate:
    """All rows together."""

    def test_codebook_words(self) -> None:
        """What a report says is put in the codebook's words."""
        said = labels_of(review("phone my sister by Friday"))
        assert ("yes", "yes", "toward", "true", "false", "none") == tuple(
            said[name]
            for name in ("specific", "time_bound", "framing", "single", "hedged", "safety")
        )

    def test_null_is_not_scored(self) -> None:
        """A label that people did not share is left out."""
        result = evaluate([row(specific=None), row(specific="yes")])
        assert (1, 0) == (result["specific"]["n"], result["time_bound"]["n"])

    def test_confusion(self) -> None:
        """The table says what people said and what we said."""
        result = evaluate([row(specific="yes"), row(specific="no")])
        assert {"no": {"yes": 1}, "yes": {"yes": 1}} == result["specific"]["confusion"]

    def test_safety_by_class(self) -> None:
        """Recall and precision are given for each class; nothing where nobody said it."""
        result = evaluate([row(safety="none"), row(safety="respond_now")])["safety"]
        assert {"none": 1.0, "respond_now": 0.0} == result["recall"]
        assert {"none": 0.5, "respond_now": None} == result["precision"]
        recall = {"share": 1.0, "n": 1, "interval": (0.2065, 1.0)}
        assert recall == result["classes"]["none"]["recall"]

    def test_no_rows(self) -> None:
        """Of no statements nothing is known."""
        result = evaluate([])
        assert (None, None) == (result["specific"]["kappa"], result["cues"]["overlap_f1"])

    def test_repeated_cue(self) -> None:
        """A cue that is labelled twice is looked for in two places."""
        labelled = {
            "text": "walk at 7 and at 7",
            "labels": {},
            "cues": [{"kind": "clock", "text": "at 7"}, {"kind": "clock", "text": "at 7"}],
        }
        assert 1.0 == evaluate([labelled])["cues"]["exact_f1"]


class TestCommand:
    """``python -m tests.evaluation.smart_agreement``."""

    def test_one_object(self, result: dict[str, Any]) -> None:
        """It prints one JSON object: every field, and the cues."""
        assert {*FIELDS, "cues"} == set(result)

    @pytest.mark.parametrize("name", FIELDS)
    def test_floor(self, result: dict[str, Any], name: str) -> None:
        """Agreement on our own statements does not slip."""
        assert result[name]["kappa"] >= FLOORS[name]

    def test_cues_floor(self, result: dict[str, Any]) -> None:
        """Nor does the overlap of cues."""
        assert result["cues"]["overlap_f1"] >= 0.85

    def test_main(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Empty lines are skipped."""
        file = tmp_path / "one.jsonl"
        file.write_text(json.dumps(row(specific="yes")) + "\n\n", encoding="utf-8")
        assert 0 == main([str(file)])
        assert 1 == json.loads(capsys.readouterr().out)["specific"]["n"]

    def test_several_files(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The last of several is held out, the others are one part; still one object."""
        files = [tmp_path / f"{number}.jsonl" for number in range(3)]
        for file in files:
            file.write_text(json.dumps(row(specific="yes")) + "\n", encoding="utf-8")
        assert 0 == main([str(file) for file in files])
        printed = json.loads(capsys.readouterr().out)
        assert {"development": 2, "held_out": 1} == {
            part: each["specific"]["n"] for part, each in printed.items()
        }

    def test_table(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A file whose lines name their part has a column for each; the ceiling is read."""
        file, labellers = tmp_path / "one.jsonl", tmp_path / "labellers.json"
        parts = ("held_out", "development", "held_out")
        lines = [json.dumps(row(specific="yes") | {"part": part}) for part in parts]
        file.write_text("\n".join(lines), encoding="utf-8")
        labellers.write_text('{"specific": 0.5}', encoding="utf-8")
        assert 0 == main([str(file), "--table", "--labellers", str(labellers)])
        cells = capsys.readouterr().out.splitlines()[2].split(" | ")
        assert ["n = 1", "n = 2", "0.50 |"] == [cell[-6:].lstrip() for cell in cells[2:]]

    def test_no_labellers(self, tmp_path: Path) -> None:
        """Without their file nothing is known of the labellers."""
        assert {} == labellers_in(tmp_path / "none.json")
