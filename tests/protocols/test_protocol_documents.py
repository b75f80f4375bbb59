"""The packaged protocols load, fit together, and call a default that nobody has checked unverified."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from protocols.battery import BatterySpec, TestSpec
from qst_station.documents import load_document

# One line for each figure that rests on general knowledge alone: document, words its entry must hold.
UNVERIFIED = [
    ("battery", "VDT between WUR and PPT"),
    ("battery", "Control area first"),
    ("MDT", "Start at 16 mN"),
    ("MDT", "Contact of 1.5 s"),
    ("MDT", "1024 mN is entered where 512 mN is not felt"),
    ("MPT", "Start at 8 mN, ascending"),
    ("MPT", "2 s on, 2 s off"),
    ("MPT", "4 mN is entered where 8 mN is already sharp, 1024 mN"),
    ("MPS", "Each touch tool five times"),
    ("MPS", "0.1 is added to every rating and not only to zeros"),
    ("WUR", "256 mN at hand and foot"),
    ("WUR", "One touch per second"),
    ("WUR", "mean of the five train ratings over mean of the five single ratings"),
    ("WUR", "Undefined where all single touches are rated 0"),
    ("VDT", "Ulnar styloid at the hand, medial malleolus at the foot"),
    ("PPT", "Thenar at the hand, abductor hallucis at the foot"),
    ("PPT", "Safety limit of 1000 kPa"),
]


@pytest.mark.parametrize(("document", "words"), UNVERIFIED)
def test_what_nobody_has_checked_is_called_unverified(
    documents: dict[str, TestSpec], battery: BatterySpec, document: str, words: str
) -> None:
    provenance = battery.provenance if document == "battery" else documents[document].provenance
    (entry,) = [entry for entry in provenance if words in entry.what]
    assert entry.grade == "unverified"
    if document != "battery":
        assert entry.what in documents[document].unverified


def test_every_entry_names_its_source(documents: dict[str, TestSpec], battery: BatterySpec, figure8_spec) -> None:
    entries = [*battery.provenance, *figure8_spec.provenance]
    entries += [entry for document in documents.values() for entry in document.provenance]
    assert all(entry.what.strip() and entry.source.strip() for entry in entries)


def test_every_document_names_its_place_on_hand_and_foot(documents: dict[str, TestSpec]) -> None:
    assert all(document.place.at("hand") and document.place.at("foot") for document in documents.values())
    assert documents["PPT"].place.at("hand").startswith("thenar")


def test_documents_carry_the_name_under_which_the_battery_asks_for_them(documents: dict[str, TestSpec]) -> None:
    assert {name: document.test for name, document in documents.items()} == {name: name for name in documents}


def test_battery_holds_the_mechanical_tests_in_order(battery: BatterySpec) -> None:
    assert battery.tests == ("MDT", "MPT", "MPS", "WUR", "VDT", "PPT")
    assert battery.site_order == ("control", "affected")


def test_forces_are_those_of_the_instruments(mdt, mpt, mps, wur) -> None:
    hairs = [stimulus.nominal_force_mn for stimulus in mdt.stimuli]
    pinpricks = [stimulus.nominal_force_mn for stimulus in mpt.stimuli]
    assert hairs == [0.25 * 2**i for i in range(12)]
    assert pinpricks == [8.0 * 2**i for i in range(7)]
    assert [s.nominal_force_mn for s in mps.stimuli if s.group == "pinprick"] == pinpricks
    assert wur.single.nominal_force_mn == wur.train.nominal_force_mn == 256.0


def test_rating_test_has_fifty_stimuli_of_which_fifteen_are_touch(mps) -> None:
    kinds = Counter(stimulus.kind for stimulus in mps.stimuli for _ in range(mps.runs))
    assert kinds == {"pinprick": 35, "touch": 15}


@pytest.mark.parametrize("wrong", ["", '\n[train]\nparameter = "WUR"\n'])
def test_a_test_without_exactly_one_machine_is_refused(wrong: str) -> None:
    text = files("protocols").joinpath("dfns/vdt.toml").read_text(encoding="utf-8")
    head = text[: text.index("[rating]")]
    with pytest.raises(Exception, match=r"vdt\.toml"):
        load_document(head + wrong, TestSpec, place="vdt.toml")
