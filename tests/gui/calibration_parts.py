"""Parts of a calibration as the engine shows them."""

from __future__ import annotations

from typing import Any

from calibration.method import Method
from calibration.methods import method_text
from qst_station.documents import load_document
from qst_station.station.calibration_view import method_view


def reading(number: int, value: float, **more: Any) -> dict[str, Any]:
    """A reading that is used, unless `more` says otherwise."""
    plain = {"used": True, "excluded": "", "refused": None, "unit": "g", "t_s": 10.0 * number}
    return {"number": number, "value": value, **plain, **more}


def packaged(kind: Any) -> dict[str, Any]:
    """A packaged method."""
    return method_view(load_document(method_text(kind), Method, place=kind))
