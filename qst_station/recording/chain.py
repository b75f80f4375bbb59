"""Rows in which each hash covers the row before it, so that a changed, missing or moved row shows."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from qst_station.findings import Finding, Severity

GENESIS = bytes(32)
"""The hash before the first row."""

FIRST_SEQ = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record of a journal.

    Attributes
    ----------
    seq : int
        Number of the row, from 1 without gaps.
    kind : str
        What `body` is; free text.
    body : bytes
    hash : bytes
        SHA-256 (32 bytes) over the hash before, `seq`, `kind` and `body`.
    """

    seq: int
    kind: str
    body: bytes
    hash: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainFault:
    """Rows `first` to `last` (inclusive) are missing, altered, or unverifiable after a missing row."""

    first: int
    last: int
    what: Literal["missing", "altered", "unverifiable"]


def row_hash(previous: bytes, seq: int, kind: str, body: bytes) -> bytes:
    """The hash of a row; lengths precede texts, so that no two rows are the same bytes."""
    # Damaged text is carried as surrogates: it must hash to something else, not raise.
    name = kind.encode("utf-8", "surrogateescape")
    prefix = struct.pack(">qI", seq, len(name)) + name + struct.pack(">Q", len(body))
    return hashlib.sha256(previous + prefix + body).digest()


def chained(previous: bytes, seq: int, kind: str, body: bytes) -> Row:
    """The row that follows the hash `previous`."""
    return Row(seq=seq, kind=kind, body=body, hash=row_hash(previous, seq, kind, body))


def examine(rows: Iterable[Row]) -> tuple[list[Row], list[ChainFault]]:
    """The rows that the chain vouches for, and what is wrong with the others, in order.

    Parameters
    ----------
    rows : iterable of Row
        In ascending order of `seq`.
    """
    verified: list[Row] = []
    faults: list[ChainFault] = []
    expected = FIRST_SEQ
    before: tuple[bytes, ...] = (GENESIS,)  # hashes that the next row may continue; empty after a gap
    for row in rows:
        if row.seq < expected:
            faults.append(ChainFault(first=row.seq, last=row.seq, what="altered"))
            continue
        if row.seq > expected:
            faults.append(ChainFault(first=expected, last=row.seq - 1, what="missing"))
            before = ()
        expected = row.seq + 1
        hashes = [row_hash(previous, row.seq, row.kind, row.body) for previous in before]
        if row.hash in hashes:
            verified.append(row)
            before = (row.hash,)
            continue
        what: Literal["altered", "unverifiable"] = "altered" if before else "unverifiable"
        faults.append(ChainFault(first=row.seq, last=row.seq, what=what))
        # The damage may lie in the body or in the hash; the next row continues one of the two.
        before = (row.hash, *hashes[:1])
    return verified, faults


def check_chain(rows: Sequence[Row], place: str) -> list[Finding]:
    """Findings about the chain of `rows`; the first one names the first bad row."""
    _, faults = examine(rows)
    return [fault_finding(fault, place) for fault in faults]


def fault_finding(fault: ChainFault, place: str) -> Finding:
    """The finding for one fault of the chain in the file named by `place`."""
    rows = f"row {fault.first}" if fault.first == fault.last else f"rows {fault.first} to {fault.last}"
    many = fault.first != fault.last
    happened = {
        "missing": f"{rows} {'are' if many else 'is'} missing.",
        "altered": f"{rows} {'do' if many else 'does'} not match the hash chain.",
        "unverifiable": f"{rows} cannot be verified because the row before is missing.",
    }[fault.what]
    return Finding(
        code=f"chain.{fault.what}",
        severity=Severity.STOP,
        place=f"{place}, {rows}",
        happened=happened,
        safe="Every row that is not named is verified.",
        remedy="Keep this file as it is and restore the data from a backup.",
    )
