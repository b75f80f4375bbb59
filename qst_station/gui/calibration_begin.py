"""Before a calibration: what is read, how the item looks, and every setting of the method with whose it is."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qst_station.gui import theme
from qst_station.gui.calibration_words import setting_words, warning_words
from qst_station.gui.choice_row import ChoiceRow
from qst_station.gui.flow_row import flowing
from qst_station.gui.form import ScrollPage, list_field, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.paired_fields import cramped, tab_through
from qst_station.gui.plain_table import Cell, PlainTable
from qst_station.gui.screen import Desk
from qst_station.gui.typed_number import parsed
from qst_station.gui.words import told, tr
from qst_station.gui.wrapped_text import Notice

_TYPED = ""  # no device: every value is typed
_READING_UNITS = {"force_gauge": ("N", "mN", "gf", "kgf", "lbf"), "tape": ("mm", "cm"), "balance": ("g", "mg")}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CalibrationBegin(QWidget):
    """The first page. ``begin`` gets the arguments of the ask; ``attach`` opens the device desk."""

    def __init__(
        self, desk: Desk, begin: Callable[[Json], None], attach: Callable[[], None], back: Callable[[], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._begin = begin
        self._instrument: Json = {}
        self._method: Json = {}
        self._set: dict[str, Json] = {}
        self._offered: list[tuple[str, str]] | None = None
        self.title = QLabel("")
        self.title.setFont(theme.text(26, bold=True))
        self.title.setWordWrap(True)
        self.device = list_field(tr("device that is read"))
        self.device.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.device.setMinimumContentsLength(20)
        self.condition = text_field(tr("condition of the item"), tr("clean, straight, tip intact"))
        self.unit = list_field(tr("unit of its readings"))
        self.division = text_field(tr("division of its display"), tr("0.01"))
        self.loads = text_field(tr("reference loads"), tr("5 10 20, rising"))
        self.load_unit = ChoiceRow(tr("unit of the loads"), (("g", "g"), ("mN", "mN")))
        self.probe = ChoiceRow(tr("round flat probe"), (("yes", tr("yes")), ("no", tr("no"))))
        self.warning = QLabel("")
        self.warning.setWordWrap(True)
        self.settings = PlainTable(
            tr("settings of the method"), (tr("setting"), tr("value"), tr("whose")), choose=True
        )
        self.settings.setMinimumHeight(theme.roomy(150))
        self.value = text_field(tr("new value of the setting"), tr("new value"), most=12)
        self.set_by = text_field(tr("who decided it"), tr("decided by: sponsor"))
        self.set = QPushButton(tr("&Set it"))
        self.set.clicked.connect(self._set_value)
        self.missing = Notice()
        self.attach = QPushButton(tr("Attach a &device …"))
        self.attach.clicked.connect(attach)
        self.back = QPushButton(tr("&Back"))
        self.back.clicked.connect(back)
        self.begin = QPushButton(tr("Begin  ⏎"))
        self.begin.clicked.connect(self._go_on)
        self._lay_out()

    def _lay_out(self) -> None:
        change = QBoxLayout(_side_by_side())
        change.addWidget(self.value, 2)
        change.addWidget(self.set_by, 4)
        change.addWidget(self.set)
        right = QVBoxLayout()
        right.addWidget(self.warning)
        right.addWidget(self.settings, 1)
        right.addLayout(change)
        halves = QBoxLayout(_side_by_side())
        halves.setSpacing(2 * theme.GAP)
        halves.addWidget(self._more_fields(), 4)
        halves.addLayout(right, 6)
        always = QGridLayout()
        always.setColumnStretch(1, 1)
        for row, (label, field) in enumerate(((tr("Device"), self.device), (tr("Condition"), self.condition))):
            always.addWidget(QLabel(label), row, 0, _RIGHT)
            always.addWidget(field, row, 1)
        foot = QHBoxLayout()
        foot.addWidget(flowing(self.back, self.attach), 1)
        foot.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignBottom)
        inside = QWidget()
        rest = QVBoxLayout(inside)
        rest.addWidget(self.title)
        rest.addLayout(always)
        rest.addLayout(halves, 1)
        rest.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollPage(inside), 1)
        column.addWidget(self.missing)  # in sight wherever the field is, as is what begins
        column.addLayout(foot)
        tab_through(self.settings, self.value, self.set_by, self.set, self.back, self.attach, self.begin)

    def _more_fields(self) -> QWidget:
        """What is asked of a gauge, a tape or a balance; not there for a hair or a pinprick."""
        self._more = QWidget()
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Reads in"), self.unit),
            (tr("Division"), self.division),
            (tr("Loads"), self.loads),
            (tr("Loads in"), self.load_unit),
            (tr("Round probe"), self.probe),
        )
        self._rows: dict[QWidget, QLabel] = {}
        for i, (label, field) in enumerate(rows):
            self._rows[field] = QLabel(label)
            grid.addWidget(self._rows[field], i, 0, _RIGHT)
            grid.addWidget(field, i, 1)
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addStretch(1)
        return self._more

    def open(self, instrument: Json, kind: str) -> None:
        """Show what a method will do with an instrument."""
        self._instrument, self._method, self._set = instrument, {}, {}
        self.missing.setText("")
        for field in (self.condition, self.value):
            field.clear()
        self.settings.fill([])
        self.begin.setEnabled(False)
        nominal = f", {instrument['nominal_mn']:g} mN" if instrument["nominal_mn"] is not None else ""
        self.title.setText(f"{instrument['id']}{nominal}")
        self._show_extra(instrument["kind"])

        def found(answer: Json) -> None:
            self._method = next(method for method in answer["methods"] if method["kind"] == kind)
            self.title.setText(f"{told(self._method['title'])}: {instrument['id']}{nominal}")
            self.begin.setEnabled(True)
            self._show_settings()

        self._desk.request("calibrate_methods", found, instrument=instrument["id"])
        self._offered = None
        self.condition.setFocus()

    def _show_extra(self, kind: str) -> None:
        units = _READING_UNITS.get(kind, ())
        self.unit.clear()
        self.unit.addItem(tr("choose"), "")
        for unit in units:
            self.unit.addItem(unit, unit)
        shown = {
            self.unit: bool(units),
            self.division: bool(units),
            self.loads: kind in ("force_gauge", "balance"),
            self.load_unit: kind in ("force_gauge", "balance"),
            self.probe: kind == "force_gauge",
        }
        for field, there in shown.items():
            field.setVisible(there)
            self._rows[field].setVisible(there)
        self._more.setVisible(any(shown.values()))

    def show_devices(self, devices: list[Json]) -> None:
        """Offer the devices that the item can be read with."""
        kind = "force" if self._instrument.get("kind") == "force_gauge" else "balance"
        fits = [] if self._instrument.get("kind") == "tape" else [d for d in devices if d["kind"] == kind]
        offered = [(f"{device['name']}: {told(device['title'])}", device["name"]) for device in fits]
        if offered == self._offered:
            return
        chosen = self.device.currentData()
        self._offered = offered
        self.device.clear()
        for title, name in offered:
            self.device.addItem(title, name)
        self.device.addItem(tr("none: values are typed"), _TYPED)
        self.device.setCurrentIndex(max(0, self.device.findData(chosen)) if chosen else 0)

    def _show_settings(self) -> None:
        changed = [{**setting, **self._set.get(setting["name"], {})} for setting in self._method["settings"]]
        self._listed = sorted(changed, key=_urgency)
        self.settings.fill([_setting_cells(setting) for setting in self._listed])
        confirmed = {
            name: [other for other in self._method[name] if other not in self._set]
            for name in ("unverified", "not_set")
        }
        open_ = sum(len(names) for names in confirmed.values())
        if open_:
            words = tr(
                "▲ {unverified} unverified defaults, {not_set} not set. No standard gives them: the sponsor must "
                "confirm or set them. What is used stands in the certificate.",
                unverified=len(confirmed["unverified"]),
                not_set=len(confirmed["not_set"]),
            )
        else:
            words = tr("Every setting has been confirmed.")
        self.warning.setText(words)
        self.warning.setAccessibleName(warning_words({**self._method, **confirmed}, most=99))

    def _set_value(self) -> None:
        row = self.settings.currentRow()
        try:
            value = parsed(self.value.text().strip())
        except ValueError as wrong:
            self._miss(tr("Setting: {wrong}.", wrong=told(str(wrong))), self.value)
            return
        if not self.set_by.text().strip():
            self._miss(tr("Type who decided it."), self.set_by)
            return
        if row < 0 or self._listed[row]["values"]:
            self._miss(tr("Choose a setting of one value."), self.settings)
            return
        name = self._listed[row]["name"]
        today = datetime.date.today().isoformat()
        self._set[name] = {"name": name, "value": value, "set_by": self.set_by.text().strip(), "set_on": today}
        self.value.clear()
        self.missing.setText("")
        self._show_settings()
        self.settings.setFocus()

    def arguments(self) -> Json | None:
        """What `calibrate_begin` is asked with; None, with a sentence, where something is missing."""
        given: Json = {
            "instrument": self._instrument["id"],
            "method": self._method["kind"],
            "device": self.device.currentData() or None,
            "condition": self.condition.text().strip(),
            "settings": list(self._set.values()),
        }
        if not given["condition"]:
            self._miss(tr("Say how the item looks: clean, straight, tip intact."), self.condition)
            return None
        try:
            return given | self._extra_arguments()
        except _Missing as missing:
            self._miss(str(missing), missing.field)
            return None

    def _extra_arguments(self) -> Json:
        extra: Json = {}
        if self.unit.isVisibleTo(self):
            if not self.unit.currentData():
                raise _Missing(tr("Choose the unit of its readings."), self.unit)
            extra = {"reading_unit": self.unit.currentData(), "division": _number(self.division)}
        if self.loads.isVisibleTo(self):
            if not self.load_unit.value():
                raise _Missing(tr("Choose the unit of the loads."), self.load_unit)
            extra |= {"loads": _numbers(self.loads), "load_unit": self.load_unit.value()}
        if self.probe.isVisibleTo(self):
            if not self.probe.value():
                raise _Missing(tr("Say whether the probe is round and flat."), self.probe)
            extra["round_probe"] = self.probe.value() == "yes"
        return extra

    def _go_on(self) -> None:
        given = self.arguments()
        if given is not None:
            self.missing.setText("")
            self._begin(given)

    def _miss(self, sentence: str, field: Any) -> None:
        self.missing.setText(f"▲ {sentence}")
        field.setFocus()


def _side_by_side() -> QBoxLayout.Direction:
    """Side by side, or below each other where text is large."""
    return QBoxLayout.Direction.TopToBottom if cramped() else QBoxLayout.Direction.LeftToRight


class _Missing(ValueError):
    """Something that was not filled in."""

    def __init__(self, sentence: str, field: QWidget) -> None:
        super().__init__(sentence)
        self.field = field


def _number(field: QLineEdit) -> float:
    try:
        return parsed(field.text().strip())
    except ValueError as wrong:
        raise _Missing(tr("The division: {wrong}.", wrong=told(str(wrong))), field) from wrong


def _numbers(field: QLineEdit) -> list[float]:
    try:
        loads = [parsed(word) for word in field.text().replace(";", " ").split()]
    except ValueError as wrong:
        raise _Missing(tr("Loads: {wrong}.", wrong=told(str(wrong))), field) from wrong
    if not loads:
        raise _Missing(tr("Type the loads, separated by blanks."), field)
    return loads


def _urgency(setting: Json) -> int:
    """What nobody has set comes first, then what nobody has confirmed."""
    if setting["value"] is None and not setting["values"]:
        return 0
    return 1 if setting["unverified"] and not setting["set_by"] else 2


def _setting_cells(setting: Json) -> list[str | Cell]:
    cells = setting_words(setting)
    if _urgency(setting) == 2:
        return list(cells)
    return [*cells[:2], Cell(text=cells[2], ink=theme.INK, ground=theme.ORANGE_PALE)]
