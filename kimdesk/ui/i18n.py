"""The language of the window: German as in the code, English from resources/i18n, Qt's own words."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from kimdesk.base.errors import Lang
from kimdesk.base.resources import resource

_PROPERTY = "kimdeskTranslators"
_LOCALES = {"de": QLocale.Country.Germany, "en": QLocale.Country.UnitedKingdom}
_LANGUAGES = {"de": QLocale.Language.German, "en": QLocale.Language.English}


class TsTranslator(QTranslator):
    """Reads a Qt .ts file as it is: no compiled copy that could be stale."""

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._texts: dict[tuple[str, str], tuple[str, ...]] = {}
        for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
            name = context.findtext("name") or ""
            for message in context.iter("message"):
                forms = _forms(message)
                if any(forms):
                    self._texts[name, message.findtext("source") or ""] = forms

    def isEmpty(self) -> bool:  # noqa: N802
        """Tell whether the file says nothing."""
        return not self._texts

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002
        """Return the text in this language, or None so that the next translator is asked."""
        forms = self._texts.get((context, source))
        if forms is None:
            return None  # type: ignore[return-value] # Qt's null string
        return forms[0] if n == 1 or len(forms) == 1 else forms[1]


def _forms(message: ET.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None:
        return ()
    plural = tuple(form.text or "" for form in translation.iter("numerusform"))
    return plural or (translation.text or "",)


def use(app: QApplication, language: Lang) -> None:
    """Speak a language from now on; open windows get LanguageChange and read their texts again."""
    for old in app.property(_PROPERTY) or ():
        app.removeTranslator(old)
    QLocale.setDefault(QLocale(_LANGUAGES[language], _LOCALES[language]))
    qt = QTranslator(app)
    qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    made: list[QTranslator] = [qt]
    file = resource("i18n", f"kimdesk_{language}.ts")
    if file.is_file():
        made.append(TsTranslator(file, app))
    for translator in made:
        app.installTranslator(translator)
    app.setProperty(_PROPERTY, made)


def language() -> Lang:
    """Return the language spoken now."""
    return "en" if QLocale().language() == QLocale.Language.English else "de"


def translated(context: str, text: str) -> str:
    """Return a text marked with QT_TRANSLATE_NOOP in the language spoken now."""
    return QCoreApplication.translate(context, text)
