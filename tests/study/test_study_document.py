"""Study documents: three that can be used, and any other that is used or names its fault."""

from __future__ import annotations

import copy
import datetime
import tomllib
from importlib.resources import files
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qst_station.documents import load_document
from qst_station.findings import Refused
from qst_station.ratings.run_in import RunInGate
from qst_station.study.document import ASSESSMENTS, Right, ScaleId, Study
from qst_station.study.schedule import schedule
from qst_station.study.study import EXAMPLES, load_study, study_findings, study_sha256, study_text
from tests.study.documents import as_toml, document

DAY_0 = datetime.date(2026, 3, 1)


def loaded(data: dict[str, Any]) -> Study:
    return load_study(as_toml(data), place="site.toml")


def refused(data: dict[str, Any]) -> Refused:
    with pytest.raises(Refused) as caught:
        loaded(data)
    finding = caught.value.finding
    assert finding.place.startswith("site.toml") and finding.happened and finding.safe and finding.remedy
    return caught.value


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_can_be_used_and_says_where_it_comes_from(name: str) -> None:
    study = load_study(study_text(name), place=name)
    assert load_study(as_toml(document(name)), place=name) == study
    assert study.provenance and all(note.source for note in study.provenance)
    example = next(word.strip(".,") for word in study.participant_help.split() if any(c.isdigit() for c in word))
    study.check_participant(example, place="test")


def test_inca_is_what_the_record_says() -> None:
    inca = load_study(study_text(), place="inca")
    clinic = [(v.name, v.day) for v in inca.visits if v.kind == "clinic"]
    assert clinic == [
        ("screening", None),
        ("day-0", 0),
        ("day-30", 30),
        ("day-60", 60),
        ("day-90", 90),
        ("day-120", 120),
    ]
    required = {a: [v.name for v in inca.visits if a in v.required] for a in ("figure8", "mechanical_qst")}
    assert required["figure8"] == ["screening", "day-0", "day-60", "day-120"]
    assert required["mechanical_qst"] == ["day-0", "day-120"]
    assert [inca.planned_day(v) for v in inca.visits if v.kind == "telephone"] == [14, 44, 74, 104, 134, 180]
    windows = [v.window_days for v in inca.visits if v.kind == "clinic" and v.day is not None]
    assert windows == [(7, 7)] * 5 and inca.window_grade == "unverified"
    unverified = " ".join(note.what for note in inca.provenance if note.grade == "unverified")
    assert "Windows of 7 days" in unverified and "optional" in unverified
    everybody = {role.name for role in inca.roles}
    seen = {right: {name for name in everybody if inca.may_see(name, right)} for right in get_args(Right)}
    assert "examiner" in everybody and seen["review"] == seen["z_scores"] == everybody
    assert seen["course"] == everybody - {"examiner"} and not seen["arm"]


@pytest.mark.parametrize("name", ("inca", "run_in"))
def test_the_gate_of_a_run_in_is_one_that_the_diary_knows(name: str) -> None:
    study = load_study(study_text(name), place=name)
    assert study.run_in is not None and study.scales.daily_nrs is not None
    gate = RunInGate(
        scale_id=study.scales.daily_nrs,
        days=study.run_in.days,
        mean_at_least=study.run_in.mean_at_least,
        none_below=study.run_in.none_below,
    )
    assert (gate.days, gate.mean_at_least, gate.none_below) == (7, 6.0, 5.0)


def test_the_scales_are_those_that_can_be_rated_on() -> None:
    text = files("qst_station.ratings").joinpath("scales.toml").read_text(encoding="utf-8")
    assert {scale["id"] for scale in tomllib.loads(text)["scales"]} == set(ScaleId.__args__)


def test_a_changed_document_has_another_hash() -> None:
    text = study_text()
    assert study_sha256(text) != study_sha256(text.replace("Day 30", "Day 31"))


def test_a_role_that_the_study_does_not_name_sees_nothing() -> None:
    study = load_study(study_text("crossover"), place="crossover")
    assert not any(study.may_see("calibrator", what) for what in ("review", "z_scores", "course", "arm"))
    assert [r.name for r in study.roles if study.may_see(r.name, "arm")] == ["administrator"]


def changed(*path: str | int, to: Any, name: str = "inca") -> dict[str, Any]:
    data = document(name)
    inside: Any = data
    for part in path[:-1]:
        inside = inside[part]
    inside[path[-1]] = to
    return data


