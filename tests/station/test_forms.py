"""Forms of a visit: which there are, and what is kept of every entry."""

from __future__ import annotations

import json

import pytest

from qst_station.session.plan import plan_from_opening
from qst_station.session.running import NotNow, Recorded
from qst_station.station.form_review import form_review
from qst_station.station.record import Unreplayable, replay_rows
from qst_station.station.upcoming import next_stimulus
from qst_station.station.view import view
from tests.station.filled_forms import Visit, opening
from tests.study.documents import as_toml, document

QST = [f"{test}@{role}" for role in ("control", "affected") for test in ("MDT", "MPT", "MPS", "WUR", "VDT", "PPT")]


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
