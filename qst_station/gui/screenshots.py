"""Pictures of every screen in both themes, taken from a simulated visit with the real engine.

Run with a display (`xvfb-run -a -s "-screen 0 1920x1080x24"`): `python -m qst_station.gui.screenshots --out DIR`.
"""

from __future__ import annotations

import argparse
import os
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from qst_station.gui import preferences, theme, words
from qst_station.gui.calibration_pictures import picture_calibrations
from qst_station.gui.desk_pictures import desk, picture_desk
from qst_station.gui.devices_screen import DevicesScreen
from qst_station.gui.engine_client import EngineClient
from qst_station.gui.garbage import Garbage
from qst_station.gui.keys import ESC_REST_S
from qst_station.gui.main_window import MainWindow
from qst_station.gui.participant_pictures import picture_keypad, picture_line
from qst_station.gui.people_pictures import picture_people
from qst_station.gui.preferences import Preferences
from qst_station.gui.training_pictures import limit_pressure, picture_training
from qst_station.gui.tray_picture import tray_card
from qst_station.gui.walk import Key, Walk


def picture_visit(walk: Walk) -> None:
    """Walk through a visit and take the pictures."""
    window = walk.window
    walk.until(window.start.visit.currentData)
    walk.until(lambda: window.status and all(d["state"] == "connected" for d in window.status["devices"]))
    walk.until(lambda: window.status and window.status["devices"])
    walk.shot("start")
    for page in ("setup", "training"):
        window.turn_to(page)
        walk.until(walk.shows(page))
        walk.shot(page)
    window.turn_to("setup")
    picture_line(walk)
    window.request("trays", lambda answer: walk.keep("tray_card", lambda: tray_card(answer["trays"])))
    window.turn_to("start")
    window.start.proceed.setFocus()
    walk.key(Key.Key_Return)
    walk.until(walk.shows("devices"))
    QTest.qWait(1500)
    walk.shot("devices")
    devices = window.made_screen("devices")
    assert isinstance(devices, DevicesScreen)
    devices.another.setFocus()
    walk.key(Key.Key_Return)
    walk.shot("devices_attach")
    window.turn_to("start")
    window.turn_to("devices")
    walk.key(Key.Key_Return)
    walk.until(walk.shows("checklist"))
    walk.shot("checklist")
    walk.key(Key.Key_T)
    walk.until(walk.shows("reading"))
    walk.shot("reading")
    walk.key(Key.Key_Escape)
    walk.until(walk.shows("checklist"))
    walk.close_check_list()
    walk.shot("between")
    _picture_forms(walk)
    _picture_limb(walk)
    _picture_limits(walk)
    _picture_rating(walk)
    _picture_train(walk)
    _picture_attempts(walk)
    _picture_ramp(walk)
    _picture_lost_engine(walk)


def _picture_forms(walk: Walk) -> None:
    walk.start_next("spontaneous_pain")
    walk.until(walk.shows("form"))
    walk.type("6")
    walk.shot("form_rating")
    walk.key(Key.Key_Return)
    walk.until(lambda: not walk.view["form"]["field"])
    QTest.qWait(1300)
    walk.shot("form_complete")
    walk.fill_form()
    walk.start_next("css")
    for _ in range(10):
        walk.answer_as_simulated()
    walk.shot("form_yes_no")
    walk.fill_form()
    walk.start_next("limb_context")
    walk.answer_as_simulated()
    QTest.qWait(1300)
    walk.shot("form_choice")
    walk.stop()
    walk.start_next("skin_temperature")
    walk.answer_as_simulated()
    walk.type("404")
    walk.key(Key.Key_Return)
    walk.until(lambda: walk.view["form"]["doubt"])
    walk.shot("form_doubt")
    walk.key(Key.Key_J)
    walk.type("1")
    walk.until(lambda: not walk.view["form"]["doubt"])
    walk.shot("form_echo")
    walk.fill_form()


