"""Print comparisons with people's labels as Markdown: the parts apart, the ceiling beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

__all__ = ["table"]

Result = Mapping[str, Any]
"""The comparison of one part."""

_UNKNOWN: Final = "–"
_ROWS: Final[tuple[tuple[str, str, str, str], ...]] = (
    *(
        (field, "kappa", "kappa", "interval")
        for field in ("specific", "measurable", "time_bound", "framing", "single", "own_control")
    ),
    *(
        (field, "kappa", "kappa", "interval")
        for field in ("absolutist", "self_critical", "hedged", "safety", "category")
    ),
    ("category", "macro-F1", "macro_f1", "macro_f1_interval"),
    ("cues", "F1, overlapping", "overlap_f1", "overlap_interval"),
    ("cues", "F1, exact", "exact_f1", "exact_interval"),
)
"""What each row says: the field, the name of the number, its key and that of its interval."""


def table(parts: Mapping[str, Result], labellers: Mapping[str, float]) -> str:
    """Return two tables: agreement field by field, and safety class by class.

    Parameters
    ----------
    parts
        The comparison of each part, by its name.
    labellers
        The two labellers' own kappa by field, as far as it is known.
    """
    names = [name.replace("_", " ") for name in parts]
    results = list(parts.values())
    fields = ("field", "number", *names, "the two labellers, kappa")
    return "\n".join(
        (
            *_lines(fields, (_row(each, results, labellers) for each in _ROWS)),
            "",
            *_lines(("safety", "share", *names), _classes(results)),
            "",
        )
    )


def _lines(head: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of one table; all but the first two columns are numbers."""
    rule = ["---", "---", *("--:" for _ in head[2:])]
    for cells in (head, rule, *rows):
        yield f"| {' | '.join(cells)} |"


def _row(
    row: tuple[str, str, str, str], results: Sequence[Result], labellers: Mapping[str, float]
) -> tuple[str, ...]:
    """Return one row of the first table."""
    field, number, key, ends = row
    cells = (_cell(each[field][key], each[field][ends], each[field]["n"]) for each in results)
    ceiling = labellers.get(field) if key == "kappa" else None
    return f"`{field}`", number, *cells, _shown(ceiling)


def _classes(results: Sequence[Result]) -> Iterator[tuple[str, ...]]:
    """Yield recall and precision of each safety class that any part knows."""
    labels = sorted({label for each in results for label in each["safety"]["classes"]})
    for label in labels:
        for name in ("recall", "precision"):
            found = (each["safety"]["classes"].get(label, {}).get(name) for each in results)
            shares = (each or {"share": None, "interval": None, "n": 0} for each in found)
            cells = (_cell(each["share"], each["interval"], each["n"]) for each in shares)
            yield (f"`{label}`", name, *cells)


def _cell(value: float | None, ends: Sequence[float] | None, n: int) -> str:
    """Return a number with its interval and how many it rests on."""
    if value is None:
        return f"{_UNKNOWN}, n = {n}"
    between = f" ({_shown(ends[0])} to {_shown(ends[1])})" if ends else ""
    return f"{_shown(value)}{between}, n = {n}"


def _shown(value: float | None) -> str:
    """Return a number with two places, or a dash."""
    return _UNKNOWN if value is None else f"{value:.2f}"
