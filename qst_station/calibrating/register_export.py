"""The register and its certificates as a folder for an auditor or a data manager."""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
import shutil
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qst_station.calibrating.certificate_pdf import certificate_pdf
from qst_station.calibrating.entries import Entry, plain
from qst_station.calibrating.history import RegisterContent
from qst_station.calibrating.issuing import certificate_of
from qst_station.calibrating.refusals import refused
from qst_station.calibrating.snapshot import snapshot
from qst_station.findings import Refused
from qst_station.recording.durable import fsync_directory

# Spreadsheets take text that starts so for a formula (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")

_README = """QST Station: export of the register of instruments, as of {on}

instruments.csv      one row per instrument with its state on that day
history.csv          one row per entry of the register, none ever taken back; details as JSON
register.json        both, for programs
certificates/        the signed documents (JSON) with their pages (PDF)

Text is UTF-8, the separator a comma, the decimal mark a point, the end of a line CR LF (RFC 4180). Text that a
spreadsheet would take for a formula has an apostrophe in front, which is not part of the data. Empty means: not
known or not set.
"""


def export_register(content: RegisterContent, out: Path, on: datetime.date) -> None:
    """Write the folder `out`, complete or not at all.

    Parameters
    ----------
    out : Path
        A folder that does not exist or is empty.

    Raises
    ------
    Refused
        `export.folder_in_use`, `export.not_written`, or as `read_certificate` for a certificate that was changed.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise refused("export.folder_in_use", out, "There is something here already.", "Choose a new folder.")
    files = export_files(content, on)
    target = out.resolve()
    part = target.with_name(f".{target.name}.{uuid.uuid4().hex}.part")
    try:
        for name, data in files.items():
            path = part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        if target.exists():
            target.rmdir()  # empty, and not every system renames onto an empty folder
        part.rename(target)
        fsync_directory(target.parent)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise _not_written(out, error) from error


def export_files(content: RegisterContent, on: datetime.date) -> dict[str, bytes]:
    """The files of an export, by their place in the folder."""
    instruments = [_without_documents(row) for row in snapshot(content, content.histories, on)]
    for row in instruments:
        history = content.history(row["id"])
        row |= {"owner": history.instrument.owner, "uses": history.uses}
    entries = [_entry(entry) for entry in content.entries]
    document = {
        "format": "qst-register-export/1",
        "site": content.site,
        "on": on.isoformat(),
        "keys": {key_id: public.hex() for key_id, public in content.keys.items()},
        "findings": [finding.line() for finding in content.findings],
        "instruments": instruments,
        "entries": entries,
    }
    files = {
        "README.txt": _README.format(on=on).encode("utf-8"),
        "instruments.csv": _csv(instruments),
        "history.csv": _csv([{**row, "event": json.dumps(row["event"], ensure_ascii=False)} for row in entries]),
        "register.json": (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode("utf-8"),
    }
    for number in content.certificates:
        certificate = certificate_of(content, number)
        files[f"certificates/{number}.json"] = certificate.text.encode("utf-8")
        files[f"certificates/{number}.pdf"] = certificate_pdf(certificate)
    return files


def _entry(entry: Entry) -> dict[str, Any]:
    """An entry as plain data; a certificate is named, its document lies beside."""
    return {
        "row": entry.seq,
        "utc": entry.utc.isoformat(),
        "who": entry.who,
        "instrument": entry.instrument_id,
        "kind": entry.kind,
        "event": _without_documents(plain(entry.event)),
    }


def _without_documents(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("document", "certificate_json")}


def _csv(rows: Sequence[dict[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    writer.writerows(_cells(row.values()) for row in rows)
    return text.getvalue().encode("utf-8")


def _cells(values: Iterable[object]) -> list[str]:
    return [_cell(value) for value in values]


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() if value.startswith(_FORMULA_STARTS):
            return f"'{value}"
    return str(value)


def _not_written(out: Path, error: OSError) -> Refused:
    return refused(
        "export.not_written",
        out,
        f"The folder cannot be written: {error.strerror or error}.",
        "Choose another place for --out.",
        safe="Nothing has been written.",
    )
