"""The set-up of a place: colours at once, size and language with the next start, nothing lost on a bad setting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from qst_station.gui import preferences, theme
from qst_station.gui.preferences import Preferences
from qst_station.gui.setup_screen import SetupScreen
from qst_station.station.trays import stimuli_by_test


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def done() -> list[str]:
    """What the screen has asked of the window."""
    return []


def asked(ask: str, callback: Any, given: dict[str, Any]) -> None:
    """What the engine answers."""
    if ask == "trays":
        callback({"trays": stimuli_by_test()})
    else:
        callback({"taken": {"name": Path(given["path"]).stem, "missing": given["path"].split()[1:]}})


@pytest.fixture
def screen(qapp: QApplication, qtbot: Any, settings: QSettings, done: list[str]) -> Iterator[SetupScreen]:
    preferences.keep(settings, Preferences(theme="light", language="en"))
    preferences.prepare(qapp, preferences.kept(settings))
    made = SetupScreen(
        settings,
        learned=lambda keys: done.append("learned"),
        try_sound=lambda: "You should hear a tone.",
        switch_sound=lambda: "Sound is on.",
        start_anew=lambda: done.append("anew"),
        ask=lambda ask, callback, **given: asked(ask, callback, given),
        back=lambda: done.append("back"),
    )
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    yield made
    preferences.wear(qapp, Preferences(theme="light"))


def test_colours_change_at_once_and_what_is_shown_follows(screen: SetupScreen, settings: QSettings) -> None:
    shown = QLabel("beside", screen)
    before = shown.palette().windowText().color().lightness()
    screen.look.choose("dark")
    assert theme.PAPER.lightness() < theme.INK.lightness()
    assert shown.palette().windowText().color().lightness() > before
    assert preferences.kept(settings).theme == "dark"
    screen.look.choose("light")
    assert theme.PAPER.lightness() > theme.INK.lightness()


def test_size_and_language_wait_for_a_new_start_and_say_so(
    screen: SetupScreen, settings: QSettings, done: list[str]
) -> None:
    assert not screen.anew.isVisible()
    screen.text_size.choose("200")
    assert screen.anew.isVisible()
    assert "anew" in screen.later.text()
    assert preferences.kept(settings).text_percent == 200
    assert theme.text_scale() == 1.0
    screen.anew.click()
    assert done == ["anew"]
    screen.text_size.choose("100")
    assert not screen.anew.isVisible()


def test_esc_leaves(screen: SetupScreen, done: list[str]) -> None:
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert done == ["back"]


def test_the_sound_can_be_tried_without_a_visit(screen: SetupScreen) -> None:
    screen.try_sound.click()
    assert screen.said.text() == "You should hear a tone."


def test_the_tray_card_is_written_where_it_was_asked_for(
    screen: SetupScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "card.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    screen.tray.click()
    assert path.read_bytes().startswith(b"%PDF")
    assert str(path) in screen.filed.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "no" / "card.pdf"), ""))
    screen.tray.click()
    assert "Not saved" in screen.filed.text()


def test_a_text_of_the_site_is_taken_in(screen: SetupScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("/a/ours.toml", ""))
    screen.words.click()
    assert "ours" in screen.filed.text() and "English" not in screen.filed.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("/a/ours a b c d", ""))
    screen.words.click()
    assert "asked in English: a, b, c, …" in screen.filed.text()


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "pink"), ("text_percent", "-3"), ("text_percent", "large"), ("language", "xx")]
)
def test_a_setting_that_is_no_longer_offered_gives_the_usual_look(
    settings: QSettings, name: str, value: str
) -> None:
    settings.setValue(f"look/{name}", value)
    assert preferences.kept(settings) == Preferences()


def test_what_is_kept_is_what_comes_back(settings: QSettings) -> None:
    chosen = Preferences(theme="dark", text_percent=150, language="de")
    preferences.keep(settings, chosen)
    assert preferences.kept(settings) == chosen


@pytest.mark.parametrize("percent", [0, 99, 201])
def test_text_is_never_smaller_than_usual_nor_larger_than_twice(percent: int) -> None:
    with pytest.raises(ValueError, match="100 to 200"):
        theme.write_larger(percent)
