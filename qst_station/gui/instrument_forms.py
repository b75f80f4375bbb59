"""The forms of the register: instruments to add, and the rule for when one is due."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qst_station.gui import theme
from qst_station.gui.calibration_words import KINDS
from qst_station.gui.choice_row import ChoiceRow
from qst_station.gui.form import list_field, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.screen import Desk
from qst_station.gui.typed_number import parsed

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SINGLE = "single"
_SOURCES = (
    ("optihair2", "OptiHair2, 12 hairs"),
    ("dfns_pinpricks", "DFNS pinpricks"),
    (_SINGLE, "one instrument"),
)
_BLANK = re.compile(r'^(serial|owner|set_name) = "FILL IN"', re.MULTILINE)


def filled_in(example: str, **fields: str) -> str:
    """The text of an example with what only the site knows."""
    return _BLANK.sub(lambda blank: f"{blank[1]} = {_toml(fields[blank[1]])}", example)


def document_of(fields: dict[str, str]) -> str:
    """A set document (TOML) of one instrument; fields that are empty are left out.

    Raises
    ------
    ValueError
        The nominal value is no number.
    """
    shared = ("kind", "model", "serial", "owner", "source", "tip", "material")
    lines = [f"{name} = {_toml(fields[name])}" for name in shared if fields.get(name)]
    lines += ["", "[[instruments]]", f"id = {_toml(fields['id'])}"]
    if fields.get("nominal"):
        unit = "nominal_mass_g" if fields["kind"] == "reference_mass" else "nominal_mn"
        lines.append(f"{unit} = {float(parsed(fields['nominal']))!r}")
    if fields.get("certificate"):
        number, laboratory = _toml(fields["certificate"]), _toml(fields["laboratory"])
        lines.append(
            f"certificate = {{ number = {number}, laboratory = {laboratory}, date = {fields['certified_on']} }}"
        )
    return "\n".join(lines) + "\n"


def _toml(text: str) -> str:
    """A string of TOML; the escapes of JSON are a part of those of TOML."""
    return json.dumps(text, ensure_ascii=False)


def push_button(label: str, act: Callable[[], None]) -> QPushButton:
    """A button that does one thing."""
    button = QPushButton(label)
    button.clicked.connect(act)
    return button


class FormPage(QWidget):
    """Fields below each other under a heading, two buttons, and a line for what is missing."""

    def __init__(self, heading: str, accept: str, back: Callable[[], None]) -> None:
        super().__init__()
        title = QLabel(heading)
        title.setFont(theme.text(26, bold=True))
        self.missing = QLabel("")
        self.missing.setFont(theme.text(18, bold=True))
        self.missing.setWordWrap(True)
        self.accept = QPushButton(accept)
        self.back = QPushButton("Back")
        self.back.clicked.connect(back)
        self._fields: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.missing, 1)
        foot.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(title)
        column.addWidget(_scrolling(self._grid), 1)
        column.addLayout(foot)

    def add_row(self, label: str, field: QWidget) -> QLabel:
        """Put a field below the last one."""
        words = QLabel(label)
        row = self._grid.rowCount()
        self._grid.addWidget(words, row, 0, _RIGHT)
        self._grid.addWidget(field, row, 1)
        if field.focusPolicy() != Qt.FocusPolicy.NoFocus:
            for before, after in pairwise([*self._fields[-1:], field, self.accept, self.back]):
                QWidget.setTabOrder(before, after)
            self._fields.append(field)
        return words

    def miss(self, sentence: str, field: QWidget) -> None:
        """Say what is missing, and go there."""
        self.missing.setText(f"▲ {sentence}")
        field.setFocus()


def _scrolling(grid: QGridLayout) -> QScrollArea:
    """Rows that scroll to the field in focus where a small window has no room for all of them."""
    rows = QWidget()
    column = QVBoxLayout(rows)
    column.setContentsMargins(0, 0, theme.GAP, 0)
    column.addLayout(grid)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidget(rows)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class AddForm(FormPage):
    """A shipped set, or one instrument; ``added`` is called once the register has them."""

    def __init__(
        self, desk: Desk, actor: Callable[[], Json | None], added: Callable[[], None], back: Callable[[], None]
    ) -> None:
        super().__init__("Add to the register", "Register  ⏎", back)
        self._desk = desk
        self._actor = actor
        self._added = added
        self._first = False
        self.source = ChoiceRow("what to add", _SOURCES)
        self.source.changed.connect(self._show_fields)
        self.kind = list_field("kind of instrument")
        for kind, title in KINDS:
            self.kind.addItem(title, kind)
        self.kind.currentIndexChanged.connect(self._show_fields)
        self.fields: dict[str, QLineEdit] = {}
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        self._rows["source"] = (self.add_row("What", self.source), self.source)
        self._rows["kind"] = (self.add_row("Kind", self.kind), self.kind)
        for name, label, hint in (
            ("site", "Site prefix", "INCA-01: stands in every certificate number; asked for once"),
            ("set_name", "Name of the set", "optihair2-A; the first hair is then optihair2-A-0.25"),
            ("id", "Name", "balance-1"),
            ("model", "Model", ""),
            ("serial", "Serial or lot", ""),
            ("owner", "Owner", ""),
            ("nominal", "Nominal", "force in mN, of a reference mass the mass in g"),
            ("material", "Material", "glass, nylon"),
            ("tip", "Tip", "flat, 0.25 mm"),
            ("origin", "Source of the nominal value", "label, data sheet, certificate"),
            ("certificate", "Its certificate", "number, where a laboratory gave one"),
            ("laboratory", "Laboratory", ""),
            ("certified_on", "Certified on", "2026-05-02"),
        ):
            self.fields[name] = text_field(label.lower(), hint)
            self._rows[name] = (self.add_row(label, self.fields[name]), self.fields[name])
        self.accept.clicked.connect(self._accept)
        self._show_fields()

    def begin(self, *, first: bool) -> None:
        """Open the form; ``first``: there is no register yet."""
        self._first = first
        self.missing.setText("")
        self._show_fields()
        self.source.setFocus()

    def _show_fields(self) -> None:
        single = self.source.value() == _SINGLE
        with_force = self.kind.currentData() in ("hair", "pinprick")
        shown = {"source"} | ({"site"} if self._first else set())
        if single:
            shown |= {"kind", "id", "model", "serial", "owner", "origin"}
            shown |= {"certificate", "laboratory", "certified_on"}
            shown |= {"nominal", "material", "tip"} if with_force else set()
            shown |= {"nominal"} if self.kind.currentData() == "reference_mass" else set()
        elif self.source.value():
            shown |= {"set_name", "serial", "owner"}
        for name, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(name in shown)

    def _needed(self) -> list[tuple[QLineEdit, str]]:
        needed = [("serial", "Type the serial number or the lot."), ("owner", "Type who owns it.")]
        if self._first:
            needed.insert(0, ("site", "Type the prefix of the certificate numbers of this site."))
        if self.source.value() == _SINGLE:
            needed += [("id", "Type a name."), ("model", "Type the model."), ("origin", "Type the source.")]
            if self.fields["certificate"].text().strip():
                needed += [("laboratory", "Type the laboratory."), ("certified_on", "Type the day: 2026-05-02.")]
        else:
            needed.append(("set_name", "Type a name for the set."))
        return [(self.fields[name], sentence) for name, sentence in needed]

    def _accept(self) -> None:
        if not self.source.value():
            self.miss("Choose what to add.", self.source)
            return
        for field, sentence in self._needed():
            if not field.text().strip():
                self.miss(sentence, field)
                return
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        actor = self._actor()
        if actor is None:
            return
        if self.source.value() != _SINGLE:
            shared = {name: texts[name] for name in ("serial", "owner", "set_name")}
            self._desk.request(
                "calibrate_example",
                lambda answer: self._send(filled_in(answer["text"], **shared), texts["site"], actor),
                name=self.source.value(),
            )
            return
        try:
            text = document_of({**texts, "kind": self.kind.currentData(), "source": texts["origin"]})
        except ValueError as wrong:
            self.miss(f"Nominal: {wrong}.", self.fields["nominal"])
            return
        self._send(text, texts["site"], actor)

    def _send(self, text: str, site: str, actor: Json) -> None:
        self._desk.request(
            "calibrate_add",
            lambda _: self._added(),
            text=text,
            site=site if self._first else None,
            actor=actor,
        )


class DueForm(FormPage):
    """When an instrument must be seen to; ``accepted`` gets the event for the register."""

    def __init__(self, accepted: Callable[[Json], None], back: Callable[[], None]) -> None:
        super().__init__("Due rule", "Enter into the register  ⏎", back)
        self._accepted = accepted
        self.days = text_field("calibrate again after days", "days; empty: not set, it does not expire", most=5)
        self.soon = text_field("due soon before, days", "days before that day", most=5)
        self.check = text_field(
            "daily check is good for days", "1: each day of use; empty: none asked for", most=5
        )
        self.set_by = text_field("decided by", "sponsor, protocol 3.2")
        reason = QLabel("No published standard says how long a calibration holds. The sponsor decides.")
        reason.setWordWrap(True)
        self.add_row("", reason)
        self.add_row("Calibrate again after", self.days)
        self.add_row("Due soon", self.soon)
        self.add_row("Daily check", self.check)
        self.add_row("Decided by", self.set_by)
        self.accept.clicked.connect(self._accept)

    def begin(self, rule: Json) -> None:
        """Open the form with the rule in force."""
        for field, name in self._days():
            field.setText("" if rule[name] is None else str(rule[name]))
        self.set_by.setText(rule["set_by"])
        self.missing.setText("")
        self.days.setFocus()

    def _days(self) -> tuple[tuple[QLineEdit, str], ...]:
        return (
            (self.days, "recalibrate_after_days"),
            (self.soon, "due_soon_days"),
            (self.check, "check_every_days"),
        )

    def _accept(self) -> None:
        event: Json = {"kind": "due_rule", "set_by": self.set_by.text().strip()}
        for field, name in self._days():
            text = field.text().strip()
            if text and not (text.isascii() and text.isdigit() and int(text) > 0):
                self.miss("Days are whole numbers above 0, or empty.", field)
                return
            event[name] = int(text) if text else None
        if not event["set_by"]:
            self.miss("Type who decided it.", self.set_by)
            return
        self._accepted(event)
