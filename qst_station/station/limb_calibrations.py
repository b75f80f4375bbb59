"""The site's own calibrations from girth to volume: one TOML document for each version, in the data folder."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Literal

from qst_station.documents import load_document
from qst_station.findings import Finding, Refused, Severity
from qst_station.limb.calibration_pairs import CalibrationPairs
from qst_station.limb.site_calibration import SiteCalibration
from qst_station.recording.durable import fsync_directory

FOLDER = "limb_calibrations"
_NAME = re.compile(r"(?P<of>.+)_v(?P<version>[1-9][0-9]*)\.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCalibration:
    """A calibration and the name of the file that holds it."""

    file: str
    line: SiteCalibration


def calibrations(data: Path) -> tuple[list[KeptCalibration], list[Finding]]:
    """All versions in a data folder, and why the other files cannot be used."""
    kept: list[KeptCalibration] = []
    findings: list[Finding] = []
    for path in sorted((data / FOLDER).glob("*.toml")):
        try:
            kept.append(_read(path))
        except Refused as refused:
            findings.append(refused.finding)
    return kept, findings


def latest(data: Path, segment: str, variant: str) -> KeptCalibration | None:
    """The latest version for a segment and landmark variant; None where the site has entered none.

    Raises
    ------
    Refused
        `document.invalid`: the latest version cannot be read. An older one never takes its place.
    """
    versions = _versions(data / FOLDER, segment, variant)
    return _read(versions[max(versions)]) if versions else None


def keep(
    data: Path,
    *,
    segment: Literal["hand", "ankle"],
    variant: str,
    done_on: date,
    done_by: str,
    girths_cm: tuple[float, ...],
    volumes_ml: tuple[float, ...],
) -> KeptCalibration:
    """Write the next version, durably; the versions before it stay as they are.

    Raises
    ------
    ValueError
        The pairs give no calibration; see `CalibrationPairs`.
    Refused
        `limb.calibration`: another program is writing the same version.
    OSError
        The folder does not take the file; nothing of it is left.
    """
    folder = data / FOLDER
    pairs = CalibrationPairs(
        segment=segment,
        variant=variant,
        version=max(_versions(folder, segment, variant), default=0) + 1,
        done_on=done_on,
        done_by=done_by,
        girths_cm=girths_cm,
        volumes_ml=volumes_ml,
    )
    path = folder / _file_name(pairs)
    _write(path, _text(pairs))
    return _read(path)


def _versions(folder: Path, segment: str, variant: str) -> dict[int, Path]:
    named = ((path, _NAME.fullmatch(path.name)) for path in folder.glob("*.toml"))
    return {int(name["version"]): path for path, name in named if name and name["of"] == f"{segment}_{variant}"}


def _file_name(pairs: CalibrationPairs) -> str:
    return f"{pairs.segment}_{pairs.variant}_v{pairs.version}.toml"


def _read(path: Path) -> KeptCalibration:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        why = getattr(fault, "strerror", None) or fault
        raise _unreadable(path, f"The file cannot be read as UTF-8 text: {why}.") from fault
    pairs = load_document(text, CalibrationPairs, place=str(path))
    if path.name != _file_name(pairs):
        raise _unreadable(path, f"It holds what belongs into a file {_file_name(pairs)}.")
    return KeptCalibration(file=path.name, line=pairs.line())


def _text(pairs: CalibrationPairs) -> str:
    return "".join(f"{field.name} = {_toml(getattr(pairs, field.name))}\n" for field in fields(pairs))


def _toml(value: object) -> str:
    # What JSON writes of printable texts, numbers and lists of them is TOML as well; a date has no JSON.
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    """Write a new file whole or not at all; the part beside it keeps every other writer of this version out."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    try:
        file = part.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        raise _in_use(path, f"remove {part.name}") from None
    try:
        with file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            raise _in_use(path, "try once more")
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    fsync_directory(path.parent)


def _in_use(path: Path, remedy: str) -> Refused:
    return Refused(
        Finding(
            code="limb.calibration",
            severity=Severity.STOP,
            place=str(path),
            happened="Another program is writing this version, or was cut off while it did.",
            safe="Nothing has been written.",
            remedy=f"If no other program runs, {remedy}.",
        )
    )


def _unreadable(path: Path, happened: str) -> Refused:
    return Refused(
        Finding(
            code="document.invalid",
            severity=Severity.STOP,
            place=str(path),
            happened=happened,
            safe="Nothing has been changed, and no volume is estimated.",
            remedy="Restore the file from a backup, or enter the calibration again as the next version.",
        )
    )
