"""Answers by a button that is attached as a device: what it means is learned like a pedal."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.learned_keys import learned_buttons


def button_code(device: str, button: str) -> str:
    """What names one button of a device."""
    return f"{device}/{button}"


def newest_press(device: Json) -> tuple[str, int] | None:
    """Code and moment of the last press of a device of a status; None where there was none."""
    press = device["last_press"]
    return None if press is None else (button_code(device["name"], press["button"]), int(press["t_ns"]))


class ResponseButtons:
    """Turns new presses of attached buttons into presses of the actions that they have learned.

    Under a ramp the engine itself takes the button as the participant's response; then only STOP and what stands
    still go through here.
    """

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        self._learned = learned_buttons(settings)
        self._seen: dict[str, int] = {}

    def learn_again(self) -> None:
        """Something else may have been learned."""
        self._learned = learned_buttons(self._settings)

    def __bool__(self) -> bool:
        return bool(self._learned)

    def presses(self, status: Json) -> list[Press]:
        """The presses since the status before, in their order; the first status tells of none."""
        found = []
        for device in status["devices"]:
            newest = newest_press(device)
            before = self._seen.get(device["name"])
            self._seen[device["name"]] = newest[1] if newest else 0
            if newest is None or before is None or newest[1] <= before:
                continue
            code, t_ns = newest
            action = self._learned.get(code, "")
            if action and not _is_response(status["view"], action) and not _is_early(status, action, t_ns):
                found.append(Press(action=action, text="", source=f"button {code}", stamp_ns=t_ns))
        return sorted(found, key=lambda press: press.stamp_ns)


def _is_early(status: Json, action: str, t_ns: int) -> bool:
    """Whether a press answers what was there before the stimulus that is due now."""
    pace = (status["view"] or {}).get("pace")
    if action not in ("yes", "no") or not pace:
        return False
    return bool(t_ns - status["clock_ns"] + status["now_ns"] < pace["since_ns"])


def _is_response(view: Json | None, action: str) -> bool:
    """Whether the engine has taken the press as the response to a ramp."""
    ramp = view["ramp"] if view else None
    if ramp is None or action == "stop" or (ramp["phase"] == "doubted" and action == "pause"):
        return False  # whether a typed number stays, no button says: the participant may hold it
    return ramp["phase"] not in ("ready", "done")
