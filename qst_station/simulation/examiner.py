"""A simulated examiner: looks at the view, does what it says, and enters what the participant says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from drivers.simulated.device import SimulatedButton
from protocols import machines
from protocols.effects import Stimulus
from qst_station.findings import Refused
from qst_station.session.events import Actor
from qst_station.simulation.hand import SimulatedHand
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.station.engine import Engine
from qst_station.station.view import view
from qst_station.station.visit import Answered, Visit

EXAMINER = Actor(who="SIM", role="examiner")
_MS = 1_000_000
_PATIENCE_NS = 1_000_000_000  # a press that did not begin a ramp is done once more
_REPAIR_NS = 30_000_000_000  # a gauge that is lost for longer is given up, and its display read


class Stage(Protocol):
    """What lets time pass."""

    def wait(self, duration_ns: int) -> None:
        """Let so much engine time pass and take turns meanwhile."""

    def pace(self, duration_ns: int) -> None:
        """A pause that only a person needs: virtual time takes it, a wire need not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apparatus:
    """What the examiner and the participant hold."""

    hand: SimulatedHand
    button: SimulatedButton


class SimulatedExaminer:
    """Runs an open visit from where it stands to its end.

    Parameters
    ----------
    engine, stage : Engine, Stage
    participant : SimulatedParticipant
    apparatus : Apparatus or None
        None where no gauge is attached; the pressure is then typed.
    on_step : callable
        Told when a step of the rail begins.
    """

    def __init__(
        self,
        engine: Engine,
        stage: Stage,
        participant: SimulatedParticipant,
        apparatus: Apparatus | None,
        *,
        on_step: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._engine = engine
        self._stage = stage
        self._participant = participant
        self._apparatus = apparatus
        self._on_step = on_step
        self._let_go_ns = 0  # when the last press ends, or ended

    def run(self) -> None:
        """Do every step that is due and close the visit."""
        self.test()
        self._order("finish", reason="")

    def test(self) -> None:
        """Do every step that is due."""
        visit = self._visit()
        state, shown = visit.state, view(visit.plan, visit.state)
        while shown["next_step"] is not None:
            self._act(visit, shown)
            if visit.state is not state:  # most looks come while time passes, and find what they found
                state, shown = visit.state, view(visit.plan, visit.state)

    def _visit(self) -> Visit:
        assert self._engine.visit is not None
        return self._engine.visit

    def _act(self, visit: Visit, shown: dict[str, Any]) -> None:
        done = shown["step"] is not None and shown["status"] == "done"
        if shown["step"] is None or done:
            if visit.plan.kind == "real" and visit.state.checked is None:
                self._order("checked", reason="simulated examiner")
            self._on_step(visit.plan.steps[shown["next_step"]].key)
            self._order("start", step=shown["next_step"], reason="")
        elif shown["status"] == "paused":
            self._order("resume")
        elif shown["limb"] is not None:
            self._limb(shown["limb"])
        elif shown["form"] is not None:
            self._form(shown["form"])
        elif shown["test"]["machine"] == "ramp":
            self._ramp(visit, shown)
        else:
            self._test(visit, shown)

    def _test(self, visit: Visit, shown: dict[str, Any]) -> None:
        allowed, role, test = shown["allowed"], shown["where"]["role"], shown["test"]["test"]
        if not allowed["begin"]:
            self._stage.pace(2000 * _MS)
            self._order("begin")
            return
        if shown["phase"] == "beating":
            self._stage.wait(100 * _MS)
            return
        stimulus = self._stimulus(visit)
        pace = shown["pace"] or {"hold_s": 0.0, "rest_s": 0.0}
        self._stage.pace(round(pace["rest_s"] * 1e9))
        if not allowed["answer"]:
            yes = self._participant.answers(test, role, stimulus)
            self._stage.pace(round(pace["hold_s"] * 1e9) + self._participant.reaction_ns())
            self._order("answer", yes=yes)
        else:
            number = self._participant.number(test, role, stimulus)
            self._stage.pace(self._participant.reaction_ns())
            self._order("rate", value=number)

    def _stimulus(self, visit: Visit) -> Stimulus:
        run = visit.state.run
        assert run is not None
        stimulus = machines.stimulus(visit.plan.test_at(run.step).machine, run.machine)
        assert stimulus is not None
        return stimulus

    def _ramp(self, visit: Visit, shown: dict[str, Any]) -> None:
        role, now_ns = shown["where"]["role"], self._engine.clock.now_ns()
        if shown["phase"] == "doubted":
            self._order("settle", keep=True)  # what it has typed is what its participant feels
            return
        if shown["phase"] != "ready":
            if (
                self._apparatus is not None
                and shown["phase"] == "armed"
                and now_ns > self._let_go_ns + _PATIENCE_NS
            ):
                self._press(visit, self._apparatus, role, shown["ramp"])
            self._stage.wait(20 * _MS)
            return
        if now_ns < self._let_go_ns:
            self._stage.wait(self._let_go_ns - now_ns)  # a ramp was cut off, and its press goes on
            return
        if shown["gauge"] == "lost" and self._apparatus is not None and now_ns < self._let_go_ns + _REPAIR_NS:
            self._stage.wait(100 * _MS)  # the cable is plugged in again
            return
        self._stage.pace(1000 * _MS)
        if self._apparatus is None or shown["gauge"] != "attached":
            threshold = self._participant.load_threshold(role, shown["ramp"]["unit"])
            low, high = shown["entry"]["minimum"], shown["entry"]["maximum"]
            self._order("rate", value=round(min(max(threshold, low), high), 1))
            return
        self._order("begin")
        self._press(visit, self._apparatus, role, shown["ramp"])

    def _press(self, visit: Visit, apparatus: Apparatus, role: str, ramp: dict[str, Any]) -> None:
        self._let_go_ns = plan_press(
            self._participant,
            apparatus,
            role,
            now_ns=self._engine.clock.now_ns(),
            unit=ramp["unit"],
            rate_per_s=ramp["rate_per_s"],
            area_cm2=self._probe_area_cm2(visit),
        )

    def _probe_area_cm2(self, visit: Visit) -> float:
        assert visit.state.run is not None
        gauge = visit.plan.gauge_for(visit.state.run.test)
        assert gauge is not None
        return gauge.probe_area_cm2

    def _limb(self, limb: dict[str, Any]) -> None:
        if not limb["side"]:
            self._order("limb_close")
            return
        girth_cm = self._participant.girth_cm(limb["role"])
        self._stage.pace(5000 * _MS)
        self._order("limb_enter", girth_cm=girth_cm, entered=f"{girth_cm:.1f}")

    def _form(self, form: dict[str, Any]) -> None:
        field = form["field"]
        if field is None:
            self._order("form_close")
            return
        self._stage.pace(3000 * _MS)
        self._order("form_enter", field=field["id"], answer=self._participant.fills(field), reason="")

    def _order(self, name: str, **args: Any) -> None:
        answers: list[Answered] = []
        self._engine.command(name, args, EXAMINER, "simulated examiner", answers.append)
        while not answers:
            self._engine.turn()
            if not answers:
                self._stage.wait(5 * _MS)
        if answers[0].finding is not None:
            # A gauge may be lost, or a trial be cut off, between the look and the order: look again.
            if answers[0].finding.code != "command.refused":
                raise Refused(answers[0].finding)
            self._stage.wait(20 * _MS)


def plan_press(
    participant: SimulatedParticipant,
    apparatus: Apparatus,
    role: str,
    *,
    now_ns: int,
    unit: str,
    rate_per_s: float,
    area_cm2: float,
) -> int:
    """One press at a rate: contact soon, the response at the threshold, then the hand lets go.

    Parameters
    ----------
    unit : str
        kPa or mN; of the rate, per second, and of the threshold.

    Returns
    -------
    int
        When it lets go.
    """
    newton = area_cm2 * 0.1 if unit == "kPa" else 1e-3  # of one unit of the load
    contact_ns = now_ns + 600 * _MS
    press = apparatus.hand.press(contact_ns, rate_per_s * newton)
    threshold_n = participant.load_threshold(role, unit) * newton
    response_ns = contact_ns + round(threshold_n / press.rate_n_per_s * 1e9)
    let_go_ns = response_ns + 250 * _MS
    apparatus.hand.let_go(let_go_ns)
    apparatus.button.press(response_ns)
    return let_go_ns