@pytest.mark.parametrize(
    ("data", "place", "value"),
    [
        (changed("visits", 3, "day", to=10), "visits[3]", "overlap"),
        (changed("visits", 3, "days_before", to=30), "visits[3]", "days 0 to 7"),
        (changed("visits", 3, "name", to="day-0"), "visits[3].name", "'day-0'"),
        (changed("visits", 3, "name", to="DAY-0"), "visits[3].name", "'DAY-0'"),
        (changed("visits", 3, "name", to="a/b"), "visits[3].name", "'a/b'"),
        (changed("visits", 3, "name", to="x\u202e"), "visits[3].name", "u202e"),
        (
            changed("visits", 3, "optional", to=["mri"]),
            "visits[3].optional",
            "'mri' is not allowed; allowed: 'daily",
        ),
        (changed("visits", 1, "optional", to=["figure8"]), "visits[1].optional", "'figure8'"),
        (changed("visits", 2, "optional", to=["figure8"]), "visits[2].optional", "telephone"),
        (changed("visits", 2, "after", to="day-30"), "visits[2].after", "'day-30'"),
        (changed("visits", 2, "after", to="call-0"), "visits[2].after", "'call-0'"),
        (changed("visits", 2, "day", to=0), "visits[2].day", "0"),
        (changed("visits", 2, "days_after", to=3), "visits[2].days_before", "None"),
        (changed("visits", 0, "days_after", to=-1), "visits[0].days_before", "None"),
        (changed("visits", 3, "days_after", to=-1), "visits[3].days_after", "-1"),
        (changed("visits", 3, "day", to=10**9), "visits[3].day", "1000000000"),
        (changed("visits", 3, "day", to=-30), "visits[3]", "before"),
        (changed("visits", 1, "day", to=1), "visits", "[]"),
        (changed("visits", to=[]), "visits", "[]"),
        (changed("participant_pattern", to="(a+)+$"), "participant_pattern", "(a+)+$"),
        (changed("participant_pattern", to="[A-Z"), "participant_pattern", "[A-Z"),
        (changed("participant_check", to="luhn"), "participant_check", "'luhn'"),
        (changed("roles", 0, "name", to="boss"), "roles[0].name", "'boss'"),
        (changed("roles", 0, "name", to="monitor"), "roles", "twice"),
        (changed("roles", 0, "name", to="calibrator"), "roles", "somebody must do the tests"),
        (changed("roles", 0, "sees", to=["arm"]), "roles[0].sees", "'arm'"),
        (changed("roles", 0, "sees", to=["everything"]), "roles[0].sees[0]", "'everything'"),
        # Values are hidden from everybody while something is tested, so no right may seem to lift that.
        (
            changed("roles", 0, "sees", to=["review", "values_while_testing"]),
            "roles[0].sees[1]",
            "'values_while_testing' is not allowed; allowed: 'review', 'z_scores', 'course' or 'arm'",
        ),
        (changed("limb", 0, "variant", to="nose"), "limb[0].variant", "'nose'"),
        (changed("limb", 0, "position", to="hanging"), "limb[0].position", "'hanging'"),
        (changed("limb", 1, "segment", to="hand"), "limb[1].segment", "'hand'"),
        (changed("limb", to=[]), "limb", "[]"),
        (changed("circumferences", to=[], name="run_in"), "circumferences", "how they are taken"),
        (changed("circumferences", 0, "height_cm", to=40.0, name="run_in"), "circumferences[0].height_cm", "40.0"),
        (changed("circumferences", 0, "marks", to=1, name="run_in"), "circumferences[0].marks", "2 to 30"),
        (changed("circumferences", 0, "first_mark", to=" ", name="run_in"), "circumferences[0].first_mark", "' '"),
        (changed("circumferences", 1, "segment", to="hand", name="run_in"), "circumferences[1].segment", "'hand'"),
        (
            changed("circumferences", 1, "convention", to="cone", name="run_in"),
            "circumferences[1].convention",
            "'cone'",
        ),
        (changed("test_sites", 0, "role", to="affected"), "test_sites", "affected"),
        (changed("test_sites", 0, "side", to="affected"), "test_sites[1]", "same place"),
        (changed("test_sites", 1, "area", to="foot"), "test_sites[1]", "affected foot"),
        (changed("scales", to={}), "scales", "None"),
        (changed("run_in", "none_below", to=8.0), "run_in.mean_at_least", "6.0"),
        (changed("run_in", "mean_at_least", to=11.0), "run_in.mean_at_least", "11.0"),
        (changed("run_in", "days", to=0), "run_in.days", "0"),
        (changed("name", to="IN CA"), "name", "'IN CA'"),
        (changed("title", to=" "), "title", "' '"),
        (changed("title", to="a\x1b[2J"), "title", "x1b"),
        (changed("format", to="qst-study/2"), "format", "'qst-study/2'"),
        (changed("visist", to=1), "visist", "visits"),
        (changed("sites", to=[{"code": c, "title": c} for c in ("N", "n")]), "sites[1].code", "'n'"),
        (changed("arms", 1, "code", to="AB", name="crossover"), "arms[1].code", "'AB'"),
    ],
)
def test_a_fault_is_named_with_field_value_and_remedy(data: dict[str, Any], place: str, value: str) -> None:
    finding = refused(data).finding
    assert finding.place.startswith(f"site.toml: {place}")
    assert value in finding.line()


