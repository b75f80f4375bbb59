"""Forms of a visit: which there are, what is kept of them, and what follows only from complete answers."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

import pytest

from qst_station.session.events import Actor, Command
from qst_station.session.machine import first_state, step
from qst_station.session.plan import SessionPlan, plan_from_opening
from qst_station.session.running import NotNow, Recorded
from qst_station.station.form_review import form_review
from qst_station.station.opening import VisitRequest, opening_row
from qst_station.station.record import Unreplayable, replay_rows, tables
from qst_station.station.upcoming import next_stimulus
from qst_station.station.view import view
from qst_station.study.study import study_text
from tests.study.documents import as_toml, document

NURSE = Actor(who="nurse", role="examiner")
QST = [f"{test}@{role}" for role in ("control", "affected") for test in ("MDT", "MPT", "MPS", "WUR", "VDT", "PPT")]
CSS_SYMPTOMS = ("pain", "sensation", "temperature", "colour", "sweating", "oedema", "trophic", "motor")


def opening(participant: str, visit: str, study: str, **more: Any) -> dict[str, Any]:
    request = VisitRequest(
        **{
            "participant_id": participant,
            "visit": visit,
            "affected_side": "left",
            "limb": "upper",
            "seed": 1,
            **more,
        }
    )
    text = study if "\n" in study else study_text(study)
    row = opening_row(request, [], NURSE, utc="2026-01-01T00:00:00+00:00", study_document=text)
    # What is replayed later has been JSON in between.
    restored: dict[str, Any] = json.loads(json.dumps(row))
    return restored


class Visit:
    """A visit of which only the forms are filled in; the key of a step opens it."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.plan: SessionPlan = plan_from_opening(row, place="row")
        self.state = first_state(self.plan)
        self.t_ns = 0
        self.do("checked", reason="of no account here")
        self.t_ns = 0

    def do(self, name: str, **args: Any) -> tuple[object, ...]:
        self.t_ns += 1_000_000_000
        command = Command(t_ns=self.t_ns, name=name, args=args, actor=NURSE, source="key")
        self.state, consequences = step(self.plan, self.state, command)
        return consequences

    def start(self, key: str) -> Visit:
        index = next(i for i, s in enumerate(self.plan.steps) if s.key == key)
        self.do("start", step=index, reason="for the test")
        return self

    def enter(self, answer: str, reason: str = "") -> Visit:
        self.do("form_enter", field=self.field["id"], answer=answer, reason=reason)
        return self

    def fill(self, key: str, answers: Mapping[str, str]) -> Visit:
        """Fill in a form and close it; an answer that begins with `-` is a reason to leave it out."""
        self.start(key)
        while self.form["field"]:
            answer = answers.get(self.field["id"], answers.get("*", ""))
            if answer.startswith("-"):
                self.do("form_decline", field=self.field["id"], reason=answer[1:])
            else:
                self.enter(answer)
        self.do("form_close")
        return self

    @property
    def form(self) -> dict[str, Any]:
        form: dict[str, Any] = view(self.plan, self.state)["form"]
        return form

    @property
    def field(self) -> dict[str, Any]:
        field: dict[str, Any] = self.form["field"]
        return field

    @property
    def tables(self) -> dict[str, list[dict[str, Any]]]:
        return tables(self.plan, self.state)

    def derived(self, quantity: str, side: str = "") -> dict[str, Any]:
        return next(r for r in self.tables["derived"] if (r["quantity"], r["side"]) == (quantity, side))


@pytest.fixture
def inca() -> Visit:
    return Visit(opening("P-001", "day-0", "inca"))


@pytest.fixture
def run_in() -> Visit:
    return Visit(opening("RUN0012", "entry", "run_in"))


