"""The lower edge: is it saved, are the devices alive, what does each key do."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.event_stamp import stamp_ns
from qst_station.gui.fitted_text import LEFT, FittedText, height_at, largest_px, unbroken
from qst_station.gui.json_lines import Json
from qst_station.gui.touch import GAP_MM, is_new_contact, px_per_mm
from qst_station.gui.words import tr

_CAP, _WHY_NOT = 44, 32
_CAP_TOP, _CAP_HEIGHT = 8, 30
_KEY_MM = 10.0  # the least that a finger hits
_LARGEST_TEXT = 1.5
_KEY_PX = 16
_REASON, _REASON_PX = 104, 12
_GAP = 10
_NARROW_STATE, _STATE, _BROAD_STATE, _SAVED = 186, 236, 340, 27
_LEAST_STATE = 190  # where a single row of larger text leaves so much twice, both stand side by side in it
_LIGHTS = {"connected": "●", "opening": "◌", "silent": "▲", "lost": "✕"}


class KeyLegend(QWidget):
    """One key: cap, what it does, and in small why not, where it does nothing now."""

    clicked = Signal(str)

    def __init__(self, action: str, cap: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action = action
        self._cap = cap
        self._label = ""
        self._why_not = ""
        self.keyed = True

    def set_keyed(self, keyed: bool) -> None:
        """Look as if the key did it, or only the pointer: not the key while a question has the keyboard."""
        if keyed != self.keyed:
            self.keyed = keyed
            self.update()

    def describe(self, label: str, why_not: str) -> bool:
        """Show the label; ``why_not`` is empty where the key works. True where that was not shown before."""
        if (label, why_not) == (self._label, self._why_not):
            return False
        self._label, self._why_not = label, why_not
        said = tr("key {cap}: {label}", cap=self._cap, label=label)
        self.setAccessibleName(tr("{key}, not now: {why}", key=said, why=why_not) if why_not else said)
        self.setToolTip(why_not)
        self.update()
        return True

    def sizeHint(self) -> QSize:
        """As wide as cap and label."""
        font = theme.font(_KEY_PX, bold=self.action == "stop")
        text = QFontMetrics(font).horizontalAdvance(self._label)
        width = max(self._cap_width() + text + 8, self._reason_width())
        return QSize(round(width * _size()), _row_height())

    def _reason_width(self) -> int:
        """As wide as the reason needs in two lines that can be read."""
        if not self._why_not or not _reasons_fit():
            return 0
        width = _REASON
        while width < 3 * _REASON and height_at(self._why_not, width, _REASON_PX) > _WHY_NOT:
            width += 4
        return width

    def _cap_width(self) -> int:
        return max(30, QFontMetrics(theme.font(_KEY_PX, bold=True)).horizontalAdvance(self._cap) + 14)

    def why_not(self) -> str:
        """Why the key does nothing now; empty where it works."""
        return self._why_not

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or touch is the key; one that bounces counts once, as a key does."""
        if event.button() == Qt.MouseButton.LeftButton and is_new_contact(self, stamp_ns(event)):
            self.clicked.emit(self.action)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick touches, which is a touch like any other."""
        self.mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint cap, label and reason."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = _size()
        painter.scale(size, size)
        width = self.width() / size
        live = not self._why_not
        stop = self.action == "stop" and live
        painter.setFont(theme.font(_KEY_PX, bold=True))
        cap_width = self._cap_width()
        top = min(_CAP_TOP, (self.height() / size - _CAP_HEIGHT) / 2)
        cap = QRectF(1, top, cap_width - 1, _CAP_HEIGHT)  # half of the pen lies outside
        reached = live and self.keyed
        painter.setPen(QPen(theme.RED if stop else theme.INK if reached else theme.LINE, 2))
        painter.setBrush(theme.RED if stop else theme.PAPER if reached else theme.FIELD)
        painter.drawRoundedRect(cap, 5, 5)
        painter.setPen(theme.PAPER if stop else theme.INK if reached else theme.QUIET)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter.value, self._cap)
        painter.setPen(theme.RED if stop else theme.INK if live else theme.QUIET)
        label = QRectF(cap_width + 5, top, width - cap_width - 5, _CAP_HEIGHT)
        painter.setFont(theme.font(_KEY_PX, bold=stop))
        vcentre = Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(label, vcentre, self._label)
        if not live and _reasons_fit():
            painter.setPen(theme.QUIET)
            reason = QRectF(0, 40, width, self.height() / size - 42)
            fitted = largest_px(self._why_not, int(width), int(reason.height()), bold=False, most=13)
            painter.setFont(theme.font(fitted))
            painter.drawText(reason, Qt.TextFlag.TextWordWrap.value, self._why_not)
        painter.end()


class LowerEdge(QWidget):
    """Saved time and device lights on the left, key legends on the right, in as many rows as they need."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._saved = FittedText("", most=17, align=LEFT)
        self._lights = FittedText("", most=17, align=LEFT)
        for text in (self._saved, self._lights):
            text.setParent(self)
        self._keys: dict[str, KeyLegend] = {}
        self._crowded = False
        self._whole_height = _row_height()
        self.setFixedHeight(_row_height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The full width."""
        return QSize(800, self.minimumHeight())

    def show_status(self, status: Json | None, silent_s: float) -> None:
        """Show what is saved and how the devices are."""
        if silent_s > 0.0:
            self._saved.set_text(tr("▲ engine silent for {seconds} s", seconds=f"{silent_s:.0f}"))
            self._saved.set_colours(theme.INK, theme.ALARM)
            return
        self._saved.set_colours(theme.INK)
        saved = status["saved"] if status else None
        self._saved.set_text(saved_words(saved) if saved else tr("no visit open"))
        devices = status["devices"] if status else []
        lights = "\n".join(light_words(device) for device in devices[:3])
        self._lights.set_text(lights or tr("no device attached"))
        trouble = any(device["state"] in ("silent", "lost") for device in devices)
        self._lights.set_colours(theme.INK, theme.ALARM if trouble else None)

    def show_engine_lost(self) -> None:
        """Say that nothing is known of the devices any more; what was saved stays."""
        self._lights.set_text(tr("✕ engine stopped: devices unknown"))
        self._lights.set_colours(theme.INK, theme.ALARM)
        self.show_keys([])

    def show_keys(self, legends: list[tuple[str, str, str, str]], *, crowded: bool = False) -> None:
        """Show legends: (action, cap, label, why not) each.

        Where it is `crowded`, as while a question stands above, only the row with the last of them is shown.
        """
        names = [action for action, *_ in legends]
        changed = names != list(self._keys) or crowded != self._crowded
        self._crowded = crowded
        if names != list(self._keys):
            for key in self._keys.values():
                key.hide()
                key.deleteLater()
            self._keys = {}
            for action, cap, *_ in legends:
                key = KeyLegend(action, cap, self)
                key.clicked.connect(self.pressed)
                key.show()
                self._keys[action] = key
        for action, _cap, label, why_not in legends:
            changed = self._keys[action].describe(label, why_not) or changed
        if changed:
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _lay_out(self) -> None:
        """Put the state on the left, and the keys into rows from the right; STOP is always the last."""
        wanted = [key.sizeHint().width() for key in self._keys.values()]
        gap = self._gap()
        # Larger text does not get the narrow one: it would be written smaller than usual.
        least = (_NARROW_STATE,) if _reasons_fit() else ()
        states = [theme.scaled(px) for px in (_BROAD_STATE, _STATE, *least)]
        ways = [(state, _in_rows(wanted, self.width() - state - 3 * _GAP, gap)) for state in states]
        state, rows = min(ways, key=lambda way: len(way[1]))  # the state is as broad as costs no row
        broadest = max(sum(row) + gap * (len(row) - 1) for row in rows)
        state = max(state, min(states[0], self.width() - broadest - 3 * _GAP))
        keys = iter(self._keys.values())
        in_rows = [[(next(keys), width) for width in widths] for widths in rows]
        hidden, shown = (in_rows[:-1], in_rows[-1:]) if self._crowded else ([], in_rows)
        for key, _ in (each for row in hidden for each in row):
            key.hide()
        heights = [*(self._upper_height([key for key, _ in row]) for row in in_rows[:-1]), _row_height()]
        self._whole_height = sum(heights) + gap * (len(heights) - 1)
        y = 0
        for row, height in zip(shown, heights[-len(shown) :], strict=True):
            self._lay_out_row(row, y, height)
            y += height + gap
        self.setFixedHeight(y - gap)
        self._lay_out_state(state, shown, y - gap)

    def _lay_out_state(self, state: int, shown: list[list[tuple[KeyLegend, int]]], height: int) -> None:
        """What is saved above the devices; beside them in a single row of larger text that leaves the room."""
        beside = min((key.x() for key, _ in shown[0]), default=self.width()) // 2 - 2 * _GAP
        if len(shown) == 1 and not _reasons_fit() and beside >= theme.scaled(_LEAST_STATE):
            self._saved.setGeometry(_GAP, 3, beside, height - 6)
            self._lights.setGeometry(beside + 2 * _GAP, 3, beside, height - 6)
            return
        in_two_lines = state < theme.scaled(_STATE)
        saved = max(theme.scaled(_SAVED), height // 2 if in_two_lines else 2 * height // 5)
        self._saved.setGeometry(_GAP, 3, state, saved)
        self._lights.setGeometry(_GAP, 3 + saved, state, height - saved - 6)

    def _lay_out_row(self, row: list[tuple[KeyLegend, int]], y: int, height: int) -> None:
        gap = self._gap()
        x = self.width() - _GAP - sum(width for _, width in row) - gap * (len(row) - 1)
        for key, width in row:
            key.setGeometry(x, y, width, height)
            key.show()
            x += width + gap

    def _gap(self) -> int:
        """Between two keys, as a gloved finger needs it."""
        return math.ceil(GAP_MM * px_per_mm(self.screen()))

    def _upper_height(self, keys: list[KeyLegend]) -> int:
        """How high a row above the last one is: the gap below it comes out of its own air where there is some."""
        if _reasons_fit() and any(key.why_not() for key in keys):
            return _row_height()
        return max(math.ceil(_KEY_MM * px_per_mm(self.screen())), _row_height(with_reasons=False) - self._gap())

    def whole_height(self) -> int:
        """How high it is with all its rows, whether they are shown or not."""
        return self._whole_height

    def key(self, action: str) -> KeyLegend | None:
        """The legend of an action, where it is shown."""
        return self._keys.get(action)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.PAPER)
        painter.fillRect(0, 0, self.width(), 2, theme.INK)
        painter.end()


def _size() -> float:
    """How much larger than on 1280 x 800 a key is drawn: the room belongs to the test."""
    return theme.scale() * min(theme.text_scale(), _LARGEST_TEXT)


def _reasons_fit() -> bool:
    """Whether reasons stand below the keys; with larger text they are told when the key is pressed."""
    return theme.text_scale() < _LARGEST_TEXT


def _row_height(*, with_reasons: bool = True) -> int:
    return round(_CAP * _size()) + (theme.scaled(_WHY_NOT) if with_reasons and _reasons_fit() else 0)


def _in_rows(widths: list[int], room: int, gap: int) -> list[list[int]]:
    """Widths in rows that fit into the room, each row but the first as full as can be."""
    rows: list[list[int]] = [[]]
    for width in reversed(widths):
        if rows[0] and sum(rows[0]) + width + gap * len(rows[0]) > room:
            rows.insert(0, [])
        rows[0].insert(0, width)
    return rows


def saved_words(saved: Json) -> str:
    """The saved state in words, with the local time of day."""
    moment = datetime.fromisoformat(saved["utc"].replace("Z", "+00:00")).astimezone()
    said = tr("● saved {time} · entry {number}", time=f"{moment:%H:%M:%S}", number=saved["seq"])
    before, dot, entry = said.partition("· ")
    return before + unbroken(dot + entry)  # where it must break, it does so before the dot


def light_words(device: Json) -> str:
    """The state of a device in a few words."""
    state = device["state"]
    rate = device["rate_hz"]
    word = {"opening": tr("opening"), "silent": tr("SILENT"), "lost": tr("LOST")}.get(state, tr("ready"))
    if state == "connected" and device["kind"] == "force" and rate is not None:
        word = f"{rate:.0f}/s"
    return f"{_LIGHTS[state]} {device['name']} {word}"
