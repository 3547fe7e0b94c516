"""Tell what cannot be read as path and problem, without a person's words."""

from __future__ import annotations

from cattrs import BaseValidationError, transform_error
from cattrs.errors import ForbiddenExtraKeysError

from stepwell.errors import RuleBroken

__all__ = ["Refused", "problems_in"]


class Refused(ValueError):
    """Plain data that is not exactly of its type; its text holds no words."""


def problems_in(error: Exception, path: str) -> tuple[tuple[str, str], ...]:
    """Return every problem of a failed decode as path and text, without any words."""
    if not isinstance(error, BaseValidationError):
        return ((path, _told(error)),)
    lines = transform_error(error, path, lambda each, _type: _told(each))
    pairs = (line.rpartition(" @ ") for line in lines)
    return tuple((where, problem) for problem, _, where in pairs)


def _told(error: BaseException) -> str:
    """Return what went wrong in one place; unknown errors give their class alone."""
    if isinstance(error, (RuleBroken, Refused)):
        return str(error)
    if isinstance(error, KeyError):
        return "this field is missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"{len(error.extra_fields)} field(s) here are not known to this version"
    return f"cannot be read ({type(error).__name__})"