@pytest.mark.parametrize(
    ("participant", "visit", "study", "keys"),
    [
        ("P-001", "screening", "inca", ["budapest", "css", "limb_context", "FIG8"]),
        (
            "P-001",
            "day-0",
            "inca",
            [
                *("daily_nrs", "spontaneous_pain@before", "css", "limb_context", "skin_temperature", "FIG8"),
                *QST,
                "spontaneous_pain@after",
            ],
        ),
        ("RUN0012", "consent", "run_in", ["budapest"]),
        (
            "RUN0012",
            "entry",
            "run_in",
            [
                *("daily_nrs", "css", "limb_context", "skin_temperature", "FIG8"),
                *("circumferences", "water_displacement", *QST),
            ],
        ),
        (
            "NTH-0016",
            "screening",
            "crossover",
            ["spontaneous_pain@before", "limb_context", "FIG8", "spontaneous_pain@after"],
        ),
    ],
)
def test_every_assessment_of_a_visit_is_a_step(participant: str, visit: str, study: str, keys: list[str]) -> None:
    row = opening(participant, visit, study)
    plan = plan_from_opening(row, place="row")
    assert [s.key for s in plan.steps] == keys
    assert set(plan.forms) == {key for key in keys if key not in QST and key != "FIG8"}
    assert row["documents"]["forms"].keys() == {"css", "budapest"} & set(keys)


def test_what_the_study_does_not_require_is_marked_optional(inca: Visit) -> None:
    optional = [s.key for s in inca.plan.steps if s.optional]
    assert optional == ["daily_nrs", "spontaneous_pain@before", "skin_temperature", "spontaneous_pain@after"]
    rail = view(inca.plan, inca.state)["rail"]
    assert rail[0]["title"] == "Pain by the diary (optional)" and rail[2]["title"] == "CRPS Severity Score"


def test_pain_that_is_asked_without_a_measurement_is_asked_once() -> None:
    data = document("crossover")
    data["visits"][0]["required"] = ["spontaneous_pain"]
    plan = plan_from_opening(opening("NTH-0016", "screening", as_toml(data)), place="row")
    assert [s.key for s in plan.steps] == ["spontaneous_pain"]


def test_a_row_from_before_there_were_forms_replays_unchanged() -> None:
    row = opening("P-001", "day-0", "inca")
    measured = [s for s in row["steps"] if s["site_role"] or s["test"] == "FIG8"]
    row["steps"] = [{key: s[key] for key in ("test", "site_role")} for s in measured]
    del row["forms"], row["circumferences"], row["documents"]["forms"]
    found = Visit(row).tables
    assert found["entries"] == [] and found["derived"] == [] and len(found["parameters"]) == 14


def test_what_the_row_carries_counts_and_not_what_is_installed() -> None:
    row = opening("P-001", "screening", "inca")
    text = row["inputs"]["ratings/css.toml"]
    row["inputs"]["ratings/css.toml"] = text.replace("CRPS Severity Score (0-16)", "the score of that time")
    assert Visit(row).derived("css_total")["method"] == "the score of that time"


@pytest.mark.parametrize("gone", [("documents", "forms"), ("inputs", "ratings/css.toml"), ("forms", "css")])
def test_a_row_that_lacks_a_part_of_a_form_is_not_replayed(gone: tuple[str, str]) -> None:
    from qst_station.recording.chain import GENESIS, chained

    row = opening("P-001", "screening", "inca")
    del row[gone[0]][gone[1]]
    with pytest.raises(Unreplayable, match="opening row"):
        replay_rows([chained(GENESIS, 1, "open", json.dumps(row).encode())], place="journal")


def test_the_score_is_the_number_of_yes_once_all_sixteen_are_answered(inca: Visit) -> None:
    inca.fill("css", {"*": "no", **{f"symptom-{name}": "yes" for name in CSS_SYMPTOMS}})
    assert (inca.derived("css_total")["value"], inca.derived("css_total")["reason"]) == (8.0, "")


def test_one_item_left_out_leaves_no_score_and_says_which(inca: Visit) -> None:
    assert "not answered: symptom-pain" in inca.derived("css_total")["reason"]
    inca.fill("css", {"*": "yes", "sign-oedema": "-not assessed"})
    row = inca.derived("css_total")
    assert row["value"] != row["value"] and row["reason"] == "not assessed: sign-oedema"


