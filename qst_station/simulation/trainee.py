"""A simulated trainee: an examiner who applies each stimulus by hand, listens, and enters what was heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from protocols.ramp_spec import RampSpec
from qst_station.simulation.examiner import Apparatus, SimulatedExaminer, Stage
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.spoken import spoken
from qst_station.station.engine import Engine
from qst_station.station.training import APPLIED, SAID
from qst_station.station.visit import Visit

_MS = 1_000_000
_TOUCH_S = 1.0  # where the protocol asks for no contact time
_TAP_NS = 150 * _MS


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a trainee works; by default without a flaw.

    Attributes
    ----------
    rate : float
        Loading rate of ramps, as a share of that asked for.
    contact, pause : float
        Contact and pause, as shares of those asked for.
    wrong : tuple of int
        Which answers are entered otherwise than they were said, from 1.
    """

    rate: float = 1.0
    contact: float = 1.0
    pause: float = 1.0
    wrong: tuple[int, ...] = ()


FLAWLESS = Habits()


class Trainee(SimulatedExaminer):
    """Runs a training visit as `SimulatedExaminer` runs any other, and tells what was applied and heard."""

    def __init__(
        self,
        engine: Engine,
        stage: Stage,
        participant: SimulatedParticipant,
        apparatus: Apparatus | None,
        *,
        habits: Habits = FLAWLESS,
        on_step: Callable[[str], None] = lambda _: None,
    ) -> None:
        super().__init__(engine, stage, participant, apparatus, on_step=on_step)
        self._habits = habits
        self._entered = 0

    def _test(self, visit: Visit, shown: dict[str, Any]) -> None:
        allowed = shown["allowed"]
        if not allowed["begin"]:
            self._stage.wait(2000 * _MS)
            self._order("begin")
        elif shown["phase"] == "beating":
            self._touch_with_the_beat(visit, shown["train"])
        else:
            self._touch_and_enter(visit, shown)

    def _touch_with_the_beat(self, visit: Visit, train: dict[str, Any]) -> None:
        for i in range(train["beats"]):
            due_ns = train["first_beat_ns"] + round(i * train["beat_s"] * 1e9)
            self._stage.wait(max(1, due_ns - self._session_ns(visit)))
            down_ns = self._session_ns(visit)
            self._stage.wait(_TAP_NS)
            self._order(APPLIED, down_ns=down_ns, up_ns=self._session_ns(visit))

    def _touch_and_enter(self, visit: Visit, shown: dict[str, Any]) -> None:
        test, role, stimulus = shown["test"]["test"], shown["where"]["role"], self._stimulus(visit)
        pace = shown["pace"] or {"hold_s": 0.0, "rest_s": 0.0}
        said = spoken(self._participant, test, role, stimulus)
        down_ns = up_ns = 0
        if shown["phase"] != "train":  # the touches of a train have been given
            self._stage.wait(1 + round(1e9 * pace["rest_s"] * self._habits.pause))
            down_ns = self._session_ns(visit)
            self._stage.wait(1 + round(1e9 * (pace["hold_s"] or _TOUCH_S) * self._habits.contact))
            up_ns = self._session_ns(visit)
        self._stage.wait(self._participant.reaction_ns())
        self._order(SAID, test=test, stimulus=stimulus.id, said=said.says, meant=said.meant)
        if up_ns:
            self._order(APPLIED, down_ns=down_ns, up_ns=up_ns)
        self._stage.wait(300 * _MS)
        self._entered += 1
        wrong = self._entered in self._habits.wrong
        if not shown["allowed"]["answer"]:
            self._order("answer", yes=bool(said.meant) != wrong)
        else:
            slip = (0.5 if said.meant < 0.5 else -0.5) if wrong else 0.0
            self._order("rate", value=said.meant + slip)

    def _ramp(self, visit: Visit, shown: dict[str, Any]) -> None:
        if shown["phase"] == "ready":
            self._stage.wait(max(0, self._rested_ns(visit) - self._session_ns(visit)))
        super()._ramp(visit, shown)

    def _rested_ns(self, visit: Visit) -> int:
        """When the muscle has rested long enough for the next ramp."""
        state = visit.state
        last = state.trials[-1] if state.trials and state.trials[-1].step == state.current else None
        spec = visit.plan.test_at(state.current).machine if state.current is not None else None
        rest_s = spec.rest_s if isinstance(spec, RampSpec) else 0.0
        return last.trial.t_answered_ns + round(1e9 * rest_s * self._habits.pause) if last else 0

    def _press(self, visit: Visit, apparatus: Apparatus, role: str, ramp: dict[str, Any]) -> None:
        super()._press(visit, apparatus, role, {**ramp, "rate_per_s": ramp["rate_per_s"] * self._habits.rate})

    def _session_ns(self, visit: Visit) -> int:
        return self._engine.clock.now_ns() - visit.start_ns
