"""`qst-station ports`, `identify` and `capture`: what is plugged in, what it is, and what it says."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TextIO

from drivers.capture import MAX_BYTES, Header, Piece
from drivers.catalogue import gauges_of_port
from drivers.conversation import Conversation
from drivers.identify import Candidate, Evidence, Identification
from drivers.identify import identify as identify_gauge
from drivers.link import Link, LinkLost, LinkUnavailable, list_ports, open_link
from drivers.ports import doubt
from drivers.recorder import record
from qst_station import __version__
from qst_station.cli.gauges import ChosenGauge, chosen_gauge
from qst_station.cli.output import DONE, FOUND, port_refused, print_json
from qst_station.findings import Finding, Refused, Severity

_ROOM_BYTES: Final = 65_536  # more than the line of the longest read
_SHOWN: Final = 72

_WHY: Final = {
    "sure": "it said who it is",
    "likely": "it sends values as this gauge does",
    "possible": "something of what it sent this gauge sends too",
}
_TRY: Final = (
    "Is it switched on, on its main screen, its serial output enabled, the cable no charging cable? A button: "
    "press it while this listens (--seconds 10). A gauge that must be told to stream (wagner-fdix, bbtk-tpad) and "
    "an A&D balance are not asked: try `read --gauge`."
)


def ports(*, as_json: bool) -> int:
    """List the ports of this computer and whether each can be known again; none is opened."""
    found = list_ports()
    for port in found:
        fields: dict[str, Any] = {
            "url": port.url,
            "vid": port.vid,
            "pid": port.pid,
            "serial_number": port.serial_number,
            "product": port.product,
            "location": port.location,
            "doubt": doubt(port, found),
            "gauges": [spec.name for spec in gauges_of_port(port.vid, port.pid)],
        }
        if as_json:
            print_json(fields)
            continue
        usb = "not USB" if port.vid is None or port.pid is None else f"{port.vid:04x}:{port.pid:04x}"
        print(f"{port.url:20} {usb:10} {port.serial_number or '-':20} {port.product or '-'}")
        if fields["doubt"]:
            print(f"{'':20} {fields['doubt']}")
        if fields["gauges"]:
            print(f"{'':20} by its USB number: {' or '.join(fields['gauges'])}")
    if not found:
        print("No serial port. A socket://HOST:PORT or a pseudo-terminal is typed as it is.", file=sys.stderr)
    return DONE


def identify(url: str, *, seconds: float, as_json: bool) -> int:
    """Say which gauges a device may be, and why; 1 where none was recognised."""
    try:
        found = identify_gauge(lambda spec: open_link(url, spec), listen_s=seconds)
    except LinkUnavailable as error:
        raise port_refused(url, error) from error
    except LinkLost as lost:
        print(f"{lost}. Plug it in again and repeat.", file=sys.stderr)
        return FOUND
    if as_json:
        print_json(
            {
                "url": url,
                "gauges": [_fields(candidate) for candidate in found.candidates],
                "received": [_evidence_fields(piece) for piece in found.received],
            }
        )
    else:
        for candidate in found.candidates:
            print(f"{candidate.confidence:9} {candidate.spec.name:15} {candidate.spec.title}")
            print(f"{'':9} {_WHY[candidate.confidence]}")
            for piece in candidate.evidence:
                print(f"{'':9} {_evidence_line(piece)}")
    if not found.candidates:
        print(_unrecognised(url, found), file=sys.stderr)
        return FOUND
    return DONE


def capture(
    url: str,
    out: Path,
    *,
    gauge: str | None,
    data: Path,
    baud: int | None,
    byte_format: str | None,
    seconds: float | None,
) -> int:
    """Write down what goes over the link until interrupted; 1 where nothing came or the link broke."""
    chosen = chosen_gauge(gauge, data, place="capture") if gauge else ChosenGauge(name="text-line")
    spec = chosen.spec("capture", baud=baud, format=byte_format)
    if out.exists():
        raise Refused(_unusable(str(out), "the file exists.", "It was not touched. Choose another name."))
    if not out.parent.is_dir():
        raise Refused(_unusable(str(out), "there is no such folder.", "Make it, or choose another."))
    header = Header(
        url=url,
        gauge=chosen.name if gauge else None,
        document=chosen.described.text if chosen.described else None,
        baud=spec.baud,
        utc=datetime.now(UTC).isoformat(timespec="seconds"),
        program=f"qst-station {__version__}",
    )
    try:
        link = open_link(url, spec)
    except LinkUnavailable as error:
        raise port_refused(url, error) from error
    try:
        tape, lost = _recorded(link, Conversation(spec) if gauge else None, header, out, seconds=seconds)
    finally:
        link.close()
    return _ended(tape, out, lost)


def _recorded(
    link: Link, conversation: Conversation | None, header: Header, out: Path, *, seconds: float | None
) -> tuple[_Tape, str]:
    """Record until interrupted or over; what became of the link, empty where it is still open."""
    with _interrupted() as stop, out.open("x", encoding="ascii", newline="\n") as file:
        started_ns = time.perf_counter_ns()
        deadline_ns = None if seconds is None else round(seconds * 1e9)
        tape = _Tape(file, out)
        tape.write(header.line())

        def clock_ns() -> int:
            return time.perf_counter_ns() - started_ns

        def over() -> bool:
            return stop.is_set() or tape.full or (deadline_ns is not None and clock_ns() >= deadline_ns)

        try:
            record(link, conversation, clock_ns=clock_ns, take=tape.take, over=over)
        except LinkLost as error:
            return tape, str(error)
    return tape, ""


class _Tape:
    """The file of a capture, flushed line by line."""

    def __init__(self, file: TextIO, path: Path) -> None:
        self._file = file
        self._path = path
        self._size = 0
        self.pieces = {"rx": 0, "tx": 0}
        self.received = 0

    @property
    def full(self) -> bool:
        """Whether the next line might not fit into the longest file that can be read again."""
        return self._size > MAX_BYTES - _ROOM_BYTES

    def take(self, piece: Piece) -> None:
        """Write one piece."""
        self.pieces[piece.direction] += 1
        self.received += len(piece.data) if piece.direction == "rx" else 0
        self.write(piece.line())

    def write(self, line: str) -> None:
        """Write one line through to the system."""
        try:
            self._file.write(line)
            self._file.flush()
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self._path)) from error
        self._size += len(line)


def _ended(tape: _Tape, out: Path, lost: str) -> int:
    """Say what is in the file."""
    print(
        f"{out}: {tape.received} bytes received in {tape.pieces['rx']} pieces, {tape.pieces['tx']} requests sent."
    )
    if lost:
        print(f"{lost}. What came before is in {out}.", file=sys.stderr)
    elif tape.full:
        print(f"{out}: the file has reached its limit of {MAX_BYTES} bytes; what came later is not in it.")
    elif not tape.received:
        hint = "" if tape.pieces["tx"] else " A gauge that has to be asked needs --gauge."
        print(f"{out}: nothing came from the device. Is it switched on, at this baud rate?{hint}", file=sys.stderr)
    return FOUND if lost or not tape.received else DONE


@contextmanager
def _interrupted() -> Iterator[threading.Event]:
    """Ctrl-C and a request to end set the event, so that no line is cut in half."""
    stop = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, lambda *_: stop.set())
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _fields(candidate: Candidate) -> dict[str, Any]:
    return {
        "gauge": candidate.spec.name,
        "title": candidate.spec.title,
        "grade": candidate.spec.grade,
        "confidence": candidate.confidence,
        "why": _WHY[candidate.confidence],
        "evidence": [_evidence_fields(piece) for piece in candidate.evidence],
    }


def _evidence_fields(piece: Evidence) -> dict[str, Any]:
    return {"baud": piece.baud, "sent": _printable(piece.sent), "received": _printable(piece.received)}


def _evidence_line(piece: Evidence) -> str:
    received = _printable(piece.received)
    shown = received if len(received) <= _SHOWN else f"{received[:_SHOWN]}..."
    sent = f"sent {_printable(piece.sent)}, received" if piece.sent else "unasked"
    return f"{piece.baud} baud, {sent} {shown}"


def _printable(data: bytes) -> str:
    """Bytes as they would stand in a Python literal."""
    return repr(data)[2:-1]


def _unrecognised(url: str, found: Identification) -> str:
    if not found.received:
        return f"{url}: nothing answered. {_TRY}"
    return (
        f"{url}: no gauge of this station sends this: {_evidence_line(found.received[0])}. Another baud rate, or "
        "a device left in another mode? Otherwise `capture` it and ask for support."
    )


def _unusable(place: str, why: str, remedy: str = "") -> Finding:
    return Finding(code="arguments.unusable", severity=Severity.STOP, place=place, happened=why, remedy=remedy)
