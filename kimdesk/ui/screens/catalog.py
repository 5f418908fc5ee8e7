"""All screens as the gallery shows them: a name, where its sample is made, and in which frame it stands.

Makers are named as text, so that screens stay independent of each other and load only when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from kimdesk.ui.shell.screen import Context, Screen

Frame = Literal["none", "window", "family", "full", "bare", "office", "provider"]
Maker = Callable[[Context, str], Screen]


@dataclass(frozen=True, slots=True)
class Entry:
    """One screen: `maker` is "module:function" taking a Context and one of `states`.

    `frame`: none (a window of its own), window (in the main window), family (a tab of a family's page; `key` is
    "family_" and the tab), full (main window without top bar and navigation), bare (without the status bar as
    well), office and provider (their windows).
    """

    key: str
    maker: str
    frame: Frame = "window"
    states: tuple[str, ...] = ("",)

    def make(self, context: Context, state: str) -> Screen:
        """Make the screen in one of its states."""
        module, _, name = self.maker.partition(":")
        maker: Maker = getattr(import_module(module), name)
        return maker(context, state)


CATALOG: tuple[Entry, ...] = (
    Entry(
        "unlock",
        "kimdesk.ui.screens.unlock.sample:make",
        "none",
        (
            "open",
            "error",
            "wait",
            "standing_in",
            "restore",
            "restore_who",
            "restore_working",
            "recover",
            "help",
            "waiting",
            "renew",
            "create",
            "office",
            "passphrase",
            "sheet",
            "prove",
            "copy",
        ),
    ),
    Entry("today", "kimdesk.ui.screens.today.sample:make", "window", ("day", "nothing")),
    Entry("families", "kimdesk.ui.screens.families.sample:make", "window", ("list", "filter", "nothing")),
    Entry("families_new", "kimdesk.ui.screens.families.sample:make_form", "none"),
    Entry("import", "kimdesk.ui.dialogs.import_sample:make", "none", ("file", "columns", "preview")),
    Entry("family_overview", "kimdesk.ui.screens.family_overview.sample:make", "family", ("read", "edit")),
    Entry(
        "family_persons",
        "kimdesk.ui.screens.family_persons.sample:make",
        "family",
        ("edit", "new", "situation", "tree"),
    ),
    Entry("family_household", "kimdesk.ui.screens.family_persons.sample:parting", "none", ("split", "merge")),
    Entry(
        "family_assessment",
        "kimdesk.ui.screens.family_assessment.sample:make",
        "family",
        ("nothing", "compare", "begun"),
    ),
    Entry("family_network", "kimdesk.ui.screens.family_network.sample:make", "family", ("map", "open")),
    Entry(
        "family_contacts",
        "kimdesk.ui.screens.family_contacts.sample:make",
        "family",
        ("read", "filter", "new", "correct"),
    ),
    Entry(
        "family_plan", "kimdesk.ui.screens.plan.sample:make", "family", ("edit", "measure", "signed", "review", "paper")
    ),
    Entry("print_list", "kimdesk.ui.screens.print_list.sample:make", "window", ("waiting", "checked", "printed", "")),
    Entry(
        "deputyship",
        "kimdesk.ui.screens.deputyship.sample:make",
        "window",
        ("ask", "found", "over", "foreign", "read", "nobody"),
    ),
    Entry("turn", "kimdesk.ui.screens.turned.sample:ask", "none", ("", "named")),
    Entry("turned", "kimdesk.ui.screens.turned.sample:make", "bare", ("bg", "ar", "de")),
    Entry("compare", "kimdesk.ui.screens.plan.sample:comparing", "none"),
    Entry("sign", "kimdesk.ui.screens.plan.sample:signing", "none"),
    Entry(
        "family_linking",
        "kimdesk.ui.screens.family_linking.sample:make",
        "family",
        ("list", "conference", "referral"),
    ),
    Entry("family_consents", "kimdesk.ui.screens.family_consents.sample:make", "family", ("list", "new")),
    Entry(
        "family_protection", "kimdesk.ui.screens.family_protection.sample:make", "family", ("closed", "open", "entry")
    ),
    Entry(
        "family_documents",
        "kimdesk.ui.screens.family_documents.sample:make",
        "family",
        ("nothing", "photo", "pdf", "missing"),
    ),
    Entry("file_giving", "kimdesk.ui.screens.family_documents.sample:giving", "none", ("", "refused")),
    Entry(
        "protection_leaving",
        "kimdesk.ui.screens.family_protection.sample:leaving",
        "none",
        ("consultation", "notice"),
    ),
    Entry("family_history", "kimdesk.ui.screens.family_history.sample:make", "family"),
    Entry("giving", "kimdesk.ui.screens.family_consents.sample:giving", "none"),
    Entry("partners", "kimdesk.ui.screens.partners.sample:make", "window", ("list", "edit", "nothing", "interpreters")),
    Entry("observations", "kimdesk.ui.screens.observations.sample:make", "window", ("list", "nothing")),
    Entry(
        "observation",
        "kimdesk.ui.screens.observations.sample:make_form",
        "none",
        ("write", "names", "read", "answer"),
    ),
    Entry("command", "kimdesk.ui.dialogs.command_sample:make", "none", ("actions", "found", "nothing")),
    Entry("print", "kimdesk.ui.dialogs.print_sample:make", "none", ("readers", "ask")),
    Entry("papers", "kimdesk.ui.dialogs.papers_sample:make", "none", ("", "letter")),
    Entry(
        "settings",
        "kimdesk.ui.screens.settings.sample:make",
        "window",
        (
            *("backup", "backup_working", "backup_nothing", "keys", "keys_open"),
            *("check", "check_working", "check_mendable", "check_damaged", "check_removed"),
            *("device", "device_bad", "screen"),
            *("deputy", "deputy_nobody", "provider", "letterhead", "profile", "display", "about"),
        ),
    ),
    Entry("settings_body", "kimdesk.ui.screens.settings.sample:make_body", "provider", ("body",)),
    Entry("keys", "kimdesk.ui.screens.settings.sample:make_dialog", "none", ("passphrase", "sheet", "copy", "deposit")),
    Entry("incident", "kimdesk.ui.dialogs.incident_sample:make", "none", ("vault", "without", "paper")),
    Entry("handbook", "kimdesk.ui.dialogs.handbook_sample:make", "none", ("emergency", "unnoticed", "council")),
    Entry("farewell", "kimdesk.ui.screens.farewell.sample:make", "none", ("",)),
    Entry("rekey", "kimdesk.ui.screens.rekey.sample:make", "none", ("working", "failed")),
    Entry("unfinished", "kimdesk.ui.screens.unfinished.sample:make", "window", ("", "done")),
    Entry("cover", "kimdesk.ui.screens.cover.sample:make", "none", ("pin", "wrong", "passphrase", "wait", "example")),
    Entry("protection", "kimdesk.ui.dialogs.protection_sample:make", "none", ("", "impossible")),
    Entry("pin", "kimdesk.ui.dialogs.pin_sample:make", "none"),
    Entry("passphrase", "kimdesk.ui.dialogs.passphrase_sample:make", "none", ("", "wait")),
    Entry("text_blocks", "kimdesk.ui.dialogs.text_blocks_sample:make", "none", ("", "manage")),
    Entry("handover", "kimdesk.ui.dialogs.handover_sample:make", "none", ("", "protection", "take")),
    Entry("doors", "kimdesk.ui.dialogs.doors_sample:make", "none", ("", "later")),
    Entry("visit_prepare", "kimdesk.ui.screens.visit_prepare.sample:make", "full", ("read", "safety")),
    Entry("visit", "kimdesk.ui.screens.visit.sample:make", "full", ("notes", "assessment", "child", "age")),
    Entry("visit_end", "kimdesk.ui.screens.visit.sample:finish", "none"),
    Entry(
        "exchange",
        "kimdesk.ui.screens.exchange.sample:make",
        "window",
        ("empty", "grant", "compose", "prepared", "named", "list", "saving", "saved", "receipts", "history"),
    ),
    Entry("exchange_agreement", "kimdesk.ui.screens.exchange.sample:make_agreement", "none"),
    Entry("exchange_families", "kimdesk.ui.screens.exchange.sample:make_families", "none", ("", "nobody")),
    Entry("inbox", "kimdesk.ui.screens.inbox.sample:make", "office", ("empty", "results", "working")),
    Entry(
        "district_figures",
        "kimdesk.ui.screens.district_figures.sample:make",
        "office",
        ("all", "place", "nothing"),
    ),
    Entry(
        "district_observations",
        "kimdesk.ui.screens.district_observations.sample:make",
        "office",
        ("all", "filter", "nothing", "empty"),
    ),
    Entry(
        "shared_cases",
        "kimdesk.ui.screens.shared_cases.sample:make",
        "office",
        ("reading", "nameless", "nobody", "few"),
    ),
    Entry("receipts", "kimdesk.ui.screens.receipts.sample:make", "office", ("waiting", "written", "nobody")),
    Entry("devices", "kimdesk.ui.screens.devices.sample:make", "office", ("list", "nobody")),
    Entry("devices_provider", "kimdesk.ui.screens.devices.sample:make_provider", "provider"),
    Entry("devices_enrol", "kimdesk.ui.screens.devices.sample:make_enrol", "none", ("words", "differ", "granted")),
    Entry("sheets", "kimdesk.ui.screens.sheets.sample:make", "provider", ("list", "nobody")),
    Entry("sheets_ask", "kimdesk.ui.screens.sheets.sample:make_form", "none", ("where", "card", "answer", "foreign")),
    Entry("blocks", "kimdesk.ui.screens.blocks.sample:make", "provider", ("list", "nothing", "written")),
    Entry("blocks_form", "kimdesk.ui.screens.blocks.sample:make_form", "none"),
    Entry("backups", "kimdesk.ui.screens.backups.sample:make", "provider", ("list", "verifying", "nothing")),
)
