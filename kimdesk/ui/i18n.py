"""The language of the window: German as in the code, English from resources/i18n, Qt's own words."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from kimdesk.base.errors import Lang
from kimdesk.base.resources import resource

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PROPERTY = "kimdeskTranslators"
_LOCALES = {"de": QLocale.Country.Germany, "en": QLocale.Country.UnitedKingdom}
_LANGUAGES = {"de": QLocale.Language.German, "en": QLocale.Language.English}


class TsTranslator(QTranslator):
    """Reads a Qt .ts file as it is: no compiled copy that could be stale."""

    def __init__(self, file: Path, parent: QObject, *, plurals_only: bool = False) -> None:
        super().__init__(parent)
        self._file = file
        self._plurals_only = plurals_only

    @cached_property
    def _texts(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return _read(self._file)  # when the first text is asked for, which for German is after the first window

    def isEmpty(self) -> bool:  # noqa: N802
        """Tell whether the file says nothing."""
        return not self._plurals_only and not self._texts

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002
        """Return the text in this language, or None so that the next translator is asked."""
        if self._plurals_only and n < 0:
            return None  # type: ignore[return-value] # Qt's null string
        forms = self._texts.get((context, source))
        if forms is None:
            return None  # type: ignore[return-value] # Qt's null string
        return forms[0] if n == 1 or len(forms) == 1 else forms[1]


def _read(file: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return what a file says by context and source text: one form, or one for each plural."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - 3 ms that the first window need not wait for

    texts = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            forms = _forms(message)
            if any(forms):
                texts[name, message.findtext("source") or ""] = forms
    return texts


def _forms(message: Element) -> tuple[str, ...]:
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
        made.append(TsTranslator(file, app, plurals_only=language == "de"))
    for translator in made:
        app.installTranslator(translator)
    app.setProperty(_PROPERTY, made)


def language() -> Lang:
    """Return the language spoken now."""
    return "en" if QLocale().language() == QLocale.Language.English else "de"


def translated(context: str, text: str) -> str:
    """Return a text marked with QT_TRANSLATE_NOOP in the language spoken now."""
    return QCoreApplication.translate(context, text)
