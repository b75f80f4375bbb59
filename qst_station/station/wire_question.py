"""A port that the user named is asked which device is behind it, beside the engine's turn."""

from __future__ import annotations

import threading
import time
from typing import Any, Final, Literal

from drivers.catalogue import GAUGES
from drivers.identify import Candidate, Evidence, Identification, identify
from drivers.link import Link, LinkLost, LinkUnavailable, open_link
from drivers.messages import Notice, one_by_one
from drivers.spec import GaugeSpec
from qst_station.acquisition.identity import unit_number

LONGEST_S: Final = 60.0
"""All questions with all their waits take less; a device that chatters on must not keep its port for ever."""

_WHY: Final = {
    "sure": "it said who it is",
    "likely": "it sends values as this gauge does",
    "possible": "something of what it sent this gauge sends too",
}
_SHOWN: Final = 60


class _BoundedLink:
    """A link that breaks when the question is taken back or has taken too long."""

    def __init__(self, link: Link, question: WireQuestion) -> None:
        self._link = link
        self._question = question

    @property
    def url(self) -> str:
        return self._link.url

    def read(self, max_wait_s: float, /) -> bytes:
        self._question.go_on()
        return self._link.read(max_wait_s)

    def write(self, data: bytes) -> None:
        self._question.go_on()
        self._link.write(data)

    def flush_input(self) -> None:
        self._link.flush_input()

    def close(self) -> None:
        self._link.close()


class WireQuestion:
    """One port, asked once. It starts at once, in a thread of its own.

    Parameters
    ----------
    url : str
        What the user named; nothing else is opened.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.state: Literal["running", "done", "failed", "cancelled"] = "running"
        self.why = ""
        self.remedy = ""
        self._found: Identification | None = None
        self._cancelled = threading.Event()
        self._until_s = time.monotonic() + LONGEST_S
        self._thread = threading.Thread(target=self._ask, name=f"asking {url}", daemon=True)
        self._thread.start()

    @property
    def holds_port(self) -> bool:
        """Whether the port may still be open for the question."""
        return self._thread.is_alive()

    def cancel(self) -> None:
        """Take the question back. The port is closed within a second, unless the system hangs in opening it."""
        self._cancelled.set()
        if self.state == "running":
            self.state = "cancelled"

    def close(self, within_s: float = 2.0) -> None:
        """Take the question back and wait for the port to be closed, though not for ever."""
        self.cancel()
        self._thread.join(within_s)

    def go_on(self) -> None:
        """Raise `LinkLost` where the question should end."""
        if self._cancelled.is_set():
            raise LinkLost(self.url, "the question was taken back")
        if time.monotonic() > self._until_s:
            raise LinkLost(self.url, f"no gauge was recognised within {LONGEST_S:g} s")

    def shown(self) -> dict[str, Any]:
        """How the question stands, as plain data."""
        found = self._found if self.state == "done" else None
        return {
            "url": self.url,
            "state": self.state,
            "why": self.why,
            "remedy": self.remedy,
            "gauges": [_candidate(candidate) for candidate in found.candidates] if found else [],
            "received": [_evidence(piece) for piece in found.received] if found else [],
        }

    def _ask(self) -> None:
        try:
            found = identify(self._open)
        except LinkUnavailable as fault:
            self._end("failed", f"{fault.what} ({fault.detail})", fault.remedy)
        except LinkLost as lost:
            self._end("failed", lost.why, "Plug it in again and ask once more.")
        except Exception as error:
            self._end("failed", f"internal error: {error!r}", "Report this to support.")
            raise
        else:
            self._found = found
            self._end("done", "", "")

    def _end(self, state: Literal["done", "failed"], why: str, remedy: str) -> None:
        if not self._cancelled.is_set():
            self.why, self.remedy, self.state = why, remedy, state

    def _open(self, spec: GaugeSpec) -> Link:
        self.go_on()
        return _BoundedLink(open_link(self.url, spec), self)


def _candidate(candidate: Candidate) -> dict[str, Any]:
    spec = candidate.spec
    told = _told(spec, candidate.evidence)
    return {
        "gauge": spec.name,
        "title": spec.title,
        "confidence": candidate.confidence,
        "why": _WHY[candidate.confidence],
        "baud": spec.baud,
        "told": told,
        "unit": unit_number(spec.name, told),
    }


def _told(spec: GaugeSpec, evidence: tuple[Evidence, ...]) -> str:
    """What the device said of itself; empty where it said nothing."""
    codec = GAUGES[spec.name].codec(spec)
    messages = one_by_one(message for piece in evidence for message in codec.feed(piece.received))
    return next((m.text for m in messages if isinstance(m, Notice) and m.kind == "identity"), "")


def _evidence(piece: Evidence) -> str:
    received = repr(piece.received)[2:-1]
    shown = received if len(received) <= _SHOWN else f"{received[:_SHOWN]}…"
    asked = f"asked {repr(piece.sent)[2:-1]}" if piece.sent else "unasked"
    return f"{piece.baud} baud, {asked}: {shown}"
