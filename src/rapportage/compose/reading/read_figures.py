"""Read what the profile says of pictures: a figure, two beside each other, a logo."""

from __future__ import annotations

from lxml import etree

from rapportage.compose.reading.read_parts import PartReader, number_of
from rapportage.document import Align, Figure, FigurePair, Logo

IMAGE = "afbeelding:"
"""What stands before the key of an image."""


def read_pair(reader: PartReader, element: etree._Element) -> FigurePair | None:
    """Two figures that stand beside each other; None when one of them cannot be read."""
    if not reader.holds(element, "figure figure"):
        return None
    left, right = (read_figure(reader, child) for child in element)
    return FigurePair(left, right, reader.place(element)) if left and right else None


def read_figure(reader: PartReader, element: etree._Element) -> Figure | None:
    """A picture with its caption and source; None, and a problem, when it is no picture of the period's."""
    reader.attributes(element)
    if not reader.holds(element, "img( figcaption)?( p)?"):
        return None
    image, caption, source = element[0], reader.child(element, "figcaption"), reader.source(element)
    if not str(image.get("src")).startswith(IMAGE):
        reader.refuse(element, "een figuur heeft een <img src='afbeelding:naam'>")
        return None
    reader.holds(image, "")
    label, words = reader.numbered(caption) if caption is not None else ("", ())
    return Figure(
        str(image.get("src")).removeprefix(IMAGE),
        image.get("alt") or "",
        words,
        source,
        element.get("id") or "",
        number_of(label),
        reader.place(image),
    )


def read_logo(reader: PartReader, element: etree._Element, align: Align) -> Logo | None:
    """A logo at this side; None, and a problem, when it is not the organisation's."""
    if not reader.holds(element, "img"):
        return None
    image = element[0]
    if not str(image.get("src")).startswith(IMAGE):
        reader.refuse(element, "een logo heeft een <img src='afbeelding:logo'>")
        return None
    reader.holds(image, "")
    return Logo(
        str(image.get("src")).removeprefix(IMAGE), image.get("alt") or "", align, reader.place(element)
    )
