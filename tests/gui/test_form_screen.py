"""The form screen: keys alone, one question at a time, and nothing that was answered before."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractScrollArea

from qst_station.gui.form_screen import FormScreen
from qst_station.gui.keys import Press
from qst_station.gui.review_words import form_cells
from qst_station.gui.screens import made, shown
from qst_station.gui.simulation_panel import moment_of
from tests.gui.conftest import Visit
from tests.gui.visit_frame import worn

BODY = (1084, 616)  # what the frame leaves of 1280 x 800


def press(action: str = "", text: str = "") -> Press:
    return Press(action=action, text=text, source="key", stamp_ns=1)


class Sheet:
    """A screen on a visit without an engine: what it sends is done at once."""

    def __init__(self, qtbot: Any, desk: Any, visit: Any, form: str) -> None:
        self.screen, self.desk, self.visit = FormScreen(desk), desk, visit
        visit.start(form)
        qtbot.addWidget(self.screen)
        self.screen.resize(*BODY)
        self.follow()
        self.screen.show()
        self.screen.grab()

    def follow(self) -> None:
        self.screen.show_status(self.visit.status())
        self.screen.tick(self.visit.t_ns)

    def press(self, *actions: str, text: str = "") -> None:
        for key in (*(press(text=digit) for digit in text), *(press(action) for action in actions)):
            assert self.screen.press(key)
            self.deliver()

    def deliver(self) -> None:
        while self.desk.sent:
            name, args = self.desk.sent.pop(0)
            self.visit.do(name, **args)
        self.follow()

    def why(self, reason: str) -> None:
        """Answer the question for a reason that is open."""
        self.desk.questions.pop()[1](reason)
        self.deliver()

    @property
    def held(self) -> dict[str, Any]:
        held: dict[str, Any] = self.visit.state.forms[-1].form.held()
        return held


def test_a_rating_is_digits_and_enter_and_the_anchors_stand_beside_it(qtbot: Any, desk: Any, visit: Any) -> None:
    sheet = Sheet(qtbot, desk, visit, "spontaneous_pain")
    assert "pain now" in sheet.screen.question.text()
    names = [child.accessibleName() for child in sheet.screen.number.findChildren(type(sheet.screen.question))]
    assert "0 = no pain\n10 = worst pain imaginable" in names
    sheet.press("enter", text="7")
    assert sheet.held["pain"].value == 7.0
    assert sheet.screen.number.text == ""
    sheet.press("enter")
    assert visit.status()["view"]["status"] == "done"


@pytest.mark.parametrize(
    ("window", "participant", "anchor"), [("en", "de", "kein Schmerz"), ("de", "en", "no pain"), ("de", "de", "")]
)
def test_what_the_participant_is_asked_is_in_their_language(
    qtbot: Any, qapp: Any, desk: Any, window: str, participant: str, anchor: str
) -> None:
    asked = {"en": "pain now", "de": "Schmerz jetzt"}
    with worn(qapp, language=window):
        sheet = Sheet(qtbot, desk, Visit(words=participant), "spontaneous_pain")
        lines = sheet.screen.question.text().split("\n")
        names = [child.accessibleName() for child in sheet.screen.number.findChildren(type(sheet.screen.question))]
    assert [asked[window] in lines[0], len(lines)] == [True, 1 + (window != participant)]
    assert asked[participant] in lines[-1]
    assert any(f"0 = {anchor}" in name for name in names)


def test_what_the_examiner_finds_is_in_the_language_of_the_window(qtbot: Any, desk: Any) -> None:
    sheet = Sheet(qtbot, desk, Visit(words="de"), "limb_context")
    assert sheet.screen.question.text() == "Minutes seated at rest"


@pytest.mark.parametrize(("action", "answer"), [("no", "no"), ("yes", "yes")])
def test_f_and_j_answer_an_item_and_the_next_comes(
    qtbot: Any, desk: Any, visit: Any, action: str, answer: str
) -> None:
    sheet = Sheet(qtbot, desk, visit, "css")
    first = sheet.screen.question.text()
    sheet.press(action)
    assert sheet.held["symptom-pain"].answer == answer
    assert sheet.screen.question.text() != first
    assert sheet.screen.tiles.isVisible() and sheet.screen.tiles.yes.text() == "YES"


def test_a_choice_is_one_digit_and_another_digit_is_none(qtbot: Any, desk: Any, visit: Any) -> None:
    sheet = Sheet(qtbot, desk, visit, "limb_context")
    sheet.press("enter", text="15")
    assert [tile.text() for tile in sheet.screen.options.tiles] == ["none worn", "taken off", "still on"]
    sheet.press(text="7")
    assert "none of the choices" in desk.said[-1] and "compression_removed" not in sheet.held
    sheet.press(text="2")
    assert sheet.held["compression_removed"].answer == "removed"


def test_words_are_typed_below_the_screen(qtbot: Any, desk: Any, visit: Any) -> None:
    sheet = Sheet(qtbot, desk, visit, "skin_temperature")
    sheet.press("enter")
    assert "Place" in desk.questions[-1][0]
    sheet.why("palm")
    assert sheet.held["place"].answer == "palm"
    assert sheet.screen.question.text() == "LEFT (control): Skin temperature"


def test_how_a_number_was_read_is_echoed_for_a_moment(
    qtbot: Any, desk: Any, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qst_station.gui.form_screen.ECHO_S", 600.0)  # it does not go while the computer stalls
    sheet = Sheet(qtbot, desk, visit, "skin_temperature")
    sheet.press("enter")
    sheet.why("palm")
    sheet.press("enter", text="324")
    assert sheet.held["unaffected"].value == 32.4
    assert sheet.screen.question.text() == "RIGHT (affected): Skin temperature"
    assert sheet.screen.echo.isVisible()
    assert sheet.screen.echo.text() == "✓ LEFT (control): Skin temperature\n32.4 °C"
    sheet.press(text="3")  # typing goes on at once
    assert not sheet.screen.echo.isVisible() and sheet.screen.number.text == "3"


def test_an_unusual_number_is_kept_with_a_reason_or_typed_again(qtbot: Any, desk: Any, visit: Any) -> None:
    sheet = Sheet(qtbot, desk, visit, "limb_context")
    sheet.press("enter", text="2")
    assert sheet.screen.doubt.isVisible() and "2 min is unusual" in sheet.screen.doubt.text()
    sheet.press("enter")
    assert "F or J" in desk.said[-1]
    sheet.press("no")
    assert not sheet.screen.doubt.isVisible() and sheet.screen.number.isVisible()
    sheet.press("enter", text="3")
    sheet.press("yes")
    sheet.why("as it is today")
    assert (sheet.held["rest_min"].value, sheet.held["rest_min"].reason) == (3.0, "as it is today")


def test_the_last_entry_is_corrected_with_a_reason(qtbot: Any, desk: Any, visit: Any) -> None:
    sheet = Sheet(qtbot, desk, visit, "css")
    sheet.press("exclude")
    assert "no entry" in desk.said[-1]
    sheet.press("yes", "exclude")
    sheet.why("misunderstood")
    assert "Asked again (misunderstood)" in sheet.screen.heading.text()
    sheet.press("no")
    assert [entry.answer for entry in visit.state.forms[-1].form.entries] == ["yes", "no"]


def test_an_earlier_entry_is_selected_with_the_arrows_and_corrected(qtbot: Any, desk: Any, visit: Any) -> None:
    sheet = Sheet(qtbot, desk, visit, "css")
    sheet.press("yes", "yes", "yes", "up", "up", "up")
    first = "Pain goes on and is out of proportion to what caused it"
    assert sheet.screen.heading.text().startswith(f"X corrects: {first}")
    sheet.press("down", "exclude")
    sheet.why("typing error")
    assert visit.state.forms[-1].form.reopened.field == "symptom-sensation"
    sheet.press("no")
    assert [sheet.held[f"symptom-{name}"].answer for name in ("pain", "sensation")] == ["yes", "no"]


def test_a_question_is_left_out_with_one_of_the_declared_reasons(qtbot: Any, desk: Any, visit: Any) -> None:
    sheet = Sheet(qtbot, desk, visit, "css")
    sheet.press("not_done")
    sheet.why("refused")
    assert sheet.held["symptom-pain"].declined == "refused"


def test_backspace_rubs_out_before_it_corrects(qtbot: Any, desk: Any, visit: Any) -> None:
    sheet = Sheet(qtbot, desk, visit, "spontaneous_pain")
    sheet.press("undo", text="7")
    assert sheet.screen.number.text == "" and desk.questions == []


def test_no_earlier_answer_is_on_the_screen(qtbot: Any, desk: Any, visit: Any) -> None:
    Sheet(qtbot, desk, visit, "spontaneous_pain").press("enter", "enter", text="7")
    later = Sheet(qtbot, desk, visit, "css")
    texts = [child.accessibleName() for child in later.screen.findChildren(type(later.screen.question))]
    assert not any("7" in text for text in texts)


@pytest.mark.parametrize("form", ["daily_nrs", "css", "limb_context", "skin_temperature"])
def test_nothing_scrolls_and_everything_has_its_place(qtbot: Any, desk: Any, visit: Any, form: str) -> None:
    sheet = Sheet(qtbot, desk, visit, form)
    view = visit.status()["view"]
    assert shown(view, "visit") == "form" and isinstance(made("form", desk), FormScreen)
    assert sheet.screen.findChildren(QAbstractScrollArea) == []
    assert sheet.screen.minimumSizeHint().width() <= BODY[0]
    assert sheet.screen.minimumSizeHint().height() <= BODY[1]
    assert sheet.screen.question.px() >= 40  # readable from afar
    assert [cap for _, cap, *_ in sheet.screen.legends()][-1] == "Esc"
    asked = moment_of(view)
    assert asked is not None and asked[1] == {"field": view["form"]["field"]}


def test_the_review_shows_measurements_under_the_question() -> None:
    row = {"form": "CSS", "asked": "Swelling is seen", "answer": "no", "reason": "", "evidence": ["girth 44 cm"]}
    assert form_cells(row) == [("CSS", "no", "Swelling is seen"), ("", "", "      measured: girth 44 cm")]
