"""What an undo has taken back, in the words of the window."""

from __future__ import annotations

from qst_station.gui.json_lines import Json
from qst_station.gui.words import told, tr


def taken_back_words(view: Json, *, cut: bool) -> str:
    """What the newest command took back by its view; empty where it took nothing back.

    `cut` says that a train was under way: it starts over.
    """
    back = view["taken_back"]
    if back is None:
        return ""
    number = back["number"]
    match back["what"]:
        case "answer":
            stimulus = " ".join(told(part) for part in (back["label"], back["unit"]) if part)
            return tr("Taken back: {stimulus}, {answer}.", stimulus=stimulus, answer=told(back["answer"]).lower())
        case "single" if cut:
            return tr("Taken back: the number of single touch {number}. The train was cut.", number=number)
        case "single":
            return tr("Taken back: the number of single touch {number}.", number=number)
        case "train":
            return tr("Taken back: the number of train {number}.", number=number)
        case "ramp":
            return tr("Taken back: ramp {number}.", number=number)
    return tr("Taken back: the number of stimulus {number}.", number=number)
