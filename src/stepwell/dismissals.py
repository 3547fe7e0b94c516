"""Keep that somebody put a finding aside, and why."""

from __future__ import annotations

from typing import Final, final

import attrs

from stepwell._fields import CODE, identifier, words

__all__ = ["SAFETY_CODES", "Dismissal"]

SAFETY_CODES: Final = ("SAF01", "SAF02", "SAF03")
"""The findings about safety: respond now, talk to a clinician, not assessed. They stay."""


def _code(value: str) -> str:
    """Return the code of a finding."""
    return identifier(value, path="dismissal.code")


def _reason(value: str | None) -> str | None:
    """Return why, or nothing where nobody said."""
    return None if value is None else words(value, path="dismissal.reason")


@final
@attrs.frozen
class Dismissal:
    """A finding that somebody put aside; it is not brought up again.

    Parameters
    ----------
    code
        The permanent code of the finding.
    reason
        Why, in the person's words; nobody has to say.

    Examples
    --------
    >>> Dismissal("TIM06", "I like to leave it open")
    Dismissal(code='TIM06', reason='I like to leave it open')
    """

    code: str = attrs.field(converter=_code, metadata=CODE)
    reason: str | None = attrs.field(default=None, converter=_reason, kw_only=False)
