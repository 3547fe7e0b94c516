"""Compare reviews with people's labels: ``python -m tests.evaluation.smart_agreement FILE``.

``FILE`` holds one JSON object a line: ``{id, text, labels, cues}``. Prints one JSON object:
for each field Cohen's kappa, macro-F1, how many were scored and the confusion table; for
cues the F1 of spans that overlap and of spans that are the same; for safety also recall and
precision of each class. A label that is null is not scored. A cue that is optional counts
neither way.
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

__all__ = [
    "FIELDS",
    "Pair",
    "Span",
    "cue_counts",
    "evaluate",
    "f1",
    "kappa",
    "labels_of",
    "macro_f1",
    "main",
]

Pair = tuple[str, str]
"""What people said, and what we said."""

Span = tuple[str, int, int]
"""The kind of a cue, and where it stands."""

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


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Return Cohen's kappa; nothing for no pairs, 1 where all agree on one label.

    >>> kappa([("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15)
    0.4
    """
    if not pairs:
        return None
    n = len(pairs)
    agreed = sum(theirs == ours for theirs, ours in pairs) / n
    theirs_of = Counter(theirs for theirs, _ in pairs)
    ours_of = Counter(ours for _, ours in pairs)
    chance = sum(theirs_of[label] * ours_of[label] for label in theirs_of) / n**2
    return 1.0 if chance == 1 else round((agreed - chance) / (1 - chance), 4)


def macro_f1(pairs: Sequence[Pair]) -> float | None:
    """Return the mean F1 over the labels that people or we gave.

    >>> macro_f1([("a", "a"), ("a", "b"), ("b", "b")])
    0.6667
    """
    labels = sorted({label for pair in pairs for label in pair})
    if not labels:
        return None
    scores = [_label_f1(pairs, label) for label in labels]
    return round(sum(scores) / len(scores), 4)


def f1(hits: int, extra: int, missed: int) -> float | None:
    """Return the F1 of so many hits, extra finds and misses.

    >>> f1(8, 2, 2)
    0.8
    """
    total = 2 * hits + extra + missed
    return round(2 * hits / total, 4) if total else None


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


def evaluate(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the comparison of all rows, ready for JSON."""
    pairs: dict[str, list[Pair]] = {name: [] for name in FIELDS}
    counts = {"overlap": [0, 0, 0], "exact": [0, 0, 0]}
    for row in rows:
        report = review(row["text"], crisis=_CRISIS)
        said = labels_of(report)
        for name in FIELDS:
            label = row["labels"].get(name)
            if label is not None:
                pairs[name].append((_word(label), said[name]))
        for way, total in counts.items():
            for at, number in enumerate(_row_counts(row, report, exact=way == "exact")):
                total[at] += number
    result: dict[str, Any] = {name: _field(pairs[name]) for name in FIELDS}
    result["safety"] |= _by_class(pairs["safety"])
    result["cues"] = _cues(counts)
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Print the comparison for a file of labelled statements."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.smart_agreement")
    parser.add_argument("file", type=Path, help="labelled statements, one JSON object a line")
    file = parser.parse_args(argv).file
    lines = file.read_text(encoding="utf-8").splitlines()
    result = evaluate([json.loads(line) for line in lines if line.strip()])
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 0


def _word(label: object) -> str:
    """Return a label as text: true and false in small letters."""
    return str(label).lower() if isinstance(label, bool) else str(label)


def _label_f1(pairs: Sequence[Pair], label: str) -> float:
    """Return the F1 of one label."""
    hits = sum(theirs == ours == label for theirs, ours in pairs)
    either = sum(theirs == label for theirs, _ in pairs) + sum(ours == label for _, ours in pairs)
    return 2 * hits / either


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


def _field(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Return the numbers of one field."""
    confusion: dict[str, dict[str, int]] = {}
    for (theirs, ours), number in sorted(Counter(pairs).items()):
        confusion.setdefault(theirs, {})[ours] = number
    return {
        "kappa": kappa(pairs),
        "macro_f1": macro_f1(pairs),
        "n": len(pairs),
        "confusion": confusion,
    }


def _by_class(pairs: Sequence[Pair]) -> dict[str, dict[str, float | None]]:
    """Return recall and precision of each safety class."""
    labels = sorted({label for pair in pairs for label in pair})
    return {
        "recall": {label: _share(pairs, label, given=0) for label in labels},
        "precision": {label: _share(pairs, label, given=1) for label in labels},
    }


def _share(pairs: Sequence[Pair], label: str, *, given: int) -> float | None:
    """Return how often both say a label where one side says it."""
    said = [pair for pair in pairs if pair[given] == label]
    return round(sum(pair == (label, label) for pair in said) / len(said), 4) if said else None


def _cues(counts: Mapping[str, Sequence[int]]) -> dict[str, Any]:
    """Return the numbers of the cues."""
    hits, extra, missed = counts["overlap"]
    return {
        "overlap_f1": f1(hits, extra, missed),
        "exact_f1": f1(counts["exact"][0], counts["exact"][1], counts["exact"][2]),
        "precision": round(hits / (hits + extra), 4) if hits + extra else None,
        "recall": round(hits / (hits + missed), 4) if hits + missed else None,
        "n": hits + missed,
    }


if __name__ == "__main__":
    raise SystemExit(main())
