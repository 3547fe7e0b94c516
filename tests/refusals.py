"""What an error gives away: everything that could reach a log."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import pytest

from stepwell.errors import RuleBroken

__all__ = ["NO_TEXT", "ODD", "SECRET", "all_that_is_said", "broken"]

SECRET: Final = "Zwetschgenmus with Aunt Odile"  # noqa: S105 - nobody's password
"""Words that stand nowhere in the library; a test gives them and looks for them."""

ODD: Final[Any] = SECRET
"""The same words, given where something else is expected."""

NO_TEXT: Final[Any] = 3
"""A number, given where words are expected."""


def all_that_is_said(error: BaseException) -> str:
    """Return the text, the repr and the arguments of an error and of all behind it."""
    said: list[str] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is not None:
            said += [str(each), repr(each), repr(each.args), repr(vars(each))]
            waiting += [each.__cause__, each.__context__]
    return "\n".join(said)


_ADVICE: Final = re.compile(r"(?:[-\d]|[A-Z]?[a-z])[^\n]* [a-z]")
"""An advice is read on after its path: a sentence without a capital, but for a class."""


def broken(make: Callable[[], object], *, kind: type[RuleBroken] = RuleBroken) -> tuple[str, str]:
    """Return the code and the path with which something is refused, in silence about words."""
    with pytest.raises(kind) as caught:
        make()
    assert kind is type(caught.value)
    assert SECRET not in all_that_is_said(caught.value)
    assert _ADVICE.match(caught.value.advice)
    return caught.value.code, caught.value.path
