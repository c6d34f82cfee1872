"""The bare layout engine, and the page of the real report that it gets: the unit of the bench.

Run as a program it writes that page of a workspace into a folder.
"""

from __future__ import annotations

import base64
import re
import sys
from pathlib import Path

from generated import PERIODE

BARE = """
import sys, weasyprint
page, style, pdf = sys.argv[1:]
weasyprint.HTML(page).write_pdf(pdf, stylesheets=[weasyprint.CSS(style)], pdf_variant="pdf/a-2a")
"""


def write_out(workspace: Path, folder: Path) -> None:
    """Write the report's page and stylesheet with pictures and fonts inside, and once with them beside it."""
    from rapportage.build.check import check
    from rapportage.build.formats import ENGINE
    from rapportage.periode import parse_periode
    from rapportage.style.fonts import house
    from rapportage.workspace import Workspace
    from rapportage.writers.html import IMAGE_SCHEME, write_html
    from rapportage.writers.pdf.fonts import font_files
    from rapportage.writers.pdf.page import page_css

    folder.mkdir(exist_ok=True)
    beside = folder / "beside"
    beside.mkdir()
    where = Workspace(workspace)
    checked = check(where, parse_periode(PERIODE))
    document = checked.documents["bijlage"]
    assert checked.style
    page = apart = write_html(document)
    style = page_css(document, checked.style, where.read(where.template(ENGINE.template)))
    for name, image in document.images.items():
        (beside / f"{name}.svg").write_bytes(image.data)
        apart = apart.replace(f'"{IMAGE_SCHEME}{name}"', f'"{name}.svg"')
    # What pandoc makes of keywords for typst does not compile.
    (beside / "report.html").write_text(re.sub(r"<meta[^>]*keywords[^>]*>", "", apart), "utf-8")
    files: dict[str, tuple[str, bytes]] = {
        IMAGE_SCHEME + name: (one.media_type, one.data) for name, one in document.images.items()
    }
    files |= {address: ("font/ttf", data) for address, data in font_files([house()]).items()}
    for address, (kind, data) in files.items():
        inside = f'"data:{kind};base64,{base64.b64encode(data).decode()}"'
        page, style = page.replace(f'"{address}"', inside), style.replace(f'"{address}"', inside)
    (folder / "page.html").write_text(page, "utf-8")
    (folder / "page.css").write_text(style, "utf-8")


if __name__ == "__main__":
    write_out(Path(sys.argv[1]), Path(sys.argv[2]))
