"""A goal book stores what was decided, once, and no safety signal is lost on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, final
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from stepwell.decompose import ladder
from stepwell.dismissals import Dismissal
from stepwell.errors import (
    DuplicateId,
    FormatError,
    JournalError,
    NotFound,
    RecordClash,
    RuleBroken,
    SafetyHookFailed,
    UnknownMessage,
    VersionConflict,
    WordsNotScreened,
)
from stepwell.goals import AchievementStatus, Goal, LifecycleStatus
from stepwell.instruments import PHQ9, Instrument, Score
from stepwell.measures import Measure, Reading, at_least
from stepwell.memory import MemoryJournal
from stepwell.ports import Appended, Journal, Record
from stepwell.safety import CrisisResources, SafetyClass, SafetySignal
from stepwell.service import GoalBook
from stepwell.steps import Outcome, StepPlan
from stepwell.story import (
    ChangeAchievement,
    ChangeLifecycle,
    Decision,
    DismissFinding,
    LifecycleChanged,
    PlaceGoal,
    RateGoal,
    RecordReading,
    RecordScore,
    RecordStep,
    Request,
    ReviseTarget,
    StarGoal,
    UnknownEvent,
)
from stepwell.typing import Clock
from tests.refusals import broken

CONCERN = "I do not want to be alive"
NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)
WALKING = Measure("walking", unit="minutes", direction="increase", low=0, high=120)
GOAL = Goal("Walk in the park", measure=WALKING, target=at_least(20, "minutes"))
EASED = at_least(10, "minutes")
TEN = Reading(10, measure=WALKING, on=NOON.date())
ITEM_9 = [0, 0, 0, 0, 0, 0, 0, 0, 1]


def ids() -> Callable[[], str]:
    """Return a maker of the ids id-1, id-2 and so on."""
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


def fresh() -> str:
    """Return an id that has never been returned before."""
    return uuid4().hex


def hourly() -> Clock:
    """Return a clock that is read once an hour."""
    hours = count()
    return lambda: NOON + timedelta(hours=next(hours))


def opened(journal: Journal, heard: list[SafetySignal] | None = None, **others: Any) -> GoalBook:
    """Return a book with a clock and ids of its own, whose signals are heard."""
    hook = (heard if heard is not None else []).append
    injected: dict[str, Any] = {"on_safety": hook, "clock": hourly(), "make_id": fresh}
    return GoalBook(journal, **{**injected, **others})


@pytest.fixture
def journal() -> MemoryJournal:
    """Return an empty journal."""
    return MemoryJournal()


@pytest.fixture
def heard() -> list[SafetySignal]:
    """Return what the host has heard, in order."""
    return []


@pytest.fixture
def book(journal: MemoryJournal, heard: list[SafetySignal]) -> GoalBook:
    """Return a book in which the person p has the goal g."""
    made = opened(journal, heard, make_id=ids())
    made.add_goal("p", GOAL, steps=StepPlan.of("Shoes", "Walk"), goal_id="g")
    return made


def signal(
    field: str = "note", *, entry: str | None = "e", origin: Any = "words", person: str = "p"
) -> SafetySignal:
    """Return a signal to answer at once."""
    return SafetySignal(
        safety=SafetyClass.RESPOND_NOW, field=field, origin=origin, person=person, entry=entry
    )


@final
class Breaking:
    """A journal that fails to read, or to append, or appends and then fails."""

    def __init__(self, inner: Journal, *, at: str) -> None:
        """Keep the journal that works, and what is to fail."""
        self.inner = inner
        self.at = at

    def append(self, stream: str, records: Sequence[Record], *, expected: int) -> Appended:
        """Append, unless this is what breaks."""
        if self.at == "append":
            raise ConnectionError(self.at)
        done = self.inner.append(stream, records, expected=expected)
        if self.at == "answer":
            raise ConnectionError(self.at)
        return done

    def read(self, stream: str, *, after: int = 0) -> Iterable[Record]:
        """Read, unless this is what breaks."""
        if self.at == "read":
            raise ConnectionError(self.at)
        return self.inner.read(stream, after=after)


@final
class Crowded:
    """A journal in which others write just before each of the next appends."""

    def __init__(self, inner: Journal, *others: Callable[[], object]) -> None:
        """Keep the journal, and those who write first."""
        self.inner = inner
        self.others = iter(others)
        self.asked = 0

    def append(self, stream: str, records: Sequence[Record], *, expected: int) -> Appended:
        """Let somebody else go first, as long as somebody is waiting."""
        self.asked += 1
        next(self.others, lambda: None)()
        return self.inner.append(stream, records, expected=expected)

    def read(self, stream: str, *, after: int = 0) -> Iterable[Record]:
        """Return the records of a stream."""
        return self.inner.read(stream, after=after)


@final
class Clashing:
    """A journal that takes every id for one that it holds."""

    def __init__(self, inner: Journal) -> None:
        """Keep the journal to read from."""
        self.inner = inner

    def append(self, stream: str, records: Sequence[Record], *, expected: int) -> Appended:
        """Refuse everything."""
        assert expected == records[0].version - 1
        raise RecordClash(stream, records[0].id)

    def read(self, stream: str, *, after: int = 0) -> Iterable[Record]:
        """Return the records of a stream."""
        return self.inner.read(stream, after=after)


def raising(_signal: SafetySignal) -> None:
    """Fail to deliver a signal."""
    message = "the pager is off"
    raise ConnectionError(message)


def undelivered(error: SafetyHookFailed) -> list[SafetySignal]:
    """Return the signals that an error says did not arrive."""
    return [each for each in error.signals if isinstance(each, SafetySignal)]


class TestRecording:
    """Everything that can be asked is stored and comes back in the plan."""

    def test_a_goal_with_steps(self, journal: MemoryJournal) -> None:
        """A goal gets an id, and its steps stand under it."""
        book = opened(journal)
        goal_id = book.add_goal("p", GOAL, steps=StepPlan.of("Shoes"))
        planned = book.plan("p").goal(goal_id)

        assert (GOAL, ["Shoes"]) == (planned.goal, [step.what for step in planned.steps])

    def test_a_preview_becomes_steps(self, journal: MemoryJournal) -> None:
        """A ladder can be handed over as it is."""
        book = opened(journal)
        goal_id = book.add_goal("p", GOAL, steps=ladder(5, 20, unit="minutes", rungs=4))

        assert 4 == len(book.plan("p").goal(goal_id).steps)

    def test_ids_of_a_goal(self, journal: MemoryJournal) -> None:
        """An id is the host's, or the request's, or a new one."""
        book = opened(journal, make_id=ids())

        assert ["mine", "asked", "id-1"] == [
            book.add_goal("a", GOAL, goal_id="mine", request_id="r"),
            book.add_goal("b", GOAL, request_id="asked"),
            book.add_goal("c", GOAL),
        ]

    def test_every_kind_of_entry(self, book: GoalBook) -> None:
        """Each method returns the plan with its entry in it."""
        book.record_step("p", "g", "step-1", "tried", effort=3, note="rain")
        book.record_step("p", "g", "step-1")
        book.record_reading("p", TEN, goal_id="g", note="sun")
        book.record_score("p", PHQ9.score([1] * 8 + [0]), note="tired")
        book.rate_goal("p", "g", 4, note="near")
        book.revise_target("p", "g", EASED, reason="flu")
        book.change_lifecycle("p", "g", "on-hold", reason="flu")
        plan = book.change_achievement("p", "g", "improving", reason="sun")

        planned = plan.goal("g")
        assert book.plan("p") == plan
        assert ((), (), 9) == (plan.unapplied, plan.unread, plan.version)
        assert [Outcome.TRIED, Outcome.DONE] == [each.event.outcome for each in planned.attempts]
        assert [TEN] == [each.event.reading for each in planned.readings]
        assert [8] == [each.event.score.total for each in plan.scores]
        assert [4] == [each.event.rating for each in planned.ratings]
        assert (EASED, LifecycleStatus.ON_HOLD, AchievementStatus.IMPROVING) == (
            planned.goal.target,
            planned.goal.lifecycle,
            planned.goal.achievement,
        )

    @pytest.mark.parametrize(
        ("ask", "request_"),
        [
            (
                lambda book, **told: book.record_step(
                    "p", "g", "step-1", "tried", effort=3, note="rain", **told
                ),
                RecordStep(goal_id="g", step_id="step-1", outcome="tried", effort=3, note="rain"),
            ),
            (
                lambda book, **told: book.record_reading("p", TEN, goal_id="g", note="sun", **told),
                RecordReading(reading=TEN, goal_id="g", note="sun"),
            ),
            (
                lambda book, **told: book.record_score(
                    "p", PHQ9.score(ITEM_9), note="tired", **told
                ),
                RecordScore(score=PHQ9.score(ITEM_9), note="tired"),
            ),
            (
                lambda book, **told: book.rate_goal("p", "g", 4, note="near", **told),
                RateGoal(goal_id="g", rating=4, note="near"),
            ),
            (
                lambda book, **told: book.revise_target("p", "g", EASED, reason="flu", **told),
                ReviseTarget(goal_id="g", target=EASED, reason="flu"),
            ),
            (
                lambda book, **told: book.change_lifecycle(
                    "p", "g", "on-hold", reason="flu", **told
                ),
                ChangeLifecycle(goal_id="g", lifecycle="on-hold", reason="flu"),
            ),
            (
                lambda book, **told: book.change_achievement(
                    "p", "g", "improving", reason="sun", **told
                ),
                ChangeAchievement(goal_id="g", achievement="improving", reason="sun"),
            ),
            (
                lambda book, **told: book.star_goal("p", "g", starred=False, **told),
                StarGoal(goal_id="g", starred=False),
            ),
            (
                lambda book, **told: book.place_goal("p", "g", part_of=None, **told),
                PlaceGoal(goal_id="g", part_of=None),
            ),
            (
                lambda book, **told: book.dismiss_finding("p", "g", "TIM06", reason="open", **told),
                DismissFinding(goal_id="g", code="TIM06", reason="open"),
            ),
        ],
        ids=lambda case: type(case).__name__,
    )
    def test_a_method_says_what_its_request_says(
        self, book: GoalBook, ask: Callable[..., object], request_: Request
    ) -> None:
        """Not a note, a reason, an effort or anything told is lost between the two."""
        told: dict[str, Any] = {"request_id": "e", "by": "t", "zone": "Asia/Tokyo"}
        by_hand = opened(MemoryJournal())
        by_hand.add_goal("p", GOAL, steps=StepPlan.of("Shoes", "Walk"), goal_id="g")

        ask(book, **told)
        by_hand.do("p", request_, **told)

        (entry, asked) = (each.story("p")[-1] for each in (book, by_hand))
        assert ("e", asked) == (entry.id, entry)

    def test_lists_and_parts(self, book: GoalBook) -> None:
        """A goal can be part of another, have a star, rest, and be taken up again."""
        book.add_goal("p", Goal("Feel at home again"), goal_id="whole")
        book.add_goal("p", Goal("Call Sam"), goal_id="part", part_of="whole")
        starred = book.star_goal("p", "g")
        parked = book.park_goal("p", "g", reason="flu")
        taken_up = book.take_up_goal("p", "g", reason="well again")
        placed = book.place_goal("p", "g", part_of="whole")
        book.place_goal("p", "part", part_of=None)
        plan = book.star_goal("p", "g", starred=False)

        assert (True, False) == (starred.goal("g").starred, plan.goal("g").starred)
        assert (LifecycleStatus.ON_HOLD, LifecycleStatus.ACTIVE) == (
            parked.goal("g").goal.lifecycle,
            taken_up.goal("g").goal.lifecycle,
        )
        assert (("g", "part"), ("g",)) == (
            tuple(part.id for part in placed.parts("whole")),
            tuple(part.id for part in plan.parts("whole")),
        )
        assert (("flu", "well again"), ()) == (
            tuple(
                each.event.reason
                for each in plan.goal("g").changes
                if isinstance(each.event, LifecycleChanged)
            ),
            plan.unapplied,
        )

    def test_what_is_returned_is_what_was_stored(
        self, book: GoalBook, journal: MemoryJournal
    ) -> None:
        """Nothing in the plan is there before the journal has it."""
        plan = book.rate_goal("p", "g", 4)

        assert opened(journal).plan("p") == plan

    def test_people_are_apart(self, book: GoalBook) -> None:
        """One person's goal is not another's."""
        with pytest.raises(NotFound):
            book.rate_goal("q", "g", 4)

        assert 0 == book.plan("q").version

    def test_a_record_in_plain_parts(self, book: GoalBook, journal: MemoryJournal) -> None:
        """Stream, version, id, kind, schema, the moment of storing, and a payload."""
        book.rate_goal("p", "g", 4, request_id="e")
        record = tuple(journal.read("p"))[-1]

        assert ("p", 2, "e", "goal_rated", 1) == (
            record.stream,
            record.version,
            record.id,
            record.kind,
            record.schema,
        )
        assert {"goal_id": "g", "rating": 4, "note": None} == {
            key: value for key, value in record.payload.items() if key != "stamp"
        }

    def test_its_own_clock_and_ids(self, journal: MemoryJournal) -> None:
        """Without a host's clock and ids the book has its own, in UTC and at random."""
        book = GoalBook(journal, on_safety=print)
        before = datetime.now(UTC)
        first, second = book.add_goal("p", GOAL), book.add_goal("p", GOAL)
        (stored, _) = journal.read("p")

        assert before <= stored.recorded_at <= datetime.now(UTC)
        assert re.fullmatch("[0-9a-f]{32}", first)
        assert first != second

    def test_a_plan_as_it_was_known(self, book: GoalBook) -> None:
        """What was told later is not in it, even about an earlier day."""
        known = book.story("p")[-1].recorded_at
        before = book.plan("p")
        book.rate_goal("p", "g", 4, day=date(2026, 1, 1))

        assert before == book.plan_as_of("p", known)

    def test_a_report(self, book: GoalBook) -> None:
        """The three readings of every goal."""
        book.rate_goal("p", "g", 4)

        assert ["g"] == [goal.goal_id for goal in book.report("p").goals]

    def test_a_report_on_a_questionnaire_of_the_hosts(self, book: GoalBook) -> None:
        """Its scale is the one that the host names."""
        sleep = Instrument(
            code="sleep",
            name="Sleep",
            n_items=1,
            item_low=0,
            item_high=4,
            direction="decrease",
            source="our clinic",
        )
        book.record_score("p", sleep.score([2]))

        assert (("sleep",), ()) == (
            book.report("p").without_scale,
            book.report("p", instruments=[sleep]).without_scale,
        )

    def test_a_report_in_a_language_without_sentences(self, journal: MemoryJournal) -> None:
        """Nobody is answered in another language than the book's."""
        with pytest.warns(WordsNotScreened):
            book = opened(journal, locale="xx")
        book.add_goal("p", GOAL)

        with pytest.raises(UnknownMessage, match="'xx'"):
            book.report("p")


