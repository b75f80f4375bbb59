"""`calibrate run` at a simulated balance on a real wire: an operator, a pulled cable, a killed process."""

from __future__ import annotations

import contextlib
import io
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from drivers.catalogue import GAUGES
from drivers.simulated.behaviour import Behaviour
from drivers.simulated.device import SimulatedDevice, simulated
from drivers.simulated.server import Server
from qst_station.calibrating.register import read_register
from qst_station.calibrating.run import runs_folder
from qst_station.calibrating.run_opening import method_of
from qst_station.cli.calibrate_run import Plan, fits
from qst_station.cli.main import main
from qst_station.documents import load_document
from tests.station.weighing_bench import STANDARD_G, Pan, S, make_register

PLAN = """
instrument = "hair-8"
gauge = "mt-sics"
place = "INCA site 1"
condition = "straight"
operator = { who = "Ada Example", role = "calibrator" }
conditions = { temperature_c = 21.5, humidity_percent = 48.0 }

[[references]]
role = "balance"
id = "BAL-1"
certificate = "C-1"
due = 2999-01-01
expanded = 0.0003
unit = "g"
division = 0.0001

[[references]]
role = "check_mass"
id = "M-5"
certificate = "C-2"
due = 2999-01-01
expanded = 0.0001
unit = "g"
nominal = 5.0
"""
# Hasty, so that the test is short.
SETTINGS = "".join(
    f'\n[[settings]]\nname = "{name}"\nvalue = {value}\nset_by = "Sponsor"\nset_on = "2026-01-01"\n'
    for name, value in (("readings", 3), ("readings_minimum", 3), ("rest", 0), ("plateau_shortest", 0.3))
)


def written(tmp_path: Path, text: str = PLAN + SETTINGS) -> Path:
    if not (tmp_path / "register").exists():
        make_register(tmp_path)
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return path


class Cable:
    """The cable of the balance, in or out."""

    def __init__(self, device: SimulatedDevice) -> None:
        self.plugged_in = True
        device.connected = lambda _: self.plugged_in  # type: ignore[method-assign]


