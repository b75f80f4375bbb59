"""The data folder: one journal folder per visit, and the sealed sessions beside them."""

from __future__ import annotations

from pathlib import Path

from qst_station.findings import Refused
from qst_station.recording.journal_copy import DATABASE
from qst_station.recording.user_block import read_summary
from qst_station.station.sealing import session_file_name

JOURNALS = "journals"


def sealed_session(data: Path, session_uuid: str) -> Path | None:
    """The intact sealed file of a session, or None."""
    for path in sorted(data.glob(f"*_{session_uuid[:8]}*.h5")):
        try:
            found = read_summary(path)
        except Refused:
            continue  # a damaged file is no record: the journal still is
        if found.get("session_uuid") == session_uuid:
            return path
    return None


def unfinished(data: Path) -> list[Path]:
    """Folders of the journals without an intact sealed file, in a fixed order."""
    folder = data / JOURNALS
    if not folder.is_dir():
        return []
    journals = sorted(path for path in folder.iterdir() if (path / DATABASE).exists())
    return [path for path in journals if sealed_session(data, path.name) is None]


def free_session_path(data: Path, summary: dict[str, object]) -> Path:
    """Where the sealed file of a session goes; a damaged or foreign file in its place stays as it is."""
    path = data / session_file_name(summary)
    number = 2
    while path.exists():
        path = data / f"{Path(session_file_name(summary)).stem}-{number}.h5"
        number += 1
    return path
