"""What the tokens of a table in Markdown, and those around it, say of the whole table."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from rapportage.compose.prose.syntax import shown


def bold_first(tokens: list[Token], index: int) -> bool:
    """Whether every row's first cell is wholly bold: that is how an author marks row headers."""
    firsts = []
    for at in range(index, len(tokens)):
        if tokens[at].type == "table_close":
            break
        if tokens[at].type == "td_open" and tokens[at - 1].type == "tr_open":
            kinds = [child.type for child in tokens[at + 1].children or () if child.content or child.nesting]
            firsts.append(
                kinds[:1] == ["strong_open"]
                and kinds[-1:] == ["strong_close"]
                and kinds.count("strong_open") == 1
            )
    return bool(firsts) and all(firsts)


def beside(tokens: list[Token], index: int) -> Iterator[str]:
    """The words of the paragraphs right above and below a table."""
    above = index - 1
    while above > 0 and tokens[above].type == "container_tabel_open":
        above -= 1
    if above > 0 and tokens[above].type == "paragraph_close":
        yield shown(tokens[above - 1])
    below = next(at for at in range(index, len(tokens)) if tokens[at].type == "table_close") + 1
    while below < len(tokens) and tokens[below].type == "container_tabel_close":
        below += 1
    if below < len(tokens) and tokens[below].type == "paragraph_open":
        yield shown(tokens[below + 1])
