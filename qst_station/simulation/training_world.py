"""The simulated devices and participant of a training in the window, in a process of their own.

Lines and answers: `{"touch": …}` with what the participant says and after how many seconds, `{"hold": …}`,
`{"steer": STEPS}` and `{"let_go": true}` once the hand has done so.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from drivers.simulated.device import SimulatedDevice, simulated, simulated_button
from qst_station.acquisition.device import Device
from qst_station.documents import checked
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.served_world import battery_stimuli, leave_when_told, serve_world
from qst_station.simulation.spoken import NOTHING, spoken
from qst_station.simulation.stage import ALGOMETER, BUTTON, bench_devices
from qst_station.simulation.steered_hand import SteeredHand
from qst_station.simulation.training_visit import TrainingChoice, training_request
from qst_station.station.clock import RealClock
from qst_station.station.opening import VisitRequest

RATE_KPA_PER_S = 50.0
SILENT_S = 1.2  # so long after a touch it is clear that nothing is said
_NEWTON_PER_KPA = 0.1  # on the square centimetre of the probe
_NAMES = {ALGOMETER: "training-algometer", BUTTON: "training-button"}


class TrainingWorld:
    """What the participant says, and the hand that the trainee steers.

    Parameters
    ----------
    choice : TrainingChoice
    clock : RealClock
        Shared with the served devices.
    """

    def __init__(self, choice: TrainingChoice, clock: RealClock) -> None:
        self.request: VisitRequest = training_request(choice)
        assert self.request.training is not None
        self._clock = clock
        self._participant = SimulatedParticipant(choice.seed, self.request.training.profile)
        self._reaction_ns = 0
        self._hand = SteeredHand(choice.seed, self._hurts)
        self._button = simulated_button()
        self._stimuli = battery_stimuli()
        self.devices: dict[str, SimulatedDevice] = {
            ALGOMETER: simulated("mark10", load=self._hand, seed=choice.seed, noise_n=0.02),
            BUTTON: self._button,
        }

    def attached(self, urls: dict[str, str]) -> list[Device]:
        """The devices under the names that a training gives them."""
        return [replace(device, name=_NAMES[device.name]) for device in bench_devices(urls)]

    def answer(self, ask: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one line.

        Raises
        ------
        KeyError
            It names no stimulus of the battery, or nothing that can be asked.
        """
        now_ns = self._clock.now_ns()
        if "touch" in ask:
            touch = ask["touch"]
            stimulus = self._stimuli[touch["test"], touch["id"]]
            said = spoken(self._participant, touch["test"], touch["site_role"], stimulus)
            after_s = SILENT_S if said.says == NOTHING else self._participant.reaction_ns() / 1e9
            return {"says": said.says, "meant": said.meant, "after_s": after_s}
        if "hold" in ask:
            self._hold(now_ns, ask["hold"]["site_role"])
        elif "steer" in ask:
            self._hand.steer(now_ns, int(ask["steer"]))
        elif "let_go" in ask:
            self._hand.let_go(now_ns)
        else:
            raise KeyError("touch, hold, steer or let_go")
        return {"pressing": self._hand.pressing}

    def _hold(self, now_ns: int, site_role: str) -> None:
        """Press; the participant will respond where it hurts, later where the pressure rises faster.

        At the rate of the protocol the response comes at the pressure that is drawn here.
        """
        response_kpa = self._participant.pressure_threshold_kpa(site_role)
        self._reaction_ns = self._participant.reaction_ns()
        hurts_kpa = max(1.0, response_kpa - RATE_KPA_PER_S * self._reaction_ns / 1e9)
        self._hand.press(now_ns, RATE_KPA_PER_S * _NEWTON_PER_KPA, felt_n=hurts_kpa * _NEWTON_PER_KPA)

    def _hurts(self, t_ns: int) -> None:
        self._button.press(t_ns + self._reaction_ns)


def main() -> int:
    """Serve on standard input and output."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--choice", required=True, help="a TrainingChoice as JSON")
    arguments = parser.parse_args()
    leave_when_told()
    clock = RealClock()
    choice = checked(json.loads(arguments.choice), TrainingChoice, place="training")
    serve_world(TrainingWorld(choice, clock), clock, sys.stdin, sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
