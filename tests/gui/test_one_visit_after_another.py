"""What was typed, asked or chosen in one visit is not there in the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qst_station.gui.checklist_screen import CheckListScreen
from tests.gui.conftest import Visit
from tests.gui.visit_frame import Frame

Key = Qt.Key


@pytest.fixture
def frame(qapp: QApplication) -> Iterator[Frame]:
    made = Frame(1280, 800)
    yield made
    made.end()


def of_journal(status: dict[str, Any], journal: str) -> dict[str, Any]:
    return {**status, "saved": {**status["saved"], "journal": journal}}


def first_and_second() -> tuple[dict[str, Any], dict[str, Any]]:
    """A visit, and a training after it, whose check-list asks for no number."""
    first = Visit(checked=False).status()
    second = Visit(checked=False, kind="practice").status()
    lines = [line for line in second["checklist"]["lines"] if not line["number"]]
    return of_journal(first, "a/journal.db"), of_journal(
        {**second, "checklist": {**second["checklist"], "lines": lines}}, "b/journal.db"
    )


def test_a_number_typed_for_one_participant_is_not_taken_for_the_next(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(frame.window, "send", lambda name, press, done=None, **args: sent.append(name))
    first, second = first_and_second()
    frame.show(first)
    for key in (Key.Key_2, Key.Key_3):
        QTest.keyClick(frame.window, key)
    screen = frame.window.visit_screen()
    assert isinstance(screen, CheckListScreen) and screen.typed == "23"
    frame.show(second)
    QTest.keyClick(frame.window, Key.Key_Return)
    assert "check" not in sent
    again = of_journal(first, "c/journal.db")
    frame.show(again)
    screen = frame.window.visit_screen()
    assert isinstance(screen, CheckListScreen) and screen.typed == ""


def test_a_status_of_the_same_visit_leaves_what_was_typed(frame: Frame) -> None:
    first, _ = first_and_second()
    frame.show(first)
    QTest.keyClick(frame.window, Key.Key_2)
    screen = frame.show(first)
    assert isinstance(screen, CheckListScreen) and screen.typed == "2"


def test_a_question_of_one_visit_is_not_answered_into_the_next(frame: Frame) -> None:
    answered: list[str] = []
    first, second = first_and_second()
    frame.show(first)
    frame.window.inquire("Why?", ("too warm",), answered.append)
    assert frame.window.question.question()
    frame.show(second)
    assert not frame.window.question.question()
    assert answered == []


def test_words_are_not_about_what_was_noted_of_another_participant(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[str, Any]] = []

    def send(name: str, press: Any, done: Any = None, **args: Any) -> None:
        sent.append((name, args.get("code")))
        done()

    monkeypatch.setattr("qst_station.gui.keys.DEBOUNCE_NS", 0)
    monkeypatch.setattr(frame.window, "send", send)
    for journal, words in (("a/journal.db", "1"), ("b/journal.db", "the lamp flickered")):
        frame.show(of_journal(Visit().status(), journal))
        QTest.keyClick(frame.window, Key.Key_N)
        QTest.keyClicks(frame.window.question.field, words)
        QTest.keyClick(frame.window.question.field, Key.Key_Return)
    assert [name for name, _ in sent] == ["deviation", "deviation"]
    assert sent[0][1] != "other" and sent[1][1] == "other"


def test_screens_do_not_pile_up_with_visits(frame: Frame) -> None:
    first, second = first_and_second()
    counts = []
    for number in range(4):
        frame.show(of_journal(first, f"{number}/a"))
        frame.show(of_journal(second, f"{number}/b"))
        counts.append(frame.window.stack.count())
    assert len(set(counts)) == 1