class TestToldAbout:
    """Who says it, for which day, where, and under which id."""

    def test_what_is_told_by_default(self, book: GoalBook) -> None:
        """The person themselves, today, in the book's zone."""
        stamp = book.rate_goal("p", "g", 4).goal("g").ratings[0].event.stamp

        assert ("p", NOON.date(), "UTC") == (stamp.by, stamp.day, stamp.zone)

    def test_what_is_told(self, book: GoalBook) -> None:
        """A therapist may write down on Tuesday what was true on Monday elsewhere."""
        monday = date(2027, 1, 4)
        plan = book.rate_goal("p", "g", 4, by="t", day=monday, zone="Asia/Tokyo", request_id="e")
        rating = plan.goal("g").ratings[0]

        assert ("e", "t", monday, "Asia/Tokyo") == (
            rating.id,
            rating.event.stamp.by,
            rating.event.stamp.day,
            rating.event.stamp.zone,
        )

    @pytest.mark.parametrize(
        ("zone", "moment", "day"),
        [
            ("Pacific/Kiritimati", datetime(2027, 1, 4, 10, tzinfo=UTC), date(2027, 1, 5)),
            ("Etc/GMT+12", datetime(2027, 1, 4, 11, 59, tzinfo=UTC), date(2027, 1, 3)),
            ("Europe/London", datetime(2026, 3, 29, 23, 30, tzinfo=UTC), date(2026, 3, 30)),
            ("Europe/London", datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 25)),
            (
                "America/New_York",
                datetime(2027, 1, 4, 9, tzinfo=ZoneInfo("Asia/Tokyo")),
                date(2027, 1, 3),
            ),
        ],
    )
    def test_the_local_day(
        self, journal: MemoryJournal, zone: str, moment: datetime, day: date
    ) -> None:
        """At UTC+14, at UTC-12, and around a change of clocks, whatever the clock's zone."""
        book = opened(journal, zone=zone, clock=lambda: moment)
        book.add_goal("p", GOAL, goal_id="g")

        assert day == book.plan("p").goal("g").targets[0].since

    def test_a_naive_clock_is_refused(self, journal: MemoryJournal) -> None:
        """A clock without a zone is told of in words, and nothing is stored."""
        book = opened(journal, clock=lambda: datetime(2027, 1, 4))  # noqa: DTZ001 - refused

        with pytest.raises(RuleBroken, match="no UTC offset; give it a time zone"):
            book.add_goal("p", GOAL)

        assert () == tuple(journal.read("p"))

    @pytest.mark.parametrize(
        ("told", "path"),
        [
            ({"zone": "Mars/Olympus"}, "stamp.zone"),
            ({"zone": None}, "stamp.zone"),
            ({"by": ""}, "stamp.by"),
            ({"day": NOON}, "stamp.day"),
            ({"day": "2027-01-04"}, "stamp.day"),
            ({"request_id": ""}, "request_id"),
            ({"request_id": 7}, "request_id"),
        ],
    )
    def test_what_cannot_be_told(self, book: GoalBook, told: dict[str, Any], path: str) -> None:
        """Each is named by its path, and nothing is stored."""
        before = book.plan("p")

        with pytest.raises(RuleBroken) as caught:
            book.rate_goal("p", "g", 4, **told)

        assert path == caught.value.path
        assert before == book.plan("p")

    def test_an_unknown_keyword_is_refused(self, book: GoalBook) -> None:
        """A slip of the pen is not dropped in silence."""
        told: Any = {"dya": date(2027, 1, 4)}

        with pytest.raises(TypeError, match="'dya' is not one of by, day, zone, request_id"):
            book.rate_goal("p", "g", 4, **told)

    @pytest.mark.parametrize("person", ["", " p", "a\nb", None, 7])
    def test_a_person_is_an_id(self, book: GoalBook, person: Any) -> None:
        """Every way into the book wants one."""
        ways: list[Callable[[], object]] = [
            lambda: book.add_goal(person, GOAL),
            lambda: book.story(person),
            lambda: book.plan(person),
            lambda: book.export(person),
        ]
        for way in ways:
            assert "person" == broken(way)[1]

    def test_a_made_id_is_text(self, journal: MemoryJournal) -> None:
        """A maker that returns something else than text is found at once."""
        book = opened(journal, make_id=uuid4)

        with pytest.raises(RuleBroken, match="expected text, got UUID"):
            book.add_goal("p", GOAL)

    @pytest.mark.parametrize("goal_id", ["", 7])
    def test_a_goal_id_is_an_id(self, book: GoalBook, goal_id: Any) -> None:
        """An empty id is not replaced in silence."""
        with pytest.raises(RuleBroken, match="goal_id"):
            book.add_goal("p", GOAL, goal_id=goal_id)


