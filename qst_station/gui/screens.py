"""Which screen belongs to a view, and how each is made. Screens are imported when they are first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qst_station.gui.json_lines import Json

if TYPE_CHECKING:
    from qst_station.gui.main_window import MainWindow


def shown(view: Json | None, page: str) -> str:
    """The name of the screen for a view; ``page`` is what the examiner turned to."""
    if view is None:
        pages = ("start", "devices", "instruments", "calibration", "participants", "course", "setup", "training")
        return page if page in pages else "start"
    if view["screen"] == "closed":
        return "feedback" if page == "feedback" else "review"
    open_step = view["screen"] == "step" and view["status"] == "running"
    if open_step:
        return str(view["test"]["machine"])
    if page in ("devices", "review"):
        return page
    return "checklist" if view["check_due"] else "between"


def hurried(view: Json | None) -> bool:
    """Whether something moves that has to be seen at 60 Hz."""
    if view is None:
        return False
    return view["phase"] == "beating" or bool(
        view["ramp"] and view["ramp"]["phase"] in ("armed", "lifting", "ramping", "limited", "marked")
    )


def traced_device(view: Json | None, devices: list[Json]) -> str | None:
    """The device whose force is drawn now."""
    if view is None or view["ramp"] is None:
        return None
    test = view["test"]["test"]
    return next((device["name"] for device in devices if test in device["tests"]), None)


def made(name: str, window: MainWindow) -> QWidget:
    """Make a screen.

    Raises
    ------
    KeyError
        There is no screen of this name.
    """
    match name:
        case "devices" | "instruments" | "calibration" | "setup":
            return window.workbench.made(name)
        case "participants" | "course":
            return window.reception.made(name)
        case "training" | "feedback":
            return window.training.made(name)
        case "reading":
            return window.reading.page
        case "hand_over":
            return window.participant.page
        case "between":
            from qst_station.gui.between_screen import BetweenScreen

            return BetweenScreen(
                window, window.turn_to_review, window.conduct.notes, lambda: window.pacer.alarm.on
            )
        case "checklist":
            return _made_checklist(window)
        case "limits":
            from qst_station.gui.limits_screen import LimitsScreen

            return LimitsScreen(window)
        case "rating":
            from qst_station.gui.rating_screen import RatingScreen

            return RatingScreen(window)
        case "train":
            from qst_station.gui.train_screen import TrainScreen

            return TrainScreen(window)
        case "ramp":
            from qst_station.gui.ramp_screen import RampScreen

            return RampScreen(window)
        case "limb":
            from qst_station.gui.limb_screen import LimbScreen

            return LimbScreen(window)
        case "form":
            from qst_station.gui.form_screen import FormScreen

            return FormScreen(window)
        case "review":
            from qst_station.gui.review_screen import ReviewScreen

            return ReviewScreen(window, window.turn_back, window.leave_visit, window.signing)
        case "engine_lost":
            from qst_station.gui.engine_lost_screen import EngineLostScreen

            return EngineLostScreen(window.engine.restart)
    raise KeyError(name)


def _made_checklist(window: MainWindow) -> QWidget:
    from qst_station.gui.checklist_screen import CheckListScreen

    return CheckListScreen(
        window,
        sound=window.pacer.sound_state,
        silence=window.pacer.switch_sound,
        learned=window.conduct.has_learned,
        turn_to=window.turn_to,
    )
