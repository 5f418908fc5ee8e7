"""Whatever goes wrong with a family's data: no log, no message on standard error and no crash report repeats it."""

from __future__ import annotations

import contextlib
import faulthandler
import io
import json
import logging
import random
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa

from kimdesk.app.bugs import describe
from kimdesk.base import log
from kimdesk.base.errors import KimError
from kimdesk.casework import casefile, exchange, families, printing
from kimdesk.casework.desk import Desk
from kimdesk.cli.command import run
from kimdesk.cli.console import Console
from kimdesk.documents.api import plan_pdf
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.records import Case, SupportPlan
from kimdesk.vault.vault import read_info
from tests.faults.failing import failures, some
from tests.faults.marked_day import WORDS, family
from tests.faults.operations import OPERATIONS
from tests.faults.tallying import Tally
from tests.faults.traces import Search
from tests.faults.world import make_world
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.expects_log
NAME, NATIVE, NOTE = WORDS["family name"], WORDS["native name"], WORDS["note"]


@dataclass
class Place:
    """An open desk with a family of marked words, in a folder of a marked name; its log and what was printed."""

    desk: Desk
    folder: Path
    log: Path

    @property
    def case(self) -> Case:
        return self.desk.query.every(Case)[0]


@pytest.fixture
def place(desk: Desk, tmp_path: Path) -> Iterator[Place]:
    """Return a place where things go wrong; the program's log is on, as in a real process."""
    casefile.import_case(desk, casefile.read_case(desk, family()))
    folder = tmp_path / NAME
    folder.mkdir()
    before, shown = logging.getLogger().handlers[:], warnings.showwarning
    log.start_log(tmp_path / "log")
    yield Place(desk, folder, tmp_path / "log" / "kimdesk.log")
    warnings.showwarning = shown
    for logger in (logging.getLogger(), logging.getLogger(log.ROOT)):
        for handler in logger.handlers[:]:
            if handler not in before and isinstance(handler, (logging.FileHandler, log._Others)):
                logger.removeHandler(handler)
                handler.close()


def hits(text: str) -> list[str]:
    return sorted({hit.word for hit in Search(WORDS).in_bytes(text.encode(), "text")})


# everything that can be wrong with data -------------------------------------------


def bad_json(place: Place) -> object:
    return casefile.cases_in(f'{{"cases": [{{"note": "{NOTE}",]}}'.encode())


def bad_encoding(place: Place) -> object:
    return casefile.cases_in(NATIVE.encode("utf-16"))


def bad_date(place: Place) -> object:
    told = family()
    told["persons"][0]["birth_date"] = NOTE
    return casefile.read_case(place.desk, told)


def bad_code(place: Place) -> object:
    return casefile.read_case(place.desk, family() | {"phase": NOTE})


def bad_reference(place: Place) -> object:
    told = family()
    told["contacts"][0]["present"] = [NOTE]
    return casefile.read_case(place.desk, told)


def other_content(place: Place) -> object:
    told = family() | {"wish": NOTE}
    return casefile.import_case(place.desk, casefile.read_case(place.desk, told))


def wrong_type(place: Place) -> object:
    return place.desk.apply(Set("case", place.case.id, "first_contact", NOTE))


def unknown_field(place: Place) -> object:
    return place.desk.apply(Set("case", place.case.id, "nickname", NOTE))


def twice_the_same_id(place: Place) -> object:
    again = Create("case", place.case.id, {"case_number": NAME, "wish": NOTE})
    return place.desk.apply(again)


def stale(place: Place) -> object:
    return place.desk.apply(Set("case", place.case.id, "wish", NOTE, 1))


def broken_constraint(place: Place) -> object:
    table = place.desk.store.tables["case_summary"]
    values = {column.name: NOTE for column in table.columns} | {"n": 1, "id": b"x", "active": None}
    with place.desk.store.write() as conn:
        return conn.execute(sa.insert(table), values)


def broken_statement(place: Place) -> object:
    with place.desk.store.write() as conn:
        return conn.execute(sa.text("SELECT nowhere FROM cases WHERE wish=:wish"), {"wish": NOTE})