class TestOnce:
    """A request id is recorded once."""

    def test_a_request_sent_again_changes_nothing(
        self, book: GoalBook, journal: MemoryJournal
    ) -> None:
        """The plan comes back as it stands, and the journal is as it was."""
        plan = book.rate_goal("p", "g", 4, request_id="e")
        held = tuple(journal.read("p"))

        assert plan == book.rate_goal("p", "g", 4, request_id="e")
        assert held == tuple(journal.read("p"))

    def test_a_goal_sent_again_has_the_same_id(self, journal: MemoryJournal) -> None:
        """Twice the same request is one goal."""
        book = opened(journal)
        both = [book.add_goal("p", GOAL, request_id="e") for _ in range(2)]

        assert (["e", "e"], 1) == (both, len(book.plan("p").goals))

    def test_a_request_whose_answer_was_lost(self, book: GoalBook, journal: MemoryJournal) -> None:
        """After an unknown outcome the same request may be sent again."""
        losing = opened(Breaking(journal, at="answer"))
        with pytest.raises(ConnectionError):
            losing.rate_goal("p", "g", 4, request_id="e")

        plan = book.rate_goal("p", "g", 4, request_id="e")

        assert ["e"] == [each.id for each in plan.goal("g").ratings]

    def test_a_request_sent_twice_at_once(self, book: GoalBook, journal: MemoryJournal) -> None:
        """Of two that race, one is stored, and both get the plan."""
        other = opened(journal, clock=lambda: NOON + timedelta(days=1))
        racing = opened(Crowded(journal, lambda: other.rate_goal("p", "g", 4, request_id="e")))

        plan = racing.rate_goal("p", "g", 4, request_id="e")

        assert ["e"] == [each.id for each in plan.goal("g").ratings]
        assert book.plan("p") == plan

    @pytest.mark.parametrize(
        "other",
        [
            RateGoal(goal_id="g", rating=5),
            RateGoal(goal_id="g", rating=4, note=CONCERN),
            ChangeLifecycle(goal_id="g", lifecycle="on-hold"),
            RecordScore(score=PHQ9.score([0] * 9)),
        ],
    )
    def test_something_else_under_a_used_id(self, book: GoalBook, other: Request) -> None:
        """It is refused, so that nothing is dropped in silence."""
        before = book.rate_goal("p", "g", 4, request_id="e")

        refusal = broken(lambda: book.do("p", other, request_id="e"), kind=DuplicateId)

        assert ("entry.duplicate", "request_id") == refusal
        assert before == book.plan("p")

    def test_another_act_with_the_same_fields(self, book: GoalBook) -> None:
        """Placing a goal is not taken for adding it there."""
        book.add_goal("p", Goal("Call Sam"), goal_id="part", part_of="g", request_id="e")

        with pytest.raises(DuplicateId, match="something else was recorded under this id"):
            book.do("p", PlaceGoal(goal_id="part", part_of="g"), request_id="e")

    def test_a_maker_that_repeats_itself(
        self, book: GoalBook, heard: list[SafetySignal], journal: MemoryJournal
    ) -> None:
        """A made id that is held is no request sent again, even with the same content."""
        book.rate_goal("p", "g", 4, note=CONCERN, request_id="id-9")
        restarted = opened(journal, heard, make_id=lambda: "id-9")
        heard.clear()

        with pytest.raises(DuplicateId):
            restarted.rate_goal("p", "g", 4, note=CONCERN)

        assert [signal(entry=None)] == heard

    def test_sent_again_by_somebody_else(self, book: GoalBook) -> None:
        """Who sends a request again, when, and for which day does not matter."""
        plan = book.rate_goal("p", "g", 4, request_id="e")

        assert plan == book.rate_goal(
            "p", "g", 4, request_id="e", by="t", day=date(2027, 1, 3), zone="Asia/Tokyo"
        )

    def test_a_newer_version_recorded_it(self, book: GoalBook, journal: MemoryJournal) -> None:
        """What this version cannot read was recorded under the host's id all the same."""
        newer = Record(
            stream="p",
            version=2,
            id="e",
            kind="goal_rated",
            schema=2,
            recorded_at=NOON,
            payload={"stars": 4},
        )
        journal.append("p", [newer], expected=1)

        assert 2 == book.rate_goal("p", "g", 4, request_id="e").version

    def test_one_request_id_for_two_people(self, book: GoalBook) -> None:
        """Ids are a matter of one stream."""
        book.rate_goal("p", "g", 4, request_id="e")
        book.add_goal("q", GOAL, request_id="e")

        assert ["e"] == [planned.id for planned in book.plan("q").goals]


