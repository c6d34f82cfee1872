"""The Markdown that authors write: CommonMark with tables, footnotes and a few named things."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from rapportage.bounds import MAX_NESTING
from rapportage.compose.prose.pasted.rules import (
    address_rule,
    line_break_rule,
    pasted_table_rule,
    struck_rule,
    text_rule,
    times_rule,
)
from rapportage.content.amount import too_much_in_paragraph
from rapportage.content.fields import EXPRESSION
from rapportage.dutch import NO_BREAK_SPACE

BOXES = ("kader", "tabel", "liggend")
"""The words that may follow ':::'."""

INSERT = re.compile(
    r"\[\s*(?P<word>figuur|figuren|tabel|register|veranderd|pagina-?\s?einde)\s*(?::(?P<names>[^\[\]]*))?\]",
    re.I,
)
OPEN_POINT = re.compile(r"\[\s*open(?:[\s-]?punt)?\s*:(?P<words>.*)\]", re.S | re.I)
"""A paragraph of its own that says what is not known yet."""
_LIGHT = re.compile(
    r"\[\s*stoplicht\s*:\s*(?P<colour>groen|oranje|rood)\s*(?:,\s*(?P<words>[^\[\]]*\S)\s*)?\]", re.I
)
LIGHTS = {"groen": "✓", "oranje": "▲", "rood": "■"}
"""The sign of each colour of a traffic light, which a reader tells apart without seeing the colour."""
_RAISED = re.compile(
    r"(?P<sign>[~^])(?=[^~^\n]*\{\{)(?P<words>(?:[^\s~^{}\\]|\{\{[^{}~^]{1,500}\}\})+)(?P=sign)"
)
_REFERENCE = re.compile(r"\[@(?P<name>[^\[\]\s]+)\]")


@cache
def parser() -> MarkdownIt:
    """A parser that keeps raw HTML and every link as tokens, so that what is refused has a place."""
    md = _Parser("commonmark", {"html": True, "maxNesting": MAX_NESTING * 4, "store_labels": True})
    md.enable("table")
    md.use(footnote_plugin, inline=False)
    md.use(sub_plugin)
    md.use(superscript_plugin)
    md.use(attrs_plugin, after=(), spans=True, allowed=("lang",))
    for name in BOXES:
        md.use(container_plugin, name)
    md.core.ruler.after("block", "bounded", _bounded_rule)
    md.block.ruler.before("table", "pasted_table", pasted_table_rule, {"alt": ["paragraph"]})
    md.inline.ruler.before("link", "reference", _reference_rule)
    md.inline.ruler.before("link", "light", _light_rule)
    md.inline.ruler.before("escape", "expression", _expression_rule)
    md.inline.ruler.before("escape", "line_break", line_break_rule)
    md.inline.ruler.before("escape", "address", address_rule)
    md.inline.ruler.before("emphasis", "times", times_rule)
    md.inline.ruler.before("sub", "struck", struck_rule)
    md.inline.ruler.before("sub", "raised", _raised_rule)
    md.inline.ruler.at("text", text_rule)
    md.core.ruler.at("text_join", _join_texts)
    for name, rule in zip(md.inline.ruler.get_active_rules(), md.inline.ruler.getRules(""), strict=True):
        md.inline.ruler.at(name, _marking(rule))
    return md


def _bounded_rule(state: StateCore) -> None:
    """Read the words of no text that has a paragraph too many of them; `too_much` says which."""
    line = 0
    for token in state.tokens:
        line = token.map[0] if token.map else line
        found = too_much_in_paragraph(token.content, line) if token.type == "inline" else None
        if found:
            state.env["too_much"] = found
            state.tokens.clear()
            return


def _marking(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """The same rule, which notes at its last token where in the text it ended: lines are counted by that."""

    def marking(state: StateInline, silent: bool) -> bool:
        found = rule(state, silent)
        if found and not silent and state.tokens:
            state.tokens[-1].meta["end"] = state.pos
        return found

    return marking


def _join_texts(state: StateCore) -> None:
    """Join neighbouring texts, and note at which places of the whole a sign is escaped: it means itself."""
    for token in state.tokens:
        if token.type == "inline":
            runs = groupby(token.children or [], key=lambda child: child.type in ("text", "text_special"))
            token.children = [
                one for is_text, run in runs for one in ([_joined(list(run))] if is_text else run)
            ]


def _joined(texts: list[Token]) -> Token:
    whole = texts[0]
    length, escaped = 0, []
    for text in texts:
        if text.type == "text_special" and text.info == "escape":
            escaped.append(length)
        length += len(text.content)
    whole.content = "".join(text.content for text in texts)
    whole.type = "text"
    if escaped:
        whole.meta["escaped"] = escaped
    return whole


def unescaped(text: Token) -> str:
    """The words of a text with a blank for each sign that is escaped."""
    words = list(text.content)
    for at in text.meta.get("escaped", ()):
        words[at] = " "
    return "".join(words)


def shown(inline: Token) -> str:
    """The words as a message shows them, with … for what only the paper works out."""
    pieces = (
        "…"
        if child.type in ("expression", "reference")
        else child.content
        if child.type.startswith("text")
        else " "
        if child.type.endswith("break")
        else ""
        for child in inline.children or ()
    )
    return " ".join("".join(pieces).split())


class _Parser(MarkdownIt):
    """Lets every link through: a link that is left as text could not be told apart from text."""

    def validateLink(self, url: str) -> bool:
        del url
        return True


def _reference_rule(state: StateInline, silent: bool) -> bool:
    found = _REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("reference", "", 0).content = found["name"]
    state.pos = found.end()
    return True


def _expression_rule(state: StateInline, silent: bool) -> bool:
    found = EXPRESSION.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("expression", "", 0).content = found["expression"]
    state.pos = found.end()
    return True


def _raised_rule(state: StateInline, silent: bool) -> bool:
    """Letters set high or low with an expression in them: Markdown's own rule takes no blanks."""
    found = _RAISED.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        name = {"~": "sub", "^": "sup"}[found["sign"]]
        state.push(f"{name}_open", name, 1).markup = found["sign"]
        for index, piece in enumerate(EXPRESSION.split(found["words"])):
            if piece:
                state.push("expression" if index % 2 else "text", "", 0).content = piece
        state.push(f"{name}_close", name, -1).markup = found["sign"]
    state.pos = found.end()
    return True


def _light_rule(state: StateInline, silent: bool) -> bool:
    """A traffic light as a sign with a word: its colour, or what the author says of it."""
    found = _LIGHT.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        colour = found["colour"].lower()
        sign = f"{LIGHTS[colour]}{NO_BREAK_SPACE}{found['words'] or colour}"
        state.push("text_special", "", 0).content = sign
    state.pos = found.end()
    return True
