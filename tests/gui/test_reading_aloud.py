"""The texts for the participant in the window: chosen before the visit, brought up by T, recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qst_station.gui import participant_display, reading_aloud, theme
from qst_station.gui.engine_client import EngineClient
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.main_window import MainWindow
from qst_station.gui.words_choice import WordsChoice
from tests.gui.conftest import Visit

Key = Qt.Key


class Bench:
    """The window with a visit on paper in the place of its engine."""

    def __init__(self) -> None:
        self._asked = 0
        self.visit = Visit(kind="practice", words="de", participant_id="P-0123")
        self.window = MainWindow(EngineClient(["-c", "pass"]))
        self.window.client.request = self._request  # type: ignore[method-assign, assignment]
        self.window.resize(1280, 800)
        self.window.show()

    def _request(self, ask: str, callback: Any, **arguments: Any) -> int:
        def answer() -> None:
            if ask == "command":
                self.visit.do(arguments["name"], **arguments["args"])
            self.show()  # the status comes along with the answer
            callback({"ok": True})

        QTimer.singleShot(0, answer)
        self._asked += 1
        return self._asked

    def show(self) -> Bench:
        self.window._show_status({"calibration": None, "time": None, **self.visit.status()})
        return self

    def key(self, key: Qt.Key) -> None:
        QTest.qWait(90)
        QTest.keyClick(self.window, key)
        QTest.qWait(5)

    @property
    def read(self) -> list[tuple[str, str]]:
        return [(said.part, said.how) for said in self.visit.state.read_aloud]


@pytest.fixture
def bench(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    for rest in ("ESC_REST_S", "ENTERED_S", "AGAIN_S"):  # none is over while the computer stalls
        monkeypatch.setattr(participant_display, rest, 600.0)
    theme.dress(qapp)
    made = Bench()
    yield made
    made.window.participant.end()
    made.window.pacer.end()
    made.window.hide()
    made.window.deleteLater()
    qapp.processEvents()


def test_beginning_records_that_the_text_was_shown_without_a_further_key(bench: Bench) -> None:
    bench.visit.start("MDT")
    bench.show()
    screen = bench.window.visit_screen()
    assert screen is not None and "feinen Fäden" in screen.ready.read_aloud.text()  # type: ignore[attr-defined]
    bench.key(Key.Key_Space)
    assert bench.read == [("MDT", "shown")] and bench.visit.state.run.machine.phase != "ready"  # type: ignore[union-attr]


def test_t_says_that_it_was_read(bench: Bench) -> None:
    bench.visit.start("WUR")
    bench.show().key(Key.Key_T)
    assert bench.read == [("WUR", "read"), ("WUR/single", "read")]
    bench.key(Key.Key_Space)
    assert len(bench.read) == 2
    bench.visit.do("rate", value=1)
    bench.show()
    assert "mehrmals" in bench.window.visit_screen().ready.read_aloud.text()  # type: ignore[union-attr]
    assert bench.window.visit_screen().ready.isVisible()  # type: ignore[union-attr]
    bench.key(Key.Key_Space)
    assert bench.read[2:] == [("WUR/train", "shown")]


def test_between_the_steps_t_brings_the_text_up_and_t_again_says_that_it_was_read(bench: Bench) -> None:
    bench.show()
    page = bench.window.reading.page
    bench.key(Key.Key_T)
    assert page.isVisible() and "Danke, dass Sie mitmachen" in page.text.text() and bench.read == []
    bench.key(Key.Key_Escape)
    assert not page.isVisible() and bench.read == []
    bench.key(Key.Key_T)
    bench.key(Key.Key_T)
    assert not page.isVisible() and ("introduction", "read") in bench.read


def test_t_reads_nothing_where_another_step_is_selected_or_the_visit_is_reviewed(bench: Bench) -> None:
    for number, step in enumerate(bench.visit.plan.steps):
        if step.site_role is None:
            bench.visit.do("skip", step=number, reason="not today")
    window, page = bench.show().window, bench.window.reading.page
    due = bench.visit.status()["view"]["next_step"]
    window._select_step(due)
    assert window.edge.key("read_aloud") is not None
    turns = (
        (lambda: window._select_step(due + 1), "select it first"),
        (lambda: window.turn_to("review"), "nothing to read"),
    )
    for turn, why in turns:
        turn()
        assert window.edge.key("read_aloud") is None
        for _ in range(2):
            bench.key(Key.Key_T)
            assert why in window.said.text() and not page.isVisible() and bench.read == []
    window.turn_to("visit")
    window._select_step(due + 1)
    screen = window.visit_screen()
    assert screen is not None and screen.selected == due + 1  # type: ignore[attr-defined]
    bench.key(Key.Key_Return)
    assert bench.read == [], "another step is started: the words of the next one did not stand there"


def test_the_page_names_the_test_and_says_which_keys_leave_it(bench: Bench) -> None:
    bench.visit.start("WUR").do("begin")
    bench.visit.do("rate", value=1)
    window, page = bench.show().window, bench.window.reading.page
    window.resize(1024, 640)
    window.reading._on_screen = lambda: False  # as in large letters
    bench.key(Key.Key_T)
    assert page.isVisible() and "WUR · Deutsch" in page.mark.text()
    phase = bench.visit.state.run.machine.phase  # type: ignore[union-attr]
    for key in (Key.Key_Space, Key.Key_J, Key.Key_4, Key.Key_Backspace):
        window.said.hide()
        bench.key(key)
        assert page.isVisible() and window.said.isVisible() and "Esc: back" in window.said.text()
    assert bench.visit.state.run.machine.phase == phase  # type: ignore[union-attr]
    bench.key(Key.Key_P)
    assert bench.visit.status()["view"]["status"] == "paused" and not page.isVisible()
    assert bench.read == []


def test_a_handed_over_window_shows_nothing_of_the_visit(bench: Bench) -> None:
    bench.visit.start("MPS").do("begin")
    bench.show().key(Key.Key_G)
    window = bench.window
    assert window.participant.page.isVisible()
    assert not window.head.isVisible() and not window.rail.isVisible() and not window.edge.isVisible()
    for key in (Key.Key_3, Key.Key_7, Key.Key_Return):
        bench.key(key)
    assert bench.visit.state.trials[-1].trial.rating == 37.0
    assert window.head.isVisible() and window.rail.isVisible() and window.edge.isVisible()
    assert "37" in bench.show().window.strip.words()
    bench.key(Key.Key_G)
    bench.key(Key.Key_Escape)
    assert bench.visit.status()["view"]["status"] == "running", "the first Esc leads back and stops nothing"


def test_a_handed_over_window_tells_the_way_to_a_note_and_a_pedal_stops_it(bench: Bench) -> None:
    bench.visit.start("MPS").do("begin")
    window = bench.show().window
    window.conduct.learned({Key.Key_F13.value: "stop"})
    bench.key(Key.Key_G)
    bench.key(Key.Key_V)
    assert window.strip.words() == "Esc: back to the examiner, then V: adverse sensation"
    assert window.participant.page.isVisible() and not window.question.question()
    bench.key(Key.Key_Escape)
    bench.key(Key.Key_Escape)
    assert bench.visit.status()["view"]["status"] == "running" and "once more" in window.said.text()
    bench.key(Key.Key_G)
    bench.key(Key.Key_F13)
    assert bench.visit.state.attempts[-1].status == "stopped" and window.head.isVisible()


def test_a_handed_over_window_comes_back_when_the_engine_is_lost(bench: Bench) -> None:
    bench.visit.start("MPS").do("begin")
    bench.show().key(Key.Key_G)
    bench.window.client.died.emit("gone")
    assert bench.window.head.isVisible() and bench.window.edge.isVisible()
    assert not bench.window.participant.page.isVisible() and not bench.window.participant.page.asked


def test_esc_does_not_hide_that_the_engine_is_lost_behind_the_words(bench: Bench) -> None:
    bench.show().key(Key.Key_T)
    assert bench.window.reading.page.isVisible()
    bench.window.client.died.emit("gone")
    lost = bench.window.made_screen("engine_lost")
    assert lost is not None and lost.isVisible()
    bench.key(Key.Key_Escape)
    assert lost.isVisible()


def test_a_number_is_not_sent_while_an_entry_of_the_examiner_waits_for_the_disk(bench: Bench) -> None:
    bench.visit.start("MPS").do("begin")
    display, moment = bench.show().window.participant, bench.visit.status()["view"]["participant"]["moment"]
    bench.window.orders._waiting_for = 1
    assert not display._send(moment, 9.0, "participant screen", 1)
    bench.window.orders.wait_no_more()
    assert display._send(moment, 9.0, "participant screen", 1), "at once, and not only after two seconds"


def test_a_number_from_the_participants_screen_closes_what_the_examiner_began_to_type(bench: Bench) -> None:
    bench.visit.start("MPS").do("begin")
    bench.show().key(Key.Key_4)
    bench.window.participant._send(
        bench.visit.status()["view"]["participant"]["moment"], 9.0, "participant screen", 1
    )
    QTest.qWait(5)
    assert bench.visit.state.trials[-1].trial.rating == 9.0
    bench.key(Key.Key_Return)
    assert len(bench.visit.state.trials) == 1, "the 4 is gone"


def test_the_words_are_chosen_before_the_visit(qapp: QApplication) -> None:
    box = WordsChoice()

    def row(name: str, language: str, title: str, *, own: bool) -> Json:
        return {"name": name, "language": language, "title": title, "version": "1", "own": own}

    packaged = [row("en", "en", "plain", own=False), row("de", "de", "einfach", own=False)]
    box.show_words({"words": packaged, "default": "de", "stated": True})
    assert box.request() == {"words": "de"} and box.currentText() == "Deutsch: einfach 1 · not validated"
    box.setCurrentIndex(0)
    box.show_words({"words": [*packaged, row("fr_x", "fr", "texte", own=True)], "default": "de", "stated": True})
    assert box.request() == {"words": "en"} and box.itemText(2) == "Français: texte 1"
    box.show_words({"words": packaged[1:], "default": "de", "stated": True})
    assert box.request() == {"words": "de"}
    box.deleteLater()


def test_the_text_to_read_is_recorded_as_shown_or_as_read() -> None:
    visit, sent = Visit(kind="practice", words="de").start("WUR"), []
    press = Press(action="space", text="", source="key Space", stamp_ns=1)

    def send(name: str, _press: Press, **args: Any) -> None:
        sent.append((name, args["part"], args["how"]))
        visit.do(name, **args)  # the engine takes it

    reading_aloud.tell_shown(visit.status()["view"], press, send)
    assert sent == [("read_aloud", "WUR", "shown"), ("read_aloud", "WUR/single", "shown")]
    assert reading_aloud.tell_read(visit.status()["view"], press, send) == ""
    view = visit.status()["view"]
    assert view["words"]["read"] and reading_aloud.ReadingAloud(send).legends(view)[0][2] == "was read ✓"
    before = len(sent)
    reading_aloud.tell_shown(view, press, send)
    assert reading_aloud.tell_read(view, press, send) and len(sent) == before
    assert "not validated" in reading_aloud.mark(view["words"])
