"""Hear where keeping away protects somebody, so that nobody talks them out of it.

The forms stand in ``protecting.toml``, as part of the lexicon. They are broad on
purpose: a goal that is left as it is costs little, and a question about what is in
one's own hands costs much where somebody is being hurt. They miss some all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum, unique
from typing import Final

from stepwell._patterns import Find
from stepwell.smart.statement import Statement

__all__ = ["Protection", "harm_find", "names_company", "protection_find"]


@unique
class Protection(StrEnum):
    """What keeping away protects from."""

    HARM_FROM_OTHERS = "harm_from_others"
    DANGER = "danger"
    RELAPSE = "relapse"
    DRIVING = "driving"
    ADVICE = "advice"
    STAYING_OUT = "staying_out"


_DISTANCE: Final = "protects.distance"
_THREAT: Final = "protects.threat"
_FORMS: Final = {
    _DISTANCE: Protection.HARM_FROM_OTHERS,
    "protects.driving": Protection.DRIVING,
    "protects.advice": Protection.ADVICE,
    "protects.relapse": Protection.RELAPSE,
    "protects.staying_out": Protection.STAYING_OUT,
    "protects.danger": Protection.DANGER,
}
"""The forms that hold an avoidance, the ones to be said first standing first."""


def protection_find(statement: Statement) -> tuple[Protection, Find] | None:
    """Return what an avoidance in the words protects from, and the words themselves.

    Examples
    --------
    >>> from stepwell.smart.lexicon import load_lexicon
    >>> from stepwell.smart.statement import read_statement
    >>> found = protection_find(read_statement("not go to the pub", load_lexicon("en")))
    >>> found[0]
    <Protection.RELAPSE: 'relapse'>
    """
    found = ((what, find) for name, what in _FORMS.items() for find in _kept(statement, name))
    return next(found, None)


def harm_find(statement: Statement) -> Find | None:
    """Return the words by which harm from others is possible: a distance kept, or a threat."""
    both = (find for name in (_DISTANCE, _THREAT) for find in _kept(statement, name))
    return next(both, None)


def names_company(statement: Statement) -> bool:
    """Say whether somebody else is in the words.

    Whom to be with, and how, is not for a template to say: behind a refusal there may
    be more than its words tell.
    """
    return bool(statement.anywhere("company.forms"))


def _kept(statement: Statement, name: str) -> Iterator[Find]:
    """Yield the finds of some forms that do not begin inside of an end to avoiding."""
    faced = statement.anywhere("faces.forms")
    for find in statement.anywhere(name):
        if name == _THREAT or not any(each.start <= find.start < each.end for each in faced):
            yield find
