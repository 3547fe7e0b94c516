"""Turn values and events into versioned JSON and back, strictly.

Every document is ``{"kind": ..., "schema": ..., "data": ...}``. :func:`dumps`
and :func:`loads` do whole documents; :func:`encode_event` and
:func:`decode_event` do the payload of a record, for journals.

Nothing is guessed: a number is not text, 1 is not true, 1.9 is not 1, a moment
without an offset is refused, and so is a field nobody knows. What cannot be read
is told as ``path: problem``, without a person's words. In a journal nothing is
refused at all: :func:`decode_event` keeps what it cannot read as an
:class:`~stepwell.story.UnknownEvent`, which is written back unchanged.

This is the only module that speaks cattrs.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast, get_origin

import attrs
from cattrs import BaseValidationError, Converter, override, transform_error
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn
from cattrs.preconf.json import make_converter

from stepwell.errors import FormatError, RuleBroken
from stepwell.goals import Barrier, Goal, IfThenPlan
from stepwell.instruments import Instrument, Score
from stepwell.measures import Measure, Reading, Target
from stepwell.ports import Record, Stream
from stepwell.steps import Step, StepPlan
from stepwell.story.events import (
    EVENTS,
    AchievementChanged,
    Event,
    GoalAdded,
    GoalRated,
    LifecycleChanged,
    ReadingRecorded,
    ScoreRecorded,
    StepRecorded,
    TargetRevised,
    UnknownEvent,
)
from stepwell.typing import JSON

__all__ = ["Storable", "decode_event", "dumps", "encode_event", "kind_of", "loads"]

Storable: TypeAlias = (
    Goal
    | Target
    | Measure
    | Reading
    | Barrier
    | IfThenPlan
    | Step
    | StepPlan
    | Instrument
    | Score
    | Record
    | Stream
    | Event
)
"""Everything that has a document of its own."""

_KINDS: Final[Mapping[type[Any], tuple[str, int]]] = MappingProxyType(
    {
        Goal: ("goal", 1),
        Target: ("target", 1),
        Measure: ("measure", 1),
        Reading: ("reading", 1),
        Barrier: ("barrier", 1),
        IfThenPlan: ("if_then_plan", 1),
        Step: ("step", 1),
        StepPlan: ("step_plan", 1),
        Instrument: ("instrument", 1),
        Score: ("score", 1),
        Record: ("record", 1),
        Stream: ("stream", 1),
        GoalAdded: ("goal_added", 1),
        StepRecorded: ("step_recorded", 1),
        ReadingRecorded: ("reading_recorded", 1),
        ScoreRecorded: ("score_recorded", 1),
        GoalRated: ("goal_rated", 1),
        TargetRevised: ("target_revised", 1),
        LifecycleChanged: ("lifecycle_changed", 1),
        AchievementChanged: ("achievement_changed", 1),
    }
)
_CLASSES: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {kind: cls for cls, (kind, _) in _KINDS.items()}
)
_EVENT_KINDS: Final = frozenset(_KINDS[cls][0] for cls in EVENTS)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def kind_of(value: Storable) -> tuple[str, int]:
    """Return the kind and the schema number of a value or event.

    >>> from stepwell.measures import at_least
    >>> kind_of(at_least(20, "minutes"))
    ('target', 1)
    """
    if isinstance(value, UnknownEvent):
        return value.kind, value.schema
    try:
        return _KINDS[type(value)]
    except KeyError:
        problem = f"{type(value).__name__} has no document of its own"
        raise FormatError((("$", problem),)) from None


def dumps(value: Storable, *, indent: int | None = None) -> str:
    """Return a value or event as one JSON document.

    Parameters
    ----------
    value
        Anything that has a kind; see :data:`Storable`.
    indent
        How many spaces to indent by; unset for one line.

    Raises
    ------
    FormatError
        If the value has no document of its own, or a payload in it is not
        plain, finite JSON.

    Examples
    --------
    >>> from stepwell.measures import at_least
    >>> text = dumps(at_least(20, "minutes"))
    >>> loads(text) == at_least(20, "minutes")
    True
    """
    kind, schema = kind_of(value)
    separators = (",", ":") if indent is None else (",", ": ")
    try:
        document = {"kind": kind, "schema": schema, "data": _payload_of(value)}
        return json.dumps(document, allow_nan=False, indent=indent, separators=separators)
    except (TypeError, ValueError, RecursionError):
        raise FormatError((("$.data", "this holds more than plain, finite JSON"),)) from None


def loads(text: str | bytes) -> Storable:
    """Return the value or event that a JSON document holds.

    Parameters
    ----------
    text
        What :func:`dumps` made.

    Raises
    ------
    FormatError
        If the text is not JSON, its kind is unknown, its schema is newer than
        this version reads, or anything inside is of the wrong type. It lists
        every problem with its path.
    """
    document = _document(text)
    cls, known = _class_of(document["kind"])
    schema = _structured(document["schema"], int, "$.schema")
    if schema != known:
        problem = f"schema {schema} is not {known}, the one this version reads"
        raise FormatError((("$.schema", problem),))
    return cast("Storable", _structured(document["data"], cls, "$.data"))


def encode_event(event: Event) -> tuple[str, int, dict[str, JSON]]:
    """Return the kind, schema and payload that a record of this event has."""
    kind, schema = kind_of(event)
    return kind, schema, _payload_of(event)


def decode_event(kind: str, schema: int, payload: Mapping[str, JSON]) -> Event:
    """Return the event a record holds; never raises on what it cannot read.

    A kind or a newer schema that this version does not know, and a payload that
    is damaged, come back as :class:`~stepwell.story.UnknownEvent`, with the
    payload to the letter.
    """
    if kind not in _EVENT_KINDS:
        return _unknown(kind, schema, payload, "kind is not known to this version")
    if schema != _KINDS[_CLASSES[kind]][1]:
        return _unknown(kind, schema, payload, "schema is not known to this version")
    try:
        return cast("Event", _structured(dict(payload), _CLASSES[kind], "$"))
    except FormatError as error:
        return _unknown(kind, schema, payload, str(error))


def _unknown(kind: str, schema: int, payload: Mapping[str, JSON], problem: str) -> UnknownEvent:
    """Return a record's content, kept as it is."""
    body = json.dumps(dict(payload))
    return UnknownEvent(kind=kind, schema=schema, body=body, problem=problem)


