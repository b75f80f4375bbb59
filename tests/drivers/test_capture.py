"""The capture file, the device out of it, and the question which gauge it is."""

from __future__ import annotations

import json
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers import capture as capture_module
from drivers.capture import Capture, CaptureError, Header, Piece, parse_capture
from drivers.catalogue import GAUGES
from drivers.identify import ASKED, Identification, identify
from drivers.link import Link, LinkUnavailable
from drivers.ports import PortInfo, doubt
from drivers.simulated.device import SimulatedDevice, simulated
from drivers.simulated.faults import FaultScript
from drivers.simulated.recorded import REPEAT_AFTER_NS, Recorded, replayed
from drivers.simulated.server import Server, Transport
from drivers.spec import GaugeSpec
from tests.drivers.clocks import SharedClock, ask_by

pytestmark = pytest.mark.usefixtures("no_leaked_handles")

HEADER = Header(url="COM5", gauge="mark10", baud=9600, utc="2026-01-01T00:00:00+00:00", program="qst-station 0")
MS = 1_000_000


def rx(t_ms: int, data: bytes) -> Piece:
    return Piece(t_ns=t_ms * MS, direction="rx", data=data)


def tx(t_ms: int, data: bytes) -> Piece:
    return Piece(t_ns=t_ms * MS, direction="tx", data=data)


def file_of(*pieces: Piece, header: Header = HEADER) -> bytes:
    return (header.line() + "".join(piece.line() for piece in pieces)).encode("ascii")


def device(*pieces: Piece) -> Recorded:
    recorded = Recorded(Capture(header=HEADER, pieces=pieces))
    assert recorded.power_on(0) == b""
    return recorded


# The file

texts = st.text(max_size=20)
headers = st.builds(
    Header, url=texts, gauge=st.none() | texts, baud=st.integers(1, 10**6), utc=texts, program=texts
)
pieces = st.lists(
    st.builds(
        Piece,
        t_ns=st.integers(0, 2**63 - 1),
        direction=st.sampled_from(["rx", "tx"]),
        data=st.binary(min_size=1, max_size=40),
    ),
    max_size=8,
)


@given(headers, pieces)
def test_what_is_written_is_read_again(header: Header, written: list[Piece]) -> None:
    written = sorted([*written, rx(0, b"x")], key=lambda piece: piece.t_ns)
    data = file_of(*written, header=header)
    assert parse_capture(data) == Capture(header=header, pieces=tuple(written))


@given(st.data())
def test_a_damaged_file_is_refused_and_never_breaks_the_reader(data: st.DataObject) -> None:
    whole = file_of(tx(1, b"?\r"), rx(2, b"1.5 N\r\n"))
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255))
    for damaged in (whole[:at] + bytes([byte]) + whole[at + 1 :], whole[:at]):
        try:
            assert len(parse_capture(damaged).pieces) in (1, 2)
        except CaptureError as error:
            assert error.allowed and 1 <= error.line <= 4


GOOD = rx(5, b"1 N\r").line()


