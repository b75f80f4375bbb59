"""The first row of a journal: everything a session needs to be run, replayed and understood later."""

from __future__ import annotations

import hashlib
import random
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from drivers.spec import Kind as DeviceKind
from protocols.battery import BatterySpec, TestSpec
from protocols.figure8 import Figure8Plan
from protocols.figure8 import init as check_limb_plan
from protocols.figure8_spec import Figure8Spec
from qst_station import __version__
from qst_station.documents import load_document
from qst_station.findings import Finding, Refused, Severity
from qst_station.scoring.norms import load_norms, norm_file
from qst_station.session.events import Actor
from qst_station.session.plan import LIMB_STEP, ROW_FORMAT, Kind, Side, Step
from qst_station.station.forms import SCORED, FormStep, Limb, form_inputs, run_in_gate, visit_forms
from qst_station.station.training import Training, training_row, training_steps
from qst_station.station.words_folder import DEFAULT, WordsFolder
from qst_station.study.document import Study, Visit
from qst_station.study.force_limits import limit_at, limit_row
from qst_station.study.protocol_documents import (
    ADDITIONAL,
    BATTERY,
    document_of,
    protocol_text,
    test_document,
)
from qst_station.study.study import load_study, study_text

FIGURE8 = "limb/figure8.toml"
CHECKLIST = "checklist.toml"
NOTES = "notes.toml"
STUDY = "study.toml"
NORMS = "magerl2010"

SEGMENT: dict[str, Literal["hand", "ankle"]] = {"upper": "hand", "lower": "ankle"}
_BODY_SITE: dict[str, Literal["hand", "foot"]] = {"upper": "hand", "lower": "foot"}


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRequest:
    """What the examiner fills in before a visit.

    Attributes
    ----------
    limb : str
        Affected limb: "upper" (hand) or "lower" (foot and ankle).
    age_y, sex : optional
        Left out, the session has no z-scores, and says why.
    seed : int or None
        Seed of the order of the ratings test; drawn where it is None, and stored either way.
    limb_variant, limb_position : str
        Landmark variant and position of the figure-of-8; empty takes those of the study.
    hair_set, pinprick_set : str
        Sets of the register of instruments; empty takes the only one of its kind.
    words : str
        Name or language of the participant's words; empty takes those of the study, or English.
    training : Training or None
        The simulated participant of a training visit, which has the tests of the battery and nothing else.
    """

    participant_id: str
    visit: str
    affected_side: Side
    limb: Literal["upper", "lower"]
    age_y: int | None = None
    sex: Literal["female", "male"] | None = None
    kind: Kind = "real"
    seed: int | None = None
    limb_variant: str = ""
    limb_position: str = ""
    hair_set: str = ""
    pinprick_set: str = ""
    words: str = ""
    training: Training | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceEntry:
    """A device as the opening row describes it; `scale` is that of `calibration.scale.Scale`.

    `instrument` is its snapshot of the register of instruments, None where it is not registered.
    """

    name: str
    gauge: str
    url: str
    kind: DeviceKind
    tests: tuple[str, ...]
    probe_area_cm2: float
    grade: str
    scale: dict[str, Any]
    options: dict[str, Any]
    instrument: dict[str, Any] | None = None


