"""`qst-station calibrate`: the register, its certificates, and their checks."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qst_station.calibrating.certificate_file import Certificate, read_certificate
from qst_station.calibrating.certificate_pdf import certificate_pdf
from qst_station.calibrating.entries import DueRuleSet, Entry, Event, Retired, plain
from qst_station.calibrating.history import History
from qst_station.calibrating.instruments import DueRule
from qst_station.calibrating.issuing import certificate_of, check_files
from qst_station.calibrating.refusals import refused
from qst_station.calibrating.register import Register, read_register, register_folder
from qst_station.calibrating.register_export import export_register
from qst_station.calibrating.set_document import example as example_text
from qst_station.calibrating.set_document import load_set
from qst_station.calibrating.snapshot import snapshot
from qst_station.cli.output import DONE, FOUND, print_json
from qst_station.findings import Finding
from qst_station.recording.journal_copy import DATABASE


def list_instruments(data: Path, *, on: datetime.date | None, as_json: bool) -> int:
    """Every instrument with its state; 1 where the register is damaged."""
    content = read_register(data)
    rows = snapshot(content, content.histories, on or _today())
    if as_json:
        instruments = [{name: value for name, value in row.items() if name != "certificate_json"} for row in rows]
        print_json({"instruments": instruments, "findings": [asdict(finding) for finding in content.findings]})
    else:
        print(f"{'instrument':24} {'nominal':>10} {'measured':>20} {'state':10} certificate")
        for row in rows:
            nominal = "" if row["nominal_mn"] is None else f"{row['nominal_mn']:g} mN"
            certificate = row["certificate"] or "-"
            print(f"{row['id']:24} {nominal:>10} {_measured(row):>20} {row['state']:10} {certificate}")
            if not row["usable"]:
                print(f"{'':24} {row['reason']} {row['remedy']}")
    return _tell(content.findings)


def show(data: Path, instrument_id: str, *, on: datetime.date | None, as_json: bool) -> int:
    """One instrument with its history; 1 where the register is damaged."""
    content = read_register(data)
    history = content.history(instrument_id)
    (row,) = snapshot(content, [instrument_id], on or _today())
    if as_json:
        document = {
            **row,
            "nominal_gf": history.instrument.nominal_gf,
            "nominal_log_units": history.instrument.nominal_log_units,
            "instrument": plain(history.instrument),
            "due_rule": plain(history.due),
            "uses": history.uses,
            "last_rest": history.last_rest.isoformat() if history.last_rest else None,
            "entries": [_entry(entry) for entry in history.entries],
        }
        print_json(document)
    else:
        _print_instrument(history, row)
    return _tell(content.findings)


def certificate(data: Path, number: str, *, out: Path | None, as_json: bool) -> int:
    """Check stamp, signature and files of a certificate, or of a file; 1 where a file is not as it should be."""
    content = read_register(data)
    if number.endswith(".json"):
        checked, findings = read_certificate(Path(number), content.keys), list[Finding]()
    else:
        checked = certificate_of(content, number)
        findings = check_files(data, checked)
    if out is not None:
        _write_new(out, checked)
    if as_json:
        document = {
            "number": checked.number,
            "ok": not findings,
            "sha256": checked.sha256,
            "signature": dict(checked.signature),
            "content": dict(checked.content),
            "findings": [asdict(finding) for finding in findings],
        }
        print_json(document)
    else:
        signature = checked.signature
        print(f"{checked.number}: as it was signed by {signature['name']}, {signature['signed_utc']}.")
        print(f"SHA-256 {checked.sha256}, key {signature['key_id']}. {signature['proves']}")
    return _tell(findings)


def add(data: Path, file: Path, *, who: str, site: str | None) -> int:
    """Register the instruments of a document, all or none; makes the register where there is none."""
    document = load_set(_text(file), place=str(file))
    with _opened(data, site=site, who=who) as register:
        register.add(document.members(), who=who, utc=_now(), more=document.certificates())
        _tell(register.take_warnings())
    for instrument in document.members():
        print(f"registered {instrument.id}")
    return DONE


def example(name: str) -> int:
    """Print a shipped set document."""
    print(example_text(name), end="")
    return DONE


def set_due_rule(
    data: Path,
    instrument_id: str,
    *,
    days: int | None,
    soon: int | None,
    check_every: int | None,
    set_by: str,
    who: str,
) -> int:
    """Enter the due rule of an instrument; what is not given is not set."""
    try:
        due = DueRule(recalibrate_after_days=days, due_soon_days=soon, check_every_days=check_every, set_by=set_by)
    except ValueError as error:
        raise refused("register.entry", instrument_id, f"This is no due rule: {error}.", "Correct it.") from error
    _record(data, instrument_id, DueRuleSet(due=due), who=who)
    print(f"due rule of {instrument_id} set")
    return DONE


def retire(data: Path, instrument_id: str, *, reason: str, who: str) -> int:
    """Take an instrument out of use for good."""
    _record(data, instrument_id, Retired(reason=reason), who=who)
    print(f"retired {instrument_id}")
    return DONE


def export(data: Path, out: Path, *, on: datetime.date | None) -> int:
    """The register and its certificates as a folder; 1 where the register is damaged."""
    content = read_register(data)
    export_register(content, out, on or _today())
    print(f"{out}: {len(content.histories)} instruments, {len(content.certificates)} certificates")
    return _tell(content.findings)


def _opened(data: Path, *, site: str | None, who: str) -> Register:
    if site is not None and not (register_folder(data) / DATABASE).exists():
        return Register.create(data, site=site, who=who, utc=_now())
    return Register.open(data)


def _record(data: Path, instrument_id: str, event: Event, *, who: str) -> None:
    with Register.open(data) as register:
        register.record([(instrument_id, event)], who=who, utc=_now())
        _tell(register.take_warnings())


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except ValueError:
        raise refused("document.invalid", file, "It is not UTF-8 text.", "Save it as UTF-8.") from None


def _write_new(out: Path, checked: Certificate) -> None:
    if out.suffix not in (".pdf", ".json"):
        raise refused("certificate.format", out, "A certificate is a .pdf or a .json.", "Name the file so.")
    content = certificate_pdf(checked) if out.suffix == ".pdf" else checked.text.encode("utf-8")
    try:
        with out.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise refused(
            "certificate.exists",
            out,
            "There is such a file already.",
            "Choose another name; nothing is overwritten.",
        ) from None


def _print_instrument(history: History, row: dict[str, Any]) -> None:
    one, due = history.instrument, history.due
    print(f"{one.id}: {one.kind.replace('_', ' ')}, {one.model}, {one.serial}, owner {one.owner}")
    if one.nominal_mn is not None:
        log = "" if one.nominal_log_units is None else f", log {one.nominal_log_units:.2f} (unverified convention)"
        print(f"nominal   {one.nominal_mn:g} mN, {one.nominal_gf:.4g} gf{log}; measured {_measured(row) or '-'}")
    place = ", ".join(part for part in (one.set_name, f"slot {one.slot}" if one.slot else "", one.marking) if part)
    print(f"set       {place or '-'}; tip {one.tip or '-'}; material {one.material or '-'}")
    print(f"state     {row['state']} on {row['on']}: {row['reason']} {row['remedy']}")
    rule = "not set" if due.recalibrate_after_days is None else f"{due.recalibrate_after_days} days ({due.set_by})"
    print(f"interval  {rule}; used {history.uses} times, {history.uses_since_rest} since the last rest")
    for entry in history.entries:
        details = ", ".join(f"{name} {value}" for name, value in _entry(entry)["event"].items())
        print(f"{entry.utc:%Y-%m-%d %H:%M} UTC  {entry.who}: {entry.kind.replace('_', ' ')} {details}")


def _entry(entry: Entry) -> dict[str, Any]:
    event = {name: value for name, value in plain(entry.event).items() if name not in ("document", "instrument")}
    return {
        "row": entry.seq,
        "utc": entry.utc.isoformat(),
        "who": entry.who,
        "kind": entry.kind,
        "event": event,
    }


def _measured(row: dict[str, Any]) -> str:
    if row["measured_mn"] is None:
        return ""
    return f"{row['measured_mn']:.4g} ± {row['expanded_mn']:.2g} mN"


def _tell(findings: Iterable[Finding]) -> int:
    findings = list(findings)
    for finding in findings:
        print(finding.line(), file=sys.stderr)
    return FOUND if findings else DONE


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _today() -> datetime.date:
    return datetime.date.today()
