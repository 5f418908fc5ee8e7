"""Makes text fit for print: one form for equal letters, no characters that steer or hide, glued numbers."""

from __future__ import annotations

import re
from unicodedata import normalize

_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e]")
"""Control characters, and embeddings and overrides of direction, with which a name could turn a page over."""
_PHONE = re.compile(r"(?<![\w.])(?:\+49[ \u00a0]?|0)\d{1,5}(?:[ \u00a0]?/[ \u00a0]?|[ -])\d[\d -]{3,}\d")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?(?!\w)")
_CASE_NUMBER = re.compile(r"(?<![\w-])[A-Z]{2,4}-\d{4}-\d{2,6}(?![\w-])")
_LAW = re.compile(
    r"(?:§§?|Art\.) ?\d+\w?(?: (?:Abs\.|Satz|Nr\.|Buchst\.) ?[\da-z]+)*"
    r"(?: (?:SGB|[A-Z][A-Za-z]*G|BGB|StGB|DSGVO|DSG NRW)(?: [IVX]+)?(?!\w))?"
)
_GLUED = re.compile(
    r"(?:§|Art\.|Nr\.|Abs\.|Dr\.|Frau|Herr|z\.(?= ?B\.)) (?=\S)|(?<=\d) (?=(?:€|%|Uhr|km|SGB|Jahre)(?!\w))"
)
_DATE = re.compile(
    r"(?<!\d)(\d{1,2}\.) (?=Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
)
_YEAR = re.compile(r"(?<=\d\.\u00a0)(\w{3,9}) (?=\d{4}(?!\d))")
_MAY_NEED_GLUE = re.compile(r"\d|§|\. |Frau|Herr")
FIXED_HYPHEN = "\u2011"
_SPACE_TO_FIX = str.maketrans({" ": "\u00a0", "-": FIXED_HYPHEN})


def clean(text: str) -> str:
    """Return text in composed form, with line feeds as only line breaks and no other control characters."""
    text = _CONTROL.sub("", _BREAK.sub("\n", text)).replace("\t", " ")
    return text if text.isascii() else normalize("NFC", text)


def glue(text: str, *, rtl: bool = False) -> str:
    """Keep numbers together with what they belong to; in right-to-left text also in their own order.

    Phone, account and case numbers would otherwise be torn apart at line ends or reversed (UAX #9, W2 and W6);
    in right-to-left text paragraphs of a law as well.
    """
    if not _MAY_NEED_GLUE.search(text):
        return text
    opening, closing = ("\u2066", "\u2069") if rtl else ("", "")
    for pattern in (_IBAN, _PHONE, _CASE_NUMBER):
        text = pattern.sub(lambda found: opening + found[0].translate(_SPACE_TO_FIX) + closing, text)
    if rtl:
        text = _LAW.sub(lambda found: opening + found[0].replace(" ", "\u00a0") + closing, text)
    text = _YEAR.sub("\\1\u00a0", _DATE.sub("\\1\u00a0", text))
    return _GLUED.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
