"""Define what a rule is, and what it may look at.

A rule is one check with a permanent code. It looks at one subject, touches
nothing, and says what it rests on, or nothing where it does not apply. For
each criterion the first rule of the table that applies gives the finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, final

import attrs

from stepwell._fields import things, words_of
from stepwell.errors import RuleBroken
from stepwell.goals import Goal, LifecycleStatus
from stepwell.smart.protecting import harm_find, protection_find
from stepwell.smart.report import Criterion, Origin, Severity, Verdict
from stepwell.smart.statement import Statement, read_statement

__all__ = ["Evidence", "Rule", "Subject", "check_evidence", "check_rules"]

_CLOSED: Final = frozenset(
    {
        LifecycleStatus.COMPLETED,
        LifecycleStatus.CANCELLED,
        LifecycleStatus.REJECTED,
        LifecycleStatus.ENTERED_IN_ERROR,
    }
)


@final
@attrs.frozen(kw_only=True)
class Subject:
    """What the rules look at.

    Attributes
    ----------
    goal
        The goal, where one was given and not only its words.
    statement
        The words taken apart; nothing where they cannot be read.
    today
        The day of the review, if it is known.
    """

    goal: Goal | None = None
    statement: Statement | None = None
    today: date | None = None

    @property
    def is_closed(self) -> bool:
        """Whether the goal is over, let go, turned down or a mistake, so nothing is asked."""
        return self.goal is not None and self.goal.lifecycle in _CLOSED

    @property
    def avoidance_protects(self) -> bool:
        """Whether keeping away from something protects: then it is not asked which way to go."""
        return self.statement is not None and protection_find(self.statement) is not None

    @property
    def harm_is_possible(self) -> bool:
        """Whether the words, in any field, let harm from others be possible.

        Then nothing is asked about what is in one's own hands, or which way to go.
        """
        if self.statement is None:
            return False
        fields = () if self.goal is None else words_of(self.goal, "goal")
        others = (read_statement(words, self.statement.lexicon) for _, words in fields)
        return any(harm_find(each) is not None for each in (self.statement, *others))


@final
@attrs.frozen(kw_only=True)
class Evidence:
    """What a finding rests on.

    Attributes
    ----------
    span
        The part of the statement, if it rests on one.
    path
        The field it is about.
    blanks
        What goes into the blanks of its sentences.
    asks
        The id of a question that fits it better than the one of the rule.
    """

    span: tuple[int, int] | None = None
    path: str = "goal.statement"
    blanks: tuple[tuple[str, str], ...] = ()
    asks: str | None = None


@final
@attrs.frozen(kw_only=True)
class Rule:
    """One check with a permanent code.

    Attributes
    ----------
    code
        Three letters for the criterion and a number; it never changes meaning.
        ``review.reason.<code>`` is its sentence.
    criterion
        What it is about.
    verdict, severity, origin
        What its finding says.
    judge
        Return the evidence, or nothing where the rule does not apply.
    asks
        The id of the question that goes with it, if any.
    reason, question
        A host's own sentences, in place of those that are looked up by ``code``
        and ``asks``. ``assert_kind`` tells whether they are kind.
    """

    code: str
    criterion: Criterion
    verdict: Verdict
    severity: Severity
    origin: Origin
    judge: Callable[[Subject], Evidence | None]
    asks: str | None = None
    reason: str | None = None
    question: str | None = None

    @property
    def meaning(self) -> str:
        """What the rule checks, why, and after which source."""
        return self.judge.__doc__ or ""


def check_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules, if rules they are; safety is looked at apart from them.

    Raises
    ------
    RuleBroken
        If something is no rule, or a rule would speak for safety.
    """
    kept = things(rules, Rule, path="rules")
    for at, rule in enumerate(kept):
        if rule.criterion is Criterion.SAFETY:
            advice = "safety is looked at first and apart; let a rule be about something else"
            raise RuleBroken("rules.safety", f"rules[{at}].criterion", advice)
    return kept


def check_evidence(rule: Rule, evidence: object, text: str) -> Evidence:
    """Return what a rule rests on, if it is evidence that lies in the words.

    Raises
    ------
    RuleBroken
        If a rule of a host's returned anything else.
    """
    path = f"rules[{rule.code}].judge"
    if not isinstance(evidence, Evidence):
        advice = f"return Evidence or None, not {type(evidence).__name__}"
        raise RuleBroken("rules.evidence", path, advice)
    if evidence.span is not None and not 0 <= evidence.span[0] < evidence.span[1] <= len(text):
        raise RuleBroken("rules.span", path, "the span of the evidence lies outside of the words")
    return evidence
