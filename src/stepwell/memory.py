"""Keep a journal in memory: the reference adapter, for tests and notebooks.

It takes a lock around every append and read, and it keeps its own copy of every
payload, so it keeps all the promises of :mod:`stepwell.ports` on every thread of
one process. What it holds is gone when the process ends.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import final

import attrs

from stepwell.errors import JournalError, RecordClash, VersionConflict
from stepwell.ports import Appended, Record
from stepwell.typing import JSON

__all__ = ["MemoryJournal"]


@final
class MemoryJournal:
    """A journal that lives in memory and keeps every promise, J1 to J8.

    Examples
    --------
    >>> MemoryJournal().read("person-1")
    ()
    """

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._lock = threading.Lock()
        self._streams: dict[str, list[Record]] = {}

    def append(self, stream: str, records: Sequence[Record], *, expected: int) -> Appended:
        """Store records at the end of a stream; see :class:`~stepwell.ports.Journal`.

        Raises
        ------
        VersionConflict
            If ``expected`` is not the current version.
        RecordClash
            If part of the batch is held already.
        JournalError
            If the records are not numbered from ``expected + 1``, name another
            stream, or hold anything but JSON.
        """
        batch = _copied_batch(records)
        with self._lock:
            held = self._streams.get(stream, [])
            if _holds(held, batch, stream):
                return Appended(len(held), 0)
            if expected != len(held):
                raise VersionConflict(stream, expected, len(held))
            _check_numbering(batch, stream, expected)
            self._streams[stream] = [*held, *batch]
            return Appended(expected + len(batch), len(batch))

    def read(self, stream: str, *, after: int = 0) -> tuple[Record, ...]:
        """Return the records of a stream whose version is greater than ``after``."""
        with self._lock:
            held = self._streams.get(stream, [])[max(after, 0) :]
        return tuple(_copied(record) for record in held)


def _holds(held: Iterable[Record], batch: list[Record], stream: str) -> bool:
    """Say whether a stream holds a whole batch already; refuse one partly held."""
    by_id = {record.id: record for record in held}
    known = [record for record in batch if record.id in by_id]
    same = [record for record in known if by_id[record.id] == record]
    if len(same) == len(batch):
        return True
    if known:
        raise RecordClash(stream, known[0].id)
    return False


def _check_numbering(batch: list[Record], stream: str, expected: int) -> None:
    """Refuse records that would leave a gap, repeat an id or belong elsewhere."""
    versions = [record.version for record in batch]
    if versions != list(range(expected + 1, expected + 1 + len(batch))):
        message = f"records are numbered from {expected + 1} onward, without a gap"
        raise JournalError(message)
    if any(record.stream != stream for record in batch):
        message = "a record names another stream than the one it is appended to"
        raise JournalError(message)
    if len({record.id for record in batch}) != len(batch):
        message = "two records of one batch have the same id; give each its own"
        raise JournalError(message)


def _copied_batch(records: Iterable[Record]) -> list[Record]:
    """Return records with payloads of their own; refuse what nests without end."""
    try:
        return [_copied(record) for record in records]
    except RecursionError:
        message = "a payload is nested too deeply; keep it flatter"
        raise JournalError(message) from None


def _copied(record: Record) -> Record:
    """Return a record with a payload of its own."""
    return attrs.evolve(record, payload=_copied_mapping(record.payload))


def _copied_mapping(mapping: Mapping[str, JSON]) -> dict[str, JSON]:
    """Return a deep copy of a JSON mapping."""
    return {_key(key): _copied_value(value) for key, value in mapping.items()}


def _copied_value(value: JSON) -> JSON:
    """Return a deep copy of a JSON value; refuse anything else."""
    if isinstance(value, Mapping):
        return _copied_mapping(value)
    if isinstance(value, list):
        return [_copied_value(each) for each in value]
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    message = f"a payload holds plain, finite JSON, not {type(value).__name__}"
    raise JournalError(message)


def _key(key: str) -> str:
    """Return the key of a JSON mapping; refuse anything but text."""
    if not isinstance(key, str):
        message = f"the keys of a payload are text, not {type(key).__name__}"
        raise JournalError(message)
    return key
