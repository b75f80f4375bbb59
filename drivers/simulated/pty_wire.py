"""A simulated device's end of a pseudo-terminal (POSIX)."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import tty
from pathlib import Path


class PtyWire:
    """A pseudo-terminal under a name that stays when the device is unplugged and comes back.

    Parameters
    ----------
    path : Path
        Where the symbolic link to the terminal is made.
    locked, forbidden : bool
        As in `obstruct`, from the first moment on.
    """

    def __init__(self, path: Path, *, locked: bool = False, forbidden: bool = False) -> None:
        # Our own handle of the slave keeps the master readable while no client has it open.
        self._master, self._slave = pty.openpty()
        # A fresh terminal echoes and rewrites line ends until it is raw.
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self._locked = self._forbidden = False
        self.obstruct(locked=locked, forbidden=forbidden)
        self._path = path
        self._path.symlink_to(os.ttyname(self._slave))
        self.url = str(path)
        self._fresh = True

    def obstruct(self, *, locked: bool, forbidden: bool) -> None:
        """Keep others from opening the terminal, or let them again.

        Parameters
        ----------
        locked : bool
            Hold the lock that an exclusive opener takes. While a client has it, this does nothing.
        forbidden : bool
            Take away every permission. The superuser does not notice.
        """
        if forbidden != self._forbidden:
            os.fchmod(self._slave, 0 if forbidden else 0o600)
            self._forbidden = forbidden
        if locked and not self._locked:
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(self._slave, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self._locked = True
        elif self._locked and not locked:
            fcntl.flock(self._slave, fcntl.LOCK_UN)
            self._locked = False

    def opened(self) -> bool:
        """Whether the device was plugged in since the last call: a terminal does not tell who opens it."""
        fresh, self._fresh = self._fresh, False
        return fresh

    def receive(self, wait_s: float) -> bytes:
        """What the client sent; waits `wait_s` at most."""
        readable, _, _ = select.select([self._master], [], [], wait_s)
        return os.read(self._master, 4096) if readable else b""

    def send(self, data: bytes) -> None:
        """Send; bytes that nobody takes are lost, as on a serial line."""
        if data:
            with contextlib.suppress(BlockingIOError):
                os.write(self._master, data)

    def close(self) -> None:
        """Take the terminal away, which the client sees as an unplugged device."""
        self._path.unlink(missing_ok=True)
        os.close(self._master)
        os.close(self._slave)
