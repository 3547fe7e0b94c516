"""Take plain data exactly as it is typed: the hooks, and the one converter."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Final, get_args, get_origin

import attrs
from cattrs import Converter, override
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn
from cattrs.preconf.json import make_converter

from stepwell.errors import FormatError
from stepwell.ports import Record
from stepwell.serialization.problems import Refused, problems_in
from stepwell.typing import JSON

__all__ = ["structured", "unstructured"]

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def structured(data: Any, kind: Any, path: str) -> Any:
    """Return a value made of plain data, or every problem with its path."""
    try:
        return _converter().structure(data, kind)
    except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a value raises
        raise FormatError(problems_in(error, path)) from None


def unstructured(value: Any) -> Any:
    """Return the plain data that a value is made of."""
    return _converter().unstructure(value, unstructure_as=type(value))


@cache
def _converter() -> Converter:
    """Return the one converter, made on first use.

    The tag of the union stands outside the payload, so each class has a hook of
    its own and the document says which.
    """
    made = make_converter(unstruct_collection_overrides={tuple: list})
    made.register_structure_hook_factory(attrs.has, _object_hook)
    made.register_structure_hook_factory(_is_tuple, _list_hook)
    made.register_structure_hook_factory(_may_be_skipped, _skipped_hook)
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
            raise Refused(_expected("a list", value))
        return structure_list(value, wanted)

    return structure


def _may_be_skipped(kind: Any) -> bool:
    """Say whether a field holds a code or number, nothing, or what somebody skipped."""
    return tuple[()] in get_args(kind)


def _skipped_hook(kind: Any, made: Converter) -> Callable[[Any, Any], Any]:
    """Return a hook for such a field: an empty list was skipped, null was never asked."""
    (answer,) = set(get_args(kind)) - {tuple[()], NoneType}

    def structure(value: Any, _wanted: Any) -> Any:
        """Return what was answered, skipped or never asked."""
        if value is None:
            return None
        return () if value == [] else made.structure(value, answer)

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
            raise Refused(_expected("an object", value))
        return structure_object(value, wanted)

    return structure


def _payload(value: Any, _type: Any) -> dict[str, JSON]:
    """Return a payload as it is."""
    if not isinstance(value, dict):
        raise Refused(_expected("an object", value))
    return value


def _expected(what: str, value: object) -> str:
    """Return what was expected and the type that came, never the value."""
    return f"expected {what}, got {type(value).__name__}"


def _exactly(kind: type[Any]) -> Callable[[Any, Any], Any]:
    """Return a hook that takes one scalar type and nothing that resembles it."""

    def structure(value: Any, wanted: Any) -> Any:
        """Return the value; enumerations of this type arrive here as well."""
        if value.__class__ is not kind:
            raise Refused(_expected(kind.__name__, value))
        return _enum_member(value, wanted) if issubclass(wanted, Enum) else value

    return structure


def _enum_member(value: Any, wanted: type[Enum]) -> Enum:
    """Return a member of an enumeration from its code."""
    try:
        return wanted(value)
    except ValueError:
        codes = ", ".join(str(each.value) for each in wanted)
        message = f"expected one of {codes}"
        raise Refused(message) from None


def _float(value: Any, _type: Any) -> float:
    """Return a finite number; truth values and text are refused."""
    if value.__class__ not in {int, float}:
        raise Refused(_expected("a number", value))
    try:
        kept = float(value)
    except OverflowError:
        kept = math.inf
    if not math.isfinite(kept):
        message = "expected a finite number"
        raise Refused(message)
    return kept


def _date(value: Any, _type: Any) -> date:
    """Return a calendar day written as YYYY-MM-DD."""
    if isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    message = "expected a day written as YYYY-MM-DD"
    raise Refused(message)


def _datetime(value: Any, _type: Any) -> datetime:
    """Return a moment written in ISO 8601 with its offset from UTC."""
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        message = "expected a moment in ISO 8601"
        raise Refused(message) from None
    if moment.utcoffset() is None:
        message = "this moment has no UTC offset"
        raise Refused(message)
    return moment
