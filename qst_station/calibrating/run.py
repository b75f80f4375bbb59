"""A calibration with its record: whatever happens is durable before it counts, and replays to the same result."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from calibration.certificate import Particulars, certificate_content
from calibration.decision import Decision, decide
from calibration.evaluation import evaluate
from calibration.events import Event, Reading
from calibration.procedure import Due, TooFewReadings, Unexpected, due, init, step
from calibration.record import State
from calibration.result import Result
from qst_station.calibrating.refusals import refused
from qst_station.calibrating.run_events import EVENTS, decode, encode
from qst_station.calibrating.run_opening import RunOpening, decoded_opening
from qst_station.findings import Finding, Refused
from qst_station.recording.canonical import canonical, read_strict
from qst_station.recording.chain import Row
from qst_station.recording.journal import LOSS, Journal, JournalFailed, read_journal
from qst_station.recording.journal_copy import END

OPENING, STRAY, NEWS, ABANDONED, DONE = "opening", "stray", "news", "abandoned", "done"
CLOSED = "closed"
"""File in the folder of a record that was closed."""

BALLAST_BYTES = 4 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """A reading that came when something else was due: kept, and never used."""

    reading: Reading
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What the rows of a record say.

    Attributes
    ----------
    ended : str
        "" for a run that can go on, "abandoned", or what came out of it: the number of a certificate, or the
        result of a daily check.
    last_ns : int
        Time of the last event, since the start.
    """

    opening: RunOpening
    state: State
    strays: tuple[Stray, ...]
    ended: str
    last_ns: int


def runs_folder(data: Path) -> Path:
    """Where the records of calibrations lie, one folder each."""
    return data / "calibrations"


def replay(rows: Sequence[Row], *, place: str) -> Replayed:
    """The state that the rows of a record lead to.

    Raises
    ------
    Refused
        `calibration.unreadable`: the first row is missing, or a row is none of a calibration.
    """
    try:
        if not rows or rows[0].kind != OPENING:
            raise ValueError("its first row is missing")
        opened = decoded_opening(rows[0].body, place=f"{place}, row 1")
        state = init(opened.method, opened.item, opened.date)
        strays: list[Stray] = []
        ended, last_ns = "", 0
        for row in rows[1:]:
            if row.kind in EVENTS:
                event = decode(row.kind, row.body, place=f"{place}, row {row.seq}")
                state, last_ns = step(opened.method, opened.item, state, event), event.t_ns
            elif row.kind == STRAY:
                strays.append(_stray(row, place))
                last_ns = strays[-1].reading.t_ns
            elif row.kind in (ABANDONED, DONE):
                ended = _ended(row)
            elif row.kind not in (NEWS, LOSS, END):
                raise ValueError(f"row {row.seq} is {row.kind!r}, which this program does not know")
    except (ValueError, Refused) as error:
        remedy = "Update the program, or begin the calibration anew; this record stays as it is."
        raise refused("calibration.unreadable", place, f"The record cannot be used ({error}).", remedy) from error
    return Replayed(opening=opened, state=state, strays=tuple(strays), ended=ended, last_ns=last_ns)


