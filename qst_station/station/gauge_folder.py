"""The gauges that users of this station have described: one TOML document each, in the data folder."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from drivers.catalogue import GAUGES
from drivers.spec import GaugeSpec
from drivers.text_gauge import TextGaugeDocument
from qst_station.acquisition.device import Device
from qst_station.acquisition.gauge_document import (
    described_gauge,
    document_text,
    load_gauge_document,
    refused_document,
)
from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.durable import fsync_directory

FOLDER = "gauges"


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedGauge:
    """A gauge with the document that describes it, and its text."""

    text: str
    document: TextGaugeDocument
    spec: GaugeSpec


def read_gauge(path: Path) -> DescribedGauge:
    """The gauge of a file.

    Raises
    ------
    Refused
        `document.invalid`: the file cannot be read, describes no gauge, or one with the name of a known gauge.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise Refused(
            Finding(
                code="document.invalid",
                severity=Severity.STOP,
                place=str(path),
                happened=f"The file cannot be read as UTF-8 text: {getattr(fault, 'strerror', None) or fault}.",
                safe="Nothing has been changed.",
                remedy="Check its path, its rights and its encoding.",
            )
        ) from fault
    document, spec = load_gauge_document(text, place=str(path))
    _refuse_taken(str(path), spec.name, GAUGES)
    return DescribedGauge(text=text, document=document, spec=spec)


class GaugeFolder:
    """The described gauges of a data folder, as they were when it was read.

    Parameters
    ----------
    data : Path
        The data folder; its gauges are those of `gauges/*.toml`.

    Attributes
    ----------
    gauges : dict of str to DescribedGauge
    findings : list of Finding
        Why the other files are not used.
    """

    def __init__(self, data: Path) -> None:
        self.gauges: dict[str, DescribedGauge] = {}
        self.findings: list[Finding] = []
        self._folder = data / FOLDER
        found: list[tuple[Path, DescribedGauge]] = []
        for path in sorted(self._folder.glob("*.toml")):
            try:
                found.append((path, read_gauge(path)))
            except Refused as refused:
                self.findings.append(refused.finding)
        uses = Counter(gauge.spec.name for _, gauge in found)
        for path, gauge in found:
            if uses[gauge.spec.name] == 1:
                self.gauges[gauge.spec.name] = gauge
            else:
                allowed = "a name that no other file of the folder gives"
                self.findings.append(refused_document(str(path), "name", gauge.spec.name, allowed).finding)

    def add(self, document: TextGaugeDocument) -> None:
        """Take a gauge in and write its document, durably.

        Raises
        ------
        Refused
            `document.invalid`: it describes no gauge, its name is in use, or the folder does not take the file.
        """
        place = "new gauge"
        spec = described_gauge(document, place=place)
        _refuse_taken(place, spec.name, {**GAUGES, **self.gauges})
        text = document_text(document)
        path = self._folder / f"{spec.name}.toml"
        try:
            self._write(path, text)
        except FileExistsError as fault:
            raise refused_document(place, "name", spec.name, f"a name without a file {path}") from fault
        except OSError as fault:
            raise refused_document(place, "name", str(path), f"a folder that takes the file ({fault})") from fault
        self.gauges[spec.name] = DescribedGauge(text=text, document=document, spec=spec)

    def with_document(self, device: Device, began_with: Mapping[str, object]) -> Device:
        """The device with the document of its gauge, if that is a described one.

        It becomes part of the session, which never looks into this folder. A device of the open visit keeps the
        document that the visit began with (`began_with` are its options).
        """
        if device.gauge in GAUGES or "document" in device.options:
            return device
        described = self.gauges.get(device.gauge)
        text = began_with.get("document") or (described.text if described else None)
        return replace(device, options={**device.options, "document": text}) if text else device

    def _write(self, path: Path, text: str) -> None:
        """Write a new file whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".toml-new")
        try:
            with beside.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                raise FileExistsError(path)
            beside.rename(path)
        finally:
            beside.unlink(missing_ok=True)
        fsync_directory(self._folder)


def _refuse_taken(place: str, name: str, taken: Mapping[str, object]) -> None:
    if name in taken:
        raise refused_document(place, "name", name, "a name that no known gauge has")
