"""A photo taken in keeps what it shows and nothing of where, when and by what it was taken."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, TiffImagePlugin

from kimdesk.base.errors import UserProblem
from kimdesk.documents import photos
from tests.support.photos import GPS, MAKER, ORIENTATION, SECRETS, drawn, jpeg, opened, png, saved


def traces(data: bytes) -> list[object]:
    """Return everything a picture says beyond its pixels."""
    image = opened(data)
    told = set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    exif = image.getexif()
    return [*told, *(tag for tag in (GPS, MAKER, ORIENTATION, 0x0132, 0x010E, 0x013B) if tag in exif)]


def is_red(image: Image.Image, place: tuple[int, int]) -> bool:
    red, green, blue = image.convert("RGB").getpixel(place)  # type: ignore[misc]
    return red > 200 and green < 60 and blue < 60


def test_the_samples_tell_something() -> None:
    assert GPS in traces(jpeg())
    assert all(secret in jpeg() for secret in SECRETS)
    assert all(secret in png() for secret in SECRETS)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (jpeg(), "image/jpeg"),
        (png(), "image/png"),
        (saved(drawn(), "WEBP", exif=opened(jpeg()).getexif()), "image/png"),
        (saved(drawn(), "TIFF", software="Musterkamera", artist="Musterkamera"), "image/png"),
        (saved(drawn(), "GIF", comment=b"Notiz der Kamera"), "image/png"),
        (saved(drawn(), "BMP"), "image/png"),
        (jpeg() + b"Notiz der Kamera, Film dahinter", "image/jpeg"),
    ],
    ids=["jpeg", "png", "webp", "tiff", "gif", "bmp", "something behind the end"],
)
def test_nothing_but_pixels_is_left(data: bytes, media_type: str) -> None:
    made = photos.stripped(data)
    assert (made.media_type, traces(made.data)) == (media_type, [])
    assert not any(secret in made.data for secret in SECRETS)
    image = opened(made.data)
    assert image.size == (80, 60)
    assert is_red(image, (10, 10))
    assert not is_red(image, (70, 50))


@pytest.mark.parametrize(("orientation", "size", "corner"), [(3, (80, 60), (75, 55)), (6, (60, 80), (55, 5))])
def test_a_photo_held_sideways_stands_upright(orientation: int, size: tuple[int, int], corner: tuple[int, int]) -> None:
    image = opened(photos.stripped(jpeg(orientation=orientation)).data)
    assert image.size == size
    assert is_red(image, corner)
    assert opened(photos.small(jpeg(orientation=orientation), 40)).size == tuple(each // 2 for each in size)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_colours_goes_through(mode: str) -> None:
    form = "TIFF" if mode in {"CMYK", "I;16"} else "PNG"
    image = Image.new(mode, (4, 4)) if mode == "I;16" else drawn((4, 4)).convert(mode)
    made = photos.stripped(saved(image, form))
    assert opened(made.data).size == (4, 4)


def test_what_was_clear_stays_clear() -> None:
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    assert opened(photos.stripped(saved(clear, "PNG")).data).getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_every_page_of_a_scan_stays() -> None:
    pages = [drawn((30, 40)) for _ in range(3)]
    made = photos.stripped(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], artist="Musterkamera"))
    image = Image.open(io.BytesIO(made.data))
    assert (made.media_type, getattr(image, "n_frames", 1)) == ("image/tiff", 3)
    assert b"Musterkamera" not in made.data


def test_a_photo_of_two_pictures_in_one_stays_a_photo() -> None:
    both = saved(drawn(), "MPO", save_all=True, append_images=[drawn((20, 15))])
    made = photos.stripped(both)
    assert (made.media_type, opened(made.data).size) == ("image/jpeg", (80, 60))


def bomb() -> bytes:
    """Return a small PNG that says it is 60,000 pixels wide and high."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk + png()[33:]


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xd8\xff", jpeg()[:700], png()[:200], b"no picture", bomb()],
    ids=["nothing", "a beginning", "half a photo", "half a picture", "words", "a bomb"],
)
def test_a_broken_picture_is_refused(data: bytes) -> None:
    for use in (photos.stripped, lambda each: photos.small(each, 40)):
        with pytest.raises(UserProblem, match=r"attachment\.image_unreadable"):
            use(data)


@pytest.mark.parametrize("tags", [{254: 1}, {50706: b"\1\4\0\0"}], ids=["a preview", "a camera's own format"])
def test_what_a_camera_recorded_is_not_replaced_by_its_small_preview(tags: dict[int, object]) -> None:
    info = TiffImagePlugin.ImageFileDirectory_v2()
    for tag, value in tags.items():
        info[tag] = value
    raw = saved(drawn((16, 12)), "TIFF", tiffinfo=info)
    assert raw.startswith(b"II*\0")
    with pytest.raises(UserProblem, match=r"attachment\.image_unreadable"):
        photos.stripped(raw)


def test_no_photo_of_random_damage_breaks_anything() -> None:
    whole = jpeg()
    refused = 0
    for at in range(2, len(whole), 37):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        try:
            assert traces(photos.stripped(bytes(damaged)).data) == []
        except UserProblem:
            refused += 1
    assert refused < len(whole) // 37
