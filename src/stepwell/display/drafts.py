"""Turn a draft into a view: the words with what was taken marked, the goal, what is unsure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stepwell._text import plain_number
from stepwell.display.parts import apart, label, target_text
from stepwell.display.views import Block, Items, Marked, Pairs, Say, View
from stepwell.goals import Goal
from stepwell.messages import say
from stepwell.smart import Draft, Rhythm, Taken, Unsure

__all__ = ["draft_view"]


def draft_view(draft: Draft, locale: str) -> View:
    """Return what a draft shows; where somebody's safety comes first, that is all.

    Every part of the goal is shown, since a draft applies as it is shown.
    """
    if draft.message is not None:
        return View(label("review", locale), (Say(draft.message, strong=True),))
    words = Marked(draft.statement, _spans(draft, locale))
    closing = "draft.no_goal" if draft.goal is None else "draft.preview"
    return View(
        say("draft.title", locale=locale),
        (words, *_parts(draft, locale), *_unsure(draft, locale), Say(say(closing, locale=locale))),
    )


def _spans(draft: Draft, locale: str) -> tuple[tuple[int, int, str], ...]:
    """Return what was taken from the words, each piece with its name."""
    return apart((*each.span, _name(each, locale)) for each in draft.taken if each.span is not None)


def _name(taken: Taken, locale: str) -> str:
    """Return what a piece of the words tells."""
    if taken.path == "goal.start":
        return label("since", locale)
    if taken.kind is None:
        return label("confidence", locale)
    return say(f"cue.{taken.kind}", locale=locale)


def _parts(draft: Draft, locale: str) -> tuple[Block, ...]:
    """Return the parts of the goal, and what stands beside it."""
    goal = () if draft.goal is None else _of_goal(draft.goal, locale)
    beside = {
        say("cue.frequency", locale=locale): _rhythm(draft.rhythm, locale),
        label("due", locale): _day(draft.due),
    }
    rows = tuple((name, text) for name, text in (*goal, *beside.items()) if text)
    return (Pairs(rows),) if rows else ()


def _of_goal(goal: Goal, locale: str) -> tuple[tuple[str, str | None], ...]:
    """Return every part that words can give to a goal."""
    sure = None if goal.confidence is None else str(goal.confidence)
    return (
        (label("target", locale), goal.target and target_text(goal.target, locale)),
        (say("draft.label.measure", locale=locale), goal.measure and goal.measure.name),
        (say("draft.label.baseline", locale=locale), _number(goal.baseline)),
        (label("since", locale), _day(goal.start)),
        (label("category", locale), goal.category and goal.category.replace("_", " ")),
        (label("confidence", locale), sure and say("show.of_ten", locale=locale, rating=sure)),
    )


def _day(day: date | None) -> str | None:
    """Return a day as it is written."""
    return None if day is None else day.isoformat()


def _number(number: float | None) -> str | None:
    """Return a number as people write it."""
    return None if number is None else plain_number(number, digits=3)


def _rhythm(rhythm: Rhythm | None, locale: str) -> str | None:
    """Return how often, in words."""
    if rhythm is None:
        return None
    message = f"draft.rhythm.{'one' if rhythm.times == 1 else 'more'}"
    times = plain_number(rhythm.times, digits=3)
    return say(message, locale=locale, times=times, period=rhythm.period)


def _unsure(draft: Draft, locale: str) -> tuple[Block, ...]:
    """Return the doubts, each beside the words it is about."""
    rows = tuple((0, text) for text in _doubts(draft.unsure, draft.statement, locale))
    return (View(say("draft.unsure_of", locale=locale), (Items(rows),)),) if rows else ()


def _doubts(unsure: tuple[Unsure, ...], text: str, locale: str) -> Iterator[str]:
    """Yield each doubt, with the words quoted where it is about some of them."""
    for each in unsure:
        if each.span is None:
            yield each.sentence
        else:
            words = text[slice(*each.span)]
            yield say("draft.doubt", locale=locale, words=words, sentence=each.sentence)
