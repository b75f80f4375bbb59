"""Which set of hairs and which of pinpricks lies on the tray, where the station has several."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from qst_station.gui.flow_row import FlowRow, flowing, wrapping
from qst_station.gui.form import list_field
from qst_station.gui.words import tr

_KINDS = ("hair", "pinprick")


class ToolSets(QWidget):
    """One list for each kind of which there is more than one set; nothing is chosen at first."""

    def __init__(self) -> None:
        super().__init__()
        self.lists: dict[str, QComboBox] = {}
        self._held: dict[str, QWidget] = {}
        row = FlowRow()
        self.setLayout(row)
        self.setSizePolicy(wrapping())
        names = {"hair": tr("set of hairs"), "pinprick": tr("set of pinpricks")}
        labels = {"hair": tr("hairs"), "pinprick": tr("pinpricks")}
        for kind in _KINDS:
            self.lists[kind] = list_field(names[kind])
            self._held[kind] = flowing(QLabel(labels[kind]), self.lists[kind])
            row.addWidget(self._held[kind])
        self.show_sets({})

    @property
    def needed(self) -> bool:
        """Whether there is anything to choose."""
        return any(box.count() for box in self.lists.values())

    def show_sets(self, sets: dict[str, list[str]]) -> None:
        """Offer the sets of the register; the only one of its kind is taken without asking."""
        for kind, box in self.lists.items():
            names, before = sets.get(kind, []), box.currentData()
            box.clear()
            if len(names) > 1:
                ask = {"hair": tr("choose a set of hairs"), "pinprick": tr("choose a set of pinpricks")}
                box.addItem(ask[kind], "")
                for name in names:
                    box.addItem(name, name)
                box.setCurrentIndex(max(box.findData(before), 0))
            self._held[kind].setVisible(len(names) > 1)

    def missing(self) -> tuple[str, QWidget] | None:
        """What has not been chosen."""
        for kind, box in self.lists.items():
            if box.count() and not box.currentData():
                ask = {
                    "hair": tr("Choose the set of hairs on the tray."),
                    "pinprick": tr("Choose the set of pinpricks on the tray."),
                }
                return ask[kind], box
        return None

    def request(self) -> dict[str, str]:
        """The part of a visit request that says which sets are used."""
        return {f"{kind}_set": str(box.currentData() or "") for kind, box in self.lists.items()}
