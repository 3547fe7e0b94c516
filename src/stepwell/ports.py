"""The port to a store: what a journal is, and the eight promises it keeps.

A journal holds one stream a person. A stream is a row of records, and a record
is plain: an adapter never meets our classes, only text, whole numbers, a moment
and a JSON mapping. Two methods are the whole port.

The promises
------------
**J1** Versions of a stream run 1, 2, 3 with no gap.

**J2** A stream that was never written to reads as empty.

**J3** A read returns records in order, equal to what was appended.

**J4** An append is all or nothing.

**J5** An append whose ``expected`` is not the current version, stale or from
the future, raises :class:`~stepwell.errors.VersionConflict` and changes
nothing. (A unique key on stream and version alone lets a gap in.)

**J6** Streams do not see each other, however alike their names.

**J7** What was appended never changes, whatever the caller does to its own
objects; only erasure and redaction take away.

**J8** Asked before J5: if the stream already holds every record of the batch
(same ids, equal content), append stores nothing and returns the current
version (an empty batch is held by every stream); a batch partly held, or an id
held with other content, raises :class:`~stepwell.errors.RecordClash` and changes
nothing. So a retry after an unknown outcome is harmless.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol, final

import attrs

from stepwell._fields import aware, identifier, things
from stepwell.errors import DuplicateId, JournalError, RuleBroken
from stepwell.typing import JSON

__all__ = ["Appended", "Journal", "Record", "Stream"]


def _text(_record: object, field: attrs.Attribute[str], value: str) -> None:
    """Refuse an adapter's column that is not text; any text will do."""
    if not isinstance(value, str):
        message = f"J3: the {field.name} of a record is text, not {type(value).__name__}"
        raise JournalError(message)


def _count(_record: object, field: attrs.Attribute[int], value: int) -> None:
    """Refuse an adapter's column that is not a whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        message = f"J3: the {field.name} of a record is a whole number"
        raise JournalError(message)


def _mapping(_record: object, _field: object, value: Mapping[str, JSON]) -> None:
    """Refuse a payload that is still text: an adapter reads it back from JSON."""
    if not isinstance(value, Mapping):
        message = f"J3: the payload of a record is a mapping, not {type(value).__name__}"
        raise JournalError(message)


def _moment(value: datetime) -> datetime:
    """Return the moment a record was stored; refuse a naive one."""
    return aware(value, path="record.recorded_at")


def _name(value: str) -> str:
    """Return the opaque id of a person."""
    return identifier(value, path="stream.name")


def _records(value: Iterable[Record]) -> tuple[Record, ...]:
    """Return the records of a stream."""
    return things(value, Record, path="stream.records")


@final
@attrs.frozen(kw_only=True)
class Record:
    """One stored line, in plain parts.

    Attributes
    ----------
    stream
        The opaque id of the person whose story it is part of.
    version
        Its place in the stream: 1, 2, 3 ...
    id
        Its id, unlike every other in its stream.
    kind
        What happened, such as ``"goal_added"``.
    schema
        The number of the shape its payload has, 1 or more.
    recorded_at
        The moment it was stored, with its offset from UTC.
    payload
        Everything else, as a JSON mapping.

    Raises
    ------
    JournalError
        If a part is not of its type: an adapter returned a column as it is stored.
    """

    stream: str = attrs.field(validator=_text)
    version: int = attrs.field(validator=_count)
    id: str = attrs.field(validator=_text)
    kind: str = attrs.field(validator=_text)
    schema: int = attrs.field(validator=_count)
    recorded_at: datetime = attrs.field(converter=_moment)
    payload: Mapping[str, JSON] = attrs.field(validator=_mapping)


@final
@attrs.frozen(kw_only=True)
class Stream:
    """One person's whole sequence, to save in a file or move to another journal.

    Attributes
    ----------
    name
        The opaque id of the person.
    records
        Every record, in order.

    Raises
    ------
    RuleBroken
        If the records are not numbered 1, 2, 3 ... or belong to another stream.
    DuplicateId
        If two records have the same id.
    """

    name: str = attrs.field(converter=_name)
    records: tuple[Record, ...] = attrs.field(converter=_records)

    def __attrs_post_init__(self) -> None:
        """Refuse a gap, somebody else's records, and two records with one id."""
        seen: set[str] = set()
        for at, record in enumerate(self.records):
            if record.version != at + 1 or record.stream != self.name:
                advice = "the records of a stream are its own, numbered 1, 2, 3 ..."
                raise RuleBroken("stream.order", f"records[{at}]", advice)
            if record.id in seen:
                advice = "another record of this stream has this id already"
                raise DuplicateId("record.duplicate", f"records[{at}].id", advice)
            seen.add(record.id)


@final
@attrs.frozen
class Appended:
    """What an append did.

    Attributes
    ----------
    version
        The current version of the stream.
    stored
        How many records were stored now: all of the batch, or none when the
        stream held them already.
    """

    version: int
    stored: int


class Journal(Protocol):
    """An append-only store with one stream a person; see the promises above."""

    def append(self, stream: str, records: Sequence[Record], *, expected: int) -> Appended:
        """Store records at the end of a stream.

        Parameters
        ----------
        stream
            Whose story it is.
        records
            What to store, with ids and versions ``expected + 1`` onward.
        expected
            The version that the writer believes to be current; 0 for a stream
            that was never written to.

        Raises
        ------
        VersionConflict
            If ``expected`` is not the current version (J5).
        RecordClash
            If part of the batch is held already (J8).
        """
        ...

    def read(self, stream: str, *, after: int = 0) -> Iterable[Record]:
        """Return the records of a stream whose version is greater than ``after``."""
        ...
