"""The forms of the register: instruments to add, and the rule for when one is due."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.calibration_words import kinds
from qst_station.gui.choice_row import ChoiceRow
from qst_station.gui.form import ScrollPage, list_field, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.paired_fields import cramped
from qst_station.gui.screen import Desk
from qst_station.gui.typed_number import parsed
from qst_station.gui.words import told, tr
from qst_station.gui.wrapped_text import Notice

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SINGLE = "single"
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
        title.setWordWrap(True)
        title.setVisible(bool(heading))
        self.missing = Notice()
        self.accept = QPushButton(accept)
        self.back = QPushButton(tr("Back"))
        self.back.clicked.connect(back)
        self._fields: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0 if cramped() else 1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.accept)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.addWidget(title)
        rows.addLayout(self._grid)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollPage(inside), 1)
        column.addWidget(self.missing)  # in sight wherever the field is, as the buttons are
        column.addLayout(foot)

    def add_row(self, label: str, field: QWidget) -> QLabel:
        """Put a field below the last one."""
        words = QLabel(label)
        row = self._grid.rowCount()
        if cramped():
            words.setVisible(bool(label))
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(field, row + 1, 0)
        else:
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


class AddForm(FormPage):
    """A shipped set, or one instrument; ``added`` is called once the register has them."""

    def __init__(
        self, desk: Desk, actor: Callable[[], Json | None], added: Callable[[], None], back: Callable[[], None]
    ) -> None:
        super().__init__(tr("Add to the register"), tr("Register  ⏎"), back)
        self._desk = desk
        self._actor = actor
        self._added = added
        self._first = False
        sources = (
            ("optihair2", tr("OptiHair2, 12 hairs")),
            ("dfns_pinpricks", tr("DFNS pinpricks")),
            (_SINGLE, tr("one instrument")),
        )
        self.source = ChoiceRow(tr("what to add"), sources)
        self.source.changed.connect(self._show_fields)
        self.kind = list_field(tr("kind of instrument"))
        for kind, title in kinds().items():
            self.kind.addItem(title, kind)
        self.kind.currentIndexChanged.connect(self._show_fields)
        self.fields: dict[str, QLineEdit] = {}
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        self._rows["source"] = (self.add_row(tr("What"), self.source), self.source)
        self._rows["kind"] = (self.add_row(tr("Kind"), self.kind), self.kind)
        for name, label, hint in _single_fields():
            self.fields[name] = text_field(label, hint)
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
        needed = [("serial", tr("Type the serial number or the lot.")), ("owner", tr("Type who owns it."))]
        if self._first:
            needed.insert(0, ("site", tr("Type the prefix of the certificate numbers of this site.")))
        if self.source.value() == _SINGLE:
            needed += [
                ("id", tr("Type a name.")),
                ("model", tr("Type the model.")),
                ("origin", tr("Type the source.")),
            ]
            if self.fields["certificate"].text().strip():
                needed += [("laboratory", tr("Type the laboratory."))]
                needed += [("certified_on", tr("Type the day: 2026-05-02."))]
        else:
            needed.append(("set_name", tr("Type a name for the set.")))
        return [(self.fields[name], sentence) for name, sentence in needed]

    def _accept(self) -> None:
        if not self.source.value():
            self.miss(tr("Choose what to add."), self.source)
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
            self.miss(tr("Nominal: {wrong}.", wrong=told(str(wrong))), self.fields["nominal"])
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


def _single_fields() -> tuple[tuple[str, str, str], ...]:
    """The fields of an instrument: name, label, example."""
    return (
        ("site", tr("Site prefix"), tr("INCA-01, for certificate numbers")),
        ("set_name", tr("Name of the set"), "optihair2-A"),
        ("id", tr("Name"), "balance-1"),
        ("model", tr("Model"), ""),
        ("serial", tr("Serial or lot"), ""),
        ("owner", tr("Owner"), ""),
        ("nominal", tr("Nominal"), tr("mN; of a mass g")),
        ("material", tr("Material"), tr("glass, nylon")),
        ("tip", tr("Tip"), tr("flat, 0.25 mm")),
        ("origin", tr("Source of the nominal value"), tr("label, data sheet")),
        ("certificate", tr("Its certificate"), tr("number, if it has one")),
        ("laboratory", tr("Laboratory"), ""),
        ("certified_on", tr("Certified on"), "2026-05-02"),
    )


class DueForm(FormPage):
    """When an instrument must be seen to; ``accepted`` gets the event for the register."""

    def __init__(self, accepted: Callable[[Json], None], back: Callable[[], None]) -> None:
        super().__init__(tr("Due rule"), tr("Enter into the register  ⏎"), back)
        self._accepted = accepted
        self.days = text_field(tr("calibrate again after days"), tr("days; empty: no end"), most=5)
        self.soon = text_field(tr("due soon before, days"), tr("days before that day"), most=5)
        self.check = text_field(tr("daily check is good for days"), tr("days; 1: each day of use"), most=5)
        self.set_by = text_field(tr("decided by"), tr("sponsor, protocol 3.2"))
        reason = QLabel(tr("No published standard says how long a calibration holds. The sponsor decides."))
        reason.setWordWrap(True)
        self.add_row("", reason)
        self.add_row(tr("Calibrate again after"), self.days)
        self.add_row(tr("Due soon"), self.soon)
        self.add_row(tr("Daily check"), self.check)
        self.add_row(tr("Decided by"), self.set_by)
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
                self.miss(tr("Days are whole numbers above 0, or empty."), field)
                return
            event[name] = int(text) if text else None
        if not event["set_by"]:
            self.miss(tr("Type who decided it."), self.set_by)
            return
        self._accepted(event)
