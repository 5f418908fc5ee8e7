"""What a file is: told from its content, whatever it is called."""

from __future__ import annotations

import pytest

from kimdesk.domain.files import HEAD, UNKNOWN, can_be_made_anew, is_picture, media_type, suffix_of, title_of

ZIP = b"PK\x03\x04" + b"\0" * 40


@pytest.mark.parametrize(
    ("head", "name", "found"),
    [
        (b"%PDF-1.7", "x.jpg", "application/pdf"),
        (b"\n\n%PDF-1.4", "brief", "application/pdf"),
        (b"\xff\xd8\xff\xe0", "a.exe", "image/jpeg"),
        (b"\0\0\0\x18ftypheic", "IMG_1.HEIC", "image/heic"),
        (b"\0\0\0\x18ftypisom", "film.mp4", UNKNOWN),
        (b"\0\0\0\x0cjP  \r\n\x87\n\0\0", "scan.jp2", "image/jp2"),
        (b"\xff\x4f\xff\x51\0\x2f", "scan", "image/jp2"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a", "image/webp"),
        (b"BM" + b"\0" * 20, "a.bmp", "image/bmp"),
        (b"BMW, Brief an die Gemeinde", "a.txt", "text/plain"),
        (ZIP, "Bescheid.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (ZIP, "Bescheid.pdf", UNKNOWN),
        (b"MZ\x90\0", "Bescheid.pdf.exe", UNKNOWN),
        ("Grüße".encode() * 500, "a.txt", "text/plain"),
        (b"\xff\xfe\0", "a.txt", UNKNOWN),
        (b"<svg onload='x'>", "a.svg", UNKNOWN),
        (b"", "a.pdf", UNKNOWN),
    ],
)
def test_the_content_tells(head: bytes, name: str, found: str) -> None:
    assert media_type(head[:HEAD], name) == found


def test_a_text_cut_in_the_middle_of_a_letter_is_a_text() -> None:
    assert media_type((b"a" + "ü".encode() * HEAD)[:HEAD], "a.txt") == "text/plain"


def test_what_says_it_is_a_picture_is_treated_as_one() -> None:
    assert is_picture(UNKNOWN, "urlaub.JPG")
    assert is_picture("image/heic", "x")
    assert is_picture("image/jp2", "x")
    assert not is_picture("application/pdf", "bescheid.pdf")


@pytest.mark.parametrize(
    ("found", "name", "can"),
    [
        ("image/tiff", "scan.tif", True),
        ("image/tiff", "DSC_0001.NEF", False),
        ("image/heic", "IMG_1.HEIC", False),
        ("image/jp2", "scan.jp2", False),
    ],
)
def test_only_what_can_be_shown_is_made_anew(found: str, name: str, can: bool) -> None:
    assert is_picture(found, name)
    assert can_be_made_anew(found, name) == can


def test_only_what_is_harmless_gets_an_ending_outside() -> None:
    assert suffix_of("application/pdf") == ".pdf"
    assert suffix_of(UNKNOWN) == ""


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\Bescheid.pdf", "Bescheid.pdf"),
        ("Bescheid\u202efdp.exe", "Bescheid fdp.exe"),
        ("a\0b\n c.pdf", "a b c.pdf"),
        ("x" * 4096, "x" * 200),
        ("\u200b", ""),
    ],
)
def test_a_title_is_a_name_people_can_read(name: str, title: str) -> None:
    assert title_of(name) == title
