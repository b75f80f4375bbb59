"""`ports`, `identify` and `capture` as a person meets them, over real pseudo-terminals."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import threading
import time
import tty
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from drivers.capture import parse_capture
from drivers.catalogue import gauge
from drivers.conversation import Conversation
from drivers.identify import identify
from drivers.link import list_ports
from drivers.messages import Reading, one_by_one
from drivers.simulated.device import simulated
from drivers.simulated.recorded import replayed
from drivers.simulated.server import Server
from qst_station.cli.main import main
from tests.drivers.clocks import SharedClock, ask_by

RAMP = "ramp:3:400"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def run_command(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(str(ended.code))
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SharedClock:
    """The time of a capture and of the question which gauge it is, which waits for the device."""
    shared = SharedClock()
    monkeypatch.setattr("qst_station.cli.ports.time", SimpleNamespace(perf_counter_ns=shared.reader))
    ask_by(shared, monkeypatch, "qst_station.cli.ports")
    return shared


@pytest.fixture
def mute() -> Iterator[str]:
    """A terminal with nobody behind it."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    yield os.ttyname(slave)
    os.close(master)
    os.close(slave)


def readings(path: Path) -> list[float]:
    """The numbers in a capture, decoded anew."""
    capture = parse_capture(path.read_bytes())
    assert capture.header.gauge is not None
    conversation = Conversation(gauge(capture.header.gauge))
    conversation.opening(0)
    stamped = [s for p in capture.pieces if p.direction == "rx" for s in conversation.receive(p.data, p.t_ns)]
    return [message.raw for message in one_by_one(s.message for s in stamped) if isinstance(message, Reading)]


# simulate -> capture -> simulate capture: -> read


@pytest.mark.parametrize("name", ["mark10", "imada-ds2", "text-line"])
def test_a_replayed_capture_gives_the_readings_of_the_device(
    run: Any, tmp_path: Path, name: str, clock: SharedClock
) -> None:
    out = tmp_path / "gauge.jsonl"
    with Server(simulated(name, load=RAMP), clock_ns=clock.device) as server:
        code, said, err = run("capture", server.url, "--out", out, "--gauge", name, "--seconds", "0.8")
    assert code == 0 and said.startswith(f"{out}: ") and err == ""
    recorded = readings(out)
    assert len(recorded) > 8 and recorded == sorted(recorded) and recorded[-1] > recorded[0]
    with Server(replayed(out)) as server:
        # What comes unasked has begun when the port is opened: the second round is whole.
        count = len(recorded) * (2 if name == "text-line" else 1)
        code, lines, err = run("read", server.url, "--gauge", name, "--count", count, "--seconds", 10, "--json")
    raws = [json.loads(line)["raw"] for line in lines.splitlines()]
    assert len(raws) == count, err
    if name == "text-line":
        start = next(i for i in range(1, count) if raws[i] < raws[i - 1])
        second = raws[start:]
        # The first line of all is thrown away by the codec that has just begun, not by the one that goes on.
        whole = min(len(recorded), len(second) - 1)
        assert whole > len(recorded) // 2
        assert recorded[:whole] in (second[:whole], second[1 : whole + 1])
    else:
        assert raws == recorded


def test_the_capture_has_its_requests_and_times(run: Any, tmp_path: Path, clock: SharedClock) -> None:
    out = tmp_path / "gauge.jsonl"
    with Server(simulated("mark10", load=RAMP), clock_ns=clock.device) as server:
        assert (
            run("capture", server.url, "--out", out, "--gauge", "mark10", "--baud", 9600, "--seconds", 0.3)[0] == 0
        )
        url = server.url
    capture = parse_capture(out.read_bytes())
    assert (capture.header.url, capture.header.gauge, capture.header.baud) == (url, "mark10", 9600)
    assert [p.data for p in capture.pieces if p.direction == "tx"] == [b"LIST\rAOUT50\r", b"AOUT0\r"]
    assert capture.pieces[-1].t_ns > 250_000_000


