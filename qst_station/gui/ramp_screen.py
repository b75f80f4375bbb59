"""A ramp of pressure or force (PPT, EVF): follow the lane, release at the button; or type the number."""

from __future__ import annotations

import time
from bisect import bisect_right

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qst_station.gui import theme
from qst_station.gui.answer_tiles import AnswerTiles, Tile
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import SPACE_REST_S, Press
from qst_station.gui.pace_ring import PaceRing, seconds_words
from qst_station.gui.ramp_offer import RUNNING, repeat_offer
from qst_station.gui.ramp_plot import PAST_S, RampPlot, hand_words
from qst_station.gui.ramp_trace import RampTrace, loads
from qst_station.gui.rating_screen import RatedScreen
from qst_station.gui.screen import Desk, Legend, legend
from qst_station.gui.words import told, tr

# The window system stamps a key once the keyboard has been scanned and its report fetched. Unverified.
KEY_MARK_UNCERTAINTY_NS = 30_000_000
# As long as an alarm may ring: it says that the probe must leave the skin.
AFTER_ALARM_S = 3.0
_LIMIT_PX = 66
_FIELD_PX = 70, 28  # of what is typed where a banner takes its part of the window, or a question too
_SIGNS = {"good": "✓", "too_fast": "▲", "too_slow": "▼", "uneven": "≈", "void": "✕", "limit": "■"}


