"""Say what is smart enough for today: how much is looked for bends to the energy there is.

A goal is never refused. What is looked for decides how many questions are asked,
and when a goal is called enough to begin with. Own rules, not clinically reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum, unique
from typing import Final

import attrs

from stepwell._fields import ruler
from stepwell.smart.report import Criterion, Finding, Severity, Verdict, Verdicts

__all__ = ["Strictness", "is_enough", "opened", "strictness_for"]

_LITTLE: Final = 3
_MUCH: Final = 7
_THERE: Final = frozenset({Verdict.PARTLY, Verdict.MET})
_OPEN: Final = frozenset({Criterion.MEASURABLE, Criterion.TIME_BOUND})


@unique
class Strictness(StrEnum):
    """How much is looked for.

    ``gentle``: some act is enough, and one question at most is asked.
    ``usual``: an act, and a number or a time, as far as they go.
    ``full``: all three that words can show.
    """

    GENTLE = "gentle"
    USUAL = "usual"
    FULL = "full"


def strictness_for(energy: int | None) -> Strictness:
    """Return how much is looked for: gentle up to 3 of 10, full from 7, usual between.

    Raises
    ------
    RuleBroken
        If the energy is no whole number.
    OutsideScale
        If it lies outside 0 to 10.

    Examples
    --------
    >>> strictness_for(2), strictness_for(None), strictness_for(8)
    (<Strictness.GENTLE: 'gentle'>, <Strictness.USUAL: 'usual'>, <Strictness.FULL: 'full'>)
    """
    rated = ruler(energy, path="energy")
    if rated is None or _LITTLE < rated < _MUCH:
        return Strictness.USUAL
    return Strictness.GENTLE if rated <= _LITTLE else Strictness.FULL


def is_enough(verdicts: Verdicts, strictness: Strictness, *, open_goal: bool = False) -> bool:
    """Return whether what words can show is enough.

    Parameters
    ----------
    verdicts
        The five of SMART; the two rulers are for the person to say and count for nothing.
    strictness
        How much is looked for.
    open_goal
        Whether number and time are left out of it.

    Examples
    --------
    >>> an_act = Verdicts(specific=Verdict.PARTLY)
    >>> is_enough(an_act, Strictness.GENTLE), is_enough(an_act, Strictness.USUAL)
    (True, False)
    """
    measures = () if open_goal else (verdicts.measurable, verdicts.time_bound)
    if strictness is Strictness.FULL:
        return {verdicts.specific, *measures} == {Verdict.MET}
    named = verdicts.specific in _THERE
    if strictness is Strictness.GENTLE or open_goal:
        return named
    return named and not _THERE.isdisjoint(measures)


def opened(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings about an open goal: nobody is asked for a number or a day."""
    for finding in findings:
        if finding.criterion in _OPEN and finding.question is not None:
            yield attrs.evolve(finding, severity=Severity.INFO, question=None)
        else:
            yield finding
