"""Puts the exchange together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kimdesk.ui.dialogs.handover_flow import open_take_over, save_card
from kimdesk.ui.dialogs.memory import Typed
from kimdesk.ui.dialogs.passphrase import ask_passphrase
from kimdesk.ui.screens.exchange.gateway import DeskGateway
from kimdesk.ui.screens.exchange.presenter import ExchangePresenter, Gateway
from kimdesk.ui.screens.exchange.view import ExchangeView
from kimdesk.ui.screens.exchange.words import ExchangeWords
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, _record: str = "") -> Screen:
    """Return the exchange of the open desk."""
    return build_over(context, DeskGateway(context.desk))


def build_over(context: Context, gateway: Gateway) -> Screen:
    """Return the exchange over a gateway."""
    desk = context.desk
    view = ExchangeView(ExchangeWords(desk.reference, desk.services.registry, desk.today))
    presenter = ExchangePresenter(gateway, context.runner, view)
    _compose(view, presenter)
    _enrol(view, presenter)
    _remember(context, view)

    def prove() -> None:
        """Whoever lets something out of the house shows first that it is their desk."""
        ask_passphrase(
            view,
            desk,
            context.runner,
            why=QCoreApplication.translate("ExchangeView", "Mit dem Paket verlassen Angaben diesen Rechner."),
            go_on=QCoreApplication.translate("ExchangeView", "Weiter zum Speichern"),
            act=presenter.ask_place,
        )

    view.save_asked.connect(prove)
    handing = view.compose.handing
    handing.take_asked.connect(lambda: open_take_over(view, context, failed=view.strip.fail))
    handing.card_asked.connect(lambda: save_card(view, context, done=view.say_card, failed=view.strip.fail))
    return Screen("exchange", view, presenter)


def _remember(context: Context, view: ExchangeView) -> None:
    """Keep what is typed while the two get to know each other."""
    view.remember = context.remember
    request, grant = view.enrol.request, view.enrol.grant
    context.remember(Typed(request, view.strip, request.settled), "request", request.kept())
    context.remember(Typed(grant, view.strip), "grant", grant.kept())


def _compose(view: ExchangeView, presenter: ExchangePresenter) -> None:
    card = view.compose.compose
    card.partner_chosen.connect(presenter.choose_partner)
    card.period_chosen.connect(presenter.choose_period)
    card.contents_chosen.connect(lambda contents, on: presenter.choose_contents(contents, on=on))
    card.families_cleared.connect(lambda: presenter.choose_families(presenter.state.wish.purpose, ()))
    view.agreement_signed.connect(presenter.record_agreement)
    view.agreement_ended.connect(presenter.end_agreement)
    view.families_asked.connect(presenter.ask_families)
    view.families_chosen.connect(presenter.choose_families)
    view.prepare_asked.connect(presenter.prepare)
    view.back_asked.connect(presenter.back)
    view.cancel_asked.connect(presenter.cancel)
    view.place_chosen.connect(presenter.save)
    view.dismissed.connect(presenter.dismiss)
    view.files_given.connect(presenter.receive)
    view.compose.earlier.all_asked.connect(lambda: presenter.turn_to("history"))


def _enrol(view: ExchangeView, presenter: ExchangePresenter) -> None:
    view.compose.keys.enrol_asked.connect(lambda: presenter.turn_to("enrol"))
    view.request_placed.connect(presenter.save_request)
    view.enrol.grant.accepted.connect(presenter.accept)
