"""The words of every document are found again by independent readers, whatever a person copies or searches."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from kimdesk.documents.api import Faces
from kimdesk.documents.blocks import paragraphs, plain
from kimdesk.text.direction import script_of_language, way_of, without_controls
from tests.documents.every import CASES, names, printed

ENOUGH = 0.95
ENOUGH_MIRRORED = 0.9
"""Readers turn the two letters of lam-alef and vowel signs round; pdf readers of all makers do."""
FEW_MIRRORED = 5
"""On a paper of few words, so many with vowel signs may be more than a tenth of them."""
WHOLE = names(lambda case: "family many" not in case.name)
"""All but the plans that leave steps out on purpose."""


def by_pypdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def by_pdfium(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        texts = []
        for page in pdf:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
        return "\n".join(texts)


def by_poppler(data: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed: run python3 installer/judges.py")
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


PUNCTUATION = ".,:;()–·„“،؛؟"
"""Readers put it at either end of a right-to-left word."""


def bare(found: Counter[str]) -> Counter[str]:
    """Return words without the punctuation around them."""
    stripped: Counter[str] = Counter()
    for word, count in found.items():
        stripped[word.strip(PUNCTUATION)] += count
    del stripped[""]
    return stripped


DIVIDED = re.compile("(?<=[^\\W\\d_])[-\u00ad\ufffe\x02]\\s*[\\r\\n]\\s*(?=[^\\W\\d_])")
"""A word divided at the end of a line, as the readers show it."""


def words(text: str) -> Counter[str]:
    text = DIVIDED.sub("", text)
    for old, new in (("\u2011", "-"), ("\u00a0", " "), ("\u00ad", ""), ("\ufffe", "-")):
        text = text.replace(old, new)
    return Counter(without_controls(text).replace("\u200c", "").split())


def missing(name: str, reader: Callable[[bytes], str], faces: Faces) -> tuple[Counter[str], Counter[str]]:
    """Return the words that a reader does not find, and all words."""
    wanted = words("\n".join(plain(block) for block in paragraphs(CASES[name].tree().blocks)))
    found = words(reader(printed(name, faces).data))
    if mirrored(name):
        wanted, found = bare(wanted), bare(found)
    return wanted - found, wanted


def spelled_by_glyphs(name: str) -> bool:
    """Tell whether a document needs neither right-to-left order nor texts instead of glyphs (ActualText)."""
    return not {"Arab", "Hebr", "Deva"} & set(map(script_of_language, CASES[name].languages))


def mirrored(name: str) -> bool:
    return any(way_of(language) == "rtl" for language in CASES[name].languages)


@pytest.mark.parametrize("name", names(lambda case: "family many" not in case.name and spelled_by_glyphs(case.name)))
def test_words_are_found_again_by_pypdf(name: str, faces: Faces) -> None:
    """Of documents whose letters stand one after another; pypdf puts no others in order."""
    missed, wanted = missing(name, by_pypdf, faces)
    assert missed.total() <= (1 - ENOUGH) * wanted.total(), sorted(missed)


@pytest.mark.parametrize("reader", [by_pdfium, by_poppler])
@pytest.mark.parametrize("name", WHOLE)
def test_words_are_found_again(name: str, reader: Callable[[bytes], str], faces: Faces) -> None:
    missed, wanted = missing(name, reader, faces)
    enough = ENOUGH_MIRRORED if mirrored(name) else ENOUGH
    allowed = max((1 - enough) * wanted.total(), FEW_MIRRORED if mirrored(name) else 0)
    assert missed.total() <= allowed, sorted(missed)


@pytest.mark.parametrize("name", ["visit de", "plan full agreed de", "plan family agreed de+bg", "recovery de"])
def test_reading_order_follows_the_tree(name: str, faces: Faces) -> None:
    wanted = [word for block in paragraphs(CASES[name].tree().blocks) for word in plain(block).split()]
    got = by_pypdf(printed(name, faces).data).replace("\u2011", "-").split()
    same = sum(match.size for match in SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks())
    assert same >= ENOUGH * len(wanted)


def test_no_file_is_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faces: Faces) -> None:
    monkeypatch.chdir(tmp_path)
    CASES["plan full agreed de+bg"].pdf(faces)
    assert list(tmp_path.iterdir()) == []
