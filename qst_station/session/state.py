"""Where a session stands: frozen values only, so that an earlier state can be kept and compared."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from protocols.effects import Beat, Parameter, Present, Trial
from protocols.figure8 import Figure8State
from protocols.form import FormState
from protocols.machines import State
from qst_station.session.plan import TestSite
from qst_station.session.trace import NO_TRACE, Trace

StepStatus = Literal["ready", "running", "paused", "done", "stopped", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """One entry of the rail. `attempt` counts the starts; `reason` says why it is skipped, stopped or paused."""

    status: StepStatus = "ready"
    attempt: int = 0
    reason: str = ""
    parameters: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTrial:
    """A trial with its place in the session and the force trace under it.

    `sample_first` and `sample_stop` are indices into the stream, -1 where there is no trace. `instrument` is the
    hair or pinprick that was applied, empty where none is on record.
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

    @property
    def counts(self) -> bool:
        """Whether the trial counts towards the parameter."""
        return not self.void_reason


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
    """A deviation, an adverse sensation or a remark, beside the trial that was due."""

    t_ns: int
    kind: str
    text: str
    trial: int
    actor: str


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
    current : int or None
        The step that is open; None between steps.
    present, presented_ns : Present or None, int
        The stimulus that was asked for and not yet answered, and since when.
    beat : Beat or None
        The last beat of the train under way.
    wake_ns : int or None
        When the test wants to be woken.
    trace : Trace
        Force samples since the stimulus was asked for.
    marks : tuple of str
        What happened to the gauge since then; they become flags of the trial.
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
    present: Present | None = None
    presented_ns: int = 0
    beat: Beat | None = None
    wake_ns: int | None = None
    trace: Trace = NO_TRACE
    marks: tuple[str, ...] = ()
    lost_streams: frozenset[str] = field(default_factory=frozenset)
    closed: bool = False
    signed_by: str = ""
    t_ns: int = 0


def set_step(state: SessionState, index: int, **changes: Any) -> SessionState:
    """The state with one step of the rail changed."""
    changed = replace(state.steps[index], **changes)
    return replace(state, steps=(*state.steps[:index], changed, *state.steps[index + 1 :]))
