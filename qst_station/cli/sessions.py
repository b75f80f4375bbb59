"""`qst-station seal`, `verify`, `replay` and `export`."""

from __future__ import annotations

import hashlib
import math
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qst_station import __version__
from qst_station.cli.output import DONE, FOUND, UNUSABLE, print_json, print_summary
from qst_station.export.tidy_csv import LeftOut, SessionTables, export_csv
from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.chain import Row
from qst_station.recording.journal_copy import read_journal
from qst_station.recording.sealed import SealFailed, read_sealed
from qst_station.station.record import Unreplayable, replay_rows, summary, tables, unreplayable, without_nan
from qst_station.station.sealing import seal as seal_journal
from qst_station.station.upcoming import next_stimulus
from qst_station.station.verifying import verify as verify_file

_SQLITE = b"SQLite format 3\0"  # sqlite.org/fileformat2.html, section 1.3
_REPLAYED = ("trials", "limb_readings", "entries", "parameters", "derived")


def seal(journal: Path, out: Path | None, *, as_json: bool) -> int:
    """Seal a journal; 1 where the journal was damaged and a part of it could be sealed."""
    try:
        path, findings = seal_journal(journal, out)
    except SealFailed as failure:
        print(failure.finding.line(), file=sys.stderr)
        return FOUND
    for finding in findings:
        print(finding.line(), file=sys.stderr)
    if as_json:
        print_json({"session": str(path), "findings": [asdict(finding) for finding in findings]})
    else:
        print(f"Sealed and compared with the journal: {path}")
    return FOUND if findings else DONE


def verify(files: Iterable[Path], *, as_json: bool) -> int:
    """Verify sealed sessions, every one of them; 1 where anything differs, 2 where one cannot be read."""
    code = DONE
    for path in files:
        try:
            findings = verify_file(path)
            code = max(code, FOUND if findings else DONE)
        except Refused as refused:
            findings = [refused.finding]
            code = UNUSABLE
        for finding in findings:
            print(finding.line(), file=sys.stderr)
        if as_json:
            print_json({"file": str(path), "ok": not findings, "findings": [asdict(f) for f in findings]})
        elif not findings:
            print(f"{path}: verified. Every result follows from the recorded events.")
    return code


def replay(source: Path, *, as_json: bool) -> int:
    """Run the machines again; 1 where the journal is damaged."""
    rows, findings = recorded_rows(source)
    try:
        replayed = replay_rows(rows, place=str(source))
    except Unreplayable as fault:
        print(unreplayable(source, fault).line(), file=sys.stderr)
        return FOUND
    found = tables(replayed.plan, replayed.state)
    upcoming = next_stimulus(replayed.plan, replayed.state)
    if as_json:
        document = {
            "session_uuid": replayed.plan.opening["session_uuid"],
            "closed": replayed.state.closed,
            "rows": replayed.last.seq,
            **{name: [without_nan(row) for row in found[name]] for name in _REPLAYED},
            "next_stimulus": upcoming,
        }
        print_json(document)
    else:
        _print_trials(found["trials"])
        print_summary(summary(replayed, found))
        if upcoming:
            print("Next: " + " ".join(f"{v}" for v in upcoming.values() if v not in ("", None)))
    for finding in findings:
        print(finding.line(), file=sys.stderr)
    return FOUND if findings else DONE


def export(paths: Iterable[Path], out: Path, *, include_simulated: bool) -> int:
    """Export sessions as tidy tables; 1 where a file could not be used."""
    sessions: list[SessionTables] = []
    unusable: list[LeftOut] = []
    for path in _session_files(paths):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        findings = _try_verify(path)
        if findings:
            print(findings[0].line(), file=sys.stderr)
            unusable.append(LeftOut(source=path.name, sha256=digest, session_uuid="", why=findings[0].line()))
            continue
        sessions.append(_session_tables(path, digest))
    done = export_csv(
        sessions, out, app_version=__version__, include_simulated=include_simulated, unusable=unusable
    )
    print(f"{done.sessions} sessions in {done.out}")
    for left in done.left_out:
        print(f"left out: {left.source}: {left.why}", file=sys.stderr)
    return FOUND if unusable else DONE


def recorded_rows(source: Path) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """The rows of a sealed session or of a journal, and what is damaged in them."""
    if source.is_file() and not _is_database(source):
        return read_sealed(source).rows, ()
    copy = read_journal(source)
    return tuple(copy.rows), tuple(copy.findings)


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _try_verify(path: Path) -> list[Finding]:
    try:
        return verify_file(path)
    except Refused as refused:
        return [refused.finding]


def _session_files(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(p for p in path.rglob("*.h5") if p.is_file())
        elif path.is_file():
            files.append(path)
        else:
            raise Refused(
                Finding(
                    code="export.missing",
                    severity=Severity.STOP,
                    place=str(path),
                    happened="There is no such file or folder.",
                    safe="Nothing was written.",
                    remedy="Name sealed sessions (.h5) or folders of them.",
                )
            )
    return files


def _session_tables(path: Path, digest: str) -> SessionTables:
    content = read_sealed(path)
    replayed = replay_rows(content.rows, place=str(path))
    opening = replayed.plan.opening
    return SessionTables(
        source=path.name,
        sha256=digest,
        session_uuid=opening["session_uuid"],
        study=opening["study"],
        participant_id=opening["participant"]["id"],
        visit=opening["visit"],
        kind=opening["kind"],
        tables=tables(replayed.plan, replayed.state),
    )


def _print_trials(trials: list[dict[str, Any]]) -> None:
    for row in trials:
        said = row["answer"] or _number(row["rating"]) or _number(row["value"])
        print(
            f"{row['trial']:4} {row['test']:4} {row['site_role']:9} {row['stimulus']:20} {said:>8} "
            f"{row['status']} {row['void_reason']}"
        )


def _number(value: float) -> str:
    return "" if math.isnan(value) else f"{value:g}"
