"""A data folder with a register that knows two hairs, a pinprick and a balance."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from qst_station.calibrating.instruments import DueRule, Instrument
from qst_station.calibrating.register import Register

UTC = datetime.datetime(2026, 11, 22, 9, 30, tzinfo=datetime.UTC)
ON = UTC.date()
RULE = DueRule(recalibrate_after_days=365, due_soon_days=30, set_by="sponsor, protocol 3.1")


def hair(nominal_mn: float, *, slot: int = 1, due: DueRule = RULE) -> Instrument:
    return Instrument(
        id=f"optihair2-A-{nominal_mn:g}",
        kind="hair",
        model="OptiHair2",
        serial="LOT 12",
        owner="INCA site 1",
        nominal_mn=nominal_mn,
        tip="rounded, 0.5 mm",
        material="glass",
        set_name="optihair2-A",
        slot=slot,
        due=due,
    )


PINPRICK = Instrument(
    id="pinprick-A-8", kind="pinprick", model="MRC", serial="7", owner="INCA site 1", nominal_mn=8.0
)
BALANCE = Instrument(id="BAL-1", kind="balance", model="XPR", serial="B1", owner="INCA site 1")
INSTRUMENTS = (hair(8.0, slot=2), hair(4.0, slot=1), PINPRICK, BALANCE)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder; the register is closed."""
    folder = tmp_path / "data"
    with Register.create(folder, site="INCA-01", who="EX", utc=UTC) as register:
        register.add(INSTRUMENTS, who="EX", utc=UTC)
    return folder


@pytest.fixture
def register(data: Path) -> Iterator[Register]:
    """The register, open for writing."""
    with Register.open(data) as register:
        yield register
