"""Try laws until the time is up: ``python -m tests.fuzzing [MODULE ...] [--minutes N]``.

Hypothesis ends after so many examples; this ends after so much time. Each law is tried in
turn, some hundred new examples at a time. Prints one JSON object: how many examples each law
was tried on, and which laws were broken. The examples that broke them go to standard error.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial, wraps
from importlib import import_module
from types import ModuleType
from typing import Any, Final, final

import attrs
from hypothesis import HealthCheck, is_hypothesis_test, settings

__all__ = ["LAWS", "Law", "fuzz", "laws_of", "main"]

LAWS: Final = (
    "tests.property.test_smart_laws",
    "tests.property.test_smart_bad_input_laws",
)
"""The modules whose laws are tried if none is named: those of the review."""

settings.register_profile(
    "fuzz-review",
    max_examples=300,
    deadline=None,
    database=None,  # new examples in every turn
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)


@final
@attrs.frozen
class Law:
    """A law that needs nothing but examples, by its name."""

    name: str
    test: Any
    run: Callable[[], object]


def laws_of(module: ModuleType) -> Iterator[Law]:
    """Yield the laws of a module, those in its classes included; parametrised ones are left out."""
    for name, test in vars(module).items():
        if _is_law(test):
            yield Law(f"{module.__name__}.{name}", test, test)
    for home in [each for each in vars(module).values() if isinstance(each, type)]:
        for name, test in vars(home).items():
            if _is_law(test):
                yield Law(f"{home.__name__}.{name}", test, partial(test, home()))


def _is_law(test: object) -> bool:
    """Say whether something is a law that needs nothing but examples."""
    return is_hypothesis_test(test) and not hasattr(test, "pytestmark")


def fuzz(laws: Sequence[Law], *, seconds: float) -> dict[str, Any]:
    """Try the laws in turn until the time is up; a law that was broken is tried no more."""
    tried: Counter[str] = Counter({law.name: 0 for law in laws})
    broken: dict[str, str] = {}
    for law in laws:
        _count(law, tried)
    until = time.monotonic() + seconds
    for law in _turns(laws, broken, until):
        try:
            law.run()
        except Exception as escape:  # noqa: BLE001 - whatever escapes is what we look for
            broken[law.name] = "".join(traceback.format_exception(escape))
    took = round(time.monotonic() - until + seconds, 1)
    return {"seconds": took, "examples": tried.total(), "laws": dict(tried), "broken": broken}


def _turns(laws: Sequence[Law], broken: dict[str, str], until: float) -> Iterator[Law]:
    """Yield the laws that hold so far, over and over; each once at least."""
    yield from laws
    while len(broken) < len(laws):
        for law in laws:
            if time.monotonic() >= until:
                return
            if law.name not in broken:
                yield law


def _count(law: Law, tried: Counter[str]) -> None:
    """Count every example that a law is tried on."""
    inner = law.test.hypothesis.inner_test

    @wraps(inner)
    def counted(*args: Any, **kwargs: Any) -> None:
        """Count one example and try it."""
        tried[law.name] += 1
        inner(*args, **kwargs)

    law.test.hypothesis.inner_test = counted


def main(argv: Sequence[str] | None = None) -> int:
    """Try the laws that were asked for; 1 if one was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("modules", nargs="*", default=LAWS, metavar="MODULE")
    parser.add_argument("--minutes", type=float, default=10.0, help="how long (10)")
    wanted = parser.parse_args(argv)
    before = settings.get_current_profile_name()
    settings.load_profile("fuzz-review")  # laws take it up when they are imported
    try:
        laws = [law for name in wanted.modules for law in laws_of(import_module(name))]
        found = fuzz(laws, seconds=60 * wanted.minutes)
    finally:
        settings.load_profile(before)
    sys.stderr.write("".join(found["broken"].values()))
    sys.stdout.write(json.dumps(found | {"broken": list(found["broken"])}, indent=1) + "\n")
    return 1 if found["broken"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
