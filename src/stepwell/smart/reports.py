"""Say what a review found, with the evidence and at most two kind questions."""

from __future__ import annotations

from typing import Final, final

import attrs

from stepwell._fields import CODE
from stepwell._shown import Shown
from stepwell.dismissals import Dismissal
from stepwell.errors import NotFound, RuleBroken
from stepwell.safety import SafetyClass
from stepwell.smart.enough import Strictness, is_enough, strictness_for
from stepwell.smart.report import Cue, Finding, Severity, Traits, Verdict, Verdicts

__all__ = ["Report"]

_MOST_QUESTIONS: Final = {Strictness.GENTLE: 1, Strictness.USUAL: 2, Strictness.FULL: 2}


@final
@attrs.frozen(kw_only=True)
class Report(Shown):
    """What a review found: safety first, then strengths, then the rest.

    Attributes
    ----------
    statement
        The words that were reviewed, as they were given.
    findings
        All findings that nobody put aside, in the order to read them.
    verdicts
        The five of SMART; putting a finding aside changes none of them.
    traits
        How the goal is put.
    safety
        What to do first; neither ``nothing_found`` nor ``not_assessed`` is "safe".
    category
        The area it seems to belong to, or the one that the goal names.
    cues
        The evidence in the words, quoted.
    message
        The safety message, where somebody is to read it before anything else.
    energy
        How much energy there is today, 0 to 10, where somebody said.
    open_goal
        Whether it is looked at as an open goal, with no number and no day to reach.
    put_aside
        The findings that somebody put aside.
    dismissals
        What was put aside and why, also where it no longer applies.
    """

    statement: str
    findings: tuple[Finding, ...]
    verdicts: Verdicts
    traits: Traits
    safety: SafetyClass
    category: str
    cues: tuple[Cue, ...]
    message: str | None = attrs.field(default=None, metadata=CODE)
    energy: int | None = None
    open_goal: bool = False
    put_aside: tuple[Finding, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()

    @property
    def strengths(self) -> tuple[Finding, ...]:
        """What is there already."""
        return tuple(
            each
            for each in self.findings
            if each.verdict is Verdict.MET and each.severity is Severity.INFO
        )

    @property
    def strictness(self) -> Strictness:
        """How much is looked for; it bends to the energy there is."""
        return strictness_for(self.energy)

    @property
    def enough(self) -> bool:
        """Whether this is smart enough for today; it says nothing of the person.

        Never beside a safety message, and never for words that could not be read.
        """
        if self.safety is not SafetyClass.NOTHING_FOUND:
            return False
        return is_enough(self.verdicts, self.strictness, open_goal=self.open_goal)

    @property
    def questions(self) -> tuple[str, ...]:
        """At most two questions, the most helpful first; none beside a safety message.

        With little energy it is one, and none where this is enough for today.
        """
        resting = self.strictness is Strictness.GENTLE and self.enough
        if self.safety.calls_for_answer or resting:
            return ()
        asked = (each.question for each in self.findings if each.question is not None)
        return tuple(asked)[: _MOST_QUESTIONS[self.strictness]]

    @property
    def next_question(self) -> str | None:
        """The one thing to say now: the safety message, or the first question, or nothing."""
        if self.message is not None:
            return self.message
        return next(iter(self.questions), None)

    def dismiss(self, code: str, reason: str | None = None) -> Report:
        """Return the report with a finding put aside; it is asked about no more.

        Hand ``dismissals`` to the next review, or let
        :meth:`~stepwell.service.GoalBook.dismiss_finding` remember it.

        Parameters
        ----------
        code
            The permanent code of the finding.
        reason
            Why, in the person's words, if they like to say.

        Raises
        ------
        NotFound
            If no finding of this report has the code.
        RuleBroken
            If the finding is about safety, which cannot be put aside.

        Examples
        --------
        >>> from stepwell.smart import review
        >>> report = review("be happier").dismiss("SPE03", "I like it this wide")
        >>> [each.code for each in report.put_aside], report.next_question
        (['SPE03'], 'How could you tell, in a week or two, that it had moved even a little?')
        """
        dismissal = Dismissal(code=code, reason=reason)
        found = next((each for each in self.findings if each.code == dismissal.code), None)
        if found is None:
            advice = "no finding here has this code; see the codes of report.findings"
            raise NotFound("finding.unknown", "code", advice)
        if not found.dismissible:
            advice = "a finding about safety stays; everything else can be put aside"
            raise RuleBroken("finding.safety", "code", advice)
        return attrs.evolve(
            self,
            findings=tuple(each for each in self.findings if each is not found),
            put_aside=(*self.put_aside, found),
            dismissals=(*self.dismissals, dismissal),
        )
