"""Pictures of the device desk: healthy, silent, unplugged, the ports, and what the wire said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest

from drivers.simulated.device import simulated
from drivers.simulated.server import Server
from qst_station.gui.devices_screen import DevicesScreen
from qst_station.gui.engine_client import EngineClient
from qst_station.gui.json_lines import Json
from qst_station.gui.main_window import MainWindow
from qst_station.gui.walk import Walk

_FTDI: dict[str, Any] = {"vid": 0x0403, "pid": 0x6001, "product": "FT232R USB UART"}
_CH340: dict[str, Any] = {"vid": 0x1A86, "pid": 0x7523, "product": "USB2.0-Serial"}


class Sockets:
    """Simulated devices at the USB sockets of a computer, under names of ports that a folder holds."""

    def __init__(self, folder: Path) -> None:
        self.list = folder / "ports.json"
        self._folder = folder
        self._devices = ExitStack()
        self._ports: list[dict[str, Any]] = []

    def plug(self, port: str, gauge: str, *, load: str = "hold:0", faults: str = "", **adapter: Any) -> str:
        """Plug a device in that is switched on; the URL of its port."""
        noise_n = 0.0 if gauge == "mt-sics" else 0.01
        device = simulated(gauge, load=load, faults=faults, noise_n=noise_n)
        (self._folder / port).symlink_to(self._devices.enter_context(Server(device)).url)
        self._ports.append({"url": str(self._folder / port), **adapter})
        beside = self.list.with_suffix(".new")
        beside.write_text(json.dumps(self._ports), encoding="utf-8")
        beside.replace(self.list)
        return str(self._folder / port)

    def close(self) -> None:
        """Switch everything off."""
        self._devices.close()


@contextmanager
def desk(data: Path, folder: Path, out: Path | None, size: tuple[int, int]) -> Iterator[tuple[Walk, Sockets]]:
    """A window at its device desk, and the sockets that its engine sees."""
    sockets = Sockets(folder)
    sockets.list.write_text("[]", encoding="utf-8")
    arguments = ["-m", "qst_station.station.server", "--data", str(data), "--simulated-ports", str(sockets.list)]
    window = MainWindow(EngineClient(arguments))
    window.resize(*size)
    window.show()
    window.start_engine()
    walk = Walk(window, out)
    try:
        walk.until(lambda: window.status)
        window.turn_to("devices")
        walk.until(walk.shows("devices"))
        yield walk, sockets
    finally:
        window.end()
        sockets.close()


def screen(walk: Walk) -> DevicesScreen:
    """The desk itself."""
    found = walk.window.made_screen("devices")
    assert isinstance(found, DevicesScreen)
    return found


def device(walk: Walk, name: str) -> Json:
    """A device of the newest status."""
    status = walk.window.status
    assert status is not None
    return next((d for d in status["devices"] if d["name"] == name), {"state": ""})


def picture_desk(walk: Walk, sockets: Sockets) -> None:
    """Attach devices, let them fail, ask another, and take the pictures."""
    attach = walk.window.orders.request
    url = sockets.plug(
        "ttyUSB0",
        "mark10",
        load="ramp:6:60",
        faults="silence@9s:6s",
        serial_number="A50285BI",
        location="1-1",
        **_FTDI,
    )
    attach("attach", device=_device("algometer", "mark10", url, ("PPT",)))
    url = sockets.plug("ttyUSB1", "imada-ds2", load="hold:3", faults="unplug@9s:20s", location="1-2", **_CH340)
    attach("attach", device=_device("gauge-2", "imada-ds2", url, ()))
    walk.until(lambda: device(walk, "gauge-2")["state"] == device(walk, "algometer")["state"] == "connected")
    QTest.qWait(5000)
    walk.shot("devices_desk")
    walk.until(lambda: device(walk, "algometer")["state"] == "silent")
    walk.shot("devices_silent")
    walk.until(lambda: device(walk, "gauge-2")["state"] == "lost")
    QTest.qWait(1000)
    walk.shot("devices_unplugged")
    url = sockets.plug("ttyUSB2", "wagner-fpx", load="hold:5", location="1-3", **_CH340)
    page = screen(walk)
    page.look_for.click()
    walk.until(lambda: page.ports.table.rowCount() >= 3)
    page.ports.url.setText(url)
    page.ports.ask_port.click()
    walk.until(lambda: page.ports.answer.text().startswith("◌"))
    walk.until(lambda: page.ports.answer.text() and not page.ports.answer.text().startswith("◌"))
    walk.shot("devices_ports")
    page.another.click()
    page.form.describe.click()
    walk.shot("devices_describe")
    page.foot_pedals.click()
    walk.shot("devices_pedals")
    page.foot_pedals.click()


def _device(name: str, gauge: str, url: str, tests: tuple[str, ...]) -> Json:
    return {"name": name, "gauge": gauge, "url": url, "tests": list(tests), "probe_area_cm2": 1.0}
