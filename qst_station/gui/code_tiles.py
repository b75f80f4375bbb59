"""Coded choices side by side, one digit each; a touch is the same as the digit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.json_lines import Json
from qst_station.gui.words import told

_COLUMNS = 2


class CodeTiles(QWidget):
    """The entries of a list of codes in two columns, all written in one size."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._codes: list[Json] = []
        self.tiles: list[Tile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.GAP)

    def set_codes(self, codes: list[Json], *, live: bool) -> None:
        """Offer codes, each with its `label`."""
        if codes != self._codes:
            for tile in self.tiles:
                self._grid.removeWidget(tile)
                tile.hide()
                tile.deleteLater()
            self._codes = codes
            self.tiles = [self._tile(number) for number in range(len(codes))]
            for tile in self.tiles:
                tile.write_as(tuple(self.tiles))
        for tile, code in zip(self.tiles, codes, strict=True):
            tile.set_text(told(code["label"]), live=live)

    def _tile(self, number: int) -> Tile:
        digit = str(number + 1)
        tile = Tile("code", text=digit, cap=digit, least_mm=(40.0, 9.0))
        tile.setMaximumHeight(theme.roomy(90))
        tile.touched.connect(self.chosen)
        self._grid.addWidget(tile, *divmod(number, _COLUMNS))
        return tile
