"""A few choices, one digit each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.json_lines import Json


class OptionTiles(QWidget):
    """One tile a choice; a click is the same as its digit."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._options: list[Json] = []
        self.tiles: list[Tile] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP)

    def set_options(self, options: list[Json], *, live: bool) -> None:
        """Offer choices, each with `key`, `value` and `label`."""
        if options != self._options:
            for tile in self.tiles:
                self._column.removeWidget(tile)
                tile.hide()
                tile.deleteLater()
            self._options, self.tiles = options, [self._tile(option) for option in options]
        for tile, option in zip(self.tiles, options, strict=True):
            tile.set_text(option["label"], live=live)

    def _tile(self, option: Json) -> Tile:
        tile = Tile(option["key"], "")
        tile.clicked.connect(lambda: self.chosen.emit(option["value"]))
        self._column.addWidget(tile, 1)
        return tile
