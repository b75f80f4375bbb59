"""Gauges as arguments: a name, a file, a gauge of the data folder; and what `read` shows of each kind."""

from __future__ import annotations

import itertools
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from drivers.capture import parse_capture
from drivers.catalogue import gauge
from drivers.simulated.device import simulated, simulated_button
from drivers.simulated.server import Server
from qst_station.cli.main import main

AMPLIFIER = """
name = "acme-amplifier"
title = "Acme load-cell amplifier"
source = "capture of 2026-01-12"
pattern = 'load: (?P<value>-?\\d+\\.\\d+) g'
example = "load: -12.3 g"
example_value = -12.3
unit = "gf"
baud = 57600
"""
S = 1_000_000_000


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def run_command(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


@pytest.fixture
def amplifier(tmp_path: Path) -> Path:
    path = tmp_path / "amplifier.toml"
    path.write_text(AMPLIFIER)
    return path


@contextmanager
def served(*arguments: object) -> Iterator[str]:
    """A device that another process serves; gives its URL."""
    command = [sys.executable, "-m", "qst_station", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")


def test_a_described_gauge_is_simulated_read_and_captured(run: Any, amplifier: Path, tmp_path: Path) -> None:
    capture = tmp_path / "capture.jsonl"
    with served("simulate", amplifier, "--load", "hold:1") as url:
        code, out, err = run("read", url, "--gauge", amplifier, "--count", "3", "--json")
        rows = [json.loads(line) for line in out.splitlines()]
        assert (code, err) == (0, "") and [(row["raw"], row["unit"]) for row in rows] == [(102.0, "gf")] * 3
        code, _, err = run("capture", url, "--gauge", amplifier, "--out", capture, "--seconds", "0.5")
        assert (code, err) == (0, "")
    header = parse_capture(capture.read_bytes()).header
    assert (header.gauge, header.baud, header.document) == ("acme-amplifier", 57_600, AMPLIFIER)
    with served("simulate", f"capture:{capture}") as url:
        assert run("read", url, "--gauge", amplifier, "--count", "3")[0] == 0


def test_a_gauge_of_the_data_folder_is_known_by_its_name(run: Any, amplifier: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "gauges"
    folder.mkdir(parents=True)
    amplifier.rename(folder / "amplifier.toml")
    data = ("--data", tmp_path / "data")
    code, out, err = run(*data, "gauges", "--json")
    listed = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "") and listed[-1]["name"] == "acme-amplifier"
    assert next(row for row in listed if row["name"] == "sartorius-sbi")["variants"] == ["1200 7O1"]
    with served(*data, "simulate", "acme-amplifier") as url:
        assert run(*data, "read", url, "--gauge", "acme-amplifier", "--count", "2")[0] == 0
    (folder / "broken.toml").write_text(AMPLIFIER.replace("unit", "colour"))
    code, out, err = run(*data, "gauges")
    assert code == 1 and "acme-amplifier" in out and "57600 8N1" in out
    assert "broken.toml: colour" in err and err.count("\n") == 1


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("baud", "baudrate", ("baudrate", "allowed: baud")),
        ("(?P<value>", "(", ("pattern", "(?P<value>...)")),
        ('"gf"', '"kPa"', ("unit", "'kPa'", "kgf")),
        ("acme-amplifier", "mark10", ("name", "'mark10'")),
    ],
)
@pytest.mark.parametrize("command", ["read", "capture", "simulate"])
def test_a_bad_document_is_refused_in_one_line(
    run: Any, amplifier: Path, command: str, old: str, new: str, says: tuple[str, ...]
) -> None:
    amplifier.write_text(AMPLIFIER.replace(old, new))
    out = amplifier.with_name("capture.jsonl")
    rest = {"simulate": (amplifier,), "capture": ("x", "--gauge", amplifier, "--out", out)}
    code, said, err = run(command, *rest.get(command, ("x", "--gauge", amplifier)))
    assert (code, said) == (2, "") and err.startswith(f"{amplifier}: ") and err.count("\n") == 1
    assert all(word in err for word in says), err
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("read", "x", "--gauge", "no.toml"), "no.toml"),
        (("read", "x", "--gauge", "mark10", "--format", "9N1"), "format: '9N1'"),
        (("read", "x", "--gauge", "acme"), "no gauge 'acme'"),
        (("capture", "x", "--out", "y", "--format", "8N"), "format: '8N'"),
        (("simulate", "mark10", "--press", "1"), "--press 1: only a button"),
        (("simulate", "button", "--press", "0.1"), "0.25 s or more"),
    ],
)
def test_a_bad_argument_is_refused_in_one_line(
    run: Any, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    code, out, err = run("--data", tmp_path, *arguments)
    assert (code, out) == (2, "") and says in err and err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "load", "mass_g", "flag"),
    [
        ("mt-sics", "hold:0.5", 50.99, "stable"),
        ("and-standard", "hold:0.5", 50.99, "stable"),
        ("mt-sics", "ramp:0.05:2", 15.0, "moving"),
        ("kern", "ramp:0.05:2", None, "moving"),
        ("mt-sics", "hold:9", None, "overload"),
    ],
)
def test_read_shows_what_a_balance_says(run: Any, name: str, load: str, mass_g: float | None, flag: str) -> None:
    # A balance knows what is settled once it has half a second behind it.
    with Server(simulated(name, load=load), transport="tcp", clock_ns=_later(2 * S)) as server:
        code, out, err = run("read", server.url, "--gauge", name, "--count", "2", "--json")
        rows = [json.loads(line) for line in out.splitlines()]
        assert (code, len(rows)) == (0, 2), err
        assert rows[-1]["flags"] == [flag]
        if mass_g is None:
            assert rows[-1]["mass_g"] is None and rows[-1]["raw"] is None
        else:
            assert rows[-1]["mass_g"] == pytest.approx(mass_g, abs=0.01 if flag == "stable" else 10.0)
            assert rows[-1]["unit"] == "g"
        _, out, err = run("read", server.url, "--gauge", name, "--count", "1")
        assert flag in out and " g " in out, err


def _later(start_ns: int) -> Callable[[], int]:
    """A device clock that begins there."""
    begun_ns = time.perf_counter_ns()
    return lambda: start_ns + time.perf_counter_ns() - begun_ns


def test_read_shows_the_presses_of_a_button_that_simulate_presses(run: Any) -> None:
    with served("simulate", "button", "--press", "0.4") as url:
        code, out, err = run("read", url, "--gauge", "button", "--count", "3", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "") and [row["button"] for row in rows] == ["B"] * 3
    clocks = [row["device_ms"] for row in rows]
    assert [later - earlier for earlier, later in itertools.pairwise(clocks)] == [400, 400]


def test_read_says_that_nobody_pressed(run: Any) -> None:
    with Server(simulated_button()) as server:
        code, out, err = run("read", server.url, "--gauge", "button", "--seconds", "0.2")
    assert (code, out) == (1, "") and "no press came" in err and gauge("button").title in err


def test_ports_names_the_gauge_with_a_usb_port_of_its_own(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from serial.tools import list_ports
    from serial.tools.list_ports_common import ListPortInfo

    port = ListPortInfo("COM4")
    port.vid, port.pid, port.serial_number = 0x1412, 0x0200, "A1"
    monkeypatch.setattr(list_ports, "comports", lambda: [port])
    code, out, _ = run("ports", "--json")
    assert code == 0 and json.loads(out)["gauges"] == ["imada-dsv"]
    assert "by its USB number: imada-dsv" in run("ports")[1]
