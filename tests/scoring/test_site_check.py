"""Site check with sixteen healthy volunteers (Vollert 2015): counts, limits, and what stays open."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.cli.main import main
from qst_station.scoring.site_check import SiteCheck, ZValue, published_rule, site_check

RULE = published_rule()
PARAMETERS = ("MDT", "MPT", "MPS", "WUR", "VDT", "PPT")
PERSONS = tuple(f"V-{i:03}" for i in range(1, 17))
cells = st.sets(st.tuples(st.sampled_from(PERSONS), st.sampled_from(PARAMETERS)))


def values(
    abnormal: Iterable[tuple[str, str]] = (), missing: Iterable[tuple[str, str]] = (), persons: int = 16
) -> list[ZValue]:
    abnormal, missing = set(abnormal), set(missing)
    return [
        ZValue(
            participant_id=person,
            parameter=parameter,
            z=None if (person, parameter) in missing else 1.97 if (person, parameter) in abnormal else -1.96,
        )
        for person in PERSONS[:persons]
        for parameter in PARAMETERS
    ]


def outcomes(found: SiteCheck) -> dict[str, str]:
    return {count.name: count.outcome for count in (*found.persons, *found.parameters)}


def test_the_published_rule() -> None:
    assert (RULE.participants, RULE.abnormal_in_person, RULE.abnormal_in_parameter) == (16, 4, 6)
    assert RULE.provenance[0].grade == "published" and "Vollert 2015" in RULE.provenance[0].source


@pytest.mark.parametrize(("abnormal", "outcome"), [(3, "not suspect"), (4, "suspect")])
def test_a_person(abnormal: int, outcome: str) -> None:
    found = site_check(values((PERSONS[0], parameter) for parameter in PARAMETERS[:abnormal]), RULE)
    assert outcomes(found)[PERSONS[0]] == outcome
    assert {count.name for count in found.suspects} == ({PERSONS[0]} if outcome == "suspect" else set())


@pytest.mark.parametrize(("abnormal", "outcome"), [(5, "not suspect"), (6, "suspect")])
def test_a_parameter(abnormal: int, outcome: str) -> None:
    found = site_check(values((person, "MPT") for person in PERSONS[:abnormal]), RULE)
    assert outcomes(found)["MPT"] == outcome


@given(abnormal=cells, missing=cells)
def test_counts_and_outcomes_of_any_table(abnormal: set[tuple[str, str]], missing: set[tuple[str, str]]) -> None:
    found = site_check(values(abnormal, missing), RULE)
    seen = abnormal - missing
    assert sum(count.abnormal for count in found.persons) == len(seen)
    assert sum(count.abnormal for count in found.parameters) == len(seen)
    worst = site_check(values(abnormal | missing), RULE)
    for name, outcome in outcomes(found).items():
        if outcome == "suspect":
            assert outcomes(worst)[name] == "suspect"
        elif outcomes(worst)[name] == "suspect":
            assert outcome == "open"


@pytest.mark.parametrize("persons", [1, 15])
def test_with_another_number_of_volunteers_the_rule_says_nothing(persons: int) -> None:
    found = site_check(values(((PERSONS[0], p) for p in PARAMETERS), persons=persons), RULE)
    assert set(outcomes(found).values()) == {"open"} and f"has {persons}" in found.not_stated
    assert not found.suspects and found.persons[0].abnormal == 6


def test_a_parameter_that_nobody_has_a_z_for_is_left_out() -> None:
    dma = [ZValue(participant_id=person, parameter="DMA", z=None) for person in PERSONS]
    found = site_check([*values(), *dma], RULE)
    assert found.left_out == ("DMA",) and "DMA" not in outcomes(found) and not found.undecided
    with pytest.raises(ValueError, match="no z-score"):
        site_check(dma, RULE)


def test_a_row_that_is_absent_counts_as_missing() -> None:
    found = site_check(values()[1:], RULE)
    assert found.persons[0].missing == 1 and found.persons[0].abnormal == 0


def test_one_test_area_of_each_volunteer_counts() -> None:
    with pytest.raises(ValueError, match="MDT of V-001 is there twice"):
        site_check([*values(), values()[0]], RULE)


def table(rows: list[ZValue]) -> str:
    lines = [f"{r.participant_id},hand,{r.parameter},{'' if r.z is None else r.z}" for r in rows]
    return "\n".join(("participant_id,site,parameter,z", *lines)) + "\n"


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        (values(), 0, ""),
        (values((PERSONS[1], p) for p in PARAMETERS), 1, "V-002 6 of 6"),
        (values(persons=15), 1, "the rule is for 16 volunteers"),
        (values(missing=((PERSONS[1], p) for p in PARAMETERS)), 1, "values without z"),
        ([*values(), values()[0]], 2, "is there twice"),
    ],
)
def test_the_command(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, rows: list[ZValue], code: int, said: str
) -> None:
    path = tmp_path / "z.csv"
    path.write_text(table(rows), encoding="utf-8")
    assert main(["site-check", str(path), "--json"]) == code
    out, err = capsys.readouterr()
    assert said in err and len(err.splitlines()) == (1 if said else 0)
    assert code == 2 or len(json.loads(out)["parameters"]) == 6
    assert main(["site-check", str(path)]) == code
    assert code == 2 or "Vollert 2015" in capsys.readouterr().out
