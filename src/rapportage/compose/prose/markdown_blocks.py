"""Write the blocks of authors' Markdown as profile XHTML: headings, lists, tables, boxes, open points."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import takewhile
from typing import Any

from markdown_it.token import Token
from markupsafe import escape

from rapportage.compose.budget import Budget
from rapportage.compose.places import noted
from rapportage.compose.prose.markdown_inlines import REFUSED, InlineWriter, Inserts
from rapportage.compose.prose.pasted.table_heads import cells_of
from rapportage.compose.prose.syntax import BOXES, INSERT, OPEN_POINT, parser, shown
from rapportage.compose.prose.table_tokens import beside, bold_first
from rapportage.content.amount import TooMuch
from rapportage.content.file_names import usable_name
from rapportage.dutch import count_text
from rapportage.errors import TOO_LARGE, Place, Problem, nearest
from rapportage.typed import with_minus_first

OPEN_TITLE = "Open punt"
"""What stands above a point that is not known yet."""
_CLOSING = re.compile(r"[\s>]*:{3,}\s*")
"""The line that ends a block of ':::'."""
_HEADING = re.compile(r"\s*(?P<marks>#{2,6})\s")
_SHORT = 80
"""A line of no more letters beside a table may say what its numbers count by."""
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ATTRIBUTES = re.compile(r"\s*\{[.#][^{}]*\}\s*$")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAGS = {
    "blockquote_close": "</blockquote>",
    "bullet_list_close": "</ul>",
    "list_item_close": "</li>",
    "thead_open": "<thead>",
    "thead_close": "</thead>",
    "tbody_open": "<tbody>",
    "tbody_close": "</tbody>",
    "tr_close": "</tr>",
    "container_kader_close": "</aside>",
    "container_liggend_close": "</div>",
}


class BlockWriter(InlineWriter):
    """Writes the block tokens of one text, the same as its `lines`, and gathers its open points."""

    def __init__(
        self,
        inserts: Inserts,
        problems: list[Problem],
        file: str,
        first_line: int,
        budget: Budget,
        *,
        lines: list[str],
        level: int,
        prefix: str,
        open_points: list[tuple[str, Place]],
    ) -> None:
        super().__init__(inserts, problems, file, first_line, budget)
        self.open_points = open_points
        self.lines = lines
        self.labelled: dict[int, str] = {}
        self.counted: list[str] = []
        """What each of the numbered lists around a token counts in, if it says so."""
        self.level = level
        self.prefix = prefix
        self.ids: set[str] = set()
        self.counts: dict[str, int] = {}
        self.caption: tuple[str, str, str] | None = None
        self.title = ""
        self.beside: list[str] = []
        """The short lines right above and below the table that is written."""
        self.columns: list[str] = []
        self.row: list[str] = []
        """The words of the head of the table that is written, and of the cells of its row until here."""
        self.row_headers = False

    def is_too_much(self, found: TooMuch | None) -> bool:
        """Whether there is more than is read, which is a problem."""
        if found:
            self.problem(found.message, found.hint, rule=TOO_LARGE, at=self.place(found.line))
        return found is not None

    def block(self, tokens: list[Token], index: int, out: list[str]) -> int:
        """Write the block token at `index`; the number of tokens that this used up."""
        token = tokens[index]
        if token.map:
            self.line = token.map[0]
        self.budget.spend(self.place(self.line), blocks=token.nesting == 1)
        if token.type in ("blockquote_open", "blockquote_close"):
            self.quotes += token.nesting
        if token.type == "html_block":
            self._html(token)
            return 1
        if token.type in REFUSED:
            self.problem(*REFUSED[token.type], rule="markdown")
            return 1
        if token.type == "heading_open":
            out.append(self.heading(token, tokens[index + 1]))
            return 3
        if token.type == "paragraph_open":
            out.append(self._paragraph(token, tokens[index + 1]))
            return 3
        if token.type in ("th_open", "td_open"):
            first = index > 0 and tokens[index - 1].type == "tr_open"
            out.append(self._cell(token, tokens[index + 1], first))
            return 3
        out.append(_TAGS[token.type] if token.type in _TAGS else self._opening(tokens, index))
        return 1

    def _opening(self, tokens: list[Token], index: int) -> str:
        token = tokens[index]
        match token.type:
            case "blockquote_open":
                return f"<blockquote{self._source(token)}>"
            case "bullet_list_open":
                return f"<ul{self._source(token)}>"
            case "ordered_list_open":
                start = token.attrGet("start")
                begin = f' start="{int(start)}"' if start not in (None, 1) else ""
                return f"<ol{self._source(token)}{begin}{self._counted(token)}>"
            case "ordered_list_close":
                self.counted.pop()
                return "</ol>"
            case "list_item_open":
                return f"<li{self._source(token)}>"
            case "tr_open":
                return f"<tr{self._source(token)}>"
            case "container_kader_open":
                return self._kader(token)
            case "container_liggend_open":
                self._closed(token)
                return f'<div class="liggend"{self._source(token)}>'
            case "container_tabel_open":
                self._captioned(tokens, index)
                return ""
            case "container_tabel_close":
                self.caption, self.title = None, ""
                return ""
            case "table_open":
                return self._table(tokens, index)
            case "table_close":
                return "</table></div>"
        raise AssertionError(token.type)

    def _counted(self, token: Token) -> str:
        """The attribute for what a list counts in: below letters digits stay digits, as they were typed."""
        kind = self.labelled.get((token.map or [-1])[0], "cijfers" if any(self.counted) else "")
        self.counted.append(kind)
        return f' class="{kind}"' if kind else ""

    def _html(self, token: Token) -> None:
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
        """The heading with its level in the paper and its id; '' for one that no paper has."""
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
            message, hint = "deze kop is te diep", "gebruik ## of ###"
            if token.tag == "h1":
                message = "een kop met één # is er alleen voor de titel"
            if token.markup == "=":
                message = "de streep van = onder deze tekst maakt er een titel van"
                hint = "haal de streep weg; een kop begint met '## '"
            self.problem(message, hint, rule="kop")
            return ""
        name = self._identity(words_of(inline))
        return f'<h{level} id="{name}"{self._source(token)}>{"".join(self.inline(inline))}</h{level}>\n'

    def _paragraph(self, token: Token, inline: Token) -> str:
        content = inline.content.strip()
        if found := INSERT.fullmatch(content):
            word = re.sub(r"[\s-]+", "-", found["word"].lower()).replace("paginaeinde", "pagina-einde")
            return self._insert(token, word, found["names"] or "")
        if found := OPEN_POINT.fullmatch(content):
            return self._open_point(token, found["words"])
        if content.startswith(":::"):
            word = (content.strip(": \n").split() or [""])[0]
            self.problem(f"'::: {word}' is geen soort blok", nearest(word, BOXES), rule="blok")
            return ""
        words = "".join(self.inline(inline))
        return words if token.hidden else f"<p{self._source(token)}>{words}</p>\n"

    def _insert(self, token: Token, word: str, names: str) -> str:
        place = self.place(self.line)
        wanted = [name.strip() for name in names.split(",") if name.strip()]
        match word, wanted:
            case "pagina-einde", []:
                return f'<hr class="pagina-einde"{self._source(token)}/>'
            case ("figuur", [_]) | ("figuren", [_, _]):
                return self.inserts.figures(wanted, place)
            case "tabel", [name]:
                return self.inserts.table(name, place)
            case "register", [selection]:
                return self.inserts.register(selection, place)
            case "veranderd", [period]:
                return self.inserts.changed(period, place)
        forms = (
            "[figuur: naam], [figuren: naam, naam], [tabel: naam], [register: open],"
            " [veranderd: 2021-H2] of [pagina-einde]"
        )
        self.problem(f"'[{word}:{names}]' is niet te begrijpen", f"schrijf {forms}", rule="markdown")
        return ""

    def _open_point(self, token: Token, words: str) -> str:
        """A box that nobody overlooks; inside a list, where no box fits, a line."""
        if not words.strip():
            self.problem("dit open punt zegt niets", "schrijf [open: wat er nog moet komen]", rule="markdown")
            return ""
        self.open_points.append((shown(parser().parseInline(words, {})[0]), self.place(self.line)))
        self.line += words[: len(words) - len(words.lstrip())].count("\n")
        words = words.strip()
        if token.level:
            line = f"<strong>Open punt:</strong> {self._title(words)}"
            return line if token.hidden else f"<p{self._source(token)}>{line}</p>\n"
        title = f'<p class="kadertitel">{OPEN_TITLE}</p>'
        said = f"<p>{self.mark()}{self._title(words)}</p>"
        return f'<aside class="kader"{self._source(token)}>{title}{said}</aside>'

    def _kader(self, token: Token) -> str:
        self._closed(token)
        title = token.info.strip().removeprefix("kader").strip()
        if not title:
            self.problem("dit kader heeft geen titel", "schrijf '::: kader Titel van het kader'", rule="blok")
        return f'<aside class="kader"{self._source(token)}><p class="kadertitel">{self._title(title)}</p>'

    def _captioned(self, tokens: list[Token], index: int) -> None:
        token = tokens[index]
        self._closed(token)
        parts = token.info.split(None, 2)
        end = next(i for i in range(index, len(tokens)) if tokens[i].type == "container_tabel_close")
        inside = [one.type for one in tokens[index + 1 : end] if one.level == token.level + 1]
        if len(parts) < 3 or not _NAME.fullmatch(parts[1]):
            message, hint = (
                "deze tabel mist een naam of een titel",
                "schrijf '::: tabel naam Titel van de tabel'",
            )
            if len(parts) > 2 and parts[1][0].islower() and (own := usable_name(parts[1])):
                message = f"'{parts[1]}' kan geen naam van een tabel zijn"
                hint = f"een naam heeft kleine letters, cijfers en koppeltekens: bedoelde u '{own}'?"
            self.problem(message, hint, rule="blok")
        elif inside != ["table_open", "table_close"]:
            self.problem("in '::: tabel' hoort precies één tabel", "zet andere tekst erbuiten", rule="blok")
        else:
            caption = f"<caption>{self._title(parts[2])}</caption>"
            self.caption = self._source(token), f' id="{parts[1]}"', caption
            self.title = parts[2]

    def _title(self, words: str) -> str:
        """The words that stand behind ':::' as inline XHTML."""
        environment: dict[str, Any] = {}
        parsed = parser().parseInline(words, environment)
        if found := environment.get("too_much"):
            self.is_too_much(replace(found, line=self.line))
            return ""
        token = parsed[0]
        token.map = [self.line, self.line + 1]
        if "[^" in words:
            self.problem("in een titel past geen voetnoot", "zet de voetnoot in de tekst", rule="voetnoot")
            return ""
        return "".join(self.inline(token))

    def _closed(self, token: Token) -> None:
        start, end = token.map or [0, 0]
        if not any(_CLOSING.fullmatch(line) for line in self.lines[end - 1 : end + 1]):
            self.line = start
            self.problem(
                "dit blok wordt niet gesloten",
                "zet op een eigen regel ':::' na de laatste tekst",
                rule="blok",
            )

    def _table(self, tokens: list[Token], index: int) -> str:
        start, end = tokens[index].map or [0, 0]
        if tokens[index].meta.get("pasted"):
            end = start
        width = len(cells_of(self.lines[start]))
        for line in range(start + 2, end):
            cells = len(cells_of(self.lines[line]))
            self.line = line
            if "|" not in self.lines[line] and line not in self.told:
                self.problem(
                    "deze regel komt als rij in de tabel erboven", "zet er een witregel voor", rule="tabel"
                )
            elif cells != width and line not in self.told:
                found = count_text(cells, "cel", "cellen")
                self.problem(
                    f"deze rij van de tabel heeft {found}, de kop heeft er {width}",
                    "zet tussen elke twee cellen precies één |; een lege cel is een spatie",
                    rule="tabel",
                )
        self.line = start
        if not any(token.type == "tbody_open" for token in takewhile(_is_no_end, tokens[index:])):
            hint = "zet onder de kop een rij, of haal de tabel weg"
            self.problem("deze tabel heeft alleen een kop", hint, rule="profiel")  # as who reads HTML has it
        self.row_headers = bold_first(tokens, index)
        self.beside = [one for one in beside(tokens, index) if len(one) <= _SHORT]
        source, identity, caption = self.caption or (self._source(tokens[index]), "", "")
        return f'<div class="tabel"{source}><table{identity}>{caption}'

    def _cell(self, token: Token, inline: Token, first: bool) -> str:
        align = {"text-align:right": ' class="rechts"', "text-align:center": ' class="midden"'}
        look = align.get(str(token.attrGet("style") or ""), "")
        first_word = next(iter(inline.children or ()), None)
        if first_word is not None and first_word.type == "text":
            first_word.content = with_minus_first(first_word.content)
        self._stand_in(token, shown(inline), first)
        if found := _HEADING.match(inline.content):
            self.line = (inline.map or [self.line])[0]
            hint = f"laat {found['marks']} weg; vet schrijft u als **woord**, en een letterlijke # als \\#"
            self.problem("in een cel kan geen kop staan", hint, rule="tabel")
        self.in_cell = True
        words = "".join(self.inline(inline))
        self.in_cell = False
        if token.type == "th_open":
            return f'<th scope="col"{look}>{words}</th>'
        if first and self.row_headers:
            return f'<th scope="row"{look}>{words.removeprefix("<strong>").removesuffix("</strong>")}</th>'
        return f"<td{look}>{words}</td>"

    def _stand_in(self, token: Token, words: str, first: bool) -> None:
        """Note what stands above and before this cell."""
        self.row = [words] if first else [*self.row, words]
        column = len(self.row) - 1
        if token.type == "th_open":
            self.columns, self.heads = self.row, []
        else:
            above = self.columns[column : column + 1]
            self.heads = [*above, *self.row[: 1 if column else 0], self.title, *self.beside]

    def _source(self, token: Token) -> str:
        """The attribute that tells the reader of the profile on which lines a block stands."""
        start, end = token.map or (self.line, self.line + 1)
        if token.type.startswith("container") and any(map(_CLOSING.fullmatch, self.lines[end : end + 1])):
            end += 1
        while end - 1 > start and not self.lines[end - 1].strip():
            end -= 1
        return f' data-bron="{escape(noted(self.place(start, end - 1)))}"'

    def find(self, piece: str) -> int:
        """The first line that holds this piece; 0 where none does."""
        return next((number for number, line in enumerate(self.lines) if piece in line), 0)

    def _identity(self, words: str) -> str:
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        base = "-".join(filter(None, [self.prefix, *re.findall("[a-z0-9]+", plain)])) or "kop"
        name, count = base, self.counts.get(base, 1)
        while name in self.ids:
            count += 1
            name = f"{base}-{count}"
        self.ids.add(name)
        self.counts[base] = count
        return name


def words_of(inline: Token) -> str:
    """The text of inline content as it stands there, without what only the paper works out."""
    return "".join(child.content for child in inline.children or () if child.type.startswith("text")).strip()


def _is_no_end(token: Token) -> bool:
    return token.type != "table_close"
