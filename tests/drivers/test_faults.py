"""What a scripted fault does to bytes, to a port, and to a script that cannot work."""

from __future__ import annotations

import errno
import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.catalogue import gauge
from drivers.link import LinkLost, LinkUnavailable, open_link
from drivers.messages import Garbled
from drivers.simulated.device import SimulatedDevice, simulated, simulated_button
from drivers.simulated.faults import KINDS, FaultError, FaultScript, parse_faults
from drivers.simulated.line_faults import at_twice_the_baud, ended_by_cr, with_parity_bit
from drivers.simulated.server import Server
from drivers.simulated.usb_bridge import LATENCY_NS, UsbBridge
from tests.drivers.clocks import SetClock

pytestmark = pytest.mark.usefixtures("no_leaked_handles")

MS = 1_000_000
S = 1_000 * MS
NOBODY = 65_534
Wait = Callable[[Callable[[], object]], None]


def text_line(faults: str, load: str = "ramp:5:50") -> SimulatedDevice:
    device = simulated("text-line", load=load, faults=faults)
    device.power_on(0)
    return device


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of the superuser, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def is_taken(url: str) -> bool:
    """Whether another program has the port now; it is let go at once."""
    try:
        open_link(url, gauge("text-line")).close()
    except LinkUnavailable as refused:
        return refused.reason == "busy"
    return False


@given(line=st.binary(max_size=40))
def test_a_parity_bit_makes_the_number_of_ones_even(line: bytes) -> None:
    seven_bits = bytes(byte & 0x7F for byte in line)
    arrived = with_parity_bit(seven_bits)
    assert all(byte.bit_count() % 2 == 0 for byte in arrived)
    assert bytes(byte & 0x7F for byte in arrived) == seven_bits


def test_half_the_baud_rate_shows_each_bit_twice() -> None:
    # U is 0x55: start 0, then 1 0 1 0 1 0 1 0, stop 1. Sampled twice a bit, lowest bit first:
    # 0 01100110, no stop bit, idle until the next 0; then 0 0110011 and the idle line.
    assert at_twice_the_baud(b"U") == bytes([0b01100110, 0b11100110])
    assert at_twice_the_baud(b"\xff") == b"\xfe"
    assert at_twice_the_baud(b"") == b""


@given(number=st.floats(0, 999), unit=st.sampled_from(["N", "lbF", "kgF"]))
def test_a_line_at_half_the_baud_rate_has_no_end_and_no_reading(number: float, unit: str) -> None:
    arrived = at_twice_the_baud(f"{number:.2f} {unit}\r\n".encode())
    assert not set(arrived) & set(b"\r\n")
    codec = gauge("mark10").codec(gauge("mark10"))
    assert all(isinstance(message, Garbled) for message in codec.feed(20 * arrived))


def test_cr_takes_the_place_of_any_line_end() -> None:
    assert [ended_by_cr(line) for line in (b"1 N\r\n", b"1 N\n", b"1 N\r", b"1 N")] == [*[b"1 N\r"] * 3, b"1 N"]


@given(pieces=st.lists(st.tuples(st.integers(0, 3 * LATENCY_NS), st.binary(max_size=200)), max_size=30))
def test_a_bridge_holds_no_byte_longer_than_its_timer_and_loses_none(pieces: list[tuple[int, bytes]]) -> None:
    bridge, sent, arrived = UsbBridge(), b"", b""
    moments = dict.fromkeys(range(0, 4 * LATENCY_NS + 1, LATENCY_NS), b"")
    for t_ns, data in pieces:
        moments[t_ns] = moments.get(t_ns, b"") + data
    for t_ns, data in sorted(moments.items()):
        sent += data
        arrived += bridge.carry(data, t_ns, batching=True)
        assert sent.startswith(arrived)
        assert len(sent) - len(arrived) < 62
        assert t_ns % LATENCY_NS or arrived == sent


def test_readings_behind_a_bridge_come_in_packets_on_its_ticks() -> None:
    device = text_line("batch@0s:10s")
    for t_ns in range(MS, 2 * S, MS):
        packet = device.advance(t_ns)
        assert not packet or t_ns % LATENCY_NS == 0 or len(packet) % 62 == 0
    assert device.advance(10 * S)


def test_a_stuck_gauge_shows_what_it_showed_when_it_stuck() -> None:
    device = text_line("stuck@2s:3s")
    device.advance(2 * S - 1)
    assert set(device.advance(5 * S - 1).splitlines()) == {b"10.00 N"}
    assert float(device.advance(6 * S).splitlines()[0].split()[0]) > 24.9


@pytest.mark.parametrize(("fault", "back_ns"), [("reboot@2s", 2200 * MS), ("sleep@2s", 5 * S)])
def test_a_device_that_restarts_is_mute_and_begins_with_its_banner(fault: str, back_ns: int) -> None:
    device = text_line(fault)
    device.advance(2 * S - 1)
    assert device.handle(b"t", back_ns - 1) == b""
    assert device.advance(back_ns) == b"Starting...\r\n"
    assert device.advance(back_ns + S).count(b" N\r\n") == 80


def test_a_device_that_restarts_has_forgotten_the_order_to_stream() -> None:
    device = simulated("mark10", load="hold:5", faults="reboot@1s")
    device.power_on(0)
    assert device.handle(b"AOUT50\r", 0) == b""
    assert device.advance(S).startswith(b"5.00 N")
    assert device.advance(4 * S) == b""
    assert device.handle(b"?\r", 4 * S) == b"5.00 N\r\n"


