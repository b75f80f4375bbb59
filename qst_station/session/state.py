"""Where a session stands: frozen values only, so that an earlier state can be kept and compared."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from protocols.checklist import CheckState
from protocols.effects import Beat, Parameter, Present, Trial
from protocols.figure8 import Figure8State
from protocols.form import FormState
from protocols.machines import State
from qst_station.session.plan import TestSite
from qst_station.session.trace import NO_TRACE, Trace

StepStatus = Literal["ready", "running", "paused", "done", "stopped", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """One entry of the rail.

    Attributes
    ----------
    attempt : int
        Counts the starts.
    reason : str
        Why it is skipped, stopped or paused, or why another attempt than the last one counts.
    parameters : tuple of Parameter
        Those of the attempt that counts; where none is finished, those of the one that was stopped.
    counted : int
        The attempt that counts; 0 while none is finished.
    chosen, chosen_why : int, str
        The attempt that the examiner said counts, and why; 0 where nothing was said.
    used_ns, since_ns : int, int or None
        Session time for which it ran up to now, pauses left out, and since when it runs.
    earlier_ns : int
        How much of it belongs to earlier attempts.
    """

    status: StepStatus = "ready"
    attempt: int = 0
    reason: str = ""
    parameters: tuple[Parameter, ...] = ()
    counted: int = 0
    chosen: int = 0
    chosen_why: str = ""
    used_ns: int = 0
    since_ns: int | None = None
    earlier_ns: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt at a step. All are kept; `why` says why it was made although there was one before."""

    step: int
    number: int
    why: str
    t_start_ns: int
    status: StepStatus = "running"
    reason: str = ""
    t_end_ns: int = -1
    parameters: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTrial:
    """A trial with its place in the session and the force trace under it.

    `sample_first` and `sample_stop` are indices into the stream, -1 where there is no trace. `instrument` is the
    hair or pinprick that was applied, empty where none is on record. `void_reason` says why the trial itself does
    not count and stays for good; `set_aside`, why its attempt does not, as things stand.
    """

    number: int
    step: int
    test: str
    attempt: int
    site: TestSite
    trial: Trial
    source: str
    actor: str
    void_reason: str = ""
    stream: str = ""
    sample_first: int = -1
    sample_stop: int = -1
    peak_force_mn: float | None = None
    flags: tuple[str, ...] = ()
    instrument: str = ""
    set_aside: str = ""

    @property
    def counts(self) -> bool:
        """Whether the trial counts towards the parameter."""
        return not self.void_reason and not self.set_aside

    @property
    def about(self) -> tuple[int, int, str, int]:
        """Step, attempt, stimulus and series: in a rating test one stimulus that was applied, and its numbers."""
        return self.step, self.attempt, self.trial.stimulus.id, self.trial.series

    @property
    def trace(self) -> Trace:
        """The force under it."""
        return Trace(
            stream=self.stream, first=self.sample_first, stop=self.sample_stop, peak_force_mn=self.peak_force_mn
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TestRun:
    """The test under way. `undo` holds, for each trial that counts, the machine's state before it."""

    step: int
    test: str
    attempt: int
    site: TestSite
    machine: State
    undo: tuple[tuple[State, int], ...] = ()

    __test__ = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A deviation, an adverse sensation, a reason or a remark.

    `code` is that of the list (`protocols.note_codes`), empty for what was not chosen from one. `step` is the open
    step, -1 between steps; `trial` the one that was due where its stimulus may have been on the skin, else the
    last of the attempt, or between steps of all; 0 where there was none.
    """

    t_ns: int
    kind: str
    text: str
    trial: int
    actor: str
    code: str = ""
    step: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was found for a line of the check-list. Of several for a line the last one holds.

    `said` is what was confirmed, typed or found; `reason`, why an unusual number stands.
    """

    t_ns: int
    line: str
    state: CheckState
    said: str
    reason: str
    actor: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The end of the check-list, with the lines that were open then and why the visit went on."""

    t_ns: int
    open_lines: tuple[str, ...]
    reason: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAloud:
    """A text that was on the screen when the examiner began (`shown`), or that was read (`read`)."""

    t_ns: int
    step: int | None
    part: str
    sha256: str
    how: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Who saw the values before the visit was signed, and how many attempts at any step had been begun by then."""

    who: str
    role: str
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """An instrument that was used although it must not be: who answers for it, in which role, and why."""

    t_ns: int
    instrument: str
    obstacle: str
    reason: str
    signed_by: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A ramp that ended by itself, at its limit or by a fault: since when the hand is told to leave the skin."""

    t_ns: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """One beat of a pace: what was due, when, and when it was seen (`by` the screen) or heard (`by` sound)."""

    step: int | None
    kind: str
    number: int
    intended_ns: int
    actual_ns: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRun:
    """One attempt at a form."""

    step: int
    attempt: int
    form: FormState


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionState:
    """Where a session stands.

    Attributes
    ----------
    forms : tuple of FormRun
        Every attempt at every form, in order; the last is that of the open step where that is a form.
    attempts : tuple of Attempt
        Every attempt at every step, in the order in which they were begun.
    checked : Checked or None
        How the check-list ended; None while it is open.
    stopped : int or None
        The step that was stopped last, until another begins.
    shown : tuple of Shown
        Who saw the values before the visit was signed.
    current : int or None
        The step that is open; None between steps.
    present, presented_ns : Present or None, int
        The stimulus that was asked for and not yet answered, and since when.
    beat : Beat or None
        The last beat of the train under way.
    cadence : tuple of Struck
        Every beat that was seen or heard.
    wake_ns : int or None
        When the test wants to be woken.
    trace : Trace
        Force samples since the stimulus was asked for.
    marks : tuple of str
        What happened to the gauge since then; they become flags of the trial.
    taken_back : int
        The number of the trial that the newest command took back; 0 where that was another command.
    alarm : Alarm or None
        Why the hand was last told to leave the skin, until the next stimulus is asked for.
    """

    steps: tuple[StepState, ...]
    current: int | None = None
    run: TestRun | None = None
    limb: Figure8State | None = None
    earlier_limbs: tuple[Figure8State, ...] = ()
    forms: tuple[FormRun, ...] = ()
    trials: tuple[SessionTrial, ...] = ()
    notes: tuple[Note, ...] = ()
    overrides: tuple[Override, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    checks: tuple[Check, ...] = ()
    checked: Checked | None = None
    stopped: int | None = None
    shown: tuple[Shown, ...] = ()
    read_aloud: tuple[ReadAloud, ...] = ()
    present: Present | None = None
    presented_ns: int = 0
    beat: Beat | None = None
    cadence: tuple[Struck, ...] = ()
    wake_ns: int | None = None
    trace: Trace = NO_TRACE
    marks: tuple[str, ...] = ()
    taken_back: int = 0
    alarm: Alarm | None = None
    lost_streams: frozenset[str] = field(default_factory=frozenset)
    closed: bool = False
    signed_by: str = ""
    t_ns: int = 0


def set_step(state: SessionState, index: int, **changes: Any) -> SessionState:
    """The state with one step of the rail changed."""
    changed = replace(state.steps[index], **changes)
    return replace(state, steps=(*state.steps[:index], changed, *state.steps[index + 1 :]))


def without_stimulus(state: SessionState) -> SessionState:
    """The state with no stimulus asked for, and nothing left of what lay under the last one."""
    return replace(state, present=None, trace=NO_TRACE, marks=(), beat=None, wake_ns=None)
