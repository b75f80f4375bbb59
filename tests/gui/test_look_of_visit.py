"""A change of theme reaches every visit screen at once, drawings and kept pictures as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from qst_station.gui import theme
from qst_station.gui.inline_question import InlineQuestion
from qst_station.gui.preferences import Preferences, wear
from tests.gui.conftest import Visit
from tests.gui.visit_frame import Frame, moments

GROUNDS = ("PAPER", "FIELD", "BLUE_PALE", "ORANGE_PALE")


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.wear("light")
    theme.dress(qapp)
    theme.dress_forms(qapp)


def share(widget: QWidget, colours: list[str]) -> float:
    """The share of the pixels of a widget in any of these colours."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32) & 0xFFFFFF
    wanted = [QColor(colour).rgb() & 0xFFFFFF for colour in colours]
    return float(np.isin(pixels, wanted).mean())


def test_every_moment_follows_the_theme(application: QApplication) -> None:
    wear(application, Preferences(theme="light"))
    frame = Frame(1280, 800)
    light, dark = ([theme.THEMES[name][ground] for ground in GROUNDS] for name in ("light", "dark"))
    statuses = moments(Visit)
    shown = {}
    for moment, status in statuses.items():
        screen = frame.show(status)
        shown[type(screen).__name__] = screen
        assert share(screen, light) > 0.5, moment
    wear(application, Preferences(theme="dark"))
    few = 0.005  # the white outline of a mark
    for name, screen in shown.items():  # as they stood before the change
        assert share(screen, dark) > 0.5 and share(screen, light) < few, name
    for moment, status in statuses.items():
        screen = frame.show(status)
        assert share(screen, dark) > 0.5 and share(screen, light) < few, moment
    frame.end()


def test_a_question_follows_the_theme(application: QApplication, qtbot: Any) -> None:
    wear(application, Preferences(theme="light"))
    question = InlineQuestion()
    qtbot.addWidget(question)
    question.resize(1200, 200)
    question.ask("Why?", ("refused", "no time"), lambda _text: None, closed=lambda: None)
    wear(application, Preferences(theme="dark"))
    assert share(question, [theme.THEMES["dark"]["ORANGE_PALE"]]) > 0.1
    assert share(question, [theme.THEMES["light"][ground] for ground in GROUNDS]) < 0.005
