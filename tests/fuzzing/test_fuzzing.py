"""A fuzz run counts what it tries, ends by the clock, and tells what was broken."""

from __future__ import annotations

import json
import sys
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzzing.__main__ import fuzz, laws_of, main


def module(name: str) -> ModuleType:
    """Return a module with a law that holds, one that does not, and what is no law."""

    class TestSums:
        """Laws of sums."""

        @given(st.integers())
        def test_zero(self, number: int) -> None:
            """Nothing added changes nothing."""
            assert number == number + 0

        @pytest.mark.parametrize("more", [1])
        @given(st.integers())
        def test_parametrised(self, number: int, more: int) -> None:
            """It needs more than examples."""
            assert number == more

    @given(st.integers())
    def test_small(number: int) -> None:
        """No number is large; this is broken."""
        assert number < 100

    made = ModuleType(name)
    vars(made).update(TestSums=TestSums, test_small=test_small, helper=module)
    return made


def test_laws_are_found() -> None:
    """In classes and outside, those that need nothing but examples."""
    found = {law.name for law in laws_of(module("sums"))}

    assert {"sums.test_small", "TestSums.test_zero"} == found


def test_what_is_broken_is_told() -> None:
    """The law, its smallest example, and how many examples each law was tried on."""
    found = fuzz(list(laws_of(module("sums"))), seconds=0.1)

    assert ["sums.test_small"] == list(found["broken"])
    assert "number=100" in found["broken"]["sums.test_small"]
    assert found["examples"] == sum(found["laws"].values())
    assert all(found["laws"].values())


def test_ends_once_all_are_broken() -> None:
    """Where no law is left to try, the time is not waited for."""
    laws = [law for law in laws_of(module("sums")) if "small" in law.name]

    assert fuzz(laws, seconds=600)["seconds"] < 300


@pytest.mark.parametrize(("name", "code"), [("whole", 0), ("broken", 1)])
def test_command(
    name: str, code: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It prints one JSON object, and ends with 1 where something was broken."""
    made = module(name)
    if not code:
        del vars(made)["test_small"]
    monkeypatch.setitem(sys.modules, name, made)

    assert code == main([name, "--minutes", "0"])
    printed = json.loads(capsys.readouterr().out)
    assert code == len(printed["broken"])
    assert {"seconds", "examples", "laws", "broken"} == set(printed)
