"""The fields that describe a participant, for the start form and for enrolment. Nothing is chosen at first."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from qst_station.gui.choice_row import ChoiceRow
from qst_station.gui.form import list_field, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.participant_words import value_word
from qst_station.gui.words import told, tr

NOT_RECORDED = "not recorded"
OLDEST_Y = 119

_LIMBS = ("upper", "lower")
_SIDES = ("left", "right")
_SEXES = ("female", "male", NOT_RECORDED)
_HANDS = ("left", "right", "both", NOT_RECORDED)
_CONTROLS = ("valid", "affected", "injured", "operated", "amputated", "not_stated")

Missing = tuple[str, QWidget]


class PersonFields:
    """Side, limb, age and sex, which a visit needs; dominance, other limb and site, which enrolment asks for."""

    def __init__(self) -> None:
        self.side = ChoiceRow(tr("affected side"), _choices(_SIDES))
        self.limb = ChoiceRow(tr("affected limb"), _choices(_LIMBS))
        self.age = text_field(tr("age in years"), most=3)
        self.sex = ChoiceRow(tr("sex"), _choices(_SEXES))
        self.dominance = ChoiceRow(tr("dominant hand"), _choices(_HANDS))
        self.control = ChoiceRow(tr("other limb for comparison"), _choices(_CONTROLS))
        self.site = list_field(tr("site"))
        # The name of a clinic may be longer than any window is broad.
        self.site.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.site.setMinimumContentsLength(14)

    def rows(self) -> tuple[tuple[str, QWidget], ...]:
        """Labels and fields of what a visit needs."""
        return (
            (tr("Affected side"), self.side),
            (tr("Affected limb"), self.limb),
            (tr("Age, years"), self.age),
            (tr("Sex"), self.sex),
        )

    def enrolment_rows(self) -> tuple[tuple[str, QWidget], ...]:
        """Labels and fields of what only enrolment asks for."""
        return ((tr("Dominant hand"), self.dominance), (tr("Other limb"), self.control), (tr("Site"), self.site))

    def set_sites(self, sites: list[Json]) -> None:
        """Offer the sites of the study; one that has none is asked for none."""
        self.site.clear()
        if sites:
            self.site.addItem(tr("choose a site"), "")
        for site in sites:
            self.site.addItem(f"{site['code']}  {told(site['title'])}", site["code"])

    @property
    def has_sites(self) -> bool:
        """The study has sites, so that one must be chosen."""
        return self.site.count() > 0

    def missing(self) -> Missing | None:
        """What a visit needs and is not there: a sentence and the field."""
        if not self.side.value():
            return tr("Choose the affected side."), self.side
        if not self.limb.value():
            return tr("Choose the affected limb."), self.limb
        if not self._age_fits():
            return tr("Age is a whole number from 1 to {oldest}, or empty.", oldest=OLDEST_Y), self.age
        if not self.sex.value():
            return tr("Choose the sex, or that it is not recorded."), self.sex
        return None

    def missing_for_enrolment(self) -> Missing | None:
        """What enrolment asks for and is not there."""
        if not self.dominance.value():
            return tr("Choose the dominant hand, or that it is not recorded."), self.dominance
        if not self.control.value():
            return tr("Choose whether the other limb can be compared with."), self.control
        if self.has_sites and not self.site.currentData():
            return tr("Choose the site."), self.site
        return None

    def age_y(self) -> int | None:
        """The age; None where it is left empty."""
        text = self.age.text().strip()
        return int(text) if text else None

    def sex_said(self) -> str | None:
        """The sex; None where it is not recorded."""
        return _recorded(self.sex.value())

    def enrolment(self) -> Json:
        """What enrolment asks for beside what a visit needs."""
        return {
            "dominance": _recorded(self.dominance.value()),
            "control_limb": self.control.value(),
            "site": self.site.currentData() or "",
        }

    def fill(self, known: Json) -> None:
        """Show what is known of a participant."""
        self.side.choose(known["affected_side"] or "")
        self.limb.choose(known["affected_limb"] or "")
        self.age.setText("" if known["age_y"] is None else str(known["age_y"]))
        self.sex.choose(known["sex"] or NOT_RECORDED)
        self.dominance.choose(known["dominance"] or NOT_RECORDED)
        self.control.choose(known["control_limb"])
        self.site.setCurrentIndex(max(0, self.site.findData(known["site"])))

    def clear(self) -> None:
        """Choose nothing."""
        for choice in (self.side, self.limb, self.sex, self.dominance, self.control):
            choice.choose("")
        self.age.clear()
        self.site.setCurrentIndex(0 if self.has_sites else -1)

    def _age_fits(self) -> bool:
        age = self.age.text().strip()
        return not age or (age.isascii() and age.isdigit() and 1 <= int(age) <= OLDEST_Y)


def _recorded(value: str) -> str | None:
    return None if value == NOT_RECORDED else value


def _choices(values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What is sent, and the word that is shown for it."""
    return tuple((value, value_word(value)) for value in values)
