"""The journal in memory says what it could not take, and nothing of what it was given."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from stepwell.errors import JournalError
from stepwell.memory import MemoryJournal
from stepwell.ports import Record
from tests.refusals import SECRET, all_that_is_said

NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)


def record(version: int, **others: Any) -> Record:
    """Return a record of the stream p whose payload holds somebody's words."""
    ordinary: dict[str, Any] = {"stream": "p", "id": f"r{version}", "payload": {"note": SECRET}}
    return Record(
        version=version, kind="told", schema=1, recorded_at=NOON, **{**ordinary, **others}
    )


@pytest.mark.parametrize(
    ("batch", "said"),
    [
        ([record(5)], "records are numbered from 4 onward"),
        ([record(4, stream="q")], "a record names another stream"),
        ([record(4, id="twin"), record(5, id="twin")], "two records of one batch have the same id"),
        ([record(4, payload={"note": {SECRET}})], "a payload holds plain, finite JSON, not set"),
        ([record(4, payload={("note", SECRET): 1})], "the keys of a payload are text, not tuple"),
    ],
)
def test_what_is_refused_is_told_without_words(batch: list[Record], said: str) -> None:
    """The next version, the rule or the type is named; the words stay where they were."""
    journal = MemoryJournal()
    journal.append("p", [record(1), record(2), record(3)], expected=0)

    with pytest.raises(JournalError, match=f"^{said}") as caught:
        journal.append("p", batch, expected=3)

    assert SECRET not in all_that_is_said(caught.value)
