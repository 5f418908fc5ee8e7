"""`enrol`, `export`, `verify`, `receive`: the desk's side of the exchange."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kimdesk.base.errors import Lang, Surroundings
from kimdesk.base.ids import RecordId
from kimdesk.casework import exchange, families, taking_over
from kimdesk.casework.desk import Desk
from kimdesk.casework.exchange import PreparedBundle, Receipt, SharedPart, Verified
from kimdesk.casework.recipients import purpose_for
from kimdesk.cli.call import Call
from kimdesk.cli.figures import table_lines
from kimdesk.cli.handovers import take_over
from kimdesk.cli.periods import add_period, in_words, period_of
from kimdesk.cli.verbs import Branch, leaves, vault
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.values import show

LABEL_LENGTH = 60


def add(branch: Branch) -> None:
    """Add the verbs."""
    here = branch.group("enrol", "dieses Gerät anmelden", "enrol this device")
    asked = leaves(vault(here.verb("request", request, "eine Anfrage schreiben", "write a request")))
    asked.add_argument("-o", dest="output", metavar="FILE", required=True)
    asked.add_argument("--label", default="")
    accepted = vault(here.verb("accept", accept, "eine Zusage annehmen", "accept a grant"))
    accepted.add_argument("file", metavar="FILE")
    accepted.add_argument("--words", required=True)
    sent = leaves(vault(branch.verb("export", export, "ein Paket erstellen", "make a bundle")))
    sent.add_argument("--to", dest="office", metavar="OFFICE", required=True)
    sent.add_argument("-o", dest="output", metavar="FILE", required=True)
    sent.add_argument("--named", metavar="C", nargs="+")
    add_period(sent, last="--until")
    checked = branch.verb("verify", verify, "ein Paket prüfen", "verify a bundle")
    checked.add_argument("file", metavar="FILE")
    checked.add_argument("--vault", metavar="VAULT", default="")
    checked.add_argument("--passphrase-file", metavar="FILE")
    received = (receive, "Eingangsbestätigung oder Übergabe einlesen", "take in a receipt or a hand-over")
    taken = vault(branch.verb("receive", *received))
    taken.add_argument("file", metavar="FILE")
    taken.add_argument("--yes", action="store_true")


def request(call: Call) -> None:
    """Write a request: public keys and a label, nobody's name; its words are to be read out."""
    output = Path(call.args.output)
    with call.desk() as desk:
        label = call.args.label or desk.info.label[:LABEL_LENGTH]
        words = exchange.save_request(desk, label, output)
    call.answer(
        {"file": str(output), "label": label, "words": words},
        [
            call.text(f"Geschrieben: {output}", f"Written: {output}"),
            call.text(
                f"Darin stehen öffentliche Schlüssel und die Bezeichnung „{label}“.",
                f"It holds public keys and the label “{label}”.",
            ),
            call.text(f"Bitte vorlesen: {words}", f"Please read out: {words}"),
        ],
    )


def accept(call: Call) -> None:
    """Enter the office of a grant whose words were heard."""
    with call.desk() as desk:
        partner = exchange.accept_file(desk, Path(call.args.file), call.args.words)
    call.answer(
        {"short_name": partner.short_name, "label": partner.label, "role": partner.role, "district": partner.district},
        [
            call.text(
                f"Angemeldet bei „{partner.label}“, Kurzname: {partner.short_name}",
                f"Enrolled with “{partner.label}”, short name: {partner.short_name}",
            )
        ],
    )


def export(call: Call) -> None:
    """Make a bundle for the office, shown before it is written: figures, observations, named families."""
    args, output = call.args, Path(call.args.output)
    if output.exists():
        raise Surroundings("medium.exists")
    with call.desk() as desk:
        prepared = exchange.prepare_bundle(
            desk, args.office, period=period_of(args, desk.today), named=_named(call, desk)
        )
        call.confirm(leaving_lines(call, prepared))
        written = exchange.write_bundle(desk, prepared, output)
    call.answer(
        {"file": str(output), "partner": prepared.partner.short_name, "seq": written.seq, "size": written.size},
        [call.text(f"Paket Nr. {written.seq} geschrieben: {output}", f"Bundle no. {written.seq} written: {output}")],
    )


def _named(call: Call, desk: Desk) -> dict[RecordId, str]:
    """Return the cases named on the command line with the purpose; raises UserProblem case.not_found."""
    if not call.args.named:
        return {}
    body = Recipient(kind="body", name=call.args.office)
    purpose = purpose_for(desk, body, call.args.purpose or exchange.PURPOSES[0])
    return {families.find(desk, number).id: purpose for number in call.args.named}


def leaving_lines(call: Call, prepared: PreparedBundle) -> Iterator[str]:
    """Yield what a bundle holds, in full: nothing else leaves."""
    yield call.text(
        f"Das wird weitergegeben an „{prepared.partner.label}“:", f"This leaves for “{prepared.partner.label}”:"
    )
    yield from _nameless(call, prepared)
    yield from _by_name(call, prepared)
    yield call.staying()


