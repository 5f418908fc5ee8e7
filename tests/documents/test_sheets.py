"""Tables from outside are read as they stand: nothing is calculated, and what is no table is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from kimdesk.base.errors import Cancelled, Untrusted
from kimdesk.base.progress import Cancel, Progress
from kimdesk.documents import sheets
from kimdesk.documents.sheets import read_sheets
from tests.support.sheets import rewritten, saved, workbook

TABLE = "xl/worksheets/sheet1.xml"


def refused(data: bytes) -> str:
    with pytest.raises(Untrusted) as caught:
        read_sheets(data)
    return caught.value.code


def test_cells_become_text_and_dates_have_one_form() -> None:
    data = workbook(
        ["Name", "geboren", "Kinder", "Quote", "Kita", "leer"],
        ["Yıldız", dt.date(1991, 3, 14), 3.0, 2.5, True, None],
        ["Димитров", dt.datetime.fromisoformat("1988-12-01T09:30"), 33311, "#N/A", False],
    )
    (sheet,) = read_sheets(data)
    assert sheet.rows[1] == ("Yıldız", "1991-03-14", "3", "2.5", "ja")
    assert sheet.rows[2] == ("Димитров", "1988-12-01", "33311", "", "nein")
    assert sheet.cell(1, 5) == ""
    assert (sheet.name, sheet.width, sheet.more) == ("Familien", 6, False)


def test_a_formula_is_never_calculated_its_last_result_or_its_text_is_taken_and_noted() -> None:
    data = workbook(["Name", "Summe"], ["=A9&B9", "=1+1"])
    shown = rewritten(
        data,
        TABLE,
        lambda part: part.replace(
            b'<c r="A2"><f>A9&amp;B9</f><v></v>', b'<c r="A2" t="str"><f>A9&amp;B9</f><v>Elena</v>'
        ),
    )
    (sheet,) = read_sheets(shown)
    assert sheet.rows[1] == ("Elena", "=1+1")
    assert sheet.computed == {(1, 0), (1, 1)}


def test_merged_cells_are_filled_from_their_first_one() -> None:
    data = workbook(
        ["Familie", "Vorname", "Ort"],
        ["Dimitrov", "Elena", "Rheine"],
        [None, "Ivan", None],
        [None, "Mira", "Greven"],
        merged=["A2:A4", "C2:C3"],
    )
    (sheet,) = read_sheets(data)
    assert sheet.rows[2:] == (("Dimitrov", "Ivan", "Rheine"), ("Dimitrov", "Mira", "Greven"))
    assert sheet.continued == {(2, 0), (3, 0), (2, 2)}


def test_every_table_that_holds_something_is_there() -> None:
    book = Workbook()
    book.active.title = "leer"
    book.create_sheet("Familien").append(["Name"])
    book.create_chartsheet("Bild").add_chart(BarChart())
    assert [sheet.name for sheet in read_sheets(saved(book))] == ["Familien"]


def test_what_lies_beyond_the_bounds_is_left_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    monkeypatch.setattr(sheets, "MOST_COLUMNS", 2)
    wide = workbook(["a", "b", "c"])
    long = workbook(*(["a"] for _ in range(5)))
    fits = workbook(["a", "b"], ["a"], ["a"])
    assert [
        (len(found.rows), found.width, found.more) for found in (read_sheets(data)[0] for data in (wide, long, fits))
    ] == [
        (1, 2, True),
        (3, 1, True),
        (3, 2, False),
    ]
    assert read_sheets(b"a;b;c\n1;2;3\n")[0].more
    assert len(read_sheets(b"a;b\n" * 9)[0].rows) == 3


def test_a_size_the_file_only_claims_costs_nothing() -> None:
    claimed = rewritten(
        workbook(["Name"], ["Elena"]), TABLE, lambda part: part.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')
    )
    (sheet,) = read_sheets(claimed)
    assert sheet.rows == (("Name",), ("Elena",))
    assert not sheet.more


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_a_csv_file_is_read_whatever_it_was_written_with(encoding: str, mark: str) -> None:
    lines = [
        ["Nachname", "Vorname", "Notiz"],
        ["Müller", "Zoë", f'sagt "ja{mark} bald"'],
        ["Groß", "Ida", "zwei\nZeilen"],
    ]
    text = "\r\n".join(mark.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    (sheet,) = read_sheets(text.encode(encoding))
    assert sheet.rows == tuple(tuple(line) for line in lines)


def test_a_list_of_names_alone_is_a_table_too() -> None:
    (sheet,) = read_sheets("Name\nElena Dimitrova\nYıldız\n".encode())
    assert sheet.rows == (("Name",), ("Elena Dimitrova",), ("Yıldız",))


def test_no_table_is_refused_by_what_it_is() -> None:
    photo = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40
    document = rewritten(workbook(["a"]), TABLE, lambda part: part)
    assert refused(photo) == "sheet.unreadable"
    assert refused(document[: len(document) // 2]) == "sheet.unreadable"
    assert refused(b"PK\x03\x04 broken") == "sheet.unreadable"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "sheet.old_excel"
    assert refused(b"") == "sheet.empty"
    assert refused(b"\n\n ; ;\n") == "sheet.empty"
    assert refused(workbook()) == "sheet.empty"
    assert refused(rewritten(workbook(["a"]), TABLE, lambda part: part[:-30])) == "sheet.unreadable"


def test_a_file_that_unpacks_to_too_much_or_declares_entities_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = workbook(["Name"], ["Elena"])
    bomb = rewritten(honest, "", lambda part: part, {"xl/media/bomb.xml": bytes(2 << 20)})
    entities = b'<!DOCTYPE a [<!ENTITY b "boom">]>'
    declared = rewritten(honest, "xl/workbook.xml", lambda part: entities + part)
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 1 << 20)
    assert refused(bomb) == "sheet.too_large"
    assert refused(declared) == "sheet.unreadable"
    assert len(read_sheets(honest)) == 1
    monkeypatch.setattr(sheets, "MOST_BYTES", 1000)
    assert refused(honest) == "sheet.too_large"


def test_reading_can_be_stopped() -> None:
    stop = Cancel()
    stop.request()
    for data in (workbook(["a"]), b"a;b\n"):
        with pytest.raises(Cancelled):
            read_sheets(data, Progress(cancel=stop))


def test_a_table_never_shows_what_stands_in_it() -> None:
    (sheet,) = read_sheets(b"Name\nElena\n")
    assert "Elena" not in repr(sheet)
