"""`qst-station limb calibrate`, `limb calibrations`, `limb estimate`: girth to volume by the site's own line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qst_station.cli.output import DONE, FOUND, print_json
from qst_station.findings import Finding, Refused, Severity

if TYPE_CHECKING:
    from qst_station.cli.csv_rows import CsvRow
    from qst_station.limb.calibration_pairs import Plausible
    from qst_station.station.limb_calibrations import KeptCalibration

Data = Callable[[Path | None], Path]

_COLUMNS = ("girth_cm", "volume_ml")


def add_arguments(what: argparse._SubParsersAction[Any], data: Data) -> None:
    """The commands for the site's own calibrations; `data` finds the data folder."""
    calibrate = what.add_parser("calibrate", help="keep the site's own calibration from girth to volume")
    calibrate.add_argument("table", type=Path, metavar="PAIRS.csv", help=f"columns {', '.join(_COLUMNS)}")
    _method(calibrate)
    calibrate.add_argument("--who", required=True, help="initials or name of who made the calibration")
    calibrate.set_defaults(run=lambda given: _calibrate(given, data(given.data)))
    listing = what.add_parser("calibrations", help="the site's own calibrations from girth to volume")
    listing.set_defaults(run=lambda given: _calibrations(given, data(given.data)))
    estimate = what.add_parser("estimate", help="volume from a girth, by the site's own calibration")
    estimate.add_argument("girth", metavar="GIRTH", help="figure-of-8 girth in cm")
    _method(estimate)
    estimate.set_defaults(run=lambda given: _estimate(given, data(given.data)))
    for command in (calibrate, listing, estimate):
        command.add_argument("--json", action="store_true")


def _method(command: argparse.ArgumentParser) -> None:
    command.add_argument("--segment", choices=("hand", "ankle"), required=True)
    command.add_argument("--variant", required=True, metavar="V", help="landmark variant of the girths")


def _calibrate(given: argparse.Namespace, data: Path) -> int:
    from qst_station.cli.csv_rows import read_rows
    from qst_station.cli.study import today_utc
    from qst_station.limb.calibration_pairs import Plausible
    from qst_station.station.limb_calibrations import keep

    try:
        plausible = Plausible.of(given.segment, given.variant)
    except ValueError as fault:
        raise _refused("limb.calibration", "limb calibrate", fault, "Give one of them.") from None
    pairs = [_pair(row, plausible) for row in read_rows(given.table, _COLUMNS)]
    try:
        kept = keep(
            data,
            segment=given.segment,
            variant=given.variant,
            done_on=today_utc(),
            done_by=given.who.strip(),
            girths_cm=tuple(girth_cm for girth_cm, _ in pairs),
            volumes_ml=tuple(volume_ml for _, volume_ml in pairs),
        )
    except ValueError as fault:
        raise _refused("limb.calibration", f"{given.table}", fault, "Complete or correct what is named.") from None
    _print(kept, as_json=given.json)
    return DONE


def _pair(row: CsvRow, plausible: Plausible) -> tuple[float, float]:
    from qst_station.scoring.table import unusable

    values = []
    for column, check in zip(_COLUMNS, (plausible.check_girth, plausible.check_volume), strict=True):
        place, value = f"{row.place}, column {column!r}", row.number(column)
        if value is None:
            raise unusable(place, "the cell is empty", "Fill it or leave the limb out.")
        try:
            check(value)
        except ValueError as fault:
            raise unusable(place, str(fault), f"Give {column.replace('_', ' in ')}.") from None
        values.append(value)
    girth_cm, volume_ml = values
    return girth_cm, volume_ml


def _calibrations(given: argparse.Namespace, data: Path) -> int:
    from qst_station.station.limb_calibrations import calibrations

    kept, findings = calibrations(data)
    for one in kept:
        _print(one, as_json=given.json)
    for finding in findings:
        print(finding.line(), file=sys.stderr)
    return FOUND if findings else DONE


def _estimate(given: argparse.Namespace, data: Path) -> int:
    from qst_station.limb.site_calibration import estimate
    from qst_station.limb.volume import typed_circumference_cm, volume_limits
    from qst_station.station.limb_calibrations import latest

    kept = latest(data, given.segment, given.variant)
    try:
        girth_cm = typed_circumference_cm(given.girth, volume_limits())
        if kept is None:
            raise ValueError(f"the site has entered no calibration for {given.segment}, {given.variant}")
        found = estimate(kept.line, girth_cm, segment=given.segment, variant=given.variant)
    except ValueError as fault:
        remedy = "Give the girth in cm; keep a calibration that covers it (limb calibrate)."
        raise _refused("limb.no_estimate", "limb estimate", fault, remedy) from None
    if given.json:
        volume = {name: getattr(found, name) for name in ("volume_ml", "low_ml", "high_ml")}
        print_json({"girth_cm": girth_cm, "estimated": volume, "calibration": _plain(kept)})
        return DONE
    interval = f"95 % prediction interval {found.low_ml:.0f} to {found.high_ml:.0f} ml"
    print(f"{found.volume_ml:.0f} ml estimated, {interval}")
    _print(kept, as_json=False)
    return DONE


def _print(kept: KeptCalibration, *, as_json: bool) -> None:
    line = kept.line
    if as_json:
        print_json(_plain(kept))
        return
    print(
        f"{kept.file}: volume = {line.intercept_ml:.4g} ml + {line.slope_ml_per_cm:.4g} ml/cm x girth, "
        f"{line.girth_min_cm:g} to {line.girth_max_cm:g} cm, SEE {line.see_ml:.3g} ml, R2 {line.r_squared:.3f}, "
        f"n {line.n}, {line.done_on}, {line.done_by}"
    )


def _plain(kept: KeptCalibration) -> dict[str, Any]:
    return {"file": kept.file, **asdict(kept.line), "done_on": kept.line.done_on.isoformat()}


def _refused(code: str, place: str, fault: ValueError, remedy: str) -> Refused:
    return Refused(
        Finding(
            code=code,
            severity=Severity.STOP,
            place=place,
            happened=f"{fault}.",
            safe="Nothing was computed or written.",
            remedy=remedy,
        )
    )
