"""Gauges that users describe: taken from the data folder, added by an ask, and carried by the session."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from drivers.simulated.device import simulated_button
from drivers.simulated.text_gauge import simulated_text_gauge
from drivers.text_gauge import TextGaugeDocument
from qst_station.acquisition.device import Device
from qst_station.acquisition.gauge_document import document_text
from qst_station.findings import Refused
from qst_station.recording.journal_copy import read_journal
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER, Apparatus, SimulatedExaminer
from qst_station.simulation.hand import SimulatedHand
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import ALGOMETER, BUTTON, SimulatedBench, VirtualStage
from qst_station.station.clock import VirtualClock
from qst_station.station.engine import Engine
from qst_station.station.gauge_folder import FOLDER, GaugeFolder
from qst_station.station.server import Server
from qst_station.station.verifying import verify
from qst_station.station.visit import Answered

AMPLIFIER = TextGaugeDocument(
    name="acme-amplifier",
    title="Acme load-cell amplifier",
    source="capture of 2026-01-12",
    pattern=r"load: (?P<value>-?\d+\.\d+) g",
    example="load: -12.3 g",
    example_value=-12.3,
    unit="gf",
    compression_sign=-1,
)
ON_THE_ALGOMETER = Device(
    name=ALGOMETER, gauge="acme-amplifier", url="memory://algometer", tests=("PPT",), options={}
)


def put(data: Path, file: str, text: str) -> Path:
    path = data / FOLDER / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@contextmanager
def engine_with_the_amplifier(data: Path) -> Iterator[tuple[Engine, VirtualStage, Apparatus]]:
    """An engine in virtual time whose algometer is the simulated device of the document; not attached yet."""
    hand = SimulatedHand(5)
    bench = SimulatedBench(
        algometer=simulated_text_gauge(AMPLIFIER, load=hand),
        apparatus=Apparatus(hand=hand, button=simulated_button()),
    )
    clock = VirtualClock()
    stage = VirtualStage(clock, bench, seed=5)
    engine = Engine(data, clock, open_device=stage.open_device, threads=False)
    stage.engine = engine
    try:
        yield engine, stage, bench.apparatus
    finally:
        engine.close()


def order(engine: Engine, stage: VirtualStage, name: str, **args: object) -> None:
    answers: list[Answered] = []
    engine.command(name, args, EXAMINER, "test", answers.append)
    while not answers:
        stage.wait(1_000_000)
    assert answers[0].finding is None


def test_a_session_holds_its_gauge_and_is_verified_without_the_folder(tmp_path: Path) -> None:
    put(tmp_path, "amplifier.toml", document_text(AMPLIFIER))
    with engine_with_the_amplifier(tmp_path) as (engine, stage, apparatus):
        engine.attach(ON_THE_ALGOMETER)
        engine.attach(Device(name=BUTTON, gauge="button", url="memory://button", options={}))
        stage.wait(1_000_000_000)
        engine.open_visit(demo_request(5), EXAMINER)
        visit = engine.visit
        assert visit is not None
        for index, step in enumerate(visit.plan.steps):
            if step.key != "PPT@affected":
                order(engine, stage, "skip", step=index, reason="not in this test")
        SimulatedExaminer(engine, stage, SimulatedParticipant(5), apparatus).run()
        counted = [kept.trial.value for kept in visit.state.trials if kept.counts]
        engine.seal()
        sealing = engine.wait_for_seal()
    assert len(counted) == 3 and all(value is not None and 120.0 < value < 300.0 for value in counted)
    assert sealing.path is not None
    opening = json.loads(read_journal(visit.journal.folder).rows[0].body)
    assert opening["devices"][0]["options"] == {"document": document_text(AMPLIFIER)}
    shutil.rmtree(tmp_path / FOLDER)
    assert verify(sealing.path) == []


def test_a_device_of_the_open_visit_keeps_the_document_that_it_began_with(tmp_path: Path) -> None:
    path = put(tmp_path, "amplifier.toml", document_text(AMPLIFIER))
    with engine_with_the_amplifier(tmp_path) as (engine, _, _):
        engine.attach(ON_THE_ALGOMETER)
        engine.open_visit(demo_request(5), EXAMINER)
        assert engine.visit is not None
        folder = engine.visit.journal.folder
    path.unlink()
    with engine_with_the_amplifier(tmp_path) as (engine, _, _):
        with pytest.raises(Refused) as refused:
            engine.attach(ON_THE_ALGOMETER)
        assert refused.value.finding.code == "device.spec" and "acme-amplifier" in refused.value.finding.line()
        engine.resume_visit(folder, EXAMINER)
        engine.attach(ON_THE_ALGOMETER)
        assert engine.devices[ALGOMETER].spec.name == "acme-amplifier"


def test_another_document_under_the_same_name_is_another_gauge(tmp_path: Path) -> None:
    text = document_text(AMPLIFIER)
    put(tmp_path, "amplifier.toml", text)
    with engine_with_the_amplifier(tmp_path) as (engine, _, _):
        engine.attach(ON_THE_ALGOMETER)
        engine.open_visit(demo_request(5), EXAMINER)
        assert engine.visit is not None
        folder = engine.visit.journal.folder
    put(tmp_path, "amplifier.toml", text.replace('"gf"', '"kgf"'))
    with engine_with_the_amplifier(tmp_path) as (engine, _, _):
        engine.attach(ON_THE_ALGOMETER)
        with pytest.raises(Refused) as refused:
            engine.resume_visit(folder, EXAMINER)
        line = refused.value.finding.line()
        assert refused.value.finding.code == "device.other" and "document" in line and "load:" not in line


def test_files_that_describe_no_gauge_are_told_and_the_others_are_used(tmp_path: Path) -> None:
    text = document_text(AMPLIFIER)
    put(tmp_path, "good.toml", text.replace("acme-amplifier", "good-gauge"))
    put(tmp_path, "bad-unit.toml", text.replace('"gf"', '"kPa"'))
    put(tmp_path, "clash.toml", text.replace("acme-amplifier", "mark10"))
    put(tmp_path, "one.toml", text)
    put(tmp_path, "two.toml", text)
    (tmp_path / FOLDER / "latin.toml").write_bytes(b'title = "\xe4"')
    (tmp_path / FOLDER / "folder.toml").mkdir()
    put(tmp_path, "notes.txt", "no gauge")
    folder = GaugeFolder(tmp_path)
    assert list(folder.gauges) == ["good-gauge"]
    told = {Path(finding.place.split(": ")[0]).name: finding for finding in folder.findings}
    assert set(told) == {"bad-unit.toml", "clash.toml", "one.toml", "two.toml", "latin.toml", "folder.toml"}
    assert {finding.code for finding in told.values()} == {"document.invalid"}
    assert all("\n" not in finding.line() for finding in told.values())
    assert told["clash.toml"].place.endswith(": name") and "'mark10'" in told["clash.toml"].happened
    with engine_with_the_amplifier(tmp_path) as (engine, _, _):
        assert set(engine.findings) == set(folder.findings)
        assert "good-gauge" in [spec.name for spec in engine.gauges]


def asked(engine: Engine, **ask: Any) -> dict[str, Any]:
    """The answer of the server of an engine, after it went through JSON."""
    line = io.StringIO()
    Server(engine, lambda answer: line.write(json.dumps(answer, allow_nan=False))).answer({"id": 1, **ask})
    answer: dict[str, Any] = json.loads(line.getvalue())
    return answer


FORM: dict[str, Any] = {
    "name": "acme-amplifier",
    "title": "Acme load-cell amplifier",
    "source": "capture of 2026-01-12",
    "pattern": AMPLIFIER.pattern,
    "example": AMPLIFIER.example,
    "example_value": -12.3,
    "unit": "gf",
    "terminator": "CRLF",
    "note": "größer \x7f",
}


def test_a_gauge_that_is_added_is_there_at_once_and_at_the_next_start(tmp_path: Path) -> None:
    with engine_with_the_amplifier(tmp_path) as (engine, _, _):
        answer = asked(engine, ask="add_gauge", gauge=FORM)
        assert answer["ok"], answer
        added = answer["gauges"][-1]
        assert (added["name"], added["kind"], added["link"]) == ("acme-amplifier", "force", "115200 8N1")
        attach = {"name": ALGOMETER, "gauge": "acme-amplifier", "url": "x", "baud": 9600, "format": "7E1"}
        assert asked(engine, ask="attach", device=attach)["ok"]
        device = engine.devices[ALGOMETER]
        assert device.spec.link == "9600 7E1" and device.device.options["document"]
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["acme-amplifier.toml"]
    with engine_with_the_amplifier(tmp_path) as (engine, _, _):
        assert engine.findings == {}
        assert asked(engine, ask="gauges")["gauges"][-1] == added


@pytest.mark.parametrize(
    ("change", "place", "says"),
    [
        ({"name": "mark10"}, "new gauge: name", "no known gauge"),
        ({"name": "../up"}, "new gauge: name", "small letters"),
        ({"name": "taken"}, "new gauge: name", "taken.toml"),
        ({"pattern": r"load: \d+"}, "new gauge: pattern", "(?P<value>"),
        ({"unit": "kPa"}, "new gauge: unit", "kgf"),
        ({"colour": "red"}, "new gauge: colour", "baud, bytesize"),
        ({"baud": "9600"}, "new gauge: baud", "integer"),
        ({"example_value": 1}, "new gauge: example_value", "-12.3"),
    ],
)
def test_a_gauge_that_cannot_be_added_leaves_nothing_behind(
    tmp_path: Path, change: dict[str, Any], place: str, says: str
) -> None:
    put(tmp_path, "taken.toml", "dear")
    with engine_with_the_amplifier(tmp_path) as (engine, _, _):
        answer = asked(engine, ask="add_gauge", gauge={**FORM, **change})
        assert not answer["ok"] and answer["finding"]["code"] == "document.invalid"
        assert answer["finding"]["place"] == place and says in answer["finding"]["happened"]
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["taken.toml"]
    assert (tmp_path / FOLDER / "taken.toml").read_text() == "dear"


def test_a_folder_that_takes_no_file_refuses_the_gauge(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file")
    with engine_with_the_amplifier(tmp_path) as (engine, _, _):
        answer = asked(engine, ask="add_gauge", gauge=FORM)
        assert answer["finding"]["code"] == "document.invalid" and FOLDER in answer["finding"]["happened"]
        assert "acme-amplifier" not in [spec.name for spec in engine.gauges]
