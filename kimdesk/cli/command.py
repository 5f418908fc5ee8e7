"""Runs one command: parse, call the verb, turn whatever happens into a sentence, a code and an exit code."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kimdesk.base.errors import Cancelled, KimError, Lang, error_table, explain
from kimdesk.casework.desk import Services
from kimdesk.cli.call import Call, WrongUsage
from kimdesk.cli.console import Console
from kimdesk.cli.parser import HelpWanted, WrongCall, language
from kimdesk.cli.tree import build
from kimdesk.cli.verbs import not_yet

DONE, FAILED, USAGE = 0, 1, 2
log = logging.getLogger(__name__)

Elsewhere = Mapping[str, Callable[[Call], int]]


@dataclass(frozen=True, slots=True)
class _Voice:
    """How this command speaks of failures."""

    console: Console
    lang: Lang
    json: bool

    def report(self, error: KimError) -> None:
        """Write a failure: a sentence with its code to people, code and parameters to scripts."""
        if self.json:
            self.console.problem(json.dumps({"code": error.code, "params": error.params}, ensure_ascii=False))
            return
        known = error if error.code in error_table() else KimError("bug")
        self.console.problem(f"{explain(known, self.lang).sentence()} ({error.code})")

    def hint(self, text: str) -> None:
        """Add something that helps people alone."""
        if not self.json:
            self.console.problem(text.rstrip())


def run(argv: Sequence[str], services: Services, console: Console, elsewhere: Elsewhere | None = None) -> int:
    """Run one command line and return its exit code; `elsewhere` holds the verbs that need a window."""
    voice = _Voice(console, language(argv), "--json" in argv)
    try:
        return _run(argv, services, voice, elsewhere or {})
    except HelpWanted as wanted:
        console.line(wanted.text.rstrip())
        return DONE
    except BrokenPipeError:
        raise
    except Exception as error:  # the last door: nobody sees a traceback, the log gets its places
        return _failed(error, voice)
    except KeyboardInterrupt:
        return _failed(Cancelled(), voice)


def _failed(error: Exception, voice: _Voice) -> int:
    match error:
        case WrongCall():
            voice.report(WrongUsage("usage.wrong", message=error.message))
            voice.hint(error.usage)
            return USAGE
        case EOFError():
            voice.report(Cancelled())
        case KimError():
            voice.report(error)
        case _:
            log.error("command failed", exc_info=error)
            voice.report(KimError("bug"))
    return USAGE if isinstance(error, WrongUsage) else FAILED


def _run(argv: Sequence[str], services: Services, voice: _Voice, elsewhere: Elsewhere) -> int:
    tree = build(voice.lang, argv)
    args, unknown = tree.parse_known_args(_verb_first(argv))
    if unknown and args.handler is not not_yet:
        tree.error(f"unrecognized arguments: {' '.join(unknown)}")
    call = Call(args=args, services=services, console=voice.console, lang=voice.lang)
    handler = elsewhere.get(args.verb, args.handler)
    return handler(call) or DONE


def _verb_first(argv: Sequence[str]) -> list[str]:
    """Put `enrol VAULT request` into the order of all other verbs."""
    words = list(argv)
    place = words.index("enrol") if "enrol" in words[:3] else len(words)
    if words[place + 2 : place + 3] in (["request"], ["accept"]) and words[place + 1] not in {"request", "accept"}:
        words[place + 1], words[place + 2] = words[place + 2], words[place + 1]
    return words
