"""Serial ports and sockets, with one kind of error for each thing that can go wrong."""

from __future__ import annotations

import errno
import math
import os
import select
import sys
from typing import Final, Literal, Protocol, TypeAlias
from urllib.parse import urlsplit

import serial

from drivers.ports import PortInfo
from drivers.spec import GaugeSpec

if sys.platform == "win32":
    _BROKEN: Final[tuple[type[Exception], ...]] = (OSError,)
else:
    import termios

    # Flushing a port whose device is gone raises termios.error, which is no OSError.
    _BROKEN: Final[tuple[type[Exception], ...]] = (OSError, termios.error)

_TICK_S: Final = 0.005
_WRITE_WITHIN_S: Final = 1.0
_CHUNK: Final = 4096

Obstacle: TypeAlias = Literal["missing", "denied", "busy", "invalid", "other"]

_REMEDY: Final[dict[Obstacle, tuple[str, str]]] = {
    "missing": (
        "there is no such port",
        "Plug the device in, switch it on, and choose its port from the list.",
    ),
    "denied": (
        "this user may not use the port",
        "On Linux add the user to the group that owns the port (dialout, on some systems uucp) and log in "
        "again; on Windows close the program that holds the port.",
    ),
    "busy": (
        "another program is using the port",
        "Close that program (a terminal, the maker's software, a second window of this one) and try again.",
    ),
    "invalid": (
        "this is not a port",
        "Give a device path, a COM name, or socket://HOST:PORT.",
    ),
    "other": (
        "the port could not be opened",
        "Unplug the device, plug it in again, and try once more.",
    ),
}


class LinkUnavailable(Exception):
    """A port that cannot be opened.

    Attributes
    ----------
    url, reason, what, remedy : str
        `reason` is stable; `what` and `remedy` are for a person.
    """

    def __init__(self, url: str, reason: Obstacle, detail: str) -> None:
        self.url = url
        self.reason = reason
        self.what, self.remedy = _REMEDY[reason]
        self.detail = detail
        super().__init__(f"{url}: {self.what} ({detail}). {self.remedy}")


class LinkLost(Exception):
    """An open link that broke: the cable was pulled, or the other side closed.

    Attributes
    ----------
    url, why : str
    """

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url}: connection lost ({why})")
        self.url = url
        self.why = why


class Link(Protocol):
    """An open byte pipe to a device. Every method but `close` raises `LinkLost` when it breaks."""

    @property
    def url(self) -> str:
        """What was opened."""

    def read(self, max_wait_s: float, /) -> bytes:
        """Whatever is there as soon as something is; empty after about `max_wait_s`."""

    def write(self, data: bytes) -> None:
        """Send all of `data`."""

    def flush_input(self) -> None:
        """Forget what arrived and was not read."""

    def close(self) -> None:
        """Close; never fails, may be called twice."""


class SerialLink:
    """A `Link` over any port of pyserial."""

    def __init__(self, url: str, port: serial.Serial) -> None:
        self.url = url
        self._port = port

    def read(self, max_wait_s: float) -> bytes:
        """Whatever is there as soon as something is; empty after about `max_wait_s`."""
        try:
            return self._arrived(max_wait_s)
        except _BROKEN as error:
            raise LinkLost(self.url, _reason(error)) from error

    def write(self, data: bytes) -> None:
        """Send all of `data`."""
        try:
            self._port.write(data)
        except _BROKEN as error:
            raise LinkLost(self.url, _reason(error)) from error

    def flush_input(self) -> None:
        """Forget what arrived and was not read."""
        try:
            self._port.reset_input_buffer()
        except _BROKEN as error:
            raise LinkLost(self.url, _reason(error)) from error

    def close(self) -> None:
        """Close; never fails, may be called twice."""
        # pyserial forgets a socket whose peer is gone without closing it.
        socket = getattr(self._port, "_socket", None)
        try:
            self._port.close()
        except _BROKEN:
            return  # the device went first; its handle is gone with it
        finally:
            if socket is not None:
                socket.close()

    def _arrived(self, max_wait_s: float) -> bytes:
        # The port's own timeout is set once: assigning it configures the port anew each time.
        for _ in range(max(1, math.ceil(max_wait_s / _TICK_S))):
            data: bytes = self._port.read(1)
            if data:
                return data + self._rest()
        return b""

    def _rest(self) -> bytes:
        data = bytearray()
        # A socket reports one byte waiting, however many there are.
        while len(data) < _CHUNK and (waiting := self._port.in_waiting):
            data += self._port.read(min(waiting, _CHUNK))
        return bytes(data)


