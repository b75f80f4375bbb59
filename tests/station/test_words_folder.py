"""A site's own words: taken in unchanged, refused by name and field, and never changed behind its back."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocols.battery import TestSpec
from qst_station.findings import Finding, Refused
from qst_station.ratings.forms import packaged_form
from qst_station.ratings.scales import packaged_scales
from qst_station.station.form_words import missing_form_words
from qst_station.station.opening import battery_documents
from qst_station.station.words_folder import WordsFolder, packaged_words

TESTS = battery_documents().tests
GERMAN = next(words for words in packaged_words(TESTS) if words.name == "de")
OWN = GERMAN.text.replace('title = "QST Station, einfache Worte"', 'title = "Text der Klinik Süd"')


def folder(data: Path, tests: dict[str, TestSpec] | None = None) -> WordsFolder:
    return WordsFolder(data, tests or TESTS)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "site.toml"
    path.write_bytes(text.encode())
    return path


def refusal(tmp_path: Path, text: str) -> Finding:
    with pytest.raises(Refused) as caught:
        folder(tmp_path / "data").take_in(written(tmp_path, text))
    assert not (tmp_path / "data" / "words").exists(), "nothing is written"
    return caught.value.finding


def test_it_is_kept_byte_for_byte_and_found_again(tmp_path: Path) -> None:
    text = OWN.replace("\n", "\r\n")
    taken, new = folder(tmp_path / "data").take_in(written(tmp_path, text))
    assert new and taken.own and taken.spec.title == "Text der Klinik Süd"
    again = folder(tmp_path / "data").choose(taken.name)
    assert again.text == text and again.sha256 == taken.sha256
    assert (tmp_path / "data" / "words" / f"{taken.name}.toml").read_bytes() == text.encode()


def test_the_same_text_twice_is_the_same(tmp_path: Path) -> None:
    first, _ = folder(tmp_path / "data").take_in(written(tmp_path, OWN))
    second, new = folder(tmp_path / "data").take_in(written(tmp_path, OWN))
    assert second.name == first.name and not new


def test_another_text_under_the_same_version_is_refused(tmp_path: Path) -> None:
    folder(tmp_path / "data").take_in(written(tmp_path, OWN))
    with pytest.raises(Refused) as caught:
        folder(tmp_path / "data").take_in(written(tmp_path, OWN.replace("Danke", "Vielen Dank")))
    assert caught.value.finding.code == "words.taken" and "1.1.0" in caught.value.finding.happened
    changed = OWN.replace("Danke", "Vielen Dank").replace('version = "1.1.0"', 'version = "1.1.1"')
    assert folder(tmp_path / "data").take_in(written(tmp_path, changed))[1]


@pytest.mark.parametrize(
    ("before", "after", "field", "said"),
    [
        ("[tests.VDT]", "[tests.XYZ]", "tests.XYZ", "allowed: EVF, FIG8, MDT"),
        ('anchor_low = "kein Schmerz"', "", "tests.MPS.anchor_low", "required"),
        ('yes = "spitz"', 'yes = " "', "tests.MPT.yes", "required"),
        ("[tests.WUR.phases.train]", "[tests.WUR.phases.ten]", "tests.WUR.phases.train", "required"),
        ("[tests.PPT]", "[tests.PPT.phases.one]\nread_aloud = 'x'\n[tests.PPT]", "tests.PPT.phases.one", "none"),
        ('confirm = "Fertig"', 'confirm = "Fertig"\ncancel = "Nein"', "screen", "allowed: confirm, delete"),
        ('back_translation = "not done"', 'back_translation = "soon"', "back_translation", "'done'"),
        ('language = "de"', 'language = "Deutsch"', "", "no code such as 'de'"),
        ('version = "1.1.0"', 'version = "1/0"', "", "allowed"),
        ("[scales.nrs-0-10-now]", "[scales.nrs-0-12]", "scales.nrs-0-12", "allowed: five-point-now, nrs-0-10"),
        ('question = "Wie stark ist Ihr Schmerz jetzt?"', "", "scales.nrs-0-10-now.question", "required"),
        ('"mäßig", ', "", "scales.five-point-now.words", "5 are needed"),
        ("[forms.css]", "[forms.diary]", "forms.diary", "allowed: budapest, css, daily_nrs"),
        ("symptom-oedema", "sign-oedema", "forms.css.sign-oedema", "symptom-trophic"),
        ("vor {n} Tagen", "vor Tagen", "forms.daily_nrs.days-before", "{n} is missing"),
        ('"Berichtet Schwellung"', '" "', "", "forms.budapest.symptom-oedema is empty"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, before: str, after: str, field: str, said: str) -> None:
    assert before in OWN
    finding = refusal(tmp_path, OWN.replace(before, after, 1))
    assert finding.code == "document.invalid" and finding.remedy
    assert str(tmp_path / "site.toml") in finding.place
    assert field in finding.place + finding.happened and said in finding.happened


def test_a_missing_test_is_named(tmp_path: Path) -> None:
    start = OWN.index("[tests.VDT]")
    finding = refusal(tmp_path, OWN[:start] + OWN[OWN.index("[tests.PPT]") :])
    assert finding.place.endswith("site.toml: tests.VDT")


def test_what_a_text_lacks_of_the_forms_is_named_and_no_reason_to_refuse_it(tmp_path: Path) -> None:
    assert [missing_form_words(words.spec) for words in packaged_words(TESTS)] == [(), ()]
    start, end = OWN.index("[scales.nrs-0-10-now]"), OWN.index("[scales.nrs-0-10-24h]")
    lacks = (OWN[:start] + OWN[end:]).replace("symptom-oedema = ", "# ")
    taken, _ = folder(tmp_path / "data").take_in(written(tmp_path, lacks))
    named = ("scales.nrs-0-10-now", "forms.css.symptom-oedema", "forms.budapest.symptom-oedema")
    assert missing_form_words(taken.spec) == named
    older, _ = folder(tmp_path / "other").take_in(written(tmp_path, OWN[:start]))  # from before forms were in it
    assert len(missing_form_words(older.spec)) > 20


def test_the_english_words_ask_in_forms_what_is_recorded() -> None:
    english = next(words for words in packaged_words(TESTS) if words.name == "en").spec
    for scale in packaged_scales().scales:
        said = english.scales[scale.id]
        assert (said.anchor_low, said.anchor_high, said.words) == (
            scale.low_anchor,
            scale.high_anchor,
            scale.words,
        )
    for name in ("css", "budapest"):
        recorded = {item.id: item.text for item in packaged_form(name).items if item.kind == "symptom"}
        assert english.forms[name] == recorded


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_bytes(b"title = '\xff'")
    with pytest.raises(Refused) as caught:
        folder(tmp_path / "data").take_in(path)
    assert "UTF-8" in caught.value.finding.happened


def test_a_file_that_was_changed_after_the_import_is_not_used(tmp_path: Path) -> None:
    taken, _ = folder(tmp_path / "data").take_in(written(tmp_path, OWN))
    path = tmp_path / "data" / "words" / f"{taken.name}.toml"
    path.write_text(OWN.replace("Danke", "Merci"), encoding="utf-8")
    after = folder(tmp_path / "data")
    assert [finding.code for finding in after.findings] == ["words.changed"]
    with pytest.raises(Refused) as caught:
        after.choose(taken.name)
    assert caught.value.finding.code == "words.unknown" and "en, de" in caught.value.finding.remedy


def test_a_language_chooses_only_where_it_is_unambiguous(tmp_path: Path) -> None:
    french = OWN.replace('language = "de"', 'language = "fr"')
    folder(tmp_path / "data").take_in(written(tmp_path, french))
    assert folder(tmp_path / "data").choose("fr").spec.language == "fr"
    folder(tmp_path / "data").take_in(written(tmp_path, french.replace("Klinik Süd", "Klinik Nord")))
    with pytest.raises(Refused):
        folder(tmp_path / "data").choose("fr")
