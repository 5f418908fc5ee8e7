"""Writes kimdesk/text/unicode_tables.py from Unicode's own files (Debian package unicode-data).

Run by hand when Unicode or the list of printed scripts changes: `python installer/unicode_tables.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

SOURCE = Path("/usr/share/unicode")
TARGET = Path(__file__).resolve().parents[1] / "kimdesk" / "text" / "unicode_tables.py"
SCRIPTS = {
    "Latin": "Latn", "Cyrillic": "Cyrl", "Greek": "Grek", "Arabic": "Arab", "Ethiopic": "Ethi",
    "Devanagari": "Deva", "Hebrew": "Hebr", "Common": "Zyyy", "Inherited": "Zinh",
}  # fmt: skip
LINE = re.compile(r"^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)")


def script_ranges() -> list[tuple[int, int, str]]:
    """Return (first, last, script tag) in rising order, neighbours joined; other scripts are left out."""
    found = []
    for line in (SOURCE / "Scripts.txt").read_text("utf-8").splitlines():
        match = LINE.match(line)
        if match and match[3] in SCRIPTS:
            found.append((int(match[1], 16), int(match[2] or match[1], 16), SCRIPTS[match[3]]))
    joined: list[tuple[int, int, str]] = []
    for first, last, tag in sorted(found):
        if joined and joined[-1][2] == tag and joined[-1][1] + 1 == first:
            joined[-1] = (joined[-1][0], last, tag)
        else:
            joined.append((first, last, tag))
    return joined


def brackets() -> list[tuple[int, int]]:
    """Return pairs of opening and closing brackets."""
    pairs = []
    for line in (SOURCE / "BidiBrackets.txt").read_text("utf-8").splitlines():
        parts = [part.strip() for part in line.split("#")[0].split(";")]
        if len(parts) == 3 and parts[2] == "o":
            pairs.append((int(parts[0], 16), int(parts[1], 16)))
    return pairs


def packed(numbers: list[str], per_line: int) -> str:
    """Return numbers as indented source lines."""
    rows = [numbers[i : i + per_line] for i in range(0, len(numbers), per_line)]
    return "\n".join("    " + " ".join(f"{item}," for item in row) for row in rows)


def main() -> None:
    """Write the module."""
    ranges = [f'(0x{a:X}, 0x{b:X}, "{tag}")' for a, b, tag in script_ranges()]
    pairs = [f"(0x{a:X}, 0x{b:X})" for a, b in brackets()]
    TARGET.write_text(
        '"""Scripts and bracket pairs of Unicode 15.0; written by installer/unicode_tables.py, not by hand."""\n\n'
        "from __future__ import annotations\n\n"
        f"# fmt: off\nSCRIPT_RANGES = (\n{packed(ranges, 4)}\n)\n\nBRACKETS = (\n{packed(pairs, 6)}\n)\n",
        "utf-8",
    )


if __name__ == "__main__":
    main()
