"""Which orders wait for the one before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qst_station.gui.json_lines import Json
from qst_station.gui.keys import DOUBLE_PRESS_NS, Press
from qst_station.gui.orders import Orders
from qst_station.gui.said_line import SaidLine
from tests.gui.visit_frame import Frame

PRESS = Press(action="yes", text="", source="key J", stamp_ns=17)


def press_of(action: str, stamp_ns: int, source: str = "key J") -> Press:
    return Press(action=action, text="", source=source, stamp_ns=stamp_ns)


class SlowClient:
    """A client whose answers come when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[Json, Callable[[Json], None]]] = []

    def request(self, ask: str, callback: Callable[[Json], None], **arguments: Any) -> int:
        self.asked.append(({"ask": ask, **arguments}, callback))
        return len(self.asked)


@pytest.fixture
def desk_of() -> tuple[Orders, SlowClient, list[Any]]:
    client, told = SlowClient(), []
    return Orders(client, told.append, told.append), client, told  # type: ignore[arg-type]


def test_a_second_answer_waits_until_the_first_is_on_disk(desk_of: Any) -> None:
    orders, client, told = desk_of
    orders.send("answer", PRESS, yes=True)
    orders.send("answer", press_of("yes", 2 * DOUBLE_PRESS_NS), yes=True)
    assert len(client.asked) == 1
    assert "not on disk yet" in told[0]
    client.asked[0][1]({"ok": True})
    orders.send("answer", PRESS, yes=False)
    assert client.asked[1][0]["args"] == {"yes": False}


def test_a_hand_that_taps_twice_gives_one_answer(desk_of: Any) -> None:
    orders, client, told = desk_of
    taps = (("yes", 0), ("yes", 90), ("no", 240), ("no", 545), ("yes", 850), ("yes", 1000))
    for action, t_ms in taps:
        orders.send("answer", press_of(action, 10**9 + t_ms * 10**6, "touch or key"), yes=action == "yes")
        for _, answered in client.asked:
            answered({"ok": True})
    assert [order["stamp_ns"] // 10**6 - 1000 for order, _ in client.asked] == [0, 545, 850]
    assert told == ["Pressed twice: one answer was taken."] * 3


def test_what_was_taken_back_is_answered_anew_at_once(desk_of: Any) -> None:
    orders, client, told = desk_of
    for name, action in (("answer", "yes"), ("undo", "undo"), ("answer", "no")):
        orders.send(name, press_of(action, 1000))
        client.asked[-1][1]({"ok": True})
    assert len(client.asked) == 3 and told == []


def test_an_answer_that_was_refused_may_be_given_again_at_once(desk_of: Any) -> None:
    orders, client, told = desk_of
    orders.send("answer", press_of("no", 1000), yes=False)
    client.asked[0][1]({"ok": False, "finding": {"happened": "not now"}})
    orders.send("answer", press_of("no", 2000), yes=False)
    orders.send("answer", press_of("no", 3000), yes=False)
    assert len(client.asked) == 2 and told[1:] == ["Pressed twice: one answer was taken."]


@pytest.mark.parametrize("action", ["space", "enter", "undo", ""])
def test_other_keys_may_be_pressed_twice(desk_of: Any, action: str) -> None:
    orders, client, told = desk_of
    for stamp_ns in (1000, 2000):
        orders.send("rate", press_of(action, stamp_ns), value=3.0)
        client.asked[-1][1]({"ok": True})
    assert len(client.asked) == 2 and told == []


def test_an_order_that_was_taken_ends_only_what_was_said_before_it(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    now_s = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now_s[0])
    line, client = SaidLine(), SlowClient()
    qtbot.addWidget(line)
    orders = Orders(client, lambda finding: line.say(finding["happened"]), line.say, line.outlive)  # type: ignore[arg-type]
    line.say("350 is outside 0 to 100")
    now_s[0] += 1.0
    orders.send("rate", press_of("enter", 1), value=41.0)
    assert line.isVisible()
    client.asked[0][1]({"ok": True})
    assert not line.isVisible()
    orders.send("answer", press_of("yes", 1), yes=True)
    now_s[0] += 0.1
    orders.send("answer", press_of("yes", 2), yes=True)  # the second tap
    client.asked[1][1]({"ok": True})
    assert line.isVisible() and "Pressed twice" in line.text()
    now_s[0] += 1.0
    orders.send("undo", press_of("undo", 8), lambda: line.confirm("Taken back: stimulus 1."))
    client.asked[2][1]({"ok": True})
    assert line.isVisible() and "Taken back" in line.text()
    now_s[0] += 1.0
    orders.send("rate", press_of("enter", 9), value=41.0)
    client.asked[3][1]({"ok": True})
    assert not line.isVisible()


@pytest.mark.parametrize("name", ["stop", "mark", "note", "pause"])
def test_these_never_wait(desk_of: Any, name: str) -> None:
    orders, client, told = desk_of
    orders.send("answer", PRESS, yes=True)
    orders.send(name, PRESS)
    assert client.asked[1][0]["name"] == name
    assert told == []


def test_the_key_and_its_time_go_with_the_order(desk_of: Any) -> None:
    orders, client, _ = desk_of
    orders.actor = {"who": "AB", "role": "examiner"}
    orders.send("begin", PRESS)
    asked = client.asked[0][0]
    assert (asked["source"], asked["stamp_ns"], asked["actor"]["who"]) == ("key J", 17, "AB")


def test_a_refusal_is_told_and_the_next_order_is_taken(desk_of: Any) -> None:
    orders, client, told = desk_of
    done: list[bool] = []
    orders.send("rate", PRESS, done=lambda: done.append(True), value=3.0)
    client.asked[0][1]({"ok": False, "finding": {"happened": "no"}})
    assert told == [{"happened": "no"}]
    assert done == []
    orders.send("rate", PRESS, value=4.0)
    assert len(client.asked) == 2


def test_a_key_and_its_tile_at_once_are_one_answer(
    qapp: QApplication, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.gui.keys.DOUBLE_PRESS_NS", 600 * 10**9)  # however long the computer stalls
    frame, client = Frame(1280, 800), SlowClient()
    monkeypatch.setattr(frame.client, "request", client.request)
    screen: Any = frame.show(visit.start("MDT").do("begin").status())
    QTest.keyClick(frame.window, Qt.Key.Key_F)
    QTest.mouseClick(screen.tiles.no, Qt.MouseButton.LeftButton)
    assert [order["args"] for order, _ in client.asked] == [{"yes": False}]
    assert "Pressed twice" in frame.window.said.text()
    frame.end()
