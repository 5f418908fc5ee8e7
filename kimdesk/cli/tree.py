"""The whole tree of verbs, as the contract lists them; one command loads only what its first word needs."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from kimdesk.base.errors import Lang
from kimdesk.cli.parser import Parser
from kimdesk.cli.verbs import root

MODULES = {
    "window": ("open", "gallery", "bench"),
    "demo": ("demo", "generate"),
    "vaults": ("vault",),
    "exchange": ("enrol", "export", "verify", "receive"),
    "cases": ("case", "search"),
    "figures": ("deadlines", "figures"),
    "printing": ("print",),
    "incident": ("incident",),
    "handbook": ("handbook",),
    "escrow": ("escrow",),
    "deputy": ("deputy",),
    "phrases": ("phrases",),
    "office": ("office",),
}


def build(lang: Lang, argv: Sequence[str] = ()) -> Parser:
    """Return the parser for a command line; the whole contract where its first word is no verb."""
    parser, branch = root(lang)
    known = [module for module, words in MODULES.items() if _first_word(argv) in words]
    for module in known or MODULES:
        import_module(f"kimdesk.cli.{module}").add(branch)
    return parser


def _first_word(argv: Sequence[str]) -> str:
    words = [
        word
        for place, word in enumerate(argv)
        if not word.startswith("-") and list(argv[max(0, place - 1) : place]) != ["--lang"]
    ]
    return words[0] if words else ""
