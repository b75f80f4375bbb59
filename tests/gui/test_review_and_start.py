"""Review cells, closing words, the start form, the simulated participant's moments."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from qst_station.gui.fitted_text import unbroken
from qst_station.gui.head_line import HeadLine, visit_mark
from qst_station.gui.keys import Press
from qst_station.gui.profile_plot import ProfilePlot, drawn_z
from qst_station.gui.review_screen import ReviewScreen
from qst_station.gui.review_words import closing_words, signed_words, value_cells
from qst_station.gui.simulation_panel import moment_of
from qst_station.gui.start_screen import StartScreen
from tests.gui.conftest import Visit

Key = Qt.Key
ROW = {
    "parameter": "PPT",
    "site_role": "affected",
    "side": "right",
    "value": None,
    "unit": "kPa",
    "censored": "high",
    "bound": 1000.0,
    "z": None,
    "reason": "no pain up to the safety limit",
    "detectability": "loss",
    "painful_strokes": -1,
}
STUDY = {
    "id_help": "P-0123",
    "visits": [{"name": "day-0", "title": "Day 0"}, {"name": "day-60", "title": "Day 60"}],
    "sites": [],
}


def test_a_censored_value_is_a_bound_and_never_a_number() -> None:
    assert value_cells(ROW) == (
        "PPT",
        "test area, right",
        "≥ 1000 kPa",
        "",
        "no pain up to the safety limit; norms cannot show loss",
    )


@pytest.mark.parametrize(("z", "cell"), [(2.5, "+2.50 ▲"), (-2.5, "−2.50 ▼"), (0.3, "+0.30"), (None, "")])
def test_z_beyond_the_band_has_a_mark(z: float | None, cell: str) -> None:
    assert value_cells({**ROW, "z": z})[3] == cell
    assert drawn_z({**ROW, "z": z}) == z


def test_saved_is_said_only_once_the_file_is_verified() -> None:
    finding = {"happened": "Disk full.", "safe": "Safe.", "remedy": "Free space."}
    before = [closing_words(False, None), closing_words(True, None), closing_words(True, {"state": "running"})]
    failed = closing_words(True, {"state": "failed", "finding": finding})
    assert not any("saved" in words for words in [*before, failed])
    assert "Disk full." in failed
    assert closing_words(True, {"state": "done", "path": "x.h5"}) == "✓ saved: x.h5, verified"


def test_what_was_signed_for_is_said_once_for_each_signature() -> None:
    by = {"signed_by": "Dr A", "role": "investigator", "reason": "set at the laboratory"}
    said = signed_words([{"instrument": "hair 16 mN", **by}, {"instrument": "hair 32 mN", **by}])
    assert len(said) == 1 and "Dr A (investigator): hair 16 mN, hair 32 mN. set at" in said[0]
    assert signed_words([]) == []


def test_the_picture_of_a_visit_that_is_not_real_says_so(qtbot: Any, visit: Any) -> None:
    def plotted(**kind: Any) -> bytes:
        plot = ProfilePlot()
        qtbot.addWidget(plot)
        plot.resize(460, 420)
        plot.set_rows([{**ROW, "parameter": "MDT", "z": 1.0}])
        plot.set_mark(visit_mark({**visit.status()["view"], **kind}))
        image = plot.grab().toImage()  # it must live as long as its bits are read
        return bytes(image.constBits())

    kinds: tuple[Any, ...] = (
        {"kind": "real"},
        {"kind": "practice"},
        {"kind": "simulated"},
        {"kind": "practice", "training": {"tests": ["VDT"]}},
    )
    assert len({plotted(**kind) for kind in kinds}) == len(kinds)


def test_the_head_names_a_place_only_while_a_step_is_open(visit: Any, qtbot: Any) -> None:
    head = HeadLine()
    qtbot.addWidget(head)
    places = []
    visit.start("VDT").do("begin")
    for number in (7.0, 7.0, 7.0):
        head.show_view(visit.status()["view"])
        places.append(head.where.text())
        visit.do("rate", value=number)
    assert all(unbroken("LEFT HAND") in place for place in places)
    head.show_view(visit.do("undo", reason="").do("pause", reason="").status()["view"])
    assert unbroken("LEFT HAND") in head.where.text()
    head.show_view(visit.do("resume").do("rate", value=7.0).status()["view"])
    assert head.where.text() == "", "what comes next may be at the other hand"


def test_only_the_one_who_runs_the_visit_signs(qtbot: Any, desk: Any, visit: Any) -> None:
    for i in range(len(visit.plan.steps)):
        visit.do("skip", step=i, reason="for the test")
    screen = ReviewScreen(desk, lambda: None, lambda: None, lambda: ({"who": "AB", "role": "examiner"}, ""))
    qtbot.addWidget(screen)
    screen.status = visit.status()
    screen.enter()
    screen.show_status(visit.status())
    screen.press(Press(action="enter", text="", source="key", stamp_ns=1))
    sign = desk.questions[0][1]
    sign("XY")
    assert ("finish", {"reason": ""}) not in desk.sent
    sign("AB")
    assert desk.sent[-1] == ("finish", {"reason": ""})


def test_the_form_is_filled_by_keyboard_alone(qtbot: Any) -> None:
    requests: list[Any] = []
    form = StartScreen(requests.append, lambda folder: None, lambda folder: None)
    qtbot.addWidget(form)
    form.show_study(STUDY)
    form.show()
    form.activateWindow()
    form.participant.setFocus()
    qtbot.waitUntil(form.participant.hasFocus)
    right = Key.Key_Right
    for keys in ("P-0001", Key.Key_Down, right, right, "52", right, right, right, "AB", right):
        focus = form.focusWidget()
        assert focus is not None
        if isinstance(keys, str):
            QTest.keyClicks(focus, keys)
        else:
            QTest.keyClick(focus, keys)
        QTest.keyClick(focus, Key.Key_Return)
    assert requests == []
    QTest.keyClick(form.focusWidget(), Key.Key_Return)
    assert requests[0]["participant_id"] == "P-0001"
    assert (requests[0]["visit"], requests[0]["affected_side"], requests[0]["limb"]) == ("day-0", "left", "upper")
    assert (requests[0]["age_y"], requests[0]["sex"], requests[0]["kind"]) == (52, "female", "real")
    assert requests[0]["actor"] == {"who": "AB", "role": "examiner"}
    assert requests[0]["enrol"] == {"dominance": "left", "control_limb": "valid", "site": ""}


def test_of_several_sets_of_a_kind_one_must_be_chosen(qtbot: Any) -> None:
    form = StartScreen(lambda request: None, lambda folder: None, lambda folder: None)
    qtbot.addWidget(form)
    form.show()
    form.show_sets({"hair": ["hair-A"], "pinprick": ["pin-A", "pin-B"]})
    assert not form.sets.lists["hair"].isVisible() and form.sets.lists["pinprick"].isVisible()
    assert form.sets.missing() is not None and "pinpricks" in form.sets.missing()[0]
    form.sets.lists["pinprick"].setCurrentIndex(2)
    assert form.sets.missing() is None
    assert form.sets.request() == {"hair_set": "", "pinprick_set": "pin-B"}
    form.show_sets({"hair": [], "pinprick": ["pin-A"]})
    assert not form.sets.isVisible() and form.sets.request() == {"hair_set": "", "pinprick_set": ""}


def test_nothing_clinical_has_a_silent_default(qtbot: Any) -> None:
    form = StartScreen(lambda request: None, lambda folder: None, lambda folder: None)
    qtbot.addWidget(form)
    form.show_study(STUDY)
    assert [f.value() for f in (form.side, form.limb, form.sex, form.kind)] == ["", "", "", ""]
    form.participant.setText("P-0001")
    form.visit.setCurrentIndex(1)
    assert form.request() is None
    assert "affected side" in form.missing.text()


@pytest.mark.parametrize("age", ["4o", "121", "-3", "٣"])
def test_an_age_that_is_none_is_refused(qtbot: Any, age: str) -> None:
    form = StartScreen(lambda request: None, lambda folder: None, lambda folder: None)
    qtbot.addWidget(form)
    form.show_study(STUDY)
    form.participant.setText("P-0001")
    form.visit.setCurrentIndex(1)
    form.side.choose("left")
    form.limb.choose("upper")
    form.age.setText(age)
    assert form.request() is None
    assert "Age" in form.missing.text()


def test_the_participant_is_asked_once_for_each_stimulus(visit: Any) -> None:
    assert moment_of(visit.start("MDT").status()["view"]) is None
    first = moment_of(visit.do("begin").status()["view"])
    assert first is not None
    assert first == moment_of(visit.status()["view"])
    assert first[1] == {
        "stimulus": {"test": "MDT", "site_role": "control", "id": visit.status()["view"]["stimulus"]["id"]}
    }
    second = moment_of(visit.do("answer", yes=True).status()["view"])
    assert second is not None
    assert second[0] != first[0]


def test_an_unfinished_visit_needs_initials_and_can_be_resumed_or_sealed(qtbot: Any) -> None:
    taken: list[tuple[str, str]] = []
    form = StartScreen(
        lambda request: None,
        lambda folder: taken.append(("resume", folder)),
        lambda folder: taken.append(("seal", folder)),
    )
    qtbot.addWidget(form)
    form.show_study(STUDY)
    visit = {
        "folder": "a",
        "participant": "P-0001",
        "visit": "day-0",
        "rows": 12,
        "next": "closed but not sealed",
        "view": None,
        "answer_utc": "",
        "resumable": True,
    }
    form.show_unfinished([visit, {**visit, "folder": "b", "resumable": False}])
    buttons = [b for b in form.findChildren(QPushButton) if "P-0001" in b.accessibleName()]
    resume, seal, not_resumable, _ = buttons
    resume.click()
    assert taken == []
    assert "initials" in form.missing.text()
    form.initials.setText("AB")
    resume.click()
    seal.click()
    assert taken == [("resume", "a"), ("seal", "a")]
    assert not not_resumable.isEnabled()


def following(qtbot: Any, visit: Visit) -> str:
    """What the start page says of a visit that was left as it stands."""
    form = StartScreen(lambda request: None, lambda folder: None, lambda folder: None)
    qtbot.addWidget(form)
    status = visit.status()
    row = {"folder": "a", "participant": "P-0001", "visit": "day-0", "rows": 12, "next": "", "resumable": True}
    form.show_unfinished([{**row, "view": status["view"], "answer_utc": status["saved"]["answer_utc"]}])
    return next(label.text() for label in form.findChildren(QLabel) if "next: " in label.text())


def test_an_unfinished_visit_says_where_it_goes_on_as_the_page_of_a_pause_does(visit: Visit, qtbot: Any) -> None:
    said = following(qtbot, visit.start("WUR").do("begin").do("rate", value=4.0))
    assert "next: WUR, left hand (control)\nAnswers of this test saved: 1, the last at " in said
    assert said.endswith("The number of the single touch is kept. It goes on at the train of repeat 1 of 5.")
    said = following(qtbot, visit.do("stop", reason=""))
    assert (
        "next: Pain by the diary" in said and "\nAnswers saved: 1, the last at " in said and "goes on" not in said
    )
