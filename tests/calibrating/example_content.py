"""The content of a certificate, written by hand after the contract of `calibration.certificate`."""

from __future__ import annotations

from typing import Any


def hair_content(
    number: str = "INCA-01-2026-0001", *, instrument_id: str = "optihair2-A-8", **groups: Any
) -> dict[str, Any]:
    """A hair of 8 mN that weighs in at 7.63 mN; `groups` replace groups of the content."""
    readings = [
        {
            "number": place,
            "value": value,
            "unit": "g",
            "stable": True,
            "t_ns": 30_000_000_000 * place,
            "task": {"key": "press", "series": 1, "direction": "", "load": None, "repeat": place},
            "used": place != 4,
            "refused": None,
            "excluded": "touched the pan" if place == 4 else "",
            "trace": [[step, value * step / 60] for step in range(61)],
        }
        for place, value in enumerate((0.784, 0.781, 0.779, 0.913, 0.778, 0.777, 0.776, 0.775, 0.774), start=1)
    ]
    content: dict[str, Any] = {
        "document": {
            "title": "Calibration certificate",
            "number": number,
            "end_mark": f"End of certificate {number}",
            "format_version": "1.0",
            "statement": "Internal verification, not issued by an accredited laboratory.",
        },
        "kind": "hair",
        "place": {"site": "INCA site 1", "room": "Testlabor 2.14, Würzburg"},
        "item": {
            "id": instrument_id,
            "owner": "INCA site 1",
            "model": "OptiHair2",
            "serial": "LOT 12",
            "nominal_mn": 8.0,
            "condition": "straight, tip clean",
        },
        "work": {
            "method": "hair",
            "version": "1.0.0",
            "date_calibration": "2026-11-20",
            "date_issue": "2026-11-22",
            "conditions": [{"temperature_c": 21.4, "humidity_percent": 47.0, "note": "air conditioning off"}],
        },
        "results": [
            {
                "name": "force",
                "value": 7.625312,
                "unit": "mN",
                "expanded": 0.0621,
                "coverage_factor": 2.365,
                "text": "7.625 ± 0.062",
            },
            {
                "name": "deviation from nominal",
                "value": -4.6836,
                "unit": "%",
                "expanded": 0.776,
                "coverage_factor": 2.365,
                "text": "-4.68 ± 0.78",
            },
            {
                "name": "drift over the presses",
                "value": -0.01187,
                "unit": "mN per press",
                "expanded": 0.0027,
                "coverage_factor": 2.447,
                "text": "-0.0119 ± 0.0027",
            },
        ],
        "scale": None,
        "findings": [],
        "before_adjustment": None,
        "conformity": {
            "rule": "Pass: the deviation enlarged by a guard band of 1 U is at most 0.8 mN.",
            "unit": "mN",
            "tolerance": 0.8,
            "guard_band": 0.0621,
            "correction_limit": 1.6,
            "verdict": "pass_with_correction",
        },
        "traceability": [
            {"role": "balance", "id": "BAL-1", "certificate": "D-K-15012-2026-0731", "due": "2027-07-31"},
            {"role": "check_mass", "id": "M-5g", "certificate": "D-K-15012-2026-0732", "due": "2028-07-31"},
        ],
        "budgets": [
            {
                "quantity": "force",
                "unit": "mN",
                "estimate": 7.625312,
                "combined": 0.02626,
                "effective_degrees_of_freedom": 7.4,
                "coverage_factor": 2.365,
                "expanded": 0.0621,
                "contributions": [
                    {
                        "name": name,
                        "standard": standard,
                        "unit": "mN",
                        "degrees_of_freedom": degrees,
                        "evaluation": evaluation,
                        "source": source,
                    }
                    for name, standard, degrees, evaluation, source in (
                        ("repeatability", 0.0114, 7.0, "A", "s / √n of 8 presses"),
                        ("balance", 0.0049, None, "B", "U/2 of certificate D-K-15012-2026-0731"),
                        ("resolution", 0.0028, None, "B", "d / (2√3), d = 1 mg"),
                        ("angle", 0.0168, None, "B", "1 − cos 5° (unverified default)"),
                    )
                ],
            }
        ],
        "readings": readings,
        "scope_statement": "This certificate relates only to the item named on it.",
        "person": {"name": "Jadwiga Łukasiewicz", "role": "calibrator"},
    }
    return {**content, **groups}
