"""Which element of one document is which of the other, by the names that they carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rapportage.compare.order import Pair
from rapportage.compare.tracked import names as n
from rapportage.compare.tracked.names import Element


def paired(old: Sequence[Element], new: Sequence[Element], names: Mapping[str, str]) -> list[Pair]:
    """The places of what belongs together, in the order of the old: most of its names say so."""
    where: dict[str, int] = {}
    for at, one in enumerate(new):
        for name in named(one):
            where.setdefault(name, at)
    votes: Counter[Pair] = Counter()
    for at, one in enumerate(old):
        for name in named(one):
            to = where.get(names.get(name, name if name.startswith(_SHARED) else ""))
            if to is not None and new[to].tag == one.tag:
                votes[at, to] += 1
    pairs: list[Pair] = []
    taken: set[int] = set()
    gone: set[int] = set()
    for (at, to), _ in sorted(votes.items(), key=lambda one: (-one[1], one[0])):
        if at not in gone and to not in taken:
            pairs.append((at, to))
            gone.add(at)
            taken.add(to)
    return sorted(pairs)


_SHARED = ("#", "@")
"""How names begin that are the same in both documents: the target of a line of contents, or its words."""


def named(element: Element) -> Iterator[str]:
    """The names of what stands in an element; a line of contents goes by what it leads to."""
    if element.tag == n.SDT:
        yield "@contents"
        return
    found = False
    for one in element.iter(n.BOOKMARK):
        name = str(one.get(n.NAME))
        if name.startswith(n.HIDDEN):
            found = True
            yield name.removeprefix(n.HIDDEN)
    if found or element.tag != n.P:
        return
    style = next((str(one.get(n.VAL)) for one in element.iter(n.P_STYLE)), "")
    anchors = [str(one.get(n.ANCHOR)) for one in element.iter(n.LINK) if one.get(n.ANCHOR)]
    if anchors:
        yield f"#{style}{anchors[0]}"
    elif words := "".join(str(one.text) for one in element.iter(n.T)):
        yield f"@{style}{words}"
