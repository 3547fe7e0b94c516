"""Turn values and events into versioned JSON and back, strictly.

Every document is ``{"kind": ..., "schema": ..., "data": ...}``. :func:`dumps`
and :func:`loads` do whole documents; :func:`encode_event` and
:func:`decode_event` do the payload of a record, for journals.

Nothing is guessed: a number is not text, 1 is not true, 1.9 is not 1, a moment
without an offset is refused, and so is a field nobody knows. What cannot be read
is told as ``path: problem``, without a person's words. In a journal nothing is
refused at all: :func:`decode_event` keeps what it cannot read as an
:class:`~stepwell.story.UnknownEvent`, which is written back unchanged.

This is the only room that speaks cattrs.
"""

from __future__ import annotations

from stepwell.serialization.documents import Storable, dumps, kind_of, loads
from stepwell.serialization.records import decode_event, encode_event

__all__ = [
    "Storable",
    "decode_event",
    "dumps",
    "encode_event",
    "kind_of",
    "loads",
]
