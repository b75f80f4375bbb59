"""Random keys and clicks: no warning, no exception, no lost order, and the journal tells what was shown."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qst_station.findings import Refused
from qst_station.gui import preferences
from qst_station.gui.json_lines import Json
from qst_station.gui.main_window import MainWindow
from qst_station.gui.walk import Walk
from qst_station.recording.journal_copy import read_journal
from qst_station.session.events import Command, decode
from qst_station.simulation.stage import virtual_engine
from qst_station.station.opening import STUDY
from qst_station.station.record import BOOK_KEEPING, replay_rows
from qst_station.station.view import view
from qst_station.study.study import load_study
from tests.gui.local_engine import LocalClient
from tests.gui.monkey import Monkey, journal_folder
from tests.gui.monkey_seed import SECONDS, SEED
from tests.gui.monkey_tricks import BenchTricks, WindowTricks

PROCESS_SHARE = 0.3
"""Of the time goes to an engine in a process of its own; the rest to one in virtual time, where more happens."""
PARTICIPANTS = {"inca": "P-{:04}", "crossover": "NTH-{:04}", "healthy": "V-{:03}", "run_in": "ABC{:03}X"}
"""Packaged studies, and an id as each wants it."""

pytestmark = pytest.mark.timeout(SECONDS + 150)


class SteppedClient(LocalClient):
    """An engine that lives only when it is told to, so that a seed says more of what happens."""

    def start(self) -> None:
        """The monkey steps it."""

    def step(self, times: int) -> None:
        """Let virtual time pass."""
        for _ in range(times):
            self._poll()


@pytest.fixture
def looked_after(qapp: QApplication) -> Iterator[None]:
    """The look and language that every other test begins with, again."""
    yield
    preferences.prepare(qapp, preferences.Preferences(theme="light", language="en"))


def test_a_monkey_at_a_whole_bench_finds_no_fault(
    qapp: QApplication, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looked_after: None
) -> None:
    """In virtual time: cables, jabs, buttons, visits left and resumed, in German and in large letters."""
    monkeypatch.setattr("qst_station.gui.keys.DEBOUNCE_NS", 0)
    monkeypatch.setattr("qst_station.gui.keys.DOUBLE_PRESS_NS", 0)
    monkeypatch.setattr("qst_station.gui.inline_question.CHOICE_REST_NS", 0)
    monkeypatch.setattr("qst_station.gui.between_screen.ENTER_REST_S", 0.0)
    monkeypatch.setattr("qst_station.station.opening.random.SystemRandom", lambda: Random(SEED))  # of the orders
    chance = Random(SEED)
    look = preferences.Preferences(
        theme="light", text_percent=chance.choice((100, 100, 150, 200)), language=chance.choice(("en", "de"))
    )
    study = chance.choice(sorted(PARTICIPANTS))
    say(f"monkey seed {SEED}: QST_MONKEY_SEED={SEED} repeats it; study {study}, {look}")
    participants = put_study(tmp_path / "data", study)
    preferences.prepare(qapp, look)
    with virtual_engine(tmp_path / "data", seed=SEED) as (engine, stage, apparatus):
        client = SteppedClient(engine, stage)
        window = MainWindow(client)  # type: ignore[arg-type]
        window.show()
        qtbot.waitExposed(window)
        window.start_engine()

        def live(milliseconds: int) -> None:
            QTest.qWait(1)
            client.step(1 + milliseconds // 20)

        live(20)
        tricks = BenchTricks(client, stage, apparatus, window)
        tricks.chance = chance
        monkey = Monkey(
            window,
            SEED,
            live=live,
            tricks=(*tricks.all, *WindowTricks(window, chance).all),
            hand=tricks.press,
            look=lambda: compare_with_view(client.request, lambda: client.step(1)),
        )
        monkey.participants = participants
        try:
            play(monkey, SECONDS * (1.0 - PROCESS_SHARE), lambda: client.step(1), first=monkey.warm_up)
            assert monkey.acknowledged, "a monkey that never answers shows nothing"
        finally:
            window.end()
            window.hide()
            window.deleteLater()
            qapp.processEvents()


def put_study(data: Path, name: str) -> tuple[str, ...]:
    """A packaged study for all visits of a folder; gives some participants that it would take."""
    data.mkdir()
    text = files("qst_station.study").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    (data / STUDY).write_text(text, encoding="utf-8")
    study = load_study(text, place=name)

    def taken(participant: str) -> bool:
        try:
            study.check_participant(participant, place=name)
        except Refused:
            return False
        return True

    return tuple(islice(filter(taken, map(PARTICIPANTS[name].format, range(1000))), 12))


def test_a_monkey_at_an_engine_of_its_own_finds_no_fault(
    open_window: Callable[..., Walk], looked_after: None
) -> None:
    """Over the pipe, with the simulated world."""
    say(f"monkey seed {SEED}: QST_MONKEY_SEED={SEED} repeats it")
    walk = open_window(demo_seed=SEED)
    window = walk.window
    walk.until(lambda: bool(window.status and len(window.status["devices"]) == 2))
    monkey = Monkey(window, SEED, tricks=WindowTricks(window, Random(SEED)).all)
    play(monkey, SECONDS * PROCESS_SHARE, lambda: QTest.qWait(20))


def say(what: str) -> None:
    """To whoever runs it with `-s`, and to the report of a failure."""
    sys.stdout.write(f"{what}\n")


def play(
    monkey: Monkey, seconds: float, live: Callable[[], None], first: Callable[[], None] = lambda: None
) -> None:
    """Play, and tell what came of it; where something is wrong, what was done last."""
    try:
        monkey.play(seconds, first=first)
        assert not monkey.complaints.said, f"seed {SEED}: {monkey.complaints.said}"
        compare_with_view(monkey.window.client.request, live)
        compare_with_journals(monkey)
    except BaseException:
        say("\n".join([f"seed {SEED}; the last acts:", *monkey.acts]))
        raise
    finally:
        orders = f"{len(monkey.acknowledged)} orders on disk"
        say(f"{orders}; {dict(monkey.counts)}; screens: {dict(monkey.screens)}; told: {sorted(monkey.findings)}")


def compare_with_view(request: Callable[..., Any], live: Callable[[], None] = lambda: None) -> None:
    """What the engine shows is what its journal replays to."""
    last: list[Json] = []
    request("status", last.append)
    for _ in range(500):
        if last:
            break
        live()
    if not last or last[0]["view"] is None:
        return
    copy = read_journal(Path(last[0]["saved"]["journal"]))
    rows = [row for row in copy.rows if row.seq <= last[0]["saved"]["seq"]]
    replayed = replay_rows(rows, place="monkey")
    assert plain(view(replayed.plan, replayed.state)) == plain(last[0]["view"]), f"seed {SEED}"


def compare_with_journals(monkey: Monkey) -> None:
    """Every order that was acknowledged stands in its row, and every journal replays."""
    by_journal: dict[Path, dict[int, Command]] = {}
    for kept in monkey.acknowledged:
        folder = journal_folder(kept)
        if folder not in by_journal:
            rows = read_journal(folder).rows
            replay_rows(rows, place=str(folder))
            events = {row.seq: decode(row.kind, row.body) for row in rows if row.kind not in BOOK_KEEPING}
            by_journal[folder] = {seq: event for seq, event in events.items() if isinstance(event, Command)}
        found = by_journal[folder].get(kept.seq)
        assert found is not None, f"seed {SEED}: {kept.name} of row {kept.seq} is not in {folder}"
        assert (found.name, plain(dict(found.args))) == (kept.name, plain(kept.args)), f"seed {SEED}"


def plain(shown: Json) -> Json:
    """As it comes through the pipe."""
    come: Json = json.loads(json.dumps(shown))
    return come
