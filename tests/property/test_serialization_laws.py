"""What is written is read back; what is damaged is refused, with a path and no words."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stepwell.errors import FormatError
from stepwell.serialization import Storable, decode_event, dumps, encode_event, kind_of, loads
from stepwell.story import Event, UnknownEvent
from stepwell.typing import JSON
from tests.story_strategies import VALUES, Plain, events, facts, unknown_events, unreadable

CANARY = "canary-7261"
OTHERS: tuple[JSON, ...] = (None, True, False, 0, 7, 1.9, "", CANARY, [], [CANARY], {}, {CANARY: 1})

Path = tuple[str | int, ...]

every_kind = pytest.mark.parametrize("kind", VALUES)
values = st.one_of(*VALUES.values())


def leaves(value: JSON, path: Path = ()) -> Iterator[Path]:
    """Yield the path of everything inside a JSON value; a payload counts as one thing."""
    inside: dict[Any, JSON] = {}
    if isinstance(value, dict) and path[-1:] != ("payload",):
        inside = dict(value)
    elif isinstance(value, list):
        inside = dict(enumerate(value))
    for key, each in inside.items():
        yield (*path, key)
        yield from leaves(each, (*path, key))


def at(value: JSON, path: Path) -> Any:
    """Return what stands at a path."""
    found: Any = value
    for key in path:
        found = found[key]
    return found


def written(path: Path) -> str:
    """Return a path as errors write it."""
    return "$" + "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)


def strictly(value: JSON) -> object:
    """Return a value that equals another only when every type in it is the same.

    A whole number may stand where a number with a fraction may: 1 and 1.0 are one.
    """
    if isinstance(value, dict):
        return {key: strictly(each) for key, each in value.items()}
    if isinstance(value, list):
        return [strictly(each) for each in value]
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return ("number" if number else type(value).__name__, value)


def loaded(document: JSON) -> Storable | FormatError:
    """Return what a document holds, or why it is refused."""
    try:
        return loads(json.dumps(document))
    except FormatError as error:
        return error


def told(error: FormatError) -> str:
    """Return everything an error says, in a log and in a debugger."""
    return "".join(traceback.format_exception(error)) + repr(error) + repr(error.args)


def test_no_kind_is_left_out() -> None:
    """The laws here run over every kind that has a document of its own."""
    stored = {each.__name__ for each in get_args(Storable)} - {UnknownEvent.__name__}

    assert len(stored) == len(VALUES)


@every_kind
@given(data=st.data())
def test_round_trip(kind: str, data: st.DataObject) -> None:
    """A value comes back equal, of the same type, and is written the same again."""
    value = data.draw(VALUES[kind])
    text = dumps(value)
    back = loads(text)

    assert (kind, 1) == kind_of(value)
    assert (type(value), value, text) == (type(back), back, dumps(back))


@given(value=values, indent=st.integers(0, 4))
def test_indenting_changes_nothing(value: Storable, indent: int) -> None:
    """A document made to be read by people holds the same."""
    assert value == loads(dumps(value, indent=indent))


@given(event=facts())
def test_an_event_survives_its_payload(event: Event) -> None:
    """Encoding and decoding an event gives it back."""
    assert event == decode_event(*encode_event(event))


@given(event=facts())
def test_a_payload_is_plain_json(event: Event) -> None:
    """A payload holds nothing but JSON, down to the exact types."""
    payload = encode_event(event)[2]

    assert strictly(payload) == strictly(json.loads(json.dumps(payload)))


@given(plain=unreadable())
def test_what_cannot_be_read_is_written_back_unchanged(plain: Plain) -> None:
    """An unknown kind, a newer schema and a damaged payload survive to the letter."""
    kind, schema, payload = encode_event(decode_event(*plain))

    assert (plain[0], plain[1]) == (kind, schema)
    assert json.dumps(plain[2]) == json.dumps(payload)


@given(event=unknown_events())
def test_an_unknown_event_is_no_document(event: UnknownEvent) -> None:
    """Outside a journal, what this version cannot read is a clear error."""
    with pytest.raises(FormatError) as caught:
        loads(dumps(event))

    paths = {path for path, _ in caught.value.problems}
    assert paths == {"$.kind"} or event.kind in VALUES


@settings(max_examples=10)  # each example reads a document once a character
@given(value=values)
def test_truncated_anywhere_is_refused(value: Storable) -> None:
    """No beginning of a document is a document."""
    text = dumps(value)

    for end in range(len(text)):
        with pytest.raises(FormatError, match="this is not whole JSON"):
            loads(text[:end])


@given(value=values, data=st.data())
def test_wrongly_typed_deep_inside(value: Storable, data: st.DataObject) -> None:
    """One thing of another type is refused with its path, or read as exactly what it is."""
    document = json.loads(dumps(value))
    path = data.draw(st.sampled_from([("data",), *leaves(document["data"], ("data",))]))
    other = data.draw(st.sampled_from(OTHERS))
    assume(type(other) is not type(at(document, path)))
    at(document, path[:-1])[path[-1]] = other

    back = loaded(document)

    if isinstance(back, FormatError):
        assert all(written(path).startswith(where) for where, _ in back.problems)
        assert CANARY not in told(back)
    else:
        assert strictly(document) == strictly(json.loads(dumps(back)))


@given(value=values, data=st.data())
def test_a_missing_field_is_told(value: Storable, data: st.DataObject) -> None:
    """What is left out is taken as unset, or refused; never with another value's words."""
    document = json.loads(dumps(value))
    path = data.draw(st.sampled_from([*leaves(document["data"], ("data",))]))
    assume(isinstance(path[-1], str))
    del at(document, path[:-1])[path[-1]]

    back = loaded(document)

    if isinstance(back, FormatError):
        assert all(written(path).startswith(where) for where, _ in back.problems)
    else:
        assert back == loads(dumps(back))


@given(value=values, data=st.data())
def test_an_extra_field_is_refused(value: Storable, data: st.DataObject) -> None:
    """A field that nobody knows is told of with its place, not with its name."""
    document = json.loads(dumps(value))
    inside = [("data",), *leaves(document["data"], ("data",))]
    objects = [p for p in inside if isinstance(at(document, p), dict) and p[-1] != "payload"]
    path = data.draw(st.sampled_from(objects))
    at(document, path)[CANARY] = CANARY

    with pytest.raises(FormatError) as caught:
        loads(json.dumps(document))

    assert ((written(path), "1 field(s) here are not known to this version"),) == (
        caught.value.problems
    )
    assert CANARY not in told(caught.value)


@given(text=st.text() | st.binary())
def test_no_text_does_anything_but_read_or_be_refused(text: str | bytes) -> None:
    """Any text and any bytes at all give a FormatError."""
    with pytest.raises(FormatError):
        loads(text)


@given(event=events())
def test_an_event_says_what_kind_it_is(event: Event) -> None:
    """The kind and schema of a record are those of its event."""
    assert kind_of(event) == encode_event(event)[:2]
