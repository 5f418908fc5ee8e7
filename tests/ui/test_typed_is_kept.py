"""Every place one types into outside the form of a record keeps what is typed: no dialog forgets after a crash."""

from __future__ import annotations

import ast
import datetime as dt
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

import kimdesk.app
import kimdesk.ui
from kimdesk.app.desk_window import DeskWindow
from kimdesk.base.ids import new_id
from kimdesk.casework import slips
from kimdesk.casework.desk import Desk, Services
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Consent
from kimdesk.office.provider import NewProvider, Provider, create_provider
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.doors import DoorsDialog, LaterDialog
from kimdesk.ui.dialogs.handover import HandoverDialog
from kimdesk.ui.dialogs.handover_flow import open_handover
from kimdesk.ui.dialogs.memory import forget, remember_in
from kimdesk.ui.dialogs.observation_flow import made as made_observation
from kimdesk.ui.dialogs.paper_flow import ask_paper
from kimdesk.ui.dialogs.papers import LETTER, LetterDialog
from kimdesk.ui.screens.blocks.build import build as build_blocks
from kimdesk.ui.screens.deputyship.build import build as build_deputyship
from kimdesk.ui.screens.devices.build import build as build_devices
from kimdesk.ui.screens.devices.state import DeviceRow
from kimdesk.ui.screens.devices.state import Request as DeviceRequest
from kimdesk.ui.screens.exchange.build import build_over
from kimdesk.ui.screens.exchange.sample import Show
from kimdesk.ui.screens.families.build import build as build_families
from kimdesk.ui.screens.families.form import NewFamilyDialog
from kimdesk.ui.screens.family_consents.build import build as build_consents
from kimdesk.ui.screens.family_consents.giving import GivingDialog
from kimdesk.ui.screens.family_consents.state import Asked
from kimdesk.ui.screens.family_persons.build import build as build_persons
from kimdesk.ui.screens.family_protection.build import build as build_protection
from kimdesk.ui.screens.settings.deputy_view import NamingDialog, build_deputy
from kimdesk.ui.screens.settings.keys_dialogs import DepositDialog
from kimdesk.ui.screens.settings.keys_flow import build_keys
from kimdesk.ui.screens.sheets.build import build as build_sheets
from kimdesk.ui.screens.sheets.dialogs import CardDialog, SheetDialog
from kimdesk.ui.screens.sheets.state import Request as ShareRequest
from kimdesk.ui.screens.sheets.state import SheetRow
from kimdesk.ui.shell.authority import AuthorityContext
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.tasks import InlineRunner
from tests.support.vaults import PASSPHRASE
from tests.ui.screens.family_story import Story, write_story
from tests.ui.screens.plan_support import with_plan

ROOT = Path(kimdesk.ui.__file__).parents[1]
INPUTS = (QLineEdit, QPlainTextEdit, QTextEdit)
FORMS = "a form of a record: its port keeps drafts (tests/ui/test_port.py, tests/casework/test_editing.py)"
SECRET = "a secret or a copy of one: it is never kept anywhere"
CLOSED = "no vault is open yet: there is nowhere to keep it"
NOT_KEPT = {
    "ui/dialogs/sheet.py:SheetDialog": SECRET,
    "ui/dialogs/pin.py:PinDialog": SECRET,
    "ui/dialogs/print_view.py:PrintDialog": SECRET,
    "ui/screens/unlock/making.py:ProvePage": SECRET,
    "ui/screens/unlock/pages.py:OpenPage": SECRET,
    "ui/screens/unlock/help_page.py:HelpPage": CLOSED,
    "ui/screens/unlock/who.py:WhoPage": CLOSED,
    "ui/forms/editors.py:LineEditor": FORMS,
    "ui/forms/editors.py:DateEditor": FORMS,
    "ui/forms/editors.py:NoteEditor": FORMS,
    "ui/screens/settings/text_fields.py:TextFields": "kept for good 600 ms after the last key",
    "ui/screens/visit/boxes.py:NoteBox": "a draft of the visit (tests/ui/screens/test_visit.py)",
    "ui/screens/visit/agreed.py:EntryLine": "a draft from its first key (tests/ui/screens/test_visit.py)",
    "ui/screens/visit/interpreting.py:InterpretingLine": "a draft of the visit (tests/ui/screens/test_visit.py)",
}
"""What makes a field to type into and keeps nothing by `context.remember`, and why."""


