"""`handbook`: what is protected and what is not, to be read here or as PDF; no vault is needed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kimdesk.base.clock import day_of
from kimdesk.base.errors import UserProblem
from kimdesk.casework.handbook import PAGES, as_text, handbook_pages, handbook_pdf, keep_handbook
from kimdesk.cli.call import Call
from kimdesk.cli.verbs import Branch


def add(branch: Branch) -> None:
    """Add the verb."""
    parser = branch.verb(
        "handbook", show, "das Handbuch lesen oder als PDF schreiben", "read the handbook, or write it"
    )
    parser.add_argument("page", nargs="?", default="", metavar="PAGE", help=", ".join(PAGES))
    parser.add_argument("-o", dest="output", metavar="FILE")


def show(call: Call) -> None:
    """Show a page, all of them, or write them as PDF in the language of the call."""
    key = call.args.page
    if call.args.output:
        output, day = Path(call.args.output), day_of(call.services.clock.now_ms())
        keep_handbook(output, handbook_pdf(day, call.lang, key))
        call.answer({"file": str(output)}, [call.text(f"Geschrieben: {output}", f"Written: {output}")])
        return
    found = [page for page in handbook_pages(call.lang) if key in {"", page.key}]
    if not found:
        raise UserProblem("handbook.page_unknown", pages=", ".join(PAGES))
    texts = ["\n".join(as_text(page)) for page in found]
    call.answer([{"key": page.key, "text": text} for page, text in zip(found, texts, strict=True)], _apart(texts))


def _apart(texts: list[str]) -> Iterable[str]:
    return ["\n\n\n".join(texts)]