def test_without_a_gauge_nothing_is_sent(run: Any, tmp_path: Path, clock: SharedClock) -> None:
    out = tmp_path / "talks.jsonl"
    with Server(simulated("text-line", load=RAMP), clock_ns=clock.device) as server:
        assert run("capture", server.url, "--out", out, "--seconds", "0.3")[0] == 0
    capture = parse_capture(out.read_bytes())
    assert capture.header.gauge is None and {p.direction for p in capture.pieces} == {"rx"}
    with Server(simulated("wagner-fpx"), clock_ns=clock.device) as server:
        code, said, err = run("capture", server.url, "--out", tmp_path / "mute.jsonl", "--seconds", "0.2")
    assert code == 1 and "0 bytes" in said and "--gauge" in err


def test_interrupting_ends_a_capture_cleanly(tmp_path: Path) -> None:
    out = tmp_path / "gauge.jsonl"
    with Server(simulated("text-line", load=RAMP)) as server:
        command = [sys.executable, "-m", "qst_station", "capture", server.url, "--out", str(out)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            deadline = time.monotonic() + 30
            while not out.exists() or out.read_bytes().count(b"\n") < 5:
                assert process.poll() is None and time.monotonic() < deadline
                time.sleep(0.01)
        finally:
            process.send_signal(signal.SIGINT)
            said, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "") and "bytes received" in said
    assert len(parse_capture(out.read_bytes()).pieces) >= 4


def test_a_lost_device_ends_a_capture_and_keeps_what_came(run: Any, tmp_path: Path, clock: SharedClock) -> None:
    out = tmp_path / "gauge.jsonl"
    with Server(simulated("text-line", faults="unplug@500ms:60s"), clock_ns=clock.device) as server:
        code, _, err = run("capture", server.url, "--out", out, "--seconds", "30")
    assert code == 1 and "connection lost" in err and str(out) in err
    assert parse_capture(out.read_bytes()).pieces


def test_signal_handlers_are_put_back(run: Any, tmp_path: Path, mute: str) -> None:
    assert threading.current_thread() is threading.main_thread()
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    run("capture", mute, "--out", tmp_path / "x", "--seconds", "0.05")
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


