"""Offer other wordings beside an avoidance, rewrite nothing, and know when to leave it.

In one study of inpatients an avoidance goal went with less improvement of symptoms,
and made no difference to reaching the goals (Wollburg, Braukhaus 2010, abstract). That
another wording helps was not studied: to offer one is our own choice, and so is to
offer none where keeping away protects.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum, unique
from typing import Final, TypeAlias, final

import attrs

from stepwell._fields import CODE, things
from stepwell._shown import Shown
from stepwell.catalog import Catalog, GoalTemplate
from stepwell.catalog.examples import numbers_of, sentence_of
from stepwell.catalog.kinds import caution_text
from stepwell.goals import Goal
from stepwell.messages import say
from stepwell.safety import CrisisResources, SafetyClass
from stepwell.smart.engine import review
from stepwell.smart.lexicon import Lexicon, load_lexicon
from stepwell.smart.nearness import Near, near_templates
from stepwell.smart.protecting import names_company, protection_find
from stepwell.smart.report import Framing
from stepwell.smart.reports import Report
from stepwell.smart.rules import Subject
from stepwell.smart.statement import read_statement

__all__ = ["Alternative", "Because", "Towards", "towards"]

_MOST: Final = 3
_FEWEST: Final = 2

_Span: TypeAlias = tuple[int, int]


@unique
class Because(StrEnum):
    """Why there are no alternatives; each but safety, with a message of its own, has a sentence.

    Safety comes first, then words that cannot be read and goals that are over.
    Six are kinds of protection. The last are the way the goal points already, that
    other people are in it, and that too little among the templates is near.
    """

    SAFETY = "safety"
    UNREAD = "unread"
    CLOSED = "closed"
    HARM_FROM_OTHERS = "harm_from_others"
    DANGER = "danger"
    RELAPSE = "relapse"
    DRIVING = "driving"
    ADVICE = "advice"
    STAYING_OUT = "staying_out"
    TOWARD = "toward"
    MIXED = "mixed"
    COMPANY = "company"
    FEW_NEAR = "few_near"


@final
@attrs.frozen(kw_only=True)
class Alternative:
    """A goal to move towards, to look at beside one's own words.

    Attributes
    ----------
    template
        The goal with its blanks.
    sentence
        Its sentence, with suggested numbers and an example in each open blank.
    reason
        Why it is offered, in a sentence for the person.
    cautions
        What to read before beginning.
    """

    template: GoalTemplate
    sentence: str = attrs.field(metadata=CODE)
    reason: str = attrs.field(metadata=CODE)
    cautions: tuple[str, ...] = attrs.field(default=(), metadata=CODE)


@final
@attrs.frozen(kw_only=True)
class Towards(Shown):
    """What may stand beside an avoidance: two or three goals, or none and why.

    Attributes
    ----------
    statement
        The person's words as they were given; nothing changes them.
    text
        What is said with it, in a sentence for the person.
    alternatives
        Two or three goals to move towards, the nearest first, or none.
    because
        Why there are none.
    span
        The words that protect, as a place in the statement, where there are some.
    safety
        What to do first; neither ``nothing_found`` nor ``not_assessed`` is "safe".
    """

    statement: str
    text: str = attrs.field(metadata=CODE)
    alternatives: tuple[Alternative, ...] = ()
    because: Because | None = None
    span: _Span | None = None
    safety: SafetyClass = SafetyClass.NOTHING_FOUND


def towards(
    goal_or_text: Goal | str,
    templates: Mapping[str, GoalTemplate] | Iterable[GoalTemplate],
    *,
    locale: str = "en",
    crisis: CrisisResources | None = None,
    lexicon: Lexicon | None = None,
) -> Towards:
    """Return two or three goals to move towards, to look at beside an avoidance.

    Nothing is rewritten: the person's words stand, and the alternatives are there to
    be picked up or left. They are chosen among the given templates by the words they
    share with the statement and by the area that the review reads.

    There are none where avoidance protects (somebody who hurts, danger, relapse,
    driving when unfit, a doctor's advice, staying out of hospital), none beside a
    safety message, none where words cannot be read, none where somebody else is in the
    words (whom to be with, and how, is the person's own), and none for a goal that
    points towards something already or brings its own replacement.

    Parameters
    ----------
    goal_or_text
        A goal, or its words alone.
    templates
        Where to choose from. A catalog brings keywords and areas with it;
        of templates alone the words of their sentences are compared.
    locale
        The language of the words and of the sentences.
    crisis
        The host's crisis resources, as in :func:`review`.
    lexicon
        The words and forms of the language, in place of the packaged ones.

    Raises
    ------
    RuleBroken
        If the text is empty or too long, or an argument is of another kind.

    Examples
    --------
    >>> from stepwell.catalog import builtin
    >>> found = towards("stop worrying about everything", builtin())
    >>> print(found.alternatives[0].reason)
    You wrote "worrying", and this is one thing to do about it.
    >>> towards("not go back to him", builtin()).because
    <Because.HARM_FROM_OTHERS: 'harm_from_others'>
    """
    shelf = _shelf(templates)
    report = review(goal_or_text, locale=locale, crisis=crisis, lexicon=lexicon)
    words = lexicon or load_lexicon(locale)
    if report.safety is not SafetyClass.NOTHING_FOUND or words is None:
        return _unoffered(report, locale)
    subject = Subject(
        goal=goal_or_text if isinstance(goal_or_text, Goal) else None,
        statement=(statement := read_statement(report.statement, words)),
    )
    because, span = _because(report, subject)
    near = near_templates(statement, report.category, shelf)[:_MOST] if because is None else []
    if len(near) < _FEWEST:
        return _none(report, because or Because.FEW_NEAR, locale, span)
    return Towards(
        statement=report.statement,
        text=say("review.towards.beside", locale=locale),
        alternatives=tuple(_alternative(each, crisis, locale) for each in near),
    )


def _shelf(
    templates: Mapping[str, GoalTemplate] | Iterable[GoalTemplate],
) -> Mapping[str, GoalTemplate]:
    """Return the templates by code; a catalog stays one."""
    if isinstance(templates, Catalog):
        return templates
    given = templates.values() if isinstance(templates, Mapping) else templates
    return {each.code: each for each in things(given, GoalTemplate, path="templates")}


def _unoffered(report: Report, locale: str) -> Towards:
    """Return the safety message, or that the words could not be read."""
    if report.message is None:
        return _none(report, Because.UNREAD, locale)
    return Towards(
        statement=report.statement,
        text=report.message,
        because=Because.SAFETY,
        safety=report.safety,
    )


def _because(report: Report, subject: Subject) -> tuple[Because | None, _Span | None]:
    """Return why a goal is left as it is, and the words that say so."""
    if subject.is_closed or subject.statement is None:
        return Because.CLOSED, None
    protects = protection_find(subject.statement)
    if protects is not None:
        return Because(protects[0].value), subject.statement.span(protects[1])
    if report.traits.framing is not Framing.AWAY:
        return Because(report.traits.framing.value), None
    if subject.harm_is_possible:
        return Because.HARM_FROM_OTHERS, None
    return (Because.COMPANY if names_company(subject.statement) else None), None


def _none(report: Report, because: Because, locale: str, span: _Span | None = None) -> Towards:
    """Return the statement alone, with the reason."""
    return Towards(
        statement=report.statement,
        text=say(f"review.towards.because.{because}", locale=locale),
        because=because,
        span=span,
        safety=report.safety,
    )


def _alternative(near: Near, crisis: CrisisResources | None, locale: str) -> Alternative:
    """Return a template with its sentence and its reason."""
    template = near.template
    kind, shared = ("keyword", near.keywords) if near.keywords else ("word", near.words)
    return Alternative(
        template=template,
        sentence=sentence_of(template, numbers_of(template), locale=locale),
        reason=say(f"review.towards.reason.{kind}", locale=locale, words=shared[0]),
        cautions=tuple(
            caution_text(each, audience="person", crisis=crisis, locale=locale)
            for each in template.cautions
        ),
    )
