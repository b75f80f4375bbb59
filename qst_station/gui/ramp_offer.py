"""When a ramp may be repeated at a key."""

from __future__ import annotations

from qst_station.gui.json_lines import Json
from qst_station.gui.words import tr

RUNNING = ("armed", "lifting", "ramping", "limited")


def repeat_offer(view: Json) -> tuple[str, str]:
    """The verdict for which a repeat is offered, and why it is not."""
    last = view["ramp"]["last"] if view["ramp"] else None
    if view["phase"] in RUNNING:
        return "", tr("a ramp is running")
    if last is None:
        return "", tr("there is no ramp yet")
    if not last["repeat"]:
        return "", tr("the protocol offers no repeat of the last ramp")
    return last["verdict"], view["allowed"]["undo"]
