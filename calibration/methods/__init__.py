"""The packaged methods of calibration as documents; `calibration.method` says what may stand in them."""

from __future__ import annotations

from importlib.resources import files
from typing import get_args

from calibration.method import MethodKind


def method_text(kind: MethodKind) -> str:
    """The packaged document of a method, as TOML.

    Raises
    ------
    ValueError
        There is no such method.
    """
    if kind not in get_args(MethodKind):
        raise ValueError(f"there is no method {kind!r}; there are {', '.join(get_args(MethodKind))}")
    return files(__name__).joinpath(f"{kind}.toml").read_text(encoding="utf-8")
