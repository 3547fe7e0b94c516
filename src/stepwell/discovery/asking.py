"""Say what comes next: safety first, then one question at a time, then goals."""

from __future__ import annotations

from typing import Final

import attrs

from stepwell._fields import an
from stepwell.catalog import Catalog, GoalTemplate, builtin
from stepwell.discovery.answers import SPOKEN, Answers, Ask
from stepwell.discovery.matching import candidates_for
from stepwell.discovery.outcomes import Candidate, Candidates, Question
from stepwell.discovery.rulers import follow_up, offers
from stepwell.errors import NotFound
from stepwell.messages import say
from stepwell.safety import (
    CrisisResources,
    SafetyClass,
    SafetySignal,
    check_crisis,
    most_urgent,
    safety_message,
    screen,
    screen_values,
)

__all__ = ["discover"]

_NEW: Final = Answers()
"""Nothing was asked, and so nothing was heard."""


def discover(
    answers: Answers,
    *,
    catalog: Catalog | None = None,
    locale: str = "en",
    crisis: CrisisResources | None = None,
    heard: Answers | None = None,
) -> Question | Candidates:
    """Return the next question, or a few goals with the reason each is offered.

    The order is hopes, challenges, values, choose, importance, confidence. Every
    answer is screened first: words that call for a person are answered with the
    safety message, and then nothing else is asked until a person has heard them.

    Parameters
    ----------
    answers
        What somebody answered so far; ``None`` is not asked yet, ``()`` is skipped.
    catalog
        Where the goals come from; the packaged catalog by default.
    locale
        The language of the words and of the sentences; a region ("en-GB") does not matter.
    crisis
        The host's crisis resources, shown first where a person needs an answer.
    heard
        The answers as they stood when a person answered the safety message, so
        that the rest can go on. What is unchanged since then stops nothing; its
        signals, its class and the message stay beside everything that follows.

    Returns
    -------
    Question or Candidates
        A question; or the goals to choose from, all areas where no keyword
        matches, and at the end what was chosen. Only :class:`Candidates` whose
        ``ask`` is none, and a :class:`Question` in whose place the safety
        message stands, ask nothing.

    Raises
    ------
    NotFound
        If the chosen template or area is not in the catalog.
    RuleBroken
        If the answers, the catalog, the crisis resources or what was heard are
        of another kind.
    UnknownMessage
        If there are no sentences in this language.

    Warns
    -----
    CrisisResourcesMissing
        For ``respond_now`` without crisis resources.

    Examples
    --------
    >>> discover(Answers()).ask
    <Ask.HOPES: 'hopes'>
    >>> found = discover(Answers(hopes=["to see my friends"], challenges=(), values=()))
    >>> found.candidates[0].reason
    'You wrote "friends" about what you hope for, and this goal is one way to begin there.'
    """
    an(Answers, "answers")(None, None, answers)
    if heard is not None:
        an(Answers, "heard")(None, None, heard)
    check_crisis(crisis)
    shelf = builtin(locale) if catalog is None else catalog
    an(Catalog, "catalog")(None, None, shelf)
    signals = _signals(answers, locale)
    if _unheard(signals, answers, heard):
        return _safety_first(signals, crisis, locale)
    found = _where_to_turn(_next(answers, _chosen(answers, shelf), shelf, locale), shelf, crisis)
    if signals:
        return _beside(found, _safety_first(signals, crisis, locale))
    return attrs.evolve(found, safety=_unread(answers, locale))


def _signals(answers: Answers, locale: str) -> tuple[SafetySignal, ...]:
    """Return what needs a person's answer, also where it only shows in the pieces together."""
    found = screen_values(answers, locale=locale)
    if found:
        return found
    return tuple(
        signal
        for ask in SPOKEN
        for signal in screen_values(_joined(answers, ask), locale=locale, path=f"answers.{ask}")
    )


def _joined(answers: Answers, ask: Ask) -> str:
    """Return the pieces of one answer as one text."""
    return " ".join(answers.to(ask) or ())