@pytest.mark.parametrize(
    ("text", "line", "field", "found"),
    [
        ("", 1, "", ""),
        ("hello\n", 1, "", "hello"),
        ("t_s,force_n\n0,1\n", 1, "", "t_s,force_n"),
        ('{"format": "qst-capture/2"}\n', 1, "format", "qst-capture/2"),
        ("[" * 100_000 + "\n", 1, "", "[" * 60 + "..."),
        (HEADER.line().replace("9600", "-1") + GOOD, 1, "baud", "-1"),
        (HEADER.line().replace("9600", "true") + GOOD, 1, "baud", "True"),
        (HEADER.line().replace('"utc"', '"when"') + GOOD, 1, "when", HEADER.utc),
        (HEADER.line()[:-2] + ', "a\\nb\\ud800": 1}\n' + GOOD, 1, "a\nb\ud800", "1"),
        (HEADER.line(), 1, "", "no piece with dir rx"),
        (HEADER.line() + "\n", 2, "", ""),
        (HEADER.line() + GOOD[:-1], 2, "", GOOD[:-1][:60]),
        (HEADER.line() + '{"t_ns": 1, "dir": "rx"}\n', 2, "hex", "nothing"),
        (HEADER.line() + '{"t_ns": 1, "dir": "rx", "hex": "0g"}\n', 2, "hex", "0g"),
        (HEADER.line() + '{"t_ns": 1, "dir": "rx", "hex": "0a 0"}\n', 2, "hex", "0a 0"),
        (HEADER.line() + '{"t_ns": 1, "dir": "rx", "hex": ""}\n', 2, "hex", ""),
        (HEADER.line() + '{"t_ns": 1, "dir": "up", "hex": "00"}\n', 2, "dir", "up"),
        (HEADER.line() + '{"t_ns": 1, "dir": [], "hex": "00"}\n', 2, "dir", "list"),
        (HEADER.line() + '{"t_ns": 1.5, "dir": "rx", "hex": "00"}\n', 2, "t_ns", "1.5"),
        (HEADER.line() + '{"t_ns": 1, "t_ns": 2, "dir": "rx", "hex": "00"}\n', 2, "t_ns", "2"),
        (HEADER.line() + GOOD + rx(4, b"x").line(), 3, "t_ns", str(4 * MS)),
    ],
)
def test_an_error_names_line_field_and_what_was_found(text: str, line: int, field: str, found: str) -> None:
    with pytest.raises(CaptureError) as refused:
        parse_capture(text.encode())
    error = refused.value
    assert (error.line, error.field) == (line, field)
    assert error.found.startswith(found) and error.allowed in str(error) and "\n" not in str(error)


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture_module, "MAX_BYTES", 200)
    with pytest.raises(CaptureError, match="at most 200 bytes"):
        parse_capture(file_of(*[rx(1, b"1.5 N\r\n")] * 4))


# The device


def test_bytes_that_came_unasked_come_at_their_times_and_again() -> None:
    recorded = device(rx(10, b"a"), rx(30, b"b"))
    assert [recorded.advance(t * MS) for t in (9, 10, 29, 31)] == [b"", b"a", b"", b"b"]
    again = 30 * MS + REPEAT_AFTER_NS
    assert recorded.handle(b"whatever", again) == b""
    assert recorded.advance(again + 30 * MS) == b"ab"


def test_a_request_gets_its_answers_in_turn_however_it_is_cut() -> None:
    recorded = device(
        rx(1, b"banner"),
        tx(10, b"?\r"),
        rx(12, b"1\r"),
        tx(20, b"?\r"),
        rx(22, b"2"),
        rx(25, b"\r"),
        tx(30, b"?\r"),
    )
    assert recorded.advance(5 * MS) == b"banner"
    said = b""
    for n in range(3):
        at = (100 + 100 * n) * MS
        assert recorded.handle(b"?", at) + recorded.handle(b"\r", at) + recorded.advance(at + 1 * MS) == b""
        said += recorded.advance(at + 5 * MS)
    assert said == b"1\r2\r1\r", "the request that the end of the capture cut off is left out"


def test_a_request_that_was_not_recorded_gets_no_answer_and_hides_none() -> None:
    recorded = device(tx(0, b"?\r"), rx(0, b"1\r"))
    assert recorded.handle(b"LIST\r", 1) == b""
    assert recorded.handle(b"D\r?\r", 2) == b"1\r"


def test_the_stop_order_of_a_stream_ends_it() -> None:
    recorded = device(tx(0, b"GO\r"), *[rx(n, b"x") for n in range(1, 9)], tx(9, b"STOP\r"))
    assert recorded.handle(b"GO\r", 0) + recorded.advance(4 * MS) == b"xxxx"
    assert recorded.handle(b"STOP\r", 4 * MS) + recorded.advance(20 * MS) == b""
    assert recorded.handle(b"GO\r", 30 * MS) + recorded.advance(60 * MS) == b"x" * 8


def test_a_capture_of_an_unknown_gauge_names_file_line_and_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    fields = json.loads(HEADER.line()) | {"gauge": "mark11"}
    path.write_text(json.dumps(fields) + "\n" + GOOD)
    with pytest.raises(ValueError, match=r"other\.jsonl: line 1, field gauge: found 'mark11'; allowed: .*mark10"):
        replayed(path)


