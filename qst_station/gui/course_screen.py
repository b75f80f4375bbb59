"""The course of a participant: the picture, the same as tables, and what the verdicts rest on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout

from qst_station.gui import theme
from qst_station.gui.course_picture import SUFFIXES, save_picture
from qst_station.gui.course_plot import CoursePlot, band_words
from qst_station.gui.fitted_text import FittedText
from qst_station.gui.form import Form
from qst_station.gui.json_lines import Json
from qst_station.gui.plain_table import Cell, PlainTable
from qst_station.gui.screen import Desk

_LIMB_HEADS = (
    "visit",
    "date",
    "affected",
    "other",
    "difference",
    "change affected",
    "change difference",
    "remarks",
)
_VOLUME_HEADS = (
    "visit",
    "date",
    "affected, estimated (95 %)",
    "other, estimated (95 %)",
    "from the girth, by the site's own calibration",
)
_NONE = "–"


class CourseScreen(Form):
    """``back`` leaves the screen; ``ask_path`` asks for a file to save to, and gives an empty text for none."""

    def __init__(self, desk: Desk, back: Callable[[], None], ask_path: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._ask_path = ask_path or self._ask_for_path
        self._course: Json | None = None
        self.title = QLabel("Course")
        self.title.setFont(theme.text(28, bold=True))
        self.warning = FittedText(
            "Research output, not for diagnosis", most=18, bold=True, ground=theme.ORANGE_PALE
        )
        self.warning.setFixedSize(theme.scaled(360), theme.scaled(34))
        self.plot = CoursePlot()
        self.limb = PlainTable("limb by visit", _LIMB_HEADS)
        self.volumes = PlainTable("estimated volumes by visit", _VOLUME_HEADS)
        self.parameters = PlainTable("parameters by visit", ("test",))
        self.notes = QLabel("")
        self.notes.setWordWrap(True)
        self.notes.setFont(theme.text(17))
        self.notes.setMargin(theme.GAP)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("limb, estimated volumes, tests, what it rests on")
        self.tabs.addTab(self.limb, "&Limb")
        self.tabs.addTab(self.volumes, "&Estimated volume")
        self.tabs.addTab(self.parameters, "&Tests")
        self.tabs.addTab(self.notes, "What it &rests on")
        self.back = QPushButton("&Back")
        self.back.clicked.connect(back)
        self.save = QPushButton("&Save the picture …")
        self.save.clicked.connect(self._save)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.warning)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GAP, theme.GAP, 2 * theme.GAP, theme.GAP)
        column.addLayout(top)
        column.addWidget(self.plot, 10)
        column.addWidget(self.tabs, 7)
        column.addLayout(foot)

    def enter(self, participant_id: str, actor: Json) -> None:
        """The screen has come up: ask for the course, which not every role may see."""
        self.clear(participant_id)
        self._desk.request(
            "course",
            lambda answer: self.show_course(answer["course"]),
            participant_id=participant_id,
            actor=actor,
        )
        self.back.setFocus()

    def clear(self, participant_id: str) -> None:
        """Show nothing of whoever was shown before."""
        self._course = None
        self.title.setText(f"{participant_id}: course")
        self.plot.course = None
        self.plot.update()
        self.limb.fill([])
        self._show_volumes([])
        self._show_parameters(("test",), [])
        self.notes.setText("")
        self.save.setEnabled(False)

    def show_course(self, course: Json) -> None:
        """Show picture, tables and notes."""
        self._course = course
        kind = "" if course["kind"] == "real" else f"  {course['kind'].upper()}"
        self.title.setText(f"{course['participant_id']}: course{kind}")
        self.plot.show_course(course)
        rows = zip(course["points"], course["limb"], strict=True)
        self.limb.fill([limb_cells(point, row) for point, row in rows])
        self._show_volumes(volume_rows(course))
        heads = ("test", "area", *(point["title"] for point in course["points"]))
        self._show_parameters(heads, [parameter_cells(row) for row in course["parameters"]])
        self.notes.setText("\n".join((band_words(course), *course["notes"])))
        self.save.setEnabled(True)
        for finding in course["findings"][:1]:
            self._desk.say(f"{finding['place']}: {finding['happened']}")

    def _show_volumes(self, rows: list[list[str]]) -> None:
        """The tab is there only where there is something to estimate from."""
        self.volumes.fill(rows)
        self.tabs.setTabVisible(self.tabs.indexOf(self.volumes), bool(rows))

    def _show_parameters(self, heads: tuple[str, ...], rows: list[list[str | Cell]]) -> None:
        self.parameters.fill([])
        self.parameters.setColumnCount(len(heads))
        self.parameters.setHorizontalHeaderLabels(heads)
        self.parameters.fill(rows)

    def _save(self) -> None:
        if self._course is None:
            return
        chosen = self._ask_path(f"{self._course['participant_id']}_course.svg")
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in SUFFIXES:
            self._desk.say(f"Not saved: {path.name} ends in none of {', '.join(SUFFIXES)}.")
            return
        try:
            save_picture(self._course, path)
        except OSError as error:
            self._desk.say(f"Not saved: {error.strerror or error}. Choose another folder.")
        else:
            self._desk.say(f"Saved: {path}")

    def _ask_for_path(self, name: str) -> str:
        kinds = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in SUFFIXES)
        return QFileDialog.getSaveFileName(self, "Save the picture", name, kinds)[0]


def limb_cells(point: Json, row: Json | None) -> list[str | Cell]:
    """The limb at one visit as a row; a gap says why."""
    where = [point["title"], point["on"] or _NONE]
    if row is None:
        return [*where, *[_NONE] * 5, point["gap"] or "no girth"]
    remarks = [row["remarks"], row["reason"], row["not_compared"]]
    reduction = row["excess_reduction_percent"]
    if reduction is not None:
        remarks.append(f"difference {-reduction:+.0f} % since day 0")
    return [
        *where,
        _cm(row["affected_cm"]),
        _cm(row["unaffected_cm"]),
        _cm(row["difference_cm"], sign=True),
        _verdict_cell(row, "affected"),
        _verdict_cell(row, "difference"),
        "; ".join(remark for remark in remarks if remark),
    ]


def volume_rows(course: Json) -> list[list[str]]:
    """Estimated volumes by visit and what they rest on; no row where the site has no calibration."""
    calibrations = {calibration["file"]: calibration for calibration in course["calibrations"]}
    return [
        _volume_row(point, row, calibrations[row["estimated_ml"]["calibration"]])
        for point, row in zip(course["points"], course["limb"], strict=True)
        if row is not None and row["estimated_ml"] is not None
    ]


def _volume_row(point: Json, row: Json, calibration: Json) -> list[str]:
    cells = [point["title"], point["on"] or _NONE]
    for side in ("affected", "unaffected"):
        volume = row["estimated_ml"][side]
        if volume is not None:
            words = f"≈ {volume['volume_ml']:.0f} ml ({volume['low_ml']:.0f} to {volume['high_ml']:.0f})"
        elif row[f"{side}_cm"] is not None:
            words = f"outside {calibration['girth_min_cm']:g} to {calibration['girth_max_cm']:g} cm"
        else:
            words = _NONE
        cells.append(words)
    found = f"SEE {calibration['see_ml']:.1f} ml, n {calibration['n']}, {calibration['done_on']}"
    return [*cells, f"{found}, {calibration['done_by']}: {calibration['file']}"]


def _verdict_cell(row: Json, quantity: str) -> str | Cell:
    verdict = next((v for v in row["verdicts"] if v["quantity"] == quantity), None)
    if verdict is None:
        return _NONE
    above = verdict["verdict"] == "above"
    words = (
        f"{'▲ ' if above else ''}{verdict['change_cm']:+.2f} cm, {verdict['verdict']} {verdict['mdc95_cm']:.2f}"
    )
    return Cell(text=words, ink=theme.INK, ground=theme.ORANGE_PALE if above else theme.PAPER)


def parameter_cells(row: Json) -> list[str | Cell]:
    """A parameter at one area over the visits: value, and z where it is shown."""
    area = "control" if row["site_role"] == "control" else "test"
    return [row["parameter"], area, *(value_words(value) for value in row["values"])]


def value_words(value: Json | None) -> str:
    """A value with its z; a censored one as a bound, a missing one with its reason."""
    if value is None:
        return _NONE
    unit = {"1": "", "1/8": "/8"}.get(value["unit"], f" {value['unit']}")
    bound = "≥ " if value["censored"] == "high" else "≤ " if value["censored"] else ""
    number = value["value"] if value["value"] is not None else value["bound"]
    if number is None:
        return str(value["reason"] or _NONE)
    words = f"{bound}{number:.3g}{unit}" if abs(number) < 100 else f"{bound}{number:.0f}{unit}"
    z = value.get("z")
    return words if z is None else f"{words}   z {z:+.2f}"


def _cm(value: float | None, *, sign: bool = False) -> str:
    if value is None:
        return _NONE
    return f"{value:+.2f} cm" if sign else f"{value:.2f} cm"
