"""TOML documents read into frozen dataclasses: strict, and with errors a person can act on."""

from __future__ import annotations

import datetime
import difflib
import json
import re
import tomllib
import types
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from qst_station.findings import Finding, Refused, Severity

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")
Location = tuple[int | str, ...]

SIZE_LIMIT_BYTES = 1_000_000
_SHOWN_CHARACTERS = 60
_TOO_DEEP, _FLATTEN = "it is nested too deeply", "Flatten the nested arrays and tables."
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_UNKNOWN = "unexpected_keyword_argument"


def load_document(text: str, type_: type[T], *, place: str) -> T:
    """A TOML text as an instance of a frozen dataclass.

    Nothing is converted except an integer given for a float and an array given for a tuple. Unknown fields,
    missing fields, NaN and infinity are refused. A `ValueError` of a `__post_init__` becomes a finding too.

    Parameters
    ----------
    text : str
    type_ : type
        A dataclass of the standard library, defined at module level; arrays are `tuple[...]` fields.
    place : str
        The name of the file, for the message.

    Raises
    ------
    Refused
        `document.invalid`: names the file, the field, the value and what is allowed.
    """
    data, as_json = _parse(text, place)
    return _validated(data, as_json, type_, place)


def checked(data: dict[str, Any], type_: type[T], *, place: str) -> T:
    """Plain data as an instance of a frozen dataclass, as strict as `load_document` and with the same errors."""
    return _validated(data, json.dumps([data]), type_, place)


def _validated(data: dict[str, Any], as_json: str, type_: type[T], place: str) -> T:
    # Deferred: pydantic costs more to import than a bare window takes to appear.
    from pydantic import ValidationError

    try:
        document: T = _adapter(cast(Hashable, type_)).validate_json(as_json)[0]
    except ValidationError as error:
        errors = error.errors(include_url=False)
        for detail in errors:
            detail["loc"] = detail["loc"][1:]  # the list around the document
        raise _explained(errors, data, type_, place) from None
    return document


@cache
def _adapter(type_: Any) -> TypeAdapter[Any]:
    from pydantic import ConfigDict, TypeAdapter

    # The tuple carries the configuration, which a dataclass of the standard library cannot.
    return TypeAdapter(tuple[type_], config=ConfigDict(extra="forbid", strict=True, allow_inf_nan=False))


def _parse(text: str, place: str) -> tuple[dict[str, Any], str]:
    """The content of a TOML text, as Python objects and as a JSON array with one element.

    JSON because strict validation of Python objects takes no list for a tuple and no dict for a dataclass.
    """
    size_bytes = len(text.encode("utf-8", "surrogatepass"))
    if size_bytes > SIZE_LIMIT_BYTES:
        raise _refused(
            place,
            f"it has {size_bytes} bytes; at most {SIZE_LIMIT_BYTES} are allowed",
            "Check that this is the right file.",
        )
    try:
        return _read(text)
    except RecursionError:
        raise _refused(place, _TOO_DEEP, _FLATTEN) from None
    except ValueError as error:  # TOMLDecodeError, and an integer with more digits than Python converts
        raise _refused(place, f"it is not valid TOML: {error}", "Correct this place in the file.") from None


@lru_cache(maxsize=64)  # a visit reads each of its documents several times, and nobody changes what was read
def _read(text: str) -> tuple[dict[str, Any], str]:
    data = tomllib.loads(text)
    return data, json.dumps([data], default=_as_text)


def _as_text(value: object) -> str:
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    raise TypeError(f"{value!r} is no TOML value")


def _explained(errors: Sequence[ErrorDetails], data: dict[str, Any], type_: type, place: str) -> Refused:
    """The most telling of the errors, and how many others there are."""
    tags = [_union_tag(error, data) for error in errors]
    weights: Counter[Location] = Counter()
    for error, tag in zip(errors, tags, strict=True):
        if tag is not None:
            # A member of a union whose own Literal (its kind) does not match is not the one that was meant.
            wrong_kind = error["type"] == "literal_error" and len(error["loc"]) == len(tag) + 1
            weights[tag] += 1000 if wrong_kind else 1
    error, _ = min(
        zip(errors, tags, strict=True),
        key=lambda pair: (0 if pair[1] is None else weights[pair[1]], pair[0]["type"] != _UNKNOWN),
    )
    happened, remedy = _described(error, type_)
    others = len({_path(other, data) for other in errors} - {_path(error, data)})
    if others and not any(tags):
        happened += f" ({others} more after this)"
    path = _path(error, data)
    return _refused(f"{place}: {path}" if path else place, happened, remedy)


