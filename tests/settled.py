"""What a Word document with tracked changes is once all of them are accepted, or rejected.

This is what ISO/IEC 29500-1, 17.13.5, says of each mark, and knows nothing of how the marks are made.
"""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from word_files import Element, xml

_CAME, _WENT = ("w:ins", "w:moveTo"), ("w:del", "w:moveFrom")
_RANGES = ("w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd")
_SHOWN = {"w:tab": "\t", "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}


def settled(package: bytes, *, accept: bool, part: str = "word/document.xml") -> Element:
    """The part without marks, as accepting or rejecting all of them leaves it."""
    root = xml(package, part)
    kept, dropped = (_CAME, _WENT) if accept else (_WENT, _CAME)
    _drop_rows(root, dropped)
    joined = [one for one in root.iter(qn("w:p")) if _has_mark(one, dropped)]
    for tag in dropped:
        for one in [*root.iter(qn(tag))]:
            _parent(one).remove(one)
    for tag in kept:
        for one in [*root.iter(qn(tag))]:
            at = _parent(one).index(one)
            for child in reversed(list(one)):
                _parent(one).insert(at + 1, child)
            _parent(one).remove(one)
    for tag in _RANGES:
        for one in [*root.iter(qn(tag))]:
            _parent(one).remove(one)
    for was, now in (("w:delText", "w:t"), ("w:delInstrText", "w:instrText")):
        for one in root.iter(qn(was)):
            one.tag = qn(now)
    for one in joined:
        _join_to_next(one)
    return root


def said(root: Element) -> list[str]:
    """The words of each paragraph that says something: fields with their results, notes by a sign."""
    lines = ("".join(_words(one)) for one in root.iter(qn("w:p")))
    return [line for line in lines if line.strip()]


def notes(package: bytes, *, accept: bool) -> list[str]:
    """The words of the notes that are still asked for, in the order in which they are."""
    texts = settled(package, accept=accept, part="word/footnotes.xml")
    by_number = {str(one.get(qn("w:id"))): " ".join(said(one)) for one in texts}
    asked = settled(package, accept=accept).iter(qn("w:footnoteReference"))
    return [by_number[str(one.get(qn("w:id")))] for one in asked]


def _words(paragraph: Element) -> Iterator[str]:
    for one in paragraph.iter():
        if one.tag == qn("w:t"):
            yield (one.text or "")
        elif one.tag == qn("w:footnoteReference"):
            yield "[noot]"
        elif one.tag == qn("w:br") and one.get(qn("w:type")) != "column":
            yield "\n"
        elif one.tag == qn("wp:docPr"):
            yield f"[beeld: {one.get('descr')}]"
        for tag, shown in _SHOWN.items():
            if one.tag == qn(tag) and _parent(one).tag == qn("w:r"):
                yield shown


def _drop_rows(root: Element, dropped: tuple[str, str]) -> None:
    for row in [*root.iter(qn("w:tr"))]:
        properties = row.find(qn("w:trPr"))
        if properties is not None and any(properties.find(qn(tag)) is not None for tag in dropped):
            table = _parent(row)
            table.remove(row)
            if table.find(qn("w:tr")) is None:
                _parent(table).remove(table)


def _has_mark(paragraph: Element, dropped: tuple[str, str]) -> bool:
    properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return properties is not None and any(properties.find(qn(tag)) is not None for tag in dropped)


def _join_to_next(paragraph: Element) -> None:
    """A paragraph without its end is the beginning of the next one; an empty one before a table goes."""
    following = paragraph.getnext()
    content = [one for one in paragraph if one.tag != qn("w:pPr")]
    if following is not None and following.tag == qn("w:p"):
        at = 1 if following.find(qn("w:pPr")) is not None else 0
        for one in reversed(content):
            following.insert(at, one)
    elif any(True for _ in paragraph.iter(qn("w:t"), qn("w:drawing"))):
        return
    _parent(paragraph).remove(paragraph)


def _parent(one: Element) -> Element:
    parent = one.getparent()
    assert parent is not None
    return parent
