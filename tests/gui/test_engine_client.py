"""The client against a process that speaks the engine's lines."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qst_station.gui import engine_client
from qst_station.gui.engine_client import EngineClient

FAKE = str(Path(__file__).with_name("fake_engine.py"))


@pytest.fixture
def client_of(qapp: Any) -> Iterator[Callable[[str], EngineClient]]:
    """Start a client of a fake engine."""
    clients: list[EngineClient] = []

    def started(mode: str) -> EngineClient:
        client = EngineClient([FAKE, mode])
        clients.append(client)
        return client

    yield started
    for client in clients:
        client.quit()


def test_an_answer_reaches_its_callback(client_of: Callable[[str], EngineClient], qtbot: Any) -> None:
    client, got = client_of("good"), []
    client.start()
    client.request("gauges", got.append, name="ä")
    qtbot.waitUntil(lambda: bool(got))
    assert got[0]["asked"]["ask"] == "gauges"
    assert got[0]["asked"]["name"] == "ä"


def test_at_most_one_poll_is_under_way(client_of: Callable[[str], EngineClient], qtbot: Any) -> None:
    client = client_of("mute")
    client.start()
    client.hurry(True)
    qtbot.waitUntil(lambda: bool(client._poll_id))
    with qtbot.waitSignal(client.silent, timeout=8000) as silent:
        pass
    assert silent.args[0] > engine_client.SILENT_S
    assert client._last_id == 1


def test_nothing_is_shown_any_more_while_the_engine_ends(
    client_of: Callable[[str], EngineClient], qtbot: Any
) -> None:
    client, shown = client_of("good"), []
    with qtbot.waitSignal(client.status, timeout=8000):
        client.start()
    client.status.connect(shown.append)
    client.request("status", shown.append)
    client.quit()
    assert shown == []


def test_status_sets_the_clock(client_of: Callable[[str], EngineClient], qtbot: Any) -> None:
    client = client_of("good")
    with qtbot.waitSignal(client.status, timeout=8000):
        client.start()
    assert client.clock.read_ns() >= client.clock.now_ns > 0


def test_a_broken_line_is_told_and_polling_goes_on(client_of: Callable[[str], EngineClient], qtbot: Any) -> None:
    client, seen = client_of("garbage"), []
    client.status.connect(seen.append)
    with qtbot.waitSignal(client.garbled, timeout=8000) as garbled:
        client.start()
    assert "nul" in garbled.args[0]
    qtbot.waitUntil(lambda: len(seen) >= 2)


def test_death_is_told_with_the_last_words(client_of: Callable[[str], EngineClient], qtbot: Any) -> None:
    client = client_of("die")
    with qtbot.waitSignal(client.died, timeout=8000) as died:
        client.start()
    assert "code 9" in died.args[0]
    assert "disk is gone" in died.args[0]


def test_a_killed_engine_is_told_and_can_be_started_again(
    client_of: Callable[[str], EngineClient], qtbot: Any
) -> None:
    client, got = client_of("good"), []
    with qtbot.waitSignal(client.status, timeout=8000):
        client.start()
    with qtbot.waitSignal(client.died, timeout=8000):
        os.kill(client.pid, signal.SIGKILL)
    with qtbot.waitSignal(client.status, timeout=8000):
        client.start()
    client.request("gauges", got.append)
    qtbot.waitUntil(lambda: bool(got))


def test_a_program_that_cannot_start_is_told(qapp: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "no-such-program")
    client = EngineClient([])
    with qtbot.waitSignal(client.died, timeout=8000) as died:
        client.start()
    assert "could not be started" in died.args[0]
