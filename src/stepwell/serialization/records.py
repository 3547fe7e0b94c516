"""Write an event as the payload of a record, and read it back whatever it holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final, cast

from stepwell.errors import FormatError
from stepwell.serialization.converter import structured
from stepwell.serialization.documents import CLASSES, KINDS, kind_of, payload_of
from stepwell.story.events import EVENTS, Event, UnknownEvent
from stepwell.typing import JSON

__all__ = ["decode_event", "encode_event"]

_EVENT_KINDS: Final = frozenset(KINDS[cls][0] for cls in EVENTS)


def encode_event(event: Event) -> tuple[str, int, dict[str, JSON]]:
    """Return the kind, schema and payload that a record of this event has."""
    kind, schema = kind_of(event)
    return kind, schema, payload_of(event)


def decode_event(kind: str, schema: int, payload: Mapping[str, JSON]) -> Event:
    """Return the event a record holds; never raises on what it cannot read.

    A kind or a newer schema that this version does not know, and a payload that
    is damaged, come back as :class:`~stepwell.story.UnknownEvent`, with the
    payload to the letter.
    """
    if kind not in _EVENT_KINDS:
        return _unknown(kind, schema, payload, "kind is not known to this version")
    if schema != KINDS[CLASSES[kind]][1]:
        return _unknown(kind, schema, payload, "schema is not known to this version")
    try:
        return cast("Event", structured(dict(payload), CLASSES[kind], "$"))
    except FormatError as error:
        return _unknown(kind, schema, payload, str(error))


def _unknown(kind: str, schema: int, payload: Mapping[str, JSON], problem: str) -> UnknownEvent:
    """Return a record's content, kept as it is."""
    body = json.dumps(dict(payload))
    return UnknownEvent(kind=kind, schema=schema, body=body, problem=problem)