class CalibrationRun:
    """A calibration that is under way. One thread at a time may use it.

    Use `begin` or `resume`. `leave` releases the files; the run can be resumed.
    """

    def __init__(self, journal: Journal, replayed: Replayed) -> None:
        self.opening = replayed.opening
        self.state = replayed.state
        self.strays = replayed.strays
        self.ended = replayed.ended
        self.last_ns = replayed.last_ns
        self._journal = journal

    @classmethod
    def begin(cls, data: Path, opened: RunOpening) -> CalibrationRun:
        """A new run, its first row durable.

        Raises
        ------
        Refused
            The disk does not take it.
        """
        body = opened.encoded()
        journal = Journal.create(runs_folder(data) / opened.run, OPENING, body, ballast_bytes=BALLAST_BYTES)
        return cls(journal, replay([journal.last], place=str(journal.folder)))

    @classmethod
    def resume(cls, folder: Path) -> CalibrationRun:
        """Go on with an interrupted run where it stood.

        Raises
        ------
        Refused
            It was closed, is in use, or its record is damaged.
        """
        replayed = replay(read_journal(folder).rows, place=str(folder))
        return cls(Journal.reopen(folder, ballast_bytes=BALLAST_BYTES), replayed)

    @property
    def folder(self) -> Path:
        """Where the record lies."""
        return self._journal.folder

    @property
    def seq(self) -> int:
        """Number of the last durable row."""
        return self._journal.last.seq

    @property
    def due(self) -> Due:
        """What the operator does next."""
        return due(self.opening.method, self.opening.item, self.state)

    def take(self, event: Event, *, who: str, utc: str) -> None:
        """Take an event; it is durable before it changes anything.

        Raises
        ------
        Refused
            `calibration.not_now` or `calibration.too_few`: it does not fit where the procedure stands; a reading
            is kept as a stray. `calibration.entry`: it names what is not there. `calibration.not_recorded`: the
            disk failed; it does not count.
        """
        place = self.opening.instrument.id
        try:
            state = step(self.opening.method, self.opening.item, self.state, event)
        except Unexpected as error:
            if isinstance(event, Reading):
                self.keep(event)
            happened = f"{error.event} does not fit now: {error.due} is due."
            remedy = _DO_FIRST.get(error.due, f"Do first what is due: {error.due}.")
            raise refused("calibration.not_now", place, happened, remedy, safe=_KEPT) from error
        except TooFewReadings as error:
            happened = f"The method asks for {error.missing} more reading(s); the next is: {error.due}."
            raise refused(
                "calibration.too_few", place, happened, "Take the missing readings, then finish.", safe=_KEPT
            ) from error
        except ValueError as error:
            raise refused("calibration.entry", place, f"{error}.", "Correct it.") from error
        self._append(encode(event, who=who, utc=utc))
        self.state, self.last_ns = state, event.t_ns

    def keep(self, reading: Reading) -> None:
        """Keep a reading that cannot be used where the procedure stands."""
        stray = Stray(reading=reading, due=self.due.key)
        self._append((STRAY, canonical({"due": stray.due, "reading": asdict(reading)})))
        self.strays, self.last_ns = (*self.strays, stray), reading.t_ns

    def tell(self, t_ns: int, what: str, detail: Mapping[str, Any]) -> None:
        """Keep news of the device."""
        self._append((NEWS, canonical({"t_ns": t_ns, "what": what, "detail": dict(detail)})))

    def result(self, round_: int | None = None) -> Result:
        """The result of the finished round, or of an earlier one; `Refused` (`calibration.unfinished_round`)."""
        try:
            return evaluate(self.opening.method, self.opening.item, self.state, round_)
        except ValueError as error:
            place = self.opening.instrument.id
            remedy = "Take the readings that are left."
            raise refused("calibration.unfinished_round", place, f"{error}.", remedy) from error

    def before(self) -> Result | None:
        """The result as found, where the item was adjusted since."""
        return self.result(1) if self.state.round > 1 else None

    def decision(self) -> Decision:
        """The verdict on the finished round."""
        return decide(self.opening.method, self.result())

    def certificate(self, number: str, *, date: str, place: str, name: str, role: str) -> dict[str, Any]:
        """The content of the certificate; it names the record that it rests on by its hash."""
        opened, instrument, last = self.opening, self.opening.instrument, self._journal.last
        result = self.result()
        content = certificate_content(
            Particulars(
                number=number,
                date_issue=date,
                place_name=place,
                place_address="",
                item={
                    "model": instrument.model,
                    "serial": instrument.serial,
                    "owner": instrument.owner,
                    "condition": opened.condition,
                },
                person_name=name,
                person_role=role,
            ),
            opened.method,
            opened.item,
            self.state,
            result,
            decide(opened.method, result),
            self.before(),
        )
        work = {
            "operator": asdict(opened.operator),
            "device": {"name": opened.bench.name, "gauge": opened.bench.gauge} if opened.bench else None,
            "record": {"run": opened.run, "rows": last.seq, "sha256": last.hash.hex()},
        }
        return {**content, "work": {**content["work"], **work}}

    def abandon(self, reason: str, *, who: str, utc: str) -> None:
        """End the run without a result; its record is closed and kept."""
        if not reason.strip():
            happened = "No reason is given for abandoning the calibration."
            raise refused("calibration.entry", self.opening.instrument.id, happened, "Give one.")
        self._close(ABANDONED, {"reason": reason, "who": who, "utc": utc}, status="abandoned")
        self.ended = "abandoned"

    def done(self, outcome: str, *, who: str, utc: str) -> None:
        """End the run with what came out of it: the number of its certificate, or the result of a check."""
        self._close(DONE, {"outcome": outcome, "who": who, "utc": utc}, status="complete")
        self.ended = outcome

    def leave(self) -> None:
        """Release the files."""
        self._journal.leave()

    def take_findings(self) -> tuple[Finding, ...]:
        """What went wrong with the record and was put right since the last call."""
        return self._journal.take_findings()

    def _close(self, kind: str, body: Mapping[str, Any], *, status: str) -> None:
        if not self.ended:  # a process may have died between the row and the end
            self._append((kind, canonical(dict(body))))
        try:
            self._journal.close({"readings": len(self.state.readings)}, status=status)
        except JournalFailed as error:
            raise _not_recorded(error) from error
        # Spares whoever looks for open records from reading every closed one; nothing is lost without it.
        with contextlib.suppress(OSError):
            (self.folder / CLOSED).touch()

    def _append(self, row: tuple[str, bytes]) -> None:
        try:
            self._journal.append([row])
        except JournalFailed as error:
            raise _not_recorded(error) from error


_KEPT = "All readings so far are kept."
_DO_FIRST = {
    "conditions": "First enter temperature and humidity of the room.",
    "reference": "First enter the reference standards with their certificates.",
    "finish": "All readings are there: finish the round.",
    "done": "The readings are complete: go on with the result.",
}


def _not_recorded(error: JournalFailed) -> Refused:
    finding = error.finding
    return refused("calibration.not_recorded", finding.place, finding.happened, finding.remedy, safe=_KEPT)


def _stray(row: Row, place: str) -> Stray:
    match read_strict(row.body):
        case {"due": str(due_key), "reading": dict(reading)}:
            event = decode("reading", canonical({"event": reading}), place=f"{place}, row {row.seq}")
            assert isinstance(event, Reading)
            return Stray(reading=event, due=due_key)
    raise ValueError(f"row {row.seq} is no stray reading")


def _ended(row: Row) -> str:
    match read_strict(row.body):
        case {"outcome": str(outcome)}:
            return outcome
    return "abandoned"
