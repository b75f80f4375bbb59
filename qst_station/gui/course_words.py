"""The course of a participant in words: the cells of its tables, and what its bands rest on."""

from __future__ import annotations

from qst_station.gui import theme
from qst_station.gui.fitted_text import with_minus
from qst_station.gui.json_lines import Json
from qst_station.gui.plain_table import Cell
from qst_station.gui.words import told, tr

NONE = "–"


def gap_words(gap: str) -> str:
    """Why there is nothing at a visit."""
    known = {"missed": tr("missed"), "overdue": tr("overdue"), "": tr("no girth")}
    return known.get(gap) or told(gap)


def band_words(course: Json) -> str:
    """What the bands rest on."""
    if not course["errors"]:
        return tr("No bands: nothing to compare, or no published reading error fits.")
    inputs = "; ".join(
        tr(
            "SEM {sem} cm ({segment}, {reader} reader, {source}; {sample}; {grade})",
            sem=f"{error['sem_cm']:.2f}",
            segment=told(error["segment"]),
            reader=told(error["reader"]),
            source=error["source"],
            sample=told(error["sample"]),
            grade=told(error["grade"]),
        )
        for error in course["errors"]
    )
    shaded = tr(
        "Shaded: {baseline} ± MDC95 (side 1.96·√2·SEM, difference 1.96·2·SEM). {inputs}.",
        baseline=told(course["baseline"]["title"]),
        inputs=inputs,
    )
    above = tr("▲: change above MDC95; it names no cause. No study in CRPS is known: unverified.")
    return f"{shaded} {above}"


def limb_cells(point: Json, row: Json | None) -> list[str | Cell]:
    """The limb at one visit as a row; a gap says why."""
    where = [told(point["title"]), point["on"] or NONE]
    if row is None:
        return [*where, *[NONE] * 5, gap_words(point["gap"])]
    remarks = [told(row[name]) for name in ("remarks", "reason", "not_compared") if row[name]]
    reduction = row["excess_reduction_percent"]
    if reduction is not None:
        remarks.append(tr("difference {percent} % since day 0", percent=f"{-reduction:+.0f}"))
    return [
        *where,
        _cm(row["affected_cm"]),
        _cm(row["unaffected_cm"]),
        _cm(row["difference_cm"], sign=True),
        _verdict_cell(row, "affected"),
        _verdict_cell(row, "difference"),
        "; ".join(remarks),
    ]


def volume_rows(course: Json) -> list[list[str]]:
    """Estimated volumes by visit and what they rest on; no row where the site has no calibration."""
    calibrations = {calibration["file"]: calibration for calibration in course["calibrations"]}
    return [
        _volume_row(point, row, calibrations[row["estimated_ml"]["calibration"]])
        for point, row in zip(course["points"], course["limb"], strict=True)
        if row is not None and row["estimated_ml"] is not None
    ]


def _volume_row(point: Json, row: Json, calibration: Json) -> list[str]:
    cells = [told(point["title"]), point["on"] or NONE]
    for side in ("affected", "unaffected"):
        volume = row["estimated_ml"][side]
        if volume is not None:
            low, high = f"{volume['low_ml']:.0f}", f"{volume['high_ml']:.0f}"
            words = tr("≈ {volume} ml ({low} to {high})", volume=f"{volume['volume_ml']:.0f}", low=low, high=high)
        elif row[f"{side}_cm"] is not None:
            low, high = f"{calibration['girth_min_cm']:g}", f"{calibration['girth_max_cm']:g}"
            words = tr("outside {low} to {high} cm", low=low, high=high)
        else:
            words = NONE
        cells.append(words)
    found = f"SEE {calibration['see_ml']:.1f} ml, n {calibration['n']}, {calibration['done_on']}"
    return [*cells, f"{found}, {calibration['done_by']}: {calibration['file']}"]


def _verdict_cell(row: Json, quantity: str) -> str | Cell:
    verdict = next((v for v in row["verdicts"] if v["quantity"] == quantity), None)
    if verdict is None:
        return NONE
    change, limit = with_minus(f"{verdict['change_cm']:+.2f}"), f"{verdict['mdc95_cm']:.2f}"
    above = verdict["verdict"] == "above"
    words = (
        tr("▲ {change} cm, above {limit}", change=change, limit=limit)
        if above
        else tr("{change} cm, below {limit}", change=change, limit=limit)
    )
    return Cell(text=words, ink=theme.INK, ground=theme.ORANGE_PALE if above else theme.PAPER)


def parameter_cells(row: Json) -> list[str | Cell]:
    """A parameter at one area over the visits: value, and z where it is shown."""
    area = tr("control area") if row["site_role"] == "control" else tr("test area")
    return [row["parameter"], area, *(value_words(value) for value in row["values"])]


def value_words(value: Json | None) -> str:
    """A value with its z; a censored one as a bound, a missing one with its reason."""
    if value is None:
        return NONE
    unit = {"1": "", "1/8": "/8"}.get(value["unit"], f" {value['unit']}")
    bound = "≥ " if value["censored"] == "high" else "≤ " if value["censored"] else ""
    number = value["value"] if value["value"] is not None else value["bound"]
    if number is None:
        return told(str(value["reason"])) if value["reason"] else NONE
    words = f"{bound}{number:.3g}{unit}" if abs(number) < 100 else f"{bound}{number:.0f}{unit}"
    z = value.get("z")
    return words if z is None else f"{words}   z {with_minus(f'{z:+.2f}')}"


def _cm(value: float | None, *, sign: bool = False) -> str:
    if value is None:
        return NONE
    return with_minus(f"{value:+.2f} cm") if sign else f"{value:.2f} cm"
