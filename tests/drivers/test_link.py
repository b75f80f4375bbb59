"""Real pyserial on real pseudo-terminals and sockets."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
import serial

from drivers import link
from drivers.catalogue import gauge
from drivers.link import Link, LinkLost, LinkUnavailable, open_link
from drivers.simulated.device import simulated
from drivers.simulated.server import Server, Transport
from tests.drivers.clocks import SetClock

SPEC = gauge("text-line")
pytestmark = pytest.mark.usefixtures("no_leaked_handles")

TRANSPORTS: list[Transport] = ["pty", "tcp"]


def read_until(port: Link, enough: int) -> bytes:
    data = b""
    while len(data) < enough:
        data += port.read(1.0)
    return data


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_bytes_go_both_ways(transport: Transport) -> None:
    with Server(simulated("imada-ds2", load="hold:12.3"), transport=transport) as server:
        port = open_link(server.url, gauge("imada-ds2"))
        port.write(b"D\r")
        data = b""
        while b"NTO" not in data:
            data += port.read(1.0)
        assert data.endswith(b"+012.3NTO\r")
        port.flush_input()
        assert port.read(0.0) == b""
        port.close()
        port.close()


def test_a_second_opener_is_told_that_the_port_is_in_use() -> None:
    with Server(simulated("text-line")) as server:
        port = open_link(server.url, SPEC)
        with pytest.raises(LinkUnavailable, match="another program is using the port") as refused:
            open_link(server.url, SPEC)
        assert refused.value.reason == "busy"
        port.close()
        open_link(server.url, SPEC).close()


def test_a_missing_port(tmp_path: Path) -> None:
    with pytest.raises(LinkUnavailable, match="no such port") as refused:
        open_link(str(tmp_path / "ttyUSB9"), SPEC)
    assert refused.value.reason == "missing"


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"socket://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(LinkUnavailable, match="no such port"):
        open_link(url, SPEC)


@pytest.mark.parametrize("url", ["nonsense://x", "socket://nowhere", "socket://127.0.0.1:99999"])
def test_a_bad_url(url: str) -> None:
    with pytest.raises(LinkUnavailable, match="socket://HOST:PORT") as refused:
        open_link(url, SPEC)
    assert refused.value.reason == "invalid"


def test_a_file_is_no_port(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    with pytest.raises(LinkUnavailable) as refused:
        open_link(str(path), SPEC)
    assert refused.value.reason == "invalid"


def test_without_permission_the_group_is_named() -> None:
    root = os.geteuid() == 0
    with Server(simulated("text-line")) as server:
        terminal = os.path.realpath(server.url)
        os.chmod(terminal, 0)
        if root:
            os.seteuid(65534)
        try:
            with pytest.raises(LinkUnavailable, match="dialout") as refused:
                open_link(terminal, SPEC)
        finally:
            if root:
                os.seteuid(0)
    assert refused.value.reason == "denied"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("could not open port 'COM5': PermissionError(13, 'Access is denied.', None, 5)", "busy"),
        (
            "could not open port 'COM9': FileNotFoundError(2, 'The system cannot find the file', None, 2)",
            "missing",
        ),
        ("could not open port 'COM5': OSError(22, 'A device attached is not functioning.', None, 31)", "other"),
    ],
)
def test_what_windows_says_is_understood(monkeypatch: pytest.MonkeyPatch, text: str, reason: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise serial.SerialException(text)

    monkeypatch.setattr(link.serial, "serial_for_url", refuse)
    with pytest.raises(LinkUnavailable) as refused:
        open_link("COM5", SPEC)
    assert refused.value.reason == reason


@pytest.mark.parametrize("transport", TRANSPORTS)
@pytest.mark.parametrize("call", ["read", "flush_input"])
def test_an_unplugged_device_is_a_lost_link(
    transport: Transport, call: str, wait_until: Callable[[Callable[[], object]], None]
) -> None:
    clock = SetClock()
    device = simulated("imada-ds2", faults="unplug@100ms:60s")
    with Server(device, transport=transport, clock_ns=clock) as server:
        port = open_link(server.url, gauge("imada-ds2"))
        clock.now_ns = 150_000_000

        def use() -> bool:
            if call == "flush_input" and transport == "pty":
                port.flush_input()
            else:
                port.read(0.05)
            return False

        with pytest.raises(LinkLost) as lost:
            wait_until(use)
        assert lost.value.url == server.url
        assert lost.value.why
        port.close()


def test_writing_to_an_unplugged_terminal_is_a_lost_link(
    wait_until: Callable[[Callable[[], object]], None],
) -> None:
    clock = SetClock()
    with Server(simulated("imada-ds2", faults="unplug@100ms:60s"), clock_ns=clock) as server:
        port = open_link(server.url, gauge("imada-ds2"))
        clock.now_ns = 150_000_000
        with pytest.raises(LinkLost):
            wait_until(lambda: port.write(b"D\r"))
        port.close()


def test_a_second_client_of_a_socket_is_turned_away() -> None:
    with Server(simulated("imada-ds2"), transport="tcp") as server:
        first = open_link(server.url, gauge("imada-ds2"))
        first.write(b"D\r")
        read_until(first, 10)
        second = open_link(server.url, gauge("imada-ds2"))
        with pytest.raises(LinkLost):
            read_until(second, 1)
        second.close()
        first.close()
