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
from qst_station.gui.calibration_words import UNKNOWN, live_words, shown_value
from qst_station.gui.chart import ChartView
from qst_station.gui.fitted_text import LEFT, Align, FittedText
from qst_station.gui.form import text_field
from qst_station.gui.instrument_forms import push_button
from qst_station.gui.json_lines import Json
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.screen import Desk

_EXCLUDING = ("slipped", "touched the edge of the pan", "draught", "hand not steady")
_IDENTIFYING = ("label read again, it is the right one", "force measured elsewhere fits")
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
        self.do.setFixedHeight(theme.scaled(70))
        self.live = FittedText(most=110, bold=True, align=LEFT)
        self.mark = FittedText(most=26, bold=True, align=LEFT)
        self.progress = FittedText(most=30, bold=True, align=Align.AlignRight | Align.AlignVCenter)
        self.rest = FittedText(most=60, bold=True, align=Align.AlignRight | Align.AlignVCenter)
        self.chart = ChartView()
        self.problem = FittedText(most=18, bold=True, align=LEFT, ground=theme.ORANGE_PALE)
        self.problem.setFixedHeight(theme.scaled(52))
        self.refused = PlainTable("readings not used", ("", "time", "value", "why"))
        self.refused.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # older ones are scrolled to
        self.refused.horizontalHeader().hide()
        self.value = text_field("value as the display shows it", "from the display", most=12)
        self.value.returnPressed.connect(self._type)
        self.unit = QLabel("")
        self.load_label = QLabel("Load on it")
        self.load = text_field("load that lies on", most=12)
        self.type = push_button("T&ype it", self._type)
        self.take = push_button("&Take it  ⏎", self._take)
        self.yes = push_button("&Yes", lambda: self._inspect(yes=True))
        self.no = push_button("&No …", lambda: self._inspect(yes=False))
        self.finish = push_button("&Finish  ⏎", lambda: self._send({"kind": "finish"}))
        self.exclude = push_button("E&xclude the last …", self._exclude)
        self.identified = push_button("It &is the right one …", self._identify)
        self.leave = push_button("&Leave for later", leave)
        self.abandon = push_button("A&bandon …", self._ask_abandon)
        self._lay_out()

    def _lay_out(self) -> None:
        live = QHBoxLayout()
        live.addWidget(self.live, 6)
        live.addWidget(self.mark, 3)
        right = QVBoxLayout()
        right.addWidget(self.progress, 2)
        right.addWidget(self.rest, 3)
        live.addLayout(right, 4)
        entry = QHBoxLayout()
        self.value.setFixedWidth(theme.scaled(200))
        self.load.setFixedWidth(theme.scaled(90))
        for widget in (self.load_label, self.load, self.value, self.unit, self.type):
            entry.addWidget(widget)
        entry.addStretch(1)
        for widget in (self.no, self.yes, self.take, self.finish):
            entry.addWidget(widget)
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addWidget(self.abandon)
        foot.addStretch(1)
        foot.addWidget(self.identified)
        foot.addWidget(self.exclude)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.do)
        column.addLayout(live, 3)
        column.addWidget(self.chart, 7)
        column.addWidget(self.problem)
        column.addWidget(self.refused)
        column.addLayout(entry)
        column.addLayout(foot)
        for widget in (self.load, self.load_label, self.take, self.yes, self.no, self.finish, self.identified):
            widget.hide()

    def show_view(self, view: Json) -> None:
        """Show how the readings stand."""
        self._view = view
        do, way = view["do"], view["do"]["input"]
        resting = do["wait_s"] > 0.0 and not view["pressing"]
        self.do.set_text(f"REST. Then: {do['say']}" if resting else do["say"])
        digits, mark = live_words(view["live"])
        if view["device"] is None:
            mark = "values are typed"
        elif view["device_state"] != "connected":
            digits, mark = UNKNOWN, f"▲ {view['device']}: {(view['device_state'] or 'not attached').upper()}"
        self.live.set_text(digits)
        self.mark.set_text(mark)
        unsteady = mark.startswith(("▲", "■"))
        self.mark.set_colours(theme.INK, theme.ORANGE if unsteady else None)
        task = do["task"]
        self.progress.set_text(f"{task['repeat']} of {do['of']}" if task and do["of"] > 1 else "")
        self._show_rest(view)
        self._show_chart(view)
        newest = view["problems"][-1] if view["problems"] else None
        self.problem.set_text(f"▲ {newest['happened']} {newest['remedy']}" if newest else "")
        self.problem.setVisible(newest is not None)
        rows = refused_cells(view)
        self.refused.fill(rows)
        self.refused.setFixedHeight(theme.scaled(_ROW_PX * min(len(rows), _REFUSED_SHOWN) + 4))
        self.refused.setVisible(bool(rows))
        self._show_entry(do, way)
        self._focus(view, way)

    def _show_rest(self, view: Json) -> None:
        wait_s = view["do"]["wait_s"]
        if view["pressing"]:
            self.rest.set_text("PRESSING …")
            self.rest.set_colours(theme.INK, theme.BLUE_PALE)
        elif wait_s > 0.0:
            self.rest.set_text(f"REST {math.ceil(wait_s)} s")
            self.rest.set_colours(theme.INK, theme.ORANGE)
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
        loaded = do["task"] is not None and do["task"]["load"] is not None and typed
        self.load.setVisible(loaded)
        self.load_label.setVisible(loaded)
        self.exclude.setEnabled(any(reading["used"] for reading in self._view["readings"]))
        newest = self._view["problems"][-1]["code"] if self._view["problems"] else ""
        self.identified.setVisible(newest == "reading.does_not_fit")

    def _focus(self, view: Json, way: str) -> None:
        """Go to what is due, once for each task; typing must not be disturbed by the next status."""
        task = view["do"]["task"]
        due = (view["do"]["key"], str(task), way)
        if due == self._focused:
            return
        self._focused = due
        self.value.clear()
        self.load.setText(f"{task['load']:g}" if task and task["load"] is not None else "")
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
            self._desk.say(f"Load: {wrong}.")

    def _type(self) -> None:
        try:
            value = number(self.value.text())
            event = {"kind": "typed", "value": value, "unit": self.unit.text(), "load": self._loaded()}
        except ValueError as wrong:
            self._desk.say(f"Value: {wrong}.")
            self.value.setFocus()
            return
        self.value.clear()
        self._send(event)

    def _inspect(self, *, yes: bool) -> None:
        if yes:
            self._send({"kind": "inspect", "yes": True, "text": ""})
        else:
            self._desk.inquire(
                "What is wrong with it?",
                ("tip broken", "tip bent", "burr", "dirty"),
                lambda text: self._send({"kind": "inspect", "yes": False, "text": text}),
            )

    def _exclude(self) -> None:
        last = next((reading for reading in reversed(self._view["readings"]) if reading["used"]), None)
        if last is not None:
            self._desk.inquire(
                f"Reading {last['number']} does not count. Why?",
                _EXCLUDING,
                lambda reason: self._send({"kind": "exclude", "number": last["number"], "reason": reason}),
            )

    def _identify(self) -> None:
        self._desk.inquire(
            "How do you know that it is the right one?",
            _IDENTIFYING,
            lambda text: self._send({"kind": "identified", "text": text}),
        )

    def _ask_abandon(self) -> None:
        self._desk.inquire(
            "Abandon this calibration; all readings are kept. Why?",
            ("instrument broken", "balance not usable", "interrupted", "wrong instrument"),
            self._abandon,
        )


def refused_cells(view: Json) -> list[tuple[str, str, str, str]]:
    """The readings that are not used, newest first, each with the reason."""
    rows: list[tuple[float, tuple[str, str, str, str]]] = []
    for reading in view["readings"]:
        if reading["used"]:
            continue
        value = "–" if reading["value"] is None else f"{shown_value(reading['value'])} {reading['unit']}"
        refused = reading["refused"]
        why = refused["happened"] if refused else f"excluded: {reading['excluded']}"
        rows.append((reading["t_s"], (f"✕ {reading['number']}", f"{reading['t_s']:.0f} s", value, why)))
    for stray in view["strays"]:
        value = f"{shown_value(stray['value'])} {stray['unit']}"
        why = f"came when something else was due ({stray['due'].replace('_', ' ')}); kept, not used"
        rows.append((stray["t_s"], ("✕", f"{stray['t_s']:.0f} s", value, why)))
    rows.sort(key=lambda row: row[0], reverse=True)
    return [cells for _, cells in rows]
