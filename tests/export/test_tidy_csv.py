"""The CSV export: every value as it is, nothing that a spreadsheet runs, nothing overwritten."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.export.tidy_csv import IDENTITY, Exported, LeftOut, SessionTables, export_csv
from qst_station.findings import Refused
from qst_station.tables import TABLES, Column

DEFAULTS: dict[str, object] = {"text": "", "int": 1, "float": math.nan, "bool": True}


def row(table: str, **values: object) -> dict[str, object]:
    return {column.name: DEFAULTS[column.kind] for column in TABLES[table]} | values


def session(number: int = 1, **changes: object) -> SessionTables:
    plain = SessionTables(
        source=f"session-{number}.h5",
        sha256=hashlib.sha256(str(number).encode()).hexdigest(),
        session_uuid=f"00000000-0000-4000-8000-{number:012d}",
        study="INCA",
        participant_id="0017",
        visit="baseline",
        kind="real",
        tables={
            "parameters": [row("parameters", parameter="MDT", z=-1.96, value=np.float64(0.1))],
            "trials": [row("trials", trial=np.int64(1), series=-1), row("trials", trial=2)],
            "ratings": [],
            "limb_readings": [],
            "limb_sides": [row("limb_sides", segment="hand")],
            "entries": [row("entries", form="css", entered="yes")],
            "derived": [],
            "steps": [],
            "attempts": [],
            "notes": [row("notes", kind="adverse", code="flare")],
            "checks": [],
            "cadence": [row("cadence", kind="touch", seen_ns=9, heard_ns=-1)],
        },
    )
    return dataclasses.replace(plain, **changes)  # type: ignore[arg-type]


def with_rows(table: str, *rows: dict[str, object]) -> SessionTables:
    return session(tables={**session().tables, table: list(rows)})


def export(out: Path, *sessions: SessionTables, include_simulated: bool = False) -> Exported:
    return export_csv(sessions, out, app_version="0.1.0", include_simulated=include_simulated)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_table_is_written_with_the_identity_first(tmp_path: Path) -> None:
    exported = export(tmp_path / "out", session(1), session(2))
    assert (exported.sessions, exported.unchanged) == (2, False)
    for table, columns in TABLES.items():
        with (tmp_path / "out" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [column.name for column in IDENTITY + columns]
    trials = read(tmp_path / "out" / "trials.csv")
    assert [(trial["session_uuid"][-1], trial["trial"]) for trial in trials] == [
        ("1", "1"),
        ("1", "2"),
        ("2", "1"),
        ("2", "2"),
    ]
    assert trials[0]["participant_id"] == "0017"


def test_missing_numbers_are_empty_and_numbers_are_exact(tmp_path: Path) -> None:
    export(tmp_path / "out", session())
    (parameter,) = read(tmp_path / "out" / "parameters.csv")
    assert (parameter["value"], parameter["z"], parameter["x"]) == ("0.1", "-1.96", "")
    assert read(tmp_path / "out" / "trials.csv")[0]["series"] == ""


@given(st.floats(allow_infinity=False, allow_nan=False))
def test_a_number_reads_back_as_itself(tmp_path_factory: pytest.TempPathFactory, number: float) -> None:
    out = tmp_path_factory.mktemp("float") / "out"
    export(out, with_rows("parameters", row("parameters", z=number)))
    assert float(read(out / "parameters.csv")[0]["z"]) == number


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1", "@x", "\tx", "\rx", "\n=x", '=HYPERLINK("a","b")'])
def test_text_like_a_formula_is_neutralised_and_counted(tmp_path: Path, text: str) -> None:
    rows = [row("trials", void_reason=text), row("trials", void_reason="dropped")]
    exported = export(tmp_path / "out", with_rows("trials", *rows))
    assert [trial["void_reason"] for trial in read(tmp_path / "out" / "trials.csv")] == [f"'{text}", "dropped"]
    assert exported.escaped_cells == {"trials.void_reason": 1}
    manifest = json.loads((tmp_path / "out" / "export.json").read_text(encoding="utf-8"))
    assert manifest["escaped_cells"] == {"total": 1, "by_column": {"trials.void_reason": 1}}
    assert "in this way: 1." in (tmp_path / "out" / "README.txt").read_text(encoding="utf-8")


@given(st.text(st.characters(codec="utf-8"), max_size=12))
def test_text_reads_back_without_its_apostrophe_and_starts_no_formula(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    out = tmp_path_factory.mktemp("text") / "out"
    exported = export(out, with_rows("limb_readings", row("limb_readings", reason=text)))
    (reading,) = read(out / "limb_readings.csv")
    escaped = exported.escaped_cells.get("limb_readings.reason", 0)
    assert reading["reason"][escaped:] == text
    assert not reading["reason"].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_the_dictionary_describes_every_column(tmp_path: Path) -> None:
    export(tmp_path / "out", session())
    entries = {(entry["table"], entry["name"]): entry for entry in read(tmp_path / "out" / "dictionary.csv")}
    expected: dict[tuple[str, str], Column] = {
        (table, column.name): column for table, columns in TABLES.items() for column in IDENTITY + columns
    }
    assert entries.keys() == expected.keys()
    for key, column in expected.items():
        assert (entries[key]["label"], entries[key]["unit"], entries[key]["type"]) == (
            column.label,
            column.unit,
            column.kind,
        )
        assert entries[key]["missing"]
    rating = entries["ratings", "rating"]
    assert (rating["minimum"], rating["maximum"]) == ("0", "100")
    assert entries["trials", "site_role"]["allowed"] == "control|affected"


def test_practice_and_simulated_sessions_stay_out_unless_asked_for(tmp_path: Path) -> None:
    sessions = (session(1), session(2, kind="simulated"), session(3, kind="practice"))
    exported = export(tmp_path / "real", *sessions)
    assert exported.sessions == 1
    assert [left.why for left in exported.left_out] == ["simulated session", "practice session"]
    manifest = json.loads((tmp_path / "real" / "export.json").read_text(encoding="utf-8"))
    assert [left["source"] for left in manifest["left_out"]] == ["session-2.h5", "session-3.h5"]
    assert {entry["kind"] for entry in read(tmp_path / "real" / "parameters.csv")} == {"real"}

    assert export(tmp_path / "all", *sessions, include_simulated=True).sessions == 3
    kinds = [entry["kind"] for entry in read(tmp_path / "all" / "limb_sides.csv")]
    assert kinds == ["real", "simulated", "practice"]


def test_nothing_to_export_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"session-1\.h5 \(simulated session\).*--include-simulated"):
        export(tmp_path / "out", session(kind="simulated"))
    assert not (tmp_path / "out").exists()


def test_the_manifest_names_sources_tables_and_unusable_files(tmp_path: Path) -> None:
    unusable = LeftOut(source="torn.h5", sha256="", session_uuid="", why="the summary does not verify")
    export_csv([session()], tmp_path / "out", app_version="0.1.0", unusable=[unusable])
    manifest = json.loads((tmp_path / "out" / "export.json").read_text(encoding="utf-8"))
    assert manifest["app_version"] == "0.1.0"
    assert manifest["sessions"][0]["sha256"] == session().sha256
    assert manifest["sessions"][0]["rows"]["trials"] == 2
    assert manifest["left_out"] == [dataclasses.asdict(unusable)]
    for name, entry in manifest["files"].items():
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == entry["sha256"]
    assert manifest["files"].keys() == contents(tmp_path / "out").keys() - {"export.json"}


def test_one_file_given_twice_is_exported_once(tmp_path: Path) -> None:
    exported = export(tmp_path / "out", session(), session(source="copy.h5"))
    assert exported.sessions == 1
    assert exported.left_out[0].why == "the same file as session-1.h5"


def test_two_files_of_one_session_are_a_conflict(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        export(tmp_path / "out", session(), session(source="other.h5", sha256="0" * 64))
    assert caught.value.finding.code == "export.conflict"
    assert not (tmp_path / "out").exists()


def test_the_same_export_again_changes_nothing(tmp_path: Path) -> None:
    export(tmp_path / "out", session())
    before = contents(tmp_path / "out")
    assert export(tmp_path / "out", session()).unchanged
    assert contents(tmp_path / "out") == before


def edit_a_cell(out: Path) -> None:
    (out / "trials.csv").write_bytes((out / "trials.csv").read_bytes() + b"x")


def remove_a_table(out: Path) -> None:
    (out / "ratings.csv").unlink()


def add_a_file(out: Path) -> None:
    (out / "analysis.R").write_text("", encoding="utf-8")


def remove_the_manifest(out: Path) -> None:
    (out / "export.json").unlink()


@pytest.mark.parametrize("change", [edit_a_cell, remove_a_table, add_a_file, remove_the_manifest])
def test_a_folder_with_anything_else_is_left_alone(tmp_path: Path, change: Callable[[Path], None]) -> None:
    out = tmp_path / "out"
    export(out, session())
    change(out)
    before = contents(out)
    with pytest.raises(Refused) as caught:
        export(out, session())
    assert caught.value.finding.code == "export.folder_in_use"
    assert "new folder" in caught.value.finding.remedy
    assert contents(out) == before


def test_another_export_is_not_overwritten(tmp_path: Path) -> None:
    export(tmp_path / "out", session(1))
    with pytest.raises(Refused, match="another export"):
        export(tmp_path / "out", session(1), session(2))


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(Refused, match="a file and not a folder"):
        export(tmp_path / "out", session())


def test_an_empty_folder_and_missing_parents_are_fine(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    export(tmp_path / "empty", session())
    export(tmp_path / "a" / "b", session())
    assert contents(tmp_path / "empty") == contents(tmp_path / "a" / "b")


@pytest.mark.parametrize("failing", range(1, 9))
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    synced = 0

    def full(_: int) -> None:
        nonlocal synced
        synced += 1
        if synced == failing:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Refused, match="No space left") as caught:
        export(tmp_path / "out", session())
    assert caught.value.finding.code == "export.not_written"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"z": math.inf}, r"parameters\.z: inf is not a finite float"),
        ({"z": None}, r"parameters\.z: None is not a finite float"),
        ({"trials": 2.5}, r"parameters\.trials: 2\.5 is not a finite int"),
        ({"reason": b"x"}, r"parameters\.reason: b'x' is not text"),
        ({"extra": 1}, r"session-1\.h5: parameters row 1: columns \['extra'\]"),
    ],
)
def test_a_value_without_a_place_is_an_error(tmp_path: Path, values: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        export(tmp_path / "out", with_rows("parameters", row("parameters", **values)))
    assert not (tmp_path / "out").exists()
