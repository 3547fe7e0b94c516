"""Every error reaches another process, and a copy, unchanged."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable
from functools import partial
from types import FunctionType
from typing import get_type_hints

import pytest

from stepwell import errors

EXAMPLES: dict[object, object] = {
    int: 3,
    str: "a.code",
    tuple[str, ...]: ("s1", "s2", "s1"),
    tuple[object, ...]: ("a signal",),
    tuple[tuple[str, str], ...]: (("$.data", "expected a number, got str"),),
}

ERRORS: list[type[Exception]] = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, Exception) and kind.__module__ == errors.__name__
]


def pickled(error: Exception, *, protocol: int) -> object:
    """Return what comes out of a pickle."""
    return pickle.loads(pickle.dumps(error, protocol))  # noqa: S301 - our own bytes


TRAVELS: dict[str, Callable[[Exception], object]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{
        f"pickle protocol {protocol}": partial(pickled, protocol=protocol)
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    },
}


def make(kind: type[Exception]) -> Exception:
    """Return an error with an example for each parameter of its kind."""
    if not isinstance(kind.__init__, FunctionType):  # it takes what Exception takes
        return kind("what to do")
    hints = get_type_hints(kind.__init__)
    return kind(*(EXAMPLES[hints[name]] for name in inspect.signature(kind).parameters))


def facts(error: object) -> tuple[object, ...]:
    """Return what must be the same after a journey."""
    assert isinstance(error, Exception)
    return type(error), error.args, str(error), vars(error)


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("travel", TRAVELS.values(), ids=TRAVELS)
def test_error_survives(kind: type[Exception], travel: Callable[[Exception], object]) -> None:
    """Class, args, text and attributes are the same on the other side."""
    error = make(kind)

    assert facts(error) == facts(travel(error))


def test_every_error_is_public() -> None:
    """``errors.__all__`` names every error there is."""
    assert sorted(kind.__name__ for kind in ERRORS) == errors.__all__
