"""What can happen to a line on its way: bytes as the device sent them to bytes as they arrive."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

LineKind: TypeAlias = Literal["garble", "half", "merge", "cr", "parity", "baud", "flood"]

_FLOOD: Final = 40
_BITS: Final = 10  # of a byte on the line: start bit, eight data bits with the lowest first, stop bit
_START: Final = b"\0"
_IDLE: Final = b"\1" * _BITS
_SEEN_TWICE: Final = tuple(
    bytes(bit for bit in (0, *((byte >> n) & 1 for n in range(8)), 1) for _ in range(2)) for byte in range(256)
)


def garbled(line: bytes) -> bytes:
    """Every high bit set but those of the line end."""
    body = line.rstrip(b"\r\n")
    return bytes(byte | 0x80 for byte in body) + line[len(body) :]


def halved(line: bytes) -> bytes:
    """The second half is missing, the line end with it."""
    return line[: len(line) // 2]


def merged(line: bytes) -> bytes:
    """The line end is missing."""
    return line.rstrip(b"\r\n")


def ended_by_cr(line: bytes) -> bytes:
    """CR in place of the line end."""
    body = line.rstrip(b"\r\n")
    return body + b"\r" if body != line else line


def with_parity_bit(line: bytes) -> bytes:
    """Seven bits and even parity, read as eight bits without."""
    return bytes(byte | 0x80 if (byte & 0x7F).bit_count() % 2 else byte for byte in line)


def at_twice_the_baud(line: bytes) -> bytes:
    """Sent at half the baud rate that it is read with.

    The receiver sees each bit twice. As a UART does, it waits for a start bit, samples eight bits in the middle,
    and passes the byte on even where no stop bit follows (a terminal does not check framing unless told to).
    """
    seen = b"".join(_SEEN_TWICE[byte] for byte in line) + _IDLE
    arrived = bytearray()
    start = seen.find(_START)
    while start >= 0:
        arrived.append(sum(bit << n for n, bit in enumerate(seen[start + 1 : start + 9])))
        start = seen.find(_START, start + _BITS)
    return bytes(arrived)


def flooded(line: bytes) -> bytes:
    """The line forty times, as from a device that has lost its pace."""
    return line * _FLOOD


LINE_FAULTS: Final[Mapping[LineKind, Callable[[bytes], bytes]]] = {
    "garble": garbled,
    "half": halved,
    "merge": merged,
    "cr": ended_by_cr,
    "parity": with_parity_bit,
    "baud": at_twice_the_baud,
    "flood": flooded,
}
"""By the name of the fault, in the order in which several that act together are applied."""
