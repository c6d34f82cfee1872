"""Rules for the Markdown parser: bare addresses, rows without a rule, stars of times, struck words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.text import text as _plain_text

from rapportage.compose.prose.pasted.tables import is_number
from rapportage.typed import is_nothing

LINE_BREAKS = "\u2028\x0b"
"""What other programs write for a new line within a paragraph; texts in YAML may hold either."""
_ADDRESS = re.compile(
    r"(?<![\w@/.-])(?<!\]\()(?:https?://[^\s<>\"“”„\\[\]{}|]+|www\.[a-z0-9-]+\.[^\s<>\"“”„\\[\]{}|]+"
    r"|[a-z0-9](?:[a-z0-9._%+-]{0,63}[a-z0-9])?@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-]))",
    re.I,
)
_PATH = re.compile(r"(?<!\S)(?:[A-Za-z]:[\\/]|\\\\[\w.-]+\\)[^\s|<>\"]*[^\s|<>\".,;:)]")
"""A path on a disk: what stands in it is no sign of Markdown."""
_ENDING = re.compile(r"[.,;:!?'’”*_~]+$")
"""What stands behind an address and belongs to the sentence."""


def address_rule(state: StateInline, silent: bool) -> bool:
    """A bare web or e-mail address as a link with itself as its text, whole; a path on a disk as itself."""
    found = _addresses(state)
    end = found.ends.get(state.pos)
    if end is None or state.linkLevel > 0:
        return False
    if not silent and state.pos in found.paths:
        path = state.push("text_special", "", 0)
        path.content, path.info = _single(state.src[state.pos : end]), "path"
    elif not silent:
        shown = state.src[state.pos : end]
        target = shown if "://" in shown else f"mailto:{shown}" if "@" in shown else f"https://{shown}"
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": target}
        state.push("text", "", 0).content = shown
        state.push("link_close", "a", -1)
    state.pos = end
    return True


def text_rule(state: StateInline, silent: bool) -> bool:
    """Plain text up to the next sign that may mean something, or the next address or line break."""
    start, addresses = state.pos, _addresses(state)
    links = state.linkLevel == 0
    if state.src[start] in LINE_BREAKS or (links and start in addresses.ends):
        return False
    if not _plain_text(state, silent=True):
        return False
    stops = [at for sign in LINE_BREAKS if (at := state.src.find(sign, start, state.pos)) > 0]
    following = bisect_right(addresses.starts, start)
    if links and following < len(addresses.starts) and addresses.starts[following] < state.pos:
        stops.append(addresses.starts[following])
    end = min(stops, default=state.pos)
    if not silent:
        state.append_pending(state.src[start:end])
    state.pos = end
    return True


@dataclass(frozen=True, slots=True)
class _Addresses:
    """Where the bare addresses of a text begin, in order, and where each of them ends."""

    starts: Sequence[int]
    ends: Mapping[int, int]
    paths: Set[int]
    """Those that are paths on a disk."""


def _addresses(state: StateInline) -> _Addresses:
    """The bare addresses of the text, found once."""
    kept: dict[str, _Addresses] = state.env.setdefault("addresses", {})
    if state.src not in kept:
        kept.clear()
        words = state.src[: state.posMax]
        paths = {found.start(): found.end() for found in _PATH.finditer(words)}
        ends = {found.start(): _end_of(found) for found in _ADDRESS.finditer(words)} | paths
        kept[state.src] = _Addresses(sorted(ends), ends, paths.keys())
    return kept[state.src]


def _single(path: str) -> str:
    """The path; on a drive with each backslash once, where somebody escaped them."""
    return path.replace("\\\\", "\\") if path[:1].isalpha() else path


def _end_of(found: re.Match[str]) -> int:
    """The end of the address without what belongs to the sentence, such as the bracket around it."""
    words = found[0]
    while True:
        shorter = _ENDING.sub("", words)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == words:
            return found.start() + len(words)
        words = shorter


def line_break_rule(state: StateInline, silent: bool) -> bool:
    """A line separator, or Word's sign for a new line, as a line break."""
    if state.src[state.pos] not in LINE_BREAKS:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos += 1
    return True


_TIMES = re.compile(r"(?<=\w)\*(?=\w)|(?<=\()\*(?=\))")


def times_rule(state: StateInline, silent: bool) -> bool:
    """A star between letters or digits, or alone in brackets, as itself: 5*6 is no emphasis."""
    if not _TIMES.match(state.src, state.pos):
        return False
    if not silent:
        state.append_pending("*")
    state.pos += 1
    return True


def struck_rule(state: StateInline, silent: bool) -> bool:
    """Two tildes as what other Markdown strikes out, which a paper does not know."""
    if not state.src.startswith("~~", state.pos):
        return False
    end = state.src.find("~~", state.pos + 2, state.posMax)
    if end < 0:
        return False
    if not silent:
        state.push("struck", "", 0).content = state.src[state.pos + 2 : end]
    state.pos = end + 2
    return True


def pasted_table_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rows of a table without a rule that were found on these lines, as Markdown's own table."""
    rows: list[list[str]] | None = state.env.get("tables", {}).get(start)
    if rows is None or start + len(rows) > end:
        return False
    if silent:
        return True
    right = [column > 0 and _are_numbers([row[column] for row in rows[1:]]) for column in range(len(rows[0]))]
    heads = not rows[0][0]  # nothing above the first column: it holds what the rows are called
    opening = state.push("table_open", "table", 1)
    opening.map = [start, start + len(rows)]
    opening.meta = {"pasted": True}
    for at, row in enumerate(rows):
        part = "thead" if at == 0 else "tbody"
        if at < 2:
            state.push(f"{part}_open", part, 1)
        state.push("tr_open", "tr", 1).map = [start + at, start + at + 1]
        for column, cell in enumerate(row):
            kind = "th" if at == 0 else "td"
            opened = state.push(f"{kind}_open", kind, 1)
            opened.attrs = {"style": "text-align:right"} if right[column] else {}
            inline = state.push("inline", "", 0)
            inline.content = f"**{cell}**" if heads and at and not column and cell else cell
            inline.map, inline.children = [start + at, start + at + 1], []
            state.push(f"{kind}_close", kind, -1)
        state.push("tr_close", "tr", -1)
        if at == 0 or at == len(rows) - 1:
            state.push(f"{part}_close", part, -1)
    state.push("table_close", "table", -1)
    state.line = start + len(rows)
    return True


_UNKNOWN = re.compile(r"n\.b\.|n\.n\.b\.|onbekend", re.I)


def _are_numbers(cells: Sequence[str]) -> bool:
    return any(map(is_number, cells)) and all(
        is_number(cell) or is_nothing(cell) or _UNKNOWN.fullmatch(cell) for cell in cells
    )
