"""Write the running text of a Markdown paragraph as inline profile XHTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Protocol

from markdown_it.token import Token
from markupsafe import Markup, escape

from rapportage.compose.budget import Budget
from rapportage.compose.numbers.beside import APART, ROOM, Piece, with_capital
from rapportage.compose.numbers.expressions import side_by_side, told_of
from rapportage.compose.numbers.quantities import Worked
from rapportage.compose.numbers.scales import below_heads
from rapportage.compose.places import line_mark, made_words
from rapportage.compose.prose.joined import joined_lines
from rapportage.compose.prose.slips import at_edge, in_words
from rapportage.compose.prose.syntax import unescaped
from rapportage.errors import UNPRINTABLE, Place, Problem
from rapportage.typed import with_whole_numbers
from rapportage.workspace import FORBIDDEN, UNSEEN

_SCHEMES = ("https://", "http://", "mailto:", "tel:")
_LANG = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
_TAGS = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
    "sub_open": "<sub>",
    "sub_close": "</sub>",
    "sup_open": "<sup>",
    "sup_close": "</sup>",
    "span_close": "</span>",
    "link_close": "</a>",
    "hardbreak": "<br/>",
    "softbreak": "\n",
}
_SEEN = {"text": "", "text_special": "", "softbreak": " ", "hardbreak": " "}
"""What is text, or a blank between words."""
_EDGES = frozenset(
    {"sub_open", "sub_close", "sup_open", "sup_close", "reference", "footnote_ref", "html_inline"}
)
"""What no word goes on through; emphasis and links are none."""
_REFERRING = frozenset(("link_open", "reference", "expression", "footnote_ref"))
"""What prints something that is defined elsewhere, or points there."""
_BREAK = re.compile(r"<br ?/?>", re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
REFUSED = {
    "html_block": ("hier staat HTML", "schrijf Markdown; zie de handleiding"),
    "html_inline": ("hier staat HTML", "schrijf Markdown; een letterlijke < wordt \\<"),
    "code_block": ("deze regel springt vier spaties in en wordt zo geen gewone tekst", "haal de spaties weg"),
    "fence": ("hier staat een codeblok", "verwijder de regels met ```"),
    "code_inline": ("hier staat tekst tussen backticks (`)", "gebruik **vet** of gewone aanhalingstekens"),
    "struck": (
        "hier staat doorgehaalde tekst (~~)",
        "laat de oude tekst weg, of schrijf in woorden wat er stond",
    ),
    "hr": ("hier staat een streep (---)", "gebruik een kop, of [pagina-einde] voor een nieuwe bladzijde"),
    "image": (
        "hier staat een afbeelding in de tekst",
        "maak een figuur in figuren/ en schrijf [figuur: naam]",
    ),
}
"""What Markdown knows and a council paper does not: by token, what is said of it and the way out."""


class Inserts(Protocol):
    """What stands outside a text but is asked for in it; each method reports its own problems."""

    def figures(self, names: Sequence[str], place: Place) -> Markup:
        """The profile XHTML of a figure, drawn for half the text's width in a pair."""

    def table(self, name: str, place: Place) -> Markup:
        """The profile XHTML of a table that is data."""

    def register(self, selection: str, place: Place) -> Markup:
        """The profile XHTML of a table with a selection of the register of promises."""

    def changed(self, since: str, place: Place) -> Markup:
        """The profile XHTML of a list of what is otherwise than in an earlier period."""

    def number(self, expression: str, place: Place) -> Worked:
        """What an expression becomes."""


