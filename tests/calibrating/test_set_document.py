"""Sets come into the register from TOML: strict, all or none, with the nominal forces of the protocol."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from qst_station.calibrating.entries import CertifiedElsewhere
from qst_station.calibrating.set_document import EXAMPLES, FILL_IN, example, load_set
from qst_station.findings import Refused


def filled(name: str) -> str:
    text = example(name).replace('set_name = "FILL IN"', 'set_name = "A"')
    return text.replace(FILL_IN, "INCA site 1")


@pytest.mark.parametrize(("name", "test"), [("optihair2", "mdt"), ("dfns_pinpricks", "mpt")])
def test_an_example_has_the_forces_of_the_protocol(name: str, test: str) -> None:
    protocol = tomllib.loads((files("protocols.dfns") / f"{test}.toml").read_text(encoding="utf-8"))
    asked = {stimulus["nominal_force_mn"] for stimulus in protocol["limits"]["stimuli"]}
    instruments = load_set(filled(name), place=name).members()
    assert {one.nominal_mn for one in instruments} == asked
    assert [one.slot for one in instruments] == list(range(1, len(instruments) + 1))
    assert all(one.id == f"A-{one.nominal_mn:g}" for one in instruments)
    assert all(one.source and one.due.recalibrate_after_days is None for one in instruments)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_must_be_filled_in(name: str) -> None:
    with pytest.raises(Refused, match="still says 'FILL IN'"):
        load_set(example(name), place=name)


def test_an_unknown_example_names_those_there_are() -> None:
    with pytest.raises(Refused, match="optihair2"):
        example("semmes")


MASSES = """
kind = "reference_mass"
model = "E2 set"
serial = "M1"
owner = "INCA site 1"
source = "certificate"

[[instruments]]
id = "M-5g"
nominal_mass_g = 5.0
certificate = { number = "D-K-1", laboratory = "a calibration laboratory", date = 2026-05-02 }

[[instruments]]
id = "M-50g"
nominal_mass_g = 50.0
"""


def test_a_standard_comes_with_its_own_certificate() -> None:
    document = load_set(MASSES, place="masses.toml")
    assert [one.nominal_mass_g for one in document.members()] == [5.0, 50.0]
    ((id_, event),) = document.certificates()
    assert id_ == "M-5g"
    assert isinstance(event, CertifiedElsewhere)
    assert (event.certificate, event.date.isoformat()) == ("D-K-1", "2026-05-02")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "reference_mass"', 'kind = "masses"', "masses"),
        ('id = "M-50g"', 'id = "m-5G"', "given twice"),
        ('id = "M-50g"', 'id = "M 50"', "letters, digits"),
        ("nominal_mass_g = 50.0", "nominal_mass_g = -50.0", "above 0"),
        ("nominal_mass_g = 50.0", "nominal_mn = 50.0", "nominal_mn is for hair, pinprick"),
        ("nominal_mass_g = 50.0", "", "nominal_mass_g is for reference_mass"),
        ("nominal_mass_g = 50.0", 'nominal_mass_g = 50.0\ncolor = "red"', "color"),
        ("nominal_mass_g = 50.0", "nominal_mass_g = nan", "nan"),
        ("nominal_mass_g = 50.0", "nominal_mass_g = 50.0\nslot = 0", "slot counts from 1"),
        ('owner = "INCA site 1"', 'owner = " "', "owner is empty"),
        ('owner = "INCA site 1"', 'owner = "x"\ndue = { recalibrate_after_days = 365 }', "who decided"),
        ("2026-05-02", "2026-02-30", "TOML"),
    ],
)
def test_a_wrong_document_is_named(old: str, new: str, said: str) -> None:
    assert old in MASSES
    with pytest.raises(Refused) as refusal:
        load_set(MASSES.replace(old, new), place="masses.toml")
    assert refusal.value.finding.code == "document.invalid"
    assert said in refusal.value.finding.line()


def test_a_slot_is_given_once() -> None:
    with pytest.raises(Refused, match="slot 1 is given twice"):
        load_set(filled("optihair2").replace("slot = 2\n", "slot = 1\n"), place="x")
