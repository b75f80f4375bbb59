"""`qst-station site-check`."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from qst_station.cli.output import DONE, FOUND, print_json
from qst_station.findings import Finding, Severity

if TYPE_CHECKING:
    from qst_station.scoring.site_check import Count, SiteCheck, ZValue
    from qst_station.session.plan import SiteRole

_COLUMNS = ("participant_id", "parameter", "z")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("table", type=Path, nargs="?", metavar="TABLE.csv", help=f"columns {', '.join(_COLUMNS)}")
    source.add_argument("--sessions", type=Path, metavar="DIR", help="data folder with the site's own volunteers")
    parser.add_argument(
        "--area", choices=("control", "affected"), default="control", help="test area that counts (control)"
    )
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    from qst_station.scoring.site_check import published_rule, site_check
    from qst_station.scoring.table import unusable

    place: Path = arguments.sessions or arguments.table
    values, left_out = _of_sessions(place, arguments.area) if arguments.sessions else (_of_table(place), ())
    for finding in left_out:
        print(finding.line(), file=sys.stderr)
    try:
        found = site_check(values, published_rule())
    except ValueError as fault:
        raise unusable(f"{place}", str(fault), "Correct the table, or take out what is too much.") from None
    if arguments.json:
        print_json(asdict(found))
    else:
        _print(found)
    verdict = _finding(found, place)
    if verdict is not None:
        print(verdict.line(), file=sys.stderr)
    return FOUND if verdict is not None or left_out else DONE


def _of_table(table: Path) -> list[ZValue]:
    from qst_station.cli.csv_rows import read_rows
    from qst_station.scoring.site_check import ZValue

    return [
        ZValue(
            participant_id=row.word("participant_id"),
            parameter=row.word("parameter"),
            z=row.number("z"),
            place=row.place,
        )
        for row in read_rows(table, _COLUMNS)
    ]


def _of_sessions(data: Path, area: SiteRole) -> tuple[list[ZValue], tuple[Finding, ...]]:
    from qst_station.station.study_file import study_in
    from qst_station.station.volunteers import volunteer_values

    return volunteer_values(data, study_in(data)[1], area=area)


def _print(found: SiteCheck) -> None:
    for title, counts in (("person", found.persons), ("parameter", found.parameters)):
        print(f"{title:20} abnormal missing  of")
        for count in counts:
            print(f"{count.name:20} {count.abnormal:8} {count.missing:7} {count.of:3}  {count.outcome}")
    if found.left_out:
        print(f"Not counted, no z-score in anybody: {', '.join(found.left_out)}")
    print(f"Rule: {found.rule.provenance[0].source}")


def _finding(found: SiteCheck, table: Path) -> Finding | None:
    if found.suspects:
        return Finding(
            code="site.suspect",
            severity=Severity.WARNING,
            place=f"{table}",
            happened=f"{'; '.join(map(_counted, found.suspects))}: more abnormal values than healthy people have.",
            safe="Nothing has been changed.",
            remedy="A person: check inclusion. A parameter: check instruments and training.",
        )
    if found.undecided:
        why = found.not_stated or "values without z could change the outcome"
        return Finding(
            code="site.open",
            severity=Severity.WARNING,
            place=f"{table}",
            happened=f"The check is open: {why}.",
            safe="Nothing has been changed.",
            remedy=f"Give {found.rule.participants} healthy volunteers, each with a z-score for every parameter.",
        )
    return None


def _counted(count: Count) -> str:
    return f"{count.name} {count.abnormal} of {count.of}"
