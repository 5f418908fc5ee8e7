"""The settings for the gallery: each part in its states, with the demo caseload behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kimdesk.base.ids import RecordId
from kimdesk.casework import district, letterhead, ways
from kimdesk.casework.backups import BackupInfo, BackupState
from kimdesk.casework.deputies import DeputyView
from kimdesk.casework.device import DeviceCheck, Point
from kimdesk.casework.erasing import Removed
from kimdesk.casework.escrow import HolderView
from kimdesk.casework.health import Checked, Finding
from kimdesk.casework.letterhead import Head
from kimdesk.domain.declare import Code
from kimdesk.domain.records import VaultEvent
from kimdesk.ui.dialogs.sheet import Sheet, SheetDialog
from kimdesk.ui.screens.settings.build import parts, parts_of_body
from kimdesk.ui.screens.settings.check_presenter import CheckState
from kimdesk.ui.screens.settings.check_view import CheckPage
from kimdesk.ui.screens.settings.deputy_view import DeputyPage, DeputyState
from kimdesk.ui.screens.settings.device_view import DevicePage
from kimdesk.ui.screens.settings.frame import Part, SettingsFrame
from kimdesk.ui.screens.settings.keys_dialogs import DepositDialog, NewPassphraseDialog
from kimdesk.ui.screens.settings.keys_state import KeysState
from kimdesk.ui.screens.settings.keys_view import KeysPage
from kimdesk.ui.screens.settings.letterhead_view import LetterheadPage
from kimdesk.ui.screens.settings.profile_view import ProfilePage
from kimdesk.ui.screens.settings.provider_view import ProviderPage
from kimdesk.ui.screens.settings.state import SettingsState
from kimdesk.ui.screens.settings.view import BackupPage
from kimdesk.ui.shell.screen import Context, Screen

_DAY = 86_400_000
_PLACE = Path("E:/Sicherungen")
_GROUPS = ("7F3KQ", "0B9TM", "ZX41R", "H8N2C", "W5PVD", "3JY6E", "QK0G7", "A2MSX")
_HOLDERS = (
    HolderView(label="Fachbereichsleitung", words="anker birke distel eimer falke gabel hafer igel"),
    HolderView(label="Datenschutz", words="kanne lampe mohn nebel ofen pilz quelle rabe"),
)


_HEAD = Head(
    name="Musterträger e. V.",
    lines=("Kirchplatz 1", "48607 Ochtrup", "Telefon 02553 000000"),
    foot=("Vereinsregister Steinfurt VR 0000 · Vorstand: Erika Muster", "IBAN DE00 0000 0000 0000 0000 00"),
    funding="Gefördert durch das Land Nordrhein-Westfalen im Kommunalen Integrationsmanagement",
)


def make(context: Context, state: str) -> Screen:
    """Return the settings with one part in one of its states."""
    part, _, moment = state.partition("_")
    frame = SettingsFrame([_staged(each, context, moment) for each in parts(context)])
    frame.open_part(part)
    return Screen("settings", frame)


def make_body(context: Context, state: str) -> Screen:
    """Return the settings of a provider, with the part about keys."""
    frame = SettingsFrame([_staged(each, context, state) for each in parts_of_body(context)])
    frame.open_part("keys")
    return Screen("settings", frame)


def _staged(part: Part, context: Context, moment: str) -> Part:
    """Return a part whose page shows a moment instead of asking the vault."""

    def made() -> Screen:
        page = part.make().widget
        _show(page, context, moment)
        return Screen(part.key, page)

    return replace(part, make=made)


def _show(page: QWidget, context: Context, moment: str) -> None:
    if isinstance(page, BackupPage):
        page.show_state(_backups(context, moment))
    elif isinstance(page, KeysPage):
        page.show_state(_keys(context, moment))
    elif isinstance(page, CheckPage):
        page.show_state(_check(context, moment))
    elif isinstance(page, DeputyPage):
        page.show_state(_deputy(context, moment))
    elif isinstance(page, DevicePage):
        _show_device(page, moment)
    else:
        _show_provider(page, context)


def _show_provider(page: QWidget, context: Context) -> None:
    if isinstance(page, ProviderPage):
        page.law.show_regime(context.desk.profile.regime)
        page.district.show_district(district.current(context.desk), own=False)
    elif isinstance(page, ProfilePage):
        page.show_profile(context.desk.profile)
    elif isinstance(page, LetterheadPage):
        page.show_head(_HEAD)
        page.show_sample(letterhead.sample(context.desk, _HEAD).data)


def _keys(context: Context, moment: str) -> KeysState:
    day = context.desk.today
    made = day - dt.timedelta(days=200)
    if moment == "body":
        return KeysState(loaded=True, body=True, passphrase_since=made, code_since=made)
    if moment == "open":
        return KeysState(loaded=True, passphrase_since=made, code_since=day)
    return KeysState(
        loaded=True,
        passphrase_since=made,
        code_since=made,
        code_kept=made + dt.timedelta(days=2),
        escrow_since=day,
        holders=_HOLDERS,
    )


def _check(context: Context, moment: str) -> CheckState:
    now = context.clock.now_ms()
    if moment == "working":
        return CheckState(doing="check", share=0.4, last=Checked(at_ms=now - 30 * _DAY, whole=True))
    if moment == "damaged":
        found = (
            Finding("check.pages_altered", "damage", {"pages": 3}),
            Finding("check.search_index", "warning", {"entries": 12}),
        )
        return CheckState(last=Checked(at_ms=now, whole=False), findings=found)
    if moment == "removed":
        return CheckState(last=Checked(at_ms=now, whole=True), findings=(), removed=Removed(files=3, size=7_400_000))
    if moment == "mendable":
        notes = (
            Finding("check.search_index", "warning", {"entries": 12}),
            Finding("check.blob_orphans", "notice", {"files": 1}),
        )
        return CheckState(last=Checked(at_ms=now, whole=False), findings=notes)
    return CheckState(last=Checked(at_ms=now, whole=True), findings=())


def _deputy(context: Context, moment: str) -> DeputyState:
    if moment == "nobody":
        return DeputyState()
    day = context.desk.today
    opened = VaultEvent(
        id=RecordId(bytes(16)),
        date=day,
        what=Code("package_was_opened"),
        about="Ahmet Yıldız",
        reason="Frau Sommer ist krank, Termin bei der ABH morgen",
    )
    named = DeputyView(
        name="Ahmet Yıldız",
        recipient="Musterträger e. V., Vertretung",
        words=_HOLDERS[1].words,
        until=day + dt.timedelta(days=30),
    )
    return DeputyState(deputy=named, families=7, told=(opened,))


def _show_device(page: DevicePage, moment: str) -> None:
    if moment == "bad":
        points = (
            Point(code="device.sync_folder", light="red", params={"client": "OneDrive"}),
            Point(code="device.swap_open", light="amber", params={}),
            Point(code="device.shared_account", light="amber", params={}),
        )
        page.show_check(DeviceCheck(points), shared=True, reminds=True)
    else:
        page.show_check(DeviceCheck(()))


def make_dialog(context: Context, state: str) -> Screen:
    """Return one of the dialogs about keys."""
    services = context.desk.services
    if state == "passphrase":
        fresh = NewPassphraseDialog(None, lambda typed: ways.strength(services, typed), lambda: "")
        fresh.fresh.offer("pferd lampe seife wolke treppe")
        return Screen(state, fresh)
    if state == "deposit":
        deposit = DepositDialog(None, lambda _file: _HOLDERS[0])
        deposit.cards[0].take(Path("karte.kimh"))
        deposit.cards[0].words.setText(_HOLDERS[0].words)
        return Screen(state, deposit)
    sheet = SheetDialog(None, Sheet(_GROUPS, b""), lambda _file: None)
    if state == "copy":
        sheet.copied.click()
        sheet.entry.fields[0].setText(_GROUPS[0])
    return Screen(state, sheet)


def _backups(context: Context, state: str) -> SettingsState:
    now, day = context.clock.now_ms(), context.desk.today
    if state == "nothing":
        fresh = BackupState(last_ms=None, place=None, reachable=False, gone=False, due=True, overdue=True)
        return SettingsState(day=day, standing=fresh)
    made = BackupState(last_ms=now - _DAY, place=_PLACE, reachable=True, gone=False, due=True, overdue=False)
    rows = tuple(_backup(now - days * _DAY) for days in (1, 4, 9))
    work = state == "working"
    return SettingsState(
        day=day,
        standing=made,
        rows=rows,
        work="backup" if work else "",
        share=0.6 if work else 0,
    )


def _backup(made: int) -> BackupInfo:
    return BackupInfo(
        folder=_PLACE / str(made), vault_id="0" * 32, label="Tresor 1", made_ms=made, rows=5200, size=48_200_000
    )
