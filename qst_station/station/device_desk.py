"""The device desk: ports, remembered devices, questions on the wire, captures, the check against the display."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np

from drivers.catalogue import GAUGES
from drivers.ports import PortInfo, doubt
from qst_station.acquisition.attached import AttachedDevice
from qst_station.acquisition.device import Device
from qst_station.acquisition.display_check import DisplayCheck, NoComparison
from qst_station.acquisition.identity import Identity, adapter_words, same_device
from qst_station.findings import Finding, Refused, Severity
from qst_station.session.events import SessionEvent
from qst_station.station.attachments import Attachments
from qst_station.station.clock import Clock
from qst_station.station.engine_findings import device_finding
from qst_station.station.known_devices import KnownDevice, KnownDevices
from qst_station.station.port_survey import ListPorts, PortSurvey
from qst_station.station.tape import Tape
from qst_station.station.wire_question import WireQuestion

SPARK_NS: Final = 10_000_000_000
SPARK_BINS: Final = 120


class DeviceDesk:
    """What is asked about devices beside measuring with them.

    Parameters
    ----------
    data : Path
        The data folder: remembered devices and captures.
    clock : Clock
    attachments : Attachments
    list_ports : callable
    find : callable
        Takes a finding for a person.
    """

    def __init__(
        self,
        data: Path,
        clock: Clock,
        attachments: Attachments,
        list_ports: ListPorts,
        find: Callable[[Finding], None],
    ) -> None:
        self._data = data
        self._clock = clock
        self._attachments = attachments
        self._find = find
        self._survey = PortSurvey(list_ports)
        self._question: WireQuestion | None = None
        self._known = KnownDevices(data)
        self._told: dict[str, Identity] = {}  # what was last looked at, by name
        self._tapes: dict[str, Tape] = {}

    # Identity

    def known(self, name: str) -> KnownDevice:
        """The remembered device of a name; `Refused` where there is none."""
        known = self._known.get(name)
        if known is None:
            raise Refused(device_finding("device.unknown", name, "no device of this name is remembered"))
        return known

    def admit(self, device: Device) -> None:
        """Let a device be attached.

        Raises
        ------
        Refused
            Its port is being asked, or behind it is certainly another adapter than the one remembered.
        """
        if self._question is not None and self._question.url == device.url and self._question.holds_port:
            remedy = "Wait for the answer or take the question back."
            raise Refused(device_finding("device.asking", device.name, f"{device.url} is being asked", remedy))
        known = self._known.get(device.name)
        if known is None or known.identity.adapter is None or known.gauge != device.gauge:
            return
        there = self._attachments.adapter_of(device.url)
        if there is not None and _certainly_other(there, known.identity.adapter):
            happened = (
                f"this is not the gauge that is remembered: {device.url} has the {adapter_words(there)}, "
                f"{device.name} the {adapter_words(known.identity.adapter)}"
            )
            raise Refused(device_finding("device.not_the_same", device.name, happened, _ANOTHER))

    def welcome(self, attached: AttachedDevice) -> None:
        """Look at a device that has been attached as at one that has not been seen before."""
        self._told.pop(attached.device.name, None)

    def look(self) -> list[SessionEvent]:
        """Learn what devices have told of themselves; news of those that are not what they were taken for."""
        news: list[SessionEvent] = []
        for name, attached in self._attachments.devices.items():
            identity = attached.identity
            if attached.state == "lost" or self._told.get(name) == identity:
                continue
            self._told[name] = identity
            known = self._known.get(name)
            if known is None or known.gauge != attached.device.gauge:
                self._known.remember(attached)
            elif identity.unit and known.identity.unit not in ("", identity.unit):
                news += self._refuse_unit(attached, known)
            elif identity.unit or not known.identity.unit:
                if known.display and attached.display == DisplayCheck() and same_device(known.identity, identity):
                    attached.display = DisplayCheck(agreed=known.display)
                self._known.remember(attached)
        self._tell_findings()
        return news

    def forget(self, name: str) -> None:
        """Remember a device no longer."""
        self._known.forget(name)
        self._told.pop(name, None)
        self._tell_findings()

    def _refuse_unit(self, attached: AttachedDevice, known: KnownDevice) -> list[SessionEvent]:
        name = attached.device.name
        is_unit, was_unit = attached.identity.unit, known.identity.unit
        happened = f"this is not the gauge that is remembered: it is no. {is_unit}, not no. {was_unit}"
        self._find(device_finding("device.not_the_same", name, happened, _ANOTHER))
        return self._attachments.block(name, f"not the gauge that is remembered (no. {known.identity.unit})")

    def _tell_findings(self) -> None:
        while self._known.findings:
            self._find(self._known.findings.pop(0))

    # Ports

    def ask(self, url: str) -> None:
        """Ask on the wire which device is behind the port that the user named.

        Raises
        ------
        Refused
            The port is attached, or another is being asked.
        """
        if not url.strip():
            raise Refused(device_finding("device.invalid", "port", "no port was named"))
        if any(attached.device.url == url for attached in self._attachments.devices.values()):
            raise Refused(device_finding("device.busy", url, "the port is attached: its card shows what it is"))
        if self._question is not None and self._question.holds_port:
            remedy = "Wait for the answer or take the question back."
            raise Refused(device_finding("device.asking", url, f"{self._question.url} is being asked", remedy))
        self._question = WireQuestion(url)

    def take_back(self) -> None:
        """Take the question back."""
        if self._question is not None:
            self._question.cancel()

    def shown(self) -> dict[str, Any]:
        """Ports, remembered devices, question, captures, sparklines, as plain data; has the ports listed anew."""
        self._survey.look()
        ports = self._survey.ports or ()
        devices = self._attachments.devices
        taken = [a.adapter.url for a in devices.values() if a.adapter is not None and a.state != "lost"]
        known = [
            {**found, "attached": found["name"] in devices, "lost": self._is_lost(found["name"])}
            for found in self._known.found(ports, taken)
        ]
        now_ns = self._clock.now_ns()
        return {
            "ports": [self._port(port, ports) for port in ports],
            "listed": self._survey.ports is not None,
            "listing_failed": self._survey.failure,
            "known": known,
            "question": self._question_shown(),
            "captures": {name: tape.shown() for name, tape in self._tapes.items()},
            "sparks": {name: _spark(attached, now_ns) for name, attached in devices.items()},
        }

    def _is_lost(self, name: str) -> bool:
        attached = self._attachments.devices.get(name)
        return attached is not None and attached.state == "lost"

    def _port(self, port: PortInfo, ports: tuple[PortInfo, ...]) -> dict[str, Any]:
        likely = [s.title for s in GAUGES.values() if (port.vid, port.pid) in s.usb]
        devices = self._attachments.devices.values()
        uses = [a.device.name for a in devices if a.state != "lost" and a.device.url == port.url]
        return {
            "url": port.url,
            "usb": "" if port.vid is None or port.pid is None else f"{port.vid:04x}:{port.pid:04x}",
            "serial_number": port.serial_number or "",
            "product": port.product or "",
            "doubt": doubt(port, ports),
            "used_by": uses[0] if uses else "",
            "likely": likely,
        }

    def _question_shown(self) -> dict[str, Any] | None:
        if self._question is None:
            return None
        shown = self._question.shown()
        for candidate in shown["gauges"]:
            known = self._known.of_unit(candidate["gauge"], candidate["unit"])
            candidate["known"] = known.name if known else ""
        return shown

    # Captures

    def capture(self, name: str) -> None:
        """Begin to take down the bytes of a device, or end it.

        Raises
        ------
        Refused
            There is no such device, or the folder does not take the file.
        """
        attached = self._attachments.device(name)
        if name in self._tapes:
            self._end_capture(name)
            return
        try:
            tape = Tape(self._data, attached.device, attached.spec, self._clock.utc())
        except OSError as fault:
            happened = f"the capture was not begun ({fault})"
            raise Refused(device_finding("device.not_captured", name, happened)) from fault
        self._tapes[name] = tape
        self._attachments.tap(name).tape = tape

    def turn(self) -> None:
        """Write what the captures have taken."""
        for name, tape in list(self._tapes.items()):
            try:
                tape.turn()
            except OSError as fault:
                self._end_capture(name, f"the disk refused ({fault})")
                continue
            if tape.over or name not in self._attachments.devices:
                self._end_capture(name)

    def close(self) -> None:
        """End captures, question and listing."""
        for name in list(self._tapes):
            self._end_capture(name)
        if self._question is not None:
            self._question.close()
        self._survey.close()

    def _end_capture(self, name: str, fault: str = "") -> None:
        tape = self._tapes.pop(name)
        if name in self._attachments.devices:
            self._attachments.tap(name).tape = None
        try:
            tape.close()
        except OSError as error:
            fault = fault or f"the disk refused ({error})"
        if fault:
            self._find(device_finding("device.not_captured", name, f"the capture ended early: {fault}"))
            return
        self._find(
            Finding(
                code="device.captured",
                severity=Severity.INFO,
                place=name,
                happened=f"Captured {tape.received} bytes in {tape.path}.",
                safe="The device goes on as before.",
                remedy="Attach the file to a request for support.",
            )
        )

    # Scale and display

    def zero(self, name: str) -> SessionEvent:
        """Take the force of now for no force.

        Raises
        ------
        Refused
            There is no such device, or it gives no readings.
        """
        news = self._attachments.device(name).zero(self._clock.now_ns())
        if news is None:
            happened = "there was no reading in the last half second"
            raise Refused(device_finding("device.no_reading", name, happened))
        return news

    def sign_check(self, name: str, phase: str) -> SessionEvent | None:
        """Start or finish the check that pressing makes the force rise; news where the sign was turned over.

        Raises
        ------
        Refused
            There is no such device, or no check that can be finished.
        """
        device = self._attachments.device(name)
        if phase == "start":
            device.start_sign_check(self._clock.now_ns())
            return None
        if phase != "finish" or device.sign_check != "running":
            raise Refused(device_finding("device.sign_check", name, f"there is no sign check to {phase}"))
        return device.finish_sign_check(self._clock.now_ns())

    def compare(self, name: str, *, same: bool) -> SessionEvent:
        """Take the examiner's word for whether the display shows what is read.

        Raises
        ------
        Refused
            There is no such device, or no reading that says something new.
        """
        attached = self._attachments.device(name)
        try:
            news = attached.compared(self._clock.now_ns(), same=same)
        except NoComparison as why:
            raise Refused(device_finding("device.no_comparison", name, str(why))) from why
        if not same:
            happened = "the number on the screen is not that of the display of the gauge"
            remedy = "Do not measure with it. Choose another gauge or unit, or capture it and ask for support."
            self._find(device_finding("device.display_differs", name, happened, remedy))
        self._known.remember(attached)
        self._tell_findings()
        return news


_ANOTHER: Final = "Attach the right gauge, give this one another name, or let the remembered one be forgotten."


def _certainly_other(there: PortInfo, remembered: PortInfo) -> bool:
    if (there.vid, there.pid) != (remembered.vid, remembered.pid):
        return True
    return there.has_own_number and remembered.has_own_number and there.serial_number != remembered.serial_number


def _spark(attached: AttachedDevice, now_ns: int) -> list[list[float] | None]:
    """Least and greatest force (N) of each part of the last ten seconds; None where there was none."""
    blocks = attached.recent(now_ns - SPARK_NS)
    spark: list[list[float] | None] = [None] * SPARK_BINS
    if not blocks:
        return spark
    t_ns = np.concatenate([block.t_ns for block in blocks])
    force_n = np.concatenate([block.force_mn for block in blocks]) / 1e3
    bins = np.clip((t_ns - (now_ns - SPARK_NS)) * SPARK_BINS // SPARK_NS, 0, SPARK_BINS - 1)
    kept = ~np.isnan(force_n)
    for number in np.unique(bins[kept]).tolist():
        inside = force_n[kept & (bins == number)]
        spark[number] = [round(float(inside.min()), 3), round(float(inside.max()), 3)]
    return spark
