"""Between the tests: what is read before the next one stands there, and one press starts it and begins.

What was stopped or skipped is said as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from qst_station.gui.between_screen import BetweenScreen
from qst_station.gui.fitted_text import FittedText
from qst_station.gui.keys import Press
from tests.gui.conftest import RememberingDesk, Visit
from tests.gui.visit_frame import Frame

SPACE = Press(action="space", text="", source="key Space", stamp_ns=1)
ENTER = Press(action="enter", text="", source="key Return", stamp_ns=1)
SKIP = Press(action="skip", text="", source="key K", stamp_ns=1)


@pytest.fixture
def after_pressure(visit: Visit) -> Visit:
    """PPT at the control area has just been done; everything before it was skipped."""
    steps = visit.plan.steps
    ppt = next(i for i, step in enumerate(steps) if step.test == "PPT")
    for index in range(ppt):
        visit.do("skip", step=index, reason="for the test")
    visit.do("start", step=ppt, reason="")
    for _ in range(3):
        visit.do("rate", value=300.0)
    assert visit.state.steps[ppt].status == "done"
    return visit


@pytest.fixture
def screen(qtbot: Any, desk: RememberingDesk, after_pressure: Visit) -> BetweenScreen:
    made = BetweenScreen(desk, lambda _reason: None)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.status = after_pressure.status()
    made.enter()
    made.show_status(after_pressure.status())
    return made


def test_the_next_test_and_its_words_are_there_to_be_read(screen: BetweenScreen) -> None:
    test = screen.view["next_test"]
    assert test["test"] == "MDT"
    assert screen.ready.isVisible() and not screen.go.isVisible()
    assert screen.ready.read_aloud.text().startswith(screen.view["words"]["read_aloud"][:40])
    assert "threads" in screen.ready.read_aloud.text()


def test_space_starts_and_begins_and_enter_only_starts(
    screen: BetweenScreen, desk: RememberingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.gui.between_screen.SPACE_REST_S", 0.0)
    screen.press(SPACE)
    assert [name for name, _ in desk.sent] == ["start", "begin"]
    desk.sent.clear()
    screen.press(ENTER)
    assert [name for name, _ in desk.sent] == ["start"]


def test_a_late_response_to_the_last_ramp_begins_no_test(
    screen: BetweenScreen, desk: RememberingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.gui.between_screen.SPACE_REST_S", 600.0)
    screen.press(SPACE)
    assert desk.sent == []
    assert "just ended" in desk.said[-1]


def test_a_double_enter_starts_no_further_step(
    desk: RememberingDesk, visit: Visit, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.gui.between_screen.ENTER_REST_S", 20.0)
    made = BetweenScreen(desk, lambda _reason: None)
    qtbot.addWidget(made)

    def come_up() -> None:
        made.status = visit.status()
        made.enter()
        made.show_status(visit.status())

    come_up()
    assert not made.rests(), "nothing has ended"
    visit.start("VDT").do("begin")
    for _ in range(3):
        visit.do("rate", value=6.0)
    come_up()
    made.press(ENTER)
    assert desk.sent == [] and "just ended: press Enter again" in desk.said[-1]
    made._ended_s -= 20.0
    come_up()  # back from another page
    made.press(ENTER)
    assert [name for name, _ in desk.sent] == ["start"]
    visit.do("undo", reason="").do("rate", value=5.0)
    come_up()
    assert made.rests(), "it has ended anew"


def test_nothing_begins_below_the_alarm(
    frame: Frame, after_pressure: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.gui.between_screen.SPACE_REST_S", 0.0)
    sent: list[str] = []
    frame.window.send = lambda name, *_args, **_more: sent.append(name)  # type: ignore[method-assign]
    made = frame.show(after_pressure.status())
    frame.window.pacer.alarm.begin("the limit of the device is reached")
    for press in (ENTER, SPACE):
        made.press(press)
        assert sent == [] and "Release first" in frame.window.said.text()
    frame.window.pacer.alarm.end()
    made.press(ENTER)
    assert sent == ["start"]


def test_another_step_that_is_selected_shows_no_words_of_the_one_that_is_due(screen: BetweenScreen) -> None:
    screen.select(screen.view["next_step"] + 1)
    assert not screen.ready.isVisible() and screen.go.isVisible()


def test_where_the_words_have_no_room_the_first_sentence_leads_to_the_page_of_all(screen: BetweenScreen) -> None:
    whole = screen.view["words"]["read_aloud"]
    assert screen.ready.read_aloud.text() == whole and screen.reads_aloud()
    screen.resize(1000, 300)
    assert screen.ready.read_aloud.text() == f"{whole.partition('. ')[0]}. …"
    assert "[T] all words" in screen.ready._mark.text() and not screen.reads_aloud()
    screen.resize(1000, 600)
    assert screen.reads_aloud()


# What was stopped


@pytest.fixture
def frame(qapp: QApplication) -> Iterator[Frame]:
    made = Frame(1280, 800)
    yield made
    made.end()


def stopped_in_a_second_attempt(visit: Visit) -> Visit:
    for answers in (3, 2):
        visit.start("MDT").do("begin")
        for _ in range(answers):
            visit.do("answer", yes=True)
        visit.do("stop", reason="")
    return visit


def test_while_the_reason_is_asked_what_is_saved_of_this_attempt_is_the_largest_text(
    frame: Frame, visit: Visit
) -> None:
    status = stopped_in_a_second_attempt(visit).status()
    made = frame.show(status)
    assert isinstance(made, BetweenScreen)
    frame.window.conduct.notes.ask_why_stopped(SPACE, status["view"])
    frame.show(status)
    texts = [text for text in frame.window.findChildren(FittedText) if text.isVisible() and text.text()]
    assert made.do.text() == "STOPPED. 2 answers of MDT are saved."
    assert all(text.px() < made.do.px() for text in texts if text is not made.do)
    assert "Answers of attempt 2 saved: 2" in made.how.text() and not made.go.isVisible()
    sent: list[str] = []
    frame.window.send = lambda name, *_args, **_more: sent.append(name)  # type: ignore[method-assign]
    made.press(SPACE)
    made.press(ENTER)
    assert sent == [] and "enter" not in [name for name, *_ in made.legends()]
    frame.window.question.dismiss()
    frame.show(status)
    assert made.do.text().startswith("Next: ") and made.go.isVisible()
    assert "Answers of attempt 2 saved: 2" in made.small.text()


# What was skipped


def test_a_skipped_step_says_so_and_starts_without_a_question(
    screen: BetweenScreen, desk: RememberingDesk
) -> None:
    screen.select(0)
    assert screen.go.text() == "START"
    screen.press(SKIP)
    assert desk.said == ["it is skipped already"]
    screen.press(ENTER)
    assert desk.questions == []
    assert desk.sent == [("start", {"step": 0, "reason": "skipped before: for the test"})]


def test_the_machine_takes_the_reason_of_a_skipped_step_and_keeps_it(
    screen: BetweenScreen, desk: RememberingDesk, after_pressure: Visit
) -> None:
    screen.select(0)
    screen.press(ENTER)
    name, args = desk.sent[0]
    after_pressure.do(name, **args)
    assert after_pressure.state.attempts[-1].why == "skipped before: for the test"
    assert after_pressure.status()["view"]["status"] == "running"


def test_a_step_that_is_done_is_repeated_with_a_reason(screen: BetweenScreen, desk: RememberingDesk) -> None:
    done = next(row["step"] for row in screen.view["rail"] if row["status"] == "done")
    screen.select(done)
    assert screen.go.text() == "REPEAT"
    screen.press(ENTER)
    assert desk.sent == [] and "Why again?" in desk.questions[-1][0]


def test_after_a_skip_the_next_step_is_selected(
    screen: BetweenScreen, desk: RememberingDesk, after_pressure: Visit
) -> None:
    out_of_order = screen.view["next_step"] + 1
    screen.select(out_of_order)
    screen.press(SKIP)
    desk.questions[-1][1]("no time")
    name, args = desk.sent[-1]
    screen.show_status(after_pressure.do(name, **args).status())
    assert args["step"] == out_of_order and screen.selected == screen.view["next_step"] != out_of_order


def test_undo_stands_below_only_where_something_can_be_taken_back(
    screen: BetweenScreen, after_pressure: Visit
) -> None:
    assert "undo" in [name for name, *_ in screen.legends()]
    step = screen.view["next_step"]
    after_pressure.do("start", step=step, reason="").do("stop", reason="")
    screen.show_status(after_pressure.status())
    assert "undo" not in [name for name, *_ in screen.legends()]


def test_a_due_test_that_is_blocked_is_started_and_not_begun(
    screen: BetweenScreen, desk: RememberingDesk, after_pressure: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.gui.between_screen.SPACE_REST_S", 0.0)
    assert screen.ready.begin.text() == "BEGIN"
    plan = after_pressure.plan
    after_pressure.plan = replace(plan, instruments=replace(plan.instruments, gate=True))
    screen.show_status(after_pressure.status())
    assert screen.ready.begin.text() == "START" and "12 instruments must not be used" in screen.state.text()
    screen.press(SPACE)
    assert [name for name, _ in desk.sent] == ["start"]
