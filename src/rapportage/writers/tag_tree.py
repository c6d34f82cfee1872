"""Walk through a PDF's tag tree, and take things out of it (ISO 32000-1, 14.7.2)."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object


class TagError(ValueError):
    """The tags cannot be put right; the message is Dutch."""


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


def attributes(element: Object, owner: Name) -> Object:
    """What the element says of itself as a `Table`, a `List` or the like (14.7.5); nothing yet, perhaps."""
    given = element.get("/A", Array())
    all_given = list(given) if isinstance(given, Array) else [given]
    for one in all_given:
        if one.get("/O") == owner:
            return one
    element.A = Array([*all_given, Dictionary(O=owner)])
    made: Object = element.A[-1]
    return made


def tags_in(element: Object) -> set[str]:
    """The tags of the elements that stand directly in this one."""
    return {str(kid.S) for kid in kids_of(element) if is_element(kid)}
