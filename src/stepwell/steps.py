"""Break a goal into steps: a tree of parts, and what has to come before what.

A :class:`StepPlan` is a flat tuple of steps. Each step may be part of another
(``part_of``) and may come after others (``after``). A part begins after its
whole has begun, and the whole is done after its parts, so both kinds of link run
through one graph, and a circle in it is an error that names the steps on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum, unique
from graphlib import CycleError, TopologicalSorter
from typing import Final, TypeAlias, final

import attrs

from stepwell._fields import CODE, identifier, number, ruler, several, things, words
from stepwell._shown import Shown
from stepwell.errors import DuplicateId, NotFound, OutsideScale, StepCycle

__all__ = ["Outcome", "Step", "StepPlan"]

_DAY_IN_MINUTES = 24 * 60
_Moment: TypeAlias = tuple[str, bool]
_BEGINS: Final = False
_ENDS: Final = True


@unique
class Outcome(StrEnum):
    """What came of a step: trying counts, and so does a part of it."""

    DONE = "done"
    PARTLY = "partly"
    TRIED = "tried"


def _what(value: str) -> str:
    """Return what there is to do."""
    return words(value, path="step.what")


def _id(value: str) -> str:
    """Return the id of a step."""
    return identifier(value, path="step.id")


def _minutes(value: float | None) -> float | None:
    """Return how long it takes, above 0 and within a day."""
    if value is None:
        return None
    kept = number(value, path="step.minutes")
    if not 0 < kept <= _DAY_IN_MINUTES:
        advice = "a step takes more than 0 minutes and at most a day; split a longer one"
        raise OutsideScale("step.minutes", "step.minutes", advice)
    return kept


def _difficulty(value: int | None) -> int | None:
    """Return how hard it looks, 0 to 10."""
    return ruler(value, path="step.difficulty")


def _after(value: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the steps that come first."""
    ids = things(value, str, path="step.after")
    return tuple(identifier(each, path=f"step.after[{at}]") for at, each in enumerate(ids))


def _part_of(value: str | None) -> str | None:
    """Return the id of the step this one is a part of."""
    return None if value is None else identifier(value, path="step.part_of")


@final
@attrs.frozen(kw_only=True)
class Step:
    """A part of a goal that somebody can do.

    Parameters
    ----------
    what
        What there is to do.
    id
        Its id, unlike every other in its plan.
    minutes
        How long it takes, above 0 and at most a day.
    difficulty
        How hard it looks, a whole number from 0 to 10.
    after
        Ids of steps that come first.
    part_of
        Id of the step that this one is a part of.

    Examples
    --------
    >>> Step("Put shoes by the door", id="shoes", minutes=1).minutes
    1.0
    """

    what: str = attrs.field(kw_only=False, converter=_what)
    id: str = attrs.field(converter=_id, metadata=CODE)
    minutes: float | None = attrs.field(default=None, converter=_minutes)
    difficulty: int | None = attrs.field(default=None, converter=_difficulty)
    after: tuple[str, ...] = attrs.field(default=(), converter=_after, metadata=CODE)
    part_of: str | None = attrs.field(default=None, converter=_part_of, metadata=CODE)


def _steps(value: Iterable[Step]) -> tuple[Step, ...]:
    """Return the steps of a plan."""
    return things(value, Step, path="steps")


