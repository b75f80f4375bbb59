"""How the register and its certificates say no."""

from __future__ import annotations

from pathlib import Path

from qst_station.findings import Finding, Refused, Severity

UNCHANGED = "Nothing was changed."


def refused(code: str, place: str | Path, happened: str, remedy: str, *, safe: str = UNCHANGED) -> Refused:
    """A refusal with a finding of severity `STOP`."""
    return Refused(stop(code, place, happened, remedy, safe=safe))


def stop(code: str, place: str | Path, happened: str, remedy: str, *, safe: str = UNCHANGED) -> Finding:
    """A finding of severity `STOP`."""
    return Finding(
        code=code, severity=Severity.STOP, place=str(place), happened=happened, safe=safe, remedy=remedy
    )
