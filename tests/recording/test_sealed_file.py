"""A sealed file holds what it was given, is never overwritten, and shows any changed bit with its place."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import h5py
import numpy as np
import pytest

import qst_station
from qst_station.findings import Refused
from qst_station.recording import sealed
from qst_station.recording.chain import GENESIS, Row, chained, check_chain
from qst_station.recording.hdf5_file import dataset_paths
from qst_station.recording.localise import STRUCTURE, damaged_places
from qst_station.recording.sealed import (
    Dataset,
    SealedContent,
    SealFailed,
    check_bytes,
    check_identity,
    read_sealed,
    read_summary,
    write_sealed,
)
from qst_station.recording.table_arrays import field_units, table_array
from qst_station.recording.user_block import decode_block, encode_block, read_block
from qst_station.tables import LIMB_SIDES

SIDE: dict[str, object] = {
    "segment": "hand",
    "side": "left",
    "limb_role": "affected",
    "readings": 3,
    "girth_cm": 41.25,
    "statistic": "mean",
    "range_cm": 0.3,
    "sd_cm": float("nan"),
    "status": "complete",
    "reason": "",
    "landmark_variant": "standard µ",
    "position": "supine",
}


def journal_rows() -> tuple[Row, ...]:
    rows: list[Row] = []
    for number, body in enumerate((b"{}", b"", bytes(range(256)) * 3, b'{"answer":"yes"}')):
        previous = rows[-1].hash if rows else GENESIS
        rows.append(chained(previous, number + 1, f"kind {number}", body))
    return tuple(rows)


def session() -> SealedContent:
    force = np.round(np.random.default_rng(3).normal(200.0, 30.0, 500), 2)
    return SealedContent(
        summary={"participant": "INCA-007", "z": {"PPT": -1.25, "MDT": None}, "note": "größer"},
        datasets=(
            Dataset(
                path="limb/sides",
                array=table_array(LIMB_SIDES, [SIDE, {**SIDE, "side": "right"}]),
                units="1",
                description="girth of each side",
                field_units=field_units(LIMB_SIDES),
            ),
            Dataset(path="streams/gauge/force_mn", array=force, units="mN", description="force"),
            Dataset(
                path="streams/gauge/raw", array=np.frombuffer(b"+1.25 N\r\n", "u1"), units="1", description=""
            ),
            Dataset(path="streams/gauge/flags", array=np.array([True, False]), units="1", description="lost"),
            Dataset(path="streams/empty", array=np.zeros((0, 3)), units="mN", description="nothing"),
            Dataset(path="scale", array=np.array(2.5), units="mN", description="newton per count"),
            Dataset(path="model", array=np.array(b"M5", dtype="S4"), units="1", description="gauge"),
        ),
        rows=journal_rows(),
        inputs={"protocol.toml": "force_mn = [8]\n", "norms/empty": ""},
        attributes={"session_uuid": "5f0c", "simulated": True, "duration_ns": 2**40, "note": ""},
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "session.h5"
    write_sealed(target, session())
    return target


def flip(path: Path, offset: int, bit: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        (byte,) = file.read(1)
        file.seek(offset)
        file.write(bytes([byte ^ 1 << bit]))


def places(path: Path) -> list[str]:
    return [finding.place.removeprefix(f"{path}: ") for finding in check_identity(path)]


def stored_spans(path: Path) -> dict[str, tuple[int, int]]:
    """Where in the file the stored bytes of each dataset lie: offset and length."""
    spans: dict[str, tuple[int, int]] = {}
    with h5py.File(path, "r") as file:
        for name in dataset_paths(file):
            item = file[name].id
            if file[name].chunks:
                chunk = item.get_chunk_info(0)
                spans[name] = chunk.byte_offset, chunk.size
            elif file[name].size:
                spans[name] = item.get_offset(), item.get_storage_size()
    return spans


def test_everything_comes_back(path: Path) -> None:
    content = session()
    back = read_sealed(path)
    assert back.summary == content.summary == read_summary(path)
    assert back.rows == content.rows
    assert check_chain(back.rows, "file") == []
    assert dict(back.inputs) == content.inputs
    assert back.attributes == content.attributes
    assert [type(value) for value in back.attributes.values()] == [int, str, str, bool]
    found = {dataset.path: dataset for dataset in back.datasets}
    assert found.keys() == {dataset.path for dataset in content.datasets}
    for given in content.datasets:
        assert found[given.path].array.dtype == given.array.dtype
        assert found[given.path].array.shape == given.array.shape
        assert found[given.path].array.tobytes() == given.array.tobytes()
        assert (found[given.path].units, found[given.path].description) == (given.units, given.description)
        assert found[given.path].field_units == given.field_units
    assert check_identity(path) == []
    assert not path.with_name("session.h5.part").exists()


def test_an_empty_session_can_be_sealed(tmp_path: Path) -> None:
    write_sealed(tmp_path / "s.h5", SealedContent(summary={}))
    assert read_sealed(tmp_path / "s.h5").rows == ()


def test_the_file_is_plain_hdf5_that_explains_itself(path: Path) -> None:
    with h5py.File(path, "r") as file:
        assert file.attrs["format"] == b"qst-session"
        assert json.loads(file["summary"][()]) == session().summary
        assert file["streams/gauge/force_mn"].fletcher32
        for name in dataset_paths(file):
            if name != "summary" and not name.startswith("inputs/"):
                assert {"units", "long_name", "description"} <= set(file[name].attrs)
        assert file["streams/gauge/force_mn"].attrs["long_name"] == b"force mn"
        assert json.loads(file["limb/sides"].attrs["field_units"])["girth_cm"] == "cm"
        assert h5py.check_string_dtype(file["limb/sides"].dtype["reason"]).encoding == "utf-8"


def test_the_first_line_is_the_summary_as_json(path: Path) -> None:
    with path.open("rb") as file:
        line = file.readline()
        assert file.read(4) == b"\x89HDF"
    document = json.loads(line)
    assert document["format"] == "qst-session"
    assert document["summary"] == session().summary
    assert len(line) == document["identity"]["hdf5_offset"]
    assert len(line) & (len(line) - 1) == 0


@pytest.mark.parametrize("characters", [0, 100, 5_000, 200_000])
def test_the_user_block_grows_with_the_summary(tmp_path: Path, characters: int) -> None:
    content = SealedContent(summary={"text": "ä" * characters}, rows=journal_rows())
    write_sealed(tmp_path / "s.h5", content)
    assert read_summary(tmp_path / "s.h5") == content.summary
    assert read_sealed(tmp_path / "s.h5").rows == content.rows


def test_reading_a_summary_imports_no_hdf5_library(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from qst_station.recording.sealed import read_summary; "
        "print(read_summary(Path(sys.argv[1]))['participant']); assert 'h5py' not in sys.modules"
    )
    child = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        env={**os.environ, "PYTHONPATH": str(Path(qst_station.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert child.stdout == "INCA-007\n"


def test_a_flipped_bit_in_any_byte_of_the_user_block_is_found(path: Path) -> None:
    chance = random.Random(1)
    with path.open("rb") as file:
        size = len(file.readline())
    for offset in range(size):
        bit = chance.randrange(8)
        flip(path, offset, bit)
        assert check_bytes(path), (offset, bit)
        flip(path, offset, bit)
    assert check_bytes(path) == []


def test_a_flipped_bit_anywhere_is_found_and_refused(path: Path) -> None:
    chance = random.Random(2)
    for _ in range(300):
        offset, bit = chance.randrange(path.stat().st_size), chance.randrange(8)
        flip(path, offset, bit)
        assert check_bytes(path), (offset, bit)
        with pytest.raises(Refused):
            read_sealed(path)
        flip(path, offset, bit)
    assert read_sealed(path)


def test_a_flipped_bit_in_a_dataset_names_the_dataset(path: Path) -> None:
    chance = random.Random(3)
    spans = stored_spans(path)
    assert spans.keys() >= {"summary", "limb/sides", "streams/gauge/raw", "scale", "events/body", "events/hash"}
    for name, (start, length) in spans.items():
        for _ in range(6):
            offset, bit = start + chance.randrange(length), chance.randrange(8)
            flip(path, offset, bit)
            assert damaged_places(path) == [f"/{name}"], (name, offset, bit)
            flip(path, offset, bit)


def test_the_child_process_names_the_place(path: Path) -> None:
    start, length = stored_spans(path)["streams/gauge/force_mn"]
    flip(path, start + length // 2, 3)
    assert places(path) == ["/streams/gauge/force_mn"]
    flip(path, path.read_bytes().index(b"INCA-007") + 2, 0)
    assert places(path) == ["user block, summary", "/streams/gauge/force_mn"]


def test_a_changed_unit_or_root_attribute_is_named(path: Path) -> None:
    with h5py.File(path, "r+") as file:
        del file["scale"].attrs["units"]
        file["scale"].attrs["units"] = b"N"
        file.attrs["simulated"] = np.bool_(False)
    assert set(places(path)) >= {"/scale", "attributes"}


def test_a_summary_that_is_no_json_any_more_is_named(path: Path) -> None:
    flip(path, path.read_bytes().index(b'"participant"'), 1)
    assert damaged_places(path) == ["user block, summary"]
    with pytest.raises(Refused, match="user block"):
        read_summary(path)


def test_padding_of_the_user_block_is_named(path: Path) -> None:
    with path.open("rb") as file:
        size = len(file.readline())
    flip(path, size - 2, 0)
    assert damaged_places(path) == ["user block"]


def test_a_file_that_hdf5_cannot_open_is_a_finding(path: Path) -> None:
    flip(path, path.read_bytes().index(b"\x89HDF") + 1, 5)
    assert places(path) == [STRUCTURE]
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    assert places(path) == [STRUCTURE]


def test_a_child_that_never_ends_is_a_finding(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flip(path, path.stat().st_size - 1, 0)
    monkeypatch.setattr(sealed, "cpu_seconds", lambda file_bytes: 0)
    assert places(path) == [STRUCTURE]


def test_an_existing_file_is_never_overwritten(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(Refused, match="not overwritten"):
        write_sealed(path, session())
    assert path.read_bytes() == before


def test_a_left_over_part_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "s.h5.part").write_bytes(b"half a file")
    write_sealed(tmp_path / "s.h5", session())
    assert [file.name for file in tmp_path.iterdir()] == ["s.h5"]


KILLED_SEALING = """
import os, signal, sys
from pathlib import Path
from qst_station.recording import sealed
from qst_station.recording.sealed import SealedContent, write_sealed
owner = os if sys.argv[2] == "replace" else sealed
step = getattr(owner, sys.argv[2])
def killed(*arguments):
    if sys.argv[3] == "after":
        step(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(owner, sys.argv[2], killed)
write_sealed(Path(sys.argv[1]), SealedContent(summary={"answer": 42}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize(
    ("step", "when", "in_place"),
    [
        ("write_hdf5", "after", False),
        ("fsync_file", "after", False),
        ("replace", "before", False),
        ("replace", "after", True),
    ],
)
def test_a_killed_sealing_leaves_a_whole_file_or_none(
    tmp_path: Path, step: str, when: str, in_place: bool
) -> None:
    target = tmp_path / "s.h5"
    child = subprocess.run(
        [sys.executable, "-c", KILLED_SEALING, str(target), step, when],
        env={**os.environ, "PYTHONPATH": str(Path(qst_station.__file__).parents[1])},
        check=False,
        timeout=60,
    )
    assert child.returncode == -9
    assert target.exists() == in_place
    if not in_place:
        write_sealed(target, SealedContent(summary={"answer": 42}))
    assert read_sealed(target).summary == {"answer": 42}
    assert [file.name for file in tmp_path.iterdir()] == ["s.h5"]


def test_a_file_of_a_newer_program_is_refused(path: Path) -> None:
    block, offset = read_block(path)
    content = decode_block(block)
    with path.open("r+b") as file:
        file.write(encode_block(content.identity, content.summary, schema_version=2))
    assert read_block(path)[1] == offset
    for read in (read_sealed, read_summary):
        with pytest.raises(Refused, match="newer than this program"):
            read(path)


def corrupt_before_rename(source: Path, target: Path) -> None:
    flip(source, source.stat().st_size // 2, 1)
    source.rename(target)


def fail(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("owner", "name", "fault"),
    [
        (os, "replace", corrupt_before_rename),
        (os, "replace", fail),
        (sealed, "fsync_file", fail),
        (sealed, "fsync_directory", fail),
        (sealed, "write_hdf5", fail),
    ],
)
def test_a_disk_that_fails_or_lies_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, fault: Callable[..., None]
) -> None:
    monkeypatch.setattr(owner, name, fault)
    with pytest.raises(SealFailed) as failure:
        write_sealed(tmp_path / "s.h5", session())
    assert "journal" in failure.value.finding.safe
    assert list(tmp_path.iterdir()) == []


def test_content_that_reads_back_differently_is_not_sealed(tmp_path: Path) -> None:
    row = chained(GENESIS, 1, "kind\0", b"")  # HDF5 drops the NUL at the end
    with pytest.raises(SealFailed, match="/events/kind"):
        write_sealed(tmp_path / "s.h5", SealedContent(summary={}, rows=(row,)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("data", [None, b"", b"some text\n", b"\x00" * 5000])
def test_what_is_no_sealed_session_is_refused_by_name(tmp_path: Path, data: bytes | None) -> None:
    target = tmp_path / "s.h5"
    if data is not None:
        target.write_bytes(data)
    for read in (read_sealed, read_summary, check_identity):
        with pytest.raises(Refused) as refusal:
            read(target)
        assert refusal.value.finding.place == str(target)
