"""Every gauge with every fault, in memory and in virtual time, the bytes cut at random places."""

from __future__ import annotations

import pytest

from drivers.catalogue import BUILT_IN
from drivers.messages import Overload
from drivers.simulated.device import simulated
from drivers.simulated.faults import KINDS, FaultError, Kind
from tests.conformance.bench import Bench, S, read_from_memory
from tests.conformance.expected import NOT_ITS_FAULT, cases, must_be_told, over_ns, script

_ENOUGH = 3
# A frame that cannot say "overload" (docs/reference/gauges.md) goes on, or cannot be read.
_OVERLOAD_NOT_SEEN = (
    *("imada-zta", "imada-zta-rs232", "lutron", "loadstar-iload", "loadstar-di1000", "openscale"),
    *("sauter-fl", "ohaus", "kern"),
)
# May come with any fault: half a line, or the first line after a pause, which is not trusted.
_COLLATERAL = {"garbled"}


def _run(name: str, kind: Kind | None = None, *, seed: int) -> Bench:
    """A gauge with a fault, until numbers have come again after it; without one, for two seconds."""
    bench = Bench(name, script(kind) if kind else "")
    end_ns = over_ns(kind) if kind else 2 * S
    read_from_memory(bench, seed, lambda bench, now_ns: now_ns > end_ns and bench.heard_since(end_ns) >= _ENOUGH)
    return bench


@pytest.mark.parametrize(("name", "kind"), cases())
def test_a_fault_is_told_and_passes_and_makes_up_no_number(name: str, kind: Kind) -> None:
    bench = _run(name, kind, seed=1)
    assert bench.nothing_was_made_up()
    told = set(bench.told)
    collateral = set() if kind == "batch" else _COLLATERAL
    allowed = must_be_told(name, kind)
    assert any(needed <= told <= needed | collateral for needed in allowed), f"told {bench.told}"


@pytest.mark.parametrize("name", BUILT_IN)
def test_without_a_fault_nothing_is_told(name: str) -> None:
    bench = _run(name, seed=2)
    assert bench.told == []
    assert bench.nothing_was_made_up()


@pytest.mark.parametrize("name", [name for name, kind in cases() if kind == "overload"])
def test_an_overload_is_no_number(name: str) -> None:
    bench = _run(name, "overload", seed=3)
    seen = [stamped.message for stamped in bench.stamped if isinstance(stamped.message, Overload)]
    assert bool(seen) == (name not in _OVERLOAD_NOT_SEEN)


def test_every_fault_is_in_the_suite_and_what_is_left_out_cannot_be() -> None:
    in_the_suite = set(cases())
    for name in BUILT_IN:
        for kind in KINDS:
            if (name, kind) in in_the_suite or (name, kind) in NOT_ITS_FAULT:
                continue
            with pytest.raises(FaultError, match=kind):
                simulated(name, faults=script(kind))


def test_the_witness_would_notice_a_made_up_number() -> None:
    bench = _run("mark10", seed=4)
    numbers = bench.read
    bench.shown.remove(numbers[len(numbers) // 2])
    assert not bench.nothing_was_made_up()
