"""Lines that count on in letters or Roman numerals, as the items of a list that they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapportage.compose.prose.pasted.text import ITEM, LETTERED, Unpasted, chunks_of
from rapportage.numerals import letters, roman

_BRACKETED = re.compile(r"\s*[0-9]{1,3}\)\s")
_NUMBERED = re.compile(r"(?=\s*[0-9]{1,3}([.)])\s)(?!\s{4})(?!\t)")
_SET_IN = re.compile(r"(?=[ \t]*\xa0)\s+(?=(?:[0-9]{1,3}|[a-z]{1,4})[.)]\s)")
_FURTHEST = 6
"""What is set in further than this below a number would be no item."""
_COUNTS = {
    "romeins": {roman(number): number for number in range(1, 40)},
    "letters": {letters(number): number for number in range(1, 27)},
}
"""The number of each label that a list may count in."""
_SIGNS = {"romeins": ".", "letters": ")"}
"""Another sign behind letters than digits have: Markdown would count both lists on as one."""


def set_in(line: str) -> str:
    """The line, if it is an item that no-break spaces set in, set in by blanks as Markdown knows."""
    found = _SET_IN.match(line)
    return f"{' ' * min(len(found[0]), _FURTHEST)}{line[found.end() :]}" if found else line


@dataclass(frozen=True, slots=True)
class _Run:
    """Lettered lines that are items of one list, with the labels of the lines."""

    lines: list[int]
    labels: list[str]
    indent: int


def letter_items(made: Unpasted, hidden: set[int]) -> None:
    """Make items of lines that count on in letters or Roman numerals; refuse those that do not.

    A list counts on behind the text that parts its items, as one with digits does.
    """
    chains: list[list[_Run]] = []
    for group in _groups(made.lines, hidden):
        for run in _runs(made, group):
            before = next((chain for chain in reversed(chains) if chain[0].indent == run.indent), None)
            if before and _counted(_labels([*before, run])):
                before.append(run)
            else:
                chains.append([run])
    for chain in chains:
        labels = _labels(chain)
        for run in chain if len(labels) > 1 else ():
            _number(made, run, _counted(labels))
    _refuse_mixed(made, hidden)


def _refuse_mixed(made: Unpasted, hidden: set[int]) -> None:
    """Refuse a list of letters with one of digits right before or behind it, unless they are two for sure."""
    for chunk in chunks_of(made.lines, hidden):
        _refuse_beside(made, chunk)
    for pair in pairwise(chunks_of(made.lines, hidden)):
        kinds: dict[str, set[bool]] = {}
        for at in (at for chunk in pair for at in chunk):
            if found := _NUMBERED.match(made.lines[at]):
                kinds.setdefault(found[1], set()).add(at in made.labelled)
        if any(len(kind) > 1 for kind in kinds.values()) and not made.is_refused(pair[1][0]):
            message = "een lijst met letters en een met cijfers tellen hier als één lijst door"
            made.refuse(
                pair[1][0], message, "zet er tekst tussen, of spring de ene in onder een punt van de andere"
            )


def _refuse_beside(made: Unpasted, chunk: Sequence[int]) -> None:
    """Refuse letters and digits that take turns at one margin: one may belong below the other."""
    kinds: dict[int, bool] = {}
    for at in chunk:
        found = ITEM.match(made.lines[at])
        if not found:
            continue
        indent = len(found["indent"])
        kinds = {deep: kind for deep, kind in kinds.items() if deep <= indent}
        is_labelled = at in made.labelled
        if found["number"] and kinds.setdefault(indent, is_labelled) != is_labelled:
            message = "horen deze punten onder het punt erboven? Zij staan even ver naar links"
            way_out = "spring wat onder een ander punt hoort drie spaties in"
            made.refuse(at, message, f"{way_out}; zet anders een witregel tussen de lijsten")
            return


def _labels(runs: Sequence[_Run]) -> list[str]:
    return [label for run in runs for label in run.labels]


def _counted(labels: Sequence[str]) -> str:
    """What the labels count on in: 'romeins' or 'letters', or '' where they do not."""
    for kind, numbers in _COUNTS.items():
        counted = [numbers.get(label, 0) for label in labels]
        if counted[0] and counted == list(range(counted[0], counted[0] + len(counted))):
            return kind
    return ""


def _number(made: Unpasted, run: _Run, kind: str) -> None:
    """Write the lines as items with numbers, which the paper prints in this kind again."""
    if kind:
        for at, label in zip(run.lines, run.labels, strict=True):
            if found := LETTERED.fullmatch(made.lines[at]):
                number = _COUNTS[kind][label]
                made.lines[at] = f"{found['indent']}{number}{_SIGNS[kind]} {found['rest']}"
                made.labelled[at] = kind
        message = "een lijst met letters is als lijst gelezen"
        made.tip(run.lines[0], message, "zo blijft zij met letters genummerd")
    elif all(label in _COUNTS["letters"] for label in run.labels):
        made.refuse(
            run.lines[0],
            f"deze letters tellen niet door: {', '.join(run.labels[:6])}",
            "laat de letters opeenvolgen, of schrijf '- ' voor elk punt",
        )


def _groups(lines: Sequence[str], hidden: set[int]) -> Iterator[list[int]]:
    """The chunks of the text; those that begin with a lettered line go on with such a chunk before."""
    group: list[int] = []
    for chunk in chunks_of(lines, hidden):
        if group and not (LETTERED.fullmatch(lines[chunk[0]]) and LETTERED.fullmatch(lines[group[0]])):
            yield group
            group = []
        group.extend(chunk)
    if group:
        yield group


def _runs(made: Unpasted, group: list[int]) -> list[_Run]:
    """The lettered lines of a group by the list of which they are items; none where digits get in between."""
    found = {at: one for at in group if (one := LETTERED.fullmatch(made.lines[at]))}
    typed = [at for at in group if found and at not in made.labelled]
    mixed = next((at for at in typed if _BRACKETED.match(made.lines[at])), None)
    if mixed is not None:
        hint = "schrijf de cijfers met een punt, '1. ', en spring ze in als zij onder een letter horen"
        made.refuse(mixed, "letters en cijfers met ) tellen hier als één lijst door", hint)
        return []
    return [
        _Run(run, [found[at]["label"] for at in run], len(found[run[0]]["indent"]))
        for run in _same_indent(made.lines, group, found)
    ]


def _same_indent(
    lines: Sequence[str], group: list[int], found: Mapping[int, re.Match[str]]
) -> list[list[int]]:
    """The lettered lines that are items of one list: set in alike, with no item between set in less."""
    runs: list[list[int]] = []
    open_runs: dict[int, list[int]] = {}
    for at in group:
        indent = len(lines[at]) - len(lines[at].lstrip())
        if at not in found and not ITEM.match(lines[at]):
            continue
        for deeper in [one for one in open_runs if one > indent]:
            del open_runs[deeper]
        if at not in found:
            continue
        if indent not in open_runs:
            open_runs[indent] = []
            runs.append(open_runs[indent])
        open_runs[indent].append(at)
    return runs
