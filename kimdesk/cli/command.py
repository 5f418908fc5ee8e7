"""Runs one command: parse, call the verb, turn whatever happens into a sentence, a code and an exit code."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kimdesk.base.errors import KimError, Lang, UserProblem, explain
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
        self.console.problem(f"{explain(error, self.lang).sentence()} ({error.code})")


def run(argv: Sequence[str], services: Services, console: Console, elsewhere: Elsewhere | None = None) -> int:
    """Run one command line and return its exit code; `elsewhere` holds the verbs that need a window."""
    voice = _Voice(console, language(argv), "--json" in argv)
    try:
        return _run(argv, services, voice, elsewhere or {})
    except HelpWanted as wanted:
        console.line(wanted.text.rstrip())
        return DONE
    except WrongCall as wrong:
        voice.report(WrongUsage("usage.wrong", message=wrong.message))
        if not voice.json:
            console.problem(wrong.usage.rstrip())
        return USAGE
    except WrongUsage as wrong:
        voice.report(wrong)
        return USAGE
    except KimError as error:
        voice.report(error)
        return FAILED
    except BrokenPipeError:
        raise
    except (KeyboardInterrupt, EOFError):
        voice.report(UserProblem("cancelled"))
        return FAILED
    except Exception:  # the last door: nobody sees a traceback, the log gets its places
        log.exception("command failed")
        voice.report(KimError("bug"))
        return FAILED


def _run(argv: Sequence[str], services: Services, voice: _Voice, elsewhere: Elsewhere) -> int:
    tree = build(voice.lang)
    args, unknown = tree.parse_known_args(list(argv))
    if unknown and args.handler is not not_yet:
        tree.error(f"unrecognized arguments: {' '.join(unknown)}")
    call = Call(args=args, services=services, console=voice.console, lang=voice.lang)
    handler = elsewhere.get(args.verb, args.handler)
    return handler(call) or DONE
