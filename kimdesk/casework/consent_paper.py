"""Giving a consent: its document is drawn as it was agreed to, stored encrypted, and given out unchanged afterwards."""

from __future__ import annotations

from dataclasses import replace

from kimdesk.base.ids import RecordId
from kimdesk.casework import consents
from kimdesk.casework.consents import Given
from kimdesk.casework.desk import Desk
from kimdesk.casework.paper import Paper, records_of
from kimdesk.casework.papers import consenting
from kimdesk.casework.papers.frozen import freeze
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.casework.printing import faces
from kimdesk.documents.api import Pdf, paper_pdf
from kimdesk.domain.changes import Changes
from kimdesk.domain.disclosure import OWN_RECORD, Exit, Request, disclose
from kimdesk.domain.records import Consent
from kimdesk.domain.secrecy import is_release
from kimdesk.domain.views.consents import ConsentView
from kimdesk.text.phrases import nobody_signs


def document_of(scope: str) -> str:
    """Return which document a consent of this scope is, by its name in documents.toml."""
    return "release" if is_release(scope) else "consent"


def languages_of(desk: Desk, consent: Consent) -> tuple[str, ...]:
    """Return the languages its document is kept in: German, and the one it was explained in.

    A language whose words wait for their review is left out: nobody signs unreviewed words.
    """
    document, spoken = document_of(consent.scope), str(consent.explained_in or "de")
    if spoken == "de" or spoken not in desk.phrasebook.languages_for(document):
        return ("de",)
    both = tuple(desk.phrasebook.load(each) for each in ("de", spoken))
    return ("de",) if nobody_signs(document, both) else ("de", spoken)


def shown(desk: Desk, consent: RecordId) -> Pdf:
    """Return the document as it is shown before somebody consents, beside German also in unreviewed words."""
    found = consents.require(desk, consent)
    document, spoken = document_of(found.scope), str(found.explained_in or "de")
    beside = spoken != "de" and spoken in desk.phrasebook.languages_for(document)
    order = PrintOrder(languages=("de", spoken) if beside else ("de",), about=consent)
    return _drawn(desk, document, consenting.consent(_paper(desk, found, "screen"), order), order)


def give(desk: Desk, consent: RecordId, given: Given) -> Changes:
    """Note that a consent was given today and keep its document; an act, confirmed by the caller, not undoable.

    Raises what `consents.require_givable` and printing raise; then nothing was given.
    """
    found = consents.require_givable(desk, consent, given)
    order = PrintOrder(languages=languages_of(desk, found), about=consent)
    view = replace(
        consenting.consent(_paper(desk, found, "paper"), order),
        given_on=desk.today,
        form=str(given.form),
        witness=given.witness.strip(),
        signatures=tuple(
            tuple(tuple((float(x), float(y)) for x, y in stroke) for stroke in drawn if stroke)
            for drawn in given.strokes
            if any(drawn)
        ),
    )
    pdf = _drawn(desk, document_of(found.scope), view, order)
    return consents.give(desk, consent, given, pdf=freeze(desk, pdf, order, consent).text())


def _paper(desk: Desk, consent: Consent, way_out: Exit) -> Paper:
    records = records_of(desk, consent.case, drafts=False)
    request = Request(recipient=OWN_RECORD, purpose="own_record", exit=way_out, day=desk.today)
    return Paper(desk, records, disclose(request, records, desk.services.registry), OWN_RECORD)


def _drawn(desk: Desk, document: str, view: ConsentView, order: PrintOrder) -> Pdf:
    return paper_pdf(document, view, languages=order.languages, faces=faces(), book=desk.phrasebook)
