"""Turn authors' Markdown into profile XHTML, keeping line numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from markdown_it.token import Token
from markupsafe import Markup, escape

from rapportage.bounds import MAX_NESTING
from rapportage.compose.budget import Budget
from rapportage.compose.prose.block_slips import block_slips
from rapportage.compose.prose.markdown_blocks import BlockWriter, words_of
from rapportage.compose.prose.markdown_inlines import Inserts
from rapportage.compose.prose.pasted import unpasted
from rapportage.compose.prose.recalled import Converting, Known, recalled
from rapportage.compose.prose.syntax import OPEN_POINT, parser
from rapportage.content.amount import too_much_text
from rapportage.errors import Place, Problem, Severity
from rapportage.typed import with_minus_first

_BEGINS = re.compile(r"\s*(?P<before>[0-9]*)(?P<sign>[.)>+#*-])")
_MEANT = re.compile(
    r"\A(?P<before>\s*(?:[0-9]{1,9}(?=[.)]\s))?)(?P<sign>>|\+(?=\s)|#(?=#*\s)|(?<=[0-9])[.)](?=\s))"
)
"""How a single line begins that means what it says, such as '> 95%' or '1. halen': it holds no blocks."""
Made = TypeVar("Made")
Shape = Literal["list", "later list", "announcement", "open", "other"]
"""A block as far as a memo's decisions go by it; an announcement ends with a colon, a later list
does not begin at 1."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the text's own top level with what follows it; the first may have no title."""

    title: str
    heading: Markup
    body: Markup
    place: Place
    shape: tuple[Shape, ...] = ()
    """What each block of the body is."""


@dataclass
class Converter:
    """Converts texts and gathers the problems on the way."""

    inserts: Inserts
    problems: list[Problem] = field(default_factory=list)
    budget: Budget = field(default_factory=Budget)
    """What may be written yet, of all texts together."""
    open_points: list[tuple[str, Place]] = field(default_factory=list)
    """What the texts say is not known yet, in plain words, and where."""
    known: Known | None = None
    """Where what was converted before is remembered."""

    def sections(
        self, text: str, file: str, first_line: int, *, level: int, prefix: str, title: str = ""
    ) -> tuple[Section, ...]:
        """The text as sections of profile XHTML.

        '##' becomes a heading of `level`, '###' the next; ids of headings begin with `prefix`. The `title`
        may stand above the text once more, behind a single '#'.
        """
        key = "tekst", text, file, first_line, level, prefix, title
        return self._made(key, lambda now: _Text(now, text, file, first_line, level, prefix).sections(title))

    def inline(self, text: str, place: Place, *, cell: bool = False, heads: Sequence[str] = ()) -> Markup:
        """A single paragraph's text, that of a table's cell below these heads or a title, as inline XHTML."""
        key = "regel", text, place, place.end, place.path, cell, tuple(heads)
        return self._made(key, lambda now: self._inline(now, text, place, cell=cell, heads=heads))

    def _made(self, key: Hashable, convert: Callable[[Converting], Made]) -> Made:
        return convert(self) if self.known is None else recalled(self, self.known, key, convert)

    @staticmethod
    def _inline(now: Converting, text: str, place: Place, *, cell: bool, heads: Sequence[str]) -> Markup:
        if text.strip() in ("-", "–", "+", "*"):  # what stands for nothing in a cell, and begins no list
            return escape(text.strip())
        line = with_minus_first(text)
        if "\n" not in line.strip():
            line = _MEANT.sub(r"\g<before>\\\g<sign>", line)
        writer = _Text(now, line, place.file, place.line, 5, "")
        writer.in_cell, writer.heads = cell, list(heads)
        return writer.inline_only(place)


def _shape(token: Token, following: Token | None) -> Shape:
    """What the block that begins with this token is."""
    if token.type in ("bullet_list_open", "ordered_list_open"):
        return "list" if int(token.attrGet("start") or 1) == 1 else "later list"
    words = following.content.strip() if following and token.type == "paragraph_open" else ""
    if OPEN_POINT.fullmatch(words):
        return "open"
    return "announcement" if words.endswith((":", ":**", ":*")) else "other"


