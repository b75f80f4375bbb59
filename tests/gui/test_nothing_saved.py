"""Nothing more is recorded, or nobody knows whether it was: what the window says, and the way on."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from qst_station.gui.attempt_words import stopped_attempt_line, stopped_line
from qst_station.gui.between_screen import BetweenScreen
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


def test_while_the_disk_is_still_full_enter_opens_no_second_visit_beside_the_unfinished_one(
    frame: Frame, asked: Asked
) -> None:
    window, start = frame.window, frame.window.start
    start.show_study({"id_help": "", "sites": [], "visits": [{"name": "day-0", "title": "Day 0"}]})
    start.initials.setText("AB")
    start.participant.setText("P-0123")
    status = Visit().start("MDT").do("begin").status()
    frame.show(copy.deepcopy(status))
    frame.client.status.emit({**copy.deepcopy(status), "failed": True, "findings": [FINDING], "calibration": None})
    lost_screen(frame).button.click()
    answer(asked, "close_visit")
    frame.client.status.emit({**IDLE})
    other = {"participant": "P-0007", "visit": "day-0", "rows": 3, "next": "", "view": None, "answer_utc": ""}
    ends = {"resumable": True, "signed": False, "ended": False}
    found = [{**other, **ends, "folder": "w"}, {**other, **ends, "folder": "x", "participant": "P-0123"}]
    answer(asked, "unfinished", unfinished=found)
    _, refused = next(each for each in reversed(asked) if each[0]["ask"] == "resume_visit")
    refused({"ok": False, "finding": {**FINDING, "code": "journal.disk_full"}})
    assert window.stack.currentWidget() is start and start.participant.text() == ""
    resume = window.focusWidget()
    assert isinstance(resume, QPushButton) and resume.objectName() == "resume"
    QTest.keyClick(resume, Key.Key_Return)
    assert (asked[-1][0]["ask"], asked[-1][0]["folder"]) == ("resume_visit", "x")


def test_the_form_says_that_a_visit_of_this_participant_is_unfinished(frame: Frame) -> None:
    start = frame.window.start
    start.participant.setText("P-0123")
    assert "unfinished" not in start.help_text()
    visit = {"folder": "x", "participant": "P-0123", "visit": "day-0", "rows": 3, "next": "", "view": None}
    start.show_unfinished([{**visit, "resumable": True}])
    assert "An unfinished visit of P-0123" in start.help_text()
    start.participant.setText("P-0124")
    assert "unfinished" not in start.help_text()


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


@pytest.mark.parametrize("explained", [False, True])
def test_a_reason_for_stop_that_was_not_given_before_a_kill_is_asked_for_when_the_visit_goes_on(
    frame: Frame, asked: Asked, explained: bool
) -> None:
    window, visit = frame.window, Visit().start("MDT").do("begin").do("stop", reason="")
    if explained:
        visit.do("explain", code="asked", text="")
    window.reception.resume("x")
    frame.show(visit.status())
    answer(asked, "resume_visit", **visit.status())
    assert (window.question.question() == "STOPPED. Why?") is not explained
    if not explained:
        screen = frame.show(visit.status())
        assert isinstance(screen, BetweenScreen) and screen.do.text() == "STOPPED. MDT had no answer yet."
        QTest.keyClicks(window.question.field, "2")
        order = asked[-1][0]
        assert (order["name"], order["args"]) == ("explain", {"code": "asked", "text": ""})


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


def test_an_answer_that_was_taken_back_is_not_the_last_that_stands() -> None:
    visit = Visit().start("MDT").do("begin")
    assert saved_words(visit.status()).startswith("There was no answer yet.")
    visit.do("answer", yes=True).do("answer", yes=True).do("undo", reason="")
    assert re.match(r"Answers of this test saved: 1, the last at .*\. Taken back after it: 1\.", told_of(visit))
    visit.do("undo", reason="")
    assert told_of(visit).startswith("No answer stands. Taken back: 2.")
    visit.do("answer", yes=False)
    assert "saved: 1, the last at" in told_of(visit) and "Taken back" not in told_of(visit)
    visit.do("answer", yes=False).do("undo", reason="").do("stop", reason="")
    assert re.fullmatch(r"Answers saved: 1, the last at .*\. Taken back after it: 1\.", told_of(visit))
    step = next(step for step in visit.status()["view"]["rail"] if step["status"] == "stopped")
    line = stopped_attempt_line(step, visit.status()["saved"])
    assert line.startswith("Answers of attempt 1 saved: 1, the last at ") and "Taken back after it: 1." in line
    visit.start("MPT").do("begin").do("answer", yes=True).do("undo", reason="").do("stop", reason="")
    step = visit.status()["view"]["rail"][visit.status()["view"]["stopped"]["step"]]
    assert stopped_line(step) == "STOPPED. No answer of MPT stands."
    assert stopped_attempt_line(step, visit.status()["saved"]).startswith("Answers of attempt 1 taken back: 1.")


def told_of(visit: Visit) -> str:
    """What the page of a pause says of an open test."""
    return saved_words(visit.status())
