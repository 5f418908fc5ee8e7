from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Cancel, Progress
from kimdesk.casework import plans, printing, visits
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.records import Handout
from kimdesk.ui.dialogs import printing as printers
from kimdesk.ui.dialogs.print_flow import made
from kimdesk.ui.dialogs.print_presenter import PrintPresenter
from kimdesk.ui.dialogs.print_state import PrintJob, PrintState
from kimdesk.ui.dialogs.print_view import PrintDialog
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.tasks import Job
from kimdesk.ui.widgets.buttons import Button, Chip
from tests.support.qt import find_by_name, unnamed
from tests.ui.screens.plan_support import WORDING, with_plan
from tests.ui.screens.test_settings_keys import prove

FIXED = "Alles andere bleibt im Tresor"


def plan_job(context: Context, case: RecordId, **how: bool) -> PrintJob:
    found = plans.current(context.desk, case)
    plan = found.plan.id if found is not None else with_plan(context.desk, case)
    return PrintJob(what="plan", case=case, record=plan, languages=("de", "bg"), **how)


def ask(qtbot: QtBot, context: Context, job: PrintJob) -> tuple[PrintDialog, PrintPresenter]:
    dialog, presenter = made(None, context, job)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog, presenter


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
    finally:
        document.close()


def test_nothing_is_prepared_before_somebody_is_named(qtbot: QtBot, context: Context, family: RecordId) -> None:
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    assert presenter.state.pdf == b""
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    assert unnamed(dialog) == []


def test_the_preview_says_who_what_and_how_much(qtbot: QtBot, context: Context, family: RecordId) -> None:
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    leaving = presenter.state.leaving
    assert leaving is not None
    assert (leaving.goals, leaving.measures, leaving.languages) == (1, 1, ("de", "bg"))
    told = dialog.leaving.findChildren(type(dialog.why))
    text = "\n".join(each.body for each in told)
    for wanted in ("Für: Elena Dimitrova", leaving.case_number, "Deutsch + Bulgarisch", FIXED):
        assert wanted in text
    assert WORDING in words_of(presenter.state.pdf)
    assert dialog.print_button.isEnabled()


def test_taking_the_reader_back_takes_the_paper_back(qtbot: QtBot, context: Context, family: RecordId) -> None:
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    reader = find_by_name(dialog, "Elena Dimitrova", Chip)
    reader.click()
    reader.click()
    assert presenter.state.pdf == b""
    assert not dialog.save_button.isEnabled()


def test_the_file_goes_where_it_was_asked_for(qtbot: QtBot, context: Context, family: RecordId, tmp_path: Path) -> None:
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    find_by_name(dialog, "Als PDF speichern …", Button).click()
    assert dialog.findChild(QFileDialog) is None, "a file leaves the vault: who asks for it?"
    prove(dialog)
    place = dialog.findChild(QFileDialog)
    assert place is not None
    suggested = Path(place.selectedFiles()[0]).name
    assert "Dimitrov" not in suggested
    assert suggested.endswith(".pdf")
    place.fileSelected.emit(str(tmp_path / "blatt"))
    place.close()
    assert (tmp_path / "blatt.pdf").read_bytes() == presenter.state.pdf
    assert presenter.state.done == "saved"
    assert dialog.strip.isVisible()


def test_a_folder_without_permission_is_said(qtbot: QtBot, context: Context, family: RecordId, tmp_path: Path) -> None:
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    presenter.save(tmp_path / "fehlt" / "blatt.pdf")
    assert presenter.state.problem is not None
    assert presenter.state.done == ""
    assert dialog.strip.isVisible()


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk.full"), (errno.EROFS, "disk.read_only")])
def test_a_full_or_read_only_folder_is_said_and_nothing_counts_as_handed_out(
    qtbot: QtBot,
    context: Context,
    family: RecordId,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    code: str,
) -> None:
    def refuse(_path: Path, _data: bytes) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(printing, "write_durable", refuse)
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    assert dialog.save_button.isEnabled()
    presenter.save(Path("blatt.pdf"))
    assert presenter.state.problem is not None
    assert presenter.state.problem.code == code
    assert context.desk.query.of_case(Handout, family) == ()


def test_without_a_printer_the_print_list_is_offered(
    qtbot: QtBot, context: Context, family: RecordId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "has_printer", lambda: False)
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    find_by_name(dialog, "Drucken …", Button).click()
    assert "Druckliste" in dialog.strip.accessibleName()
    assert dialog.list_button.isEnabled()
    assert presenter.state.done == ""
    assert context.desk.query.of_case(Handout, family) == ()


def test_no_other_family_is_on_the_paper(qtbot: QtBot, context: Context, family: RecordId) -> None:
    other = create_family(context.desk, NewFamily(family_name="Yildiz", given_name="Aylin"))
    with_plan(context.desk, other)
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    find_by_name(dialog, "für die eigene Akte", Chip).click()
    assert "Yildiz" not in words_of(presenter.state.pdf)
    assert all("Yildiz" not in each.name for each in presenter.state.readers)


def test_own_record_and_readers_exclude_each_other(qtbot: QtBot, context: Context, family: RecordId) -> None:
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    find_by_name(dialog, "für die eigene Akte", Chip).click()
    assert presenter.state.own
    assert not any(each.on for each in presenter.state.readers)


