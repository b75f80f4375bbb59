"""Words, forms and pages of the register and of a calibration, without an engine."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTableWidget, QWidget

from qst_station.calibrating.set_document import example, load_set
from qst_station.calibrating.validity import State
from qst_station.gui import calibration_words as words
from qst_station.gui import theme
from qst_station.gui import words as speech
from qst_station.gui.calibration_forms import ConditionsForm, ReferenceForm
from qst_station.gui.calibration_screen import CalibrationScreen, step_of
from qst_station.gui.instrument_detail import entry_cells
from qst_station.gui.instrument_forms import document_of, filled_in
from qst_station.gui.instruments_screen import InstrumentsScreen, notice_words, row_cells
from qst_station.gui.plain_table import Cell
from qst_station.gui.readings_page import ReadingsPage, refused_cells
from tests.gui.calibration_parts import packaged, reading

INSTRUMENT = {
    "id": "hair-64",
    "kind": "hair",
    "nominal_mn": 64.0,
    "measured_mn": 62.13,
    "expanded_mn": 1.34,
    "state": "expired",
    "due": "2026-01-02",
    "uses_since_rest": 14,
    "certificate": "INCA-01-2026-0003",
}
DO = {"key": "press", "say": "Press.", "role": "", "of": 10, "wait_s": 0.0, "may_finish": False, "input": "press"}
TASK = {"series": 1, "direction": "", "load": None, "repeat": 3, "angle_deg": 0.0}


def view(**more: Any) -> dict[str, Any]:
    """The parts of a calibration view that the page of readings looks at."""
    plain = {
        "do": {**DO, "unit": "g", "task": TASK},
        "device": "balance",
        "device_state": "connected",
        "live": {"value": 6.5, "unit": "g", "stable": True, "overloaded": False, "age_s": 0.1},
        "pressing": None,
        "readings": [],
        "strays": [],
        "chart": None,
        "problems": [],
    }
    return {**plain, **more}


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def screens(qapp: QApplication, qtbot: Any, desk: Any) -> list[QWidget]:
    """Both screens, as they are dressed in the program."""
    theme.dress(qapp)
    theme.dress_forms(qapp)
    made: list[QWidget] = [
        InstrumentsScreen(desk, lambda one, kind: None, lambda one: None, lambda: None),
        CalibrationScreen(desk, lambda: {"who": "AB", "role": "examiner"}, lambda: None, lambda: None),
    ]
    for screen in made:
        qtbot.addWidget(screen)
    return made


def test_every_state_of_the_register_has_a_word_and_a_mark_of_its_own() -> None:
    said = [words.state_words(state.value) for state in State]
    assert len({text[0] for text in said}) == len(said)
    assert all(state.value.replace("_", " ") in text for state, text in zip(State, said, strict=True))


def test_a_row_says_state_due_date_uses_and_certificate() -> None:
    cells = row_cells(INSTRUMENT)
    texts = [cell.text if isinstance(cell, Cell) else cell for cell in cells]
    assert texts == ["hair-64", "64", "62.1 ± 1.3", "■ expired", "2026-01-02", "14", "INCA-01-2026-0003"]


def test_what_the_sponsor_has_not_set_is_said_and_an_unconfirmed_default_is_called_unverified() -> None:
    hair = packaged("hair")
    settings = {setting["name"]: words.setting_words(setting) for setting in hair["settings"]}
    assert settings["tolerance"][2] == "UNVERIFIED default"
    assert settings["correction_limit"][1:] == ("–", "NOT SET: the sponsor must set it")
    assert settings["coverage_probability"][2] == "published"
    warned = words.warning_words(hair)
    assert "correction limit" in warned
    assert f"{len(hair['unverified'])} UNVERIFIED defaults in use: tolerance" in warned


def test_a_rule_that_nobody_set_is_no_rule() -> None:
    none = {"recalibrate_after_days": None, "due_soon_days": None, "check_every_days": None, "set_by": ""}
    assert "NOT SET" in words.due_words(none)
    assert words.due_words({**none, "check_every_days": 1, "set_by": "sponsor"}) == (
        "interval NOT SET, check on each day of use (sponsor)"
    )


@pytest.mark.parametrize(
    ("kind", "event", "details"),
    [
        (
            "calibrated",
            {
                "certificate": "C-1",
                "date": "2026-03-01",
                "verdict": "pass_with_correction",
                "measured_mn": 63.21987654321098,
                "expanded_mn": 1.5123456789012345,
                "coverage_factor": 2.0123456789,
                "document": "{}",
            },
            "measured 63.2 ± 1.5 mN, certificate: C-1, date: 2026-03-01, verdict: pass with correction, "
            "coverage factor: 2.01",
        ),
        (
            "calibrated",
            {"certificate": "C-2", "measured_mn": 63.21987654321098, "expanded_mn": None, "coverage_factor": None},
            "measured 63.22 mN, certificate: C-2",
        ),
        (
            "checked",
            {"result": "warn", "what": "66 mN", "value_mn": 66.04999999999998},
            "result: warn, what: 66 mN, value: 66.05 mN",
        ),
        (
            "due_rule_set",
            {"due": {"recalibrate_after_days": 90, "check_every_days": None, "set_by": "sponsor"}},
            "due: calibrate every 90 days (sponsor)",
        ),
        ("used", {"times": 12}, "times: 12"),
    ],
)
def test_what_the_register_says_is_rounded_and_in_words(kind: str, event: dict[str, Any], details: str) -> None:
    entry = {"utc": "2026-03-01T09:00:00+00:00", "who": "EX", "kind": kind, "event": event}
    assert entry_cells(entry) == ("2026-03-01", "EX", kind.replace("_", " "), details)


def test_an_entry_is_told_in_the_language_of_the_window() -> None:
    entry = {
        "utc": "2026-03-01T09:00:00+00:00",
        "who": "EX",
        "kind": "checked",
        "event": {"result": "pass", "what": "pass", "value_mn": -0.12345678},
    }
    speech.speak("de")
    try:
        details = entry_cells(entry)[3]
    finally:
        speech.speak("en")
    assert details == "Ergebnis: bestanden, was: bestanden, Wert: -0.1235 mN"


TEXT = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=20
).filter(str.strip)


@given(serial=TEXT, owner=TEXT)
def test_a_filled_in_example_is_a_set_document_whatever_is_typed(serial: str, owner: str) -> None:
    text = filled_in(example("optihair2"), serial=serial, owner=owner, set_name="set-A")
    document = load_set(text, place="test")
    assert (document.serial, document.owner, len(document.members())) == (serial, owner, 12)


@given(serial=TEXT, nominal=st.floats(0.1, 9999.0).map(lambda mn: f"{mn:.4f}"))
def test_the_form_of_one_instrument_gives_a_document_with_its_own_certificate(serial: str, nominal: str) -> None:
    fields = {"kind": "reference_mass", "id": "M-1", "model": "E2", "serial": serial, "owner": "site"}
    more = {"source": "label", "nominal": nominal, "certificate": "D-K-1", "laboratory": "Lab"}
    document = load_set(document_of({**fields, **more, "certified_on": "2026-05-02"}), place="test")
    (one,) = document.members()
    assert (one.serial, one.nominal_mass_g) == (serial, float(nominal))
    assert document.instruments[0].certificate is not None


def test_every_field_list_and_table_has_a_name_and_every_button_a_word(screens: list[QWidget]) -> None:
    for screen in screens:
        for kind in (QLineEdit, QComboBox, QTableWidget):
            for widget in screen.findChildren(kind):
                inside_list = isinstance(widget.parent(), QComboBox)
                assert inside_list or widget.accessibleName(), f"{widget} of {screen} has no name"
        assert all(button.text() for button in screen.findChildren(QPushButton))


def test_the_screens_fit_on_a_small_laptop(screens: list[QWidget]) -> None:
    for screen in screens:
        least = screen.minimumSizeHint()
        assert least.width() <= 1024, screen
        assert least.height() <= 768 - 64 - 76 - 62, screen  # beside head line, lower edge and a finding


def test_conditions_that_are_no_numbers_are_refused_at_the_field(qtbot: Any, sent: list[Any]) -> None:
    form = ConditionsForm(sent.append, lambda: None)
    qtbot.addWidget(form)
    form.begin({"method": packaged("hair"), "material": "nylon", "conditions": []})
    assert "UNVERIFIED" in form.limits.text()
    form.temperature.setText("22,5")
    form.humidity.setText("4o")
    form.accept.click()
    assert sent == []
    assert "relative humidity" in form.missing.text()
    form.humidity.setText("48")
    form.accept.click()
    assert sent == [{"kind": "conditions", "note": "", "temperature_c": 22.5, "humidity_percent": 48.0}]


def test_a_refused_room_is_told_with_its_remedy(qtbot: Any, sent: list[Any]) -> None:
    form = ConditionsForm(sent.append, lambda: None)
    qtbot.addWidget(form)
    refused = {"code": "conditions.humidity", "happened": "The humidity is 70 %.", "remedy": "Wait."}
    form.begin({"method": packaged("hair"), "material": "nylon", "conditions": [{"refused": refused}]})
    assert form.missing.text() == "▲ The humidity is 70 %. Wait."


def test_a_standard_is_entered_once_and_offered_for_the_next_item(qtbot: Any, sent: list[Any]) -> None:
    form = ReferenceForm(sent.append, lambda: None)
    qtbot.addWidget(form)
    form.show()
    due = {"do": {"role": "balance"}, "references": []}
    form.begin(due)
    entered = ("b-1", "D-K-1", "2027-05-02", "", "0.0002", "2", "0.0001")
    for field, text in zip(form.fields.values(), entered, strict=True):
        field.setText(text)
    form.fields["due"].setText("2 May 2027")
    form.accept.click()
    assert sent == []
    form.fields["due"].setText("2027-05-02")
    form.accept.click()
    assert sent[0]["expanded"] == 2e-4
    assert "nominal" not in sent[0]
    form.begin(due)
    assert form.fields["certificate"].text() == "D-K-1"
    form.begin({"do": {"role": "check_mass"}, "references": []})
    assert form.fields["certificate"].text() == ""


def test_a_certified_mass_is_not_taken_for_thousands_and_offered_again_with_every_digit(
    qtbot: Any, sent: list[Any]
) -> None:
    form = ReferenceForm(sent.append, lambda: None)
    qtbot.addWidget(form)
    form.show()
    due = {"do": {"role": "check_mass"}, "references": []}
    form.begin(due)
    entered = ("m-50", "D-K-2", "2027-05-02", "49,999", "0,00001", "2", "")
    for field, text in zip(form.fields.values(), entered, strict=True):
        field.setText(text)
    form.accept.click()
    assert sent == [] and "49,999 may be 49999 or 49,9990" in form.missing.text()
    for typed, offered in (("49,9990", "49.9990"), ("50,000023", "50.000023")):
        form.fields["nominal"].setText(typed)
        form.accept.click()
        assert sent[-1]["nominal"] == float(offered)
        form.begin(due)
        assert (form.fields["nominal"].text(), form.fields["expanded"].text()) == (offered, "0.00001")
    form.accept.click()
    assert sent[-1] == sent[-2]


def test_refused_readings_are_listed_newest_first_with_their_reason() -> None:
    problem = {"code": "reading.unstable", "happened": "It had not settled.", "remedy": "Wait."}
    shown = refused_cells(
        view(
            readings=[
                reading(1, 6.5),
                reading(2, 6.4, used=False, excluded="slipped"),
                reading(3, 6.0, used=False, refused=problem),
            ],
            strays=[{"t_s": 40.0, "value": 1.0, "unit": "g", "due": "zero"}],
        )
    )
    assert [cells[0] for cells in shown] == ["✕", "✕ 3", "✕ 2"]
    assert shown[1][3] == "It had not settled."
    assert shown[2][3] == "excluded: slipped"


@pytest.fixture
def readings_page(qtbot: Any, desk: Any, sent: list[Any]) -> ReadingsPage:
    page = ReadingsPage(desk, sent.append, lambda: None, lambda reason: None)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.mark.parametrize(
    ("live", "digits", "mark"),
    [
        ({}, "6.5 g", "● stable"),
        ({"stable": False}, "6.5 g", "◌ moving"),
        ({"overloaded": True}, "OVERLOAD", "■ take the load off"),
        ({"value": -0.0003}, "−0.0003 g", "● stable"),
        ({"value": None}, "–", "◌ not settled"),
        ({"age_s": 3.0}, "–", "▲ no reading for 3 s"),
    ],
)
def test_the_display_never_shows_an_old_or_an_overloaded_value(
    readings_page: ReadingsPage, live: dict[str, Any], digits: str, mark: str
) -> None:
    plain = view()
    readings_page.show_view(view(live={**plain["live"], **live}))
    assert (readings_page.live.text(), readings_page.mark.text()) == (digits, mark)


def test_a_lost_balance_shows_no_number(readings_page: ReadingsPage) -> None:
    readings_page.show_view(view(device_state="lost"))
    assert readings_page.live.text() == "–"
    assert "LOST" in readings_page.mark.text()


def test_the_load_that_is_due_goes_with_the_reading_and_can_be_corrected(
    readings_page: ReadingsPage, sent: list[Any]
) -> None:
    loaded = {**DO, "key": "load", "input": "take", "unit": "N", "task": {**TASK, "load": 5000.0}}
    readings_page.show_view(view(do=loaded))
    readings_page.take.click()
    readings_page.load.setText("10000")
    readings_page.take.click()
    assert sent == [{"kind": "take", "load": 5000.0}, {"kind": "take", "load": 10000.0}]


def test_what_is_typed_stays_while_the_status_comes_in(readings_page: ReadingsPage, sent: list[Any]) -> None:
    typed = {**DO, "input": "type", "unit": "g", "task": TASK}
    readings_page.show_view(view(do=typed))
    readings_page.value.setText("6.4")
    readings_page.show_view(view(do=typed))
    readings_page.type.click()
    assert sent == [{"kind": "typed", "value": 6.4, "unit": "g", "load": None}]
    readings_page.value.setText("6.4 g")
    readings_page.type.click()
    assert len(sent) == 1


def test_an_unfit_reading_offers_to_say_that_the_item_is_the_right_one(
    readings_page: ReadingsPage, desk: Any, sent: list[Any]
) -> None:
    problem = {"code": "reading.does_not_fit", "happened": "The device shows 3 g.", "remedy": "Look."}
    readings_page.show_view(view(problems=[problem]))
    assert "3 g" in readings_page.problem.text()
    readings_page.identified.click()
    desk.questions[0][1]("label read again")
    assert sent == [{"kind": "identified", "text": "label read again"}]


@pytest.mark.parametrize(
    ("key", "step"),
    [("conditions", "conditions"), ("reference", "reference"), ("zero", "readings"), ("done", "result")],
)
def test_each_thing_that_is_due_has_its_step(key: str, step: str) -> None:
    assert step_of({"do": {"key": key}}) == step


def test_a_damaged_register_is_told_above_the_list() -> None:
    damage = {
        "happened": "Row 7 is damaged.",
        "safe": "The rows before are as they were.",
        "remedy": "Restore it.",
    }
    told = notice_words({"instruments": [INSTRUMENT], "findings": [damage]})
    assert told == "▲ Row 7 is damaged. The rows before are as they were. Restore it."
    assert notice_words({"instruments": [INSTRUMENT], "findings": []}) == ""
    assert "empty" in notice_words({"instruments": [], "findings": []})


def test_nothing_is_changed_by_nobody(qtbot: Any, desk: Any) -> None:
    begun: list[Any] = []
    screen = InstrumentsScreen(desk, lambda one, kind: begun.append(kind), begun.append, lambda: None)
    qtbot.addWidget(screen)
    rule = {"recalibrate_after_days": None, "due_soon_days": None, "check_every_days": None, "set_by": ""}
    more = {"model": "M", "serial": "S", "set_name": "", "slot": None, "marking": "", "owner": "O", "reason": ""}
    rest = {"remedy": "", "due_rule": rule, "nominal_gf": 6.5, "nominal_log_units": None}
    screen.show_register({"instruments": [{**INSTRUMENT, **more, **rest}], "findings": []})
    screen.calibrate.click()
    assert begun == []
    assert desk.said == ["Type your initials first."]
    screen.initials.setText("AB")
    screen.calibrate.click()
    assert begun == ["hair"]
