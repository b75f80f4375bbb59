"""`qst-station simulate` and `read`."""

from __future__ import annotations

import queue
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any, Final

from drivers.catalogue import GAUGES
from drivers.conversation import Conversation
from drivers.link import LinkUnavailable, open_link
from drivers.messages import Overload, Reading, Unsettled, one_by_one
from drivers.reader import Reader, ReaderEvent, Received
from drivers.simulated.device import SimulatedButton, SimulatedDevice, simulated
from drivers.simulated.recorded import replayed
from drivers.simulated.server import Server
from drivers.simulated.text_gauge import simulated_text_gauge
from drivers.spec import GaugeSpec
from qst_station.acquisition.attached import AttachedDevice
from qst_station.acquisition.device import Device
from qst_station.cli.gauges import chosen_gauge, unusable
from qst_station.cli.output import port_refused, print_json
from qst_station.session.events import FLAG_OVERLOAD, FLAG_PEAK, ButtonPressed, DeviceNews, ForceBlock

_CAPTURE: Final = "capture:"
_SHORTEST_PRESS_S: Final = 0.25
_TICK_S: Final = 0.2
_GRAM_PER: Final = {"mg": 1e-3, "g": 1.0, "kg": 1e3}

_NOTHING_CAME: Final = {
    "force": "no reading came from the {}. Is it switched on, on its main screen, and at the right baud rate?",
    "balance": "no weight came from the {}. Is it switched on, its serial output enabled, at the right baud rate?",
    "button": "no press came from the {}. Press it while this listens; is it switched on?",
}


def simulate(
    name: str,
    *,
    data: Path,
    transport: str | None,
    load: str | None,
    fault: str,
    seed: int,
    press_every_s: float | None,
) -> int:
    """Serve a simulated device until interrupted; the first line of output is its URL."""
    chosen = transport or ("tcp" if sys.platform == "win32" else "pty")
    try:
        device = _device(name, data, load=load, fault=fault, seed=seed)
        _check_presses(device, press_every_s)
        served = Server(device, transport="tcp" if chosen == "tcp" else "pty")
    except (ValueError, OSError) as error:
        raise unusable("simulate", str(error)) from error
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    signal.signal(signal.SIGINT, lambda *_: stop.set())
    with served as server:
        print(server.url, flush=True)
        presses = 0
        while not stop.wait(_TICK_S):
            if isinstance(device, SimulatedButton) and press_every_s:
                # Planned ahead, so that each comes at its own time.
                while press_every_s * (presses + 1) * 1e9 <= server.now_ns() + 2 * _TICK_S * 1e9:
                    presses += 1
                    device.press(round(press_every_s * presses * 1e9))
    return 0


def _device(given: str, data: Path, *, load: str | None, fault: str, seed: int) -> SimulatedDevice:
    if given.startswith(_CAPTURE):
        if load is not None:
            raise ValueError(f"--load {load}: a capture has its own forces and takes no load")
        return replayed(Path(given.removeprefix(_CAPTURE)), faults=fault)
    if given in GAUGES:
        return simulated(given, load=load or "hold:0", faults=fault, seed=seed)
    described = chosen_gauge(given, data, place="simulate").described
    assert described is not None  # any gauge that is not a known one
    return simulated_text_gauge(described.document, load=load or "hold:0", faults=fault, seed=seed)


def _check_presses(device: SimulatedDevice, every_s: float | None) -> None:
    if every_s is None:
        return
    if not isinstance(device, SimulatedButton):
        raise ValueError(f"--press {every_s:g}: only a button can be pressed")
    if every_s < _SHORTEST_PRESS_S:
        raise ValueError(f"--press {every_s:g}: allowed: {_SHORTEST_PRESS_S} s or more")


def read(
    url: str,
    *,
    gauge: str,
    data: Path,
    options: dict[str, Any],
    seconds: float | None,
    count: int | None,
    as_json: bool,
) -> int:
    """Print what a device says; 1 where something was found wrong, 0 otherwise.

    Parameters
    ----------
    url : str
    gauge : str
        As of `chosen_gauge`.
    data : Path
        The data folder.
    options : dict
        As of `Device.options`; None where nothing was given.
    """
    chosen = chosen_gauge(gauge, data, place="read")
    spec = chosen.spec("read", **options)
    device = AttachedDevice(Device(name=chosen.name, gauge=chosen.name, url=url, options={}), spec)
    inbox: queue.Queue[ReaderEvent] = queue.Queue()
    started_ns = time.perf_counter_ns()
    reader = Reader(
        chosen.name,
        lambda: open_link(url, spec),
        Conversation(spec),
        clock_ns=lambda: time.perf_counter_ns() - started_ns,
        sink=inbox.put,
    )
    try:
        reader.start()
    except LinkUnavailable as error:
        raise port_refused(url, error) from error
    try:
        return _print_events(inbox, device, spec, seconds=seconds, count=count, as_json=as_json)
    finally:
        reader.stop()


