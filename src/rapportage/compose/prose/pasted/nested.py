"""Items at one margin, as laws and Word have them, as the lists in lists that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from rapportage.compose.prose.pasted.text import Unpasted, chunks_of
from rapportage.numerals import letters, roman

_ITEM = re.compile(
    r"(?P<indent> {0,3})(?:(?P<number>[0-9]{1,3})(?P<degree>°)?|(?P<label>[a-z]{1,5}))(?:\.|\)|(?<=°)\.?)"
    r"(?P<blanks>[ \t\xa0]+)(?P<rest>\S.*)"
)
_BULLET = re.compile(
    r"(?P<indent>\s*)(?:[-*+](?=[ \xa0]+[^\W\d_]|\t)|[•▪◦●○‣]|[–—−o§·](?=\t))[ \t\xa0]*(?P<rest>\S.*)"
)
_CITES = re.compile(r"\b(?:onder|lid|leden|artikel|art\.|sub|punt|nummer|nr\.|en|of|tot|t/m|aanhef)\Z", re.I)
"""Behind what a number or letter names a part of a law, and begins no item."""
_DEGREE = re.compile(r"(?P<indent>\s+)(?P<number>[0-9]{1,2})°(?:[.)]\s+|\t\s*)(?P<rest>\S.*)")
_DIGITS, _DEGREES, _LETTERS, _ROMAN = "cijfers", "graden", "letters", "romeins"
_BRACKETED, _BULLETS = "cijfers met )", "streepjes"
_UNLABELLED = (_DIGITS, _BRACKETED, _BULLETS)
_COUNTS = {
    _ROMAN: {roman(number): number for number in range(1, 40)},
    _LETTERS: {letters(number): number for number in range(1, 27)},
}
_BELOW = {
    _DIGITS: (_LETTERS, _ROMAN, _BULLETS),
    _BRACKETED: (_LETTERS, _ROMAN, _BULLETS),
    _LETTERS: (_ROMAN, _DEGREES, _DIGITS, _BRACKETED, _BULLETS),
    _ROMAN: (_DEGREES, _DIGITS, _BRACKETED, _BULLETS),
    _DEGREES: (_BULLETS,),
    _BULLETS: (),
}
"""What may count below what; digits that a law has with a point and with a bracket count apart."""
_OTHER_SIGN = ")"
"""Another sign behind letters than digits have: Markdown would count both lists on as one."""


@dataclass(frozen=True, slots=True)
class _Label:
    """What an item begins with: in what it may count, and which number it then has; bullets are all 1."""

    at: int
    counts: dict[str, int]
    rest: str
    tabbed: bool


def nested_items(made: Unpasted, hidden: set[int]) -> None:
    """Set items in below the one that they belong to, where it can be only one."""
    _set_in_degrees(made, hidden)
    for group in _groups(made.lines, hidden):
        labels = [label for at in group if (label := _label(made.lines, at, group))]
        placed = _placed(labels) if len(labels) > 1 else None
        if placed and max(placed.depths) and _is_sure(made.lines, labels, placed.depths):
            _set_in(made, group, labels, placed)


def _set_in_degrees(made: Unpasted, hidden: set[int]) -> None:
    """Make items of lines with 1°., 2°. that are set in below another item."""
    for chunk in chunks_of(made.lines, hidden):
        for at in chunk[1:]:
            if found := _DEGREE.fullmatch(made.lines[at]):
                made.lines[at] = f"{found['indent']}{found['number']}. {found['rest']}"
                made.labelled[at] = _DEGREES


def _groups(lines: Sequence[str], hidden: set[int]) -> Iterator[list[int]]:
    """The chunks from their first item on; one that begins with an item goes on with those before."""
    group: list[int] = []
    end = -1
    for chunk in chunks_of(lines, hidden):
        first = next((index for index, at in enumerate(chunk) if _ITEM.fullmatch(lines[at])), None)
        blank = not any(lines[at].strip() for at in range(end + 1, chunk[0]))
        if group and (first != 0 or not blank):
            yield group
            group = []
        if first is not None:
            group.extend(chunk[first:])
        end = chunk[-1]
    if group:
        yield group


def _label(lines: Sequence[str], at: int, group: Sequence[int]) -> _Label | None:
    first = _ITEM.fullmatch(lines[group[0]])
    found = _ITEM.fullmatch(lines[at]) or _BULLET.fullmatch(lines[at])
    if not found or not first or found["indent"] != first["indent"]:
        return None
    if found.re is _BULLET:
        return _Label(at, {_BULLETS: 1}, found["rest"], tabbed=True)
    if at != group[0] and _CITES.search(lines[at - 1].rstrip()):
        return None
    if found["number"]:
        bracketed = lines[at][found.end("number")] == ")"
        kind = _DEGREES if found["degree"] else _BRACKETED if bracketed else _DIGITS
        counts = {kind: int(found["number"])}
    else:
        counts = {
            kind: numbers[found["label"]] for kind, numbers in _COUNTS.items() if found["label"] in numbers
        }
    return _Label(at, counts, found["rest"], "\t" in found["blanks"]) if counts else None


@dataclass(frozen=True, slots=True)
class _Placed:
    """How deep each item stands, in what it counts, and which number it has."""

    depths: list[int]
    kinds: list[str]
    numbers: list[int]


def _placed(labels: Sequence[_Label]) -> _Placed | None:
    """The items at their levels: each counts on in the deepest list that it can, or begins one."""
    placed = _Placed([], [], [])
    levels: list[tuple[str, int]] = []
    for index, label in enumerate(labels):
        found = _counted_on(levels, label, labels[index + 1] if index + 1 < len(labels) else None)
        if found is None:
            return None
        depth, kind, number = found
        levels[depth:] = [(kind, 0 if kind == _BULLETS else number)]
        placed.depths.append(depth)
        placed.kinds.append(kind)
        placed.numbers.append(number)
    return placed


def _counted_on(
    levels: Sequence[tuple[str, int]], label: _Label, following: _Label | None
) -> tuple[int, str, int] | None:
    """The level of an item, in what it counts and its number, below the items that are open."""
    if not levels:
        kind = next(iter(label.counts))
        is_first = kind in (_DIGITS, _BRACKETED) or label.counts[kind] == 1
        return (0, kind, label.counts[kind]) if is_first and kind not in (_DEGREES, _BULLETS) else None
    counted = [*enumerate(levels)]
    on = next((one for one in reversed(counted) if label.counts.get(one[1][0]) == one[1][1] + 1), None)
    used = [kind for kind, _ in levels]
    below = [kind for kind in _BELOW[used[-1]] if kind not in used]
    begun = next((kind for kind in below if label.counts.get(kind) == 1), None)
    both = on and begun == _ROMAN and following and following.counts.get(_ROMAN) == 2
    if on and not both:  # an i behind an h is Roman where ii follows
        return on[0], on[1][0], on[1][1] + 1
    return (len(levels), begun, 1) if begun else None


def _is_sure(lines: Sequence[str], labels: Sequence[_Label], depths: Sequence[int]) -> bool:
    """Whether the deeper items can belong only there.

    Digits below letters go back to a letter; what stands apart by an empty line goes back to what it is
    below, unless every item stands apart; and a single letter is an item behind a tab or beside others.
    """
    if any(_DIGITS in one.counts and _LETTERS in labels[0].counts for one in labels) and depths[-1]:
        return False
    apart = [False, *(not lines[one.at - 1].strip() for one in labels[1:])]
    ends = [*accumulate(reversed(depths), min)][::-1]  # the least depth from each item on
    begins = [index for index in range(1, len(depths)) if depths[index] > depths[index - 1]]
    if not all(apart[1:]) and any(apart[index] and ends[index] == depths[index] for index in begins):
        return False
    runs = [len(list(run)) for deeper, run in groupby(depth > 0 for depth in depths) if deeper]
    return max(runs) > 1 or any(one.tabbed for one in labels)


def _set_in(made: Unpasted, group: Sequence[int], labels: Sequence[_Label], placed: _Placed) -> None:
    """Write the items as Markdown nests them, and what is set in below an item with it."""
    widths: list[int] = []
    items = {label.at: index for index, label in enumerate(labels)}
    margin = len(made.lines[group[0]]) - len(made.lines[group[0]].lstrip())
    for at in group:
        indent = " " * margin
        if at in items:
            index = items[at]
            depth, kind, number = placed.depths[index], placed.kinds[index], placed.numbers[index]
            del widths[depth:]
            sign = _OTHER_SIGN if kind == _LETTERS else "."
            mark = "- " if kind == _BULLETS else f"{number}{sign} "
            made.lines[at] = f"{indent}{' ' * sum(widths)}{mark}{labels[index].rest}"
            widths.append(len(mark))
            if kind not in _UNLABELLED:
                made.labelled[at] = kind
        elif made.lines[at].startswith((" ", "\t")) and widths:
            made.lines[at] = " " * sum(widths[:-1]) + _bare(made.lines[at])
    first = next(label.at for label, depth in zip(labels, placed.depths, strict=True) if depth)
    made.tip(
        first,
        "punten onder elkaar zijn gelezen als lijsten in elkaar",
        "spring een punt dat onder een ander hoort drie spaties in",
    )


def _bare(line: str) -> str:
    """The line set in by blanks only, its sign one of Markdown's own."""
    indent = " " * len(line[: len(line) - len(line.lstrip())].expandtabs(4))
    found = _BULLET.fullmatch(line)
    return f"{indent}- {found['rest']}" if found else indent + line.lstrip()
