"""The simulated devices and participant of a demonstration in the window, in a process of their own.

Lines and answers: `{"stimulus": …}`, `{"limb": …}` and `{"field": …}` with what the participant says,
`{"press": …}` by pressing the algometer.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from drivers.simulated.device import SimulatedDevice
from qst_station.acquisition.device import Device
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import plan_press
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.served_world import battery_stimuli, leave_when_told, serve_world
from qst_station.simulation.spoken import spoken
from qst_station.simulation.stage import bench_devices, simulated_bench
from qst_station.station.clock import RealClock
from qst_station.station.opening import VisitRequest

_RAMP_UNIT = "kPa"


class DemoWorld:
    """What the participant says, and the hand that presses.

    Parameters
    ----------
    seed : int
    clock : RealClock
        Shared with the served devices.
    """

    def __init__(self, seed: int, clock: RealClock) -> None:
        self.request: VisitRequest = demo_request(seed)
        self._clock = clock
        self._participant = SimulatedParticipant(seed)
        self._stimuli = battery_stimuli()
        bench = simulated_bench(seed)
        self._apparatus = bench.apparatus
        self.devices: dict[str, SimulatedDevice] = bench.devices

    def attached(self, urls: dict[str, str]) -> list[Device]:
        """The devices as the bench names them."""
        return bench_devices(urls)

    def answer(self, ask: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one line.

        Raises
        ------
        KeyError
            It names no stimulus of the battery.
        """
        if "press" in ask:
            plan_press(
                self._participant,
                self._apparatus,
                ask["press"]["site_role"],
                now_ns=self._clock.now_ns(),
                unit=_RAMP_UNIT,
                rate_per_s=50.0,
                area_cm2=1.0,
            )
            return {"pressed": True}
        if "limb" in ask:
            text = f"{self._participant.girth_cm(ask['limb']['role']):.1f}"
            return {"says": f"{text} cm", "entered": text}
        if "field" in ask:
            text = self._participant.fills(ask["field"])
            return {"says": text, "entered": text}
        asked = ask["stimulus"]
        test, role = asked["test"], asked["site_role"]
        stimulus = self._stimuli[test, asked["id"]]
        if stimulus.kind == "ramp":  # without a gauge the load is read off a display
            load = round(self._participant.load_threshold(role, _RAMP_UNIT), 1)
            return {"says": f"{load:g}", "value": load}
        said = spoken(self._participant, test, role, stimulus)
        return {"says": said.says, **({"yes": bool(said.meant)} if said.is_yes_no else {"value": said.meant})}


def main() -> int:
    """Serve on standard input and output."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    leave_when_told()
    clock = RealClock()
    serve_world(DemoWorld(arguments.seed, clock), clock, sys.stdin, sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