def _unheard(
    signals: tuple[SafetySignal, ...], answers: Answers, heard: Answers | None
) -> tuple[SafetySignal, ...]:
    """Return the signals of answers that are not as they were when a person heard them."""
    same = tuple(f"answers.{ask}" for ask in SPOKEN if answers.to(ask) == (heard or _NEW).to(ask))
    return tuple(signal for signal in signals if not signal.field.startswith(same))


def _beside(found: Question | Candidates, first: Question) -> Question | Candidates:
    """Return what comes next with the safety message still beside it."""
    return attrs.evolve(found, safety=first.safety, signals=first.signals, beside=first.text)


def _safety_first(
    signals: tuple[SafetySignal, ...], crisis: CrisisResources | None, locale: str
) -> Question:
    """Return the safety message, and no question."""
    safety = most_urgent(signal.safety for signal in signals)
    text = safety_message(safety, crisis, locale)
    return Question(ask=None, text=text, safety=safety, signals=signals)


def _unread(answers: Answers, locale: str) -> SafetyClass:
    """Return whether there are words that could not be assessed."""
    spoken = [text for _, text in answers.spoken() if any(map(str.isalpha, text))]
    return most_urgent(screen(text, locale=locale) for text in spoken)


def _chosen(answers: Answers, catalog: Catalog) -> GoalTemplate | None:
    """Return the template that was chosen, if one was."""
    if answers.chosen is None or answers.chosen == ():
        return None
    found = catalog.get(str(answers.chosen))
    if found is None:
        advice = "no template has this code; list(catalog) names them"
        raise NotFound("template.unknown", "answers.chosen", advice)
    return found


def _next(
    answers: Answers, chosen: GoalTemplate | None, catalog: Catalog, locale: str
) -> Question | Candidates:
    """Return what nobody asked yet, in order."""
    ask = answers.next_ask
    if ask in SPOKEN:
        return Question(ask=ask, text=say(f"discover.question.{ask}", locale=locale))
    found = candidates_for(answers, catalog, locale)
    if chosen is None:
        return _to_choose_from(answers, found, catalog, locale)
    others = tuple(each for each in found if each.template != chosen)
    follow = _follow(answers, locale)
    offered = offers(answers, chosen, others, catalog, locale)
    if ask is None:
        text = say("discover.chosen", locale=locale)
        return Candidates(ask=None, text=text, chosen=chosen, follow=follow, offers=offered)
    text = say(f"discover.question.{ask}", locale=locale)
    return Question(ask=ask, text=text, follow=follow, offers=offered)


def _where_to_turn(
    found: Question | Candidates, catalog: Catalog, crisis: CrisisResources | None
) -> Question | Candidates:
    """Return the same with the host's crisis resources in the cautions that name some."""

    def told(candidate: Candidate) -> Candidate:
        """Return a goal with its cautions, the host's words in them."""
        cautions = catalog.cautions(candidate.template, crisis=crisis)
        return attrs.evolve(candidate, cautions=cautions)

    offered = tuple(
        attrs.evolve(offer, candidates=tuple(map(told, offer.candidates))) for offer in found.offers
    )
    if isinstance(found, Question):
        return attrs.evolve(found, offers=offered)
    candidates = tuple(map(told, found.candidates))
    return attrs.evolve(found, offers=offered, candidates=candidates)


def _to_choose_from(
    answers: Answers, found: tuple[Candidate, ...], catalog: Catalog, locale: str
) -> Candidates:
    """Return the goals that were found, or all areas where none stands out."""
    if answers.next_ask is None:
        text = say("discover.later", locale=locale)
        return Candidates(ask=None, text=text, candidates=found)
    if found:
        text = say(f"discover.question.{Ask.CHOOSE}", locale=locale)
        return Candidates(ask=Ask.CHOOSE, text=text, candidates=found)
    text = say("discover.nothing", locale=locale)
    return Candidates(ask=Ask.CHOOSE, text=text, areas=catalog.categories)


def _follow(answers: Answers, locale: str) -> tuple[str, ...]:
    """Return what may be asked about the number that was answered last, if it was one."""
    asked = Ask.IMPORTANCE if answers.confidence is None else Ask.CONFIDENCE
    rating = answers.importance if answers.confidence is None else answers.confidence
    return follow_up(asked, rating, locale=locale) if isinstance(rating, int) else ()
