"""Events say who, when and for which local day, and refuse what cannot be true."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, get_args
from zoneinfo import ZoneInfo

import attrs
import pytest

from stepwell.dismissals import Dismissal
from stepwell.errors import OutsideScale, RuleBroken
from stepwell.goals import AchievementStatus, Goal, LifecycleStatus
from stepwell.instruments import PHQ9
from stepwell.measures import Measure, Reading, at_least
from stepwell.steps import Outcome, StepPlan
from stepwell.story import (
    EVENTS,
    AchievementChanged,
    Event,
    FindingDismissed,
    GoalAdded,
    GoalPlaced,
    GoalRated,
    GoalStarred,
    LifecycleChanged,
    ReadingRecorded,
    ScoreRecorded,
    Stamp,
    StepRecorded,
    TargetRevised,
    UnknownEvent,
)
from stepwell.story.events import _rules_of
from tests.refusals import broken

DAY = date(2027, 1, 4)
STAMP = Stamp(by="p", at=datetime(2027, 1, 4, 9, tzinfo=UTC), day=DAY, zone="UTC")
WALKING = Measure("walking", unit="minutes", direction="increase", low=0)
PARTS: dict[type[Event], dict[str, Any]] = {
    GoalAdded: {"goal_id": "g", "goal": Goal("Walk")},
    StepRecorded: {"goal_id": "g", "step_id": "s", "outcome": "done"},
    ReadingRecorded: {"reading": Reading(10, measure=WALKING, on=DAY)},
    ScoreRecorded: {"score": PHQ9.score([0] * 9)},
    GoalRated: {"goal_id": "g", "rating": 3},
    TargetRevised: {"goal_id": "g", "target": at_least(10, "minutes")},
    LifecycleChanged: {"goal_id": "g", "lifecycle": "on-hold"},
    AchievementChanged: {"goal_id": "g", "achievement": "improving"},
    GoalStarred: {"goal_id": "g", "starred": True},
    FindingDismissed: {"goal_id": "g", "dismissal": Dismissal("TIM06")},
    GoalPlaced: {"goal_id": "g", "part_of": "whole"},
}
FIELDS = [
    (kind, field.name) for kind in EVENTS for field in attrs.fields(kind) if field.name != "stamp"
]


def made(kind: type[Event], **changes: Any) -> Any:
    """Return an event with ordinary parts but for the changes."""
    build: Any = kind
    return build(**{**PARTS[kind], "stamp": STAMP, **changes})


def refused(code: str, kind: type[Event], **changes: Any) -> str:
    """Return the path at which an event is refused with a code."""
    with pytest.raises(RuleBroken) as caught:
        made(kind, **changes)
    assert code == caught.value.code
    return caught.value.path


class TestStamp:
    """Who said it, when, and on which local day it is true."""

    @pytest.mark.parametrize(
        ("zone", "local"),
        [
            ("UTC", date(2027, 1, 4)),
            ("Pacific/Kiritimati", date(2027, 1, 5)),
            ("Etc/GMT+12", date(2027, 1, 3)),
            ("Asia/Kathmandu", date(2027, 1, 4)),
        ],
    )
    def test_the_day_is_the_local_one(self, zone: str, local: date) -> None:
        """Eleven in the morning in UTC is another day at UTC+14 and at UTC-12."""
        moment = datetime(2027, 1, 4, 11, 0, tzinfo=UTC)

        assert local == Stamp.now(moment, by="p", zone=zone).day

    @pytest.mark.parametrize(
        ("moment", "local"),
        [
            (datetime(2026, 3, 28, 23, 59, tzinfo=UTC), date(2026, 3, 28)),
            (datetime(2026, 3, 29, 22, 59, tzinfo=UTC), date(2026, 3, 29)),
            (datetime(2026, 3, 29, 23, 0, tzinfo=UTC), date(2026, 3, 30)),
            (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), date(2026, 10, 25)),
            (datetime(2026, 10, 25, 23, 59, tzinfo=UTC), date(2026, 10, 25)),
            (datetime(2026, 10, 26, 0, 0, tzinfo=UTC), date(2026, 10, 26)),
        ],
    )
    def test_the_day_is_right_when_clocks_change(self, moment: datetime, local: date) -> None:
        """The day with 23 hours and the day with 25 hours in London end at midnight."""
        assert local == Stamp.now(moment, by="p", zone="Europe/London").day

    def test_a_stated_day_is_kept(self) -> None:
        """A fact may be told days later."""
        now = datetime(2027, 1, 9, tzinfo=UTC)

        assert DAY == Stamp.now(now, by="p", zone="UTC", day=DAY).day

    def test_a_repeated_hour_is_two_moments(self) -> None:
        """Half past one comes twice when clocks go back; a stamp tells them apart."""
        once = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/London"))
        first, second = (
            Stamp.now(moment, by="p", zone="Europe/London").at
            for moment in (once, once.replace(fold=1))
        )

        assert timedelta(hours=1) == second - first

    def test_a_moment_keeps_its_offset_alone(self) -> None:
        """A moment in a zone equals the same moment read back from a store."""
        moment = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/London"))
        offset = timezone(timedelta(hours=1))

        at = attrs.evolve(STAMP, at=moment).at

        assert (datetime(2026, 10, 25, 1, 30, tzinfo=offset), offset) == (at, at.tzinfo)

    def test_a_zone_may_be_unknown_here(self) -> None:
        """A stamp from another machine is read, whatever zones this one knows."""
        assert "Mars/Olympus" == attrs.evolve(STAMP, zone="Mars/Olympus").zone

    @pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "/etc", "Europe", "GMT+99"])
    def test_a_day_needs_a_zone_known_here(self, zone: str) -> None:
        """Where the rules of a zone are not known, nobody guesses a day."""
        refusal = broken(lambda: Stamp.now(STAMP.at, by="p", zone=zone))

        assert ("stamp.zone", "stamp.zone") == refusal

    def test_utc_is_known_everywhere(self) -> None:
        """A machine that has no list of zones knows this one all the same."""
        assert UTC is _rules_of("UTC")

    def test_a_day_needs_a_moment_with_an_offset(self) -> None:
        """A naive moment is refused before anybody asks which day it falls on."""
        naive = datetime(2027, 1, 4)  # noqa: DTZ001 - refused

        refusal = broken(lambda: Stamp.now(naive, by="p", zone="UTC"))

        assert ("moment.naive", "stamp.at") == refusal

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"at": datetime(2027, 1, 4)}, "moment.naive", "stamp.at"),  # noqa: DTZ001 - refused
            ({"at": "2027-01-04T09:00:00Z"}, "moment.type", "stamp.at"),
            ({"day": STAMP.at}, "day.type", "stamp.day"),
            ({"day": "2027-01-04"}, "day.type", "stamp.day"),
            ({"by": ""}, "text.empty", "stamp.by"),
            ({"by": "a\nb"}, "id.plain", "stamp.by"),
            ({"by": None}, "text.type", "stamp.by"),
            ({"zone": ""}, "text.empty", "stamp.zone"),
        ],
    )
    def test_refused(self, changes: dict[str, Any], code: str, path: str) -> None:
        """Each thing that is no stamp is named."""
        with pytest.raises(RuleBroken) as caught:
            attrs.evolve(STAMP, **changes)

        assert (code, path) == (caught.value.code, caught.value.path)


class TestEvents:
    """Every kind of event checks every part of itself."""

    def test_every_event_is_listed_once(self) -> None:
        """What can stand in a story is what this version reads, and what it does not."""
        assert {*EVENTS, UnknownEvent} == set(get_args(Event))
        assert set(EVENTS) == set(PARTS)

    @pytest.mark.parametrize("kind", EVENTS)
    def test_an_event_cannot_change(self, kind: type[Event]) -> None:
        """What happened stays as it happened."""
        event = made(kind)

        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            event.stamp = STAMP

    @pytest.mark.parametrize("kind", EVENTS)
    def test_every_event_needs_a_stamp(self, kind: type[Event]) -> None:
        """Nothing happens without somebody, a moment and a day."""
        assert "stamp" == refused("value.type", kind, stamp="today")

    @pytest.mark.parametrize(("kind", "field"), FIELDS)
    def test_another_type_is_refused(self, kind: type[Event], field: str) -> None:
        """No part takes a thing of another type, and the error names the part."""
        with pytest.raises(RuleBroken) as caught:
            made(kind, **{field: object()})

        assert caught.value.path in {field, "note"}

    def test_codes_become_members(self) -> None:
        """A host may write the code; the event holds the member."""
        assert Outcome.DONE is made(StepRecorded).outcome
        assert LifecycleStatus.ON_HOLD is made(LifecycleChanged).lifecycle
        assert AchievementStatus.IMPROVING is made(AchievementChanged).achievement

    @pytest.mark.parametrize("rating", [0, 10])
    def test_the_ends_of_the_ruler_count(self, rating: int) -> None:
        """Not at all met and reached are both ratings."""
        assert rating == made(GoalRated, rating=rating).rating

    @pytest.mark.parametrize("number", [-1, 11])
    def test_off_the_ruler_is_refused(self, number: int) -> None:
        """A rating and an effort lie from 0 to 10."""
        with pytest.raises(OutsideScale):
            made(GoalRated, rating=number)

        assert "effort" == refused("whole.outside_scale", StepRecorded, effort=number)

    @pytest.mark.parametrize("number", [True, 1.9, "3"])
    def test_what_resembles_a_rating_is_refused(self, number: Any) -> None:
        """True is not 1, 1.9 is not 1, "3" is not 3."""
        assert "rating" == refused("whole.type", GoalRated, rating=number)

    def test_unknown_codes_are_refused(self) -> None:
        """An outcome and a status have codes of their own."""
        assert "outcome" == refused("code.unknown", StepRecorded, outcome="won")
        assert "lifecycle" == refused("code.unknown", LifecycleChanged, lifecycle="done")
        assert "achievement" == refused("code.unknown", AchievementChanged, achievement="done")

    def test_a_note_is_words_or_left_out(self) -> None:
        """An empty note is no note."""
        assert made(GoalRated).note is None
        assert " it rained " == made(GoalRated, note=" it rained ").note
        assert "note" == refused("text.empty", GoalRated, note=" ")
        assert "note" == refused("text.too_long", GoalRated, note="x" * 10_001)

    @pytest.mark.parametrize("starred", [1, 0, "yes", None])
    def test_what_resembles_a_truth_value_is_refused(self, starred: Any) -> None:
        """A goal has a star or has none; 1 is not true."""
        assert "starred" == refused("value.type", GoalStarred, starred=starred)

    def test_a_goal_may_stand_by_itself(self) -> None:
        """A goal needs no whole, and may leave the one it had."""
        assert made(GoalAdded).part_of is None
        assert made(GoalPlaced, part_of=None).part_of is None
        assert "part_of" == refused("text.empty", GoalAdded, part_of="")

    def test_a_goal_may_come_without_steps(self) -> None:
        """Steps can follow later."""
        assert StepPlan() == made(GoalAdded).steps

    def test_a_reading_may_stand_alone(self) -> None:
        """Not every number belongs to a goal."""
        assert made(ReadingRecorded).goal_id is None
        assert "g" == made(ReadingRecorded, goal_id="g").goal_id

    def test_an_unknown_event_shows_no_content(self) -> None:
        """What it holds may be anybody's words, so it is not shown."""
        event = UnknownEvent(kind="k", schema=1, body='{"note": "canary"}', problem="p")

        assert "canary" not in repr(event)