def test_a_capture_stops_at_the_limit_of_the_file(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.cli.ports.MAX_BYTES", 66_500)
    out = tmp_path / "long.jsonl"
    with Server(simulated("text-line", load=RAMP)) as server:
        code, said, _ = run("capture", server.url, "--out", out, "--seconds", "60")
    assert code == 0 and "limit of 66500 bytes" in said
    assert parse_capture(out.read_bytes()).pieces


# What is refused


def test_capture_overwrites_nothing_and_leaves_nothing(run: Any, tmp_path: Path, mute: str) -> None:
    out = tmp_path / "taken"
    out.write_text("dear")
    for arguments, expected in (
        ((mute, "--out", out), "the file exists"),
        ((mute, "--out", tmp_path / "no" / "x"), "no such folder"),
        ((mute, "--out", tmp_path / "new", "--gauge", "mark11"), "mark10"),
        ((tmp_path / "ttyUSB9", "--out", tmp_path / "new"), "no such port"),
        ((mute, "--out", tmp_path / "new", "--baud", "0"), "--baud"),
    ):
        code, said, err = run("capture", *arguments)
        assert (code, said) == (2, "") and expected in err and err.count("\n") == 1, err
    assert out.read_text() == "dear" and [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "line 1"),
        (b"\x89PNG\r\n\x1a\n", "line 1"),
        (b'{"format": "other"}\n', "line 1, field format: found 'other'; allowed: the header of a qst-capture/1"),
    ],
)
def test_simulate_refuses_what_is_no_capture(run: Any, tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    code, said, err = run("simulate", f"capture:{path}")
    assert (code, said) == (2, "") and str(path) in err and expected in err and err.count("\n") == 1


def test_simulate_refuses_a_capture_that_is_not_there(run: Any, tmp_path: Path) -> None:
    code, said, err = run("simulate", f"capture:{tmp_path / 'none'}")
    assert (code, said) == (2, "") and "none" in err and err.count("\n") == 1


def test_a_capture_takes_no_load(run: Any, tmp_path: Path) -> None:
    code, said, err = run("simulate", f"capture:{tmp_path / 'x'}", "--load", "hold:5")
    assert (code, said) == (2, "") and "takes no load" in err and err.count("\n") == 1


# ports and identify


def test_ports_lists_what_the_system_tells(run: Any) -> None:
    found = list_ports()
    code, out, _ = run("ports", "--json")
    fields = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and [row["url"] for row in fields] == [port.url for port in found]
    code, out, err = run("ports")
    assert code == 0 and all(port.url in out for port in found) and (found or "No serial port" in err)


def test_ports_says_which_adapter_cannot_be_known_again(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from serial.tools import list_ports
    from serial.tools.list_ports_common import ListPortInfo

    adapter = ListPortInfo("COM7")
    adapter.vid, adapter.pid, adapter.location, adapter.product = 0x1A86, 0x7523, "1-2", "USB Serial"
    own = ListPortInfo("COM3")
    own.vid, own.pid, own.serial_number = 0x0403, 0x6001, "A10K3XYZ"
    monkeypatch.setattr(list_ports, "comports", lambda: [adapter, own])
    code, out, _ = run("ports", "--json")
    first, second = map(json.loads, out.splitlines())
    assert code == 0 and (first["url"], first["doubt"]) == ("COM3", "")
    assert (second["vid"], second["pid"], second["location"]) == (0x1A86, 0x7523, "1-2")
    assert second["doubt"] == "no serial number: known again only by its USB socket"
    assert "1a86:7523" in run("ports")[1] and "no serial number" in run("ports")[1]


def test_identify_names_the_gauge_and_shows_why(run: Any, clock: SharedClock) -> None:
    with Server(simulated("mark10", load="hold:5"), clock_ns=clock.device) as server:
        code, out, err = run("identify", server.url, "--seconds", "0.2")
        assert code == 0 and out.startswith("sure") and err == ""
        assert r"115200 baud, sent LIST\r, received V1.00;" in out
        code, out, _ = run("identify", server.url, "--seconds", "0.2", "--json")
    found = json.loads(out)
    assert code == 0 and found["gauges"][0]["gauge"] == "mark10" and found["gauges"][0]["confidence"] == "sure"
    assert found["gauges"][0]["evidence"][0]["sent"] == "LIST\\r"


def test_identify_says_what_to_try_where_nothing_answers(
    run: Any, mute: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(identify.__kwdefaults__, "answer_s", 0.02)  # nobody will answer: no need to wait for it
    code, out, err = run("identify", mute, "--seconds", "0.05")
    assert (code, out) == (1, "") and "nothing answered" in err and "switched on" in err
    code, out, err = run("identify", tmp_path / "ttyUSB9", "--seconds", "0.05")
    assert (code, out) == (2, "") and "no such port" in err and err.count("\n") == 1


def test_identify_shows_what_it_cannot_read(run: Any, tmp_path: Path, clock: SharedClock) -> None:
    path = tmp_path / "odd.jsonl"
    header = {"format": "qst-capture/1", "url": "x", "gauge": None, "baud": 9600, "utc": "", "program": ""}
    lines = [{"t_ns": n * 10_000_000, "dir": "rx", "hex": b"<<?>>\r\n".hex()} for n in range(500)]
    path.write_text("".join(json.dumps(line) + "\n" for line in [header, *lines]))
    with Server(replayed(path), clock_ns=clock.device) as server:
        code, out, err = run("identify", server.url, "--seconds", "0.1")
    assert (code, out) == (1, "") and "<<?>>" in err and "capture" in err
