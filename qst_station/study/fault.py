"""One fault of a study document."""

from __future__ import annotations

from dataclasses import dataclass

from qst_station.findings import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault: the field, what it holds, why that cannot be, and the remedy."""

    field: str
    value: object
    why: str
    remedy: str

    def finding(self, place: str) -> Finding:
        """The fault for a person."""
        return Finding(
            code="study.invalid",
            severity=Severity.STOP,
            place=f"{place}: {self.field}",
            happened=f"{self.value!r} is not possible: {self.why}.",
            safe="Nothing has been changed.",
            remedy=self.remedy,
        )
