"""The visit of the demonstration."""

from __future__ import annotations

from qst_station.station.opening import VisitRequest


def demo_request(seed: int) -> VisitRequest:
    """Day 0 of INCA on a simulated participant, right hand affected."""
    return VisitRequest(
        participant_id="SIM-001",
        visit="day-0",
        affected_side="right",
        limb="upper",
        age_y=45,
        sex="female",
        kind="simulated",
        seed=seed,
    )
