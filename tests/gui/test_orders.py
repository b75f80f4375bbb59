"""Which orders wait for the one before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.orders import Orders

PRESS = Press(action="yes", text="", source="key J", stamp_ns=17)


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
    orders.send("answer", PRESS, yes=True)
    assert len(client.asked) == 1
    assert "not on disk yet" in told[0]
    client.asked[0][1]({"ok": True})
    orders.send("answer", PRESS, yes=False)
    assert client.asked[1][0]["args"] == {"yes": False}


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