@dataclass
class Desktop:
    """An open desk with a family, and a provider opened when it is asked for; their dialogs keep what is typed."""

    context: Context
    open_provider: Callable[[], Provider]
    story: Story
    opened: list[object] = field(default_factory=list)

    @cached_property
    def provider(self) -> Provider:
        return self.open_provider()

    @property
    def authority(self) -> AuthorityContext[Provider]:
        vault, runner = self.provider, self.context.runner
        return AuthorityContext(clock=vault.clock, runner=runner, vault=vault, remember=remember_in(vault, runner))

    def show(self, screen: Screen) -> QWidget:
        """Keep a screen, as the window does, and return its widget."""
        self.opened.append(screen)
        return screen.widget

    def of_family(self, build: Callable[[Context, str], Screen]) -> Screen:
        screen = build(self.context, self.story.case.hex())
        self.show(screen)
        return screen

    def window(self) -> QWidget:
        widget = QWidget()
        self.opened.append(widget)
        return widget

    def again(self) -> None:
        """Stand where the program stands after it was started once more: nothing but the vault knows."""
        for each in self.opened:
            widget = each.widget if isinstance(each, Screen) else each
            assert isinstance(widget, QWidget)
            widget.close()
            widget.deleteLater()
        self.opened.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.context = replace(self.context, remember=remember_in(self.context.desk, self.context.runner))


def only(root: QWidget, cls: type[QWidget]) -> QWidget:
    (found,) = root.findChildren(cls)
    return found


def new_family(at: Desktop) -> QWidget:
    view = at.show(build_families(at.context))
    view.open_form()  # type: ignore[attr-defined]
    return only(view, NewFamilyDialog)


def signing(at: Desktop) -> QWidget:
    from kimdesk.ui.screens.plan.build import build
    from kimdesk.ui.screens.plan.signing import SigningDialog

    screen = at.of_family(build)
    screen.presenter.opened()  # type: ignore[attr-defined]
    screen.presenter.ask_signing()  # type: ignore[attr-defined]
    return only(screen.widget, SigningDialog)


def observation(at: Desktop) -> QWidget:
    dialog = made_observation(None, at.context)
    at.opened.append(dialog)
    return dialog


def letter(at: Desktop) -> QWidget:
    window = at.window()
    ask_paper(window, at.context, at.story.case.hex(), lambda _record: None).chosen.emit(LETTER)
    return only(window, LetterDialog)


def handover(at: Desktop) -> QWidget:
    window = at.window()
    open_handover(window, at.context, at.story.case, done=lambda _name: None, failed=lambda _error: None)
    dialog = only(window, HandoverDialog)
    dialog.presenter._show_protection()  # type: ignore[attr-defined]
    return dialog


def later(at: Desktop) -> QWidget:
    made = DeskWindow(at.context.desk, InlineRunner(), at.context.clock)
    at.opened.append(made.window)
    made.begin_visit(at.story.case)
    only(made.window, DoorsDialog).take("later")  # type: ignore[attr-defined]
    return only(made.window, LaterDialog)


def deputyship(at: Desktop) -> QWidget:
    return at.show(build_deputyship(at.context)).asking  # type: ignore[attr-defined,no-any-return]


def naming(at: Desktop) -> QWidget:
    screen = build_deputy(at.context)
    at.show(screen)
    screen.presenter.ask()  # type: ignore[attr-defined]
    return only(screen.widget, NamingDialog)


def deposit(at: Desktop) -> QWidget:
    page = at.show(build_keys(at.context))
    page.deposit_asked.emit()  # type: ignore[attr-defined]
    return only(page, DepositDialog)


def leaving(way: str) -> Callable[[Desktop], QWidget]:
    def made(at: Desktop) -> QWidget:
        screen = at.of_family(build_protection)
        screen.presenter.open()  # type: ignore[attr-defined]
        screen.widget.leave_asked.emit(way)  # type: ignore[attr-defined]
        return screen.widget.leaving  # type: ignore[attr-defined,no-any-return]

    return made


def consenting(at: Desktop) -> QWidget:
    view = at.of_family(build_consents).widget
    (consent,) = at.context.desk.query.of_case(Consent, at.story.case)
    view.ask_given(consent, Asked(name="Elena", signers=(), paper=b""))  # type: ignore[attr-defined]
    return only(view, GivingDialog)


