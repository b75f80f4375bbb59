"""Messages for a person: what happened, what is safe, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; `STOP` ends what is running."""

    INFO = "info"
    WARNING = "warning"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One message for a person.

    Attributes
    ----------
    code : str
        Stable identifier, `area.what` (for example `device.silent`).
    severity : Severity
    place : str
        Where: a file and the place in it, a device, a trial.
    happened, safe, remedy : str
        One sentence each. `safe` says what is not in danger; `remedy` what to do now.
    """

    code: str
    severity: Severity
    place: str
    happened: str
    safe: str = ""
    remedy: str = ""

    def line(self) -> str:
        """The finding as one line for a terminal or a log."""
        return " ".join(part for part in (f"{self.place}: {self.happened}", self.safe, self.remedy) if part)


class Refused(Exception):
    """Input that cannot be used. Nothing has been changed; `finding` says why and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.line())
        self.finding = finding
