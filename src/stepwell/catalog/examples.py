"""Tell a template's blanks by examples, so that its sentence can be read before it is filled."""

from __future__ import annotations

from collections.abc import Mapping

from stepwell.catalog.blanks import BlankKind, Filling
from stepwell.catalog.templates import GoalTemplate
from stepwell.messages import say

__all__ = ["numbers_of", "sentence_of"]


def numbers_of(template: GoalTemplate) -> dict[str, Filling]:
    """Return what is suggested for the blanks that take a number."""
    whole = (each for each in template.blanks if each.kind is BlankKind.WHOLE)
    return {blank.name: blank.suggestion for blank in whole}


def sentence_of(template: GoalTemplate, numbers: Mapping[str, Filling], *, locale: str) -> str:
    """Return the sentence of a template, each blank for words told by an example."""
    texts = {
        blank.name: say("discover.example", locale=locale, example=str(blank.suggestion))
        for blank in template.blanks
    }
    return template.worded(texts | {name: str(value) for name, value in numbers.items()})
