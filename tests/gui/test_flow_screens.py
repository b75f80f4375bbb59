"""Check-list, rail, attempts and notes, as an examiner uses them: by keys, and by pointing alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from qst_station.gui import keys, screens
from qst_station.gui.checklist_screen import CheckListScreen
from qst_station.gui.noting import Notes, within_reach
from qst_station.gui.rail import Rail
from qst_station.session.events import DeviceNews
from qst_station.session.machine import step
from tests.gui.flow_screens import between, check_list, key, tried_three_times, typed
from tests.gui.visit_frame import worn

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def no_bounces(qapp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Touches of a test follow each other faster than a finger's."""
    monkeypatch.setattr(keys, "DEBOUNCE_NS", 0)


@pytest.fixture
def fresh(visit: Any) -> Any:
    """A visit with its check-list open."""
    return type(visit)(checked=False)


def shown(screen: Any, qtbot: Any) -> Any:
    qtbot.addWidget(screen)
    screen.resize(1000, 620)
    screen.show()
    return screen


# Check-list


def test_the_check_list_comes_first_and_goes_for_good(fresh: Any) -> None:
    assert screens.shown(fresh.status()["view"], "visit") == "checklist"
    assert screens.shown(fresh.status()["view"], "devices") == "devices"
    fresh.do("checked", reason="no time")
    assert screens.shown(fresh.status()["view"], "visit") == "between"


def test_space_confirms_what_only_the_examiner_knows(desk: Any, fresh: Any, qtbot: Any) -> None:
    made = shown(check_list(desk, fresh), qtbot)
    assert made.rows["rings_off"].words.text() == "Are rings and jewellery off?"
    made.at = "rings_off"
    made.press(key("space"))
    assert desk.sent == [("check", {"line": "rings_off", "state": "ok", "said": "yes", "reason": ""})]
    fresh.do("check", **desk.sent[0][1])
    made.show_status(fresh.status())
    assert made.rows["rings_off"].words.text() == "Rings and jewellery are off."
    assert "in order" in made.rows["rings_off"].accessibleName()
    made.at = "rings_off"
    made.press(key("space", stamp_ns=10**12))
    assert desk.sent[-1][1]["state"] == "open"


def test_digits_type_the_temperature_wherever_one_is(desk: Any, fresh: Any, qtbot: Any) -> None:
    made = shown(check_list(desk, fresh), qtbot)
    for text in "21,6":
        made.press(typed(text))
    made.press(key("undo"))
    made.press(typed("5"))
    assert made.at == "room_c"
    assert made.rows["room_c"].detail.text().startswith("21,5 °C")
    assert made.go.text() == "TAKE 21,5 °C"
    made.press(key("enter"))
    assert desk.sent == [("check", {"line": "room_c", "state": "ok", "said": "21,5", "reason": ""})]
    assert made.typed == ""


def test_an_unusual_temperature_asks_why_and_a_refused_one_stays_typed(desk: Any, fresh: Any, qtbot: Any) -> None:
    made = shown(check_list(desk, fresh), qtbot)
    for text in "16":
        made.press(typed(text))
    made.press(key("enter"))
    assert desk.sent == []
    question, answer = desk.questions[-1]
    assert "16 °C is unusual" in question
    desk.send = lambda name, press, done=None, **args: desk.sent.append((name, args))  # and it is refused
    answer("heating is off")
    assert desk.sent[-1][1]["reason"] == "heating is off"
    assert made.typed == "16"
    for text in "21":
        made.press(typed(text))
    assert made.typed == "21"


def test_going_on_with_open_lines_asks_why_and_enters_what_the_window_found(
    desk: Any, fresh: Any, qtbot: Any
) -> None:
    made = shown(check_list(desk, fresh), qtbot)
    made.press(key("enter"))
    question, answer = desk.questions[-1]
    assert "open lines. Why?" in question
    assert desk.suggested[-1][0] == "not available at this site"
    answer("participant is waiting")
    assert desk.sent == [
        ("check", {"line": "sound", "state": "open", "said": "no loudspeaker", "reason": ""}),
        ("check", {"line": "pedals", "state": "open", "said": "", "reason": ""}),
        ("checked", {"reason": "participant is waiting"}),
    ]
    for name, args in desk.sent:
        fresh.do(name, **args)
    assert fresh.state.checked is not None


