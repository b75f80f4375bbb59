"""Name the places at which a sealed file differs from its identity.

Run as `python -m qst_station.recording.localise FILE`.

It opens a file that is known to be damaged, which can crash or hang an HDF5 library. So it runs in a process of
its own, limits itself before it opens the file, and prints one JSON list of places.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from qst_station.recording.canonical import read_strict
from qst_station.recording.content import (
    ATTRIBUTES,
    SUMMARY,
    attributes_digest,
    dataset_digest,
    differences,
    text_digest,
)
from qst_station.recording.user_block import UserBlock, decode_block, read_block

STRUCTURE = "file structure"
USER_BLOCK = "user block"

_MEMORY_BYTES = 1 << 30
_OPEN_FILES = 32
_BYTES_PER_SECOND = 20 << 20


def cpu_seconds(file_bytes: int) -> int:
    """Processor time that the search may take."""
    return 4 + file_bytes // _BYTES_PER_SECOND


def damaged_places(path: Path) -> list[str]:
    """Where the file differs from what was sealed; at least one place."""
    block, _ = read_block(path)
    intact: UserBlock | None = None
    try:
        intact = decode_block(block)
        expected = dict(intact.identity.datasets)
    except ValueError:
        expected = _legible_digests(block)
    summary, found = _read(path)
    places = []
    if intact is None:
        whole = summary is not None and summary.encode("utf-8") in block
        places.append(USER_BLOCK if whole or summary is None else f"{USER_BLOCK}, {SUMMARY}")
    if expected:
        places += differences(found, expected)
    return places or [STRUCTURE]


def _legible_digests(block: bytes) -> dict[str, str]:
    """The digests in a block that was altered somewhere, where it still is JSON."""
    try:
        document: Any = read_strict(block)
        return {str(place): str(digest) for place, digest in document["identity"]["datasets"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _read(path: Path) -> tuple[str | None, dict[str, str]]:
    """The summary in the HDF5 part, and the digest of every place that can be read."""
    import h5py

    from qst_station.recording import hdf5_file

    summary = None
    found: dict[str, str] = {}
    with h5py.File(path, "r") as file:
        for name in hdf5_file.dataset_paths(file):
            try:
                if hdf5_file.is_text(name):
                    text = hdf5_file.read_text(file, name)
                    found[f"/{name}"] = text_digest(text)
                    summary = text if name == SUMMARY else summary
                else:
                    found[f"/{name}"] = dataset_digest(hdf5_file.read_dataset(file, name))
            except hdf5_file.STORAGE_ERRORS:
                continue  # a place without a digest counts as different
        found[ATTRIBUTES] = attributes_digest(hdf5_file.read_attributes(file))
    return summary, found


def _limit(file_bytes: int) -> None:
    if sys.platform == "win32":
        return  # the parent's time limit remains
    import resource

    for limit, most in (
        (resource.RLIMIT_CPU, cpu_seconds(file_bytes)),
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    _FILE = Path(sys.argv[1])
    _limit(_FILE.stat().st_size)
    sys.stdout.write(json.dumps(damaged_places(_FILE)))
