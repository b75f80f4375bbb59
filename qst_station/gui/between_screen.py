"""Between the tests, and while one is paused: what comes next, and the key that starts it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from qst_station.gui import theme
from qst_station.gui.fitted_text import FittedText
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.ramp_offer import repeat_offer
from qst_station.gui.screen import Desk, Legend, Screen, legend

_ROLE_WORDS = {"control": "control area", "affected": "test area"}
_SKIP_REASONS = ("not tolerated", "refused", "no time", "device not available", "wound or dressing", "not due")
_AGAIN_REASONS = ("interrupted", "participant did not understand", "wrong area", "device failed")
_ORDER_REASONS = ("pain of the participant", "device not ready", "positioning")


class BetweenScreen(Screen):
    """Enter or Space starts the selected step; the arrows select another one, which needs a reason."""

    def __init__(self, desk: Desk, review: Callable[[str], None]) -> None:
        super().__init__(desk)
        self._review = review
        self.selected: int | None = None
        self._due: int | None = None
        self.small = FittedText(most=30, colour=theme.QUIET)
        self.do = FittedText(most=84, bold=True)
        self.where = FittedText(most=72, bold=True)
        self.how = FittedText(most=34)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * theme.GAP, theme.GAP, 4 * theme.GAP, theme.GAP)
        column.addStretch(1)
        column.addWidget(self.small, 2)
        column.addWidget(self.do, 4)
        column.addWidget(self.where, 3)
        column.addWidget(self.how, 3)
        column.addStretch(1)

    def show_status(self, status: Json) -> None:
        """Show what is next."""
        super().show_status(status)
        view = self.view
        if view["next_step"] != self._due or self.selected is None:
            self._due = self.selected = view["next_step"]
        if view["status"] == "paused":
            self._show("", view["do"], "", "Press P to go on. Press N to note why.")
            return
        finished = f"✓ {view['test']['title']} is done. {self._after()}" if view["test"] else ""
        if self.selected is None:
            self._show(finished, "Every test is done or skipped", "", "Press Enter to review and close the visit.")
            return
        step = view["rail"][self.selected]
        word = "Next" if self.selected == view["next_step"] else "Selected"
        where = f"{step['site'].upper()}  ({_ROLE_WORDS[step['site_role']]})" if step["site"] else ""
        self._show(finished, f"{word}: {step['title']}", where, "Press Enter to start.  ↑ ↓ select another step.")

    def _after(self) -> str:
        view = self.view
        if view["limb"] and view["limb"]["values"]:
            return "   ".join(_girth_words(side) for side in view["limb"]["values"])
        last = view["ramp"]["last"] if view["ramp"] else None
        if last is None:
            return ""
        offered, why_not = repeat_offer(view)
        return f"{last['text']}  [R] repeat" if offered and not why_not else str(last["text"])

    def _show(self, small: str, do: str, where: str, how: str) -> None:
        self.small.set_text(small)
        self.do.set_text(do)
        self.where.set_text(where)
        self.where.setVisible(bool(where))
        self.how.set_text(how)

    def press(self, press: Press) -> bool:
        """Start, select, skip, repeat, end."""
        if self.view["status"] == "paused":
            return False
        match press.action:
            case "enter" | "space":
                self._start(press)
            case "up" | "down":
                self._select(-1 if press.action == "up" else 1)
            case "skip":
                self._skip(press)
            case "repeat":
                offered, why_not = repeat_offer(self.view)
                if why_not:
                    self.desk.say(why_not)
                else:
                    self.desk.send("undo", press, reason=f"ramp: {offered.replace('_', ' ')}")
            case "end":
                self._end()
            case _:
                return False
        return True

    def _select(self, by: int) -> None:
        steps = len(self.view["rail"])
        at = self.selected if self.selected is not None else (0 if by > 0 else steps)
        self.selected = (at + by) % steps
        self.show_status(self.status)

    def _start(self, press: Press) -> None:
        if self.selected is None:
            self._review("")
            return
        step = self.view["rail"][self.selected]
        start = self.selected

        def begin(reason: str) -> None:
            self.desk.send("start", press, step=start, reason=reason)

        if step["status"] != "ready":
            self.desk.inquire(f"{step['label']} is {step['status']}. Why again?", _AGAIN_REASONS, begin)
        elif self.selected != self.view["next_step"]:
            self.desk.inquire(f"{step['label']} out of order. Why?", _ORDER_REASONS, begin)
        else:
            begin("")

    def _skip(self, press: Press) -> None:
        refused = self._why_no_skip()
        if refused:
            self.desk.say(refused)
            return
        step = self.selected
        label = self.view["rail"][step]["label"] if step is not None else ""
        self.desk.inquire(
            f"Skip {label}. Why?",
            _SKIP_REASONS,
            lambda reason: self.desk.send("skip", press, step=step, reason=reason),
        )

    def _why_no_skip(self) -> str:
        if self.selected is None:
            return "no step is left"
        if self.view["rail"][self.selected]["status"] != "ready":
            return "only a step that has not been started can be skipped"
        return str(self.view["allowed"]["skip"])

    def _end(self) -> None:
        if any(step["status"] == "ready" for step in self.view["rail"]):
            self.desk.inquire(
                "End the visit with steps not done. Why?",
                ("participant stopped", "no time", "device failed"),
                self._review,
            )
        else:
            self._review("")

    def legends(self) -> list[Legend]:
        """Start, skip, undo, note, devices, end."""
        view = self.view
        if view["status"] == "paused":
            return [legend(view, "pause", "go on", ""), legend(view, "note"), legend(view, "stop")]
        start = "review" if self.selected is None else "start"
        keys = [legend(view, "enter", start, view["allowed"]["start"])]
        if repeat_offer(view)[0]:
            keys.append(legend(view, "repeat"))
        return [
            *keys,
            legend(view, "skip", why_not=self._why_no_skip()),
            legend(view, "undo"),
            legend(view, "note"),
            legend(view, "devices", why_not=""),
            legend(view, "end"),
        ]


def _girth_words(side: Json) -> str:
    role = "affected" if side["affected"] else "unaffected"
    if side["girth_cm"] is None:
        return f"{side['side']} ({role}): {side['reason']}"
    return f"{side['side']} ({role}): {side['girth_cm']:.1f} cm"
