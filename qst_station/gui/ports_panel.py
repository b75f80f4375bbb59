"""What is plugged in, which of it is remembered, and the question on the wire for the port that was chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qst_station.gui import theme
from qst_station.gui.flow_row import FlowRow, flowing
from qst_station.gui.form import text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.paired_fields import cramped, tab_through
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.words import told, tr

_OFFERED = 4


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
        heads = (tr("Port"), tr("USB"), tr("Serial number"), tr("Product"), tr("What is known"))
        self.table = PlainTable(tr("ports of this computer"), heads, choose=True, whole=True)
        self.table.currentCellChanged.connect(self._port_chosen)
        self.note = QLabel()
        self.note.setFont(theme.text(16))
        self.note.setWordWrap(True)
        self.url = text_field(tr("port to ask"), tr("COM5, /dev/ttyUSB0, socket://HOST:PORT, a path"))
        self.ask_port = QPushButton(tr("Ask on the wire"))
        self.table.entered_row.connect(self.ask_port.setFocus)
        self.ask_port.clicked.connect(lambda: self._ask("ask_port", url=self.url.text().strip()))
        self.take_back = QPushButton(tr("Take back"))
        self.take_back.clicked.connect(lambda: self._ask("take_back"))
        self.by_hand = QPushButton(tr("Attach here …"))
        self.by_hand.clicked.connect(lambda: self._attach_as(self.url.text().strip(), ""))
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self._known = QGridLayout()
        self._offers = FlowRow()
        self._lay_out()

    def _lay_out(self) -> None:
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if cramped() else QBoxLayout.Direction.LeftToRight)
        row.addWidget(self.url, 1)
        row.addWidget(flowing(self.ask_port, self.take_back, self.by_hand), 1)
        column = QVBoxLayout(self)
        column.addWidget(_heading(tr("Remembered devices")))
        column.addLayout(self._known)
        column.addWidget(_heading(tr("Ports found; none is opened until you ask")))
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
        if parts[1:] != before[1:]:
            ask = (self.table, self.url, self.ask_port, self.take_back, self.by_hand)
            tab_through(*_buttons(self._known), *ask, *_buttons(self._offers))

    def _show_ports(self, ports: list[Json]) -> None:
        self.table.fill([_port_cells(port) for port in ports])
        urls = [port["url"] for port in ports]
        chosen = urls.index(self.url.text()) if self.url.text() in urls else -1
        self.table.blockSignals(True)
        self.table.setCurrentCell(chosen, 0 if chosen >= 0 else -1)
        self.table.blockSignals(False)

    def _show_known(self, known: list[Json]) -> None:
        _clear(self._known)
        for row, device in enumerate(known):
            name, url = device["name"], device["url"]
            words = QLabel(_known_words(device))
            words.setWordWrap(True)
            self._known.addWidget(words, row, 0)
            attach = QPushButton(tr("Attach"))
            attach.setVisible(bool(url) and (device["lost"] or not device["attached"]))
            attach.setAccessibleName(tr("attach {device} at {port}", device=name, port=url))
            attach.clicked.connect(lambda _=False, n=name, u=url: self._ask("attach_known", name=n, url=u))
            forget = QPushButton(tr("Forget"))
            forget.setAccessibleName(tr("forget {device}", device=name))
            forget.clicked.connect(lambda _=False, n=name: self._ask("forget", name=n))
            self._known.addWidget(attach, row, 1)
            self._known.addWidget(forget, row, 2)
        if not known:
            none = QLabel(tr("None yet: what is attached by USB is remembered."))
            none.setWordWrap(True)
            self._known.addWidget(none, 0, 0)
        self._known.setColumnStretch(0, 1)

    def _show_question(self, question: Json | None) -> None:
        """Show how the question stands. Who asked it or took it back finds the focus on what comes next."""
        running = question is not None and question["state"] == "running"
        follows = self.window().focusWidget() in (self.ask_port, self.take_back, *_buttons(self._offers))
        self.take_back.setEnabled(running)
        self.ask_port.setEnabled(not running)
        self.answer.setText(_question_words(question) if question else "")
        _clear(self._offers)
        url, gauges = (question["url"], question["gauges"]) if question else ("", [])
        for gauge in gauges[:_OFFERED]:
            offer = self._offer(url, gauge)
            self._offers.addWidget(offer)
            offer.show()  # at once, or it could not take the focus
        if follows:
            (self.take_back if running else next(iter(_buttons(self._offers)), self.ask_port)).setFocus()

    def _offer(self, url: str, gauge: Json) -> QPushButton:
        name, known = gauge["gauge"], gauge["known"]
        offer = QPushButton(
            tr("Attach {device} here", device=known) if known else tr("Attach as {gauge}", gauge=name)
        )
        offer.setToolTip(f"{told(gauge['title'])}: {told(gauge['confidence'])}, {told(gauge['why'])}")
        if known:
            offer.clicked.connect(lambda: self._ask("attach_known", name=known, url=url))
        else:
            offer.clicked.connect(lambda: self._attach_as(url, name))
        return offer

    def _port_chosen(self) -> None:
        row = self.table.currentRow()
        item = self.table.item(row, 0) if row >= 0 else None
        if item is not None:
            self.url.setText(item.text())


def _ports_note(desk: Json) -> str:
    if desk["listing_failed"]:
        return tr("▲ The ports cannot be listed: {why}", why=told(desk["listing_failed"]))
    if not desk["listed"]:
        return tr("Looking …")
    return "" if desk["ports"] else tr("No serial port is plugged in. A socket or a path can be typed below.")


def _port_cells(port: Json) -> tuple[str, str, str, str, str]:
    usb = port["usb"] or tr("not USB")
    return port["url"], usb, port["serial_number"] or "–", port["product"] or "–", _port_words(port)


def _port_words(port: Json) -> str:
    if port["used_by"]:
        return tr("in use: {device}", device=port["used_by"])
    likely = tr("likely {gauges}", gauges=", ".join(port["likely"])) if port["likely"] else ""
    return "; ".join(part for part in (likely, f"▲ {told(port['doubt'])}" if port["doubt"] else "") if part)


def _known_words(device: Json) -> str:
    said, url, before = f"{device['name']}  ·  {told(device['identity'])}", device["url"], device["was_at"]
    if device["attached"] and not device["lost"]:
        return tr("● {device}  ·  attached", device=said)
    if device["certain"] and url == before:
        return tr("✓ {device}  ·  same device, now at {port}", device=said, port=url)
    if device["certain"]:
        moved = tr("before at {port}", port=before)
        return tr("✓ {device}  ·  same device, now at {port}, {moved}", device=said, port=url, moved=moved)
    perhaps = tr(" (perhaps at {port})", port=url) if url else ""
    return f"▲ {said}  ·  {told(device['why'])}{perhaps}"


def _question_words(question: Json) -> str:
    url, state = question["url"], question["state"]
    if state == "running":
        return tr("◌ Asking {port}: first listening, then asking. This takes some seconds …", port=url)
    if state == "cancelled":
        return tr("The question to {port} was taken back.", port=url)
    if state == "failed":
        return f"▲ {url}: {told(question['why'])}. {told(question['remedy'])}"
    if not question["gauges"]:
        heard = tr("It sent {what}.", what=question["received"][0]) if question["received"] else ""
        return tr(
            "▲ {port}: no gauge was recognised. {heard} Is it on, on its main screen, its output enabled?",
            port=url,
            heard=heard or tr("Nothing answered."),
        )
    best = question["gauges"][0]
    if best["confidence"] != "sure":
        may_be = "; ".join(
            f"{told(gauge['title'])} ({told(gauge['confidence'])})" for gauge in question["gauges"][:_OFFERED]
        )
        return tr("▲ {port} did not say who it is. Its label decides which: {gauges}.", port=url, gauges=may_be)
    found = tr("✓ {port} is {gauge}: {why}.", port=url, gauge=told(best["title"]), why=told(best["why"]))
    return f"{found} {tr('It says {what}.', what=best['told'])}" if best["told"] else found


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(theme.text(20, bold=True))
    label.setWordWrap(True)
    return label


def _buttons(layout: QLayout) -> list[QPushButton]:
    items = [layout.itemAt(i) for i in range(layout.count())]
    widgets = [item.widget() for item in items if item is not None]
    return [widget for widget in widgets if isinstance(widget, QPushButton)]


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
