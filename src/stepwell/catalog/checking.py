"""Say what may hurt in a template of a host's own, before anybody reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

import attrs

from stepwell.catalog.templates import GoalTemplate
from stepwell.kindness import KindnessFinding, check_kind

__all__ = ["TemplateFinding", "check_template"]


@final
@attrs.frozen(kw_only=True)
class TemplateFinding:
    """One place in a template that may hurt, and another way to put it.

    Attributes
    ----------
    path
        In which text it stands: ``"statement"``, ``"why"`` or
        ``"blanks.<name>.example"``.
    found
        What was found there; see :func:`~stepwell.kindness.check_kind`.
    """

    path: str
    found: KindnessFinding


def check_template(template: GoalTemplate, locale: str = "en") -> tuple[TemplateFinding, ...]:
    """Return what may hurt in the texts of a template, text by text.

    Run it over templates of your own, in a test or before you offer them. The
    templates of :func:`builtin` have nothing to find. It knows listed phrases
    and nothing else, and it refuses nothing: you decide.

    Parameters
    ----------
    template
        A template whose blanks are open.
    locale
        The language it is written in.

    Returns
    -------
    tuple of TemplateFinding
        Nothing found is an empty tuple; it means that no listed phrase occurs.

    Raises
    ------
    UnknownMessage
        If there is no list for the locale.

    Examples
    --------
    >>> from stepwell.catalog import Aim, Blank
    >>> unkind = GoalTemplate(
    ...     "no_excuses",
    ...     statement="Stop being lazy on {days} or more days a week or you fail",
    ...     focus="exercise_routine",
    ...     blanks=[Blank("days", unit="days", high=6)],
    ...     aim=Aim("days", unit="days"),
    ...     weeks=4,
    ... )
    >>> for each in check_template(unkind):
    ...     print(each.path, each.found.code)
    statement kindness.failure
    statement kindness.failure
    """
    return tuple(
        TemplateFinding(path=path, found=found)
        for path, text in _texts(template)
        for found in check_kind(text, locale)
    )


def _texts(template: GoalTemplate) -> Iterator[tuple[str, str]]:
    """Yield every text of a template with where it stands."""
    yield "statement", template.statement
    if template.why is not None:
        yield "why", template.why
    for blank in template.blanks:
        if blank.example is not None:
            yield f"blanks.{blank.name}.example", blank.example
