"""How a device is set up, and the spec of its gauge with what the user has set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drivers.catalogue import gauge, with_pattern
from drivers.spec import GaugeSpec
from qst_station.acquisition.gauge_document import load_gauge_document
from qst_station.findings import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """How a device is set up.

    Attributes
    ----------
    name : str
        Name of its stream.
    gauge, url : str
        Name in the catalogue; where it is opened.
    tests : tuple of str
        Tests that its force lies under; empty for a button.
    instrument : str
        What it is in the register of instruments; empty where it is not registered.
    options : mapping
        What the user has set: `pattern` and `unit` of a text-line gauge, `baud` and `format` (as `7E1`) of the
        link, `document` of a gauge that a document describes (its text, so that the session needs no file).
    """

    name: str
    gauge: str
    url: str
    tests: tuple[str, ...] = ()
    probe_area_cm2: float = 1.0
    instrument: str = ""
    options: Mapping[str, Any]


def device_spec(name: str, options: Mapping[str, Any]) -> GaugeSpec:
    """The spec of a gauge with what the user has set; see `Device.options`.

    Raises
    ------
    ValueError
        There is no such gauge, or an option cannot be used.
    """
    document = options.get("document")
    spec = gauge(name) if document is None else _described(name, document)
    pattern, unit = options.get("pattern"), options.get("unit")
    if pattern or unit:
        spec = with_pattern(spec, pattern or spec.pattern, unit=unit)
    return spec.with_link(baud=options.get("baud"), byte_format=options.get("format"))


def _described(name: str, document: str) -> GaugeSpec:
    try:
        _, spec = load_gauge_document(document, place=f"document of {name}")
    except Refused as refused:
        raise ValueError(f"{refused.finding.place}: {refused.finding.happened}") from refused
    if spec.name != name:
        raise ValueError(f"document of {name}: it describes another gauge, {spec.name!r}")
    return spec
