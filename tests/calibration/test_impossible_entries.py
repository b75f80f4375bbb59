"""What no instrument can be or send is refused before anything happens."""

from __future__ import annotations

from typing import Any

import pytest

from calibration.events import Check, Conditions, Reading, Zero
from calibration.item import Item
from calibration.procedure import Unexpected, init
from tests.calibration.bench import DATE, Bench, hair, method, on_scale, reference, tape


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"kind": "hair"}, "nominal_mn"),
        ({"kind": "hair", "nominal_mn": -1.0}, "nominal_mn"),
        ({"kind": "pinprick", "nominal_mn": 8.0, "reading_unit": "N"}, "mg, g, kg"),
        ({"kind": "tape", "reading_unit": "mm"}, "division"),
        ({"kind": "force_gauge", "reading_unit": "g", "division": 0.1}, "N, mN"),
        ({"kind": "force_gauge", "reading_unit": "N", "division": 0.1, "loads": (2.0, 1.0)}, "rising"),
        ({"kind": "force_gauge", "reading_unit": "N", "division": 0.1, "compression_sign": 0}, "compression_sign"),
        ({"kind": "balance", "division": 0.1, "loads": (1.0,)}, "masses in g"),
    ],
)
def test_an_impossible_item_is_refused(fields: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        Item(**{"id": "x", "reading_unit": "g", **fields})


@pytest.mark.parametrize(
    "changed", [{"due": "soon"}, {"expanded": 0.0}, {"coverage_factor": 0.5}, {"id": ""}, {"division": 0.0}]
)
def test_an_impossible_reference_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        reference("balance", **changed)


@pytest.mark.parametrize(
    ("event", "fields"),
    [
        (Conditions, {"temperature_c": 22.0, "humidity_percent": 101.0}),
        (Conditions, {"temperature_c": 220.0, "humidity_percent": 50.0}),
        (Reading, {"value": float("nan"), "unit": "g"}),
        (Zero, {"value": float("inf"), "unit": "g"}),
        (Check, {"value": float("nan"), "unit": "g"}),
    ],
)
def test_an_event_that_no_instrument_can_send_is_refused(event: Any, fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        event(t_ns=0, **fields)


def test_a_reference_that_the_method_does_not_need_is_refused() -> None:
    bench = Bench(method("hair"), hair(), on_scale)
    with pytest.raises(Unexpected, match="role of rule"):
        bench.send(reference("rule"))


def test_there_is_no_daily_check_of_a_tape() -> None:
    with pytest.raises(ValueError, match="no daily check of a tape"):
        init(method("daily_check"), tape(), DATE)


@pytest.mark.parametrize(
    "item",
    [
        Item(id="g", kind="force_gauge", reading_unit="N", division=0.01, loads=(1.0, 2.0, 3.0, 4.0)),
        Item(id="g", kind="force_gauge", reading_unit="N", division=0.01, loads=(2.0, 4.0, 6.0, 8.0, 10.0)),
        hair(),
    ],
)
def test_a_method_that_does_not_suit_the_item_is_refused_before_anything(item: Item) -> None:
    with pytest.raises(ValueError, match=r"g:|hair-7"):
        init(method("force_gauge"), item, DATE)
