"""A visit on paper: an opening row written by hand, the packaged protocols, and a way to act it out."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import numpy as np
import pytest

from protocols import machines
from protocols.effects import Trial
from qst_station.session.events import (
    FLAG_OVERLOAD,
    Actor,
    ButtonPressed,
    Command,
    DeviceNews,
    ForceBlock,
    SessionEvent,
    TimerDue,
)
from qst_station.session.machine import first_state, step
from qst_station.session.plan import SessionPlan, plan_from_opening
from qst_station.session.running import Consequence
from qst_station.session.state import SessionState

TESTS = ("MDT", "MPT", "MPS", "WUR", "VDT", "PPT")
GAUGE = "gauge-1"
BUTTON = "button-1"
S = 10**9
NURSE = Actor(who="nurse", role="examiner")


def opening_row(*, gauge: bool = True) -> dict[str, Any]:
    """A visit of a participant with the left hand affected; the gauge lies under PPT and MPT."""
    documents = {test: f"dfns/{test.lower()}.toml" for test in TESTS}
    names = [*documents.values(), "limb/figure8.toml"]
    inputs = {name: files("protocols").joinpath(name).read_text(encoding="utf-8") for name in names}
    pinpricks = [f"pinprick-{force}" for force in (8, 16, 32, 64, 128, 256, 512)]
    run = [*pinpricks, "cotton-wisp", "cotton-tip", "brush"]
    steps = [{"test": "FIG8", "site_role": None}]
    steps += [{"test": test, "site_role": role} for role in ("control", "affected") for test in TESTS]
    return {
        "format": "qst-journal/1",
        "kind": "practice",
        "study": "INCA",
        "visit": "baseline",
        "participant": {"id": "P-001", "age_y": 45, "sex": "female"},
        "sites": {
            "control": {"body_site": "hand", "side": "right"},
            "affected": {"body_site": "hand", "side": "left"},
        },
        "steps": steps,
        "orders": {f"MPS@{role}": [*run, *run[::-1], *run, *run[::-1], *run] for role in ("control", "affected")},
        "limb": {
            "segment": "hand",
            "affected_side": "left",
            "variant": "ulnar-styloid-2nd-mcp",
            "position": "neutral",
        },
        "devices": [
            {"name": GAUGE, "tests": ["PPT", "MPT"] if gauge else [], "probe_area_cm2": 1.0},
            {"name": BUTTON, "tests": [], "probe_area_cm2": 0.0},
        ],
        "documents": {"tests": documents, "figure8": "limb/figure8.toml"},
        "inputs": inputs,
    }


class Visit:
    """A session acted out event by event.

    Attributes
    ----------
    events : list
        What was taken, in order; what was refused is not in it.
    consequences : list
        What followed.
    """

    def __init__(self, plan: SessionPlan) -> None:
        self.plan = plan
        self.state: SessionState = first_state(plan)
        self.events: list[SessionEvent] = []
        self.consequences: list[Consequence] = []
        self.t_ns = 0
        self.samples = 0

    # Events

    def take(self, event: SessionEvent) -> tuple[Consequence, ...]:
        """Feed one event; NotNow passes through and leaves the visit as it was."""
        state, consequences = step(self.plan, self.state, event)
        self.state = state
        self.events.append(event)
        self.consequences += consequences
        return consequences

    def order(self, name: str, **args: Any) -> Command:
        """The command as it would come a second later."""
        self.t_ns += S
        return Command(t_ns=self.t_ns, name=name, args=args, actor=NURSE, source="key")

    def do(self, name: str, **args: Any) -> tuple[Consequence, ...]:
        return self.take(self.order(name, **args))

    def press(self, *, late: bool = False) -> ButtonPressed:
        self.t_ns += 1
        return ButtonPressed(t_ns=self.t_ns, device=BUTTON, button="1", uncertainty_ns=3_000_000, late=late)

    def button(self, *, late: bool = False) -> tuple[Consequence, ...]:
        return self.take(self.press(late=late))

    def news(self, what: str, device: str = GAUGE) -> tuple[Consequence, ...]:
        self.t_ns += 1
        return self.take(DeviceNews(t_ns=self.t_ns, device=device, what=what, detail={}))

    def force(
        self, *newton: float, stream: str = GAUGE, flag: int = 0, period_ns: int = 10_000_000
    ) -> tuple[Consequence, ...]:
        """A block of readings after the last event; `flag` marks all of them."""
        return self.take(self.block(*newton, stream=stream, flag=flag, period_ns=period_ns))

    def block(self, *newton: float, stream: str = GAUGE, flag: int = 0, period_ns: int = 10_000_000) -> ForceBlock:
        n = len(newton)
        times = self.t_ns + period_ns * np.arange(1, n + 1, dtype=np.int64)
        raw = np.array(newton, np.float64)
        if flag & FLAG_OVERLOAD:
            raw[:] = np.nan
        found = ForceBlock(
            stream=stream,
            index=self.samples,
            unit="N",
            t_ns=times,
            raw=raw,
            force_mn=raw * 1000.0,
            flags=np.full(n, flag, np.uint8),
            arrivals=np.array([[times[-1], 8 * n]], np.int64) if n else np.empty((0, 2), np.int64),
            data=b"12345.6\n" * n,
        )
        self.samples += n
        self.t_ns = int(times[-1]) if n else self.t_ns
        return found

    def wake(self) -> tuple[Consequence, ...]:
        """The wake-up that the test waits for."""
        assert self.state.wake_ns is not None
        self.t_ns = self.state.wake_ns
        return self.take(TimerDue(t_ns=self.t_ns))

    # Whole stretches

    def start(self, test: str, site_role: str | None = "control", reason: str = "test of this test only") -> Visit:
        """Open a step, whatever comes first."""
        key = f"{test}@{site_role}" if site_role else test
        index = next(i for i, s in enumerate(self.plan.steps) if s.key == key)
        self.do("start", step=index, reason=reason)
        return self

    def due(self) -> str:
        """Identifier of the stimulus that is due, or empty."""
        run = self.state.run
        stimulus = machines.stimulus(self.plan.tests[run.test].machine, run.machine) if run else None
        return stimulus.id if stimulus else ""

    def expects(self) -> tuple[str, ...]:
        run = self.state.run
        return machines.expects(self.plan.tests[run.test].machine, run.machine) if run else ()

    def answer(self, *, yes: bool = True, number: float = 5.0, newton: float = 20.0) -> tuple[Consequence, ...]:
        """Whatever takes the test under way one answer further."""
        found: tuple[Consequence, ...] = ()
        trials = len(self.state.trials)
        while len(self.state.trials) == trials:
            takes = self.expects()
            if "Answer" in takes:
                found = self.do("answer", yes=yes)
            elif "Rated" in takes and "Begin" not in takes:
                found = self.do("rate", value=number)
            elif "Begin" in takes and "Rated" in takes and not self._measured():
                found = self.do("rate", value=newton * 10.0)
            elif "Begin" in takes:
                found = self.do("begin")
            elif "Woke" in takes and "Samples" not in takes:
                found = self.wake()
            else:
                self.force(*np.linspace(0.0, newton, 200).tolist())
                self.button()
                found = self.force(newton + 0.1)
        return found

    def finish_test(self, **how: Any) -> Visit:
        """Answer until the open test is done."""
        while self.status == "running":
            self.answer(**how)
        return self

    def measure_limb(self) -> Visit:
        for _ in range(6):
            self.do("limb_enter", girth_cm=41.0, entered="41.0")
        self.do("limb_close")
        return self

    def _measured(self) -> bool:
        gauge = self.plan.gauge_for(self.state.run.test) if self.state.run else None
        return gauge is not None and gauge.stream not in self.state.lost_streams

    # What is to be seen

    @property
    def status(self) -> str:
        """Status of the open step, or empty between steps."""
        return self.state.steps[self.state.current].status if self.state.current is not None else ""

    @property
    def trials(self) -> list[Trial]:
        return [kept.trial for kept in self.state.trials]

    @property
    def counted(self) -> list[Trial]:
        return [kept.trial for kept in self.state.trials if kept.counts]


@pytest.fixture(scope="session")
def plan() -> SessionPlan:
    """A visit with a gauge."""
    return plan_from_opening(opening_row(), place="journal")


@pytest.fixture(scope="session")
def plan_without_gauge() -> SessionPlan:
    return plan_from_opening(opening_row(gauge=False), place="journal")


@pytest.fixture(scope="session")
def opening() -> Callable[..., dict[str, Any]]:
    return opening_row


@pytest.fixture(scope="session")
def new_visit() -> type[Visit]:
    return Visit


@pytest.fixture
def visit(plan: SessionPlan) -> Visit:
    return Visit(plan)


@pytest.fixture
def visit_without_gauge(plan_without_gauge: SessionPlan) -> Visit:
    return Visit(plan_without_gauge)
