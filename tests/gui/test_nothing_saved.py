"""Nothing more is recorded, or nobody knows whether it was: what the window says, and the way on."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qst_station.gui.engine_lost_screen import EngineLostScreen
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import pointed
from qst_station.gui.saved_words import saved_words
from tests.gui.conftest import Visit
from tests.gui.visit_frame import Frame

Key = Qt.Key
FINDING = {
    "code": "journal.failed",
    "severity": "stop",
    "place": "x",
    "happened": "The disk did not take the record (database or disk is full).",
    "safe": "Everything up to row 3 is recorded; the last input is not.",
    "remedy": "Free space on the disk, then open the visit again.",
    "times": 1,
}

_WITHOUT_VISIT = ("view", "saved", "time", "calibration", "checklist", "sealing")
IDLE: Json = {**Visit().status(), **dict.fromkeys(_WITHOUT_VISIT)}

Asked = list[tuple[Json, Callable[[Json], None]]]


@pytest.fixture
def frame(qapp: QApplication) -> Iterator[Frame]:
    made = Frame(1280, 800)
    yield made
    made.end()


@pytest.fixture
def asked(frame: Frame, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the window asks of an engine, and who waits for the answer."""
    kept: Asked = []

    def request(ask: str, callback: Callable[[Json], None], **arguments: Any) -> int:
        kept.append(({"ask": ask, **arguments}, callback))
        return len(kept)

    monkeypatch.setattr(frame.client, "request", request)
    return kept


def answer(asked: Asked, ask: str, **fields: Any) -> Json:
    """Answer the last ask of a name; gives what it was asked with."""
    arguments, callback = next(each for each in reversed(asked) if each[0]["ask"] == ask)
    callback({"ok": True, **fields})
    return arguments


def lost_screen(frame: Frame) -> EngineLostScreen:
    shown = frame.window.stack.currentWidget()
    assert isinstance(shown, EngineLostScreen)
    return shown


def test_a_disk_that_takes_nothing_more_stops_everything_and_the_visit_is_opened_again(
    frame: Frame, asked: Asked
) -> None:
    window = frame.window
    status = Visit().start("MDT").do("begin").status()
    frame.show(copy.deepcopy(status))
    window.inquire("Deviation", (), lambda _text: None)
    QTest.keyClicks(window.question.field, "xpad slipped")
    failed = {**copy.deepcopy(status), "failed": True, "findings": [FINDING], "time": None, "calibration": None}
    frame.client.status.emit(failed)
    screen = lost_screen(frame)
    assert "Nothing more is saved" in screen.what.text() and screen.why.text() == FINDING["happened"]
    assert (
        "It goes on at stimulus 1." in screen.saved.text() and "Not saved: “xpad slipped”." in screen.saved.text()
    )
    before = len(asked)
    for key in (Key.Key_J, Key.Key_Escape, Key.Key_P, Key.Key_N):
        QTest.keyClick(window, key)
    frame.client.status.emit(copy.deepcopy(failed))
    assert len(asked) == before and not window.question.question() and lost_screen(frame) is screen
    screen.button.click()
    answer(asked, "close_visit")
    visit = {"folder": "x", "participant": "P-1", "visit": "day-0", "rows": 3, "next": "", "view": None}
    answer(asked, "unfinished", unfinished=[{**visit, "resumable": True, "signed": False, "ended": False}])
    assert asked[-1][0]["ask"] == "resume_visit" and asked[-1][0]["folder"] == "x"
    assert window.close()  # also with a step that is open: nothing of it can be recorded


def test_a_note_of_which_nobody_said_that_it_is_saved_is_shown_when_the_engine_dies(
    frame: Frame, asked: Asked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = frame.window
    monkeypatch.setattr(frame.client, "start", lambda: None)
    status = Visit().start("MDT").do("begin").status()
    journal = tmp_path / "journal.sqlite"
    journal.touch()
    frame.show({**status, "saved": {**status["saved"], "journal": str(journal)}})
    window.send("note", pointed("a test"), kind="remark", text="was taken")
    answer(asked, "command", seq=4)
    window.send("note", pointed("a test"), kind="remark", text="is under way")
    frame.client.died.emit("it was ended by the system")
    lost = lost_screen(frame)
    saved = lost.saved.text()
    assert "Perhaps not saved: “is under way”." in saved and "was taken" not in saved
    lost.button.click()
    answer(asked, "unfinished", unfinished=[])  # somebody else has sealed it meanwhile
    assert "The visit is sealed" in window.said.text()
    frame.client.status.emit({**IDLE})
    frame.client.died.emit("it was ended by the system")  # with no visit open there is none to go on with
    window.confirm("nothing")
    lost.button.click()
    answer(asked, "unfinished", unfinished=[])
    assert "sealed" not in window.said.text()


def test_what_is_sealed_from_the_list_is_told_and_leaves_it(frame: Frame, asked: Asked) -> None:
    window = frame.window
    path = "/data/P-1.h5"
    for state in ("running", "done"):
        sealing = {"state": state, "path": path if state == "done" else "", "findings": [], "finding": None}
        frame.client.status.emit({**IDLE, "sealing": sealing})
        assert ("Sealing" if state == "running" else path) in window.said.text()
    answer(asked, "unfinished", unfinished=[])
    assert not window.start._unfinished_box.isVisible()


def test_a_doubt_that_is_open_is_where_a_limb_measurement_goes_on() -> None:
    visit = Visit().start("FIG8")
    assert "It goes on at reading 1, left." in saved_words(visit.status())
    visit.do("limb_enter", girth_cm=412.0, entered="412")
    assert "It goes on at the question about reading 1, left." in saved_words(visit.status())
