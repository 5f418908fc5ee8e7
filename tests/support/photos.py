"""Photos as cameras make them: held sideways, with place, hour and maker in their traces."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, PngImagePlugin

GPS, MAKER = 0x8825, 0x010F
ORIENTATION = 0x0112
SECRETS = (b"Musterkamera", b"2026:11:20", b"Notiz der Kamera")


def drawn(size: tuple[int, int] = (80, 60)) -> Image.Image:
    """Return a white picture with a red corner at its upper left."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1] // 2), fill="red")
    return image


def jpeg(size: tuple[int, int] = (80, 60), *, orientation: int = 1) -> bytes:
    """Return a photo with all the traces a telephone leaves."""
    exif = Image.Exif()
    exif[MAKER], exif[0x0132], exif[ORIENTATION] = "Musterkamera", "2026:11:20 09:12:44", orientation
    exif[GPS] = {1: "N", 2: (52.0, 12.0, 30.0), 3: "E", 4: (7.0, 11.0, 0.0)}
    return saved(drawn(size), "JPEG", exif=exif, comment=b"Notiz der Kamera", quality=95)


def png() -> bytes:
    """Return a picture with words hidden in it."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Musterkamera")
    info.add_itxt("Comment", "Notiz der Kamera 2026:11:20", zip=False)
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (52.0, 12.0, 30.0)}
    return saved(drawn(), "PNG", pnginfo=info, exif=exif)


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """Return a picture as a file."""
    into = io.BytesIO()
    image.save(into, form, **options)
    return into.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return a file as a picture."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
