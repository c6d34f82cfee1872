"""Make one tag of the parts that the layout engine gives an element on each page or line it goes on after.

The parts are told from elements of their own by the empty boxes with which those begin (`tag_names`).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

from rapportage.writers.tag_tree import elements_in, is_element, is_reference, kids_of, tags_in

_CONTINUES = {"/P", "/L", "/Sect", "/NonStruct", "/BlockQuote", "/Link", "/Art"}
"""What may be made of parts and has a beginning; an item of a list has a label instead."""
_INSIDE = {"/Table", "/TBody", "/LBody"}
"""What goes on when what is around it does."""


# --- lists -----------------------------------------------------------------------------------


def fill_list_bodies(pdf: Pdf) -> None:
    """A list item holds its label and its body; what stands below the first line is in the body (7.2-20).

    The engine puts lists inside an item behind it instead, where they would be read after all else
    in the item; which came first is told by the marks of content. Comes before all other mending,
    which counts on reading order.
    """
    for parent in [one for one in elements_in(pdf.Root.StructTreeRoot) if one.S == "/L"]:
        items: list[Object] = []
        below: list[list[Object]] = []
        for kid in kids_of(parent):
            if kid.S == "/L" and items and items[-1].S == "/LI":
                below[-1].append(kid)
            else:
                items.append(kid)
                below.append([])
        for item, lists in zip(items, below, strict=True):
            if item.S == "/LI":
                _fill_list_body(pdf, item, lists)
        parent.K = Array(items)


def _fill_list_body(pdf: Pdf, item: Object, lists: list[Object]) -> None:
    kids = kids_of(item)
    kept = [kid for kid in kids if kid.S in ("/Lbl", "/LBody")]
    loose = [*(kid for kid in kids if kid.S not in ("/Lbl", "/LBody")), *lists]
    if not loose:
        return
    if not kept or kept[-1].S != "/LBody":
        body = Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, Pg=item.Pg, K=Array())
        kept.append(pdf.make_indirect(body))
    for kid in loose:
        kid.P = kept[-1]
    kept[-1].K = Array([*kids_of(kept[-1]), *sorted(loose, key=_first_mark)])
    item.K = Array(kept)


def _first_mark(element: Object) -> int:
    """The lowest number of the content in an element on one page; labels are marked after the rest."""
    marks = (_first_mark(kid) if is_element(kid) else int(kid) for kid in _marked(element))
    return min(marks, default=sys.maxsize)


def _marked(element: Object) -> list[Object]:
    return [kid for kid in kids_of(element) if not is_reference(kid)]


# --- parts -----------------------------------------------------------------------------------


class Joiner:
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
        if part.S == "/TR":
            for cell, more in zip(mine, held, strict=True):
                self.add(cell, more)
            return
        if part.S == "/Table":
            held = _without_repeated_head(held, mine)
        for at, kid in enumerate(held):
            last = mine[-1] if mine else None
            if is_element(kid):
                if last is not None and is_element(last) and _goes_on(kid, last, first=at == 0):
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


def _goes_on(inner: Object, last: Object, *, first: bool) -> bool:
    """Whether what stands in a further part goes on with what stood last before it."""
    if inner.S != last.S:
        return False
    if inner.S == "/TR":
        return first and any(map(begins, kids_of(last))) and not any(map(begins, kids_of(inner)))
    return str(inner.S) in _INSIDE or (inner.S == "/L" and not begins(inner))


def _whole_of(part: Object, before: Sequence[Object]) -> Object | None:
    """The element among those before that this one goes on with; None when it begins here."""
    last = next((kid for kid in reversed(before) if not is_reference(kid)), None)
    if part.S == "/LI":
        if "/Lbl" in tags_in(part):
            return None
        items = [kid for kid in before if is_element(kid) and kid.S == "/LI"]
        return items[-1] if items and "/Lbl" in tags_in(items[-1]) else None
    if last is None or not is_element(last) or part.S != last.S:
        return None
    if str(part.S) not in _CONTINUES or begins(part):
        return None
    # Bold and raised words do not begin, and may be parted.
    return last if begins(last) or part.S == "/NonStruct" else None


def _without_repeated_head(held: list[Object], mine: list[Object]) -> list[Object]:
    """The kids of a further part of a table without the head that each page repeats."""
    if not any(is_element(kid) and kid.S == "/THead" for kid in mine):
        return held
    return [kid for kid in held if kid.S != "/THead"]


def begins(element: Object) -> bool:
    """Whether the element has the empty box with which its first part begins."""
    return any(_is_beginning(kid) for kid in kids_of(element)[:2])


def _is_beginning(kid: Object) -> bool:
    return is_element(kid) and kid.S in ("/NonStruct", "/Span", "/Art") and not kids_of(kid)


def drop_beginnings(document: Object) -> list[Object]:
    """Take the empty boxes out again, and what holds nothing else, such as the box of a single space.

    The elements that remain, in reading order.
    """
    elements = [*elements_in(document)]
    dropped: set[tuple[int, int]] = set()
    for element in reversed([document, *elements]):
        kids = kids_of(element)
        empty = [kid for kid in kids if _is_beginning(kid)]
        if empty:
            dropped |= {kid.objgen for kid in empty}
            element.K = Array([kid for kid in kids if not is_element(kid) or kid.objgen not in dropped])
    return [element for element in elements if element.objgen not in dropped]