def _print_events(
    inbox: queue.Queue[ReaderEvent],
    device: AttachedDevice,
    spec: GaugeSpec,
    *,
    seconds: float | None,
    count: int | None,
    as_json: bool,
) -> int:
    deadline = None if seconds is None else time.monotonic() + seconds
    printed, code = 0, 0
    while count is None or printed < count:
        left = 0.2 if deadline is None else deadline - time.monotonic()
        if left <= 0:
            break
        try:
            event = inbox.get(timeout=min(left, 0.2))
        except queue.Empty:
            continue
        rows = _weights(event) if spec.kind == "balance" else []
        for told in device.take(event):
            if isinstance(told, DeviceNews):
                print(_news_line(told), file=sys.stderr, flush=True)
                code = 0 if told.what == "returned" and code == 0 else 1
            rows += _readings(told)
        for fields in rows[: None if count is None else count - printed]:
            _print_reading(fields, as_json=as_json)
            printed += 1
    if printed == 0:
        print(f"{device.device.url}: {_NOTHING_CAME[spec.kind].format(spec.title)}", file=sys.stderr)
        return 1
    return code


def _weights(event: ReaderEvent) -> list[dict[str, Any]]:
    """What a balance said: it gives masses, which become no samples."""
    rows = []
    stamped = event.stamped if isinstance(event, Received) else ()
    for t_ns, message in ((s.t_ns, message) for s in stamped for message in one_by_one([s.message])):
        row: dict[str, Any] = {"t_s": t_ns / 1e9, "mass_g": None, "raw": None, "unit": None, "flags": []}
        match message:
            case Reading(raw=raw, unit=unit, stable=stable):
                row |= {"mass_g": raw * _GRAM_PER[unit], "raw": raw, "unit": unit}
                row["flags"] = [] if stable is None else ["stable" if stable else "moving"]
            case Unsettled():
                row["flags"] = ["moving"]
            case Overload():
                row["flags"] = ["overload"]
            case _:
                continue
        rows.append(row)
    return rows


def _readings(told: object) -> list[dict[str, Any]]:
    if isinstance(told, ButtonPressed):
        return [{"t_s": told.t_ns / 1e9, "button": told.button, "device_ms": told.device_ms}]
    if not isinstance(told, ForceBlock):
        return []
    names = {FLAG_OVERLOAD: "overload", FLAG_PEAK: "peak"}
    rows = []
    for i, t_ns in enumerate(told.t_ns.tolist()):
        force_mn, raw, flags = float(told.force_mn[i]), float(told.raw[i]), int(told.flags[i])
        rows.append(
            {
                "t_s": t_ns / 1e9,
                "force_n": None if force_mn != force_mn else force_mn / 1e3,
                "raw": None if raw != raw else raw,
                "unit": told.unit,
                "flags": [name for flag, name in names.items() if flags & flag],
            }
        )
    return rows


def _print_reading(fields: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(fields)
        return
    if "button" in fields:
        print(f"{fields['t_s']:10.4f} s  button {fields['button']}", flush=True)
        return
    name, unit = ("mass_g", "g") if "mass_g" in fields else ("force_n", "N")
    value = "-" if fields[name] is None else f"{fields[name]:.3f}"
    raw = "-" if fields["raw"] is None else f"{fields['raw']:g}"
    flags = " ".join(fields["flags"])
    print(f"{fields['t_s']:10.4f} s  {value:>10} {unit}  {raw:>10} {fields['unit'] or ''}  {flags}", flush=True)


def _news_line(news: DeviceNews) -> str:
    detail = ", ".join(f"{key} {value}" for key, value in news.detail.items())
    return f"{news.device} at {news.t_ns / 1e9:.3f} s: {news.what} ({detail})"
