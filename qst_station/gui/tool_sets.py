"""Which set of hairs and which of pinpricks lies on the tray, where the station has several."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from qst_station.gui.form import list_field

_KINDS = (("hair", "hairs"), ("pinprick", "pinpricks"))


class ToolSets(QWidget):
    """One list for each kind of which there is more than one set; nothing is chosen at first."""

    def __init__(self) -> None:
        super().__init__()
        self.lists: dict[str, QComboBox] = {}
        self._labels: dict[str, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for kind, words in _KINDS:
            self._labels[kind], self.lists[kind] = QLabel(words), list_field(f"set of {words}")
            row.addWidget(self._labels[kind])
            row.addWidget(self.lists[kind], 1)
        self.show_sets({})

    @property
    def needed(self) -> bool:
        """Whether there is anything to choose."""
        return any(box.count() for box in self.lists.values())

    def show_sets(self, sets: dict[str, list[str]]) -> None:
        """Offer the sets of the register; the only one of its kind is taken without asking."""
        for kind, box in self.lists.items():
            names, before = sets.get(kind, []), box.currentText()
            box.clear()
            if len(names) > 1:
                box.addItem(f"choose a set of {dict(_KINDS)[kind]}", "")
                for name in names:
                    box.addItem(name, name)
                box.setCurrentIndex(max(box.findData(before), 0))
            for widget in (box, self._labels[kind]):
                widget.setVisible(len(names) > 1)

    def missing(self) -> tuple[str, QWidget] | None:
        """What has not been chosen."""
        for kind, box in self.lists.items():
            if box.count() and not box.currentData():
                return f"Choose the set of {dict(_KINDS)[kind]} on the tray.", box
        return None

    def request(self) -> dict[str, str]:
        """The part of a visit request that says which sets are used."""
        return {f"{kind}_set": str(box.currentData() or "") for kind, box in self.lists.items()}
