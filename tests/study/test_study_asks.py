"""What the window may ask about study and participants, answered by a server of the real engine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.station.clock import VirtualClock
from qst_station.station.engine import Engine
from qst_station.station.server import Server
from qst_station.station.study_desk import CHANGES
from qst_station.study.study import study_text
from tests.study.cohort import VISITS, began, seal, summary

Json = dict[str, Any]
EXAMINER = {"who": "AB", "role": "examiner"}
INVESTIGATOR = {"who": "IV", "role": "investigator"}
ENROL = {"dominance": "left", "control_limb": "valid", "site": ""}
REQUEST = {
    "participant_id": "P-001",
    "visit": "day-0",
    "affected_side": "left",
    "limb": "upper",
    "kind": "simulated",
    "actor": EXAMINER,
}


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Callable[..., Json]]:
    answers: list[Json] = []
    engine = Engine(tmp_path, VirtualClock(), threads=False)
    server = Server(engine, answers.append)

    def asked(name: str, **fields: Any) -> Json:
        server.answer({"id": 1, "ask": name, **fields})
        json.dumps(answers[-1], allow_nan=False)
        return answers[-1]

    yield asked
    engine.close()


def code(answer: Json) -> str:
    assert answer["ok"] is False
    return str(answer["finding"]["code"])


def test_the_study_is_that_of_the_folder_and_only_visits_in_the_clinic_are_offered(
    ask: Callable[..., Json], tmp_path: Path
) -> None:
    study = ask("study")["study"]
    assert [visit["name"] for visit in study["visits"]] == list(VISITS)
    assert study["calls"][0]["name"] == "call-0" and study["sites"] == [] and "examiner" in study["roles"]
    (tmp_path / "study.toml").write_text(study_text("crossover"), encoding="utf-8")
    study = ask("study")["study"]
    assert study["name"] == "CROSSOVER" and [site["code"] for site in study["sites"]] == ["NTH", "STH"]
    (tmp_path / "study.toml").write_text("", encoding="utf-8")
    assert code(ask("study")) == "document.invalid"


def test_a_newcomer_is_enrolled_with_the_visit_and_then_known(ask: Callable[..., Json]) -> None:
    assert ask("participants")["participants"] == []
    opened = ask("open_visit", request=REQUEST, enrol=ENROL)
    assert opened["ok"] and opened["view"], opened
    (row,) = ask("participants")["participants"]
    assert (row["participant_id"], row["kind"], row["dominance"]) == ("P-001", "simulated", "left")
    assert (row["affected_side"], row["affected_limb"], row["sessions"]) == ("left", "upper", 0)


@pytest.mark.parametrize("enrol", [{"control_limb": "fine"}, {"name": "Anna"}, "yes", [1]])
def test_what_cannot_be_enrolled_opens_nothing(ask: Callable[..., Json], enrol: Any) -> None:
    assert code(ask("open_visit", request=REQUEST, enrol=enrol)) in ("document.invalid", "engine.ask")
    assert ask("status")["view"] is None and ask("participants")["participants"] == []


def test_the_course_is_refused_by_the_service_and_not_by_the_screen(
    ask: Callable[..., Json], tmp_path: Path
) -> None:
    for visit in VISITS:
        seal(tmp_path, summary(5, visit, began(5, visit)))
    looked = ask("index", actor=EXAMINER)
    assert (looked["sessions"], looked["findings"]) == (len(VISITS), [])
    hidden = ask("course", participant_id="P-005", actor=EXAMINER)
    assert code(hidden) == "study.hidden" and "41.0" not in json.dumps(hidden)
    shown = ask("course", participant_id="P-005", actor=INVESTIGATOR)
    assert shown["course"]["limb"][1]["unaffected_cm"] == 41.0


def test_earlier_visits_stay_hidden_while_one_is_open(ask: Callable[..., Json], tmp_path: Path) -> None:
    for visit in ("screening", "day-0"):
        seal(tmp_path, summary(5, visit, began(5, visit)))
    ask("index", actor=EXAMINER)
    opened = ask("open_visit", request={**REQUEST, "participant_id": "P-005", "kind": "real"})
    assert opened["ok"], opened
    hidden = ask("course", participant_id="P-005", actor=INVESTIGATOR)
    assert code(hidden) == "review.hidden" and "41.0" not in json.dumps(hidden)
    ask("close_visit")
    assert ask("course", participant_id="P-005", actor=INVESTIGATOR)["ok"]


def test_a_change_needs_somebody_who_says_it(ask: Callable[..., Json]) -> None:
    said = {"participant_id": "P-001"}
    assert code(ask("enrol", said=said, actor={"who": " ", "role": "examiner"})) == "actor.who"
    assert code(ask("enrol", said=said)) == "engine.ask"
    assert ask("enrol", said=said, actor=EXAMINER)["participant"]["history"][0]["who"] == "AB"
    assert code(ask("enrol", said={"participant_id": "p-001"}, actor=EXAMINER)) == "study.participant"


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 200) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


@given(
    name=st.sampled_from([*CHANGES, "participant", "course", "index"]),
    fields=st.dictionaries(st.sampled_from(["said", "actor", "participant_id"]), plain),
)
def test_nonsense_is_refused_with_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, name: str, fields: Json
) -> None:
    folder = tmp_path_factory.getbasetemp() / "nonsense"
    answers: list[Json] = []
    engine = Engine(folder, VirtualClock(), threads=False)
    Server(engine, answers.append).answer({"id": 1, "ask": name, **fields})
    engine.close()
    assert not answers[0]["ok"] and answers[0]["finding"]["happened"]
    assert not (folder / "participants").exists()
