"""Which gauge is behind a port: listen first, then ask in an order that harms none of them.

A request meets every device, not only the one that it is meant for, so that this file and not a spec says what
may be asked. A device that talks unasked is sent nothing at all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal, TypeAlias

from drivers.catalogue import GAUGES
from drivers.framing import TORN
from drivers.link import Link, LinkUnavailable
from drivers.messages import Garbled, Message, Notice, one_by_one
from drivers.spec import GaugeSpec

ASKED: Final = (
    *("mark10", "mark10-series4", "imada-ds2", "imada-dsv", "imada-zta", "imada-zta-rs232"),
    *("wagner-fpx", "wagner-fdx", "mt-sics", "ohaus", "loadstar-iload", "loadstar-di1000"),
    # Requests without an end stay in the buffer of a device that waits for one, and therefore come last.
    *("sauter-fl", "kern", "sartorius-sbi", "cedrus-xid"),
)
"""The gauges that are asked, in this order.

Left out: and-standard, whose request (Q) switches an Imada DS2 off (Python package dstdsv 0.1.1); wagner-fdix,
whose order for all samples (CA) tells a classic Ohaus balance to print by itself from then on (Ohaus RS232
interface manual p.5); bbtk-tpad, which says nothing that is documented until a key is pressed; those that talk
unasked; those of others.
"""

LISTEN_S: Final = 2.5
"""A microcontroller that is reset by the opening of its port needs about two seconds until it talks."""

ANSWER_S: Final = 0.3
"""A device that has sent nothing for so long after a request does not answer it."""

_QUIET_S: Final = 0.06
_TALKING_S: Final = 0.5

Confidence: TypeAlias = Literal["sure", "likely", "possible"]
_RANK: Final[dict[Confidence, int]] = {"sure": 0, "likely": 1, "possible": 2}
Settings: TypeAlias = tuple[int, int, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the device sent, unasked or as an answer.

    Attributes
    ----------
    baud : int
    sent, received : bytes
        `sent` is empty where nothing was asked.
    """

    baud: int
    sent: bytes
    received: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A gauge that it may be.

    Attributes
    ----------
    confidence : "sure", "likely" or "possible"
        It said who it is; it sent values in this gauge's form; it sent something that this gauge also sends.
    """

    spec: GaugeSpec
    confidence: Confidence
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identification:
    """What was found out: the candidates, the best first, and everything that was received."""

    candidates: tuple[Candidate, ...]
    received: tuple[Evidence, ...]


def identify(
    open_link: Callable[[GaugeSpec], Link], *, listen_s: float = LISTEN_S, answer_s: float = ANSWER_S
) -> Identification:
    """Find out which gauge it is.

    Parameters
    ----------
    open_link : callable
        Opens the one port with the link settings of a gauge.
    listen_s : float
        How long to listen before anything is sent.
    answer_s : float
        How long to wait for each answer.

    Raises
    ------
    drivers.link.LinkUnavailable, drivers.link.LinkLost
    """
    heard = _hear(open_link, listen_s)
    found = [c for spec in GAUGES.values() for piece in heard if (c := _judge_heard(spec, piece))]
    if any(c.confidence != "possible" for c in found) or any(talking for _, _, talking in heard):
        answers: dict[str, list[Evidence]] = {}
    else:
        answers = _ask(open_link, answer_s)
        found += _judge_answers(answers)
    received = [evidence for evidence, _, _ in heard if evidence.received]
    received += [evidence for given in answers.values() for evidence in given]
    return Identification(candidates=_best(found), received=tuple(dict.fromkeys(received)))


_Heard: TypeAlias = tuple[Evidence, Settings, bool]


def _hear(open_link: Callable[[GaugeSpec], Link], listen_s: float) -> list[_Heard]:
    """Listen at the settings of the gauges that talk unasked; at all the others too where one talks unreadably."""
    unasked = _first_of_each(spec for spec in GAUGES.values() if spec.unsolicited)
    others = [s for s in _first_of_each(GAUGES.values()) if _settings(s) not in map(_settings, unasked)]
    heard: list[_Heard] = []
    for spec in (*unasked, *others):
        if spec in others and not any(talking for _, _, talking in heard):
            break
        link = _open(open_link, spec, must=not heard)
        if link is None:
            continue
        try:
            data, talking = _listen(link, listen_s)
        finally:
            link.close()
        piece = (Evidence(baud=spec.baud, sent=b"", received=data), _settings(spec), talking)
        heard.append(piece)
        judged = [c for s in GAUGES.values() if (c := _judge_heard(s, piece))]
        if any(c.confidence != "possible" for c in judged):
            break
    return heard


def _open(open_link: Callable[[GaugeSpec], Link], spec: GaugeSpec, *, must: bool) -> Link | None:
    """The port at the settings of a gauge; None for a port that was opened before and cannot do these."""
    try:
        return open_link(spec)
    except LinkUnavailable as error:
        if must or error.reason != "invalid":
            raise
        return None


def _listen(link: Link, listen_s: float) -> tuple[bytes, bool]:
    """What came, and whether it went on coming: a banner is soon over."""
    data = b""
    now_s = time.monotonic()
    until_s, first_s = now_s + listen_s, None
    enough_s = min(_TALKING_S, listen_s / 2)
    while (now_s := time.monotonic()) < until_s:
        arrived = link.read(min(0.05, until_s - now_s))
        data += arrived
        if arrived and first_s is None:
            first_s = now_s
        elif arrived and first_s is not None and now_s - first_s >= enough_s:
            return data, True
    return data, False


def _ask(open_link: Callable[[GaugeSpec], Link], answer_s: float) -> dict[str, list[Evidence]]:
    """The answers that each gauge's own requests brought; ends with the first gauge that is there."""
    answers: dict[str, list[Evidence]] = {}
    asked = [GAUGES[name] for name in ASKED if name in GAUGES]
    for _, group in groupby(asked, key=_settings):
        specs = list(group)
        link = _open(open_link, specs[0], must=False)
        if link is None:
            continue
        try:
            given: dict[bytes, bytes] = {}
            for spec in specs:
                answers[spec.name] = _put(link, spec, given, answer_s)
                judged = _judge(spec, answers[spec.name])
                if judged is not None and judged.confidence == "sure":
                    return answers
        finally:
            link.close()
        if any(c.confidence != "possible" for c in _judge_answers(answers)):
            break
    return answers


