"""Space set aside while there is some, given back when the disk is full so that a session closes properly."""

from __future__ import annotations

import os
from pathlib import Path

_BLOCK_BYTES = 1 << 20


class Ballast:
    """A file of `size` bytes that holds nothing of value."""

    def __init__(self, path: Path, size: int) -> None:
        self._path = path
        self._size = size

    def fill(self) -> None:
        """Occupy the space; raises `OSError` where there is not enough, and then occupies none."""
        block = os.urandom(_BLOCK_BYTES)  # file systems that compress would give no room to zeros
        try:
            with self._path.open("wb") as file:
                for start in range(0, self._size, _BLOCK_BYTES):
                    file.write(block[: self._size - start])
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            self._path.unlink(missing_ok=True)
            raise

    def release(self) -> bool:
        """Give the space back; False where it had been given back before."""
        try:
            self._path.unlink()
        except FileNotFoundError:
            return False
        return True
