"""How each record of the page stands in its list, with what it needs to know of the family."""

from __future__ import annotations

from collections.abc import Mapping

from kimdesk.base.ids import RecordId
from kimdesk.casework import family
from kimdesk.casework.desk import Desk
from kimdesk.domain.declare import Record
from kimdesk.domain.records import CaseConference, ConferenceParticipant, Consent, Measure, Partner, Referral
from kimdesk.ui.forms.records_presenter import About
from kimdesk.ui.screens.family_linking.presenter import LinkingPresenter
from kimdesk.ui.screens.family_linking.words import LinkingWords
from kimdesk.ui.shell.directory import Choices, partner_choices
from kimdesk.ui.shell.family_rows import call_name
from kimdesk.ui.shell.family_words import Words


class Case:
    """What the lists' lines need to know of one case, read on the spot."""

    def __init__(self, desk: Desk, case: RecordId, words: Words) -> None:
        self._desk, self._case, self._words = desk, case, words

    def names(self) -> dict[RecordId, str]:
        """Return the shortest names of the family's persons."""
        persons = family.persons(self._desk, self._case)
        return {each.id: call_name(each, persons) for each in persons}

    def body(self, partner: RecordId | None, words: str | None) -> str:
        """Return the name of a body, from the directory or as it was written."""
        found = self._desk.page.get(Partner, partner) if partner is not None else None
        return found.name if found is not None else words or ""

    def choices(self) -> Mapping[str, Choices]:
        """Return what fields that name another record may choose from."""
        names = self.names()
        consents = self._desk.page.of_case(Consent, self._case)
        return {
            "partner": partner_choices(self._desk),
            "person": tuple((each.hex(), name) for each, name in names.items()),
            "consent": tuple((each.id.hex(), self._consent(each, names)) for each in consents),
        }

    def _consent(self, consent: Consent, names: Mapping[RecordId, str]) -> str:
        scope = self._words.label("consent_scope", consent.scope)
        day = f"{consent.given_on:%d.%m.%Y}" if consent.given_on else ""
        return " · ".join(part for part in (names.get(consent.person, ""), scope, consent.recipient, day) if part)


class Lines:
    """How each record of the page stands in its list."""

    def __init__(self, case: Case, said: LinkingWords, presenter: LinkingPresenter) -> None:
        self._case, self._said, self._presenter = case, said, presenter

    def referral(self, each: Record) -> str:
        """Return a referral's line."""
        assert isinstance(each, Referral)
        return self._said.referral(each, self._case.body(each.partner, each.partner_name))

    def referral_detail(self, each: Record) -> str:
        """Return what stands below a referral's line."""
        assert isinstance(each, Referral)
        return self._said.referral_detail(each, self._presenter.known.referrals.get(each.id), self._case.names())

    def referral_about(self, each: Record) -> About:
        """Return how a referral stands."""
        assert isinstance(each, Referral)
        actions = self._said.referral_actions(each, self._presenter.known.referrals.get(each.id))
        return About(standing=self._said.referral_standing(each), actions=actions)

    def conference(self, each: Record) -> str:
        """Return a conference's line."""
        assert isinstance(each, CaseConference)
        return self._said.conference(each)

    def conference_about(self, each: Record) -> About:
        """Return how a conference stands."""
        assert isinstance(each, CaseConference)
        standing = self._said.conference_standing(each, len(self._presenter.lacking(each.id)))
        return About(standing=standing, actions=self._said.conference_actions(each))

    def participant(self, each: Record) -> str:
        """Return the line of somebody invited."""
        assert isinstance(each, ConferenceParticipant)
        person = self._case.names().get(each.person, "") if each.person is not None else ""
        return self._said.participant(each, person or self._case.body(each.partner, each.name))

    def participant_detail(self, each: Record) -> str:
        """Return what is missing for somebody invited."""
        heard = self._presenter.known.participants.get(each.id)
        return self._said.participant_detail(heard, self._case.names())

    def participant_about(self, each: Record) -> About:
        """Return whether a consent lets somebody take part."""
        heard = self._presenter.known.participants.get(each.id)
        standing = self._said.participant_standing(heard)
        return About(standing=standing, actions=self._said.participant_actions(heard))

    def agreement_about(self, each: Record) -> About:
        """Return how an agreement stands."""
        assert isinstance(each, Measure)
        return About(standing=self._said.agreement_standing(each), actions=self._said.agreement_actions(each))
