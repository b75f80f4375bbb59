"""A language that the program does not speak comes by one file: import, visit in the window, sealed, checked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import h5py
import pytest
from PySide6.QtWidgets import QApplication

from qst_station.gui.form_screen import FormScreen
from qst_station.gui.form_wording import wording
from qst_station.gui.main_window import MainWindow
from qst_station.gui.setup_screen import SetupScreen
from qst_station.recording.user_block import read_summary
from qst_station.session.events import Actor
from qst_station.simulation.demo_visit import demo_request
from qst_station.station.verifying import verify
from qst_station.station.words_asks import words_folder
from tests.gui.hands import Key, Keyboard
from tests.gui.local_engine import Bedside, LocalClient, bedside, window_on

pytestmark = pytest.mark.timeout(120)

AB = Actor(who="AB", role="examiner")
LACKS = "forms.css.symptom-sensation"
_OF_THE_FILE = "format|language|title|version|author|licence|back_translation|what|grade|source"


def made_up_language() -> str:
    """The English words with "ki" before each, as a language that nobody speaks; one question is left out."""
    text = files("protocols.words").joinpath("en.toml").read_text(encoding="utf-8")
    text = re.sub(rf'(?m)^(?!(?:{_OF_THE_FILE}) )([\w-]+ = )"([^"]+)"$', r'\1"ki \2"', text)
    text = text.replace('language = "en"', 'language = "qaa"').replace("QST Station plain words", "Ki of our site")
    return re.sub(r'(?m)^symptom-sensation = ".*"\n', "", text)


@pytest.fixture
def station(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[MainWindow, LocalClient, Bedside]]:
    """A window on an engine without a visit."""
    monkeypatch.setattr("qst_station.gui.keys.DEBOUNCE_NS", 0)
    monkeypatch.setattr("qst_station.gui.keys.DOUBLE_PRESS_NS", 0)
    monkeypatch.setattr("qst_station.gui.between_screen.ENTER_REST_S", 0.0)
    with bedside(tmp_path / "data") as (client, other_end), window_on(client, qapp) as window:
        yield window, client, other_end


def taken_in(hands: Keyboard, file: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a file that was taken in through the set-up."""
    chosen = "qst_station.gui.setup_screen.QFileDialog.getOpenFileName"
    monkeypatch.setattr(chosen, lambda *_args: (str(file), ""))
    screen = hands.window.workbench.made("setup")
    assert isinstance(screen, SetupScreen)
    screen.words.click()
    hands.until(lambda: "Taken in" in screen.filed.text())
    assert LACKS in screen.filed.text(), "what it lacks is told at once"
    (own,) = (words for words in words_folder(hands.client.engine.data).words.values() if words.own)
    return own.name


def order(hands: Keyboard, name: str, **arguments: Any) -> None:
    answered: list[Any] = []
    hands.client.engine.command(name, arguments, AB, "test", answered.append)
    hands.until(lambda: answered)


def test_a_file_carries_a_visit_in_a_language_that_the_program_does_not_speak(
    station: tuple[MainWindow, LocalClient, Bedside], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands, (window, client, _) = Keyboard(*station), station
    file = tmp_path / "ki.toml"
    file.write_text(made_up_language(), encoding="utf-8")
    words = taken_in(hands, file, monkeypatch)

    client.engine.open_visit(replace(demo_request(7), words=words), AB)
    order(hands, "checked", reason="for the test")
    hands.until(lambda: window.view is not None)
    for step in hands.view["rail"][:2]:  # diary and pain now
        assert step["status"] == "ready"
        hands._start(hands.view["next_step"])
        screen = window.visit_screen()
        assert isinstance(screen, FormScreen)
        assert screen.question.text().endswith("”") and "“ki " in screen.question.text()
        assert "qaa" not in screen.heading.text()
        if hands.view["form"]["field"]["id"] == "pain" and hands.view["participant"]:
            hands.press(Key.Key_G)
            hands.until(lambda: window.participant.handed_over)
            assert window.participant.page.question.text() == "ki How strong is your pain now?"
            assert window.participant.page.low.text() == "0 = ki no pain"
            with hands.action():
                hands.type("6")
                hands.press(Key.Key_Return)
            hands.until(lambda: hands.view["form"]["field"] is None)
        hands.do_step()
    hands._start(hands.view["next_step"])
    assert "“ki Pain goes on" in window.visit_screen().question.text()  # type: ignore[union-attr]
    hands._fill(hands.view)
    hands.until(lambda: hands.view["form"]["field"]["id"] == "symptom-sensation")
    hands.until(lambda: "qaa" in window.visit_screen().heading.text())  # type: ignore[union-attr]
    assert "asked in English" in window.visit_screen().heading.text()  # type: ignore[union-attr]
    assert "“" not in window.visit_screen().question.text()  # type: ignore[union-attr]
    order(hands, "stop", reason="for the test")
    order(hands, "finish", reason="for the test")

    client.engine.seal()
    sealed = client.engine.wait_for_seal().path
    assert sealed is not None and verify(sealed) == []
    said = read_summary(sealed)["words"]
    assert (said["language"], said["title"]) == ("qaa", "Ki of our site")
    with h5py.File(sealed) as inside:
        text = inside[f"inputs/{said['document']}"][()].decode().rstrip("\0")
        journal = inside["events/body"][:].tobytes()
    assert text == made_up_language()
    assert said["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert b"handed over: keypad" in journal


def test_choices_that_the_words_lack_stand_in_english_beside_those_of_the_window() -> None:
    choices = [{"value": value, "label": label} for value, label in enumerate(("none", "mild"))]
    said = {"question": "", "anchor_low": "", "anchor_high": "", "options": []}
    field = {"label": "Pain now", "scale": None, "options": choices, "said": said}
    asked = wording({"language": "xx"}, field)
    assert asked is not None and asked.missing
    assert (asked.question, asked.options) == ("Pain now", ("none", "mild"))
    half = wording({"language": "xx"}, {**field, "said": {**said, "question": "Q", "options": ["nul", "weinig"]}})
    assert half is not None and not half.missing and half.options == ("nul", "weinig")