def _put(link: Link, spec: GaugeSpec, given: dict[bytes, bytes], answer_s: float) -> list[Evidence]:
    """Send the requests of a gauge that have not been sent yet; the answers, those given before included."""
    evidence = []
    for request in filter(None, (spec.identify, spec.poll)):
        if request not in given:
            _until_quiet(link, _QUIET_S)
            link.write(request)
            given[request] = _until_quiet(link, answer_s)
            if given[request] and request == spec.poll:
                # A codec that has just begun distrusts one line, that of a Sauter two.
                for _ in range(2):
                    link.write(request)
                    given[request] += _until_quiet(link, answer_s)
        if given[request]:
            evidence.append(Evidence(baud=spec.baud, sent=request, received=given[request]))
    return evidence


def _until_quiet(link: Link, first_s: float) -> bytes:
    """What comes within `first_s`, and what follows it closely; not for ever."""
    data = arrived = link.read(first_s)
    until_s = time.monotonic() + first_s
    while arrived and time.monotonic() < until_s:
        arrived = link.read(_QUIET_S)
        data += arrived
    return data


def _judge_heard(spec: GaugeSpec, heard: _Heard) -> Candidate | None:
    """Only a gauge that talks unasked, at its own settings, is likely; one left streaming is possible."""
    evidence, settings, _ = heard
    judged = _judge(spec, [evidence]) if evidence.received else None
    if judged is None:
        return None
    if spec.unsolicited and settings == _settings(spec):
        return judged
    silent = not spec.unsolicited and spec.stream_start is None
    if silent and any(not isinstance(message, Notice) for message in _messages(spec, [evidence])):
        return None
    return Candidate(spec=spec, confidence="possible", evidence=judged.evidence)


def _judge_answers(answers: dict[str, list[Evidence]]) -> list[Candidate]:
    """The gauges that answered, and those not asked whose request is the same but for line end or baud rate."""
    found = {name: c for name, given in answers.items() if (c := _judge(GAUGES[name], given))}
    sure = any(c.confidence == "sure" for c in found.values())
    for spec in () if sure else GAUGES.values():
        poll = (spec.poll or b"").strip()
        alike = [e for c in found.values() for e in c.evidence if poll and e.sent.strip() == poll]
        if spec.name not in answers and alike and (judged := _judge(spec, alike)):
            found[spec.name] = Candidate(spec=spec, confidence="possible", evidence=judged.evidence)
    return list(found.values())


def _judge(spec: GaugeSpec, evidence: Sequence[Evidence]) -> Candidate | None:
    """What a gauge makes of the bytes; None where they are none of its own."""
    values = unreadable = spoilt = 0
    kinds = set()
    for message in _messages(spec, evidence):
        if isinstance(message, Notice):
            kinds.add(message.kind)
        elif isinstance(message, Garbled) and not message.why.startswith((TORN, "unit missing")):
            unreadable += 1
            spoilt += values > 0  # before the first value a device may introduce itself
        else:
            values += 1
    if not (values or kinds) or unreadable >= values + len(kinds):
        return None
    asked = any(e.sent for e in evidence)
    confidence: Confidence = "possible"
    if "identity" in kinds and any(e.sent == spec.identify for e in evidence):
        confidence = "sure"
    elif values and not spoilt and "error" not in kinds and not (asked and spec.identify):
        confidence = "likely"
    return Candidate(spec=spec, confidence=confidence, evidence=tuple(evidence))


def _messages(spec: GaugeSpec, evidence: Iterable[Evidence]) -> list[Message]:
    codec = spec.codec(spec)
    return one_by_one(message for piece in evidence for message in codec.feed(piece.received))


def _best(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each gauge once, with its best evidence; the surest first, then those whose form is the strictest."""
    order = sorted(found, key=lambda c: (_RANK[c.confidence], not c.spec.self_marking))
    best: dict[str, Candidate] = {}
    for candidate in order:
        best.setdefault(candidate.spec.name, candidate)
    return tuple(best.values())


def _first_of_each(specs: Iterable[GaugeSpec]) -> list[GaugeSpec]:
    """One gauge for each of the link settings."""
    first: dict[Settings, GaugeSpec] = {}
    for spec in specs:
        first.setdefault(_settings(spec), spec)
    return list(first.values())


def _settings(spec: GaugeSpec) -> Settings:
    return spec.baud, spec.bytesize, spec.parity, spec.stopbits
