"""Sealed sessions: written once, compared with what they should hold, and checked bit by bit ever after.

A sealed file is HDF5 with a user block in front (`user_block`). It is derived from a journal and can be
derived again.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import qst_station
from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.canonical import read_strict
from qst_station.recording.content import (
    EVENTS,
    INPUTS,
    SUMMARY,
    Dataset,
    SealedContent,
    check_content,
    differences,
    digests,
    rows_of,
)
from qst_station.recording.durable import fsync_directory, fsync_file
from qst_station.recording.hdf5_file import (
    STORAGE_ERRORS,
    dataset_paths,
    is_text,
    read_attributes,
    read_dataset,
    read_text,
    write_hdf5,
)
from qst_station.recording.localise import STRUCTURE, USER_BLOCK, cpu_seconds
from qst_station.recording.user_block import (
    SCHEMA_VERSION,
    Identity,
    altered,
    block_size,
    decode_block,
    encode_block,
    intact_block,
    not_sealed,
    read_block,
    read_summary,
)

__all__ = [
    "SCHEMA_VERSION",
    "Dataset",
    "Identity",
    "SealFailed",
    "SealedContent",
    "check_bytes",
    "check_identity",
    "read_sealed",
    "read_summary",
    "write_sealed",
]

PART = ".part"


class SealFailed(Exception):
    """The sealed file could not be written or is not what it should be; nothing was put in place."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.line())
        self.finding = finding


def write_sealed(path: Path, content: SealedContent) -> Identity:
    """Write `content` to the new file `path`; returns when it is durable and has been read back twice.

    Raises
    ------
    Refused
        `path` exists; it is never overwritten.
    ValueError
        For content that the file cannot hold; nothing was written.
    SealFailed
        The disk did not take the file, or gave back something else.
    """
    check_content(content)
    _refuse_existing(path)
    part = path.with_name(path.name + PART)
    expected = digests(content)
    try:
        part.unlink(missing_ok=True)  # left by a sealing that was interrupted
        identity = _write(part, content, expected)
        _compare(part, identity, expected)
        _refuse_existing(path)
        os.replace(part, path)
    except STORAGE_ERRORS as error:
        part.unlink(missing_ok=True)
        raise SealFailed(_not_sealed(path, str(error))) from error
    except Refused:
        part.unlink(missing_ok=True)
        raise
    try:
        fsync_directory(path.parent)
        _compare(path, identity, expected)
    except STORAGE_ERRORS as error:
        path.unlink(missing_ok=True)
        raise SealFailed(_not_sealed(path, str(error))) from error
    return identity


def read_sealed(path: Path) -> SealedContent:
    """The content of a sealed session, after its identity has been checked.

    Raises
    ------
    Refused
        The file cannot be read, is no sealed session, is newer than this program, or was altered.
    """
    block, _ = read_block(path)
    intact_block(path, block)
    for finding in check_bytes(path):
        raise Refused(finding)
    try:
        return _read(path)
    except STORAGE_ERRORS as error:
        raise Refused(not_sealed(path, f"The file cannot be read ({error}).")) from error


def check_bytes(path: Path) -> list[Finding]:
    """Whether every byte is as it was sealed, without opening the HDF5 part.

    Raises
    ------
    Refused
        The file cannot be read or is no sealed session.
    """
    block, offset = read_block(path)
    try:
        identity = decode_block(block).identity
    except ValueError as error:
        return [altered(path, USER_BLOCK, f"The user block was altered: {error}.")]
    if identity.hdf5_offset == offset and identity.hdf5_sha256 == _hdf5_sha256(path, offset):
        return []
    return [altered(path, "HDF5 part", "The file is not as it was sealed.")]


def check_identity(path: Path) -> list[Finding]:
    """As `check_bytes`, with one finding for each dataset, or other place, that differs.

    The places are looked for in a child process with limits: a damaged file can crash or hang HDF5.
    """
    if not check_bytes(path):
        return []
    return [altered(path, place, "This part is not as it was sealed.") for place in _localise(path)]


def _localise(path: Path) -> list[str]:
    environment = {
        "PYTHONPATH": str(Path(qst_station.__file__).parents[1]),
        "HDF5_PLUGIN_PRELOAD": "::",
        "HDF5_USE_FILE_LOCKING": "FALSE",
        "OPENBLAS_NUM_THREADS": "1",  # its threads would take most of the address space allowed
        **{name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},
    }
    command = [sys.executable, "-P", "-m", "qst_station.recording.localise", str(path.resolve())]
    try:
        child = subprocess.run(
            command,
            env=environment,
            capture_output=True,
            timeout=2 * cpu_seconds(path.stat().st_size),
            check=True,
        )
        places = json.loads(child.stdout)
    except (subprocess.SubprocessError, ValueError):
        return [STRUCTURE]
    return [str(place) for place in places]


def _write(part: Path, content: SealedContent, expected: dict[str, str]) -> Identity:
    size = block_size(content.summary, expected)
    write_hdf5(part, content, size)
    identity = Identity(hdf5_sha256=_hdf5_sha256(part, size), hdf5_offset=size, datasets=expected)
    with part.open("r+b") as file:
        file.write(encode_block(identity, content.summary))
    fsync_file(part)
    return identity


def _compare(path: Path, identity: Identity, expected: dict[str, str]) -> None:
    """Raise ValueError where the file at `path` does not hold what it should."""
    block, offset = read_block(path)
    if decode_block(block).identity != identity or _hdf5_sha256(path, offset) != identity.hdf5_sha256:
        raise ValueError("the file read back is not the one that was written")
    places = differences(digests(_read(path)), expected)
    if places:
        raise ValueError(f"{', '.join(places)} read back as something else")


def _read(path: Path) -> SealedContent:
    import h5py

    datasets: list[Dataset] = []
    texts: dict[str, str] = {}
    with h5py.File(path, "r") as file:
        for name in dataset_paths(file):
            if is_text(name):
                texts[name] = read_text(file, name)
            else:
                datasets.append(read_dataset(file, name))
        attributes = read_attributes(file)
    summary = read_strict(texts.pop(SUMMARY).encode("utf-8"))
    if not isinstance(summary, dict):
        raise ValueError("the summary is not a JSON object")
    events = {dataset.path.removeprefix(f"{EVENTS}/"): dataset.array for dataset in datasets}
    return SealedContent(
        summary=summary,
        datasets=tuple(dataset for dataset in datasets if not dataset.path.startswith(f"{EVENTS}/")),
        rows=rows_of(events),
        inputs={name.removeprefix(f"{INPUTS}/"): text for name, text in texts.items()},
        attributes=attributes,
    )


def _hdf5_sha256(path: Path, offset: int) -> str:
    with path.open("rb") as file:
        file.seek(offset)
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_existing(path: Path) -> None:
    if path.exists():
        finding = not_sealed(path, "A file with this name exists; it is not overwritten.")
        raise Refused(replace(finding, code="sealed.exists", remedy="Choose another name."))


def _not_sealed(path: Path, why: str) -> Finding:
    return Finding(
        code="sealed.failed",
        severity=Severity.STOP,
        place=str(path),
        happened=f"The session file was not made ({why}).",
        safe="The journal holds everything and was not touched.",
        remedy="Check the disk and its free space, then seal the session again.",
    )
