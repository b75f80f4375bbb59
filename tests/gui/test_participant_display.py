"""The participant's screen follows the visit: asked at the right time, answered once, black otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from qst_station.gui import participant_display, screen_choice
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.participant_display import ParticipantDisplay
from qst_station.gui.participant_screen_panel import ParticipantScreenPanel
from qst_station.gui.participant_window import identify
from qst_station.gui.screen_choice import Display
from tests.gui.conftest import Visit
from tests.gui.test_participant_page import colours, said

LAPTOP = Display(name="eDP-1", serial="L-1", geometry=(0, 0, 900, 700))
TOUCH = Display(name="HDMI-1", serial="T-100", geometry=(900, 0, 800, 600))


class Screens:
    """Two screens that are moved by the test; a window is shown there without filling them."""

    def __init__(self) -> None:
        self.here: tuple[Display, ...] = (LAPTOP, TOUCH)
        self.examiner: Display | None = LAPTOP
        self.filled: list[Display] = []
        self.refuse = False

    def all(self) -> tuple[Display, ...]:
        return self.here

    def under(self, widget: QWidget) -> Display | None:
        return self.examiner

    def fill(self, window: QWidget, display: Display) -> bool:
        self.filled.append(display)
        if self.refuse:
            return False
        window.resize(800, 600)
        window.show()
        return True


class Client(QObject):
    silent = Signal(float)
    died = Signal(str)


class Orders:
    busy = False


class Window(QWidget):
    """What the participant's side needs of the main window."""

    def __init__(self) -> None:
        super().__init__()
        self.client = Client()
        self.orders = Orders()
        self.sent: list[tuple[str, Json, Press]] = []
        self.said: list[str] = []
        self.takes = True
        self.waiting: list[Callable[[], None]] = []
        self.t_ns = 10**15

    def send(self, name: str, press: Press, done: Callable[[], None] | None = None, **args: Any) -> None:
        self.sent.append((name, args, press))
        if done is not None and self.takes:
            self.waiting.append(done)

    def say(self, text: str) -> None:
        self.said += [text] if text else []

    def now_ns(self) -> int:
        return self.t_ns

    def visit_screen(self) -> None:
        return None

    def show_again(self) -> None:
        pass


class Bench:
    """A visit on paper, two screens, and the participant's side of a window."""

    def __init__(self, settings: QSettings) -> None:
        self.settings = settings
        self.screens, self.window = Screens(), Window()
        self.visit = Visit(kind="practice", words="de", participant_id="P-0123")
        screen_choice.keep(settings, TOUCH)
        self.participant = ParticipantDisplay(self.window, self.screens, settings)  # type: ignore[arg-type]

    def follow(self) -> Bench:
        self.participant.follow(self.visit.status()["view"])
        return self

    def asking(self) -> Bench:
        self.visit.start("MPS").do("begin")
        return self.follow()

    def type(self, *texts: str) -> None:
        page = self.participant.page if self.participant.handed_over else self.own
        for text in texts:
            action = "enter" if text == "⏎" else ""
            page.press(Press(action=action, text="" if action else text, source="", stamp_ns=7))

    @property
    def own(self) -> Any:
        own = self.participant.own
        assert own is not None
        return own

    @property
    def rated(self) -> list[tuple[float, str]]:
        return [(args["value"], press.source) for name, args, press in self.window.sent if name == "rate"]