def _payload_of(value: Storable) -> dict[str, JSON]:
    """Return the data of a document."""
    if isinstance(value, UnknownEvent):
        return cast("dict[str, JSON]", json.loads(value.body))
    return cast("dict[str, JSON]", _converter().unstructure(value, unstructure_as=type(value)))


def _document(text: str | bytes) -> dict[str, Any]:
    """Return the outer mapping of a document."""
    try:
        document = _READER.decode(text if isinstance(text, str) else str(text, "utf-8"))
    except _Refused as error:
        raise FormatError((("$", str(error)),)) from None
    except RecursionError:
        raise FormatError((("$", "nested too deeply"),)) from None
    except ValueError as error:
        where = f" at character {error.pos}" if isinstance(error, json.JSONDecodeError) else ""
        raise FormatError((("$", f"this is not whole JSON{where}"),)) from None
    if not isinstance(document, dict) or set(document) != {"kind", "schema", "data"}:
        problem = "expected an object with kind, schema and data"
        raise FormatError((("$", problem),))
    return document


def _object(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    """Return an object; refuse one that says the same thing twice."""
    made = dict(pairs)
    if len(made) != len(pairs):
        message = "a field stands twice in one object"
        raise _Refused(message)
    return made


def _finite(text: str) -> float:
    """Return a number; refuse NaN, the infinities, and what rounds to them."""
    kept = float(text)
    if not math.isfinite(kept):
        message = "a number here is not finite"
        raise _Refused(message)
    return kept


def _class_of(kind: object) -> tuple[type[Any], int]:
    """Return the class that a kind names, and the schema that this version reads."""
    cls = _CLASSES.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise FormatError((("$.kind", "this kind is not known to this version"),))
    return cls, _KINDS[cls][1]


def _structured(data: Any, kind: Any, path: str) -> Any:
    """Return a value made of plain data, or every problem with its path."""
    try:
        return _converter().structure(data, kind)
    except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a value raises
        raise FormatError(_problems(error, path)) from None


def _problems(error: Exception, path: str) -> tuple[tuple[str, str], ...]:
    """Return every problem of a failed decode as path and text, without any words."""
    if not isinstance(error, BaseValidationError):
        return ((path, _told(error)),)
    lines = transform_error(error, path, lambda each, _type: _told(each))
    pairs = (line.rpartition(" @ ") for line in lines)
    return tuple((where, problem) for problem, _, where in pairs)


def _told(error: BaseException) -> str:
    """Return what went wrong in one place; unknown errors give their class alone."""
    if isinstance(error, (RuleBroken, _Refused)):
        return str(error)
    if isinstance(error, KeyError):
        return "this field is missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"{len(error.extra_fields)} field(s) here are not known to this version"
    return f"cannot be read ({type(error).__name__})"


class _Refused(ValueError):
    """Plain data that is not exactly of its type; its text holds no words."""


_READER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_finite, parse_constant=_finite
)


