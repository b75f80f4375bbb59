"""The participant's words travel with a session: opening row, journal, sealed file, check; and what was read."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import h5py
import pytest

from qst_station.findings import Refused
from qst_station.recording.user_block import read_summary
from qst_station.session.events import Actor, Command
from qst_station.session.machine import first_state, step
from qst_station.session.plan import SessionPlan, plan_from_opening
from qst_station.session.running import NotNow
from qst_station.session.state import SessionState
from qst_station.station.opening import VisitRequest, opening_row
from qst_station.station.verifying import verify
from qst_station.station.verifying_words import check_words
from qst_station.station.view import view
from qst_station.station.words_view import DARK_NS
from tests.recorded_visit import RecordedVisit
from tests.study.documents import as_toml, document

NURSE = Actor(who="nurse", role="examiner")


def opening(text: str | None = None, **more: Any) -> dict[str, Any]:
    given = {"participant_id": "P-0123", "visit": "day-0", "affected_side": "left", "limb": "upper", "seed": 1}
    request = VisitRequest(**{**given, "kind": "practice", **more})
    return opening_row(request, [], NURSE, utc="2026-01-01T00:00:00+00:00", study_document=text)


class Session:
    """A session without a journal."""

    def __init__(self, **more: Any) -> None:
        self.plan: SessionPlan = plan_from_opening(opening(**more), place="test")
        self.state: SessionState = first_state(self.plan)
        self.t_ns = 0

    def do(self, name: str, **args: Any) -> Session:
        self.t_ns += 10**9
        command = Command(t_ns=self.t_ns, name=name, args=args, actor=NURSE, source="test")
        self.state, _ = step(self.plan, self.state, command)
        return self

    def start(self, test: str) -> Session:
        index = next(i for i, each in enumerate(self.plan.steps) if each.test == test)
        return self.do("start", step=index, reason="for the test")

    def view(self) -> dict[str, Any]:
        return view(self.plan, self.state)

    def parts(self) -> list[str]:
        return [part["part"] for part in self.view()["words"]["parts"]]


def test_the_chosen_words_stand_in_the_opening_row_with_their_hash() -> None:
    row = opening(words="de")
    text = row["inputs"]["words/de.toml"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert row["words"]["sha256"] == digest == row["input_sha256"]["words/de.toml"]
    assert row["words"]["language"] == "de" and row["words"]["back_translation"] == "not done"


def test_without_a_choice_they_are_those_of_the_study_or_english() -> None:
    assert opening()["words"]["name"] == "en"
    assert opening(as_toml({**document("inca"), "words": "de"}))["words"]["name"] == "de"
    with pytest.raises(Refused) as caught:
        opening(words="tlh")
    assert caught.value.finding.code == "words.unknown" and "en, de" in caught.value.finding.remedy


def test_a_session_from_before_there_were_words_replays_without_them() -> None:
    row = opening()
    del row["words"]
    plan = plan_from_opening(json.loads(json.dumps(row)), place="test")
    assert plan.words is None
    shown = view(plan, first_state(plan))
    assert shown["words"] is None and shown["participant"] is None


def test_the_sealed_session_holds_them_and_verifies(recorded_visit: RecordedVisit) -> None:
    with h5py.File(recorded_visit.sealed) as file:
        text = file["inputs/words/en.toml"][()].decode().rstrip("\0")
    summary = read_summary(recorded_visit.sealed)
    assert summary["words"]["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert verify(recorded_visit.sealed) == []


def test_words_that_are_not_those_of_the_opening_row_are_found() -> None:
    class Replayed:
        def __init__(self, row: dict[str, Any]) -> None:
            self.plan = plan_from_opening(row, place="test")

    row = opening(words="de")
    assert check_words(Path("x.h5"), Replayed(row)) == []  # type: ignore[arg-type]
    row["inputs"]["words/de.toml"] = row["inputs"]["words/de.toml"].replace("Danke", "Merci")
    found = check_words(Path("x.h5"), Replayed(row))  # type: ignore[arg-type]
    assert len(found) == 1 and "words/de.toml: sha256" in found[0].place + found[0].happened


def test_each_text_is_due_once_in_its_place() -> None:
    session = Session(words="de")
    assert session.parts()[0] == "introduction"
    session.start("MPS")
    assert session.parts() == ["MPS"] and "Reihenfolge" in session.view()["words"]["read_aloud"]
    session.do("begin")
    assert session.parts() == []
    session.do("rate", value=3).do("stop", reason="")
    assert "introduction" not in session.parts()
    session.start("WUR")
    assert session.parts() == ["WUR", "WUR/single"]
    session.do("begin").do("rate", value=3)
    assert session.parts() == ["WUR/train"]


def test_what_was_read_is_kept_with_its_hash_and_no_other_text_is_taken() -> None:
    session = Session(words="de").start("MDT")
    (part,) = session.view()["words"]["parts"]
    with pytest.raises(NotNow, match="another"):
        session.do("read_aloud", part="MDT", sha256="0" * 64, how="read")
    with pytest.raises(NotNow, match="introduction, practice, MDT"):
        session.do("read_aloud", part="XYZ", sha256=part["sha256"], how="read")
    with pytest.raises(NotNow, match="shown, read"):
        session.do("read_aloud", **part, how="sung")
    session.do("read_aloud", **part, how="shown")
    assert not session.view()["words"]["read"]
    session.do("read_aloud", **part, how="read")
    assert session.view()["words"]["read"]
    assert [(r.part, r.how, r.actor) for r in session.state.read_aloud] == [
        ("MDT", "shown", "nurse"),
        ("MDT", "read", "nurse"),
    ]


def test_the_participants_screen_is_told_only_what_it_may_show() -> None:
    session = Session(words="de").start("MPS")
    assert session.view()["participant"] is None
    asked = session.do("begin").view()["participant"]
    assert asked["question"] == "Wie schmerzhaft war das?" and asked["by"] == "keypad"
    assert (asked["minimum"], asked["maximum"], asked["step"]) == (0.0, 100.0, 1.0)
    assert set(asked) == {
        *("by", "moment", "opens_ns", "language", "question", "anchor_low", "anchor_high"),
        *("minimum", "maximum", "step", "confirm", "delete"),
    }
    said = json.dumps(asked, ensure_ascii=False)
    assert not [secret for secret in ("P-0123", "INCA", "mN", "pinprick", "nurse", "left") if secret in said]
    began_ns = session.t_ns
    assert asked["opens_ns"] == began_ns + DARK_NS  # no stimulus came before the first
    asked = session.do("rate", value=3).view()["participant"]
    assert asked["opens_ns"] == began_ns + 10_000_000_000  # the interval between two stimuli


def test_each_stimulus_is_a_moment_of_its_own() -> None:
    session = Session().start("MPS").do("begin")
    moments = [session.view()["participant"]["moment"]]
    for name, args in (("rate", {"value": 3}), ("undo", {"reason": ""}), ("rate", {"value": 4})):
        moments.append(session.do(name, **args).view()["participant"]["moment"])
    assert len(set(moments)) == 4
    assert session.do("pause", reason="").view()["participant"] is None
    assert session.do("resume").view()["participant"]["moment"] not in moments


def test_nobody_is_asked_for_readings_of_the_fork_or_a_pressure() -> None:
    for test in ("VDT", "PPT"):
        session = Session().start(test)
        if test == "VDT":
            session.do("begin")
        assert session.view()["entry"] and session.view()["participant"] is None


def test_the_input_is_what_the_protocol_says() -> None:
    row = opening()
    row["inputs"]["dfns/mps.toml"] = row["inputs"]["dfns/mps.toml"].replace('"keypad"', '"slider"')
    session = Session()
    session.plan = plan_from_opening(row, place="test")
    assert session.start("MPS").do("begin").view()["participant"]["by"] == "slider"
