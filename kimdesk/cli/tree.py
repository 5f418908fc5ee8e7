"""The whole tree of verbs, as the contract lists them."""

from __future__ import annotations

from kimdesk.base.errors import Lang
from kimdesk.cli import cases, demo, exchange, figures, office, printing, vaults, window
from kimdesk.cli.parser import Parser
from kimdesk.cli.verbs import root


def build(lang: Lang) -> Parser:
    """Return the parser of the whole contract."""
    parser, branch = root(lang)
    for module in (window, demo, vaults, exchange, cases, figures, printing, office):
        module.add(branch)
    return parser