@pytest.mark.parametrize(
    ("name", "reply"),
    [("mark10", b"*10\r\n"), ("imada-ds2", b"E\r"), ("mt-sics", b"ES\r\n"), ("kern", b"Error\r\n")],
)
def test_an_error_reply_is_one_of_the_gauge(name: str, reply: bytes) -> None:
    device = simulated(name, faults="error@1s")
    device.power_on(0)
    assert device.handle(gauge(name).poll or b"", S).lstrip() == reply
    assert device.handle(gauge(name).poll or b"", S) != reply


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: simulated("lutron", faults="error@1s"), "no error reply"),
        (lambda: simulated_button(faults="stuck@1s"), "sensor"),
        (lambda: simulated_button(faults="overload@1s"), "sensor"),
        (lambda: Server(simulated("mark10", faults="busy@0s"), transport="tcp"), "'busy'.*allowed: 'pty'"),
        (lambda: Server(simulated("mark10", faults="deny@0s"), transport="tcp"), "'deny'.*allowed: 'pty'"),
        (lambda: FaultScript(parse_faults("error@1s")), "no error reply"),
        (lambda: parse_faults("late@1s"), ", ".join(KINDS)),
    ],
)
def test_a_fault_that_a_device_cannot_have_is_refused(make: Callable[[], object], says: str) -> None:
    with pytest.raises(FaultError, match=says):
        make()


def test_every_fault_has_its_row_in_the_reference() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/faults.md").read_text(encoding="utf-8")
    assert [row for row in KINDS if f"\n| `{row}` |" not in page] == []


def test_a_port_that_another_program_has_locked_is_busy_until_it_lets_go(wait_until: Wait) -> None:
    clock = SetClock()
    with Server(simulated("text-line", faults="busy@0s:400ms"), clock_ns=clock) as server:
        with pytest.raises(LinkUnavailable, match="another program is using the port") as refused:
            open_link(server.url, gauge("text-line"))
        assert refused.value.reason == "busy"
        clock.now_ns = 450 * MS
        wait_until(lambda: not is_taken(server.url))


def test_a_lock_does_not_push_out_who_is_on_the_port_already(wait_until: Wait) -> None:
    clock = SetClock()
    with Server(simulated("text-line", faults="busy@300ms:60s"), clock_ns=clock) as server:
        port = open_link(server.url, gauge("text-line"))
        clock.now_ns = 400 * MS
        wait_until(lambda: port.read(0.1))
        port.flush_input()
        clock.now_ns = 500 * MS
        wait_until(lambda: port.read(0.1))
        port.close()
        wait_until(lambda: is_taken(server.url))


def test_a_port_without_permissions_is_denied_until_they_come_back(wait_until: Wait) -> None:
    clock = SetClock()
    with Server(simulated("text-line", faults="deny@0s:400ms"), clock_ns=clock) as server:
        url = os.path.realpath(server.url)
        with as_nobody(), pytest.raises(LinkUnavailable, match="dialout") as refused:
            open_link(url, gauge("text-line"))
        assert refused.value.reason == "denied"
        clock.now_ns = 450 * MS
        wait_until(lambda: os.stat(url).st_mode & 0o600 == 0o600)
        open_link(url, gauge("text-line")).close()


_LOCKING_PROGRAM = """
import serial, sys
port = serial.Serial(sys.argv[1], exclusive=True)
print("open", flush=True)
sys.stdin.read()
"""


def test_a_second_process_on_the_port_is_told_as_such() -> None:
    with Server(simulated("text-line")) as server:
        other = subprocess.Popen(
            [sys.executable, "-c", _LOCKING_PROGRAM, server.url], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        with other:
            assert other.stdout is not None and other.stdout.readline() == b"open\n"
            with pytest.raises(LinkUnavailable) as refused:
                open_link(server.url, gauge("text-line"))
            assert refused.value.reason == "busy"
            other.communicate()
        open_link(server.url, gauge("text-line")).close()


def test_a_second_process_that_asks_for_the_lock_does_not_get_the_port() -> None:
    with Server(simulated("text-line")) as server:
        port = open_link(server.url, gauge("text-line"))
        other = [sys.executable, "-c", _LOCKING_PROGRAM, server.url]
        done = subprocess.run(other, check=False, input=b"", capture_output=True, timeout=30)
        assert done.returncode != 0 and b"exclusively lock" in done.stderr
        port.close()


@pytest.mark.parametrize("inside", [False, True], ids=["has read", "is inside the read"])
def test_a_second_reader_who_takes_bytes_without_a_lock_is_a_lost_link_and_named(
    inside: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server(simulated("loadstar-di1000", load="hold:5")) as server:
        port = open_link(server.url, gauge("loadstar-di1000"))
        thief = os.open(server.url, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)

        def selected_and_stolen(*arguments: Any) -> Any:
            ready = select.select(*arguments)
            if ready[0]:
                assert os.read(thief, 4096)
            return ready

        def refused(_descriptor: int, _size: int) -> bytes:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

        port.write(b"wc\r")
        with monkeypatch.context() as patch:
            patch.setattr("drivers.link.select", SimpleNamespace(select=selected_and_stolen))
            if inside:
                patch.setattr("drivers.link.os", SimpleNamespace(read=refused))
            with pytest.raises(LinkLost, match="another program reads it too"):
                port.read(30)
        os.close(thief)
        port.close()
