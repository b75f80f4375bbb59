"""The end of a visit in words: the cells of its tables, who signed for what, how far the closing is."""

from __future__ import annotations

from math import isfinite

from qst_station.gui.fitted_text import with_minus
from qst_station.gui.json_lines import Json
from qst_station.gui.participant_words import role_word, value_word
from qst_station.gui.profile_plot import NORMAL_Z, drawn_z
from qst_station.gui.side_words import side_words
from qst_station.gui.words import told, tr


def signed_words(overrides: list[Json]) -> list[str]:
    """Which instruments were used although their calibration does not hold: one line for each signature."""
    by_signature: dict[tuple[str, str, str], list[str]] = {}
    for one in overrides:
        by_signature.setdefault((one["signed_by"], one["role"], one["reason"]), []).append(told(one["instrument"]))
    return [
        tr(
            "▲ used without valid calibration, signed by {who} ({role}): {instruments}. {reason}",
            who=who,
            role=role_word(role),
            instruments=", ".join(instruments),
            reason=reason,
        )
        for (who, role, reason), instruments in by_signature.items()
    ]


def closing_words(closed: bool, sealing: Json | None) -> str:
    """How far the closing of the visit is, in one line. "Saved" only once the file has been verified."""
    if not closed:
        return tr("Review. Enter: sign and close the visit.")
    if sealing is None or sealing["state"] == "running":
        return tr("Closed. Sealing and verifying the file …")
    if sealing["state"] == "failed":
        finding = sealing["finding"]
        what, safe, remedy = (told(finding[part]) for part in ("happened", "safe", "remedy"))
        return tr("■ NOT SEALED: {what} {safe} {remedy}", what=what, safe=safe, remedy=remedy)
    return tr("✓ saved: {file}, verified", file=sealing["path"])


def count_words(view: Json) -> str:
    """How much the visit holds; that tells no value."""
    return tr("Trials saved: {trials}, voided: {voided} · notes: {notes}", **view["counts"])


def value_cells(row: Json) -> tuple[str, ...]:
    """A parameter row as table cells: censored values as bounds, missing ones with their reason."""
    z = drawn_z(row)
    remarks = []
    if row["painful_strokes"] >= 0:
        remarks.append(tr("{count} painful strokes", count=row["painful_strokes"]))
    if row["censored"] and row["value"] is not None:
        remarks.append(
            tr("turning points beyond the high end of the set")
            if row["censored"] == "high"
            else tr("turning points beyond the low end of the set")
        )
    if row["reason"]:
        remarks.append(told(str(row["reason"])))
    if row["detectability"]:
        remarks.append(_undetectable(row["detectability"]))
    mark = "" if z is None else " ▲" if z > NORMAL_Z else " ▼" if z < -NORMAL_Z else ""
    z_words = "" if z is None else with_minus(f"{z:+.2f}") + mark
    area = tr("control area") if row["site_role"] == "control" else tr("test area")
    return (
        row["parameter"],
        f"{area}, {value_word(row['side'])}",
        _value_words(row),
        z_words,
        "; ".join(remarks),
    )


def _undetectable(what: str) -> str:
    known = {
        "gain": tr("norms cannot show gain"),
        "loss": tr("norms cannot show loss"),
        "both": tr("norms cannot show both"),
    }
    return known.get(what) or tr("norms cannot show {what}", what=what)


def _value_words(row: Json) -> str:
    unit = "" if row["unit"] == "1" else "/8" if row["unit"] == "1/8" else f" {row['unit']}"
    for number, sign in ((row["value"], ""), (row["bound"], "≥ " if row["censored"] == "high" else "≤ ")):
        if number is not None and isfinite(number):
            return f"{sign}{number:.3g}{unit}" if abs(number) < 100 else f"{sign}{number:.0f}{unit}"
    return "–"


def limb_cells(row: Json) -> tuple[str, ...]:
    """A limb row as table cells."""
    girth = row["girth_cm"]
    known = girth is not None and isfinite(girth)
    value = f"{girth:.1f} cm ({told(row['statistic'])})" if known else "–"
    reason = f": {told(row['reason'])}" if row["reason"] else ""
    where = f"{value_word(row['segment'])}, {value_word(row['side'])} ({side_words(row['limb_role'])})"
    return where, value, str(row["readings"]), f"{told(row['status'].replace('_', ' '))}{reason}"


def form_cells(row: Json) -> list[tuple[str, ...]]:
    """A form row as table rows; what was measured stands under the question and decides nothing."""
    asked = f"{told(row['asked'])} ({told(row['reason'])})" if row["reason"] else told(row["asked"])
    return [
        (told(row["form"]), told(row["answer"]), asked),
        *(("", "", "      " + tr("measured: {what}", what=told(said))) for said in row["evidence"]),
    ]


def attempt_cells(row: Json) -> tuple[str, ...]:
    """An attempt that was not the only one, or does not count, as table cells."""
    area = {"control": tr("control area"), "affected": tr("test area")}.get(row["site_role"], "")
    number = tr("{attempt}, counts", attempt=row["attempt"]) if row["counts"] else str(row["attempt"])
    ended = value_word(row["status"])
    said = "; ".join(told(row[name]) for name in ("why", "reason", "count_reason") if row[name])
    return ", ".join(part for part in (told(row["test"]), area) if part), number, ended, said


def note_words(rows: list[Json]) -> list[str]:
    """Every deviation and adverse sensation in a line: what, and beside which trial."""
    kinds = {"deviation": tr("Deviation"), "adverse": tr("Adverse sensation")}
    said = []
    for row in rows:
        if row["kind"] not in kinds:
            continue
        what = ": ".join(part for part in (told(row["label"]), row["text"]) if part)
        at = tr("{step}, trial {trial}", step=row["step"], trial=row["trial"]) if row["step"] else ""
        said.append(f"▲ {kinds[row['kind']]}: {what}" + (f" ({at})" if at else ""))
    return said


def check_words(rows: list[Json]) -> str:
    """What the check-list found and left open, in one line; empty where it found nothing worth saying."""
    said = []
    for row in rows:
        if row["state"] == "open":
            reason = f" ({told(row['reason'])})" if row["reason"] else ""
            said.append(f"▲ {told(row['text'])}{reason}")
        elif row["value"] is not None:
            said.append(f"✓ {told(row['text'])}: {row['value']:g} {row['unit']}".strip())
    return tr("Check-list: {lines}", lines=" · ".join(said)) if said else ""
