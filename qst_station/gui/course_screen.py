"""The course of a participant: the picture, the same as tables, and what the verdicts rest on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.course_picture import SUFFIXES, save_picture
from qst_station.gui.course_plot import CoursePlot
from qst_station.gui.course_words import band_words, limb_cells, parameter_cells, volume_rows
from qst_station.gui.fitted_text import FittedText
from qst_station.gui.form import Form, ScrollPage
from qst_station.gui.json_lines import Json
from qst_station.gui.participant_words import kind_mark
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.screen import Desk
from qst_station.gui.words import told, tr

_LEAST_ROWS = 150  # height that a table keeps


class CourseScreen(Form):
    """``back`` leaves the screen; ``ask_path`` asks for a file to save to, and gives an empty text for none."""

    def __init__(self, desk: Desk, back: Callable[[], None], ask_path: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._ask_path = ask_path or self._ask_for_path
        self._course: Json | None = None
        self.title = QLabel(tr("Course"))
        self.title.setFont(theme.text(28, bold=True))
        self.title.setWordWrap(True)
        self.warning = FittedText(
            tr("Research output, not for diagnosis"), most=18, bold=True, ground=theme.ORANGE_PALE
        )
        self.warning.setMinimumSize(theme.roomy(300), theme.roomy(34))
        self.plot = CoursePlot()
        self.limb = PlainTable(tr("limb by visit"), _limb_heads())
        self.volumes = PlainTable(tr("estimated volumes by visit"), _volume_heads())
        self.parameters = PlainTable(tr("parameters by visit"), (tr("test"),))
        self.notes = QLabel("")
        self.notes.setWordWrap(True)
        self.notes.setFont(theme.text(15))
        self.notes.setMargin(theme.GAP)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("limb, estimated volumes, tests, what it rests on"))
        self.tabs.addTab(self.limb, tr("&Limb"))
        self.tabs.addTab(self.volumes, tr("&Estimated volume"))
        self.tabs.addTab(self.parameters, tr("&Tests"))
        self.tabs.addTab(ScrollPage(self.notes), tr("What it &rests on"))
        self.tabs.setMinimumHeight(theme.roomy(_LEAST_ROWS))
        self.back = QPushButton(tr("&Back"))
        self.back.clicked.connect(back)
        self.save = QPushButton(tr("&Save the picture …"))
        self.save.clicked.connect(self._save)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 3)
        top.addWidget(self.warning, 2)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.save)
        page = QWidget()
        middle = QVBoxLayout(page)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.plot, 10)
        middle.addWidget(self.tabs, 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GAP, theme.GAP, 2 * theme.GAP, theme.GAP)
        column.addLayout(top)
        column.addWidget(ScrollPage(page), 1)
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
        self.title.setText(tr("{participant}: course", participant=participant_id))
        self.plot.show_course(None)
        self.limb.fill([])
        self._show_volumes([])
        self.parameters.fill([], (tr("test"),))
        self.notes.setText("")
        self.save.setEnabled(False)

    def show_course(self, course: Json) -> None:
        """Show picture, tables and notes."""
        self._course = course
        title = tr("{participant}: course", participant=course["participant_id"])
        self.title.setText(f"{title}  {kind_mark(course['kind'])}".strip())
        self.plot.show_course(course)
        rows = zip(course["points"], course["limb"], strict=True)
        self.limb.fill([limb_cells(point, row) for point, row in rows])
        self._show_volumes(volume_rows(course))
        heads = (tr("test"), tr("area"), *(told(point["title"]) for point in course["points"]))
        self.parameters.fill([parameter_cells(row) for row in course["parameters"]], heads)
        self.notes.setText("\n".join((band_words(course), *(told(note) for note in course["notes"]))))
        self.save.setEnabled(True)
        for finding in course["findings"][:1]:
            self._desk.say(f"{told(finding['place'])}: {told(finding['happened'])}")

    def _show_volumes(self, rows: list[list[str]]) -> None:
        """The tab is there only where there is something to estimate from."""
        self.volumes.fill(rows)
        self.tabs.setTabVisible(self.tabs.indexOf(self.volumes), bool(rows))

    def _save(self) -> None:
        if self._course is None:
            return
        chosen = self._ask_path(f"{self._course['participant_id']}_course.svg")
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in SUFFIXES:
            self._desk.say(
                tr("Not saved: {file} ends in none of {ends}.", file=path.name, ends=", ".join(SUFFIXES))
            )
            return
        try:
            save_picture(self._course, path)
        except OSError as error:
            self._desk.say(tr("Not saved: {why}. Choose another folder.", why=error.strerror or error))
        else:
            self._desk.say(tr("Saved: {file}", file=path))

    def _ask_for_path(self, name: str) -> str:
        kinds = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in SUFFIXES)
        return QFileDialog.getSaveFileName(self, tr("Save the picture"), name, kinds)[0]


def _limb_heads() -> tuple[str, ...]:
    return (
        tr("visit"),
        tr("date"),
        tr("affected"),
        tr("other"),
        tr("difference"),
        tr("change affected"),
        tr("change difference"),
        tr("remarks"),
    )


def _volume_heads() -> tuple[str, ...]:
    return (
        tr("visit"),
        tr("date"),
        tr("affected, estimated (95 %)"),
        tr("other, estimated (95 %)"),
        tr("from the girth, by the site's own calibration"),
    )
