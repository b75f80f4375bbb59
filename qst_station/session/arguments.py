"""Whether the arguments of a command can be taken and kept, before anything is done with them."""

from __future__ import annotations

from collections.abc import Mapping

from qst_station.session.events import Command
from qst_station.session.running import NotNow

# What the tables of a session hold (qst_station.tables); a text is refused at the door and never cut.
_REASON_BYTES = 160
_ACTOR_BYTES = 64
_SOURCE_BYTES = 32
_LONGEST_BYTES = {"text": 2000, "entered": 32, "kind": 32}
_LARGEST = 1e12
_LARGEST_NS = 1e16  # four months of session time


def check_arguments(command: Command, wanted: Mapping[str, type], optional: tuple[str, ...]) -> None:
    """Refuse arguments of another name, type or size than a command takes; those of ``optional`` may be missing.

    Raises
    ------
    NotNow
        Names the argument, its value and what is allowed.
    """
    if not wanted.keys() - set(optional) <= command.args.keys() <= wanted.keys():
        raise NotNow(f"{command.name} takes {', '.join(wanted) or 'nothing'}, not {', '.join(command.args)}")
    for name, value in command.args.items():
        kind = wanted[name]
        if type(value) is not kind and not (kind is float and type(value) is int):
            raise NotNow(f"{command.name}: {name} is {value!r}, which is no {kind.__name__}")
        largest = _LARGEST_NS if name.endswith("_ns") else _LARGEST
        if isinstance(value, int | float) and not abs(value) < largest:
            raise NotNow(f"{command.name}: {name} is no number that can be meant")
        if isinstance(value, str):
            _check_text(f"{command.name}: {name}", value, _LONGEST_BYTES.get(name, _REASON_BYTES))
    _check_text("actor", command.actor.who, _ACTOR_BYTES)
    _check_text("source", command.source, _SOURCE_BYTES)


def _check_text(what: str, text: str, longest: int) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise NotNow(f"{what} holds a character that cannot be stored") from None
    if size > longest:
        raise NotNow(f"{what} is too long: {size} of {longest} bytes")
