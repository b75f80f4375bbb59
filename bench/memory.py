"""Memory of the engine over a long visit in virtual time: a gauge at 1 kHz, one pressure trial after another."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from visit import ACTOR

from drivers.catalogue import gauge
from drivers.conversation import Conversation
from drivers.reader import Received
from qst_station.acquisition.device import Device
from qst_station.simulation.demo_visit import demo_request
from qst_station.station.clock import VirtualClock
from qst_station.station.engine import Engine

BATCH_NS = 20_000_000
LINES = 20
TRIAL_S = 30
WARM_UP_S = 600


class NoLink:
    """The bytes come from the bench; nothing is opened."""

    def close(self) -> None:
        """Nothing to close."""


def resident_mb() -> float:
    """Memory of this process that is in use."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _order(engine: Engine, clock: VirtualClock, name: str, **args: object) -> None:
    answers: list[object] = []
    engine.command(name, dict(args), ACTOR, "bench", answers.append)
    while not answers:
        clock.move_to(clock.now_ns() + BATCH_NS)
        engine.turn()


def grown_mb(hours: float) -> tuple[float, float]:
    """Memory after the warm-up, and what it grew by until the end, in MB."""
    clock = VirtualClock()
    with tempfile.TemporaryDirectory(prefix="qst-bench-") as folder:
        engine = Engine(Path(folder), clock, open_device=lambda *_: NoLink(), threads=False)  # type: ignore[arg-type,return-value]
        engine.attach(Device(name="gauge", gauge="mark10", url="bench", tests=("PPT",), options={}))
        engine.open_visit(demo_request(1), ACTOR)
        assert engine.visit is not None
        step = next(i for i, step in enumerate(engine.visit.plan.steps) if step.key == "PPT@control")
        _order(engine, clock, "start", step=step, reason="bench")
        conversation = Conversation(gauge("mark10"))
        conversation.opening(clock.now_ns())
        warm_mb = 0.0
        start_ns = clock.now_ns()
        batches = round(hours * 3600e9 / BATCH_NS)
        for number in range(batches):
            clock.move_to(start_ns + (number + 1) * BATCH_NS)
            second = number * BATCH_NS // 1_000_000_000
            newton = 5.0 if second % TRIAL_S > 2 else 0.0
            data = b"".join(b"%.3f N\r\n" % (newton + i / 1000) for i in range(LINES))
            stamped = tuple(conversation.receive(data, clock.now_ns()))
            engine.post(Received(device="gauge", t_ns=clock.now_ns(), data=data, stamped=stamped))
            engine.turn()
            if number % (TRIAL_S * 50) == 0:
                _begin_again(engine, clock)
                start_ns = clock.now_ns() - (number + 1) * BATCH_NS
            if number == min(WARM_UP_S * 50, batches // 2):
                warm_mb = resident_mb()
        grew = resident_mb() - warm_mb
        engine.close()
    return warm_mb, grew


def _begin_again(engine: Engine, clock: VirtualClock) -> None:
    """End the ramp that runs by a response, take it back, and begin the next."""
    for name, args in (("mark", {"uncertainty_ns": 0}), ("undo", {"reason": "bench"}), ("begin", {})):
        _order(engine, clock, name, **args)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=float, default=0.5, help="8 for the figure in the documentation")
    hours = parser.parse_args().hours
    warm_mb, grew = grown_mb(hours)
    print(f"Engine over {hours:g} h of a visit at 1 kHz: {warm_mb:.1f} MB after the warm-up, then {grew:+.1f} MB")


if __name__ == "__main__":
    main()
