"""Journals from before the force ramp: the same trials and values, to the last bit."""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path
from typing import Any

from qst_station.recording.chain import GENESIS, Row, chained
from qst_station.station.record import replay_rows, tables

GOLDEN = Path(__file__).parent / "golden" / "ppt-before-force-ramps.json.gz"
"""A simulated PPT: a jab to the limit, an early response, three ramps; rows and tables as 3000393 made them."""


def rows_of(recorded: list[tuple[str, str]]) -> list[Row]:
    rows: list[Row] = []
    for seq, (kind, body) in enumerate(recorded, 1):
        rows.append(chained(rows[-1].hash if rows else GENESIS, seq, kind, base64.b64decode(body)))
    return rows


def plain(row: dict[str, Any]) -> dict[str, Any]:
    return {key: None if value != value else value for key, value in row.items()}


def test_an_old_pressure_test_replays_bit_for_bit() -> None:
    golden = json.loads(gzip.decompress(GOLDEN.read_bytes()))
    replayed = replay_rows(rows_of(golden["rows"]), place="golden")
    found = tables(replayed.plan, replayed.state)
    for name in ("trials", "parameters"):
        assert len(found[name]) == len(golden[name])
        for row, was in zip(map(plain, found[name]), golden[name], strict=True):
            assert {key: row[key] for key in was} == was
    assert replayed.state.alarm is None  # asked for a ramp since
