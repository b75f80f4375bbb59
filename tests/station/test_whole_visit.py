"""A whole visit: repeatable, verified, and no change to its file goes unseen."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest

from qst_station.recording.chain import GENESIS, Row, chained
from qst_station.recording.content import Dataset, SealedContent
from qst_station.recording.journal_copy import read_journal
from qst_station.recording.sealed import check_bytes, read_sealed, write_sealed
from qst_station.session.events import ForceBlock, decode, encode
from qst_station.station.record import replay_rows, summary, tables
from qst_station.station.sealing import sealed_content
from qst_station.station.verifying import verify
from tests.recorded_visit import RecordedVisit, recorded_answers, timeless

_GROUPS = 4


def test_the_same_seed_gives_the_same_trials_and_z_scores(
    recorded_visit: RecordedVisit, tutorial_visit: Path
) -> None:
    (again,) = (tutorial_visit / "demo-data" / "journals").iterdir()
    assert again.name != recorded_visit.journal.name
    found = []
    for journal in (recorded_visit.journal, again):
        replayed = replay_rows(read_journal(journal).rows, place="journal")
        found.append(tables(replayed.plan, replayed.state))
    for name, rows in found[0].items():
        assert timeless(rows) == timeless(found[1][name]), name
    parameters = found[0]["parameters"]
    assert sum(row["z"] == row["z"] for row in parameters) >= 10
    assert all(row["trials"] > 0 for row in parameters)


def test_every_answer_was_acknowledged_once_it_had_its_row(recorded_visit: RecordedVisit) -> None:
    told = [tuple(line.values()) for line in recorded_visit.said[1:-1]]
    rows = read_journal(recorded_visit.journal).rows
    assert told == recorded_answers(replay_rows(rows, place="journal"))
    assert len(told) > 150


def test_the_sealed_visit_is_verified_and_holds_what_it_should(recorded_visit: RecordedVisit) -> None:
    assert verify(recorded_visit.sealed) == []
    content = read_sealed(recorded_visit.sealed)
    paths = {dataset.path for dataset in content.datasets}
    parts = ("index", "t_ns", "raw", "unit", "force_mn", "flags", "arrivals", "bytes")
    assert {f"streams/algometer/{part}" for part in parts} <= paths
    assert content.summary["complete"] and not content.summary["interrupted"]
    assert content.attributes["kind"] == "simulated"
    index = next(d.array for d in content.datasets if d.path == "streams/algometer/index")
    assert (np.diff(index) > 0).all()


def test_each_trace_lies_where_its_trial_says(recorded_visit: RecordedVisit) -> None:
    content = read_sealed(recorded_visit.sealed)
    arrays = {dataset.path: dataset.array for dataset in content.datasets}
    index, force = arrays["streams/algometer/index"], arrays["streams/algometer/force_mn"]
    ramps = [trial for trial in arrays["trials"] if trial["test"] == b"PPT" and trial["status"] == b"counted"]
    assert len(ramps) == 6
    for trial in ramps:
        under = force[(index >= trial["sample_first"]) & (index < trial["sample_stop"])]
        assert len(under) == trial["sample_stop"] - trial["sample_first"]
        assert under.max() == trial["peak_force_mn"] >= 10 * trial["value"] * 0.95


def _dataset_bytes(path: Path) -> dict[str, tuple[int, int]]:
    """Where the stored bytes of each dataset lie in the file: offset and length of its first piece."""
    found: dict[str, tuple[int, int]] = {}

    def visit(name: str, item: object) -> None:
        if not isinstance(item, h5py.Dataset):
            return
        if item.chunks is not None and item.id.get_num_chunks():
            piece = item.id.get_chunk_info(0)
            found[name] = (piece.byte_offset, piece.size)
        elif item.id.get_offset() is not None:
            found[name] = (item.id.get_offset(), item.id.get_storage_size())

    with h5py.File(path, "r") as file:
        block = file.userblock_size
        file.visititems(visit)
    # Offsets of contiguous data count from the start of the file, those of chunks from the HDF5 part.
    return {name: (at if at >= block else at + block, size) for name, (at, size) in found.items()}


def test_one_flipped_bit_anywhere_is_found_and_named(
    recorded_visit: RecordedVisit, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    seed = random.SystemRandom().getrandbits(32)
    record_property("seed", seed)
    chance = random.Random(seed)
    places = _dataset_bytes(recorded_visit.sealed)
    assert {"trials", "parameters", "streams/algometer/raw", "events/body", "summary"} <= places.keys()
    whole = recorded_visit.sealed.read_bytes()
    damaged = tmp_path / "damaged.h5"
    names = [name for name, (_, size) in sorted(places.items()) if size]
    chance.shuffle(names)
    # Each flipped bit is found alone; where it is, which takes a process, is asked of several at once.
    for together in (["user block"], *(names[first::_GROUPS] for first in range(_GROUPS))):
        all_flipped, bits = bytearray(whole), {}
        for name in together:
            start, size = places.get(name, (0, 512))
            bits[name] = chance.randrange(8 * size)
            at, flip = start + bits[name] // 8, 1 << bits[name] % 8
            alone = bytearray(whole)
            alone[at] ^= flip
            all_flipped[at] ^= flip
            damaged.write_bytes(alone)
            assert check_bytes(damaged), f"seed {seed}, {name}, bit {bits[name]}"
        damaged.write_bytes(all_flipped)
        found = [finding.place for finding in verify(damaged)]
        for name in together:
            assert any(name in place for place in found), (f"seed {seed}, {bits}", name, found)


def _rewritten(recorded: RecordedVisit, out: Path, change: Callable[[SealedContent], SealedContent]) -> list[str]:
    """Seal changed content with hashes that fit it; gives the places that verify names."""
    write_sealed(out, change(read_sealed(recorded.sealed)))
    return [finding.place.removeprefix(f"{out}: ") for finding in verify(out)]


def _changed(content: SealedContent, changes: dict[str, tuple[str | None, object]]) -> SealedContent:
    """The content with one value changed in each of some datasets."""
    datasets = []
    for dataset in content.datasets:
        if dataset.path in changes:
            field, value = changes[dataset.path]
            array = dataset.array.copy()
            (array if field is None else array[field])[5] = value
            dataset = replace(dataset, array=array)
        datasets.append(dataset)
    return replace(content, datasets=tuple(datasets))


# Each place is compared by itself: those that are changed together must all be named, and no other.
@pytest.mark.parametrize(
    "changes",
    [
        {
            "trials": ("value", 99.0),
            "parameters": ("z", -0.5),
            "limb/readings": ("girth_cm", 40.0),
            "forms/entries": ("answer", b"perhaps"),
            "streams/algometer/force_mn": (None, 1.0),
            "ratings": ("rating", 1.0),
        },
        {"trials": ("answer", b"no"), "parameters": ("value", 1.0)},
    ],
    ids=["six", "two"],
)
def test_values_changed_together_with_their_hashes_do_not_follow_from_the_events(
    recorded_visit: RecordedVisit, tmp_path: Path, changes: dict[str, tuple[str | None, object]]
) -> None:
    places = _rewritten(recorded_visit, tmp_path / "t.h5", lambda content: _changed(content, changes))
    assert sorted(places) == sorted(f"/{path}" for path in changes)


def test_a_changed_summary_and_a_changed_kind_are_named(recorded_visit: RecordedVisit, tmp_path: Path) -> None:
    def real(content: SealedContent) -> SealedContent:
        return replace(
            content,
            summary={**content.summary, "signed_by": "somebody"},
            attributes={**content.attributes, "kind": "real"},
        )

    assert _rewritten(recorded_visit, tmp_path / "t.h5", real) == ["/summary", "attributes/kind"]


def test_a_newer_program_may_describe_a_table_in_other_words_but_not_in_other_units(
    recorded_visit: RecordedVisit, tmp_path: Path
) -> None:
    def described(content: SealedContent, **changes: Any) -> SealedContent:
        told = [replace(d, **changes) if d.path == "trials" else d for d in content.datasets]
        return replace(content, datasets=tuple(told))

    words = {"description": "in other words", "long_name": "other words"}
    assert _rewritten(recorded_visit, tmp_path / "words.h5", lambda content: described(content, **words)) == []
    units = {"field_units": {"value": "kPa"}}
    changed = _rewritten(recorded_visit, tmp_path / "units.h5", lambda content: described(content, **units))
    assert changed == ["/trials"]


def test_an_unknown_dataset_is_named(recorded_visit: RecordedVisit, tmp_path: Path) -> None:
    more = Dataset(path="trials2", array=np.zeros(3), units="1", description="")
    added = _rewritten(recorded_visit, tmp_path / "t.h5", lambda c: replace(c, datasets=(*c.datasets, more)))
    assert added == ["/trials2"]


def _with_events(content: SealedContent, change: Callable[[ForceBlock], ForceBlock]) -> SealedContent:
    """The content that follows from the events with every block of samples changed, the chain made anew."""
    rows: list[Row] = []
    for row in content.rows:
        kind, body = row.kind, row.body
        if kind == "force":
            block = decode(kind, body)
            assert isinstance(block, ForceBlock)
            kind, body = encode(change(block))
        rows.append(chained(rows[-1].hash if rows else GENESIS, row.seq, kind, body))
    return sealed_content(rows, place="rewritten")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda block: replace(block, force_mn=block.force_mn * 1.01), "/streams/algometer/force_mn"),
        (
            lambda block: replace(block, raw=block.raw * 1.01, force_mn=block.force_mn * 1.01),
            "/streams/algometer/raw",
        ),
    ],
)
def test_forces_changed_in_the_chained_events_do_not_follow_from_the_bytes(
    recorded_visit: RecordedVisit, tmp_path: Path, change: Callable[[ForceBlock], ForceBlock], place: str
) -> None:
    found = _rewritten(recorded_visit, tmp_path / "t.h5", lambda content: _with_events(content, change))
    assert place in found


def test_the_summary_is_the_same_in_user_block_file_and_replay(recorded_visit: RecordedVisit) -> None:
    with recorded_visit.sealed.open("rb") as file:
        in_front = json.loads(file.readline())["summary"]
    content = read_sealed(recorded_visit.sealed)
    replayed = replay_rows(content.rows, place="file")
    assert in_front == content.summary == summary(replayed, tables(replayed.plan, replayed.state))
