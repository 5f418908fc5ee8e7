"""Child protection leaves by its page: chosen, named, confirmed; what was told stands in the entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import protection
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Handout
from kimdesk.ui.screens.family_protection.build import build
from kimdesk.ui.screens.family_protection.leaving_view import LeavingDialog
from kimdesk.ui.screens.family_protection.presenter import ProtectionPresenter
from kimdesk.ui.screens.family_protection.view import ProtectionView
from kimdesk.ui.widgets.buttons import Button
from tests.support.qt import find_by_name, unnamed
from tests.ui.screens.family_story import Stage, Story


@pytest.fixture
def entry(stage: Stage, story: Story) -> RecordId:
    desk, made = stage.context.desk, new_id(stage.context.desk.clock)
    values = {"case": story.case, "date": desk.today, "children": frozenset({story.mariya}), "observed": "Fleck"}
    desk.apply(Create("protection_entry", made, values), Set("case", story.case, "municipality", Code("05566076")))
    return made


@pytest.fixture
def page(stage: Stage, story: Story, entry: RecordId) -> ProtectionView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, ProtectionView)
    presenter = stage.screens[0].presenter
    assert isinstance(presenter, ProtectionPresenter)
    presenter.open()
    return shown


def ask(page: ProtectionView, name: str) -> LeavingDialog:
    find_by_name(page, name, Button).click()
    assert page.leaving is not None
    QCoreApplication.sendPostedEvents()
    return page.leaving


def save(dialog: LeavingDialog, path: Path) -> None:
    find_by_name(dialog, "Als PDF speichern …", QPushButton).click()
    (asked,) = dialog.findChildren(QFileDialog)
    asked.fileSelected.emit(str(path))
    asked.reject()


def test_an_adviser_gets_a_paper_once_somebody_is_named(
    page: ProtectionView, stage: Stage, story: Story, tmp_path: Path
) -> None:
    dialog = ask(page, "Beratung mit einer Fachkraft vorbereiten …")
    assert unnamed(dialog) == []
    assert not dialog.go_on.isEnabled()
    dialog.whom.setText("Fachkraft der Beratungsstelle")
    dialog.go_on.click()
    assert dialog.save_button.isVisible()
    save(dialog, tmp_path / "papier.pdf")
    assert (tmp_path / "papier.pdf").read_bytes().startswith(b"%PDF")
    (kept,) = protection.entries(stage.context.desk, story.case)
    assert (kept.consulted_on, kept.consulted_whom) == (stage.context.desk.today, "Fachkraft der Beratungsstelle")
    assert stage.context.desk.query.of_case(Handout, story.case) == ()


def test_the_youth_office_is_told_after_it_is_noted_whether_the_family_knows(
    page: ProtectionView, stage: Stage, entry: RecordId
) -> None:
    dialog = ask(page, "Mitteilung an das Jugendamt vorbereiten …")
    assert dialog.whom.text() == "Jugendamt der Stadt Rheine"
    dialog.go_on.click()
    assert not dialog.save_button.isVisible()
    assert "ob die Familie" in dialog.strip.accessibleName()
    stage.tell(stage.context.desk.apply(Set("protection_entry", entry, "told_family", Code("yes"))))
    dialog.go_on.click()
    assert dialog.save_button.isVisible()


def test_the_dialog_goes_with_the_page(page: ProtectionView) -> None:
    ask(page, "Beratung mit einer Fachkraft vorbereiten …")
    page.hide()
    assert page.leaving is None
