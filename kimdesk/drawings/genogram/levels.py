"""Who stands in which generation: people of one row are joined, parents lie above; what contradicts is refused."""

from __future__ import annotations

from collections.abc import Iterable


class Levels:
    """Groups of people in one row, and which groups lie below which others by at least how many rows."""

    def __init__(self, people: Iterable[str]) -> None:
        self.people = tuple(people)
        self._group = {person: person for person in self.people}
        self._below: dict[str, dict[str, int]] = {person: {} for person in self.people}

    def same(self, one: str, other: str) -> bool:
        """Put two people in one row; False if one descends from the other."""
        a, b = self._group[one], self._group[other]
        if a == b:
            return True
        if self._leads(a, b) or self._leads(b, a):
            return False
        self._group = {person: a if group == b else group for person, group in self._group.items()}
        for targets in (self._below[a], *self._below.values()):
            if b in targets:
                targets[a] = max(targets.pop(b), targets.get(a, 0))
        for target, gap in self._below.pop(b).items():
            self._below[a][target] = max(gap, self._below[a].get(target, 0))
        return True

    def below(self, parent: str, child: str, gap: int = 1) -> bool:
        """Put a child at least `gap` rows below a parent; False if that leads round in a circle."""
        a, b = self._group[parent], self._group[child]
        if a == b or self._leads(b, a):
            return False
        self._below[a][b] = max(gap, self._below[a].get(b, 0))
        return True

    def descends(self, child: str, ancestor: str) -> bool:
        """Tell whether a child's row already lies below an ancestor's by relations taken before."""
        return self._leads(self._group[ancestor], self._group[child])

    def _leads(self, start: str, end: str) -> bool:
        waiting, seen = [start], {start}
        while waiting:
            for target in self._below[waiting.pop()]:
                if target == end:
                    return True
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return False

    def rows(self, near: dict[str, int], root: str | None) -> dict[str, int]:
        """Return each person's row from 0; `near` hints where people without descent stand, relative to the root.

        Rows are as low as children allow and as high as leaves can be, so that lines stay short.
        """
        order = self._sorted()
        row = dict.fromkeys(order, 0)
        for group in order:
            for target, gap in self._below[group].items():
                row[target] = max(row[target], row[group] + gap)
        for _ in range(2):
            for group in reversed(order):
                if self._below[group]:
                    row[group] = min(row[target] - gap for target, gap in self._below[group].items())
            self._level_siblings(order, row)
        self._shift_clusters(row, near, root)
        used = {value: place for place, value in enumerate(sorted(set(row.values())))}
        return {person: used[row[self._group[person]]] for person in self.people}

    def _sorted(self) -> list[str]:
        """Return the groups, each after all that lie above it."""
        above = dict.fromkeys(self._below, 0)
        for targets in self._below.values():
            for target in targets:
                above[target] += 1
        ready = [group for group in self._below if not above[group]]
        for group in ready:
            for target in self._below[group]:
                above[target] -= 1
                if not above[target]:
                    ready.append(target)
        return ready

    def _level_siblings(self, order: list[str], row: dict[str, int]) -> None:
        """Let groups without children of their own stand beside their lowest sibling."""
        for group in order:
            lowest = max((row[target] for target, gap in self._below[group].items() if gap == 1), default=0)
            for target, gap in self._below[group].items():
                if not self._below[target] and gap == 1:
                    row[target] = max(row[target], lowest)

    def _shift_clusters(self, row: dict[str, int], near: dict[str, int], root: str | None) -> None:
        """Move people who are not connected to the root beside it, or where their hint says."""
        clusters = self._clusters()
        home = next((cluster for cluster in clusters if root and self._group[root] in cluster), None)
        level = row[self._group[root]] if root and home else 0
        for cluster in clusters:
            if cluster is home:
                continue
            hinted = next((p for p in self.people if self._group[p] in cluster and near.get(p)), None)
            top = min(row[group] for group in cluster)
            shift = level - top if hinted is None else level + near[hinted] - row[self._group[hinted]]
            for group in cluster:
                row[group] += shift

    def _clusters(self) -> list[set[str]]:
        """Return the groups that hang together."""
        joined = {group: {group} for group in self._below}
        for group, targets in self._below.items():
            for target in targets:
                if joined[group] is not joined[target]:
                    joined[group] |= joined[target]
                    for member in joined[target]:
                        joined[member] = joined[group]
        return list({id(cluster): cluster for cluster in joined.values()}.values())