def _described(error: ErrorDetails, type_: type) -> tuple[str, str]:
    """What happened and the remedy."""
    value = _shown(error["input"])
    remedy = "Correct this field in the file."
    match error["type"]:
        case "missing":
            return "this field is required and missing", "Add it to the file."
        case "json_invalid":
            return _TOO_DEEP, _FLATTEN
        case "literal_error" | "enum":
            return f"{value} is not allowed; allowed: {error['ctx']['expected']}", remedy
        case "value_error":
            return f"{error['ctx']['error']} (in {value})", remedy
        case _ if error["type"] == _UNKNOWN:
            name = str(error["loc"][-1])
            allowed = sorted(_field_names(type_, error["loc"][:-1]))
            meant = difflib.get_close_matches(name, allowed, n=1)
            happened = f"there is no field {_shown(name)} (value {value}); allowed: {', '.join(allowed)}"
            return happened, f"Did you mean {meant[0]!r}?" if meant else "Remove it or correct its name."
    expected = error["msg"].replace("Input should be", "must be")
    return f"{value} is not allowed: {expected}", remedy


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}…"


def _steps(error: ErrorDetails, data: Any) -> Iterator[tuple[int | str, bool]]:
    """The steps of an error's location; True for those that exist in the document, False for union tags."""
    last = len(error["loc"]) - 1
    for index, step in enumerate(error["loc"]):
        inside: Mapping[Any, Any] = dict(enumerate(data)) if isinstance(data, list) else data
        if isinstance(inside, Mapping) and step in inside:
            data = inside[step]
            yield step, True
        else:
            yield step, index == last and error["type"] == "missing"


def _path(error: ErrorDetails, data: object) -> str:
    path = ""
    for step, in_document in _steps(error, data):
        if isinstance(step, int):
            path += f"[{step}]"
        elif in_document:
            path += f".{step if _BARE_KEY.fullmatch(step) else _shown(step)}"
    return path.removeprefix(".")


def _union_tag(error: ErrorDetails, data: object) -> Location | None:
    """The location of the innermost member of a union that the error lies in."""
    tags = [index for index, (_, in_document) in enumerate(_steps(error, data)) if not in_document]
    return error["loc"][: tags[-1] + 1] if tags else None


def _field_names(type_: Any, location: Location) -> set[str]:
    """Names of the fields of the dataclass (or of the dataclasses of a union) at a location."""
    candidates = list(_members(type_))
    for step in location:
        tagged = [candidate for candidate in candidates if getattr(candidate, "__name__", "") == step]
        candidates = tagged or [inner for candidate in candidates for inner in _inside(candidate, step)]
    return {field.name for candidate in candidates if is_dataclass(candidate) for field in fields(candidate)}


def _members(type_: Any) -> Iterator[Any]:
    if get_origin(type_) in (Union, types.UnionType):
        for member in get_args(type_):
            yield from _members(member)
    else:
        yield type_


def _inside(type_: Any, step: int | str) -> Iterator[Any]:
    if is_dataclass(type_):
        yield from _members(get_type_hints(type_).get(str(step)))
    elif isinstance(get_origin(type_), type) and issubclass(get_origin(type_), Mapping):
        yield from _members(get_args(type_)[1])
    else:
        for argument in get_args(type_):
            yield from _members(argument)


def _refused(place: str, happened: str, remedy: str) -> Refused:
    return Refused(
        Finding(
            code="document.invalid",
            severity=Severity.STOP,
            place=place,
            happened=f"{happened}.",
            safe="Nothing has been changed.",
            remedy=remedy,
        )
    )
