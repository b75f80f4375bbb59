"""Making files and directory entries survive a power cut."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def fsync_file(path: Path) -> None:
    """Write the content of `path` through to the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def fsync_directory(path: Path) -> None:
    """Write the entries of the directory `path` through to the disk."""
    if sys.platform == "win32":
        return  # Windows cannot open a directory for this; NTFS journals its entries itself.
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