def broken_search(place: Place) -> object:
    families.search(place.desk, f'"{NAME}* AND (', limit=5)
    families.hits(place.desk, f"{NATIVE} NEAR/ *")
    raise LookupError(NAME)  # searching never fails; whoever asks might


def no_such_vault(place: Place) -> object:
    return read_info(place.folder / NAME)


def no_bundle(place: Place) -> object:
    file = place.folder / f"{NAME}.kimb"
    file.write_text(NOTE, "utf-8")
    return exchange.verify(file)


def nowhere_to_save(place: Place) -> object:
    plan = place.desk.query.every(SupportPlan)[0]
    prepared = printing.prepare_plan(place.desk, plan.id, printing.PrintOrder())
    return printing.save(prepared, place.folder / "gone" / f"{NAME}.pdf")


def unprintable(place: Place) -> object:
    place.desk.apply(Set("support_plan", place.desk.query.every(SupportPlan)[0].id, "wish", f"{NOTE} 🦩"))
    return printing.prepare_plan(place.desk, place.desk.query.every(SupportPlan)[0].id, printing.PrintOrder())


def broken_layout(place: Place) -> object:
    return plan_pdf(NOTE, languages=("de",), edition="full")  # type: ignore[arg-type]


def in_a_thread(place: Place) -> object:
    caught: list[BaseException] = []

    def work() -> None:
        try:
            place.desk.query.search(NAME, limit=NOTE)  # type: ignore[arg-type]
        except Exception as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    place.desk.store.write  # noqa: B018 - the desk goes on
    raise caught[0] if caught else ValueError(NOTE)


def chained(place: Place) -> object:
    try:
        raise KeyError(NAME)
    except KeyError as cause:
        cause.add_note(NOTE)
        raise RuntimeError(f"{NOTE} of {NAME}") from cause


def grouped(place: Place) -> object:
    raise ExceptionGroup(NOTE, [ValueError(NAME), OSError(2, NOTE, str(place.folder))])


WRONG: tuple[Callable[[Place], object], ...] = (
    *(bad_json, bad_encoding, bad_date, bad_code, bad_reference, other_content),
    *(wrong_type, unknown_field, twice_the_same_id, stale, broken_constraint, broken_statement, broken_search),
    *(no_such_vault, no_bundle, nowhere_to_save, unprintable, broken_layout, in_a_thread, chained, grouped),
)


def told_of(error: BaseException) -> str:
    """Return everything the program itself says of a failure, and keeps it in its log as its last doors do."""
    logging.getLogger("kimdesk.cli.command").error("command failed", exc_info=error)
    shown = repr(error) if isinstance(error, KimError) else ""
    return f"{describe(error)} {shown} {error if isinstance(error, (KimError, sa.exc.SQLAlchemyError)) else ''}"


def suffered(place: Place) -> tuple[int, list[str]]:
    """Let everything go wrong; return how much did, and what repeated a word."""
    failed, found = 0, []
    for wrong in WRONG:
        try:
            wrong(place)
        except Exception as error:
            failed += 1
            found += [f"{wrong.__name__}: {word}" for word in hits(told_of(error))]
            if isinstance(error, sa.exc.SQLAlchemyError) or isinstance(error.__cause__, sa.exc.SQLAlchemyError):
                whole = "".join(traceback.format_exception(error))
                found += [f"{wrong.__name__}, whole: {word}" for word in hits(whole)]
    return failed, found


def test_no_failure_repeats_a_word(place: Place, tally: Tally, capfd: pytest.CaptureFixture[str]) -> None:
    failed, found = suffered(place)
    found += [f"the log: {word}" for word in hits(place.log.read_text("utf-8"))]
    found += [f"printed: {word}" for stream in capfd.readouterr() for word in hits(stream)]
    tally("kinds of failure", {"failures": failed, "words repeated": len(found)})
    assert found == []
    assert failed == len(WRONG)
    assert place.log.read_text("utf-8").count("command failed") == failed