@pytest.fixture
def bench(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    for rest in ("ESC_REST_S", "ENTERED_S", "AGAIN_S"):  # none is over while the computer stalls
        monkeypatch.setattr(participant_display, rest, 600.0)
    made = Bench(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    yield made
    made.participant.end()
    made.window.deleteLater()
    qapp.processEvents()


def test_it_is_black_until_a_number_is_asked_and_never_names_anybody(bench: Bench) -> None:
    bench.follow()
    assert bench.screens.filled == [TOUCH] and colours(bench.own) == {"#000000"}
    bench.asking()
    told = said(bench.own)
    assert "Wie schmerzhaft war das?" in told
    who = bench.visit.status()["view"]["who"]
    for secret in (who["participant"], who["study"], who["visit"], "mN", "PINPRICK", "hand", "AB"):
        assert secret not in told and secret not in bench.own.windowTitle()


def test_it_comes_up_when_the_interval_is_over(bench: Bench) -> None:
    bench.visit.start("MPS").do("begin")
    opens_ns = bench.visit.status()["view"]["participant"]["opens_ns"]
    bench.window.t_ns = opens_ns - 1
    assert colours(bench.follow().own) == {"#000000"}
    bench.window.t_ns = opens_ns
    assert bench.follow().own.asked


def test_a_number_is_sent_once_with_its_input_and_shown_only_then(bench: Bench) -> None:
    bench.asking()
    bench.type("3", "7")
    assert bench.rated == [] and "37" not in bench.participant.words()
    bench.type("⏎", "⏎")
    bench.follow().type("⏎")
    assert bench.rated == [(37.0, "participant screen: keypad")]
    assert bench.window.sent[-1][2].stamp_ns == 7
    assert "37" not in bench.participant.words() and colours(bench.own) == {"#000000"}
    bench.window.waiting.pop()()
    assert "37" in bench.participant.words()
    bench.visit.do("rate", value=37)
    assert bench.follow().own.value() is None


def test_pain_without_a_stimulus_is_asked_there_too_and_what_the_examiner_copies_is_not(bench: Bench) -> None:
    bench.visit.start("daily_nrs")
    assert colours(bench.follow().own) == {"#000000"}
    bench.visit.do("stop", reason="")
    bench.visit.start("spontaneous_pain")
    told = said(bench.follow().own)
    assert "Wie stark ist Ihr Schmerz jetzt?" in told and "10 = schlimmster vorstellbarer Schmerz" in told
    assert not [secret for secret in ("P-0123", "INCA", "NRS", "AB") if secret in told]
    bench.type("7", "1", "⏎")  # 71 is none of the scale
    ((name, args, press),) = bench.window.sent
    assert (name, args) == ("form_enter", {"field": "pain", "answer": "7", "reason": ""})
    assert press.source == "participant screen: keypad"
    bench.visit.do(name, **args)
    assert colours(bench.follow().own) == {"#000000"}
    bench.visit.do("form_correct", field="pain", reason="misunderstood")
    bench.window.t_ns = 0
    assert colours(bench.follow().own) == {"#000000"}, "it is seen that the answer was taken"
    bench.window.t_ns = 10**15
    assert bench.follow().own.asked and bench.own.value() is None


def test_a_rating_of_a_form_that_the_words_lack_is_asked_by_the_examiner(bench: Bench) -> None:
    bench.visit.start("spontaneous_pain")
    assert bench.visit.plan.words is not None
    bench.visit.plan = replace(bench.visit.plan, words=replace(bench.visit.plan.words, scales={}))
    assert colours(bench.follow().own) == {"#000000"}


def test_a_confirmation_for_a_stimulus_that_has_passed_changes_nothing(bench: Bench) -> None:
    bench.asking()
    bench.type("5")
    old = bench.own.asked
    bench.visit.do("rate", value=12)  # the examiner was first
    bench.follow()
    bench.own.confirmed.emit(old, 5.0, "keypad", 7)
    assert bench.rated == [] and bench.own.asked != old


def test_a_number_that_the_engine_did_not_take_may_be_confirmed_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.asking()
    bench.window.takes = False
    bench.type("5", "⏎")
    monkeypatch.setattr(participant_display, "AGAIN_S", 0.0)
    bench.follow().type("6", "⏎")
    assert bench.rated == [(5.0, "participant screen: keypad"), (6.0, "participant screen: keypad")]


def test_it_is_black_while_paused_and_while_the_engine_is_silent_or_gone(bench: Bench) -> None:
    bench.asking()
    bench.window.client.silent.emit(2.5)
    assert colours(bench.own) == {"#000000"}
    bench.window.client.silent.emit(0.0)
    assert bench.own.asked
    bench.visit.do("pause", reason="")
    assert colours(bench.follow().own) == {"#000000"}
    bench.visit.do("resume")
    assert bench.follow().own.asked
    bench.window.client.died.emit("gone")
    assert colours(bench.own) == {"#000000"} and bench.own.isVisible()


def test_pulled_out_it_opens_nowhere_else_and_the_examiner_is_told_once(bench: Bench) -> None:
    bench.asking()
    bench.screens.here = (LAPTOP, Display(name="DP-2", serial="other", geometry=(900, 0, 800, 600)))
    bench.follow().follow()
    assert bench.participant.own is None and bench.screens.filled == [TOUCH]
    assert len(bench.window.said) == 1 and "not connected" in bench.window.said[0]
    assert "not connected" in bench.participant.words()
    bench.screens.here = (LAPTOP, TOUCH)
    assert bench.follow().own.asked


def test_it_closes_when_the_main_window_comes_to_its_screen(bench: Bench) -> None:
    bench.asking()
    bench.screens.examiner = TOUCH
    bench.follow()
    assert bench.participant.own is None and "the one you work on" in bench.window.said[-1]


def test_a_window_that_did_not_get_there_is_not_left_in_front_of_the_examiner(bench: Bench) -> None:
    bench.screens.refuse = True
    bench.asking().follow()
    assert bench.participant.own is None and bench.screens.filled == [TOUCH], "it is not tried again and again"
    assert len(bench.window.said) == 1


def test_it_takes_no_keys_from_the_examiner_and_cannot_be_closed(bench: Bench) -> None:
    bench.asking()
    assert bench.own.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert all(w.focusPolicy() == Qt.FocusPolicy.NoFocus for w in bench.own.findChildren(QWidget))
    bench.own.close()
    assert bench.own.isVisible()
    bench.participant.end()
    assert bench.participant.own is None


def test_there_is_no_window_without_a_visit(bench: Bench) -> None:
    bench.participant.follow(None)
    assert bench.participant.own is None and bench.screens.filled == []


def key(code: Qt.Key, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)


def test_one_screen_is_handed_over_and_comes_back_with_the_number(bench: Bench) -> None:
    bench.participant.choose(None)
    bench.asking()
    assert not bench.participant.take_key(key(Qt.Key.Key_5, "5")), "the keys are the examiner's"
    assert [legend[1] for legend in bench.participant.legends()] == ["G"]
    bench.participant.hand_over()
    bench.follow()
    assert bench.participant.handed_over and bench.participant.page.asked
    assert bench.participant.legends() == [] and bench.participant.words().startswith("Esc")
    for code, text in ((Qt.Key.Key_4, "4"), (Qt.Key.Key_2, "2"), (Qt.Key.Key_Return, "")):
        assert bench.participant.take_key(key(code, text))
    assert bench.rated == [(42.0, "handed over: keypad")] and not bench.participant.handed_over


def test_esc_takes_the_window_back_without_a_number(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.participant.choose(None)
    bench.asking().participant.hand_over()
    bench.type("4")
    assert bench.participant.take_key(key(Qt.Key.Key_Escape))
    assert not bench.participant.handed_over and bench.rated == []
    assert bench.participant.take_key(key(Qt.Key.Key_Escape)), "a hand that pressed twice stops nothing"
    assert "once more" in bench.window.said[-1]
    monkeypatch.setattr(participant_display, "ESC_REST_S", 0.0)
    assert not bench.participant.take_key(key(Qt.Key.Key_Escape)), "the next one stops the test"


@pytest.mark.parametrize(
    ("code", "label"), [(Qt.Key.Key_N, "deviation"), (Qt.Key.Key_V, "adverse sensation"), (Qt.Key.Key_P, "pause")]
)
def test_nobody_notes_or_pauses_by_what_a_participant_types_but_the_way_is_said(
    bench: Bench, code: Qt.Key, label: str
) -> None:
    bench.participant.choose(None)
    bench.asking().participant.hand_over()
    bench.follow()
    for typed, text in ((Qt.Key.Key_1, "1"), (code, ""), (Qt.Key.Key_0, "0")):
        assert bench.participant.take_key(key(typed, text))
    assert bench.participant.page.value() == 10.0 and bench.window.sent == []
    assert bench.participant.words() == f"Esc: back to the examiner, then {code.name[-1]}: {label}"


def test_the_pedal_of_the_examiner_stops_and_pauses_at_once(bench: Bench) -> None:
    bench.participant.choose(None)
    for action in ("stop", "pause"):
        bench.asking().participant.hand_over()
        assert not bench.participant.take_key(key(Qt.Key.Key_F13), action), "it goes on to the test"
        assert not bench.participant.handed_over
        bench.visit.do("stop", reason="")


def test_a_line_that_was_handed_over_is_marked_and_confirmed_by_keys(bench: Bench) -> None:
    bench.participant.choose(None)
    view = bench.asking().visit.status()["view"]
    view["participant"]["by"] = "slider"
    bench.participant.follow(view)
    bench.participant.hand_over()
    bench.participant.follow(view)
    assert bench.participant.take_key(key(Qt.Key.Key_Home), "yes")
    assert bench.participant.page.value() is None, "a pedal is no key of the participant's"
    for code in (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return):
        assert bench.participant.take_key(key(code))
    assert bench.rated == [(98.0, "handed over: slider")] and not bench.participant.handed_over


def test_it_is_not_handed_over_where_nothing_is_asked(bench: Bench) -> None:
    bench.follow().participant.hand_over()
    assert not bench.participant.handed_over and bench.window.said


def test_it_comes_back_when_the_stimulus_has_passed(bench: Bench) -> None:
    bench.participant.choose(None)
    bench.asking().participant.hand_over()
    bench.visit.do("pause", reason="")
    bench.follow()
    assert not bench.participant.handed_over


def test_the_panel_chooses_tries_and_offers_never_the_examiners_screen(bench: Bench) -> None:
    screen_choice.keep(bench.settings, None)
    bench.participant.choose(None)
    panel = ParticipantScreenPanel(bench.participant)
    panel.show()
    panel.screens.choose("0")
    assert panel.screens.value() != "0", "the screen under the main window is not offered"
    panel.screens.choose("1")
    assert screen_choice.kept(bench.settings) == TOUCH and bench.participant.own is None
    panel.try_line.click()
    assert bench.own.line.isVisible()
    panel.try_keypad.click()
    bench.type("8", "⏎")
    assert bench.rated == [], "what is tried out is no answer"
    panel.look()
    assert "8" in panel.told.text() and bench.own.asked
    panel.percent.choose("200")
    assert screen_choice.kept_text_percent(bench.settings) == 200 and bench.own.question.percent == 200
    bench.screens.here = (LAPTOP,)
    panel.look()
    assert "not connected" in panel.told.text() and not panel.try_keypad.isEnabled()
    panel.hide()
    assert bench.participant.trial is None and bench.participant.own is None
    panel.deleteLater()


def test_screens_are_told_apart_by_number_and_name(
    bench: Bench, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.gui.participant_window.IDENTIFY_MS", 30)
    owner = QWidget()
    labels = identify(bench.screens, owner)
    shown = [{w.accessibleName() for w in label.findChildren(QWidget)} for label in labels]
    assert shown == [{"1", "eDP-1"}, {"2", "HDMI-1"}]
    assert TOUCH.geometry[0] <= labels[1].x() and all(label.isVisible() for label in labels)
    gone: list[int] = []
    labels[0].destroyed.connect(lambda: gone.append(1))
    qtbot.waitUntil(lambda: bool(gone))
    owner.deleteLater()
