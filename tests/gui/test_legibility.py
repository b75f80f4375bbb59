"""What must be read in a glance from 1.5 m is large enough.

A design rule of ours after a general ergonomics rule, not a clinical figure: ISO 9241-303 recommends 20 to 22
minutes of arc for characters, 16 at least (not checked against the standard itself). Measured is the height of a
capital letter, as label and answers are made of capitals and digits. What to do is a sentence that is known by its
place after a few trials: half is enough.

What is read word by word, before a test, is read from where the examiner sits, at 60 cm: there 16 minutes are
enough at the usual size of text, and in larger text it must be larger. That is measured on what is painted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QWidget

from qst_station.gui import theme, touch
from qst_station.gui.between_screen import BetweenScreen
from qst_station.gui.checklist_screen import CheckListScreen
from qst_station.gui.limits_screen import LimitsScreen
from qst_station.gui.rating_screen import RatedScreen, RatingScreen
from qst_station.gui.screen import TestScreen
from qst_station.gui.train_screen import TrainScreen
from tests.gui.conftest import Visit
from tests.gui.visit_frame import Frame, worn

WINDOW = (1280, 800)
DIAGONAL_INCHES = 13.3
MM_PER_PX = DIAGONAL_INCHES * 25.4 / math.hypot(*WINDOW)
DISTANCE_MM, READING_MM = 1500.0, 600.0


def minutes_of_arc(font_px: int) -> float:
    """The angle under which a bold capital of a font size is seen."""
    height_mm = QFontMetricsF(theme.font(font_px, bold=True)).capHeight() * MM_PER_PX
    return math.degrees(math.atan(height_mm / DISTANCE_MM)) * 60.0


@pytest.fixture(scope="module", params=["en", "de"])
def frame(request: Any, qapp: QApplication) -> Iterator[Frame]:
    with pytest.MonkeyPatch.context() as patch, worn(qapp, language=request.param):
        patch.setattr(touch, "px_per_mm", lambda _screen: 1.0 / MM_PER_PX)
        made = Frame(*WINDOW)
        yield made
        made.end()


def test_the_rule_in_millimetres() -> None:
    assert math.tan(math.radians(20 / 60)) * DISTANCE_MM == pytest.approx(8.7, abs=0.05)


@pytest.mark.parametrize("test", ["MDT", "MPT"])
def test_label_answers_and_what_to_do_of_a_limits_test(frame: Frame, test: str) -> None:
    screen = frame.show(Visit().start(test).do("begin").status())
    assert isinstance(screen, LimitsScreen)
    assert minutes_of_arc(screen.card.label_px()) >= 20.0
    assert minutes_of_arc(screen.tiles.no.text_px()) >= 20.0
    assert screen.tiles.no.text_px() == screen.tiles.yes.text_px()
    assert minutes_of_arc(screen.do.px()) >= 10.0


@pytest.mark.parametrize("test", ["MPS", "VDT", "WUR"])
def test_label_number_and_what_to_do_of_a_rated_test(frame: Frame, test: str) -> None:
    screen = frame.show(Visit().start(test).do("begin").status())
    assert isinstance(screen, RatingScreen | TrainScreen)
    assert minutes_of_arc(screen.card.label_px()) >= 20.0
    assert minutes_of_arc(screen.field.digits_px()) >= 20.0
    assert minutes_of_arc(screen.do.px()) >= 10.0


def test_every_label_of_the_battery(frame: Frame) -> None:
    visit = Visit()
    screen = frame.show(visit.start("MPS").do("begin").status())
    assert isinstance(screen, RatingScreen)
    for name in ("MDT", "MPT", "MPS"):
        for s in visit.plan.tests[name].machine.stimuli:
            shown = {"kind": s.kind, "label": s.label, "unit": s.unit, "slot": s.slot, "how": s.how}
            screen.card.set_stimulus(shown)
            assert minutes_of_arc(screen.card.label_px()) >= 20.0, s.label


def test_the_number_of_a_typed_pressure_and_what_to_do(frame: Frame) -> None:
    screen = frame.show(Visit().start("PPT").status())
    assert isinstance(screen, RatedScreen)
    assert minutes_of_arc(screen.field.digits_px()) >= 20.0
    assert minutes_of_arc(screen.do.px()) >= 10.0


@pytest.mark.parametrize("test", ["FIG8", "css", "spontaneous_pain"])
def test_what_to_do_on_limb_and_forms(frame: Frame, test: str) -> None:
    screen = frame.show(Visit().start(test).status())
    assert isinstance(screen, TestScreen)
    assert minutes_of_arc(screen.do.px()) >= 10.0


def first_letter_px(text: QWidget) -> int:
    """The height of the first letter of a text as it is painted, a capital."""
    image = text.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    ink = grey[:, : image.width()] < 128
    ink = ink[_first_run(ink.any(axis=1))]  # the first line
    return int(ink[:, _first_run(ink.any(axis=0))].any(axis=1).sum())


def _first_run(inked: Any) -> slice:
    begins = int(inked.argmax())
    gap = np.flatnonzero(~inked[begins:])
    return slice(begins, begins + int(gap[0]) if gap.size else len(inked))


@pytest.fixture(scope="module", params=["en", "de"])
def before_a_test(request: Any, qapp: QApplication) -> dict[int, dict[str, int]]:
    """Painted heights by size of text: of what is read before a test, and of the words on the buttons to tick."""
    found: dict[int, dict[str, int]] = {}
    visits = {
        name: Visit(words=request.param, **({"checked": False} if name == "check" else {}))
        for name in ("first", "after one", "ready", "check")
    }
    forms = [i for i, step in enumerate(visits["first"].plan.steps) if step.site_role is None]
    for name in ("first", "after one"):
        for index in forms:
            visits[name].do("skip", step=index, reason="for the test")
    visits["after one"].start("MDT").do("stop", reason="")
    visits["ready"].start("MPS")
    for percent in (100, 200):
        with worn(qapp, language=request.param, percent=percent):
            frame, heights = Frame(*WINDOW), found.setdefault(percent, {})
            for name, visit in visits.items():
                frame.show(visit.status())
                screen = frame.show(visit.status())
                if isinstance(screen, CheckListScreen):
                    heights["button"] = screen.rows["rings_off"].button.text_px()
                    continue
                assert isinstance(screen, BetweenScreen | RatingScreen)
                heights[f"{name}, instruction"] = first_letter_px(screen.ready.instruction)
                heights[f"{name}, read aloud"] = first_letter_px(screen.ready.read_aloud)
            frame.end()
    return found


def test_what_is_read_before_a_test_is_large_enough_and_grows(before_a_test: dict[int, dict[str, int]]) -> None:
    usual, large = before_a_test[100], before_a_test[200]
    assert len(usual) == 7
    for what, height_px in usual.items():
        assert large[what] > height_px, what
        arc = math.degrees(math.atan(height_px * MM_PER_PX / READING_MM)) * 60.0
        assert arc >= 16.0 or what == "button", (what, height_px)


def test_the_words_on_the_buttons_of_the_check_list(before_a_test: dict[int, dict[str, int]]) -> None:
    assert before_a_test[100]["button"] >= 14
