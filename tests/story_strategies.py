"""Stories of every kind, for laws: stamps, events, requests, records, payloads.

Ids are few, so that events meet: some apply, some come too late, twice, or to a
goal that is not there. Nothing here is a person's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from stepwell.dismissals import Dismissal
from stepwell.goals import AchievementStatus, LifecycleStatus
from stepwell.instruments import Band, Instrument, ItemFlag
from stepwell.measures import Direction
from stepwell.ports import Record, Stream
from stepwell.serialization import Storable, decode_event, encode_event
from stepwell.steps import Outcome, Step
from stepwell.story import (
    AchievementChanged,
    AddGoal,
    ChangeAchievement,
    ChangeLifecycle,
    DismissFinding,
    Event,
    FindingDismissed,
    GoalAdded,
    GoalPlaced,
    GoalRated,
    GoalStarred,
    LifecycleChanged,
    PlaceGoal,
    RateGoal,
    ReadingRecorded,
    Recorded,
    RecordReading,
    RecordScore,
    RecordStep,
    Request,
    ReviseTarget,
    ScoreRecorded,
    Stamp,
    StarGoal,
    StepRecorded,
    TargetRevised,
    UnknownEvent,
)
from stepwell.typing import JSON
from tests.catalog_strategies import answers, templates
from tests.strategies import (
    barriers,
    days,
    goals,
    identifiers,
    if_then_plans,
    measures,
    readings,
    rulers,
    scores,
    step_plans,
    targets,
    words,
)

__all__ = [
    "EVENTS",
    "VALUES",
    "events",
    "facts",
    "goal_ids",
    "instruments",
    "json_values",
    "moments",
    "payloads",
    "records",
    "requests",
    "stamps",
    "stories",
    "streams",
    "unknown_events",
    "unreadable",
]

ZONES: Final = (
    "UTC",
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
)
_OFFSETS: Final = (timedelta(), timedelta(hours=14), timedelta(hours=-12), timedelta(minutes=345))
_GOAL_IDS: Final = ("g1", "g2")
_STEP_IDS: Final = ("s0", "s1", "elsewhere")


def dismissals() -> st.SearchStrategy[Dismissal]:
    """Return what was put aside, with a reason or without."""
    return st.builds(Dismissal, st.sampled_from(("TIM06", "FRA01")), st.none() | words())


def goal_ids() -> st.SearchStrategy[str]:
    """Return one of few goal ids, so that events meet."""
    return st.sampled_from(_GOAL_IDS)


def moments() -> st.SearchStrategy[datetime]:
    """Return moments in zones and at plain offsets, repeated hours among them."""
    places: list[tzinfo] = [ZoneInfo(name) for name in ZONES]
    places += [UTC, *(timezone(offset) for offset in _OFFSETS)]
    first, last = datetime(2024, 1, 1), datetime(2031, 12, 31)  # noqa: DTZ001 - the zone is drawn
    repeated = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/London"))
    anywhere = st.datetimes(first, last, timezones=st.sampled_from(places))
    return anywhere | st.sampled_from((repeated, repeated.replace(fold=1)))


def stamps() -> st.SearchStrategy[Stamp]:
    """Return stamps, by anybody, of any zone."""
    return st.builds(
        Stamp,
        by=identifiers(),
        at=moments(),
        day=days(),
        zone=st.sampled_from(ZONES) | st.just("Mars/Olympus"),
    )


def _notes() -> st.SearchStrategy[str | None]:
    """Return a note, or none; some of them call for an answer."""
    return st.none() | words() | st.just("I do not want to be alive")


EVENTS: Final[dict[type[Any], st.SearchStrategy[Event]]] = {
    GoalAdded: st.builds(
        GoalAdded,
        goal_id=goal_ids(),
        goal=goals(),
        steps=step_plans(max_size=3),
        part_of=st.none() | goal_ids(),
        stamp=stamps(),
    ),
    StepRecorded: st.builds(
        StepRecorded,
        goal_id=goal_ids(),
        step_id=st.sampled_from(_STEP_IDS),
        outcome=st.sampled_from(Outcome),
        effort=rulers(),
        note=_notes(),
        stamp=stamps(),
    ),
    ReadingRecorded: st.builds(
        ReadingRecorded,
        reading=readings(),
        goal_id=st.none() | goal_ids(),
        note=_notes(),
        stamp=stamps(),
    ),
    ScoreRecorded: st.builds(ScoreRecorded, score=scores(), note=_notes(), stamp=stamps()),
    GoalRated: st.builds(
        GoalRated, goal_id=goal_ids(), rating=st.integers(0, 10), note=_notes(), stamp=stamps()
    ),
    TargetRevised: st.builds(
        TargetRevised, goal_id=goal_ids(), target=targets(), reason=_notes(), stamp=stamps()
    ),
    LifecycleChanged: st.builds(
        LifecycleChanged,
        goal_id=goal_ids(),
        lifecycle=st.sampled_from(LifecycleStatus),
        reason=_notes(),
        stamp=stamps(),
    ),
    AchievementChanged: st.builds(
        AchievementChanged,
        goal_id=goal_ids(),
        achievement=st.sampled_from(AchievementStatus),
        reason=_notes(),
        stamp=stamps(),
    ),
    FindingDismissed: st.builds(
        FindingDismissed, goal_id=goal_ids(), dismissal=dismissals(), stamp=stamps()
    ),
    GoalStarred: st.builds(GoalStarred, goal_id=goal_ids(), starred=st.booleans(), stamp=stamps()),
    GoalPlaced: st.builds(
        GoalPlaced, goal_id=goal_ids(), part_of=st.none() | goal_ids(), stamp=stamps()
    ),
}
"""For each kind of event a strategy; it covers every field."""


def facts() -> st.SearchStrategy[Event]:
    """Return events that this version reads."""
    return st.one_of(*EVENTS.values())


def _numbers() -> st.SearchStrategy[JSON]:
    """Return numbers as JSON has them, far beyond 64 bits."""
    large = st.sampled_from((2**53 + 1, 2**63, -(2**64), 10**40))
    return large | st.integers() | st.floats(allow_nan=False, allow_infinity=False)


def _texts() -> st.SearchStrategy[str]:
    """Return text as JSON has it: empty, decomposed, right to left, beyond 16 bits."""
    awkward = ("", " ", "e\u0301", "\u00e9", "\u05e9", "\U0001f469\u200d\U0001f467", "\u2028", "\\")
    return st.sampled_from(awkward) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


def json_values() -> st.SearchStrategy[JSON]:
    """Return any JSON at all."""
    leaves: st.SearchStrategy[JSON] = st.none() | st.booleans() | _numbers() | _texts()
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts(), inner, max_size=3),
        max_leaves=6,
    )


def payloads() -> st.SearchStrategy[dict[str, JSON]]:
    """Return what a record of any version may hold."""
    return st.dictionaries(_texts(), json_values(), max_size=4)


Plain = tuple[str, int, dict[str, JSON]]
"""A kind, a schema and a payload: what a record says of its event."""


def unreadable() -> st.SearchStrategy[Plain]:
    """Return what this version cannot read: other kinds, newer schemas, damage."""
    other = st.tuples(st.sampled_from(("mood_logged", "goal", "")), st.integers(1, 3), payloads())
    newer = st.tuples(st.just("goal_rated"), st.integers(2, 9), payloads())
    damaged = st.tuples(st.sampled_from(("goal_added", "goal_rated")), st.just(1), payloads())
    return other | newer | damaged


def unknown_events() -> st.SearchStrategy[UnknownEvent]:
    """Return events kept to the letter."""
    return unreadable().map(_decoded)


def _decoded(plain: Plain) -> UnknownEvent:
    """Return what a record that cannot be read is kept as."""
    event = decode_event(*plain)
    assert isinstance(event, UnknownEvent)
    return event


def events() -> st.SearchStrategy[Event]:
    """Return everything that can stand in a story."""
    return facts() | unknown_events()


def _in_order(found: Sequence[tuple[Event, datetime]]) -> tuple[Recorded[Event], ...]:
    """Return events as a story, numbered from 1."""
    return tuple(
        Recorded(id=f"r{version}", version=version, recorded_at=moment, event=event)
        for version, (event, moment) in enumerate(found, start=1)
    )


def stories(max_size: int = 8) -> st.SearchStrategy[tuple[Recorded[Event], ...]]:
    """Return stories in which anything may follow anything, clocks set back included."""
    lines = st.lists(st.tuples(events(), moments()), max_size=max_size)
    begun = st.tuples(EVENTS[GoalAdded], moments())
    return st.builds(
        lambda first, rest: _in_order([*first, *rest]), st.lists(begun, max_size=2), lines
    )


REQUESTS: Final[dict[type[Any], st.SearchStrategy[Request]]] = {
    AddGoal: st.builds(
        AddGoal,
        goal_id=goal_ids(),
        goal=goals(),
        steps=step_plans(max_size=3),
        part_of=st.none() | goal_ids(),
    ),
    RecordStep: st.builds(
        RecordStep,
        goal_id=goal_ids(),
        step_id=st.sampled_from(_STEP_IDS),
        outcome=st.sampled_from(Outcome),
        effort=st.integers(-1, 11) | st.none(),
        note=_notes(),
    ),
    RecordReading: st.builds(
        RecordReading, reading=readings(), goal_id=st.none() | goal_ids(), note=_notes()
    ),
    RecordScore: st.builds(RecordScore, score=scores(), note=_notes()),
    RateGoal: st.builds(RateGoal, goal_id=goal_ids(), rating=st.integers(-1, 11), note=_notes()),
    ReviseTarget: st.builds(ReviseTarget, goal_id=goal_ids(), target=targets(), reason=_notes()),
    ChangeLifecycle: st.builds(
        ChangeLifecycle,
        goal_id=goal_ids(),
        lifecycle=st.sampled_from(LifecycleStatus),
        reason=_notes(),
    ),
    ChangeAchievement: st.builds(
        ChangeAchievement,
        goal_id=goal_ids(),
        achievement=st.sampled_from(AchievementStatus),
        reason=_notes(),
    ),
    DismissFinding: st.builds(
        DismissFinding,
        goal_id=goal_ids(),
        code=st.sampled_from(("TIM06", "FRA01", "SAF01", "")),
        reason=st.none() | words(),
    ),
    StarGoal: st.builds(StarGoal, goal_id=goal_ids(), starred=st.booleans()),
    PlaceGoal: st.builds(PlaceGoal, goal_id=goal_ids(), part_of=st.none() | goal_ids()),
}


def requests() -> st.SearchStrategy[Request]:
    """Return anything that can be asked; some of it is refused."""
    return st.one_of(*REQUESTS.values())


@st.composite
def records(draw: st.DrawFn, *, stream: str | None = None, version: int | None = None) -> Record:
    """Return records of any kind, readable or not."""
    kind, schema, payload = draw(unreadable() | facts().map(encode_event))
    at = draw(st.integers(1, 9)) if version is None else version
    return Record(
        stream=draw(identifiers()) if stream is None else stream,
        version=at,
        id=f"r{at}",
        kind=kind,
        schema=schema,
        recorded_at=draw(moments()),
        payload=payload,
    )


@st.composite
def streams(draw: st.DrawFn, *, name: str | None = None, max_size: int = 5) -> Stream:
    """Return whole streams, numbered from 1."""
    whose = draw(identifiers()) if name is None else name
    count = draw(st.integers(0, max_size))
    rows = [draw(records(stream=whose, version=at)) for at in range(1, count + 1)]
    return Stream(name=whose, records=tuple(rows))


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """Return questionnaires of a host's own."""
    n_items = draw(st.integers(1, 9))
    low = draw(st.integers(-2, 2))
    lows = draw(st.lists(st.integers(0, 20).map(float), max_size=3, unique=True))
    points = st.none() | st.integers(1, 20).map(float)
    return Instrument(
        code=draw(identifiers()),
        name=draw(words()),
        n_items=n_items,
        item_low=low,
        item_high=low + draw(st.integers(1, 4)),
        direction=draw(st.sampled_from(Direction)),
        bands=tuple(Band(f"band {each}", each) for each in lows),
        flags=(ItemFlag("last", n_items),) * draw(st.integers(0, 1)),
        max_missing=draw(st.integers(0, n_items - 1)),
        reliable_change=draw(points),
        caseness=draw(points),
        remission_below=draw(points),
        source=draw(words()),
    )


