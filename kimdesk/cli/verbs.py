"""Helpers with which each module beside it adds its verbs to the tree."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kimdesk.base.errors import Lang, UserProblem
from kimdesk.cli.parser import Parser

if TYPE_CHECKING:
    from kimdesk.cli.call import Call, Handler


@dataclass(frozen=True, slots=True)
class Branch:
    """One place of the tree where verbs are added."""

    menu: Any  # argparse keeps the type of its sub-parser action to itself
    path: str
    lang: Lang

    def verb(self, name: str, handler: Handler, german: str, english: str) -> Parser:
        """Add a verb with what every verb understands."""
        text = german if self.lang == "de" else english
        made: Parser = self.menu.add_parser(name, help=text, description=text, lang=self.lang)
        made.set_defaults(handler=handler, verb=f"{self.path} {name}".strip())
        made.add_argument("--json", action="store_true", help=self._pick("Antwort als JSON", "answer as JSON"))
        if name != "print":
            made.add_argument("--lang", dest="spoken", choices=("de", "en"), help=self._pick("Sprache", "language"))
        return made

    def group(self, name: str, german: str, english: str) -> Branch:
        """Add a word under which further verbs stand."""
        text = german if self.lang == "de" else english
        made: Parser = self.menu.add_parser(name, help=text, description=text, lang=self.lang)
        return Branch(_menu(made), f"{self.path} {name}".strip(), self.lang)

    def later(self, name: str, german: str, english: str) -> None:
        """Add a verb whose work comes later: it says so whatever follows it."""
        self.verb(name, not_yet, german, english)

    def _pick(self, german: str, english: str) -> str:
        return german if self.lang == "de" else english


def root(lang: Lang) -> tuple[Parser, Branch]:
    """Return an empty tree and the place where verbs are added."""
    tree = Parser(prog="kimdesk", lang=lang)
    tree.add_argument("--lang", dest="spoken_first", choices=("de", "en"), default="de", help="Sprache / language")
    return tree, Branch(_menu(tree), "", lang)


def _menu(parser: Parser) -> Any:
    return parser.add_subparsers(metavar="VERB", required=True, dest=argparse.SUPPRESS, parser_class=Parser)


def vault(parser: Parser, name: str = "vault", metavar: str = "VAULT") -> Parser:
    """Let a verb take a vault and a file with its passphrase."""
    parser.add_argument(name, metavar=metavar)
    parser.add_argument("--passphrase-file", metavar="FILE")
    return parser


def leaves(parser: Parser) -> Parser:
    """Let a verb say for whom and what for something leaves the vault, and that nobody need be asked."""
    parser.add_argument("--for", dest="recipient", metavar="RECIPIENT", default="")
    parser.add_argument("--purpose", metavar="P", default="")
    parser.add_argument("--yes", action="store_true")
    return parser


def not_yet(call: Call) -> int:
    """Answer for a verb of later work."""
    raise UserProblem("usage.not_yet", verb=str(call.args.verb))
