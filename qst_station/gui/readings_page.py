"""The readings of a calibration: what to do now, what the device shows, what has been taken, what was refused."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.calibration_charts import readings_chart
from qst_station.gui.calibration_forms import number
from qst_station.gui.calibration_words import UNKNOWN, live_words, named, shown_value
from qst_station.gui.chart import ChartView
from qst_station.gui.fitted_text import LEFT, Align, FittedText
from qst_station.gui.flow_row import flowing
from qst_station.gui.form import ScrollPage, text_field
from qst_station.gui.instrument_forms import push_button
from qst_station.gui.json_lines import Json
from qst_station.gui.offers import inquire_among
from qst_station.gui.paired_fields import cramped, tab_through
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.screen import Desk
from qst_station.gui.typed_number import written
from qst_station.gui.words import told, tr
from qst_station.gui.wrapped_text import WrappedText

_REFUSED_SHOWN = 2
_ROW_PX = 28


class ReadingsPage(QWidget):
    """``send`` takes an event; ``leave`` keeps the calibration for later, ``abandon`` ends it with a reason."""

    def __init__(
        self,
        desk: Desk,
        send: Callable[[Json], None],
        leave: Callable[[], None],
        abandon: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._send = send
        self._abandon = abandon
        self._view: Json = {}
        self._focused: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.do = FittedText(most=40, bold=True, align=LEFT)
        self.do.setFixedHeight(theme.roomy(70))
        self.live = FittedText(most=110, bold=True, align=LEFT)
        self.live.setMinimumHeight(theme.roomy(76))
        self.mark = FittedText(most=26, bold=True, align=LEFT)
        self.progress = FittedText(most=30, bold=True, align=Align.AlignRight | Align.AlignVCenter)
        self.rest = FittedText(most=60, bold=True, align=Align.AlignRight | Align.AlignVCenter)
        self.chart = ChartView()
        self.problem = WrappedText(18, bold=True, ground=theme.ORANGE_PALE)
        self.unconfirmed = WrappedText(15, ground=theme.ORANGE_PALE)
        self.refused = PlainTable(tr("readings not used"), ("", tr("time"), tr("value"), tr("why")))
        self.refused.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # older ones are scrolled to
        self.refused.horizontalHeader().hide()
        self.value = text_field(tr("value as the display shows it"), tr("from the display"), most=12)
        self.value.returnPressed.connect(self._type)
        self.unit = QLabel("")
        self.load_label = QLabel(tr("Load on it"))
        self.load = text_field(tr("load that lies on"), most=12)
        self.type = push_button(tr("T&ype it"), self._type)
        self.take = push_button(tr("&Take it  ⏎"), self._take)
        self.yes = push_button(tr("&Yes"), lambda: self._inspect(yes=True))
        self.no = push_button(tr("&No …"), lambda: self._inspect(yes=False))
        self.enough = push_button(tr("Eno&ugh"), lambda: self._send({"kind": "enough"}))
        self.finish = push_button(tr("&Finish  ⏎"), lambda: self._send({"kind": "finish"}))
        self.exclude = push_button(tr("E&xclude the last …"), self._exclude)
        self.identified = push_button(tr("It &is the right one …"), self._identify)
        self.leave = push_button(tr("&Leave for later"), leave)
        self.abandon = push_button(tr("A&bandon …"), self._ask_abandon)
        self._lay_out()

    def _lay_out(self) -> None:
        live = QHBoxLayout()
        live.addWidget(self.live, 6)
        live.addWidget(self.mark, 3)
        right = QVBoxLayout()
        right.addWidget(self.progress, 2)
        right.addWidget(self.rest, 3)
        live.addLayout(right, 4)
        self.value.setFixedWidth(theme.roomy(250))
        self.load.setFixedWidth(theme.roomy(90))
        typed = (self.load_label, self.load, self.value, self.unit, self.type)
        acts = (self.no, self.yes, self.take, self.enough, self.finish)
        entry = QHBoxLayout()
        if cramped():
            entry.addWidget(flowing(*typed, *acts))
        else:
            entry.addWidget(flowing(*typed), 1)
            entry.addWidget(flowing(*acts, to_the_right=True), 1)
        foot = QHBoxLayout()
        foot.addWidget(flowing(self.leave, self.abandon), 1)
        foot.addWidget(flowing(self.identified, self.exclude, to_the_right=True), 1)
        inside = QWidget()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(ScrollPage(inside), 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.do)
        column.addLayout(live, 3)
        column.addWidget(self.chart, 7)
        column.addWidget(self.problem)
        column.addWidget(self.refused)
        # Large text leaves no room for all: what takes a reading stays in sight.
        (outside if cramped() else column).addLayout(entry)
        column.addLayout(foot)
        column.addWidget(self.unconfirmed)
        typing = (self.refused, self.load, self.value, self.type)
        tab_through(*typing, *acts, self.leave, self.abandon, self.identified, self.exclude)
        answers = (self.take, self.yes, self.no, self.enough, self.finish, self.identified)
        for widget in (self.load, self.load_label, *answers):
            widget.hide()

    def show_view(self, view: Json) -> None:
        """Show how the readings stand."""
        self._view = view
        do, way = view["do"], view["do"]["input"]
        resting = do["wait_s"] > 0.0 and not view["pressing"]
        say = told(do["say"])
        self.do.set_text(tr("REST. Then: {what}", what=say) if resting else say)
        digits, mark = live_words(view["live"])
        if view["device"] is None:
            mark = tr("values are typed")
        elif view["device_state"] != "connected":
            digits, mark = UNKNOWN, f"▲ {view['device']}: {_absence(view['device_state'])}"
        self.live.set_text(digits)
        self.mark.set_text(mark)
        unsteady = mark.startswith(("▲", "■"))
        self.mark.set_colours(theme.INK, theme.ALARM if unsteady else None)
        task = do["task"]
        self.progress.set_text(
            tr("{number} of {all}", number=task["repeat"], all=do["of"]) if task and do["of"] > 1 else ""
        )
        self._show_rest(view)
        self._show_chart(view)
        newest = view["problems"][-1] if view["problems"] else None
        self.problem.set_text(f"▲ {told(newest['happened'])} {told(newest['remedy'])}" if newest else "")
        self.problem.setVisible(newest is not None)
        rows = refused_cells(view)
        self.refused.fill(rows)
        self.refused.setFixedHeight(theme.roomy(_ROW_PX * min(len(rows), _REFUSED_SHOWN) + 4))
        self.refused.setVisible(bool(rows))
        self._show_entry(do, way)
        self._focus(view, way)

    def _show_rest(self, view: Json) -> None:
        wait_s = view["do"]["wait_s"]
        if view["pressing"]:
            self.rest.set_text(tr("PRESSING …"))
            self.rest.set_colours(theme.INK, theme.BLUE_PALE)
        elif wait_s > 0.0:
            self.rest.set_text(tr("REST {seconds} s", seconds=math.ceil(wait_s)))
            self.rest.set_colours(theme.INK, theme.ALARM)
        else:
            self.rest.set_text("")
            self.rest.set_colours(theme.INK)

    def _show_chart(self, view: Json) -> None:
        chart = view["chart"]
        self.chart.setVisible(chart is not None)
        if chart is not None:
            self.chart.show_chart(readings_chart(chart, view["do"]["of"] if view["do"]["task"] else 0))

    def _show_entry(self, do: Json, way: str) -> None:
        typed = way in ("take", "press", "type")
        for widget in (self.value, self.unit, self.type):
            widget.setVisible(typed)
        self.unit.setText(do["unit"])
        self.take.setVisible(way == "take")
        self.yes.setVisible(way == "yes_no")
        self.no.setVisible(way == "yes_no")
        self.finish.setVisible(bool(do["may_finish"]))
        self._show_enough(do)
        loaded = do["task"] is not None and do["task"]["load"] is not None and typed
        self.load.setVisible(loaded)
        self.load_label.setVisible(loaded)
        self.exclude.setEnabled(any(reading["used"] for reading in self._view["readings"]))
        newest = self._view["problems"][-1]["code"] if self._view["problems"] else ""
        self.identified.setVisible(newest == "reading.does_not_fit")

    def _show_enough(self, do: Json) -> None:
        """Offer to end here, once the method has what it needs."""
        least = do.get("least", 0)
        self.enough.setVisible(bool(least) and not self._view["pressing"])
        if least:
            taken = do["task"]["repeat"] - 1
            self.enough.setText(tr("Eno&ugh: {taken} taken, {least} needed", taken=taken, least=least))

    def _focus(self, view: Json, way: str) -> None:
        """Go to what is due, once for each task; typing must not be disturbed by the next status."""
        task = view["do"]["task"]
        due = (view["do"]["key"], str(task), way)
        if due == self._focused:
            return
        self._focused = due
        self.value.clear()
        self.load.setText(written(task["load"]) if task and task["load"] is not None else "")
        if view["do"]["key"] == "finish":
            self.finish.setFocus()
        elif way == "take":
            self.take.setFocus()
        elif way == "type":
            self.value.setFocus()
        elif way == "yes_no":
            self.yes.setFocus()
        else:
            self.setFocus()

    def enter(self) -> None:
        """The page has come up: the next status says where the focus goes."""
        self._focused = ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field has given its value: it does not lead to the next field as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() is self.value:
            return
        super().keyPressEvent(event)

    def _loaded(self) -> float | None:
        return number(self.load.text()) if self.load.isVisibleTo(self) else None

    def _take(self) -> None:
        try:
            self._send({"kind": "take", "load": self._loaded()})
        except ValueError as wrong:
            self._desk.say(tr("Load: {wrong}.", wrong=wrong))

    def _type(self) -> None:
        try:
            value = number(self.value.text())
            event = {"kind": "typed", "value": value, "unit": self.unit.text(), "load": self._loaded()}
        except ValueError as wrong:
            self._desk.say(tr("Value: {wrong}.", wrong=wrong))
            self.value.setFocus()
            return
        self.value.clear()
        self._send(event)

    def _inspect(self, *, yes: bool) -> None:
        if yes:
            self._send({"kind": "inspect", "yes": True, "text": ""})
        else:
            faults = {
                "tip broken": tr("tip broken"),
                "tip bent": tr("tip bent"),
                "burr": tr("burr"),
                "dirty": tr("dirty"),
            }
            inquire_among(
                self._desk,
                tr("What is wrong with it?"),
                faults,
                lambda text: self._send({"kind": "inspect", "yes": False, "text": text}),
            )

    def _exclude(self) -> None:
        last = next((reading for reading in reversed(self._view["readings"]) if reading["used"]), None)
        if last is not None:
            reasons = {
                "slipped": tr("slipped"),
                "touched the edge of the pan": tr("touched the edge of the pan"),
                "draught": tr("draught"),
                "hand not steady": tr("hand not steady"),
            }
            inquire_among(
                self._desk,
                tr("Reading {number} does not count. Why?", number=last["number"]),
                reasons,
                lambda reason: self._send({"kind": "exclude", "number": last["number"], "reason": reason}),
            )

    def _identify(self) -> None:
        grounds = {
            "label read again, it is the right one": tr("label read again, it is the right one"),
            "force measured elsewhere fits": tr("force measured elsewhere fits"),
        }
        inquire_among(
            self._desk,
            tr("How do you know that it is the right one?"),
            grounds,
            lambda text: self._send({"kind": "identified", "text": text}),
        )

    def _ask_abandon(self) -> None:
        reasons = {
            "instrument broken": tr("instrument broken"),
            "balance not usable": tr("balance not usable"),
            "interrupted": tr("interrupted"),
            "wrong instrument": tr("wrong instrument"),
        }
        question = tr("Abandon this calibration; all readings are kept. Why?")
        inquire_among(self._desk, question, reasons, self._abandon)


def _absence(state: str | None) -> str:
    """Why the device of a calibration shows nothing."""
    return {
        "lost": tr("LOST"),
        "silent": tr("SILENT"),
        "opening": tr("OPENING"),
    }.get(state or "", tr("NOT ATTACHED"))


def refused_cells(view: Json) -> list[tuple[str, str, str, str]]:
    """The readings that are not used, newest first, each with the reason."""
    rows: list[tuple[float, tuple[str, str, str, str]]] = []
    for reading in view["readings"]:
        if reading["used"]:
            continue
        value = "–" if reading["value"] is None else f"{shown_value(reading['value'])} {reading['unit']}"
        refused = reading["refused"]
        why = told(refused["happened"]) if refused else tr("excluded: {why}", why=told(reading["excluded"]))
        rows.append((reading["t_s"], (f"✕ {reading['number']}", f"{reading['t_s']:.0f} s", value, why)))
    for stray in view["strays"]:
        value = f"{shown_value(stray['value'])} {stray['unit']}"
        why = tr("came when something else was due ({due}); kept, not used", due=named(stray["due"]))
        rows.append((stray["t_s"], ("✕", f"{stray['t_s']:.0f} s", value, why)))
    rows.sort(key=lambda row: row[0], reverse=True)
    return [cells for _, cells in rows]
