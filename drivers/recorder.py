"""Takes down what goes over a link, byte for byte, with or without a dialogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from drivers.capture import Piece
from drivers.conversation import Conversation
from drivers.link import Link

_LONGEST_WAIT_S: Final = 0.02


def record(
    link: Link,
    conversation: Conversation | None,
    *,
    clock_ns: Callable[[], int],
    take: Callable[[Piece], None],
    over: Callable[[], bool],
) -> None:
    """Record until `over`; the link stays open.

    Parameters
    ----------
    link : Link
    conversation : Conversation or None
        None: nothing is sent.
    clock_ns : callable
        Time since the link was opened.
    take : callable
        Takes each piece before anything is made of it.
    over : callable
        Asked about fifty times a second.

    Raises
    ------
    drivers.link.LinkLost
        Everything until then has been taken.
    """

    def send(data: bytes) -> None:
        if data:
            take(Piece(t_ns=clock_ns(), direction="tx", data=data))
            link.write(data)

    if conversation is not None:
        send(conversation.opening(clock_ns()))
    while not over():
        if conversation is not None:
            send(conversation.due(clock_ns()))
        data = link.read(_wait_s(conversation, clock_ns()))
        if data:
            t_ns = clock_ns()
            take(Piece(t_ns=t_ns, direction="rx", data=data))
            if conversation is not None:
                conversation.receive(data, t_ns)
    if conversation is not None:
        send(conversation.closing())


def _wait_s(conversation: Conversation | None, now_ns: int) -> float:
    due_ns = None if conversation is None else conversation.next_due_ns()
    return _LONGEST_WAIT_S if due_ns is None else min(_LONGEST_WAIT_S, max(0.0, (due_ns - now_ns) / 1e9))
