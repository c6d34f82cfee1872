"""Fields in which who signs sets a digital signature, empty until then, in the PDF of each layout engine.

An engine knows no such fields. It gets a link without words where one must come, which tells the field's
place on the page and in the tag tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from rapportage.document import Document, Signatory, Signatures, walk
from rapportage.writers.tag_tree import elements_in, is_reference, kids_of

FIELD = "tekenveld:"
"""How the address of such a link begins; behind it comes the number of who signs, from 1."""

_PRINT = 4  # annotation flag bit 3
_OF_A_LINK = ("/A", "/AA", "/Border", "/BS", "/C", "/Contents", "/Dest", "/H", "/QuadPoints")


def signing(document: Document) -> list[Signatory]:
    """Who signs the document digitally, in reading order."""
    blocks = (block for block in walk(document.blocks) if isinstance(block, Signatures) and block.digital)
    return [person for block in blocks for person in block.signatories]


def add_fields(pdf: Pdf, document: Document) -> None:
    """Make a field for a signature of each link that stands for one.

    Each is named, described and tagged as a form (ISO 14289-1, 7.18), and has an appearance, in which nothing
    stands (ISO 19005-2, 6.3.3). Raises ValueError where there are more or fewer links than people who sign.
    """
    people = signing(document)
    if not people:
        return
    made = Array()
    for number, (person, (form, link)) in enumerate(zip(people, _links(pdf), strict=True), 1):
        form.S = Name.Form
        field = _form_field(pdf, link, number, person)
        made.append(field)
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=made))


def _form_field(pdf: Pdf, link: Object, number: int, person: Signatory) -> Object:
    """The link's annotation as a field that is its own widget."""
    for key in _OF_A_LINK:
        if key in link:
            del link[key]
    left, bottom, right, top = (round(float(one), 3) for one in link.Rect)
    bottom, top = sorted((bottom, top))  # one engine names the upper corner first
    nothing = Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form)
    nothing.BBox = Array([0, 0, round(right - left, 3), round(top - bottom, 3)])
    link.Rect = Array([left, bottom, right, top])
    link.Subtype = Name.Widget
    link.FT = Name.Sig
    link.T = String(f"handtekening-{number}")
    link.TU = String(f"Handtekening van {person.name}, {person.office}")
    link.F = _PRINT
    link.AP = Dictionary(N=pdf.make_indirect(nothing))
    return link


def _links(pdf: Pdf) -> Iterator[tuple[Object, Object]]:
    """Each tag of such a link with its annotation, in reading order."""
    for element in list(elements_in(pdf.Root.StructTreeRoot)):
        if element.S == "/Link":
            for kid in filter(is_reference, kids_of(element)):
                if str(kid.Obj.get("/A", Dictionary()).get("/URI", "")).startswith(FIELD):
                    yield element, kid.Obj
