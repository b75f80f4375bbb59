"""Calibrations that were interrupted and wait to be resumed or abandoned."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qst_station.calibrating.refusals import refused
from qst_station.calibrating.run import CLOSED, replay, runs_folder
from qst_station.findings import Refused
from qst_station.recording.journal_copy import DATABASE, read_journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """One of them; `why` says why it cannot be resumed, and is empty where it can."""

    folder: Path
    instrument: str = ""
    method: str = ""
    utc: str = ""
    who: str = ""
    readings: int = 0
    why: str = ""


def unfinished_runs(data: Path) -> list[Unfinished]:
    """The open records of a data folder, the oldest first; damaged ones too."""
    folder = runs_folder(data)
    if not folder.is_dir():
        return []
    found = (
        _unfinished(path)
        for path in sorted(folder.iterdir())
        if (path / DATABASE).is_file() and not (path / CLOSED).exists()
    )
    return sorted((one for one in found if one is not None), key=lambda one: one.utc)


def refuse_unfinished(data: Path, instrument_id: str) -> None:
    """Raise `Refused` (`calibration.interrupted`) where a calibration of an instrument waits."""
    for one in unfinished_runs(data):
        if one.instrument == instrument_id and not one.why:
            raise refused(
                "calibration.interrupted",
                str(one.folder),
                f"A calibration of {instrument_id} was interrupted after {one.readings} readings ({one.utc}).",
                "Resume it, or abandon it with a reason.",
            )


def _unfinished(folder: Path) -> Unfinished | None:
    try:
        copy = read_journal(folder)
        if copy.closed:
            return None
        replayed = replay(copy.rows, place=str(folder))
    except Refused as refusal:
        return Unfinished(folder=folder, why=refusal.finding.happened)
    opened = replayed.opening
    return Unfinished(
        folder=folder,
        instrument=opened.instrument.id,
        method=opened.method.kind,
        utc=opened.utc,
        who=opened.operator.who,
        readings=len(replayed.state.readings),
        why=copy.findings[0].happened if copy.damaged else "",
    )
