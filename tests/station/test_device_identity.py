"""Devices are known by what they are: moved, swapped and twin ones on real pseudo-terminals and a real engine."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from drivers.capture import parse_capture
from drivers.ports import PortInfo
from drivers.simulated.device import SimulatedDevice, simulated
from drivers.simulated.server import Server
from qst_station.acquisition.device import Device
from qst_station.findings import Refused
from qst_station.recording.journal_copy import read_journal
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER
from qst_station.station.clock import RealClock
from qst_station.station.engine import Engine
from qst_station.station.known_devices import FILE
from tests.drivers.clocks import SharedClock, ask_by

ALGOMETER = Device(name="algometer", gauge="mark10", url="", tests=("PPT",), options={})
BALANCE = Device(name="balance", gauge="mt-sics", url="", options={})
FTDI = {"vid": 0x0403, "pid": 0x6001, "product": "FT232R"}
CH340 = {"vid": 0x1A86, "pid": 0x7523, "product": "USB2.0-Serial"}
PATIENCE_S = 20.0


class Sockets:
    """USB sockets of a computer: simulated devices are plugged in under names of ports that may change."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._plugged: dict[str, PortInfo] = {}
        self._devices = ExitStack()

    def serve(self, device: SimulatedDevice, clock_ns: Callable[[], int] | None = None) -> str:
        """Switch a device on; its own end of the cable."""
        return self._devices.enter_context(Server(device, clock_ns=clock_ns)).url

    def plug(self, end: str, port: str, **adapter: object) -> str:
        """Plug the cable in: a port of this name is there, as the system would list it."""
        url = self._folder / port
        url.symlink_to(end)
        self._plugged[port] = PortInfo(url=str(url), **adapter)  # type: ignore[arg-type]
        return str(url)

    def pull(self, port: str) -> None:
        """Pull the cable: the port is no longer there."""
        (self._folder / port).unlink()
        del self._plugged[port]

    def listed(self) -> tuple[PortInfo, ...]:
        return tuple(self._plugged.values())

    def close(self) -> None:
        self._devices.close()


@pytest.fixture
def sockets(tmp_path: Path) -> Iterator[Sockets]:
    folder = tmp_path / "dev"
    folder.mkdir()
    made = Sockets(folder)
    try:
        yield made
    finally:
        made.close()


@contextmanager
def engine_at(data: Path, sockets: Sockets) -> Iterator[Engine]:
    engine = Engine(data, RealClock(), find_ports=sockets.listed)
    try:
        yield engine
    finally:
        engine.close()


