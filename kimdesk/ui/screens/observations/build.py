"""Puts the list of structural observations together."""

from __future__ import annotations

from kimdesk.ui.dialogs.observation_flow import open_observation
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.observations.presenter import ObservationsPresenter
from kimdesk.ui.screens.observations.view import ObservationsView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, _record: str = "") -> Screen:
    """Return the observations of the open desk."""
    view = ObservationsView(context.desk.reference, language())
    presenter = ObservationsPresenter(context, view)
    view.narrowed.connect(presenter.narrow)
    view.new_asked.connect(lambda: open_observation(view, context))
    view.edit_asked.connect(presenter.edit)
    view.edited.connect(lambda found: open_observation(view, context, observation=found))
    view.remove_asked.connect(presenter.remove)
    view.restore_asked.connect(presenter.restore)
    return Screen("observations", view, presenter)
