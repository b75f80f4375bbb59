"""Between the tests, and while one is paused: what comes next, and the key that starts it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.attempt_words import countable, standing, stopped_attempt_line, stopped_line, was_begun
from qst_station.gui.code_tiles import CodeTiles
from qst_station.gui.fitted_text import FittedText, height_at, least_px
from qst_station.gui.inline_question import reasons
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import BY_NAME, ENTER_REST_S, SPACE_REST_S, Press
from qst_station.gui.noting import Notes
from qst_station.gui.rail import state_words
from qst_station.gui.ramp_offer import repeat_offer
from qst_station.gui.ready_page import ReadyPage
from qst_station.gui.saved_words import saved_words
from qst_station.gui.screen import Desk, Legend, Screen, legend
from qst_station.gui.side_words import limb_side_words, site_words
from qst_station.gui.step_reasons import (
    AGAIN_REASONS,
    COUNT_REASONS,
    END_REASONS,
    ORDER_REASONS,
    SKIP_REASONS,
    SKIPPED_BEFORE,
)
from qst_station.gui.words import told, tr

_UNEXPLAINED = "paused by the examiner"  # what the record says while nobody has said why
_MOST_PX = 84


class BetweenScreen(Screen):
    """Enter starts the selected step; the arrows or the rail select another one, which needs a reason.

    Where a test is due, what must be read before it stands here already, and Space starts it and begins at once.
    """

    def __init__(
        self,
        desk: Desk,
        review: Callable[[str], None],
        notes: Notes | None = None,
        alarmed: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(desk)
        self._review = review
        self._notes = notes
        self._alarmed = alarmed
        self.selected: int | None = None
        self._due: int | None = None
        self.small = FittedText(most=30, colour=theme.QUIET)
        self.do = FittedText(most=_MOST_PX, bold=True)
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
        self._ended: tuple[int, int] | None = None  # the step that ended last, and its time
        self._ended_s = 0.0
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(4 * theme.GAP, theme.GAP, 4 * theme.GAP, theme.GAP)
        self._shares: dict[QWidget, int] = {self.small: 3, self.do: 5, self.where: 3, self.state: 5}
        self._shared: dict[QWidget, int] = {}
        self._shares |= {self.why_paused: 8, self.ready: 19, self.how: 2, self.go: 2}
        for part, share in self._shares.items():
            column.addWidget(part, share)

    def enter(self) -> None:
        """Begin with the step that is due."""
        self.selected = None
        step = self.view["step"]
        ended = (step, self.view["rail"][step]["used_ns"]) if step is not None else None
        if ended != self._ended:  # and not back from another page
            self._ended, self._ended_s = ended, time.monotonic()

    def show_status(self, status: Json) -> None:
        """Show what is next."""
        super().show_status(status)
        view = self.view
        if view["next_step"] != self._due or self.selected is None:
            self._due = self.selected = view["next_step"]
        paused, asked = view["status"] == "paused", self._why_stopped_is_asked()
        self.why_paused.setVisible(paused and view["codes"] is not None)
        ready = not paused and not asked and self._due_test() is not None
        self.ready.setVisible(ready)
        self.go.setVisible(not paused and not asked and not ready)
        if paused:
            self._show_paused()
            return
        if asked:
            self._show_stopped()
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
            refused, begins = told(view["allowed"]["start"]), step["state"] != "blocked"
            self.ready.show_test(test, view["words"], refused=refused, begins=begins)
            how = ""
        go = tr("REPEAT") if was_begun(step) else tr("START")
        self._show(do, site_words(step), standing(step), how, go)

    def reads_aloud(self) -> bool:
        """Where a test is due, its words stand here, if there is room for all of them."""
        return self.ready.isVisible() and self.ready.is_whole()

    def why_not_read(self) -> str:
        """The words are those of the step that is due."""
        if self.selected is None or self.selected == self.view["next_step"]:
            return ""
        return tr("The words belong to the step that is due: select it first.")

    def rests(self) -> bool:
        """Whether a step has only just ended: the press that ended it may come twice, or a response late."""
        rest_s = SPACE_REST_S if self.view["ramp"] else ENTER_REST_S if self.view["status"] == "done" else 0.0
        return time.monotonic() - self._ended_s < rest_s

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out anew."""
        super().resizeEvent(event)
        self._share_out()

    def _why_stopped_is_asked(self) -> bool:
        return self._notes is not None and bool(self.view["stopped"]) and self._notes.asks_why_stopped()

    def _due_test(self) -> Json | None:
        """The test that is due, where it is the selected step."""
        test: Json | None = self.view["next_test"] if self.selected == self.view["next_step"] else None
        return test

    def _show_paused(self) -> None:
        view = self.view
        offered = view["codes"]["pause"] if view["codes"] is not None else []
        self.selected = None
        self.why_paused.set_codes(offered, live=not view["allowed"]["explain"])
        self.small.set_colours(theme.INK)
        self._say_before(saved_words(self.status))
        how = tr("P goes on. A digit says why, if you like.") if offered else tr("P goes on.")
        reason = view["rail"][view["step"]]["reason"]
        do = tr("Paused") if reason == _UNEXPLAINED else tr("Paused: {why}", why=told(reason))
        self._show(do, "", "", how, "")

    def _show_stopped(self) -> None:
        """Say nothing but what is saved, as long as the examiner is asked why it was stopped."""
        step = self.view["rail"][self.view["stopped"]["step"]]
        self._say_before("")
        self._show(stopped_line(step), site_words(step), "", stopped_attempt_line(step, self.status["saved"]), "")

    def _show_before(self) -> None:
        """Say what has just ended."""
        view = self.view
        stopped = view["stopped"]
        self.small.set_colours(theme.INK if stopped else theme.QUIET, theme.RED_PALE if stopped else None)
        if stopped:
            why = tr("■ {test} stopped: {why}.", test=told(stopped["label"]), why=told(stopped["reason"]))
            step = view["rail"][stopped["step"]]
            self._say_before(f"{why} {stopped_attempt_line(step, self.status['saved'])}")
        elif view["test"]:
            title = told(view["test"]["title"])
            self._say_before(f"{tr('✓ {test} is done.', test=title)} {self._after()}")
        else:
            self._say_before("")

    def _say_before(self, text: str) -> None:
        self.small.set_text(text)
        self.small.setVisible(bool(text))

    def _after(self) -> str:
        view = self.view
        if view["limb"] and view["limb"]["sides"]:
            return "   ".join(limb_side_words(side) for side in view["limb"]["sides"])
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
        self.how.set_text(how)
        self.how.setVisible(bool(how) and not state)  # the reason why it stands so needs the room
        refused = told(self.view["allowed"]["start"]) if self.selected is not None else ""
        self.go.set_text(refused or go, live=bool(go) and not refused)
        self._share_out()

    def _share_out(self) -> None:
        """Share the height out; before a test each gets what it needs in a size that can be read."""
        shares = dict(self._shares)
        if self.ready.isHidden():
            if "\n" in self.state.text():
                shares |= {self.do: 4, self.where: 2, self.state: 9}
        else:
            shares |= self._needed()
        if shares == self._shared:
            return
        self._shared = shares
        for part, share in shares.items():
            self._column.setStretchFactor(part, share)
        self._column.activate()  # at once: whether all that is read aloud fits decides what a key does

    def _needed(self) -> dict[QWidget, int]:
        edges = self._column.contentsMargins()
        width = self.width() - edges.left() - edges.right()
        texts = ((self.small, 18, False), (self.do, 40, True), (self.where, 32, True), (self.state, 18, False))
        needed: dict[QWidget, int] = {
            part: height_at(part.text(), width - 12, least_px(px), bold=bold) + 4
            for part, px, bold in texts
            if not part.isHidden()
        }
        taken = sum(needed.values()) + len(needed) * self._column.spacing() + edges.top() + edges.bottom()
        return needed | {self.ready: self.ready.needed_height(width, self.height() - taken)}

    def press(self, press: Press) -> bool:
        """Start, select, skip, repeat, count another attempt, end."""
        if self.view["status"] == "paused":
            return self._notes is not None and self._notes.why_paused(press, self.view, press.text)
        match press.action:
            case "enter" | "space" if why_not := self._why_wait(press):
                self.desk.say(why_not)
            case "enter" | "space":
                begins = self._due_test() is not None and self.ready.begins
                self._start(press, at_once=press.action == "space" and begins)
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

    def _why_wait(self, press: Press) -> str:
        """Why nothing begins yet; empty where it may."""
        if self._alarmed():
            return tr("Release first: nothing begins while the alarm is shown.")
        if self._why_stopped_is_asked():
            return tr("Say first why it was stopped; an empty Enter there leaves it open.")
        if self.rests():
            key = BY_NAME[press.action].cap
            return tr("The step has just ended: press {key} again to go on.", key=key)
        return ""

    def select(self, step: int) -> None:
        """Select a step by its number, where one can be selected now."""
        if self.view["status"] != "paused":
            self.selected, self._ended_s = step, 0.0  # a hand that chooses presses no key twice
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
        if step["status"] == "skipped":
            begin(f"{SKIPPED_BEFORE}: {step['reason']}")  # it never began: nothing is made again
        elif step["status"] != "ready":
            question = tr("{step} is {state}. Why again?", step=label, state=state_words(step["status"]))
            self.desk.inquire(question, reasons(AGAIN_REASONS), begin)
        elif self.selected != self.view["next_step"]:
            self.desk.inquire(tr("{step} out of order. Why?", step=label), reasons(ORDER_REASONS), begin)
        else:
            begin("")

    def _skip(self, press: Press) -> None:
        refused = self._why_no_skip()
        if refused:
            self.desk.say(refused)
            return
        step = self.selected
        label = told(self.view["rail"][step]["label"]) if step is not None else ""

        def skipped() -> None:
            self.selected = None  # on to the one that is due
            self.show_status(self.status)

        self.desk.inquire(
            tr("Skip {step}. Why?", step=label),
            reasons(SKIP_REASONS),
            lambda reason: self.desk.send("skip", press, done=skipped, step=step, reason=reason),
        )

    def _why_no_skip(self) -> str:
        if self.selected is None:
            return tr("no step is left")
        status = self.view["rail"][self.selected]["status"]
        if status == "skipped":
            return tr("it is skipped already")
        if status != "ready":
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
                reasons(COUNT_REASONS),
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
            self.desk.inquire(tr("End the visit with steps not done. Why?"), reasons(END_REASONS), self._review)
        else:
            self._review("")

    def legends(self) -> list[Legend]:
        """Start where no tile has it, repeat, count, skip, undo, devices, end."""
        view = self.view
        if view["status"] == "paused":
            return [legend(view, "pause", tr("go on"), ""), legend(view, "stop")]
        on_tile = not self.go.isHidden()
        keys = [] if on_tile or self._why_stopped_is_asked() else [self._enter_legend()]
        if repeat_offer(view)[0]:
            keys.append(legend(view, "repeat"))
        if self.selected is not None and countable(view["rail"][self.selected]):
            keys.append(legend(view, "count"))
        return [
            *keys,
            legend(view, "skip", why_not=self._why_no_skip()),
            *([] if view["allowed"]["undo"] else [legend(view, "undo")]),
            legend(view, "devices", why_not=""),
            legend(view, "end"),
        ]

    def _enter_legend(self) -> Legend:
        view = self.view
        if self.selected is None:
            return legend(view, "enter", tr("review"), "")
        begun = was_begun(view["rail"][self.selected])
        return legend(view, "enter", tr("repeat step") if begun else tr("start"), view["allowed"]["start"])
