"""The device desk: what its words say, and a person at its keyboard with a real engine and simulated devices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from drivers.capture import parse_capture
from qst_station.gui import theme
from qst_station.gui.attach_form import AttachForm
from qst_station.gui.desk_pictures import Sockets, desk, device, screen
from qst_station.gui.device_words import alert_words, reading_words, state_words
from qst_station.gui.json_lines import Json
from qst_station.gui.ports_panel import PortsPanel
from qst_station.gui.sparkline import Sparkline
from qst_station.gui.walk import Key, Walk

DEVICE = {
    "name": "algometer",
    "kind": "force",
    "state": "connected",
    "why": "",
    "hindrance": "",
    "force_n": -0.42,
    "raw": 0.42,
    "unit": "N",
    "unit_was": "",
    "rate_hz": 98.0,
    "noise_mn": 0.4,
    "age_s": 0.02,
    "state_age_s": None,
    "garbled": 0,
    "presses": 0,
    "last_press": None,
    "mass": None,
    "sign_check": None,
    "grade": "manual",
    "display_check": "open",
    "display_agreed": [],
}


@pytest.fixture
def at_the_desk(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Walk, Sockets]]:
    """A window at its device desk with the real engine."""
    theme.dress(qapp)
    theme.dress_forms(qapp)
    (tmp_path / "dev").mkdir()
    with desk(tmp_path / "data", tmp_path / "dev", None, (1280, 800)) as (walk, sockets):
        yield walk, sockets
    walk.window.hide()
    walk.window.deleteLater()
    qapp.processEvents()


def test_words_say_how_a_device_is() -> None:
    assert state_words(DEVICE) == "● connected · 98 readings/s · noise 0.4 mN · last byte 0.0\u00a0s ago"
    assert reading_words(DEVICE) == "−0.42 N"
    assert reading_words({**DEVICE, "force_n": -0.001}) == "0.00 N"
    lost = {**DEVICE, "state": "lost", "state_age_s": 5.0, "age_s": 6.0}
    assert reading_words(lost) == "–"
    assert re.match(r"✕ UNPLUGGED since \d\d:\d\d:\d\d · last byte 6.0\ss ago", state_words(lost))
    assert "by itself" in alert_words(lost)
    assert "two adapters" in alert_words({**lost, "hindrance": "two adapters"}).lower()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"unit_was": "N", "unit": "kgf"}, "N before, kgf now"),
        ({"grade": "inferred"}, "compare with its display (1 of 2)"),
        ({"grade": "inferred", "display_agreed": [{"raw": 4.0, "unit": "N"}]}, "(2 of 2, at another load)"),
        ({"grade": "inferred", "display_check": "differed"}, "Do not measure with it"),
        ({"sign_check": "fell"}, "sign is turned"),
        ({"sign_check": None}, ""),
    ],
)
def test_the_alert_of_a_card_names_what_to_do(change: Json, said: str) -> None:
    words = alert_words({**DEVICE, **change})
    assert said in words and bool(said) == bool(words)


def test_noise_at_rest_is_no_mountain_range(qtbot: Any) -> None:
    line = Sparkline()
    qtbot.addWidget(line)
    line.set_spark([None, [0.0, 0.02], [-0.01, 0.01]])
    low, high = line.span_n()
    assert high - low == pytest.approx(1.0)
    line.set_spark([[0.0, 40.0]])
    assert line.span_n() == (0.0, 40.0)


@pytest.mark.parametrize(
    ("link", "baud", "byte_format"),
    [("", None, None), ("9600", 9600, None), ("9600 7e1", 9600, "7E1"), ("7N2", None, "7N2")],
)
def test_the_link_is_a_rate_and_a_format(qtbot: Any, link: str, baud: int | None, byte_format: str | None) -> None:
    taken: list[Json] = []
    form = _filled(qtbot, taken)
    form.link.setText(link)
    form.attach.click()
    assert (taken[0]["baud"], taken[0]["format"]) == (baud, byte_format)


@pytest.mark.parametrize(
    ("field", "text"), [("link", "fast"), ("link", "9600 9N1"), ("area", "0"), ("area", "nan"), ("name", " ")]
)
def test_what_cannot_be_attached_stays_in_the_form(qtbot: Any, field: str, text: str) -> None:
    taken: list[Json] = []
    form = _filled(qtbot, taken)
    getattr(form, field).setText(text)
    form.attach.click()
    assert taken == [] and form.note.text().startswith("▲")


def _filled(qtbot: Any, taken: list[Json]) -> AttachForm:
    form = AttachForm(taken.append)
    qtbot.addWidget(form)
    gauge = {"title": "Gauge", "name": "gauge", "kind": "force", "grade": "manual", "grade_note": ""}
    form.show_gauges([{**gauge, "link": "9600 8N1", "variants": []}])
    form.prefill("/dev/ttyUSB0", "gauge")
    form.name.setText("algometer")
    form.tests.choose("PPT")
    return form


def test_a_device_found_again_is_offered_with_its_port_and_one_that_is_attached_is_not(qtbot: Any) -> None:
    asked: list[tuple[str, Json]] = []
    panel = PortsPanel(lambda ask, **args: asked.append((ask, args)), lambda url, gauge: None)
    qtbot.addWidget(panel)
    found = {"name": "a", "identity": "no. 1", "was_at": "COM5", "url": "COM7", "certain": True, "why": ""}
    shown = {"ports": [], "listed": True, "listing_failed": "", "question": None}
    panel.show_desk({**shown, "known": [{**found, "attached": False, "lost": False}]})
    (attach,) = [b for b in panel.findChildren(type(panel.ask_port)) if b.accessibleName() == "attach a at COM7"]
    attach.click()
    assert asked == [("attach_known", {"name": "a", "url": "COM7"})]
    panel.show_desk({**shown, "known": [{**found, "attached": True, "lost": False}]})
    offers = [b for b in panel.findChildren(type(panel.ask_port)) if b.accessibleName() == "attach a at COM7"]
    assert all(offer.isHidden() for offer in offers if offer.parent() is panel)


def test_only_a_gauge_that_was_chosen_is_attached_also_where_the_list_comes_late_or_again(qtbot: Any) -> None:
    taken: list[Json] = []
    form = AttachForm(taken.append)
    qtbot.addWidget(form)
    listed = [
        {
            "name": name,
            "title": name,
            "kind": "force",
            "grade": "manual",
            "grade_note": "",
            "link": "",
            "variants": [],
        }
        for name in ("mark10", "wagner-fpx")
    ]
    form.prefill("COM5", "wagner-fpx")
    for gauges, chosen in ((listed, "wagner-fpx"), (listed, "wagner-fpx"), (listed[:1], None)):
        form.show_gauges(gauges)
        assert form.gauge.currentData() == chosen
    form.prefill("COM5")
    form.name.setText("algometer")
    form.tests.choose("PPT")
    form.attach.click()
    assert not taken and form.note.text() == "▲ Choose the gauge."
    form.gauge.setCurrentIndex(0)
    form.attach.click()
    assert [device["gauge"] for device in taken] == ["mark10"] and form.gauge.currentData() is None


def test_a_port_is_asked_on_the_wire_and_its_gauge_attached_by_keyboard(
    at_the_desk: tuple[Walk, Sockets],
) -> None:
    walk, sockets = at_the_desk
    page = screen(walk)
    url = sockets.plug("ttyUSB0", "wagner-fpx", load="ramp:6:60", vid=0x0403, pid=0x6001, serial_number="A1B2C3")
    page.look_for.setFocus()
    walk.key(Key.Key_Return)
    walk.until(lambda: page.ports.table.rowCount() >= 1)
    walk.until(lambda: walk.window.focusWidget() is page.ports.url)
    walk.type(url)
    walk.key(Key.Key_Return)
    assert walk.window.focusWidget() is page.ports.ask_port
    walk.key(Key.Key_Return)
    walk.until(lambda: walk.window.focusWidget() is page.ports.take_back)
    walk.until(lambda: "did not say who it is" in page.ports.answer.text())
    assert "Wagner" in page.ports.answer.text()
    offers = [b for b in page.ports.findChildren(type(page.back)) if b.text().startswith("Attach as")]
    assert walk.window.focusWidget() is offers[0]
    while not (walk.window.focusWidget() or page.back).property("text").startswith("Attach as wagner"):
        walk.key(Key.Key_Tab)
    walk.key(Key.Key_Return)
    walk.until(lambda: walk.window.focusWidget() is page.form.name)
    assert (page.form.url.text(), str(page.form.gauge.currentData())[:6]) == (url, "wagner")
    walk.type("algometer")
    walk.key(Key.Key_Return)
    walk.key(Key.Key_Return)
    walk.key(Key.Key_Right)
    page.form.attach.setFocus()
    walk.key(Key.Key_Return)
    walk.until(lambda: device(walk, "algometer")["state"] == "connected")
    assert "A1B2C3" in device(walk, "algometer")["identity"]


def test_display_capture_and_memory_are_reached_from_the_card(
    at_the_desk: tuple[Walk, Sockets], tmp_path: Path
) -> None:
    walk, sockets = at_the_desk
    page = screen(walk)
    url = sockets.plug("ttyUSB0", "imada-ds2", load="ramp:6:60", vid=0x0403, pid=0x6001, serial_number="A1B2C3")
    wanted = {"name": "algometer", "gauge": "imada-ds2", "url": url, "tests": ["PPT"], "probe_area_cm2": 1.0}
    walk.window.orders.request("attach", device=wanted)
    walk.until(lambda: (device(walk, "algometer").get("force_n") or 0.0) > 3.0)
    card = page.card("algometer")
    walk.until(card.same.isVisible)
    card.capture.click()
    card.same.click()
    walk.until(lambda: len(device(walk, "algometer")["display_agreed"]) == 1)
    walk.until(lambda: (device(walk, "algometer").get("force_n") or 0.0) > 9.0)
    card.same.click()
    walk.until(lambda: device(walk, "algometer")["display_check"] == "agreed")
    walk.until(lambda: not card.same.isVisible())
    walk.until(lambda: card.capture.text().startswith("End capture"))
    card.capture.click()
    walk.until(lambda: card.capture.text() == "Capture")
    (capture,) = (tmp_path / "data" / "captures").iterdir()
    assert parse_capture(capture.read_bytes()).header.gauge == "imada-ds2"
    assert (tmp_path / "data" / "devices.json").exists()
    card.forget.click()
    walk.until(lambda: walk.window.status and not walk.window.status["devices"])
    assert '"devices": []' in (tmp_path / "data" / "devices.json").read_text()


def test_a_gauge_is_described_in_the_window_and_offered_at_once(
    at_the_desk: tuple[Walk, Sockets], tmp_path: Path
) -> None:
    walk, _ = at_the_desk
    page = screen(walk)
    page.another.setFocus()
    walk.key(Key.Key_Return)
    page.form.describe.setFocus()
    walk.key(Key.Key_Return)
    form = page.describe
    for field, text in (
        (form.title, "Bench gauge"),
        (form.name, "bench-gauge"),
        (form.source, "manual, page 3"),
        (form.example, "  12.34 N"),
        (form.value, "12.43"),
        (form.request, "R\\r"),
    ):
        field.setText(text)
    form.add.setFocus()
    walk.key(Key.Key_Return)
    walk.until(lambda: "12.34, which the pattern reads" in walk.window.banner.text())
    assert not list((tmp_path / "data").rglob("*.toml"))
    form.value.setText("12.34")
    form.add.setFocus()
    walk.key(Key.Key_Return)
    walk.until(lambda: page.form.gauge.currentData() == "bench-gauge")
    assert page.form.isVisible()
    (document,) = (tmp_path / "data").rglob("*.toml")
    assert 'poll = "R\\r"' in document.read_text(encoding="utf-8")


def test_a_pedal_is_learned_at_the_desk_and_means_its_action_in_the_visit(
    at_the_desk: tuple[Walk, Sockets],
) -> None:
    walk, _ = at_the_desk
    page = screen(walk)
    page.foot_pedals.setFocus()
    walk.key(Key.Key_Return)
    page.pedals.learn["yes"].click()
    walk.key(Key.Key_F14)
    assert walk.window.conduct.keyboard.learned == {Key.Key_F14.value: "yes"}
    page.pedals.forget["yes"].click()
    assert walk.window.conduct.keyboard.learned == {}
