"""Forms: a person answers, nothing is concluded before, and what was measured ticks nothing."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.ratings.forms import (
    Answer,
    Form,
    FormState,
    Reply,
    Score,
    answer,
    conclusions,
    packaged_form,
    score,
    score_change,
)

CSS, BUDAPEST = packaged_form("css"), packaged_form("budapest")
replies = st.sampled_from(("yes", "no"))


def filled(form: Form, yes: set[str]) -> FormState:
    state = FormState(form=form)
    for item in form.items:
        state = answer(state, item.id, "yes" if item.id in yes else "no", actor="AB", t_ns=1)
    return state


def judged(yes: set[str]) -> dict[str, bool | None]:
    return {found.rule.id: found.met for found in conclusions(filled(BUDAPEST, yes))}


def first_item(kind: str, category: str) -> str:
    return next(item.id for item in BUDAPEST.items if (item.kind, item.category) == (kind, category))


CATEGORIES = tuple(dict.fromkeys(item.category for item in BUDAPEST.items if item.category))
CRITERIA = {item.id for item in BUDAPEST.items if item.kind == "criterion"}


def test_the_severity_score_has_eight_symptoms_and_eight_signs() -> None:
    assert [sum(item.kind == kind for item in CSS.items) for kind in ("symptom", "sign", "criterion")] == [8, 8, 0]
    assert score(filled(CSS, set())).value == 0
    assert score(filled(CSS, {item.id for item in CSS.items})).value == 16


@given(st.sets(st.sampled_from([item.id for item in CSS.items])))
def test_the_score_is_the_number_of_yes(yes: set[str]) -> None:
    assert score(filled(CSS, yes)) == Score(value=len(yes))


@given(form=st.sampled_from((CSS, BUDAPEST)), given_=st.lists(replies, max_size=15))
def test_nothing_is_concluded_while_an_item_is_open(form: Form, given_: list[Reply]) -> None:
    state = FormState(form=form)
    for item, reply in zip(form.items, given_, strict=False):
        state = answer(state, item.id, reply, actor="AB", t_ns=1)
    assert state.open_items() == tuple(item.id for item in form.items[len(given_) :])
    assert score(state).value is None and score(state).reason
    assert all(found.met is None and "not answered" in found.reason for found in conclusions(state))


def test_an_item_that_was_not_assessed_leaves_the_form_undecided() -> None:
    state = answer(filled(CSS, set()), "sign-motor", "not_assessed", actor="AB", t_ns=2, reason="cast")
    assert score(state) == Score(value=None, reason="not assessed: sign-motor")
    with pytest.raises(ValueError, match="say why"):
        answer(state, "sign-motor", "not_assessed", actor="AB", t_ns=3)


def test_the_last_answer_holds_and_the_earlier_one_is_kept() -> None:
    state = answer(filled(CSS, set()), "sign-motor", "yes", actor="CD", t_ns=2)
    assert score(state).value == 1
    assert [a.reply for a in state.answers if a.item == "sign-motor"] == ["no", "yes"]


def test_an_answer_needs_an_item_and_a_person() -> None:
    with pytest.raises(ValueError, match="symptom-pain"):
        answer(FormState(form=CSS), "tail", "yes", actor="AB", t_ns=1)
    with pytest.raises(ValueError, match="person"):
        answer(FormState(form=CSS), "symptom-pain", "yes", actor=" ", t_ns=1)


def test_what_was_measured_is_named_beside_an_item_and_cannot_answer_it() -> None:
    evidence = {item.id: item.evidence for item in CSS.items if item.evidence}
    assert evidence["sign-oedema"] == ("figure8",) and "DMA" in evidence["sign-allodynia"]
    assert all(item.kind == "sign" for form in (CSS, BUDAPEST) for item in form.items if item.evidence)
    assert {field.name for field in fields(Answer)} == {"item", "reply", "actor", "t_ns", "reason"}


@pytest.mark.parametrize(("first", "later", "verdict"), [(12, 8, "below"), (12, 7, "above"), (7, 12, "above")])
def test_change_of_the_severity_score(first: int, later: int, verdict: str) -> None:
    """Harden 2017: a change of 4.9 or more."""
    found = score_change(CSS, Score(value=first), Score(value=later))
    assert found is not None and (found.change, found.verdict) == (later - first, verdict)
    assert score_change(CSS, Score(value=first), Score(value=None, reason="open")) is None


@pytest.mark.parametrize(("symptoms", "signs"), list(product(range(5), range(5))))
def test_budapest_rules(symptoms: int, signs: int) -> None:
    """Clinical: symptoms in 3 of 4 categories, signs in 2; research: symptoms in all 4."""
    yes = {first_item("symptom", c) for c in CATEGORIES[:symptoms]}
    yes |= {first_item("sign", c) for c in CATEGORIES[:signs]}
    assert judged(yes | CRITERIA) == {
        "clinical": symptoms >= 3 and signs >= 2,
        "research": symptoms == 4 and signs >= 2,
    }
    for missing in CRITERIA:
        assert judged(yes | CRITERIA - {missing}) == {"clinical": False, "research": False}


@given(st.sets(st.sampled_from([item.id for item in BUDAPEST.items])))
def test_research_implies_clinical_and_more_yes_never_undoes_a_rule(yes: set[str]) -> None:
    found = judged(yes)
    assert found["clinical"] or not found["research"]
    more = judged(yes | {"sign-oedema"})
    assert all(more[rule] or not met for rule, met in found.items())


def test_two_items_of_a_category_count_once() -> None:
    sensory = {item.id for item in BUDAPEST.items if item.category == "sensory"}
    found = conclusions(filled(BUDAPEST, sensory))[0]
    assert (found.symptom_categories, found.sign_categories) == (("sensory",), ("sensory",))


def test_forms_are_checked() -> None:
    with pytest.raises(ValueError, match="budapest"):
        packaged_form("painDETECT")
    with pytest.raises(ValueError, match="twice"):
        replace(CSS, items=(CSS.items[0], CSS.items[0]))
    with pytest.raises(ValueError, match="category"):
        replace(CSS, rules=BUDAPEST.rules)
    assert score(filled(BUDAPEST, set())).value is None and conclusions(filled(CSS, set())) == ()
