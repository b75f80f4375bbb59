"""The register of participants on disk: a ledger to which events are only added.

Every row carries who said it, in which role and when (UTC). An event that does not fit is refused before anything
is written; several events are written together or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.canonical import canonical, read_strict
from qst_station.recording.chain import Row
from qst_station.recording.journal_copy import JournalCopy
from qst_station.recording.ledger import LedgerFault, open_or_begin, read_ledger
from qst_station.study.checks import method_faults
from qst_station.study.document import Study
from qst_station.study.participants import (
    Amended,
    Contacted,
    Enrolled,
    Event,
    LimbMethodSet,
    Participant,
    as_plain,
    fold,
    from_plain,
)

FORMAT: Final = "qst-participants/1"
OPENING: Final = "opening"

_MOVE_AWAY: Final = "Restore it from a backup, or move it away and index the sessions anew."


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event with who said it, in which role, and when."""

    seq: int
    utc: str
    who: str
    role: str
    event: Event


class ParticipantRegister:
    """The register of a data folder.

    Parameters
    ----------
    data : Path
        The folder; it is made with the first event.
    study : Study
        Whose identifiers and sites the participants have.
    """

    def __init__(self, data: Path, study: Study) -> None:
        self.folder = data / "participants"
        self._study = study

    def entries(self) -> tuple[Entry, ...]:
        """Everything that was said, in order; empty where there is no register yet.

        Raises
        ------
        Refused
            `participants.unreadable`, `.altered`, `.other_study` or `.failed`.
        """
        with self._refusing():
            return self._decoded(read_ledger(self.folder))

    def participants(self) -> dict[str, Participant]:
        """The participants by identifier; raises as `entries` does."""
        return fold(entry.event for entry in self.entries())

    def append(self, events: Sequence[Event], *, who: str, role: str, utc: str) -> dict[str, Participant]:
        """Add events, all or none; they are on disk when this returns.

        Returns
        -------
        dict
            The participants afterwards.

        Raises
        ------
        Refused
            An event does not fit, or the register cannot be read or written: nothing was added.
            `participants.uncertain` where the disk failed: all were added, or none.
        """
        for event in events:
            self._check(event)
        if not self.folder.exists():
            fold(events)  # what does not fit must not begin a register
        opening = canonical({"format": FORMAT, "study": self._study.name, "utc": utc})
        with self._refusing(), open_or_begin(self.folder, (OPENING, opening)) as ledger:
            after = fold([*(entry.event for entry in self._decoded(ledger.copy)), *events])
            said = {"utc": utc, "who": who, "role": role}
            plain = [as_plain(event) for event in events]
            unwitnessed = ledger.append([(kind, canonical({**said, "event": event})) for kind, event in plain])
            if unwitnessed is not None:
                raise _uncertain(self.folder, unwitnessed)
        return after

    def _check(self, event: Event) -> None:
        # What could not be read back would make the whole register unreadable.
        from_plain(*as_plain(event), place=f"participant {event.participant_id[:40]!r}")
        match event:
            case Enrolled():
                self._study.check_participant(event.participant_id, place="participant")
                self._study.check_site(event.site, place=f"participant {event.participant_id}")
            case Amended(field="site"):
                self._study.check_site(str(event.value), place=f"participant {event.participant_id}")
            case Contacted():
                self._study.check_call(event.visit, place=f"participant {event.participant_id}")
            case LimbMethodSet():
                for fault in method_faults(event.limb, "limb"):
                    raise Refused(fault.finding(f"participant {event.participant_id}"))
            case _:
                pass

    def _decoded(self, copy: JournalCopy | None) -> tuple[Entry, ...]:
        """The entries of a copy in which the chain and its witness find nothing wrong."""
        if copy is None:
            return ()
        if copy.findings:
            raise _unusable("participants.altered", self.folder, copy.findings[0].happened, _MOVE_AWAY)
        first, *rows = copy.rows
        match read_strict(first.body):
            case {"format": str(format_), "study": str(study)} if format_ == FORMAT and first.kind == OPENING:
                pass
            case _:
                raise _unusable(
                    "participants.unreadable", self.folder, f"Its format is not {FORMAT}.", "Update the program."
                )
        if study != self._study.name:
            remedy = "Keep each study in a folder of its own."
            raise _unusable(
                "participants.other_study", self.folder, f"It is of {study}, not of {self._study.name}.", remedy
            )
        return tuple(self._entry(row) for row in rows)

    def _entry(self, row: Row) -> Entry:
        match read_strict(row.body):
            case {"utc": str(utc), "who": str(who), "role": str(role), "event": dict(plain)}:
                event = from_plain(row.kind, plain, place=f"{self.folder}: row {row.seq}")
                return Entry(seq=row.seq, utc=utc, who=who, role=role, event=event)
            case _:
                raise _unusable(
                    "participants.unreadable", self.folder, f"Row {row.seq} is no event.", "Update the program."
                )

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        """What the ledger says, said about a register."""
        try:
            yield
        except LedgerFault as fault:
            raise _said(fault, self.folder) from fault


def _said(fault: LedgerFault, folder: Path) -> Refused:
    match fault.kind:
        case "in_use":
            return _unusable("participants.in_use", folder, "Another program is writing it.", "Try once more.")
        case "unreadable":
            return _unusable("participants.unreadable", folder, str(fault), _MOVE_AWAY)
        case "lost":
            return _unusable("participants.altered", folder, f"It was there, and {fault}.", _MOVE_AWAY)
        case "damaged":
            return _unusable("participants.altered", folder, str(fault), _MOVE_AWAY)
        case "uncertain":
            return _uncertain(folder, fault)
        case _:
            remedy = "Check the folder, its rights and the disk."
            return _unusable("participants.failed", folder, f"The disk refused ({fault}).", remedy)


def _uncertain(folder: Path, error: Exception) -> Refused:
    return Refused(
        Finding(
            code="participants.uncertain",
            severity=Severity.STOP,
            place=str(folder),
            happened=f"The disk failed while it took the entry ({error}).",
            safe="Everything before it is recorded, and the sealed sessions are not touched.",
            remedy="Look whether the entry is there, and check the disk.",
        )
    )


def _unusable(code: str, folder: Path, happened: str, remedy: str) -> Refused:
    return Refused(
        Finding(
            code=code,
            severity=Severity.STOP,
            place=str(folder),
            happened=happened,
            safe="The register is unchanged; the sealed sessions are not touched.",
            remedy=remedy,
        )
    )
