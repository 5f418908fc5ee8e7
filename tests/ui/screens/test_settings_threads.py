"""The settings as they really run: what is typed during a check or a backup is stored meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.casework import backups, health
from kimdesk.casework.desk import Desk
from kimdesk.ui.forms.port import Target
from kimdesk.ui.screens.settings.build import build
from kimdesk.ui.screens.settings.check_view import CheckPage
from kimdesk.ui.screens.settings.frame import SettingsFrame
from kimdesk.ui.screens.settings.view import BackupPage
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.tasks import QtRunner
from tests.ui.screens.family_story import Stage, Story


@pytest.fixture
def runner() -> Iterator[QtRunner]:
    made = QtRunner()
    yield made
    made.shut_down()


@pytest.fixture
def stage(context: Context, runner: QtRunner, qtbot: QtBot) -> Stage:
    return Stage(replace(context, runner=runner), qtbot)


class Long:
    """Work that goes on until a test lets it end."""

    def __init__(self) -> None:
        self.begun, self.may_end = threading.Event(), threading.Event()

    def __call__(self, *_args: object) -> tuple[health.Finding, ...]:
        self.begun.set()
        assert self.may_end.wait(60)
        return ()


def page_of(stage: Stage, story: Story, key: str) -> QWidget:
    frame = stage.show(build, story.case)
    assert isinstance(frame, SettingsFrame)
    return frame.page(key)


@pytest.mark.parametrize("work", ["check", "backup"])
def test_what_is_typed_meanwhile_is_stored(
    stage: Stage,
    story: Story,
    runner: QtRunner,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    work: str,
) -> None:
    long, desk = Long(), stage.context.desk
    monkeypatch.setattr(health, "check_open", long)
    monkeypatch.setattr(backups, "back_up", long)
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_place(desk, stick)
    page = page_of(stage, story, work)
    qtbot.waitUntil(runner.idle)
    assert isinstance(page, CheckPage | BackupPage)
    button = page.check if isinstance(page, CheckPage) else page.backup.back_up
    button.click()
    qtbot.waitUntil(long.begun.is_set, timeout=20_000)
    try:
        stage.context.port.draft(Target(kind="case", record=story.case), "wish", "Eine Wohnung im Erdgeschoss")
        qtbot.waitUntil(lambda: bool(desk.query.drafts(story.case)), timeout=20_000)
        assert not button.isEnabled(), "it is still at work"
    finally:
        long.may_end.set()
    qtbot.waitUntil(runner.idle)
    assert desk.query.drafts(story.case)[0].text == "Eine Wohnung im Erdgeschoss"


def test_asked_before_the_place_is_looked_up_a_backup_goes_there_all_the_same(
    stage: Stage, story: Story, runner: QtRunner, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, real, looked, made = stage.context.desk, backups.state, threading.Event(), list[object]()

    def slowly(session: Desk) -> backups.BackupState:
        assert looked.wait(60)
        return real(session)

    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_place(desk, stick)
    monkeypatch.setattr(backups, "state", slowly)
    monkeypatch.setattr(backups, "back_up", lambda _desk, place, _steps: made.append(place))
    page = page_of(stage, story, "backup")
    assert isinstance(page, BackupPage)
    page.backup.back_up.click()
    looked.set()
    qtbot.waitUntil(lambda: bool(made) and runner.idle(), timeout=20_000)
    assert made == [stick]
    assert not [each for each in page.findChildren(QFileDialog) if each.isVisible()]