class RampScreen(RatedScreen):
    """Space begins; during the ramp it is the response. R repeats a ramp for which the protocol offers it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.plot = RampPlot()
        self.pressure = FittedText(most=120, bold=True)
        self.hand = FittedText(most=48, bold=True)
        self.rest = PaceRing()
        self._limit = FittedText(most=18, colour=theme.QUIET)
        self.verdict = FittedText(most=32, bold=True, align=LEFT)
        self._trace = RampTrace(keep_ns=round((PAST_S + 1.0) * 1e9))
        self._phase = ""
        self._ended_s = float("-inf")
        self._contact_ns: int | None = None
        self._frozen_ns: int | None = None
        self.again = Tile("ramp", action="repeat")
        self.go = Tile("ramp", action="space")
        for tile in (self.again, self.go):
            tile.touched.connect(self.touch)
        self.tiles = AnswerTiles()
        self.tiles.chosen.connect(lambda keep, press: self.desk.send("settle", press, keep=keep))
        self.field.keep_high(*map(theme.roomy, _FIELD_PX))
        for asked in (self.field, self.pad, self.tiles):
            asked.hide()  # what is there when the window lays itself out first keeps its room on the page behind
        self.verdict.setMinimumHeight(theme.scaled(30))
        self._limit.setMinimumHeight(theme.scaled(_LIMIT_PX))
        self._lay_out()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.rest, 7)
        side.addWidget(self.pressure, 4)
        side.addWidget(self.hand, 3)
        side.addWidget(self._limit, 1)
        picture = QHBoxLayout()
        picture.addWidget(self.plot, 4)
        picture.addLayout(side, 1)
        tiles = QHBoxLayout()
        tiles.setSpacing(2 * theme.GAP)
        tiles.addWidget(self.again, 1)
        tiles.addWidget(self.go, 2)
        column = self._column = QVBoxLayout()
        column.setSpacing(theme.GAP // 2)
        column.addLayout(picture, 9)
        column.addWidget(self.field, 9)
        column.addWidget(self.tiles, 5)
        column.addWidget(self.verdict, 1)
        column.addLayout(tiles, 2)
        row = QHBoxLayout(self.area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GAP)
        row.addLayout(column, 1)
        row.addWidget(self.pad)

    def _instruct(self) -> bool:
        """Before the first trial; later the trace and verdict of the last ramp stand there, and the rest."""
        view = self.view
        first = view["progress"]["done"] == 0 and view["ramp"]["last"] is None and view["ramp"]["rest"] is None
        return bool(first and view["phase"] == "ready" and view["entry"] is None)

    def enter(self) -> None:
        """A ramp that the screen has not seen leaves no trace on it."""
        self._trace.clear()
        self._frozen_ns = None
        self._phase = ""

    def show_status(self, status: Json) -> None:
        """Show phase, trace and verdict."""
        super().show_status(status)
        view, ramp = self.view, self.view["ramp"]
        if ramp is None:
            return
        self._follow_phase(ramp)
        if status["trace"] is not None:
            self._take(status["trace"])
        typed, doubt = view["entry"] is not None, view["phase"] == "doubted"
        for widget in (self.field, self.pad):
            widget.setVisible(typed and not doubt)
        self.tiles.setVisible(doubt)
        self.tiles.set_answers(tr("TYPE AGAIN"), tr("KEEP IT"), live=not view["allowed"]["settle"])
        for measured in (self.plot, self._limit):
            measured.setVisible(not typed and not doubt)
        self._show_rest(self.desk.now_ns())
        self._column.setStretch(0, 0 if typed or doubt else 9)
        limit = told(view["test"]["limit"])
        self._limit.set_text(limit)
        self.verdict.setVisible(not doubt)  # it is about the trial before
        if typed:  # in the line of the place, as every line below it is for the number
            self.where.set_text(" · ".join(filter(None, (self.where.text(), limit))))
            self.where.show()
        self._show_tiles(typed=typed or doubt)

    def _show_rest(self, now_ns: int) -> None:
        """The seconds left of the rest between two ramps; else what the hand presses with."""
        view = self.view
        rest = view["ramp"]["rest"] if view["phase"] == "ready" else None
        typed = view["entry"] is not None or view["phase"] == "doubted"
        left_s = rest["rest_s"] - (now_ns - rest["since_ns"]) / 1e9 if rest else 0.0
        resting = left_s > 0.0
        self.rest.setVisible(resting and not typed)
        self.rest.set_pace(rest, now_ns)
        for part in (self.pressure, self.hand):
            part.setVisible(not resting and not typed)
        wait = f"{tr('WAIT')} {seconds_words(left_s)}" if resting and typed else ""
        self.verdict.set_text("   ".join(part for part in (self._verdict_words(view["ramp"]), wait) if part))

    def _take(self, trace: Json) -> None:
        """Add new samples; a trace that stands still takes only those that lie before its end."""
        until = len(trace["t_ns"])
        if self._frozen_ns is not None:
            until = bisect_right(trace["t_ns"], self._frozen_ns)
        self._trace.append(trace["t_ns"][:until], loads(trace, self.view["ramp"]["unit"])[:until])

    def _follow_phase(self, ramp: Json) -> None:
        phase = ramp["phase"]
        if phase == self._phase:
            return
        if phase in RUNNING and self._phase not in RUNNING:
            self._trace.clear()
            self.plot.reset()
            self._frozen_ns = None
            self._contact_ns = None
        elif self._phase in RUNNING and phase not in RUNNING:
            self._frozen_ns = self.desk.now_ns()
            self._ended_s = time.monotonic()
        if phase == "ramping":
            self._contact_ns = ramp["contact_ns"]
        self._phase = phase

    def _verdict_words(self, ramp: Json) -> str:
        last = ramp["last"]
        if last is None or ramp["phase"] in RUNNING:
            return ""
        return f"{_SIGNS.get(last['verdict'], '✓')}  {told(last['text'])}"

    def _show_tiles(self, *, typed: bool) -> None:
        """What a touch may do: answer for the participant while a ramp runs; afterwards repeat, or go on."""
        view, running = self.view, self.view["phase"] in RUNNING
        offered, why_not = repeat_offer(view)
        self.again.setVisible(bool(offered) and not typed)
        self.again.set_text(tr("REPEAT IT"), live=not why_not)
        self.go.setVisible(not typed)
        go_on = tr("KEEP IT, BEGIN THE NEXT") if offered else tr("BEGIN")
        refused = view["allowed"]["mark" if running else "begin"]
        self.go.set_text(tr("RESPONSE") if running else go_on, live=not refused)

    def _space_on_tile(self) -> bool:
        return super()._space_on_tile() or not self.go.isHidden()

    def tick(self, now_ns: int) -> None:
        """Move the lane; a finished ramp stands still and keeps its number to itself."""
        ramp = self.view["ramp"]
        if ramp is None:
            return
        self._show_rest(now_ns)
        if not self.plot.isVisible():
            return
        running = ramp["phase"] in RUNNING
        moment = self._frozen_ns if self._frozen_ns is not None else now_ns
        self.plot.draw(self._trace, ramp, moment, contact_ns=self._contact_ns, running=running)
        last = self._trace.last if running else None
        self.pressure.set_text(f"{round(last[1])}" if last else "–")  # an integer knows no -0
        words = ""
        if last and ramp["phase"] == "ramping" and self._contact_ns is not None:
            words = hand_words(ramp, (last[0] - self._contact_ns) / 1e9, last[1])
        self.hand.set_text({"SLOWER": tr("▼ SLOWER"), "FASTER": tr("▲ FASTER")}.get(words, ramp["unit"]))
        self.hand.set_colours(theme.INK, theme.ALARM if words else None)

    def press(self, press: Press) -> bool:
        """Space begins or marks; R repeats; F and J answer the question about a number."""
        if self.view["phase"] == "doubted":
            return self._settle(press)
        if press.action == "space":
            if self._phase in RUNNING:
                self.desk.send("mark", press, uncertainty_ns=KEY_MARK_UNCERTAINTY_NS)
            elif time.monotonic() - self._ended_s > (AFTER_ALARM_S if self.view["alarm"] else SPACE_REST_S):
                self.desk.send("begin", press)
            else:
                self.desk.say(tr("The ramp has just ended: press Space again for the next one."))
            return True
        if press.action == "repeat":
            offered, why_not = repeat_offer(self.view)
            if why_not:
                self.desk.say(why_not)
            else:
                self.desk.send("undo", press, reason=f"ramp: {offered.replace('_', ' ')}")
            return True
        return super().press(press)

    def _settle(self, press: Press) -> bool:
        """Keep the number that is asked about, or type it again; until then it can be neither typed nor begun."""
        if press.action in ("yes", "no", "undo"):
            if press.action == "undo":
                self.field.rest(press.stamp_ns)
            self.desk.send("settle", press, keep=press.action == "yes")
            return True
        if press.text or press.action in ("enter", "space", "repeat"):
            self.desk.say(tr("Answer the question first: F or J."))
            return True
        return super().press(press)

    def legends(self) -> list[Legend]:
        """Where no tile has it, Space says what it does now."""
        view = self.view
        keys = super().legends()
        if view["phase"] in RUNNING and not self._space_on_tile():
            keys.insert(0, legend(view, "space", tr("response"), view["allowed"]["mark"]))
        before_the_first = view["phase"] not in RUNNING and not (view["ramp"] and view["ramp"]["last"])
        repeat = [] if before_the_first else [legend(view, "repeat", why_not=repeat_offer(view)[1])]
        return [*keys[:-1], *repeat, keys[-1]]
