"""A ladder goes from here to there in numbers that people say."""

from __future__ import annotations

from typing import Any

import pytest

from stepwell.decompose import ladder
from stepwell.errors import OutsideScale, RuleBroken, UnknownMessage
from stepwell.kindness import check_kind
from stepwell.messages import say
from tests.refusals import SECRET, broken


@pytest.mark.parametrize(
    ("start", "target", "rungs", "amounts"),
    [
        (5, 20, 4, (5, 10, 15, 20)),
        (20, 5, 4, (20, 15, 10, 5)),
        (5, 20, 5, (5, 9, 12, 16, 20)),
        (0, 30, 4, (0, 10, 20, 30)),
        (0, 100, 4, (0, 30, 70, 100)),
        (2000, 10_000, 5, (2000, 4000, 6000, 8000, 10_000)),
        (0.5, 2, 4, (0.5, 1, 1.5, 2)),
        (0.5, 1.5, 4, (0.5, 0.8, 1.2, 1.5)),
        (0, 30, 5, (0, 8, 16, 22, 30)),
        (5.3, 5, 2, (5.3, 5)),
        (0, 0.003, 4, (0, 0.001, 0.002, 0.003)),
        (-5, 5, 3, (-5, 0, 5)),
        (1, 2, 2, (1, 2)),
        (1e308, -1e308, 3, (1e308, 0, -1e308)),
    ],
)
def test_amounts(start: float, target: float, rungs: int, amounts: tuple[float, ...]) -> None:
    """Up and down, large and small."""
    made = ladder(start, target, unit="minutes", rungs=rungs)

    assert amounts == made.amounts
    assert say("ladder.note.even", count=str(rungs)) == made.note


@pytest.mark.parametrize(
    ("start", "target", "rungs", "amounts"),
    [
        (10, 11, 4, (10, 11)),
        (0, 2, 10, (0, 1, 2)),
        (0.1, 0.102, 5, (0.1, 0.101, 0.102)),
        (0.1234, 0.1241, 5, (0.1234, 0.1241)),
    ],
)
def test_close_ends_need_fewer_rungs(
    start: float, target: float, rungs: int, amounts: tuple[float, ...]
) -> None:
    """Nobody climbs half a glass, or a number that sounds like the one before."""
    made = ladder(start, target, unit="glasses", rungs=rungs)

    assert amounts == made.amounts
    assert say("ladder.note.fewer", count=str(len(amounts))) == made.note


def test_every_rung_has_a_kind_reason() -> None:
    """Its place says which."""
    made = ladder(5, 20, unit="min", rungs=4)

    places = ("first", "between", "between", "last")
    assert [say(f"ladder.rung.{place}") for place in places] == [rung.reason for rung in made]
    assert "minutes" == made.unit
    assert [] == [found for rung in made for found in check_kind(rung.reason)]


def test_a_ladder_becomes_a_plan() -> None:
    """One rung after the other; nothing is stored until somebody says so."""
    plan = ladder(0.25, 1, unit="songs", rungs=4).plan

    assert ["0.25 songs", "0.5 songs", "0.75 songs", "1 songs"] == [step.what for step in plan]
    assert ["step-1"] == [step.id for step in plan.ready()]


def test_it_can_be_counted() -> None:
    """Like any collection."""
    assert 4 == len(ladder(5, 20, unit="minutes"))


@pytest.mark.parametrize(
    ("arguments", "kind", "refused"),
    [
        ({"target": 5}, RuleBroken, ("ladder.no_way_to_go", "target")),
        ({"target": 5.0004}, RuleBroken, ("ladder.no_way_to_go", "target")),
        ({"rungs": 1}, OutsideScale, ("whole.outside_scale", "rungs")),
        ({"rungs": 51}, OutsideScale, ("whole.outside_scale", "rungs")),
        ({"rungs": 4.0}, RuleBroken, ("whole.type", "rungs")),
        ({"start": SECRET}, RuleBroken, ("number.type", "start")),
        ({"target": float("inf")}, RuleBroken, ("number.finite", "target")),
        ({"unit": "5 minutes"}, RuleBroken, ("unit.digit", "unit")),
        ({"unit": SECRET * 2}, RuleBroken, ("text.too_long", "unit")),
    ],
)
def test_refused(
    arguments: dict[str, Any], kind: type[RuleBroken], refused: tuple[str, str]
) -> None:
    """Each argument is named."""
    usual: dict[str, Any] = {"start": 5, "target": 20, "unit": "minutes"}

    assert refused == broken(lambda: ladder(**(usual | arguments)), kind=kind)


def test_a_language_nobody_wrote() -> None:
    """Is told apart from a broken rule."""
    with pytest.raises(UnknownMessage, match="no sentences in locale 'xx'"):
        ladder(5, 20, unit="minutes", locale="xx")


@pytest.mark.parametrize(
    ("start", "target", "rungs", "amounts"),
    [(1, 9, 3, (1, 5, 9)), (3, 11, 3, (3, 7, 11)), (1, 13, 4, (1, 5, 9, 13))],
)
def test_whole_even_rungs_stay_where_they_are(
    start: int, target: int, rungs: int, amounts: tuple[int, ...]
) -> None:
    """A coarser number than they need does not move them."""
    assert amounts == ladder(start, target, unit="minutes", rungs=rungs).amounts
