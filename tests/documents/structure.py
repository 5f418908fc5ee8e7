"""Reads the structure tree of a PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pikepdf


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield every structure element in reading order."""
    yield from _below(pdf.Root.StructTreeRoot)


def _below(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def tags(pdf: pikepdf.Pdf) -> Counter[str]:
    """Return how often each tag occurs."""
    return Counter(str(node.S)[1:] for node in elements(pdf))


def languages(pdf: pikepdf.Pdf) -> set[str]:
    """Return the document's language and those of its elements."""
    return {str(pdf.Root.Lang)} | {str(node.Lang) for node in elements(pdf) if "/Lang" in node}