def test_a_correction_counts_and_the_entry_before_it_stays(inca: Visit) -> None:
    inca.start("css")
    while inca.form["field"]:
        inca.enter("yes")
    inca.do("form_correct", field="sign-motor", reason="misunderstood")
    with pytest.raises(NotNow, match="not answered yet"):
        inca.do("form_close")
    inca.enter("no").do("form_close")
    assert inca.derived("css_total")["value"] == 15.0
    rows = [row for row in inca.tables["entries"] if row["field"] == "sign-motor"]
    assert [(r["answer"], r["status"], r["reason"]) for r in rows] == [
        ("yes", "corrected", ""),
        ("no", "counted", "misunderstood"),
    ]
    assert all(row["actor"] == "nurse" for row in rows) and rows[0]["t_ns"] < rows[1]["t_ns"]


def test_a_form_begun_again_keeps_the_first_attempt(inca: Visit) -> None:
    inca.fill("spontaneous_pain@before", {"*": "4"}).fill("spontaneous_pain@before", {"*": "5"})
    rows = inca.tables["entries"]
    assert [(r["value"], r["attempt"], r["status"]) for r in rows] == [(4.0, 1, "repeated"), (5.0, 2, "counted")]


def test_pain_after_minus_before_needs_both(inca: Visit) -> None:
    inca.fill("spontaneous_pain@after", {"*": "7"})
    row = inca.derived("spontaneous_pain_change")
    assert row["value"] != row["value"] and row["reason"] == "not rated: before"
    inca.fill("spontaneous_pain@before", {"*": "4"})
    row = inca.derived("spontaneous_pain_change")
    assert (row["value"], row["unit"], row["reason"]) == (3.0, "NRS 0-10", "")


def test_up_to_day_0_the_diary_has_the_days_of_the_run_in_and_later_one() -> None:
    def days(visit: str) -> list[str]:
        spec = Visit(opening("RUN0012", visit, "run_in")).plan.forms["daily_nrs"]
        return [field.id for field in spec.fields]

    assert days("entry") == [f"days-before-{n}" for n in range(7, 0, -1)]
    assert days("week-12") == ["pain"]
    assert not any(
        row["quantity"] == "run_in" for row in Visit(opening("RUN0012", "week-12", "run_in")).tables["derived"]
    )


@pytest.mark.parametrize(
    ("given", "verdict", "mean", "why"),
    [
        ({"*": "6"}, "met", 6.0, ""),
        ({"*": "7", "days-before-4": "5"}, "met", 47 / 7, ""),
        ({"*": "8", "days-before-1": "4"}, "not met", 52 / 7, "an entry of 4 is below 5"),
        ({"*": "6", "days-before-2": "5"}, "not met", 41 / 7, "mean 5.86 is below 6"),
    ],
)
def test_the_run_in_is_judged_from_the_whole_diary(
    inca: Visit, given: dict[str, str], verdict: str, mean: float, why: str
) -> None:
    """ISRCTN12908996: mean at least 6 over at least 7 consecutive days before day 0, none below 5."""
    row = inca.fill("daily_nrs", given).derived("run_in")
    assert (row["verdict"], row["reason"]) == (verdict, why)
    assert row["value"] == pytest.approx(mean, abs=1e-6)


def test_a_day_that_is_missing_in_the_diary_leaves_the_run_in_open(inca: Visit) -> None:
    row = inca.fill("daily_nrs", {"*": "9", "days-before-3": "-not asked"}).derived("run_in")
    assert (row["verdict"], row["reason"]) == ("", "no number for: days-before-3")
    assert row["value"] != row["value"]


def test_a_rating_carries_its_scale() -> None:
    visit = Visit(opening("NTH-0016", "screening", "crossover"))
    visit.fill("spontaneous_pain@before", {"*": "63"})
    row = visit.tables["entries"][0]
    assert (row["value"], row["unit"], row["scale"], row["recall_period"]) == (
        63.0,
        "mm",
        "vas-0-100-mm-now",
        "now",
    )
    assert (row["low_anchor"], row["high_anchor"]) == ("no pain", "worst pain imaginable")
    assert (row["minimum"], row["maximum"], row["scale_length_mm"]) == (0.0, 100.0, 100.0)


