"""`qst-station limb`: volume from circumferences, agreement of readers, and the site's own calibrations."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from qst_station.cli import limb_calibration
from qst_station.cli.limb_calibration import Data
from qst_station.cli.output import DONE, print_json
from qst_station.findings import Finding, Refused, Severity

if TYPE_CHECKING:
    from qst_station.cli.csv_rows import CsvRow
    from qst_station.limb.agreement import Agreement, GirthRow, TechnicalError
    from qst_station.limb.bland_altman import Estimate
    from qst_station.limb.intraclass import Coefficient

_COLUMNS = ("limb", "reader", "repeat", "girth_cm")


def add_arguments(limb: argparse.ArgumentParser, data: Data) -> None:
    """The commands under `limb`; `data` finds the data folder."""
    what = limb.add_subparsers(metavar="WHAT", required=True)
    volume = what.add_parser("volume", help="volume from serial circumferences")
    volume.add_argument(
        "--method",
        choices=("frustum", "disc"),
        required=True,
        help="frustum: a mark at both ends of every segment; disc: a mark in the middle of every segment",
    )
    volume.add_argument("--height-cm", required=True, metavar="H", help="distance between the marks")
    volume.add_argument("circumferences", nargs="+", metavar="C", help="circumferences in cm, along the limb")
    volume.add_argument("--json", action="store_true")
    volume.set_defaults(run=_volume)
    agreement = what.add_parser("agreement", help="two readers on the same limbs")
    agreement.add_argument("table", type=Path, metavar="TABLE.csv", help=f"columns {', '.join(_COLUMNS)}")
    agreement.add_argument(
        "--plot", type=Path, default=None, metavar="FILE.svg", help="Bland-Altman plot, new file"
    )
    agreement.add_argument("--json", action="store_true")
    agreement.set_defaults(run=_agreement)
    limb_calibration.add_arguments(what, data)


def _volume(arguments: argparse.Namespace) -> int:
    from qst_station.limb.volume import (
        METHODS,
        length_cm,
        typed_circumference_cm,
        typed_height_cm,
        volume_limits,
        volume_ml,
    )

    limits = volume_limits()
    try:
        marks = METHODS[arguments.method](
            height_cm=typed_height_cm(arguments.height_cm, limits),
            circumferences_cm=tuple(typed_circumference_cm(text, limits) for text in arguments.circumferences),
        )
    except ValueError as fault:
        raise Refused(
            Finding(
                code="limb.unusable",
                severity=Severity.STOP,
                place="limb volume",
                happened=f"{fault}.",
                safe="Nothing was computed.",
                remedy="Type lengths in centimetres.",
            )
        ) from None
    if arguments.json:
        print_json(
            {
                "method": arguments.method,
                **asdict(marks),
                "segments_ml": marks.segments_ml,
                "length_cm": length_cm(marks),
                "volume_ml": volume_ml(marks),
            }
        )
    else:
        where = "both ends" if arguments.method == "frustum" else "the middle"
        print(
            f"{volume_ml(marks):.1f} ml over {length_cm(marks):g} cm of limb ({arguments.method}): "
            f"{len(marks.segments_ml)} segments of {marks.height_cm:g} cm, marks at {where} of each"
        )
    return DONE


def _agreement(arguments: argparse.Namespace) -> int:
    from importlib.resources import files

    from protocols.figure8_spec import Figure8Spec
    from qst_station.cli.csv_rows import read_rows
    from qst_station.documents import load_document
    from qst_station.limb.agreement import agreement, reader_study
    from qst_station.limb.agreement_plot import agreement_svg
    from qst_station.scoring.table import unusable

    rows = [_girth_row(row) for row in read_rows(arguments.table, _COLUMNS)]
    rules = files("protocols.limb").joinpath("figure8.toml").read_text(encoding="utf-8")
    slip_cm = load_document(rules, Figure8Spec, place="figure8.toml").repeat_hard_cm
    try:
        study = reader_study(rows, slip_cm=slip_cm)
    except ValueError as fault:
        raise unusable(f"{arguments.table}", str(fault), "Correct the table.") from None
    found = agreement(study)
    if arguments.plot is not None:
        with arguments.plot.open("x", encoding="utf-8") as file:
            file.write(agreement_svg(found))
    if arguments.json:
        print_json(asdict(found))
    else:
        _print_agreement(found)
    return DONE


def _girth_row(row: CsvRow) -> GirthRow:
    from qst_station.limb.agreement import GirthRow
    from qst_station.scoring.table import unusable

    girth_cm, repeat = row.number("girth_cm"), row.word("repeat")
    if girth_cm is None:
        raise unusable(f"{row.place}, column 'girth_cm'", "the cell is empty", "Fill it or leave the limb out.")
    if not (repeat.isascii() and repeat.isdigit()):
        raise unusable(f"{row.place}, column 'repeat'", f"{repeat[:40]!r} is no count", "Count them 1, 2, ...")
    limb, reader = row.word("limb"), row.word("reader")
    return GirthRow(limb=limb, reader=reader, repeat=int(repeat), girth_cm=girth_cm, place=row.place)


def _print_agreement(found: Agreement) -> None:
    study, limits = found.study, found.limits
    first, second = study.readers
    print(f"{first} and {second}, {len(study.limbs)} limbs, {study.repeats} readings each")
    for reader, error in zip(study.readers, found.within, strict=False):
        print(f"TEM within {reader}: {_error(error)}")
    print(f"TEM between readers: {_error(found.between)}")
    print(f"ICC(2,1) absolute agreement: {_coefficient(found.icc_2_1)}")
    print(f"ICC(3,1) consistency: {_coefficient(found.icc_3_1)}")
    print(f"Bias ({first} - {second}): {_estimate(limits.bias)}")
    print(f"Limits of agreement: {_estimate(limits.lower)} to {_estimate(limits.upper)}")
    for note in found.notes:
        print(f"Note: {note}.")


def _error(error: TechnicalError) -> str:
    reliability = "undefined" if error.reliability is None else f"{error.reliability:.3f}"
    return f"{error.tem_cm:.3f} cm, {error.tem_percent:.2f} %, reliability {reliability}"


def _coefficient(coefficient: Coefficient) -> str:
    if coefficient.value is None:
        return "undefined: the limbs do not differ"
    if coefficient.low is None or coefficient.high is None:
        return f"{coefficient.value:.3f}, interval undetermined"
    return f"{coefficient.value:.3f} (95 % {coefficient.low:.3f} to {coefficient.high:.3f})"


def _estimate(estimate: Estimate) -> str:
    return f"{estimate.value_cm:+.2f} cm (95 % {estimate.low_cm:+.2f} to {estimate.high_cm:+.2f})"
