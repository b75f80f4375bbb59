"""What is plugged in, looked up beside the engine's turn: a listing may take a while. No port is opened."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from drivers.link import list_ports
from drivers.ports import PortInfo

ListPorts: TypeAlias = Callable[[], tuple[PortInfo, ...]]


class PortSurvey:
    """The last listing of the ports.

    Parameters
    ----------
    list_ports : callable

    Attributes
    ----------
    ports : tuple of PortInfo or None
        None until the first listing is there.
    failure : str
        Why the last listing failed; empty where it did not.
    """

    def __init__(self, list_ports: ListPorts) -> None:
        self.ports: tuple[PortInfo, ...] | None = None
        self.failure = ""
        self._list = list_ports
        self._thread: threading.Thread | None = None

    def look(self) -> None:
        """List the ports again, soon; nothing while a listing is under way."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._look, name="port survey", daemon=True)
            self._thread.start()

    def close(self, within_s: float = 2.0) -> None:
        """Wait for a listing under way, though not for ever."""
        if self._thread is not None:
            self._thread.join(within_s)

    def _look(self) -> None:
        try:
            self.ports, self.failure = self._list(), ""
        except OSError as fault:
            self.failure = str(fault)


def ports_with(simulated: Path) -> ListPorts:
    """The ports of this computer and those that a file tells of: adapters of simulated devices.

    Parameters
    ----------
    simulated : Path
        JSON: an array of objects with the fields of `PortInfo`. Read at each listing, so that adapters can be
        moved from port to port.
    """

    def listed() -> tuple[PortInfo, ...]:
        try:
            made = [PortInfo(**fields) for fields in json.loads(simulated.read_text(encoding="utf-8"))]
        except (ValueError, TypeError) as fault:
            raise OSError(f"{simulated} lists no ports ({fault})") from fault
        return (*list_ports(), *made)

    return listed
