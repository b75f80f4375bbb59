"""The export holds every instrument, every entry and every certificate, complete or not at all."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from qst_station.calibrating.entries import Noted
from qst_station.calibrating.issuing import issue
from qst_station.calibrating.register import Register, read_register
from qst_station.calibrating.register_export import export_register
from qst_station.findings import Refused
from tests.calibrating.conftest import INSTRUMENTS, ON, UTC
from tests.calibrating.example_content import hair_content


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_everything_is_there(data: Path, tmp_path: Path) -> None:
    with Register.open(data) as register:
        issued = issue(register, hair_content, instrument_id="optihair2-A-8", meaning="m", utc=UTC)
        register.record([("BAL-1", Noted(text="=HYPERLINK(1)"))], who="+49", utc=UTC)
    content, out = read_register(data), tmp_path / "out"
    export_register(content, out, ON)
    instruments = {row["id"]: row for row in rows(out / "instruments.csv")}
    assert list(instruments) == [one.id for one in INSTRUMENTS]
    hair = instruments["optihair2-A-8"]
    assert (hair["nominal_mn"], hair["measured_mn"], hair["state"], hair["usable"]) == (
        "8.0",
        "7.625312",
        "valid",
        "true",
    )
    assert instruments["BAL-1"]["nominal_mn"] == ""
    history = rows(out / "history.csv")
    assert [int(row["row"]) for row in history] == [entry.seq for entry in content.entries]
    assert json.loads(history[-1]["event"]) == {"text": "=HYPERLINK(1)"}
    assert history[-1]["who"] == "'+49"
    document = json.loads((out / "register.json").read_text(encoding="utf-8"))
    assert len(document["entries"]) == len(content.entries)
    assert document["keys"] == {key_id: public.hex() for key_id, public in content.keys.items()}
    assert (out / "certificates" / "INCA-01-2026-0001.json").read_text(encoding="utf-8") == issued.certificate.text
    assert (out / "certificates" / "INCA-01-2026-0001.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_nothing_is_overwritten(data: Path, tmp_path: Path) -> None:
    export_register(read_register(data), tmp_path / "out", ON)
    before = (tmp_path / "out" / "instruments.csv").read_bytes()
    with pytest.raises(Refused, match="something here already"):
        export_register(read_register(data), tmp_path / "out", ON)
    assert (tmp_path / "out" / "instruments.csv").read_bytes() == before


def test_a_place_that_cannot_be_written_is_named(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Refused) as refusal:
        export_register(read_register(data), tmp_path / "file" / "out", ON)
    assert refusal.value.finding.code == "export.not_written"
