"""The reference journal keeps promises J1 to J8 of stepwell.ports, one by one."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.errors import JournalError, RecordClash, VersionConflict
from stepwell.memory import MemoryJournal
from stepwell.ports import Appended, Journal, Record, Stream
from stepwell.typing import JSON
from tests.story_strategies import payloads, streams

NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
ALIKE = ("p", "P", " p", "p ", "p\u200b", "p:1", "p/1", "p%", "p\x00", "", "\u00e9", "e\u0301")


def record(version: int, *, stream: str = "p", payload: Any = None, **parts: Any) -> Record:
    """Return a record with ordinary parts where none are given."""
    ordinary: dict[str, Any] = {"id": f"r{version}", "kind": "mood_logged", "schema": 1}
    return Record(
        stream=stream,
        version=version,
        recorded_at=NOW,
        payload={"at": version} if payload is None else payload,
        **{**ordinary, **parts},
    )


def batch(first: int, last: int, *, stream: str = "p") -> list[Record]:
    """Return records with the versions from first to last."""
    return [record(version, stream=stream) for version in range(first, last + 1)]


def held_after(journal: Journal, refused: Callable[[], object]) -> tuple[Record, ...]:
    """Return what the stream holds after something that was refused."""
    with pytest.raises(JournalError):
        refused()
    return tuple(journal.read("p"))


@pytest.fixture
def journal() -> MemoryJournal:
    """Return a journal whose stream p holds three records."""
    made = MemoryJournal()
    made.append("p", batch(1, 3), expected=0)
    return made


class TestVersions:
    """J1: versions run 1, 2, 3 with no gap."""

    def test_versions_run_on(self, journal: MemoryJournal) -> None:
        """J1: appends of several sizes are numbered without a gap."""
        journal.append("p", batch(4, 4), expected=3)
        journal.append("p", batch(5, 7), expected=4)

        assert [1, 2, 3, 4, 5, 6, 7] == [each.version for each in journal.read("p")]

    @pytest.mark.parametrize("versions", [[5], [3], [4, 6], [5, 4], [4, 4], [0], [4, 5, 7]])
    def test_misnumbered_is_refused(self, journal: MemoryJournal, versions: list[int]) -> None:
        """J1: a batch with a gap, a repetition or another order changes nothing."""
        wrong = [record(each, id=f"n{at}") for at, each in enumerate(versions)]

        held = held_after(journal, lambda: journal.append("p", wrong, expected=3))

        assert tuple(batch(1, 3)) == held

    def test_two_of_one_id_are_refused(self, journal: MemoryJournal) -> None:
        """J1: one batch has one record an id."""
        twins = [record(4, id="twin"), record(5, id="twin")]

        held = held_after(journal, lambda: journal.append("p", twins, expected=3))

        assert tuple(batch(1, 3)) == held

    def test_somebody_elses_record_is_refused(self, journal: MemoryJournal) -> None:
        """J1, J6: a record goes to the stream that it names."""
        others = batch(4, 4, stream="q")

        held = held_after(journal, lambda: journal.append("p", others, expected=3))

        assert tuple(batch(1, 3)) == held


class TestReading:
    """J2 and J3: a read returns what was appended, in order."""

    def test_an_unwritten_stream_is_empty(self, journal: MemoryJournal) -> None:
        """J2: nobody has to make a stream first."""
        assert () == tuple(journal.read("q"))

    def test_reading_makes_no_stream(self, journal: MemoryJournal) -> None:
        """J2: a stream that was only read still starts at version 0."""
        journal.read("q")

        assert Appended(1, 1) == journal.append("q", batch(1, 1, stream="q"), expected=0)

    @pytest.mark.parametrize(
        ("after", "versions"),
        [(0, [1, 2, 3]), (1, [2, 3]), (2, [3]), (3, []), (9, []), (-1, [1, 2, 3])],
    )
    def test_after(self, journal: MemoryJournal, after: int, versions: list[int]) -> None:
        """J3: a read after a version starts with the next one."""
        assert versions == [each.version for each in journal.read("p", after=after)]

    @given(stream=streams())
    def test_what_is_read_equals_what_was_appended(self, stream: Stream) -> None:
        """J3: any record comes back equal: large numbers, nulls, empty keys, any letter."""
        journal = MemoryJournal()
        journal.append(stream.name, stream.records, expected=0)

        assert stream.records == tuple(journal.read(stream.name))

    @given(payload=payloads())
    def test_payloads_keep_types_and_order(self, payload: dict[str, JSON]) -> None:
        """J3: not even 1 and true, 1 and 1.0, or the order of keys are mixed up."""
        journal = MemoryJournal()
        journal.append("p", [record(1, payload=payload)], expected=0)

        assert json.dumps(payload) == json.dumps(next(iter(journal.read("p"))).payload)

    @pytest.mark.parametrize("text", ["\u00e9", "e\u0301", "\ufb01", "\u212b", "\uff21"])
    def test_unicode_is_not_normalised(self, text: str) -> None:
        """J3: letters stay as they were typed, in keys, values and ids."""
        journal = MemoryJournal()
        journal.append("p", [record(1, id=text, payload={text: text})], expected=0)
        (read,) = journal.read("p")

        assert (text, {text: text}) == (read.id, read.payload)

    def test_a_long_text_is_not_cut(self) -> None:
        """J3: a page of reflection stays a page."""
        journal = MemoryJournal()
        journal.append("p", [record(1, payload={"note": "word " * 50_000})], expected=0)
        (read,) = journal.read("p")

        assert {"note": "word " * 50_000} == read.payload

    def test_a_long_stream_has_no_last_page(self) -> None:
        """J3: a read returns everything, however much there is."""
        journal = MemoryJournal()
        journal.append("p", batch(1, 2_500), expected=0)

        assert 2_500 == len(tuple(journal.read("p")))


class TestAllOrNothing:
    """J4: an append is all or nothing."""

    @pytest.mark.parametrize(
        "payload",
        [
            {"a": float("nan")},
            {"a": [float("inf")]},
            {"a": {1, 2}},
            {"a": (1, 2)},
            {"a": b"bytes"},
            {"a": {1: "key"}},
            {None: "key"},
            {"a": NOW},
        ],
        ids=lambda payload: type(next(iter(payload.values()))).__name__,
    )
    def test_what_is_not_json_is_refused(self, journal: MemoryJournal, payload: Any) -> None:
        """J4: one record that cannot be stored keeps the whole batch out."""
        wrong = [record(4), record(5, payload=payload)]

        held = held_after(journal, lambda: journal.append("p", wrong, expected=3))

        assert tuple(batch(1, 3)) == held

    def test_what_nests_without_end_is_refused(self, journal: MemoryJournal) -> None:
        """J4: a payload that holds itself is one clear error."""
        endless: dict[str, Any] = {}
        endless["again"] = endless

        held = held_after(
            journal, lambda: journal.append("p", [record(4, payload=endless)], expected=3)
        )

        assert tuple(batch(1, 3)) == held

    def test_an_empty_batch_stores_nothing(self, journal: MemoryJournal) -> None:
        """J4, J8: there is nothing to conflict, so any expectation is met."""
        assert Appended(3, 0) == journal.append("p", [], expected=3)
        assert Appended(3, 0) == journal.append("p", [], expected=1)
        assert Appended(0, 0) == journal.append("q", [], expected=0)


class TestExpected:
    """J5: only the current version is accepted."""

    @given(expected=st.integers(-3, 9).filter(lambda expected: expected != 3))
    def test_stale_and_future_are_refused(self, expected: int) -> None:
        """J5: an expectation of the past or the future raises and changes nothing."""
        journal = MemoryJournal()
        journal.append("p", batch(1, 3), expected=0)
        fresh = [record(expected + 1, id="fresh")]

        with pytest.raises(VersionConflict) as caught:
            journal.append("p", fresh, expected=expected)

        error = caught.value
        assert ("p", expected, 3) == (error.stream, error.expected, error.actual)
        assert tuple(batch(1, 3)) == tuple(journal.read("p"))

    def test_a_future_start_is_refused(self) -> None:
        """J5: an unwritten stream is at version 0."""
        journal = MemoryJournal()

        with pytest.raises(VersionConflict):
            journal.append("p", batch(2, 2), expected=1)

        assert () == tuple(journal.read("p"))


class TestStreamsApart:
    """J6: streams do not see each other."""

    def test_names_that_look_alike(self) -> None:
        """J6: names are never folded, stripped, normalised or cut."""
        journal = MemoryJournal()
        for at, name in enumerate(ALIKE):
            journal.append(name, [record(1, stream=name, payload={"at": at})], expected=0)

        found = [[each.payload for each in journal.read(name)] for name in ALIKE]

        assert [[{"at": at}] for at in range(len(ALIKE))] == found

    def test_long_names_that_end_differently(self) -> None:
        """J6: the last letter of a long name counts."""
        journal = MemoryJournal()
        journal.append("p" * 5_000, batch(1, 1, stream="p" * 5_000), expected=0)

        assert () == tuple(journal.read("p" * 4_999))

    def test_one_id_in_two_streams(self) -> None:
        """J6: ids are unlike each other within a stream only."""
        journal = MemoryJournal()
        journal.append("p", batch(1, 1), expected=0)

        assert Appended(1, 1) == journal.append("q", batch(1, 1, stream="q"), expected=0)


class TestNothingChanges:
    """J7: what was appended never changes."""

    def test_aliasing_on_write(self) -> None:
        """J7: the writer may go on using its payload."""
        journal = MemoryJournal()
        payload: dict[str, Any] = {"list": [1, {"deep": [2]}]}
        journal.append("p", [record(1, payload=payload)], expected=0)

        payload["list"][1]["deep"].append(3)
        payload["new"] = 4

        assert {"list": [1, {"deep": [2]}]} == next(iter(journal.read("p"))).payload

    def test_aliasing_on_read(self) -> None:
        """J7: the reader may change what it was given."""
        journal = MemoryJournal()
        journal.append("p", [record(1, payload={"list": [1, {"deep": [2]}]})], expected=0)

        payload: Any = next(iter(journal.read("p"))).payload
        payload["list"][1]["deep"].append(3)
        payload.clear()

        assert {"list": [1, {"deep": [2]}]} == next(iter(journal.read("p"))).payload

    def test_aliasing_of_the_batch(self) -> None:
        """J7: the list of records belongs to the writer."""
        journal = MemoryJournal()
        given_batch = batch(1, 2)
        journal.append("p", given_batch, expected=0)

        given_batch.clear()

        assert tuple(batch(1, 2)) == tuple(journal.read("p"))

    def test_a_read_is_a_moment(self, journal: MemoryJournal) -> None:
        """J7: what is appended during a read does not join it."""
        reading = iter(journal.read("p"))
        journal.append("p", batch(4, 4), expected=3)

        assert tuple(batch(1, 3)) == tuple(reading)


class TestRetry:
    """J8, asked before J5: a retry after an unknown outcome is harmless."""

    @pytest.mark.parametrize("expected", [0, 3, 7])
    def test_a_retry_stores_nothing(self, journal: MemoryJournal, expected: int) -> None:
        """J8: a batch that is held is answered with the version, whatever was expected."""
        assert Appended(3, 0) == journal.append("p", batch(1, 3), expected=expected)
        assert tuple(batch(1, 3)) == tuple(journal.read("p"))

    @pytest.mark.parametrize(("first", "last"), [(1, 1), (2, 3), (1, 2)])
    def test_a_retry_of_a_part_is_a_retry(
        self, journal: MemoryJournal, first: int, last: int
    ) -> None:
        """J8: what counts is that every record of the batch is held."""
        assert Appended(3, 0) == journal.append("p", batch(first, last), expected=first - 1)

    @pytest.mark.parametrize(("first", "last", "expected"), [(3, 4, 2), (1, 5, 0), (3, 4, 3)])
    def test_a_batch_partly_held_is_refused(
        self, journal: MemoryJournal, first: int, last: int, expected: int
    ) -> None:
        """J8: half a batch is neither a retry nor new."""
        with pytest.raises(RecordClash) as caught:
            journal.append("p", batch(first, last), expected=expected)

        assert ("p", f"r{first}") == (caught.value.stream, caught.value.record_id)
        assert tuple(batch(1, 3)) == tuple(journal.read("p"))

    @pytest.mark.parametrize(
        "change",
        [
            {"payload": {"at": 9}},
            {"kind": "mood_told"},
            {"schema": 2},
            {"version": 4},
            {"recorded_at": datetime(2027, 1, 5, tzinfo=UTC)},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_an_id_with_other_content_is_refused(
        self, journal: MemoryJournal, change: dict[str, Any]
    ) -> None:
        """J8: an id says one thing only, and the error names it."""
        other = attrs.evolve(record(3), **change)

        with pytest.raises(RecordClash, match="'r3'"):
            journal.append("p", [other], expected=3)

        assert tuple(batch(1, 3)) == tuple(journal.read("p"))


@pytest.fixture
def switching() -> Iterator[None]:
    """Let threads take turns a million times a second: at the default no race is seen."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("switching")
def test_eight_threads_on_one_stream() -> None:
    """J1, J4, J5: writers who race leave no gap, lose nothing and double nothing."""
    journal, writers, each_writes = MemoryJournal(), 8, 25
    begin = threading.Barrier(writers)

    def write(name: int) -> None:
        """Append pairs of records, reading again after every conflict."""
        begin.wait()
        for number in range(each_writes):
            while True:
                version = len(tuple(journal.read("p")))
                pair = [
                    record(version + at, id=f"{name}-{number}-{at}", payload={"by": name})
                    for at in (1, 2)
                ]
                try:
                    journal.append("p", pair, expected=version)
                except VersionConflict:
                    continue
                break

    threads = [threading.Thread(target=write, args=(name,)) for name in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    held = tuple(journal.read("p"))
    ids = [each.id for each in held]
    assert list(range(1, 2 * writers * each_writes + 1)) == [each.version for each in held]
    assert len(set(ids)) == len(ids)
    assert [f"{first[:-1]}2" for first in ids[::2]] == ids[1::2]
