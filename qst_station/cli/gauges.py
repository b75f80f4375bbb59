"""`qst-station gauges`, and the gauge that an argument names."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drivers.catalogue import BROKEN, GAUGES, UnknownGauge
from drivers.spec import GaugeSpec
from qst_station.acquisition.device import device_spec
from qst_station.cli.output import DONE, FOUND, print_json
from qst_station.findings import Finding, Refused, Severity
from qst_station.station.gauge_folder import DescribedGauge, GaugeFolder, read_gauge

DOCUMENT = ".toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenGauge:
    """A gauge of an argument; `described` is None for a known one."""

    name: str
    described: DescribedGauge | None = None

    def spec(self, place: str, **options: Any) -> GaugeSpec:
        """The spec with the user's options (see `Device.options`).

        Raises
        ------
        Refused
            An option cannot be used.
        """
        document = {"document": self.described.text} if self.described else {}
        try:
            return device_spec(self.name, {**options, **document})
        except ValueError as error:
            raise unusable(place, str(error)) from error


def chosen_gauge(given: str, data: Path, *, place: str) -> ChosenGauge:
    """The gauge of a name, of a file NAME.toml, or of the data folder.

    Raises
    ------
    Refused
        There is none of this name, or the file describes none.
    """
    if given.endswith(DOCUMENT):
        described = read_gauge(Path(given))
        return ChosenGauge(name=described.spec.name, described=described)
    if given in GAUGES:
        return ChosenGauge(name=given)
    folder = GaugeFolder(data).gauges
    if given not in folder:
        raise unusable(place, str(UnknownGauge(given, (*GAUGES, *folder))))
    return ChosenGauge(name=given, described=folder[given])


def gauges(data: Path, *, as_json: bool) -> int:
    """List the gauges with the grade of what is known of each; 1 where some cannot be used."""
    folder = GaugeFolder(data)
    for spec in (*GAUGES.values(), *(described.spec for described in folder.gauges.values())):
        if as_json:
            names = ("name", "title", "kind", "grade", "grade_note", "source", "link", "variants")
            print_json({name: getattr(spec, name) for name in names})
            continue
        print(f"{spec.name:15} {spec.kind:7} {spec.grade:12} {spec.title}\n{'':36}{spec.grade_note}")
        print(f"{'':36}{' or '.join((spec.link, *spec.variants))}")
    for broken in BROKEN:
        print(f"{broken.entry} of {broken.package}: {broken.why} It is not used; the others are.", file=sys.stderr)
    for finding in folder.findings:
        print(f"{finding.line()} It is not used; the others are.", file=sys.stderr)
    return FOUND if BROKEN or folder.findings else DONE


def unusable(place: str, why: str) -> Refused:
    """The refusal of an argument."""
    return Refused(
        Finding(code="arguments.unusable", severity=Severity.STOP, place=place, happened=f"{why.rstrip('.')}.")
    )