def opening_row(
    request: VisitRequest,
    devices: Sequence[DeviceEntry],
    actor: Actor,
    *,
    utc: str,
    study_document: str | None = None,
    instruments: dict[str, Any] | None = None,
    words: WordsFolder | None = None,
) -> dict[str, Any]:
    """Build the first row of a journal.

    Parameters
    ----------
    study_document : str, optional
        Text of the study; by default the packaged one.
    instruments : dict, optional
        As `qst_station.station.instruments.visit_instruments` gives it; by default none is on record, and none is
        asked for.
    words : WordsFolder, optional
        What the participant's words are chosen from; by default the packaged ones.

    Raises
    ------
    Refused
        The request does not fit the study or the rules; nothing has been written.
    """
    study_document = study_text() if study_document is None else study_document
    study = load_study(study_document, place=STUDY)
    if request.training is None:
        study.check_participant(request.participant_id, place="visit request")
    visit = study.visit(request.visit, place="visit request")
    if request.training is not None:
        visit = replace(visit, required=("mechanical_qst",), optional=())
    _check_age(request)
    documents = battery_documents()
    battery = documents.battery
    affected = Limb(segment=SEGMENT[request.limb], affected_side=request.affected_side)
    forms = visit_forms(visit, study, affected, place="visit request")
    steps = _steps(visit, battery, forms)
    additional = [ADDITIONAL[name] for name in visit.assessments if name in ADDITIONAL]
    texts = documents.texts | {document_of(test): protocol_text(document_of(test)) for test in additional}
    if request.training is not None:
        steps = [asdict(step) for step in training_steps(request.training, battery, request.kind)]
    _check_steps(visit, steps)
    norm_name, norm_text = norm_file(NORMS)
    inputs = {**texts, **form_inputs(forms), STUDY: study_document, f"norms/{norm_name}": norm_text}
    seed = request.seed if request.seed is not None else random.SystemRandom().getrandbits(32)
    gate = run_in_gate(visit, study) if request.training is None else None
    limb = _limb_plan(request, documents.figure8, study) if "figure8" in visit.assessments else None
    instruments = instruments or {"gate": False, "override_roles": [], "pieces": []}
    described = [asdict(device) for device in devices]
    sites = _sites(request, study)
    chosen = (words or WordsFolder(None, documents.tests)).choose(request.words or study.words or DEFAULT)
    inputs[chosen.document] = chosen.text
    inputs |= _certificates([*instruments["pieces"], *(d["instrument"] for d in described if d["instrument"])])
    return {
        "format": ROW_FORMAT,
        "session_uuid": str(uuid.uuid4()),
        "app_version": __version__,
        "utc": utc,
        "kind": request.kind,
        "study": study.name,
        "visit": visit.name if request.training is None else "training",
        "participant": {"id": request.participant_id, "age_y": request.age_y, "sex": request.sex},
        "affected": {"side": request.affected_side, "limb": request.limb},
        "sites": sites,
        "steps": steps,
        "force_limits": _force_limits(study, steps, sites),
        "seed": seed,
        "orders": _orders(battery, documents.tests, seed),
        "limb": asdict(limb) if limb else None,
        "forms": {step.key: asdict(step.spec) for step in forms},
        "circumferences": _girth_marks(visit, study, affected),
        "run_in": asdict(gate) if gate else None,
        "training": training_row(request.training),
        "devices": described,
        "instruments": instruments,
        "words": chosen.row(),
        "norms": {"name": NORMS, "sha256": load_norms(NORMS).sha256},
        "actor": {"who": actor.who, "role": actor.role},
        "documents": {
            "tests": {name: document_of(name) for name in (*battery.tests, *additional)},
            "figure8": FIGURE8,
            **({"checklist": CHECKLIST} if request.training is None else {}),
            "notes": NOTES,
            "norms": f"norms/{norm_name}",
            "forms": {step.key: SCORED[step.key] for step in forms if step.key in SCORED},
        },
        "inputs": inputs,
        "input_sha256": {name: hashlib.sha256(text.encode()).hexdigest() for name, text in inputs.items()},
    }


def _force_limits(
    study: Study, steps: Sequence[dict[str, Any]], sites: dict[str, dict[str, str]]
) -> dict[str, Any]:
    """The limits of the study that hold at the steps of a visit, below those of the protocols."""
    found = {}
    for step in [Step(**step) for step in steps if step["site_role"]]:
        role = step.site_role or ""
        limit = limit_at(study, step.test, sites[role]["body_site"], role)
        if limit is not None:
            found[step.key] = limit_row(limit)
    return found


def _girth_marks(visit: Visit, study: Study, limb: Limb) -> dict[str, Any] | None:
    if "circumferences" not in visit.assessments:
        return None
    return asdict(study.girth_marks(limb.segment, place="visit request"))


def _check_steps(visit: Visit, steps: list[dict[str, Any]]) -> None:
    if steps and visit.kind == "clinic":
        return
    asked = ", ".join(visit.assessments) or "nothing"
    raise Refused(
        Finding(
            code="visit.no_steps",
            severity=Severity.STOP,
            place="visit request",
            happened=f"visit is {visit.name!r} ({visit.kind}: {asked}), at which nobody is examined.",
            safe="Nothing was opened.",
            remedy="Choose a visit in the clinic with an assessment; a call is noted with the participant.",
        )
    )


