"""Forms: what a typed text means, what is refused, and that nothing is ever overwritten."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from protocols.form import Closed, Corrected, Declined, Entered, Entry, FormState, due, init, step
from protocols.form_document import Choice, Field, FormSpec, Number, Option, Refusal, Slip, Text, YesNo

SKIN = Number(
    unit="°C", minimum=10.0, maximum=45.0, step=0.1, soft_minimum=22.0, soft_maximum=38.0, implied_decimals=1
)
GIRTH = Number(
    unit="cm",
    minimum=10.0,
    maximum=120.0,
    step=0.1,
    slips=(Slip(unit="millimetres", factor=0.1), Slip(unit="inches", factor=2.54)),
)
PAIN = Number(unit="NRS 0-10", minimum=0.0, maximum=10.0, step=1.0)
WORN = Choice(
    options=(Option(key="1", value="none", label="none worn"), Option(key="2", value="on", label="still on"))
)
SPEC = FormSpec(
    form="skin_temperature",
    label="Form",
    title="A form",
    version="1",
    instruction="",
    fields=(
        Field(id="skin", label="Skin", answer=SKIN),
        Field(id="worn", label="Worn", answer=WORN),
        Field(id="rings", label="Rings off", answer=YesNo()),
        Field(id="tape", label="Tape", answer=Text(longest=8)),
    ),
    decline_reasons=("refused", "other"),
)
RIGHT = {"skin": "32.4", "worn": "on", "rings": "no", "tape": "T 7"}


class Sheet:
    """A form under way; every event comes a nanosecond later."""

    def __init__(self, spec: FormSpec = SPEC) -> None:
        self.spec, self.state, self.t_ns = spec, init(spec), 0

    def enter(self, text: str, *, field: str = "", reason: str = "") -> Sheet:
        self.t_ns += 1
        id_ = field or self.due
        return self.send(Entered(t_ns=self.t_ns, field=id_, entered=text, actor="AB", reason=reason))

    def send(self, event: Entered | Declined | Corrected | Closed) -> Sheet:
        self.state = step(self.spec, self.state, event)
        return self

    def refuses(self, event: Entered | Declined | Corrected | Closed, match: str) -> None:
        before = self.state
        with pytest.raises(Refusal, match=match):
            self.send(event)
        assert self.state == before

    def fill(self) -> Sheet:
        while self.due:
            self.enter(RIGHT[self.due])
        return self

    @property
    def due(self) -> str:
        field = due(self.spec, self.state)
        return field.id if field else ""


@pytest.mark.parametrize(
    ("number", "typed", "value"),
    [
        (SKIN, "32.4", 32.4),
        (SKIN, "32,4", 32.4),
        (SKIN, "324", 32.4),
        (SKIN, "32", 32.0),
        (GIRTH, "41,2", 41.2),
        (GIRTH, " 41. ", 41.0),
        (PAIN, "0", 0.0),
        (PAIN, "10", 10.0),
    ],
)
def test_comma_and_dot_are_the_same_and_decimals_are_implied_only_where_declared(
    number: Number, typed: str, value: float
) -> None:
    assert number.read(typed) == pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize(
    ("number", "typed", "why"),
    [
        (GIRTH, "412", "412 is outside 10 to 120 cm: type 41.2 if it was read in millimetres"),
        (GIRTH, "6.5", "type 16.5 if it was read in inches"),
        (GIRTH, "16 in", "no number"),
        (GIRTH, "-3", "no number"),
        (GIRTH, "1e2", "no number"),
        (GIRTH, "٤١", "no number"),
        (GIRTH, "", "no number"),
        (GIRTH, "41.25", "steps of 0.1"),
        (SKIN, "3240", "outside 10 to 45"),
        (SKIN, "460.", "outside 10 to 45"),
        (PAIN, "7.5", "steps of 1"),
        (PAIN, "11", "outside 0 to 10"),
        (PAIN, "9" * 400, "outside 0 to 10"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_the_refusal_names_what_is_allowed(
    number: Number, typed: str, why: str
) -> None:
    with pytest.raises(Refusal, match=why):
        number.read(typed)


@given(
    number=st.sampled_from((SKIN, GIRTH, PAIN)),
    typed=st.text(alphabet="0123456789.,", max_size=6) | st.text(max_size=6),
)
def test_a_text_is_refused_or_means_a_number_within_the_limits_that_it_names(number: Number, typed: str) -> None:
    try:
        value = number.read(typed)
    except Refusal:
        return
    assert number.minimum <= value <= number.maximum
    plain = float(typed.strip().replace(",", "."))
    assert value in (plain, plain / 10**number.implied_decimals)
    # No text has two meanings: where it fits as it stands, it fits in no other way.
    if number.implied_decimals and value == plain:
        assert not number.minimum <= plain / 10**number.implied_decimals <= number.maximum


@pytest.mark.parametrize(
    "wrong",
    [
        {"minimum": 45.0},
        {"step": 0.0},
        {"soft_minimum": 9.0},
        {"soft_maximum": 50.0},
        {"maximum": 100.0, "implied_decimals": 1},
        {"minimum": 0.0, "implied_decimals": 1},
    ],
)
def test_limits_that_contradict_each_other_are_no_limits(wrong: dict[str, float]) -> None:
    given_ = {"minimum": 10.0, "maximum": 45.0, "step": 0.1, **wrong}
    with pytest.raises(ValueError):
        Number(unit="°C", **given_)  # type: ignore[arg-type]


def test_the_fields_come_in_order_and_the_form_closes_once_all_have_their_entry() -> None:
    sheet, asked = Sheet(), []
    while sheet.due:
        sheet.refuses(Closed(t_ns=9), "not answered yet")
        asked.append(sheet.due)
        sheet.enter(RIGHT[sheet.due])
    assert asked == [field.id for field in SPEC.fields]
    assert sheet.send(Closed(t_ns=9)).state.closed
    sheet.refuses(Corrected(t_ns=10, field="skin", reason="late"), "closed")


def test_an_entry_keeps_text_number_time_and_person() -> None:
    entry = Sheet().enter("324").state.entries[0]
    assert entry == Entry(field="skin", t_ns=1, actor="AB", entered="324", value=32.4)


def test_an_unusual_number_waits_for_a_reason_or_another_number() -> None:
    sheet = Sheet().enter("20,1")
    assert sheet.state.doubt is not None and "20.1 °C is unusual" in sheet.state.doubt.question
    assert sheet.state.entries == () and sheet.due == "skin"
    kept = Sheet().enter("20,1").enter("20,1", reason="cold today").state
    assert (kept.entries[0].value, kept.entries[0].reason, kept.doubt) == (20.1, "cold today", None)
    again = sheet.enter("30.1").state
    assert (again.entries[0].value, again.entries[0].reason, again.doubt) == (30.1, "", None)


def test_a_field_is_left_out_only_for_a_declared_reason() -> None:
    sheet = Sheet()
    sheet.refuses(Declined(t_ns=1, field="skin", reason="no time", actor="AB"), "allowed: refused, other")
    entry = sheet.send(Declined(t_ns=1, field="skin", reason="refused", actor="AB")).state.entries[0]
    assert (entry.declined, entry.value, sheet.due) == ("refused", None, "worn")


def test_a_correction_is_a_new_entry_and_both_reasons_stay_with_it() -> None:
    sheet = Sheet().fill()
    sheet.refuses(Corrected(t_ns=8, field="skin", reason=" "), "needs a reason")
    sheet.send(Corrected(t_ns=8, field="skin", reason="typing error"))
    assert sheet.state.held()["skin"].value == 32.4, "until the new entry the old one holds"
    assert sheet.due == "skin"
    sheet.refuses(Closed(t_ns=9), "not answered yet: Skin")
    sheet.enter("21").enter("21", reason="measured again")
    assert [entry.value for entry in sheet.state.entries if entry.field == "skin"] == [32.4, 21.0]
    assert sheet.state.held()["skin"].reason == "typing error; measured again"
    assert sheet.due == ""


def test_only_the_field_that_is_due_takes_an_entry() -> None:
    sheet = Sheet()
    sheet.refuses(Entered(t_ns=1, field="tape", entered="T", actor="AB"), "Skin is due")
    sheet.refuses(Entered(t_ns=1, field="none", entered="T", actor="AB"), "there are skin, worn, rings, tape")
    sheet.refuses(Corrected(t_ns=1, field="skin", reason="typing error"), "no entry to correct")
    sheet.fill().refuses(Entered(t_ns=9, field="skin", entered="30", actor="AB"), "every field has its entry")


@pytest.mark.parametrize(
    ("before", "typed", "why"),
    [
        (1, "off", "none of none, on"),
        (2, "maybe", "neither yes nor no"),
        (3, "   ", "1 to 8"),
        (3, "x" * 9, "1 to 8"),
    ],
)
def test_words_that_are_no_answer_are_refused(before: int, typed: str, why: str) -> None:
    sheet = Sheet()
    for field in SPEC.fields[:before]:
        sheet.enter(RIGHT[field.id])
    sheet.refuses(Entered(t_ns=9, field=sheet.due, entered=typed, actor="AB"), why)


def test_a_choice_needs_a_key_and_a_value_of_its_own_for_each_option() -> None:
    with pytest.raises(ValueError, match="own key"):
        Choice(options=(Option(key="1", value="a", label="a"), Option(key="1", value="b", label="b")))
    with pytest.raises(ValueError, match="one digit"):
        Choice(options=(Option(key="a", value="a", label="a"), Option(key="2", value="b", label="b")))


class AnyOrder(RuleBasedStateMachine):
    """Events in any order: refused ones change nothing, and no entry is ever lost or changed."""

    def __init__(self) -> None:
        super().__init__()
        self.state, self.kept, self.t_ns = init(SPEC), (), 0

    def take(self, event: Entered | Declined | Corrected | Closed) -> None:
        before: FormState = self.state
        try:
            self.state = step(SPEC, before, event)
        except Refusal:
            return
        assert not before.closed

    ids = st.sampled_from([field.id for field in SPEC.fields])

    @rule(
        field=ids,
        text=st.sampled_from(("32.4", "20", "412", "on", "yes", "no", "T 7", "")),
        why=st.sampled_from(("", "x")),
    )
    def enter(self, field: str, text: str, why: str) -> None:
        self.t_ns += 1
        self.take(Entered(t_ns=self.t_ns, field=field, entered=text, actor="AB", reason=why))

    @rule()
    def enter_what_fits(self) -> None:
        field = due(SPEC, self.state)
        if field is not None:
            self.enter(field.id, RIGHT[field.id], "")

    @rule(field=ids, reason=st.sampled_from(("refused", "no time")))
    def decline(self, field: str, reason: str) -> None:
        self.take(Declined(t_ns=self.t_ns, field=field, reason=reason, actor="AB"))

    @rule(field=ids, reason=st.sampled_from(("", "typing error")))
    def correct(self, field: str, reason: str) -> None:
        self.take(Corrected(t_ns=self.t_ns, field=field, reason=reason))

    @rule()
    def close(self) -> None:
        self.take(Closed(t_ns=self.t_ns))

    @invariant()
    def nothing_is_lost(self) -> None:
        entries = self.state.entries
        assert entries[: len(self.kept)] == self.kept
        self.kept = entries

    @invariant()
    def a_closed_form_is_complete(self) -> None:
        if self.state.closed:
            assert set(self.state.held()) == {field.id for field in SPEC.fields}
            assert self.state.doubt is None and self.state.reopened is None


TestAnyOrder = AnyOrder.TestCase
