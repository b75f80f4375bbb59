"""What is plugged in, which of it is remembered, and the question on the wire for the port that was chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qst_station.gui import theme
from qst_station.gui.form import text_field
from qst_station.gui.json_lines import Json

_COLUMNS = ("Port", "USB", "Serial number", "Product", "What is known")
_OFFERED = 4
_ROWS = 6


class PortsPanel(QFrame):
    """Ports and remembered devices of the desk.

    Parameters
    ----------
    ask : callable
        Sends a request to the engine.
    attach_as : callable
        Takes a port and the gauge that it is taken for; an empty gauge where that is unknown.
    """

    def __init__(self, ask: Callable[..., None], attach_as: Callable[[str, str], None]) -> None:
        super().__init__()
        self._ask = ask
        self._attach_as = attach_as
        self._shown: tuple[object, ...] = ()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setHorizontalHeaderLabels(list(_COLUMNS))
        self.table.setAccessibleName("ports of this computer")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.setFont(theme.text(16))
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(_COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._port_chosen)
        self.note = QLabel()
        self.note.setFont(theme.text(16))
        self.url = text_field("port to ask", "COM5, /dev/ttyUSB0, socket://HOST:PORT, a path")
        self.ask_port = QPushButton("Ask on the wire")
        self.ask_port.clicked.connect(lambda: self._ask("ask_port", url=self.url.text().strip()))
        self.take_back = QPushButton("Take back")
        self.take_back.clicked.connect(lambda: self._ask("take_back"))
        self.by_hand = QPushButton("Attach here …")
        self.by_hand.clicked.connect(lambda: self._attach_as(self.url.text().strip(), ""))
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self._known = QGridLayout()
        self._offers = QHBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.url, 1)
        for button in (self.ask_port, self.take_back, self.by_hand):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(_heading("Remembered devices"))
        column.addLayout(self._known)
        column.addWidget(_heading("Ports found; none is opened until you ask"))
        column.addWidget(self.table)
        column.addWidget(self.note)
        column.addLayout(row)
        column.addWidget(self.answer)
        column.addLayout(self._offers)
        column.addStretch(1)

    def show_desk(self, desk: Json) -> None:
        """Show what the engine found. What is as it was keeps its focus and its selection."""
        question = desk["question"]
        parts = (desk["ports"], desk["known"], question and {**question})
        before = self._shown or (None, None, ())
        self._shown = parts
        if parts[0] != before[0]:
            self._show_ports(desk["ports"])
        self.note.setText(_ports_note(desk))
        self.note.setVisible(bool(self.note.text()))
        if parts[1] != before[1]:
            self._show_known(desk["known"])
        if parts[2] != before[2]:
            self._show_question(question)

    def _show_ports(self, ports: list[Json]) -> None:
        chosen = self.url.text()
        self.table.blockSignals(True)
        self.table.setRowCount(len(ports))
        for row, port in enumerate(ports):
            cells = (port["url"], port["usb"] or "not USB", port["serial_number"] or "–", port["product"] or "–")
            for place, text in enumerate((*cells, _port_words(port))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, place, item)
            if port["url"] == chosen:
                self.table.selectRow(row)
        self.table.resizeRowsToContents()
        self.table.blockSignals(False)
        rows = sum(self.table.rowHeight(row) for row in range(min(len(ports), _ROWS)))
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows + 6)

    def _show_known(self, known: list[Json]) -> None:
        _clear(self._known)
        for row, device in enumerate(known):
            name, url = device["name"], device["url"]
            words = QLabel(_known_words(device))
            words.setWordWrap(True)
            self._known.addWidget(words, row, 0)
            attach = QPushButton("Attach")
            attach.setVisible(bool(url) and (device["lost"] or not device["attached"]))
            attach.setAccessibleName(f"attach {name} at {url}")
            attach.clicked.connect(lambda _=False, n=name, u=url: self._ask("attach_known", name=n, url=u))
            forget = QPushButton("Forget")
            forget.setAccessibleName(f"forget {name}")
            forget.clicked.connect(lambda _=False, n=name: self._ask("forget", name=n))
            self._known.addWidget(attach, row, 1)
            self._known.addWidget(forget, row, 2)
        if not known:
            self._known.addWidget(QLabel("None yet: what is attached by USB is remembered."), 0, 0)
        self._known.setColumnStretch(0, 1)

    def _show_question(self, question: Json | None) -> None:
        running = question is not None and question["state"] == "running"
        self.take_back.setEnabled(running)
        self.ask_port.setEnabled(not running)
        self.answer.setText(_question_words(question) if question else "")
        _clear(self._offers)
        url, gauges = (question["url"], question["gauges"]) if question else ("", [])
        for gauge in gauges[:_OFFERED]:
            known = gauge["known"]
            button = QPushButton(f"Attach {known} here" if known else f"Attach as {gauge['gauge']}")
            button.setToolTip(f"{gauge['title']}: {gauge['confidence']}, {gauge['why']}")
            if known:
                button.clicked.connect(lambda _=False, n=known, u=url: self._ask("attach_known", name=n, url=u))
            else:
                button.clicked.connect(lambda _=False, u=url, g=gauge["gauge"]: self._attach_as(u, g))
            self._offers.addWidget(button)
        self._offers.addStretch(1)

    def _port_chosen(self) -> None:
        row = self.table.currentRow()
        item = self.table.item(row, 0) if row >= 0 else None
        if item is not None:
            self.url.setText(item.text())


def _ports_note(desk: Json) -> str:
    if desk["listing_failed"]:
        return f"▲ The ports cannot be listed: {desk['listing_failed']}"
    if not desk["listed"]:
        return "Looking …"
    return "" if desk["ports"] else "No serial port is plugged in. A socket or a path can be typed below."


def _port_words(port: Json) -> str:
    if port["used_by"]:
        return f"in use: {port['used_by']}"
    likely = f"likely {', '.join(port['likely'])}" if port["likely"] else ""
    return "; ".join(part for part in (likely, f"▲ {port['doubt']}" if port["doubt"] else "") if part)


def _known_words(device: Json) -> str:
    said = f"{device['name']}  ·  {device['identity']}"
    if device["attached"] and not device["lost"]:
        return f"● {said}  ·  attached"
    if device["certain"]:
        moved = "" if device["url"] == device["was_at"] else f", before at {device['was_at']}"
        return f"✓ {said}  ·  same device, now at {device['url']}{moved}"
    perhaps = f" (perhaps at {device['url']})" if device["url"] else ""
    return f"▲ {said}  ·  {device['why']}{perhaps}"


def _question_words(question: Json) -> str:
    url, state = question["url"], question["state"]
    if state == "running":
        return f"◌ Asking {url}: first listening, then asking. This takes some seconds …"
    if state == "cancelled":
        return f"The question to {url} was taken back."
    if state == "failed":
        return f"▲ {url}: {question['why']}. {question['remedy']}"
    if not question["gauges"]:
        heard = f" It sent {question['received'][0]}." if question["received"] else " Nothing answered."
        return f"▲ {url}: no gauge was recognised.{heard} Is it on, on its main screen, its output enabled?"
    best = question["gauges"][0]
    if best["confidence"] != "sure":
        may_be = "; ".join(f"{gauge['title']} ({gauge['confidence']})" for gauge in question["gauges"][:_OFFERED])
        return f"▲ {url} did not say who it is. Its label decides which: {may_be}."
    told = f" It says {best['told']}." if best["told"] else ""
    return f"✓ {url} is {best['title']}: {best['why']}.{told}"


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(theme.text(20, bold=True))
    return label


def _clear(layout: QGridLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
