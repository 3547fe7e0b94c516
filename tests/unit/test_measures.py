"""A number belongs to a scale, a target to a unit, and neither is ever guessed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from stepwell.errors import OutsideScale, RuleBroken, UnitMismatch
from stepwell.measures import (
    UNITS,
    Direction,
    Measure,
    Reading,
    Target,
    TargetKind,
    at_least,
    at_most,
    between,
    canonical_unit,
    maintain,
    unit_for,
)
from tests.refusals import ODD, SECRET, broken

DAY = date(2027, 3, 1)
WALK = Measure("walking", unit="minutes", direction="increase", low=0, high=120)
MOOD = Measure("mood", unit="points", direction="increase", low=0, high=10, step=0.5)


def measure(**parts: Any) -> Callable[[], Measure]:
    """Return how to make a measure in which some parts are other than usual."""
    usual: dict[str, Any] = {"unit": "minutes", "direction": "increase"}
    name = parts.pop("name", "walking")
    return lambda: Measure(name, **(usual | parts))


class TestUnit:
    """One spelling for each known unit."""

    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("minutes", "minutes"),
            ("Min", "minutes"),
            ("  per \t cent ", "percent"),
            ("KM", "kilometres"),
            ("persons", "people"),
            ("laps", "laps"),
            ("Songs of Aunt Odile", "Songs of Aunt Odile"),
            ("x" * 40, "x" * 40),
        ],
    )
    def test_known_spellings_fall_together(self, given: str, kept: str) -> None:
        """Any other word is the person's own, and accepted."""
        assert kept == canonical_unit(given)

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            ("", "text.empty"),
            (" ", "text.empty"),
            (SECRET * 2, "text.too_long"),
            ("20 minutes", "unit.digit"),
            (f"{SECRET[:20]} \u0663", "unit.digit"),
            (None, "text.type"),
            (20, "text.type"),
        ],
    )
    def test_refused(self, given: Any, code: str) -> None:
        """An amount in the unit is a mistake, in any script."""
        assert (code, "unit") == broken(lambda: canonical_unit(given))

    def test_known_units_are_listed(self) -> None:
        """In the one spelling that is kept."""
        assert UNITS == tuple(canonical_unit(unit) for unit in UNITS)


class TestMeasure:
    """A scale that numbers can lie on."""

    @pytest.mark.parametrize(
        ("parts", "refused"),
        [
            ({"name": ""}, ("text.empty", "measure.name")),
            ({"name": "x" * 201}, ("text.too_long", "measure.name")),
            ({"direction": SECRET}, ("code.unknown", "measure.direction")),
            ({"low": SECRET}, ("number.type", "measure.low")),
            ({"high": float("nan")}, ("number.finite", "measure.high")),
            ({"step": True}, ("number.type", "measure.step")),
            ({"low": 5, "high": 5}, ("measure.ends", "measure.low")),
            ({"low": 6, "high": 5}, ("measure.ends", "measure.low")),
            ({"step": 0}, ("measure.step", "measure.step")),
            ({"step": -1}, ("measure.step", "measure.step")),
        ],
    )
    def test_refused(self, parts: dict[str, Any], refused: tuple[str, str]) -> None:
        """Each part is named by its own path."""
        assert refused == broken(measure(**parts))

    def test_a_name_may_be_long(self) -> None:
        """Two hundred characters are still a name."""
        assert "x" * 200 == measure(name="x" * 200)().name

    @pytest.mark.parametrize("amount", [0, 0.5, 10])
    def test_on_the_scale(self, amount: float) -> None:
        """Both ends count."""
        assert amount == MOOD.check(amount)

    @pytest.mark.parametrize("amount", [-0.5, 10.5, 1e308])
    def test_outside_the_scale(self, amount: float) -> None:
        """The scale is named."""
        assert ("measure.outside_scale", "amount") == broken(
            lambda: MOOD.check(amount), kind=OutsideScale
        )
        with pytest.raises(OutsideScale, match=r"is outside 0 to 10 \[measure"):
            MOOD.check(amount)

    def test_between_two_steps(self) -> None:
        """A mood of 7.3 is not on a scale of halves."""
        assert ("measure.between_steps", "here") == broken(
            lambda: MOOD.check(7.3, path="here"), kind=OutsideScale
        )

    @pytest.mark.parametrize(
        ("parts", "amount", "said"),
        [
            ({"low": 0.1254, "high": 9.8764}, 10.1234, "10.123 is outside 0.125 to 9.876"),
            ({"step": 0.1254}, 0.3334, "0.333 lies between two steps of 0.125"),
        ],
    )
    def test_numbers_are_told_to_three_decimals(
        self, parts: dict[str, Any], amount: float, said: str
    ) -> None:
        """Fine enough to see what is meant."""
        with pytest.raises(OutsideScale) as caught:
            measure(**parts)().check(amount)

        assert said == caught.value.advice

    @pytest.mark.parametrize(
        ("low", "step", "amount"),
        [
            (None, 0.1, 0.3),
            (None, 0.7, 1.4),
            (None, 0.1, 0.1 + 0.2 - 0.3),
            (1, 0.1, 1.7),
            (-0.3, 0.1, 0.4),
            (0.3, 1, 1.3),
            (0, 0.01, 1_000_000.01),
        ],
    )
    def test_binary_rounding_is_forgiven(
        self, low: float | None, step: float, amount: float
    ) -> None:
        """Tenths are not exact in binary, near or far from 0."""
        assert amount == measure(low=low, step=step)().check(amount)

    def test_far_from_nothing_a_step_is_still_a_step(self) -> None:
        """What is forgiven stays far below a step, after a thousand million of them too."""
        fine = measure(step=0.001)()

        assert ("measure.between_steps", "amount") == broken(
            lambda: fine.check(1_000_000.0003), kind=OutsideScale
        )

    def test_steps_too_fine_to_count(self) -> None:
        """An amount that no float can count in steps lies between them."""
        fine = measure(step=1e-300)()

        assert ("measure.between_steps", "amount") == broken(
            lambda: fine.check(1e300), kind=OutsideScale
        )

    @pytest.mark.parametrize(
        ("parts", "words"),
        [({"low": 0}, "0 to any number"), ({"high": 9, "low": None}, "any number to 9")],
    )
    def test_an_open_end_is_named(self, parts: dict[str, Any], words: str) -> None:
        """What is outside a scale with one end."""
        scale = measure(**parts)()
        amount = -1 if scale.high is None else 10

        with pytest.raises(OutsideScale, match=f"is outside {words}"):
            scale.check(amount)


