"""The devices that this station remembers, by what tells them apart and never by the name of a port."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from drivers.ports import PortInfo
from qst_station.acquisition.attached import AttachedDevice
from qst_station.acquisition.device import Device
from qst_station.acquisition.display_check import Shown
from qst_station.acquisition.identity import Identity, adapter_at, adapter_words, same_device, whereabouts
from qst_station.documents import checked
from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.durable import fsync_directory

FILE: Final = "devices.json"
FORMAT: Final = "qst-devices/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDevice:
    """A device as it was attached last.

    Attributes
    ----------
    name, gauge, tests, probe_area_cm2, options
        As in `Device`.
    identity : Identity
    url : str
        Where it was, for a person to read; nothing is looked for there.
    display : tuple of Shown
        Readings that the examiner saw on its display; remembered only of a device that is certain.
    """

    name: str
    gauge: str
    identity: Identity
    url: str
    tests: tuple[str, ...] = ()
    probe_area_cm2: float = 1.0
    options: dict[str, str | int] = field(default_factory=dict)
    display: tuple[Shown, ...] = ()

    def device(self, url: str) -> Device:
        """The device at a port."""
        return Device(
            name=self.name,
            gauge=self.gauge,
            url=url,
            tests=self.tests,
            probe_area_cm2=self.probe_area_cm2,
            options=dict(self.options),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    format: str
    devices: tuple[KnownDevice, ...]


class KnownDevices:
    """The remembered devices of a data folder.

    Parameters
    ----------
    data : Path

    Attributes
    ----------
    findings : list of Finding
        Why nothing is remembered, where the file cannot be read; and that it could not be written.
    """

    def __init__(self, data: Path) -> None:
        self.findings: list[Finding] = []
        self._path = data / FILE
        self._devices: dict[str, KnownDevice] = {}
        try:
            self._devices = {device.name: device for device in _read(self._path)}
        except FileNotFoundError:
            pass
        except (OSError, ValueError, RecursionError) as fault:
            self._unreadable(f"It cannot be read ({fault}).")
        except Refused as refused:
            self._unreadable(f"{refused.finding.place}: {refused.finding.happened}")

    def __iter__(self) -> Iterator[KnownDevice]:
        return iter(self._devices.values())

    def get(self, name: str) -> KnownDevice | None:
        """The device of a name; None where none is remembered."""
        return self._devices.get(name)

    def remember(self, attached: AttachedDevice) -> None:
        """Remember a device as it is attached now, if anything tells it apart.

        The same device under an older name is forgotten: it would be found twice.
        """
        device, before = attached.device, self._devices.get(attached.device.name)
        identity = attached.identity
        if before is not None and before.gauge == device.gauge and not identity.unit:
            identity = replace(identity, unit=before.identity.unit)  # it has not told yet
        if not identity.known_again:
            return
        known = KnownDevice(
            name=device.name,
            gauge=device.gauge,
            identity=identity,
            url=device.url,
            tests=device.tests,
            probe_area_cm2=device.probe_area_cm2,
            options=dict(device.options),
            display=attached.display.agreed if identity.certain and attached.display.state == "agreed" else (),
        )
        if before == known:
            return
        others = {n: k for n, k in self._devices.items() if not same_device(k.identity, identity)}
        self._write({**others, known.name: known})

    def forget(self, name: str) -> None:
        """Remember a device no longer."""
        if name in self._devices:
            self._write({n: known for n, known in self._devices.items() if n != name})

    def found(self, ports: Iterable[PortInfo], taken: Iterable[str]) -> list[dict[str, Any]]:
        """The remembered devices and where each is plugged in now, as plain data."""
        listed, used = tuple(ports), tuple(taken)
        return [_found(known, listed, used) for known in self._devices.values()]

    def of_unit(self, gauge: str, unit: str) -> KnownDevice | None:
        """The device that told this number of its own."""
        same = (k for k in self._devices.values() if unit and k.gauge == gauge and k.identity.unit == unit)
        return next(same, None)

    def _write(self, devices: Mapping[str, KnownDevice]) -> None:
        """Replace the file whole; what is remembered stays as it is where the disk does not take it."""
        text = json.dumps(asdict(_Document(format=FORMAT, devices=tuple(devices.values()))), indent=1)
        beside = self._path.with_suffix(".json-new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text + "\n")
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._path)
            fsync_directory(self._path.parent)
        except OSError as fault:
            self.findings.append(_not_remembered(self._path, f"The disk refused ({fault}).", "Check the disk."))
        self._devices = dict(devices)

    def _unreadable(self, why: str) -> None:
        aside = self._path.with_suffix(".json-unreadable")
        remedy = f"Attach the devices anew. The file is kept as {aside.name}."
        try:
            self._path.replace(aside)
        except OSError:
            remedy = "Check the rights of this file."
        self.findings.append(_not_remembered(self._path, why, remedy))


def _read(path: Path) -> tuple[KnownDevice, ...]:
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ValueError(f"no {FORMAT} file")
    return checked(found, _Document, place=str(path)).devices


def _found(known: KnownDevice, ports: tuple[PortInfo, ...], taken: tuple[str, ...]) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "name": known.name,
        "gauge": known.gauge,
        "identity": known.identity.words(),
        "was_at": known.url,
        "url": "",
        "certain": False,
        "why": "it is known by what it tells: type its port and ask on the wire",
    }
    if known.identity.adapter is None:
        return shown
    where = whereabouts(known.identity.adapter, ports, taken)
    if where.port is not None:
        return {**shown, "url": where.port.url, "certain": where.certain, "why": where.why}
    instead = adapter_at(known.url, ports)
    now = f"; {known.url} has the {adapter_words(instead)} now" if instead else ""
    return {**shown, "why": f"{where.why}{now}"}


def _not_remembered(path: Path, happened: str, remedy: str) -> Finding:
    return Finding(
        code="device.not_remembered",
        severity=Severity.WARNING,
        place=str(path),
        happened=f"Remembered devices: {happened}",
        safe="Sessions are not affected, and attached devices go on.",
        remedy=remedy,
    )
