"""The register and a calibration with the real engine and a simulated balance on a pty, by keyboard alone."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from qst_station.calibrating.certificate_file import read_certificate
from qst_station.calibrating.register import read_register
from qst_station.gui import theme
from qst_station.gui.calibration_bench import CHECK_G, Bench, bench
from qst_station.gui.calibration_pictures import calibrated_before
from qst_station.gui.devices_screen import DevicesScreen
from qst_station.gui.walk import Key

HAIR = "optihair2-A-64"
SETTINGS = (("rest", "0"), ("plateau shortest", "0.2"), ("readings", "5"))
DAILY = (("rest", "0"), ("plateau shortest", "0.2"))


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[], Bench]]:
    """Open the window at its register; its processes end with the test."""
    theme.dress(qapp)
    theme.dress_forms(qapp)
    windows = []
    with ExitStack() as stack:

        def at_register() -> Bench:
            found = stack.enter_context(bench(tmp_path, None, (1280, 800)))
            windows.append(found.walk.window)
            return found

        yield at_register
    for window in windows:
        window.hide()
        window.deleteLater()
    qapp.processEvents()


def _calibrate_to_the_presses(found: Bench) -> None:
    found.choose(HAIR)
    found.key(Key.Key_Return)
    found.walk.until(found.walk.shows("calibration"))
    for name, value in SETTINGS:
        found.set_setting(name, value)
    found.begin()
    found.prepare()


def _finish(found: Bench) -> None:
    while not found.due("finish")():
        found.take(CHECK_G if found.due("check")() else 0.0)
    found.walk.until(found.focused(found.calibration.readings.finish))
    found.key(Key.Key_Return)
    found.walk.until(lambda: found.calibration.result.verdict.text() != "…")


def test_a_hair_is_registered_calibrated_signed_and_found_in_the_register(
    opened: Callable[[], Bench], tmp_path: Path
) -> None:
    found = opened()
    walk = found.walk
    found.add_hairs()
    found.attach_balance()
    _calibrate_to_the_presses(found)
    found.press(31.0)
    assert "64 mN is due" in found.calibration.readings.problem.text()
    for _ in range(5):
        found.press(63.0)
    _finish(found)
    result = found.calibration.result
    assert result.verdict.text() == "✓ PASS"
    assert "unverified default" in result.rule.text()
    assert result.budget.rowCount() >= 5
    found.enter("A. Nurse", "study nurse", "INCA site 1")
    found.key(Key.Key_Return)
    walk.until(result.after.isVisible)
    walk.until(found.focused(result.leave))
    found.key(Key.Key_Return)
    walk.until(walk.shows("instruments"))
    detail = found.register.detail
    walk.until(lambda: detail.certificates.rowCount() == 1)
    number = detail.certificates.row_texts(0)[0]
    certificate = read_certificate(
        tmp_path / "certificates" / number / f"{number}.json", read_register(tmp_path).keys
    )
    readings = certificate.content["readings"]
    assert [r["value"] for r in readings if r["refused"]] == [3.16]
    assert certificate.content["person"] == {"name": "A. Nurse", "role": "study nurse"}
    assert read_register(tmp_path).certificates[number].measured_mn == pytest.approx(63.0, abs=0.1)
    assert "valid" in detail.state.text()


def test_a_calibration_is_left_goes_on_and_is_abandoned_and_every_reading_stays(
    opened: Callable[[], Bench], tmp_path: Path
) -> None:
    found = opened()
    walk = found.walk
    found.add_hairs()
    found.attach_balance()
    _calibrate_to_the_presses(found)
    found.press(63.0)
    found.go_to(found.calibration.readings.leave)
    found.key(Key.Key_Return)
    walk.until(walk.shows("instruments"))
    walk.until(found.register.unfinished_buttons)
    (resume,) = found.register.unfinished_buttons()
    assert HAIR in resume.accessibleName()
    found.go_to(resume)
    found.key(Key.Key_Return)
    walk.until(walk.window.question.question)
    walk.type("1")
    walk.until(walk.shows("calibration"))
    walk.until(found.due("press"))
    kept = found.view["readings"]
    found.press(62.5)
    found.go_to(found.calibration.readings.exclude)
    found.key(Key.Key_Return)
    walk.until(walk.window.question.question)
    walk.type("1")
    walk.until(lambda: found.calibration.readings.refused.rowCount() == 1)
    found.go_to(found.calibration.readings.abandon)
    found.key(Key.Key_Return)
    walk.until(walk.window.question.question)
    walk.type("4")
    walk.until(walk.shows("instruments"))
    walk.until(lambda: not found.register.unfinished_buttons())
    assert read_register(tmp_path).certificates == {}
    assert len(kept) == 3


def test_a_daily_check_begins_a_control_chart_and_is_entered(opened: Callable[[], Bench], tmp_path: Path) -> None:
    today = datetime.date.today()
    calibrated_before(tmp_path, HAIR, {today - datetime.timedelta(days=3): 63.0})
    found = opened()
    walk = found.walk
    found.attach_balance()
    walk.until(lambda: found.register.table.rowCount() == 12)
    found.go_to(found.register.initials)
    walk.type("AB")
    found.go_to(found.register.table)
    found.choose(HAIR)
    found.go_to(found.register.daily)
    found.key(Key.Key_Return)
    walk.until(walk.shows("calibration"))
    for name, value in DAILY:
        found.set_setting(name, value)
    found.begin()
    found.note_conditions()
    found.enter_balance()
    for _ in range(12):
        if found.due("finish")():
            break
        if found.due("press")():
            found.press(63.0)
        else:
            found.take(CHECK_G if found.due("check")() else 0.0)
    _finish(found)
    result = found.calibration.result
    assert "there are no limits yet" in result.verdict.text()
    assert len(result.chart.chart.dots) == 1
    found.enter("A. Nurse", "study nurse")
    found.key(Key.Key_Return)
    walk.until(result.after.isVisible)
    walk.until(found.focused(result.leave))
    found.key(Key.Key_Return)
    walk.until(walk.shows("instruments"))
    history = read_register(tmp_path).history(HAIR)
    assert history.check is not None
    assert history.check.date == today


def test_history_certificates_and_trend_of_an_instrument(opened: Callable[[], Bench], tmp_path: Path) -> None:
    days = [datetime.date(2025, 2, 3), datetime.date(2025, 8, 4), datetime.date(2026, 2, 2)]
    calibrated_before(tmp_path, HAIR, dict(zip(days, (64.2, 63.4, 62.6), strict=True)))
    found = opened()
    walk, register = found.walk, found.register
    paths: list[str] = []
    register.detail.open_with(lambda path: not paths.append(path))
    found.choose(HAIR)
    detail = register.detail
    walk.until(lambda: detail.trend_words.text().startswith("Drift"))
    assert detail.history.rowCount() == 7  # registered; three times pressed and calibrated
    assert len(detail.trend.chart.dots) == 3
    found.go_to(detail.tabs.tabBar())
    found.key(Key.Key_Right)
    found.go_to(detail.certificates)
    found.key(Key.Key_Return)
    assert Path(paths[0]).is_file()
    found.go_to(register.initials)
    walk.type("AB")
    found.go_to(register.due)
    found.key(Key.Key_Return)
    found.enter("365", "30", "", "sponsor, protocol 3.2")
    found.key(Key.Key_Return)
    walk.until(lambda: "365 days" in detail.rule_text())
    found.go_to(register.retire)
    found.key(Key.Key_Return)
    walk.until(walk.window.question.question)
    walk.type("1")
    walk.until(lambda: "retired" in detail.state.text())
    assert not register.calibrate.isEnabled()
    assert detail.history.rowCount() >= 4
    entries = [entry.kind for entry in read_register(tmp_path).history(HAIR).entries]
    assert entries[-2:] == ["due_rule_set", "retired"]


def test_a_tape_is_registered_by_the_form_and_read_by_typing(opened: Callable[[], Bench], tmp_path: Path) -> None:
    found = opened()
    walk, register = found.walk, found.register
    found.go_to(register.initials)
    walk.type("AB")
    found.go_to(register.add)
    for key in (Key.Key_Return, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Return):
        found.key(key)
    walk.type("t")
    found.key(Key.Key_Return)
    found.enter("INCA-01", "tape-1", "Gulick", "S1", "INCA site 1", "label")
    found.go_to(register.add_form.accept)
    found.key(Key.Key_Return)
    found.choose("tape-1")
    found.key(Key.Key_Return)
    walk.until(walk.shows("calibration"))
    page = found.calibration.begin
    walk.until(page.settings.rowCount)
    found.go_to(page.unit)
    walk.type("mm")
    found.go_to(page.division)
    walk.type("1")
    found.begin()
    found.note_conditions()
    found.enter_reference(("rule-1", "D-K-7", "2099-12-31", "0.1", "2"))
    walk.until(found.due("measure"))
    readings = found.calibration.readings
    walk.until(found.focused(readings.value))
    walk.type("abc")
    found.key(Key.Key_Return)
    assert found.focused(readings.value)()
    assert "no number" in walk.window.said.text()
    readings.value.clear()
    while found.due("measure")():
        before = len(found.view["readings"])
        walk.until(lambda: found.focused(readings.value)() and not readings.value.text())
        walk.type(f"{found.view['do']['task']['load']:g}")
        found.key(Key.Key_Return)
        walk.until(lambda count=before: len(found.view["readings"]) > count)
    _finish(found)
    assert found.calibration.result.verdict.text() == "✓ PASS"
    found.enter("A. Nurse", "study nurse", "INCA site 1")
    found.key(Key.Key_Return)
    walk.until(found.calibration.result.after.isVisible)
    (certificate,) = read_register(tmp_path).certificates.values()
    assert certificate.verdict == "pass"


def test_the_devices_are_reached_from_a_calibration_and_lead_back_to_it(
    opened: Callable[[], Bench], tmp_path: Path
) -> None:
    found = opened()
    walk = found.walk
    found.add_hairs()
    found.choose(HAIR)
    found.key(Key.Key_Return)
    walk.until(walk.shows("calibration"))
    found.go_to(found.calibration.begin.attach)
    found.key(Key.Key_Return)
    walk.until(walk.shows("devices"))
    found.key(Key.Key_Return)
    walk.until(walk.shows("calibration"))
    assert found.calibration.begin.title.text().endswith(f"{HAIR}, 64 mN")
    found.go_to(found.calibration.begin.attach)
    found.key(Key.Key_Return)
    walk.until(walk.shows("devices"))
    devices = walk.window.made_screen("devices")
    assert isinstance(devices, DevicesScreen)
    found.go_to(devices.instruments)
    found.key(Key.Key_Return)
    walk.until(walk.shows("instruments"))
    assert walk.window.workbench.purpose() == ""
