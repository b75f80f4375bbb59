"""What each test takes from a tray, as plain data, for the labels of the tray."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any, TypeAlias

from protocols.effects import Stimulus
from qst_station.study.protocol_documents import packaged_tests

Json: TypeAlias = dict[str, Any]


def stimuli_by_test() -> dict[str, list[Json]]:
    """The stimuli with a slot of each packaged test that has any, as views show them, in the order of slots."""
    found: dict[str, list[Json]] = {}
    for name, test in packaged_tests().items():
        values = [getattr(test.machine, field.name) for field in fields(test.machine)]
        listed = [each for value in values for each in (value if isinstance(value, tuple) else (value,))]
        placed = {s.slot: s for s in listed if isinstance(s, Stimulus) and s.slot}
        if placed:
            found[name] = [asdict(placed[slot]) for slot in sorted(placed)]
    return found
