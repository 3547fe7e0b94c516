"""Say what comes next: a question, or a few goals to choose from."""

from __future__ import annotations

from typing import final

import attrs

from stepwell._fields import CODE
from stepwell._shown import Shown
from stepwell.catalog import CategoryEntry, Filling, GoalTemplate
from stepwell.discovery.answers import Ask
from stepwell.safety import SafetyClass, SafetySignal
from stepwell.steps import Step

__all__ = ["Candidate", "Candidates", "Offer", "Question"]


@final
@attrs.frozen(kw_only=True)
class Candidate:
    """A goal somebody could start from, and why it is offered.

    Attributes
    ----------
    template
        The goal with its blanks.
    reason
        Why it is offered, in a sentence for the person.
    keyword
        The keyword of the catalog that was found, and the only words that the
        reason quotes; none where an area was chosen.
    ask
        The question whose answer it was found in; none where an area was chosen.
    cautions
        What to read before beginning.
    blanks
        Something that fits for each blank that takes a number, to begin with.
        Blanks for words stay open: who and what they are is the person's to say.
    statement
        The sentence with these numbers, and an example in each open blank.
    """

    template: GoalTemplate
    reason: str
    keyword: str | None = None
    ask: Ask | None = None
    cautions: tuple[str, ...] = ()
    blanks: tuple[tuple[str, Filling], ...] = ()
    statement: str = attrs.field(metadata=CODE)

    @property
    def open_blanks(self) -> tuple[str, ...]:
        """The names of the blanks that are left for the person's own words."""
        filled = dict(self.blanks)
        return tuple(each.name for each in self.template.blanks if each.name not in filled)


@final
@attrs.frozen(kw_only=True)
class Offer:
    """What may fit better where a number is low; nothing has to be taken up.

    Attributes
    ----------
    ask
        Which number it is about.
    text
        The sentence for the person.
    candidates
        Other goals, or the same one at its smallest.
    areas
        Where to look around, when no other goal was found.
    step
        A first step, smaller than any of the goals.
    """

    ask: Ask
    text: str
    candidates: tuple[Candidate, ...] = ()
    areas: tuple[CategoryEntry, ...] = ()
    step: Step | None = None


@final
@attrs.frozen(kw_only=True)
class Question(Shown):
    """The one thing to say now.

    Attributes
    ----------
    ask
        What is asked; none where somebody's safety comes first.
    text
        The question, or the safety message in its place.
    follow
        What may be asked about the number that was answered last.
    offers
        What may fit better where a number is low.
    safety
        What the screening of all answers found.
    signals
        What the host has to know: classes and fields, never the words.
    beside
        The safety message, to be shown first, where a person heard what was
        said and the questions go on.
    """

    ask: Ask | None
    text: str
    follow: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    safety: SafetyClass = SafetyClass.NOTHING_FOUND
    signals: tuple[SafetySignal, ...] = ()
    beside: str | None = None


@final
@attrs.frozen(kw_only=True)
class Candidates(Shown):
    """A few goals to choose from, or the one that was chosen.

    Attributes
    ----------
    ask
        ``choose`` while somebody may choose; none when there is nothing more to ask.
    text
        What is said with them.
    candidates
        The goals, at most six, each with the reason it is offered.
    areas
        All areas of the catalog, where no goal stands out.
    chosen
        The template that was chosen.
    follow
        What may be asked about the number that was answered last.
    offers
        What may fit better where a number is low.
    safety
        What the screening of all answers found; ``nothing_found`` and
        ``not_assessed`` never mean "safe".
    signals
        What the host has to know: classes and fields, never the words.
    beside
        The safety message, to be shown first, where a person heard what was said
        and the questions go on.
    """

    ask: Ask | None
    text: str
    candidates: tuple[Candidate, ...] = ()
    areas: tuple[CategoryEntry, ...] = ()
    chosen: GoalTemplate | None = None
    follow: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    safety: SafetyClass = SafetyClass.NOTHING_FOUND
    signals: tuple[SafetySignal, ...] = ()
    beside: str | None = None
