"""Compare reviews with people's labels: ``python -m tests.evaluation.smart_agreement FILE``.

``FILE`` holds one JSON object a line: ``{id, text, labels, cues}``. Prints one JSON object:
for each field Cohen's kappa, macro-F1, their intervals, how many were scored and the
confusion table; for cues the F1 of spans that overlap and of spans that are the same; for
safety also recall and precision of each class. A label that is null is not scored. A cue
that is optional counts neither way.

Intervals are of 95 %: percentiles over 1,000 draws of the statements with replacement,
always the same draws; for shares those of Wilson.

Of several files the last is held out and the others are one part: the object then holds
``development`` and ``held_out``, each as above. ``--table`` prints Markdown in place of JSON,
the parts apart (of one file by the key ``part`` of its lines), and beside them the two
labellers' own agreement (``--labellers``, a JSON object of kappas by field).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from stepwell.safety import CrisisResources
from stepwell.smart import Report, review
from tests.evaluation.agreement import (
    Pair,
    f1,
    f1_of,
    interval,
    kappa,
    kappa_of,
    macro_f1,
    macro_f1_of,
    resamples,
    share,
)
from tests.evaluation.agreement_table import table

__all__ = [
    "DATA",
    "FIELDS",
    "LABELLERS",
    "Pair",
    "Span",
    "cue_counts",
    "evaluate",
    "evaluate_parts",
    "f1",
    "kappa",
    "labellers_in",
    "labels_of",
    "macro_f1",
    "main",
    "read_parts",
]

Span = tuple[str, int, int]
"""The kind of a cue, and where it stands."""

Row = Mapping[str, Any]
"""One labelled statement."""

DATA = Path(__file__).parent / "data"
LABELLERS = DATA / "labellers.json"
DEVELOPMENT = "development"
HELD_OUT = "held_out"

_CODEBOOK = {"met": "yes", "partly": "partly", "not_yet": "no", "nothing_found": "none"}
_VERDICTS = ("specific", "measurable", "time_bound")
_TRAITS = ("framing", "single", "own_control", "absolutist", "self_critical", "hedged")
FIELDS = (*_VERDICTS, *_TRAITS, "safety", "category")
"""The fields of the codebook that are compared, cues apart."""

_CRISIS = CrisisResources("(evaluation)")


def labels_of(report: Report) -> dict[str, str]:
    """Return what a report says, in the words of the codebook."""
    said = {name: str(report.verdicts[name]) for name in _VERDICTS}
    said |= {name: _word(getattr(report.traits, name)) for name in _TRAITS}
    said |= {"safety": str(report.safety), "category": str(report.category)}
    return {name: _CODEBOOK.get(word, word) for name, word in said.items()}


def cue_counts(
    theirs: Iterable[tuple[Span, bool]], ours: Iterable[Span], *, exact: bool
) -> tuple[int, int, int]:
    """Return hits, extra finds and misses among the cues of one statement.

    Each cue is matched once, with one of its own kind. ``theirs`` says of each cue
    whether it is optional: an optional one is no hit and no miss.

    >>> cue_counts([(("clock", 0, 4), False)], [("clock", 2, 6)], exact=False)
    (1, 0, 0)
    """
    open_cues = sorted(theirs, key=lambda cue: cue[1])
    hits = extra = 0
    for found in ours:
        match = next((cue for cue in open_cues if _matches(cue[0], found, exact=exact)), None)
        if match is None:
            extra += 1
        else:
            open_cues.remove(match)
            hits += not match[1]
    return hits, extra, sum(not optional for _, optional in open_cues)


def evaluate(rows: Sequence[Row]) -> dict[str, Any]:
    """Return the comparison of all rows, ready for JSON."""
    reports = [review(row["text"], crisis=_CRISIS) for row in rows]
    draws = resamples(len(rows))
    said = [labels_of(report) for report in reports]
    cells = {name: _cells(name, rows, said) for name in FIELDS}
    result: dict[str, Any] = {name: _field(each, draws) for name, each in cells.items()}
    result["safety"] |= _by_class([pair for pair in cells["safety"] if pair])
    result["cues"] = _cues(rows, reports, draws)
    return result


def evaluate_parts(parts: Mapping[str, Sequence[Row]]) -> dict[str, dict[str, Any]]:
    """Return the comparison of each part."""
    return {part: evaluate(rows) for part, rows in parts.items()}


def read_parts(files: Sequence[Path]) -> dict[str, list[Row]]:
    """Return the rows by part: of several files the last is held out, of one its lines say."""
    *known, last = files
    if known:
        return {DEVELOPMENT: [row for file in known for row in _rows(file)], HELD_OUT: _rows(last)}
    parts: dict[str, list[Row]] = {}
    for row in _rows(last):
        parts.setdefault(row.get("part", DEVELOPMENT), []).append(row)
    return dict(sorted(parts.items()))


def labellers_in(file: Path) -> dict[str, float]:
    """Return the two labellers' own agreement by field; none without the file."""
    if not file.exists():
        return {}
    found: dict[str, float] = json.loads(file.read_text(encoding="utf-8"))
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Print the comparison for one file of labelled statements, or for several."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.smart_agreement")
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="labelled statements")
    parser.add_argument("--table", action="store_true", help="print Markdown, not JSON")
    parser.add_argument("--labellers", type=Path, default=LABELLERS)
    wanted = parser.parse_args(argv)
    if wanted.table:
        found = table(evaluate_parts(read_parts(wanted.files)), labellers_in(wanted.labellers))
    else:
        alone = len(wanted.files) == 1
        parts = {} if alone else read_parts(wanted.files)
        result = evaluate(_rows(wanted.files[0])) if alone else evaluate_parts(parts)
        found = json.dumps(result, indent=1) + "\n"
    sys.stdout.write(found)
    return 0


