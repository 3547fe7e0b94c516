"""One thing that a book is asked to record, and what a story says of it already."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias, TypedDict, final

import attrs

from stepwell.errors import DuplicateId
from stepwell.ports import Record
from stepwell.serialization import decode_event
from stepwell.story import Event, Recorded, Request, Stamp, UnknownEvent

__all__ = ["Entry", "Story", "Told", "is_recorded", "recorded", "tells"]

Story: TypeAlias = tuple[Recorded[Event], ...]
"""Everything that was recorded about one person, in order."""


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


@final
@attrs.frozen(kw_only=True)
class Entry:
    """One thing that the book was asked to record, under the id it will have.

    ``named`` says whether the host chose the id, so that it may come again.
    """

    stream: str
    id: str
    named: bool
    request: Request
    stamp: Stamp


def recorded(record: Record) -> Recorded[Event]:
    """Return a record's event, with what the record says about it."""
    return Recorded(
        id=record.id,
        version=record.version,
        recorded_at=record.recorded_at,
        event=decode_event(record.kind, record.schema, record.payload),
    )


def is_recorded(story: Story, entry: Entry) -> bool:
    """Say whether an entry is in a story; refuse an id that stands for something else."""
    held = next((each.event for each in story if each.id == entry.id), None)
    if held is None:
        return False
    if entry.named and tells(held, entry.request):
        return True
    advice = "something else was recorded under this id; give each request an id of its own"
    raise DuplicateId("entry.duplicate", "request_id", advice)


def tells(event: Event, request: Request) -> bool:
    """Say whether an event tells what a request asks, whoever sent it and when.

    An event has the fields of its request, and its stamp. What this version cannot
    read is taken for the same: it was recorded under an id that the host chose.
    """
    if isinstance(event, UnknownEvent):
        return True
    told = attrs.asdict(event, recurse=False)
    del told["stamp"]
    return attrs.asdict(request, recurse=False) == told
