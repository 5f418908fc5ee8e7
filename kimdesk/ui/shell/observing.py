"""What both lists of structural observations are searched by: the desk's own, and the district's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.inputs import SearchField
from kimdesk.ui.widgets.surfaces import Flow


class ObservationChips(Flow):
    """Words, topic and kind of body, and one chip of the screen's own."""

    def __init__(self, reference: Reference, lang: Lang, own: ChoiceChip) -> None:
        super().__init__()
        self._reference = reference
        self._lang: Lang = lang
        self.search = SearchField(self.tr("Beobachtungen durchsuchen"), placeholder=self.tr("Wörter suchen …"))
        self.topic = ChoiceChip(self.tr("Thema"))
        self.actor = ChoiceChip(self.tr("Welche Stelle"))
        for part in (self.search, self.topic, self.actor, own):
            self.add(part)

    def on_narrowing(self, ask: Callable[[str, str], None]) -> None:
        """Call `ask` with the name of the filter's field and its new value."""
        self.search.searched.connect(lambda text: ask("text", text))
        self.topic.chosen.connect(lambda code: ask("topic", code))
        self.actor.chosen.connect(lambda code: ask("actor", code))

    def show_choice(self, topics: Sequence[str], actors: Sequence[str], *, topic: str, actor: str) -> None:
        """Offer what occurs, and show what is chosen."""
        self._offer(self.topic, self.tr("alle Themen"), "life_domain", topics)
        self._offer(self.actor, self.tr("alle Stellen"), "partner_type", actors)
        self.topic.set_code(topic)
        self.actor.set_code(actor)

    def _offer(self, chip: ChoiceChip, everything: str, codes: str, occurring: Sequence[str]) -> None:
        words = [Option(code, self._reference.label(codes, code, self._lang)) for code in occurring]
        chip.set_options([Option("", everything), *sorted(words, key=lambda option: option.word)])
