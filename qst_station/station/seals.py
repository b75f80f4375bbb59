"""The visits that are being sealed, and who is told of it: the person, both registers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from qst_station.findings import Finding, Refused
from qst_station.session.state import SessionState
from qst_station.station.clock import Clock
from qst_station.station.engine_findings import sealed_already, visit_finding
from qst_station.station.folder import free_session_path, sealed_session
from qst_station.station.instruments import tell_register
from qst_station.station.sealer import Sealer, Sealing
from qst_station.station.sealing import refuse_in_use, replayable
from qst_station.station.visit import Visit


class Seals:
    """Seals journals, each in a process of its own.

    Parameters
    ----------
    data : Path
        The data folder, which takes the sealed files.
    clock : Clock
    find : callable
        Takes a finding for a person.
    sealed : callable
        Told of each file that was made; gives what there is to say of it.
    """

    def __init__(
        self,
        data: Path,
        clock: Clock,
        find: Callable[[Finding], None],
        sealed: Callable[[Path], Iterable[Finding]],
    ) -> None:
        self._data = data
        self._clock = clock
        self._find = find
        self._sealed = sealed
        self._sealers: dict[Path, Sealer] = {}  # by the folder of the journal, as are the sealings
        self._sealings: dict[Path, Sealing] = {}

    def of(self, visit: Visit | None) -> Sealing | None:
        """How the sealing of a visit stands, or that which was started last; None where it was not started."""
        if visit is not None:
            return self._sealings.get(visit.journal.folder)
        return next(reversed(self._sealings.values()), None)

    def seal(self, visit: Visit | None) -> None:
        """End the journal of the open visit and seal it, unless that is under way or done.

        Raises
        ------
        Refused
            None is open, it is not closed, or the disk does not take the end of its journal.
        """
        if visit is None or not visit.state.closed:
            raise Refused(
                visit_finding("visit.not_closed", "The visit is not closed.", "Sign and close it first.")
            )
        folder = visit.journal.folder
        sealing = self._sealings.get(folder)
        if sealing is not None and sealing.state != "failed":
            return
        try:
            if not visit.ended:
                visit.close()
            self._tell_register(visit.plan.opening, visit.state)
            self._start(folder, dict(visit.plan.opening))
        except Refused as refused:
            self._sealings[folder] = Sealing(state="failed", finding=refused.finding)
            raise

    def seal_interrupted(self, folder: Path) -> None:
        """Seal the journal of a visit that is not open, as it is.

        Raises
        ------
        Refused
            The journal cannot be read, is in use, or has its sealed file.
        """
        found = replayable(folder)
        opening = dict(found.plan.opening)
        if folder in self._sealers:
            return
        try:
            refuse_in_use(folder)  # first: who has just sealed it lets go of it only then
        except Refused as refused:
            raise (_being_sealed() if found.closed else refused) from None  # nobody writes what has ended
        sealed = sealed_session(self._data, opening["session_uuid"])
        if sealed is not None:
            raise Refused(sealed_already(sealed))
        self._tell_register(opening, found.state)
        self._start(folder, opening)

    def refuse_sealed(self, folder: Path) -> None:
        """Refuse to go on with a visit that has its file, or that one is being made of.

        Raises
        ------
        Refused
            It is sealed, or its sealing process runs.
        """
        sealed = sealed_session(self._data, folder.name)
        if sealed is not None:
            raise Refused(sealed_already(sealed))
        if any(under_way.name == folder.name for under_way in self._sealers):
            raise _being_sealed()

    def wait_for(self, visit: Visit | None) -> Sealing:
        """Wait until everything that was started is done or has failed; then as `of`.

        Raises
        ------
        Refused
            It was not started.
        """
        self.turn(wait=True)
        sealing = self.of(visit)
        if sealing is None:
            raise Refused(visit_finding("seal.none", "Nothing is being sealed.", "Seal the visit first."))
        return sealing

    def turn(self, *, wait: bool = False) -> None:
        """Take in what has ended; with `wait`, all that was started."""
        for folder, sealer in list(self._sealers.items()):
            sealing = sealer.result(wait=wait)
            if sealing is None:
                continue
            del self._sealers[folder]
            self._sealings[folder] = sealing
            told = self._sealed(sealing.path) if sealing.path and sealing.state == "done" else ()
            for finding in (*sealing.findings, *([sealing.finding] if sealing.finding else []), *told):
                self._find(finding)

    def _start(self, folder: Path, opening: dict[str, Any]) -> None:
        self._sealers[folder] = Sealer(folder, free_session_path(self._data, opening))
        self._sealings.pop(folder, None)
        self._sealings[folder] = Sealing(state="running")

    def _tell_register(self, opening: Mapping[str, Any], state: SessionState) -> None:
        """Enter the use of the instruments; a register that cannot take it undoes nothing of the visit."""
        who, utc = state.signed_by or opening["actor"]["who"], self._clock.utc()
        try:
            tell_register(self._data, opening, state, who=who, utc=utc)
        except Refused as refused:
            self._find(refused.finding)


def _being_sealed() -> Refused:
    remedy = "Wait until it is sealed. A visit that is sealed cannot be resumed."
    return Refused(visit_finding("visit.sealing", "The visit is being sealed.", remedy))