class Operator:
    """Reads the prompts and does what they say."""

    def __init__(self, server: Server, pan: Pan, arguments: list[str]) -> None:
        self._server, self._pan = server, pan
        self.presses = 0
        command = [sys.executable, "-m", "qst_station", *arguments]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self._prompts: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def wait_for(self, words: str, *, within_s: float = 30.0) -> None:
        """Wait for a line on standard error that has these words; `queue.Empty` where none comes."""
        while words not in self._prompts.get(timeout=within_s):
            pass

    def put(self, mass_g: float) -> None:
        """Put a mass on."""
        self._pan.put(self._server.now_ns(), mass_g * STANDARD_G)

    def weigh(self, mass_g: float) -> None:
        """Put a mass on, and take the reading when the balance has settled."""
        self.put(mass_g)
        self._let_pass(0.8)
        self.say("")

    def press(self, force_mn: float = 7.9) -> None:
        self.presses += 1
        self._pan.put(self._server.now_ns(), force_mn * 1e-3, taking_ns=S // 4)
        self._let_pass(1.1)
        self._pan.put(self._server.now_ns(), 0.0, taking_ns=S // 10)

    def press_until(self, words: str) -> None:
        """Press, and once more where the balance was not being read yet: no rise was seen, so nothing counted."""
        for _ in range(5):
            self.press()
            with contextlib.suppress(queue.Empty):
                return self.wait_for(words, within_s=2.0)
        raise AssertionError(f"no prompt with {words}")

    def say(self, order: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{order}\n")
        self.process.stdin.flush()

    def end(self) -> tuple[int, str]:
        """Exit code and standard output."""
        assert self.process.stdout is not None
        said = self.process.stdout.read()
        code = self.process.wait(timeout=30)
        self.close()
        return code, said

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._thread.join()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._prompts.put(line)

    def _let_pass(self, seconds: float) -> None:
        threading.Event().wait(seconds)  # the hand of the operator: the wire runs in real time


@contextmanager
def balance() -> Iterator[tuple[Server, Pan, Cable]]:
    pan = Pan()
    device = simulated("mt-sics", load=pan, behaviour=Behaviour(capacity_n=2.157, decimals_n=6))
    cable = Cable(device)
    with Server(device) as server:
        yield server, pan, cable


@contextmanager
def operator(server: Server, pan: Pan, arguments: list[str]) -> Iterator[Operator]:
    working = Operator(server, pan, arguments)
    try:
        yield working
    finally:
        if working.process.poll() is None:
            working.close()


def test_a_calibration_survives_a_pulled_cable_and_a_killed_process(tmp_path: Path) -> None:
    plan = written(tmp_path)
    with balance() as (server, pan, cable):
        arguments = ["--data", str(tmp_path), "calibrate", "run", str(plan), "--balance", server.url, "--json"]
        with operator(server, pan, arguments) as ada:
            ada.wait_for("Put the check mass")
            ada.weigh(5.0)
            ada.wait_for("Take everything off")
            ada.weigh(0.0)
            ada.wait_for("(1 of 3)")
            ada.press_until("(2 of 3)")
            cable.plugged_in = False
            ada.wait_for("disconnected")
            cable.plugged_in = True
            ada.wait_for("back")
            ada.press_until("(3 of 3)")
            presses = ada.presses
            ada.close()  # killed
        with operator(server, pan, [*arguments, "--resume", "--hands-free"]) as ada:
            ada.wait_for("(3 of 3)")
            ada.press_until("Take everything off")
            ada.wait_for("Put the check mass")  # the zero was taken by itself
            ada.put(5.0)
            presses += ada.presses
            code, said = ada.end()
    lines = [json.loads(line) for line in said.splitlines()]
    result = lines[-1]["result"]
    force = next(row for row in result["quantities"] if row["name"] == "force")
    assert code == 0 and result["decision"]["verdict"] == "pass"
    assert abs(force["value"] - 7.9) <= force["expanded"]
    readings = [line["reading"] for line in lines if "reading" in line]
    # Three presses, or more where the computer stalled and Ada pressed once more; two checks and two zeros.
    assert 3 + 4 <= len(readings) <= presses + 4
    assert [reading["number"] for reading in readings] == list(range(1, len(readings) + 1))  # resumed: told again
    assert list(read_register(tmp_path).certificates) == [lines[-1]["certificate"]]
    assert Path(lines[-1]["pdf"]).is_file()


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is at its end."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))


@pytest.mark.usefixtures("nobody")
def test_nobody_at_the_terminal_leaves_a_record_that_can_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "calibrate", "run", str(written(tmp_path))]) == 1
    assert "--resume" in capsys.readouterr().err
    assert len(list(runs_folder(tmp_path).iterdir())) == 1


@pytest.mark.usefixtures("nobody")
@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            lambda text: text.replace(
                "due = 2999-01-01\nexpanded = 0.0003", "due = 2020-01-01\nexpanded = 0.0003"
            ),
            "valid until 2020-01-01",
        ),
        (lambda text: text.replace('"hair-8"', '"nylon-8"').replace("48.0", "75.0"), "relative humidity is 75 %"),
        (
            lambda text: text.replace('role = "check_mass"', 'role = "loads"'),
            "no reference in the role of check_mass",
        ),
    ],
    ids=["past-due", "humidity", "no-reference"],
)
def test_a_plan_that_cannot_be_followed_ends_with_1_and_a_reason(
    change: Callable[[str], str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = written(tmp_path, change(PLAN))
    assert main(["--data", str(tmp_path), "calibrate", "run", str(plan)]) == 1
    assert says in capsys.readouterr().err
    assert not read_register(tmp_path).certificates


@pytest.mark.parametrize(
    ("change", "options", "says"),
    [
        (lambda text: text.replace("place =", "plcae ="), [], "Did you mean 'place'?"),
        (lambda text: text.replace('"hair-8"', '"hair-9"'), [], "Did you mean hair-8?"),
        (lambda text: text.replace('gauge = "mt-sics"', ""), ["--balance", "/dev/null"], "--gauge"),
        (lambda text: text, ["--balance", "/nowhere"], "/nowhere"),
        (lambda text: text, ["--resume"], "Leave out --resume"),
        (
            lambda text: text + '\n[[settings]]\nname = "restt"\nvalue = 1\nset_by = "S"\nset_on = "2026-01-01"\n',
            [],
            "no setting 'restt'",
        ),
        (lambda text: text.replace("conditions = {", "conditions = { humidity = 4,"), [], "humidity"),
    ],
    ids=["field", "instrument", "gauge", "port", "resume", "setting", "room"],
)
def test_a_plan_that_cannot_be_used_ends_with_2(
    change: Callable[[str], str], options: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = written(tmp_path, change(PLAN))
    assert main(["--data", str(tmp_path), "calibrate", "run", str(plan), *options]) == 2
    assert says in capsys.readouterr().err
    assert not runs_folder(tmp_path).exists()


def test_the_plan_of_the_manual_can_be_used() -> None:
    page = Path(__file__).parents[2] / "docs" / "how-to" / "calibrate.md"
    _, _, rest = page.read_text(encoding="utf-8").partition("cat > plan.toml <<'END'\n")
    plan = load_document(rest.partition("END\n")[0], Plan, place="manual")
    assert plan.gauge in GAUGES
    assert method_of("hair", plan.settings).count("readings") == 5


def test_without_hands_only_what_is_plainly_something_else_is_passed_over() -> None:
    load = {"lightest_g": 0.8, "check_g": 20.0}
    assert [fits("check", grams, **load) for grams in (0.0, 0.8, 9.9, 19.0, 50.0)] == [False] * 3 + [True] * 2
    assert [fits("zero", grams, **load) for grams in (-20.0, -0.8, 0.0, 0.3, 0.5, 20.0)] == [True] * 4 + [
        False
    ] * 2
    assert not fits("load", 5.0, **load)


def test_a_simulated_hair_presses_on_a_rhythm(tmp_path: Path) -> None:
    """The load that `simulate` offers: nothing, the check mass, nothing, presses that tire."""
    device: Any = simulated("mt-sics", load="hair:64:fatigue=0.01:presses=2:every=5:check=20")

    def shown(t_s: float) -> float:
        answer = device.handle(b"SI\r\n", round(t_s * S)).decode()
        return float(answer.split()[2])

    assert [shown(t) for t in (1.0, 5.0, 10.0, 14.0, 16.5, 19.0, 21.9)] == [0.0, 20.0, 0.0, 6.53, 0.0, 6.46, 0.0]
