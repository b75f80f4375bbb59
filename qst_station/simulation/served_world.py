"""A world of simulated devices and a participant, in a process of its own: devices on ports, answers by the line.

The first line of output names the devices and the visit to open. After that every line that comes in is answered.
The engine sees nothing of this but bytes on its ports.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict
from typing import Any, Protocol, TextIO

from drivers.simulated.device import SimulatedDevice
from protocols.effects import Stimulus
from qst_station.acquisition.device import Device
from qst_station.simulation.stage import serve
from qst_station.station.clock import RealClock
from qst_station.station.opening import VisitRequest, battery_documents


class World(Protocol):
    """Devices to serve, and what answers for the people around them."""

    @property
    def request(self) -> VisitRequest:
        """The visit to open in it."""

    @property
    def devices(self) -> Mapping[str, SimulatedDevice]:
        """What stands on the bench, by name."""

    def attached(self, urls: dict[str, str]) -> list[Device]:
        """How the devices that are served at these addresses are attached."""

    def answer(self, ask: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one line; ``KeyError`` where it names nothing that can be asked."""


def serve_world(world: World, clock: RealClock, source: TextIO, sink: TextIO) -> None:
    """Serve the devices and answer lines until the source ends."""

    def write(fields: Mapping[str, Any]) -> None:
        sink.write(json.dumps(fields) + "\n")
        sink.flush()

    with ExitStack() as stack:
        urls = {name: stack.enter_context(serve(device, clock)).url for name, device in world.devices.items()}
        write({"devices": [asdict(device) for device in world.attached(urls)], "request": asdict(world.request)})
        for line in source:
            try:
                write(world.answer(json.loads(line)))
            except (ValueError, KeyError, TypeError) as fault:
                write({"fault": f"{fault!r}"})


def leave_when_told() -> None:
    """Let SIGTERM end the process by the usual way out, which takes the devices' folders away."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))


def battery_stimuli() -> dict[tuple[str, str], Stimulus]:
    """Every stimulus of the battery by test and id."""
    found: dict[tuple[str, str], Stimulus] = {}
    for name, spec in battery_documents().tests.items():
        members: tuple[Stimulus, ...] = ()
        if spec.train:
            members = (spec.train.single, spec.train.train)
        elif spec.ramp:
            members = (spec.ramp.stimulus,)
        elif machine := spec.limits or spec.rating:
            members = machine.stimuli
        found.update({(name, stimulus.id): stimulus for stimulus in members})
    return found
