"""The simulated devices and participant of a demonstration in the window, in a process of their own.

The first line of output names the devices and a visit to open. After that every line that comes in is answered:
`{"stimulus": …}`, `{"limb": …}` and `{"field": …}` with what the participant says, `{"press": …}` by pressing the
algometer. The engine sees nothing of this but bytes on its ports.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict
from typing import Any, TextIO

from protocols.effects import Stimulus
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import plan_press
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import bench_devices, serve, simulated_bench
from qst_station.station.clock import RealClock
from qst_station.station.opening import battery_documents

_YES_SAYS = {"MDT": "yes", "MPT": "sharp"}
_NO_SAYS = {"MDT": "", "MPT": "blunt"}
_RAMP_UNIT = "kPa"


class World:
    """What the participant says, and the hand that presses.

    Parameters
    ----------
    seed : int
    clock : RealClock
        Shared with the served devices.
    """

    def __init__(self, seed: int, clock: RealClock) -> None:
        self.bench = simulated_bench(seed)
        self._clock = clock
        self._participant = SimulatedParticipant(seed)
        self._stimuli = _stimuli()

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
                self.bench.apparatus,
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
        if test in _YES_SAYS:
            yes = self._participant.answers(test, role, stimulus)
            return {"says": (_YES_SAYS if yes else _NO_SAYS)[test] or "(nothing)", "yes": yes}
        if stimulus.kind == "ramp":  # without a gauge the load is read off a display
            number = round(self._participant.load_threshold(role, _RAMP_UNIT), 1)
        else:
            number = self._participant.number(test, role, stimulus)
        return {"says": f"{number:g}", "value": number}


def _stimuli() -> dict[tuple[str, str], Stimulus]:
    """Every stimulus of the battery by test and id."""
    found = {}
    for name, spec in battery_documents().tests.items():
        if spec.train:
            members: tuple[Stimulus, ...] = (spec.train.single, spec.train.train)
        elif spec.ramp:
            members = (spec.ramp.stimulus,)
        else:
            members = (spec.limits or spec.rating).stimuli  # type: ignore[union-attr]
        found.update({(name, stimulus.id): stimulus for stimulus in members})
    return found


def run(seed: int, source: TextIO, sink: TextIO) -> None:
    """Serve the devices and answer lines until the source ends."""
    clock = RealClock()
    world = World(seed, clock)

    def write(fields: Mapping[str, Any]) -> None:
        sink.write(json.dumps(fields) + "\n")
        sink.flush()

    with ExitStack() as stack:
        servers = {name: stack.enter_context(serve(device, clock)) for name, device in world.bench.devices.items()}
        devices = bench_devices({name: server.url for name, server in servers.items()})
        write({"devices": [asdict(device) for device in devices], "request": asdict(demo_request(seed))})
        for line in source:
            try:
                write(world.answer(json.loads(line)))
            except (ValueError, KeyError, TypeError) as fault:
                write({"fault": f"{fault!r}"})


def main() -> int:
    """Serve on standard input and output."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    # Leave by the usual way out, which takes the devices' folders away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    run(arguments.seed, sys.stdin, sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