class TestConflicts:
    """When others write at the same time, the book reads and decides again."""

    @pytest.mark.parametrize("times", [0, 1, 2, 3])
    def test_up_to_three_retries(self, book: GoalBook, journal: MemoryJournal, times: int) -> None:
        """What others wrote comes first; the entry follows, once."""
        other = opened(journal)
        others = [lambda: other.rate_goal("p", "g", 1)] * times
        crowded = Crowded(journal, *others)

        plan = opened(crowded).rate_goal("p", "g", 9, request_id="e")

        assert [1] * times + [9] == [each.event.rating for each in plan.goal("g").ratings]
        assert (times + 1, plan) == (crowded.asked, book.plan("p"))

    def test_then_it_gives_up(
        self, book: GoalBook, journal: MemoryJournal, heard: list[SafetySignal]
    ) -> None:
        """After three retries the conflict is the host's; the signal was handed over once."""
        other = opened(journal)
        crowded = Crowded(journal, *[lambda: other.rate_goal("p", "g", 1)] * 4)

        with pytest.raises(VersionConflict) as caught:
            opened(crowded, heard).rate_goal("p", "g", 9, note=CONCERN, request_id="e")

        assert ("p", 4, 5) == (caught.value.stream, caught.value.expected, caught.value.actual)
        assert (4, [signal()]) == (crowded.asked, heard)
        assert [1] * 4 == [each.event.rating for each in book.plan("p").goal("g").ratings]

    def test_it_decides_again(self, journal: MemoryJournal, heard: list[SafetySignal]) -> None:
        """What others wrote may mean that the request no longer fits."""
        other = opened(journal)
        crowded = Crowded(journal, lambda: other.add_goal("p", GOAL, goal_id="g"))

        with pytest.raises(DuplicateId):
            opened(crowded, heard, make_id=lambda: "e").add_goal("p", Goal(CONCERN), goal_id="g")

        assert [signal("goal.statement")] == heard
        assert 1 == len(other.story("p"))

    def test_a_clash_that_is_not_ours(self, book: GoalBook) -> None:
        """An adapter that finds ids which are not there is not asked without end."""
        with pytest.raises(RecordClash):
            opened(Clashing(MemoryJournal())).add_goal("p", GOAL)

        assert 1 == book.plan("p").version


