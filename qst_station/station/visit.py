"""An open visit: the one place that changes its state. Every event is durable before it changes anything."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from qst_station.acquisition.blocks import follows, in_one_piece, joined
from qst_station.acquisition.merge import Merge
from qst_station.findings import Finding, Refused
from qst_station.recording.canonical import canonical
from qst_station.recording.journal import Journal, JournalFailed, read_journal
from qst_station.recording.journal_copy import END
from qst_station.session.events import (
    Actor,
    ButtonPressed,
    ClockPair,
    Command,
    DeviceNews,
    ForceBlock,
    SessionEvent,
    TimerDue,
    encode,
)
from qst_station.session.limb_orders import FarReading
from qst_station.session.machine import first_state, step
from qst_station.session.plan import SessionPlan, plan_from_opening
from qst_station.session.running import Beep, Consequence, LetGo, Recorded, alert_mn, expects, running
from qst_station.session.state import SessionState
from qst_station.station.answered import answered_utc
from qst_station.station.engine_findings import command_refused, visit_left
from qst_station.station.record import (
    OPENING_KIND,
    DeviceRecord,
    Unreplayable,
    clock_pairs,
    device_records,
    replay_rows,
    unreplayable,
)

HORIZON_NS = 20_000_000
"""What ends a stimulus waits so long for older samples of its gauge, where they are not there yet."""
CLOCK_PAIR_EVERY_NS = 5_000_000_000
HOLD_NS = 200_000_000
"""Samples that change nothing wait so long for others, so that not every read is a row and a commit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What became of a command: the row that holds it, or why it was refused."""

    seq: int | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """An answer that is durable: the row and the trial it made."""

    seq: int
    recorded: Recorded


Reply = Callable[[Answered], None]
_Taken: TypeAlias = tuple[SessionEvent, tuple[Consequence, ...]]


class _Draft:
    """What a turn takes: the rows, and where they lead once they are durable."""

    def __init__(self, plan: SessionPlan, state: SessionState) -> None:
        self.state = state
        self.rows: list[tuple[str, bytes]] = []
        self.taken: list[_Taken] = []
        self._plan = plan

    def take(self, event: SessionEvent) -> None:
        """Take an event as the next row.

        Raises
        ------
        ValueError
            It does not fit, or a row cannot hold it; nothing has changed.
        """
        after, consequences = step(self._plan, self.state, event)
        self.rows.append(encode(event))
        self.taken.append((event, consequences))
        self.state = after


class Visit:
    """A session with its journal.

    Parameters
    ----------
    plan, state, journal
        As made by `open_visit` or `reopen_visit`.
    start_ns : int
        Engine time of session time 0.
    pairs : list of ClockPair
        Session time and wall clock as they stand in the journal, from the start on.
    on_acknowledged : callable
        Told of each answer once it is durable.

    Attributes
    ----------
    failure : Finding or None
        Why nothing can be recorded any more.
    """

    def __init__(
        self,
        plan: SessionPlan,
        state: SessionState,
        journal: Journal,
        *,
        start_ns: int,
        pairs: list[ClockPair],
        on_acknowledged: Callable[[Acknowledged], None] = lambda _: None,
    ) -> None:
        self.plan = plan
        self.state = state
        self.journal = journal
        self.start_ns = start_ns
        self.saved_utc = pairs[-1].utc
        self.failure: Finding | None = None
        self.let_go = ""
        self._on_acknowledged = on_acknowledged
        self._merge = Merge(0)
        self._replies: dict[int, Reply] = {}
        self._pairs = pairs
        self._clock_pair_ns = -CLOCK_PAIR_EVERY_NS
        self._timer_ns: int | None = None
        self._held: list[ForceBlock] = []
        self._held_since_ns = 0
        self._ahead: SessionState | None = None  # where the samples that are held will lead

    @property
    def ended(self) -> bool:
        """Whether the journal has its end row: nothing can be added."""
        return self.journal.last.kind == END

    @property
    def answered_utc(self) -> str:
        """Wall-clock time of the last answer that stands; empty where none does."""
        return answered_utc(self.state, self._pairs)

    @property
    def gauge_in_use(self) -> str:
        """The stream that lies under the running test; empty where there is none."""
        return self._stream_under(self.state)

    @property
    def measuring(self) -> bool:
        """Whether a ramp is under way, so that what a reading means must not change."""
        return "Samples" in expects(self.plan, self.state)

    @property
    def wake_ns(self) -> int | None:
        """Engine time at which the test wants to be woken."""
        return None if self.state.wake_ns is None else self.state.wake_ns + self.start_ns

    @property
    def due_ns(self) -> int | None:
        """Engine time of the next turn that has something to do if nothing arrives; None where there is none."""
        due = [t_ns for t_ns in (self.state.wake_ns, self._merge.due_ns) if t_ns is not None]
        return min(due) + self.start_ns if due and not self.ended else None

    @property
    def alert_mn(self) -> float:
        """The force of the gauge in use that must not wait for the next turn; infinite where there is none.

        Minus infinite while an answer waits for the samples before it.
        """
        if self._merge.awaited and self._merge.due_ns is not None:
            return -math.inf
        found = alert_mn(self.plan, self.state)
        return math.inf if found is None else found

    def command(self, t_ns: int, name: str, args: dict[str, Any], actor: Actor, source: str, reply: Reply) -> None:
        """Take an order of a person, given at engine time ``t_ns``; ``reply`` is told what became of it."""
        event = Command(t_ns=max(t_ns - self.start_ns, 0), name=name, args=args, actor=actor, source=source)
        self._replies[id(event)] = reply
        self._merge.push(event)

    def device_event(self, event: SessionEvent) -> None:
        """Take an event of a device, in engine time."""
        self._merge.push(_shifted(event, -self.start_ns))

    def turn(self, now_ns: int, utc: str) -> None:
        """Process everything that is due at engine time ``now_ns``."""
        if self.ended:
            return
        session_ns = now_ns - self.start_ns
        wake_ns = self.state.wake_ns
        if wake_ns is not None and session_ns >= wake_ns != self._timer_ns:
            self._timer_ns = wake_ns
            self._merge.push(TimerDue(t_ns=session_ns))
        if session_ns - self._clock_pair_ns >= CLOCK_PAIR_EVERY_NS:
            self._clock_pair_ns = session_ns
            self._merge.push(ClockPair(t_ns=session_ns, utc=utc))
        # Only where a force lies under a stimulus must what ends it wait for samples that are older.
        under_way = self.gauge_in_use and self.state.present is not None
        self._merge.horizon_ns, self._merge.awaited = (HORIZON_NS, self.gauge_in_use) if under_way else (0, "")
        self._process(self._merge.release(session_ns), session_ns, utc)

    def close(self) -> None:
        """Write the end row; the visit cannot be continued.

        Raises
        ------
        Refused
            The disk did not take the row.
        """
        try:
            self.journal.close({"trials": len(self.state.trials)})
        except JournalFailed as failure:
            self.failure = failure.finding
            raise Refused(failure.finding) from failure

    def leave(self) -> None:
        """Let go of the journal without an end row; the visit can be resumed. What waits is refused."""
        if self._held and not self.ended and self.failure is None:
            draft = _Draft(self.plan, self.state)
            self._let_go(draft)
            self._record(draft, self.saved_utc)
        self.journal.leave()
        for reply in self._replies.values():
            reply(Answered(finding=visit_left()))
        self._replies.clear()

    def _process(self, events: Iterable[SessionEvent], now_ns: int, utc: str) -> None:
        draft = _Draft(self.plan, self.state)
        for event in in_one_piece(events):
            if isinstance(event, ForceBlock):
                self._hold(event, now_ns, draft)
                continue
            self._let_go(draft)
            try:
                draft.take(event)
            except ValueError as refusal:  # NotNow, or text and numbers that a row cannot hold
                if not isinstance(event, Command):
                    raise
                self._reply(
                    event, Answered(finding=command_refused(str(refusal), far=isinstance(refusal, FarReading)))
                )
        if now_ns - self._held_since_ns >= HOLD_NS:
            self._let_go(draft)
        self._record(draft, utc)

    def _hold(self, block: ForceBlock, now_ns: int, draft: _Draft) -> None:
        """Keep samples back until something follows from them; what is flagged is recorded by itself."""
        if block.stream != self._stream_under(draft.state):
            return
        if block.flags.any() or (self._held and not follows(self._held[-1], block)):
            self._let_go(draft)
        if block.flags.any():
            draft.take(block)
            return
        before = self._ahead or draft.state
        self._ahead, consequences = step(self.plan, before, block)
        self._held_since_ns = self._held_since_ns if self._held else now_ns
        self._held.append(block)
        if consequences or _phase(self._ahead) != _phase(before):
            self._let_go(draft)

    def _let_go(self, draft: _Draft) -> None:
        """Take the samples that are held as one row."""
        held, self._held, self._ahead = self._held, [], None
        if held:
            draft.take(joined(held))

    def _record(self, draft: _Draft, utc: str) -> None:
        """Make the rows durable; only then the state is the new one and anybody is told."""
        if not draft.rows:
            return
        try:
            seqs = self.journal.append(draft.rows)
        except JournalFailed as failure:
            self.failure = failure.finding
            for event, _ in draft.taken:
                self._reply(event, Answered(finding=failure.finding))
            return
        self.state, self.saved_utc = draft.state, utc
        self._pairs += [event for event, _ in draft.taken if isinstance(event, ClockPair)]
        for seq, (event, consequences) in zip(seqs, draft.taken, strict=True):
            self._follow(seq, consequences)
            self._reply(event, Answered(seq=seq))
        recorded = [c for _, consequences in draft.taken for c in consequences if isinstance(c, Recorded)]
        if recorded:
            try:
                self.journal.checkpoint()
            except JournalFailed as failure:
                self.failure = failure.finding

    def _stream_under(self, state: SessionState) -> str:
        run = running(state)
        gauge = self.plan.gauge_for(run.test) if run else None
        return gauge.stream if gauge else ""

    def _follow(self, seq: int, consequences: tuple[Consequence, ...]) -> None:
        for consequence in consequences:
            match consequence:
                case Recorded():
                    self._on_acknowledged(Acknowledged(seq=seq, recorded=consequence))
                case LetGo():
                    self.let_go = consequence.reason
                case Beep():
                    pass

    def _reply(self, event: SessionEvent, answered: Answered) -> None:
        reply = self._replies.pop(id(event), None)
        if reply is not None:
            reply(answered)


def open_visit(
    folder: Path, opening: dict[str, Any], *, start_ns: int, on_acknowledged: Callable[[Acknowledged], None]
) -> Visit:
    """Begin a visit in a folder of its own.

    Raises
    ------
    Refused
        The folder holds a journal, or cannot be written.
    """
    plan = plan_from_opening(opening, place=str(folder))
    journal = Journal.create(folder, OPENING_KIND, canonical(opening))
    return Visit(
        plan,
        first_state(plan),
        journal,
        start_ns=start_ns,
        pairs=[ClockPair(t_ns=0, utc=opening["utc"])],
        on_acknowledged=on_acknowledged,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """A visit that goes on, what was found in its journal, and how its devices stood."""

    visit: Visit
    findings: tuple[Finding, ...]
    devices: Mapping[str, DeviceRecord]


def reopen_visit(folder: Path, *, now_ns: int, on_acknowledged: Callable[[Acknowledged], None]) -> Reopened:
    """Go on with a visit that was interrupted, one second of session time after its last row.

    Raises
    ------
    Refused
        The journal is closed, in use, or damaged, or its rows were written by a program with other rules.
    """
    journal = Journal.reopen(folder)
    try:
        replayed = replay_rows(read_journal(folder).rows, place=str(folder))
    except Unreplayable as fault:
        journal.leave()
        raise Refused(unreplayable(folder, fault)) from fault
    except BaseException:
        journal.leave()
        raise
    visit = Visit(
        replayed.plan,
        replayed.state,
        journal,
        start_ns=now_ns - replayed.state.t_ns - 1_000_000_000,
        pairs=clock_pairs(replayed),
        on_acknowledged=on_acknowledged,
    )
    return Reopened(visit=visit, findings=journal.take_findings(), devices=device_records(replayed))


def _phase(state: SessionState) -> str:
    return state.run.machine.phase if state.run else ""


def _shifted(event: SessionEvent, by_ns: int) -> SessionEvent:
    match event:
        case ForceBlock():
            arrivals = event.arrivals.copy()
            arrivals[:, 0] += by_ns
            return replace(event, t_ns=event.t_ns + by_ns, arrivals=arrivals)
        case ButtonPressed() | DeviceNews():
            return replace(event, t_ns=event.t_ns + by_ns)
    return event
