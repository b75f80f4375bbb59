"""Which words the participant hears and reads: language and text, the study's own to begin with."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QSizePolicy

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.words import LANGUAGES, spoken, tr


class WordsChoice(QComboBox):
    """A list of the words of this station. Nothing needs to be chosen: study or language of the window say it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("words for the participant"))
        self.setMinimumHeight(theme.roomy(36))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._usual = ""
        self.setEnabled(False)  # until the engine has said what there is; the keyboard passes it by

    def show_words(self, answer: Json) -> None:
        """Offer the words as the engine lists them; a choice that is still offered stays."""
        offered, usual = answer["words"], answer["default"]
        if not answer["stated"]:  # then those of the examiner's own language are the likely ones
            own = (words["name"] for words in offered if words["language"] == spoken())
            usual = next(own, usual)
        before = self.currentData() if self.currentData() != self._usual else None
        self._usual = usual
        self.clear()
        for words in offered:
            title = f"{language_name(words['language'])}: {words['title']} {words['version']}"
            self.addItem(title if words["own"] else f"{title} · {tr('not validated')}", words["name"])
        self.setEnabled(self.count() > 0)
        for wanted in (before, usual):
            at = self.findData(wanted)
            if wanted and at >= 0:
                self.setCurrentIndex(at)
                return

    def request(self) -> dict[str, str]:
        """The part of a visit request that says which words are used; empty takes those of the study."""
        return {"words": str(self.currentData() or "")}


def language_name(code: str) -> str:
    """What its speakers call a language; the code where nobody knows."""
    if code in LANGUAGES:
        return LANGUAGES[code]
    if code == "en":  # Qt would call it American
        return "English"
    name = QLocale(code).nativeLanguageName() if QLocale(code).language() != QLocale.Language.C else ""
    return f"{name[:1].upper()}{name[1:]}" if name else code
