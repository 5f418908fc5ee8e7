"""The dashed line around a household: the outline of rectangles put together, however its members stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Point = tuple[float, float]
_Cell = tuple[int, int]


def outlines(rects: Sequence[Rect]) -> list[list[Point]]:
    """Return the closed outlines of everything the rectangles cover, corners only; holes are outlines of their own."""
    xs = sorted({x for left, _, right, _ in rects for x in (left, right)})
    ys = sorted({y for _, top, _, bottom in rects for y in (top, bottom)})
    covered = {
        (column, row)
        for column, (left, right) in enumerate(pairwise(xs))
        for row, (top, bottom) in enumerate(pairwise(ys))
        if any(one[0] <= left and right <= one[2] and one[1] <= top and bottom <= one[3] for one in rects)
    }
    edges: dict[_Cell, list[_Cell]] = {}
    for column, row in sorted(covered):
        corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        beyond = [(column, row - 1), (column + 1, row), (column, row + 1), (column - 1, row)]
        for place, cell in enumerate(beyond):
            if cell not in covered:
                edges.setdefault(corners[place], []).append(corners[(place + 1) % 4])
    return [[(xs[column], ys[row]) for column, row in loop] for loop in _loops(edges)]


def _loops(edges: dict[_Cell, list[_Cell]]) -> list[list[_Cell]]:
    """Follow edges round with the covered area at the right hand; where four meet, turn so that areas stay apart."""
    found = []
    while edges:
        start = min(edges)
        path, before, here = [start], start, edges[start].pop(0)
        _tidy(edges, start)
        while here != start:
            path.append(here)
            ways = edges[here]
            turn = max(ways, key=lambda way: _turn(before, path[-1], way))
            ways.remove(turn)
            _tidy(edges, here)
            before, here = here, turn
        found.append(_corners(path))
    return found


def _turn(before: _Cell, here: _Cell, after: _Cell) -> int:
    """Return how sharply a way turns to the right (y grows downward)."""
    return (here[0] - before[0]) * (after[1] - here[1]) - (here[1] - before[1]) * (after[0] - here[0])


def _tidy(edges: dict[_Cell, list[_Cell]], at: _Cell) -> None:
    if not edges[at]:
        del edges[at]


def _corners(path: list[_Cell]) -> list[_Cell]:
    """Leave out points on straight lines."""
    around = [path[-1], *path, path[0]]
    return [
        here
        for before, here, after in zip(around, around[1:], around[2:], strict=False)
        if _turn(before, here, after) != 0
    ]
