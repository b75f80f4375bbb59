"""Space on the check-list: one line for one tap, and on to the next that is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qst_station.gui import keys
from tests.gui.conftest import Visit
from tests.gui.flow_screens import check_list, key


def test_a_second_tap_of_space_confirms_no_line_that_nobody_has_read(desk: Any, qtbot: Any) -> None:
    fresh = Visit(checked=False)
    made = check_list(desk, fresh)
    qtbot.addWidget(made)
    made.at = "practice_area"
    assert made._waiting()[0]["id"] != "practice_area"  # a line above is open too

    def sent(name: str, press: Any, done: Callable[[], None] | None = None, **args: Any) -> None:
        desk.sent.append((name, args))
        made.show_status(fresh.do(name, **args).status())
        assert done is not None
        done()

    desk.send = sent
    first_ns = 10**12
    made.press(key("space", stamp_ns=first_ns))
    assert made.at == "rings_off"  # the next below
    made.press(key("space", stamp_ns=first_ns + keys.DOUBLE_PRESS_NS - 1))
    assert [args["line"] for _, args in desk.sent] == ["practice_area"]
    assert desk.said == ["Pressed twice: one answer was taken."]
    made.press(key("space", stamp_ns=first_ns + keys.DOUBLE_PRESS_NS))
    assert [args["line"] for _, args in desk.sent] == ["practice_area", "rings_off"]


def test_space_stands_on_the_selected_line_only(desk: Any, qtbot: Any) -> None:
    made = check_list(desk, Visit(checked=False))
    qtbot.addWidget(made)
    made.resize(1000, 620)
    made.show()
    made.press(key("down"))
    keyed = {line for line, row in made.rows.items() if row.button.isVisible() and row.button.keyed}
    assert keyed == {made.at} and made.rows[made.at].button.isVisible()
