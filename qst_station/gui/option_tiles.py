"""A few choices, one digit each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.json_lines import Json
from qst_station.gui.touch import GAP_MM, mm
from qst_station.gui.words import told


class OptionTiles(QWidget):
    """One tile a choice; a touch is the same as its digit."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._options: list[Json] = []
        self.tiles: list[Tile] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(max(theme.GAP, mm(self, GAP_MM)))

    def set_options(self, options: list[Json], *, live: bool, said: tuple[str, ...] = ()) -> None:
        """Offer choices, each with `key`, `value` and `label`; `said` are the words of somebody else for them."""
        if options != self._options:
            for tile in self.tiles:
                self._column.removeWidget(tile)
                tile.hide()
                tile.deleteLater()
            self._options, self.tiles = options, [self._tile(option) for option in options]
        labels = [told(option["label"]) for option in options]
        for tile, label, theirs in zip(self.tiles, labels, said or labels, strict=True):
            tile.set_text(label if theirs == label else f"{label} “{theirs}”", live=live)

    def _tile(self, option: Json) -> Tile:
        tile = Tile("option", text=option["key"], cap=option["key"], least_mm=(40.0, 9.0))
        tile.touched.connect(self.chosen)
        self._column.addWidget(tile, 1)
        return tile
