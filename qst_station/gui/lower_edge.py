"""The lower edge: is it saved, are the devices alive, what does each key do."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText, largest_px
from qst_station.gui.json_lines import Json

_HEIGHT = 76
_KEY_PX = 17
_LIGHTS = {"connected": ("●", ""), "opening": ("◌", "opening"), "silent": ("▲", "SILENT"), "lost": ("✕", "LOST")}


class KeyLegend(QWidget):
    """One key: cap, what it does, and in small why not, where it does nothing now."""

    clicked = Signal(str)

    def __init__(self, action: str, cap: str) -> None:
        super().__init__()
        self.action = action
        self._cap = cap
        self._label = ""
        self._why_not = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def describe(self, label: str, why_not: str) -> None:
        """Show the label; ``why_not`` is empty where the key works."""
        if (label, why_not) != (self._label, self._why_not):
            self._label, self._why_not = label, why_not
            self.setAccessibleName(f"key {self._cap}: {label}" + (f", not now: {why_not}" if why_not else ""))
            self.setToolTip(why_not)
            text = QFontMetrics(theme.font(_KEY_PX, bold=True)).horizontalAdvance(label)
            self.setFixedWidth(theme.scaled(max(self._cap_width() + text + 10, 104 if why_not else 0)))
            self.update()

    def _cap_width(self) -> int:
        return max(30, QFontMetrics(theme.font(_KEY_PX, bold=True)).horizontalAdvance(self._cap) + 14)

    def why_not(self) -> str:
        """Why the key does nothing now; empty where it works."""
        return self._why_not

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click is the key."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(self.action)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint cap, label and reason."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(theme.scale(), theme.scale())
        width = self.width() / theme.scale()
        live = not self._why_not
        stop = self.action == "stop" and live
        painter.setFont(theme.font(_KEY_PX, bold=True))
        cap_width = self._cap_width()
        cap = QRectF(0, 8, cap_width, 30)
        painter.setPen(QPen(theme.RED if stop else theme.INK if live else theme.LINE, 2))
        painter.setBrush(theme.RED if stop else theme.PAPER if live else theme.FIELD)
        painter.drawRoundedRect(cap, 5, 5)
        painter.setPen(theme.PAPER if stop else theme.INK if live else theme.QUIET)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter.value, self._cap)
        painter.setPen(theme.RED if stop else theme.INK if live else theme.QUIET)
        label = QRectF(cap_width + 5, 8, width - cap_width - 5, 30)
        painter.setFont(theme.font(_KEY_PX, bold=stop))
        vcentre = Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(label, vcentre, self._label)
        if not live:
            painter.setPen(theme.QUIET)
            reason = QRectF(0, 40, width, 32)
            size = largest_px(self._why_not, int(reason.width()), 32, bold=False, most=13)
            painter.setFont(theme.font(size))
            painter.drawText(reason, Qt.TextFlag.TextWordWrap.value, self._why_not)
        painter.end()


class LowerEdge(QWidget):
    """Saved time, device lights, key legends."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._saved = FittedText("", most=17, align=LEFT)
        self._lights = FittedText("", most=17, align=LEFT)
        self._state = QWidget()
        column = QHBoxLayout(self._state)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._saved, 6)
        column.addWidget(self._lights, 7)
        self._keys: dict[str, KeyLegend] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        self._row.setSpacing(12)
        self._state.setFixedWidth(theme.scaled(370))
        self._row.addWidget(self._state)
        self._row.addStretch(1)
        self.setFixedHeight(theme.scaled(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The full width."""
        return QSize(800, _HEIGHT)

    def show_status(self, status: Json | None, silent_s: float) -> None:
        """Show what is saved and how the devices are."""
        if silent_s > 0.0:
            self._saved.set_text(f"▲ engine silent for {silent_s:.0f} s")
            self._saved.set_colours(theme.INK, theme.ORANGE)
            return
        self._saved.set_colours(theme.INK)
        saved = status["saved"] if status else None
        self._saved.set_text(saved_words(saved) if saved else "no visit open")
        devices = status["devices"] if status else []
        self._lights.set_text("\n".join(light_words(device) for device in devices[:3]) or "no device attached")
        trouble = any(device["state"] in ("silent", "lost") for device in devices)
        self._lights.set_colours(theme.INK, theme.ORANGE if trouble else None)

    def show_engine_lost(self) -> None:
        """Say that nothing is known of the devices any more; what was saved stays."""
        self._lights.set_text("✕ engine stopped:\n   devices unknown")
        self._lights.set_colours(theme.INK, theme.ORANGE)
        self.show_keys([])

    def show_keys(self, legends: list[tuple[str, str, str, str]]) -> None:
        """Show legends: (action, cap, label, why not) each."""
        names = [action for action, *_ in legends]
        if names != list(self._keys):
            for key in self._keys.values():
                self._row.removeWidget(key)
                key.deleteLater()
            self._keys = {}
            for action, cap, *_ in legends:
                key = KeyLegend(action, cap)
                key.clicked.connect(self.pressed)
                self._row.addWidget(key)
                self._keys[action] = key
        for action, _cap, label, why_not in legends:
            self._keys[action].describe(label, why_not)

    def key(self, action: str) -> KeyLegend | None:
        """The legend of an action, where it is shown."""
        return self._keys.get(action)

    def saved_text(self) -> str:
        """What the edge says about saving."""
        return self._saved.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.PAPER)
        painter.fillRect(0, 0, self.width(), 2, theme.INK)
        painter.end()


def saved_words(saved: Json) -> str:
    """The saved state in words, with the local time of day."""
    moment = datetime.fromisoformat(saved["utc"].replace("Z", "+00:00")).astimezone()
    return f"● saved {moment:%H:%M:%S}\n    entry {saved['seq']}"


def light_words(device: Json) -> str:
    """The state of a device in a few words."""
    light, word = _LIGHTS[device["state"]]
    if device["state"] == "connected":
        rate = device["rate_hz"]
        word = f"{rate:.0f}/s" if device["kind"] == "force" and rate is not None else "ready"
    return f"{light} {device['name']} {word}"
