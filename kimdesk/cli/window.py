"""The verbs that need a window; the program's entry point fills them in."""

from __future__ import annotations

from datetime import date

from kimdesk.cli.verbs import Branch, not_yet


def add(branch: Branch) -> None:
    """Add the verbs."""
    opened = branch.verb("open", not_yet, "das Programm öffnen", "open the program")
    opened.add_argument("vault", metavar="VAULT", nargs="?", default="")
    opened.add_argument("--demo", action="store_true")
    gallery = branch.verb("gallery", not_yet, "alle Bildschirme als Bilder", "every screen as a picture")
    gallery.add_argument("folder", metavar="DIR")
    gallery.add_argument("--only", metavar="SCREEN", default="")
    gallery.add_argument("--today", metavar="D", type=date.fromisoformat)
    bench = branch.verb("bench", not_yet, "messen, wie schnell es ist", "measure how fast it is")
    bench.add_argument("--families", type=int, default=5000, metavar="N")
