"""Every fault of a TOML document names the file, the field, the value and what is allowed."""

from __future__ import annotations

import contextlib
import datetime
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.documents import SIZE_LIMIT_BYTES, load_document
from qst_station.findings import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    force_mn: float
    pace: Literal["slow", "fast"] = "slow"

    def __post_init__(self) -> None:
        if self.force_mn <= 0:
            raise ValueError(f"force_mn must be above 0, got {self.force_mn}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    kind: Literal["limits"]
    series: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramp:
    kind: Literal["ramp"]
    rate_kpa_per_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Battery:
    name: str
    steps: tuple[Step, ...] = ()
    sites: dict[str, Step] = field(default_factory=dict)
    tests: tuple[Limits | Ramp, ...] = ()
    issued: datetime.date | None = None
    seed: int | None = None


def refused(text: str) -> Refused:
    with pytest.raises(Refused) as caught:
        load_document(text, Battery, place="battery.toml")
    finding = caught.value.finding
    assert finding.code == "document.invalid"
    assert finding.place.startswith("battery.toml")
    assert finding.safe
    assert finding.remedy
    return caught.value


def test_a_document_becomes_nested_frozen_dataclasses() -> None:
    text = """
    name = "DFNS"
    steps = [{ force_mn = 8 }, { force_mn = 0.25, pace = "fast" }]
    sites.hand = { force_mn = 256.0 }
    tests = [{ kind = "ramp", rate_kpa_per_s = 50 }, { kind = "limits", series = 5 }]
    issued = 2026-03-01
    """
    assert load_document(text, Battery, place="battery.toml") == Battery(
        name="DFNS",
        steps=(Step(force_mn=8.0), Step(force_mn=0.25, pace="fast")),
        sites={"hand": Step(force_mn=256.0)},
        tests=(Ramp(kind="ramp", rate_kpa_per_s=50.0), Limits(kind="limits", series=5)),
        issued=datetime.date(2026, 3, 1),
    )


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        pytest.param('nam = "x"', "nam", ["'x'", "name, seed", "Did you mean 'name'"], id="unknown-field"),
        pytest.param(
            'name = "x"\nsteps = [{force_mn = 8.0, pase = 3}]',
            "steps[0].pase",
            ["'pase'", "value 3", "force_mn, pace", "Did you mean 'pace'"],
            id="unknown-nested-field",
        ),
        pytest.param(
            'name = "x"\nsites.foot = {force_mn = 8.0, colour = "red"}',
            "sites.foot.colour",
            ["'red'", "force_mn, pace", "Remove it"],
            id="unknown-field-unlike-any",
        ),
        pytest.param("steps = []", "name", ["required", "Add it"], id="missing-field"),
        pytest.param("name = 3", "name", ["3", "valid string"], id="integer-for-text"),
        pytest.param('name = "x"\nseed = "3"', "seed", ["'3'", "valid integer"], id="text-for-integer"),
        pytest.param('name = "x"\nseed = 3.0', "seed", ["3.0", "valid integer"], id="float-for-integer"),
        pytest.param('name = "x"\nseed = true', "seed", ["True", "valid integer"], id="bool-for-integer"),
        pytest.param('name = "x"\nsteps = [{force_mn = nan}]', "steps[0].force_mn", ["nan", "finite"], id="nan"),
        pytest.param(
            'name = "x"\nsteps = [{force_mn = 1.0}, {force_mn = 1.0, pace = "quick"}]',
            "steps[1].pace",
            ["'quick'", "'slow' or 'fast'"],
            id="literal",
        ),
        pytest.param(
            'name = "x"\nsteps = [{force_mn = -2.0}]',
            "steps[0]",
            ["force_mn must be above 0, got -2.0"],
            id="rule-of-the-dataclass",
        ),
        pytest.param(
            'name = "x"\ntests = [{kind = "ramp", rate_kpa_per_sec = 50.0}]',
            "tests[0].rate_kpa_per_sec",
            ["50.0", "kind, rate_kpa_per_s", "Did you mean 'rate_kpa_per_s'"],
            id="unknown-field-in-union",
        ),
        pytest.param(
            'name = "x"\ntests = [{kind = "limits", series = "five"}]',
            "tests[0].series",
            ["'five'", "valid integer"],
            id="wrong-type-in-union",
        ),
        pytest.param('name = "x"\nsteps = "none"', "steps", ["'none'", "valid array"], id="text-for-array"),
        pytest.param('name = "x"\nname = "y"\n', "", ["not valid TOML", "line 2"], id="field-given-twice"),
        pytest.param("name = \n", "", ["not valid TOML", "line 1"], id="syntax"),
    ],
)
def test_a_fault_names_file_field_value_and_what_is_allowed(text: str, place: str, said: list[str]) -> None:
    refusal = refused(text)
    assert refusal.finding.place == (f"battery.toml: {place}" if place else "battery.toml")
    for words in said:
        assert words in str(refusal)


def test_several_faults_are_counted() -> None:
    assert "(2 more after this)" in str(refused('nam = "x"\nseed = "3"'))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(f"name = '{'x' * 2_000_000}'", str(SIZE_LIMIT_BYTES), id="2-megabytes"),
        pytest.param(f"name = {'[' * 100_000}{']' * 100_000}", "nested too deeply", id="100000-levels"),
        pytest.param(f"name = {'[' * 300}{']' * 300}", "nested too deeply", id="300-levels"),
        pytest.param(f'name = "x"\nseed = {"9" * 200_000}', "not valid TOML", id="200000-digits"),
        pytest.param(f'name = "x"\nseed = 0x{"f" * 5_000}', "not valid TOML", id="5000-hex-digits"),
        pytest.param(f'"a\\n\\u001b[2J{"b" * 1000}" = 1', "'a\\n\\x1b[2J", id="control-characters-in-a-key"),
    ],
)
def test_hostile_documents_are_refused(text: str, said: str) -> None:
    refusal = refused(text)
    assert said in str(refusal)
    assert len(str(refusal)) < 500


def test_a_long_value_is_shortened() -> None:
    refusal = refused(f'name = "x"\nseed = "{"9" * 10_000}"')
    assert len(str(refusal)) < 300
    assert "…" in str(refusal)


@given(st.integers(2**1024, 10**4000))
def test_an_integer_beyond_every_float_is_refused(number: int) -> None:
    assert "steps[0].force_mn" in str(refused(f'name = "x"\nsteps = [{{force_mn = {number}}}]'))


@given(st.text())
def test_any_text_is_a_document_or_refused(text: str) -> None:
    with contextlib.suppress(Refused):
        assert isinstance(load_document(text, Battery, place="battery.toml"), Battery)


def test_pydantic_is_imported_only_when_a_document_is_read() -> None:
    code = "import sys, qst_station.documents; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
