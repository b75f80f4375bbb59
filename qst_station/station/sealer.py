"""Sealing in a process of its own: on a failing disk HDF5 takes its process down, which must not be the engine."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from qst_station.findings import Finding, Refused, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealing:
    """Where the sealing of a visit stands.

    Attributes
    ----------
    state : {"running", "done", "failed"}
    path : Path or None
        The sealed file; only where the state is "done".
    findings : tuple of Finding
        What was damaged in the journal, although a file was made of the rest.
    finding : Finding or None
        Why it failed.
    """

    state: Literal["running", "done", "failed"]
    path: Path | None = None
    findings: tuple[Finding, ...] = ()
    finding: Finding | None = None


class Sealer:
    """The process that seals one journal.

    Parameters
    ----------
    journal, out : Path
        Folder of the journal, and the file to make.

    Raises
    ------
    Refused
        The process cannot be started.
    """

    def __init__(self, journal: Path, out: Path) -> None:
        command = [sys.executable, "-m", "qst_station", "seal", str(journal), "--out", str(out), "--json"]
        # Files, because a pipe that nobody reads blocks its writer once it is full.
        try:
            self._folder = tempfile.TemporaryDirectory(prefix="qst-seal-")
        except OSError as error:
            raise Refused(_failed(f"There is no room for the sealing process ({error}).")) from error
        self._said, self._complaint = Path(self._folder.name) / "out", Path(self._folder.name) / "err"
        try:
            with self._said.open("w") as said, self._complaint.open("w") as complaint:
                self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=complaint)
        except OSError as error:
            self._folder.cleanup()
            raise Refused(_failed(f"The sealing process cannot be started ({error}).")) from error

    def result(self, *, wait: bool = False) -> Sealing | None:
        """How it ended; None while it runs."""
        if wait:
            self._process.wait()
        if self._process.poll() is None:
            return None
        said = self._said.read_text(encoding="utf-8")
        complaint = self._complaint.read_text(encoding="utf-8", errors="replace").strip()
        self._folder.cleanup()
        try:
            answer: dict[str, Any] = json.loads(said)
            findings = tuple(Finding(**{**f, "severity": Severity(f["severity"])}) for f in answer["findings"])
            return Sealing(state="done", path=Path(answer["session"]), findings=findings)
        except (ValueError, KeyError, TypeError):
            why = complaint or f"The sealing process ended with {self._process.returncode}."
            return Sealing(state="failed", finding=_failed(why))


def _failed(why: str) -> Finding:
    return Finding(
        code="seal.failed",
        severity=Severity.STOP,
        place="seal",
        happened=why,
        safe="Every acknowledged answer is in the journal.",
        remedy="Seal it again, now or from the list of unfinished visits.",
    )
