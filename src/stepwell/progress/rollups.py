"""Look at a goal through its parts, by a rule that somebody chose and can read.

There are three truths about a part: it is reached, it is not reached so far, or
nobody has said. The last is never taken for either of the others, so a roll-up
may answer that nobody can say yet. What was said of the goal itself stands
beside the roll-up, and neither changes the other.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from enum import StrEnum, unique
from itertools import pairwise
from typing import Final, final

import attrs

from stepwell._fields import CODE, an, member, number
from stepwell._shown import Shown
from stepwell._text import plain_number
from stepwell.errors import NotFound, OutsideScale, RuleBroken
from stepwell.goals import AchievementStatus, LifecycleStatus
from stepwell.messages import Audience, fill, say
from stepwell.progress.explained import NotComputable
from stepwell.progress.figures import rough_digits
from stepwell.story.careplan import CarePlan, PlannedGoal
from stepwell.story.events import AchievementChanged

__all__ = ["LEFT_OUT", "Part", "Reached", "RollUp", "RollUpRule", "roll_up"]

_LIGHTEST: Final = 0.001
_HEAVIEST: Final = 1_000_000


@unique
class RollUpRule(StrEnum):
    """How the parts of a goal are put together."""

    ALL = "all"
    ANY = "any"
    WEIGHTED = "weighted"
    SEPARATE = "separate"


@unique
class Reached(StrEnum):
    """Whether something is reached, as far as anybody has said."""

    YES = "yes"
    NOT_YET = "not_yet"
    NOT_SAID = "not_said"


_REACHED: Final = frozenset({AchievementStatus.ACHIEVED, AchievementStatus.SUSTAINING})
LEFT_OUT: Final = frozenset(
    {
        LifecycleStatus.PROPOSED,
        LifecycleStatus.CANCELLED,
        LifecycleStatus.REJECTED,
        LifecycleStatus.ENTERED_IN_ERROR,
    }
)
"""Where a part does not count: it waits for a yes, or was let go."""


@final
@attrs.frozen(kw_only=True)
class Part:
    """A part of a goal, with what was said of it.

    Attributes
    ----------
    goal_id, statement
        Which goal it is.
    lifecycle
        Where it is in its life cycle.
    achievement
        How it is going, in the words of the codes; unset until somebody says.
    reached
        What that means for a roll-up: ``achieved`` and ``sustaining`` are yes.
    weight
        How much it weighs; unset where nothing is weighed.
    entry
        The id of the record that says so; unset where nobody has said.
    """

    goal_id: str = attrs.field(metadata=CODE)
    statement: str
    lifecycle: LifecycleStatus
    achievement: AchievementStatus | None
    reached: Reached
    weight: float | None = None
    entry: str | None = attrs.field(default=None, metadata=CODE)


@final
@attrs.frozen(kw_only=True)
class RollUp(Shown):
    """A goal seen through its parts, with everything that rests on.

    Attributes
    ----------
    goal_id, statement
        The goal.
    said
        What was said of the goal itself, whatever its parts say.
    rule
        Which rule put the parts together.
    reached
        What the parts say together; unset where nothing is put together.
    least, most
        The reached share of the weight, 0 to 1: they differ by the parts of
        which nobody has said. Unset where nothing is weighed.
    parts
        The parts that count, in the order in which they were set.
    left_out
        The parts that do not count: waiting for a yes, or let go.
    sentence, for_clinician
        What it says, for the person and in clinicians' words; how many parts
        are left out as well.
    explanation
        The rule in a sentence.
    variant, version
        The rule as it is computed, and its version here.
    source
        Where the rule comes from.
    """

    goal_id: str = attrs.field(metadata=CODE)
    statement: str
    said: Reached
    rule: RollUpRule
    reached: Reached | None
    least: float | None = None
    most: float | None = None
    parts: tuple[Part, ...]
    left_out: tuple[Part, ...] = ()
    sentence: str = attrs.field(metadata=CODE)
    for_clinician: str = attrs.field(metadata=CODE)
    explanation: str = attrs.field(metadata=CODE)
    variant: str = attrs.field(metadata=CODE)
    version: int = 1
    source: str = attrs.field(default="own wording, not clinically reviewed", metadata=CODE)

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of the records it rests on."""
        return tuple(part.entry for part in self.parts if part.entry is not None)


