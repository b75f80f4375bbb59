"""Gauges of other packages: found by entry point, and never able to break the catalogue."""

from __future__ import annotations

import itertools
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from drivers.catalogue import BROKEN, BUILT_IN, GAUGES
from drivers.third_party import GROUP, BrokenGauge, third_party_gauges

_NUMBER = itertools.count()


def entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, *values: str) -> list[EntryPoint]:
    """Entries into a module with this source, which nothing has imported yet."""
    module = f"acme_{next(_NUMBER)}"
    (tmp_path / f"{module}.py").write_text(
        "from dataclasses import replace\nfrom drivers.mark10 import MARK10\n" + source
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    return [EntryPoint(name=f"gauge{n}", value=f"{module}:{value}", group=GROUP) for n, value in enumerate(values)]


def gauges(found: list[EntryPoint]) -> tuple[list[str], tuple[BrokenGauge, ...]]:
    specs, broken = third_party_gauges(found, BUILT_IN)
    return [spec.name for spec in specs], broken


def test_a_spec_of_another_package_is_a_gauge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = entries(tmp_path, monkeypatch, "FG = replace(MARK10, name='acme-fg')", "FG")
    assert gauges(found) == (["acme-fg"], ())


@pytest.mark.parametrize(
    ("source", "value", "why"),
    [
        ("raise RuntimeError('no licence')", "FG", "RuntimeError: no licence"),
        ("import no_such_module_anywhere", "FG", "no_such_module_anywhere"),
        ("FG = replace(MARK10, name='acme-fg', baud=0)", "FG", "baud: 0"),
        ("OTHER = 1", "FG", "FG"),
        ("FG = {'name': 'acme-fg'}", "FG", "it is a dict; allowed: a drivers.spec.GaugeSpec"),
        ("FG = replace(MARK10)", "FG", "'mark10' is that of a built-in gauge"),
    ],
)
def test_a_broken_entry_is_told_and_the_others_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, value: str, why: str
) -> None:
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.mkdir()
    bad.mkdir()
    found = entries(good, monkeypatch, "OK = replace(MARK10, name='good-fg')", "OK")
    names, (broken,) = gauges([*entries(bad, monkeypatch, source, value), *found])
    assert names == ["good-fg"]
    assert why in broken.why
    assert broken.entry.startswith("gauge0 = acme_")
    assert broken.package == "unknown package"


def test_of_two_entries_with_one_name_none_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "ONE = replace(MARK10, name='acme-fg')\nTWO = replace(MARK10, name='acme-fg', baud=9600)"
    names, broken = gauges(entries(tmp_path, monkeypatch, source, "ONE", "TWO"))
    assert names == []
    assert [b.why for b in broken] == ["the name 'acme-fg' is given by 2 entries"] * 2


def test_an_installed_package_is_in_the_catalogue(tmp_path: Path) -> None:
    (tmp_path / "acme_gauges.py").write_text(
        "from dataclasses import replace\nfrom drivers.mark10 import MARK10\n"
        "FG = replace(MARK10, name='acme-fg')\n"
    )
    about = tmp_path / "acme_gauges-1.2.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-gauges\nVersion: 1.2\n")
    (about / "entry_points.txt").write_text(f"[{GROUP}]\nfg = acme_gauges:FG\nlost = acme_gauges:LOST\n")
    asked = (
        f"import sys; sys.path[:0] = [{str(Path(__file__).parents[2])!r}, {str(tmp_path)!r}]\n"
        "from drivers.catalogue import BROKEN, gauge\n"
        "print(gauge('acme-fg').title, [(b.entry, b.package) for b in BROKEN], sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    title, broken = done.stdout.splitlines()
    assert title == GAUGES["mark10"].title
    assert broken == "[('lost = acme_gauges:LOST', 'acme-gauges 1.2')]"


def test_nothing_is_broken_here() -> None:
    assert BROKEN == ()
    assert set(BUILT_IN) <= set(GAUGES)