def until(engine: Engine, met: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not met():
        assert time.monotonic() < deadline, [finding.line() for finding in engine.findings]
        engine.turn()
        time.sleep(0.002)  # the devices answer in real time


def state(engine: Engine, name: str) -> str:
    return engine.devices[name].state


def told(engine: Engine) -> list[str]:
    return [finding.code for finding in engine.findings]


def balance(number: str) -> SimulatedDevice:
    made = simulated("mt-sics", load="hold:0.5")
    made.dialect.SERIAL = f'I4 A "{number}"\r\n'.encode()  # type: ignore[attr-defined]
    return made


class Cable:
    """A gauge with a cable that the test pulls and puts back."""

    def __init__(self, sockets: Sockets) -> None:
        self.plugged_in = True
        gauge = simulated("mark10", load="hold:5")
        gauge.connected = lambda _t_ns: self.plugged_in  # type: ignore[method-assign]
        self.end = sockets.serve(gauge)


def test_a_gauge_that_returns_under_another_port_goes_on_by_itself_in_its_visit(
    tmp_path: Path, sockets: Sockets
) -> None:
    cable = Cable(sockets)
    first = sockets.plug(cable.end, "ttyUSB0", serial_number="A50285BI", location="1-1", **FTDI)
    with engine_at(tmp_path / "data", sockets) as engine:
        engine.attach(replace(ALGOMETER, url=first))
        until(engine, lambda: state(engine, "algometer") == "connected")
        engine.open_visit(demo_request(1), EXAMINER)
        journal = engine.visit.journal.folder if engine.visit else Path()
        cable.plugged_in = False
        until(engine, lambda: state(engine, "algometer") == "lost")
        sockets.pull("ttyUSB0")
        # Another gauge takes the name of the port, and must not take its place.
        intruder = sockets.serve(simulated("mark10", load="hold:40"))
        sockets.plug(intruder, "ttyUSB0", serial_number="B7700001", location="1-1", **FTDI)
        second = sockets.plug(cable.end, "ttyUSB7", serial_number="A50285BI", location="1-4", **FTDI)
        cable.plugged_in = True
        before = engine.devices["algometer"].readings
        until(engine, lambda: state(engine, "algometer") == "connected")
        until(engine, lambda: engine.devices["algometer"].readings > before + 5)
        health = engine.devices["algometer"].health(engine.clock.now_ns())
        assert health["url"] == second and health["force_n"] == pytest.approx(5.0, abs=0.2)
        engine.turn()
    news = [json.loads(row.body) for row in read_journal(journal).rows if row.kind == "device"]
    assert [(n["what"], n["detail"].get("url")) for n in news if n["what"] in ("lost", "returned")] == [
        ("lost", None),
        ("returned", second),
    ]
    assert next(n["detail"] for n in news if n["what"] == "identity")["certain"] is True


def test_another_adapter_at_the_remembered_port_is_refused_and_opens_nothing(
    tmp_path: Path, sockets: Sockets
) -> None:
    right = sockets.serve(simulated("mark10"))
    wrong = sockets.serve(simulated("mark10"))
    port = sockets.plug(right, "ttyUSB0", serial_number="A50285BI", **FTDI)
    with engine_at(tmp_path, sockets) as engine:
        engine.attach(replace(ALGOMETER, url=port))
        engine.turn()
    sockets.pull("ttyUSB0")
    sockets.plug(wrong, "ttyUSB0", serial_number="B7700001", **FTDI)
    now_at = sockets.plug(right, "ttyUSB1", serial_number="A50285BI", **FTDI)
    with engine_at(tmp_path, sockets) as engine:
        with pytest.raises(Refused) as refused:
            engine.attach(replace(ALGOMETER, url=port))
        assert refused.value.finding.code == "device.not_the_same"
        assert "B7700001" in refused.value.finding.happened and "A50285BI" in refused.value.finding.happened
        assert not engine.devices
        until(engine, lambda: engine.desk.shown()["listed"])
        (known,) = engine.desk.shown()["known"]
        assert (known["name"], known["url"], known["certain"]) == ("algometer", now_at, True)
        engine.attach_known("algometer", known["url"])
        until(engine, lambda: state(engine, "algometer") == "connected")
        assert engine.devices["algometer"].device.tests == ("PPT",)
        engine.forget("algometer")
        engine.attach(replace(ALGOMETER, url=port))


def test_two_devices_swapped_between_urls_are_told_apart_by_their_own_number(
    tmp_path: Path, sockets: Sockets
) -> None:
    one, two = sockets.serve(balance("B111")), sockets.serve(balance("B222"))
    with engine_at(tmp_path, sockets) as engine:
        for name, url in (("one", one), ("two", two)):
            engine.attach(replace(BALANCE, name=name, url=url))
            until(engine, lambda name=name: engine.devices[name].told)
            engine.turn()
    with engine_at(tmp_path, sockets) as engine:
        engine.attach(replace(BALANCE, name="one", url=two))
        until(engine, lambda: state(engine, "one") == "lost")
        assert "device.not_the_same" in told(engine)
        health = engine.devices["one"].health(engine.clock.now_ns())
        assert "not the gauge that is remembered (no. B111)" in health["why"]
        engine.attach_known("one", one)
        until(engine, lambda: state(engine, "one") == "connected" and engine.devices["one"].told)
        engine.turn()
        assert state(engine, "one") == "connected"
        engine.attach_known("two", two)
        until(engine, lambda: engine.devices["two"].told)
        engine.turn()
        assert [state(engine, name) for name in ("one", "two")] == ["connected", "connected"]


def test_a_typed_url_is_asked_and_recognised_as_the_remembered_device(
    tmp_path: Path, sockets: Sockets, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SharedClock()
    end = sockets.serve(balance("B111"), clock.device)
    with engine_at(tmp_path, sockets) as engine:
        engine.attach(replace(BALANCE, url=end))
        until(engine, lambda: engine.devices["balance"].told)
        engine.turn()
        with pytest.raises(Refused) as refused:
            engine.desk.ask(end)
        assert refused.value.finding.code == "device.busy"
        engine.detach("balance")
        ask_by(clock, monkeypatch, "qst_station.station.wire_question")
        engine.desk.ask(end)
        with pytest.raises(Refused) as refused:
            engine.attach(replace(BALANCE, url=end))
        assert refused.value.finding.code == "device.asking"
        until(engine, lambda: engine.desk.shown()["question"]["state"] != "running")
        question = engine.desk.shown()["question"]
        best = question["gauges"][0]
        assert (best["gauge"], best["confidence"], best["unit"]) == ("mt-sics", "sure", "B111")
        assert best["known"] == "balance"


def test_a_question_is_taken_back_at_once_and_nobody_waits_for_it(tmp_path: Path, sockets: Sockets) -> None:
    end = sockets.serve(simulated("mark10", faults="silence@0s:600s"))
    with engine_at(tmp_path, sockets) as engine:
        engine.desk.ask(end)
        engine.desk.take_back()
        assert engine.desk.shown()["question"]["state"] == "cancelled"
        until(engine, lambda: not engine.desk._question.holds_port)  # type: ignore[union-attr]
        engine.desk.ask(str(tmp_path / "no-such-port"))
        until(engine, lambda: engine.desk.shown()["question"]["state"] == "failed")
        assert "no such port" in engine.desk.shown()["question"]["why"]


def test_twins_without_numbers_are_not_taken_for_each_other(tmp_path: Path, sockets: Sockets) -> None:
    cable = Cable(sockets)
    first = sockets.plug(cable.end, "ttyUSB0", location="1-1", **CH340)
    with engine_at(tmp_path, sockets) as engine:
        engine.attach(replace(ALGOMETER, url=first))
        cable.plugged_in = False
        until(engine, lambda: state(engine, "algometer") == "lost")
        twin = sockets.serve(simulated("mark10", load="hold:40"))
        sockets.plug(twin, "ttyUSB1", location="1-2", **CH340)
        until(engine, lambda: "cannot be told apart" in engine.devices["algometer"].hindrance)
        assert (
            "ttyUSB0" in engine.devices["algometer"].hindrance
            and "ttyUSB1" in engine.devices["algometer"].hindrance
        )
        cable.plugged_in = True
        until(engine, Path(first).exists)
        engine.attach_known("algometer", first)
        until(engine, lambda: state(engine, "algometer") == "connected")


def test_one_without_a_number_in_another_socket_is_offered_and_not_taken(tmp_path: Path, sockets: Sockets) -> None:
    cable = Cable(sockets)
    first = sockets.plug(cable.end, "ttyUSB0", location="1-1", **CH340)
    with engine_at(tmp_path, sockets) as engine:
        engine.attach(replace(ALGOMETER, url=first))
        cable.plugged_in = False
        until(engine, lambda: state(engine, "algometer") == "lost")
        sockets.pull("ttyUSB0")
        moved = sockets.plug(cable.end, "ttyUSB1", location="1-3", **CH340)
        until(engine, lambda: "another USB socket" in engine.devices["algometer"].hindrance)
        until(engine, lambda: engine.desk.shown()["known"][0]["url"] == moved)
        assert engine.desk.shown()["known"][0]["certain"] is False
        with pytest.raises(Refused) as refused:
            engine.attach_known("algometer", str(tmp_path / "no-such-port"))
        assert refused.value.finding.code == "device.missing"
        cable.plugged_in = True
        until(engine, Path(moved).exists)
        engine.attach_known("algometer", moved)
        until(engine, lambda: state(engine, "algometer") == "connected")
        with pytest.raises(Refused) as refused:
            engine.attach_known("algometer", moved)
        assert refused.value.finding.code == "device.in_use"


def test_a_comparison_with_the_display_is_remembered_with_the_device(tmp_path: Path, sockets: Sockets) -> None:
    gauge = simulated("imada-ds2", load="ramp:5:60")
    port = sockets.plug(sockets.serve(gauge), "ttyUSB0", serial_number="A50285BI", **FTDI)
    device = replace(ALGOMETER, gauge="imada-ds2", url=port)

    def force_n() -> float:
        return float(engine.devices["algometer"].health(engine.clock.now_ns())["force_n"] or 0.0)

    with engine_at(tmp_path, sockets) as engine:
        engine.attach(device)
        until(engine, lambda: state(engine, "algometer") == "connected")
        engine.open_visit(demo_request(1), EXAMINER)
        journal = engine.visit.journal.folder if engine.visit else Path()
        until(engine, lambda: force_n() > 5.0)
        engine.compare_display("algometer", same=True)
        with pytest.raises(Refused) as refused:
            engine.compare_display("algometer", same=True)
        assert refused.value.finding.code == "device.no_comparison"
        until(engine, lambda: force_n() > 12.0)
        engine.compare_display("algometer", same=True)
        assert engine.devices["algometer"].display.state == "agreed"
        engine.turn()
    rows = [json.loads(row.body) for row in read_journal(journal).rows if row.kind == "device"]
    assert [row["detail"]["display_check"] for row in rows if row["what"] == "display"] == ["open", "agreed"]
    with engine_at(tmp_path, sockets) as engine:
        engine.attach(device)
        until(engine, lambda: engine.devices["algometer"].display.state == "agreed")
        until(engine, lambda: force_n() > 1.0)
        engine.compare_display("algometer", same=False)
        assert "device.display_differs" in told(engine)
        assert engine.devices["algometer"].display.state == "differed"


def test_a_capture_of_an_attached_gauge_holds_its_requests_and_its_answers(
    tmp_path: Path, sockets: Sockets
) -> None:
    with engine_at(tmp_path, sockets) as engine:
        engine.attach(
            replace(BALANCE, gauge="wagner-fpx", name="wagner", url=sockets.serve(simulated("wagner-fpx")))
        )
        engine.capture("wagner")
        until(engine, lambda: engine.desk.shown()["captures"]["wagner"]["received"] > 50)
        path = Path(engine.desk.shown()["captures"]["wagner"]["path"])
        engine.capture("wagner")
        assert "device.captured" in told(engine)
    capture = parse_capture(path.read_bytes())
    assert capture.header.gauge == "wagner-fpx"
    assert {piece.direction for piece in capture.pieces} == {"rx", "tx"}


def test_a_spoilt_memory_is_put_aside_and_told(tmp_path: Path, sockets: Sockets) -> None:
    (tmp_path / FILE).write_text('{"format": "qst-devices/1", "devices": [{"name": 5}]}')
    with engine_at(tmp_path, sockets) as engine:
        engine.turn()
        assert "device.not_remembered" in told(engine)
        port = sockets.plug(sockets.serve(simulated("mark10")), "ttyUSB0", serial_number="A50285BI", **FTDI)
        engine.attach(replace(ALGOMETER, url=port))
        engine.turn()
    assert json.loads((tmp_path / FILE).read_text())["devices"][0]["name"] == "algometer"
    assert '"name": 5' in (tmp_path / f"{FILE}-unreadable").read_text()
