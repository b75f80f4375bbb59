"""Questions whose offered answers are recorded as they are spelled in the source, whatever language is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qst_station.gui.screen import Desk


def inquire_among(desk: Desk, question: str, offers: Mapping[str, str], answer: Callable[[str], None]) -> None:
    """Ask for a text with answers to choose from.

    Parameters
    ----------
    offers : mapping of str to str
        From the answer as it is recorded to how it is shown.
    answer : callable
        Gets the recorded spelling of an answer that was offered, or the text that was typed.
    """
    recorded = {shown: code for code, shown in offers.items()}
    desk.inquire(question, tuple(offers.values()), lambda text: answer(recorded.get(text, text)))
