"""The Unicode bidirectional algorithm (UAX #9, Unicode 15), with isolates and bracket pairs.

Texts without right-to-left characters never come here: `needs_bidi` tells by one regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import bidirectional

from kimdesk.text.unicode_tables import BRACKETS

Direction = Literal["ltr", "rtl", "auto"]
Level = int | None

MAX_DEPTH = 125
_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATES = frozenset(("LRI", "RLI", "FSI"))
_REMOVED = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "BN"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
_BLANK = frozenset(("WS", "LRI", "RLI", "FSI", "PDI")) | _REMOVED
_SAME = {0x232A: 0x3009}
_CLOSED_BY = {chr(opening): _SAME.get(closing, closing) for opening, closing in BRACKETS}
_CLOSES = {chr(closing): _SAME.get(closing, closing) for _, closing in BRACKETS}


def needs_bidi(text: str) -> bool:
    """Tell whether a text holds anything that runs from right to left."""
    return _RTL.search(text) is not None


def levels(text: str, direction: Direction = "ltr") -> list[int]:
    """Return one embedding level per character (even = left to right); controls take their left neighbour's."""
    classes = [bidirectional(char) or "L" for char in text]
    base, found = resolve(classes, direction, bracket_marks(text))
    result, last = [], base
    for level in found:
        last = last if level is None else level
        result.append(last)
    return result


def bracket_marks(text: str) -> list[int]:
    """Return for each opening bracket the code of its closing one, for a closing one the same negative, else 0."""
    return [_CLOSED_BY.get(char, 0) or -_CLOSES.get(char, 0) for char in text]


def resolve(classes: Sequence[str], direction: Direction, brackets: Sequence[int]) -> tuple[int, list[Level]]:
    """Return the base level and each character's level, None for characters that rule X9 removes.

    `classes` are Unicode's bidi classes; `brackets` as from `bracket_marks`.
    """
    match = _match_isolates(classes)
    base = {"ltr": 0, "rtl": 1}.get(direction, -1)
    if base < 0:
        base = max(0, _first_strong(classes, match, 0, len(classes)))
    types, found = _explicit(classes, match, base)
    for run in _sequences(classes, found, match, base):
        _weak(run, types)
        _brackets(run, types, classes, brackets)
        _neutral(run, types)
        for i in run.places:
            found[i] = _implicit(run.level, types[i])
    _trailing(classes, found, base)
    return base, found