def _certificates(snapshots: Sequence[dict[str, Any]]) -> dict[str, str]:
    """The certificates of instruments as inputs of the session, taken out of their snapshots."""
    texts: dict[str, str] = {}
    for snapshot in snapshots:
        text = snapshot.pop("certificate_json", None)
        if text is not None:
            texts[certificate_input(snapshot["certificate"])] = text
    return texts


def certificate_input(number: str) -> str:
    """Name of a certificate among the inputs of a session."""
    return f"certificates/{number}.json"


def _check_age(request: VisitRequest) -> None:
    if request.age_y is None or 0 < request.age_y < 120:
        return
    raise Refused(
        Finding(
            code="visit.age",
            severity=Severity.STOP,
            place="visit request",
            happened=f"age_y is {request.age_y}, which is no age in years.",
            safe="Nothing was opened.",
            remedy="Enter 1 to 119, or leave it empty: then there are no z-scores.",
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BatteryDocuments:
    """The packaged protocols: their texts by name, and what they say."""

    texts: dict[str, str]
    battery: BatterySpec
    tests: dict[str, TestSpec]
    figure8: Figure8Spec


def battery_documents() -> BatteryDocuments:
    """Read the packaged protocols."""
    battery_text = protocol_text(BATTERY)
    battery = load_document(battery_text, BatterySpec, place=BATTERY)
    texts = {BATTERY: battery_text, **{name: protocol_text(name) for name in (FIGURE8, CHECKLIST, NOTES)}}
    tests = {}
    for name in battery.tests:
        texts[document_of(name)] = protocol_text(document_of(name))
        tests[name] = test_document(name)
    figure8 = load_document(texts[FIGURE8], Figure8Spec, place=FIGURE8)
    return BatteryDocuments(texts=texts, battery=battery, tests=tests, figure8=figure8)


def _limb_plan(request: VisitRequest, spec: Figure8Spec, study: Study) -> Figure8Plan:
    method = study.limb_method(SEGMENT[request.limb], place="visit request")
    plan = Figure8Plan(
        segment=method.segment,
        affected_side=request.affected_side,
        variant=request.limb_variant or method.variant,
        position=request.limb_position or method.position,
    )
    try:
        check_limb_plan(spec, plan)
    except ValueError as fault:
        finding = Finding(
            code="visit.limb",
            severity=Severity.STOP,
            place="visit request",
            happened=f"{fault}.",
            safe="Nothing was opened.",
            remedy="Choose one of those named.",
        )
        raise Refused(finding) from fault
    return plan


def _sites(request: VisitRequest, study: Study) -> dict[str, dict[str, str]]:
    other = "right" if request.affected_side == "left" else "left"
    return {
        site.role: {
            "body_site": _BODY_SITE[request.limb] if site.area == "limb" else site.area,
            "side": request.affected_side if site.side == "affected" else other,
        }
        for site in study.test_sites
    }


def _steps(visit: Visit, battery: BatterySpec, forms: tuple[FormStep, ...]) -> list[dict[str, Any]]:
    steps: list[Step] = []
    for assessment in (*visit.assessments, None):
        optional = assessment in visit.optional
        steps += [_form_step(form) for form in forms if form.before == assessment]
        if assessment == "figure8":
            steps.append(Step(test=LIMB_STEP, optional=optional))
        if assessment == "mechanical_qst":
            steps += [
                Step(test=test, site_role=role, optional=optional)
                for role in battery.site_order
                for test in battery.tests
            ]
        if assessment in ADDITIONAL:
            test = ADDITIONAL[assessment]
            steps += [Step(test=test, site_role=role, optional=optional) for role in battery.site_order]
    return [asdict(step) for step in steps]


def _form_step(form: FormStep) -> Step:
    return Step(test=form.spec.form, moment=form.spec.moment, optional=form.optional)


def _orders(battery: BatterySpec, tests: dict[str, TestSpec], seed: int) -> dict[str, list[str]]:
    """Draw the orders of shuffled tests: each run holds every stimulus once, in an order of its own."""
    chance = random.Random(seed)
    orders: dict[str, list[str]] = {}
    for role in battery.site_order:
        for name in battery.tests:
            spec = tests[name].rating
            if spec is None or not spec.shuffled:
                continue
            ids = [stimulus.id for stimulus in spec.stimuli]
            orders[f"{name}@{role}"] = [id_ for _ in range(spec.runs) for id_ in chance.sample(ids, len(ids))]
    return orders
