"""How the window looks and speaks on this computer: theme, size of text, language."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from qst_station.gui import theme, words

THEMES = ("system", "light", "dark")
TEXT_PERCENTS = (100, 125, 150, 175, 200)
_GROUP = "look"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a user has chosen. `system` follows the desktop."""

    theme: str = "system"
    text_percent: int = 100
    language: str = "system"

    @property
    def worn(self) -> str:
        """The theme that this means now."""
        if self.theme != "system":
            return self.theme
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    @property
    def spoken(self) -> str:
        """The language that this means now; English where the desktop speaks one that the window does not."""
        if self.language != "system":
            return self.language
        from PySide6.QtCore import QLocale

        spoken = QLocale.system().name().partition("_")[0]
        return spoken if spoken in words.LANGUAGES else "en"


def kept(settings: QSettings) -> Preferences:
    """What has been chosen; the default for whatever is not there or no longer offered."""
    usual = Preferences()
    worn = str(settings.value(f"{_GROUP}/theme", usual.theme))
    spoken = str(settings.value(f"{_GROUP}/language", usual.language))
    percent = str(settings.value(f"{_GROUP}/text_percent", usual.text_percent))
    return Preferences(
        theme=worn if worn in THEMES else usual.theme,
        language=spoken if spoken in ("system", *words.LANGUAGES) else usual.language,
        text_percent=int(percent) if percent in map(str, TEXT_PERCENTS) else usual.text_percent,
    )


def keep(settings: QSettings, preferences: Preferences) -> None:
    """Keep a choice for later starts."""
    for name, value in asdict(preferences).items():
        settings.setValue(f"{_GROUP}/{name}", value)
    settings.sync()


def wear(application: QApplication, preferences: Preferences) -> None:
    """Take the colours; everything that is shown is painted anew."""
    theme.wear(preferences.worn)
    theme.dress(application)
    theme.dress_forms(application)
    for window in application.topLevelWidgets():  # what lies in it is painted with it
        window.update()


def prepare(application: QApplication, preferences: Preferences) -> None:
    """Take size of text, language and colours, before the first screen is made."""
    theme.write_larger(preferences.text_percent)
    words.speak(preferences.spoken)
    wear(application, preferences)
