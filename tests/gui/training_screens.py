"""The screens of a training for the layout test: the choice, the strip of the hand, how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from PySide6.QtWidgets import QWidget

from qst_station.gui.feedback_screen import FeedbackScreen
from qst_station.gui.training_panel import TrainingPanel
from qst_station.gui.training_screen import TrainingScreen
from qst_station.simulation.profiles import training
from qst_station.station.flawless import FlawlessRange
from qst_station.station.training_feedback import Compared, Differing, Entries, Feedback, Pace, Ramps, TestTime
from qst_station.station.training_words import sentences
from tests.gui.layout import screen


def feedback_with_complaints() -> dict[str, Any]:
    """A feedback in which everything was done badly, as plain data."""
    bad = Differing(trial=12, test="MPT", site_role="affected", said="sharp", entered="blunt")
    paces = [
        Pace(
            test=test,
            moment=moment,
            intended_s=2.0,
            median_s=0.6,
            worst_s=0.1,
            within=2,
            of=40,
            missing=0,
            extra=3 if test == "WUR" else 0,
            tolerance_s=0.5,
            good=False,
        )
        for test, moment in (
            ("MDT", "contact"),
            ("MPT", "pause"),
            ("MPS", "interval"),
            ("WUR", "beat"),
            ("PPT", "rest"),
        )
    ]
    found = Feedback(
        training=training("crps_pressure_hyperalgesia", seed=7),
        pacing=tuple(paces),
        ramps=(
            Ramps(
                test="PPT",
                asked_kpa_per_s=50.0,
                rates_kpa_per_s=(81.0, 90.0, 52.0),
                in_band=0.4,
                good=1,
                too_fast=2,
                too_slow=0,
                uneven=0,
                repeated=1,
            ),
        ),
        entries=Entries(entered=150, differing=(bad, bad), unheard=3, untouched=2, undone=4),
        times=(
            TestTime(test="MPT", site_role="control", used_s=95.0, usual_s=120.0, good=True),
            TestTime(test="VDT", site_role="control", used_s=95.0, usual_s=None, good=True),
        ),
        compared=tuple(
            Compared(
                site_role=role,
                measured=measured,
                reason="" if measured else "stopped",
                flawless=FlawlessRange(
                    parameter=parameter, unit="mN", true=120.0, median=118.0, low=80.0, high=170.0
                ),
                good=good,
            )
            for parameter in ("MDT", "MPT", "MPS", "WUR", "PPT")
            for role, measured, good in (
                ("control", 118.0, True),
                ("affected", 310.0, False),
                ("affected", None, False),
            )
        ),
    )
    return {**asdict(found), "sections": [asdict(section) for section in sentences(found)]}


@screen("training")
def choice(_desk: Any, _visit: Callable[..., Any]) -> QWidget:
    """The choice, with something missing."""
    made = TrainingScreen(lambda _choice, _who: None, lambda: None)
    made.enter("")
    made.proceed.click()
    return made


@screen("feedback")
def feedback(desk: Any, _visit: Callable[..., Any]) -> QWidget:
    """How it went: badly."""
    made = FeedbackScreen(desk, lambda: None, lambda: None)
    made.show_feedback(feedback_with_complaints())
    return made


@screen("training strip")
def strip(_desk: Any, _visit: Callable[..., Any]) -> QWidget:
    """The strip while the hand presses."""
    made = TrainingPanel(
        {}, ready=lambda _: None, now_ns=lambda: 0, record=lambda _name, /, **_args: None, say=lambda _: None
    )
    made._world.write = lambda _line: None  # type: ignore[method-assign]
    made._heard({"devices": [], "request": {}})
    armed = {"screen": "step", "status": "running", "phase": "armed", "ramp": {"phase": "armed"}}
    made._view = {**armed, "where": {"role": "control"}}
    made.hold(made._view)
    return made
