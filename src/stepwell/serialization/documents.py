"""Write a value or event as one document, and read it back."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

from stepwell.catalog import GoalTemplate
from stepwell.discovery import Answers
from stepwell.errors import FormatError
from stepwell.goals import Barrier, Goal, IfThenPlan
from stepwell.instruments import Instrument, Score
from stepwell.measures import Measure, Reading, Target
from stepwell.ports import Record, Stream
from stepwell.serialization.converter import structured, unstructured
from stepwell.serialization.problems import Refused
from stepwell.steps import Step, StepPlan
from stepwell.story.events import (
    AchievementChanged,
    Event,
    FindingDismissed,
    GoalAdded,
    GoalPlaced,
    GoalRated,
    GoalStarred,
    LifecycleChanged,
    ReadingRecorded,
    ScoreRecorded,
    StepRecorded,
    TargetRevised,
    UnknownEvent,
)
from stepwell.typing import JSON

__all__ = ["CLASSES", "KINDS", "Storable", "dumps", "kind_of", "loads", "payload_of"]

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
    | GoalTemplate
    | Answers
    | Record
    | Stream
    | Event
)
"""Everything that has a document of its own."""

KINDS: Final[Mapping[type[Any], tuple[str, int]]] = MappingProxyType(
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
        GoalTemplate: ("goal_template", 1),
        Answers: ("answers", 1),
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
        GoalStarred: ("goal_starred", 1),
        GoalPlaced: ("goal_placed", 1),
        FindingDismissed: ("finding_dismissed", 1),
    }
)
"""The kind and the schema number of each class."""

CLASSES: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {kind: cls for cls, (kind, _) in KINDS.items()}
)
"""The class of each kind."""


def kind_of(value: Storable) -> tuple[str, int]:
    """Return the kind and the schema number of a value or event.

    >>> from stepwell.measures import at_least
    >>> kind_of(at_least(20, "minutes"))
    ('target', 1)
    """
    if isinstance(value, UnknownEvent):
        return value.kind, value.schema
    try:
        return KINDS[type(value)]
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
        document = {"kind": kind, "schema": schema, "data": payload_of(value)}
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
    schema = structured(document["schema"], int, "$.schema")
    if schema != known:
        problem = f"schema {schema} is not {known}, the one this version reads"
        raise FormatError((("$.schema", problem),))
    return cast("Storable", structured(document["data"], cls, "$.data"))


def payload_of(value: Storable) -> dict[str, JSON]:
    """Return the data of a document."""
    if isinstance(value, UnknownEvent):
        return cast("dict[str, JSON]", json.loads(value.body))
    return cast("dict[str, JSON]", unstructured(value))


def _document(text: str | bytes) -> dict[str, Any]:
    """Return the outer mapping of a document."""
    try:
        document = _READER.decode(text if isinstance(text, str) else str(text, "utf-8"))
    except Refused as error:
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
        raise Refused(message)
    return made


def _finite(text: str) -> float:
    """Return a number; refuse NaN, the infinities, and what rounds to them."""
    kept = float(text)
    if not math.isfinite(kept):
        message = "a number here is not finite"
        raise Refused(message)
    return kept


def _class_of(kind: object) -> tuple[type[Any], int]:
    """Return the class that a kind names, and the schema that this version reads."""
    cls = CLASSES.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise FormatError((("$.kind", "this kind is not known to this version"),))
    return cls, KINDS[cls][1]


_READER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_finite, parse_constant=_finite
)
