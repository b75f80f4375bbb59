"""What a sealed session holds, and what makes two of them the same."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from qst_station.recording.canonical import canonical
from qst_station.recording.chain import Row

WRITTEN_ATTRIBUTES = frozenset({"format", "schema_version", "h5py_version", "HDF5_Version"})
"""Root attributes that the writer sets itself."""

SUMMARY = "summary"
EVENTS = "events"
INPUTS = "inputs"
ATTRIBUTES = "attributes"
"""Place of the root attributes in a table of digests; no dataset has it, because theirs begin with `/`."""

HASH_BYTES = 32

MAX_DEPTH = 8
MAX_NAME_CHARACTERS = 128
MAX_DATASET_BYTES = 512 << 20

_PART = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9_.\-]+")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dataset:
    """One array with its description.

    Attributes
    ----------
    path : str
        Place in the file, for example `streams/gauge/force_mn`.
    array : numpy.ndarray
        Integers, floats, booleans, fixed-length bytes (`S`, UTF-8), or a packed structured array of these.
    units : str
        UDUNITS spelling, `1` for none.
    description : str
    field_units : mapping of str to str, optional
        Unit of each field of a structured array.
    long_name : str
        Label for an axis; made from the path where empty.
    """

    path: str
    array: npt.NDArray[Any]
    units: str
    description: str
    field_units: Mapping[str, str] | None = None
    long_name: str = ""

    @property
    def label(self) -> str:
        """`long_name`, or the last part of the path in words."""
        return self.long_name or self.path.rsplit("/", 1)[-1].replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SealedContent:
    """Everything in a sealed session.

    Attributes
    ----------
    summary : dict
        A JSON document; also readable from the user block without an HDF5 library.
    datasets : tuple of Dataset
    rows : tuple of Row
        The journal, verbatim.
    inputs : mapping of str to str
        Name to text of each file that a result depends on.
    attributes : mapping
        Root attributes beside those that the writer sets.
    """

    summary: dict[str, Any]
    datasets: tuple[Dataset, ...] = ()
    rows: tuple[Row, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str | int | bool] = field(default_factory=dict)


def check_content(content: SealedContent) -> None:
    """Raise ValueError, naming the place, for content that a sealed file cannot hold."""
    canonical(content.summary)
    paths = [dataset.path for dataset in content.datasets]
    twice = sorted({path for path in paths if paths.count(path) > 1})
    if twice:
        raise ValueError(f"dataset path given twice: {', '.join(twice)}")
    for dataset in content.datasets:
        _check_path(dataset.path)
        if dataset.path.split("/")[0] in (SUMMARY, EVENTS, INPUTS):
            raise ValueError(f"dataset path {dataset.path!r} lies in {SUMMARY}, {EVENTS} or {INPUTS}")
        _check_type(dataset.path, dataset.array.dtype)
    sizes = {dataset.path: dataset.array.nbytes for dataset in content.datasets}
    for path, size in {**sizes, EVENTS: sum(len(row.body) for row in content.rows)}.items():
        if size > MAX_DATASET_BYTES:
            raise ValueError(f"dataset {path!r} has {size} bytes, more than {MAX_DATASET_BYTES}")
    for name, text in content.inputs.items():
        _check_path(name)
        if "\0" in text:
            raise ValueError(f"input {name!r} holds a NUL character")
    for name in content.attributes:
        if name in WRITTEN_ATTRIBUTES:
            raise ValueError(f"attribute {name!r} is set by the writer")


def _check_path(path: str) -> None:
    parts = path.split("/")
    if (
        len(parts) > MAX_DEPTH - 1
        or len(path) > MAX_NAME_CHARACTERS
        or not all(_PART.fullmatch(part) for part in parts)
    ):
        raise ValueError(f"path {path!r} is not letters, digits, '_', '.', '-' in at most {MAX_DEPTH - 1} parts")


def _check_type(path: str, dtype: np.dtype[Any]) -> None:
    types = [dtype] if dtype.names is None else [dtype[name] for name in dtype.names]
    for plain in types:
        if plain.kind not in "iufbS" or not plain.itemsize:
            raise ValueError(f"dataset {path!r} has type {plain}; allowed: integer, float, bool, bytes")
    if dtype.itemsize != sum(plain.itemsize for plain in types):
        raise ValueError(f"dataset {path!r} has padding between its fields")


def dataset_digest(dataset: Dataset) -> str:
    """SHA-256 (hex) of type, shape, values and description of a dataset."""
    array = np.ascontiguousarray(dataset.array)
    about = {
        "dtype": _description(array.dtype),
        "shape": dataset.array.shape,
        "units": dataset.units,
        "long_name": dataset.label,
        "description": dataset.description,
        "field_units": None if dataset.field_units is None else dict(dataset.field_units),
    }
    digest = hashlib.sha256(canonical(about))
    digest.update(array.data)
    return digest.hexdigest()


def _description(dtype: np.dtype[Any]) -> object:
    return dtype.str if dtype.names is None else [[name, dtype[name].str] for name in dtype.names]


def stored_datasets(content: SealedContent) -> tuple[Dataset, ...]:
    """Every array of the file: the datasets, and the journal as five of them."""
    return (*content.datasets, *_event_datasets(content.rows))


def stored_texts(content: SealedContent) -> dict[str, str]:
    """Every text of the file, by path."""
    texts = {f"{INPUTS}/{name}": text for name, text in content.inputs.items()}
    return {SUMMARY: canonical(content.summary).decode("utf-8"), **texts}


def digests(content: SealedContent) -> dict[str, str]:
    """SHA-256 (hex) of each part of the content, by its place in the file."""
    sums = {f"/{dataset.path}": dataset_digest(dataset) for dataset in stored_datasets(content)}
    sums |= {f"/{path}": text_digest(text) for path, text in stored_texts(content).items()}
    return {**sums, ATTRIBUTES: attributes_digest(content.attributes)}


def text_digest(text: str) -> str:
    """SHA-256 (hex) of a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def attributes_digest(attributes: Mapping[str, str | int | bool]) -> str:
    """SHA-256 (hex) of the root attributes."""
    return hashlib.sha256(canonical(dict(attributes))).hexdigest()


