"""The HDF5 part of a sealed file: writing it, and reading it back without trusting it.

h5py is imported where it is used, so that a summary can be read without it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from qst_station.recording.canonical import canonical
from qst_station.recording.content import (
    INPUTS,
    MAX_DATASET_BYTES,
    MAX_DEPTH,
    MAX_NAME_CHARACTERS,
    SUMMARY,
    WRITTEN_ATTRIBUTES,
    Dataset,
    SealedContent,
    stored_datasets,
    stored_texts,
)
from qst_station.recording.user_block import FORMAT, SCHEMA_VERSION

if TYPE_CHECKING:
    import h5py

STORAGE_ERRORS = (OSError, RuntimeError, KeyError, ValueError, TypeError, MemoryError)
"""What h5py raises for trouble with a file or its disk."""

# MATLAB, R and older HDF5 libraries read this range of format versions.
_LIBVER = ("v108", "v110")

_MAX_OBJECTS = 5000
_MAX_TOTAL_BYTES = 2 << 30
_KINDS = frozenset("iufbSV")


def write_hdf5(path: Path, content: SealedContent, userblock_bytes: int) -> None:
    """Write `content` to a new HDF5 file after an empty user block."""
    import h5py

    with h5py.File(path, "w", libver=_LIBVER, userblock_size=userblock_bytes) as file:
        own: dict[str, str | int] = {
            "format": FORMAT,
            "schema_version": SCHEMA_VERSION,
            "h5py_version": h5py.version.version,
            "HDF5_Version": h5py.version.hdf5_version,
        }
        for name, value in {**own, **content.attributes}.items():
            _write_attribute(file, name, value)
        for dataset in stored_datasets(content):
            _write_dataset(file, dataset)
        for name, text in stored_texts(content).items():
            data = text.encode("utf-8")
            file.create_dataset(name, data=data, dtype=h5py.string_dtype("utf-8", max(len(data), 1)))


def _write_dataset(file: h5py.File, dataset: Dataset) -> None:
    storage: dict[str, Any] = {}
    if dataset.array.ndim and dataset.array.size:
        storage = {"compression": "gzip", "compression_opts": 4, "shuffle": True, "fletcher32": True}
    data = np.ascontiguousarray(dataset.array).reshape(dataset.array.shape)
    # The view labels memory like the file: HDF5 does not convert between character sets.
    stored = file.create_dataset(dataset.path, data=data.view(_as_utf8(data.dtype)), track_times=False, **storage)
    _write_attribute(stored, "units", dataset.units)
    _write_attribute(stored, "long_name", dataset.label)
    _write_attribute(stored, "description", dataset.description)
    if dataset.field_units is not None:
        _write_attribute(stored, "field_units", canonical(dict(dataset.field_units)).decode("utf-8"))


def _as_utf8(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """The same type with its bytes labelled as UTF-8 instead of ASCII."""
    import h5py

    if dtype.names is not None:
        return np.dtype([(name, _as_utf8(dtype[name])) for name in dtype.names])
    if dtype.kind != "S":
        return dtype
    utf8: np.dtype[Any] = h5py.string_dtype("utf-8", dtype.itemsize)
    return utf8


def _write_attribute(target: h5py.HLObject, name: str, value: str | int | bool) -> None:
    import h5py

    if isinstance(value, str):
        # Fixed length: text of variable length lies in a heap whose damage can hang a reader.
        data = value.encode("utf-8")
        target.attrs.create(name, data, dtype=h5py.string_dtype("utf-8", max(len(data), 1)))
    else:
        target.attrs.create(name, value, dtype=np.bool_ if isinstance(value, bool) else np.int64)


def read_attributes(file: h5py.File) -> dict[str, str | int | bool]:
    """The root attributes, without those that the writer sets itself."""
    return {name: _plain(file.attrs[name]) for name in file.attrs if name not in WRITTEN_ATTRIBUTES}


def _plain(value: object) -> str | int | bool:
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if isinstance(value, str | bool | int):
        return value
    if isinstance(value, np.bool_ | np.integer):
        plain: bool | int = value.item()
        return plain
    raise ValueError(f"attribute of type {type(value).__name__}")


def dataset_paths(file: h5py.File) -> Iterator[str]:
    """Paths of all datasets, in order; each has been checked and may be read.

    Raises
    ------
    ValueError
        For a structure that a sealed session never has: links out of the file, cycles, foreign filters or
        types, and claims of more bytes than a session can have.
    """
    import h5py

    seen: set[tuple[int, int]] = set()
    total = 0
    pending = [("", file.id)]
    while pending:
        prefix, group = pending.pop()
        for name in sorted(h5py.Group(group), reverse=True):
            path = f"{prefix}{name}"
            _check_link(group, name, path)
            item = h5py.h5o.open(group, name.encode("utf-8"))
            info = h5py.h5o.get_info(item)
            if (info.fileno, info.addr) in seen or len(seen) >= _MAX_OBJECTS:
                raise ValueError(f"{path} is linked twice, or there are more than {_MAX_OBJECTS} objects")
            seen.add((info.fileno, info.addr))
            if isinstance(item, h5py.h5g.GroupID):
                pending.append((f"{path}/", item))
                continue
            total += _claimed_bytes(item, path)
            if total > _MAX_TOTAL_BYTES:
                raise ValueError(f"the datasets claim more than {_MAX_TOTAL_BYTES} bytes")
            yield path


def _check_link(group: h5py.h5g.GroupID, name: str, path: str) -> None:
    import h5py

    if name in (".", "..") or len(name) > MAX_NAME_CHARACTERS or not name.isprintable():
        raise ValueError("a name is not one of a sealed session")
    if path.count("/") >= MAX_DEPTH:
        raise ValueError(f"{path} lies deeper than {MAX_DEPTH} levels")
    if group.links.get_info(name.encode("utf-8")).type != h5py.h5l.TYPE_HARD:
        raise ValueError(f"{path} points elsewhere")


def _claimed_bytes(item: object, path: str) -> int:
    import h5py

    if not isinstance(item, h5py.h5d.DatasetID):
        raise ValueError(f"{path} is neither group nor dataset")
    creation = item.get_create_plist()
    filters = {creation.get_filter(index)[0] for index in range(creation.get_nfilters())}
    allowed = {h5py.h5z.FILTER_DEFLATE, h5py.h5z.FILTER_SHUFFLE, h5py.h5z.FILTER_FLETCHER32}
    chunked = creation.get_layout() == h5py.h5d.CHUNKED
    if (
        creation.get_layout() == h5py.h5d.VIRTUAL
        or creation.get_external_count()
        or not filters <= allowed
        or item.get_space().get_simple_extent_type() == h5py.h5s.NULL
        or (chunked and len(creation.get_chunk()) != item.rank)
    ):
        raise ValueError(f"{path} is stored in a way that no sealed session uses")
    dtype = item.dtype
    if dtype.kind not in _KINDS:
        raise ValueError(f"{path} has type {dtype}")
    claim: int = dtype.itemsize
    for length in item.shape:
        claim *= length
    if claim > MAX_DATASET_BYTES:
        raise ValueError(f"{path} claims {claim} bytes")
    return claim


def read_dataset(file: h5py.File, path: str) -> Dataset:
    """One array with its description."""
    stored = file[path]
    notes: Mapping[str, str] = {name: str(_plain(stored.attrs[name])) for name in stored.attrs}
    fields = notes.get("field_units")
    return Dataset(
        path=path,
        array=np.asarray(stored[()], dtype=stored.dtype),
        units=notes["units"],
        description=notes["description"],
        field_units=None if fields is None else json.loads(fields),
        long_name=notes["long_name"],
    )


def read_text(file: h5py.File, path: str) -> str:
    """One text."""
    data = file[path][()]
    if not isinstance(data, bytes):
        raise ValueError(f"{path} is not one text")
    return data.decode("utf-8")


def is_text(path: str) -> bool:
    """Whether the dataset at `path` is a text and not an array."""
    return path == SUMMARY or path.startswith(f"{INPUTS}/")