def test_what_can_be_mended_leads_to_where_it_is_mended(desk: Any, fresh: Any, qtbot: Any) -> None:
    made = shown(check_list(desk, fresh), qtbot)
    made.at = "sound"
    made.press(key("space"))
    assert desk.said == ["silence"]
    made.at = "pedals"
    made.press(key("space", stamp_ns=10**12))
    assert desk.said == ["silence", "devices"]


def test_a_sound_that_is_off_on_purpose_is_in_order(desk: Any, fresh: Any) -> None:
    made = check_list(desk, fresh, sound=(True, "switched off on purpose"), learned=True)
    assert {line["id"] for line in made._lines if line["by"] == "window" and line["state"] == "ok"} == {
        "sound",
        "pedals",
    }


def test_the_whole_check_list_by_pointing_alone(desk: Any, fresh: Any, qtbot: Any) -> None:
    made = shown(check_list(desk, fresh, sound=(True, "on")), qtbot)
    QTest.mouseClick(made.rows["practice_area"], LEFT, pos=QPoint(60, 10))
    QTest.mouseClick(made.rows["rings_off"].button, LEFT)
    QTest.mouseClick(made.rows["room_c"], LEFT, pos=QPoint(60, 10))
    assert made.pad.isVisible()
    for glyph in ("2", "1"):
        QTest.mouseClick(made.pad.keys[glyph], LEFT)
    QTest.mouseClick(made.pad.enter, LEFT)
    assert [args["line"] for _, args in desk.sent] == ["practice_area", "rings_off", "room_c"]
    QTest.mouseClick(made.go, LEFT)
    assert "open lines. Why?" in desk.questions[-1][0]


# Rail


def pressed_rail(rail: Rail, label: str, site_role: str = "") -> None:
    place, _ = next(
        (place, row)
        for place, row in rail._places
        if row.step is not None and row.step["label"] == label and row.step["site_role"] in (site_role, "")
    )
    QTest.mouseClick(rail, LEFT, pos=place.center().toPoint())


def painted(rail: Rail, qtbot: Any, *, height: int = 620) -> Rail:
    qtbot.addWidget(rail)
    rail.resize(196, height)
    rail.grab()
    return rail


def test_the_rail_says_how_each_step_stands_and_why(visit: Any, qtbot: Any) -> None:
    visit.do("skip", step=0, reason="refused").start("MPT").do("pause", reason="")
    rail = painted(Rail(), qtbot)
    rail.show_steps(visit.status()["view"]["rail"], None, visit.status()["time"])
    said = rail.accessibleName()
    assert "Diary: skipped, refused" in said
    assert "MPT left hand: paused, paused by the examiner" in said
    assert "min per area (Rolke 2006)" in said


def test_a_stimulus_that_must_not_be_applied_blocks_its_step(visit: Any) -> None:
    plan, state = visit.plan, visit.state
    gated = type(visit)()
    gated.plan = type(plan)(
        **{
            **{name: getattr(plan, name) for name in type(plan).__slots__},
            "instruments": type(plan.instruments)(gate=True),
        }
    )
    gated.state = state
    ready = {row["test"]: row for row in gated.status()["view"]["rail"] if row["site_role"] == "control"}
    assert (ready["MDT"]["status"], ready["MDT"]["state"]) == ("ready", "blocked")
    assert ready["MDT"]["why"] == (
        "12 instruments must not be used, among them hair 16 mN: it has no certificate on record."
    ), "the one that it begins with"
    assert ready["MPS"]["state"] == "blocked", "whichever of its stimuli is drawn first"
    assert ready["VDT"]["state"] == "ready", "no instrument of the register lies under it"
    gated.start("MDT")
    row = next(row for row in gated.status()["view"]["rail"] if row["current"])
    assert (row["status"], row["state"]) == ("running", "blocked")
    assert row["why"] == "hair 16 mN must not be used: it has no certificate on record."


def test_a_lost_gauge_blocks_its_ramp(visit: Any) -> None:
    with_gauge = type(visit)()
    opening = {
        **with_gauge.plan.opening,
        "devices": [{"name": "algometer", "tests": ["PPT"], "probe_area_cm2": 1.0}],
    }
    with_gauge.plan = screens_plan(opening)
    news = DeviceNews(t_ns=1, device="algometer", what="lost", detail={})
    with_gauge.state, _ = step(with_gauge.plan, with_gauge.state, news)
    rows = [row for row in with_gauge.status()["view"]["rail"] if row["test"] == "PPT"]
    assert {(row["state"], row["why"]) for row in rows} == {("blocked", "the gauge algometer is lost")}


