"""The QR drawing is a code a reader would find: three finder patterns, a quiet zone, deterministic."""

from __future__ import annotations

from kimdesk.drawings.qr import QUIET, draw_qr

FINDER = ("#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######")


def picture(text: str) -> list[str]:
    drawing = draw_qr(text)
    rows = [["."] * drawing.side for _ in range(drawing.side)]
    for bar in drawing.bars:
        for column in range(bar.column, bar.column + bar.length):
            rows[bar.row][column] = "#"
    return ["".join(row) for row in rows]


def test_three_corners_are_found_and_the_edge_stays_white() -> None:
    rows = picture("CKD6B-RJW62")
    side = len(rows)
    far = side - QUIET - 7
    for top, left in ((QUIET, QUIET), (QUIET, far), (far, QUIET)):
        assert tuple(row[left : left + 7] for row in rows[top : top + 7]) == FINDER
    assert set("".join(rows[:QUIET] + rows[-QUIET:])) == {"."}
    assert {row[:QUIET] + row[-QUIET:] for row in rows} == {"." * 2 * QUIET}


def test_another_text_is_another_code() -> None:
    assert draw_qr("A") == draw_qr("A")
    assert draw_qr("A") != draw_qr("B")
