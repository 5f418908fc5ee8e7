"""Printing: who reads it, what the gate lets through, the PDF in memory, and the one way it gets out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import letterhead, protection
from kimdesk.casework.desk import Desk
from kimdesk.casework.paper import Paper, records_of
from kimdesk.casework.papers import handing
from kimdesk.casework.papers.frozen import FrozenFile, freeze, original
from kimdesk.casework.papers.kinds import KINDS, OWN
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.casework.papers.picking import fields_picked, said_at
from kimdesk.casework.papers.translating import fitting
from kimdesk.casework.plans import Signing, sign
from kimdesk.documents.api import (
    EASY_GERMAN,
    Edition,
    Faces,
    Manner,
    Mark,
    Pdf,
    Variant,
    load_faces,
    paper_pdf,
    plan_pdf,
    protected,
    visit_pdf,
)
from kimdesk.domain.changes import Changes, Set
from kimdesk.domain.disclosure import Disclosure, Exit, Request, disclose
from kimdesk.domain.records import Contact, SupportPlan
from kimdesk.domain.values import Value
from kimdesk.domain.views.documents import PlanView, VisitView
from kimdesk.domain.views.letters import LetterPaper
from kimdesk.domain.views.papers import PaperView
from kimdesk.text.phrases import languages_for, load_phrases
from kimdesk.vault.files import write_durable
from kimdesk.vault.trouble import from_os_error

__all__ = [
    "Edition",
    "FrozenFile",
    "Pdf",
    "Prepared",
    "PrintOrder",
    "Variant",
    "handed_out",
    "languages",
    "prepare_paper",
    "prepare_plan",
    "prepare_visit",
    "preview_plan",
    "preview_visit",
    "save",
    "sign_plan",
]  # fmt: skip


class Drawn(NamedTuple):
    """A document as drawn, or as stored when it was signed, and what it shows."""

    pdf: Pdf
    view: PlanView | VisitView | PaperView
    original: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A document ready to leave, with all that is confirmed before: names, case number, languages, pages."""

    pdf: Pdf
    disclosure: Disclosure
    case_number: str
    names: tuple[str, ...]
    languages: tuple[str, ...]
    suggested_name: str
    original: bool = False
    """Whether this is the very file that was signed."""
    handout: dict[str, Value] | None = None
    """What is kept once it has left; None for the own record."""
    order: PrintOrder

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Prepared>"


def languages(desk: Desk, document: str = "plan") -> tuple[str, ...]:
    """Return the languages a document can be printed in."""
    return desk.phrasebook.languages_for(document)


def variants(document: str = "plan") -> tuple[Variant, ...]:
    """Return how a document can be printed: ordinary, in big type, and in easy language where its words are there."""
    return ("normal", "large", "easy") if EASY_GERMAN in languages_for(document) else ("normal", "large")


def language_name(language: str) -> str:
    """Return what a language calls itself."""
    return load_phrases(language).name


@cache
def faces() -> Faces:
    """Load the fonts once; they remember every word they have shaped."""
    return load_faces()


def prepare_plan(desk: Desk, plan: RecordId, order: PrintOrder) -> Prepared:
    """Return a plan ready to leave; raises UserProblem where it cannot be printed rightly."""
    case = _case_of(desk, SupportPlan, plan)

    def draw(paper: Paper) -> Drawn:
        view = paper.plan(plan, order.languages, for_signature=order.for_signature)
        stored = _stored_plan(desk, paper, plan, order)
        if stored is not None:
            return Drawn(stored, view, original=True)
        manner = _manner(order, mark="reprint" if view.state == "signed" else None)
        pdf = plan_pdf(
            view, languages=order.languages, edition=order.edition, faces=faces(), book=desk.phrasebook, manner=manner
        )
        return Drawn(pdf, view)

    return _prepare(desk, case, order, draw, "support_plan")


