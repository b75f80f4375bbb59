"""The forms of a visit: what the study asks for as questions, with everything in them that a replay needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Literal

from protocols.battery import Provenance
from protocols.form_document import Choice, Field, FormSpec, Number, Option, RatedOn, Slip, YesNo
from qst_station.documents import load_document
from qst_station.limb.volume import VolumeLimits
from qst_station.ratings.forms import Form
from qst_station.ratings.run_in import RunInGate
from qst_station.ratings.scales import Scale, Scales
from qst_station.session.plan import Side
from qst_station.study.document import Assessment, GirthMarks, Segment, Study, Visit

LIMB_CONTEXT = "limb_context"
SCORED = {"css": "ratings/css.toml", "budapest": "ratings/budapest.toml"}
"""Forms whose score or conclusion follows from their answers, and the documents that say how."""

SCALES = "ratings/scales.toml"
DAYS_BEFORE = "days-before-"
"""Identifiers of the fields of a diary begin so; the number of days follows."""

_VOLUME = "limb/volume.toml"
_DOCUMENTS = {
    LIMB_CONTEXT: "limb/context.toml",
    "skin_temperature": "limb/skin_temperature.toml",
    "water_displacement": "limb/water_displacement.toml",
}
_OF_THE_LIMB: frozenset[Assessment] = frozenset(
    ("skin_temperature", "figure8", "circumferences", "water_displacement")
)
_MEASURED = _OF_THE_LIMB | {"mechanical_qst", "electronic_von_frey"}
_RATED = {"daily_nrs": ("Diary", "Pain by the diary"), "spontaneous_pain": ("Pain", "Pain without a stimulus")}
_NO_RATING = ("refused", "not able to answer", "not asked", "other")
_NO_REPLY = ("not assessed", "not tolerated", "refused", "other")
_NO_GIRTH = ("not tolerated", "wound or dressing", "cast", "refused", "amputation", "equipment", "other")
_SLIPS_OF_LENGTH = (Slip(unit="millimetres", factor=0.1), Slip(unit="inches", factor=2.54))
_MARKS_LIE = {"frustum": "at the ends of the segments", "disc": "in the middle of the segments"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStep:
    """A form and its place: where `before` is done, or at the end where that is None.

    What surrounds a measurement is optional only where the study requires none of those that it surrounds.
    """

    spec: FormSpec
    before: Assessment | None
    optional: bool

    @property
    def key(self) -> str:
        """Identifier of the step."""
        return f"{self.spec.form}@{self.spec.moment}" if self.spec.moment else self.spec.form


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb:
    """Which limb is affected."""

    segment: Segment
    affected_side: Side


def visit_forms(visit: Visit, study: Study, limb: Limb, *, place: str) -> tuple[FormStep, ...]:
    """The forms of a visit in order.

    Raises
    ------
    Refused
        The study does not say how the limb is measured; `place` is named.
    """
    asked = visit.assessments
    measured = any(assessment in _MEASURED for assessment in asked)
    first_of_limb = next((assessment for assessment in asked if assessment in _OF_THE_LIMB), None)
    steps: list[FormStep] = []
    for assessment in asked:
        if assessment == first_of_limb:
            optional = _OF_THE_LIMB.isdisjoint(visit.required)
            steps.append(FormStep(spec=_document(LIMB_CONTEXT), before=assessment, optional=optional))
        spec = _spec(assessment, visit, study, limb, place)
        if spec is None:
            continue
        if assessment == "spontaneous_pain" and measured:
            spec = replace(spec, moment="before", label=f"{spec.label} 1", title=f"{spec.title}, before testing")
        steps.append(FormStep(spec=_sided(spec, limb), before=assessment, optional=assessment in visit.optional))
    if "spontaneous_pain" in asked and measured:
        spec = _rating("spontaneous_pain", study)
        again = replace(spec, moment="after", label=f"{spec.label} 2", title=f"{spec.title}, after testing")
        steps.append(FormStep(spec=again, before=None, optional="spontaneous_pain" in visit.optional))
    return tuple(steps)


def form_inputs(steps: tuple[FormStep, ...]) -> dict[str, str]:
    """The texts of the documents that the forms were made from, by name."""
    names: dict[str, None] = {}
    for step in steps:
        form = step.spec.form
        for name in (SCORED.get(form), _DOCUMENTS.get(form)):
            if name is not None:
                names[name] = None
        if form in _RATED:
            names[SCALES] = None
        if form in ("circumferences", "water_displacement"):
            names[_VOLUME] = None
    return {name: _text(name) for name in names}


def _text(name: str) -> str:
    folder, _, file = name.partition("/")
    package = "protocols.limb" if name in _DOCUMENTS.values() else f"qst_station.{folder}"
    return files(package).joinpath(file).read_text(encoding="utf-8")


def _document(form: str) -> FormSpec:
    name = _DOCUMENTS[form]
    return load_document(_text(name), FormSpec, place=name)


def _spec(assessment: Assessment, visit: Visit, study: Study, limb: Limb, place: str) -> FormSpec | None:
    match assessment:
        case "daily_nrs":
            return _diary(visit, study)
        case "spontaneous_pain":
            return _rating(assessment, study)
        case "css" | "budapest":
            return _checklist(assessment)
        case "skin_temperature":
            return _document(assessment)
        case "water_displacement":
            return _water()
        case "circumferences":
            return _girths(study.girth_marks(limb.segment, place=place))
        case "figure8" | "mechanical_qst" | "electronic_von_frey":
            return None


def _sided(spec: FormSpec, limb: Limb) -> FormSpec:
    """The form with the side of the body beside the role of the limb."""
    other: Side = "right" if limb.affected_side == "left" else "left"
    sides: dict[str, Literal["", "left", "right"]] = {"": "", "affected": limb.affected_side, "unaffected": other}
    return replace(spec, fields=tuple(replace(field, side=sides[field.limb_role]) for field in spec.fields))


def _rating(assessment: Literal["daily_nrs", "spontaneous_pain"], study: Study) -> FormSpec:
    document = load_document(_text(SCALES), Scales, place=SCALES)
    name = getattr(study.scales, assessment)
    assert name is not None  # a study that asks for a rating names its scale (study.checks)
    scale = document.scale(name)
    label, title = _RATED[assessment]
    answer = _answer(scale)
    # What stands in a diary is copied by the examiner, and a line on paper is no line on a screen.
    if assessment == "spontaneous_pain" and scale.kind == "numerical" and isinstance(answer, Number):
        answer = replace(answer, entry="keypad")
    return FormSpec(
        form=assessment,
        label=label,
        title=title,
        version=document.version,
        instruction="The participant gives the number; nobody helps with it.",
        fields=(Field(id="pain", label=scale.title, by="participant", answer=answer),),
        decline_reasons=_NO_RATING,
        provenance=document.provenance,
    )


def run_in_gate(visit: Visit, study: Study) -> RunInGate | None:
    """The run-in that a visit decides about: up to that of day 0, where the study has one."""
    gate, scale = study.run_in, study.scales.daily_nrs
    decides = study.visits.index(visit) <= study.visits.index(study.day_0) and "daily_nrs" in visit.assessments
    if gate is None or scale is None or not decides:
        return None
    return RunInGate(scale_id=scale, days=gate.days, mean_at_least=gate.mean_at_least, none_below=gate.none_below)


def _diary(visit: Visit, study: Study) -> FormSpec:
    """A rating of the diary; as many days of it as the run-in asks for where the visit decides about that."""
    spec, gate = _rating("daily_nrs", study), run_in_gate(visit, study)
    if gate is None:
        return spec
    (pain,) = spec.fields
    days = range(gate.days, 0, -1)
    fields = tuple(
        replace(pain, id=f"{DAYS_BEFORE}{n}", heading=pain.label, label=f"{n} day{'s' if n > 1 else ''} ago")
        for n in days
    )
    return replace(spec, fields=fields, instruction="From the diary, as it was written on the day.")


def _answer(scale: Scale) -> Number | Choice:
    rated = RatedOn(
        id=scale.id,
        low_anchor=scale.low_anchor,
        high_anchor=scale.high_anchor,
        recall_period=scale.recall_period,
        length_mm=scale.length_mm,
    )
    if scale.kind == "verbal":
        words = tuple(
            Option(key=str(i), value=word, label=word, number=scale.minimum + i * scale.step)
            for i, word in enumerate(scale.words)
        )
        return Choice(options=words, scale=rated)
    return Number(unit=scale.unit, minimum=scale.minimum, maximum=scale.maximum, step=scale.step, scale=rated)


def _checklist(name: Literal["css", "budapest"]) -> FormSpec:
    form = load_document(_text(SCORED[name]), Form, place=SCORED[name])
    headings = {"criterion": "Criterion", "symptom": "Reported", "sign": "Found on examination"}
    return FormSpec(
        form=name,
        label="CSS" if name == "css" else "Budapest",
        title=form.title,
        version=form.version,
        instruction="Reported: as the participant says. Found: as you see and feel it now, not as a number says.",
        fields=tuple(
            Field(
                id=item.id,
                label=item.text,
                by="participant" if item.kind == "symptom" else "examiner",
                heading=": ".join(part for part in (headings[item.kind], item.category) if part),
                answer=YesNo(),
                evidence=item.evidence,
            )
            for item in form.items
        ),
        decline_reasons=_NO_REPLY,
        provenance=form.provenance,
    )


def _limits() -> VolumeLimits:
    return load_document(_text(_VOLUME), VolumeLimits, place=_VOLUME)


def _water() -> FormSpec:
    spec, limits = _document("water_displacement"), _limits()
    volume = Number(unit="ml", minimum=limits.displaced_min_ml, maximum=limits.displaced_max_ml, step=1.0)
    fields = tuple(
        Field(id=role, label="Volume", limb_role=role, answer=volume) for role in ("unaffected", "affected")
    )
    return replace(spec, fields=(*spec.fields, *fields), provenance=_with(spec, limits, "Displaced water"))


def _girths(marks: GirthMarks) -> FormSpec:
    limits = _limits()
    girth = Number(
        unit="cm",
        minimum=limits.circumference_min_cm,
        maximum=limits.circumference_max_cm,
        step=0.1,
        slips=_SLIPS_OF_LENGTH,
    )
    spec = FormSpec(
        form="circumferences",
        label="Girths",
        title="Serial circumferences",
        version=limits.version,
        instruction=(
            f"{marks.marks} marks {marks.height_cm:g} cm apart, {_MARKS_LIE[marks.convention]}; "
            f"the first {marks.first_mark}."
        ),
        fields=tuple(_girth_fields(marks, girth)),
        decline_reasons=_NO_GIRTH,
    )
    return replace(spec, provenance=_with(spec, limits, "Circumferences"))


def _girth_fields(marks: GirthMarks, girth: Number) -> Iterator[Field]:
    for role in ("unaffected", "affected"):
        for mark in range(1, marks.marks + 1):
            at_cm = (mark - 1) * marks.height_cm
            where = f"{at_cm:g} cm from the first" if mark > 1 else marks.first_mark
            label = f"Mark {mark} of {marks.marks}: {where}"
            yield Field(id=f"{role}-{mark}", label=label, limb_role=role, answer=girth)


def _with(spec: FormSpec, limits: VolumeLimits, what: str) -> tuple[Provenance, ...]:
    """The provenance of a form with that of the limits it takes from the document of volumes."""
    return (*spec.provenance, *(entry for entry in limits.provenance if entry.what.startswith(what)))
