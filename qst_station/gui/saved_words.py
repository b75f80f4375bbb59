"""What of a step is on disk and where it goes on, in a line: for a pause, and where the engine is lost."""

from __future__ import annotations

from datetime import datetime

from qst_station.gui.json_lines import Json
from qst_station.gui.participant_words import value_word
from qst_station.gui.side_words import side_words
from qst_station.gui.words import told, tr


def saved_words(status: Json | None) -> str:
    """How much of the open step is saved and where it goes on; of the visit, where no step is open."""
    if status is None or status["view"] is None:
        return ""
    view, answer_utc = status["view"], status["saved"]["answer_utc"]
    is_open = view["status"] in ("running", "paused")
    begun = [attempt for step in view["rail"] for attempt in step["attempts"]]
    attempts = view["rail"][view["step"]]["attempts"][-1:] if is_open else begun
    number = sum(each["answers"] for each in attempts)
    taken_back = max(attempts, key=lambda each: int(each["t_start_ns"]))["taken_back"] if attempts else 0
    saved = _saved(number, taken_back, answer_utc, of_test=is_open and _is_test(view))
    goes_on = _goes_on(view, number) if is_open else ""
    return " ".join(part for part in (saved, goes_on) if part)


def following_words(visit: Json) -> str:
    """What comes next and what of it is saved, as the page of a pause says it; or why the visit cannot go on."""
    view = visit["view"]
    if view is None:
        why = told(visit["next"])
        return f"{why[:1].upper()}{why[1:]}"
    due = next_words(view)
    following = tr("next: {what}", what=due) if due else tr("next: review")
    return f"{following}\n{saved_words({'view': view, 'saved': visit})}"


def next_words(view: Json) -> str:
    """The step that is open or due, with its place; empty where only the review is left."""
    is_open = view["status"] in ("running", "paused")
    index = view["step"] if is_open else view["next_step"]
    if index is None:
        return ""
    step = view["rail"][index]
    place = f", {told(step['site'])} ({side_words(step['site_role'])})" if step["site"] else ""
    return f"{told(step['title'])}{place}"


def _is_test(view: Json) -> bool:
    return view["test"]["machine"] not in ("limb", "form")


def _saved(number: int, taken_back: int, answer_utc: str, *, of_test: bool) -> str:
    if not number or not answer_utc:
        if taken_back:
            return tr("No answer stands. Taken back: {number}.", number=taken_back)
        return tr("There was no answer yet.")
    if of_test:
        said = tr("Answers of this test saved: {number}, the last at {time}.", number=number, time=_at(answer_utc))
    else:
        said = tr("Answers saved: {number}, the last at {time}.", number=number, time=_at(answer_utc))
    return f"{said} {taken_back_words(taken_back)}" if taken_back else said


def taken_back_words(number: int) -> str:
    """That an answer after the last one that stands was taken back."""
    return tr("Taken back after it: {number}.", number=number)


def _goes_on(view: Json, answers: int) -> str:
    match view["test"]["machine"]:
        case "limits" | "rating":
            return tr("It goes on at stimulus {number}.", number=answers + 1)
        case "ramp":
            return tr("It goes on at ramp {number}.", number=answers + 1)
        case "train":
            return _goes_on_in_train(view["phase"], told(view["progress"]["text"]))
        case "limb" if view["limb"]["side"]:
            side, number = value_word(view["limb"]["side"]), view["limb"]["repeat"]
            if view["limb"]["doubt"] is not None:
                return tr("It goes on at the question about reading {number}, {side}.", number=number, side=side)
            return tr("It goes on at reading {number}, {side}.", number=number, side=side)
    return tr("It goes on where it stood.")


def _goes_on_in_train(phase: str, where: str) -> str:
    if phase == "train":  # its touches have been given
        return tr("It goes on at the number for the train of {where}.", where=where)
    if phase in ("train_ready", "beating"):
        return tr("The number of the single touch is kept. It goes on at the train of {where}.", where=where)
    return tr("It goes on at {where}.", where=where)


def _at(utc: str) -> str:
    """A moment to the minute, as after a restart it is known no better; with the day where that is another."""
    at = datetime.fromisoformat(utc.replace("Z", "+00:00")).astimezone()
    return f"{at:%H:%M}" if at.date() == datetime.now().astimezone().date() else f"{at:%Y-%m-%d %H:%M}"
