"""How the page of a family's files words what it shows."""

from __future__ import annotations

import datetime as dt

from kimdesk.domain.files import PDF, PICTURES
from kimdesk.domain.reference import Reference
from kimdesk.ui.screens.family_documents.state import FileItem, HandoutItem, Receiver
from kimdesk.ui.shell.family_words import Words

_KB, _MB = 1 << 10, 1 << 20


class DocumentWords(Words):
    """Words for files and for what was handed out."""

    def __init__(self, reference: Reference, today: dt.date) -> None:
        super().__init__(reference, today)

    def icon(self, file: FileItem) -> str:
        """Return the icon that stands for a file without a picture."""
        return "eye" if file.media_type in PICTURES else "file-text" if file.media_type == PDF else "paperclip"

    def detail(self, file: FileItem) -> str:
        """Return the dim line of a file: kind, day, size, and whether it stays here."""
        parts = [
            self.label("attachment_kind", file.kind or None),
            self.day(file.date) if file.date is not None else "",
            self.size(file.size),
            self.tr("anvertraut") if file.confided else self.tr("weitergebbar"),
        ]
        return " · ".join(part for part in parts if part)

    def size(self, size: int) -> str:
        """Return 340 KB or 2,5 MB."""
        if size < _MB:
            return self.tr("{n} KB").format(n=max(1, round(size / _KB)))
        amount = f"{size / _MB:.1f}".replace(".", "," if self.lang == "de" else ".")
        return self.tr("{n} MB").format(n=amount)

    def handout(self, handout: HandoutItem) -> str:
        """Return to whom, how, in which languages and on how many pages something went."""
        languages = self.both(self.label("language", each) for each in handout.languages)
        parts = [
            handout.recipient,
            self.label("handout_way", handout.way or None),
            languages,
            self.tr("%n Seiten", "", handout.pages) if handout.pages else "",
        ]
        return " · ".join(part for part in parts if part)

    def receiver(self, receiver: Receiver) -> str:
        """Return for whom a copy is."""
        if receiver.kind == "own":
            return self.tr("für die eigene Akte")
        if receiver.kind == "readers":
            return receiver.name
        return f"{receiver.name} · {self.label('purpose', receiver.purpose or None)}"

    def leaving(self, file: FileItem, receiver: Receiver) -> str:
        """Return what leaves: kind and size, unencrypted, and whether it is kept under handed out."""
        if receiver.kind == "own":
            return self.tr("Die Kopie liegt danach unverschlüsselt dort, wo sie gespeichert wird.")
        what = self.label("attachment_kind", file.kind or None) or self.tr("Datei")
        told = self.tr("Das wird weitergegeben: {what}, {size}, unverschlüsselt. Es steht danach unter „Ausgehändigt“.")
        return told.format(what=what, size=self.size(file.size))
