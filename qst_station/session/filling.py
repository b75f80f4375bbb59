"""The form under way: orders become entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from protocols import form
from protocols.form_document import FormSpec, Refusal
from qst_station.session.checking import check_lines, held_checks
from qst_station.session.events import Command
from qst_station.session.plan import SessionPlan
from qst_station.session.running import Outcome, Recorded
from qst_station.session.state import FormRun, SessionState, set_step


def filling(plan: SessionPlan, state: SessionState) -> tuple[FormSpec, FormRun] | None:
    """The form of the open step with its run, or None where another kind of step is open."""
    spec = plan.forms.get(plan.steps[state.current].key) if state.current is not None else None
    return (spec, state.forms[-1]) if spec is not None else None


def open_form(plan: SessionPlan, state: SessionState, index: int) -> SessionState:
    """Begin a form from its first field; what an earlier attempt holds stays in the record."""
    spec = plan.forms[plan.steps[index].key]
    run = FormRun(step=index, attempt=state.steps[index].attempt, form=form.init(spec))
    return replace(state, forms=(*state.forms, _with_checks(plan, state, spec, run)))


def _with_checks(plan: SessionPlan, state: SessionState, spec: FormSpec, run: FormRun) -> FormRun:
    """The form with what the check-list has asked already; a repeated form asks anew."""
    answers = {line.field: held_checks(state).get(line.id) for line in check_lines(plan) if line.field}
    while run.attempt == 1 and (field := form.due(spec, run.form)) is not None:
        answer = answers.get(field.id)
        if answer is None or answer.state != "ok" or field.id in run.form.held():
            break
        taken = form.Entered(
            t_ns=answer.t_ns, field=field.id, entered=answer.said, actor=answer.actor, reason=answer.reason
        )
        try:
            run = replace(run, form=form.step(spec, run.form, taken))
        except Refusal:  # the form asks for something else under this name: the examiner answers it
            break
        if run.form.doubt is not None:
            return replace(run, form=replace(run.form, doubt=None))
    return run


def when_filling(plan: SessionPlan, state: SessionState) -> str:
    """Why nothing can be entered in a form now; empty where it can."""
    if filling(plan, state) is None:
        return "no form is open"
    assert state.current is not None
    status = state.steps[state.current].status
    return "" if status == "running" else f"the form is {status}"


def obey_form(
    make: Callable[[Command], form.FormEvent],
) -> Callable[[SessionPlan, SessionState, Command], Outcome]:
    """What an order of a form does."""

    def obey(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
        found, index = filling(plan, state), state.current
        assert found is not None and index is not None  # when_filling
        spec, run = found
        after = replace(run, form=form.step(spec, run.form, make(command)))
        state = replace(state, forms=(*state.forms[:-1], after))
        if after.form.closed:
            return set_step(state, index, status="done", reason=""), ()
        if len(after.form.entries) == len(run.form.entries):
            return state, ()
        number = sum(len(each.form.entries) for each in state.forms)
        recorded = Recorded(test=spec.form, site=after.form.entries[-1].field, trial=number)
        return replace(state, forms=(*state.forms[:-1], _with_checks(plan, state, spec, after))), (recorded,)

    return obey


def entered(command: Command) -> form.Entered:
    """An answer to the field that is due."""
    args = command.args
    return form.Entered(
        t_ns=command.t_ns,
        field=args["field"],
        entered=args["answer"],
        actor=command.actor.who,
        reason=args["reason"],
    )


def declined(command: Command) -> form.Declined:
    """The field that is due stays without an answer."""
    args = command.args
    return form.Declined(t_ns=command.t_ns, field=args["field"], reason=args["reason"], actor=command.actor.who)


def corrected(command: Command) -> form.Corrected:
    """An entry was wrong."""
    return form.Corrected(t_ns=command.t_ns, field=command.args["field"], reason=command.args["reason"])


def closed(command: Command) -> form.Closed:
    """The form is complete."""
    return form.Closed(t_ns=command.t_ns)
