"""Turn what comes next on the way to a goal into a view: safety first, cautions before goals."""

from __future__ import annotations

from stepwell.catalog import CategoryEntry, GoalTemplate
from stepwell.catalog.examples import numbers_of, sentence_of
from stepwell.discovery import Candidate, Candidates, Offer, Question
from stepwell.display.catalogs import caution_blocks
from stepwell.display.views import Block, Items, Say, View
from stepwell.messages import say
from stepwell.safety import SafetyClass, safety_message

__all__ = ["candidates_view", "heeded_once", "question_view"]


def question_view(question: Question, locale: str) -> View:
    """Return a question; where somebody's safety comes first, that is all that is shown."""
    title = say("discover.title", locale=locale)
    if question.ask is None:
        return View(title, (Say(question.text, strong=True),))
    blocks = (*_first(question, locale), *_after_a_number(question, locale), Say(question.text))
    return heeded_once(View(title, blocks), set())


def candidates_view(found: Candidates, locale: str) -> View:
    """Return the goals with their reasons, or the areas, or what was chosen."""
    blocks = (
        *_first(found, locale),
        Say(found.text),
        *_chosen(found.chosen, locale),
        *(_candidate(each) for each in found.candidates),
        *_areas(found.areas),
        *_after_a_number(found, locale),
    )
    return heeded_once(View(say("discover.title", locale=locale), blocks), set())


def heeded_once(view: View, seen: set[str]) -> View:
    """Return a view in which each strong sentence stands once, where it comes first."""
    kept: list[Block] = []
    for block in view.blocks:
        if isinstance(block, View):
            kept.append(heeded_once(block, seen))
        elif not (isinstance(block, Say) and block.strong and block.text in seen):
            kept.append(block)
        if isinstance(block, Say) and block.strong:
            seen.add(block.text)
    return View(view.title, tuple(kept))


def _chosen(template: GoalTemplate | None, locale: str) -> tuple[Block, ...]:
    """Return what was chosen, with what to heed before it, and the numbers suggested."""
    if template is None:
        return ()
    said = sentence_of(template, numbers_of(template), locale=locale)
    return (*caution_blocks(template.cautions, locale), Say(said))


def _first(shown: Question | Candidates, locale: str) -> tuple[Block, ...]:
    """Return what stays beside everything: the safety message, or a word about what is unread."""
    if shown.beside is not None:
        return (Say(shown.beside, strong=True),)
    if shown.safety is not SafetyClass.NOT_ASSESSED:
        return ()
    return (Say(safety_message(shown.safety, locale=locale)),)


def _after_a_number(shown: Question | Candidates, locale: str) -> tuple[Block, ...]:
    """Return the first thing that may be asked about a number, and what may fit better."""
    return (
        *(Say(each) for each in shown.follow[:1]),
        *(_offer(each, locale) for each in shown.offers),
    )


def _offer(offer: Offer, locale: str) -> View:
    """Return what may fit better, the smallest last."""
    goals = (_candidate(each) for each in offer.candidates)
    return View(offer.text, (*goals, *_areas(offer.areas), *_step(offer, locale)))


def _step(offer: Offer, locale: str) -> tuple[Block, ...]:
    """Return the small first step, where there is one."""
    if offer.step is None:
        return ()
    return (Say(say("discover.step", locale=locale, step=offer.step.what)),)


def _candidate(candidate: Candidate) -> View:
    """Return a goal: what to heed before it, then why it is offered."""
    cautions = (Say(each, strong=True) for each in candidate.cautions)
    return View(candidate.statement, (*cautions, Say(candidate.reason)))


def _areas(areas: tuple[CategoryEntry, ...]) -> tuple[Block, ...]:
    """Return the areas to look around in."""
    return (Items(tuple((0, area.title) for area in areas)),) if areas else ()
