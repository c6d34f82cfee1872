"""Turn authors' Markdown into profile XHTML, keeping line numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import takewhile
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from markupsafe import Markup, escape

from rapportage.bounds import MAX_NESTING
from rapportage.compose.block_slips import block_slips
from rapportage.compose.budget import Budget
from rapportage.compose.markdown_inlines import REFUSED, InlineWriter, Inserts
from rapportage.compose.pasted import unpasted
from rapportage.compose.places import noted
from rapportage.compose.syntax import BOXES, INSERT, OPEN_POINT, parser
from rapportage.content.amount import TooMuch, too_much_text
from rapportage.dutch import count_text
from rapportage.errors import TOO_LARGE, Place, Problem, Severity, nearest
from rapportage.typed import with_minus_first

OPEN_TITLE = "Open punt"
"""What stands above a point that is not known yet."""
_CLOSING = re.compile(r"[\s>]*:{3,}\s*")
"""The line that ends a block of ':::'."""
_BEGINS = re.compile(r"\s*(?P<before>[0-9]*)(?P<sign>[.)>+#*-])")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ATTRIBUTES = re.compile(r"\s*\{[.#][^{}]*\}\s*$")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAGS = {
    "blockquote_close": "</blockquote>",
    "bullet_list_close": "</ul>",
    "ordered_list_close": "</ol>",
    "list_item_close": "</li>",
    "thead_open": "<thead>",
    "thead_close": "</thead>",
    "tbody_open": "<tbody>",
    "tbody_close": "</tbody>",
    "tr_close": "</tr>",
    "container_kader_close": "</aside>",
    "container_liggend_close": "</div>",
}


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

    def sections(
        self, text: str, file: str, first_line: int, *, level: int, prefix: str, title: str = ""
    ) -> tuple[Section, ...]:
        """The text as sections of profile XHTML.

        '##' becomes a heading of `level`, '###' the next; ids of headings begin with `prefix`. The `title`
        may stand above the text once more, behind a single '#'.
        """
        return _Text(self, text, file, first_line, level, prefix).sections(title)

    def inline(self, text: str, place: Place, *, cell: bool = False) -> Markup:
        """A single paragraph's text, that of a table's cell or a title, as inline XHTML."""
        if text.strip() in ("-", "–", "+", "*"):  # what stands for nothing in a cell, and begins no list
            return escape(text.strip())
        writer = _Text(self, with_minus_first(text), place.file, place.line, 5, "")
        writer.in_cell = cell
        return writer.inline_only(place)


def _shape(token: Token, following: Token | None) -> Shape:
    """What the block that begins with this token is."""
    if token.type in ("bullet_list_open", "ordered_list_open"):
        return "list" if int(token.attrGet("start") or 1) == 1 else "later list"
    words = following.content.strip() if following and token.type == "paragraph_open" else ""
    if OPEN_POINT.fullmatch(words):
        return "open"
    return "announcement" if words.endswith((":", ":**", ":*")) else "other"


@cache
def _parser() -> MarkdownIt:
    return parser()


class _Text(InlineWriter):
    """The conversion of one text."""

    def __init__(
        self, converter: Converter, text: str, file: str, first_line: int, level: int, prefix: str
    ) -> None:
        super().__init__(converter.inserts, converter.problems, file, first_line, converter.budget)
        self.open_points = converter.open_points
        self.text = text
        self.lines = text.split("\n")
        self.tables: dict[int, list[list[str]]] = {}
        self.labelled: dict[int, str] = {}
        self.level = level
        self.prefix = prefix
        self.ids: set[str] = set()
        self.counts: dict[str, int] = {}
        self.caption: tuple[str, str, str] | None = None
        self.row_headers = False

    # --- whole texts ---------------------------------------------------------------------

    def sections(self, title_above: str) -> tuple[Section, ...]:
        self.unpaste()
        tokens = self.tokens()
        if tokens is None:
            return ()
        for one in block_slips(tokens):
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
                title = _words(tokens[index + 1])
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

    def is_too_much(self, found: TooMuch | None) -> bool:
        """Whether there is more than is read, which is a problem."""
        if found:
            self.problem(found.message, found.hint, rule=TOO_LARGE, at=self.place(found.line))
        return found is not None

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
            tokens = _parser().parse(self.text, environment)
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

    # --- blocks --------------------------------------------------------------------------

    def block(self, tokens: list[Token], index: int, out: list[str]) -> int:
        """Write the block token at `index`; the number of tokens that this used up."""
        token = tokens[index]
        if token.map:
            self.line = token.map[0]
        self.budget.spend(self.place(self.line), blocks=token.nesting == 1)
        if token.type == "html_block":
            self.html(token)
            return 1
        if token.type in REFUSED:
            self.problem(*REFUSED[token.type], rule="markdown")
            return 1
        if token.type == "heading_open":
            out.append(self.heading(token, tokens[index + 1]))
            return 3
        if token.type == "paragraph_open":
            out.append(self.paragraph(token, tokens[index + 1]))
            return 3
        if token.type in ("th_open", "td_open"):
            out.append(self.cell(token, tokens[index + 1], index > 0 and tokens[index - 1].type == "tr_open"))
            return 3
        out.append(_TAGS[token.type] if token.type in _TAGS else self.opening(tokens, index))
        return 1

    def opening(self, tokens: list[Token], index: int) -> str:
        token = tokens[index]
        match token.type:
            case "blockquote_open":
                return f"<blockquote{self.source(token)}>"
            case "bullet_list_open":
                return f"<ul{self.source(token)}>"
            case "ordered_list_open":
                start = token.attrGet("start")
                begin = f' start="{int(start)}"' if start not in (None, 1) else ""
                kind = self.labelled.get((token.map or [-1])[0])
                counted = f' class="{kind}"' if kind else ""
                return f"<ol{self.source(token)}{begin}{counted}>"
            case "list_item_open":
                return f"<li{self.source(token)}>"
            case "tr_open":
                return f"<tr{self.source(token)}>"
            case "container_kader_open":
                return self.kader(token)
            case "container_liggend_open":
                self.closed(token)
                return f'<div class="liggend"{self.source(token)}>'
            case "container_tabel_open":
                self.captioned(tokens, index)
                return ""
            case "container_tabel_close":
                self.caption = None
                return ""
            case "table_open":
                return self.table(tokens, index)
            case "table_close":
                return "</table></div>"
        raise AssertionError(token.type)

    def html(self, token: Token) -> None:
        """Leave out an author's note to oneself; refuse all other HTML."""
        closed, _, left = token.content.rpartition("-->")  # what is not closed is looked for once
        rest = (_COMMENT.sub("", f"{closed}-->") if closed else "").strip() + left.strip()
        if "<!--" in rest:
            message = "deze aantekening (<!--) wordt niet gesloten, en de rest van de tekst valt erin"
            self.problem(message, "zet --> achter de aantekening")
        elif rest.lower().startswith(("<table", "<tr", "<td", "<tbody", "<thead")):
            hint = "schrijf | Kop | Kop |, daaronder |---|---|, of maak tabellen/naam.yaml met [tabel: naam]"
            self.problem("een tabel in HTML kan hier niet", hint)
        elif rest and "<!--" in token.content:
            message = "achter deze aantekening (<!-- … -->) staat nog tekst"
            self.problem(message, "zet de aantekening op een eigen regel")
        elif rest:
            self.problem(*REFUSED["html_block"])

    def heading(self, token: Token, inline: Token) -> str:
        level = int(token.tag[1]) - 2 + self.level
        if token.markup == "-" and (inline.content.count("\n") or inline.content.rstrip()[-1:] in ".,;:?!"):
            self.problem(
                "de streep onder deze tekst maakt er een kop van",
                "haal de streep weg; een kop begint met '## '",
                rule="kop",
            )
            return ""
        if attributes := _ATTRIBUTES.search(inline.content):
            self.problem(f"achter een kop kan geen {attributes[0].strip()} staan", "haal het weg", rule="kop")
            return ""
        if token.tag == "h1" or level > 5:
            message = (
                "een kop met één # is er alleen voor de titel" if token.tag == "h1" else "deze kop is te diep"
            )
            self.problem(message, "gebruik ## of ###", rule="kop")
            return ""
        name = self.identity(_words(inline))
        return f'<h{level} id="{name}"{self.source(token)}>{"".join(self.inline(inline))}</h{level}>\n'

    def paragraph(self, token: Token, inline: Token) -> str:
        content = inline.content.strip()
        if found := INSERT.fullmatch(content):
            word = re.sub(r"[\s-]+", "-", found["word"].lower()).replace("paginaeinde", "pagina-einde")
            return self.insert(token, word, found["names"] or "")
        if found := OPEN_POINT.fullmatch(content):
            return self.open_point(token, found["words"])
        if content.startswith(":::"):
            word = (content.strip(": \n").split() or [""])[0]
            self.problem(f"'::: {word}' is geen soort blok", nearest(word, BOXES), rule="blok")
            return ""
        words = "".join(self.inline(inline))
        return words if token.hidden else f"<p{self.source(token)}>{words}</p>\n"

    def insert(self, token: Token, word: str, names: str) -> str:
        place = self.place(self.line)
        wanted = [name.strip() for name in names.split(",") if name.strip()]
        match word, wanted:
            case "pagina-einde", []:
                return f'<hr class="pagina-einde"{self.source(token)}/>'
            case ("figuur", [_]) | ("figuren", [_, _]):
                return self.inserts.figures(wanted, place)
            case "tabel", [name]:
                return self.inserts.table(name, place)
        forms = "[figuur: naam], [figuren: naam, naam], [tabel: naam] of [pagina-einde]"
        self.problem(f"'[{word}:{names}]' is niet te begrijpen", f"schrijf {forms}", rule="markdown")
        return ""

    def open_point(self, token: Token, words: str) -> str:
        """A box that nobody overlooks; inside a list, where no box fits, a line."""
        if not words.strip():
            self.problem("dit open punt zegt niets", "schrijf [open: wat er nog moet komen]", rule="markdown")
            return ""
        self.open_points.append((_told(_parser().parseInline(words, {})[0]), self.place(self.line)))
        self.line += words[: len(words) - len(words.lstrip())].count("\n")
        words = words.strip()
        if token.level:
            line = f"<strong>Open punt:</strong> {self.title(words)}"
            return line if token.hidden else f"<p{self.source(token)}>{line}</p>\n"
        title = f'<p class="kadertitel">{OPEN_TITLE}</p>'
        said = f"<p>{self.mark()}{self.title(words)}</p>"
        return f'<aside class="kader"{self.source(token)}>{title}{said}</aside>'

    def kader(self, token: Token) -> str:
        self.closed(token)
        title = token.info.strip().removeprefix("kader").strip()
        if not title:
            self.problem("dit kader heeft geen titel", "schrijf '::: kader Titel van het kader'", rule="blok")
        return f'<aside class="kader"{self.source(token)}><p class="kadertitel">{self.title(title)}</p>'

    def captioned(self, tokens: list[Token], index: int) -> None:
        token = tokens[index]
        self.closed(token)
        parts = token.info.split(None, 2)
        end = next(i for i in range(index, len(tokens)) if tokens[i].type == "container_tabel_close")
        inside = [one.type for one in tokens[index + 1 : end] if one.level == token.level + 1]
        if len(parts) < 3 or not _NAME.fullmatch(parts[1]):
            self.problem(
                "deze tabel mist een naam of een titel",
                "schrijf '::: tabel naam Titel van de tabel'",
                rule="blok",
            )
        elif inside != ["table_open", "table_close"]:
            self.problem("in '::: tabel' hoort precies één tabel", "zet andere tekst erbuiten", rule="blok")
        else:
            caption = f"<caption>{self.title(parts[2])}</caption>"
            self.caption = self.source(token), f' id="{parts[1]}"', caption

    def title(self, words: str) -> str:
        """The words that stand behind ':::' as inline XHTML."""
        environment: dict[str, Any] = {}
        parsed = _parser().parseInline(words, environment)
        if found := environment.get("too_much"):
            self.is_too_much(replace(found, line=self.line))
            return ""
        token = parsed[0]
        token.map = [self.line, self.line + 1]
        if "[^" in words:
            self.problem("in een titel past geen voetnoot", "zet de voetnoot in de tekst", rule="voetnoot")
            return ""
        return "".join(self.inline(token))

    def closed(self, token: Token) -> None:
        start, end = token.map or [0, 0]
        if not any(_CLOSING.fullmatch(line) for line in self.lines[end - 1 : end + 1]):
            self.line = start
            self.problem(
                "dit blok wordt niet gesloten",
                "zet op een eigen regel ':::' na de laatste tekst",
                rule="blok",
            )

    def table(self, tokens: list[Token], index: int) -> str:
        start, end = tokens[index].map or [0, 0]
        if tokens[index].meta.get("pasted"):
            end = start
        width = len(_cells(self.lines[start]))
        for line in range(start + 2, end):
            cells = len(_cells(self.lines[line]))
            if cells != width:
                self.line = line
                found = count_text(cells, "cel", "cellen")
                self.problem(
                    f"deze rij van de tabel heeft {found}, de kop heeft er {width}",
                    "zet tussen elke twee cellen precies één |; een lege cel is een spatie",
                    rule="tabel",
                )
        self.line = start
        if not any(token.type == "tbody_open" for token in takewhile(_is_no_end, tokens[index:])):
            self.problem(
                "deze tabel heeft geen rijen", "zet onder de kop een rij, of haal haar weg", rule="tabel"
            )
        self.row_headers = _bold_first(tokens, index)
        source, identity, caption = self.caption or (self.source(tokens[index]), "", "")
        return f'<div class="tabel"{source}><table{identity}>{caption}'

    def cell(self, token: Token, inline: Token, first: bool) -> str:
        align = {"text-align:right": ' class="rechts"', "text-align:center": ' class="midden"'}
        look = align.get(str(token.attrGet("style") or ""), "")
        first_word = next(iter(inline.children or ()), None)
        if first_word is not None and first_word.type == "text":
            first_word.content = with_minus_first(first_word.content)
        self.in_cell = True
        words = "".join(self.inline(inline))
        self.in_cell = False
        if token.type == "th_open":
            return f'<th scope="col"{look}>{words}</th>'
        if first and self.row_headers:
            return f'<th scope="row"{look}>{words.removeprefix("<strong>").removesuffix("</strong>")}</th>'
        return f"<td{look}>{words}</td>"

    def source(self, token: Token) -> str:
        """The attribute that tells the reader of the profile on which lines a block stands."""
        start, end = token.map or (self.line, self.line + 1)
        if token.type.startswith("container") and any(map(_CLOSING.fullmatch, self.lines[end : end + 1])):
            end += 1
        while end - 1 > start and not self.lines[end - 1].strip():
            end -= 1
        return f' data-bron="{escape(noted(self.place(start, end - 1)))}"'

    def find(self, piece: str) -> int:
        return next((number for number, line in enumerate(self.lines) if piece in line), 0)

    def identity(self, words: str) -> str:
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        base = "-".join(filter(None, [self.prefix, *re.findall("[a-z0-9]+", plain)])) or "kop"
        name, count = base, self.counts.get(base, 1)
        while name in self.ids:
            count += 1
            name = f"{base}-{count}"
        self.ids.add(name)
        self.counts[base] = count
        return name


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


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or () if child.type.startswith("text")).strip()


def _told(inline: Token) -> str:
    """The words as a message shows them, with … for what only the paper works out."""
    pieces = (
        "…"
        if child.type in ("expression", "reference")
        else child.content
        if child.type.startswith("text")
        else ""
        for child in inline.children or ()
    )
    return " ".join("".join(pieces).split())


def _is_no_end(token: Token) -> bool:
    return token.type != "table_close"


def _cells(line: str) -> list[str]:
    cells = escapedSplit(line.strip())
    if cells and not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return cells


def _bold_first(tokens: list[Token], index: int) -> bool:
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