def _nameless(call: Call, prepared: PreparedBundle) -> Iterator[str]:
    if prepared.tables or prepared.observations:
        yield call.text("  Ohne Namen, kleine Gruppen zusammengefasst:", "  Without names, small groups merged:")
    for period, table in prepared.tables:
        yield f"  {in_words(period)}"
        yield from (f"  {line}" for line in table_lines([table], call.lang))
    for each in prepared.observations:
        topic = call.services.reference.label("life_domain", each.topic, call.lang)
        yield f"  {each.date:%d.%m.%Y}  {topic}: {each.description}"


def _by_name(call: Call, prepared: PreparedBundle) -> Iterator[str]:
    purposes = call.services.reference["purpose"]
    for family in prepared.sharing.families:
        who = f"{family.label} ({family.case_number})"
        if not family.parts:
            yield call.text(f"  {who}: Früheres wird berichtigt.", f"  {who}: what was given before is corrected.")
            continue
        yield call.text(f"  Mit Namen: {who}", f"  By name: {who}") + f" · {purposes.label(family.purpose, call.lang)}"
        for part in family.parts:
            yield from _part(call, part)
    for gone in prepared.sharing.withdrawn:
        yield call.text(
            f"  Widerruf vom {gone.on:%d.%m.%Y} ({gone.label}): Die Stelle löscht und bestätigt.",
            f"  Withdrawal of {gone.on:%d.%m.%Y} ({gone.label}): the office deletes and confirms.",
        )


def _part(call: Call, part: SharedPart) -> Iterator[str]:
    registry, lang = call.services.registry, call.lang
    yield f"    {part.person or call.text('die Familie', 'the family')}"
    for each in part.values:
        kind = registry[each.kind]
        spec = kind.field(each.name)
        where = "" if each.kind == "person" else f"{kind.label(lang)}, "
        yield f"      {where}{spec.label(lang)}: {show(spec, each.value, call.services.reference, lang)}"
    for cover in part.consents:
        yield f"      {_covered(cover, lang)}"


def _covered(cover: exchange.CoveredBy, lang: Lang) -> str:
    day = f"{cover.given_on:%d.%m.%Y}" if cover.given_on else ""
    return f"Einwilligung {cover.person}, {day}" if lang == "de" else f"consent {cover.person}, {day}"


def verify(call: Call) -> None:
    """Say whether a file is intact and who signed it; whether that key is enrolled only a vault can tell."""
    path = Path(call.args.file)
    if call.args.vault:
        with call.desk() as desk:
            found = exchange.verify(path, desk)
    else:
        found = exchange.verify(path)
    call.answer(
        {"kind": found.kind, "words": found.words, "enrolled": found.enrolled, "partner": found.partner},
        _verdict(call, found),
    )


def _verdict(call: Call, found: Verified) -> Iterator[str]:
    yield call.text("Die Datei ist unversehrt.", "The file is intact.")
    yield call.text(f"Signiert von: {found.words}", f"Signed by: {found.words}")
    if found.enrolled:
        who = found.partner or call.text("dieses Gerät", "this device")
        yield call.text(f"Angemeldet: {who}", f"Enrolled: {who}")
    elif found.enrolled is not None:
        yield call.text("Dieser Schlüssel ist hier nicht angemeldet.", "This key is not enrolled here.")
    else:
        yield call.text(
            "Ob dieser Schlüssel angemeldet ist, zeigt --vault VAULT.",
            "--vault VAULT tells whether the key is enrolled.",
        )


def receive(call: Call) -> None:
    """Take in a receipt and say what arrived; take over a case that a colleague hands over."""
    path = Path(call.args.file)
    with call.desk() as desk:
        if taking_over.is_handover(path):
            take_over(call, desk, path)
            return
        found = exchange.receive(desk, path)
    call.answer(told(found), [arrived(call, found)])


def told(found: Receipt) -> dict[str, Any]:
    """Return a receipt for scripts."""
    return {
        "status": found.status,
        "partner": found.partner,
        "seq": found.seq,
        "arrived": [each.item.hex() for each in found.arrived],
        "refused": [{"item": each.item.hex(), "code": each.code} for each in found.refused],
    }


def arrived(call: Call, found: Receipt) -> str:
    """Return what a receipt means, in one line."""
    count, refused = len(found.arrived), len(found.refused)
    if found.status in {"new", "replay"}:
        return call.text(
            f"{found.partner}: bis Paket Nr. {found.seq} angekommen ({count} übernommen, {refused} nicht übernommen).",
            f"{found.partner}: arrived up to bundle no. {found.seq} ({count} taken over, {refused} refused).",
        )
    if found.status == "older":
        return call.text(
            f"{found.partner}: Eine neuere Eingangsbestätigung liegt schon vor.",
            f"{found.partner}: a newer receipt is already here.",
        )
    return call.text(
        f"{found.partner}: Die Eingangsbestätigung gilt einem früheren Stand dieses Tresors.",
        f"{found.partner}: the receipt is for an earlier state of this vault.",
    )
