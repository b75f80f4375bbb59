"""The screens of devices, instruments and calibrations for the layout test, filled from a real register."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from qst_station.calibrating.register import Register
from qst_station.calibrating.run_opening import GivenSetting, Operator, Setup
from qst_station.calibrating.set_document import example, load_set
from qst_station.gui.attach_form import AttachForm
from qst_station.gui.calibration_pictures import PastClock, past_events
from qst_station.gui.calibration_screen import CalibrationScreen
from qst_station.gui.devices_screen import DevicesScreen
from qst_station.gui.engine_lost_screen import EngineLostScreen
from qst_station.gui.finding_banner import FindingBanner
from qst_station.gui.instrument_forms import filled_in
from qst_station.gui.instruments_screen import InstrumentsScreen
from qst_station.gui.json_lines import Json
from qst_station.gui.simulation_panel import SimulationPanel
from qst_station.station.calibration_asks import CalibrationAsks
from qst_station.station.calibration_desk import CalibrationDesk
from qst_station.station.calibration_view import calibration_view, result_view
from tests.gui.layout import screen

HAIR = "optihair2-A-64"
ACTOR = {"who": "AB", "role": "examiner"}
GAUGE = {
    "name": "algometer",
    "title": "Mark-10 Series 3/4/5/7 and its OEM twins (GCL, GCL2)",
    "kind": "force",
    "identity": "USB adapter FT232R USB UART 0403:6001, serial number A50285BI",
    "told": "M5-50, serial 3456789",
    "url": "/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0",
    "state": "connected",
    "state_age_s": 3.0,
    "why": "",
    "hindrance": "",
    "force_n": 31.22,
    "raw": 31.22,
    "unit": "N",
    "unit_was": "",
    "rate_hz": 98.0,
    "noise_mn": 10.5,
    "age_s": 0.02,
    "garbled": 12,
    "presses": 0,
    "last_press": None,
    "mass": None,
    "sign_check": None,
    "grade": "code",
    "grade_note": "known from other software",
    "display_check": "open",
    "display_agreed": [],
    "battery": "full",
    "tests": ["PPT"],
    "probe_area_cm2": 1.0,
}
DEVICES = [
    GAUGE,
    {**GAUGE, "name": "gauge-2", "state": "lost", "hindrance": "two adapters look like it"},
    {**GAUGE, "name": "gauge-3", "sign_check": "fell", "grade": "manual"},
    {**GAUGE, "name": "pedal", "kind": "button", "grade": "manual", "presses": 12, "tests": []},
]
PORTS = {
    "listed": True,
    "listing_failed": "",
    "ports": [
        {
            "url": GAUGE["url"],
            "usb": "0403:6001",
            "serial_number": "A50285BI",
            "product": "FT232R USB UART",
            "used_by": "algometer",
            "likely": [],
            "doubt": "",
        },
        {
            "url": "COM7",
            "usb": "",
            "serial_number": "",
            "product": "",
            "used_by": "",
            "likely": ["mark10", "wagner-fpx"],
            "doubt": "no serial number: known again only by its USB socket",
        },
    ],
    "known": [
        {
            "name": "algometer",
            "identity": GAUGE["identity"],
            "was_at": "COM5",
            "url": "COM7",
            "certain": True,
            "why": "",
            "attached": False,
            "lost": False,
        }
    ],
    "question": {
        "url": "COM7",
        "state": "done",
        "received": [],
        "gauges": [
            {
                "gauge": name,
                "title": title,
                "confidence": "possible",
                "why": "its bytes fit",
                "known": "",
                "told": "",
            }
            for name, title in (("mark10", "Mark-10 Series 3/4/5/7"), ("wagner-fpx", "Wagner FPX"))
        ],
    },
    "sparks": {"algometer": [[0.0, 1.0 * i] for i in range(30)]},
    "captures": {"algometer": {"seconds": 12.0}},
}


@cache
def calibrated() -> dict[str, Any]:
    """Views of a hair's calibration at every step, its result, and the register afterwards."""
    day = datetime.date(2026, 8, 3)
    morning = datetime.datetime.combine(day, datetime.time(8), datetime.UTC)
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        text = filled_in(example("optihair2"), serial="LOT 12", owner="INCA site 1", set_name="optihair2-A")
        with Register.create(data, site="INCA-01", who="AB", utc=morning) as register:
            register.add(load_set(text, place="example").members(), who="AB", utc=morning)
        desk = CalibrationDesk(data, PastClock(day), {})
        asks = CalibrationAsks(desk, lambda _: {}).answers
        methods = asks["calibrate_methods"]({"instrument": HAIR})
        rest = GivenSetting(name="rest", value=0.0, set_by="sponsor", set_on=day.isoformat())
        operator = Operator(**ACTOR)
        desk.begin(
            HAIR, kind="hair", device="", operator=operator, condition="clean", setup=Setup(), settings=[rest]
        )
        views: dict[str, Json] = {}
        for kind, fields in past_events(61.9):
            view = calibration_view(desk)
            assert view is not None
            views[view["do"]["key"]] = view
            if view["do"]["key"] == "press" and view["do"]["least"]:
                views["enough"] = view
            desk.enter(kind, fields, who="AB")
        views["done"] = calibration_view(desk) or {}
        result = result_view(desk)
        desk.issue(name="A. Nurse", role="study nurse", place="INCA site 1")
        desk.leave()
        return {
            "views": views,
            "result": result,
            "methods": methods,
            "register": asks["calibrate_instruments"]({}),
            "instrument": asks["calibrate_instrument"]({"instrument": HAIR}),
            "trend": asks["trend"]({"instrument": HAIR}),
        }


