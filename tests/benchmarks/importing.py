"""Import in a fresh interpreter, beside the attrs and json that any such library needs."""

from __future__ import annotations

import subprocess
import sys

from tests.benchmarks.timing import Comparison, compared

__all__ = ["import_every_name", "import_time"]

TIMED = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"
EVERY_NAME = "import stepwell; [getattr(stepwell, name) for name in stepwell.__all__]"


def fresh(statements: str) -> float:
    """Return the seconds that statements take in an interpreter of their own."""
    command = [sys.executable, "-c", TIMED.format(statements)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(printed)


def import_time(*, n: int, rounds: int) -> Comparison:
    """Compare ``import stepwell`` with importing attrs and json; ``n`` is not used."""
    del n
    return compared(
        lambda: fresh("import stepwell"),
        lambda: fresh("import attrs, json"),
        rounds=rounds,
        n=1,
    )


def import_every_name(*, n: int, rounds: int) -> Comparison:
    """Compare touching every public name with importing attrs, json and cattrs; as above."""
    del n
    return compared(
        lambda: fresh(EVERY_NAME),
        lambda: fresh("import attrs, json, cattrs.preconf.json"),
        rounds=rounds,
        n=1,
    )
