"""The names of WordprocessingML that a comparison asks for, and how its elements are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from docx.oxml.ns import qn
from lxml import etree

from rapportage.writers.docx import ooxml

Element: TypeAlias = etree._Element
"""What is read; what is made is one too, with more that python-docx knows of it."""
el: Callable[..., Element] = ooxml.el
run: Callable[..., Element] = ooxml.run
paragraph: Callable[..., Element] = ooxml.paragraph

P, TBL, SDT, SDT_CONTENT, SECT_PR = (qn(f"w:{one}") for one in ("p", "tbl", "sdt", "sdtContent", "sectPr"))
P_PR, R_PR, P_STYLE, NUM_PR, NUM_ID = (qn(f"w:{one}") for one in ("pPr", "rPr", "pStyle", "numPr", "numId"))
R, LINK, T, TAB, BR, INSTR = (qn(f"w:{one}") for one in ("r", "hyperlink", "t", "tab", "br", "instrText"))
DEL_TEXT, DEL_INSTR = qn("w:delText"), qn("w:delInstrText")
NO_BREAK, SOFT, FLD_CHAR = (qn(f"w:{one}") for one in ("noBreakHyphen", "softHyphen", "fldChar"))
NOTE, BOOKMARK, BOOKMARK_END = (
    qn(f"w:{one}") for one in ("footnoteReference", "bookmarkStart", "bookmarkEnd")
)
TR, TC, TR_PR, TC_PR, COLUMN = (qn(f"w:{one}") for one in ("tr", "tc", "trPr", "tcPr", "gridCol"))
V_MERGE, SPAN, W = (qn(f"w:{one}") for one in ("vMerge", "gridSpan", "w"))
ID, NAME, VAL, TYPE = (qn(f"w:{one}") for one in ("id", "name", "val", "type"))
ANCHOR, FLD_KIND, STYLE_ID = (qn(f"w:{one}") for one in ("anchor", "fldCharType", "styleId"))
ABSTRACT, ABSTRACT_ID, NSID = (qn(f"w:{one}") for one in ("abstractNum", "abstractNumId", "nsid"))
R_ID, R_EMBED = qn("r:id"), qn("r:embed")
PARA_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
HIDDEN = "_Blok_"
"""How the bookmarks begin that carry the name of what stands there."""
R_STYLE, TBL_STYLE, BASED_ON, NEXT, LINKED = (
    qn(f"w:{one}") for one in ("rStyle", "tblStyle", "basedOn", "next", "link")
)
DRAWING = qn("w:drawing")
BODY = qn("w:body")
PAGE, ORIENT, COLS, COUNT = (qn(f"w:{one}") for one in ("pgSz", "orient", "cols", "num"))
INS, DEL = qn("w:ins"), qn("w:del")
