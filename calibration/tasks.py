"""Which readings a method asks for, in which order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import pi, sqrt
from typing import Literal

from calibration.events import ReferenceRole
from calibration.item import Item
from calibration.method import Method

TaskKey = Literal["check", "zero", "press", "weigh", "lower", "load", "measure", "diameter", "ramp", "inspect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing that the operator does.

    Attributes
    ----------
    series : int
        Readings of one series stand or fall together where the method loads and unloads.
    mounting : int
        Of a gauge: series of one mounting are taken without touching it in between.
    direction : str
        "up" or "down" in a series of loads.
    load : float or None
        Reference load in the item's unit of loads, or the point of a rule in mm.
    angle_deg : float
        Tilt of a pinprick.
    repeat : int
        Number of this reading among its likes, from 1.
    closing : bool
        Counts only after all other readings of its series (of the round, in series 0).
    optional : bool
        May be left out: more readings than the method needs.
    """

    key: TaskKey
    series: int = 0
    mounting: int = 0
    direction: Literal["", "up", "down"] = ""
    load: float | None = None
    angle_deg: float = 0.0
    repeat: int = 1
    closing: bool = False
    optional: bool = False


def roles(method: Method, item: Item) -> tuple[ReferenceRole, ...]:
    """The references that the method needs for an item."""
    match item.kind:
        case "hair" | "pinprick":
            return ("balance",) if method.kind == "daily_check" else ("balance", "check_mass")
        case "force_gauge":
            return ("loads", "calliper") if item.round_probe and method.kind != "daily_check" else ("loads",)
        case "balance":
            return ("loads",)
        case "tape":
            return ("rule",)


def tasks(method: Method, item: Item) -> tuple[Task, ...]:
    """All tasks of one round, in order.

    Raises
    ------
    ValueError
        The method is not for this kind of item, or the item's loads do not cover what the method asks.
    """
    if method.kind == "daily_check":
        return _daily(method, item)
    if method.kind != item.kind:
        raise ValueError(f"{item.id} is a {item.kind}; the method is for a {method.kind}")
    match item.kind:
        case "hair":
            least = method.count("readings_minimum")
            return _on_balance(_repeated("press", method.count("readings"), least))
        case "pinprick":
            return _on_balance(_pinprick(method), inspected=True)
        case "force_gauge":
            return _force_gauge(method, item)
        case "tape":
            count = method.count("readings")
            points = method.values("points")
            return tuple(Task(key="measure", series=1, load=p, repeat=i + 1) for p in points for i in range(count))
        case "balance":
            return _balance(method, item)


def expected(method: Method, task: Task, item: Item) -> tuple[float, str] | None:
    """Roughly what the reading should show, and its unit; None where anything may come."""
    match task.key:
        case "press" | "weigh" | "lower" if item.nominal_mn is not None:
            return item.nominal_mn, "mN"
        case "load" if task.load is not None:
            return task.load, item.load_unit
        case "measure" if task.load is not None:
            return task.load, "mm"
        case "diameter":
            return 20.0 * sqrt(method.value("probe_area") / pi), "mm"
        case _:
            return None


def _repeated(key: TaskKey, count: int, least: int) -> list[Task]:
    return [Task(key=key, series=1, repeat=i, optional=i > least) for i in range(1, count + 1)]


def _between_zeros(readings: list[Task], series: int = 1, mounting: int = 0) -> list[Task]:
    opening = Task(key="zero", series=series, mounting=mounting, repeat=1)
    return [opening, *readings, Task(key="zero", series=series, mounting=mounting, repeat=2, closing=True)]


def _on_balance(readings: list[Task], *, inspected: bool = False) -> tuple[Task, ...]:
    """Readings between zeros between checks of the balance."""
    look = [Task(key="inspect", series=1)] if inspected else []
    opening, closing = Task(key="check", repeat=1), Task(key="check", repeat=2, closing=True)
    return (opening, *_between_zeros(readings), *look, closing)


def _pinprick(method: Method) -> list[Task]:
    lowered = [
        Task(key="lower", series=1, angle_deg=angle, repeat=i)
        for angle in method.values("tilt_angles")
        for i in range(1, method.count("lowerings") + 1)
    ]
    return [*_repeated("weigh", method.count("readings"), method.count("readings_minimum")), *lowered]


def _covered(method: Method, item: Item) -> tuple[float, ...]:
    least = method.count("loads_minimum")
    if len(item.loads) < least:
        raise ValueError(f"{item.id}: the method asks for {least} loads or more, not {len(item.loads)}")
    return item.loads


def _force_gauge(method: Method, item: Item) -> tuple[Task, ...]:
    """The first mounting gives a rising and falling series and a rising one; each other mounting one of both."""
    loads = _covered(method, item)
    share = method.value("lowest_share")
    if loads[0] > share * loads[-1] * (1.0 + 1e-9):
        raise ValueError(f"{item.id}: the lowest load is at most {share:g} of the highest, not {loads[0]:g}")
    mountings = [1, 1, *range(2, method.count("series") + 1)]
    found: list[Task] = []
    for series, mounting in enumerate(mountings, start=1):
        up = [Task(key="load", series=series, mounting=mounting, direction="up", load=load) for load in loads]
        down = [replace(task, direction="down") for task in reversed(up[:-1])] if series != 2 else []
        found += _between_zeros([*up, *down], series, mounting)
    if item.round_probe:
        after = len(mountings) + 1
        found += [
            Task(key="diameter", series=after, repeat=i + 1) for i in range(method.count("diameter_readings"))
        ]
        found.append(Task(key="ramp", series=after + 1))
    return tuple(found)


def _balance(method: Method, item: Item) -> tuple[Task, ...]:
    loads, count = _covered(method, item), method.count("readings")
    return tuple(
        _between_zeros([Task(key="load", series=1, load=g, repeat=i + 1) for g in loads for i in range(count)])
    )


def _daily(method: Method, item: Item) -> tuple[Task, ...]:
    if item.kind == "hair":
        count = method.count("hair_readings")
        return tuple(_between_zeros(_repeated("press", count, count)))
    if item.kind == "pinprick":
        count = method.count("pinprick_readings")
        return tuple(_between_zeros(_repeated("weigh", count, count)))
    if item.kind == "force_gauge" and item.loads:
        count = method.count("gauge_readings")
        loads = [
            Task(key="load", series=1, direction="up", load=item.loads[0], repeat=i + 1) for i in range(count)
        ]
        return tuple(_between_zeros(loads))
    raise ValueError(f"{item.id}: there is no daily check of a {item.kind} with loads {item.loads}")
