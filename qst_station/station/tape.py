"""Takes down the bytes of a device that is attached, for a request for support."""

from __future__ import annotations

import os
import queue
import re
import time
from pathlib import Path
from typing import Any, Final

from drivers.capture import MAX_BYTES, Direction, Header, Piece
from drivers.link import Link
from drivers.spec import GaugeSpec
from qst_station import __version__
from qst_station.acquisition.device import Device

FOLDER: Final = "captures"
LONGEST_S: Final = 120.0
_ROOM_BYTES: Final = 65_536  # more than the line of the longest read
_NOT_IN_A_FILE_NAME: Final = re.compile(r"[^0-9A-Za-z]")


class Tape:
    """The file of one capture. The reader's thread adds, the engine's turn writes.

    Raises
    ------
    OSError
        The folder does not take the file.
    """

    def __init__(self, data: Path, device: Device, spec: GaugeSpec, utc: str) -> None:
        folder = data / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f"{device.name}-{_NOT_IN_A_FILE_NAME.sub('', utc)}.jsonl"
        self.received = 0
        self._size = 0
        self._began_ns = time.perf_counter_ns()
        self._pieces: queue.SimpleQueue[Piece] = queue.SimpleQueue()
        self._file = self.path.open("x", encoding="ascii", newline="\n")
        program = f"qst-station {__version__}"
        header = Header(url=device.url, gauge=spec.name, baud=spec.baud, utc=utc, program=program)
        self._write(header.line())

    @property
    def over(self) -> bool:
        """Whether it has reached its longest time or its greatest size."""
        return self.seconds > LONGEST_S or self._size > MAX_BYTES - _ROOM_BYTES

    @property
    def seconds(self) -> float:
        """How long it has been running."""
        return (time.perf_counter_ns() - self._began_ns) / 1e9

    def add(self, direction: Direction, data: bytes) -> None:
        """Take bytes down; from any thread."""
        t_ns = time.perf_counter_ns() - self._began_ns
        self._pieces.put(Piece(t_ns=t_ns, direction=direction, data=data))

    def turn(self) -> None:
        """Write what was added.

        Raises
        ------
        OSError
            The disk refused; what was written before is in the file.
        """
        for _ in range(self._pieces.qsize()):
            piece = self._pieces.get()
            self.received += len(piece.data) if piece.direction == "rx" else 0
            self._write(piece.line())

    def close(self) -> None:
        """Write the rest through to the disk."""
        try:
            self.turn()
            self._file.flush()
            os.fsync(self._file.fileno())
        finally:
            self._file.close()

    def shown(self) -> dict[str, Any]:
        """How far it is, as plain data."""
        return {"path": str(self.path), "seconds": self.seconds, "received": self.received}

    def _write(self, line: str) -> None:
        self._file.write(line)
        self._size += len(line)


class Tap:
    """Where a tape is put in: it stays while the link of the device goes and comes back."""

    def __init__(self) -> None:
        self.tape: Tape | None = None

    def add(self, direction: Direction, data: bytes) -> None:
        """Take bytes down where a tape runs."""
        tape = self.tape
        if tape is not None and data:
            tape.add(direction, data)


class TappedLink:
    """A link whose bytes can be taken down."""

    def __init__(self, link: Link, tap: Tap) -> None:
        self._link = link
        self._tap = tap

    @property
    def url(self) -> str:
        """What was opened."""
        return self._link.url

    def read(self, max_wait_s: float, /) -> bytes:
        """As the link reads."""
        data = self._link.read(max_wait_s)
        self._tap.add("rx", data)
        return data

    def write(self, data: bytes) -> None:
        """As the link writes."""
        self._tap.add("tx", data)
        self._link.write(data)

    def flush_input(self) -> None:
        """As the link."""
        self._link.flush_input()

    def close(self) -> None:
        """As the link."""
        self._link.close()
