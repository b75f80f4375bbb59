"""The content of a calibration certificate as plain data; what is printed and what is signed are both this."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import isfinite
from typing import Any

from calibration.decision import Decision
from calibration.item import Item
from calibration.method import Method
from calibration.record import Kept, State
from calibration.result import Quantity, Result
from calibration.uncertainty import Budget

FORMAT_VERSION = "1.0"
STATEMENT = "Internal verification, not issued by an accredited laboratory."
SCOPE = "The results relate only to the item described here, on the day and in the conditions stated."


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What the bench cannot know: numbers, names, places and dates.

    Attributes
    ----------
    number : str
        Unique number of the certificate.
    date_issue : str
        ISO 8601.
    item : dict of str to str
        Model, serial number or lot, owner, condition: as the register has them.
    person_name, person_role : str
        Who answers for the certificate.
    """

    number: str
    date_issue: str
    place_name: str
    place_address: str
    item: dict[str, str]
    person_name: str
    person_role: str


def certificate_content(
    particulars: Particulars,
    method: Method,
    item: Item,
    state: State,
    result: Result,
    decision: Decision,
    before: Result | None = None,
) -> dict[str, Any]:
    """All groups of a certificate, after ISO/IEC 17025:2017, 7.8.2, 7.8.4 and 7.8.6 as public summaries give them.

    There is no recommended interval in it: when the item is due stands in the register.

    Parameters
    ----------
    before : Result or None
        Result of the round before an adjustment.

    Returns
    -------
    dict
        JSON types only; numbers as numbers, with the rounded text beside them.

    Raises
    ------
    ValueError
        The round is not finished, it was adjusted and `before` is missing, or a number or name is empty.
    """
    if not state.finished:
        raise ValueError("there is no certificate of a round that is not finished")
    if (state.round > 1) != (before is not None):
        raise ValueError(
            f"round {state.round}: the result before adjustment is given when there was one, and only then"
        )
    if empty := [name for name, value in asdict(particulars).items() if value == "" and name != "place_address"]:
        raise ValueError(f"a certificate needs {', '.join(empty)}")
    return {
        "kind": item.kind,
        "document": {
            "title": f"Calibration certificate: {method.title}",
            "number": particulars.number,
            "end_mark": f"End of certificate {particulars.number}",
            "format_version": FORMAT_VERSION,
            "statement": STATEMENT,
        },
        "place": {"name": particulars.place_name, "address": particulars.place_address},
        "item": {**particulars.item, **_item(item)},
        "work": {
            "method": method.kind,
            "version": method.version,
            "date_calibration": state.date,
            "date_issue": particulars.date_issue,
            "conditions": [_conditions(state, index) for index in range(len(state.conditions))],
            "settings": [_setting(method, index) for index in range(len(method.settings))],
            "adjustments": [asdict(adjusted) for adjusted in state.adjustments],
            "inspections": [{"round": i.round, **asdict(i.inspection)} for i in state.inspections],
            "identified": [asdict(identified) for identified in state.identified],
        },
        "results": [_quantity(quantity) for quantity in result.quantities],
        "scale": asdict(result.scale) if result.scale else None,
        "budgets": [_budget(budget) for budget in result.budgets],
        "readings": [_reading(kept) for kept in state.readings],
        "traceability": [_reference(state, index) for index in range(len(state.references))],
        "before_adjustment": [_quantity(quantity) for quantity in before.quantities] if before else None,
        "findings": [asdict(finding) for finding in result.findings],
        "conformity": _conformity(decision),
        "scope_statement": SCOPE,
        "person": {"name": particulars.person_name, "role": particulars.person_role},
    }


def _item(item: Item) -> dict[str, Any]:
    content = asdict(item)
    content["loads"] = list(item.loads)
    return content


def _conditions(state: State, index: int) -> dict[str, Any]:
    kept = state.conditions[index]
    return {**asdict(kept.conditions), "refused": asdict(kept.refused) if kept.refused else None}


def _reference(state: State, index: int) -> dict[str, Any]:
    kept = state.references[index]
    return {**asdict(kept.reference), "refused": asdict(kept.refused) if kept.refused else None}


def _setting(method: Method, index: int) -> dict[str, Any]:
    setting = method.settings[index]
    return {**asdict(setting), "values": list(setting.values), "unverified": setting.unverified}


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return asdict(quantity)


def _budget(budget: Budget) -> dict[str, Any]:
    """A budget with its outcome; degrees of freedom that are infinite are null, because JSON has no infinity."""
    return {
        "quantity": budget.quantity,
        "unit": budget.unit,
        "estimate": budget.estimate,
        "coverage_probability": budget.coverage_probability,
        "combined": budget.combined,
        "effective_degrees_of_freedom": _finite(budget.effective_degrees_of_freedom),
        "coverage_factor": budget.coverage_factor,
        "expanded": budget.expanded,
        "contributions": [
            {**asdict(part), "degrees_of_freedom": _finite(part.degrees_of_freedom)}
            for part in budget.contributions
        ],
    }


def _finite(number: float) -> float | None:
    return number if isfinite(number) else None


def _reading(kept: Kept) -> dict[str, Any]:
    """A reading, used or not, with the task that it was taken for."""
    reading = kept.reading
    return {
        "number": kept.number,
        "round": kept.round,
        "task": asdict(kept.task),
        "t_ns": reading.t_ns,
        "value": reading.value,
        "unit": reading.unit,
        "stable": reading.stable,
        "overloaded": reading.overloaded,
        "typed": reading.typed,
        "load": reading.load,
        "trace": [[t_ns, value] for t_ns, value in reading.trace],
        "used": kept.valid,
        "refused": asdict(kept.refused) if kept.refused else None,
        "excluded": kept.excluded,
    }


def _conformity(decision: Decision) -> dict[str, Any] | None:
    if decision.verdict == "not_stated":
        return None
    return {
        "rule": decision.rule,
        "unit": decision.unit,
        "tolerance": decision.tolerance,
        "guard_band": decision.guard_band,
        "correction_limit": decision.correction_limit,
        "verdict": decision.verdict,
    }