def exchanging(part: str) -> Callable[[Desktop], QWidget]:
    def made(at: Desktop) -> QWidget:
        from kimdesk.ui.screens.exchange.agreement import AgreementDialog

        gateway = Show(at.context.desk, at.context.clock.now_ms(), known=part == "agreement")
        screen = build_over(at.context, gateway)
        view = at.show(screen)
        screen.presenter.opened()  # type: ignore[attr-defined]
        if part != "agreement":
            return getattr(view.enrol, part)  # type: ignore[attr-defined,no-any-return]
        view._ask_agreement()  # type: ignore[attr-defined]
        return only(view, AgreementDialog)

    return made


def relative(at: Desktop) -> QWidget:
    return at.of_family(build_persons).widget.tree.relative  # type: ignore[attr-defined,no-any-return]


def sheets(ask: Callable[[QWidget], object], cls: type[QWidget]) -> Callable[[Desktop], QWidget]:
    def made(at: Desktop) -> QWidget:
        view = at.show(build_sheets(at.authority))
        ask(view)
        return only(view, cls)

    return made


ROW = SheetRow(short_name="a", label="Laptop 2")
SHARE = ShareRequest(label="Tresor 3", day=dt.date(2026, 11, 20), ours=True)


def answering(at: Desktop) -> QWidget:
    from kimdesk.ui.screens.sheets.dialogs import AnswerDialog

    return sheets(lambda view: view.ask_words(SHARE), AnswerDialog)(at)  # type: ignore[attr-defined]


def enrolling(at: Desktop) -> QWidget:
    from kimdesk.ui.screens.devices.enrol import EnrolDialog

    view = at.show(build_devices(at.authority))
    view._state = replace(view._state, receives=True)  # type: ignore[attr-defined]
    view.ask_words(DeviceRequest(label="Laptop 4", role="desk"))  # type: ignore[attr-defined]
    return only(view, EnrolDialog)


def moving(at: Desktop) -> QWidget:
    view = at.show(build_devices(at.authority))
    day = dt.date(2026, 1, 1)
    row = DeviceRow(short_name="a", label="Laptop 2", role="desk", words="", since=day, until=day, provider="Alt")
    return view._move(row)  # type: ignore[attr-defined,no-any-return]


def block(at: Desktop) -> QWidget:
    return at.show(build_blocks(at.authority)).ask(None)  # type: ignore[attr-defined,no-any-return]


KEPT: dict[str, tuple[Callable[[Desktop], QWidget], ...]] = {
    "ui/screens/families/form.py:NewFamilyDialog": (new_family,),
    "ui/screens/plan/signing.py:SigningDialog": (signing,),
    "ui/dialogs/observation.py:ObservationDialog": (observation,),
    "ui/dialogs/papers.py:LetterDialog": (letter,),
    "ui/dialogs/handover.py:HandoverDialog": (handover,),
    "ui/dialogs/doors.py:LaterDialog": (later,),
    "ui/screens/deputyship/view.py:AskingCard": (deputyship,),
    "ui/screens/settings/deputy_view.py:NamingDialog": (naming,),
    "ui/screens/settings/keys_dialogs.py:_Card": (deposit,),
    "ui/screens/family_protection/leaving_view.py:LeavingDialog": (leaving("consultation"), leaving("notice")),
    "ui/screens/family_consents/giving.py:GivingDialog": (consenting,),
    "ui/screens/exchange/agreement.py:AgreementDialog": (exchanging("agreement"),),
    "ui/screens/exchange/enrol.py:RequestCard": (exchanging("request"),),
    "ui/screens/exchange/enrol.py:GrantCard": (exchanging("grant"),),
    "ui/screens/family_persons/genogram.py:RelativeCard": (relative,),
    "ui/screens/sheets/dialogs.py:SheetDialog": (sheets(lambda view: view._ask_where(ROW), SheetDialog),),  # type: ignore[attr-defined]
    "ui/screens/sheets/dialogs.py:CardDialog": (sheets(lambda view: view._ask_card(), CardDialog),),  # type: ignore[attr-defined]
    "ui/screens/sheets/dialogs.py:AnswerDialog": (answering,),
    "ui/screens/devices/enrol.py:EnrolDialog": (enrolling,),
    "ui/screens/devices/enrol.py:PlaceFields": (moving,),
    "ui/screens/blocks/view.py:BlockDialog": (block,),
}
"""What makes a field to type into and keeps it, and how each is opened the way the program opens it."""


