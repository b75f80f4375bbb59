"""Pictures of the register and of a calibration: a hair that tires on a simulated balance, and one that drifts."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtTest import QTest

from qst_station.calibrating.register import Register
from qst_station.calibrating.run_opening import GivenSetting, Operator, Setup
from qst_station.calibrating.set_document import example, load_set
from qst_station.gui.calibration_bench import BALANCE, CHECK_G, CHECK_MASS, NEWTON_PER_GRAM, Bench, bench
from qst_station.gui.instrument_forms import filled_in
from qst_station.gui.walk import Key
from qst_station.gui.workbench import CALIBRATION
from qst_station.station.calibration_desk import CalibrationDesk

_DRIFTING = "optihair2-A-64"


class PastClock:
    """A clock of an earlier day, for calibrations that lie behind."""

    speed = 1.0

    def __init__(self, day: datetime.date) -> None:
        self._noon = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
        self._now_ns = 0

    def now_ns(self) -> int:
        """A second later at every look."""
        self._now_ns += 1_000_000_000
        return self._now_ns

    def utc(self) -> str:
        """Wall-clock time."""
        return (self._noon + datetime.timedelta(microseconds=self._now_ns // 1000)).isoformat(
            timespec="milliseconds"
        )


def calibrated_before(data: Path, name: str, forces_mn: Mapping[datetime.date, float]) -> None:
    """A register with the hairs that ship as an example, one of them calibrated on earlier days."""
    text = filled_in(example("optihair2"), serial="LOT 12", owner="INCA site 1", set_name="optihair2-A")
    first = datetime.datetime.combine(min(forces_mn), datetime.time(8), datetime.UTC)
    with Register.create(data, site="INCA-01", who="AB", utc=first) as register:
        register.add(load_set(text, place="example").members(), who="AB", utc=first)
    for day, force_mn in forces_mn.items():
        desk = CalibrationDesk(data, PastClock(day), {})
        desk.begin(
            name,
            kind="hair",
            device="",
            operator=Operator(who="AB", role="examiner"),
            condition="clean, straight",
            setup=Setup(),
            settings=[
                GivenSetting(name=name, value=value, set_by="sponsor", set_on=day.isoformat())
                for name, value in (("rest", 0.0), ("tolerance", 0.1))
            ],
        )
        for kind, fields in past_events(force_mn):
            desk.enter(kind, fields, who="AB")
        desk.issue(name="A. Nurse", role="study nurse", place="INCA site 1")
        desk.leave()


def past_events(force_mn: float) -> list[tuple[str, dict[str, object]]]:
    """All that is entered in a calibration of a hair of this force by typing."""
    gram = force_mn * 1e-3 / NEWTON_PER_GRAM
    presses = [gram * (1.0 + 1e-3 * (i % 3 - 1)) for i in range(10)]
    references = [
        {
            "role": role,
            "id": id_,
            "certificate": certificate,
            "due": due,
            "unit": "g",
            "coverage_factor": 2.0,
            **more,
        }
        for role, (id_, certificate, due, *_), more in (
            ("balance", BALANCE, {"expanded": 0.02, "division": 0.01}),
            ("check_mass", CHECK_MASS, {"expanded": 0.001, "nominal": CHECK_G}),
        )
    ]
    return [
        ("conditions", {"temperature_c": 22.0, "humidity_percent": 45.0, "note": ""}),
        *(("reference", reference) for reference in references),
        *(("typed", {"value": value, "unit": "g"}) for value in (CHECK_G, 0.0, *presses, 0.0, CHECK_G)),
        ("finish", {}),
    ]


def picture_calibrations(out: Path, size: tuple[int, int]) -> None:
    """Take all pictures of the register and of a calibration."""
    with tempfile.TemporaryDirectory() as data, bench(Path(data), out, size) as found:
        _picture_calibration(found)
    with tempfile.TemporaryDirectory() as data:
        days = [datetime.date(*day) for day in ((2025, 2, 3), (2025, 8, 4), (2026, 2, 2), (2026, 8, 3))]
        calibrated_before(Path(data), _DRIFTING, dict(zip(days, (64.2, 63.4, 62.9, 61.9), strict=True)))
        with bench(Path(data), out, size) as found:
            _picture_trend(found)


def _picture_calibration(bench: Bench) -> None:
    """Register hairs, calibrate one that tires, check it, and take the pictures."""
    walk = bench.walk
    bench.add_hairs()
    bench.attach_balance()
    bench.choose(_DRIFTING)
    walk.shot("calibration_register")
    _picture_forms(bench)
    walk.key(Key.Key_Return)
    walk.until(walk.shows(CALIBRATION))
    for name, value in (("rest", "0"), ("plateau shortest", "0.3"), ("readings", "6")):
        bench.set_setting(name, value)
    walk.shot("calibration_begin")
    bench.begin()
    walk.shot("calibration_conditions")
    bench.prepare(before_reference=lambda: walk.shot("calibration_reference"))
    for i in range(4):
        bench.press(64.0 - 0.9 * i)
    bench.press(31.0)
    bench.hand.press(60.0)
    QTest.qWait(900)
    walk.shot("calibration_readings")
    bench.hand.put_on(0.0)
    QTest.qWait(600)
    walk.until(lambda: bench.view["do"]["least"])
    walk.shot("calibration_enough")
    while bench.due("press")():
        bench.press(59.8)
    while not bench.due("finish")():
        bench.take(CHECK_G if bench.due("check")() else 0.0)
    walk.until(bench.focused(bench.calibration.readings.finish))
    walk.key(Key.Key_Return)
    walk.until(bench.calibration.result.quantities.rowCount)
    walk.shot("calibration_result")


def _picture_forms(bench: Bench) -> None:
    """What is filled in about instruments: another one, and when one is due."""
    walk, register = bench.walk, bench.register
    register.add.click()
    register.add_form.source.choose("single")
    walk.shot("calibration_add")
    register.close_form()
    register.due.click()
    walk.shot("calibration_due")
    register.close_form()
    walk.until(bench.focused(register.table))


def _picture_trend(bench: Bench) -> None:
    """Show the drift of a hair that has been calibrated several times."""
    bench.choose(_DRIFTING)
    bench.walk.until(lambda: bench.register.detail.trend_words.text().startswith("Drift"))
    bench.register.detail.tabs.setCurrentIndex(2)
    bench.walk.shot("calibration_trend")