def test_a_rating_in_words_keeps_word_and_number() -> None:
    data = document("crossover")
    data["scales"]["spontaneous_pain"] = "five-point-now"
    visit = Visit(opening("NTH-0016", "screening", as_toml(data))).start("spontaneous_pain@before")
    assert [option["key"] for option in visit.field["options"]] == ["0", "1", "2", "3", "4"]
    visit.enter("severe").do("form_close")
    row = visit.tables["entries"][0]
    assert (row["answer"], row["value"], row["scale"], row["maximum"]) == ("severe", 3.0, "five-point-now", 4.0)
    assert visit.tables["derived"] == [], "words have no difference"


def test_budapest_is_concluded_from_categories() -> None:
    """Marinus 2011, table 1: four categories of symptoms for research, three for the clinic, signs in two."""
    visit = Visit(opening("RUN0012", "consent", "run_in"))
    yes = ("pain", "no-other-diagnosis", "sign-pinprick", "sign-oedema")
    reported = ("symptom-allodynia", "symptom-colour", "symptom-sweating")
    visit.fill("budapest", {"*": "no", **dict.fromkeys((*yes, *reported), "yes")})
    assert (visit.derived("budapest_clinical")["verdict"], visit.derived("budapest_research")["verdict"]) == (
        "met",
        "not met",
    )
    visit.fill("budapest", {"*": "yes", "sign-motor": "-not tolerated"})
    row = visit.derived("budapest_research")
    assert (row["verdict"], row["reason"]) == ("", "not assessed: sign-motor")


def test_circumferences_give_the_volume_of_the_declared_marks(run_in: Visit) -> None:
    """Truncated cones of 4 cm with 16, 18, 20, 22, 24 cm: h / 12π Σ(a² + ab + b²) = 516.0864 ml."""
    girths = {f"unaffected-{mark}": f"{14 + 2 * mark},0" for mark in range(1, 6)}
    girths |= {f"affected-{mark}": "20" for mark in range(1, 5)} | {"affected-5": "-not tolerated"}
    run_in.fill("circumferences", girths)
    right, left = run_in.derived("limb_volume", "right"), run_in.derived("limb_volume", "left")
    assert right["value"] == pytest.approx(516.0864, abs=1e-4) and right["unit"] == "ml"
    assert right["method"] == "frustum: 5 marks 4 cm apart, the first 2 cm above the ulnar styloid"
    assert left["value"] != left["value"] and left["reason"] == "no number for: affected-5"


def test_marks_in_the_middle_give_the_volume_of_discs() -> None:
    """Discs of 4 cm (Kuhnke) with 17, 19, 21, 23 cm: Σ c² / π = 1620 / π ml."""
    data = document("run_in")
    data["circumferences"][0] |= {"convention": "disc", "marks": 4}
    visit = Visit(opening("RUN0012", "entry", as_toml(data)))
    visit.fill(
        "circumferences",
        {f"{role}-{n}": f"{15 + 2 * n}" for role in ("affected", "unaffected") for n in range(1, 5)},
    )
    row = visit.derived("limb_volume", "left")
    assert row["value"] == pytest.approx(1620 / math.pi) and row["method"].startswith("disc: 4 marks")


def test_millimetres_and_inches_are_refused_and_nothing_is_kept(run_in: Visit) -> None:
    run_in.start("circumferences")
    for typed, meant in (
        ("412", "type 41.2 if it was read in millimetres"),
        ("7", "type 17.8 if it was read in inches"),
    ):
        before = run_in.state
        with pytest.raises(NotNow, match=meant):
            run_in.enter(typed)
        assert run_in.state == before
    assert run_in.tables["entries"] == []