def test_lines_to_sign_only_where_nothing_is_signed(qtbot: QtBot, context: Context, family: RecordId) -> None:
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    before = words_of(presenter.state.pdf)
    find_by_name(dialog, "mit Zeilen zum Unterschreiben", Chip).click()
    assert words_of(presenter.state.pdf) != before
    dialog, _ = ask(qtbot, context, plan_job(context, family, signed=True))
    assert not dialog.signature.isVisible()


def test_what_the_family_said_is_printed_line_by_line(qtbot: QtBot, context: Context, family: RecordId) -> None:
    desk = context.desk
    contact = visits.begin(desk, family)
    desk.apply(
        Set("contact", contact, "family_says", "Der Schimmel wächst.\nDie Ehe ist schwierig."),
        Set("contact", contact, "observation", "Verdacht"),
    )
    job = PrintJob(what="visit", case=family, record=contact)
    dialog, presenter = ask(qtbot, context, job)
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    assert "Schimmel" not in words_of(presenter.state.pdf)
    find_by_name(dialog, "Der Schimmel wächst.", QCheckBox).click()
    text = words_of(presenter.state.pdf)
    assert "Der Schimmel wächst." in text
    assert "Ehe" not in text
    assert "Verdacht" not in text


def test_a_talk_held_alone_is_not_printed_for_another(qtbot: QtBot, context: Context, family: RecordId) -> None:
    desk = context.desk
    husband = RecordId(b"h" * 16)
    desk.apply(Create("person", husband, {"case": family, "given_name": "Georgi"}))
    contact = visits.begin(desk, family)
    desk.apply(Set("contact", contact, "family_says", "Nur mir gesagt."))
    elena = next(each for each in plans_people(context, family) if each != husband)
    desk.apply(Set("contact", contact, "discuss_only_with", frozenset({elena})))
    dialog, presenter = ask(qtbot, context, PrintJob(what="visit", case=family, record=contact))
    find_by_name(dialog, "Georgi", Chip).click()
    assert presenter.state.pdf == b""
    assert presenter.state.problem is not None
    assert not dialog.print_button.isEnabled()


def plans_people(context: Context, case: RecordId) -> list[RecordId]:
    from kimdesk.casework import family

    return [each.id for each in family.persons(context.desk, case)]


class Patience:
    """A runner that answers when the test says so, in any order."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work, done, *, failed=None, progress=None, lane="vault"):  # type: ignore[no-untyped-def]
        self.waiting.append(lambda: done(work(Progress(None, Cancel()))))
        return Job()


class Seen:
    def __init__(self) -> None:
        self.states: list[PrintState] = []

    def show_state(self, state: PrintState) -> None:
        self.states.append(state)

    def ask_place(self, suggested: str) -> None:
        pytest.fail("nobody asked for a place")

    def ask_printer(self, pdf: bytes) -> None:
        pytest.fail("nobody asked for a printer")


def test_an_answer_for_an_earlier_choice_does_not_count(context: Context, family: RecordId) -> None:
    runner, view = Patience(), Seen()
    presenter = PrintPresenter(context.desk, runner, plan_job(context, family), view)
    presenter.choose_reader(presenter.state.readers[0].key, on=True)
    presenter.choose_own(on=True)
    first, second = runner.waiting
    second()
    newest = presenter.state.pdf
    first()
    assert presenter.state.pdf == newest
    assert presenter.state.own


def test_big_type_is_another_paper_and_is_offered_for_every_document(
    qtbot: QtBot, context: Context, family: RecordId
) -> None:
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    before = presenter.state.pdf
    dialog.variant.chosen.emit("large")
    assert presenter.state.variant == "large"
    assert presenter.state.pdf not in (b"", before)
    assert "easy" in presenter.state.variants
    assert all("de-simple" not in codes for codes in presenter.state.choices)


def test_languages_somebody_of_the_family_reads_come_first(qtbot: QtBot, context: Context, family: RecordId) -> None:
    _dialog, presenter = ask(qtbot, context, plan_job(context, family))
    choices = presenter.state.choices
    assert choices[:2] == (("de",), ("de", "bg"))
    assert {("de", "ar"), ("ti",)} <= set(choices)


def test_letters_no_font_has_are_named_and_can_be_printed_in_latin_spelling(
    qtbot: QtBot, context: Context, family: RecordId
) -> None:
    job = plan_job(context, family)
    goal = plans.page(context.desk, job.record).goals[0].goal
    context.desk.apply(Set("goal", goal.id, "wording", "Herr 東 hilft uns."))
    dialog, presenter = ask(qtbot, context, job)
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    assert not dialog.save_button.isEnabled()
    find_by_name(dialog, "In lateinischer Schreibweise drucken", Button).click()
    assert "Dong hilft uns." in words_of(presenter.state.pdf)
    assert dialog.save_button.isEnabled()
    assert not dialog.strip.isVisible()


def test_a_file_is_saved_with_a_password(qtbot: QtBot, context: Context, family: RecordId, tmp_path: Path) -> None:
    dialog, presenter = ask(qtbot, context, plan_job(context, family))
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    find_by_name(dialog, "Datei mit Kennwort", Chip).click()
    dialog.place_chosen.emit(tmp_path / "leer.pdf", dialog.password.text())
    assert presenter.state.problem is not None
    assert not (tmp_path / "leer.pdf").exists()
    dialog.password.setText("Grüße 7")
    dialog.place_chosen.emit(tmp_path / "blatt.pdf", dialog.password.text())
    assert presenter.state.done == "protected"
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(tmp_path / "blatt.pdf")
    assert unnamed(dialog) == []
