"""The devices that a visit began with: what each must still be, and where its part in the visit ended."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from qst_station.acquisition.attached import AttachedDevice
from qst_station.acquisition.device import Device
from qst_station.findings import Refused
from qst_station.station.engine_findings import device_finding
from qst_station.station.record import DeviceRecord


class VisitDevices:
    """The devices of one visit by name; empty where none is open.

    Parameters
    ----------
    records : mapping of str to DeviceRecord
        How each stood when it last took part.
    """

    def __init__(self, records: Mapping[str, DeviceRecord]) -> None:
        self._records = dict(records)

    @classmethod
    def of(cls, devices: Mapping[str, AttachedDevice]) -> VisitDevices:
        """Those of a visit that begins with what is attached."""
        return cls(
            {
                name: DeviceRecord(
                    gauge=attached.device.gauge,
                    options=attached.device.options,
                    probe_area_cm2=attached.device.probe_area_cm2,
                    scale=attached.scale,
                    next_reading=attached.readings,
                )
                for name, attached in devices.items()
            }
        )

    def __contains__(self, name: object) -> bool:
        return name in self._records

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def options(self, name: str) -> Mapping[str, Any]:
        """With which options the visit began with a device; none where it did not."""
        record = self._records.get(name)
        return record.options if record else {}

    def refuse_other(self, device: Device) -> None:
        """Let a device be attached.

        Raises
        ------
        Refused
            The visit began with something else of this name.
        """
        record = self._records.get(device.name)
        if record is None:
            return
        for what, now, began in (
            ("gauge", device.gauge, record.gauge),
            ("pattern, unit, link or document", _shown(device.options), _shown(record.options)),
            ("probe area", device.probe_area_cm2, record.probe_area_cm2),
        ):
            if now != began:
                happened = f"the visit began with {what} {began}, not {now}"
                remedy = "Attach it as it was, or give this device another name."
                raise Refused(device_finding("device.other", device.name, happened, remedy))

    def refuse_others(self, devices: Mapping[str, AttachedDevice]) -> None:
        """Let the visit go on with what is attached; `Refused` as `refuse_other`."""
        for name in self._records:
            if name in devices:
                self.refuse_other(devices[name].device)

    def end_part(self, attached: AttachedDevice) -> None:
        """Remember how a device stands that is let go of; one that never took part is none of them.

        Raises
        ------
        Refused
            It takes part and is not lost.
        """
        name = attached.device.name
        if name not in self._records:
            return
        if attached.state != "lost":
            raise Refused(device_finding("device.in_use", name, "the device belongs to the open visit"))
        self._records[name] = replace(self._records[name], scale=attached.scale, next_reading=attached.readings)

    def go_on(self, attached: AttachedDevice) -> None:
        """Let a device take part where its part ended, with its scale unless sign or zero were set since."""
        record = self._records[attached.device.name]
        attached.readings = max(attached.readings, record.next_reading)
        if attached.scale_untouched:
            attached.scale = record.scale


def _shown(options: Mapping[str, Any]) -> dict[str, Any]:
    """Options of a device, of a document only its hash."""
    document = options.get("document")
    digest = {"document": hashlib.sha256(document.encode()).hexdigest()[:12]} if document else {}
    return {**options, **digest}
