"""The head of a sealed file: one line of JSON with its summary and its identity, before the HDF5 part.

HDF5 leaves a user block of 512 bytes or a larger power of two at the start of a file to the application
(HDF5 File Format Specification 3.0, section II.A). Reading it needs no HDF5 library, so it is fast and safe
for files from strangers. The line is padded with spaces and ends where the block ends.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.canonical import canonical, read_strict

FORMAT = "qst-session"
SCHEMA_VERSION = 1

_SIGNATURE = b"\x89HDF\r\n\x1a\n"
_SMALLEST_BLOCK = 512
_LARGEST_BLOCK = 64 << 20
_NO_HASH = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What makes a sealed file this file.

    Attributes
    ----------
    hdf5_sha256 : str
        SHA-256 (hex) of all bytes after the user block.
    hdf5_offset : int
        Where they begin.
    datasets : mapping of str to str
        SHA-256 (hex) of the content of each dataset, by its place in the file.
    """

    hdf5_sha256: str
    hdf5_offset: int
    datasets: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class UserBlock:
    """An intact user block."""

    schema_version: int
    identity: Identity
    summary: dict[str, Any]


def block_size(summary: Mapping[str, Any], digests: Mapping[str, str]) -> int:
    """Bytes of the user block that these need."""
    size = _SMALLEST_BLOCK
    while True:
        identity = Identity(hdf5_sha256=_NO_HASH, hdf5_offset=size, datasets=digests)
        if len(_line(SCHEMA_VERSION, identity, summary, _NO_HASH)) <= size:
            return size
        size *= 2


def encode_block(identity: Identity, summary: Mapping[str, Any], schema_version: int = SCHEMA_VERSION) -> bytes:
    """The user block, of `identity.hdf5_offset` bytes. It holds its own hash, taken with that set to zeros."""
    blank = _line(schema_version, identity, summary, _NO_HASH)
    return _line(schema_version, identity, summary, hashlib.sha256(blank).hexdigest())


def decode_block(block: bytes) -> UserBlock:
    """The content of `block`; raises ValueError where any bit of it was changed."""
    document = read_strict(block)
    if not isinstance(document, dict):
        raise ValueError("it is not a JSON object")
    try:
        identity = Identity(**document["identity"])
        summary, version = document["summary"], document["schema_version"]
        written = encode_block(identity, summary, version)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("a member is missing or has the wrong type") from error
    # A block is a function of its content, so writing it again shows a change anywhere, also in the padding.
    if written != block:
        raise ValueError("it does not match its own hash")
    return UserBlock(schema_version=version, identity=identity, summary=summary)


def read_block(path: Path) -> tuple[bytes, int]:
    """The bytes before the HDF5 part of a file, and where that part begins.

    Raises
    ------
    Refused
        The file cannot be read, or is no sealed session.
    """
    try:
        with path.open("rb") as file:
            size = _SMALLEST_BLOCK
            while size <= _LARGEST_BLOCK:
                file.seek(size)
                if file.read(len(_SIGNATURE)) == _SIGNATURE:
                    break
                size *= 2
            else:  # the signature itself may be what was damaged: the line ends where the block ends
                file.seek(0)
                size = len(file.readline(_LARGEST_BLOCK))
            file.seek(0)
            block = file.read(size)
    except OSError as error:
        raise Refused(not_sealed(path, f"The file cannot be read ({error.strerror}).")) from error
    if size > _LARGEST_BLOCK or not (block.startswith(b'{"format":"') or block.endswith(b" \n")):
        raise Refused(not_sealed(path, "This is not a sealed session."))
    return block, len(block)


def read_summary(path: Path) -> dict[str, Any]:
    """The summary of a sealed session, without opening its HDF5 part.

    Raises
    ------
    Refused
        The file cannot be read, is no sealed session, is newer than this program, or was altered.
    """
    block, _ = read_block(path)
    return intact_block(path, block).summary


def intact_block(path: Path, block: bytes) -> UserBlock:
    """The decoded `block` of the file `path`; raises `Refused` where it was altered or is too new."""
    try:
        content = decode_block(block)
    except ValueError as error:
        raise Refused(altered(path, "user block", f"The user block was altered: {error}.")) from error
    if content.schema_version > SCHEMA_VERSION:
        raise Refused(not_sealed(path, f"The file has version {content.schema_version}, newer than this program."))
    return content


def altered(path: Path, where: str, happened: str) -> Finding:
    """The finding for a place that is not as it was sealed."""
    return Finding(
        code="sealed.altered",
        severity=Severity.STOP,
        place=f"{path}: {where}",
        happened=happened,
        safe="Nothing was changed now.",
        remedy="Do not use this file; take it from a backup or seal the journal again.",
    )


def not_sealed(path: Path, happened: str) -> Finding:
    """The finding for a file that is not a readable sealed session."""
    return Finding(
        code="sealed.unreadable",
        severity=Severity.STOP,
        place=str(path),
        happened=happened,
        safe="Nothing was changed.",
        remedy="Choose a session file of this program, or update the program.",
    )


def _line(version: int, identity: Identity, summary: Mapping[str, Any], block_sha256: str) -> bytes:
    members = {
        "format": FORMAT,
        "schema_version": version,
        "identity": {
            "hdf5_sha256": identity.hdf5_sha256,
            "hdf5_offset": identity.hdf5_offset,
            "datasets": dict(identity.datasets),
        },
        "summary": summary,
        "summary_sha256": hashlib.sha256(canonical(summary)).hexdigest(),
        "block_sha256": block_sha256,
    }
    # What the file is comes first: sorted names would put a hash there.
    text = b",".join(canonical(name) + b":" + canonical(member) for name, member in members.items())
    return (b"{" + text + b"}").ljust(identity.hdf5_offset - 1) + b"\n"
