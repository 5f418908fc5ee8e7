"""Raster images such as a logo: read, flattened onto white, made no finer than print needs, placed as page code."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from kimdesk.base.errors import UserProblem
from kimdesk.documents.engine.canvas import TaggedCanvas

PIXELS_PER_POINT = 300 / 72
MOST_PIXELS = 40_000_000


@lru_cache(maxsize=8)
def read_image(data: bytes, name: str) -> Image.Image:
    """Return a picture in RGB without transparency; `name` is what a message calls it.

    Raises UserProblem document.image_unreadable for what is damaged, of an unknown kind or far too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            opened = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP"))
            if opened.width * opened.height > MOST_PIXELS:
                raise UserProblem("document.image_unreadable", name=name)
            opened.load()
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError, Warning) as error:
        raise UserProblem("document.image_unreadable", name=name) from error
    return _flattened(opened)


def _flattened(image: Image.Image) -> Image.Image:
    if "A" in image.getbands() or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        image = Image.alpha_composite(white, clear)
    return image.convert("RGB")


def fitted(image: Image.Image, width: float, height: float) -> tuple[float, float]:
    """Return the size in points at which an image fills a box without changing its shape."""
    scale = min(width / image.width, height / image.height)
    return image.width * scale, image.height * scale


def image_code(canvas: TaggedCanvas, image: Image.Image, box: tuple[float, float, float, float]) -> str:
    """Return code that draws an image into a box (left, bottom, width, height) in points."""
    x, y, width, height = box
    most = (max(1, round(width * PIXELS_PER_POINT)), max(1, round(height * PIXELS_PER_POINT)))
    if image.width > most[0]:
        image = image.resize(most, Image.Resampling.LANCZOS)
    return canvas.captured(lambda: canvas.drawImage(ImageReader(image), x, y, width, height))
