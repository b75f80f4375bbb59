"""From presses on a balance to a signed certificate: the calibration island, issued and printed."""

from __future__ import annotations

import io
import random
from pathlib import Path

from pypdf import PdfReader

from calibration.certificate import Particulars, certificate_content
from calibration.decision import decide
from calibration.evaluation.hair import evaluate
from calibration.events import Check, Conditions, Finish, Reading, Reference, Zero
from calibration.item import Item
from calibration.method import Method
from calibration.methods import method_text
from calibration.procedure import due, init, step
from qst_station.calibrating.entries import Calibrated
from qst_station.calibrating.issuing import certificate_folder, check_files, issue
from qst_station.calibrating.register import Register, read_register
from qst_station.calibrating.snapshot import snapshot
from qst_station.documents import load_document
from tests.calibrating.conftest import ON, UTC

METHOD = load_document(method_text("hair"), Method, place="hair.toml")
HAIR = Item(id="optihair2-A-8", kind="hair", reading_unit="g", nominal_mn=8.0, material="glass")


def content(number: str, *, seed: int = 1) -> dict[str, object]:
    """A hair of 7.63 mN that tires a little, pressed as the method asks."""
    chance, state, t_ns = random.Random(seed), init(METHOD, HAIR, ON.isoformat()), 0
    while (task := due(METHOD, HAIR, state)).key != "done":
        t_ns = max(t_ns + 5_000_000_000, task.not_before_ns)
        match task.key:
            case "conditions":
                event = Conditions(
                    t_ns=t_ns, temperature_c=21.4, humidity_percent=47.0, note="no air conditioning"
                )
            case "reference":
                nominal = 5.0 if task.role == "check_mass" else 0.0
                event = Reference(
                    t_ns=t_ns,
                    role=task.role,
                    id=f"{task.role}-1",
                    certificate=f"D-K-15012-{task.role}",
                    due="2027-07-31",
                    expanded=0.0002,
                    unit="g",
                    division=0.0001,
                    nominal=nominal,
                )
            case "check":
                event = Check(t_ns=t_ns, value=5.0, unit="g")
            case "zero":
                event = Zero(t_ns=t_ns, value=0.0, unit="g")
            case "finish":
                event = Finish(t_ns=t_ns)
            case _:
                value = round(chance.gauss(7.63, 0.03) / 9.80665, 4)
                event = Reading(t_ns=t_ns, value=value, unit="g", stable=True, trace=((0, 0.0), (10, value)))
        state = step(METHOD, HAIR, state, event)
    result = evaluate(METHOD, HAIR, state)
    return certificate_content(
        Particulars(
            number=number,
            date_issue=ON.isoformat(),
            place_name="INCA site 1",
            place_address="Würzburg",
            item={"model": "OptiHair2", "serial": "LOT 12", "owner": "INCA site 1", "condition": "straight"},
            person_name="Jadwiga Łukasiewicz",
            person_role="calibrator",
        ),
        METHOD,
        HAIR,
        state,
        result,
        decide(METHOD, result),
    )


def test_a_calibrated_hair_has_a_certificate_and_a_measured_force(data: Path) -> None:
    with Register.open(data) as register:
        issued = issue(register, content, instrument_id=HAIR.id, meaning="calibrated and released", utc=UTC)
    assert issued.findings == ()
    register_content = read_register(data)
    (found,) = snapshot(register_content, [HAIR.id], ON)
    assert (found["state"], found["certificate"]) == ("valid", "INCA-01-2026-0001")
    assert abs(found["measured_mn"] - 7.63) < found["expanded_mn"]
    assert found["nominal_mn"] == 8.0
    known = register_content.history(HAIR.id).certification
    assert isinstance(known, Calibrated)
    assert known.verdict in ("pass", "pass_with_correction")
    assert check_files(data, issued.certificate) == []
    pdf = certificate_folder(data, "INCA-01-2026-0001") / "INCA-01-2026-0001.pdf"
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf.read_bytes())).pages]
    assert all("INCA-01-2026-0001" in page for page in pages)
    assert "Internal verification" in pages[0]
