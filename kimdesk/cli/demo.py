"""`demo` and `generate`: fictional caseloads, and the whole main job on one of them."""

from __future__ import annotations

from pathlib import Path

from kimdesk.casework import exchange
from kimdesk.casework import plans as plan_pages
from kimdesk.casework.demo import load_demo, main_family
from kimdesk.casework.desk import Desk, NewDesk, Profile, create_desk
from kimdesk.casework.family import contacts
from kimdesk.casework.generate import generate
from kimdesk.casework.recipients import recipient_named
from kimdesk.cli.call import Call
from kimdesk.cli.exchange import arrived
from kimdesk.cli.periods import add_period, period_of
from kimdesk.cli.verbs import Branch, vault

DEMO_PASSPHRASE = "pferd lampe seife wolke treppe"  # noqa: S105 - opens invented families alone
OFFICE = "Kreis Musterland"
DISTRICT = "05566"


def add(branch: Branch) -> None:
    """Add the verbs."""
    shown = branch.verb("demo", demo, "die ganze Arbeit vorführen", "show the whole main job")
    shown.add_argument("folder", metavar="DIR")
    shown.add_argument("--passphrase-file", metavar="FILE")
    add_period(shown)
    made = vault(branch.verb("generate", generate_families, "erfundene Fälle", "a synthetic caseload"))
    made.add_argument("--families", type=int, required=True, metavar="N")
    made.add_argument("--seed", type=int, default=1, metavar="S")
    made.add_argument("--contacts", type=int, default=12, metavar="K")


def generate_families(call: Call) -> None:
    """Make a vault full of invented families; the same seed gives the same ones."""
    args = call.args
    profile = Profile(name="M. Muster", provider="Musterträger e. V.", place="Musterstadt", phone="0221 4710 117")
    new = NewDesk(folder=Path(args.vault), label="Beispiel", passphrase=call.passphrase(fresh=True), profile=profile)
    with create_desk(call.services, new)[0] as desk:
        generate(desk, families=args.families, seed=args.seed, contacts=args.contacts)
    call.answer(
        {"families": args.families, "seed": args.seed},
        [call.text(f"{args.families} erfundene Familien in {args.vault}", f"{args.families} families in {args.vault}")],
    )


def demo(call: Call) -> None:
    """Do the whole main job on invented families: vault, paper, bundle, office, receipt."""
    passphrase = call.passphrase() if call.args.passphrase_file else DEMO_PASSPHRASE
    place = Path(call.args.folder)
    place.mkdir(parents=True, exist_ok=True)
    show = _Show(call, place, passphrase)
    with show.desk() as desk:
        show.print_papers(desk)
        show.exchange(desk)
    if not call.args.passphrase_file:
        call.say(f"Passphrase der Vorführung: {passphrase}", f"The demonstration's passphrase: {passphrase}")
    call.say(f"Weiter: kimdesk open {show.vault}", f"Next: kimdesk open {show.vault}")
    if call.scripted:
        call.console.data({"folder": str(place), "files": show.written})


class _Show:
    """The main job step by step, each said with the file it wrote."""

    def __init__(self, call: Call, place: Path, passphrase: str) -> None:
        self.vault = place / "Tresor"
        self.written: list[str] = []
        self._call = call
        self._place = place
        self._passphrase = passphrase

    def desk(self) -> Desk:
        """Make a desk full of invented families, with its recovery sheet."""
        from kimdesk.casework.recovery_sheet import keep_sheet, require_free  # noqa: PLC0415 - loads the layout engine

        sheet = self._place / "Wiederherstellungsblatt.pdf"
        require_free(sheet, self.vault)
        new = NewDesk(folder=self.vault, label="Vorführung", passphrase=self._passphrase, profile=Profile())
        desk = keep_sheet(create_desk(self._call.services, new), sheet)
        self._wrote(self.vault, "Verschlüsselter Tresor", "encrypted vault")
        self._wrote(sheet, "Wiederherstellungsblatt", "recovery sheet")
        load_demo(desk)
        return desk

    def print_papers(self, desk: Desk) -> None:
        """Print visit summary and plan, German and German beside Bulgarian."""
        from kimdesk.casework.printing import PrintOrder, prepare_plan, prepare_visit, save  # noqa: PLC0415

        case = main_family(desk)
        family = recipient_named(desk, case, "Familie")
        page = plan_pages.current(desk, case)
        assert page is not None
        for languages in (("de",), ("de", "bg")):
            order = PrintOrder(recipient=family, purpose="family_copy", languages=languages)
            ending = "-".join(languages)
            visit = self._place / f"Besuch-{ending}.pdf"
            save(prepare_visit(desk, contacts(desk, case)[0].id, order), visit)
            self._wrote(visit, "Besuchszusammenfassung", "visit summary")
            plan = self._place / f"Plan-{ending}.pdf"
            save(prepare_plan(desk, page.plan.id, order), plan)
            self._wrote(plan, "Unterstützungsplan", "support plan")

    def exchange(self, desk: Desk) -> None:
        """Enrol with an office, hand it a bundle, take its receipt in."""
        from kimdesk.casework.recovery_sheet import keep_sheet  # noqa: PLC0415 - as above
        from kimdesk.office import enrolment, imports, receipts  # noqa: PLC0415
        from kimdesk.office.office import NewOffice, create_office  # noqa: PLC0415

        folder, back = self._place / "Koordinierungsstelle", self._place / "Rueckweg"
        new = NewOffice(
            folder=folder, label=OFFICE, short_name="musterland", district=DISTRICT, passphrase=self._passphrase
        )
        sheet = self._place / "Wiederherstellungsblatt-Koordinierungsstelle.pdf"
        back.mkdir()
        with keep_sheet(create_office(self._call.services, new), sheet) as office:
            self._wrote(folder, "Tresor der Koordinierungsstelle", "the office's vault")
            request, grant = self._place / "Anfrage.kimr", self._place / "Zusage.kimg"
            words = exchange.save_request(desk, "Laptop 1", request)
            self._wrote(request, "Anmeldung", "enrolment request")
            enrolment.enrol_file(office, request, words, grant)
            self._wrote(grant, "Zusage nach Vergleich der acht Wörter", "grant, after comparing eight words")
            exchange.accept_file(desk, grant, office.words)
            bundle = self._place / exchange.suggested_name()
            period = period_of(self._call.args, desk.today)
            prepared = exchange.prepare_bundle(desk, office.names.short_name, period=period)
            exchange.write_bundle(desk, prepared, bundle)
            self._wrote(bundle, "Paket: Zahlen und Strukturbeobachtungen", "bundle: figures and observations")
            imports.import_bundle(office, bundle)
            for receipt in receipts.receipts(office, back):
                self._wrote(receipt.path, "Eingangsbestätigung", "receipt")
                line = arrived(self._call, exchange.receive(desk, receipt.path))
                self._call.say(line, line)

    def _wrote(self, path: Path, german: str, english: str) -> None:
        self.written.append(str(path))
        self._call.say(f"{german}: {path}", f"{english}: {path}")