class _Text(BlockWriter):
    """The conversion of one text."""

    def __init__(
        self, converter: Converting, text: str, file: str, first_line: int, level: int, prefix: str
    ) -> None:
        super().__init__(
            converter.inserts,
            converter.problems,
            file,
            first_line,
            converter.budget,
            lines=text.split("\n"),
            level=level,
            prefix=prefix,
            open_points=converter.open_points,
        )
        self.text = text
        self.tables: dict[int, list[list[str]]] = {}

    def sections(self, title_above: str) -> tuple[Section, ...]:
        self.unpaste()
        tokens = self.tokens()
        if tokens is None:
            return ()
        for one in block_slips(tokens, self.lines):
            self.problem(one.message, one.hint, rule="lijst", at=self.place(one.line))
        if tokens and tokens[0].tag == "h1" and tokens[1].content.strip() == title_above.strip():
            tokens = tokens[3:]
        found: list[Section] = []
        title, heading, place = "", Markup(""), self.place(0)
        body: list[str] = []
        shape: list[Shape] = []
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "heading_open" and token.level == 0 and token.tag == "h2":
                found.append(Section(title, heading, Markup("".join(body)), place, tuple(shape)))
                self.line = (token.map or [0])[0]
                place, body, shape = self.place(self.line), [], []
                title = words_of(tokens[index + 1])
                heading = Markup(self.heading(token, tokens[index + 1]))
                index += 3
                continue
            if token.level == 0 and token.nesting >= 0 and token.type != "html_block":
                shape.append(_shape(token, next(iter(tokens[index + 1 : index + 2]), None)))
            index += self.block(tokens, index, body)
        found.append(Section(title, heading, Markup("".join(body)), place, tuple(shape)))
        return tuple(one for one in found if one.title or one.body.strip())

    def unpaste(self) -> None:
        """Take lines from other programs for what they mean, and tell what was done with them."""
        made = unpasted(self.text)
        self.lines, self.text = made.lines, "\n".join(made.lines)
        self.tables, self.labelled = made.tables, made.labelled
        self.told = {one.line for one in made.notices if one.wrong}
        for one in made.notices:
            weight: Severity = "fout" if one.wrong else "tip"
            self.problems.append(Problem(weight, one.message, self.place(one.line), one.hint, "geplakt"))

    def inline_only(self, place: Place) -> Markup:
        if self.is_too_much(too_much_text(self.lines)):
            return Markup("")
        tokens = self.tokens()
        if tokens is None:
            return Markup("")
        if [token.type for token in tokens] not in ([], ["paragraph_open", "inline", "paragraph_close"]):
            hint = "haal koppen, lijsten en witregels weg"
            if sign := _BEGINS.match(self.text):
                hint = f"begint de tekst met '{sign[0]}', schrijf dan {sign['before']}\\{sign['sign']}"
            self.problem("hier past alleen lopende tekst", hint, at=place)
            return escape(self.text)
        return Markup("".join(self.inline(tokens[1]))) if tokens else Markup("")

    def tokens(self) -> list[Token] | None:
        environment: dict[str, Any] = {"tables": self.tables}
        try:
            tokens = parser().parse(self.text, environment)
        except RecursionError:
            tokens = None
        if self.is_too_much(environment.get("too_much")):
            return None
        deep = tokens and next((one for one in _all(tokens) if one[1].level > MAX_NESTING), None)
        if tokens is None or deep:
            self.line = deep[0] if deep else 0
            self.problem(
                "deze tekst is te diep genest", f"houd het bij {MAX_NESTING // 4} niveaus", rule="te-diep"
            )
            return None
        for label, index in environment.get("footnotes", {}).get("refs", {}).items():
            if index < 0:
                self.line = self.find(f"[^{label[1:]}]:")
                self.problem(
                    f"naar voetnoot '{label[1:]}' verwijst niets", f"schrijf [^{label[1:]}] in de tekst"
                )
        self.check_labels(tokens, environment.get("references", {}))
        return self.without_notes(tokens)

    def check_labels(self, tokens: Sequence[Token], labels: Mapping[str, Any]) -> None:
        """Refuse what would vanish: lines that name an address which no link uses."""
        used = {child.meta.get("label") for _, child in _all(tokens)}
        for label, target in labels.items():
            if label not in used:
                self.line = target["map"][0]
                self.problem(
                    f"deze regel, die met [{label.lower()}]: begint, komt niet in het stuk",
                    f"schrijf een voetnoot als [^{label.lower()}]: …, of haal de regel weg",
                    rule="koppeling",
                )

    def without_notes(self, tokens: list[Token]) -> list[Token]:
        """The tokens before the block of notes, whose notes are kept for their marks."""
        start = next((i for i, token in enumerate(tokens) if token.type == "footnote_block_open"), None)
        if start is None:
            return tokens
        number = -1
        self.in_note = True
        for token in tokens[start:]:
            if token.type == "footnote_open":
                number = token.meta["id"]
            elif token.type == "inline":
                self.line = (token.map or [self.line])[0]
                before = Markup("<br/>") if number in self.notes else Markup("")
                words = Markup("".join((self.mark(), *self.inline(token))))
                self.notes[number] = self.notes.get(number, Markup("")) + before + words
            elif token.type not in _IN_NOTES:
                self.line = (token.map or [self.line])[0]
                self.problem(
                    "in een voetnoot past alleen lopende tekst", "zet lijsten en tabellen in de tekst"
                )
        self.in_note = False
        return tokens[:start]


_IN_NOTES = {
    "footnote_block_open",
    "footnote_block_close",
    "footnote_open",
    "footnote_close",
    "footnote_anchor",
    "paragraph_open",
    "paragraph_close",
    "inline",
}


def _all(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        yield line, token
        for child in token.children or ():
            yield line, child
