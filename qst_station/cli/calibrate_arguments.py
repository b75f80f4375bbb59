"""Arguments of `qst-station calibrate`."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

_Actions: TypeAlias = "argparse._SubParsersAction[Any]"
_DataFolder: TypeAlias = Callable[[Path | None], Path]


def add_arguments(calibrate: argparse.ArgumentParser, data_folder: _DataFolder) -> None:
    """Add the actions of `calibrate`; `data_folder` gives the folder for what `--data` says."""
    actions = calibrate.add_subparsers(metavar="ACTION", required=True)
    for add in (_list, _show, _certificate, _add, _due, _retire, _export, _run):
        add(actions, data_folder)
    _example(actions)


def _list(actions: _Actions, data_folder: _DataFolder) -> None:
    list_ = actions.add_parser("list", help="every instrument with its state")
    _day(list_)
    list_.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.calibrate import list_instruments

        return list_instruments(data_folder(arguments.data), on=arguments.on, as_json=arguments.json)

    list_.set_defaults(run=run)


def _show(actions: _Actions, data_folder: _DataFolder) -> None:
    show = actions.add_parser("show", help="one instrument with its history")
    show.add_argument("id", metavar="ID")
    _day(show)
    show.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.calibrate import show as show_instrument

        return show_instrument(data_folder(arguments.data), arguments.id, on=arguments.on, as_json=arguments.json)

    show.set_defaults(run=run)


def _certificate(actions: _Actions, data_folder: _DataFolder) -> None:
    certificate = actions.add_parser("certificate", help="check a certificate, or write it out")
    certificate.add_argument("number", metavar="NUMBER|FILE.json")
    certificate.add_argument("--out", type=Path, default=None, metavar="FILE.pdf|FILE.json")
    certificate.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.calibrate import certificate as check_certificate

        return check_certificate(
            data_folder(arguments.data), arguments.number, out=arguments.out, as_json=arguments.json
        )

    certificate.set_defaults(run=run)


def _add(actions: _Actions, data_folder: _DataFolder) -> None:
    add = actions.add_parser("add", help="register the instruments of a document")
    add.add_argument("file", type=Path, metavar="FILE.toml")
    add.add_argument("--who", required=True, metavar="NAME", help="who registers them")
    add.add_argument("--site", default=None, metavar="PREFIX", help="of certificate numbers; with the first set")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.calibrate import add as add_set

        return add_set(data_folder(arguments.data), arguments.file, who=arguments.who, site=arguments.site)

    add.set_defaults(run=run)


def _example(actions: _Actions) -> None:
    example = actions.add_parser("example", help="print a set document to fill in: optihair2, dfns_pinpricks")
    example.add_argument("name", metavar="NAME")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.calibrate import example as print_example

        return print_example(arguments.name)

    example.set_defaults(run=run)


def _due(actions: _Actions, data_folder: _DataFolder) -> None:
    due = actions.add_parser("due", help="enter what the sponsor decided: when to calibrate and to check")
    due.add_argument("id", metavar="ID")
    due.add_argument("--days", type=int, default=None, help="so long a calibration holds")
    due.add_argument("--soon", type=int, default=None, metavar="DAYS", help="say so long before that it is due")
    due.add_argument("--check-every", type=int, default=None, metavar="DAYS", help="so long a daily check holds")
    due.add_argument("--set-by", required=True, help="who decided it, and where it is written")
    due.add_argument("--who", required=True, metavar="NAME")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.calibrate import set_due_rule

        return set_due_rule(
            data_folder(arguments.data),
            arguments.id,
            days=arguments.days,
            soon=arguments.soon,
            check_every=arguments.check_every,
            set_by=arguments.set_by,
            who=arguments.who,
        )

    due.set_defaults(run=run)


def _retire(actions: _Actions, data_folder: _DataFolder) -> None:
    retire = actions.add_parser("retire", help="take an instrument out of use for good")
    retire.add_argument("id", metavar="ID")
    retire.add_argument("--reason", required=True)
    retire.add_argument("--who", required=True, metavar="NAME")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.calibrate import retire as retire_instrument

        return retire_instrument(
            data_folder(arguments.data), arguments.id, reason=arguments.reason, who=arguments.who
        )

    retire.set_defaults(run=run)


def _export(actions: _Actions, data_folder: _DataFolder) -> None:
    export = actions.add_parser("export", help="register and certificates as a folder")
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    _day(export)

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.calibrate import export as export_folder

        return export_folder(data_folder(arguments.data), arguments.out, on=arguments.on)

    export.set_defaults(run=run)


def _run(actions: _Actions, data_folder: _DataFolder) -> None:
    run_ = actions.add_parser("run", help="calibrate an instrument by a plan, or check it")
    run_.add_argument("plan", type=Path, metavar="PLAN.toml")
    run_.add_argument(
        "--balance", default=None, metavar="URL", help="of the balance or gauge; else values are typed"
    )
    run_.add_argument("--gauge", default=None, metavar="NAME", help="name from gauges, over that of the plan")
    run_.add_argument("--resume", action="store_true", help="go on with the one that was interrupted")
    run_.add_argument("--hands-free", action="store_true", help="take zero and check mass once they have settled")
    run_.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.calibrate_run import run as run_plan

        return run_plan(
            data_folder(arguments.data),
            arguments.plan,
            balance=arguments.balance,
            gauge=arguments.gauge,
            resume=arguments.resume,
            hands_free=arguments.hands_free,
            as_json=arguments.json,
        )

    run_.set_defaults(run=run)


def _day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--on", type=_date, default=None, metavar="DATE", help="states on this day (default: today)"
    )


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day; write it as 2026-11-22") from None
