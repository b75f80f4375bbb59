"""The forms at the end of a visit: what holds, and beside an item what was measured for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from protocols.form_document import Field
from qst_station.session.plan import SessionPlan

Row: TypeAlias = Mapping[str, Any]
Tables: TypeAlias = Mapping[str, Sequence[Row]]


def form_review(plan: SessionPlan, found: Tables, *, with_z: bool = True) -> list[dict[str, Any]]:
    """What follows from the forms, then what holds in each with the evidence beside it.

    Parameters
    ----------
    with_z : bool
        False leaves the z-scores out of the evidence, for a role that may not see them.
    """
    return [
        *(_followed(plan, row) for row in found["derived"]),
        *(_answered(plan, row, found, with_z) for row in found["entries"] if row["status"] == "counted"),
    ]


def _answered(plan: SessionPlan, row: Row, found: Tables, with_z: bool) -> dict[str, Any]:
    spec = plan.forms[f"{row['form']}@{row['moment']}" if row["moment"] else row["form"]]
    field = spec.field(row["field"])
    number = f"{row['value']:g} {row['unit']}".strip() if row["value"] == row["value"] else ""
    return {
        "form": spec.label,
        "asked": f"{field.side} ({field.limb_role}): {field.label}" if field.side else field.label,
        "answer": f"left out: {row['declined']}" if row["declined"] else row["answer"] or number,
        "reason": row["reason"],
        "evidence": _evidence(field, found, with_z),
    }


def _followed(plan: SessionPlan, row: Row) -> dict[str, Any]:
    number = f"{row['value']:.6g} {row['unit']}".removesuffix(" 1") if row["value"] == row["value"] else ""
    found = ", ".join(part for part in (row["verdict"], number) if part)
    last = next(spec for spec in plan.forms.values() if spec.form == row["form"] and spec.moment != "before")
    return {
        "form": last.label,
        "asked": " ".join(part for part in (row["side"], row["method"]) if part),
        "answer": f"= {found or '–'}",
        "reason": row["reason"],
        "evidence": [],
    }


def _evidence(field: Field, found: Tables, with_z: bool) -> list[str]:
    """What this session measured for an item, in words, for a person to weigh; it answers nothing."""
    said = []
    for row in found["parameters"]:
        if row["parameter"] in field.evidence and row["value"] == row["value"]:
            z = f" (z {row['z']:+.1f})" if with_z and row["z"] == row["z"] else ""
            unit = "" if row["unit"] == "1" else f" {row['unit']}"
            said.append(f"{row['parameter']} {row['site_role']} {row['value']:.3g}{unit}{z}")
    if "figure8" in field.evidence:
        said += [
            f"girth {s['limb_role']} {s['girth_cm']:.1f} cm"
            for s in found["limb_sides"]
            if s["girth_cm"] == s["girth_cm"]
        ]
    if "skin_temperature" in field.evidence:
        said += [
            f"skin {row['value']:+.1f} °C, {row['method']}"
            for row in found["derived"]
            if row["quantity"] == "skin_temperature_difference" and row["value"] == row["value"]
        ]
    return said