def test_libraries_and_warnings_are_heard_without_their_words(
    place: Place, tally: Tally, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("reportlab", "pikepdf._core", "fontTools.subset", "sqlalchemy.pool"):
        logging.getLogger(name).warning("cannot place %s", NOTE)
        logging.getLogger(name).error("failed", exc_info=ValueError(NAME))
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"deprecated {NOTE}", DeprecationWarning, stacklevel=1)
    report = place.log.with_name("dump")
    with report.open("w") as file:
        kept = NOTE  # a local, as a crash would find it
        faulthandler.dump_traceback(file)
        assert kept
    printed = capfd.readouterr()
    written = place.log.read_text("utf-8")
    found = hits(written) + hits(printed.err) + hits(printed.out) + hits(report.read_text("utf-8"))
    tally("complaints of libraries, warnings, a crash report", {"complaints": 9, "words repeated": len(found)})
    assert found == []
    assert written.count("complains") == 8
    assert "warning DeprecationWarning at test_logs.py" in written


LINES = (
    ("case", "import", "VAULT", "FILE"),
    ("search", "VAULT", NAME, "--limit", NAME),
    ("case", "show", "VAULT", NAME),
    ("print", "VAULT", "plan", "--case", NAME, "-o", "FOLDER"),
    ("deadlines", "compute", NAME, f"{NAME}={NOTE}"),
    ("verify", "FILE", "--vault", "VAULT"),
)


def test_commands_that_fail_log_no_word(place: Place, tmp_path: Path, tally: Tally) -> None:
    secret, file = tmp_path / "secret", place.folder / "file"
    secret.write_text(PASSPHRASE, "utf-8")
    file.write_text(json.dumps({"cases": [family() | {"phase": NOTE}]}), "utf-8")
    place.desk.close()
    places = {"VAULT": str(place.desk.info.folder), "FILE": str(file), "FOLDER": str(place.folder)}
    screen = io.StringIO()
    console = Console(out=screen, err=screen, interactive=False, secret=lambda _: "", ask=lambda _: "")
    for line in LINES:
        words = [places.get(word, word) for word in line]
        assert run([*words, "--passphrase-file", str(secret)], place.desk.services, console) != 0
    found = hits(place.log.read_text("utf-8"))
    tally("commands that fail", {"commands": len(LINES), "words repeated": len(found)})
    assert found == []


def test_a_log_that_repeats_messages_is_found_out(place: Place, tally: Tally, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log.RedactingFormatter, "formatException", logging.Formatter.formatException)
    suffered(place)
    found = hits(place.log.read_text("utf-8"))
    tally("a log that repeats messages", {"words repeated": len(found)}, sabotaged=True)
    assert found


def test_a_database_that_shows_parameters_is_found_out(desk: Desk, tally: Tally) -> None:
    engine = desk.store._writer
    engine.hide_parameters = engine.dialect.hide_parameters = False  # type: ignore[attr-defined]
    found = []
    for wrong in (broken_constraint, broken_statement):
        with contextlib.suppress(KimError):
            try:
                wrong(Place(desk, Path(), Path()))
            except sa.exc.SQLAlchemyError as error:
                found += hits(str(error))
    tally("a database that shows parameters", {"words repeated": len(found)}, sabotaged=True)
    assert found


# failing files ----------------------------------------------------------------------


@pytest.mark.slow
def test_no_failing_file_is_told_with_its_name(scratch: Path, tally: Tally) -> None:
    """Every operation, every place where a file can fail: neither path nor content is repeated."""
    chance, found, told = random.Random(tally.seed), list[str](), 0
    template, place = scratch / "template", scratch / NAME
    template.mkdir()
    place.mkdir()
    make_world(template)
    for operation in OPERATIONS:
        for point, failure in failures(operation, template, place, some(0.2 * tally.share, chance)):
            told += 1
            found += [f"{point}: {word}" for word in hits(told_of(failure))]
    tally("failing files", {"failures": told, "words or paths repeated": len(found)})
    assert found == []
    assert told
