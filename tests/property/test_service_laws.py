"""A book and its journal never drift apart, wherever a story is moved."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stepwell.errors import FormatError, RecordClash, RuleBroken
from stepwell.memory import MemoryJournal
from stepwell.ports import Appended, Stream
from stepwell.safety import SafetySignal
from stepwell.serialization import dumps
from stepwell.service import GoalBook
from stepwell.story import CarePlan, Request, evolve, signals_of
from tests.story_strategies import requests, streams


def book_of(journal: MemoryJournal, heard: list[SafetySignal] | None = None) -> GoalBook:
    """Return a book whose signals are heard."""
    return GoalBook(journal, on_safety=([] if heard is None else heard).append)


@given(stream=streams())
def test_an_export_is_restored_to_the_letter(stream: Stream) -> None:
    """Unknown kinds, newer schemas and damage survive journal, replay, export, restore."""
    first, second = book_of(MemoryJournal()), book_of(MemoryJournal())
    first.restore(dumps(stream))
    text = first.export(stream.name)

    assert Appended(len(stream.records), len(stream.records)) == second.restore(text)
    assert text == second.export(stream.name)
    assert dumps(stream, indent=1) == text


@given(stream=streams())
def test_a_restored_story_replays_equal(stream: Stream) -> None:
    """The plan is the same on the other side, at every moment."""
    first, second = book_of(MemoryJournal()), book_of(MemoryJournal())
    first.restore(dumps(stream))
    second.restore(first.export(stream.name))

    assert first.story(stream.name) == second.story(stream.name)
    assert first.plan(stream.name) == second.plan(stream.name)
    for record in stream.records:
        moment = record.recorded_at
        assert first.plan_as_of(stream.name, moment) == second.plan_as_of(stream.name, moment)


@given(stream=streams(), times=st.integers(1, 3))
def test_restoring_again_changes_nothing(stream: Stream, times: int) -> None:
    """However often an export is restored, it is there once."""
    journal, heard = MemoryJournal(), list[SafetySignal]()
    book = book_of(journal, heard)
    for _ in range(times):
        book.restore(dumps(stream))

    assert (stream.records, []) == (tuple(journal.read(stream.name)), heard)


@given(stream=streams(), end=st.integers(0, 400))
def test_an_export_cut_short_stores_nothing(stream: Stream, end: int) -> None:
    """Half an export is refused before anything is stored."""
    journal, text = MemoryJournal(), dumps(stream)

    with pytest.raises(FormatError):
        book_of(journal).restore(text[: min(end, len(text) - 1)])

    assert () == tuple(journal.read(stream.name))


@given(stream=streams())
def test_a_story_is_never_stored_in_part(stream: Stream) -> None:
    """A journal that holds the beginning of a story is left as it is."""
    journal, half = MemoryJournal(), len(stream.records) // 2
    assume(0 < half)
    journal.append(stream.name, stream.records[:half], expected=0)

    with pytest.raises(RecordClash):
        book_of(journal).restore(dumps(stream))

    assert stream.records[:half] == tuple(journal.read(stream.name))


@given(asked=st.lists(requests(), max_size=6))
def test_a_plan_is_what_the_journal_holds(asked: list[Request]) -> None:
    """What was refused left nothing; what was accepted is in effect."""
    journal = MemoryJournal()
    book = book_of(journal)
    last, accepted = CarePlan(), 0
    for request in asked:
        try:
            last = book.do("p", request)
            accepted += 1
        except RuleBroken:
            assert last == book.plan("p")

    assert accepted == last.version == len(tuple(journal.read("p")))
    assert (reduce(evolve, book.story("p"), CarePlan()), ()) == (last, last.unapplied)


@given(asked=st.lists(requests(), max_size=5), times=st.integers(1, 3))
def test_every_signal_is_handed_over_once(asked: list[Request], times: int) -> None:
    """Recorded once or refused each time: as many signals as there are, none for nothing."""
    heard: list[SafetySignal] = []
    book = book_of(MemoryJournal(), heard)
    expected = 0
    for at, request in enumerate(asked):
        for _ in range(times):
            before = book.plan("p").version
            try:
                book.do("p", request, request_id=f"e{at}")
                new = book.plan("p").version > before
            except RuleBroken:
                new = True
            expected += len(signals_of(request)) if new else 0

    assert expected == len(heard)
