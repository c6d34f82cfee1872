"""Let readers that know figures by their pictures alone find those that are drawn with lines and words.

Chromium's viewer tells the alternative text of a picture, which must stand in the figure's own content on
the page. So each figure without one gets a picture that covers it and paints nothing: a stencil of one
pixel, which is masked (ISO 32000-1, 8.9.6.2).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Object, Pdf

from rapportage.writers.tag_tree import elements_in, kids_of

_STENCIL = "Sjabloon"
_DRAWS = re.compile(rb"/([\w.+-]+) Do\b")

Matrix = tuple[float, float, float, float, float, float]
_POINTS: Matrix = (1, 0, 0, 1, 0, 0)


def show_figures(pdf: Pdf, matrix_of: Callable[[Object], Matrix] = lambda _: _POINTS) -> None:
    """Put a stencil in each figure with an alternative text; `matrix_of` tells in what a page is drawn."""
    figures: dict[tuple[int, int], list[Object]] = {}
    for element in elements_in(pdf.Root.StructTreeRoot):
        if element.S == "/Figure" and "/Alt" in element and "/Pg" in element:
            figures.setdefault(element.Pg.objgen, []).append(element)
    stencil = _stencil(pdf) if figures else None
    for page in pdf.pages:
        content = page.Contents.read_bytes()
        covered = content
        for figure in figures.get(page.obj.objgen, ()):
            covered = _with_stencil(covered, figure, page.obj, matrix_of(page.obj))
        if covered != content:
            page.Contents = pdf.make_stream(covered)
            resources = page.obj.Resources
            if "/XObject" not in resources:
                resources.XObject = Dictionary()
            resources.XObject[f"/{_STENCIL}"] = stencil


def _stencil(pdf: Pdf) -> Object:
    size = Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    size.ImageMask, size.BitsPerComponent = True, 1
    return pdf.make_stream(b"\x80", size)


def _with_stencil(content: bytes, figure: Object, page: Object, matrix: Matrix) -> bytes:
    """The page's content with the stencil over the figure's box, unless its content has a picture."""
    mark = next((kid for kid in kids_of(figure) if isinstance(kid, int)), None)
    begun = re.search(rb"/\w+\s*<</MCID %d\b" % mark, content) if mark is not None else None
    if begun is None:
        return content
    begin = _after_properties(content, begun.end())
    end = content.index(b"EMC", begin)
    pictures = page.Resources.get("/XObject", Dictionary())
    for drawn in _DRAWS.finditer(content, begin, end):
        if pictures.get(f"/{drawn[1].decode()}", Dictionary()).get("/Subtype") == "/Image":
            return content
    put = b"\nq %b cm /%b Do Q\n" % (_over(_box(figure), matrix), _STENCIL.encode())
    return content[:begin] + put + content[begin:]


def _after_properties(content: bytes, at: int) -> int:
    """Where the operator ends that begins marked content whose properties go on here, texts among them."""
    depth = 0
    while depth or not content.startswith(b">>", at):
        sign = content[at : at + 1]
        depth += (sign == b"(") - (sign == b")")
        at += 2 if sign == b"\\" else 1
    return content.index(b"BDC", at) + len(b"BDC")


def _box(figure: Object) -> tuple[float, ...]:
    given = figure.A if isinstance(figure.A, Array) else [figure.A]
    return tuple(float(side) for side in next(one.BBox for one in given if "/BBox" in one))


def _over(box: tuple[float, ...], matrix: Matrix) -> bytes:
    """The matrix that brings the unit square over this box of the page, where `matrix` is in force."""
    left, below, right, above = box
    across, _, _, up, x, y = matrix
    sides = (right - left) / across, (above - below) / up
    corner = (left - x) / across, (below - y) / up
    return b"%.6g 0 0 %.6g %.6g %.6g" % (*sides, *corner)