def roll_up(
    plan: CarePlan,
    goal_id: str,
    rule: RollUpRule | str = RollUpRule.SEPARATE,
    *,
    weights: Mapping[str, float] | None = None,
    locale: str = "en",
) -> RollUp | NotComputable:
    """Return a goal seen through the goals that are directly a part of it.

    Parameters
    ----------
    plan
        The person's plan.
    goal_id
        The goal to look at.
    rule
        ``"separate"`` puts nothing together; ``"all"`` and ``"any"`` ask
        whether all or any parts are reached; ``"weighted"`` gives the share of
        the weight that is reached.
    weights
        For ``"weighted"`` a weight, 0.001 to 1,000,000, for each part by its id.
    locale
        The language of the sentences.

    Raises
    ------
    NotFound
        If there is no such goal, or a weight is for something that is no part.
    RuleBroken
        If a weight is lacking or no weight at all, or the rule takes none.
    """
    an(CarePlan, "plan")(None, None, plan)
    planned = plan.goal(goal_id)
    how = member(RollUpRule, rule, path="rule")
    inside = plan.parts(planned.id)
    left_out = tuple(_part(each, None) for each in inside if each.goal.lifecycle in LEFT_OUT)
    counted = [each for each in inside if each.goal.lifecycle not in LEFT_OUT]
    weighed = _weights(how, weights, inside, counted)
    parts = tuple(_part(each, weighed.get(each.id)) for each in counted)
    if not parts:
        return NotComputable(name="roll_up", because=say("cannot.no_parts", locale=locale))
    least, most = _share(parts) if how is RollUpRule.WEIGHTED else (None, None)
    reached = _TOGETHER[how]([part.reached for part in parts])
    wording, blanks = _wording(reached, least, most, len(parts))
    return RollUp(
        goal_id=planned.id,
        statement=planned.goal.statement,
        said=_reached(planned.goal.achievement),
        rule=how,
        reached=reached,
        least=least,
        most=most,
        parts=parts,
        left_out=left_out,
        sentence=_sentence(wording, blanks, left_out, "person", locale),
        for_clinician=_sentence(wording, blanks, left_out, "clinician", locale),
        explanation=say(f"lists.rollup.{how}", locale=locale),
        variant=_VARIANTS[how],
    )


def _reached(achievement: AchievementStatus | None) -> Reached:
    """Return what an achievement means for a roll-up."""
    if achievement is None:
        return Reached.NOT_SAID
    return Reached.YES if achievement in _REACHED else Reached.NOT_YET


def _part(planned: PlannedGoal, weight: float | None) -> Part:
    """Return a part with what was said of it last, and where."""
    achievement = planned.goal.achievement
    said = [each.id for each in planned.changes if isinstance(each.event, AchievementChanged)]
    entries = [*(version.entry for version in planned.targets[:1]), *said]
    return Part(
        goal_id=planned.id,
        statement=planned.goal.statement,
        lifecycle=planned.goal.lifecycle,
        achievement=achievement,
        reached=_reached(achievement),
        weight=weight,
        entry=None if achievement is None else next(reversed(entries), None),
    )


def _weights(
    rule: RollUpRule,
    given: Mapping[str, float] | None,
    inside: tuple[PlannedGoal, ...],
    counted: list[PlannedGoal],
) -> dict[str, float]:
    """Return a weight for each part that counts; none where nothing is weighed."""
    if rule is not RollUpRule.WEIGHTED:
        if given is not None:
            advice = f"the rule {rule} takes no weights; leave them out, or choose weighted"
            raise RuleBroken("roll_up.weights", "weights", advice)
        return {}
    if not isinstance(given, Mapping):
        advice = f"expected a weight for each part by its id, got {type(given).__name__}"
        raise RuleBroken("roll_up.weights", "weights", advice)
    if set(given) - {each.id for each in inside}:
        raise NotFound("roll_up.part", "weights", "a weight is for a goal that is no part of this")
    for each in counted:
        if each.id not in given:
            raise RuleBroken("roll_up.weight", f"weights[{each.id}]", "this part has no weight yet")
    return {part_id: _weight(weight, part_id) for part_id, weight in given.items()}


