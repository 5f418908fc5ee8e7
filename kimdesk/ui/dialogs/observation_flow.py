"""Writing down an observation: from a note, on its own, or a new wording; nothing is kept that holds a known name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kimdesk.base.ids import RecordId
from kimdesk.casework import observations
from kimdesk.casework.observations import Preset, Written
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import StructuralObservation
from kimdesk.ui.dialogs.observation import ObservationDialog
from kimdesk.ui.i18n import language
from kimdesk.ui.shell.screen import Context

SLIP = "observation"
"""What is typed into a new one is kept under this key, one being of another under the key and its id."""


class ObservationPresenter:
    """Looks for names beside the window, then keeps what was written."""

    def __init__(
        self, context: Context, dialog: ObservationDialog, record: RecordId | None, done: Callable[[], None]
    ) -> None:
        self._context, self._dialog, self._record, self._done = context, dialog, record, done
        self._desk = context.desk

    def check(self, written: Written) -> None:
        """Look for known names; none found leads to the second step."""

        def found(names: tuple[str, ...]) -> None:
            if names:
                self._dialog.show_names(names)
            else:
                self._dialog.show_reading(written)

        self._context.runner.run(
            lambda _steps: observations.known_in(self._desk, written.texts()),
            found,
            failed=self._dialog.fail,
            lane="query",
        )

    def keep(self, written: Written) -> None:
        """Keep it; the door looks for names once more."""

        def work(_steps: object) -> Changes:
            return observations.save(self._desk, written, self._record)

        def told(changes: Changes) -> None:
            self._dialog.accept()
            self._context.tell(changes)
            self._done()

        self._context.runner.run(work, told, failed=self._dialog.fail)


def open_observation(
    parent: QWidget | None,
    context: Context,
    *,
    preset: Preset | None = None,
    observation: StructuralObservation | None = None,
    done: Callable[[], None] = lambda: None,
) -> ObservationDialog:
    """Open the form: empty, with what a note presets, or for an observation that exists."""
    dialog = made(parent, context, preset=preset, observation=observation, done=done)
    dialog.open()
    return dialog


def made(
    parent: QWidget | None,
    context: Context,
    *,
    preset: Preset | None = None,
    observation: StructuralObservation | None = None,
    done: Callable[[], None] = lambda: None,
) -> ObservationDialog:
    """Return the dialog with its presenter, not yet shown."""
    desk = context.desk
    dialog = ObservationDialog(parent, desk.reference, language(), desk.today, answering=observation is not None)
    dialog.show_written(_begins(preset, observation))
    presenter = ObservationPresenter(context, dialog, observation.id if observation is not None else None, done)
    dialog.presenter = presenter
    dialog.checked.connect(presenter.check)
    dialog.wanted.connect(presenter.keep)
    key = SLIP if observation is None else f"{SLIP}:{observation.id.hex()}"
    context.remember(dialog, key, dialog.kept())
    dialog.write()
    return dialog


def _begins(preset: Preset | None, observation: StructuralObservation | None) -> Written:
    if observation is not None:
        return Written(
            topic=observation.topic,
            text=observation.description,
            actor=observation.actor_type or "",
            frequency=observation.frequency or "",
            proposal=observation.proposal or "",
            answer=observation.answer or "",
            answered_on=observation.answered_on,
        )
    return Written(topic=preset.topic, actor=preset.actor) if preset is not None else Written()
