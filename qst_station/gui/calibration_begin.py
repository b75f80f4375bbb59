"""Before a calibration: what is read, how the item looks, and every setting of the method with whose it is."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
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
from qst_station.gui.form import list_field, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.plain_table import Cell, PlainTable
from qst_station.gui.screen import Desk
from qst_station.gui.typed_number import parsed

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
        self.device = list_field("device that is read")
        self.device.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.device.setMinimumContentsLength(20)
        self.condition = text_field("condition of the item", "clean, straight, tip intact")
        self.unit = list_field("unit of its readings")
        self.division = text_field("division of its display", "the last digit, 0.01")
        self.loads = text_field("reference loads", "5 10 20 35 50, in rising order")
        self.load_unit = ChoiceRow("unit of the loads", (("g", "g"), ("mN", "mN")))
        self.probe = ChoiceRow("round flat probe", (("yes", "yes"), ("no", "no")))
        self.warning = QLabel("")
        self.warning.setWordWrap(True)
        self.settings = PlainTable("settings of the method", ("setting", "value", "whose"), choose=True)
        self.value = text_field("new value of the setting", "new value", most=12)
        self.set_by = text_field("who decided it", "decided by: sponsor, protocol 3.2")
        self.set = QPushButton("&Set it")
        self.set.clicked.connect(self._set_value)
        self.missing = QLabel("")
        self.missing.setFont(theme.text(18, bold=True))
        self.attach = QPushButton("Attach a &device …")
        self.attach.clicked.connect(attach)
        self.back = QPushButton("&Back")
        self.back.clicked.connect(back)
        self.begin = QPushButton("Begin  ⏎")
        self.begin.clicked.connect(self._go_on)
        self._lay_out()

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._extra: list[QWidget] = []
        rows: tuple[tuple[str, QWidget, bool], ...] = (
            ("Device", self.device, False),
            ("Condition", self.condition, False),
            ("Reads in", self.unit, True),
            ("Division", self.division, True),
            ("Loads", self.loads, True),
            ("Loads in", self.load_unit, True),
            ("Round probe", self.probe, True),
        )
        self._rows: dict[QWidget, QLabel] = {}
        for i, (label, field, _) in enumerate(rows):
            self._rows[field] = QLabel(label)
            self._grid.addWidget(self._rows[field], i, 0, _RIGHT)
            self._grid.addWidget(field, i, 1)
        left = QVBoxLayout()
        left.addLayout(self._grid)
        left.addStretch(1)
        change = QHBoxLayout()
        change.addWidget(self.value, 2)
        change.addWidget(self.set_by, 4)
        change.addWidget(self.set)
        right = QVBoxLayout()
        right.addWidget(self.warning)
        right.addWidget(self.settings, 1)
        right.addLayout(change)
        halves = QHBoxLayout()
        halves.setSpacing(2 * theme.GAP)
        halves.addLayout(left, 4)
        halves.addLayout(right, 6)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.attach)
        foot.addWidget(self.missing, 1)
        foot.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addLayout(halves, 1)
        column.addLayout(foot)

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
            self.title.setText(f"{self._method['title']}: {instrument['id']}{nominal}")
            self.begin.setEnabled(True)
            self._show_settings()

        self._desk.request("calibrate_methods", found, instrument=instrument["id"])
        self._offered = None
        self.condition.setFocus()

    def _show_extra(self, kind: str) -> None:
        units = _READING_UNITS.get(kind, ())
        self.unit.clear()
        self.unit.addItem("choose", "")
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

    def show_devices(self, devices: list[Json]) -> None:
        """Offer the devices that the item can be read with."""
        kind = "force" if self._instrument.get("kind") == "force_gauge" else "balance"
        fits = [] if self._instrument.get("kind") == "tape" else [d for d in devices if d["kind"] == kind]
        offered = [(f"{device['name']}: {device['title']}", device["name"]) for device in fits]
        if offered == self._offered:
            return
        chosen = self.device.currentData()
        self._offered = offered
        self.device.clear()
        for title, name in offered:
            self.device.addItem(title, name)
        self.device.addItem("none: type each value from the display", _TYPED)
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
        self.warning.setText(
            f"▲ {len(confirmed['unverified'])} unverified defaults, {len(confirmed['not_set'])} not set. No "
            "standard gives them: the sponsor must confirm or set them. What is used stands in the certificate."
            if open_
            else "Every setting has been confirmed."
        )
        self.warning.setAccessibleName(warning_words({**self._method, **confirmed}, most=99))

    def _set_value(self) -> None:
        row = self.settings.currentRow()
        try:
            value = parsed(self.value.text().strip())
        except ValueError as wrong:
            self._miss(f"Setting: {wrong}.", self.value)
            return
        if not self.set_by.text().strip():
            self._miss("Type who decided it.", self.set_by)
            return
        if row < 0 or self._listed[row]["values"]:
            self._miss("Choose a setting of one value.", self.settings)
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
            self._miss("Say how the item looks: clean, straight, tip intact.", self.condition)
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
                raise _Missing("Choose the unit of its readings.", self.unit)
            extra = {"reading_unit": self.unit.currentData(), "division": _number(self.division, "The division")}
        if self.loads.isVisibleTo(self):
            if not self.load_unit.value():
                raise _Missing("Choose the unit of the loads.", self.load_unit)
            extra |= {"loads": _numbers(self.loads), "load_unit": self.load_unit.value()}
        if self.probe.isVisibleTo(self):
            if not self.probe.value():
                raise _Missing("Say whether the probe is round and flat.", self.probe)
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


class _Missing(ValueError):
    """Something that was not filled in."""

    def __init__(self, sentence: str, field: QWidget) -> None:
        super().__init__(sentence)
        self.field = field


def _number(field: QLineEdit, name: str) -> float:
    try:
        return parsed(field.text().strip())
    except ValueError as wrong:
        raise _Missing(f"{name}: {wrong}.", field) from wrong


def _numbers(field: QLineEdit) -> list[float]:
    try:
        loads = [parsed(word) for word in field.text().replace(";", " ").split()]
    except ValueError as wrong:
        raise _Missing(f"Loads: {wrong}.", field) from wrong
    if not loads:
        raise _Missing("Type the loads, separated by blanks.", field)
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
