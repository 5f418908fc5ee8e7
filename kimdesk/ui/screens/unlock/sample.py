"""The unlock window for the gallery: no vault behind it."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.errors import UserProblem
from kimdesk.base.progress import Progress
from kimdesk.ui.screens.unlock.presenter import Created, UnlockPresenter
from kimdesk.ui.screens.unlock.state import Helped, KnownVault, NewVault, Strength
from kimdesk.ui.screens.unlock.view import UnlockView
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.widgets.codes import CodeCombo
from kimdesk.ui.widgets.fresh import FreshPassphrase

_GROUPS = ("7F3KQ", "0B9TM", "ZX41R", "H8N2C", "W5PVD", "3JY6E", "QK0G7", "A2MSX")

TRIES = {"error": 1, "wait": 3}


class Show:
    """A gateway that opens nothing."""

    def __init__(self, now_ms: int, *, empty: bool = False) -> None:
        backup = now_ms - 2 * 86_400_000
        known = (
            KnownVault(folder=Path("1"), label="Tresor 1", backup_ms=backup),
            KnownVault(folder=Path("2"), label="Vertretung"),
        )
        self._known = () if empty else known
        self._now = now_ms

    def vaults(self) -> tuple[KnownVault, ...]:
        """Return two vaults."""
        return self._known

    def open(self, folder: Path, passphrase: str) -> object:  # noqa: ARG002 - as the Protocol names them
        """Refuse."""
        raise UserProblem("vault.wrong_passphrase")

    def open_with_code(self, folder: Path, code: str) -> object:  # noqa: ARG002 - as above
        """Open, as the code is spent then."""
        return folder

    def deposited(self, folder: Path) -> bool:  # noqa: ARG002 - as above
        """Say that two persons can help."""
        return True

    def waiting_request(self, folder: Path) -> str:  # noqa: ARG002 - as above
        """Return nothing: no request waits."""
        return ""

    def ask_help(self, folder: Path, file: Path, passphrase: str) -> str:  # noqa: ARG002 - as above
        """Return eight words."""
        return "anker birke distel eimer falke gabel hafer igel"

    def open_with_help(self, folder: Path, helped: Helped) -> Created:  # noqa: ARG002 - as above
        """Return a code that opens nothing."""
        return Created(desk=folder, groups=_GROUPS, sheet=b"")

    def backups(self, place: Path) -> tuple[KnownVault, ...]:  # noqa: ARG002 - as above
        """Return two backups."""
        day = 86_400_000
        made = (self._now - day, self._now - 8 * day)
        return tuple(KnownVault(folder=Path(f"{at}"), label="Tresor 1", backup_ms=at) for at in made)

    def restore(self, backup: Path, secret: str, progress: Progress) -> object:  # noqa: ARG002 - as above
        """Refuse."""
        raise UserProblem("vault.wrong_passphrase")

    def restore_with_help(self, backup: Path, helped: Helped, progress: Progress) -> Created:  # noqa: ARG002
        """Return a code that opens nothing."""
        return Created(desk=backup, groups=_GROUPS, sheet=b"")

    def remember(self, desk: object) -> None:
        """Remember nothing."""

    def wrong_group(self, code: str) -> int:
        """Find fault with the third group, where not all are there."""
        return 0 if code.count("-") == len(_GROUPS) - 1 else 3

    def strength(self, passphrase: str) -> Strength:
        """Count letters."""
        return Strength(bits=len(passphrase) * 2.5, needed=60)

    def suggestion(self) -> str:
        """Return five words."""
        return "pferd lampe seife wolke treppe"

    def must_renew(self, desk: object) -> bool:  # noqa: ARG002 - as above
        """Ask for a new passphrase, whatever opened."""
        return True

    def renew(self, desk: object, passphrase: str) -> Created:  # noqa: ARG002 - as above
        """Return a code that opens nothing."""
        return Created(desk=desk, groups=_GROUPS, sheet=b"")

    def sheet_is_proved(self, created: Created) -> None:
        """Note nothing."""

    def create(self, wish: NewVault) -> Created:
        """Return a code that opens nothing."""
        return Created(desk=wish, groups=_GROUPS, sheet=b"")

    def save_sheet(self, sheet: bytes, file: Path) -> None:
        """Write nothing."""

    def look(self, place: Path) -> KnownVault:  # noqa: ARG002 - as above
        """Find nothing."""
        raise UserProblem("vault.not_found")

    def discard(self, created: Created) -> None:
        """Take nothing away."""

    def give_back(self, desk: object) -> None:
        """Close nothing."""

    def demo(self, progress: Progress) -> object:
        """Open nothing."""
        progress.step(3, 5)
        return object()


def make(context: Context, state: str) -> Screen:
    """Return the window in one of the states the catalog names."""
    view = UnlockView()
    show = Show(context.clock.now_ms(), empty=state in {"create", "office", "passphrase"})
    presenter = UnlockPresenter(show, context.runner, view, lambda _desk: None)
    view.attach(presenter)
    presenter.start()
    _lead(presenter, view, state)
    return Screen("unlock", view, presenter)


def _lead(presenter: UnlockPresenter, view: UnlockView, state: str) -> None:
    """Do what leads to a state."""
    for _ in range(TRIES.get(state, 0)):
        presenter.unlock("falsch")
    presenter.stand_in(wanted=state == "standing_in")
    if state == "office":
        presenter.go("who")
        _choose_office(view)
    elif state == "recover":
        presenter.go("recover")
        presenter.check_code(("7F3KQ", "0B9TM", "ZX41B"))
    elif state == "passphrase":
        presenter.describe(NewVault(label="Tresor 1", name="Maria Sommer"))
        presenter.weigh("pferd lampe seife wolke treppe")
    elif state in {"restore", "restore_who", "restore_working"}:
        _restore(presenter, view, state)
    elif state in {"help", "waiting", "renew"}:
        _let_in_without_passphrase(presenter, view, state)
    elif state in {"sheet", "prove", "copy"}:
        _make_vault(presenter, state)


def _restore(presenter: UnlockPresenter, view: UnlockView, state: str) -> None:
    presenter.go("restore")
    if state != "restore":
        presenter.look_for_backups(Path("Stick"))
    if state == "restore_working":
        view.show_state(presenter.state._replace(busy=True, done=0.4))


def _make_vault(presenter: UnlockPresenter, state: str) -> None:
    presenter.create("pferd lampe seife wolke treppe")
    if state == "copy":
        presenter.copied_by_hand()
        presenter.prove((*_GROUPS[:6], "FALSC", _GROUPS[7]))
        return
    presenter.sheet_is_out()
    presenter.state = presenter.state._replace(asked=(2, 7))
    if state == "prove":
        presenter.go("prove")
        presenter.prove(("0B9TM", "FALSCH"))


def _let_in_without_passphrase(presenter: UnlockPresenter, view: UnlockView, state: str) -> None:
    if state == "renew":
        presenter.go("recover")
        presenter.recover(_GROUPS)
        view.findChildren(FreshPassphrase)[-1].offer(presenter.suggestion())
        return
    presenter.go("help")
    if state == "waiting":
        presenter.ask_help("pferd lampe seife wolke treppe", Path("Anfrage.kimn"))


def _choose_office(view: UnlockView) -> None:
    combo = view.findChildren(CodeCombo)[-1]
    combo.set_code("office")
    combo.chosen.emit("office")