def prepare_paper(desk: Desk, case: RecordId, document: str, order: PrintOrder) -> Prepared:
    """Return any other paper of a case (`papers/kinds.py`) ready to leave.

    Raises UserProblem document.not_for_them for readers it is not made for, and what printing raises.
    """
    kind = KINDS[document]
    if order.recipient.kind not in kind.readers:
        raise UserProblem("document.not_for_them")
    order = kind.made_ready(order)

    def draw(paper: Paper) -> Drawn:
        view = fitting(paper, kind.view(paper, order), order.languages)
        frozen = kind.frozen(paper, order)
        stored = original(desk, frozen, order)
        manner = _manner(order, mark="reprint" if frozen else None)
        if isinstance(view, LetterPaper):
            manner = replace(manner, letterhead=letterhead.of(desk))
        made = stored or paper_pdf(
            document, view, languages=order.languages, faces=faces(), book=desk.phrasebook, manner=manner
        )
        return Drawn(made, view, original=stored is not None)

    return _prepare(desk, case, order, draw, kind.code, kind.picks(desk, case, order))


def prepare(desk: Desk, what: str, case: RecordId, record: RecordId | None, order: PrintOrder) -> Prepared:
    """Return any document of a case ready to leave: `plan`, `visit` or a paper's name; raises what printing raises."""
    if what == "plan" and record is not None:
        return prepare_plan(desk, record, order)
    if what == "visit" and record is not None:
        return prepare_visit(desk, record, order)
    return prepare_paper(desk, case, what, order)


def code_of(what: str) -> str:
    """Return a document's code of `document_kind`."""
    return KINDS[what].code if what in KINDS else {"plan": "support_plan", "visit": "visit_summary"}[what]


def readers_of(what: str) -> frozenset[str]:
    """Return who may receive a document: `own`, `readers` (persons of the case), `body`."""
    return frozenset(KINDS[what].readers) if what in KINDS else frozenset({"own", "readers"})


def only_own(what: str) -> bool:
    """Tell whether a document is made for the own record alone."""
    return what in KINDS and KINDS[what].readers == OWN


def _manner(order: PrintOrder, mark: Mark | None = None) -> Manner:
    return Manner(variant=order.variant, latin=order.latin, mark=mark)


def _stored_plan(desk: Desk, paper: Paper, plan: RecordId, order: PrintOrder) -> Pdf | None:
    """Return exactly the file that was signed, for those it was made for and in its languages."""
    found = desk.query.get(SupportPlan, plan)
    if order.recipient.kind == "readers" and not paper.shows_whole_plan(plan):
        return None
    return original(desk, found.pdf if found is not None else None, order)


def sign_plan(desk: Desk, plan: RecordId, signing: Signing, order: PrintOrder) -> Changes:
    """Freeze a plan as agreed; its PDF is stored encrypted and given out unchanged at every reprint.

    An act: the caller has confirmed it. Raises UserProblem(plan.empty, record.frozen) and what printing raises.
    """
    case = _case_of(desk, SupportPlan, plan)
    paper = _paper(desk, case, order, "paper", frozenset())
    strokes = tuple(tuple((float(x), float(y)) for x, y in stroke) for stroke in signing.strokes)
    view = replace(
        paper.plan(plan, order.languages),
        state="signed",
        signed_on=signing.day,
        signature_form=signing.form,
        signature=strokes,
    )
    pdf = plan_pdf(
        view,
        languages=order.languages,
        edition=order.edition,
        faces=faces(),
        book=desk.phrasebook,
        manner=_manner(order),
    )
    return sign(desk, plan, signing, pdf=freeze(desk, pdf, order, plan).text())


