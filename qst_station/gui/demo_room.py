"""The simulated world of a demonstration: its devices, its visit, and the strip of its participant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qst_station.gui.json_lines import Json

if TYPE_CHECKING:
    from qst_station.gui.main_window import MainWindow
    from qst_station.gui.simulation_panel import SimulationPanel


class DemoRoom:
    """Keeps the simulated world of a demonstration.

    Parameters
    ----------
    window : MainWindow
    seed : int or None
        None where this is no demonstration.

    Attributes
    ----------
    panel : SimulationPanel or None
        The strip of the simulated participant, once the world is begun.
    """

    def __init__(self, window: MainWindow, seed: int | None) -> None:
        self._window = window
        self._seed = seed
        self._devices: list[Json] = []
        self.panel: SimulationPanel | None = None

    def begin(self) -> None:
        """Begin the world of a demonstration, where it does not stand yet."""
        if self._seed is None or self.panel is not None:
            return
        from qst_station.gui.simulation_panel import SimulationPanel

        self.panel = SimulationPanel(self._seed, self._ready)
        self.panel.pressed.connect(self._window.conduct.click)
        self._window.dock(self.panel)
        self.panel.start()

    def attach(self) -> None:
        """Attach the simulated devices."""
        for device in self._devices:
            self._window.request("attach", lambda _: None, device=device)

    def follow(self, view: Json | None) -> None:
        """Let the participant answer what a view asks."""
        if self.panel is not None:
            self.panel.show_view(view)

    def end(self) -> None:
        """End the simulated world."""
        if self.panel is not None:
            self.panel.end()

    def _ready(self, world: Json) -> None:
        self._devices = list(world["devices"])
        self._window.start.prefill({"actor": {"who": "demo", "role": "examiner"}, **world["request"]})
        self.attach()
