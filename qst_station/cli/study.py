"""`qst-station study`: whether a study document can be used, and when the visits of a participant are due."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qst_station.cli.output import DONE, FOUND, print_json
from qst_station.findings import Finding, Refused

if TYPE_CHECKING:
    from qst_station.study.document import Study

Day = datetime.date
Data = Callable[[Path | None], Path]


def add_study_arguments(parser: argparse.ArgumentParser, data: Data) -> None:
    """The two commands under `study`; `data` finds the data folder."""
    commands = parser.add_subparsers(metavar="check|schedule", required=True)
    checking = commands.add_parser("check", help="can this study document be used?")
    checking.add_argument("file", type=Path, metavar="FILE.toml")
    checking.add_argument("--json", action="store_true")
    checking.set_defaults(run=lambda given: check(given.file, as_json=given.json))
    planning = commands.add_parser("schedule", help="when each visit of a participant is due")
    planning.add_argument("file", type=Path, metavar="FILE.toml")
    planning.add_argument("--participant", required=True, metavar="ID")
    planning.add_argument("--day0", type=day, default=None, metavar="DATE", help="count from this day")
    planning.add_argument("--on", type=day, default=None, metavar="DATE", help="as of this day (default: today)")
    planning.add_argument("--json", action="store_true")
    planning.set_defaults(
        run=lambda given: schedule(
            given.file,
            data(given.data),
            participant_id=given.participant,
            day_0=given.day0,
            today=given.on or today_utc(),
            as_json=given.json,
        )
    )


def check(file: Path, *, as_json: bool) -> int:
    """Say what is wrong with a study document; 1 where something is."""
    from qst_station.documents import load_document
    from qst_station.station.study_file import read_text
    from qst_station.study.document import Study
    from qst_station.study.study import study_findings, study_sha256

    text = read_text(file)
    study: Study | None = None
    try:
        study = load_document(text, Study, place=str(file))
        findings = study_findings(study, place=str(file))
    except Refused as refused:
        findings = [refused.finding]
    for finding in findings:
        print(finding.line(), file=sys.stderr)
    unverified = [note.what for note in study.provenance if note.grade == "unverified"] if study else []
    told = {"name": study.name, "version": study.version, "visits": len(study.visits)} if study else {}
    digest = study_sha256(text)
    if as_json:
        said = [_plain_finding(finding) for finding in findings]
        print_json({**told, "sha256": digest, "usable": not findings, "findings": said, "unverified": unverified})
    elif not findings:
        print(f"{told['name']} {told['version']} can be used: {told['visits']} visits, sha256 {digest}.")
        for what in unverified:
            print(f"unverified: {what}")
    return FOUND if findings else DONE


def schedule(file: Path, data: Path, *, participant_id: str, day_0: Day | None, today: Day, as_json: bool) -> int:
    """Print every visit of a participant with its date, window and status."""
    from qst_station.station.participant_view import plain_visit
    from qst_station.station.study_file import read_study
    from qst_station.study.participants import Enrolled, Participant
    from qst_station.study.register import ParticipantRegister

    _, study = read_study(file)
    study.check_participant(participant_id, place="--participant")
    known = ParticipantRegister(data, study).participants()
    participant = known.get(participant_id, Participant(enrolled=Enrolled(participant_id=participant_id)))
    planned = participant.schedule(study, today=today, day_0=day_0)
    if as_json:
        print_json(
            {
                "participant_id": participant_id,
                "registered": participant_id in known,
                "standing": participant.standing(study),
                "visits": [plain_visit(p) for p in planned],
            }
        )
        return DONE
    registered = "" if participant_id in known else ", not in the register"
    print(f"{study.name} {participant_id}, {participant.standing(study)}{registered}")
    grade = " (unverified)" if study.window_grade == "unverified" else ""
    print(f"{'':16} {'day':10} {'window' + grade:26} {'status':14} {'done':10} {'days':>5}")
    for p in planned:
        window = f"{p.opens} to {p.closes}" if p.opens else "-"
        days = "" if p.deviation_days is None else f"{p.deviation_days:+d}"
        name, nominal, done = p.visit.name, or_dash(p.nominal), or_dash(p.done_on)
        print(f"{name:16} {nominal:10} {window:26} {p.status:14} {done:10} {days:>5}")
    return DONE


def _plain_finding(finding: Finding) -> dict[str, str]:
    names = ("code", "place", "happened", "safe", "remedy")
    return {name: getattr(finding, name) for name in names}


def or_dash(value: object) -> str:
    """A value for a column; a dash where there is none."""
    return "-" if value is None else str(value)


def today_utc() -> Day:
    """Today, in UTC as everywhere in the register."""
    return datetime.datetime.now(datetime.UTC).date()


def day(text: str) -> Day:
    """A date given as an argument."""
    try:
        return Day.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-03-31") from fault
