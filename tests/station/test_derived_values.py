"""What follows from the forms of a visit, and only from complete answers."""

from __future__ import annotations

import math

import pytest

from tests.station.filled_forms import Visit, opening
from tests.study.documents import as_toml, document

CSS_SYMPTOMS = ("pain", "sensation", "temperature", "colour", "sweating", "oedema", "trophic", "motor")


def test_the_score_is_the_number_of_yes_once_all_sixteen_are_answered(inca: Visit) -> None:
    inca.fill("css", {"*": "no", **{f"symptom-{name}": "yes" for name in CSS_SYMPTOMS}})
    assert (inca.derived("css_total")["value"], inca.derived("css_total")["reason"]) == (8.0, "")


def test_one_item_left_out_leaves_no_score_and_says_which(inca: Visit) -> None:
    assert "not answered: symptom-pain" in inca.derived("css_total")["reason"]
    inca.fill("css", {"*": "yes", "sign-oedema": "-not assessed"})
    row = inca.derived("css_total")
    assert row["value"] != row["value"] and row["reason"] == "not assessed: sign-oedema"


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


def test_each_side_of_the_skin_needs_its_temperature(run_in: Visit) -> None:
    run_in.fill("skin_temperature", {"place": "palm", "unaffected": "-equipment", "affected": "331"})
    row = run_in.derived("skin_temperature_difference")
    assert row["value"] != row["value"] and row["reason"] == "no number for: unaffected"
    run_in.fill("skin_temperature", {"place": "palm", "unaffected": "31,5", "affected": "331"})
    assert run_in.derived("skin_temperature_difference")["value"] == 1.6
    sides = {row["limb_role"]: row["side"] for row in run_in.tables["entries"] if row["limb_role"]}
    assert sides == {"unaffected": "right", "affected": "left"}
