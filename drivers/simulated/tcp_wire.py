"""A simulated device's end of a TCP connection."""

from __future__ import annotations

import contextlib
import select
import socket


class TcpWire:
    """Listens on the loopback interface and serves one client at a time.

    Parameters
    ----------
    port : int
        0: any free one.
    """

    def __init__(self, port: int = 0) -> None:
        self._listener = socket.create_server(("127.0.0.1", port))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"socket://127.0.0.1:{self.port}"
        self._client: socket.socket | None = None

    def opened(self) -> bool:
        """Whether a client has connected since the last call."""
        if not select.select([self._listener], [], [], 0)[0]:
            return False
        client, _ = self._listener.accept()
        if self._client is not None:
            client.close()
            return False
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.setblocking(False)
        self._client = client
        return True

    def receive(self, wait_s: float) -> bytes:
        """What the client sent; waits `wait_s` at most."""
        readable, _, _ = select.select([self._client or self._listener], [], [], wait_s)
        if not readable or self._client is None:
            return b""
        data = b""
        with contextlib.suppress(ConnectionError):
            data = self._client.recv(4096)
        if not data:
            self._hang_up()
        return data

    def send(self, data: bytes) -> None:
        """Send; bytes that nobody takes are lost, as on a serial line."""
        if self._client is None or not data:
            return
        try:
            self._client.send(data)
        except BlockingIOError:
            return
        except ConnectionError:
            self._hang_up()

    def obstruct(self, *, locked: bool, forbidden: bool) -> None:
        """Nothing: a TCP port has neither lock nor permissions, and the server refuses such a fault."""

    def close(self) -> None:
        """Break the connection and stop listening."""
        self._hang_up()
        self._listener.close()

    def _hang_up(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None