@final
@attrs.frozen
class StepPlan(Shown):
    """The steps of a goal, in the order in which they were written.

    Raises
    ------
    DuplicateId
        If two steps have the same id.
    NotFound
        If a link names a step that is not in the plan.
    StepCycle
        If steps wait for each other in a circle; it names them.

    Examples
    --------
    >>> plan = StepPlan.of("Find shoes", "Walk to the corner")
    >>> [step.what for step in plan.ready(done=["step-1"])]
    ['Walk to the corner']
    """

    steps: tuple[Step, ...] = attrs.field(default=(), converter=_steps)

    def __attrs_post_init__(self) -> None:
        """Refuse steps that cannot be told apart, found, or ever begun."""
        _check_ids(self.steps)
        _check_links(self.steps)
        _check_circles(self.steps)

    @classmethod
    def of(cls, *whats: str) -> StepPlan:
        """Return a plan whose steps come one after the other."""
        return cls(
            tuple(
                Step(what, id=f"step-{at}", after=(f"step-{at - 1}",) if at > 1 else ())
                for at, what in enumerate(whats, start=1)
            )
        )

    def __iter__(self) -> Iterator[Step]:
        """Yield the steps in order."""
        return iter(self.steps)

    def __len__(self) -> int:
        """Return how many steps there are."""
        return len(self.steps)

    def __contains__(self, step_id: object) -> bool:
        """Say whether there is a step with this id."""
        return any(step.id == step_id for step in self.steps)

    def __getitem__(self, step_id: str) -> Step:
        """Return the step with this id.

        Raises
        ------
        NotFound
            If there is none.
        """
        for step in self.steps:
            if step.id == step_id:
                return step
        raise NotFound("step.unknown", "step_id", "no step has this id; see the ids in the plan")

    def parts(self, step_id: str) -> tuple[Step, ...]:
        """Return the steps that are directly a part of this one."""
        return tuple(step for step in self.steps if step.part_of == step_id)

    def ready(self, done: Iterable[str] = ()) -> tuple[Step, ...]:
        """Return the steps that can be done now, in the order of the plan.

        A step is ready when it is not done itself, when everything it and the
        steps around it come after is done, and when all its own parts are.

        Parameters
        ----------
        done
            Ids of the steps that are done.
        """
        finished = set(several(done, path="done", unordered=True))
        waits = _waiting(self.steps)
        return tuple(
            step for step in self.steps if step.id not in finished and waits[step.id] <= finished
        )

    def with_steps(self, *steps: Step) -> StepPlan:
        """Return the plan with these steps at its end."""
        return StepPlan((*self.steps, *steps))


def _check_ids(steps: tuple[Step, ...]) -> None:
    """Refuse two steps with one id."""
    seen: set[str] = set()
    for at, step in enumerate(steps):
        if step.id in seen:
            advice = "another step has this id already; give each its own"
            raise DuplicateId("step.duplicate", f"steps[{at}].id", advice)
        seen.add(step.id)


def _check_links(steps: tuple[Step, ...]) -> None:
    """Refuse links to steps that are not there."""
    ids = {step.id for step in steps}
    for at, step in enumerate(steps):
        for name, links in (("after", step.after), ("part_of", _part(step))):
            if not ids.issuperset(links):
                advice = "this names a step that is not in the plan; add it or take the link away"
                raise NotFound("step.unknown", f"steps[{at}].{name}", advice)


def _part(step: Step) -> tuple[str, ...]:
    """Return the step this one is a part of, as a tuple of none or one."""
    return () if step.part_of is None else (step.part_of,)


def _check_circles(steps: tuple[Step, ...]) -> None:
    """Refuse steps that wait for each other."""
    try:
        TopologicalSorter(_moments(steps)).prepare()
    except CycleError as error:
        circle: list[_Moment] = error.args[1][:0:-1]
    else:
        return
    ids = tuple(dict(_straight(circle)))
    raise StepCycle("steps", (*ids, ids[0]))


def _moments(steps: tuple[Step, ...]) -> dict[_Moment, set[_Moment]]:
    """Return for the beginning and the end of each step what they wait for.

    Two moments a step make every link a single edge: a step begins after the
    ends of what it comes after and after its whole has begun, and ends after
    its own beginning and after its parts have ended.
    """
    waits: dict[_Moment, set[_Moment]] = {}
    for step in steps:
        begins = waits.setdefault((step.id, _BEGINS), set())
        begins.update((each, _ENDS) for each in step.after)
        waits.setdefault((step.id, _ENDS), set()).add((step.id, _BEGINS))
        for whole in _part(step):
            begins.add((whole, _BEGINS))
            waits.setdefault((whole, _ENDS), set()).add((step.id, _ENDS))
    return waits


def _straight(circle: list[_Moment]) -> list[_Moment]:
    """Return a circle without the detours from the end of a step to its beginning."""
    kept = circle
    for step_id in dict(circle):
        begins, ends = (step_id, _BEGINS), (step_id, _ENDS)
        if begins in kept and ends in kept:
            turned = kept[kept.index(ends) :] + kept[: kept.index(ends)]
            kept = [ends, *turned[turned.index(begins) :]]
    return kept


def _waiting(steps: tuple[Step, ...]) -> Mapping[str, set[str]]:
    """Return for each step the ids it waits for: what comes first, and its parts.

    What a step comes after, its parts come after as well: each part waits for
    the steps that its whole waits for. No step is a part of itself here.
    """
    waits: dict[str, set[str]] = {step.id: set(step.after) for step in steps}
    by_id = {step.id: step for step in steps}
    for step in steps:
        above = step.part_of
        while above is not None:
            waits[step.id].update(by_id[above].after)
            above = by_id[above].part_of
        if step.part_of is not None:
            waits[step.part_of].add(step.id)
    return waits