def _event_datasets(rows: Sequence[Row]) -> tuple[Dataset, ...]:
    kinds = [row.kind.encode("utf-8") for row in rows]
    width = max((len(kind) for kind in kinds), default=0) or 1
    ends = np.cumsum([0, *(len(row.body) for row in rows)], dtype=np.int64)
    arrays: tuple[tuple[str, npt.NDArray[Any], str], ...] = (
        ("seq", np.array([row.seq for row in rows], dtype=np.int64), "number of the journal row"),
        ("kind", np.array(kinds, dtype=f"S{width}"), "kind of the journal row"),
        ("offset", ends, "row i is body[offset[i]:offset[i + 1]]"),
        ("body", np.frombuffer(b"".join(row.body for row in rows), dtype=np.uint8), "bytes of the rows"),
        (
            "hash",
            np.frombuffer(b"".join(row.hash for row in rows), dtype=np.uint8).reshape(len(rows), HASH_BYTES),
            "SHA-256 over the hash before, seq, kind and body",
        ),
    )
    return tuple(
        Dataset(path=f"{EVENTS}/{name}", array=array, units="1", description=description)
        for name, array, description in arrays
    )


def rows_of(events: Mapping[str, npt.NDArray[Any]]) -> tuple[Row, ...]:
    """The journal rows in the arrays of the group `events`; raises ValueError where they do not fit."""
    kinds, seqs, offsets = events["kind"].tolist(), events["seq"].tolist(), events["offset"].tolist()
    body, hashes = events["body"].tobytes(), events["hash"].tobytes()
    return tuple(
        Row(
            seq=seq,
            kind=kind.decode("utf-8"),
            body=body[start:stop],
            hash=hashes[HASH_BYTES * index : HASH_BYTES * (index + 1)],
        )
        for index, (seq, kind, start, stop) in enumerate(zip(seqs, kinds, offsets[:-1], offsets[1:], strict=True))
    )


def differences(found: Mapping[str, str], expected: Mapping[str, str]) -> list[str]:
    """The places whose digests differ, or that only one of the two has."""
    return sorted(place for place in found.keys() | expected.keys() if found.get(place) != expected.get(place))
