"""What an error gives away: everything that could reach a log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from stepwell.errors import RuleBroken

__all__ = ["SECRET", "all_that_is_said", "broken"]

SECRET: Final = "Zwetschgenmus with Aunt Odile"
"""Words that stand nowhere in the library; a test gives them and looks for them."""


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


def broken(make: Callable[[], object], *, kind: type[RuleBroken] = RuleBroken) -> tuple[str, str]:
    """Return the code and the path with which something is refused, in silence about words."""
    with pytest.raises(kind) as caught:
        make()
    assert kind is type(caught.value)
    assert SECRET not in all_that_is_said(caught.value)
    return caught.value.code, caught.value.path