def reorder(line: Sequence[int]) -> list[int]:
    """Return the places of a line's items in visual order, given their levels (rule L2)."""
    order = list(range(len(line)))
    for level in range(max(line, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and line[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _match_isolates(classes: Sequence[str]) -> dict[int, int]:
    """Return initiator -> its PDI (rule BD9)."""
    match, waiting = {}, []
    for i, kind in enumerate(classes):
        if kind in _ISOLATES:
            waiting.append(i)
        elif kind == "PDI" and waiting:
            match[waiting.pop()] = i
        elif kind == "B":
            waiting.clear()
    return match


def _first_strong(classes: Sequence[str], match: dict[int, int], start: int, end: int) -> int:
    """Return the level of the first strong character outside isolates, -1 if there is none (P2, P3)."""
    i = start
    while i < end:
        kind = classes[i]
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
        i = match.get(i, end) if kind in _ISOLATES else i + 1
    return -1


@dataclass(slots=True)
class _Embedding:
    """The directional status stack of rules X1 to X8."""

    base: int
    stack: list[tuple[int, str, bool]]
    lost_isolates: int = 0
    lost_embeddings: int = 0
    isolates: int = 0

    def push(self, *, rtl: bool, override: str, isolate: bool) -> None:
        level = self.stack[-1][0]
        above = (level + 1) | 1 if rtl else (level + 2) & ~1
        if above <= MAX_DEPTH and not self.lost_isolates and not self.lost_embeddings:
            self.stack.append((above, override, isolate))
            self.isolates += isolate
        elif isolate:
            self.lost_isolates += 1
        elif not self.lost_isolates:
            self.lost_embeddings += 1

    def end_isolate(self) -> None:
        if self.lost_isolates:
            self.lost_isolates -= 1
        elif self.isolates:
            self.lost_embeddings = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self.isolates -= 1

    def end_embedding(self) -> None:
        if self.lost_isolates:
            return
        if self.lost_embeddings:
            self.lost_embeddings -= 1
        elif len(self.stack) > 1 and not self.stack[-1][2]:
            self.stack.pop()


def _explicit(classes: Sequence[str], match: dict[int, int], base: int) -> tuple[list[str], list[Level]]:
    """Return types after overrides and explicit levels (X1 to X9)."""
    types, found = list(classes), [base] * len(classes)
    result: list[Level] = list(found)
    state = _Embedding(base, [(base, "", False)])
    for i, kind in enumerate(classes):
        if kind in _REMOVED:
            result[i] = None
            _embed(state, kind)
            continue
        if kind == "B":
            state = _Embedding(base, [(base, "", False)])
            result[i] = base
            continue
        if kind == "PDI":
            state.end_isolate()
        level, override, _ = state.stack[-1]
        result[i], types[i] = level, override or kind
        if kind in _ISOLATES:
            inner = _first_strong(classes, match, i + 1, match.get(i, len(classes)))
            rtl = kind == "RLI" or (kind == "FSI" and inner == 1)
            state.push(rtl=rtl, override="", isolate=True)
    return types, result


def _embed(state: _Embedding, kind: str) -> None:
    if kind == "PDF":
        state.end_embedding()
    elif kind != "BN":
        override = {"LRO": "L", "RLO": "R"}.get(kind, "")
        state.push(rtl=kind[0] == "R", override=override, isolate=False)


@dataclass(slots=True)
class _Sequence:
    """One isolating run sequence: places in the text, level and the classes around it."""

    places: list[int]
    level: int
    before: str
    after: str

    @property
    def own(self) -> str:
        return "R" if self.level & 1 else "L"


def _level_runs(found: Sequence[Level]) -> list[list[int]]:
    runs: list[list[int]] = []
    last: Level = None
    for i, level in enumerate(found):
        if level is None:
            continue
        if runs and level == last:
            runs[-1].append(i)
        else:
            runs.append([i])
        last = level
    return runs


def _sequences(classes: Sequence[str], found: Sequence[Level], match: dict[int, int], base: int) -> Iterator[_Sequence]:
    """Yield the isolating run sequences (X10)."""
    runs = _level_runs(found)
    explicit = [found[run[0]] or 0 for run in runs]
    starting = {run[0]: k for k, run in enumerate(runs)}
    closers = set(match.values())
    for k, run in enumerate(runs):
        if run[0] in closers and classes[run[0]] == "PDI":
            continue
        places, last = list(run), k
        while (end := match.get(places[-1], -1)) in starting:
            last = starting[end]
            places += runs[last]
        following = explicit[last + 1] if last + 1 < len(runs) else base
        if classes[places[-1]] in _ISOLATES:
            following = base
        preceding = explicit[k - 1] if k else base
        own = explicit[k]
        yield _Sequence(places, own, _side(preceding, own), _side(following, own))


def _side(other: int, own: int) -> str:
    """Return the direction at an edge of a run: that of the higher level."""
    return "R" if max(other, own) & 1 else "L"


def _weak(run: _Sequence, types: list[str]) -> None:
    """Resolve numbers, separators and marks (W1 to W7)."""
    _marks_and_digits(run, types)
    _separators(run, types)
    strong = run.before
    for i in run.places:
        kind = types[i]
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[i] = "L"


def _marks_and_digits(run: _Sequence, types: list[str]) -> None:
    """Rules W1, W2 and W3."""
    previous = strong = run.before
    for i in run.places:
        if types[i] == "NSM":
            types[i] = "ON" if previous in _ISOLATES or previous == "PDI" else previous
        previous = types[i]
        if previous in ("L", "R", "AL"):
            strong = previous
        elif previous == "EN" and strong == "AL":
            types[i] = "AN"
        previous = types[i]
    for i in run.places:
        if types[i] == "AL":
            types[i] = "R"


def _separators(run: _Sequence, types: list[str]) -> None:
    """Rules W4, W5 and W6."""
    places = run.places
    for k in range(1, len(places) - 1):
        before, kind, after = types[places[k - 1]], types[places[k]], types[places[k + 1]]
        if before == after and ((kind in ("ES", "CS") and before == "EN") or (kind == "CS" and before == "AN")):
            types[places[k]] = before
    k = 0
    while k < len(places):
        end = k
        while end < len(places) and types[places[end]] == "ET":
            end += 1
        beside = (k and types[places[k - 1]] == "EN") or (end < len(places) and types[places[end]] == "EN")
        for i in places[k:end]:
            types[i] = "EN" if beside else "ON"
        k = end + 1
    for i in places:
        if types[i] in ("ES", "CS"):
            types[i] = "ON"


def _pairs(run: _Sequence, types: list[str], brackets: Sequence[int]) -> list[tuple[int, int]]:
    """Return bracket pairs as positions within the sequence, sorted by the opening one (BD16)."""
    waiting: list[tuple[int, int]] = []
    pairs = []
    for k, i in enumerate(run.places):
        mark = brackets[i] if types[i] == "ON" else 0
        if mark > 0:
            if len(waiting) == 63:
                return []
            waiting.append((mark, k))
        elif mark < 0:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == -mark:
                    pairs.append((waiting[depth][1], k))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _strong(kind: str) -> str:
    """Return L or R as N0 to N2 see a type: numbers count as R; empty for neutrals."""
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else ""


def _brackets(run: _Sequence, types: list[str], classes: Sequence[str], brackets: Sequence[int]) -> None:
    """Give both brackets of a pair the direction of what they hold (N0)."""
    places, own = run.places, run.own
    for opening, closing in _pairs(run, types, brackets):
        inside = {_strong(types[i]) for i in places[opening + 1 : closing]} - {""}
        if not inside:
            continue
        kind = own
        if own not in inside:
            context = next((s for i in reversed(places[:opening]) if (s := _strong(types[i]))), run.before)
            kind = context if context != own else own
        for k in (opening, closing):
            types[places[k]] = kind
            for i in places[k + 1 :]:
                if classes[i] != "NSM":
                    break
                types[i] = kind


def _neutral(run: _Sequence, types: list[str]) -> None:
    """Give neutrals the direction on both their sides, else that of the level (N1, N2)."""
    places, k = run.places, 0
    while k < len(places):
        if types[places[k]] not in _NEUTRAL:
            k += 1
            continue
        end = k
        while end < len(places) and types[places[end]] in _NEUTRAL:
            end += 1
        before = _strong(types[places[k - 1]]) if k else run.before
        after = _strong(types[places[end]]) if end < len(places) else run.after
        for i in places[k:end]:
            types[i] = before if before == after else run.own
        k = end


def _implicit(level: int, kind: str) -> int:
    """Return the level of a character from that of its run (I1, I2)."""
    if level & 1:
        return level + (kind in ("L", "EN", "AN"))
    return level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _trailing(classes: Sequence[str], found: list[Level], base: int) -> None:
    """Give separators, and blanks before them or at the end, the base level (L1)."""
    reset = True
    for i in range(len(classes) - 1, -1, -1):
        kind = classes[i]
        reset = kind in ("B", "S") or (reset and kind in _BLANK)
        if reset and found[i] is not None:
            found[i] = base