class TestSafety:
    """Every signal reaches the host, whatever becomes of the entry."""

    @pytest.mark.parametrize("hook", [None, "print", 7])
    def test_a_hook_is_needed(self, journal: MemoryJournal, hook: Any) -> None:
        """A book without somebody to tell cannot be made."""
        refusal = broken(lambda: GoalBook(journal, on_safety=hook))

        assert ("book.on_safety", "on_safety") == refusal

    def test_a_signal_a_recorded_entry(self, book: GoalBook, heard: list[SafetySignal]) -> None:
        """It names person, entry, field and class; the entry is kept as written."""
        plan = book.rate_goal("p", "g", 4, note=CONCERN, request_id="e")

        assert [signal()] == heard
        assert CONCERN == plan.goal("g").ratings[0].event.note
        assert CONCERN not in repr(heard)

    def test_several_signals_of_one_entry(
        self, journal: MemoryJournal, heard: list[SafetySignal]
    ) -> None:
        """Every field that needs an answer has a signal of its own."""
        goal = Goal(CONCERN, why=CONCERN)
        opened(journal, heard).add_goal("p", goal, request_id="e")

        assert [signal("goal.statement"), signal("goal.why")] == heard

    @pytest.mark.parametrize("items", [ITEM_9, [3] * 9, [None] * 8 + [2]])
    def test_an_item_flag(
        self, book: GoalBook, heard: list[SafetySignal], items: list[int | None]
    ) -> None:
        """Item 9 signals with a low total, a high one, and with too few answers for any."""
        book.record_score("p", PHQ9.score(items), request_id="e")

        assert [signal("score.flags.item9", origin="item")] == heard

    @pytest.mark.parametrize("items", [[3] * 8 + [0], [3] * 8 + [None]])
    def test_no_item_flag(
        self, book: GoalBook, heard: list[SafetySignal], items: list[int | None]
    ) -> None:
        """A total signals nothing, and an item that was not answered says nothing."""
        book.record_score("p", PHQ9.score(items))

        assert [] == heard

    @pytest.mark.parametrize("at", ["append", "answer"])
    def test_although_the_append_fails(
        self, book: GoalBook, journal: MemoryJournal, heard: list[SafetySignal], at: str
    ) -> None:
        """The host hears of it before the journal is asked."""
        breaking = opened(Breaking(journal, at=at), heard)

        with pytest.raises(ConnectionError, match=at):
            breaking.rate_goal("p", "g", 4, note=CONCERN, request_id="e")

        assert [signal()] == heard
        assert (1 if at == "append" else 2) == book.plan("p").version

    def test_although_the_read_fails(
        self, journal: MemoryJournal, heard: list[SafetySignal]
    ) -> None:
        """No entry is known then, but whose it is."""
        breaking = opened(Breaking(journal, at="read"), heard)

        with pytest.raises(ConnectionError, match="read"):
            breaking.record_score("p", PHQ9.score(ITEM_9), note=CONCERN)

        assert [
            signal("score.flags.item9", origin="item", entry=None),
            signal(entry=None),
        ] == heard

    @pytest.mark.parametrize(
        ("goal_id", "rating", "told"),
        [
            ("elsewhere", 4, {}),
            ("g", 11, {}),
            ("g", 4, {"zone": "Mars/Olympus"}),
            ("g", 4, {"request_id": ""}),
            ("g", 4, {"by": CONCERN * 20}),
        ],
    )
    def test_although_the_request_is_refused(
        self,
        book: GoalBook,
        heard: list[SafetySignal],
        goal_id: str,
        rating: int,
        told: dict[str, Any],
    ) -> None:
        """What somebody wrote is heard, whatever the host got wrong around it."""
        with pytest.raises(RuleBroken) as caught:
            book.rate_goal("p", goal_id, rating, note=CONCERN, **told)

        assert [signal(entry=None)] == heard
        assert CONCERN not in str(caught.value)

    def test_although_a_code_is_misspelt(self, book: GoalBook, heard: list[SafetySignal]) -> None:
        """A slip in the host's code is refused after the words beside it were screened."""
        with pytest.raises(RuleBroken, match=r"code\.unknown"):
            book.record_step("p", "g", "step-1", "dnoe", note=CONCERN)

        assert [signal(entry=None)] == heard

    def test_although_the_clock_is_naive(
        self, journal: MemoryJournal, heard: list[SafetySignal]
    ) -> None:
        """A clock that cannot be used is no reason to be silent."""
        book = opened(journal, heard, clock=lambda: datetime(2027, 1, 4))  # noqa: DTZ001 - refused

        with pytest.raises(RuleBroken, match=r"moment\.naive"):
            book.add_goal("p", Goal(CONCERN))

        assert [signal("goal.statement", entry=None)] == heard

    def test_although_the_person_is_unknown(
        self, book: GoalBook, heard: list[SafetySignal]
    ) -> None:
        """An id that cannot be one is handed on as it came."""
        with pytest.raises(RuleBroken):
            book.rate_goal(" p", "g", 4, note=CONCERN)

        assert [signal(entry=None, person=" p")] == heard

    @pytest.mark.parametrize("score", [CONCERN, None])
    def test_although_the_host_mixed_up_types(
        self, book: GoalBook, heard: list[SafetySignal], score: Any
    ) -> None:
        """A text where a score belongs is one clear error, and is screened."""
        with pytest.raises(RuleBroken, match="expected Score"):
            book.record_score("p", score, note=CONCERN)

        assert signal(entry=None) in heard

    def test_not_on_a_request_sent_again(self, book: GoalBook, heard: list[SafetySignal]) -> None:
        """Once a recorded entry, however often it is sent."""
        for _ in range(3):
            book.rate_goal("p", "g", 4, note=CONCERN, request_id="e")

        assert [signal()] == heard

    def test_again_while_the_entry_is_not_recorded(
        self, book: GoalBook, journal: MemoryJournal, heard: list[SafetySignal]
    ) -> None:
        """A request that was not stored is a new one when it is sent again."""
        with pytest.raises(ConnectionError):
            opened(Breaking(journal, at="append"), heard).rate_goal(
                "p", "g", 4, note=CONCERN, request_id="e"
            )
        book.rate_goal("p", "g", 4, note=CONCERN, request_id="e")

        assert [signal(), signal()] == heard

    @pytest.mark.parametrize("times", [1, 3])
    def test_not_on_the_books_own_retries(
        self, book: GoalBook, journal: MemoryJournal, heard: list[SafetySignal], times: int
    ) -> None:
        """Deciding again is not telling again."""
        others = [lambda: book.rate_goal("p", "g", 1)] * times
        opened(Crowded(journal, *others), heard).rate_goal(
            "p", "g", 9, note=CONCERN, request_id="e"
        )

        assert [signal()] == heard

    def test_not_on_looking_back(self, book: GoalBook, heard: list[SafetySignal]) -> None:
        """Reading, replaying, reporting, exporting and restoring are silent."""
        book.rate_goal("p", "g", 4, note=CONCERN)
        heard.clear()

        book.story("p")
        book.plan("p")
        book.plan_as_of("p", NOON)
        book.report("p")
        opened(MemoryJournal(), heard).restore(book.export("p"))

        assert [] == heard

    def test_in_another_language(self, journal: MemoryJournal, heard: list[SafetySignal]) -> None:
        """Without a reviewed lexicon words are not assessed; items still speak."""
        with pytest.warns(WordsNotScreened):
            book = opened(journal, heard, locale="xx")
        book.record_score("p", PHQ9.score(ITEM_9), note=CONCERN, request_id="e")

        assert [signal("score.flags.item9", origin="item")] == heard

    def test_in_another_language_although_refused(
        self, journal: MemoryJournal, heard: list[SafetySignal]
    ) -> None:
        """A refused request is read in the book's language, as every request is."""
        with pytest.warns(WordsNotScreened):
            book = opened(journal, heard, locale="xx")

        with pytest.raises(NotFound):
            book.rate_goal("p", "g", 4, note=CONCERN)

        assert [] == heard

    def test_a_hook_that_raises(self, book: GoalBook, journal: MemoryJournal) -> None:
        """The entry is kept, and the host is told that the signal did not arrive."""
        deaf = opened(journal, on_safety=raising)

        with pytest.raises(SafetyHookFailed) as caught:
            deaf.record_score("p", PHQ9.score(ITEM_9), note=CONCERN)

        assert (2, ConnectionError) == (len(caught.value.signals), type(caught.value.__cause__))
        assert [CONCERN] == [each.event.note for each in book.plan("p").scores]

    def test_one_signal_that_does_not_arrive(
        self, book: GoalBook, journal: MemoryJournal, heard: list[SafetySignal]
    ) -> None:
        """The next one is handed over all the same."""

        def forgetful(each: SafetySignal) -> None:
            """Fail on items alone."""
            if each.origin == "item":
                raising(each)
            heard.append(each)

        with pytest.raises(SafetyHookFailed) as caught:
            opened(journal, on_safety=forgetful).record_score(
                "p", PHQ9.score(ITEM_9), note=CONCERN, request_id="e"
            )

        assert ("item",) == tuple(each.origin for each in undelivered(caught.value))
        assert [signal()] == heard
        assert 2 == book.plan("p").version

    @pytest.mark.parametrize(
        ("at", "goal_id", "error"),
        [("append", "g", ConnectionError), ("read", "g", ConnectionError), ("", "h", NotFound)],
    )
    @pytest.mark.usefixtures("book")
    def test_two_things_that_go_wrong(
        self, journal: MemoryJournal, at: str, goal_id: str, error: type[Exception]
    ) -> None:
        """The first error stays, with a note on the signals that did not arrive."""
        deaf = opened(Breaking(journal, at=at), on_safety=raising)

        with pytest.raises(error) as caught:
            deaf.rate_goal("p", goal_id, 4, note=CONCERN)

        assert ["on_safety raised for 1 signal(s) as well"] == caught.value.__notes__

    @pytest.mark.parametrize("at", ["append", "read"])
    @pytest.mark.usefixtures("book")
    def test_one_thing_that_goes_wrong(self, journal: MemoryJournal, at: str) -> None:
        """Where the hook was heard, nothing is added to the error."""
        with pytest.raises(ConnectionError) as caught:
            opened(Breaking(journal, at=at)).rate_goal("p", "g", 4, note=CONCERN)

        assert not hasattr(caught.value, "__notes__")


