"""How words are found again in the engine's PDF: as words in languages that nobody speaks.

The engine takes no tags from outside, but tells of all that it marks in which language it is. So a title is
in the language of the paper as some land has it, and an abbreviation in a language of its own as a land has
it that stands for its place in the list (ISO 639-2 keeps qaa to qtz for such use, ISO 3166 XA to XZ).
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from string import ascii_uppercase

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from rapportage.abbreviations import Abbreviations
from rapportage.document import Meta
from rapportage.writers.tag_tree import is_element, kids_of

TITLE, IN_TEXT, IN_TITLE = "XT", "qaa", "qat"
"""The land of titles; the languages of abbreviations, in text and in titles."""
MOST = len(ascii_uppercase) ** 2
"""So many abbreviations have lands."""


def region_of(term: str, abbreviations: Abbreviations) -> str:
    """The land that stands for this term."""
    at = next(at for at, (_, known) in enumerate(abbreviations) if known == term)
    first, second = divmod(at, len(ascii_uppercase))
    return ascii_uppercase[first] + ascii_uppercase[second]


def term_of(region: str, abbreviations: Abbreviations) -> str:
    """The term for which this land stands."""
    first, second = (ascii_uppercase.index(letter) for letter in region)
    return abbreviations[first * len(ascii_uppercase) + second][1]


_MARK = re.compile(rb"/MCID (\d+)/Lang\(([^)]*)\)|/Lang\(([^)]*)\)/MCID (\d+)")
_Mark = tuple[tuple[int, int], int]


def find(pdf: Pdf, meta: Meta) -> list[Object]:
    """The elements that hold the words of titles, in reading order.

    Words in another language, and abbreviations, come to stand in elements that say so; the engine says
    it of its marks, or of whatever begins with one, and then the contrary of the rest.
    """
    finder = _Finder(pdf, meta)
    for kid in kids_of(pdf.Root.StructTreeRoot):
        finder.read(kid, meta.lang)
    return finder.titles


class _Finder:
    """Takes the languages that the engine tells out of the file, and puts in what they stand for."""

    def __init__(self, pdf: Pdf, meta: Meta) -> None:
        self.titles: list[Object] = []
        self._pdf, self._meta = pdf, meta
        self._owners = _owners(pdf)
        self._told: dict[_Mark, str] = {}
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            for found in _MARK.finditer(content):
                self._told[page.obj.objgen, int(found[1] or found[4])] = (found[2] or found[3]).decode()
            page.Contents = pdf.make_stream(_MARK.sub(rb"/MCID \1\4", content))

    def read(self, element: Object, around: str) -> None:
        """Read an element that stands in something in this language, and all in it."""
        lang = str(element.get("/Lang", around))
        if "/Lang" in element:
            del element.Lang
        spoken = [(self._language(kid, element, lang), kid) for kid in kids_of(element)]
        if any(_is_title(told) for told, _ in spoken):
            self.titles.append(element)
        kids: list[Object] = []
        for told, group in groupby(spoken, key=itemgetter(0)):
            run = [kid for _, kid in group]
            facts = self._meant(told)
            kids += [self._passage(run, element, facts)] if facts else run
            for kid in filter(is_element, run):
                self.read(kid, lang)
        if kids:
            element.K = Array(kids)

    def _language(self, kid: Object, element: Object, around: str) -> str:
        """The language of a mark; none of what else stands in an element."""
        mark = _mark(kid, element)
        return self._told.get(mark, around) if mark else ""

    def _meant(self, told: str) -> dict[str, String]:
        """What a passage in this language is to say; nothing in the language of the paper."""
        lang, _, land = told.partition("-")
        if lang in (IN_TEXT, IN_TITLE):
            return {"/E": String(term_of(land, self._meta.abbreviations))}
        if land == TITLE:
            told = self._meta.lang if self._meta.lang.startswith(lang) else lang
        return {} if told in ("", self._meta.lang) else {"/Lang": String(told)}

    def _passage(self, run: list[Object], element: Object, facts: dict[str, String]) -> Object:
        made = {"/Type": Name.StructElem, "/S": Name.Span, "/P": element, "/K": Array(run), **facts}
        passage = self._pdf.make_indirect(Dictionary(made))
        if "/Pg" in element:
            passage.Pg = element.Pg
        for kid in run:
            page, number = _mark(kid, element) or ((0, 0), 0)
            self._owners[page][number] = passage
        return passage


def _is_title(told: str) -> bool:
    return told.startswith(IN_TITLE) or told.endswith(f"-{TITLE}")


def _mark(kid: Object, element: Object) -> _Mark | None:
    """The page and the number of a mark of content; None for any other kid."""
    if isinstance(kid, int):
        return element.Pg.objgen, kid
    if isinstance(kid, Dictionary) and kid.get("/Type") == "/MCR":
        page = kid.Pg if "/Pg" in kid else element.Pg
        return page.objgen, int(kid.MCID)
    return None


def _owners(pdf: Pdf) -> dict[tuple[int, int], Object]:
    """For each page the list that tells which element holds each of its marks."""
    lists = dict(_numbers_in(pdf.Root.StructTreeRoot.ParentTree))
    return {
        page.obj.objgen: lists[int(page.obj.StructParents)]
        for page in pdf.pages
        if "/StructParents" in page.obj
    }


def _numbers_in(node: Object) -> list[tuple[int, Object]]:
    numbers = list(node.get("/Nums", Array()))
    found = [(int(at), one) for at, one in zip(numbers[::2], numbers[1::2], strict=True)]
    return found + [pair for kid in node.get("/Kids", Array()) for pair in _numbers_in(kid)]
