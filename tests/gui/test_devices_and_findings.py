"""Findings, the simulated participant's strip, and choices whose records do not depend on the language."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from qst_station.gui import theme
from qst_station.gui.device_card import DeviceCard
from qst_station.gui.devices_screen import DevicesScreen
from qst_station.gui.finding_banner import FindingBanner, happened_words
from qst_station.gui.gauge_form import GaugeForm
from qst_station.gui.readings_page import ReadingsPage
from qst_station.gui.simulation_panel import SimulationPanel
from qst_station.gui.workbench import CALIBRATION, DEVICES, Workbench
from tests.gui.device_screens import DEVICES as CONNECTED
from tests.gui.device_screens import calibrated, instruments_screen
from tests.gui.layout import REGISTRY, Longer, longer
from tests.gui.test_layouts import lay_out

SILENT = {
    "code": "device.silent",
    "severity": "warning",
    "place": "algometer",
    "happened": "Nothing has come from the device for two seconds.",
    "safe": "All answers so far are on disk.",
    "remedy": "Switch it on.",
}
LOST = {**SILENT, "code": "device.lost", "happened": "The device is disconnected."}


@pytest.fixture
def banner(qtbot: Any) -> FindingBanner:
    made = FindingBanner()
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.resize(1280, 62)
    return made


@pytest.fixture
def other_language(qapp: QApplication) -> Iterator[None]:
    """Every word of the window is another one."""
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_a_finding_names_its_device_and_says_what_is_safe_and_what_to_do(banner: FindingBanner) -> None:
    banner.show_newest([SILENT])
    assert banner.text().startswith("algometer: Nothing has come")
    assert "on disk" in banner.text() and "Switch it on." in banner.text()
    assert banner.text() in banner.accessibleName()


@pytest.mark.parametrize(
    ("place", "happened", "said"),
    [
        ("window", "An internal error.", "An internal error."),
        ("visit", "A visit is open.", "A visit is open."),
        ("gauge-2", "gauge-2 does not answer.", "gauge-2 does not answer."),
        ("/data/devices.json", "It cannot be read.", "/data/devices.json: It cannot be read."),
    ],
)
def test_a_place_is_named_once_and_only_where_it_says_something(place: str, happened: str, said: str) -> None:
    assert happened_words({"place": place, "happened": happened}) == said


@pytest.mark.parametrize("hand", ["key", "button", "banner"])
def test_one_press_marks_the_finding_seen_and_the_next_shows(banner: FindingBanner, hand: str) -> None:
    banner.show_newest([SILENT, LOST])
    assert "disconnected" in banner.text() and "1 more" in banner.button.text()

    def press() -> None:
        if hand == "key":
            banner.mark_seen()
        else:
            QTest.mouseClick(banner.button if hand == "button" else banner, Qt.MouseButton.LeftButton)

    press()
    assert "two seconds" in banner.text() and "more" not in banner.button.text()
    press()
    assert not banner.isVisible()
    banner.show_newest([SILENT, LOST])
    assert not banner.isVisible()
    banner.show_newest([SILENT, {**LOST, "times": 2}])
    assert "disconnected" in banner.text()


def test_a_finding_never_takes_the_keyboard(banner: FindingBanner) -> None:
    focusable = [w for w in (banner, *banner.findChildren(QWidget)) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert focusable == []


def test_the_strip_of_the_simulation_does_by_pointer_what_its_keys_do(qtbot: Any) -> None:
    panel = SimulationPanel(1, lambda _: None)
    qtbot.addWidget(panel)
    pressed: list[str] = []
    panel.pressed.connect(pressed.append)
    panel._heard({"devices": []})
    view = {"screen": "step", "status": "running", "limb": None, "form": None, "stimulus": None}
    armed = {**view, "allowed": {"answer": "no", "rate": "no"}, "ramp": {"phase": "armed"}}
    panel.show_view(armed)
    assert "[H]" in panel.button.text()
    panel.button.click()
    panel.show_view({**armed, "ramp": {"phase": "ready"}})
    assert panel.button.isHidden()
    assert pressed == ["simulated_hand"]


def test_what_is_chosen_is_recorded_in_english_whatever_is_shown(
    qtbot: Any, desk: Any, other_language: None
) -> None:
    screen = instruments_screen()
    qtbot.addWidget(screen)
    offered: list[tuple[str, ...]] = []
    desk.inquire = lambda question, offers, answer: (offered.append(offers), answer(offers[1]), answer("it fell"))
    screen._desk = desk
    screen.retire.click()
    assert offered[0][1] == longer("bent") != "bent"
    entered = [args["event"] for ask, args in desk.sent if ask == "calibrate_register"]
    assert entered == [{"kind": "retired", "reason": "bent"}, {"kind": "retired", "reason": "it fell"}]


def test_a_described_gauge_goes_out_in_codes(qtbot: Any, other_language: None) -> None:
    added: list[Any] = []
    form = GaugeForm(added.append)
    qtbot.addWidget(form)
    form.value.setText("12,34")
    form.add.click()
    assert (added[0]["terminator"], form.line_end.currentText()) == ("any", longer("any"))


def test_enough_is_offered_once_the_method_has_what_it_needs(qtbot: Any, desk: Any) -> None:
    sent: list[Any] = []
    page = ReadingsPage(desk, sent.append, lambda: None, lambda _: None)
    qtbot.addWidget(page)
    views = calibrated()["views"]
    page.show_view(views["press"])
    assert page.enough.isHidden() == (views["press"]["do"]["least"] == 0)
    page.show_view(views["zero"])
    assert page.enough.isHidden()
    enough = views["enough"]
    page.show_view(enough)
    assert not page.enough.isHidden()
    assert f"{enough['do']['task']['repeat'] - 1} taken, 5 needed" in page.enough.text()
    page.enough.click()
    assert sent == [{"kind": "enough"}]
    page.show_view({**enough, "pressing": {"since_s": 1.0, "highest": 6.0}})
    assert page.enough.isHidden()


def test_the_device_desk_leads_to_a_calibration_that_is_under_way(qtbot: Any) -> None:
    turned: list[str] = []
    window = SimpleNamespace(
        orders=SimpleNamespace(request=lambda *_, **__: None),
        conduct=SimpleNamespace(learned=lambda _: None),
        turn_to=turned.append,
        view=None,
    )
    bench = Workbench(window)  # type: ignore[arg-type]
    screen = bench.made(DEVICES)
    assert isinstance(screen, DevicesScreen)
    qtbot.addWidget(screen)
    status = {"devices": CONNECTED, "view": None, "calibration": {"issued": None}}
    bench.show_status(DEVICES, status)
    assert not screen.calibration.isHidden()
    screen.calibration.click()
    assert turned == [CALIBRATION]
    bench.show_status(DEVICES, {**status, "calibration": {"issued": "INCA-01-2026-0001"}})
    assert screen.calibration.isHidden()


def test_a_card_takes_the_colours_of_another_theme(qapp: QApplication, qtbot: Any) -> None:
    card = DeviceCard(lambda *_, **__: None)
    qtbot.addWidget(card)
    card.show_device({**CONNECTED[1]})
    try:
        theme.wear("dark")
        theme.dress(qapp)
        theme.dress_forms(qapp)
        lay_out(card, 500, 420)
        assert card.palette().color(card.backgroundRole()).name() == theme.THEMES["dark"]["FIELD"]
    finally:
        theme.wear("light")
        theme.dress(qapp)
        theme.dress_forms(qapp)


@pytest.mark.parametrize("name", [name for name, entry in REGISTRY.items() if "device" in entry.make.__module__])
def test_tab_goes_from_line_to_line_and_reaches_everything(qtbot: Any, desk: Any, name: str) -> None:
    screen = REGISTRY[name].make(desk, None)
    qtbot.addWidget(screen)
    lay_out(screen, 1280, 640)
    reached = focus_chain(screen)
    controls = [one for one in screen.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
    controls += [one for one in screen.findChildren(QLineEdit) if one.isVisible() and one.isEnabled()]
    if name in ("finding", "simulation"):  # their keys go to the window
        assert reached == []
        return
    assert set(controls) <= set(reached)
    lines = [one.mapTo(screen, QPoint(0, one.height() // 2)).y() // 30 for one in reached]
    # Cards and halves stand side by side, so that Tab climbs a few times; and once from the end to the beginning.
    climbs = sum(after < before for before, after in zip(lines, [*lines[1:], lines[0]], strict=True))
    assert climbs <= 4, lines


def focus_chain(top: QWidget) -> list[QWidget]:
    """The widgets that Tab goes through, in its order."""
    found, at = [], top.nextInFocusChain()
    while at is not top:
        if (
            top.isAncestorOf(at)
            and at.isVisible()
            and at.isEnabled()
            and at.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            found.append(at)
        at = at.nextInFocusChain()
    return found