class TestMoving:
    """A story is exported as text, and restored where it is not."""

    def test_there_and_back(self, book: GoalBook) -> None:
        """The restored story is the same, to the letter."""
        book.rate_goal("p", "g", 4, note="near")
        text = book.export("p")
        other = opened(MemoryJournal())

        assert Appended(2, 2) == other.restore(text)
        assert (book.story("p"), text) == (other.story("p"), other.export("p"))

    def test_an_export_has_a_line_for_each_field(self, book: GoalBook) -> None:
        """Whoever is handed their own story can read it in any editor."""
        text = book.export("p")

        assert json.dumps(json.loads(text), indent=1) == text

    def test_an_empty_story(self, journal: MemoryJournal) -> None:
        """Somebody who has told nothing has an export too."""
        text = opened(journal).export("p")

        assert Appended(0, 0) == opened(MemoryJournal()).restore(text)

    def test_restoring_twice_stores_nothing(self, book: GoalBook) -> None:
        """An import that is repeated is harmless, also after more was told."""
        text = book.export("p")
        book.rate_goal("p", "g", 4)

        assert Appended(2, 0) == book.restore(text)

    def test_another_story_stays(self, book: GoalBook) -> None:
        """Two stories of one person are not mixed."""
        other = opened(MemoryJournal(), make_id=lambda: "another")
        other.add_goal("p", Goal("Rest"))
        before = book.export("p")

        with pytest.raises(VersionConflict):
            book.restore(other.export("p"))

        assert before == book.export("p")

    def test_a_longer_story_stays_out(self, book: GoalBook) -> None:
        """What is held in part is not completed in silence."""
        longer = opened(MemoryJournal(), make_id=lambda: "later")
        longer.restore(book.export("p"))
        longer.rate_goal("p", "g", 4)

        with pytest.raises(RecordClash):
            book.restore(longer.export("p"))

        assert 1 == book.plan("p").version

    def test_what_is_no_export(self, book: GoalBook) -> None:
        """A document of another kind is refused."""
        text = '{"kind":"if_then_plan","schema":1,"data":{"when":"a","then":"b"}}'

        with pytest.raises(FormatError, match=r"^\$\.kind: this is not an export"):
            book.restore(text)

    @pytest.mark.parametrize(
        "change",
        [
            {"version": 3},
            {"id": "id-1"},
            {"stream": "q"},
            {"recorded_at": "2027-01-04T12:00:00"},
            {"payload": None},
        ],
    )
    def test_a_damaged_export(self, book: GoalBook, change: dict[str, Any]) -> None:
        """Everything is checked before anything is stored."""
        book.rate_goal("p", "g", 4)
        plain = json.loads(book.export("p"))
        plain["data"]["records"][1].update(change)
        journal = MemoryJournal()

        with pytest.raises(FormatError, match=r"\$\.data"):
            opened(journal).restore(json.dumps(plain))

        assert () == tuple(journal.read("p"))

    def test_what_nests_too_deeply(self, book: GoalBook) -> None:
        """An export that no journal can hold is one clear error."""
        plain = json.loads(book.export("p"))
        deep: dict[str, Any] = {}
        for _ in range(600):
            deep = {"": deep}
        plain["data"]["records"][0]["payload"] = deep

        with pytest.raises((FormatError, JournalError), match="nested too deeply"):
            opened(MemoryJournal()).restore(json.dumps(plain))

    def test_a_newer_story_is_kept(self, book: GoalBook, journal: MemoryJournal) -> None:
        """A record of a newer version is read, listed, moved and kept to the letter."""
        newer = Record(
            stream="p",
            version=2,
            id="newer",
            kind="goal_rated",
            schema=2,
            recorded_at=NOON,
            payload={"stars": 2**70, "": None, "note": "e\u0301"},
        )
        journal.append("p", [newer], expected=1)
        other = MemoryJournal()
        opened(other).restore(book.export("p"))
        plan = book.rate_goal("p", "g", 4)

        assert ["newer"] == [each.id for each in plan.unread]
        assert isinstance(plan.unread[0].event, UnknownEvent)
        assert newer == tuple(other.read("p"))[1]


