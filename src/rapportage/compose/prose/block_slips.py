"""Lists and quotes that Markdown makes of signs that were meant as words, or words of what was a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from rapportage.compose.prose.pasted.text import Notice

_SECOND_SIGN = re.compile(
    r"(?:[•▪◦●○‣–—]|(?:[a-h]|i{1,3}|iv|vi{0,3}|ix|x)[.)]|\((?:[0-9]{1,2}|[a-h]|[ivx]{1,4})\))\s"
)
_AMOUNT = re.compile(r"[=€0-9]")
_LATEST = 31
"""A list that begins at a higher number is none: it is a year, or a number."""


def block_slips(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Notice]:
    """What is wrong with the lists and quotes of these lines: of each kind the first that is found."""
    told: set[str] = set()
    for slip in (*_all_slips(tokens), *_hardly_indented(tokens, lines)):
        if slip.hint not in told:
            told.add(slip.hint)
            yield slip


def _all_slips(tokens: Sequence[Token]) -> Iterator[Notice]:
    for index, token in enumerate(tokens[:-1]):
        line = token.map[0] if token.map else 0
        following = tokens[index + 1]
        match token.type:
            case "list_item_open":
                yield from _item(token, following, _words(tokens, index + 1), line)
            case "bullet_list_open" if token.markup == "+" and _AMOUNT.match(_words(tokens, index + 2)):
                yield Notice(line, *_PLUS)
            case "bullet_list_close" if following.type == "bullet_list_open":
                if "+" in (token.markup, following.markup):
                    yield Notice((following.map or [0])[0], *_PLUS)
            case "ordered_list_open" if (number := _number(token)) > _LATEST:
                message = f"deze regel begint met '{number}{token.markup}' en wordt zo een punt van een lijst"
                yield Notice(line, message, f"schrijf {number}\\{token.markup} als het geen lijst is")
            case "blockquote_open" if _AMOUNT.match(_words(tokens, index + 1)):
                message = "deze regel begint met > en wordt zo een citaat; het teken valt weg"
                yield Notice(line, message, "schrijf \\> als u 'groter dan' of 'meer dan' bedoelt")


def _number(ordered: Token) -> int:
    return int(ordered.attrGet("start") or 1)


def _words(tokens: Sequence[Token], index: int) -> str:
    """The words of the paragraph that begins with this token; '' where none does."""
    is_paragraph = index + 1 < len(tokens) and tokens[index].type == "paragraph_open"
    return tokens[index + 1].content if is_paragraph else ""


_PLUS = (
    "plussen en minnen vallen hier weg: beide worden een opsommingsteken",
    "schrijf \\+ en \\- als zij iets betekenen, elk op een regel na een witregel; anders overal '- '",
)


def _item(token: Token, following: Token, words: str, line: int) -> Iterator[Notice]:
    is_numbered = token.markup in ".)"
    second = (following.type == "ordered_list_open" and _number(following) <= _LATEST) or (
        following.type == "bullet_list_open" and not is_numbered
    )
    if second or _SECOND_SIGN.match(words):
        message = "hier staan twee opsommingstekens of nummers voor één punt"
        yield Notice(line, message, "laat er één staan; een jaartal of nummer vooraan schrijft u als 2023\\.")
    elif following.type == "list_item_close":
        sign = token.markup if token.markup in "-*+" else f"{token.info}{token.markup}"
        yield Notice(line, "dit punt van de lijst is leeg", f"schrijf er tekst achter, of haal '{sign}' weg")


def _hardly_indented(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Notice]:
    """Each item that is set in by too little to stand within the one above it, and so comes beside it."""
    outer: list[int] = []  # how far the first item of each list around a token is set in
    before = -1  # the same of the list that has just ended
    item = -1  # the line on which the last item begins: a list may begin there too
    for token in tokens:
        if token.type in _LISTS_CLOSE:
            before = outer.pop() if outer else -1
        elif token.type in _LISTS_OPEN:
            line = (token.map or [0])[0]
            depth = _depth(lines, line) if line != item else -1
            if 0 <= before < depth and line and lines[line - 1].strip():
                yield Notice(line, *_TOO_LITTLE)
            outer.append(depth)
            before = -1
        elif token.type == "list_item_open" and outer:
            item = line = (token.map or [0])[0]
            if 0 <= outer[-1] < _depth(lines, line):
                yield Notice(line, *_TOO_LITTLE)
        elif token.nesting >= 0:
            before = -1


def _depth(lines: Sequence[str], line: int) -> int:
    """How many blanks stand before the sign of an item; -1 where something else stands there."""
    text = lines[line] if line < len(lines) else ""
    return len(text) - len(text.lstrip(" ")) if _ITEM.match(text) else -1


_ITEM = re.compile(r" *(?:[-*+]|[0-9]{1,9}[.)])(?:\s|$)")
_LISTS_OPEN, _LISTS_CLOSE = (
    {"bullet_list_open", "ordered_list_open"},
    {"bullet_list_close", "ordered_list_close"},
)
_TOO_LITTLE = (
    "dit punt springt te weinig in: het komt naast het punt erboven te staan, en niet erin",
    "zet het onder de tekst erboven: twee spaties onder '- ', drie onder '1. '; of haal de spatie weg",
)