def test_each_side_of_the_skin_needs_its_temperature(run_in: Visit) -> None:
    run_in.fill("skin_temperature", {"place": "palm", "unaffected": "-equipment", "affected": "331"})
    row = run_in.derived("skin_temperature_difference")
    assert row["value"] != row["value"] and row["reason"] == "no number for: unaffected"
    run_in.fill("skin_temperature", {"place": "palm", "unaffected": "31,5", "affected": "331"})
    assert run_in.derived("skin_temperature_difference")["value"] == 1.6
    sides = {row["limb_role"]: row["side"] for row in run_in.tables["entries"] if row["limb_role"]}
    assert sides == {"unaffected": "right", "affected": "left"}


def test_water_is_entered_for_each_side_with_its_method(run_in: Visit) -> None:
    wanted = {
        "method": "overflow",
        "landmark": "wrist crease",
        "water_c": "32",
        "unaffected": "480",
        "affected": "505",
    }
    run_in.fill("water_displacement", wanted)
    rows = {row["field"]: row for row in run_in.tables["entries"]}
    assert (rows["affected"]["value"], rows["affected"]["unit"], rows["affected"]["side"]) == (505.0, "ml", "left")
    assert (rows["method"]["answer"], rows["landmark"]["answer"]) == ("overflow", "wrist crease")


def test_every_entry_is_acknowledged_once_and_refused_ones_never(inca: Visit) -> None:
    inca.start("css")
    told = inca.do("form_enter", field="symptom-pain", answer="yes", reason="")
    assert told == (Recorded(test="css", site="symptom-pain", trial=1),)
    told = inca.do("form_decline", field="symptom-sensation", reason="refused")
    assert told == (Recorded(test="css", site="symptom-sensation", trial=2),)
    with pytest.raises(NotNow, match="is due"):
        inca.do("form_enter", field="symptom-pain", answer="no", reason="")


def test_a_form_is_paused_stopped_and_not_undone(inca: Visit) -> None:
    inca.start("css").enter("yes")
    with pytest.raises(NotNow, match="correct the entry"):
        inca.do("undo", reason="")
    inca.do("pause", reason="")
    with pytest.raises(NotNow, match="paused"):
        inca.enter("yes")
    inca.do("resume")
    due = next_stimulus(inca.plan, inca.state)
    assert due is not None and (due["test"], due["stimulus"]) == ("css", "symptom-sensation")
    inca.do("stop", reason="too tired")
    assert "not answered" in inca.derived("css_total")["reason"]
    with pytest.raises(NotNow, match="no form is open"):
        inca.do("form_close")


def test_what_was_answered_before_is_not_shown_while_something_is_still_to_be_tested(inca: Visit) -> None:
    inca.fill("spontaneous_pain@before", {"*": "4"}).start("spontaneous_pain@after")
    shown = json.dumps({key: view(inca.plan, inca.state)[key] for key in ("form", "do", "test", "progress")})
    assert '"number": "' not in shown and inca.form["last"] is None and inca.form["entries"] == 0


def test_measurements_stand_beside_an_item_and_answer_nothing(inca: Visit) -> None:
    inca.fill("css", {"*": "no"}).start("FIG8")
    for girth_cm in (40.0, 44.0) * 3:
        inca.do("limb_enter", girth_cm=girth_cm, entered=f"{girth_cm}")
    inca.do("limb_close")
    shown = {row["asked"]: row for row in form_review(inca.plan, inca.tables)}
    row = shown["The examiner sees or feels swelling of one side"]
    assert row["answer"] == "no"
    assert row["evidence"] == ["girth unaffected 40.0 cm", "girth affected 44.0 cm"]
    assert shown["The limb is or was swollen"]["evidence"] == []


def test_who_may_not_see_z_scores_sees_none_beside_an_item_either(inca: Visit) -> None:
    inca.fill("css", {"*": "no"})
    asked_for = {name for field in inca.plan.forms["css"].fields for name in field.evidence}
    measured = [
        {"parameter": name, "site_role": "affected", "value": 64.0, "unit": "mN", "z": 2.61}
        for name in sorted(asked_for)
    ]
    found = {**inca.tables, "parameters": measured}
    for with_z in (True, False):
        said = json.dumps(form_review(inca.plan, found, with_z=with_z))
        assert "affected 64 mN" in said and ("2.6" in said) == with_z
