"""Between the tests, and while one is paused: what comes next, and the key that starts it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout

from qst_station.gui import theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.attempt_words import attempt_lines, countable
from qst_station.gui.code_tiles import CodeTiles
from qst_station.gui.fitted_text import FittedText
from qst_station.gui.inline_question import reasons
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import SPACE_REST_S, Press
from qst_station.gui.noting import Notes
from qst_station.gui.rail import state_words
from qst_station.gui.ramp_offer import repeat_offer
from qst_station.gui.ready_page import ReadyPage
from qst_station.gui.screen import Desk, Legend, Screen, legend
from qst_station.gui.side_words import side_words
from qst_station.gui.time_words import time_of_day
from qst_station.gui.words import told, tr

_UNEXPLAINED = "paused by the examiner"  # what the record says while nobody has said why
_ROLE_WORDS: dict[str, Callable[[], str]] = {
    "control": lambda: tr("control area"),
    "affected": lambda: tr("test area"),
}
_SKIP_REASONS = (
    QT_TRANSLATE_NOOP("", "not tolerated"),
    QT_TRANSLATE_NOOP("", "refused"),
    QT_TRANSLATE_NOOP("", "no time"),
    QT_TRANSLATE_NOOP("", "device not available"),
    QT_TRANSLATE_NOOP("", "wound or dressing"),
    QT_TRANSLATE_NOOP("", "not due"),
)
_AGAIN_REASONS = (
    QT_TRANSLATE_NOOP("", "interrupted"),
    QT_TRANSLATE_NOOP("", "participant did not understand"),
    QT_TRANSLATE_NOOP("", "wrong area"),
    QT_TRANSLATE_NOOP("", "device failed"),
)
_ORDER_REASONS = (
    QT_TRANSLATE_NOOP("", "pain of the participant"),
    QT_TRANSLATE_NOOP("", "device not ready"),
    QT_TRANSLATE_NOOP("", "positioning"),
)
_END_REASONS = (
    QT_TRANSLATE_NOOP("", "participant stopped"),
    QT_TRANSLATE_NOOP("", "no time"),
    QT_TRANSLATE_NOOP("", "device failed"),
)
_COUNT_REASONS = (
    QT_TRANSLATE_NOOP("", "the later attempt was disturbed"),
    QT_TRANSLATE_NOOP("", "the later attempt was at a wrong place"),
    QT_TRANSLATE_NOOP("", "repeated by mistake"),
)


class BetweenScreen(Screen):
    """Enter starts the selected step; the arrows or the rail select another one, which needs a reason.

    Where a test is due, what must be read before it stands here already, and Space starts it and begins at once.
    """

    def __init__(self, desk: Desk, review: Callable[[str], None], notes: Notes | None = None) -> None:
        super().__init__(desk)
        self._review = review
        self._notes = notes
        self.selected: int | None = None
        self._due: int | None = None
        self.small = FittedText(most=30, colour=theme.QUIET)
        self.do = FittedText(most=84, bold=True)
        self.where = FittedText(most=72, bold=True)
        self.state = FittedText(most=26, colour=theme.INK)
        self.why_paused = CodeTiles()
        self.why_paused.chosen.connect(self.touch)
        self.how = FittedText(most=34)
        self.go = Tile("between", action="enter", least_mm=(60.0, 12.0))
        self.go.touched.connect(self.touch)
        self.go.setMaximumHeight(theme.roomy(76))
        self.ready = ReadyPage()
        self.ready.begin.touched.connect(self.touch)
        self._came_s = 0.0
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(4 * theme.GAP, theme.GAP, 4 * theme.GAP, theme.GAP)
        column.addWidget(self.small, 3)
        column.addWidget(self.do, 5)
        column.addWidget(self.where, 3)
        column.addWidget(self.state, 5)
        column.addWidget(self.why_paused, 8)
        column.addWidget(self.ready, 19)
        column.addWidget(self.how, 2)
        column.addWidget(self.go, 2)

    def enter(self) -> None:
        """Begin with the step that is due."""
        self.selected = None
        self._came_s = time.monotonic()

    def show_status(self, status: Json) -> None:
        """Show what is next."""
        super().show_status(status)
        view = self.view
        if view["next_step"] != self._due or self.selected is None:
            self._due = self.selected = view["next_step"]
        paused = view["status"] == "paused"
        self.why_paused.setVisible(paused and view["codes"] is not None)
        ready = not paused and self._due_test() is not None
        self.ready.setVisible(ready)
        self.go.setVisible(not paused and not ready)
        if paused:
            self._show_paused()
            return
        self._show_before()
        if self.selected is None:
            how = tr("Press Enter to review and close the visit.")
            self._show(tr("Every test is done or skipped"), "", "", how, tr("REVIEW"))
            return
        step = view["rail"][self.selected]
        due = self.selected == view["next_step"]
        title = told(step["title"])
        do = tr("Next: {step}", step=title) if due else tr("Selected: {step}", step=title)
        how = tr("Press Enter to start.  ↑ ↓ or the list select another step.")
        test = self._due_test()
        if test is not None:
            self.ready.show_test(test, view["words"], refused=told(view["allowed"]["start"]))
            how = ""
        self._show(do, _place_words(step), self._state(step), how, tr("START"))

    def _due_test(self) -> Json | None:
        """The test that is due, where it is the selected step."""
        test: Json | None = self.view["next_test"] if self.selected == self.view["next_step"] else None
        return test

    def _show_paused(self) -> None:
        view = self.view
        offered = view["codes"]["pause"] if view["codes"] is not None else []
        self.selected = None
        self.why_paused.set_codes(offered, live=not view["allowed"]["explain"])
        self.small.set_colours(theme.QUIET)
        self.small.set_text("")
        how = tr("P goes on. A digit says why, if you like.") if offered else tr("P goes on.")
        reason = view["rail"][view["step"]]["reason"]
        do = tr("Paused") if reason == _UNEXPLAINED else tr("Paused: {why}", why=told(reason))
        self._show(do, "", "", how, "")

    def _show_before(self) -> None:
        """Say what has just ended."""
        view = self.view
        stopped = view["stopped"]
        self.small.set_colours(theme.INK if stopped else theme.QUIET, theme.RED_PALE if stopped else None)
        if stopped:
            self.small.set_text(self._stopped(stopped))
        elif view["test"]:
            title = told(view["test"]["title"])
            self.small.set_text(f"{tr('✓ {test} is done.', test=title)} {self._after()}")
        else:
            self.small.set_text("")

    def _stopped(self, stopped: Json) -> str:
        """What was stopped, and what of it is on disk."""
        saved, number = self.status["saved"], self.view["answers_saved"]
        parts = [tr("■ {test} stopped: {why}.", test=told(stopped["label"]), why=told(stopped["reason"]))]
        if number and saved["answer_utc"]:
            last = time_of_day(saved["answer_utc"])
            parts.append(tr("Answers saved: {number}, the last at {time}.", number=number, time=last))
        else:
            parts.append(tr("There was no answer yet."))
        return " ".join((*parts, tr("The test can be repeated.")))

    def _state(self, step: Json) -> str:
        """How the selected step stands, where that is not plain: its reason in full, and its attempts."""
        lines = attempt_lines(step)
        if not lines and (step["state"] != "ready" or step["why"]):
            lines = [": ".join(part for part in (state_words(step["state"]), told(step["why"])) if part)]
        return "\n".join(lines)

    def _after(self) -> str:
        view = self.view
        if view["limb"] and view["limb"]["values"]:
            return "   ".join(_girth_words(side) for side in view["limb"]["values"])
        last = view["ramp"]["last"] if view["ramp"] else None
        if last is None:
            return ""
        offered, why_not = repeat_offer(view)
        said = told(last["text"])
        return tr("{said}  [R] repeat", said=said) if offered and not why_not else said

    def _show(self, do: str, where: str, state: str, how: str, go: str) -> None:
        self.do.set_text(do)
        self.where.set_text(where)
        self.where.setVisible(bool(where))
        self.state.set_text(state)
        self.state.setVisible(bool(state))
        for part, usual, beside_state in ((self.do, 5, 4), (self.where, 3, 2), (self.state, 5, 9)):
            self._column.setStretchFactor(part, beside_state if "\n" in state else usual)
        self.how.set_text(how)
        self.how.setVisible(bool(how) and not state)  # the reason why it stands so needs the room
        refused = told(self.view["allowed"]["start"]) if self.selected is not None else ""
        self.go.set_text(refused or go, live=bool(go) and not refused)

    def press(self, press: Press) -> bool:
        """Start, select, skip, repeat, count another attempt, end."""
        if self.view["status"] == "paused":
            return self._notes is not None and self._notes.why_paused(press, self.view, press.text)
        match press.action:
            case "space" if self.view["ramp"] and time.monotonic() - self._came_s < SPACE_REST_S:
                # Space is the response to a ramp too, and may come after the one that was the last.
                self.desk.say(tr("The ramp has just ended: press Space again for the next test."))
            case "enter" | "space":
                self._start(press, at_once=press.action == "space" and self._due_test() is not None)
            case "up" | "down":
                self._select(-1 if press.action == "up" else 1)
            case "skip":
                self._skip(press)
            case "count":
                self._count(press)
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

    def select(self, step: int) -> None:
        """Select a step by its number, where one can be selected now."""
        if self.view["status"] != "paused":
            self.selected = step
            self.show_status(self.status)

    def _select(self, by: int) -> None:
        steps = len(self.view["rail"])
        at = self.selected if self.selected is not None else (0 if by > 0 else steps)
        self.select((at + by) % steps)

    def _start(self, press: Press, *, at_once: bool) -> None:
        if self.selected is None:
            self._review("")
            return
        step = self.view["rail"][self.selected]
        start = self.selected

        def begin(reason: str) -> None:
            done = (lambda: self.desk.send("begin", press)) if at_once else None
            self.desk.send("start", press, done=done, step=start, reason=reason)

        label = told(step["label"])
        if step["status"] != "ready":
            question = tr("{step} is {state}. Why again?", step=label, state=state_words(step["status"]))
            self.desk.inquire(question, reasons(_AGAIN_REASONS), begin)
        elif self.selected != self.view["next_step"]:
            self.desk.inquire(tr("{step} out of order. Why?", step=label), reasons(_ORDER_REASONS), begin)
        else:
            begin("")

    def _skip(self, press: Press) -> None:
        refused = self._why_no_skip()
        if refused:
            self.desk.say(refused)
            return
        step = self.selected
        label = told(self.view["rail"][step]["label"]) if step is not None else ""
        self.desk.inquire(
            tr("Skip {step}. Why?", step=label),
            reasons(_SKIP_REASONS),
            lambda reason: self.desk.send("skip", press, step=step, reason=reason),
        )

    def _why_no_skip(self) -> str:
        if self.selected is None:
            return tr("no step is left")
        if self.view["rail"][self.selected]["status"] != "ready":
            return tr("it has been started already")
        return told(self.view["allowed"]["skip"])

    def _count(self, press: Press) -> None:
        refused = self._why_no_count()
        if refused or self.selected is None:
            self.desk.say(refused)
            return
        step = self.selected
        offered = countable(self.view["rail"][step])

        def ask_why(words: str) -> None:
            number = offered.get(words)
            if number is None:
                self.desk.say(tr("Choose one of the attempts by its digit."))
                return
            self.desk.inquire(
                tr("Why does attempt {number} count?", number=number),
                reasons(_COUNT_REASONS),
                lambda why: self.desk.send("count_attempt", press, step=step, attempt=number, reason=why),
            )

        if len(offered) == 1:
            ask_why(next(iter(offered)))
        else:
            self.desk.inquire(tr("Which attempt counts instead?"), tuple(offered), ask_why)

    def _why_no_count(self) -> str:
        if self.selected is None or not countable(self.view["rail"][self.selected]):
            return tr("there is no other finished attempt")
        return told(self.view["allowed"]["count_attempt"])

    def _end(self) -> None:
        if any(step["status"] == "ready" for step in self.view["rail"]):
            self.desk.inquire(tr("End the visit with steps not done. Why?"), reasons(_END_REASONS), self._review)
        else:
            self._review("")

    def legends(self) -> list[Legend]:
        """Start, repeat, count, skip, undo, devices, end."""
        view = self.view
        if view["status"] == "paused":
            return [legend(view, "pause", tr("go on"), ""), legend(view, "stop")]
        start = tr("review") if self.selected is None else tr("start")
        keys = [legend(view, "enter", start, view["allowed"]["start"] if self.selected is not None else "")]
        if repeat_offer(view)[0]:
            keys.append(legend(view, "repeat"))
        if self.selected is not None and countable(view["rail"][self.selected]):
            keys.append(legend(view, "count"))
        return [
            *keys,
            legend(view, "skip", why_not=self._why_no_skip()),
            legend(view, "undo"),
            legend(view, "devices", why_not=""),
            legend(view, "end"),
        ]


def _place_words(step: Json) -> str:
    if not step["site"]:
        return ""
    return f"{told(step['site']).upper()}  ({_ROLE_WORDS[step['site_role']]()})"


def _girth_words(side: Json) -> str:
    role, where = side_words("affected" if side["affected"] else "unaffected"), side_words(side["side"])
    if side["girth_cm"] is None:
        return f"{where} ({role}): {told(side['reason'])}"
    return f"{where} ({role}): {side['girth_cm']:.1f} cm"
