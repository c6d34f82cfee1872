"""Read the words within a block: the inline half of the profile."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from lxml import etree

from rapportage.compose.places import LINE_MARK, MADE_MARK, read_made
from rapportage.errors import Place
from rapportage.inlines import (
    NOWHERE,
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    NoteMark,
    Reference,
    Strong,
    Subscript,
    Superscript,
    Term,
    TermUse,
    Text,
    place_of,
)

Refuse = Callable[[etree._Element, str], None]
_SPACE = re.compile("[ \t\n\r\f]+")
_ATTRIBUTES = {"span": {"class", "lang", "data-nummer", "id"}, "a": {"class", "href"}}
_ONCE = {"a": "een koppeling", "span voetnoot": "een voetnoot"}
_NUMBER = re.compile("[0-9]{1,8}")
_SCHEMES = ("https://", "http://", "mailto:", "tel:")


class InlineReader:
    """Reads inline content; what the profile does not know goes to `refuse`, `place` tells where it is."""

    def __init__(self, refuse: Refuse, place: Callable[[etree._Element], Place]) -> None:
        self.refuse = refuse
        self.place = place
        self.at = NOWHERE
        self.spot = cache(Place)  # one Place for all words on a line

    def read(
        self, element: etree._Element, *, start: int = 0, stop: int | None = None, drop: str = ""
    ) -> Inlines:
        """The words of an element's children from `start` up to `stop`, white space made single.

        Characters of `drop` at the very beginning, such as the colon after a number, are left out.
        """
        place = self.place(element)
        self.at = self.spot(place.file, place.line, path=place.path)
        raw = list(self._children(element, start, stop))
        if drop and raw and isinstance(raw[0], Text):
            words = raw[0].text
            raw[0] = replace(
                raw[0], text=words.removeprefix(drop) if words.startswith(drop) else words.lstrip(" ")
            )
        return _tidy(raw)

    def _children(self, element: etree._Element, start: int, stop: int | None) -> Iterator[Inline]:
        if start == 0 and element.text:
            yield Text(element.text, self.at)
        for index, child in enumerate(element):
            if stop is not None and index >= stop:
                return
            if isinstance(child, etree._ProcessingInstruction):
                if _target(child) == MADE_MARK:
                    yield from self._made(child, child.tail or "") if index >= start - 1 else ()
                    continue
                self._turn(child)
            elif index >= start:
                yield from self._one(child)
            if child.tail and index >= start - 1:
                yield Text(child.tail, self.at)

    def _turn(self, mark: etree._ProcessingInstruction) -> None:
        """Go on on the line that the mark names."""
        line = whole(mark.text or "") if _target(mark) == LINE_MARK else None
        if line is None:
            self._unknown(mark)
        else:
            self.at = self.spot(self.at.file, line, path=self.at.path)

    def _made(self, mark: etree._ProcessingInstruction, words: str) -> Iterator[Text]:
        """The words behind a mark, with what it tells of them."""
        made = None
        try:
            made = read_made(mark.text or "", words, self.at)
        except ValueError:
            self._unknown(mark)
        if words:
            yield Text(words, self.at, made=(made,) if made else ())

    def _unknown(self, mark: etree._ProcessingInstruction) -> None:
        self.refuse(mark, f"<?{mark.target!s}?> kan niet tussen woorden staan")

    def _one(self, element: etree._Element) -> Iterator[Inline]:
        place = self.at
        content = tuple(self._children(element, 0, None))
        for name in map(str, element.attrib):
            if name not in _ATTRIBUTES.get(local(element), ()):
                self.refuse(element, f"<{local(element)}> kent geen eigenschap '{name}'")
        if any(_kind(one) == _kind(element) in _ONCE for one in element.iterancestors()):
            self.refuse(element, f"{_ONCE[_kind(element)]} kan er geen bevatten")
        match local(element), classes(element):
            case "strong", []:
                yield Strong(content)
            case "em", []:
                yield Emphasis(content)
            case "sub", []:
                yield Subscript(content)
            case "sup", []:
                yield Superscript(content)
            case "br", []:
                if content:
                    self.refuse(element, "<br> kan niets bevatten")
                yield LineBreak()
            case "span", []:
                yield Language(content, element.get("lang") or "", place)
            case "span", ["voetnoot"]:
                number = whole(element.get("data-nummer") or "") or 0
                words = _tidy(content)
                yield Footnote(words, number, element.get("id") or "", place_of(words))
                self.at = place
            case "a", ["verwijzing"]:
                yield Reference(self._named(element), words_of(element), place)
            case "span", ["begrip"]:
                yield Term(content, element.get("id") or "")
            case "a", ["begrip"]:
                yield TermUse(content, self._named(element))
            case "a", ["noot"]:
                yield NoteMark(self._named(element), whole(words_of(element)) or 0)
            case "a", []:
                target = element.get("href") or ""
                if not target.lower().startswith(_SCHEMES):
                    self.refuse(element, f"de koppeling naar '{target}' werkt niet in een document")
                yield Link(content, target, place)
            case tag, _:
                self.refuse(element, f"<{tag}> kan niet tussen woorden staan")

    def _named(self, element: etree._Element) -> str:
        """The name to which a reference within the paper leads."""
        target = element.get("href") or ""
        if not target.startswith("#") or len(target) == 1:
            self.refuse(element, "een verwijzing noemt met href='#naam' waarnaar")
        return target.removeprefix("#")


def _tidy(content: Iterable[Inline]) -> Inlines:
    """The same with white space made single, neighbouring texts made one, and no space at the end."""
    return _trim(tuple(_Spaces().tidy(content)))


class _Spaces:
    """Makes runs of white space single, also where they cross the border of an inline."""

    def __init__(self) -> None:
        self.after_space = True

    def tidy(self, content: Iterable[Inline]) -> Iterator[Inline]:
        return _joined(self._single(content))

    def _single(self, content: Iterable[Inline]) -> Iterator[Inline]:
        for inline in content:
            match inline:
                case Text():
                    text = _SPACE.sub(" ", inline.text)
                    if self.after_space:
                        text = text.removeprefix(" ")
                    if text:
                        self.after_space = text.endswith(" ")
                        yield replace(inline, text=text)
                case LineBreak():
                    self.after_space = True
                    yield inline
                case Reference() | Footnote() | NoteMark():
                    self.after_space = False
                    yield inline
                case _:
                    if inner := tuple(self.tidy(inline.content)):
                        yield replace(inline, content=inner)


def _joined(content: Iterable[Inline]) -> Iterator[Inline]:
    """The same with neighbouring texts made one, which knows where each line began."""
    pending: Text | None = None
    for inline in content:
        if isinstance(inline, Text):
            pending = inline if pending is None else _with(pending, inline)
            continue
        if pending is not None:
            yield pending
        pending = None
        yield inline
    if pending is not None:
        yield pending


def _with(before: Text, text: Text) -> Text:
    """Two texts as one."""
    line = before.turns[-1][1] if before.turns else before.place.line
    turn = ((len(before.text), text.place.line),) if text.place.line != line else ()
    return replace(
        before, text=before.text + text.text, turns=before.turns + turn, made=before.made + text.made
    )


def _trim(content: Inlines) -> Inlines:
    """The same without a space at the end or before a line break."""
    kept: list[Inline] = []
    for index, inline in enumerate(content):
        if index == len(content) - 1 or isinstance(content[index + 1], LineBreak):
            match inline:
                case Text():
                    inline = replace(inline, text=inline.text.rstrip(" "))
                    if not inline.text:
                        continue
                case LineBreak() | Reference() | Footnote() | NoteMark():
                    pass
                case _:
                    inline = replace(inline, content=_trim(inline.content))
        kept.append(inline)
    return tuple(kept)


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else "?"


def _target(mark: etree._ProcessingInstruction) -> str:
    """Which mark it is, in small letters: an own template may set all words in capitals."""
    return str(mark.target).lower()


def classes(element: etree._Element) -> list[str]:
    """The words of the class attribute."""
    return (element.get("class") or "").split()


def _kind(element: etree._Element) -> str:
    """The element's name with its classes, but 'a' for every link and reference."""
    return "a" if local(element) == "a" else " ".join([local(element), *classes(element)])


def whole(text: str) -> int | None:
    """The whole number that the text is; None when it is none, or absurdly long."""
    return int(text) if _NUMBER.fullmatch(text) else None


def words_of(element: etree._Element) -> str:
    """All text within the element, white space made single."""
    return " ".join("".join(str(piece) for piece in element.itertext()).split(" "))
