"""The layout engines, for claims that hold for the PDF of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from where import TEMPLATES

from rapportage.build.formats import ENGINE, ENGINES
from rapportage.document import Document
from rapportage.style.tokens import HouseStyle
from rapportage.writers.pdf.layout import Layout as WeasyPrintLayout
from rapportage.writers.pdf.layout import lay_out as lay_out_with_weasyprint
from rapportage.writers.typst.layout import Layout as TypstLayout
from rapportage.writers.typst.layout import lay_out as lay_out_with_typst

Layout = WeasyPrintLayout | TypstLayout
NAMES = tuple(ENGINES)
DEFAULT = ENGINE.name
TYPST = "typst"

each_engine = pytest.mark.parametrize("engine", NAMES)


@cache
def template(engine: str) -> str:
    """What comes along to say how pages look."""
    return (TEMPLATES / ENGINES[engine].template).read_text("utf-8")


def lay_out(document: Document, style: HouseStyle, engine: str = DEFAULT, more: str = "") -> Layout:
    """The document in pages, with `more` behind the template that comes along."""
    with_engine: Callable[[Document, HouseStyle, str], Layout] = (
        lay_out_with_typst if engine == TYPST else lay_out_with_weasyprint
    )
    return with_engine(document, style, template(engine) + more)
