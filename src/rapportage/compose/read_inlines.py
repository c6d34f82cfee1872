"""Read the words within a block: the inline half of the profile."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from rapportage.document import (
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    Reference,
    Strong,
    Subscript,
    Superscript,
    Text,
)

Refuse = Callable[[etree._Element, str], None]
_SPACE = re.compile("[ \t\n\r\f]+")
_ATTRIBUTES = {"span": {"class", "lang", "data-nummer"}, "a": {"class", "href"}}
_ONCE = {"a": "een koppeling", "span voetnoot": "een voetnoot"}
_NUMBER = re.compile("[0-9]{1,8}")
_SCHEMES = ("https://", "http://", "mailto:", "tel:")


class InlineReader:
    """Reads inline content; what the profile does not know goes to `refuse`."""

    def __init__(self, refuse: Refuse) -> None:
        self.refuse = refuse

    def read(
        self, element: etree._Element, *, start: int = 0, stop: int | None = None, drop: str = ""
    ) -> Inlines:
        """The words of an element's children from `start` up to `stop`, white space made single.

        Characters of `drop` at the very beginning, such as the colon after a number, are left out.
        """
        raw = list(self._children(element, start, stop))
        if drop and raw and isinstance(raw[0], Text):
            raw[0] = Text(
                raw[0].text.removeprefix(drop)
                if drop == raw[0].text[: len(drop)]
                else raw[0].text.lstrip(" ")
            )
        return _trim(tuple(_Spaces().tidy(raw)))

    def _children(self, element: etree._Element, start: int, stop: int | None) -> Iterator[Inline]:
        if start == 0 and element.text:
            yield Text(element.text)
        for index, child in enumerate(element):
            if stop is not None and index >= stop:
                return
            if index >= start:
                yield from self._one(child)
            if child.tail and index >= start - 1:
                yield Text(child.tail)

    def _one(self, element: etree._Element) -> Iterator[Inline]:
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
                yield Language(content, element.get("lang") or "")
            case "span", ["voetnoot"]:
                number = element.get("data-nummer") or ""
                yield Footnote(
                    _trim(tuple(_Spaces().tidy(list(content)))),
                    whole(number) or 0,
                )
            case "a", ["verwijzing"]:
                target = element.get("href") or ""
                if not target.startswith("#") or len(target) == 1:
                    self.refuse(element, "een verwijzing noemt met href='#naam' waarnaar")
                yield Reference(target.removeprefix("#"), words_of(element))
            case "a", []:
                target = element.get("href") or ""
                if not target.lower().startswith(_SCHEMES):
                    self.refuse(element, f"de koppeling naar '{target}' werkt niet in een document")
                yield Link(content, target)
            case tag, _:
                self.refuse(element, f"<{tag}> kan niet tussen woorden staan")


class _Spaces:
    """Makes runs of white space single, also where they cross the border of an inline."""

    def __init__(self) -> None:
        self.after_space = True

    def tidy(self, content: list[Inline]) -> Iterator[Inline]:
        for inline in _joined(content):
            match inline:
                case Text():
                    text = _SPACE.sub(" ", inline.text)
                    if self.after_space:
                        text = text.removeprefix(" ")
                    if text:
                        self.after_space = text.endswith(" ")
                        yield Text(text)
                case LineBreak():
                    self.after_space = True
                    yield inline
                case Reference() | Footnote():
                    self.after_space = False
                    yield inline
                case Strong() | Emphasis() | Subscript() | Superscript():
                    if inner := tuple(self.tidy(list(inline.content))):
                        yield type(inline)(inner)
                case Language():
                    if inner := tuple(self.tidy(list(inline.content))):
                        yield Language(inner, inline.lang)
                case Link():
                    if inner := tuple(self.tidy(list(inline.content))):
                        yield Link(inner, inline.target)


def _joined(content: list[Inline]) -> Iterator[Inline]:
    """The same with neighbouring texts made one."""
    pending = ""
    for inline in content:
        if isinstance(inline, Text):
            pending += inline.text
            continue
        if pending:
            yield Text(pending)
        pending = ""
        yield inline
    if pending:
        yield Text(pending)


def _trim(content: Inlines) -> Inlines:
    """The same without a space at the end or before a line break."""
    kept: list[Inline] = []
    for index, inline in enumerate(content):
        last = index == len(content) - 1 or isinstance(content[index + 1], LineBreak)
        if last and isinstance(inline, Text):
            inline = Text(inline.text.rstrip(" "))
            if not inline.text:
                continue
        elif last and isinstance(inline, Strong | Emphasis | Subscript | Superscript):
            inline = type(inline)(_trim(inline.content))
        elif last and isinstance(inline, Link):
            inline = Link(_trim(inline.content), inline.target)
        elif last and isinstance(inline, Language):
            inline = Language(_trim(inline.content), inline.lang)
        kept.append(inline)
    return tuple(kept)


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else "?"


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
