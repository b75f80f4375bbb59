"""Pictures of a training: the strip of the hand, a ramp that reaches a limit of the study, and how it went."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtTest import QTest

from qst_station.gui.feedback_screen import FeedbackScreen
from qst_station.gui.keys import SPACE_REST_S
from qst_station.gui.ramp_screen import AFTER_ALARM_S
from qst_station.gui.training_panel import TrainingPanel
from qst_station.gui.walk import Key, Walk
from qst_station.study.study import study_text

_LIMIT = """
[[force_limits]]
test = "PPT"
limit_kpa = 200.0
grade = "protocol"
source = "for the picture"
"""


def limit_pressure(data: Path) -> None:
    """Give a data folder a study that allows less pressure than the protocol."""
    data.joinpath("study.toml").write_text(study_text("inca") + _LIMIT, encoding="utf-8")


def picture_training(walk: Walk) -> None:
    """How a training went in which only the signature is missing; then the hand in another one."""
    _picture_feedback(walk)
    _picture_hand(walk)


def _picture_feedback(walk: Walk) -> None:
    window = walk.window
    walk.until(lambda: window.start.visit.count() > 1)
    window.start.initials.setText("AB")
    walk.resume()
    walk.key(Key.Key_Return)
    walk.until(walk.shows("review"))
    walk.sign()
    walk.key(Key.Key_Return)
    walk.until(walk.shows("feedback"))
    screen = window.made_screen("feedback")
    assert isinstance(screen, FeedbackScreen)
    walk.until(screen.texts)
    walk.shot("feedback")
    walk.key(Key.Key_Return)
    walk.until(lambda: walk.shows("start")() and window.training.panel is None)


def _picture_hand(walk: Walk) -> None:
    """Touch, and hear; press until the limit."""
    window = walk.window
    choice = {"profile": "sensory_loss", "affected_side": "right", "limb": "upper", "tests": ["MPT", "PPT"]}
    window.training.begin({**choice, "seed": 7}, "AB")
    walk.until(walk.shows("between"))
    panel = window.training.panel
    assert isinstance(panel, TrainingPanel)
    walk.start_next("MPT")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("asking"))
    with _held(walk):
        QTest.qWait(300)
    walk.until(lambda: panel.says)
    walk.shot("training_touch")
    walk.stop()
    walk.start_next("PPT")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("armed"))
    with _held(walk):
        walk.until(walk.phase("ramping"))
        QTest.qWait(2000)
        walk.shot("training_ramp")
    walk.until(walk.phase("ready"))
    # Another ramp: an alarm is soon over, and no picture may take its time.
    QTest.qWait(round(1100 * (AFTER_ALARM_S if walk.view["alarm"] else SPACE_REST_S)))
    walk.key(Key.Key_Space)
    walk.until(walk.phase("armed"))
    with _held(walk):
        walk.until(lambda: window.pacer.alarm.on)
        walk.shot("release")
    walk.until(lambda: not window.pacer.alarm.on)
    walk.stop()


@contextmanager
def _held(walk: Walk) -> Iterator[None]:
    """The hand's key is down meanwhile."""
    QTest.keyPress(walk.window, Key.Key_H)
    yield
    QTest.keyRelease(walk.window, Key.Key_H)
