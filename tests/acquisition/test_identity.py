"""Where an adapter is: whatever is plugged in, nothing else is ever taken for it with certainty."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.ports import PortInfo
from qst_station.acquisition.display_check import APART, LEAST_N, DisplayCheck, NoComparison, Shown
from qst_station.acquisition.identity import Identity, adapter_at, same_device, unit_number, whereabouts

NUMBERS = st.sampled_from([None, "", "0001", "A50285BI", "B7700001"])
ADAPTERS = st.builds(
    PortInfo,
    url=st.sampled_from(["COM3", "COM4", "COM5", "COM6"]),
    vid=st.sampled_from([0x0403, 0x1A86]),
    pid=st.sampled_from([0x6001, 0x7523]),
    serial_number=NUMBERS,
    location=st.sampled_from([None, "1-1", "1-2"]),
)
PLUGGED = st.lists(ADAPTERS, max_size=4, unique_by=lambda port: port.url)


@given(adapter=ADAPTERS, ports=PLUGGED, taken=st.sets(st.sampled_from(["COM3", "COM4"])))
def test_certain_is_only_what_nothing_else_can_be(
    adapter: PortInfo, ports: list[PortInfo], taken: set[str]
) -> None:
    where = whereabouts(adapter, ports, taken)
    kin = [p for p in ports if (p.vid, p.pid) == (adapter.vid, adapter.pid) and p.url not in taken]
    assert (where.port is None) <= (not where.certain) and (where.why == "") == where.certain
    if where.port is not None:
        assert where.port in kin
    if where.certain and where.port is not None and adapter.has_own_number:
        assert where.port.serial_number == adapter.serial_number
    elif where.certain and where.port is not None:
        assert [p for p in kin if not p.has_own_number] == [where.port]
        assert where.port.location == adapter.location is not None


@given(adapter=ADAPTERS.filter(lambda a: a.has_own_number), others=PLUGGED, url=st.sampled_from(["COM8", "tty9"]))
def test_an_adapter_with_a_number_of_its_own_is_found_under_any_port(
    adapter: PortInfo, others: list[PortInfo], url: str
) -> None:
    moved = replace(adapter, url=url, location="9-9")
    strangers = [p for p in others if p.serial_number != adapter.serial_number]
    assert whereabouts(adapter, [*strangers, moved]).port == moved


@given(one=ADAPTERS, other=ADAPTERS)
def test_same_is_said_only_of_numbers_of_their_own(one: PortInfo, other: PortInfo) -> None:
    if same_device(Identity(adapter=one), Identity(adapter=other)):
        assert one.has_own_number and one.serial_number == other.serial_number
    assert not same_device(Identity(adapter=one, unit="B1"), Identity(adapter=one, unit="B2"))
    assert same_device(Identity(adapter=one, unit="B1"), Identity(adapter=other, unit="B1"))


@pytest.mark.parametrize(
    ("gauge", "told", "unit"),
    [
        ("mt-sics", 'I4 A "B123456789"', "B123456789"),
        ("mt-sics", 'I4 A ""', ""),
        ("mark10", "V1.00;LBF;CUR;FLTC8;FLTP1;AOUT00;AOFF5;FULL;MIT;POL;B0", ""),
        ("cedrus-xid", "_xid0", ""),
    ],
)
def test_only_the_number_of_one_unit_is_an_identity(gauge: str, told: str, unit: str) -> None:
    assert unit_number(gauge, told) == unit


def test_a_link_to_a_port_is_the_port_and_a_socket_has_no_adapter(tmp_path: object) -> None:
    port = PortInfo(url="/dev/null", vid=1, pid=2)
    assert adapter_at("/dev/../dev/null", [port]) == port
    assert adapter_at("socket:///dev/null", [port]) is None
    assert adapter_at("/dev/null", [replace(port, vid=None)]) is None


@given(first=st.floats(-200, 200), second=st.floats(-200, 200))
def test_two_loads_that_clearly_differ_confirm_a_gauge_and_nothing_less(first: float, second: float) -> None:
    check = DisplayCheck()
    for load in (first, second):
        with contextlib.suppress(NoComparison):
            check = check.same(Shown(raw=load, unit="N"), load)
    enough = min(abs(first), abs(second)) >= LEAST_N
    apart = abs(first - second) >= APART * max(abs(first), abs(second))
    assert (check.state == "agreed") == (enough and apart)
    assert check.other(Shown(raw=second, unit="N")).state == "differed"
