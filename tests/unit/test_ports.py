"""Records and streams are plain, numbered and aware of their moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from stepwell.errors import DuplicateId, JournalError
from stepwell.memory import MemoryJournal
from stepwell.ports import Appended, Journal, Record, Stream
from tests.refusals import SECRET, broken


def record(version: int = 1, **parts: Any) -> Record:
    """Return a record with ordinary parts but for some."""
    ordinary: dict[str, Any] = {
        "stream": "p",
        "id": f"r{version}",
        "kind": "mood_logged",
        "schema": 1,
        "recorded_at": datetime(2027, 1, 4, tzinfo=UTC),
        "payload": {},
    }
    return Record(version=version, **{**ordinary, **parts})


class TestRecord:
    """One stored line."""

    def test_a_moment_needs_an_offset(self) -> None:
        """A naive moment is refused with its path."""
        naive = datetime(2027, 1, 4)  # noqa: DTZ001 - refused

        assert ("moment.naive", "record.recorded_at") == broken(lambda: record(recorded_at=naive))

    def test_a_moment_keeps_its_offset_alone(self) -> None:
        """In an hour that a zone repeats, a record equals what comes back from a store."""
        moment = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))
        plain = datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=1)))

        assert moment != plain
        assert record(recorded_at=plain) == record(recorded_at=moment)

    @pytest.mark.parametrize(
        ("part", "given"),
        [
            ("stream", 5),
            ("id", None),
            ("kind", b"x"),
            ("schema", "1"),
            ("schema", True),
            ("payload", '{"a": 1}'),
            ("payload", None),
        ],
    )
    def test_a_column_as_it_is_stored_is_refused(self, part: str, given: Any) -> None:
        """An adapter is told which promise and which part, not what stands in it."""
        with pytest.raises(JournalError) as caught:
            record(**{part: given})

        assert str(caught.value).startswith(f"J3: the {part} of a record is")


class TestStream:
    """One person's whole sequence."""

    def test_it_is_numbered(self) -> None:
        """Records stand in order from 1; a list becomes a tuple."""
        rows = [record(1), record(2)]

        assert tuple(rows) == Stream(name="p", records=rows).records

    def test_it_may_be_empty(self) -> None:
        """Somebody who has told nothing yet has a stream."""
        assert () == Stream(name="p", records=()).records

    @pytest.mark.parametrize(
        ("rows", "path"),
        [
            ([record(2)], "records[0]"),
            ([record(1), record(3)], "records[1]"),
            ([record(1), record(1)], "records[1]"),
            ([record(1), record(2, stream="q")], "records[1]"),
        ],
    )
    def test_out_of_order_is_refused(self, rows: list[Record], path: str) -> None:
        """A gap, a repetition, and somebody else's record are named by their place."""
        assert ("stream.order", path) == broken(lambda: Stream(name="p", records=rows))

    def test_one_id_twice_is_refused(self) -> None:
        """Two records of one stream have different ids."""
        rows = [record(1), record(2, id="r1")]

        refusal = broken(lambda: Stream(name="p", records=rows), kind=DuplicateId)

        assert ("record.duplicate", "records[1].id") == refusal

    @pytest.mark.parametrize(
        ("rows", "path"),
        [
            (SECRET, "stream.records"),
            (None, "stream.records"),
            ([None], "stream.records[0]"),
            ([record(1), SECRET], "stream.records[1]"),
        ],
    )
    def test_what_are_no_records_is_refused(self, rows: Any, path: str) -> None:
        """Only records stand in a stream."""
        assert ("several.type", path) == broken(lambda: Stream(name="p", records=rows))

    def test_it_has_a_name(self) -> None:
        """The name is an id."""
        assert ("text.empty", "stream.name") == broken(lambda: Stream(name="", records=()))


def test_the_reference_adapter_is_a_journal() -> None:
    """The port is met without inheriting anything."""
    journal: Journal = MemoryJournal()

    assert Appended(version=0, stored=0) == journal.append("p", (), expected=0)