class InlineWriter:
    """Writes running text; knows where it is, gathers the problems and which notes were used.

    `notes` are the footnotes' texts by number, filled in before the text that refers to them, while
    `in_note` says so.
    """

    def __init__(
        self, inserts: Inserts, problems: list[Problem], file: str, first_line: int, budget: Budget
    ) -> None:
        self.inserts = inserts
        self.problems = problems
        self.file = file
        self.first_line = first_line
        self.budget = budget
        self.line = 0
        self.notes: dict[int, Markup] = {}
        self.in_note = False
        self.told: set[int] = set()
        """The lines of which it is told what they look like."""
        self.pieces: list[Piece] = []
        """The words of this paragraph until here, as a reader will see them."""
        self.places: list[Place] = []
        self.in_cell = False
        self.quotes = 0
        """In how many quotes these words stand."""
        self.heads: list[str] = []
        """The words that stand above and before this cell of a table."""

    def inline(self, token: Token) -> Iterator[str]:
        """The token's words as XHTML, piece by piece; raises ContentError where all become too many."""
        for piece in self._pieces(token):
            self.budget.spend(self.place(self.line), characters=len(piece))
            yield piece

    def _pieces(self, token: Token) -> Iterator[str]:
        if token.map:
            self.line = token.map[0]
        self._check_lines(token)
        at = 0
        children = token.children or []
        self.pieces, self.places = [], []
        for index, child in enumerate(children):
            if child.type == "link_open":
                self._check_link(children, index)
            for slip in at_edge(children, index):
                self.problem(slip.message, slip.hint, rule=slip.rule)
            if child.type in _SEEN or child.type in _EDGES:
                self._piece(_SEEN.get(child.type, APART) or child.content)
            if child.type == "html_inline" and _COMMENT.fullmatch(child.content):
                pass
            elif child.type == "html_inline" and _BREAK.fullmatch(child.content):
                yield _TAGS["hardbreak"]
            elif child.type in REFUSED:
                self.problem(*REFUSED[child.type], rule="markdown")
            elif child.type in _TAGS:
                yield _TAGS[child.type]
            else:
                if child.type == "footnote_ref" and index and children[index - 1].type == child.type:
                    yield "<sup>,</sup>"  # two marks beside each other would be one number
                yield self._one(child)
            end = child.meta.get("end", at)
            if below := token.content.count("\n", at, end):
                self.line += below
                yield self.mark()
            at = end
        self.problems += side_by_side(self.pieces, self.places)[1]
        for wrong in below_heads(self.heads, self.pieces) if self.in_cell else ():
            self.budget.spend(self.places[wrong.index], faults=1)
            self.problems.append(told_of(wrong, self.places[wrong.index]))

    def _one(self, token: Token) -> str:
        write: dict[str, Callable[[Token], str]] = {
            "text": self._words,
            "text_special": self._words,
            "link_open": self._link,
            "span_open": self._language,
            "reference": self._reference,
            "expression": self._expression,
            "footnote_ref": self._note,
        }
        if token.type in _REFERRING:
            self.budget.spend(self.place(self.line), references=1)
        return write[token.type](token)

    def _words(self, token: Token) -> str:
        for slip in in_words(unescaped(token), in_cell=self.in_cell):
            self.problem(slip.message, slip.hint, rule=slip.rule)
        if found := FORBIDDEN.search(token.content):  # by its number; as itself no file may hold it
            hint = f"haal &#{ord(found[0])}; of &#x{ord(found[0]):X}; weg"
            self.problem(UNSEEN.format(ord(found[0])), hint, rule=UNPRINTABLE)
        return str(escape(with_whole_numbers(FORBIDDEN.sub("", token.content))))

    def _check_lines(self, token: Token) -> None:
        """Refuse a line that was not meant to go on behind another, unless it is told of already."""
        taken = range(*token.map) if token.map else range(0)
        if self.told.isdisjoint(taken):
            for one in joined_lines(token.content, quoted=self.quotes > 0):
                self.problem(one.message, one.hint, rule="geplakt", at=self.place(self.line + one.line))

    def _check_link(self, children: list[Token], opening: int) -> None:
        following = (children[index] for index in range(opening + 1, len(children)))
        inside = list(takewhile(lambda one: one.type != "link_close", following))
        if any(one.type == "link_open" for one in inside):
            hint = "haal de koppeling weg die binnen de andere staat"
            self.problem("een koppeling kan geen koppeling bevatten", hint, rule="koppeling")
        elif not any(one.content.strip() for one in inside):
            self.problem("deze koppeling heeft geen tekst", "schrijf [tekst](https://…)", rule="koppeling")

    def _link(self, token: Token) -> str:
        target = str(token.attrGet("href") or "")
        if not target.lower().startswith(_SCHEMES):
            self.problem(
                f"de koppeling naar '{target}' werkt niet in een document",
                "noem een heel webadres (https://…), of verwijs met [@naam]",
                rule="koppeling",
            )
            target = _SCHEMES[0]
        if token.attrGet("title"):
            self.problem("een koppeling heeft geen titel", 'laat "…" na het adres weg', rule="koppeling")
        return f'<a href="{escape(target)}">'

    def _language(self, token: Token) -> str:
        lang = str(token.attrGet("lang") or "")
        if token.meta.get("insecure_attrs") or not _LANG.fullmatch(lang):
            self.problem(
                "achter [tekst] kan alleen een taal staan",
                "schrijf bijvoorbeeld [brexit]{lang=en}",
                rule="taal",
            )
        return f'<span lang="{escape(lang)}">'

    def _reference(self, token: Token) -> str:
        return f'<a class="verwijzing" href="#{escape(token.content)}"/>'

    def _expression(self, token: Token) -> str:
        before = "".join(map(str, self.pieces[-ROOM:]))
        worked = with_capital(self.inserts.number(token.content, self.place(self.line)), before)
        self._piece(worked)
        return str(made_words(worked, token.content))

    def _piece(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.places.append(self.place(self.line))

    def _note(self, token: Token) -> str:
        if self.in_note:
            hint = "zet beide teksten in een voetnoot"
            self.problem("een voetnoot kan geen voetnoot bevatten", hint, rule="voetnoot")
            return ""
        number = token.meta["id"]
        return f'<span class="voetnoot">{self.notes.get(number, Markup(""))}</span>'

    # --- places and problems -------------------------------------------------------------

    def place(self, line: int, last: int | None = None) -> Place:
        """The spot in the author's file of a line of this text, or of more, counted from 0."""
        end = self.first_line + last if last is not None and last > line else None
        return Place(self.file, self.first_line + line, end=end)

    def mark(self) -> Markup:
        """What tells the reader of the profile that the words after it stand on this line."""
        return line_mark(self.place(self.line).line)

    def problem(
        self, message: str, hint: str | None, *, rule: str = "markdown", at: Place | None = None
    ) -> None:
        """Keep a problem that stops the build, at this line unless told otherwise."""
        self.budget.spend(at or self.place(self.line), faults=1)
        self.problems.append(Problem("fout", message, at or self.place(self.line), hint, rule))
