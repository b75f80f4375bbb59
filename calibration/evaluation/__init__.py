"""From readings to results, one module per kind of item."""

from __future__ import annotations

from calibration.evaluation import balance, force_gauge, hair, pinprick, tape
from calibration.item import Item
from calibration.method import Method
from calibration.record import State
from calibration.result import Result

_EVALUATE = {
    "hair": hair.evaluate,
    "pinprick": pinprick.evaluate,
    "force_gauge": force_gauge.evaluate,
    "tape": tape.evaluate,
    "balance": balance.evaluate,
}


def evaluate(method: Method, item: Item, state: State, round_: int | None = None) -> Result:
    """The result of a finished calibration, or of one of its earlier rounds.

    Raises
    ------
    NotFinished
        The round lacks readings.
    ValueError
        The method does not evaluate this kind of item: a daily check goes to a control chart.
    """
    if method.kind != item.kind:
        raise ValueError(f"{item.id} is a {item.kind}; a {method.kind} has no result of that kind")
    return _EVALUATE[item.kind](method, item, state, round_)
