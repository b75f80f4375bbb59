"""`qst-station simulate`, `read` and `gauges`."""

from __future__ import annotations

import queue
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any, Final

from drivers.catalogue import BROKEN, GAUGES
from drivers.conversation import Conversation
from drivers.link import LinkUnavailable, open_link
from drivers.reader import Reader, ReaderEvent
from drivers.simulated.device import SimulatedDevice, simulated
from drivers.simulated.recorded import replayed
from drivers.simulated.server import Server
from drivers.spec import GaugeSpec
from qst_station.acquisition.attached import AttachedDevice, Device, device_spec
from qst_station.cli.output import DONE, FOUND, port_refused, print_json
from qst_station.findings import Finding, Refused, Severity
from qst_station.session.events import FLAG_OVERLOAD, FLAG_PEAK, ButtonPressed, DeviceNews, ForceBlock

_CAPTURE: Final = "capture:"


def gauges(*, as_json: bool) -> int:
    """List the gauges with the grade of what is known of each."""
    for spec in GAUGES.values():
        fields = {
            "name": spec.name,
            "title": spec.title,
            "kind": spec.kind,
            "grade": spec.grade,
            "grade_note": spec.grade_note,
            "source": spec.source,
        }
        if as_json:
            print_json(fields)
        else:
            print(f"{spec.name:15} {spec.kind:7} {spec.grade:12} {spec.title}\n{'':36}{spec.grade_note}")
    for broken in BROKEN:
        print(f"{broken.entry} of {broken.package}: {broken.why} It is not used; the others are.", file=sys.stderr)
    return FOUND if BROKEN else DONE


def simulate(name: str, *, transport: str | None, load: str | None, fault: str, seed: int) -> int:
    """Serve a simulated device until interrupted; the first line of output is its URL."""
    try:
        device = _device(name, load=load, fault=fault, seed=seed)
    except (ValueError, OSError) as error:
        raise Refused(_unusable("simulate", str(error))) from error
    chosen = transport or ("tcp" if sys.platform == "win32" else "pty")
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    signal.signal(signal.SIGINT, lambda *_: stop.set())
    with Server(device, transport="tcp" if chosen == "tcp" else "pty") as server:
        print(server.url, flush=True)
        while not stop.wait(0.2):
            pass
    return 0


def _device(name: str, *, load: str | None, fault: str, seed: int) -> SimulatedDevice:
    if name.startswith(_CAPTURE):
        if load is not None:
            raise ValueError(f"--load {load}: a capture has its own forces and takes no load")
        return replayed(Path(name.removeprefix(_CAPTURE)), faults=fault)
    return simulated(name, load=load or "hold:0", faults=fault, seed=seed)


def read(
    url: str,
    *,
    gauge_name: str,
    pattern: str | None,
    unit: str | None,
    baud: int | None,
    seconds: float | None,
    count: int | None,
    as_json: bool,
) -> int:
    """Print the readings of a device; 1 where something was found wrong, 0 otherwise."""
    try:
        spec = device_spec(gauge_name, {"pattern": pattern, "unit": unit, "baud": baud})
    except ValueError as error:
        raise Refused(_unusable("read", str(error))) from error
    device = AttachedDevice(Device(name=gauge_name, gauge=gauge_name, url=url, options={}), spec)
    inbox: queue.Queue[ReaderEvent] = queue.Queue()
    started_ns = time.perf_counter_ns()
    reader = Reader(
        gauge_name,
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
        for told in device.take(event):
            if isinstance(told, DeviceNews):
                print(_news_line(told), file=sys.stderr, flush=True)
                code = 0 if told.what == "returned" and code == 0 else 1
            for fields in _readings(told, device):
                if count is not None and printed >= count:
                    break
                _print_reading(fields, as_json=as_json)
                printed += 1
    if printed == 0:
        hint = "Is it switched on, on its main screen, and at the right baud rate?"
        print(f"{device.device.url}: no reading came from the {spec.title}. {hint}", file=sys.stderr)
        return 1
    return code


def _readings(told: object, device: AttachedDevice) -> list[dict[str, Any]]:
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
    force = "-" if fields["force_n"] is None else f"{fields['force_n']:.3f}"
    raw = "-" if fields["raw"] is None else f"{fields['raw']:g}"
    print(
        f"{fields['t_s']:10.4f} s  {force:>10} N  {raw:>10} {fields['unit']}  {' '.join(fields['flags'])}",
        flush=True,
    )


def _news_line(news: DeviceNews) -> str:
    detail = ", ".join(f"{key} {value}" for key, value in news.detail.items())
    return f"{news.device} at {news.t_ns / 1e9:.3f} s: {news.what} ({detail})"


def _unusable(place: str, why: str) -> Finding:
    return Finding(code="arguments.unusable", severity=Severity.STOP, place=place, happened=f"{why}.")
