"""Record what a book is asked to: read, decide, append, and again after a conflict."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable
from typing import Final, TypeAlias, final

import attrs

from stepwell._fields import identifier
from stepwell.errors import (
    RecordClash,
    RuleBroken,
    SafetyHookFailed,
    VersionConflict,
    WordsNotScreened,
)
from stepwell.ports import Journal, Record
from stepwell.safety import SafetyClass, SafetySignal, screen
from stepwell.serialization import encode_event
from stepwell.service.entries import Entry, Story, Told, is_recorded, recorded
from stepwell.story import CarePlan, Decision, Event, Request, Stamp, decide, replay, signals_of
from stepwell.typing import Clock, MakeId

__all__ = ["OnSafety", "Recorder", "check_hook", "warn_unscreened"]

_RETRIES: Final = 3

OnSafety: TypeAlias = Callable[[SafetySignal], object]
"""What a host does with a safety signal; what it returns is ignored."""


@final
class Recorder:
    """What a book does with every request: read, decide, hand over, append.

    It takes what :class:`~stepwell.service.GoalBook` was given, under the same
    names.
    """

    def __init__(  # noqa: PLR0913 - what a host injects, each by name
        self,
        journal: Journal,
        *,
        on_safety: OnSafety,
        clock: Clock,
        make_id: MakeId,
        zone: str,
        locale: str,
    ) -> None:
        """Keep what the host injects."""
        self._journal = journal
        self._on_safety = on_safety
        self._clock = clock
        self._make_id = make_id
        self._zone = zone
        self._locale = locale

    def record(self, person: str, request: Request, told: Told) -> CarePlan:
        """Decide a request, hand over its signals, store what follows, and return the plan."""
        try:
            entry = self._entry(person, request, told)
            story = self.story(entry.stream)
            if is_recorded(story, entry):
                return replay(story)
            decision = self._decide(story, entry)
        except Exception as refusal:
            signals = signals_of(request, locale=self._locale)
            _add_note(refusal, self._hand_over(signals, person, None))
            raise
        undelivered = self._hand_over(decision.signals, entry.stream, entry.id)
        try:
            plan = self._store(story, entry, decision.events)
        except Exception as failure:
            _add_note(failure, undelivered)
            raise
        if undelivered:
            raise SafetyHookFailed(tuple(undelivered)) from next(iter(undelivered.values()))
        return plan

    def story(self, person: str) -> Story:
        """Return everything that was recorded about a person, in order."""
        stream = identifier(person, path="person")
        return tuple(recorded(record) for record in self._journal.read(stream))

    def _entry(self, person: str, request: Request, told: Told) -> Entry:
        """Return what is to be recorded, with its id and stamp."""
        unknown = sorted(told.keys() - Told.__annotations__)
        if unknown:
            message = f"{unknown[0]!r} is not one of {', '.join(Told.__annotations__)}"
            raise TypeError(message)
        stream = identifier(person, path="person")
        given = told.get("request_id")
        return Entry(
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

    def _decide(self, story: Story, entry: Entry) -> Decision:
        """Return what an entry leads to, as the story stands."""
        return decide(replay(story), entry.request, entry.stamp, locale=self._locale)

    def _hand_over(
        self, signals: tuple[SafetySignal, ...], person: str, entry: str | None
    ) -> dict[SafetySignal, Exception]:
        """Hand every signal to the host; return those that did not arrive, and why."""
        undelivered: dict[SafetySignal, Exception] = {}
        for each in signals:
            signal = attrs.evolve(each, person=person, entry=entry)
            try:
                _refuse_awaitable(self._on_safety(signal))
            except Exception as error:  # noqa: BLE001 - a host's hook may raise anything
                undelivered[signal] = error
        return undelivered

    def _store(self, story: Story, entry: Entry, events: tuple[Event, ...]) -> CarePlan:
        """Append what happened; after a conflict, read and decide again.

        When the same entry came in by another way, the journal says that its id
        is held (J8, asked before J5): then it is recorded, and all is well.
        """
        for _ in range(_RETRIES):
            try:
                return self._append(story, entry, events)
            except (RecordClash, VersionConflict):
                story = self.story(entry.stream)
                if is_recorded(story, entry):
                    return replay(story)
                events = self._decide(story, entry).events
        return self._append(story, entry, events)

    def _append(self, story: Story, entry: Entry, events: tuple[Event, ...]) -> CarePlan:
        """Append events at the end of a story, and return the plan with them."""
        version = len(story)
        records = [
            self._record(entry, version + at, entry.id if at == 1 else f"{entry.id}:{at}", event)
            for at, event in enumerate(events, start=1)
        ]
        self._journal.append(entry.stream, records, expected=version)
        return replay((*story, *map(recorded, records)))

    def _record(self, entry: Entry, version: int, record_id: str, event: Event) -> Record:
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


def _refuse_awaitable(answer: object) -> None:
    """Refuse an answer that nobody would wait for: the signal has not arrived."""
    if inspect.isawaitable(answer):
        if inspect.iscoroutine(answer):
            answer.close()
        message = "on_safety returned something to await; give a plain function"
        raise TypeError(message)


def _add_note(error: Exception, undelivered: dict[SafetySignal, Exception]) -> None:
    """Tell of a hook that raised while something else went wrong."""
    if undelivered:
        error.add_note(f"on_safety raised for {len(undelivered)} signal(s) as well")


def check_hook(on_safety: OnSafety) -> None:
    """Refuse a hook that could not be called, or whose answer nobody waits for."""
    if not callable(on_safety):
        advice = "give a function that takes a safety signal; it cannot be left out"
        raise RuleBroken("book.on_safety", "on_safety", advice)
    called = getattr(on_safety, "__call__", None)  # noqa: B004 - its kind matters
    if any(inspect.iscoroutinefunction(each) for each in (on_safety, called)):
        advice = "an async function would never run; give a plain one that passes the signal on"
        raise RuleBroken("book.on_safety.async", "on_safety", advice)


def warn_unscreened(locale: str) -> None:
    """Say at once where words are not screened."""
    if screen("a", locale=locale) is SafetyClass.NOT_ASSESSED:
        message = "no reviewed safety lexicon for this locale: words are not screened, items are"
        warnings.warn(message, WordsNotScreened, stacklevel=3)