def test_faults_work_on_a_replayed_device_too(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(file_of(*[rx(t, b"1 N\r\n") for t in range(0, 100, 10)]))
    faulty = replayed(path, faults="silence@50ms:20ms")
    faulty.power_on(0)
    assert b"".join(faulty.advance(t * MS) for t in range(100)).count(b"\n") == 8


# Which gauge


def open_but_not_at_256000(opened: Callable[[str, GaugeSpec], Link], url: str, spec: GaugeSpec) -> Link:
    """As a port of macOS does, which knows no such baud rate."""
    if spec.baud == 256_000:
        raise LinkUnavailable(url, "invalid", "Could not configure port")
    return opened(url, spec)


@pytest.mark.parametrize(
    ("gauge", "transport", "confidence"),
    [
        ("mark10", "pty", "sure"),
        ("imada-ds2", "tcp", "likely"),
        ("text-line", "tcp", "likely"),
        ("lutron", "pty", "likely"),
        ("ohaus", "pty", "likely"),
    ],
)
def test_the_gauge_that_is_there_is_the_first_candidate(
    gauge: str, transport: Transport, confidence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SharedClock()
    opened = ask_by(clock, monkeypatch)
    with Server(simulated(gauge, load="hold:1"), transport=transport, clock_ns=clock.device) as server:
        found = identify(lambda spec: open_but_not_at_256000(opened, server.url, spec), listen_s=0.8)
    best = found.candidates[0]
    assert (best.spec.name, best.confidence) == (gauge, confidence)
    assert any(piece.received for piece in best.evidence)


class Listener:
    """A device that notes what it is sent, and may talk."""

    sensor = None

    def __init__(self, talk: bytes) -> None:
        self.heard = b""
        self._talk = talk

    def power_on(self, _t_ns: int) -> bytes:
        return b""

    def handle(self, data: bytes, _t_ns: int) -> bytes:
        self.heard += data
        return b""

    def advance(self, _t_ns: int) -> bytes:
        return self._talk


@pytest.fixture
def found_at(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Identification]:
    """What is found out about a listener that is served."""
    clock = SharedClock()
    opened = ask_by(clock, monkeypatch)

    def found(listener: Listener, **waits: float) -> Identification:
        with Server(SimulatedDevice(listener, FaultScript(())), clock_ns=clock.device) as server:
            return identify(lambda spec: opened(server.url, spec), **waits)

    return found


def test_a_device_that_talks_is_sent_nothing(found_at: Callable[..., Identification]) -> None:
    listener = Listener(b"\xfe\xff\x81\r\n")
    found = found_at(listener, listen_s=0.2)
    assert listener.heard == b"" and found.candidates == () and found.received


def test_what_is_asked_is_what_the_specs_ask_and_never_what_switches_another_gauge_off(
    found_at: Callable[..., Identification],
) -> None:
    listener = Listener(b"")
    found = found_at(listener, listen_s=0.05, answer_s=0.05)
    assert found.candidates == () and found.received == ()
    requests = list(
        dict.fromkeys(r for name in ASKED for r in (GAUGES[name].identify, GAUGES[name].poll) if r is not None)
    )
    assert all(request in listener.heard for request in requests)
    # Imada DS2 Q and ZTA XQT switch off, Mark-10 SAVE writes its memory, x opens the menu of an OpenScale.
    for forbidden in (b"Q", b"SAVE", b"x", b"AOFF", b"Z"):
        assert forbidden not in listener.heard, forbidden


# Ports


@pytest.mark.parametrize(
    ("number", "own"),
    [
        *[(number, False) for number in (None, "", " ", "0000", "0001", "123456789", "0123456789ABCDEF", "FFFF")],
        *[(number, True) for number in ("A10K3XYZ", "FT4PW8ZT", "75830333938351C0B1E1", "12")],
    ],
)
def test_a_useless_serial_number_is_known(number: str | None, own: bool) -> None:
    port = PortInfo(url="COM5", vid=0x1A86, pid=0x7523, serial_number=number, location="1-2")
    assert port.has_own_number is own
    assert bool(doubt(port, [port])) is not own


def test_two_adapters_with_one_number_are_in_doubt_and_a_built_in_port_is_not() -> None:
    first, second = (PortInfo(url=url, vid=1, pid=2, serial_number="A1B2", location=None) for url in "ab")
    assert "same serial number as b: known again by nothing" in doubt(first, [first, second])
    assert doubt(PortInfo(url="/dev/ttyS0"), []) == ""


@given(st.text(alphabet=string.hexdigits, max_size=24))
def test_any_serial_number_is_judged(number: str) -> None:
    port = PortInfo(url="COM1", vid=1, pid=2, serial_number=number)
    assert bool(doubt(port, [port])) is not port.has_own_number
