"""Builds the bundled fonts: static faces from npm packages, cut down to the scripts we print.

Run by hand when a font is added or updated (`python installer/fonts.py`); the result is part of the checkout.
Needs `npm` and the development packages (fonttools).
"""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
PUNCTUATION = "0000-007F,00A0-00FF,0300-036F,2000-206F,2070-209F,20A0-20CF,2100-214F,2190-2193,2212,25CC,FEFF,FFFD"
EUROPE = f"{PUNCTUATION},0100-02FF,0370-03FF,0400-052F,1C80-1C88,1E00-1EFF,2150-218F,2DE0-2DFF,A640-A69F,FB00-FB06"


@dataclass(frozen=True, slots=True)
class Family:
    """One npm package and what we keep of it; `ranges` None keeps the whole font."""

    package: str
    version: str
    stem: str
    ranges: str | None
    weights: tuple[str, ...] = ("400Regular", "700Bold")
    folder: str = "."


FAMILIES = (
    Family("noto-sans", "0.4.2", "NotoSans", EUROPE),
    Family("vazirmatn", "0.4.1", "Vazirmatn", None),
    Family("noto-sans-ethiopic", "0.4.2", "NotoSansEthiopic", "0020,00A0,1200-139F,2010-2015,2D80-2DDF,AB00-AB2F"),
    Family(
        "noto-sans-devanagari",
        "0.4.1",
        "NotoSansDevanagari",
        "0020,00A0,0900-097F,1CD0-1CFF,200B-200D,20B9,25CC,A8E0-A8FF",
    ),
    Family("noto-sans-hebrew", "0.4.1", "NotoSansHebrew", "0020,00A0,0590-05FF,200C-200F,20AA,25CC,FB1D-FB4F"),
    Family("inter", "0.4.2", "Inter", EUROPE, ("400Regular", "500Medium", "600SemiBold", "700Bold"), "ui"),
)


def unpack(family: Family, work: Path) -> Path:
    """Fetch one package with npm and return its unpacked folder."""
    name = f"@expo-google-fonts/{family.package}@{family.version}"
    done = subprocess.run(["npm", "pack", "--silent", name], cwd=work, check=True, capture_output=True, text=True)
    target = work / family.package
    with tarfile.open(work / done.stdout.strip()) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def cut(source: Path, target: Path, ranges: str | None) -> None:
    """Write one face with the wanted characters, all layout features and names, without hinting."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(
        layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=["*"], name_languages=["*"]
    )
    wanted = font.getBestCmap() if ranges is None else subset.parse_unicodes(ranges)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    font.save(target)


def build(family: Family, work: Path) -> list[str]:
    """Build all weights of one family; returns lines for the list of sources."""
    package = unpack(family, work)
    folder = FONTS / family.folder
    folder.mkdir(parents=True, exist_ok=True)
    licence = (package / "LICENSE_FONT").read_text("utf-8")
    (folder / f"{family.stem}-OFL.txt").write_text(licence, "utf-8")
    lines = []
    for weight in family.weights:
        source = package / weight / f"{family.stem}_{weight}.ttf"
        target = folder / f"{family.stem}-{weight[3:]}.ttf"
        cut(source, target, family.ranges)
        size = target.stat().st_size // 1024
        origin = f"npm `@expo-google-fonts/{family.package}` {family.version}, {licence.splitlines()[0]}"
        lines.append(f"- `{target.relative_to(FONTS)}`: {origin}, SIL Open Font License 1.1, {size} KB")
    return lines


def main() -> None:
    """Build every face and the list of sources."""
    head = [
        "# Fonts",
        "",
        "Built by `installer/fonts.py`; all under the SIL Open Font License 1.1, texts beside the files.",
        "",
    ]
    with tempfile.TemporaryDirectory() as work:
        lines = [line for family in FAMILIES for line in build(family, Path(work))]
    (FONTS / "SOURCES.md").write_text("\n".join([*head, *lines, ""]), "utf-8")


if __name__ == "__main__":
    main()