@pytest.fixture
def at(context: Context, desk: Desk, services: Services, tmp_path: Path, qtbot: QtBot) -> Iterator[Desktop]:
    story = write_story(desk)
    with_plan(desk, story.case)
    consent, entry = new_id(desk.clock), new_id(desk.clock)
    values = {"case": story.case, "person": story.elena, "scope": Code("contact_school"), "recipient": "Kita"}
    desk.apply(
        Create("consent", consent, values),
        Create("protection_entry", entry, {"case": story.case, "date": desk.today, "observed": "Fleck"}),
        Set("case", story.case, "municipality", Code("05566076")),
    )
    new = NewProvider(folder=tmp_path / "p", label="Träger", short_name="t", district="05566", passphrase=PASSPHRASE)
    with ExitStack() as stack:
        made = Desktop(context, lambda: stack.enter_context(create_provider(services, new)[0]), story)
        made.again()
        yield made
        made.again()


def inputs() -> set[str]:
    """Return the names of all classes somebody types into, but for searches and what is only read."""
    for package in (kimdesk.ui, kimdesk.app):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if not found.name.endswith("__main__"):
                importlib.import_module(found.name)
    names, waiting = set[str](), list[type](INPUTS)
    while waiting:
        cls = waiting.pop()
        names.add(cls.__name__)
        waiting += cls.__subclasses__()
    return names - {"SearchField", "ReadingText"}


def makers() -> set[str]:
    """Return all classes and modules that make a field to type into, but for the fields themselves and samples."""
    names, found = inputs(), set()
    for path in [*ROOT.joinpath("ui").rglob("*.py"), *ROOT.joinpath("app").rglob("*.py")]:
        place = path.relative_to(ROOT).as_posix()
        if "/widgets/" in place or path.stem.endswith("sample"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            if any(_calls(each, names) for each in ast.walk(node)):
                found.add(f"{place}:{node.name}" if isinstance(node, ast.ClassDef) else place)
    return found


def _calls(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def test_every_place_to_type_into_is_known_to_keep_it_or_to_have_a_reason() -> None:
    assert makers() == KEPT.keys() | NOT_KEPT.keys()


def fields(root: QWidget) -> dict[str, QLineEdit | QPlainTextEdit]:
    """Return what somebody types into, by its name."""
    found = [each for cls in (QLineEdit, QPlainTextEdit) for each in root.findChildren(cls)]
    typed = [each for each in found if not each.isReadOnly() and not isinstance(each.parentWidget(), QComboBox)]
    return {each.accessibleName(): each for each in typed}


def type_into(each: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(each, QLineEdit):
        each.selectAll()
        each.insert(text)
    else:
        each.insertPlainText(text)


def text_of(each: QLineEdit | QPlainTextEdit) -> str:
    return each.text() if isinstance(each, QLineEdit) else each.toPlainText()


def comes_back(at: Desktop, open_it: Callable[[Desktop], QWidget]) -> bool:
    """Type into every field, let the program end, and tell whether all of it is there again."""
    typed = {}
    for number, (name, each) in enumerate(fields(open_it(at)).items()):
        typed[name] = f"Yıldız {number}"
        type_into(each, typed[name])
    assert typed
    at.again()
    root = open_it(at)
    if isinstance(root, Dialog) and root.isVisible():
        assert not root.strip.isAncestorOf(root.focusWidget() or root), "one types on where one was, not at a notice"
    return {name: text_of(each) for name, each in fields(root).items()} == typed


WAYS = [(place.rpartition(":")[2] + str(n or ""), each) for place, ways in KEPT.items() for n, each in enumerate(ways)]


@pytest.mark.parametrize("open_it", [pytest.param(way, id=name) for name, way in WAYS])
def test_what_is_typed_is_there_again_after_a_crash(at: Desktop, open_it: Callable[[Desktop], QWidget]) -> None:
    assert comes_back(at, open_it)


def test_a_dialog_that_forgets_is_found(at: Desktop) -> None:
    at.context = replace(at.context, remember=forget)
    assert not comes_back(at, new_family)


def test_child_protection_is_offered_nowhere_else(at: Desktop) -> None:
    dialog = leaving("notice")(at)
    type_into(fields(dialog)["An wen"], "Jugendamt Rheine")
    at.context.desk.opened_ms += 1
    assert [each.texts["whom"] for each in slips.every(at.context.desk)] == ["Jugendamt Rheine"]
    assert slips.left(at.context.desk) == ()
