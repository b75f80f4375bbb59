"""The lower edge: whatever the size of the text, every key is whole, inside, and STOP the last."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from qst_station.gui import theme
from qst_station.gui.fitted_text import largest_px
from qst_station.gui.keys import DEBOUNCE_NS
from qst_station.gui.lower_edge import KeyLegend, LowerEdge, saved_words
from qst_station.gui.touch import GAP_MM, px_per_mm

LEGENDS = [
    ("space", "Space", "begin", ""),
    ("pause", "P", "pause", ""),
    ("note", "N", "deviation", ""),
    ("undo", "⌫", "undo", "no answer of this test is left to take back"),
    ("repeat", "R", "repeat", ""),
    ("stop", "Esc", "STOP", ""),
]


@pytest.fixture
def usual_size() -> Iterator[None]:
    yield
    theme.write_larger(100)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_all_keys_are_whole_and_do_not_touch(qtbot: Any, usual_size: None, percent: int, width: int) -> None:
    theme.write_larger(percent)
    edge = LowerEdge()
    qtbot.addWidget(edge)
    edge.resize(width, edge.minimumHeight())
    edge.show()
    edge.show_keys(LEGENDS)
    edge.resize(width, edge.minimumHeight())
    keys = [edge.key(action) for action, *_ in LEGENDS]
    places = [key.geometry() for key in keys if key is not None]
    assert len(places) == len(LEGENDS)
    for key, place in zip(keys, places, strict=True):
        assert key is not None
        assert place.width() >= key.sizeHint().width()
        assert edge.rect().contains(place)
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])
    assert places[-1].right() == max(place.right() for place in places)
    assert places[-1].bottom() == max(place.bottom() for place in places)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_gloved_finger_hits_one_key(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, usual_size: None, percent: int
) -> None:
    px_per_mm = 113.5 / 25.4  # 1280 x 800 on 13.3 inches
    monkeypatch.setattr("qst_station.gui.lower_edge.px_per_mm", lambda _screen: px_per_mm)
    theme.write_larger(percent)
    edge = LowerEdge()
    qtbot.addWidget(edge)
    edge.resize(900, edge.minimumHeight())
    edge.show_keys(LEGENDS)
    keys = [edge.key(action) for action, *_ in LEGENDS]
    places = [key.geometry() for key in keys if key is not None]
    assert min(place.height() for place in places) / px_per_mm >= 10.0
    assert len({place.y() for place in places}) > 1  # in several rows
    air = math.ceil(3.0 * px_per_mm)
    grown = [place.adjusted(0, 0, air, air) for place in places]
    assert not any(a.intersects(b) for i, a in enumerate(grown) for b in places[i + 1 :])


@pytest.mark.parametrize(
    "why",
    [
        "no answer of this test is left to take back",
        "the last ramp was neither too fast nor too slow",
        "die letzte Rampe war weder zu schnell noch zu langsam",
    ],
)
def test_a_reason_is_never_too_small_to_read(qtbot: Any, why: str) -> None:
    key = KeyLegend("undo", "⌫")
    qtbot.addWidget(key)
    key.describe("undo", why)
    assert largest_px(why, key.sizeHint().width(), 32, bold=False, most=13) >= 12


def test_a_bouncing_touch_is_one_press(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    key = KeyLegend("undo", "⌫")
    qtbot.addWidget(key)
    key.describe("undo", "")
    key.resize(key.sizeHint())
    key.show()
    pressed: list[str] = []
    key.clicked.connect(pressed.append)
    now = [10 * DEBOUNCE_NS]
    monkeypatch.setattr("qst_station.gui.lower_edge.stamp_ns", lambda _event: now[0])
    for step in (0, DEBOUNCE_NS // 2, DEBOUNCE_NS // 2, 2 * DEBOUNCE_NS):
        now[0] += step
        QTest.mousePress(key, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert pressed == ["undo", "undo"]


def test_where_it_is_crowded_the_last_row_is_left_with_stop_in_it(qtbot: Any, usual_size: None) -> None:
    theme.write_larger(200)
    edge = LowerEdge()
    qtbot.addWidget(edge)
    edge.resize(1024, edge.minimumHeight())
    edge.show()
    edge.show_keys(LEGENDS)
    usual = edge.minimumHeight()
    edge.show_keys(LEGENDS, crowded=True)
    stop, first = edge.key("stop"), edge.key("space")
    assert stop is not None and first is not None
    assert stop.isVisible() and not first.isVisible()
    assert edge.minimumHeight() < usual
    edge.resize(1024, edge.minimumHeight())
    assert edge.rect().contains(stop.geometry())
    edge.show_keys(LEGENDS)
    assert first.isVisible() and edge.minimumHeight() == usual


def test_the_number_of_the_entry_stays_on_the_line_of_its_word() -> None:
    said = saved_words({"utc": "2026-01-02T03:04:05Z", "seq": 34})
    assert said.replace("\u00a0", " ").endswith(" · entry 34")
    assert said.split(" ")[-1] == "·\u00a0entry\u00a034"  # where Qt may break is a plain space


def test_a_row_above_the_last_is_as_high_as_its_keys_unless_one_of_them_says_why_not(qtbot: Any) -> None:
    edge = LowerEdge()
    qtbot.addWidget(edge)
    edge.resize(640, edge.minimumHeight())
    edge.show()
    edge.show_keys(LEGENDS[-1:])
    one_row = edge.minimumHeight()
    edge.show_keys(LEGENDS)
    low = edge.minimumHeight()
    edge.show_keys([(action, cap, label, "not now") for action, cap, label, _ in LEGENDS])
    assert one_row < low < 2 * one_row
    air = math.ceil(GAP_MM * px_per_mm(edge.screen()))
    assert edge.minimumHeight() > one_row and (edge.minimumHeight() + air) % (one_row + air) == 0
