"""Review a goal or its words: safety first, fields before text, at most two questions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

import attrs

from stepwell._fields import TEXT_LIMIT, an, day, ruler, things, words_of
from stepwell.dismissals import SAFETY_CODES, Dismissal
from stepwell.errors import RuleBroken
from stepwell.goals import Category, Goal, screen_target
from stepwell.messages import say
from stepwell.safety import (
    CrisisResources,
    SafetyClass,
    check_crisis,
    most_urgent,
    safety_message,
    screen,
    screen_spans,
)
from stepwell.smart.category import read_category
from stepwell.smart.enough import opened
from stepwell.smart.lexicon import Lexicon, load_lexicon
from stepwell.smart.report import (
    Criterion,
    Cue,
    Finding,
    Origin,
    Severity,
    Traits,
    Verdict,
    Verdicts,
)
from stepwell.smart.reports import Report
from stepwell.smart.rules import Evidence, Rule, Subject, check_evidence, check_rules
from stepwell.smart.rules_fields import FIELD_RULES, MEASURE_ALONE
from stepwell.smart.rules_text import TEXT_RULES
from stepwell.smart.statement import Statement, quoted_cues, read_statement
from stepwell.smart.traits import read_traits

__all__ = ["RULES", "review"]


def _table() -> tuple[Rule, ...]:
    """Return fields before words; a measure alone only after an amount in the words."""
    early = tuple(rule for rule in TEXT_RULES if rule.code == "MEA02")
    rest = tuple(rule for rule in TEXT_RULES if rule.code != "MEA02")
    return (*FIELD_RULES, *early, MEASURE_ALONE, *rest)


RULES: Final = _table()
"""Every rule, in the order in which they are asked; codes are permanent."""

_STATEMENT: Final = "goal.statement"
_TARGET: Final = "goal.target"
_ORDER: Final = {rule.code: place for place, rule in enumerate(TEXT_RULES)}
_PROTECTED: Final = frozenset(
    {Criterion.FRAMING, Criterion.ABSOLUTIST, Criterion.SPECIFIC, Criterion.MEASURABLE}
)
"""What nothing is asked about where keeping away protects: it is a goal just as it was put."""

_UNDER_THREAT: Final = _PROTECTED | {Criterion.OWN_CONTROL}
"""What nothing is asked about where harm from others is possible: it would put it on the person."""

_RANK: Final = {
    Severity.SAFETY: 0,
    Severity.ATTENTION: 2,
    Severity.SUGGESTION: 3,
    Severity.INFO: 4,
}
_CODE_OF: Final = dict(
    zip(
        (SafetyClass.RESPOND_NOW, SafetyClass.TALK_TO_CLINICIAN, SafetyClass.NOT_ASSESSED),
        SAFETY_CODES,
        strict=True,
    )
)


def review(  # noqa: PLR0913 - what a host may choose, each with a default
    goal_or_text: Goal | str,
    *,
    today: date | None = None,
    locale: str = "en",
    crisis: CrisisResources | None = None,
    rules: Sequence[Rule] = RULES,
    lexicon: Lexicon | None = None,
    dismissed: Iterable[Dismissal] = (),
    energy: int | None = None,
    open_goal: bool = False,
) -> Report:
    """Return what a goal holds already and one kind question to go on with.

    Nothing here blocks saving, and every finding but a safety one can be put
    aside. Structured fields silence the rules about the words: a due date on
    the form means that no question about time is asked. A goal that is
    completed, cancelled, rejected or entered in error is asked nothing at all;
    its words are screened for safety all the same.

    Parameters
    ----------
    goal_or_text
        A goal, or its words alone: 1 to 10,000 characters.
    today
        The day of the review; without it no date is worked out or compared.
    locale
        The language of the words and of the sentences.
    crisis
        The host's crisis resources, shown first where a person needs an answer.
    rules
        The checks to run, first come first served for each criterion. Safety
        is no rule and cannot be left out.
    lexicon
        The words and forms of the language, in place of the packaged ones.
    dismissed
        What was put aside before; see :meth:`Report.dismiss`. It is not asked
        about again. Safety cannot be put aside.
    energy
        How much energy there is today, 0 to 10. With little of it less is
        enough, and one question at most is asked.
    open_goal
        Whether to look at it as an open goal ("see how far it takes me"): no
        number and no day is asked for.

    Raises
    ------
    RuleBroken
        If the text is empty or longer than 10,000 characters, or another
        argument is of another kind.
    OutsideScale
        If the energy lies outside 0 to 10.

    Examples
    --------
    >>> report = review("get out more")
    >>> report.verdicts.specific, report.verdicts.achievable
    (<Verdict.PARTLY: 'partly'>, <Verdict.NOT_ASSESSED: 'not_assessed'>)
    >>> print(report.next_question)
    What would a first small part of this look like?
    """
    text = _checked(goal_or_text)
    check_crisis(crisis)
    own = check_rules(rules)
    an(bool, "open_goal")(None, None, open_goal)
    if lexicon is not None:
        an(Lexicon, "lexicon")(None, None, lexicon)
    aside = things(dismissed, Dismissal, path="dismissed")
    goal = goal_or_text if isinstance(goal_or_text, Goal) else None
    since = None if today is None else day(today, path="today")
    screened = _screened(goal, text, since, locale)
    safety = most_urgent(found for found, _ in screened)
    subject = Subject(
        goal=goal,
        statement=_read(text, screened, locale, lexicon),
        today=since,
    )
    quality = tuple(_findings(subject, own, text, locale))
    findings = tuple(_safety_findings(text, screened, locale))
    if not safety.calls_for_answer:
        findings += tuple(_ordered(opened(quality) if open_goal else quality))
    codes = {each.code for each in aside}
    return Report(
        statement=text,
        findings=tuple(each for each in findings if not _is_aside(each, codes)),
        verdicts=_verdicts(quality),
        traits=Traits() if subject.statement is None else read_traits(subject.statement),
        safety=safety,
        category=_category(subject, safety),
        cues=_cues(subject),
        message=safety_message(safety, crisis, locale) if safety.calls_for_answer else None,
        energy=ruler(energy, path="energy"),
        open_goal=open_goal,
        put_aside=tuple(each for each in findings if _is_aside(each, codes)),
        dismissals=aside,
    )


def _is_aside(finding: Finding, codes: Container[str]) -> bool:
    """Say whether somebody put a finding aside; safety stays."""
    return finding.dismissible and finding.code in codes


def _checked(goal_or_text: Goal | str) -> str:
    """Return the words to review; refuse none and too many."""
    text = goal_or_text.statement if isinstance(goal_or_text, Goal) else goal_or_text
    if not isinstance(text, str):
        advice = f"expected a goal or a text, got {type(text).__name__}"
        raise RuleBroken("review.type", "goal_or_text", advice)
    if not text.strip():
        raise RuleBroken("review.empty", "goal_or_text", "there are no words yet; write a few")
    if len(text) > TEXT_LIMIT:
        advice = f"{len(text)} characters are more than {TEXT_LIMIT}; review the goal alone"
        raise RuleBroken("review.too_long", "goal_or_text", advice)
    return text


def _screened(
    goal: Goal | None, text: str, today: date | None, locale: str
) -> tuple[tuple[SafetyClass, str], ...]:
    """Return the class of the statement, first, of other fields with letters, and of numbers."""
    fields = () if goal is None else words_of(goal, "goal")
    signals = () if goal is None else screen_target(goal, today=today, path=_TARGET, locale=locale)
    numbers = ((signal.safety, signal.field) for signal in signals)
    others = (
        (screen(words, locale=locale), path)
        for path, words in fields
        if path != _STATEMENT and any(letter.isalpha() for letter in words)
    )
    return ((screen(text, locale=locale), _STATEMENT), *others, *numbers)


def _read(
    text: str,
    screened: Sequence[tuple[SafetyClass, str]],
    locale: str,
    lexicon: Lexicon | None,
) -> Statement | None:
    """Return the words taken apart, or nothing where they cannot be read."""
    words = lexicon or load_lexicon(locale)
    if words is None or screened[0][0] is SafetyClass.NOT_ASSESSED:
        return None
    return read_statement(text, words)


def _cues(subject: Subject) -> tuple[Cue, ...]:
    """Return the evidence in the words, quoted."""
    if subject.statement is None:
        return ()
    return tuple(quoted_cues(subject.statement, subject.today))


def _findings(subject: Subject, rules: Iterable[Rule], text: str, locale: str) -> Iterator[Finding]:
    """Yield for each criterion the finding of the first rule that applies."""
    answered: set[Criterion] = set()
    for rule in rules:
        if rule.criterion in answered:
            continue
        evidence = rule.judge(subject)
        if evidence is not None:
            answered.add(rule.criterion)
            finding = _finding(rule, check_evidence(rule, evidence, text), locale)
            yield attrs.evolve(finding, question=None) if _is_hushed(rule, subject) else finding


def _is_hushed(rule: Rule, subject: Subject) -> bool:
    """Say whether nothing is asked: the goal is over, or asking may harm."""
    return (
        subject.is_closed
        or (rule.criterion in _PROTECTED and subject.avoidance_protects)
        or (rule.criterion in _UNDER_THREAT and subject.harm_is_possible)
    )


def _finding(rule: Rule, evidence: Evidence, locale: str) -> Finding:
    """Return a rule's finding with its sentences; a host's rule may bring its own."""
    blanks = dict(evidence.blanks)
    asks = evidence.asks or rule.asks
    reason = rule.reason or say(
        f"review.reason.{rule.code}", audience="person", locale=locale, **blanks
    )
    asked = None if asks is None else say(asks, audience="person", locale=locale, **blanks)
    return Finding(
        code=rule.code,
        criterion=rule.criterion,
        verdict=rule.verdict,
        severity=rule.severity,
        origin=rule.origin,
        span=evidence.span,
        reason=reason,
        question=rule.question or asked,
        path=evidence.path,
    )


def _safety_findings(
    text: str, screened: Iterable[tuple[SafetyClass, str]], locale: str
) -> Iterator[Finding]:
    """Yield one finding for each field that is not plainly "nothing found"."""
    for found, path in screened:
        if found not in _CODE_OF:
            continue
        code = _CODE_OF[found]
        yield Finding(
            code=code,
            criterion=Criterion.SAFETY,
            verdict=Verdict.NOT_ASSESSED,
            severity=Severity.SAFETY if found.calls_for_answer else Severity.INFO,
            origin=Origin.FIELD if path == _TARGET else Origin.TEXT,
            span=_safety_span(text, found, locale) if path == _STATEMENT else None,
            reason=say(f"review.reason.{code}", locale=locale),
            question=None,
            dismissible=False,
            path=path,
        )


def _safety_span(text: str, found: SafetyClass, locale: str) -> tuple[int, int] | None:
    """Return the first part of the statement that a class rests on."""
    spans = screen_spans(text, locale=locale)
    return next(((s.start, s.end) for s in spans if s.safety is found), None)


def _ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Return strengths first, then what asks for most, then the kindest question."""
    return sorted(findings, key=lambda each: (_rank(each), _ORDER.get(each.code, -1)))


def _rank(finding: Finding) -> int:
    """Return where a finding stands: strengths before everything but safety."""
    strength = finding.verdict is Verdict.MET and finding.severity is Severity.INFO
    return 1 if strength else _RANK[finding.severity]


def _verdicts(findings: Iterable[Finding]) -> Verdicts:
    """Return the five of SMART side by side."""
    found = {each.criterion.value: each.verdict for each in findings}
    return Verdicts(**{name: found.get(name, Verdict.NOT_ASSESSED) for name in Verdicts()})


def _category(subject: Subject, safety: SafetyClass) -> str:
    """Return the area that the goal names, or the one its words speak for."""
    if subject.goal is not None and subject.goal.category is not None:
        return subject.goal.category
    if subject.statement is None:
        return Category.OTHER
    return read_category(subject.statement, safety)
