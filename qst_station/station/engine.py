"""The engine: devices, the open visit and its seal. One thread calls `turn`; readers and askers only post."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from drivers.catalogue import GAUGES
from drivers.link import list_ports
from drivers.reader import ReaderEvent
from drivers.spec import GaugeSpec
from drivers.text_gauge import TextGaugeDocument
from qst_station.acquisition.attached import AttachedDevice
from qst_station.acquisition.device import Device
from qst_station.findings import Finding, Refused
from qst_station.session.events import Actor, DeviceNews, SessionEvent
from qst_station.station.attachments import Attachments, OpenLink, over_the_wire
from qst_station.station.beginning import begun, local_date
from qst_station.station.calibration_desk import CalibrationDesk
from qst_station.station.check_desk import CheckDesk
from qst_station.station.clock import Clock
from qst_station.station.device_desk import DeviceDesk
from qst_station.station.engine_findings import NEWS, device_finding, refuse_busy, visit_finding
from qst_station.station.finding_log import FindingLog
from qst_station.station.folder import JOURNALS
from qst_station.station.gauge_folder import GaugeFolder
from qst_station.station.instruments import gauge_snapshot
from qst_station.station.opening import VisitRequest
from qst_station.station.port_survey import ListPorts
from qst_station.station.sealer import Sealing
from qst_station.station.seals import Seals
from qst_station.station.study_desk import StudyDesk
from qst_station.station.visit import Acknowledged, Reply, Visit, open_visit, reopen_visit
from qst_station.station.visit_devices import VisitDevices
from qst_station.station.wall_clock import WallClock
from qst_station.study.participants import Enrolled

TURN_S = 0.05
"""Readings that change nothing wait so long: a turn costs more than what it takes in."""
_GO_ON = {"reopen": {}, "pause": {"reason": "the visit was interrupted"}}  # no pause where no step was running


class Engine:
    """The service layer without a window.

    Parameters
    ----------
    data : Path
        Folder for journals and sealed sessions; made where it is missing.
    clock : Clock
    open_device : callable
        Opens the link of a device.
    threads : bool
        Whether each device gets a reader thread. Without, the caller pumps the devices (virtual time).
    rouse : callable
        Told, in any thread, that a turn should come at once.
    find_ports : callable
        Lists the ports of this computer; opens none.

    Attributes
    ----------
    check_desk : CheckDesk
        The check-list, and how long visits take.
    desk : DeviceDesk
        What is asked about devices beside measuring with them.
    study_desk : StudyDesk
        What is asked about the study and its participants.
    calibration_desk : CalibrationDesk
        The calibration that is under way.
    """

    def __init__(
        self,
        data: Path,
        clock: Clock,
        *,
        open_device: OpenLink = over_the_wire,
        threads: bool = True,
        rouse: Callable[[], None] = lambda: None,
        find_ports: ListPorts = list_ports,
        on_acknowledged: Callable[[Acknowledged], None] = lambda _: None,
    ) -> None:
        self.data = data
        self.clock = clock
        self._wall = WallClock(clock)
        self.study_desk = StudyDesk(data, clock.utc)
        self.visit: Visit | None = None
        self._described = GaugeFolder(data)
        self._log = FindingLog(self._described.findings)
        self._attachments = Attachments(clock, open_device, threads=threads, rouse=rouse, find_ports=find_ports)
        self.desk = DeviceDesk(data, clock, self._attachments, find_ports, self._log.add)
        self.calibration_desk = CalibrationDesk(data, clock, self.devices, lambda: self.visit is not None)
        self._on_acknowledged = on_acknowledged
        self._visit_devices = VisitDevices({})
        self.check_desk = CheckDesk(data, clock, self._attachments.devices)
        self._seals = Seals(data, clock, self._log.add, self.study_desk.sealed)

    @property
    def findings(self) -> Mapping[Finding, int]:
        """What a person has been told and how often, the newest last."""
        return self._log.times

    # Devices

    @property
    def devices(self) -> Mapping[str, AttachedDevice]:
        """The attached devices by name."""
        return self._attachments.devices

    @property
    def gauges(self) -> tuple[GaugeSpec, ...]:
        """All gauges that can be attached: the known ones, and those described in the data folder."""
        return (*GAUGES.values(), *(gauge.spec for gauge in self._described.gauges.values()))

    def add_gauge(self, document: TextGaugeDocument) -> None:
        """Take in a gauge that a user describes, for now and for later starts; see `GaugeFolder.add`."""
        self._described.add(document)

    def attach(self, device: Device) -> None:
        """Open a device and read it from now on; a device of the open visit takes part in it again.

        Raises
        ------
        Refused
            See `Attachments.attach`, `DeviceDesk.admit`; or the open visit began with another gauge of this name.
        """
        device = self._described.with_document(device, self._visit_devices.options(device.name))
        self._visit_devices.refuse_other(device)
        certified = None
        if device.instrument:
            _, certified = gauge_snapshot(self.data, device.instrument, local_date(self.clock.utc()))
        self.desk.admit(device)
        attached = self._attachments.attach(device)
        self.desk.welcome(attached)
        if certified is not None:
            attached.start_with(certified)
        if device.name in self._visit_devices:
            self._join(attached)

    def attach_known(self, name: str, url: str) -> None:
        """Attach a remembered device at a port; one that is lost goes on there, with its stream and scale.

        Raises
        ------
        Refused
            It is not remembered; see `attach` and `Attachments.move`.
        """
        known = self.desk.known(name)
        if name not in self.devices:
            self.attach(known.device(url))
            return
        self.desk.admit(known.device(url))
        self._attachments.move(name, url)
        self.desk.welcome(self.devices[name])

    def forget(self, name: str) -> None:
        """Remember a device no longer, and let go of it where it is attached.

        Raises
        ------
        Refused
            See `detach`.
        """
        if name in self.devices:
            self.detach(name)
        self.desk.forget(name)

    def compare_display(self, name: str, *, same: bool) -> None:
        """Take the examiner's word for whether the display of a gauge shows what is read.

        Raises
        ------
        Refused
            See `DeviceDesk.compare`; or the gauge lies under a ramp.
        """
        self._refuse_measuring(name)
        self._tell_visit(self.desk.compare(name, same=same))

    def capture(self, name: str) -> None:
        """Begin or end a capture; see `DeviceDesk.capture`."""
        self.desk.capture(name)

    def detach(self, name: str) -> None:
        """Let go of a device. Of those that the open visit began with only a lost one can go.

        Raises
        ------
        Refused
            The device is unknown, or in use.
        """
        self._visit_devices.end_part(self._attachments.device(name))
        self._attachments.detach(name)

    def zero(self, name: str) -> None:
        """Take the force of now for no force. The gauge's own display is left alone.

        Raises
        ------
        Refused
            The device is unknown, gives no readings, or lies under a ramp.
        """
        self._refuse_measuring(name)
        self._tell_visit(self.desk.zero(name))

    def sign_check(self, name: str, phase: str) -> None:
        """Start or finish the check that pressing makes the force rise.

        Raises
        ------
        Refused
            The device is unknown or lies under a ramp, or the check cannot be finished because none runs.
        """
        self._refuse_measuring(name)
        news = self.desk.sign_check(name, phase)
        if news is not None:
            self._tell_visit(news)

    def post(self, event: ReaderEvent) -> None:
        """Take an event of a device, from any thread."""
        self._attachments.post(event)

    # Visit

    def open_visit(self, request: VisitRequest, actor: Actor, *, newcomer: Enrolled | None = None) -> None:
        """Begin a visit with the devices that are attached, and enrol the `newcomer` who has come for it.

        Raises
        ------
        Refused
            A visit is open, a calibration is under way, or the request does not fit; nothing was written.
        """
        refuse_busy(visit_open=self.visit is not None, calibrating=self.calibration_desk.under_way)
        request, told = self.study_desk.before_visit(request, newcomer)
        opening = begun(self.data, request, self.devices, actor, utc=self.clock.utc())
        self.visit = open_visit(
            self.data / JOURNALS / opening["session_uuid"],
            opening,
            start_ns=self.clock.now_ns(),
            on_acknowledged=self._on_acknowledged,
        )
        for finding in (*told, *(self.study_desk.enrol(newcomer, actor) if newcomer else ())):
            self._log.add(finding)
        self.check_desk.begin(request.kind, actor)
        self._visit_devices = VisitDevices.of(self.devices)
        for attached in self.devices.values():
            self._tell_visit(attached.introduced(self.clock.now_ns()))
            if attached.state == "lost":
                self._tell_visit(attached.lost(self.clock.now_ns()))

    def resume_visit(self, folder: Path, actor: Actor) -> None:
        """Go on with an interrupted visit at its next stimulus; a step that was running is paused until then.

        Of its devices those attached take part again, the others count as lost; a sign or zero not set anew stays.

        Raises
        ------
        Refused
            A visit is open, a calibration is under way, the journal cannot be continued, the visit is sealed, or
            another gauge is attached under the name of one of its devices.
        """
        refuse_busy(visit_open=self.visit is not None, calibrating=self.calibration_desk.under_way)
        self._seals.refuse_sealed(folder)
        reopened = reopen_visit(folder, now_ns=self.clock.now_ns(), on_acknowledged=self._on_acknowledged)
        began_with = VisitDevices(reopened.devices)
        try:
            began_with.refuse_others(self.devices)
        except Refused:
            reopened.visit.leave()
            raise
        self.visit, self._visit_devices = reopened.visit, began_with
        self.check_desk.begin(self.visit.plan.kind, actor)
        self._log.add(*reopened.findings, *self._wall.behind(self.visit.saved_utc))
        now_ns = self.clock.now_ns()
        for name in began_with:
            if name in self.devices:
                self._join(self.devices[name])
            else:
                self._tell_visit(DeviceNews(t_ns=now_ns, device=name, what="lost", detail={"why": "not attached"}))
        for name, args in _GO_ON.items():
            self.visit.command(now_ns, name, args, actor, "resume", lambda _: None)
        self.turn()

    def command(
        self, name: str, args: dict[str, Any], actor: Actor, source: str, reply: Reply, *, t_ns: int | None = None
    ) -> None:
        """Take an order of a person for the open visit; ``t_ns`` is when it was given.

        Raises
        ------
        Refused
            No visit is open, or its record is closed for good.
        """
        if self.visit is None:
            raise Refused(visit_finding("visit.none", "No visit is open.", "Open one on the start screen."))
        if self.visit.ended:
            raise Refused(visit_finding("visit.ended", "The visit is closed for good.", "Open a new visit."))
        stamped_ns = min(t for t in (t_ns, self.clock.now_ns()) if t is not None)
        self.check_desk.before(name, self.visit, actor, stamped_ns)
        self.visit.command(stamped_ns, name, args, actor, source, reply)

    def leave_visit(self) -> None:
        """Let go of the visit; an unfinished one can be resumed later."""
        if self.visit is not None:
            self.visit.leave()
        self.visit = None
        self._visit_devices = VisitDevices({})

    # Seal

    @property
    def sealing(self) -> Sealing | None:
        """How the sealing of the open visit stands; without one, the last that was started."""
        return self._seals.of(self.visit)

    def seal(self) -> None:
        """Close the journal of a finished visit and seal it in a process of its own; see `Seals.seal`."""
        self._seals.seal(self.visit)

    def seal_interrupted(self, folder: Path) -> None:
        """Seal the journal of a visit that is not open, as it is; see `Seals.seal_interrupted`."""
        self._seals.seal_interrupted(folder)

    def wait_for_seal(self) -> Sealing:
        """Wait until the seal that was started last is done or has failed.

        Raises
        ------
        Refused
            None was started.
        """
        return self._seals.wait_for(self.visit)

    # The turn

    def wait_s(self) -> float:
        """How long to wait for the next turn where nobody asks and nothing rouses."""
        due_ns = self.visit.due_ns if self.visit else None
        if due_ns is None:
            return TURN_S
        return min(TURN_S, max(0.0, (due_ns - self.clock.now_ns()) / 1e9))

    def turn(self) -> None:
        """Process everything that has been posted and is due."""
        for event in self._attachments.take():
            self._tell(event)
        for event in self.desk.look():
            self._tell(event)
        self.desk.turn()
        self.calibration_desk.watch()
        self._log.add(*self.calibration_desk.take_findings())
        self._log.add(*self._wall.look(visit_open=self.visit is not None))
        if self.visit is not None:
            self._turn_visit(self.visit)
        self._seals.turn()

    def close(self) -> None:
        """Stop the readers, wait for a seal that is under way, and leave the visit."""
        self.desk.close()
        self._attachments.close()
        self._seals.turn(wait=True)
        self.calibration_desk.leave()
        self.leave_visit()

    def _turn_visit(self, visit: Visit) -> None:
        had_failed = visit.failure
        visit.turn(self.clock.now_ns(), self.clock.utc())
        for name, device in self.devices.items():
            device.alert.force_mn = visit.alert_mn if name == visit.gauge_in_use else math.inf
        self._log.add(*visit.journal.take_findings())
        if visit.failure is not None and had_failed is None:
            self._log.add(visit.failure)

    def _tell(self, event: SessionEvent) -> None:
        """Tell the person of news, and the visit of everything."""
        if isinstance(event, DeviceNews) and event.what in NEWS:
            self._log.add(device_finding(f"device.{event.what}", event.device, NEWS[event.what]))
        if isinstance(event, DeviceNews):
            self.calibration_desk.news(event)
        self._tell_visit(event)

    def _tell_visit(self, event: SessionEvent) -> None:
        if self.visit is not None:
            self.visit.device_event(event)

    # Devices of a visit

    def _join(self, attached: AttachedDevice) -> None:
        """Let a device take part in the open visit where its part ended before."""
        self._visit_devices.go_on(attached)
        now_ns = self.clock.now_ns()
        self._tell_visit(attached.introduced(now_ns))
        self._tell_visit(attached.lost(now_ns) if attached.state == "lost" else attached.joined(now_ns))

    def _refuse_measuring(self, name: str) -> None:
        """Refuse a device that is unknown or under a ramp: what a reading means must stay the same during it."""
        device = self._attachments.device(name).device
        if self.visit is not None and self.visit.measuring and self.visit.gauge_in_use == device.name:
            raise Refused(device_finding("device.measuring", name, "a ramp is under way", "Finish it first."))
