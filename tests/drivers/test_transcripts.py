"""One transcript per protocol drives the codec and the simulated device: they cannot drift apart."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from drivers.catalogue import BUILT_IN, gauge
from drivers.messages import Garbled, Message, Notice, Overload, Press, Reading, Unsettled, one_by_one
from drivers.simulated.behaviour import Behaviour
from drivers.simulated.device import SimulatedDevice, simulated, simulated_button
from drivers.spec import GaugeSpec

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
_BYTES = re.compile(r"""([<>]) (b"[^"]*"|b'[^']*')\s*(?:#.*)?""")


@dataclass
class Bench:
    """A device without faults whose load and settings a transcript changes as it goes."""

    name: str
    load_n: float = 0.0
    rate_n_per_s: float = 0.0
    now_ns: int = 0
    settings: dict[str, float] = field(default_factory=lambda: {"capacity": 500.0, "decimals": 2, "sign": 1})
    device: SimulatedDevice | None = None

    def load(self, t_ns: int) -> float:
        return self.load_n + self.rate_n_per_s * (t_ns - self.now_ns) / 1e9

    def build(self) -> SimulatedDevice:
        if self.device is None:
            if gauge(self.name).kind == "button":
                self.device = simulated_button(self.name)
            else:
                behaviour = Behaviour(capacity_n=self.settings["capacity"], decimals_n=0)
                self.device = simulated(self.name, load=self.load, behaviour=behaviour)
            self.device.power_on(self.now_ns)
        sensor = self.device.dialect.sensor
        if sensor is not None:
            sensor.behaviour = Behaviour(
                capacity_n=self.settings["capacity"],
                decimals_n=int(self.settings["decimals"]),
                sign=int(self.settings["sign"]),
            )
        return self.device


def brief(message: Message) -> str:
    match message:
        case Reading():
            settled = {None: "", True: " stable", False: " moving"}[message.stable]
            return f"reading {message.raw} {message.unit}{' peak' if message.peak else ''}{settled}"
        case Overload():
            return "overload"
        case Unsettled():
            return "unsettled"
        case Press():
            clock = "" if message.device_ms is None else f" {message.device_ms}"
            return f"{'down' if message.down else 'up'} {message.button}{clock}"
        case Notice(kind="battery"):
            return f"battery {message.text}"
        case Notice():
            return message.kind
        case Garbled():
            return "garbled"


def steps(path: Path) -> list[str]:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def spec_of(path: Path) -> GaugeSpec:
    """The gauge of a transcript, with the unit that its user says it shows."""
    word, name, *unit = steps(path)[0].split()
    assert (word, name) == ("gauge", path.stem)
    return replace(gauge(name), default_unit=unit[0]) if unit else gauge(name)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_codec_reads_what_the_transcript_says(path: Path) -> None:
    spec = spec_of(path)
    codec = spec.codec(spec)
    if not spec.self_marking and spec.name != "sauter-fl":  # it has no lines
        codec.feed(b"the first line is not trusted\r\n")
    expected: list[str] = []
    read: list[str] = []
    for step in steps(path):
        if match := _BYTES.fullmatch(step):
            if match[1] == "<":
                assert read == expected, f"before {step}"
                read += [brief(message) for message in one_by_one(codec.feed(ast.literal_eval(match[2])))]
        elif step.startswith("= "):
            expected.append(step.removeprefix("= "))
    assert read == expected
    assert read


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_simulated_device_sends_what_the_transcript_says(path: Path) -> None:
    bench = Bench(name=path.stem)
    sent = b""
    compared = 0
    for step in steps(path):
        word, _, rest = step.partition("#")[0].strip().partition(" ")
        if match := _BYTES.fullmatch(step):
            data = ast.literal_eval(match[2])
            if match[1] == ">":
                sent = bench.build().handle(data, bench.now_ns)
            else:
                assert sent == data, step
                compared += 1
        elif word == "wait":
            bench.now_ns += int(rest) * 1_000_000
            sent = bench.build().advance(bench.now_ns)
        elif word == "open":
            sent = bench.build().power_on(bench.now_ns)
        elif word == "press":
            bench.build().press(int(rest) * 1_000_000)
        elif word == "load":
            bench.load_n = float(rest)
        elif word == "rate":
            bench.rate_n_per_s = float(rest)
        elif word == "unit":
            sensor = bench.build().dialect.sensor
            assert sensor is not None
            sensor.unit = rest.strip()
        elif word in bench.settings:
            bench.settings[word] = float(rest)
        elif step == "only codec":
            break
        else:
            assert word in ("gauge", "="), step
    assert compared


def test_every_gauge_has_a_transcript() -> None:
    assert {path.stem for path in TRANSCRIPTS} == set(BUILT_IN)
