"""Values of every kind, for laws: each strategy makes what the library accepts.

Nothing here is a person's: words are random letters, some of them awkward.
"""

from __future__ import annotations

import math
from datetime import date
from typing import Final

from hypothesis import strategies as st

from stepwell.decompose import Ladder, ladder
from stepwell.goals import (
    AchievementStatus,
    Barrier,
    Category,
    Goal,
    Horizon,
    IfThenPlan,
    LifecycleStatus,
)
from stepwell.instruments import PHQ9, Score
from stepwell.measures import UNITS, Direction, Measure, Reading, Target, TargetKind
from stepwell.steps import Step, StepPlan

__all__ = [
    "AWKWARD",
    "amounts",
    "amounts_on",
    "barriers",
    "days",
    "goals",
    "hostile_words",
    "identifiers",
    "if_then_plans",
    "item_answers",
    "ladders",
    "measures",
    "readings",
    "rulers",
    "scores",
    "step_plans",
    "steps",
    "targets",
    "targets_for",
    "units",
    "words",
]

AWKWARD: Final = (
    "<script>alert(1)</script>",
    "</td><b onmouseover='x'>",
    "\"quoted\" & 'quoted'",
    "&lt;b&gt; &#60;",
    "{name} {0} %s",
    "\u202egnirts \u2066desrever",
    "\u0338\u0301 lone marks",
    "\u200b\u200dno width\ufeff",
    "long" * 50,
    "line\nbreak\ttab\rreturn\x85next\u2028line\u2029paragraph",
    "\x1b[31mred\x1b[0m \x07",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\U0001f469\u200d\U0001f467 \U0001f3f3\ufe0f",
    "trailing \u00a0\u3000",
)
"""Texts that have broken other programs: markup, braces, bidi, marks, controls."""

_KINDS: Final = {
    Direction.INCREASE: (TargetKind.AT_LEAST, TargetKind.BETWEEN, TargetKind.MAINTAIN),
    Direction.DECREASE: (TargetKind.AT_MOST, TargetKind.BETWEEN, TargetKind.MAINTAIN),
    Direction.MAINTAIN: (TargetKind.BETWEEN, TargetKind.MAINTAIN),
}
_STEP_SIZES: Final = (0.1, 0.25, 0.5, 1.0, 5.0)


