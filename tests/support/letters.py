"""Letters as PDF files that tell nothing of who wrote them, with what and when, unless asked for."""

from __future__ import annotations

import io

import pikepdf


def letter(words: str, times: int = 1, *, author: str = "") -> bytes:
    """Return one page on which the same words stand so many times, not packed; with its author where one is named."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(200, 200))
    said = f"BT ({words}) Tj ET\n".encode() * times
    made.pages[0].obj.Contents = made.make_stream(said)
    if author:
        made.docinfo["/Author"] = author
    into = io.BytesIO()
    made.save(into, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    return into.getvalue()
