"""Which days a figure is about: named on the command line, otherwise the last whole month."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser, Namespace

from kimdesk.base.errors import UserProblem
from kimdesk.domain.figures import Period
from kimdesk.domain.values import parse_day


def add_period(parser: ArgumentParser, last: str = "--to") -> None:
    """Let a verb take a first and a last day."""
    parser.add_argument("--from", dest="first_day", metavar="D", default="")
    parser.add_argument(last, dest="last_day", metavar="D", default="")


def period_of(args: Namespace, today: dt.date) -> Period:
    """Return the period asked for; raises UserProblem(field.date, field.required, period.backwards)."""
    if not args.first_day and not args.last_day:
        end = today.replace(day=1) - dt.timedelta(days=1)
        return Period(start=end.replace(day=1), end=end)
    start, end = _day(args.first_day, "--from", today), _day(args.last_day, "--to", today)
    if start > end:
        raise UserProblem("period.backwards")
    return Period(start=start, end=end)


def _day(text: str, option: str, today: dt.date) -> dt.date:
    if not text:
        raise UserProblem("field.required", field=option)
    return parse_day(text, option, today)


def in_words(period: Period) -> str:
    """Return the period as people read it."""
    return f"{period.start:%d.%m.%Y} – {period.end:%d.%m.%Y}"
