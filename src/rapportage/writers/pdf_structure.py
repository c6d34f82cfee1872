"""Make the tag tree say what the Document says, from what the layout engine made of its boxes.

One tag for each element, also where it goes on after a page or a line; notes at their marks;
contents lists as such; the language of passages (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf


class TagError(ValueError):
    """The tags cannot be put right; the message is Dutch."""


_CONTINUES = {"/P", "/L", "/Sect", "/NonStruct", "/BlockQuote", "/Link", "/Art"}
"""What may be made of parts and has a beginning; an item of a list has a label instead."""
_INSIDE = {"/Table", "/TBody", "/LBody"}
"""What goes on when what is around it does."""


def elements_in(parent: Object) -> Iterator[Object]:
    """Every structure element below `parent`, each before the ones inside it."""
    for kid in kids_of(parent):
        if is_element(kid):
            yield kid
            yield from elements_in(kid)


def kids_of(element: Object) -> list[Object]:
    """What stands directly in an element: elements, marks of content, and references to objects."""
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def is_element(kid: Object) -> bool:
    """Whether this kid is a structure element."""
    return isinstance(kid, Dictionary) and "/S" in kid


def is_reference(kid: Object) -> bool:
    """Whether this kid refers to an annotation."""
    return isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR"


def detach(element: Object) -> None:
    """Take the element out of the tree; what it marks is no content then."""
    kept = [kid for kid in kids_of(element.P) if not is_element(kid) or kid.objgen != element.objgen]
    element.P.K = Array(kept)


def complete(pdf: Pdf, languages: Sequence[str]) -> None:
    """Put the tree right; `languages` are those of the passages in another language, in reading order."""
    (document,) = kids_of(pdf.Root.StructTreeRoot)
    _Joiner(pdf).join(document)
    _drop_beginnings(document)
    for element in elements_in(document):
        if element.S == "/Sect":
            element.S = Name.Div
    _name_contents(document)
    _name_languages(document, languages)


# --- parts -----------------------------------------------------------------------------------


class _Joiner:
    """Joins the parts of elements that go on after a page or a line."""

    def __init__(self, pdf: Pdf) -> None:
        self.numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        self.at = {int(key): 2 * index + 1 for index, key in enumerate(list(self.numbers)[::2])}

    def join(self, parent: Object) -> None:
        """Join the parts among the kids of this element, and among theirs."""
        kids = kids_of(parent)
        kept: list[Object] = []
        for kid in kids:
            whole = _whole_of(kid, kept) if is_element(kid) else None
            if whole is None:
                kept.append(kid)
            else:
                self.add(whole, kid)
        if len(kept) < len(kids):
            parent.K = Array(kept)
        for kid in kept:
            if is_element(kid):
                self.join(kid)

    def add(self, whole: Object, part: Object) -> None:
        """Move what the part holds to the end of the whole; what goes on inside it, into its own whole."""
        held, mine = kids_of(part), kids_of(whole)
        if part.S == "/Table":
            held = _without_repeated_head(held, mine)
        for kid in held:
            last = mine[-1] if mine else None
            if is_element(kid):
                if last is not None and is_element(last) and kid.S == last.S and _goes_on(kid):
                    self.add(last, kid)
                    continue
                kid.P = whole
            elif is_reference(kid):
                self.numbers[self.at[int(kid.Obj.StructParent)]] = whole
            else:
                self.numbers[self.at[int(part.Pg.StructParents)]][int(kid)] = whole
                if part.Pg.objgen != whole.Pg.objgen:
                    kid = Dictionary(Type=Name.MCR, Pg=part.Pg, MCID=int(kid))
            mine.append(kid)
        whole.K = Array(mine)


def _goes_on(inner: Object) -> bool:
    """Whether what stands first in a further part goes on with what stood last before it."""
    return str(inner.S) in _INSIDE or (inner.S == "/L" and not _begins(inner))


def _whole_of(part: Object, before: Sequence[Object]) -> Object | None:
    """The element among those before that this one goes on with; None when it begins here."""
    last = next((kid for kid in reversed(before) if not is_reference(kid)), None)
    if part.S == "/LI":
        if "/Lbl" in _tags_in(part):
            return None
        items = [kid for kid in before if is_element(kid) and kid.S == "/LI"]
        return items[-1] if items and "/Lbl" in _tags_in(items[-1]) else None
    if last is None or not is_element(last) or part.S != last.S:
        return None
    if str(part.S) not in _CONTINUES or _begins(part):
        return None
    # Bold and raised words do not begin, and may be parted.
    return last if _begins(last) or part.S == "/NonStruct" else None


def _tags_in(element: Object) -> set[str]:
    return {str(kid.S) for kid in kids_of(element) if is_element(kid)}


def _without_repeated_head(held: list[Object], mine: list[Object]) -> list[Object]:
    """The kids of a further part of a table without the head that each page repeats.

    Cells that name the head's cells as theirs name those of the first head instead.
    """
    first = next((kid for kid in mine if is_element(kid) and kid.S == "/THead"), None)
    if first is None:
        return held
    names: dict[str, Object] = {}
    for head in (kid for kid in held if kid.S == "/THead"):
        cells = zip(elements_in(head), elements_in(first), strict=False)
        names |= {str(one.ID): two.ID for one, two in cells if "/ID" in one and "/ID" in two}
    kept = [kid for kid in held if kid.S != "/THead"]
    for part in kept:
        for cell in elements_in(part):
            headers = cell.A.get("/Headers") if cell.S in ("/TD", "/TH") and "/A" in cell else None
            if headers is not None:
                cell.A.Headers = Array([names.get(str(one), one) for one in headers])
    return kept


def _begins(element: Object) -> bool:
    """Whether the element has the empty box with which its first part begins."""
    return any(_is_beginning(kid) for kid in kids_of(element)[:2])


def _is_beginning(kid: Object) -> bool:
    return is_element(kid) and kid.S in ("/NonStruct", "/Span", "/Art") and not kids_of(kid)


def _drop_beginnings(document: Object) -> None:
    """Take the empty boxes out again."""
    for element in [document, *elements_in(document)]:
        kids = kids_of(element)
        kept = [kid for kid in kids if not _is_beginning(kid)]
        if len(kept) < len(kids):
            element.K = Array(kept)


# --- notes -----------------------------------------------------------------------------------


def place_notes(pdf: Pdf) -> None:
    """Each note behind its mark in the text: the mark is a Reference, the note has an ID (7.9).

    The engine gathers notes at the foot of pages; those areas leave the tree.
    """
    (document,) = kids_of(pdf.Root.StructTreeRoot)
    notes: list[Object] = []
    kept: list[Object] = []
    for kid in kids_of(document):
        held = kids_of(kid) if is_element(kid) and kid.S == "/NonStruct" else []
        area = held and all(is_element(one) and one.S == "/Link" and not _leads(one) for one in held)
        (notes if area else kept).extend(held if area else [kid])
    document.K = Array(kept)
    marks = [one for one in elements_in(document) if one.S == "/Link" and not _leads(one)]
    marks = [one for one in marks if one.P.S != "/Link"]
    if len(marks) != len(notes):
        raise TagError(f"er staan {len(marks)} verwijzingen naar {len(notes)} voetnoten")
    for number, (mark, note) in enumerate(zip(marks, notes, strict=True), start=1):
        mark.S, note.S = Name.Reference, Name.Note
        note.ID = pikepdf.String(f"noot-{number}")
        note.P = mark.P
        for kid in kids_of(note)[:1]:
            kid.S = Name.Lbl
        kids = kids_of(mark.P)
        at = next(i for i, kid in enumerate(kids, 1) if is_element(kid) and kid.objgen == mark.objgen)
        mark.P.K = Array([*kids[:at], note, *kids[at:]])


def _leads(link: Object) -> bool:
    return any(is_reference(kid) for kid in kids_of(link))


# --- contents and languages --------------------------------------------------------------------


def _name_contents(document: Object) -> None:
    """A contents list holds lines, and each line a reference (table 333)."""
    for part in [one for one in elements_in(document) if one.S == "/Part"]:
        part.S = Name.NonStruct
        for kid in kids_of(part):
            if is_element(kid) and kid.S == "/L":
                kid.S = Name.TOC
                for line in kids_of(kid):
                    line.S = Name.TOCI
                    for body in kids_of(line):
                        body.S = Name.Reference


def _name_languages(document: Object, languages: Sequence[str]) -> None:
    passages = [one for one in elements_in(document) if one.S == "/Art"]
    if len(passages) != len(languages):
        raise TagError(f"er staan {len(passages)} van {len(languages)} passages in een andere taal")
    for passage, language in zip(passages, languages, strict=True):
        passage.S = Name.Span
        passage.Lang = pikepdf.String(language)