def words(max_size: int = 40) -> st.SearchStrategy[str]:
    """Return a person's words: any text that can be stored, with something to see in it."""
    letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    half = st.text(letters, max_size=(max_size - 1) // 2)
    return st.builds("{}{}{}".format, half, st.sampled_from("aZ7\u00e9\u5b57"), half)


def hostile_words() -> st.SearchStrategy[str]:
    """Return words that try to break out of a view, alone or among others."""
    pieces = st.lists(st.sampled_from(AWKWARD) | words(12), min_size=1, max_size=4)
    return pieces.map("".join)


def identifiers() -> st.SearchStrategy[str]:
    """Return ids: plain text without spaces at its ends."""
    letters = st.characters(categories=["L", "N"], include_characters="-_.:/ ")
    return st.text(letters, min_size=1, max_size=20).filter(
        lambda text: text == text.strip() and text.isprintable()
    )


def days() -> st.SearchStrategy[date]:
    """Return calendar days of a few years, so that some fall together."""
    return st.dates(date(2024, 1, 1), date(2031, 12, 31))


def units() -> st.SearchStrategy[str]:
    """Return units as they are kept, known ones and a person's own."""
    return st.sampled_from((*UNITS, "laps", "songs", "kind words"))


def rulers() -> st.SearchStrategy[int | None]:
    """Return answers on a 0-10 ruler, or none."""
    return st.none() | st.integers(0, 10)


def amounts(low: float = -1e6, high: float = 1e6) -> st.SearchStrategy[float]:
    """Return finite numbers in a range, whole ones often."""
    any_number = st.floats(low, high, allow_nan=False, allow_infinity=False)
    first, last = math.ceil(low), math.floor(high)
    return any_number if first > last else st.integers(first, last).map(float) | any_number


@st.composite
def measures(draw: st.DrawFn, *, direction: Direction | None = None) -> Measure:
    """Return measures with and without ends and steps."""
    low = draw(st.none() | amounts(-1000, 1000))
    span = draw(st.none() | amounts(1, 1000))
    high = None if span is None else (low or 0.0) + span
    return Measure(
        draw(words()),
        unit=draw(units()),
        direction=draw(st.sampled_from(Direction)) if direction is None else direction,
        low=low,
        high=high,
        step=draw(st.none() | st.sampled_from(_STEP_SIZES)),
    )


def amounts_on(measure: Measure) -> st.SearchStrategy[float]:
    """Return numbers that lie on the scale of a measure."""
    if measure.step is None:
        low = -1e6 if measure.low is None else measure.low
        return amounts(low, 1e6 if measure.high is None else measure.high)
    start, step = measure.low or 0.0, measure.step
    most = 1000 if measure.high is None else math.floor((measure.high - start) / step)
    least = 0 if measure.low is not None else most - 1000
    return st.integers(least, most).map(lambda count: start + count * step)


@st.composite
def readings(draw: st.DrawFn, *, measure: Measure | None = None) -> Reading:
    """Return readings, of any measure or of one."""
    scale = draw(measures()) if measure is None else measure
    return Reading(draw(amounts_on(scale)), measure=scale, on=draw(days()))


@st.composite
def targets(
    draw: st.DrawFn, *, unit: str | None = None, ends: st.SearchStrategy[float] | None = None
) -> Target:
    """Return targets of every kind, in any unit or in one, with any ends or with some."""
    kind = draw(st.sampled_from(TargetKind))
    word = draw(units()) if unit is None else unit
    return _target(draw, kind, amounts() if ends is None else ends, word)


@st.composite
def targets_for(draw: st.DrawFn, measure: Measure) -> Target:
    """Return targets that fit a measure: its unit, its scale, its direction."""
    kind = draw(st.sampled_from(_KINDS[measure.direction]))
    return _target(draw, kind, amounts_on(measure), measure.unit)


def _target(
    draw: st.DrawFn, kind: TargetKind, numbers: st.SearchStrategy[float], unit: str
) -> Target:
    """Return a target of one kind whose ends are drawn from these numbers."""
    low, high = sorted((draw(numbers), draw(numbers)))
    return Target(
        kind=kind,
        low=None if kind is TargetKind.AT_MOST else low,
        high=None if kind is TargetKind.AT_LEAST else high,
        unit=unit,
        due=draw(st.none() | days()),
    )


def if_then_plans() -> st.SearchStrategy[IfThenPlan]:
    """Return if-then plans."""
    return st.builds(IfThenPlan, when=words(), then=words())


def barriers() -> st.SearchStrategy[Barrier]:
    """Return barriers with up to two plans."""
    plans = st.lists(if_then_plans(), max_size=2).map(tuple)
    return st.builds(Barrier, words(), plans=plans)


@st.composite
def goals(draw: st.DrawFn, *, statement: st.SearchStrategy[str] | None = None) -> Goal:
    """Return goals, bare ones and full ones, whose parts fit together."""
    measure = draw(st.none() | measures())
    aims = targets() if measure is None else targets_for(measure)
    target = draw(st.none() | aims)
    due = None if target is None else target.due
    return Goal(
        draw(words() if statement is None else statement),
        category=draw(st.none() | st.sampled_from((*Category, "own:garden"))),
        why=draw(st.none() | words()),
        target=target,
        measure=measure,
        baseline=draw(st.none() | (amounts() if measure is None else amounts_on(measure))),
        start=draw(st.none() | (days() if due is None else st.dates(date(2023, 1, 1), due))),
        importance=draw(rulers()),
        confidence=draw(rulers()),
        barriers=tuple(draw(st.lists(barriers(), max_size=2))),
        lifecycle=draw(st.sampled_from(LifecycleStatus)),
        achievement=draw(st.none() | st.sampled_from(AchievementStatus)),
        horizon=draw(st.none() | st.sampled_from(Horizon)),
    )


def steps(step_id: str, after: tuple[str, ...], part_of: str | None) -> st.SearchStrategy[Step]:
    """Return steps with this id and these links."""
    return st.builds(
        Step,
        words(),
        id=st.just(step_id),
        minutes=st.none() | amounts(0.5, 1440),
        difficulty=rulers(),
        after=st.just(after),
        part_of=st.just(part_of),
    )


@st.composite
def step_plans(draw: st.DrawFn, *, min_size: int = 0, max_size: int = 8) -> StepPlan:
    """Return every shape of plan without a circle, its steps in any order.

    It plays a plan through: at each turn a step is begun, inside one that is
    under way or on its own, or one that is under way and has no open parts is
    finished. A step may come after anything that was finished before it began.
    """
    made: list[Step] = []
    under_way: list[str] = []
    finished: list[str] = []
    count = draw(st.integers(min_size, max_size))
    while len(made) < count:
        whole = {step.id: step.part_of for step in made}
        closable = [each for each in under_way if each not in {whole[one] for one in under_way}]
        if draw(st.booleans()) and closable:
            done = draw(st.sampled_from(closable))
            under_way.remove(done)
            finished.append(done)
            continue
        after = draw(st.lists(st.sampled_from(finished), unique=True)) if finished else []
        part_of = draw(st.none() | st.sampled_from(under_way)) if under_way else None
        made.append(draw(steps(f"s{len(made)}", tuple(after), part_of)))
        under_way.append(made[-1].id)
    return StepPlan(tuple(draw(st.permutations(made))))


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    """Return ladders upwards and downwards, in whole numbers and in fractions."""
    start = draw(amounts(-1000, 1000))
    distance = draw(amounts(0.01, 1000)) * draw(st.sampled_from((1, -1)))
    return ladder(start, start + distance, unit=draw(units()), rungs=draw(st.integers(2, 50)))


def item_answer() -> st.SearchStrategy[int | None]:
    """Return the answer to one item of the PHQ-9."""
    return st.integers(0, 3)


def item_answers() -> st.SearchStrategy[list[int | None]]:
    """Return answers to the PHQ-9; mostly all of them."""
    answered = st.lists(item_answer(), min_size=9, max_size=9)
    return answered | st.lists(st.none() | item_answer(), min_size=9, max_size=9)


def scores() -> st.SearchStrategy[Score]:
    """Return answered PHQ-9 questionnaires, some with items left out."""
    return item_answers().map(PHQ9.score)
