"""A series of scores says what changed, whether reliably, and which way it runs."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from stepwell.errors import OutsideScale, RuleBroken
from stepwell.instruments import PHQ9, Band, Instrument
from stepwell.measures import Direction, Measure, Reading
from stepwell.progress import Answer, Explained, NotComputable, NotEnoughData, trajectory
from tests.refusals import SECRET, broken

# BDI of person 1 over twelve sessions: data set sgdata, R package suddengains (MIT).
SGDATA = (35, 37, 34, 23, 24, 21, 29, 17, 11, 11, 10, 7)
BDI = Measure("BDI", unit="points", direction="decrease", low=0, high=63)
# The threshold and the band are made up for the test.
BDI_TEST = Instrument(
    code="bdi",
    name="BDI",
    n_items=21,
    item_low=0,
    item_high=3,
    direction="decrease",
    bands=[Band("some", 5)],
    reliable_change=9,
    source="a test",
)
FIRST = date(2027, 1, 4)


def value(answer: Answer) -> float | str:
    """Return the number of an answer that has one."""
    assert isinstance(answer, Explained)
    return answer.value


def sentence(answer: Answer) -> str:
    """Return what an answer says to the person."""
    assert isinstance(answer, Explained)
    return answer.sentence


class TestPublishedSeries:
    """Person 1 of sgdata."""

    def test_change_and_share(self) -> None:
        """35 to 7: 28 points lower, a fifth of the first."""
        shown = trajectory(SGDATA, BDI_TEST)

        assert (-28, True) == (value(shown.change), value(shown.response))
        assert "BDI: 35 at the start, 7 now, 28 lower." == sentence(shown.change)
        assert "It is now 20 percent of the first number." == sentence(shown.response)

    def test_trend(self) -> None:
        """The middle one of all 66 slopes between two sessions."""
        slopes = sorted(
            (SGDATA[j] - SGDATA[i]) / (j - i) for i in range(12) for j in range(i + 1, 12)
        )

        assert (slopes[32] + slopes[33]) / 2 == value(trajectory(SGDATA, BDI).trend)

    def test_every_number_names_what_it_rests_on(self) -> None:
        """Inputs, variant, rule and source are all there."""
        shown = trajectory(SGDATA, BDI_TEST)
        explained = [each for each in shown.answers if isinstance(each, Explained)]

        assert 5 == len(explained)
        assert all(e.inputs and e.variant and e.rule and e.source for e in explained)
        assert tuple(map(float, SGDATA)) == explained[-1].inputs

    def test_published_sources_stand_in_the_bibliography(self) -> None:
        """By the keys they have there."""
        page = Path(__file__).parents[2] / "docs" / "explanation" / "bibliography.md"
        shown = trajectory([18, 16, 12], PHQ9)
        sources = " ".join(each.source for each in shown.answers if isinstance(each, Explained))
        keys = set(re.findall(r"[a-z]+-\d{4}|nhs-[a-z-]+", sources))

        assert keys >= {"coley-2020", "kroenke-2001", "sen-1968", "theil-1950"}
        assert keys >= {"nhs-data-dictionary", "nhs-talking-therapies"}
        assert keys <= set(re.findall(r"^\((.+)\)=$", page.read_text("utf-8"), re.MULTILINE))

    def test_reliable_change_asks_for_the_threshold_or_more(self) -> None:
        """Nine points are nine points."""
        assert "improved" == value(trajectory([20, 11], BDI_TEST).reliable)
        assert "unchanged" == value(trajectory([20, 12], BDI_TEST).reliable)
        assert "deteriorated" == value(trajectory([11, 20], BDI_TEST).reliable)


class TestPhq9:
    """Rules of NHS Talking Therapies and of depression trials."""

    @pytest.mark.parametrize(
        ("before", "after", "response"),
        [
            (20, 10, True),
            (20, 11, False),
            (20, 4, True),
            (14, 7, True),
            (9, 4, True),
            (6, 3, True),
        ],
    )
    def test_response(self, before: int, after: int, response: bool) -> None:
        """Half of the first score or less."""
        assert response is value(trajectory([before, after], PHQ9).response)

    @pytest.mark.parametrize(
        ("before", "after", "found"),
        [
            (15, 8, "improved"),
            (12, 9, "unchanged"),
            (18, 12, "improved"),
            (10, 4, "improved"),
            (10, 9, "unchanged"),
            (8, 14, "deteriorated"),
            (20, 21, "unchanged"),
        ],
    )
    def test_reliable(self, before: int, after: int, found: str) -> None:
        """Six points or more."""
        assert found == value(trajectory([before, after], PHQ9).reliable)

    @pytest.mark.parametrize(
        ("last", "band"), [(4, "minimal"), (5, "mild"), (14, "moderate"), (20, "severe")]
    )
    def test_band(self, last: int, band: str) -> None:
        """The clinician reads its name, the person only where on the scale it is."""
        answer = trajectory([last], PHQ9).band

        assert isinstance(answer, Explained)
        assert (band, f"{last}: {band}.") == (answer.value, answer.for_clinician)
        assert f"{last} on a scale from 0 to 27." == answer.sentence

    def test_no_share_of_nothing(self) -> None:
        """From 0 to 0 there is no response, and none is missing."""
        assert isinstance(trajectory([0, 0], PHQ9).response, NotComputable)

    @pytest.mark.parametrize(
        ("after", "said"),
        [
            (10, "It is now 50 percent of the first number."),
            (10.08, "It is now 50.4 percent of the first number."),
            (10.4, "It is now 52 percent of the first number."),
            (20, "It is now 100 percent of the first number."),
            (21, "It is now above the first number."),
        ],
    )
    def test_a_share_is_told_up_to_the_whole(self, after: float, said: str) -> None:
        """Four times as much as before helps nobody as a share; half is never rounded to."""
        answer = trajectory([20, after], PHQ9).response

        assert said == sentence(answer)
        assert isinstance(answer, Explained)
        assert (after <= 20) == ("percent of the first" in answer.for_clinician)


class TestMinimum:
    """Each number says what it needs."""

    @pytest.mark.parametrize(
        ("name", "needed"),
        [("change", 2), ("reliable", 2), ("response", 2), ("band", 1), ("trend", 3)],
    )
    def test_one_too_few_is_not_enough_and_one_more_is(self, name: str, needed: int) -> None:
        """Exactly at the minimum there is a number."""
        scores = [20, 18, 17]

        for have in range(needed):
            expected = NotEnoughData(name=name, needed=needed, have=have)
            assert expected == getattr(trajectory(scores[:have], PHQ9), name)
        assert isinstance(getattr(trajectory(scores[:needed], PHQ9), name), Explained)


class TestNoMeaning:
    """What cannot be said, however much is recorded."""

    @pytest.mark.parametrize("name", ["reliable", "response", "band"])
    @pytest.mark.parametrize("scores", [[], [20, 10, 5]])
    def test_a_measure_of_ones_own(self, name: str, scores: list[float]) -> None:
        """Has no published threshold, no bands, and no word for a fall by half."""
        assert isinstance(getattr(trajectory(scores, BDI), name), NotComputable)

    @pytest.mark.parametrize("direction", [Direction.INCREASE, Direction.MAINTAIN])
    def test_response_is_for_symptoms(self, direction: Direction) -> None:
        """Where lower is not better, a fall by half is none."""
        scale = attrs.evolve(BDI_TEST, name="wellbeing", direction=direction)
        answer = trajectory([20, 10], scale).response

        assert isinstance(answer, NotComputable)
        assert answer.because.startswith("wellbeing is not a scale on which lower is better")

    def test_response_needs_a_scale_from_nothing(self) -> None:
        """On a scale from 10 upwards half of 20 is not half."""
        scale = attrs.evolve(BDI_TEST, item_low=1, item_high=4)

        assert isinstance(trajectory([40, 30], scale).response, NotComputable)

    def test_reliable_has_a_side(self) -> None:
        """On a scale to hold steady there is no better."""
        steady = Instrument(
            code="weight",
            name="weight",
            n_items=1,
            item_low=0,
            item_high=200,
            direction="maintain",
            reliable_change=5,
            source="a test",
        )

        assert isinstance(trajectory([70, 60], steady).reliable, NotComputable)

    def test_below_the_lowest_band(self) -> None:
        """No name is made up."""
        assert isinstance(trajectory([4], BDI_TEST).band, NotComputable)
        assert "some" == value(trajectory([5], BDI_TEST).band)

    def test_one_day_is_no_trend(self) -> None:
        """Three readings of one day have no slope."""
        readings = [Reading(each, measure=BDI, on=FIRST) for each in (35, 30, 25)]

        assert isinstance(trajectory(readings, BDI).trend, NotComputable)


class TestWords:
    """What is said goes with the number."""

    @pytest.mark.parametrize(
        ("scores", "change", "trend"),
        [
            ([10, 12, 14], "10 at the start, 14 now, 4 higher.", "went up by about 2 from one"),
            ([14, 12, 10], "14 at the start, 10 now, 4 lower.", "went down by about 2 from one"),
            ([10, 12, 10], "10 now, the same as at the start.", "stayed about level."),
            ([10, 10.04, 10.08], "10 at the start, 10.08 now, 0.08 higher.", "about level."),
            ([63, 60, 10.5], "63 at the start, 10.5 now, 52.5 lower.", "by about 26.2 from"),
        ],
    )
    def test_up_down_and_level(self, scores: list[float], change: str, trend: str) -> None:
        """Neither is called good or bad."""
        shown = trajectory(scores, BDI)

        assert sentence(shown.change).endswith(change)
        assert trend in sentence(shown.trend)

    @pytest.mark.parametrize(
        ("scores", "readings", "change", "trend"),
        [
            ([0.42, 0.44, 0.46], "0.42, 0.44, 0.46", "0.42 at the start, 0.46 now, 0.04", "0.02"),
            ([2.44, 2.4, 2.36], "2.44, 2.4, 2.36", "2.44 at the start, 2.36 now, 0.08", "0.04"),
            ([1e-5, 2e-5, 3e-5], "0.00001, 0.00002, 0.00003", "0.00003 now, 0.00002", "0.00001"),
            ([10.125, 9.5, 9], "10.125, 9.5, 9", "10.125 at the start, 9 now, 1.125", "0.6"),
        ],
    )
    def test_small_numbers_keep_their_digits(
        self, scores: list[float], readings: str, change: str, trend: str
    ) -> None:
        """First, last and the way between them can be checked in the head."""
        shown = trajectory(scores, Measure("share", unit="parts", direction="decrease"))

        assert f"readings   {readings}" in str(shown)
        assert change in sentence(shown.change)
        assert f"by about {trend} from one to the next" in sentence(shown.trend)

    def test_thirds_agree_as_they_are_shown(self) -> None:
        """What is rounded is rounded once, and the difference is that of what is shown."""
        shown = sentence(trajectory([64 / 7, 73 / 7], BDI).change)

        assert "BDI: 9.143 at the start, 10.429 now, 1.286 higher." == shown

    def test_binary_dust_is_no_change(self) -> None:
        """Three tenths are three tenths."""
        shown = sentence(trajectory([0.1 + 0.2, 0.3], BDI).change)

        assert "BDI: 0.3 now, the same as at the start." == shown

    @pytest.mark.parametrize(
        ("scale", "scores", "level"),
        [
            ({"step": 1}, [5, 5, 5, 6], True),
            ({"step": 1}, [5, 5, 6, 6], False),
            ({"low": 0, "high": 1}, [0.5, 0.502, 0.504], True),
            ({"low": 0, "high": 1}, [0.5, 0.51, 0.52], False),
            ({}, [1000, 1001, 1002], True),
            ({}, [1000, 1010, 1020], False),
            ({}, [0, 0, 0], True),
        ],
    )
    def test_level_is_what_adds_up_to_less_than_the_grain_of_the_scale(
        self, scale: dict[str, float], scores: list[float], level: bool
    ) -> None:
        """A step, a hundredth of the scale, or a hundredth of the largest number."""
        measure = Measure("mood", unit="points", direction="increase", **scale)

        assert level is ("about level" in sentence(trajectory(scores, measure).trend))

    def test_reliable_is_told_gently(self) -> None:
        """A person reads nothing of improvement or deterioration."""
        for scores in ([20, 10], [10, 20], [10, 10]):
            answer = trajectory(scores, PHQ9).reliable
            assert isinstance(answer, Explained)
            assert str(answer.value) not in answer.sentence


class TestReadings:
    """Readings bring their days along."""

    def test_days_put_them_in_order(self) -> None:
        """However they were listed."""
        days = [FIRST + timedelta(weeks=at) for at in range(4)]
        readings = [
            Reading(amount, measure=BDI, on=day)
            for amount, day in zip((35, 33, 31, 29), days, strict=True)
        ]

        shown = trajectory(reversed(readings), BDI)

        assert (tuple(days), (35, 33, 31, 29)) == (shown.series.days, shown.series.amounts)
        assert "Over 4 readings it went down by about 2 a week." == sentence(shown.trend)

    def test_a_trend_goes_by_the_calendar(self) -> None:
        """Two weeks between readings count twice."""
        readings = [
            Reading(amount, measure=BDI, on=FIRST + timedelta(weeks=2 * at))
            for at, amount in enumerate((35, 33, 31))
        ]

        assert -1 == value(trajectory(readings, BDI).trend)
        assert -2 == value(trajectory([35, 33, 31], BDI).trend)

    def test_a_trend_names_the_days_it_rests_on(self) -> None:
        """Without them nobody could work it out again."""
        days = (FIRST, FIRST + timedelta(weeks=1), FIRST + timedelta(weeks=3))
        readings = [
            Reading(each, measure=BDI, on=day) for each, day in zip((9, 8, 6), days, strict=True)
        ]
        answer = trajectory(readings, BDI).trend

        assert isinstance(answer, Explained)
        assert (days, (9, 8, 6)) == (answer.days, answer.inputs)
        assert "worked out from       9 (2027-01-04), 8 (2027-01-11), 6 (2027-01-25)" in str(answer)

    @pytest.mark.parametrize(
        ("scores", "refused"),
        [
            ([Reading(3, measure=BDI, on=FIRST), 3], ("trajectory.mixed", "scores")),
            (
                [Reading(3, measure=PHQ9.measure, on=FIRST)],
                ("trajectory.measure", "scores"),
            ),
        ],
    )
    def test_one_scale_at_a_time(self, scores: Any, refused: tuple[str, str]) -> None:
        """Neither two kinds of number nor two measures."""
        assert refused == broken(lambda: trajectory(scores, BDI))


@pytest.mark.parametrize(
    ("scores", "scale", "kind", "refused"),
    [
        ([3, 64], BDI, OutsideScale, ("measure.outside_scale", "scores[1]")),
        ([3, -1], PHQ9, OutsideScale, ("measure.outside_scale", "scores[1]")),
        ([3, float("nan")], BDI, RuleBroken, ("number.finite", "scores[1]")),
        ([3, SECRET], BDI, RuleBroken, ("number.type", "scores[1]")),
        ([None], BDI, RuleBroken, ("number.type", "scores[0]")),
        (SECRET, BDI, RuleBroken, ("several.type", "scores")),
        ({18, 16}, BDI, RuleBroken, ("several.type", "scores")),
        ([3], SECRET, RuleBroken, ("trajectory.scale", "scale")),
    ],
)
def test_refused(scores: Any, scale: Any, kind: type[RuleBroken], refused: tuple[str, str]) -> None:
    """A score is named by its place."""
    assert refused == broken(lambda: trajectory(scores, scale), kind=kind)