def _rows(file: Path) -> list[Row]:
    """Return the labelled statements of a file."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _cells(name: str, rows: Sequence[Row], said: Sequence[Mapping[str, str]]) -> list[Pair | None]:
    """Return for each statement what people and we said of a field; none if not scored."""
    labels = [row["labels"].get(name) for row in rows]
    return [
        None if label is None else (_word(label), ours[name])
        for label, ours in zip(labels, said, strict=True)
    ]


def _word(label: object) -> str:
    """Return a label as text: true and false in small letters."""
    return str(label).lower() if isinstance(label, bool) else str(label)


def _matches(theirs: Span, ours: Span, *, exact: bool) -> bool:
    """Say whether two cues are of one kind and stand in the same place."""
    if exact:
        return theirs == ours
    return theirs[0] == ours[0] and theirs[1] < ours[2] and ours[1] < theirs[2]


def _row_counts(row: Mapping[str, Any], report: Report, *, exact: bool) -> tuple[int, int, int]:
    """Return hits, extra finds and misses of one statement."""
    theirs = _placed(row["text"], row.get("cues", ()))
    ours = [(str(cue.kind), cue.start, cue.end) for cue in report.cues]
    return cue_counts(theirs, ours, exact=exact)


def _placed(text: str, cues: Iterable[Mapping[str, Any]]) -> list[tuple[Span, bool]]:
    """Return labelled cues with their places; one that is repeated takes the next place."""
    used: dict[tuple[str, str], int] = {}
    placed: list[tuple[Span, bool]] = []
    for cue in cues:
        key = (cue["kind"], cue["text"])
        start = text.find(cue["text"], used.get(key, 0))
        used[key] = start + 1
        span = (cue["kind"], start, start + len(cue["text"]))
        placed.append((span, bool(cue.get("optional"))))
    return placed


def _field(cells: Sequence[Pair | None], draws: Sequence[Sequence[int]]) -> dict[str, Any]:
    """Return the numbers of one field."""
    counts = Counter(pair for pair in cells if pair is not None)
    confusion: dict[str, dict[str, int]] = {}
    for (theirs, ours), number in sorted(counts.items()):
        confusion.setdefault(theirs, {})[ours] = number
    return {
        "kappa": kappa_of(counts),
        "interval": interval(cells, kappa_of, draws),
        "macro_f1": macro_f1_of(counts),
        "macro_f1_interval": interval(cells, macro_f1_of, draws),
        "n": counts.total(),
        "confusion": confusion,
    }


def _by_class(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Return recall and precision of each safety class, and the same with n and interval."""
    labels = sorted({label for pair in pairs for label in pair})
    classes = {
        label: {
            "recall": share(pairs, label, given=0),
            "precision": share(pairs, label, given=1),
        }
        for label in labels
    }
    plain = {
        name: {label: each[name]["share"] for label, each in classes.items()}
        for name in ("recall", "precision")
    }
    return {**plain, "classes": classes}


def _cues(
    rows: Sequence[Row], reports: Sequence[Report], draws: Sequence[Sequence[int]]
) -> dict[str, Any]:
    """Return the numbers of the cues."""
    both = list(zip(rows, reports, strict=True))
    overlap = [_row_counts(row, report, exact=False) for row, report in both]
    exact = [_row_counts(row, report, exact=True) for row, report in both]
    hits, extra, missed = (sum(each[at] for each in overlap) for at in range(3))
    return {
        "overlap_f1": f1_of(Counter(overlap)),
        "overlap_interval": interval(overlap, f1_of, draws),
        "exact_f1": f1_of(Counter(exact)),
        "exact_interval": interval(exact, f1_of, draws),
        "precision": round(hits / (hits + extra), 4) if hits + extra else None,
        "recall": round(hits / (hits + missed), 4) if hits + missed else None,
        "n": hits + missed,
    }


if __name__ == "__main__":
    raise SystemExit(main())
