"""JSON objects, one a line, over a pipe: bytes in, objects out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

LONGEST_LINE = 16_000_000  # bytes; a review of the longest visit is far below


@dataclass(frozen=True, slots=True, kw_only=True)
class Garbage:
    """A line that is no JSON object, shortened for a message."""

    text: str


class JsonLines:
    """Assembles lines from any chunking of a byte stream."""

    def __init__(self) -> None:
        self._held = b""

    def feed(self, data: bytes) -> list[Json | Garbage]:
        """Take bytes; give what has become complete. Blank lines are skipped.

        A line beyond `LONGEST_LINE` is given as `Garbage` and reading goes on after it.
        """
        *lines, self._held = (self._held + data).split(b"\n")
        if len(self._held) > LONGEST_LINE:
            lines.append(self._held)
            self._held = b""
        return [_decoded(line) for line in lines if line.strip()]


def encoded(message: Json) -> bytes:
    """A message as one line."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _decoded(line: bytes) -> Json | Garbage:
    try:
        message = json.loads(line)
    except ValueError:  # also bytes that are no UTF-8
        return Garbage(text=line[:120].decode("utf-8", "replace"))
    return message if isinstance(message, dict) else Garbage(text=line[:120].decode("utf-8", "replace"))