def screens_plan(opening: dict[str, Any]) -> Any:
    from qst_station.session.plan import plan_from_opening

    return plan_from_opening(opening, place="test")


def test_pointing_at_a_step_selects_it(desk: Any, visit: Any, qtbot: Any) -> None:
    made, rail = between(desk, visit), Rail()
    qtbot.addWidget(made)
    rail.chosen.connect(made.select)
    rail.show_steps(visit.status()["view"]["rail"], made.selected, visit.status()["time"])
    painted(rail, qtbot)
    pressed_rail(rail, "WUR", "affected")
    chosen = visit.status()["view"]["rail"][made.selected]
    assert (chosen["test"], chosen["site_role"]) == ("WUR", "affected")


def test_a_rail_without_room_shows_the_step_in_hand_and_pages_by_pointing(visit: Any, qtbot: Any) -> None:
    rail = Rail()
    rail.show_steps(visit.status()["view"]["rail"], 0, visit.status()["time"])
    painted(rail, qtbot, height=320)
    steps = [row.step["step"] for _, row in rail._places if row.step is not None]
    assert steps[0] == 0 and len(steps) < len(visit.plan.steps)
    seen = set(steps)
    for _ in range(20):
        place, row = rail._places[-1]
        if not row.more:
            break
        QTest.mouseClick(rail, LEFT, pos=place.center().toPoint())
        rail.grab()
        seen |= {row.step["step"] for _, row in rail._places if row.step is not None}
    assert seen == set(range(len(visit.plan.steps)))


