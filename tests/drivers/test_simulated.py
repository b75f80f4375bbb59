"""Loads, faults and behaviour of the simulated devices."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.catalogue import BUILT_IN, gauge
from drivers.link import LinkLost, LinkUnavailable
from drivers.simulated.device import simulated, simulated_button
from drivers.simulated.faults import FaultError, parse_faults
from drivers.simulated.loads import LoadError, parse_load
from drivers.simulated.memory import MemoryLink
from drivers.simulated.server import Server

MS = 1_000_000
S = 1_000 * MS


def test_loads() -> None:
    assert parse_load("hold:12.5")(7 * S) == 12.5
    ramp = parse_load("ramp:5:20")
    assert [ramp(n * S) for n in (0, 1, 4, 9)] == [0.0, 5.0, 20.0, 20.0]


def test_a_recorded_load_is_linear_between_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "load.csv"
    path.write_text("t_s,force_n\n1,0\n2,10\n4,0\n")
    load = parse_load(f"csv:{path}")
    assert [load(n * S // 2) for n in (0, 2, 3, 4, 6, 8, 99)] == [0, 0, 5, 10, 5, 0, 0]


@pytest.mark.parametrize("text", ["", "hold", "hold:x", "hold:nan", "ramp:1", "ramp:-1:5", "step:3", "csv:/none"])
def test_a_bad_load_is_refused(text: str) -> None:
    with pytest.raises(LoadError, match="load"):
        parse_load(text)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("", "first line"),
        ("t,f\n", "first line"),
        ("t_s,force_n\n", "no rows"),
        ("t_s,force_n\n1\n", "row 2"),
        ("t_s,force_n\n1,2\n1,3\n", "row 3"),
        ("t_s,force_n\n1,x\n", "row 2"),
        ("t_s,force_n\n1,inf\n", "row 2"),
    ],
)
def test_a_bad_table_is_refused_with_its_row(tmp_path: Path, table: str, says: str) -> None:
    path = tmp_path / "load.csv"
    path.write_text(table)
    with pytest.raises(LoadError, match=says):
        parse_load(f"csv:{path}")


def test_faults_are_read_in_order() -> None:
    faults = parse_faults("unplug@5s:3s, garble@2s,silence@9.5s:500ms,overload@1")
    assert [(f.kind, f.at_ns, f.for_ns) for f in faults] == [
        ("overload", S, S),
        ("garble", 2 * S, 0),
        ("unplug", 5 * S, 3 * S),
        ("silence", 9500 * MS, 500 * MS),
    ]
    assert parse_faults("") == ()


@pytest.mark.parametrize("text", ["garble", "garble@", "garble@x", "explode@2s", "garble@2m", "garble@2s:", "@2s"])
def test_a_bad_fault_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(FaultError, match="unplug"):
        parse_faults(text)


@pytest.mark.parametrize("name", BUILT_IN)
@settings(max_examples=20)
@given(steps=st.lists(st.integers(1, 400), min_size=1, max_size=20))
def test_what_a_device_sends_depends_on_time_and_not_on_how_often_it_is_asked(name: str, steps: list[int]) -> None:
    faults = "silence@400ms:300ms,batch@900ms:400ms,reboot@1700ms:100ms,unplug@3s:200ms"
    if gauge(name).kind != "button":
        faults += ",unit@1s,overload@1500ms:100ms,stuck@2200ms:200ms"
    if name not in ("button-bitsi", "cedrus-xid"):  # they send no lines
        faults += ",garble@200ms,half@2s,flood@2500ms:50ms,baud@2700ms:100ms,parity@2900ms:50ms,cr@800ms"

    def run(moments: list[int]) -> bytes:
        if gauge(name).kind == "button":
            device = simulated_button(name, faults=faults, presses_ns=[250 * MS, 500 * MS, 2 * S])
        else:
            device = simulated(name, load="ramp:5:50", faults=faults, seed=3, noise_n=0.1)
        sent = device.power_on(0)
        sent += device.handle(gauge(name).stream_start or b"", 0)
        return sent + b"".join(device.advance(moment * MS) for moment in moments)

    moments = [sum(steps[: n + 1]) for n in range(len(steps))]
    assert run(moments) == run([moments[-1]])


def test_the_same_seed_gives_the_same_noise() -> None:
    def stream(seed: int) -> bytes:
        device = simulated("text-line", load="hold:5", seed=seed, noise_n=0.5)
        device.power_on(0)
        return device.advance(S)

    assert stream(1) == stream(1) != stream(2)


def test_a_unit_key_pressed_in_between_changes_the_unit() -> None:
    device = simulated("text-line", load="hold:9.80665", faults="unit@500ms")
    device.power_on(0)
    assert set(device.advance(S).split(b"\r\n")) == {b"9.81 N", b"1.000 kgf", b""}


def test_an_unknown_device_is_refused() -> None:
    with pytest.raises(ValueError, match="did you mean 'mark10'"):
        simulated("mark1")
    with pytest.raises(ValueError, match="known: button"):
        simulated_button("mark10")
    with pytest.raises(ValueError, match="'pty', 'tcp'"):
        Server(simulated("mark10"), transport="usb")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="above 0"):
        Server(simulated("mark10"), speed=0.0)


def test_a_memory_link_breaks_when_its_device_is_unplugged() -> None:
    now = 0
    device = simulated("text-line", faults="unplug@1s:1s")
    link = MemoryLink(device, random.Random(0), lambda: now)
    now = S
    for call in (lambda: link.read(0.0), lambda: link.write(b"t"), link.flush_input):
        with pytest.raises(LinkLost, match="unplugged"):
            call()
    with pytest.raises(LinkUnavailable):
        MemoryLink(device, random.Random(0), lambda: now)
    now = 2 * S
    assert MemoryLink(device, random.Random(0), lambda: now).read(0.0)
    link.close()
    with pytest.raises(LinkLost, match="closed"):
        link.read(0.0)
