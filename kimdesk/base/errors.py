"""Errors travel up as codes with parameters; the sentences live in resources/texts/errors.toml."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from kimdesk.base.resources import resource

Lang = Literal["de", "en"]
Param = str | int


class KimError(Exception):
    """A failure the program knows: `code` names it, `params` fill its text. Never holds personal data."""

    def __init__(self, code: str, /, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __repr__(self) -> str:
        """Show the code alone; parameters belong to the text."""
        return f"{type(self).__name__}({self.code!r})"


class UserProblem(KimError):  # noqa: N818 - a kind of failure, named as people say it
    """Something the user can put right: a wrong passphrase, a missing consent."""


class Surroundings(KimError):  # noqa: N818
    """The surroundings fail: disk full, stick gone, file locked."""


class Untrusted(KimError):  # noqa: N818
    """Something that arrived must not be trusted: bad signature, rollback, newer format."""


class Cancelled(KimError):  # noqa: N818
    """The user stopped the work; nothing needs to be said."""

    def __init__(self) -> None:
        super().__init__("cancelled")


class ErrorText(NamedTuple):
    """One failure in words: what happened, what is safe, what to do next."""

    what: str
    safe: str
    next: str

    def sentence(self) -> str:
        """All three parts as running text."""
        return " ".join(part for part in (self.what, self.safe, self.next) if part)


@cache
def error_table() -> dict[str, dict[str, dict[str, str]]]:
    """Return code -> language -> {what, one, safe, next} as written in errors.toml."""
    import tomllib  # noqa: PLC0415 - 10 ms that the first window need not wait for

    table: dict[str, dict[str, dict[str, str]]] = tomllib.loads(resource("texts", "errors.toml").read_text("utf-8"))
    return table


def explain(error: KimError, lang: Lang = "de") -> ErrorText:
    """Return the text of an error in a language; a code without text is a bug and raises KeyError.

    Where a text has the form `one`, it says what happened if the only parameter, a count, is 1.
    """
    parts = error_table()[error.code][lang]
    filled = {key: text.format(**error.params) for key, text in parts.items()}
    single = "one" in parts and list(error.params.values()) == [1]
    return ErrorText(filled["one" if single else "what"], filled.get("safe", ""), filled.get("next", ""))
