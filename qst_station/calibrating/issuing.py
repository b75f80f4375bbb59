"""From a finished calibration to a certificate: numbered, signed, entered, and only then written out.

The entry in the register is the act of issuing, one durable transaction that holds the signed document. The
files are copies of it: a process that dies on the way leaves either no certificate or one whose files can be
made again.
"""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qst_station.calibrating.certificate_file import Certificate, checked_certificate, signed
from qst_station.calibrating.certificate_pdf import certificate_pdf
from qst_station.calibrating.entries import Calibrated, Event
from qst_station.calibrating.history import RegisterContent
from qst_station.calibrating.instruments import WITH_NOMINAL_FORCE
from qst_station.calibrating.refusals import stop
from qst_station.calibrating.register import Register
from qst_station.calibrating.signing import station_key
from qst_station.findings import Finding, Severity
from qst_station.recording.durable import fsync_directory


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A certificate that is in the register; `findings` say which of its files are not in place."""

    certificate: Certificate
    findings: tuple[Finding, ...]


def issue(
    register: Register,
    content_of: Callable[[str], Mapping[str, Any]],
    *,
    instrument_id: str,
    meaning: str,
    utc: datetime.datetime,
    beside: Sequence[Event] = (),
) -> Issued:
    """Give a calibration its number, sign it, enter it and write its files.

    Parameters
    ----------
    register : Register
        Open for writing.
    content_of : callable
        The content for a number, as `calibration.certificate.certificate_content` makes it.
    instrument_id : str
        The instrument that was calibrated; the content must name the same.
    meaning : str
        What the signature stands for.
    beside : sequence of Event
        What is entered of the instrument in the same transaction.

    Raises
    ------
    Refused
        Nothing was issued: `certificate.key`, or as `Register.record`.
    ValueError
        The content is about another instrument or has another number; nothing was issued.
    """
    key = station_key(register.data)
    register.add_key(key.key_id, key.public)
    number = register.content.next_number(
        utc.year, taken=lambda other: certificate_folder(register.data, other).exists()
    )
    content = content_of(number)
    if content["item"]["id"] != instrument_id:
        raise ValueError(f"the calibration is of {content['item']['id']!r}, not of {instrument_id!r}")
    if content["document"]["number"] != number:
        raise ValueError(f"the content has number {content['document']['number']!r}, not {number!r}")
    certificate = signed(content, key, meaning=meaning, utc=utc)
    # Pages that cannot be set must not be found out after the entry.
    pages = certificate_pdf(certificate)
    event = calibrated(certificate)
    register.record([(instrument_id, one) for one in (*beside, event)], who=certificate.signature["name"], utc=utc)
    return Issued(certificate=certificate, findings=tuple(publish(register.data, certificate, pages)))


def calibrated(certificate: Certificate) -> Calibrated:
    """What the register needs to know of a certificate, all of it taken from the document."""
    content, conformity = certificate.content, certificate.content["conformity"]
    force = _measured_force(content)
    return Calibrated(
        certificate=certificate.number,
        date=datetime.date.fromisoformat(content["work"]["date_calibration"]),
        verdict="not_stated" if conformity is None else conformity["verdict"],
        measured_mn=None if force is None else force["value"],
        expanded_mn=None if force is None else force["expanded"],
        coverage_factor=None if force is None else force["coverage_factor"],
        document=certificate.text,
    )


def _measured_force(content: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The row of the results that says how hard the stimulus presses; None for what is no stimulus."""
    if content["kind"] not in WITH_NOMINAL_FORCE:
        return None
    rows = [row for row in content["results"] if row["name"] == "force"]
    if len(rows) != 1 or rows[0]["unit"] != "mN":
        raise ValueError(f"the results of a {content['kind']} have one force in mN, not {rows}")
    row: Mapping[str, Any] = rows[0]
    return row


def certificate_folder(data: Path, number: str) -> Path:
    """Where the files of a certificate lie."""
    return data / "certificates" / number


def certificate_of(content: RegisterContent, number: str) -> Certificate:
    """A certificate as the register has it, checked anew.

    Raises
    ------
    Refused
        `certificate.unknown`, or as `read_certificate`.
    """
    text = content.certificate(number).document
    return checked_certificate(text.encode("utf-8"), content.keys, place=f"register, {number}")


def publish(data: Path, certificate: Certificate, pages: bytes) -> list[Finding]:
    """Put the JSON and the PDF of a certificate in place, both or none; what is there is never overwritten."""
    folder = certificate_folder(data, certificate.number)
    if folder.exists():
        return check_files(data, certificate)
    part = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)  # left by an interrupted writing
        part.mkdir(parents=True)
        for name, content in ((".json", certificate.text.encode("utf-8")), (".pdf", pages)):
            with (part / f"{certificate.number}{name}").open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        fsync_directory(part)
        part.rename(folder)
        fsync_directory(folder.parent)
        fsync_directory(data)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        return [_not_published(folder, error)]
    return []


def check_files(data: Path, certificate: Certificate) -> list[Finding]:
    """Compare the files of a certificate with the register's copy; nothing for a file that is as it should be."""
    folder = certificate_folder(data, certificate.number)
    expected = {
        folder / f"{certificate.number}.json": certificate.text.encode("utf-8"),
        folder / f"{certificate.number}.pdf": certificate_pdf(certificate),
    }
    return [finding for path, content in expected.items() if (finding := _compared(path, content)) is not None]


def _compared(path: Path, expected: bytes) -> Finding | None:
    command = f"qst-station calibrate certificate {path.stem} --out FILE{path.suffix}"
    remedy = f"The register has it as signed: {command}."
    safe = "The certificate in the register is as it was signed."
    try:
        if path.read_bytes() == expected:
            return None
    except OSError as error:
        happened = f"The file cannot be read ({error.strerror})."
        return Finding(
            code="certificate.missing",
            severity=Severity.WARNING,
            place=str(path),
            happened=happened,
            safe=safe,
            remedy=remedy,
        )
    if path.suffix == ".json":
        return stop("certificate.altered", path, "The file differs from the register.", remedy, safe=safe)
    happened = "The pages are not what this program makes of the signed document: changed, or of another version."
    return stop("certificate.pdf_differs", path, happened, remedy, safe=safe)


def _not_published(folder: Path, error: OSError) -> Finding:
    return Finding(
        code="certificate.not_published",
        severity=Severity.WARNING,
        place=str(folder),
        happened=f"The files of the certificate were not written ({error.strerror or error}).",
        safe="The certificate is issued: the register has it, signed.",
        remedy=f"Free space on the disk, then: qst-station calibrate certificate {folder.name} --out FILE.pdf.",
    )
