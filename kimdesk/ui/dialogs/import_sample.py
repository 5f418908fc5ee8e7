"""Taking over a caseload for the gallery: a list nobody kept, with what is found in such lists."""

from __future__ import annotations

from kimdesk.domain.views.sheets import Sheet
from kimdesk.ui.dialogs.import_flow import made
from kimdesk.ui.shell.screen import Context, Screen

_LIST = (
    ("Klientenliste Stand November",),
    ("Name", "Geb.-Datum", "Telefon", "Ort", "Nationalität", "Sprache", "Schuhgröße", "Bemerkung"),
    ("Haddad, Omar", "14.03.1991", "1761234567", "48431 Rheine", "syrisch", "Arabisch", "43", "ruft gern abends an"),
    ("Elena Dimitrova", "1994", "", "Ochtrup", "Bulgarien", "Bulgarisch", "", ""),
    ("Kaya, Aylin", "im Mai", "02553 000000", "Greven", "türkisch", "Türkisch, Deutsch", "38", ""),
    ("", "", "", "Lotte", "", "", "", "wer war das?"),
    ("Oleksandr Kovalenko", "33311", "", "Steinfurt", "ukrainisch", "Ukrainisch", "", "wartet auf Kitaplatz"),
    ("Mbeki", "2001-07-30", "", "Emsdetten", "", "", "", ""),
)


def make(context: Context, state: str) -> Screen:
    """Return the dialog in one of its steps: file, columns, preview."""
    dialog = made(None, context)
    presenter = dialog.presenter
    assert presenter is not None
    if state != "file":
        presenter.show_tables((Sheet(name="Familien", rows=_LIST), Sheet(name="Archiv", rows=_LIST[:3])))
    if state == "preview":
        presenter.go_on()
    return Screen("import", dialog, presenter)
