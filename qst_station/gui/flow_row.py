"""Widgets side by side that go on in the next line where the room ends: long words never cover each other."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from qst_station.gui import theme


class FlowRow(QLayout):
    """As a row of a book: left to right, then the next line.

    Parameters
    ----------
    to_the_right : bool
        Whether the lines end at the right edge instead of beginning at the left one.
    """

    def __init__(self, *widgets: QWidget, to_the_right: bool = False, gap: int = theme.GAP) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._to_the_right = to_the_right
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Go on with an item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item by its place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Whoever holds it decides."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._placed(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """One line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """As broad as the broadest item."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def setGeometry(self, place: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(place)
        self._placed(place, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._shown():
            hint = item.sizeHint().expandedTo(item.minimumSize())
            broad = max(min(hint.width(), width), item.minimumSize().width())
            if lines[-1] and used + self._gap + broad > width:
                lines.append([])
                used = 0
            high = item.heightForWidth(broad) if item.hasHeightForWidth() else hint.height()
            used += broad + (self._gap if lines[-1] else 0)
            lines[-1].append((item, QSize(broad, high)))
        return lines

    def _placed(self, place: QRect, *, move: bool) -> int:
        y = 0
        for number, line in enumerate(self._lines(place.width())):
            y += self._gap // 2 if number else 0
            high = max((size.height() for _, size in line), default=0)
            room = place.width() - sum(size.width() for _, size in line) - self._gap * (len(line) - 1)
            x = place.left() + (max(0, room) if self._to_the_right else 0)
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, place.top() + y + (high - size.height()) // 2), size))
                x += size.width() + self._gap
            y += high
        return y


def flowing(*widgets: QWidget, to_the_right: bool = False) -> QWidget:
    """A widget that holds others in a `FlowRow`."""
    held = QWidget()
    held.setLayout(FlowRow(*widgets, to_the_right=to_the_right))
    held.setSizePolicy(wrapping())
    return held


def wrapping() -> QSizePolicy:
    """For what takes all width, and as much height as its lines need in it.

    Not a fixed height: Qt would hold that to the height of one line.
    """
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