class Answering:
    """A desk whose engine answers at once what has been asked for before."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self._answers = answers

    def request(self, ask: str, callback: Callable[[Json], None], **_args: Any) -> None:
        if ask in self._answers:
            callback(self._answers[ask])

    def say(self, text: str) -> None:
        pass

    def inquire(self, *_: Any) -> None:
        pass


def devices_screen() -> DevicesScreen:
    """The device desk with devices in every state."""
    made = DevicesScreen(
        lambda ask, callback=lambda _: None, **_: callback({"desk": PORTS, "gauges": []}),
        lambda: None,
        lambda: None,
    )
    gauge = {"name": "mark10", "title": GAUGE["title"], "kind": "force", "grade": "manual", "grade_note": ""}
    made.show_gauges([{**gauge, "link": "115200 8N1", "variants": ["9600 8N1"]}])
    made.show_devices(DEVICES)
    made.set_purpose("Open the visit  ⏎", "P-0123 · day-0 · affected:  RIGHT HAND · real visit")
    return made


@screen("devices")
def _devices(_desk: Any, _visit: Any) -> QWidget:
    return devices_screen()


@screen("devices: ports")
def _ports(_desk: Any, _visit: Any) -> QWidget:
    made = devices_screen()
    made.look_for.click()
    made.ports.show_desk(PORTS)
    return made


@screen("devices: attach")
def _attach(_desk: Any, _visit: Any) -> QWidget:
    made = devices_screen()
    made.another.click()
    assert isinstance(made.form, AttachForm)
    made.form.attach.click()
    return made


@screen("devices: describe")
def _describe(_desk: Any, _visit: Any) -> QWidget:
    made = devices_screen()
    made.form.describe.click()
    return made


def instruments_screen() -> InstrumentsScreen:
    """The register, with one hair calibrated."""
    found = calibrated()
    answers = {"calibrate_instrument": found["instrument"], "trend": found["trend"]}
    made = InstrumentsScreen(Answering(answers), lambda *_: None, lambda _: None, lambda: None)
    made.initials.setText("AB")
    made.show_register(found["register"])
    unfinished = {"folder": "x", "instrument": HAIR, "method": "daily_check", "utc": "2026-08-03T08:00:00Z"}
    made.show_unfinished([{**unfinished, "who": "AB", "readings": 3, "why": ""}])
    names = [one["id"] for one in found["register"]["instruments"]]
    made.table.setCurrentCell(names.index(HAIR), 0)
    return made


@screen("instruments")
def _instruments(_desk: Any, _visit: Any) -> QWidget:
    return instruments_screen()


@screen("instruments: certificates")
def _certificates(_desk: Any, _visit: Any) -> QWidget:
    made = instruments_screen()
    made.detail.tabs.setCurrentIndex(1)
    return made


@screen("instruments: trend")
def _trend(_desk: Any, _visit: Any) -> QWidget:
    made = instruments_screen()
    made.detail.tabs.setCurrentIndex(2)
    return made


@screen("instruments: add")
def _add(_desk: Any, _visit: Any) -> QWidget:
    made = instruments_screen()
    made.add.click()
    made.add_form.source.choose("single")
    made.add_form.accept.click()
    return made


@screen("instruments: due")
def _due(_desk: Any, _visit: Any) -> QWidget:
    made = instruments_screen()
    made.due.click()
    return made


def calibration_screen(step: str = "", **changed: Any) -> CalibrationScreen:
    """A calibration at a step; empty: before it begins."""
    found = calibrated()
    register = found["register"]
    answers = {
        "calibrate_methods": found["methods"],
        "calibrate_instruments": register,
        "calibrate_result": {"result": found["result"]},
    }
    made = CalibrationScreen(Answering(answers), lambda: ACTOR, lambda: None, lambda: None)
    (one,) = [one for one in register["instruments"] if one["id"] == HAIR]
    made.open(one, "hair")
    view = {**found["views"][step], **changed} if step else None
    made.show_status({"calibration": view, "devices": []})
    return made


@screen("calibration: begin")
def _begin(_desk: Any, _visit: Any) -> QWidget:
    made = calibration_screen()
    made.begin.begin.click()  # says what is missing
    return made


@screen("calibration: conditions")
def _conditions(_desk: Any, _visit: Any) -> QWidget:
    return calibration_screen("conditions")


@screen("calibration: reference")
def _reference(_desk: Any, _visit: Any) -> QWidget:
    return calibration_screen("reference")


@screen("calibration: readings")
def _readings(_desk: Any, _visit: Any) -> QWidget:
    unfit = "Look whether the right item and the right load lie on and whether the device was tared in between."
    problem = {
        "code": "reading.does_not_fit",
        "happened": "The device shows 3.16 g where 64 mN is due.",
        "remedy": unfit,
    }
    readings = calibrated()["views"]["enough"]["readings"]
    refused = {**readings[-1], "used": False, "refused": problem}
    return calibration_screen(
        "enough",
        device="balance",
        device_state="lost",
        problems=[problem],
        readings=[*readings, refused, refused, refused],
    )


@screen("calibration: result")
def _result(_desk: Any, _visit: Any) -> QWidget:
    return calibration_screen("done")


@screen("finding")
def _finding(_desk: Any, _visit: Any) -> QWidget:
    made = FindingBanner()
    lost = {
        "code": "device.lost",
        "severity": "stop",
        "place": "algometer at /dev/ttyUSB0",
        "happened": "The device is disconnected; plug it in again.",
        "safe": "All answers so far are on disk.",
        "remedy": "Check the cable, then go on with the same stimulus.",
    }
    made.show_newest([{**lost, "code": "device.silent"}, lost])
    return made


@screen("simulation")
def _simulation(_desk: Any, _visit: Any) -> QWidget:
    made = SimulationPanel(1, lambda _: None)
    made.show_view(None)
    return made


@screen("engine lost")
def _engine_lost(_desk: Any, _visit: Any) -> QWidget:
    made = EngineLostScreen(lambda: None)
    saved = "Answers of this test saved: 12, the last at 10:41. It goes on at stimulus 13."
    made.show_reason("It ended with exit code -9.", saved)
    return made


@screen("nothing saved")
def _nothing_saved(_desk: Any, _visit: Any) -> QWidget:
    made = EngineLostScreen(lambda: None)
    saved = "Answers of this test saved: 12, the last at 10:41. It goes on at stimulus 13."
    note = "Not saved: “the pinprick slipped off the skin at the second touch”."
    made.show_reason("The disk did not take the record (database or disk is full).", f"{saved} {note}", disk=True)
    return made


@screen("calibration: begin with a gauge")
def _begin_with_a_gauge(_desk: Any, _visit: Any) -> QWidget:
    made = calibration_screen()
    one = {"id": "algometer-1", "kind": "force_gauge", "nominal_mn": None}
    made.begin.open(one, "hair")
    return made