def prepare_visit(desk: Desk, contact: RecordId, order: PrintOrder) -> Prepared:
    """Return a visit summary ready to leave, with the lines picked; raises UserProblem."""
    case = _case_of(desk, Contact, contact)
    contacts = desk.query.of_case(Contact, case)
    talk = next(each for each in contacts if each.id == contact)
    picked = fields_picked(said_at(talk, contacts), order.lines)

    def draw(paper: Paper) -> Drawn:
        view = paper.visit(contact, order.lines)
        return Drawn(
            visit_pdf(view, languages=order.languages, faces=faces(), book=desk.phrasebook, manner=_manner(order)),
            view,
        )

    return _prepare(desk, case, order, draw, "visit_summary", picked)


def _prepare(
    desk: Desk,
    case: RecordId,
    order: PrintOrder,
    draw: Callable[[Paper], Drawn],
    code: str,
    picked: frozenset[tuple[RecordId, str]] = frozenset(),
) -> Prepared:
    paper = _paper(desk, case, order, "paper", picked)
    pdf, view, original = draw(paper)
    return Prepared(
        pdf=pdf,
        original=original,
        disclosure=paper.gate,
        case_number=paper.records.case.case_number,
        names=paper.people_named(view),
        languages=order.languages,
        suggested_name=f"{view.case_number or code}.pdf",
        handout=handing.handout(paper, code, order, pdf),
        order=order,
    )


def preview_plan(desk: Desk, plan: RecordId, *, languages: tuple[str, ...], edition: Edition) -> Pdf:
    """Return the plan as the worker's own screen shows it, with what is being typed."""
    case = _case_of(desk, SupportPlan, plan)
    paper = _paper(desk, case, PrintOrder(languages=languages), "screen", frozenset(), drafts=True)
    return plan_pdf(
        paper.plan(plan, languages), languages=languages, edition=edition, faces=faces(), book=desk.phrasebook
    )


def preview_visit(desk: Desk, contact: RecordId, *, languages: tuple[str, ...]) -> Pdf:
    """Return the visit summary as the worker's own screen shows it, with what is being typed."""
    case = _case_of(desk, Contact, contact)
    paper = _paper(desk, case, PrintOrder(languages=languages), "screen", frozenset(), drafts=True)
    return visit_pdf(paper.visit(contact), languages=languages, faces=faces(), book=desk.phrasebook)


def _paper(
    desk: Desk,
    case: RecordId,
    order: PrintOrder,
    way_out: Exit,
    picked: frozenset[tuple[RecordId, str]],
    *,
    drafts: bool = False,
) -> Paper:
    records = records_of(desk, case, drafts=drafts)
    request = Request(
        recipient=order.recipient, purpose=order.purpose, exit=way_out, day=desk.today, picked=picked,
        protection=order.protection, asked=order.asked,
    )  # fmt: skip
    return Paper(desk, records, disclose(request, records, desk.services.registry), order.recipient)


def _case_of(desk: Desk, cls: type[SupportPlan | Contact], record: RecordId) -> RecordId:
    found = desk.query.get(cls, record)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry.of(cls).de)
    return found.case


def save(prepared: Prepared, path: Path, *, password: str | None = None) -> None:
    """Write a prepared document where the user chose; whole or not at all. Raises Surroundings.

    With a password the file is encrypted (AES-256); raises UserProblem document.password_empty for an empty one.
    """
    data = prepared.pdf.data if password is None else protected(prepared.pdf.data, password)
    try:
        write_durable(path, data)
    except OSError as error:
        raise from_os_error(error) from error


def handed_out(desk: Desk, prepared: Prepared, way: str) -> RecordId | None:
    """Keep what was given to whom, and how (a code of `handout_way`); papers for the own record leave no trace.

    Returns the record of it. What left of child protection is noted in its own record alone.
    """
    if prepared.order.protection is not None:
        protection.left(desk, prepared.order.protection, prepared.order.recipient.name)
        return None
    if prepared.handout is None:
        return None
    return next(iter(handing.record(desk, prepared.handout, way).records), None)


def given(desk: Desk, handout: RecordId) -> Changes:
    """Note that a paper that was printed or saved was put into the family's hands."""
    return desk.apply(Set("handout", handout, "way", "handed"), undoable=False)
