"""The attempts at a step in words: when, how they ended and why they were made. No values."""

from __future__ import annotations

from qst_station.gui.json_lines import Json
from qst_station.gui.rail import state_words
from qst_station.gui.saved_words import taken_back_words
from qst_station.gui.time_words import minutes, time_of_day
from qst_station.gui.words import told, tr


def attempt_lines(step: Json) -> list[str]:
    """A line for each attempt of a step that was tried more than once."""
    attempts = step["attempts"]
    return [_line(each) for each in attempts] if len(attempts) > 1 else []


def countable(step: Json) -> dict[str, int]:
    """The attempts that could count instead of the one that does, by what is said of them."""
    return {
        tr(
            "attempt {number} at minute {time}, answers: {answers}",
            number=each["number"],
            answers=each["answers"],
            time=minutes(each["t_start_ns"] / 1e9),
        ): each["number"]
        for each in step["attempts"]
        if each["status"] == "done" and not each["counts"]
    }


def stopped_line(step: Json) -> str:
    """What is saved of the attempt at a step that has just been stopped."""
    last, test = step["attempts"][-1], told(step["label"])
    number = last["answers"]
    if not number and last["taken_back"]:
        return tr("STOPPED. No answer of {test} stands.", test=test)
    if not number:
        return tr("STOPPED. {test} had no answer yet.", test=test)
    if number == 1:
        return tr("STOPPED. 1 answer of {test} is saved.", test=test)
    return tr("STOPPED. {number} answers of {test} are saved.", number=number, test=test)


def stopped_attempt_line(step: Json, saved: Json) -> str:
    """Which attempt that was, its answers on disk, and that there may be another."""
    stopped = step["attempts"][-1]
    number, taken_back = stopped["number"], stopped["taken_back"]
    if not stopped["answers"] or not saved["answer_utc"]:
        said = tr("Attempt {attempt} had no answer yet.", attempt=number)
        if taken_back:
            said = tr("Answers of attempt {attempt} taken back: {number}.", attempt=number, number=taken_back)
    else:
        said = tr(
            "Answers of attempt {attempt} saved: {answers}, the last at {time}.",
            attempt=stopped["number"],
            answers=stopped["answers"],
            time=time_of_day(saved["answer_utc"]),
        )
        said += f" {taken_back_words(taken_back)}" if taken_back else ""
    return " ".join((said, tr("The test can be repeated.")))


def _line(attempt: Json) -> str:
    said = tr(
        "attempt {number} at minute {time}: {state}, answers: {answers}",
        number=attempt["number"],
        time=minutes(attempt["t_start_ns"] / 1e9),
        state=state_words(attempt["status"]),
        answers=attempt["answers"],
    )
    parts = [said]
    if attempt["reason"]:
        parts.append(told(attempt["reason"]))
    if attempt["number"] > 1 and attempt["why"]:
        parts.append(tr("made because: {why}", why=told(attempt["why"])))
    if attempt["counts"]:
        why = told(attempt["count_why"]) if attempt["count_why"] else ""
        parts.append(tr("COUNTS: {why}", why=why) if why else tr("COUNTS"))
    return " · ".join(parts)


def standing(step: Json) -> str:
    """How a step stands, where that is not plain: its reason in full, and its attempts."""
    lines = attempt_lines(step)
    if not lines and (step["state"] != "ready" or step["why"]):
        lines = [": ".join(part for part in (state_words(step["state"]), told(step["why"])) if part)]
    return "\n".join(lines)


def was_begun(step: Json) -> bool:
    """Whether starting a step would be a further attempt at it."""
    return step["status"] in ("done", "stopped")
