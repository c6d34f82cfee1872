"""Small pages look as they did when a person last looked at them: `--update` keeps what is seen now.

A page is compared in blocks of some millimetres. A shade of grey more or less in one is the
rasteriser's; a line, a rule or a word that moved is not.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from engines import each_engine
from papers import Paper, made
from PIL import Image
from where import TESTS, WORKSPACES

KEPT = {"weasyprint": TESTS / "golden-pages", "typst": TESTS / "golden-pages" / "typst"}
BLOCK = 6
MOST = 6
"""How much the mean of a block may differ, of 255; a thin rule makes some 9, a line of text 60."""

BIJLAGE = Paper(WORKSPACES / "klein", "2024-H1", "bijlage")
PAGES = {
    "memo": (Paper(WORKSPACES / "klein", "2024-H1", "raadsvoorstel"), 0),
    "besluit-in-concept": (Paper(WORKSPACES / "besluit", "2024-Q3", "raadsbesluit"), 0),
    "omslag-met-inhoud": (BIJLAGE, 0),
    "grafiek-tabel-en-noot": (BIJLAGE, 2),
    "paar-kader-en-citaat": (BIJLAGE, 3),
    "tabellen": (BIJLAGE, 4),
    "liggend": (BIJLAGE, 5),
}


def look(pdf: bytes, number: int) -> Image.Image:
    """The page in shades of grey, a dot a point."""
    with pypdfium2.PdfDocument(pdf) as opened:
        shown: Image.Image = opened[number].render(scale=1, grayscale=True).to_pil()
    return shown.convert("L")


def differing(one: Image.Image, other: Image.Image) -> list[tuple[int, int]]:
    """Where the pages differ: left and top of each block, in dots."""
    if one.size != other.size:
        return [(0, 0)]
    columns, rows = one.width // BLOCK, one.height // BLOCK
    means = [
        np.asarray(page, float)[: rows * BLOCK, : columns * BLOCK]
        .reshape(rows, BLOCK, columns, BLOCK)
        .mean(axis=(1, 3))
        for page in (one, other)
    ]
    places = np.argwhere(abs(means[0] - means[1]) > MOST)
    return [(int(column) * BLOCK, int(row) * BLOCK) for row, column in places]


@each_engine
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(name: str, engine: str, update: bool, tmp_path: Path) -> None:
    paper, number = PAGES[name]
    seen = look(made(paper, engine).layout.pdf, number)
    kept = KEPT[engine] / f"{name}.png"
    if update:
        kept.parent.mkdir(exist_ok=True)
        seen.quantize(32).save(kept, optimize=True)
    seen.save(tmp_path / kept.name)
    found = differing(seen, Image.open(kept).convert("L"))
    assert not found, f"{len(found)} blocks differ, the first at {found[0]}; see {tmp_path / kept.name}"


# --- what the comparison sees ------------------------------------------------------------------


def memo() -> Image.Image:
    return look(made(PAGES["memo"][0]).layout.pdf, 0)


def test_the_same_page_does_not_differ() -> None:
    assert differing(memo(), memo()) == []


def test_a_line_of_text_that_moved_one_point_is_seen() -> None:
    page, moved = memo(), memo()
    moved.paste(page.crop((0, 400, page.width, 420)), (0, 401))
    assert differing(page, moved)


def test_a_thin_rule_that_is_gone_is_seen() -> None:
    page, without = memo(), memo()
    dark = np.asarray(page)
    row = min(range(130, 400), key=lambda one: dark[one, 120:470].max())  # below the thick one of the title
    without.paste(255, (0, row - 1, page.width, row + 2))  # it may be in two rows, half in each
    assert differing(page, without)


def test_a_page_of_another_size_is_seen() -> None:
    assert differing(memo(), look(made(BIJLAGE).layout.pdf, 5))
