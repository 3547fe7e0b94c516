"""Ask what speaks for a number, and offer something else where it is low."""

from __future__ import annotations

from typing import Final

from stepwell._fields import whole
from stepwell.catalog import BlankKind, Catalog, Filling, GoalTemplate
from stepwell.catalog.examples import numbers_of, sentence_of
from stepwell.discovery.answers import Answers, Ask
from stepwell.discovery.outcomes import Candidate, Offer
from stepwell.errors import RuleBroken
from stepwell.measures import TargetKind
from stepwell.messages import say

__all__ = ["follow_up", "offers"]

_CUSTOMARY: Final = 7
_RAISED_UP_TO: Final = 8
_BELOW: Final = 2
_RULERS: Final = (Ask.IMPORTANCE, Ask.CONFIDENCE)


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
    RuleBroken
        If it is no ruler, or the number no whole number.
    OutsideScale
        If the number lies outside 0 to 10.

    Examples
    --------
    >>> for question in follow_up(Ask.CONFIDENCE, 4):
    ...     print(question)
    You said 4 for how sure you feel. What makes it 4 rather than 2?
    What would make it 5, if something comes to mind?
    """
    if ask not in _RULERS:
        advice = "a follow-up asks about importance or confidence"
        raise RuleBroken("follow_up.ask", "ask", advice)
    whole(rating, path="rating", low=0, high=10)
    if rating == 0:
        return (say(f"discover.follow.{ask}_zero", locale=locale),)
    lower = str(max(rating - _BELOW, 0))
    first = say(f"discover.follow.{ask}", locale=locale, rating=str(rating), lower=lower)
    if rating > _RAISED_UP_TO:
        return (first,)
    return (first, say("discover.follow.raise", locale=locale, higher=str(rating + 1)))


def offers(
    answers: Answers,
    chosen: GoalTemplate,
    others: tuple[Candidate, ...],
    catalog: Catalog,
    locale: str,
) -> tuple[Offer, ...]:
    """Return what may fit better, about the number that was answered last."""
    if answers.confidence is None:
        return _other_goals(answers.importance, others, catalog, locale)
    return _smaller_goals(answers.confidence, chosen, catalog, locale)


def _other_goals(
    rating: object, others: tuple[Candidate, ...], catalog: Catalog, locale: str
) -> tuple[Offer, ...]:
    """Return other goals, or the areas, where a goal matters less."""
    if not isinstance(rating, int) or rating >= _CUSTOMARY:
        return ()
    areas = () if others else catalog.categories
    text = _low(Ask.IMPORTANCE, rating, locale)
    return (Offer(ask=Ask.IMPORTANCE, text=text, candidates=others, areas=areas),)


def _smaller_goals(
    rating: object, chosen: GoalTemplate, catalog: Catalog, locale: str
) -> tuple[Offer, ...]:
    """Return the goal at its smallest, if that is smaller, and a first step."""
    if not isinstance(rating, int) or rating >= _CUSTOMARY:
        return ()
    step = next(iter(catalog.focus(chosen.focus).steps), None)
    text = _low(Ask.CONFIDENCE, rating, locale)
    small = _smaller(chosen, catalog, locale)
    return (Offer(ask=Ask.CONFIDENCE, text=text, candidates=small, step=step),)


def _low(ask: Ask, rating: int, locale: str) -> str:
    """Return what is said where a number is under the customary seven."""
    return say(f"discover.low_{ask}", locale=locale, rating=str(rating))


def _smaller(template: GoalTemplate, catalog: Catalog, locale: str) -> tuple[Candidate, ...]:
    """Return the same goal at the easy end of every range, unless it is there already."""
    numbers = _smallest(template)
    if numbers == numbers_of(template):
        return ()
    small = Candidate(
        template=template,
        reason=say("discover.reason.smaller", locale=locale),
        cautions=catalog.cautions(template),
        blanks=tuple(numbers.items()),
        statement=sentence_of(template, numbers, locale=locale),
    )
    return (small,)


def _smallest(template: GoalTemplate) -> dict[str, Filling]:
    """Return the easy end of each range: the low one, unless fewer is what is aimed at."""
    whole = (blank for blank in template.blanks if blank.kind is BlankKind.WHOLE)
    numbers: dict[str, Filling] = {blank.name: blank.choices[0] for blank in whole}
    if template.aim.kind is TargetKind.AT_MOST:
        numbers[template.aim.blank] = template.target_blank.choices[-1]
    return numbers