def _picture_limb(walk: Walk) -> None:
    walk.start_next("FIG8")
    walk.until(walk.shows("limb"))
    walk.answer_as_simulated()
    walk.shot("limb_echo")
    walk.type("4")
    walk.type("12")
    walk.shot("limb")
    walk.key(Key.Key_Return)
    walk.until(lambda: walk.view["limb"]["doubt"])
    walk.shot("limb_doubt")
    walk.key(Key.Key_F)
    walk.until(lambda: not walk.view["limb"]["doubt"])
    while walk.view["limb"]["side"]:
        walk.answer_as_simulated()
    walk.key(Key.Key_Return)
    walk.until(walk.shows("between"))
    walk.shot("limb_closed")


def _picture_limits(walk: Walk) -> None:
    walk.start_next("MDT")
    walk.shot("limits_ready")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("asking"))
    while walk.view["phase"] == "asking" and walk.view["progress"]["done"] < 3:
        walk.answer_as_simulated()
    walk.shot("limits")
    while walk.view["phase"] == "asking":
        walk.answer_as_simulated()
    walk.start_next("MPT")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("asking"))
    walk.answer_as_simulated()
    walk.shot("limits_pinprick")
    walk.key(Key.Key_N)
    walk.shot("note")
    walk.key(Key.Key_Return)
    walk.key(Key.Key_P)
    walk.until(lambda: walk.view["status"] == "paused")
    walk.shot("paused")
    walk.key(Key.Key_P)
    walk.until(lambda: walk.view["status"] == "running")
    walk.key(Key.Key_Escape)
    walk.until(walk.shows("between"))
    walk.shot("stopped")
    walk.key(Key.Key_Return)


def _picture_rating(walk: Walk) -> None:
    walk.start_next("MPS")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("asking"))
    for _ in range(3):
        walk.answer_as_simulated()
    walk.type("35")
    walk.shot("rating")
    for _ in range(2):
        walk.key(Key.Key_Backspace)
    QTest.qWait(2000)  # a participant's screen stays black for a moment after an answer
    walk.key(Key.Key_G)
    walk.until(walk.shows("hand_over"))
    walk.until(walk.window.participant.page.isVisible)
    walk.shot("hand_over")
    walk.key(Key.Key_Escape)
    walk.until(walk.shows("rating"))
    QTest.qWait(round(1000 * ESC_REST_S))
    walk.stop()


def _picture_train(walk: Walk) -> None:
    walk.start_next("WUR")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("single"))
    walk.shot("train_single")
    picture_keypad(walk)
    walk.until(walk.phase("train_ready"))  # black is the screen before the engine has the number
    walk.key(Key.Key_Space)
    walk.until(walk.phase("beating"))
    walk.until(lambda: walk.view["train"]["beat"] >= 4)
    walk.shot("train")
    walk.stop()


def _picture_attempts(walk: Walk) -> None:
    """Repeat a test, and let its first attempt count all the same."""
    walk.start_next("VDT")
    walk.key(Key.Key_Space)
    _answer_to_the_end(walk)
    walk.key(Key.Key_Up)
    walk.key(Key.Key_Return)
    walk.until(walk.window.question.question)
    walk.shot("attempt_again")
    walk.type("2")
    walk.until(lambda: walk.view["status"] == "running")
    walk.key(Key.Key_Space)
    _answer_to_the_end(walk)
    walk.key(Key.Key_Up)
    walk.key(Key.Key_C)
    walk.until(walk.window.question.question)
    walk.shot("attempt_counts")
    walk.type("1")
    walk.until(lambda: not walk.window.question.question())
    walk.key(Key.Key_Down)


def _answer_to_the_end(walk: Walk) -> None:
    walk.until(walk.phase("asking"))
    while walk.view["phase"] == "asking":
        walk.answer_as_simulated()
    walk.until(walk.shows("between"))


