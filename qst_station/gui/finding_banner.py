"""The newest message for the examiner: what happened, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json

_LOOKS = {
    "info": ("i", theme.BLUE_PALE, theme.INK),
    "warning": ("▲", theme.ORANGE_PALE, theme.INK),
    "stop": ("■ STOP", theme.RED_PALE, theme.RED),
}
_HEIGHT = 62


class FindingBanner(QWidget):
    """One finding at a time; hidden where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._ground: QColor = theme.BLUE_PALE
        self._sign = FittedText("", most=26, bold=True)
        self._happened = FittedText("", most=22, bold=True, align=LEFT)
        self._rest = FittedText("", most=19, align=LEFT)
        self._hint = FittedText("F2: seen", most=15, colour=theme.QUIET)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._happened, 1)
        lines.addWidget(self._rest, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 4, theme.GAP, 4)
        row.addWidget(self._sign, 2)
        row.addLayout(lines, 20)
        row.addWidget(self._hint, 2)
        self.setFixedHeight(theme.scaled(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._findings: list[Json] = []
        self._alarm: Json | None = None
        self._shown: tuple[str, ...] | None = None
        self._seen: set[tuple[str, ...]] = set()
        self.hide()

    def show_newest(self, findings: list[Json]) -> None:
        """Show the newest finding that matters and has not been marked as seen."""
        self._findings = findings
        self._show_unseen()

    def alarm(self, finding: Json) -> None:
        """Show a finding of the window itself, also where the same was seen before."""
        self._alarm = finding
        self._seen.discard(_identity(finding))
        self._show_unseen()

    def mark_seen(self) -> None:
        """All that has been shown is known to the examiner."""
        self._seen.update(_identity(finding) for finding in self._findings)
        self._alarm = None
        self._show_unseen()

    def _show_unseen(self) -> None:
        known = [*self._findings, *([self._alarm] if self._alarm else [])]
        unseen = [f for f in known if f["severity"] != "info" and _identity(f) not in self._seen]
        self._show(unseen[-1] if unseen else None)

    def _show(self, finding: Json | None) -> None:
        self.setVisible(finding is not None)
        if finding is None:
            self._shown = None
            return
        if _identity(finding) != self._shown:
            self._shown = _identity(finding)
            QApplication.beep()
        sign, self._ground, colour = _LOOKS.get(finding["severity"], _LOOKS["warning"])
        self._sign.set_text(sign)
        self._sign.set_colours(colour)
        self._happened.set_text(finding["happened"])
        self._rest.set_text(" ".join(part for part in (finding["safe"], finding["remedy"]) if part))
        self.update()

    def text(self) -> str:
        """All that the banner says; empty where it is hidden."""
        return f"{self._happened.text()} {self._rest.text()}" if self.isVisible() else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.INK)
        painter.end()


def _identity(finding: Json) -> tuple[str, ...]:
    # A cable that is pulled again is news again.
    return finding["code"], finding["place"], finding["happened"], str(finding.get("times", 1))
