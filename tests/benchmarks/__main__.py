"""Compare with peers: ``python -m tests.benchmarks [NAME ...] [--json]``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Protocol

from tests.benchmarks.codec import decode, encode
from tests.benchmarks.importing import import_every_name, import_time
from tests.benchmarks.replaying import replay_a_story
from tests.benchmarks.reviewing import review_long_texts, review_wishes
from tests.benchmarks.timing import Comparison

__all__ = ["BENCHMARKS", "Benchmark", "main"]


class Benchmark(Protocol):
    """One comparison, over ``n`` things and some rounds."""

    def __call__(self, *, n: int, rounds: int) -> Comparison:
        """Return our seconds beside a peer's."""
        ...


BENCHMARKS: dict[str, Benchmark] = {
    "import_time": import_time,
    "import_every_name": import_every_name,
    "encode": encode,
    "decode": decode,
    "replay": replay_a_story,
    "reviewing": review_wishes,
    "review_length": review_long_texts,
}


def asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--n", type=int, default=1000, help="how many things (1000)")
    parser.add_argument("--rounds", type=int, default=7, help="how many turns each (7)")
    found = parser.parse_args(arguments)
    unknown = sorted(set(found.names) - set(BENCHMARKS))
    if unknown:
        parser.error(f"there is no benchmark {', '.join(unknown)}")
    return found


def row(name: str, comparison: Comparison) -> str:
    """Return one comparison as a line of a table."""
    ours, n, exponent = comparison["ours"], comparison["n"], comparison["exponent"]
    more = f"{n / ours:,.0f} a second" if exponent is None else f"grows as n^{exponent:.2f}"
    times = f"{ours * 1e3:10.2f} ms {comparison['peer'] * 1e3:10.2f} ms"
    return f"{name:<18} {times} {comparison['ratio']:8.2f} x  n={n}, {more}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmarks that were asked for, or all of them, and print what they say."""
    wanted = asked(arguments)
    names = wanted.names or list(BENCHMARKS)
    found = {name: BENCHMARKS[name](n=wanted.n, rounds=wanted.rounds) for name in names}
    if wanted.json:
        print(json.dumps(found, indent=2))
        return
    print(f"{'':<18} {'ours':>13} {'peer':>13} {'ratio':>10}")
    for name, comparison in found.items():
        print(row(name, comparison))


if __name__ == "__main__":
    main()
