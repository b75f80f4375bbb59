"""The newest message for the examiner: where, what happened, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json
from qst_station.gui.words import told, tr

_COLOURS = {
    "info": (theme.BLUE_PALE, theme.INK),
    "warning": (theme.ORANGE_PALE, theme.INK),
    "stop": (theme.RED_PALE, theme.RED),
}
_LEAST, _MOST = 62, 150
"""Height: at least so much; from so much on, long text of a large size becomes smaller instead."""
_MOST_ON_A_STEP = 92
"""Height above a screen of a visit, which needs the room more than large text does."""
_HAPPENED_PX, _REST_PX = 22, 19
_SPARE = 4  # a line break that `FittedText` makes earlier than this estimate

_NOWHERE = frozenset(
    (
        "window",
        "engine",
        "visit",
        "visit request",
        "command",
        "calibration",
        "bench",
        "method",
        "set-up",
        "settings",
    )
)
"""Places that say nothing which the sentence does not."""


class FindingBanner(QWidget):
    """One finding at a time, the newest that nobody has seen; hidden where there is none.

    A click or `mark_seen` (F2) marks it as seen; then the next shows.
    """

    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ground: QColor = theme.BLUE_PALE
        self._sign = FittedText("", most=26, bold=True)
        self._happened = FittedText("", most=_HAPPENED_PX, bold=True, align=LEFT)
        self._rest = FittedText("", most=_REST_PX, align=LEFT)
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F2 is its key, and no test may lose the keyboard
        self.button.clicked.connect(self.mark_seen)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._lines.addWidget(self._happened)
        self._lines.addWidget(self._rest)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GAP, 4, theme.GAP, 4)
        self._sign.setFixedWidth(min(theme.roomy(90), theme.scaled(110)))
        self._row.addWidget(self._sign)
        self._row.addLayout(self._lines, 1)
        self._row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._on_a_step = False
        self._findings: list[Json] = []
        self._alarm: Json | None = None
        self._shown: tuple[str, ...] | None = None
        self._seen: set[tuple[str, ...]] = set()
        self.hide()

    def show_newest(self, findings: list[Json]) -> None:
        """Show the newest finding that matters and has not been marked as seen."""
        self._findings = findings
        self._show_unseen()

    def set_on_a_step(self, on: bool) -> None:
        """Leave room for a screen of a visit below, where the text is large."""
        if on != self._on_a_step:
            self._on_a_step = on
            self._fit()

    def alarm(self, finding: Json) -> None:
        """Show a finding of the window itself, also where the same was seen before."""
        self._alarm = finding
        self._seen.discard(_identity(finding))
        self._show_unseen()

    def mark_seen(self) -> None:
        """What is shown is known to the examiner; the next shows, where there is one."""
        if self._shown is None:
            return
        self._seen.add(self._shown)
        if self._alarm is not None and _identity(self._alarm) == self._shown:
            self._alarm = None
        self._show_unseen()
        self.seen.emit()

    def _show_unseen(self) -> None:
        known = [*self._findings, *([self._alarm] if self._alarm else [])]
        unseen = [f for f in known if f["severity"] != "info" and _identity(f) not in self._seen]
        self._show(unseen[-1] if unseen else None, len({_identity(f) for f in unseen}) - 1)

    def _show(self, finding: Json | None, more: int) -> None:
        self.setVisible(finding is not None)
        if finding is None:
            self._shown = None
            return
        if _identity(finding) != self._shown:
            if self._shown not in self._seen:
                QApplication.beep()
            self._shown = _identity(finding)
        severity = finding["severity"] if finding["severity"] in _COLOURS else "warning"
        self._ground, colour = _COLOURS[severity]
        self._sign.set_text({"info": "i", "warning": "▲", "stop": tr("■ STOP")}[severity])
        self._sign.set_colours(colour)
        self._happened.set_text(happened_words(finding))
        self._rest.set_text(" ".join(told(part) for part in (finding["safe"], finding["remedy"]) if part))
        self.button.setText(tr("Seen  F2") if more < 1 else tr("Seen  F2\n{count} more", count=more))
        self.button.setAccessibleName(tr("seen: {what}", what=self._happened.text()))
        self.setAccessibleName(f"{self._sign.text()} {self._happened.text()} {self._rest.text()}")
        self._fit()
        self.update()

    def text(self) -> str:
        """All that the banner says; empty where it is hidden."""
        return f"{self._happened.text()} {self._rest.text()}" if self.isVisible() else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, it needs more lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        """Take as many lines as the words need; the larger of the two texts gets the more of them."""
        margins = self._row.contentsMargins()
        taken = self._sign.width() + self.button.sizeHint().width() + 2 * self._row.spacing()
        width = max(200, self.width() - taken - margins.left() - margins.right()) - _SPARE
        first = _height(self._happened.text(), _HAPPENED_PX, width, bold=True)
        rest = _height(self._rest.text(), _REST_PX, width, bold=False)
        self._lines.setStretch(0, first)
        self._lines.setStretch(1, rest)
        least, most = theme.roomy(_LEAST), max(theme.scaled(_MOST), theme.roomy(_LEAST))
        if self._on_a_step and theme.text_scale() > 1.0:
            least, most = theme.scaled(_LEAST), theme.scaled(_MOST_ON_A_STEP)
        self.setFixedHeight(min(most, max(least, first + rest + margins.top() + margins.bottom() + _SPARE)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.mark_seen()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.INK)
        painter.end()


def happened_words(finding: Json) -> str:
    """What happened, and where: the device, the file or the instrument that it is about."""
    place, happened = str(finding["place"]), str(finding["happened"])
    if not place or place in _NOWHERE or place in happened:
        return told(happened)
    return f"{place}: {told(happened)}"


def _height(text: str, px: int, width: int, *, bold: bool) -> int:
    if not text:
        return 0
    wrap = Qt.TextFlag.TextWordWrap.value
    metrics = QFontMetrics(theme.text(px, bold=bold))
    return metrics.boundingRect(QRect(0, 0, width, 10_000), wrap, text).height() + _SPARE


def _identity(finding: Json) -> tuple[str, ...]:
    # A cable that is pulled again is news again.
    return finding["code"], finding["place"], finding["happened"], str(finding.get("times", 1))