def test_two_events_of_one_request(journal: MemoryJournal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a request leads to two events, both are appended at once, with ids of their own."""
    book = opened(journal)
    book.add_goal("p", GOAL, goal_id="g")
    recorder = book._recorder
    decide_one = recorder._decide

    def decide_two(*parts: Any) -> Decision:
        """Return the same event twice."""
        decision = decide_one(*parts)
        return Decision(decision.events * 2, decision.signals)

    monkeypatch.setattr(recorder, "_decide", decide_two)
    plan = book.do("p", RateGoal(goal_id="g", rating=4), request_id="e")

    assert ["e", "e:2"] == [each.id for each in plan.goal("g").ratings]


def test_a_request_can_be_made_by_hand(book: GoalBook) -> None:
    """Everything the methods do can be asked with a request."""
    score: Score = PHQ9.score([0] * 9)

    assert [score] == [each.event.score for each in book.do("p", RecordScore(score=score)).scores]


class TestHooksThatWouldNotRun:
    """A signal that nobody hears is refused before it is needed."""

    def test_an_async_hook_is_refused(self) -> None:
        """It would return something to await, and nobody would."""

        async def alert(_signal: SafetySignal) -> None:
            """Never run."""

        refusal = broken(lambda: GoalBook(MemoryJournal(), on_safety=alert))

        assert ("book.on_safety.async", "on_safety") == refusal

    def test_an_object_whose_call_is_async_is_refused(self) -> None:
        """As a function would be."""

        class Alert:
            """A hook that is an object."""

            async def __call__(self, _signal: SafetySignal) -> None:
                """Never run."""

        with pytest.raises(RuleBroken) as caught:
            GoalBook(MemoryJournal(), on_safety=Alert())

        assert "book.on_safety.async" == caught.value.code

    @pytest.mark.parametrize("kind", ["coroutine", "future"])
    def test_an_answer_to_await_is_an_undelivered_signal(self, kind: str) -> None:
        """A lambda hides that its answer waits; the entry is kept, and the host is told."""

        async def alert(_signal: SafetySignal) -> None:
            """Never run."""

        class Future:
            """Something else to await."""

            def __await__(self) -> Iterator[None]:
                """Never run."""
                return iter(())

        def hook(each: SafetySignal) -> object:
            """Look like a plain function."""
            return alert(each) if kind == "coroutine" else Future()

        book = GoalBook(MemoryJournal(), on_safety=hook)
        with pytest.raises(SafetyHookFailed) as caught:
            book.record_score("p", PHQ9.score(ITEM_9))

        assert ["item"] == [each.origin for each in undelivered(caught.value)]
        assert "on_safety returned something to await; give a plain function" == str(
            caught.value.__cause__
        )
        assert 1 == book.plan("p").version


class TestLanguages:
    """What is screened, and what says that it is not."""

    @pytest.mark.parametrize("locale", ["en", "en-GB", "en_US", "EN"])
    def test_english_is_screened_wherever_it_is_spoken(self, locale: str) -> None:
        """A region does not turn the screening off."""
        heard: list[SafetySignal] = []
        book = GoalBook(MemoryJournal(), on_safety=heard.append, locale=locale)
        book.add_goal("p", Goal(CONCERN))

        assert ["goal.statement"] == [each.field for each in heard]
        assert CONCERN in str(book.report("p"))

    def test_another_language_is_said_not_to_be_screened(self) -> None:
        """At once, where the book is made, so that nobody believes otherwise."""
        with pytest.warns(WordsNotScreened, match=r"^no reviewed .* items are$"):
            book = GoalBook(MemoryJournal(), on_safety=print, locale="de")

        goal_id = book.add_goal("p", Goal("Spazieren gehen"))
        assert "Spazieren gehen" == book.plan("p").goal(goal_id).goal.statement


class TestReview:
    """A book reviews a goal as it stands, and keeps silent about what was put aside."""

    def test_what_was_put_aside_is_not_asked_again(self, book: GoalBook) -> None:
        """It is remembered in the journal, with the reason."""
        goal_id = book.add_goal("p", Goal("Be happier"))
        before = book.review("p", goal_id)
        plan = book.dismiss_finding("p", goal_id, "SPE03", reason="wide is fine")
        after = book.review("p", goal_id)

        assert (Dismissal("SPE03", "wide is fine"),) == plan.goal(goal_id).dismissals
        assert "SPE03" in [each.code for each in before.findings]
        assert ["SPE03"] == [each.code for each in after.put_aside]
        assert before.next_question not in after.questions

    def test_what_was_said_last_counts(self, book: GoalBook) -> None:
        """A code stands once."""
        goal_id = book.add_goal("p", Goal("Be happier"))
        book.dismiss_finding("p", goal_id, "SPE03", reason="wide is fine")
        plan = book.dismiss_finding("p", goal_id, "SPE03")

        assert (Dismissal("SPE03"),) == plan.goal(goal_id).dismissals

    def test_it_is_asked_as_the_host_asks(self, book: GoalBook) -> None:
        """Day, energy and an open goal go through; crisis resources too."""
        goal_id = book.add_goal("p", Goal("Have fewer suicidal thoughts"))
        ours = CrisisResources("Ring Kim.")
        found = book.review(
            "p", goal_id, today=date(2027, 1, 4), crisis=ours, energy=2, open_goal=True
        )

        assert str(found.next_question).endswith("Ring Kim.")
        assert (2, True) == (found.energy, found.open_goal)

    def test_the_reason_is_screened(self) -> None:
        """Words are words, wherever they stand."""
        told: list[SafetySignal] = []
        book = GoalBook(MemoryJournal(), on_safety=told.append)
        goal_id = book.add_goal("p", Goal("Walk"))
        book.dismiss_finding("p", goal_id, "TIM06", reason="I want to die soon anyway")

        assert [SafetyClass.RESPOND_NOW] == [each.safety for each in told]