@cache
def _converter() -> Converter:
    """Return the one converter, made on first use.

    The tag of the union stands outside the payload, so each class has a hook of
    its own and the document says which.
    """
    made = make_converter(unstruct_collection_overrides={tuple: list})
    made.register_structure_hook_factory(attrs.has, _object_hook)
    made.register_structure_hook_factory(_is_tuple, _list_hook)
    for kind in (str, bool, int):
        made.register_structure_hook(kind, _exactly(kind))
    made.register_structure_hook(float, _float)
    made.register_structure_hook(date, _date)
    made.register_structure_hook(datetime, _datetime)
    made.register_unstructure_hook(str, str.__str__)
    made.register_unstructure_hook(datetime, datetime.isoformat)
    made.register_unstructure_hook(date, date.isoformat)
    payload = override(unstruct_hook=dict)
    made.register_unstructure_hook(Record, make_dict_unstructure_fn(Record, made, payload=payload))
    return made


def _is_tuple(kind: Any) -> bool:
    """Say whether a field holds several things."""
    return get_origin(kind) is tuple


def _list_hook(kind: Any, made: Converter) -> Callable[[Any, Any], Any]:
    """Return a hook that takes several things from a list and from nothing else."""
    structure_list = homogenous_tuple_structure_factory(kind, made)

    def structure(value: Any, wanted: Any) -> Any:
        """Return the things as a tuple; text and objects are no lists."""
        if value.__class__ is not list:
            raise _Refused(_expected("a list", value))
        return structure_list(value, wanted)

    return structure


def _object_hook(kind: Any, made: Converter) -> Callable[[Any, Any], Any]:
    """Return a hook that makes a value of an object and of nothing else."""
    payload = override(struct_hook=_payload)
    structure_object = (
        make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True, payload=payload)
        if kind is Record
        else make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True)
    )

    def structure(value: Any, wanted: Any) -> Any:
        """Return the value, each field exactly of its type."""
        if value.__class__ is not dict:
            raise _Refused(_expected("an object", value))
        return structure_object(value, wanted)

    return structure


def _payload(value: Any, _type: Any) -> dict[str, JSON]:
    """Return a payload as it is."""
    if not isinstance(value, dict):
        raise _Refused(_expected("an object", value))
    return value


def _expected(what: str, value: object) -> str:
    """Return what was expected and the type that came, never the value."""
    return f"expected {what}, got {type(value).__name__}"


def _exactly(kind: type[Any]) -> Callable[[Any, Any], Any]:
    """Return a hook that takes one scalar type and nothing that resembles it."""

    def structure(value: Any, wanted: Any) -> Any:
        """Return the value; enumerations of this type arrive here as well."""
        if value.__class__ is not kind:
            raise _Refused(_expected(kind.__name__, value))
        return _enum_member(value, wanted) if issubclass(wanted, Enum) else value

    return structure


def _enum_member(value: Any, wanted: type[Enum]) -> Enum:
    """Return a member of an enumeration from its code."""
    try:
        return wanted(value)
    except ValueError:
        codes = ", ".join(str(each.value) for each in wanted)
        message = f"expected one of {codes}"
        raise _Refused(message) from None


def _float(value: Any, _type: Any) -> float:
    """Return a finite number; truth values and text are refused."""
    if value.__class__ not in {int, float}:
        raise _Refused(_expected("a number", value))
    try:
        kept = float(value)
    except OverflowError:
        kept = math.inf
    if not math.isfinite(kept):
        message = "expected a finite number"
        raise _Refused(message)
    return kept


def _date(value: Any, _type: Any) -> date:
    """Return a calendar day written as YYYY-MM-DD."""
    if isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    message = "expected a day written as YYYY-MM-DD"
    raise _Refused(message)


def _datetime(value: Any, _type: Any) -> datetime:
    """Return a moment written in ISO 8601 with its offset from UTC."""
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        message = "expected a moment in ISO 8601"
        raise _Refused(message) from None
    if moment.utcoffset() is None:
        message = "this moment has no UTC offset"
        raise _Refused(message)
    return moment
