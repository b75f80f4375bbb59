"""What surrounds the steps of the open visit: its check-list, and how long visits take."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qst_station.acquisition.attached import AttachedDevice
from qst_station.session.events import Actor
from qst_station.station.checklist import Surroundings, checklist_view, engine_checks
from qst_station.station.clock import Clock
from qst_station.station.past_visits import PastVisits, time_left

if TYPE_CHECKING:
    from qst_station.station.visit import Visit


class CheckDesk:
    """Looks at what the check-list of a visit asks the engine.

    Attributes
    ----------
    past : PastVisits
        What is known of earlier visits of the same kind by the examiner of the open one.
    """

    def __init__(self, data: Path, clock: Clock, devices: Mapping[str, AttachedDevice]) -> None:
        self._data = data
        self._clock = clock
        self._devices = devices
        self.past = PastVisits()

    def begin(self, kind: str, actor: Actor) -> None:
        """A visit has been opened or resumed."""
        self.past.look(self._data, kind=kind, who=actor.who)

    def before(self, command: str, visit: Visit, actor: Actor, t_ns: int) -> None:
        """Enter what goes before a command: what the engine finds now, where the check-list is to be closed."""
        if command == "checked":
            for found in engine_checks(visit.plan, visit.state, self._surroundings()):
                visit.command(t_ns, "check", found, actor, "engine", lambda _: None)

    def shown(self, visit: Visit) -> dict[str, Any] | None:
        """The check-list for the screen; None where it does not come next."""
        return checklist_view(visit.plan, visit.state, self._surroundings())

    def time_left(self, visit: Visit) -> dict[str, Any]:
        """Time used and time left."""
        now_ns = self._clock.now_ns() - visit.start_ns
        return time_left(visit.plan, visit.state, self.past.history, now_ns=now_ns)

    def _surroundings(self) -> Surroundings:
        last_utc = self.past.history.last_utc
        return Surroundings(devices=self._devices, data=self._data, utc=self._clock.utc(), last_utc=last_utc)
