"""The first two steps of a calibration: the room, and the standards that it rests on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from qst_station.gui.form import list_field, text_field
from qst_station.gui.instrument_forms import FormPage
from qst_station.gui.json_lines import Json
from qst_station.gui.typed_number import refuse_two_meanings, written
from qst_station.gui.words import told, tr

_NUMBER = re.compile(r"[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)")
_KIND_OF_ROLE = {"balance": "balance", "check_mass": "reference_mass", "loads": "reference_mass", "rule": "rule"}
_UNITS = {
    "balance": ("g", "mg"),
    "check_mass": ("g", "mg"),
    "loads": ("g", "mN", "1"),
    "calliper": ("mm",),
    "rule": ("mm",),
}
_WITH_DIVISION = ("balance", "calliper")


def number(text: str) -> float:
    """A number with an optional sign, a comma or a dot.

    Raises
    ------
    ValueError
        It is none; the message is for the operator.
    """
    if not _NUMBER.fullmatch(text.strip()):
        raise ValueError(tr("{typed} is no number", typed=text.strip()) if text.strip() else tr("type a number"))
    return float(text.strip().replace(",", "."))


class ConditionsForm(FormPage):
    """Temperature, humidity and a note; ``send`` gets the event."""

    def __init__(self, send: Callable[[Json], None], back: Callable[[], None]) -> None:
        super().__init__(tr("The room"), tr("Note the conditions  ⏎"), back)
        self._send = send
        self.back.setText(tr("&Leave for later"))
        self.temperature = text_field(tr("temperature in degrees Celsius"), "22.5", most=8)
        self.humidity = text_field(tr("relative humidity in percent"), "48", most=8)
        self.note = text_field(tr("note on the room"), tr("air conditioning off"), most=200)
        self.limits = QLabel("")
        self.limits.setWordWrap(True)
        self.add_row(tr("Temperature, °C"), self.temperature)
        self.add_row(tr("Relative humidity, %"), self.humidity)
        self.add_row(tr("Note"), self.note)
        self.add_row("", self.limits)
        self.accept.clicked.connect(self._accept)

    def begin(self, view: Json) -> None:
        """Open the form for a calibration."""
        self.limits.setText(_limits(view["method"], view["material"]))
        self.missing.setText(_refused(view["conditions"]))
        for field in (self.temperature, self.humidity):
            field.clear()
        self.temperature.setFocus()

    def _accept(self) -> None:
        event: Json = {"kind": "conditions", "note": self.note.text().strip()}
        if _numbers(self, event, (("temperature_c", self.temperature), ("humidity_percent", self.humidity))):
            self._send(event)


class ReferenceForm(FormPage):
    """A standard with its own certificate; what was entered for a role is offered for the next item."""

    def __init__(self, send: Callable[[Json], None], back: Callable[[], None]) -> None:
        super().__init__("", tr("Use this standard  ⏎"), back)
        self._send = send
        self._role = ""
        self._known: dict[str, Json] = {}
        self._before: dict[str, Json] = {}
        self.back.setText(tr("&Leave for later"))
        self.heading = QLabel("")
        self.heading.setWordWrap(True)
        self.chosen = list_field(tr("from the register"))
        self.chosen.currentIndexChanged.connect(self._fill_from_register)
        self.unit = list_field(tr("unit of its uncertainty"))
        self.fields: dict[str, QLineEdit] = {}
        self._labels: dict[str, QWidget] = {}
        self.add_row("", self.heading)
        self.add_row(tr("From the register"), self.chosen)
        for name, label, hint in (
            ("id", tr("Its name"), ""),
            ("certificate", tr("Its certificate"), tr("number")),
            ("due", tr("Valid until"), "2027-05-02"),
            ("nominal", tr("Value of the mass"), tr("as certified")),
            (
                "expanded",
                tr("Expanded uncertainty U"),
                tr("from its certificate"),
            ),
            ("coverage_factor", tr("Coverage factor k"), tr("often 2")),
            ("division", tr("Last digit of its display"), "0.0001"),
        ):
            self.fields[name] = text_field(label, hint, most=60)
            self._labels[name] = self.add_row(label, self.fields[name])
        self.add_row(tr("Unit"), self.unit)
        self.accept.clicked.connect(self._accept)

    def show_register(self, instruments: list[Json]) -> None:
        """Keep the standards of the register, to be chosen from."""
        self._known = {one["id"]: one for one in instruments if one["state"] != "retired"}

    def begin(self, view: Json) -> None:
        """Open the form for the role that is due."""
        role = view["do"]["role"]
        refused = _refused([one for one in view["references"] if one["role"] == role])
        self.missing.setText(refused)
        self._role = role
        self.heading.setText(
            tr(
                "{standard}, with its own certificate. U includes any error that is not corrected for.",
                standard=_role_words(role),
            )
        )
        self.chosen.blockSignals(True)
        self.chosen.clear()
        self.chosen.addItem(tr("not in the register"), "")
        for name, one in self._known.items():
            if one["kind"] == _KIND_OF_ROLE.get(role):
                self.chosen.addItem(f"{name} · {one['model']}", name)
        self.chosen.blockSignals(False)
        self.unit.clear()
        for unit in _UNITS.get(role, ("1",)):
            self.unit.addItem(tr("a share of the value") if unit == "1" else unit, unit)
        for name in ("nominal", "division"):
            there = role == "check_mass" if name == "nominal" else role in _WITH_DIVISION
            self.fields[name].setVisible(there)
            self._labels[name].setVisible(there)
        self._fill(self._before.get(role, {}) if not refused else {})
        (self.accept if self.fields["id"].text() else self.chosen).setFocus()

    def _fill(self, values: Json) -> None:
        for name, field in self.fields.items():
            value = values.get(name, "")
            field.setText(written(value) if isinstance(value, float) else str(value))
        if values.get("unit"):
            self.unit.setCurrentIndex(max(0, self.unit.findData(values["unit"])))

    def _fill_from_register(self) -> None:
        one = self._known.get(self.chosen.currentData() or "")
        if one is not None:
            self._fill(
                {
                    "id": one["id"],
                    "certificate": one["certificate"] or "",
                    "due": one["due"] or "",
                    "nominal": one.get("nominal_mass_g") or "",
                }
            )

    def _accept(self) -> None:
        event: Json = {"kind": "reference", "role": self._role, "unit": self.unit.currentData()}
        for name in ("id", "certificate", "due"):
            event[name] = self.fields[name].text().strip()
            if not event[name]:
                field = self.fields[name]
                self.miss(tr("{field} is needed.", field=field.accessibleName()), field)
                return
        try:
            datetime.date.fromisoformat(event["due"])
        except ValueError:
            self.miss(tr("The day is written like 2027-05-02."), self.fields["due"])
            return
        numbers = [(name, self.fields[name]) for name in ("nominal", "expanded", "coverage_factor", "division")]
        if _numbers(self, event, [(name, field) for name, field in numbers if field.isVisibleTo(self)]):
            self._before[self._role] = event
            self._send(event)


def _role_words(role: str) -> str:
    return {
        "balance": tr("The balance"),
        "check_mass": tr("The check mass"),
        "loads": tr("The reference loads"),
        "calliper": tr("The calliper"),
        "rule": tr("The steel rule"),
    }.get(role, role)


def _numbers(form: FormPage, event: Json, fields: Sequence[tuple[str, QLineEdit]]) -> bool:
    """Put the numbers of fields into an event; False, with a sentence, where one is none."""
    for name, field in fields:
        try:
            refuse_two_meanings(field.text().strip())
            event[name] = number(field.text())
        except ValueError as wrong:
            form.miss(f"{field.accessibleName()}: {wrong}.", field)
            return False
    return True


def _refused(entered: list[Json]) -> str:
    refused = entered[-1]["refused"] if entered else None
    return f"▲ {told(refused['happened'])} {told(refused['remedy'])}" if refused else ""


def _limits(method: Json, material: str) -> str:
    found = {setting["name"]: setting for setting in method["settings"]}
    low, high = found.get("humidity_low"), found.get("humidity_high")
    if material == "glass":
        return tr("Glass takes up no water: there is no limit of humidity.")
    if low is None or high is None or low["value"] is None or high["value"] is None:
        return tr("No limit of humidity is set: the sponsor must set it.")
    whose = tr("an UNVERIFIED default") if low["unverified"] else tr("set by {who}", who=low["set_by"])
    return tr(
        "Allowed: {low:g} to {high:g} % relative humidity, {whose}.",
        low=low["value"],
        high=high["value"],
        whose=whose,
    )
