"""Writes resources/cldr/<language>.toml from Unicode's CLDR as Babel carries it.

Run by hand when a language is added or Babel is updated: `python installer/cldr.py`.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import babel
from babel import Locale

ROOT = Path(__file__).resolve().parents[1] / "resources"
LOCALES = {"de-simple": "de", "fa-AF": "fa_AF", "sr": "sr_Latn"}
"""Our folders that CLDR files under another name."""
OURS = ("de", "en")


def codes(name: str) -> list[str]:
    """Return the codes of one of our lists."""
    listed = tomllib.loads((ROOT / "codes" / f"{name}.toml").read_text("utf-8"))["code"]
    return [row["code"] for row in listed]


def table(name: str, values: Mapping[str, str]) -> list[str]:
    """Return a TOML table."""
    return ["", f"[{name}]", *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())]


def named(wanted: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Return the names CLDR has for our codes."""
    return {code: known[code.replace("-", "_")] for code in wanted if known.get(code.replace("-", "_"))}


def language_names(language: str, known: Mapping[str, str]) -> dict[str, str]:
    """Return the names of languages: in German and English those of our own list, which tells Kurmanji from Sorani."""
    label = language[:2]
    if label not in OURS:
        return named(codes("language"), known)
    listed = tomllib.loads((ROOT / "codes" / "language.toml").read_text("utf-8"))["code"]
    return {row["code"]: row[label] for row in listed}


def described(language: str) -> str:
    """Return the file of one language."""
    locale = Locale.parse(LOCALES.get(language, language.replace("-", "_")))
    months, alone, days = (
        locale.months["format"]["wide"],
        locale.months["stand-alone"]["wide"],
        locale.days["format"]["wide"],
    )
    lines = [
        f"# Unicode CLDR through Babel {babel.__version__}, Unicode License v3; written by installer/cldr.py.",
        "",
        f"months = {json.dumps([months[k] for k in range(1, 13)], ensure_ascii=False)}",
        f"months_alone = {json.dumps([alone[k] for k in range(1, 13)], ensure_ascii=False)}",
        f"days = {json.dumps([days[k] for k in range(7)], ensure_ascii=False)}",
        f"date_full = {json.dumps(locale.date_formats['full'].pattern, ensure_ascii=False)}",
        f"date_long = {json.dumps(locale.date_formats['long'].pattern, ensure_ascii=False)}",
        *table("plurals", locale.plural_form.rules),
        *table("languages", language_names(language, locale.languages)),
        *table("countries", named(codes("country"), locale.territories)),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write a file for every language that has phrases."""
    (ROOT / "cldr").mkdir(exist_ok=True)
    for words in sorted((ROOT / "phrases").glob("*/words.toml")):
        language = words.parent.name
        (ROOT / "cldr" / f"{language}.toml").write_text(described(language), "utf-8")


if __name__ == "__main__":
    main()