class TestTarget:
    """What is aimed for."""

    @pytest.mark.parametrize(
        ("make", "ends", "direction"),
        [
            (lambda: at_least(20, "hr"), (20, None), Direction.INCREASE),
            (lambda: at_most(2, "hr"), (None, 2), Direction.DECREASE),
            (lambda: between(7, 9, "hr"), (7, 9), Direction.MAINTAIN),
            (lambda: between(7, 7, "hr"), (7, 7), Direction.MAINTAIN),
            (lambda: maintain(7, "hr", give=0.5), (6.5, 7.5), Direction.MAINTAIN),
            (lambda: maintain(7, "hr"), (7, 7), Direction.MAINTAIN),
        ],
        ids=["at_least", "at_most", "between", "one point", "give", "steady"],
    )
    def test_constructors(
        self,
        make: Callable[[], Target],
        ends: tuple[float | None, float | None],
        direction: Direction,
    ) -> None:
        """Each sets the ends it has, the way it points, and its unit in the kept spelling."""
        target = make()

        assert (*ends, direction, "hours", None) == (
            target.low,
            target.high,
            target.direction,
            target.unit,
            target.due,
        )

    def test_each_may_have_a_day(self) -> None:
        """The day to look at it."""
        assert [DAY] * 4 == [
            at_least(20, "hours", due=DAY).due,
            at_most(2, "hours", due=DAY).due,
            between(7, 9, "hours", due=DAY).due,
            maintain(7, "hours", due=DAY).due,
        ]

    @pytest.mark.parametrize(
        ("target", "met", "not_met"),
        [
            (at_least(20, "minutes"), [20, 21], [19.9]),
            (at_most(2, "glasses"), [2, 0, -1], [2.1]),
            (between(7, 9, "hours"), [7, 8, 9], [6.9, 9.1]),
        ],
        ids=["at_least", "at_most", "between"],
    )
    def test_the_ends_count(self, target: Target, met: list[float], not_met: list[float]) -> None:
        """Exactly enough is enough."""
        assert [True] * len(met) == [target.is_met_by(each) for each in met]
        assert [False] * len(not_met) == [target.is_met_by(each) for each in not_met]

    def test_a_number_meets_it_or_does_not(self) -> None:
        """Of anything else nobody can tell."""
        refused = broken(lambda: at_least(20, "minutes").is_met_by(ODD))

        assert ("number.type", "amount") == refused

    @pytest.mark.parametrize(
        ("make", "refused"),
        [
            (lambda: at_least(float("nan"), "minutes"), ("number.finite", "target.low")),
            (lambda: at_most(float("inf"), "minutes"), ("number.finite", "target.high")),
            (lambda: between(1, ODD, "minutes"), ("number.type", "target.high")),
            (lambda: between(20, 10, "minutes"), ("target.order", "target.low")),
            (lambda: maintain(ODD, "hours"), ("number.type", "target.amount")),
            (lambda: maintain(7, "hours", give=ODD), ("number.type", "target.give")),
            (lambda: maintain(7, "hours", give=-1), ("target.give", "target.give")),
            (lambda: maintain(1e308, "hours", give=1e308), ("number.finite", "target.high")),
            (lambda: at_least(5, "5 minutes"), ("unit.digit", "unit")),
            (lambda: at_least(5, "hours", due=ODD), ("day.type", "target.due")),
            (
                lambda: at_least(5, "hours", due=datetime(2027, 3, 1, tzinfo=UTC)),
                ("day.type", "target.due"),
            ),
            (lambda: Target(kind=SECRET, low=1, unit="hours"), ("code.unknown", "target.kind")),
        ],
    )
    def test_refused(self, make: Callable[[], Target], refused: tuple[str, str]) -> None:
        """Each part is named by its own path."""
        assert refused == broken(make)

    @pytest.mark.parametrize("kind", TargetKind)
    @pytest.mark.parametrize("ends", [(1, None), (None, 1), (None, None), (1, 2)])
    def test_ends_fit_the_kind(
        self, kind: TargetKind, ends: tuple[float | None, float | None]
    ) -> None:
        """At least has a low end alone, at most a high one, the others both."""
        fitting = {"at_least": (1, None), "at_most": (None, 1)}.get(kind, (1, 2))
        if ends == fitting:
            Target(kind=kind, low=ends[0], high=ends[1], unit="hours")
            return

        assert ("target.ends", "target") == broken(
            lambda: Target(kind=kind, low=ends[0], high=ends[1], unit="hours")
        )

    @pytest.mark.parametrize(
        ("easier", "harder"),
        [
            (at_least(10, "minutes"), at_least(20, "minutes")),
            (at_most(3, "glasses"), at_most(2, "glasses")),
            (between(6, 10, "hours"), between(7, 9, "hours")),
            (between(6, 9, "hours"), maintain(7, "hours")),
            (at_least(7, "hours"), between(7, 9, "hours")),
            (at_most(9, "hours"), between(7, 9, "hours")),
        ],
    )
    def test_easing_takes_a_weight_off(self, easier: Target, harder: Target) -> None:
        """What met the harder one meets the easier one too, never the other way."""
        assert (True, False) == (easier.is_easier_than(harder), harder.is_easier_than(easier))

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (at_least(10, "minutes"), at_least(10, "minutes", due=DAY)),
            (at_least(10, "minutes"), at_least(1, "hours")),
            (at_least(10, "minutes"), at_most(20, "minutes")),
            (between(5, 9, "hours"), between(6, 10, "hours")),
            (between(7, 7, "hours"), maintain(7, "hours")),
        ],
        ids=["the day", "units", "directions", "overlap", "kinds"],
    )
    def test_neither_is_easier(self, one: Target, other: Target) -> None:
        """Where some amounts meet the one and not the other, or all meet both."""
        assert (False, False) == (one.is_easier_than(other), other.is_easier_than(one))


