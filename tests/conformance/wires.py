"""The ways to reach a served device. All but one go through pyserial; the reader cannot tell them apart.

What a transport has to bring is `drivers.link.Link`: read what is there, write, forget, close, and one exception
for each of "does not open" and "broke". `SocketLink` below is all it takes to do without pyserial.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Literal
from urllib.parse import urlsplit

import serial

from drivers.link import Link, LinkLost, LinkUnavailable, SerialLink, open_link
from drivers.simulated.server import Transport
from drivers.spec import GaugeSpec

WireName = Literal["terminal", "pyserial", "pyserial socket", "socket"]


class SocketLink:
    """A TCP connection without pyserial."""

    def __init__(self, url: str) -> None:
        self.url = url
        parts = urlsplit(url)
        try:
            self._socket = socket.create_connection((parts.hostname, parts.port), timeout=1.0)
        except OSError as error:
            raise LinkUnavailable(url, "missing", str(error)) from error

    def read(self, max_wait_s: float) -> bytes:
        """Whatever is there; empty after `max_wait_s`."""
        self._socket.settimeout(max(max_wait_s, 1e-4))
        try:
            data = self._socket.recv(4096)
        except TimeoutError:
            return b""
        except OSError as error:
            raise LinkLost(self.url, str(error)) from error
        if not data:
            raise LinkLost(self.url, "closed by the device")
        return data

    def write(self, data: bytes) -> None:
        """Send."""
        try:
            self._socket.sendall(data)
        except OSError as error:
            raise LinkLost(self.url, str(error)) from error

    def flush_input(self) -> None:
        """Forget what is there."""
        while self.read(0.0):
            pass

    def close(self) -> None:
        """Close."""
        self._socket.close()


def _plain_pyserial(url: str, spec: GaugeSpec) -> Link:
    """A serial port read by pyserial itself."""
    try:
        port = serial.Serial(url, spec.baud, timeout=0.005, write_timeout=1.0, exclusive=True)
    except serial.SerialException as error:
        raise LinkUnavailable(url, "other", str(error)) from error
    return SerialLink(url, port)


WIRES: dict[WireName, tuple[Transport, Callable[[str, GaugeSpec], Link]]] = {
    "terminal": ("pty", open_link),
    "pyserial": ("pty", _plain_pyserial),
    "pyserial socket": ("tcp", open_link),
    "socket": ("tcp", lambda url, _spec: SocketLink(url)),
}
"""How the device is served, and how it is opened."""