def _weight(weight: float, part_id: str) -> float:
    """Return a weight on the scale there is for weights."""
    path = f"weights[{part_id}]"
    kept = number(weight, path=path)
    if not _LIGHTEST <= kept <= _HEAVIEST:
        advice = f"a weight is {_LIGHTEST} to {_HEAVIEST}; what it is beside others counts"
        raise OutsideScale("roll_up.weight", path, advice)
    return kept


def _share(parts: tuple[Part, ...]) -> tuple[float, float]:
    """Return the least and the most of the weight that may be reached."""
    weighed = [(part.reached, part.weight) for part in parts if part.weight is not None]
    whole = math.fsum(weight for _, weight in weighed)
    sure = math.fsum(weight for reached, weight in weighed if reached is Reached.YES)
    may_be = math.fsum(weight for reached, weight in weighed if reached is not Reached.NOT_YET)
    return sure / whole, may_be / whole


def _all(parts: list[Reached]) -> Reached:
    """Return whether all parts are reached: one that is not decides, then one unsaid."""
    found = (each for each in (Reached.NOT_YET, Reached.NOT_SAID) if each in parts)
    return next(found, Reached.YES)


def _any(parts: list[Reached]) -> Reached:
    """Return whether any part is reached: one that is decides, then one unsaid."""
    found = (each for each in (Reached.YES, Reached.NOT_SAID) if each in parts)
    return next(found, Reached.NOT_YET)


def _separate(_parts: list[Reached]) -> None:
    """Put nothing together."""


_TOGETHER: Final[dict[RollUpRule, Callable[[list[Reached]], Reached | None]]] = {
    RollUpRule.ALL: _all,
    RollUpRule.ANY: _any,
    RollUpRule.WEIGHTED: _all,
    RollUpRule.SEPARATE: _separate,
}

_VARIANTS: Final = {
    RollUpRule.ALL: "all parts reached, in three truths (yes, not yet, nobody said)",
    RollUpRule.ANY: "any part reached, in three truths (yes, not yet, nobody said)",
    RollUpRule.WEIGHTED: "weight of reached parts by weight of all parts, as a range",
    RollUpRule.SEPARATE: "not summed",
}


def _wording(
    reached: Reached | None, least: float | None, most: float | None, count: int
) -> tuple[str, dict[str, str]]:
    """Return the message of a roll-up and its blanks; a share of nothing is not told."""
    if reached is None:
        return "lists.whole.separate", {"count": str(count)}
    if least is None or not most:
        return f"lists.whole.{reached}", {}
    blanks = _percentages(least=least, most=most)
    return f"lists.share.{'exact' if least == most else 'between'}", blanks


def _percentages(**shares: float) -> dict[str, str]:
    """Return shares as percentages that look like each other, none or all only if they are."""
    apart = [100 * each for each in sorted({0.0, *shares.values(), 1.0})]
    digits = max(rough_digits(high - low) for low, high in pairwise(apart))
    return {name: plain_number(100 * each, digits=digits) for name, each in shares.items()}


def _sentence(
    wording: str,
    blanks: dict[str, str],
    left_out: tuple[Part, ...],
    audience: Audience,
    locale: str,
) -> str:
    """Return what a roll-up says, and how many parts it says nothing of."""
    said = fill(wording, blanks, audience=audience, locale=locale)
    if not left_out:
        return said
    count = {"count": str(len(left_out))}
    return f"{said} {fill('lists.left_out', count, audience=audience, locale=locale)}"
