"""What a sealed file cannot hold is refused before writing, and what it never has is refused before reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import h5py
import numpy as np
import pytest

from qst_station.recording.content import differences, digests
from qst_station.recording.hdf5_file import dataset_paths
from qst_station.recording.sealed import Dataset, SealedContent, write_sealed


def array(path: str, values: object) -> SealedContent:
    return SealedContent(
        summary={}, datasets=(Dataset(path=path, array=np.asarray(values), units="1", description=""),)
    )


@pytest.mark.parametrize(
    "content",
    [
        array("../force", [1.0]),
        array("/force", [1.0]),
        array("events/seq", [1]),
        array("force", ["text"]),
        array("force", [None]),
        array("force", np.zeros(2, np.dtype([("a", "u1"), ("b", "f8")], align=True))),
        replace(array("force", [1]), datasets=array("force", [1]).datasets * 2),
        SealedContent(summary={"z": float("nan")}),
        SealedContent(summary={}, attributes={"format": "other"}),
        SealedContent(summary={}, inputs={"protocol.toml": "nul\0"}),
    ],
)
def test_content_that_cannot_be_held_is_refused_before_writing(tmp_path: Path, content: SealedContent) -> None:
    with pytest.raises(ValueError, match=r".+"):
        write_sealed(tmp_path / "s.h5", content)
    assert list(tmp_path.iterdir()) == []


def test_differences_name_changed_missing_and_added_places() -> None:
    expected = digests(array("force", [1.0]))
    assert differences(digests(array("force", [2.0])), expected) == ["/force"]
    assert differences(digests(array("other", [1.0])), expected) == ["/force", "/other"]


def soft_link(file: h5py.File) -> None:
    file["force"] = h5py.SoftLink("/elsewhere")


def external_link(file: h5py.File) -> None:
    file["force"] = h5py.ExternalLink("other.h5", "/secret")


def external_storage(file: h5py.File) -> None:
    file.create_dataset("force", (4,), "u1", external=[("secret.bin", 0, 4)])


def virtual_dataset(file: h5py.File) -> None:
    layout = h5py.VirtualLayout((4,), "u1")
    layout[:] = h5py.VirtualSource("other.h5", "secret", (4,))
    file.create_virtual_dataset("force", layout)


def huge_claim(file: h5py.File) -> None:
    file.create_dataset("force", (2**40,), "f8", chunks=(1024,))


def cycle(file: h5py.File) -> None:
    group = file.create_group("group")
    group["again"] = group


def heap_text(file: h5py.File) -> None:
    file.create_dataset("force", data=["a", "bb"], dtype=h5py.string_dtype())


def other_filter(file: h5py.File) -> None:
    file.create_dataset("force", (100,), "u1", compression="lzf")


def null_space(file: h5py.File) -> None:
    file["force"] = h5py.Empty("f8")


def odd_name(file: h5py.File) -> None:
    file.create_group("a\nb")


def too_deep(file: h5py.File) -> None:
    file.create_group("/".join("abcdefghij"))


@pytest.mark.parametrize(
    ("hostile", "reason"),
    [
        (soft_link, "force points elsewhere"),
        (external_link, "force points elsewhere"),
        (external_storage, "force is stored in a way"),
        (virtual_dataset, "force is stored in a way"),
        (huge_claim, "force claims 8796093022208 bytes"),
        (cycle, "group/again is linked twice"),
        (heap_text, "force has type object"),
        (other_filter, "force is stored in a way"),
        (null_space, "force is stored in a way"),
        (odd_name, "a name is not one"),
        (too_deep, "deeper than 8 levels"),
    ],
)
def test_a_structure_that_no_session_has_is_refused(
    tmp_path: Path, hostile: Callable[[h5py.File], None], reason: str
) -> None:
    target = tmp_path / "foreign.h5"
    with h5py.File(target, "w") as file:
        hostile(file)
    with h5py.File(target, "r") as file, pytest.raises(ValueError, match=reason):
        list(dataset_paths(file))
