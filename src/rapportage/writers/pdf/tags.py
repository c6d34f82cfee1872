"""Finish the PDF that the layout engine drew: its tags, what is no content, and its metadata.

PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) each ask for things that WeasyPrint 70 does
not write; each function below names what it adds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from rapportage.document import Document
from rapportage.style.lengths import PIXEL
from rapportage.writers.anchors import link_names
from rapportage.writers.data_files import attach_data
from rapportage.writers.destinations import lead_to_elements
from rapportage.writers.pdf.boxes import Mark
from rapportage.writers.pdf.extraction import mark_added_hyphens
from rapportage.writers.pdf.figures import put_figures
from rapportage.writers.pdf.tag_structure import Tag
from rapportage.writers.shown_figures import Matrix, show_figures
from rapportage.writers.signature_fields import add_fields
from rapportage.writers.tag_names import name_tags

_PRINT = 4  # annotation flag bit 3

_MARKED = re.compile(rb"/\w+\s<</MCID (\d+)>>\sBDC")
"""How the engine opens marked content; text is hexadecimal there, so it cannot look like this."""

_PDFUA = """\
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""


def finish(
    pdf: bytes, document: Document, tags: Tag, marks: Sequence[Mark], figures: Mapping[bytes, bytes]
) -> bytes:
    """The PDF of this document with these tags, of what is marked in it.

    `figures` come where their stand-ins are drawn.     Raises ValueError where tags and document differ.
    """
    with pikepdf.open(BytesIO(pdf)) as finished:
        _TagWriter(finished).write(tags)
        name_tags(finished, document)
        _name_links(finished, marks, link_names(document))
        add_fields(finished, document)
        attach_data(finished, document)
        _make_artifacts(finished, marks)
        finished.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.D)])
        lead_to_elements(finished, document, _leads(finished))
        put_figures(finished, figures)
        show_figures(finished, _drawn_in)
        _identify(finished)
        out = BytesIO()
        finished.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


class _TagWriter:
    """Writes tags into a PDF, with the way back from what is marked to them (ISO 32000-1, 14.7.4.4)."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._owners: list[dict[int, Object]] = [{} for _ in pdf.pages]
        self._links: list[Object] = []

    def write(self, document: Tag) -> None:
        """Write the tag of the whole document, and that it is tagged."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(document, root)
        owners = [
            Array(owned.get(number) for number in range(max(owned, default=-1) + 1)) for owned in self._owners
        ]
        numbers = [part for pair in enumerate([*owners, *self._links]) for part in pair]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)
        self._pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)

    def _element(self, tag: Tag, parent: Object) -> Object:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag.name}"), P=parent))
        for name, value in tag.facts.items():
            element[f"/{name}"] = String(value)
        first = next((kid for kid in tag.kids if isinstance(kid, Mark)), None)
        if first:
            element.Pg = self._pdf.pages[first.page].obj
            if first.area:
                element.A = Dictionary(O=Name.Layout, BBox=Array(first.area))
        if tag.name in ("TH", "TD") and tag.element is not None:
            spans = {name: int(tag.element.get(name.lower(), "1")) for name in ("ColSpan", "RowSpan")}
            told = {f"/{name}": span for name, span in spans.items() if span > 1}
            element.A = Dictionary({"/O": Name.Table, **told})
        on_page = first.page if first else -1
        kids = (
            self._mark(kid, on_page, element) if isinstance(kid, Mark) else self._element(kid, element)
            for kid in tag.kids
        )
        element.K = Array(kids)
        return element

    def _mark(self, mark: Mark, on_page: int, owner: Object) -> Object | int:
        page = self._pdf.pages[mark.page].obj
        if mark.annotation:
            annotation = self._pdf.get_object(mark.number, 0)
            annotation.StructParent = len(self._owners) + len(self._links)
            self._links.append(owner)
            return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)
        self._owners[mark.page][mark.number] = owner
        if mark.page == on_page:
            return mark.number
        return Dictionary(Type=Name.MCR, Pg=page, MCID=mark.number)


def _name_links(pdf: Pdf, marks: Iterable[Mark], names: Mapping[str, str]) -> None:
    """One link has one annotation a line; where it leads within the document it says in words."""
    surplus = {mark.number for mark in marks if mark.annotation and mark.artifact}
    for page in pdf.pages:
        if "/Annots" not in page:
            continue
        page.Annots = Array(one for one in page.Annots if one.objgen[0] not in surplus)
        for annotation in page.Annots:
            annotation.F = _PRINT
            anchor = str(annotation.get("/Dest", ""))
            if anchor in names:
                annotation.Contents = String(names[anchor])


def _leads(pdf: Pdf) -> Iterator[tuple[Object, str]]:
    for page in pdf.pages:
        for annotation in page.get("/Annots", Array()):
            if "/Dest" in annotation:
                yield annotation, str(annotation.Dest)


def _make_artifacts(pdf: Pdf, marks: Iterable[Mark]) -> None:
    """What is marked but is no content says so: headers, footers, dots (14.8.2.2)."""
    kinds: list[dict[int, bytes]] = [{} for _ in pdf.pages]
    for mark in marks:
        if mark.artifact and not mark.annotation:
            kinds[mark.page][mark.number] = b"/Artifact <<" + mark.artifact.encode() + b">> BDC"
    for page, kind in zip(pdf.pages, kinds, strict=True):
        content = mark_added_hyphens(page.Contents.read_bytes())
        page.Contents.write(_MARKED.sub(partial(_told, kind), content))


def _drawn_in(page: Object) -> Matrix:
    """Pixels from the upper left corner, in which the engine draws."""
    return PIXEL, 0, 0, -PIXEL, 0, float(page.MediaBox[3])


def _told(kinds: Mapping[int, bytes], mark: re.Match[bytes]) -> bytes:
    return kinds.get(int(mark[1]), mark[0])


def _identify(pdf: Pdf) -> None:
    """Beside PDF/A-2a the metadata name PDF/UA-1, with the description of it that PDF/A asks for."""
    metadata = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(metadata.replace(b"</rdf:RDF>", _PDFUA.encode(), 1))
