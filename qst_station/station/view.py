"""What a screen shows, as a pure function of plan and state. Plain data only: it crosses a pipe as JSON.

Nothing in a view tells an earlier answer of a test, a running threshold, a girth that was taken, an answer in a
form that is closed, or a z-score. Only of a yes or no that has just been taken back it tells which of the two it
was, and who enters something sees it: a girth or a pressure that is doubted, the last number of the open form.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from protocols import figure8, machines
from protocols.battery import MachineSpec
from protocols.effects import Stimulus
from protocols.limits import LimitsSpec, LimitsState
from protocols.ramp import RampState
from protocols.ramp_spec import ForceRampSpec, RampSpec
from protocols.rating import RatingSpec, RatingState, ResponseScale
from protocols.train import TrainSpec, TrainState
from qst_station.session.checking import check_due
from qst_station.session.commands import allowed, next_step
from qst_station.session.filling import filling
from qst_station.session.plan import LIMB_STEP, SessionPlan
from qst_station.session.running import blocked
from qst_station.session.state import SessionState
from qst_station.station.form_view import form_view
from qst_station.station.rail_view import counts, note_codes, rail, saved_answers, stopped, title
from qst_station.station.ramp_view import alarm, limit_words, ramp, typed_question
from qst_station.station.taken_back import taken_back
from qst_station.station.words_view import participant_view, words_view

Json: TypeAlias = dict[str, Any]


def view(plan: SessionPlan, state: SessionState) -> Json:
    """The session as a screen needs it."""
    step = state.current
    screen = "closed" if state.closed else "between" if step is None else "step"
    shown: Json = {
        "screen": screen,
        "kind": plan.kind,
        "training": _training(plan),
        "who": _who(plan),
        "rail": rail(plan, state),
        "check_due": check_due(plan, state),
        "codes": note_codes(plan),
        "stopped": stopped(plan, state),
        "answers_saved": saved_answers(state),
        "counts": counts(state),
        "taken_back": taken_back(plan, state),
        "step": step,
        "next_step": next_step(state),
        "next_test": _next_test(plan, state),
        "status": state.steps[step].status if step is not None else "",
        "allowed": allowed(plan, state),
        "test": None,
        "where": None,
        "phase": "",
        "do": "",
        "stimulus": None,
        "blocked": None,
        "pace": None,
        "progress": None,
        "answers": None,
        "entry": None,
        "train": None,
        "ramp": None,
        "alarm": alarm(plan, state),
        "limb": None,
        "form": None,
        "words": words_view(plan, state),
        "participant": participant_view(plan, state),
    }
    filled = filling(plan, state)
    if step is None:
        shown["do"] = "The visit is closed." if state.closed else _between(plan, state)
    elif plan.steps[step].test == LIMB_STEP:
        shown |= _limb(plan, state)
    elif filled is not None:
        shown |= form_view(*filled, plan.words)
    else:
        shown |= _test(plan, state)
    return shown


def _training(plan: SessionPlan) -> Json | None:
    """The training of a visit, so that its simulated world can be started again; its truth stays in the record.

    `devices` are the names of its devices by the gauge that each is.
    """
    training = plan.opening.get("training")
    if not training:
        return None
    devices = {device["gauge"]: device["name"] for device in plan.opening["devices"]}
    return {**{name: training[name] for name in ("profile", "seed", "tests")}, "devices": devices}


def _who(plan: SessionPlan) -> Json:
    opening = plan.opening
    return {
        "study": opening["study"],
        "participant": opening["participant"]["id"],
        "visit": opening["visit"],
        "sites": {role: f"{site.side} {site.body_site}" for role, site in plan.sites.items()},
    }


def _between(plan: SessionPlan, state: SessionState) -> str:
    due = next_step(state)
    if due is None:
        return "Every test is done or skipped. Review and close the visit."
    step = plan.steps[due]
    test = plan.tests.get(step.test)
    return f"Next: {test.title if test else title(plan, step)}"


def _stimulus(stimulus: Stimulus | None) -> Json | None:
    if stimulus is None:
        return None
    return {
        "id": stimulus.id,
        "kind": stimulus.kind,
        "label": stimulus.label,
        "unit": stimulus.unit,
        "slot": stimulus.slot,
        "how": stimulus.how,
    }


def _entry(scale: ResponseScale, prompt: str) -> Json:
    return {
        "prompt": prompt,
        "unit": {"1": "", "1/8": "/ 8"}.get(scale.unit, scale.unit),  # beside the number that is typed: 6 / 8
        "minimum": scale.minimum,
        "maximum": scale.maximum,
        "step": scale.step,
        "anchor_low": scale.anchor_low,
        "anchor_high": scale.anchor_high,
    }


def _test(plan: SessionPlan, state: SessionState) -> Json:
    assert state.current is not None
    step = plan.steps[state.current]
    spec = plan.test_at(state.current)
    assert step.site_role is not None
    site = plan.sites[step.site_role]
    run = state.run
    shown: Json = {
        "test": _test_words(plan, state.current),
        "where": {"role": site.role, "side": site.side, "body_site": site.body_site},
        "gauge": _gauge_state(plan, state, step.test),
    }
    if run is None:
        return shown
    machine = run.machine
    shown["phase"] = machine.phase
    shown["stimulus"] = _stimulus(machines.stimulus(spec.machine, machine))
    if state.present is not None:
        shown["pace"] = {
            "hold_s": state.present.hold_ns / 1e9,
            "rest_s": state.present.rest_ns / 1e9,
            "since_ns": state.presented_ns,
            "paced": _paced(spec.machine, machine),
        }
    match spec.machine, machine:
        case LimitsSpec(), LimitsState():
            shown |= _limits(spec.machine, machine)
        case RatingSpec(), RatingState():
            shown |= _rating(spec.machine, machine)
        case TrainSpec(), TrainState():
            shown |= _train(spec.machine, machine, state)
        case RampSpec() | ForceRampSpec(), RampState():
            typed = shown["gauge"] != "attached"
            shown |= ramp(spec.machine, machine, state, typed=typed)
            shown["entry"] = _entry(spec.machine.entry, typed_question(spec.machine)) if typed else None
    shown["blocked"] = _blocked(plan, state)
    if shown["blocked"]:
        shown["do"] = "This instrument must not be used."
    if state.steps[state.current].status == "paused":
        shown["do"] = f"Paused: {state.steps[state.current].reason}"
    elif machine.phase == "done":
        shown["do"] = "This test is done."
    return shown


def _paced(spec: MachineSpec, machine: machines.State) -> bool:
    """Whether a pace is kept from stimulus to stimulus; there is none before the first, or for a number alone."""
    if isinstance(machine, RatingState) and machine.again:
        return False
    return isinstance(spec, LimitsSpec) or (isinstance(spec, RatingSpec) and spec.interval_s > 0.0)


def _test_words(plan: SessionPlan, index: int) -> Json:
    """What must be known of a test before it begins."""
    spec = plan.test_at(index)
    role = plan.steps[index].site_role
    return {
        "test": spec.test,
        "title": spec.title,
        "machine": _machine_name(spec.machine),
        "instruction": spec.instruction,
        "unverified": list(spec.unverified),
        "limit": limit_words(plan, plan.steps[index]),
        "place": spec.place.at(plan.sites[role].body_site) if role else "",
    }


def _next_test(plan: SessionPlan, state: SessionState) -> Json | None:
    """The test that is due between the steps, as its own screen will show it; None where there is none."""
    due = next_step(state)
    if due is None or plan.steps[due].site_role is None or state.steps[due].status != "ready":
        return None
    return _test_words(plan, due)


def _blocked(plan: SessionPlan, state: SessionState) -> Json | None:
    """Why the stimulus that is due must not be applied, what mends it, and who may sign for its use."""
    obstacle = blocked(plan, state)
    if obstacle is None:
        return None
    roles = list(plan.instruments.override_roles)
    return {"instrument": obstacle.instrument, "why": obstacle.text, "remedy": obstacle.remedy, "roles": roles}


def _machine_name(spec: object) -> str:
    names = {LimitsSpec: "limits", RatingSpec: "rating", TrainSpec: "train"}
    return names.get(type(spec), "ramp")


def _gauge_state(plan: SessionPlan, state: SessionState, test: str) -> str:
    gauge = plan.gauge_for(test)
    if gauge is None:
        return "none"
    return "lost" if gauge.stream in state.lost_streams else "attached"


def _limits(spec: LimitsSpec, machine: LimitsState) -> Json:
    arrow = "rising forces" if machine.direction == "ascending" else "falling forces"
    text = f"series {max(machine.series, 1)} of {spec.series}, {arrow}" if machine.series else "finding the start"
    return {
        "do": "Ready? Press Space to begin." if machine.phase == "ready" else "Apply, then enter the answer.",
        "answers": {"yes": spec.yes_label, "no": spec.no_label},
        "progress": {"done": len(machine.turning_points), "of": spec.series, "text": text},
    }


def _rating(spec: RatingSpec, machine: RatingState) -> Json:
    done, total = len(machine.ratings), len(machine.plan)
    return {
        "do": "Ready? Press Space to begin." if machine.phase == "ready" else _apply(spec, machine),
        "entry": _entry(spec.scale, spec.question),
        "progress": {"done": done, "of": total, "text": f"{min(done + 1, total)} of {total}"},
    }


def _apply(spec: RatingSpec, machine: RatingState) -> str:
    if machine.again:
        return "Enter the number again. Do not apply the stimulus again."
    due = machines.stimulus(spec, machine)
    if due is not None and due.kind == "fork":
        return "Strike, set on the bone. Enter the scale when no longer felt."
    return "Apply once, then enter the number."


def _train(spec: TrainSpec, machine: TrainState, state: SessionState) -> Json:
    repeat = min(len(machine.trains) + 1, spec.repeats)
    do = {
        "ready": "Ready? Press Space to begin.",
        "single": "ONE touch, then enter the number.",
        "train_ready": f"{spec.beats} touches with the beat: press Space to start.",
        "beating": "Touch at every beat.",
        "train": "One number for the whole train.",
        "done": "This test is done.",
    }[machine.phase]
    return {
        "do": do,
        "entry": _entry(spec.scale, spec.question),
        "progress": {
            "done": len(machine.trains),
            "of": spec.repeats,
            "text": f"repeat {repeat} of {spec.repeats}",
        },
        "train": {
            "beats": spec.beats,
            "beat": state.beat.number if state.beat else 0,
            "beat_s": spec.beat_s,
            "first_beat_ns": machine.first_beat_ns,
        },
    }


def _reading(kept: figure8.GirthReading | None) -> Json | None:
    """Which reading an exclusion would be about, without its value."""
    return {"number": kept.number, "side": kept.side, "repeat": kept.repeat} if kept else None


def _limb(plan: SessionPlan, state: SessionState) -> Json:
    limb = state.limb
    assert limb is not None
    due = figure8.due(plan.figure8, limb)
    affected = limb.plan.affected_side
    do = "Lay the tape, type the reading in cm, press Enter." if due else "All readings are taken. Close the set."
    shown: Json = {
        "segment": limb.plan.segment,
        "variant": limb.plan.variant,
        "position": limb.plan.position,
        "side": due[0] if due else "",
        "role": ("affected" if due[0] == affected else "unaffected") if due else "",
        "repeat": due[1] if due else 0,
        "repeats": plan.figure8.repeats,
        "more": bool(due and due[1] > plan.figure8.repeats),
        "readings": len(limb.readings),
        "last": _reading(figure8.last_counted(limb)),
        "last_of_side": _reading(figure8.last_counted(limb, due[0])) if due else None,
        "closed": limb.closed,
        "doubt": None,
        "exclusion_reasons": list(plan.figure8.exclusion_reasons),
        "not_done_reasons": list(plan.figure8.not_done_reasons),
        "sides": None,
    }
    if limb.doubt:
        shown["doubt"] = {"question": limb.doubt.question, "suggestion_cm": limb.doubt.suggestion_cm}
    if limb.closed:
        shown["sides"] = [
            {
                "side": v.side,
                "affected": v.affected,
                "readings": v.readings,
                "complete": v.girth_cm is not None,
                "reason": v.reason,
            }
            for v in figure8.values(plan.figure8, limb)
        ]
        do = "The set is closed."
    unverified = [p.what for p in plan.figure8.provenance if p.grade == "unverified"]
    return {
        "test": {
            "test": LIMB_STEP,
            "title": "Figure-of-8 girth",
            "machine": "limb",
            "instruction": "Lay the tape anew for every reading, without pulling it tight.",
            "unverified": unverified,
        },
        "do": do,
        "limb": shown,
    }
