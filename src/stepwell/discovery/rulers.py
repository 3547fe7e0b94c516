"""Ask what speaks for a number, and offer something else where it is low."""

from __future__ import annotations

from typing import Final

from stepwell._text import language
from stepwell.catalog import BlankKind, Catalog, Filling, GoalTemplate
from stepwell.discovery.answers import Answers, Ask
from stepwell.discovery.outcomes import Candidate, Offer
from stepwell.measures import TargetKind
from stepwell.messages import say

__all__ = ["follow_up", "offers", "smaller"]

_CUSTOMARY: Final = 7
_RAISED_UP_TO: Final = 8
_BELOW: Final = 2


def follow_up(ask: Ask, rating: int, *, locale: str = "en") -> tuple[str, ...]:
    """Return what may be asked about a number: what speaks for it, what would raise it.

    Nobody is asked why a number is not higher. From 9 on nothing is to be raised,
    and 0 has a question of its own.

    Parameters
    ----------
    ask
        ``importance`` or ``confidence``.
    rating
        The number, from 0 to 10.
    locale
        The language of the sentences; a region ("en-GB") does not matter.

    Raises
    ------
    UnknownMessage
        If there are no sentences in this language.

    Examples
    --------
    >>> for question in follow_up(Ask.CONFIDENCE, 4):
    ...     print(question)
    You said 4 for how sure you feel. What speaks for 4, and not 2?
    What would make it 5, if something comes to mind?
    """
    spoken = language(locale)
    if rating == 0:
        return (say(f"discover.follow.{ask}_zero", locale=spoken),)
    lower = str(max(rating - _BELOW, 0))
    first = say(f"discover.follow.{ask}", locale=spoken, rating=str(rating), lower=lower)
    if rating > _RAISED_UP_TO:
        return (first,)
    return (first, say("discover.follow.raise", locale=spoken, higher=str(rating + 1)))


def offers(
    answers: Answers,
    chosen: GoalTemplate,
    others: tuple[Candidate, ...],
    catalog: Catalog,
    locale: str,
) -> tuple[Offer, ...]:
    """Return what may fit better: another goal, a smaller one, or nothing."""
    found: list[Offer] = []
    if isinstance(answers.importance, int) and answers.importance < _CUSTOMARY:
        areas = () if others else catalog.categories
        text = _low(Ask.IMPORTANCE, answers.importance, locale)
        found.append(Offer(ask=Ask.IMPORTANCE, text=text, candidates=others, areas=areas))
    if isinstance(answers.confidence, int) and answers.confidence < _CUSTOMARY:
        text = _low(Ask.CONFIDENCE, answers.confidence, locale)
        step = next(iter(catalog.focus(chosen.focus).steps), None)
        small = (smaller(chosen, catalog, locale),)
        found.append(Offer(ask=Ask.CONFIDENCE, text=text, candidates=small, step=step))
    return tuple(found)


def _low(ask: Ask, rating: int, locale: str) -> str:
    """Return what is said where a number is under the customary seven."""
    return say(f"discover.low_{ask}", locale=locale, rating=str(rating))


def smaller(template: GoalTemplate, catalog: Catalog, locale: str) -> Candidate:
    """Return the same goal with the lowest number in every blank that takes one."""
    return Candidate(
        template=template,
        reason=say("discover.reason.smaller", locale=locale),
        cautions=catalog.cautions(template),
        blanks=tuple(_smallest(template).items()),
    )


def _smallest(template: GoalTemplate) -> dict[str, Filling]:
    """Return the easy end of each range: the low one, unless fewer is what is aimed at."""
    numbers = {
        blank.name: blank.choices[0] for blank in template.blanks if blank.kind is BlankKind.WHOLE
    }
    if template.aim.kind is TargetKind.AT_MOST:
        numbers[template.aim.blank] = template.target_blank.choices[-1]
    return template.suggestions | numbers
