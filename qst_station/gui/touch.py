"""What a gloved finger presses: sizes in millimetres of the screen, and one press for one contact."""

from __future__ import annotations

import time
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QScreen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qst_station.gui import keys, theme
from qst_station.gui.event_stamp import stamp_ns
from qst_station.gui.keys import Press

ANSWER_MM = (40.0, 30.0)
"""Two answers, width and height; our own rule, as are the others here."""
KEY_MM = 20.0
"""Side of a key of a pad: 18 to 25 mm are advised for gloves, on weak evidence (4ourth.com, touch guidelines)."""
LARGEST_KEY_MM = 25.0
GAP_MM = 3.0

_ASSUMED_PX_PER_MM = 113.5 / 25.4  # 1280 x 800 on 13.3 inches, where a screen does not know its size
_PLAUSIBLE_PX_PER_MM = (2.0, 16.0)  # 50 to 400 dpi: projectors and virtual screens claim anything


def px_per_mm(screen: QScreen | None) -> float:
    """Device-independent pixels of one millimetre of a screen."""
    low, high = _PLAUSIBLE_PX_PER_MM
    known = screen.physicalDotsPerInch() / 25.4 if screen is not None else 0.0
    return known if low <= known <= high else _ASSUMED_PX_PER_MM * theme.scale()


def mm(widget: QWidget, length_mm: float) -> int:
    """A length on the screen of a widget, in pixels."""
    return round(length_mm * px_per_mm(widget.screen()))


class Contacts:
    """Tells touches from bounces: what follows within `keys.DEBOUNCE_NS`, wherever it lands, is the same one."""

    def __init__(self) -> None:
        self._last_ns: int | None = None

    def takes(self, t_ns: int) -> bool:
        """Whether a contact at ``t_ns`` is a new one."""
        before, self._last_ns = self._last_ns, t_ns
        return before is None or not 0 <= t_ns - before < keys.DEBOUNCE_NS


_contacts: WeakKeyDictionary[QWidget, Contacts] = WeakKeyDictionary()


def is_new_contact(widget: QWidget, t_ns: int) -> bool:
    """Whether a touch of a widget is no bounce of one before it, on whatever part of the same window."""
    return _contacts.setdefault(widget.window(), Contacts()).takes(t_ns)


class TouchKey(QAbstractButton):
    """A place to press. It counts from when it goes down, as a key does, and never takes the keyboard.

    Parameters
    ----------
    what : str
        Its name in the record: a press says that it came from the pointer there.
    action, text : str
        What it asks for or types, as the key of the same meaning would.

    Attributes
    ----------
    keyed : bool
        Whether the key of the same meaning would do it too; not while a question has the keyboard.
    """

    touched = Signal(object)

    def __init__(self, what: str, *, action: str = "", text: str = "") -> None:
        super().__init__()
        self.what, self.action, self.typed = what, action, text
        self._live = True
        self.keyed = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(lambda: self._touch(time.perf_counter_ns()))  # only a screen reader clicks

    @property
    def live(self) -> bool:
        """Whether a touch is taken now."""
        return self._live

    def set_live(self, live: bool) -> None:
        """Take touches, or none."""
        if live != self._live:
            self._live = live
            self.update()

    def set_keyed(self, keyed: bool) -> None:
        """Look as if its key reached it, or not."""
        if keyed != self.keyed:
            self.keyed = keyed
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or a touch."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setDown(self._live)
            self._touch(stamp_ns(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick touches, which is a touch like any other."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The finger leaves."""
        self.setDown(False)

    def _touch(self, t_ns: int) -> None:
        if is_new_contact(self, t_ns) and self._live:
            source = f"pointer on {self.what}"
            self.touched.emit(Press(action=self.action, text=self.typed, source=source, stamp_ns=t_ns))

    def paint_frame(self, painter: QPainter, ground: QColor | None = None) -> QRectF:
        """Paint ground and edge as the state wants it; the room inside is returned."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.INK if self._live else theme.LINE, 3))
        usual = theme.PAPER if self._live else theme.FIELD
        painter.setBrush(theme.BLUE_PALE if self.isDown() else ground or usual)
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 12, 12)
        return QRectF(self.rect()).adjusted(8, 6, -8, -6)
