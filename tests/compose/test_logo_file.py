"""A logo that is printed larger than its pixels allow is told; one that is fine, or has none, is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import png
from word_files import STYLE

from rapportage.compose.picture_files import logo_image
from rapportage.figures.cache import FigureCache
from rapportage.workspace import Workspace


@pytest.mark.parametrize(
    ("width", "height", "told"),
    [(60, 20, "afbeelding 'logo.png' is korrelig: 60 pixels breed, en op papier 48 mm"), (1000, 333, None)],
)
def test_a_logo_of_few_pixels_is_told(klein: Path, width: int, height: int, told: str | None) -> None:
    (klein / "templates").mkdir()
    (klein / "templates/logo.png").write_bytes(png(width, height))
    found = logo_image(Workspace(klein), STYLE, FigureCache(None))
    assert next((one.message for one in found.problems), None) == told
    assert all("ten minste 600 pixels" in str(one.hint) for one in found.problems)


def test_a_logo_without_pixels_is_never_coarse(klein: Path) -> None:
    (klein / "templates").mkdir()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path d="M0 0h4v1H0z" fill="#123456"/></svg>'
    (klein / "templates/logo.svg").write_text(svg)
    assert logo_image(Workspace(klein), STYLE, FigureCache(None)).problems == ()