class TerminalLink(SerialLink):
    """A `Link` over a POSIX serial port: pyserial opens and sets it up, its descriptor is read directly.

    pyserial asks the system twice for each read and twice more for the bytes that wait.
    """

    def _arrived(self, max_wait_s: float) -> bytes:
        descriptor = self._port.fileno()
        readable, _, _ = select.select([descriptor], [], [], max_wait_s)
        if not readable:
            return b""
        try:
            data = os.read(descriptor, _CHUNK)
        except BlockingIOError:
            # Linux refuses so where another reader is inside the terminal's own read at this moment.
            data = b""
        if not data:
            raise OSError(errno.EIO, "ready to be read, gives nothing: unplugged, or another program reads it too")
        return data


def open_link(url: str, spec: GaugeSpec) -> Link:
    """Open a port for this program alone.

    Parameters
    ----------
    url : str
        A device path, a COM name, or `socket://HOST:PORT`.
    spec : GaugeSpec
        Its link settings; a socket ignores them.

    Raises
    ------
    LinkUnavailable
    """
    try:
        _check_socket(url)
        port = serial.serial_for_url(
            url,
            do_not_open=True,
            baudrate=spec.baud,
            bytesize=spec.bytesize,
            parity=spec.parity,
            stopbits=spec.stopbits,
            timeout=_TICK_S,
            write_timeout=_WRITE_WITHIN_S,
            exclusive=True,
        )
        port.open()
    except ValueError as error:
        raise LinkUnavailable(url, "invalid", str(error)) from error
    except _BROKEN as error:
        raise LinkUnavailable(url, _obstacle(error), _reason(error)) from error
    # A socket of pyserial is a port of another class, which no select on Windows would take either.
    terminal = sys.platform != "win32" and isinstance(port, serial.Serial)
    return TerminalLink(url, port) if terminal else SerialLink(url, port)


def _check_socket(url: str) -> None:
    """Raise ValueError for a socket without host or port, which pyserial reports in riddles."""
    parts = urlsplit(url)
    if parts.scheme == "socket" and (not parts.hostname or parts.port is None):
        raise ValueError("HOST or PORT missing")


def _obstacle(error: Exception) -> Obstacle:
    code = getattr(error, "errno", None)
    text = str(error)
    if code in (errno.EAGAIN, errno.EWOULDBLOCK, errno.EBUSY) or "exclusively lock" in text:
        return "busy"
    # On Windows the system error is only in the text, and a held port reads "Access is denied".
    if "PermissionError(13" in text:
        return "busy"
    if code in (errno.EACCES, errno.EPERM):
        return "denied"
    if code in (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTDIR) or "FileNotFoundError" in text:
        return "missing"
    if "Connection refused" in text or "Name or service" in text or "timed out" in text:
        return "missing"
    if code in (errno.ENOTTY, errno.EISDIR) or "Could not configure port" in text:
        return "invalid"
    return "other"


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__


def list_ports() -> tuple[PortInfo, ...]:
    """The serial ports of this computer, by name. None is opened: opening a Bluetooth port can hang.

    Pseudo-terminals and sockets are in no list; their URL has to be typed.
    """
    from serial.tools.list_ports import comports  # loads the system's own libraries, which only this list needs

    return tuple(
        PortInfo(
            url=port.device,
            vid=port.vid,
            pid=port.pid,
            serial_number=port.serial_number,
            product=port.product,
            location=port.location,
        )
        for port in sorted(comports())
    )
