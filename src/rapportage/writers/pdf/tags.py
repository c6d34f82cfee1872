"""Mend the tags and metadata that the layout engine leaves incomplete.

PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) each ask for things that WeasyPrint 70 does
not write; each function below names what it adds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO

import pikepdf
from pikepdf import Object, Pdf

from rapportage.document import Document
from rapportage.style.lengths import PIXEL
from rapportage.style.page import Page
from rapportage.writers.pdf.extraction import mark_added_hyphens
from rapportage.writers.pdf.figures import put_figures
from rapportage.writers.pdf.tag_parts import fill_list_bodies
from rapportage.writers.pdf.tag_structure import complete, place_notes
from rapportage.writers.table_headers import head_cells
from rapportage.writers.tag_tree import detach, elements_in, is_reference, kids_of

_Marks = dict[tuple[int, int], set[int]]

_PRINT = 4  # annotation flag bit 3

_TEXT_AT = re.compile(rb"1 0 0 -1 -?[\d.]+ (-?[\d.]+) Tm")
_HEADER, _FOOTER = b"/Type /Pagination /Subtype /Header", b"/Type /Pagination /Subtype /Footer"
_COSMETIC = b"/Type /Layout"

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


def mend(
    pdf: bytes,
    document: Document,
    link_names: Mapping[str, str],
    languages: Sequence[str],
    pages: tuple[Page, Page],
    figures: Mapping[bytes, bytes],
) -> bytes:
    """The PDF of this document with its tags and metadata completed.

    `link_names` tells what each anchor is called; `languages` are those of the passages in
    another language, in reading order; `pages` are the upright one and the one on its side, of which
    the margins are the header's and the footer's; `figures` come where their stand-ins are drawn.
    """
    with pikepdf.open(BytesIO(pdf)) as mended:
        fill_list_bodies(mended)
        _join_links(mended, place_notes(mended))
        elements = _drop_decoration(complete(mended, languages))
        head_cells(mended, document)
        _place_figures(mended, elements)
        _name_links(mended, link_names)
        _make_artifacts(mended, elements, pages)
        mended.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D)])
        put_figures(mended, figures)
        _identify(mended)
        out = BytesIO()
        mended.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _drop_decoration(elements: list[Object]) -> list[Object]:
    """A picture without alternative text leaves the tree, and so becomes an artifact; the other elements."""
    kept = []
    for element in elements:
        if element.S == "/Figure" and "/Alt" not in element:
            detach(element)
        else:
            kept.append(element)
    return kept


def _place_figures(pdf: Pdf, elements: list[Object]) -> None:
    """A figure's BBox in the page's own points, from below (table 344); the engine has pixels, from above."""
    heights = {page.obj.objgen: _height(page.obj) for page in pdf.pages}
    for figure in elements:
        if figure.S == "/Figure" and "/A" in figure and "/BBox" in figure.A:
            left, top, right, bottom = (float(one) * PIXEL for one in figure.A.BBox)
            height = heights[figure.Pg.objgen]
            box = (left, height - bottom, right, height - top)
            figure.A.BBox = pikepdf.Array([round(one, 3) for one in box])


def _height(page: Object) -> float:
    return float(page.MediaBox[3])


def _join_links(pdf: Pdf, elements: list[Object]) -> None:
    """One link has one annotation: the engine makes another for each box inside it.

    A generated box inside a link is tagged as a link of its own, and the leader in that box as
    one more; the first becomes plain text, and the dots of the second are no content.
    """
    links = [element for element in elements if element.S == "/Link"]
    surplus: set[tuple[int, int]] = set()
    for link in links:
        for inner in elements_in(link):
            surplus |= {kid.Obj.objgen for kid in kids_of(inner) if is_reference(kid)}
            inner.K = pikepdf.Array(kid for kid in kids_of(inner) if not is_reference(kid))
    for link in reversed(links):
        if link.P.S == "/Link" and link.P.P.S == "/Link":
            detach(link)
        elif link.P.S == "/Link":
            link.S = pikepdf.Name.Span
    _drop_annotations(pdf, surplus)


def _drop_annotations(pdf: Pdf, surplus: set[tuple[int, int]]) -> None:
    dropped = set()
    for page in pdf.pages:
        annotations = list(page.get("/Annots", pikepdf.Array()))
        dropped |= {int(one.StructParent) for one in annotations if one.objgen in surplus}
        if annotations:
            page.Annots = pikepdf.Array(one for one in annotations if one.objgen not in surplus)
    tree = pdf.Root.StructTreeRoot.ParentTree
    numbers = list(tree.Nums)
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    tree.Nums = pikepdf.Array(value for pair in pairs if int(pair[0]) not in dropped for value in pair)


def _name_links(pdf: Pdf, link_names: Mapping[str, str]) -> None:
    """A link within the document says where it goes in words instead of by its anchor."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", pikepdf.Array()):
            annotation.F = _PRINT
            anchor = str(annotation.get("/Dest", ""))
            if anchor in link_names:
                annotation.Contents = pikepdf.String(link_names[anchor])


def _make_artifacts(pdf: Pdf, elements: list[Object], pages: tuple[Page, Page]) -> None:
    """What is marked but stands outside the tree is no content: headers, footers, dots (14.8.2.2)."""
    used = _used_marks(elements)
    for page in pdf.pages:
        marks = used.get(page.obj.objgen, set())
        content = mark_added_hyphens(page.Contents.read_bytes())
        page.Contents.write(_only_marked(content, marks, _body(_height(page.obj), pages)))
        _forget_marks(pdf, page.obj, marks)


def _body(height: float, pages: tuple[Page, Page]) -> tuple[float, float]:
    """How many points down a page of this height its header ends and its footer begins."""
    like = min(pages, key=lambda page: abs(page.height - height))
    return like.top, height - like.bottom


def _only_marked(content: bytes, marks: set[int], body: tuple[float, float]) -> bytes:
    """The page's content with every other mark than these turned into an artifact of its kind."""
    begins, ends = body

    def turned(mark: re.Match[bytes]) -> bytes:
        if int(mark[1]) in marks:
            return mark[0]
        text = _TEXT_AT.search(content, mark.end())
        down = float(text[1]) * PIXEL if text else begins
        kind = _HEADER if down < begins else _FOOTER if down > ends else _COSMETIC
        return b"/Artifact <<" + kind + b">> BDC"

    return _MARKED.sub(turned, content)


def _used_marks(elements: list[Object]) -> _Marks:
    used: _Marks = {}
    for element in elements:
        for kid in kids_of(element):
            if isinstance(kid, int):
                used.setdefault(element.Pg.objgen, set()).add(kid)
            elif kid.get("/Type") == "/MCR":
                used.setdefault(kid.Pg.objgen, set()).add(int(kid.MCID))
    return used


def _forget_marks(pdf: Pdf, page: Object, marks: set[int]) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    at = next(i for i in range(0, len(numbers), 2) if numbers[i] == page.StructParents)
    owners = numbers[at + 1]
    for mark in range(len(owners)):
        if mark not in marks:
            owners[mark] = None


def _identify(pdf: Pdf) -> None:
    """Beside PDF/A-2a the metadata name PDF/UA-1, with the description of it that PDF/A asks for."""
    metadata = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(metadata.replace(b"</rdf:RDF>", _PDFUA.encode(), 1))
