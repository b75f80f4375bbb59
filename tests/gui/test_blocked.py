"""A stimulus of unknown force in a real visit: named on the screen, not applied, signed for at the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from qst_station.gui.keys import Press
from qst_station.gui.screen import TestScreen
from qst_station.gui.walk import Key, Walk

REQUEST = {
    "participant_id": "P-0123",
    "visit": "day-0",
    "affected_side": "right",
    "limb": "upper",
    "age_y": 45,
    "sex": "female",
    "kind": "real",
    "actor": {"who": "EX", "role": "examiner"},
}


def test_a_blocked_stimulus_is_signed_for_by_keys_alone(open_window: Callable[..., Walk]) -> None:
    walk = open_window()
    window = walk.window
    window.orders.actor = REQUEST["actor"]
    opened: list[object] = []
    window.orders.request("open_visit", opened.append, request=REQUEST)
    walk.until(lambda: bool(opened) and window.view is not None)
    window.turn_to("visit")
    walk.close_check_list()
    walk.start_next("MDT")
    screen = window.visit_screen()
    assert isinstance(screen, TestScreen)
    walk.until(screen.blocked.isVisible)
    assert "hair 16 mN must not be used" in screen.blocked.why.text()
    assert "sign for it" in {label for _, _, label, why_not in screen.legends() if not why_not}
    walk.key(Key.Key_Space)
    walk.until(lambda: "no certificate on record" in window.said.text())
    assert walk.view["phase"] == "ready"

    walk.key(Key.Key_O)
    for question, answer in (
        ("Sign for", "2"),
        ("Who signs", "1"),
        ("Name of the investigator", "Dr A"),
        ("Why", "set is at the laboratory"),
    ):
        walk.until(lambda question=question: question in window.question.question())
        walk.type(answer)
        if len(answer) > 1:
            walk.key(Key.Key_Return)
    walk.until(lambda: walk.view["blocked"] is None)
    walk.key(Key.Key_Space)
    walk.until(walk.phase("asking"))
    assert not screen.blocked.isVisible()
    screen.press(Press(action="yes", text="", source="key J", stamp_ns=window.client.clock.clock_ns))
    walk.until(lambda: walk.view["allowed"]["undo"] == "")
