"""The tag tree of a PDF, as text to read and as counts to compare with the Document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import engines
import pikepdf

from rapportage.document import (
    Contents,
    Document,
    Figure,
    Heading,
    List,
    Logo,
    Metadata,
    Quote,
    Signatures,
    Table,
    inlines_of,
    walk,
)
from rapportage.inlines import Footnote, Inlines, Language, Link, NoteMark, Reference, TermUse
from rapportage.writers.tag_names import titles

Element = pikepdf.Object
COMPARED = (
    *("Table", "TR", "L", "LI", "TOC", "TOCI", "Figure", "Caption", "Note", "Link", "BlockQuote", "Lang"),
    *("H1", "H2", "H3", "H4", "H5", "H6"),
)
"""The tags of which a PDF has exactly as many as the Document has such things."""


def kids(element: Element) -> list[Element]:
    found = element.get("/K", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def elements(parent: Element) -> Iterator[Element]:
    for kid in kids(parent):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def counts(pdf: bytes) -> Counter[str]:
    """How many of each tag there are, and of passages with a language of their own."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = Counter(str(one.S)[1:] for one in elements(opened.Root.StructTreeRoot))
        found["Lang"] = sum("/Lang" in one for one in elements(opened.Root.StructTreeRoot))
    return Counter({tag: count for tag, count in found.items() if tag in COMPARED and count})


def expected(document: Document, engine: str = engines.DEFAULT) -> Counter[str]:
    """How many of each the Document asks for, as the engine tags them."""
    found = _expected(document)
    if engine == engines.TYPST:
        for block in walk(document.blocks):
            if isinstance(block, Contents):  # a list for each level, inside the one above it
                levels = [entry.level for entry in block.entries]
                found["TOC"] += sum(above < below for above, below in pairwise(levels))
            for content in inlines_of(block):  # a passage without words of its own has no tag
                found["Lang"] -= sum(_holds_a_passage(one) for one in flat(content))
        found["Link"] += 2 * found["Note"]  # a mark and its note lead to each other
    return Counter({tag: count for tag, count in found.items() if count})


def _expected(document: Document) -> Counter[str]:
    found = Counter(f"H{title.level}" for title in titles(document))
    for block in walk(document.blocks):
        match block:
            case Heading():
                found[f"H{block.level}"] += 1
            case List():
                found.update({"L": 1, "LI": len(block.items)})
            case Table():
                found.update({"Table": 1, "TR": len(block.head) + len(block.body)})
                found["Caption"] += bool(block.caption or block.label)
            case Figure():
                found["Figure"] += bool(block.alt)
                found["Caption"] += bool(block.caption or block.label)
            case Logo():
                found["Figure"] += bool(block.alt)
            case Contents():
                found.update(
                    {"TOC": bool(block.entries), "TOCI": len(block.entries), "Link": len(block.entries)}
                )
            case Metadata():
                found.update({"L": 1, "LI": len(block.rows)})
            case Signatures() if block.signatories:
                found.update({"L": 1, "LI": len(block.signatories)})
            case Quote():
                found["BlockQuote"] += 1
            case _:
                pass
        for content in inlines_of(block):
            found["Note"] += sum(isinstance(one, Footnote) for one in flat(content))
            found["Link"] += sum(
                isinstance(one, Link | Reference | NoteMark | TermUse) for one in flat(content)
            )
            found["Lang"] += sum(isinstance(one, Language) for one in flat(content))
    return Counter({tag: count for tag, count in found.items() if count})


def _holds_a_passage(inline: object) -> bool:
    return isinstance(inline, Language) and all(isinstance(one, Language) for one in inline.content)


def flat(content: Inlines) -> Iterator[object]:
    for inline in content:
        yield inline
        yield from flat(getattr(inline, "content", ()))


def attributes_of(element: Element) -> Element:
    """What an element says of itself as a table's or a list's part, or else first."""
    given = element.get("/A", pikepdf.Dictionary())
    if not isinstance(given, pikepdf.Array):
        return given
    return next((one for one in given if one.get("/O") in ("/Table", "/List")), pikepdf.Dictionary())


def strays(pdf: bytes) -> list[str]:
    """What the way back from marks and elements to what holds them gets wrong (14.7.4.4): tags that hold them."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        root = opened.Root.StructTreeRoot
        numbers = list(root.ParentTree.Nums)
        owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        return [
            str(holder.S)
            for holder in elements(root)
            for kid in kids(holder)
            if _owner(kid, holder, owners).objgen != holder.objgen
        ]


def _owner(kid: Element, holder: Element, owners: dict[int, Element]) -> Element:
    """What holds this kid of the holder, by what the file says elsewhere."""
    if not isinstance(kid, pikepdf.Dictionary):
        return owners[int(holder.Pg.StructParents)][int(kid)]
    if "/S" in kid:
        return kid.P
    if kid.get("/Type") == "/OBJR":
        return owners[int(kid.Obj.StructParent)]
    return owners[int(kid.Pg.StructParents)][int(kid.MCID)]


def readable(pdf: bytes) -> str:
    """The tree with an indent a level, and for each element what a reader is told beside its words."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return "\n".join(_lines(opened.Root.StructTreeRoot, 0)) + "\n"


def _lines(parent: Element, depth: int) -> Iterator[str]:
    for kid in kids(parent):
        if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
            continue
        facts = [str(kid[name]) for name in ("/T", "/E", "/Alt", "/Lang", "/ID") if name in kid]
        attributes: Element = attributes_of(kid)
        facts += [
            f"{name[1:]} {attributes[name]}"
            for name in ("/ListNumbering", "/Scope", "/ColSpan", "/RowSpan")
            if name in attributes
        ]
        leaf = str(kid.S) == "/Span" and not facts and not list(elements(kid))
        if not leaf:
            yield "  " * depth + " · ".join([str(kid.S)[1:], *facts])
            yield from _lines(kid, depth + 1)
