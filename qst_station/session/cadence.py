"""The beats of a pace as they were seen and heard. They lead to nothing: the machines keep their own time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qst_station.session.state import SessionState, Struck

if TYPE_CHECKING:
    from qst_station.session.events import Command
    from qst_station.session.plan import SessionPlan
    from qst_station.session.running import Outcome


def struck(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Keep one beat for the table."""
    beat = Struck(step=state.current, **command.args)
    return replace(state, cadence=(*state.cadence, beat)), ()
