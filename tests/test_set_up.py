"""The environment itself: our own packages, a safe Qt, sound lock files, a suite that notices leaks."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from qst_station.gui import qt_probe

ROOT = Path(__file__).resolve().parent.parent
LOCK_FILES = ("requirements.lock", "requirements-dev.lock")


def run_python(code: str) -> str:
    """Standard output of `code` in a new interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("package", ["drivers", "protocols", "calibration", "qst_station"])
def test_packages_are_loaded_from_this_tree(package: str) -> None:
    origin = importlib.import_module(package).__file__
    assert origin is not None
    assert Path(origin).resolve() == ROOT / package / "__init__.py"


def test_installed_command_and_child_processes_use_this_tree(tmp_path: Path) -> None:
    code = "import drivers, qst_station; print(drivers.__file__, qst_station.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    expected = f"{ROOT / 'drivers' / '__init__.py'} {ROOT / 'qst_station' / '__init__.py'}"
    assert done.stdout.strip() == expected, done.stderr


def test_this_qt_keeps_its_references() -> None:
    assert run_python("from qst_station.gui.qt_probe import unsafe_qt; print(unsafe_qt())") == "None"


@pytest.mark.parametrize("step", [1, -1])
def test_probe_sees_a_miscount_in_either_direction(step: int) -> None:
    value = object()
    held = [value] * qt_probe.CALLS

    def miscount() -> None:
        if step > 0:
            held.append(value)
        else:
            held.pop()

    assert qt_probe.references_changed(value, miscount) == step * qt_probe.CALLS


def test_probe_names_the_versions_and_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def losing(value: object, call: Callable[[], object]) -> int:
        return -qt_probe.CALLS if value is True else 0

    monkeypatch.setattr(qt_probe, "references_changed", losing)
    reason = qt_probe.unsafe_qt()
    assert reason is not None
    assert "True by -100" in reason
    assert "None by" not in reason
    assert "make venv" in reason


def test_heavy_packages_wait_until_needed() -> None:
    loaded = json.loads(run_python("import json, sys, qst_station.cli.main; print(json.dumps(list(sys.modules)))"))
    heavy = {"pandas", "scipy", "pyarrow", "h5py", "pyqtgraph", "PySide6"}
    assert heavy.isdisjoint(loaded), sorted(heavy.intersection(loaded))


def pins(name: str) -> dict[str, int]:
    """The pinned requirements of a lock file, each with its number of hashes."""
    entries = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    return {
        entry.split(";")[0].split("--hash")[0].strip().lower(): entry.count("--hash=sha256:") for entry in entries
    }


@pytest.mark.parametrize("name", LOCK_FILES)
def test_lock_file_is_hashed_and_portable(name: str) -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+==\S+", pin) for pin in pins(name))
    assert all(count > 0 for count in pins(name).values())
    assert not re.search(r"://|--index|--find-links|file:", (ROOT / name).read_text(encoding="utf-8"))


def test_lock_files_cover_the_project_and_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run_time, development = (set(pins(name)) for name in LOCK_FILES)
    assert run_time <= development
    assert {"pyside6-essentials==6.11.3", "shiboken6==6.11.3"} <= run_time
    for requirements, locked in [
        (project["dependencies"], run_time),
        (project["optional-dependencies"]["dev"], development),
    ]:
        wanted = {re.split(r"[<>=!~ \[]", requirement)[0].lower() for requirement in requirements}
        assert wanted <= {pin.split("==")[0] for pin in locked}


LEAKS = {
    "thread": (
        "import threading\n"
        "stop = threading.Event()\n"
        "def test_it():\n"
        "    threading.Thread(target=stop.wait, args=(30,), name='forgotten', daemon=True).start()\n",
        "*threads still running after the test: ?'forgotten'?*",
    ),
    "exception in a thread": (
        "import threading\n"
        "def test_it():\n"
        "    thread = threading.Thread(target=lambda: 1 / 0)\n"
        "    thread.start()\n"
        "    thread.join()\n",
        "*ZeroDivisionError*",
    ),
    "exception in a slot": (
        "from PySide6.QtCore import QTimer\n"
        "def test_it(qtbot):\n"
        "    QTimer.singleShot(0, lambda: 1 / 0)\n"
        "    qtbot.wait(20)\n",
        "*ZeroDivisionError*",
    ),
    "warning through Qt": (
        "from PySide6.QtCore import qWarning\ndef test_it():\n    qWarning('odd widget')\n",
        "*odd widget*",
    ),
    "warning through Qt in teardown": (
        "import pytest\n"
        "from PySide6.QtCore import qWarning\n"
        "@pytest.fixture\n"
        "def late():\n"
        "    yield\n"
        "    qWarning('late complaint')\n"
        "def test_it(late):\n"
        "    pass\n",
        "*Qt messages during teardown: ?'late complaint'?*",
    ),
}


@pytest.mark.parametrize(("test", "message"), LEAKS.values(), ids=LEAKS.keys())
def test_suite_fails_on(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, test: str, message: str
) -> None:
    conftest = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    pytester.makeconftest(conftest.replace("THREAD_GRACE_S = 5.0", "THREAD_GRACE_S = 0.05"))
    pytester.makepyfile(test)
    config = ROOT / "pyproject.toml"
    result = pytester.runpytest_subprocess("-c", config, "--rootdir", pytester.path, "-p", "no:cacheprovider", ".")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines([message])
