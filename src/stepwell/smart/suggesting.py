"""Suggest a draft of a goal from plain words: a preview that says what it is unsure of.

What is not in the words stays unset. The words stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any, Final

import attrs

from stepwell.errors import RuleBroken
from stepwell.goals import Category, Goal, screen_target
from stepwell.messages import say
from stepwell.safety import CrisisResources, SafetyClass, most_urgent, safety_message
from stepwell.smart.aiming import read_aim, read_rhythm
from stepwell.smart.cue_numbers import pieces_of
from stepwell.smart.cue_values import cue_value
from stepwell.smart.cues import CueFind
from stepwell.smart.days_in import read_days
from stepwell.smart.drafts import Doubt, Draft, Taken, Unsure
from stepwell.smart.engine import review
from stepwell.smart.hints import load_hints
from stepwell.smart.lexicon import load_lexicon
from stepwell.smart.offers import Doubted, Found, Offer, Sight, given
from stepwell.smart.report import Criterion, Finding
from stepwell.smart.reports import Report
from stepwell.smart.statement import read_statement

__all__ = ["suggest"]

_STATEMENT: Final = "goal.statement"
_CONFIDENCE: Final = "goal.confidence"
_TARGET: Final = "goal.target"
_BESIDE: Final = frozenset({"rhythm", "due"})
_DOUBTED: Final = {
    Criterion.SINGLE: Doubt.SEVERAL_AIMS,
    Criterion.FRAMING: Doubt.AVOIDANCE,
}
_GUESSES: Final = frozenset(
    {
        Doubt.AT_LEAST,
        Doubt.AT_MOST,
        Doubt.ABOUT_BELOW,
        Doubt.ABOUT_ABOVE,
        Doubt.EXACTLY,
        Doubt.NO_SCALE,
    }
)
_TEN: Final = 10
_HALF_DAY: Final = 12


def suggest(
    text: str,
    *,
    today: date | None = None,
    locale: str = "en",
    crisis: CrisisResources | None = None,
) -> Draft:
    """Return a draft of the goal that some words could become, as a preview.

    The statement is the words as they are. Everything else in the draft is in
    the words, and ``taken`` says where; what is not there stays unset, and
    ``unsure`` says what could be meant otherwise. Nothing is kept: hand
    ``draft.goal`` on when the person says yes to it.

    Where the words call for a person, there is no goal in the draft, only the
    message.

    Parameters
    ----------
    text
        The words: 1 to 10,000 characters.
    today
        The day they are read on; without it "by Friday" is no day.
    locale
        The language of the words and of the sentences.
    crisis
        The host's crisis resources, shown where a person needs an answer.

    Raises
    ------
    RuleBroken
        If the text is empty or longer than 10,000 characters, or another
        argument is of another kind; as :func:`review` does.

    Examples
    --------
    >>> draft = suggest("walk 20 minutes, 3 times a week", today=date(2027, 1, 4))
    >>> draft.goal.target.low, draft.goal.target.unit
    (20.0, 'minutes')
    >>> draft.rhythm
    Rhythm(times=3.0, period='week')
    >>> [each.doubt.value for each in draft.unsure]
    ['at_least']
    """
    if not isinstance(text, str):
        raise RuleBroken("suggest.type", "text", f"expected text, got {type(text).__name__}")
    report = review(text, today=today, locale=locale, crisis=crisis)
    if report.safety.calls_for_answer:
        return Draft(statement=text, message=report.message)
    try:
        goal = Goal(text)
    except RuleBroken:
        return Draft(statement=text, unsure=(_unsure(Doubted(Doubt.NOT_KEPT, _STATEMENT), locale),))
    found = tuple(_read(report, today, locale))
    draft, made = _drafted(goal, found, locale)
    safety = most_urgent(
        each.safety
        for seen in (made, *_held_back(draft, made, found))
        for each in screen_target(seen, today=today, locale=locale)
    )
    if safety.calls_for_answer:  # the numbers tell what the words alone did not
        return Draft(statement=text, message=safety_message(safety, crisis, locale))
    return draft


def _read(report: Report, today: date | None, locale: str) -> Iterator[Found]:
    """Yield all that the words offer and all doubts."""
    lexicon = load_lexicon(locale)
    if lexicon is None or report.safety is SafetyClass.NOT_ASSESSED:
        return
    sight = Sight(
        statement=read_statement(report.statement, lexicon),
        framing=report.traits.framing,
        hints=load_hints(locale),
        today=today,
    )
    yield from _category(report)
    for read in (read_aim, read_rhythm, read_days, _confidence, _clocks):
        yield from read(sight)
    yield from _wording(report.findings)


def _category(report: Report) -> Iterator[Offer]:
    """Yield the area that the words speak for, if they do."""
    if report.category != Category.OTHER:
        yield Offer(path="goal.category", make=given(report.category))


def _wording(findings: Iterable[Finding]) -> Iterator[Doubted]:
    """Yield the doubts about how it is put: several aims, avoidance."""
    for finding in findings:
        if finding.criterion in _DOUBTED:
            yield Doubted(_DOUBTED[finding.criterion], _STATEMENT, finding.span)


def _confidence(sight: Sight) -> Iterator[Found]:
    """Yield how sure somebody says they are, where it is told as so many of ten."""
    for find in sight.statement.evidence("none"):
        pieces = pieces_of(sight.statement.at(find))
        if sight.hints.sure.isdisjoint(pieces):
            continue
        span = sight.span(find)
        numbers = sight.numbers(sight.statement.at(find))
        if len(numbers) == 2 and numbers[1] == _TEN and numbers[0].is_integer():  # noqa: PLR2004 - a pair
            yield Offer(path=_CONFIDENCE, make=given(int(numbers[0])), span=span)
            return
        yield Doubted(Doubt.HOW_SURE, _CONFIDENCE, span)


def _clocks(sight: Sight) -> Iterator[Doubted]:
    """Yield a doubt for an hour that could be in either half of the day."""
    parts = {"daypart", "dayparts"}
    if any(not parts.isdisjoint(token.labels) for token in sight.statement.tokens):
        return
    for find in sight.statement.evidence("clock"):
        if _has_two_halves(sight, find):
            yield sight.doubt(Doubt.HALF_OF_DAY, _STATEMENT, find)


def _has_two_halves(sight: Sight, find: CueFind) -> bool:
    """Say whether an hour is one of two: 1 to 12, and nothing says which half."""
    words = sight.statement.at(find)
    pieces = pieces_of(words)
    if not sight.hints.halves.isdisjoint(pieces) or any(each.startswith("0") for each in pieces):
        return False
    value = cue_value("clock", words, sight.statement.lexicon, sight.today)
    return not isinstance(value, time) or 1 <= value.hour <= _HALF_DAY


# --- putting it together -------------------------------------------------------------------


def _drafted(goal: Goal, found: Iterable[Found], locale: str) -> tuple[Draft, Goal]:
    """Return the draft and its goal: each part that fits, and each doubt about a part once."""
    draft, made = Draft(statement=goal.statement, goal=goal), goal
    doubts: dict[tuple[Doubt, str], Doubted] = {}
    for each in found:
        doubted = each if isinstance(each, Doubted) else None
        if isinstance(each, Offer) and not each.held:
            draft, made, doubted = _with(draft, made, each)
        if doubted is not None and not (made.target is None and doubted.doubt in _GUESSES):
            doubts.setdefault((doubted.doubt, doubted.path), doubted)
    unsure = tuple(_unsure(each, locale) for each in doubts.values())
    return attrs.evolve(draft, unsure=unsure), made


def _held_back(draft: Draft, made: Goal, found: Iterable[Found]) -> Iterator[Goal]:
    """Yield the goal with each target that stays in the words, for the safety screen alone."""
    for each in found:
        if isinstance(each, Offer) and each.held:
            _, seen, _ = _with(draft, made, each)
            yield seen if draft.due is None else _with(draft, seen, _due_on(draft.due))[1]


def _due_on(day: date) -> Offer:
    """Return how a target gets its day."""
    return Offer(path=_TARGET, make=lambda goal: goal.target and attrs.evolve(goal.target, due=day))


def _with(draft: Draft, goal: Goal, offer: Offer) -> tuple[Draft, Goal, Doubted | None]:
    """Return the draft and its goal with one more part, or as they were and why."""
    try:
        value = offer.make(goal)
        parts = {} if value is None else _parts(goal, offer.path, value)
    except RuleBroken:  # another part, or a number that no goal can hold
        return draft, goal, Doubted(Doubt.DOES_NOT_FIT, offer.path, offer.span)
    if not parts:
        return draft, goal, _without_target(offer)
    taken = (*draft.taken, _taken(draft.statement, offer))
    return attrs.evolve(draft, taken=taken, **parts), parts.get("goal", goal), None


def _parts(goal: Goal, path: str, value: Any) -> dict[str, Any]:
    """Return what changes in a draft when one part is set."""
    if path in _BESIDE:
        return {path: value}
    return {"goal": attrs.evolve(goal, **{path.split(".")[1]: value})}


def _without_target(offer: Offer) -> Doubted | None:
    """Return the doubt about a day that has no number to stand on."""
    if offer.path == "goal.target.due":
        return Doubted(Doubt.DAY_ALONE, offer.path, offer.span)
    return None


def _taken(text: str, offer: Offer) -> Taken:
    """Return where a part was taken from, quoted."""
    quoted = None if offer.span is None else text[slice(*offer.span)]
    return Taken(path=offer.path, kind=offer.kind, span=offer.span, text=quoted)


def _unsure(doubted: Doubted, locale: str) -> Unsure:
    """Return a doubt with its sentence."""
    return Unsure(
        doubt=doubted.doubt,
        path=doubted.path,
        sentence=say(f"draft.unsure.{doubted.doubt}", locale=locale),
        span=doubted.span,
    )