@pytest.mark.parametrize("percent", [100, 200])
def test_the_word_beside_a_step_is_never_cut_off(
    visit: Any, qapp: Any, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    for index in range(len(visit.plan.steps)):
        visit.do("skip", step=index, reason="no time")
    cut: list[str] = []
    whole = QFontMetrics.elidedText

    def elided(metrics: QFontMetrics, text: str, mode: Any, width: int) -> str:
        said = whole(metrics, text, mode, width)
        cut.extend([said] if said != text else [])
        return said

    monkeypatch.setattr(QFontMetrics, "elidedText", elided)
    with worn(qapp, percent=percent, language="de"):
        rail = Rail()
        rail.resize(rail.width(), 620)
        rail.show_steps(visit.status()["view"]["rail"], None, None)
        assert "ausgelassen" in rail.accessibleName()
        rail.grab()
    assert cut == []


# Between the steps


def test_all_attempts_are_shown_without_a_value_and_another_is_made_to_count(
    desk: Any, visit: Any, qtbot: Any
) -> None:
    tried = tried_three_times(type(visit))
    index = tried.state.attempts[-1].step
    made = shown(between(desk, tried), qtbot)
    assert "VDT stopped: too painful: in the last two readings." in made.small.text()
    assert "Answers of attempt 3 saved: 1, the last at" in made.small.text()
    made.select(index)
    lines = made.state.text().splitlines()
    assert [line.endswith("COUNTS") for line in lines] == [False, True, False]
    assert "stopped, answers: 1 · too painful: in the last two readings" in lines[2]
    made.press(key("count"))
    question, answer = desk.questions[-1]
    assert question == "Why does attempt 1 count?"
    answer("repeated by mistake")
    assert desk.sent == [("count_attempt", {"step": index, "attempt": 1, "reason": "repeated by mistake"})]
    tried.do(*desk.sent[0][:1], **desk.sent[0][1])
    made.show_status(tried.status())
    assert made.state.text().splitlines()[0].endswith("COUNTS: repeated by mistake")


def test_without_another_finished_attempt_nothing_is_asked(desk: Any, visit: Any) -> None:
    made = between(desk, visit)
    made.press(key("count"))
    assert desk.said == ["there is no other finished attempt"]
    assert "count" not in [name for name, *_ in made.legends()]


# Notes


class Window:
    """As much of the window as the notes need."""

    def __init__(self, desk: Any) -> None:
        self.desk, self.confirmed = desk, []  # type: Any, list[str]
        self.send, self.inquire, self.say = desk.send, desk.inquire, desk.say

    def confirm(self, text: str) -> None:
        self.confirmed.append(text)


def noted(desk: Any) -> Callable[[str], None]:
    answer: Callable[[str], None] = desk.questions[-1][1]
    return answer


def test_two_presses_note_a_code_and_words_may_follow(desk: Any, visit: Any) -> None:
    window = Window(desk)
    notes = Notes(window)  # type: ignore[arg-type]
    view = visit.start("MDT").do("begin").status()["view"]
    notes.ask(key("note"), "deviation", view)
    assert desk.questions[-1][0] == "Deviation"
    noted(desk)("stimulus slipped")
    assert desk.sent == [("deviation", {"code": "slipped", "text": ""})]
    assert window.confirmed == ["Noted: stimulus slipped."]
    notes.ask(key("note"), "deviation", view)
    assert "stimulus slipped is noted. Words for it" in desk.questions[-1][0]
    noted(desk)("twice")
    notes.ask(key("adverse"), "adverse", view)
    noted(desk)("tingling in the thumb")
    assert desk.sent[1:] == [
        ("deviation", {"code": "slipped", "text": "twice"}),
        ("adverse", {"code": "other", "text": "tingling in the thumb"}),
    ]
    for name, args in desk.sent:
        visit.do(name, **args)
    assert [note.code for note in visit.state.notes[1:]] == ["slipped", "slipped", "other"]


def test_words_after_the_next_answer_are_about_something_else(desk: Any, visit: Any) -> None:
    notes = Notes(Window(desk))  # type: ignore[arg-type]
    visit.start("MDT").do("begin")
    notes.ask(key("note"), "deviation", visit.status()["view"])
    noted(desk)("stimulus slipped")
    visit.do("answer", yes=True)
    notes.ask(key("note"), "deviation", visit.status()["view"])
    assert desk.questions[-1][0] == "Deviation"


def test_a_digit_says_why_it_is_paused_and_the_keys_go_on(desk: Any, visit: Any, qtbot: Any) -> None:
    window = Window(desk)
    made = between(desk, visit.start("MDT").do("pause", reason=""))
    made._notes = Notes(window)  # type: ignore[arg-type]
    shown(made, qtbot)
    assert made.do.text() == "Paused"
    QTest.mouseClick(made.why_paused.tiles[1], LEFT)
    made.press(typed("1"))
    assert desk.sent == [("explain", {"code": "pain", "text": ""}), ("explain", {"code": "rest", "text": ""})]
    assert not made.press(typed("9"))
    visit.do("explain", code="rest", text="")
    made.show_status(visit.status())
    assert made.do.text() == "Paused: participant rests"


def test_why_it_was_stopped_is_asked_after_it_was(desk: Any, visit: Any) -> None:
    notes = Notes(Window(desk))  # type: ignore[arg-type]
    notes.ask_why_stopped(key("stop"), visit.start("MDT").status()["view"])
    assert desk.questions[-1][0] == "STOPPED. Why?"
    noted(desk)("too painful")
    noted(desk)("fire alarm")
    assert desk.sent == [
        ("explain", {"code": "too_painful", "text": ""}),
        ("explain", {"code": "other", "text": "fire alarm"}),
    ]


@pytest.mark.parametrize("test", ["MDT", "MPS", "WUR", "PPT", "FIG8", "css"])
def test_both_notes_are_within_reach_on_every_screen_and_stop_stays_last(visit: Any, test: str) -> None:
    view = visit.start(test).status()["view"]
    legends = within_reach(view, [("pause", "P", "pause", ""), ("stop", "Esc", "STOP", "")])
    assert [name for name, *_ in legends] == ["pause", "note", "adverse", "stop"]
    assert [why for *_, why in legends] == ["", "", "", ""]
    closed = type(visit)().do("finish", reason="end").status()["view"]
    assert within_reach(closed, [("enter", "Enter", "leave", "")]) == [("enter", "Enter", "leave", "")]


def test_a_check_list_that_was_just_closed_keeps_still(desk: Any, fresh: Any) -> None:
    made: CheckListScreen = check_list(desk, fresh)
    made.show_status(fresh.do("checked", reason="x").status())
    assert made.typed == ""
