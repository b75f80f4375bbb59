"""The study of a data folder: the site's own document or, where there is none, the packaged one."""

from __future__ import annotations

from pathlib import Path

from qst_station.findings import Finding, Refused, Severity
from qst_station.station.opening import STUDY
from qst_station.study.document import Study
from qst_station.study.study import load_study, study_text


def study_in(folder: Path) -> tuple[str, Study]:
    """The study of a data folder, as text and read.

    Raises
    ------
    Refused
        Its `study.toml` cannot be used. It is never passed over for the packaged one.
    OSError
        It cannot be read.
    """
    path = folder / STUDY
    if path.exists():
        return read_study(path)
    text = study_text()
    return text, load_study(text, place=STUDY)


def read_study(path: Path) -> tuple[str, Study]:
    """A study document, as text and read; raises as `study_in` does."""
    text = read_text(path)
    return text, load_study(text, place=str(path))


def read_text(path: Path) -> str:
    """The text of a file.

    Raises
    ------
    Refused
        `study.encoding`: it is not UTF-8.
    OSError
        It cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        finding = Finding(
            code="study.encoding",
            severity=Severity.STOP,
            place=str(path),
            happened=f"It is no text in UTF-8 (byte {fault.start}).",
            safe="Nothing has been changed.",
            remedy="Save it as UTF-8, or choose another file.",
        )
        raise Refused(finding) from fault