def single_steps() -> st.SearchStrategy[Step]:
    """Return steps on their own, links to others included."""
    return st.builds(
        Step,
        words(),
        id=identifiers(),
        minutes=st.none() | st.floats(0.5, 1440),
        difficulty=rulers(),
        after=st.lists(identifiers(), max_size=2).map(tuple),
        part_of=st.none() | identifiers(),
    )


VALUES: Final[dict[str, st.SearchStrategy[Storable]]] = {
    "goal": goals(),
    "target": targets(),
    "measure": measures(),
    "reading": readings(),
    "barrier": barriers(),
    "if_then_plan": if_then_plans(),
    "step": single_steps(),
    "step_plan": step_plans(),
    "instrument": instruments(),
    "score": scores(),
    "goal_template": templates(),
    "answers": answers(),
    "record": records(),
    "stream": streams(),
    "goal_added": EVENTS[GoalAdded],
    "step_recorded": EVENTS[StepRecorded],
    "reading_recorded": EVENTS[ReadingRecorded],
    "score_recorded": EVENTS[ScoreRecorded],
    "goal_rated": EVENTS[GoalRated],
    "target_revised": EVENTS[TargetRevised],
    "lifecycle_changed": EVENTS[LifecycleChanged],
    "achievement_changed": EVENTS[AchievementChanged],
    "finding_dismissed": EVENTS[FindingDismissed],
    "goal_starred": EVENTS[GoalStarred],
    "goal_placed": EVENTS[GoalPlaced],
}
"""For each kind of document a strategy; a test says that none is left out."""
