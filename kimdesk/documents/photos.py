"""Photos from outside: taken apart and made anew, so that nothing of the camera, the place or the hour is left.

What a picture shows is kept, turned the way it was held. Everything is done in memory and within bounds.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageCms, ImageOps, ImageSequence

from kimdesk.base.errors import UserProblem

MOST_BYTES: Final = 64 << 20
MOST_PIXELS: Final = 64_000_000
"""All frames together; a phone's largest photos have 50 million."""
_READ: Final = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP")
_QUALITY: Final = 90
_BROKEN: Final = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, Warning)
_NEW_SUBFILE_TYPE, _DNG_VERSION = 254, 50706
_JPEG: Final = frozenset({"JPEG", "MPO"})
"""Phones put a second, smaller picture behind the first one and call it MPO."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture made anew: its bytes and what they are."""

    data: bytes
    media_type: str

    def __repr__(self) -> str:
        """Show nothing of it."""
        return f"<Photo {self.media_type}>"


def stripped(data: bytes) -> Photo:
    """Return the pixels of a picture alone, upright: JPEG stays JPEG, a scan's pages stay TIFF, the rest becomes PNG.

    Of what moves the first picture is kept. Raises UserProblem attachment.image_unreadable for what is damaged, of an
    unknown kind or far too large.
    """
    with _opened(data) as image:
        if image.format in _JPEG:
            return _saved([_in_colours(_upright(image), ("L", "RGB"))], "JPEG", quality=_QUALITY)
        if image.format == "TIFF" and getattr(image, "n_frames", 1) > 1:
            pages = [_upright(page) for page in ImageSequence.Iterator(image)]
            return _saved(pages, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw")
        return _saved([_in_colours(_upright(image), ("1", "L", "LA", "RGB", "RGBA"))], "PNG")


def small(data: bytes, most: int) -> bytes:
    """Return a picture as a PNG whose longer side has at most so many pixels; raises like `stripped`."""
    with _opened(data) as image:
        image.draft("RGB", (most, most))
        image.load()
        turned = ImageOps.exif_transpose(image).convert("RGBA" if _is_clear(image) else "RGB")
        turned.thumbnail((most, most), Image.Resampling.LANCZOS)
        return _saved([_bare(turned)], "PNG").data


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """Open a picture whose whole use may fail."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # traces that are damaged are taken away with the others
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=_READ)
            pages = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            if _is_raw(image) or len(data) > MOST_BYTES or image.width * image.height * pages > MOST_PIXELS:
                raise UserProblem("attachment.image_unreadable")
            yield image
    except _BROKEN as error:
        raise UserProblem("attachment.image_unreadable") from error


def _is_raw(image: Image.Image) -> bool:
    """Tell whether the first picture is a mere preview of what a camera recorded (TIFF 6.0, NewSubfileType; DNG)."""
    tags = getattr(image, "tag_v2", {}) if image.format == "TIFF" else {}
    return bool(int(tags.get(_NEW_SUBFILE_TYPE, 0)) & 1) or _DNG_VERSION in tags


def _upright(page: Image.Image) -> Image.Image:
    page.load()
    turned = ImageOps.exif_transpose(page)
    return _bare(_in_ordinary_colours(turned, page.info.get("icc_profile")))


def _in_ordinary_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return an image in sRGB: what a camera says of its own colours goes away with the rest."""
    if not profile or image.mode not in {"RGB", "CMYK", "L"}:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):  # a damaged profile says nothing worth keeping
        return image
    return made if made is not None else image


def _bare(image: Image.Image) -> Image.Image:
    """Return the pixels alone."""
    if _is_clear(image) and image.mode not in {"RGBA", "LA"}:
        image = image.convert("RGBA")
    elif image.mode == "P":
        image = image.convert("RGB")
    image.info.clear()
    return image


def _is_clear(image: Image.Image) -> bool:
    return "transparency" in image.info or image.mode in {"LA", "PA", "RGBA"}


def _in_colours(image: Image.Image, modes: tuple[str, ...]) -> Image.Image:
    return image if image.mode in modes else image.convert("RGB")


def _saved(pages: list[Image.Image], form: str, **options: object) -> Photo:
    into = io.BytesIO()
    pages[0].save(into, form, **options)
    return Photo(data=into.getvalue(), media_type=f"image/{form.lower()}")
