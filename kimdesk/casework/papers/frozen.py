"""The one file that was signed: stored encrypted, named in its record, given out unchanged at every reprint."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import cast

from kimdesk.base.errors import Untrusted
from kimdesk.base.ids import RecordId
from kimdesk.casework import attachments
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.documents.api import Edition, Pdf, Variant


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFile:
    """Which stored file a signed plan or a given consent is, as its field `pdf` says it."""

    blob: bytes
    sha256: str
    pages: int
    edition: Edition
    languages: tuple[str, ...]
    variant: Variant = "normal"

    def text(self) -> str:
        """Write it into one line."""
        how = f"{self.edition} {'+'.join(self.languages)} {self.variant}"
        return f"{self.blob.hex()} {self.sha256} {self.pages} {how}"

    @classmethod
    def parse(cls, text: str) -> FrozenFile:
        """Read the line back."""
        blob, sha256, pages, edition, languages, *variant = text.split(" ")
        return cls(
            blob=bytes.fromhex(blob),
            sha256=sha256,
            pages=int(pages),
            edition="full" if edition == "full" else "family",
            languages=tuple(languages.split("+")),
            variant=cast("Variant", variant[0] if variant else "normal"),
        )


def freeze(desk: Desk, pdf: Pdf, order: PrintOrder, record: RecordId) -> FrozenFile:
    """Store the document of a record as an encrypted blob and return which file it is."""
    row = attachments.keep(desk, pdf.data, mime="application/pdf", record=record)
    return FrozenFile(
        blob=row.id, sha256=pdf.sha256, pages=pdf.pages, edition=order.edition, languages=order.languages,
        variant=order.variant,
    )  # fmt: skip


def original(desk: Desk, text: str | None, order: PrintOrder) -> Pdf | None:
    """Return exactly the file that was signed where it was made like this order; raises Untrusted(blob.damaged)."""
    if not text:
        return None
    frozen = FrozenFile.parse(text)
    if (frozen.languages, frozen.edition, frozen.variant) != (order.languages, order.edition, order.variant):
        return None
    data = attachments.read(desk, frozen.blob)
    if hashlib.sha256(data).hexdigest() != frozen.sha256:
        raise Untrusted("blob.damaged")
    return Pdf(data, frozen.pages, frozen.languages, frozen.sha256)
