"""The set-up of this place: how the window looks and speaks, sound, pedals, the participant's screen, the tray."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from qst_station.gui import preferences, theme, words
from qst_station.gui.cadence import alarm_is_silent, set_alarm_silent
from qst_station.gui.choice_row import ChoiceRow
from qst_station.gui.flow_row import flowing
from qst_station.gui.form import Form
from qst_station.gui.json_lines import Json
from qst_station.gui.pedals_screen import PedalsScreen
from qst_station.gui.tray_card import write_tray_card
from qst_station.gui.words import tr
from qst_station.gui.wrapped_text import Notice

_DOWN_PX = 7  # a label on the line of the first button beside it


class SetupScreen(Form):
    """What belongs to this place and not to a study. Nothing here changes what is recorded.

    Parameters
    ----------
    settings : QSettings
    learned : callable
        Told the learned keys of pedals whenever they change.
    try_sound : callable
        Sounds a tone; says why none can be heard, or what is so.
    switch_sound : callable
        Switches the pace between sound and sight; says what is so from now on.
    start_anew : callable or None
        Starts the window again with what has been chosen; None where it cannot.
    ask : callable
        Asks the engine, as `screen.Desk.request`.
    back : callable
        Leaves the screen.
    """

    def __init__(
        self,
        settings: QSettings,
        *,
        learned: Callable[[dict[int, str]], None],
        try_sound: Callable[[], str],
        switch_sound: Callable[[], str],
        start_anew: Callable[[], None] | None,
        ask: Callable[..., None],
        back: Callable[[], None],
    ) -> None:
        super().__init__()
        self._settings = settings
        self._begun_with = preferences.kept(settings)
        self._start_anew = start_anew
        self._ask = ask
        self.look = ChoiceRow(tr("colours"), _themes())
        self.text_size = ChoiceRow(tr("size of the text"), _sizes())
        self.language = ChoiceRow(tr("language of the window"), _languages())
        self._choose(self._begun_with)
        for row in (self.look, self.text_size, self.language):
            row.changed.connect(self._changed)
        self.alarm = ChoiceRow(tr("alarm of a ramp"), _alarms())
        self.alarm.choose("shown" if alarm_is_silent(settings) else "heard")
        self.alarm.changed.connect(lambda: set_alarm_silent(settings, self.alarm.value() == "shown"))
        self.later = Notice()
        self.anew = QPushButton(tr("Start the window anew"))
        self.anew.clicked.connect(self._anew)
        self.said = Notice()
        self.try_sound = QPushButton(tr("Try the sound"))
        self.try_sound.clicked.connect(lambda: self.said.setText(try_sound()))
        self.switch_sound = QPushButton(tr("Sound on or off"))
        self.switch_sound.clicked.connect(lambda: self.said.setText(switch_sound()))
        self.pedals = QPushButton(tr("Pedals and presenter remotes …"))
        self.tray = QPushButton(tr("Tray card as PDF …"))
        self.tray.clicked.connect(self._print_tray)
        self.words = QPushButton(tr("Take in a text of this site …"))
        self.words.clicked.connect(self._take_in_words)
        self.filed = QLabel("")
        self.filed.setWordWrap(True)
        self.back = QPushButton(tr("Done"))
        self.back.clicked.connect(back)
        self._page: QWidget
        self._pedals_page = PedalsScreen(settings, learned, lambda: self._turn_to(self._page))
        self.pedals.clicked.connect(lambda: self._turn_to(self._pedals_page))
        self._grid = QGridLayout()
        self._page = self._laid_out()
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self._page)
        self._pages.addWidget(self._pedals_page)
        self._tell_later()

    def add_row(self, label: str, widget: QWidget) -> None:
        """Add what belongs here too."""
        row = self._grid.rowCount()
        said = QLabel(label)
        said.setWordWrap(True)
        said.setFont(theme.text(20))
        said.setAlignment(Qt.AlignmentFlag.AlignRight)
        said.setContentsMargins(0, theme.roomy(_DOWN_PX), 0, 0)
        self._grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, row, 1)

    def show_status(self, status: Json) -> None:
        """Know the response buttons, so that they can be tried on the page of the pedals."""
        self._pedals_page.show_devices(status["devices"])

    def _print_tray(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save"), "tray-card.pdf", "PDF (*.pdf)")
        if path:
            self._ask("trays", lambda answer: self._write_tray(Path(path), answer["trays"]))

    def _write_tray(self, path: Path, trays: Json) -> None:
        try:
            write_tray_card(path, trays)
        except OSError as error:
            why = error.strerror or error
            self.filed.setText(tr("Not saved: {why}. Choose another folder.", why=why))
            return
        self.filed.setText(
            tr("Saved: {path}. Print it at 100 %, cut it out, and put the labels on the tray.", path=path)
        )

    def _take_in_words(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Text to read aloud"), "", "TOML (*.toml)")

        def taken(answer: Json) -> None:
            name, missing = answer["taken"]["name"], answer["taken"]["missing"]
            said = tr("Taken in: {name}. The start screen offers it from now on.", name=name)
            if missing:
                fields = ", ".join((*missing[:3], *("…" for _ in missing[3:4])))
                lacks = tr("▲ Texts of forms that it lacks are asked in English: {fields}", fields=fields)
                said = f"{said}\n{lacks}"
            self.filed.setText(said)

        if path:
            self._ask("take_in_words", taken, path=path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.click()
            return
        super().keyPressEvent(event)

    def _laid_out(self) -> QWidget:
        title = QLabel(tr("Set-up of this place"))
        title.setFont(theme.text(30, bold=True))
        self._grid.setHorizontalSpacing(2 * theme.GAP)
        self._grid.setVerticalSpacing(theme.GAP)
        self._grid.setColumnStretch(1, 1)
        for label, widget in (
            (tr("Colours"), self.look),
            (tr("Size of the text"), self.text_size),
            (tr("Language of the window"), self.language),
            ("", _above(flowing(self.anew), self.later)),
            (tr("Sound of the pace"), _above(flowing(self.try_sound, self.switch_sound), self.said)),
            (tr("Alarm at the limit of a ramp"), self.alarm),
            (tr("Keys"), flowing(self.pedals)),
            (tr("Tray"), flowing(self.tray)),
            (tr("Words to read aloud"), flowing(self.words)),
            ("", self.filed),
        ):
            self.add_row(label, widget)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * theme.GAP, 2 * theme.GAP, 3 * theme.GAP, 2 * theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(title)
        column.addLayout(self._grid)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, theme.GAP)
        rows.addWidget(scroll, 1)
        last = QHBoxLayout()
        last.setContentsMargins(2 * theme.GAP, 0, 3 * theme.GAP, 0)
        last.addStretch(1)
        last.addWidget(self.back)
        rows.addLayout(last)
        for button in (
            self.try_sound,
            self.switch_sound,
            self.pedals,
            self.tray,
            self.words,
            self.back,
            self.anew,
        ):
            button.setFont(theme.text(20))
        for told in (self.later, self.said, self.filed):
            told.setFont(theme.text(18))
        return page

    def _choose(self, chosen: preferences.Preferences) -> None:
        self.look.choose(chosen.theme)
        self.text_size.choose(str(chosen.text_percent))
        self.language.choose(chosen.language)

    def _changed(self) -> None:
        chosen = replace(
            self._begun_with,
            theme=self.look.value(),
            text_percent=int(self.text_size.value()),
            language=self.language.value(),
        )
        preferences.keep(self._settings, chosen)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        preferences.wear(application, chosen)
        self._tell_later()

    def _tell_later(self) -> None:
        chosen, begun = preferences.kept(self._settings), self._begun_with
        waits = (chosen.text_percent, chosen.language) != (begun.text_percent, begun.language)
        self.anew.setVisible(waits and self._start_anew is not None)
        self.later.setText(tr("Size and language change when the window starts anew.") if waits else "")

    def _anew(self) -> None:
        if self._start_anew is not None:
            self._start_anew()

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        pedals = page is self._pedals_page
        (self._pedals_page.learn["space"] if pedals else self.pedals).setFocus()


def _themes() -> tuple[tuple[str, str], ...]:
    return ("system", tr("as the desktop")), ("light", tr("light")), ("dark", tr("dark"))


def _alarms() -> tuple[tuple[str, str], ...]:
    return ("heard", tr("always heard")), ("shown", tr("shown only"))


def _sizes() -> tuple[tuple[str, str], ...]:
    return tuple((str(percent), f"{percent} %") for percent in preferences.TEXT_PERCENTS)


def _languages() -> tuple[tuple[str, str], ...]:
    return ("system", tr("as the desktop")), *words.LANGUAGES.items()


def _above(widget: QWidget, told: QWidget) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addWidget(told)
    return held
