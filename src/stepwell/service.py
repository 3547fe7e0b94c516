"""Keep a person's story in a journal: read, decide, append.

:class:`GoalBook` is the one place where the pure core meets a store. It reads
the stream, replays it, decides, appends, and on a conflict reads and decides
again, up to three times. It hands every safety signal to the host.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Final, TypeAlias, TypedDict, Unpack, final

import attrs

from stepwell._fields import identifier
from stepwell.decompose import Ladder
from stepwell.errors import (
    DuplicateId,
    FormatError,
    RecordClash,
    RuleBroken,
    SafetyHookFailed,
    VersionConflict,
)
from stepwell.goals import AchievementStatus, Goal, LifecycleStatus
from stepwell.instruments import PHQ9, Instrument, Score
from stepwell.measures import Reading, Target
from stepwell.ports import Appended, Journal, Record, Stream
from stepwell.progress import ProgressReport, report
from stepwell.safety import SafetySignal
from stepwell.serialization import decode_event, dumps, encode_event, loads
from stepwell.steps import Outcome, StepPlan
from stepwell.story.actions import (
    AddGoal,
    ChangeAchievement,
    ChangeLifecycle,
    Decision,
    RateGoal,
    RecordReading,
    RecordScore,
    RecordStep,
    Request,
    ReviseTarget,
    decide,
    signals_of,
)
from stepwell.story.careplan import CarePlan, Recorded, as_of, replay
from stepwell.story.events import Event, Stamp, UnknownEvent
from stepwell.typing import Clock, MakeId

__all__ = ["GoalBook", "OnSafety", "Story", "Told"]

_RETRIES: Final = 3

Story: TypeAlias = tuple[Recorded[Event], ...]
"""Everything that was recorded about one person, in order."""

OnSafety: TypeAlias = Callable[[SafetySignal], object]
"""What a host does with a safety signal; what it returns is ignored."""


class Told(TypedDict, total=False):
    """What may be said about any entry; everything has a default.

    Attributes
    ----------
    by
        Who says it; the person themselves unless stated.
    day
        The local day on which it is true; today in the book's zone unless stated.
    zone
        The IANA name of the person's time zone; the book's unless stated.
    request_id
        An id of the host's for this request. The same request is recorded once,
        however often it is sent; another one under the same id is refused.
    """

    by: str
    day: date
    zone: str
    request_id: str


def _now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def _new_id() -> str:
    """Return an id that has never been returned before."""
    return uuid.uuid4().hex


@final
@attrs.frozen(kw_only=True)
class _Entry:
    """One thing that the book was asked to record, under the id it will have.

    ``named`` says whether the host chose the id, so that it may come again.
    """

    stream: str
    id: str
    named: bool
    request: Request
    stamp: Stamp


@final
class GoalBook:
    """A person's goals, kept in a journal of the host's.

    Parameters
    ----------
    journal
        Any :class:`~stepwell.ports.Journal`.
    on_safety
        Called with every :class:`~stepwell.safety.SafetySignal`, before the
        entry is stored, so even if storing it does not succeed; never on
        replay, import or the book's own retries. A signal names the person, the
        entry, the field and the class, not the words. What it raises comes back
        as :class:`~stepwell.errors.SafetyHookFailed`, after the entry is stored.
    clock
        Returns the present moment; UTC from the system unless given.
    make_id
        Returns new ids; random ones unless given.
    zone
        The IANA name of the zone whose days count where none is stated.
    locale
        The language of what people write, for the safety screening.

    Examples
    --------
    >>> from stepwell.memory import MemoryJournal
    >>> book = GoalBook(MemoryJournal(), on_safety=print)
    >>> goal_id = book.add_goal("person-1", Goal("Walk in the park with Sam"))
    >>> book.plan("person-1").goal(goal_id).goal.statement
    'Walk in the park with Sam'
    """

    def __init__(  # noqa: PLR0913 - what a host injects, each by name
        self,
        journal: Journal,
        *,
        on_safety: OnSafety,
        clock: Clock = _now,
        make_id: MakeId = _new_id,
        zone: str = "UTC",
        locale: str = "en",
    ) -> None:
        """Keep what the host injects; see the class."""
        if not callable(on_safety):
            advice = "give a function that takes a safety signal; it cannot be left out"
            raise RuleBroken("book.on_safety", "on_safety", advice)
        self._journal = journal
        self._on_safety = on_safety
        self._clock = clock
        self._make_id = make_id
        self._zone = zone
        self._locale = locale

    def add_goal(
        self,
        person: str,
        goal: Goal,
        *,
        steps: StepPlan | Ladder | None = None,
        goal_id: str | None = None,
        **told: Unpack[Told],
    ) -> str:
        """Set a goal and return its id.

        Parameters
        ----------
        person
            The opaque id of the person.
        goal
            What they want.
        steps
            The steps, as a plan or as the preview that
            :func:`~stepwell.decompose.ladder` returned.
        goal_id
            An id of the host's; a new one is made unless given.
        **told
            See :class:`Told`.

        Raises
        ------
        DuplicateId
            If the id is taken in this plan.
        """
        new_id = told.get("request_id") if goal_id is None else goal_id
        if new_id is None:
            new_id = self._make_id()
        plan = steps.plan if isinstance(steps, Ladder) else steps or StepPlan()
        self.do(person, AddGoal(goal_id=new_id, goal=goal, steps=plan), **told)
        return new_id

    def record_step(  # noqa: PLR0913 - each is a fact about one attempt
        self,
        person: str,
        goal_id: str,
        step_id: str,
        outcome: Outcome | str = Outcome.DONE,
        *,
        effort: int | None = None,
        note: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Record that a step was done, partly done or tried; return the plan."""
        request = RecordStep(
            goal_id=goal_id, step_id=step_id, outcome=outcome, effort=effort, note=note
        )
        return self.do(person, request, **told)

    def record_reading(
        self,
        person: str,
        reading: Reading,
        *,
        goal_id: str | None = None,
        note: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Record a number that was measured; return the plan."""
        request = RecordReading(reading=reading, goal_id=goal_id, note=note)
        return self.do(person, request, **told)

    def record_score(
        self, person: str, score: Score, *, note: str | None = None, **told: Unpack[Told]
    ) -> CarePlan:
        """Record an answered questionnaire; return the plan."""
        return self.do(person, RecordScore(score=score, note=note), **told)

    def rate_goal(
        self,
        person: str,
        goal_id: str,
        rating: int,
        *,
        note: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Record how near a goal feels, 0 to 10; return the plan."""
        return self.do(person, RateGoal(goal_id=goal_id, rating=rating, note=note), **told)

    def revise_target(
        self,
        person: str,
        goal_id: str,
        target: Target,
        *,
        reason: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Give a goal another target from a day on; return the plan."""
        request = ReviseTarget(goal_id=goal_id, target=target, reason=reason)
        return self.do(person, request, **told)

    def change_lifecycle(
        self,
        person: str,
        goal_id: str,
        lifecycle: LifecycleStatus | str,
        *,
        reason: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Put a goal on hold, take it up, complete it, let it go; return the plan."""
        request = ChangeLifecycle(goal_id=goal_id, lifecycle=lifecycle, reason=reason)
        return self.do(person, request, **told)

    def change_achievement(
        self,
        person: str,
        goal_id: str,
        achievement: AchievementStatus | str,
        *,
        reason: str | None = None,
        **told: Unpack[Told],
    ) -> CarePlan:
        """Say how a goal is going; return the plan."""
        request = ChangeAchievement(goal_id=goal_id, achievement=achievement, reason=reason)
        return self.do(person, request, **told)

    def do(self, person: str, request: Request, **told: Unpack[Told]) -> CarePlan:
        """Decide a request, store what follows from it, and return the plan.

        Parameters
        ----------
        person
            The opaque id of the person.
        request
            What is asked; see :data:`stepwell.story.Request`.
        **told
            See :class:`Told`.

        Raises
        ------
        RuleBroken
            If the request does not fit the plan; nothing is stored then.
        DuplicateId
            If something else was recorded under this id; nothing is stored then.
        VersionConflict
            If others kept writing to the stream through three retries.
        SafetyHookFailed
            If ``on_safety`` raised; the entry is stored all the same.
        """
        try:
            entry = self._entry(person, request, told)
            story = self.story(entry.stream)
            if _is_recorded(story, entry):
                return replay(story)
            decision = self._decide(story, entry)
        except Exception as refusal:
            signals = signals_of(request, locale=self._locale)
            _add_note(refusal, self._hand_over(signals, person, None))
            raise
        raised = self._hand_over(decision.signals, entry.stream, entry.id)
        try:
            plan = self._store(story, entry, decision.events)
        except Exception as failure:
            _add_note(failure, raised)
            raise
        if raised:
            raise SafetyHookFailed(len(raised)) from raised[0]
        return plan

    def story(self, person: str) -> Story:
        """Return everything that was recorded about a person, in order."""
        stream = identifier(person, path="person")
        return tuple(_recorded(record) for record in self._journal.read(stream))

    def plan(self, person: str) -> CarePlan:
        """Return the person's plan as it stands."""
        return replay(self.story(person))

    def plan_as_of(self, person: str, moment: datetime) -> CarePlan:
        """Return the person's plan as it was known at a moment."""
        return as_of(self.story(person), moment)

    def report(self, person: str, *, instruments: Iterable[Instrument] = (PHQ9,)) -> ProgressReport:
        """Return the three readings of every goal, each number explained.

        Parameters
        ----------
        person
            The opaque id of the person.
        instruments
            The questionnaires whose scales are known; name your own here.
        """
        return report(self.plan(person), instruments=instruments, locale=self._locale)

    def export(self, person: str) -> str:
        """Return everything that is stored about a person, as JSON text."""
        stream = identifier(person, path="person")
        return dumps(Stream(name=stream, records=tuple(self._journal.read(stream))), indent=1)

    def restore(self, text: str) -> Appended:
        """Store what :meth:`export` returned, in a journal that lacks it.

        Everything is checked before anything is stored. Restoring twice stores
        nothing the second time, and no signal is handed over.

        Raises
        ------
        FormatError
            If the text is not an export.
        VersionConflict, RecordClash
            If the journal holds another story of this person.
        """
        stream = loads(text)
        if not isinstance(stream, Stream):
            raise FormatError((("$.kind", "this is not an export of a person's story"),))
        return self._journal.append(stream.name, stream.records, expected=0)

    def _entry(self, person: str, request: Request, told: Told) -> _Entry:
        """Return what is to be recorded, with its id and stamp."""
        unknown = sorted(told.keys() - Told.__annotations__)
        if unknown:
            message = f"{unknown[0]!r} is not one of {', '.join(Told.__annotations__)}"
            raise TypeError(message)
        stream = identifier(person, path="person")
        given = told.get("request_id")
        return _Entry(
            stream=stream,
            id=identifier(self._make_id() if given is None else given, path="request_id"),
            named=given is not None,
            request=request,
            stamp=Stamp.now(
                self._clock(),
                by=told.get("by", stream),
                zone=told.get("zone", self._zone),
                day=told.get("day"),
            ),
        )

    def _decide(self, story: Story, entry: _Entry) -> Decision:
        """Return what an entry leads to, as the story stands."""
        return decide(replay(story), entry.request, entry.stamp, locale=self._locale)

    def _hand_over(
        self, signals: tuple[SafetySignal, ...], person: str, entry: str | None
    ) -> list[Exception]:
        """Hand every signal to the host; return what the host's hook raised."""
        raised: list[Exception] = []
        for signal in signals:
            try:
                self._on_safety(attrs.evolve(signal, person=person, entry=entry))
            except Exception as error:  # noqa: BLE001 - a host's hook may raise anything
                raised.append(error)
        return raised

    def _store(self, story: Story, entry: _Entry, events: tuple[Event, ...]) -> CarePlan:
        """Append what happened; after a conflict, read and decide again.

        When the same entry came in by another way, the journal says that its id
        is held (J8, asked before J5): then it is recorded, and all is well.
        """
        for _ in range(_RETRIES):
            try:
                return self._append(story, entry, events)
            except (RecordClash, VersionConflict):
                story = self.story(entry.stream)
                if _is_recorded(story, entry):
                    return replay(story)
                events = self._decide(story, entry).events
        return self._append(story, entry, events)

    def _append(self, story: Story, entry: _Entry, events: tuple[Event, ...]) -> CarePlan:
        """Append events at the end of a story, and return the plan with them."""
        version = len(story)
        records = [
            self._record(entry, version + at, entry.id if at == 1 else f"{entry.id}:{at}", event)
            for at, event in enumerate(events, start=1)
        ]
        self._journal.append(entry.stream, records, expected=version)
        return replay((*story, *map(_recorded, records)))

    def _record(self, entry: _Entry, version: int, record_id: str, event: Event) -> Record:
        """Return the record of an event."""
        kind, schema, payload = encode_event(event)
        return Record(
            stream=entry.stream,
            version=version,
            id=record_id,
            kind=kind,
            schema=schema,
            recorded_at=self._clock(),
            payload=payload,
        )


def _recorded(record: Record) -> Recorded[Event]:
    """Return a record's event, with what the record says about it."""
    return Recorded(
        id=record.id,
        version=record.version,
        recorded_at=record.recorded_at,
        event=decode_event(record.kind, record.schema, record.payload),
    )


def _is_recorded(story: Story, entry: _Entry) -> bool:
    """Say whether an entry is in a story; refuse an id that stands for something else."""
    held = next((recorded.event for recorded in story if recorded.id == entry.id), None)
    if held is None:
        return False
    if entry.named and _tells(held, entry.request):
        return True
    advice = "something else was recorded under this id; give each request an id of its own"
    raise DuplicateId("entry.duplicate", "request_id", advice)


def _tells(event: Event, request: Request) -> bool:
    """Say whether an event tells what a request asks, whoever sent it and when.

    An event has a field for each field of its request. What this version cannot
    read is taken for the same: it was recorded under an id that the host chose.
    """
    if isinstance(event, UnknownEvent):
        return True
    asked = attrs.asdict(request, recurse=False)
    return asked.items() <= attrs.asdict(event, recurse=False).items()


def _add_note(error: Exception, raised: list[Exception]) -> None:
    """Tell of a hook that raised while something else went wrong."""
    if raised:
        error.add_note(f"on_safety raised for {len(raised)} signal(s) as well")