def _picture_ramp(walk: Walk) -> None:
    walk.start_next("PPT")
    walk.shot("ramp_ready")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("armed"))
    walk.shot("ramp_armed")
    walk.key(Key.Key_H)
    walk.until(walk.phase("ramping"))
    QTest.qWait(3000)
    walk.shot("ramp")
    walk.until(walk.phase("ready"))
    walk.shot("ramp_verdict")
    walk.stop()


def picture_resumed(walk: Walk) -> None:
    """Go on with an unfinished visit in which only the signature is missing."""
    window = walk.window
    walk.until(lambda: window.start.initials.text() and window.start.findChildren(QPushButton, "resume"))
    walk.shot("start_unfinished")
    walk.resume()
    walk.shot("all_done")
    walk.key(Key.Key_Return)
    walk.until(walk.shows("review"))
    QTest.qWait(800)
    walk.shot("review")
    walk.sign()
    walk.shot("sealed")


def picture_blocked(walk: Walk) -> None:
    """A real visit in which nobody has registered the hairs."""
    window = walk.window
    walk.until(lambda: window.start.visit.count() > 1)
    window.orders.actor = {"who": "AB", "role": "examiner"}
    request = {
        "participant_id": "P-0123",
        "visit": "day-0",
        "affected_side": "right",
        "limb": "upper",
        "kind": "real",
        "actor": window.orders.actor,
    }
    window.orders.request("open_visit", lambda _: window.turn_to("visit"), request=request)
    walk.close_check_list()
    walk.start_next("MDT")
    walk.until(lambda: walk.view["blocked"])
    walk.shot("blocked")


def _picture_lost_engine(walk: Walk) -> None:
    os.kill(walk.window.client.pid, signal.SIGKILL)
    walk.until(walk.shows("engine_lost"))
    walk.shot("engine_lost")


def main() -> int:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--language", default="en", choices=words.LANGUAGES)
    parser.add_argument("--text-percent", type=int, default=100)
    parser.add_argument("--unfinished", type=Path, default=None, help="folder with an unfinished, unsigned visit")
    parser.add_argument("--training", type=Path, default=None, help="folder with an unfinished, unsigned training")
    parser.add_argument("--cohort", type=Path, default=None, help="folder with a register and sealed visits")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    Garbage(application)  # the simulated devices of the desk are threads of this process
    width, height = (int(side) for side in arguments.size.split("x"))
    theme.fit_to(width, height)
    look = Preferences(theme="light", text_percent=arguments.text_percent, language=arguments.language)
    preferences.prepare(application, look)
    size = (width, height)
    with tempfile.TemporaryDirectory() as data:
        _show(Path(data), arguments.seed, size, arguments.out, picture_visit)
    with (
        tempfile.TemporaryDirectory() as data,
        tempfile.TemporaryDirectory(prefix="dev") as folder,
        desk(Path(data), Path(folder), arguments.out, size) as (walk, sockets),
    ):
        picture_desk(walk, sockets)
    picture_calibrations(arguments.out, size)
    with tempfile.TemporaryDirectory() as data:
        _show(Path(data), None, size, arguments.out, picture_blocked)
    if arguments.training is not None:
        limit_pressure(arguments.training)
        _show(arguments.training, None, size, arguments.out, picture_training)
    if arguments.cohort is not None:
        _show(arguments.cohort, None, size, arguments.out, picture_people)
    if arguments.unfinished is not None:
        _show(arguments.unfinished, arguments.seed, size, arguments.out, picture_resumed)
    return 0


def _show(data: Path, seed: int | None, size: tuple[int, int], out: Path, picture: Callable[[Walk], None]) -> None:
    client = EngineClient(["-m", "qst_station.station.server", "--data", str(data)])
    window = MainWindow(client, demo_seed=seed)
    window.resize(*size)
    window.show()
    window.start_engine()
    try:
        picture(Walk(window, out))
    finally:
        window.end()


if __name__ == "__main__":
    raise SystemExit(main())