def test_all_faults_are_found_and_the_first_says_how_many_more() -> None:
    data = changed("visits", 11, "name", to="day-0")
    data["run_in"]["days"] = 0
    study = load_document(as_toml(data), Study, place="site.toml")
    assert len(study_findings(study, place="site.toml")) == 2
    assert "(1 more after this)" in refused(data).finding.happened


values = st.one_of(
    st.sampled_from(
        ["", "day-0", "day-30", "hand", "affected", "unverified", "(a+)+", "examiner", "telephone", "\x00"]
    ),
    st.sampled_from(ASSESSMENTS),
    st.integers(-40, 400),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
    st.lists(st.sampled_from(ASSESSMENTS), max_size=3),
    st.just({}),
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A packaged document with one to three things in one of its fields changed, and the name of that field."""
    data = copy.deepcopy(document(draw(st.sampled_from(EXAMPLES))))
    top = draw(st.sampled_from(sorted(data)))
    for _ in range(draw(st.integers(1, 3))):
        inside: Any = data
        key: Any = top
        while isinstance(inside.get(key) if isinstance(inside, dict) else inside[key], dict | list):
            deeper = inside[key]
            if not deeper or draw(st.integers(0, 4)) == 0:
                break
            inside = deeper
            keys = sorted(inside) if isinstance(inside, dict) else range(len(inside))
            key = draw(st.sampled_from(list(keys)))
        match draw(st.sampled_from(["replace", "remove", "twice", "add"])):
            case "remove":
                del inside[key]
            case "twice" if isinstance(inside, list):
                inside.insert(key, copy.deepcopy(inside[key]))
            case "add" if isinstance(inside, dict) and inside is not data:
                inside[draw(st.sampled_from(["day", "after", "days_before", "kind", "extra"]))] = draw(values)
            case _:
                inside[key] = draw(values)
        if top not in data:
            break
    return top, data


# What a field may also be found wanting for: the other field then no longer fits.
DEPENDENT = {"visits": ("scales", "limb"), "scales": ("run_in",), "arms": ("roles",)}


@settings(max_examples=400)
@given(change=mutated())
def test_any_document_is_used_or_names_its_fault(change: tuple[str, dict[str, Any]]) -> None:
    top, data = change
    try:
        study = loaded(data)
    except Refused as caught:
        finding = caught.finding
        assert finding.code in ("document.invalid", "study.invalid")
        assert finding.happened and finding.remedy and "\n" not in finding.line()
        assert any(word in finding.line() for word in (top, *DEPENDENT.get(top, ())))
        return
    planned = schedule(study, [], today=DAY_0, day_0=DAY_0)
    assert [p.visit.name for p in planned] == [v.name for v in study.visits]
    assert study_findings(study, place="x") == []


@given(
    at=st.integers(0, 5000),
    cut=st.integers(0, 40),
    put=st.text(st.characters(exclude_categories=("Cs",)), max_size=5),
)
def test_any_damage_of_the_text_is_read_or_named(at: int, cut: int, put: str) -> None:
    text = study_text()
    at %= len(text)
    try:
        load_study(text[:at] + put + text[at + cut :], place="site.toml")
    except Refused as caught:
        assert caught.finding.place.startswith("site.toml") and caught.finding.remedy