class TestReading:
    """One number on one day."""

    def test_the_number_is_kept_as_a_float(self) -> None:
        """On the scale of its measure."""
        kept = Reading(15, measure=WALK, on=DAY).amount

        assert (15.0, float) == (kept, type(kept))

    @pytest.mark.parametrize(
        ("amount", "kind", "code"),
        [
            (121, OutsideScale, "measure.outside_scale"),
            (-1, OutsideScale, "measure.outside_scale"),
            (float("nan"), RuleBroken, "number.finite"),
            (float("inf"), RuleBroken, "number.finite"),
            (SECRET, RuleBroken, "number.type"),
            (True, RuleBroken, "number.type"),
            (None, RuleBroken, "number.type"),
        ],
    )
    def test_a_number_off_the_scale_is_refused(
        self, amount: Any, kind: type[RuleBroken], code: str
    ) -> None:
        """So is what is no number."""
        refused = broken(lambda: Reading(amount, measure=WALK, on=DAY), kind=kind)

        assert (code, "reading.amount") == refused

    def test_its_day_is_a_day(self) -> None:
        """A moment is not."""
        moment: Any = datetime(2027, 3, 1)  # noqa: DTZ001 - naive on purpose

        assert ("day.type", "reading.on") == broken(lambda: Reading(1, measure=WALK, on=moment))

    def test_its_measure_is_a_measure(self) -> None:
        """The name of one is not enough."""
        name: Any = SECRET

        assert ("value.type", "reading.measure") == broken(lambda: Reading(1, measure=name, on=DAY))

    def test_a_stated_unit_may_be_spelled_any_way(self) -> None:
        """A quarter of an hour of walking."""
        assert Reading(15, measure=WALK, on=DAY) == Reading.in_unit(
            15, "mins", measure=WALK, on=DAY
        )

    @pytest.mark.parametrize("unit", ["hours", "laps", SECRET])
    def test_another_unit_is_refused(self, unit: str) -> None:
        """Nothing is converted."""
        refused = broken(lambda: Reading.in_unit(15, unit, measure=WALK, on=DAY), kind=UnitMismatch)

        assert ("reading.unit", "reading.unit") == refused


def test_one_of_something_is_said_in_the_singular() -> None:
    """Exactly one, and known units alone; a person's own word stays as it is."""
    assert ["minute", "person", "percent", "laps"] == [
        unit_for(1, unit) for unit in ("minutes", "people", "percent", "laps")
    ]
    assert ["minutes"] * 3 == [unit_for(amount, "minutes") for amount in (0, 0.5, 2)]
