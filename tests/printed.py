"""What stands on the pages of Word documents when LibreOffice prints them, and on those of a PDF."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from where import PATIENCE, surroundings

OFFICE = shutil.which("soffice") or ""
"""LibreOffice, or '' where it is missing: what needs it is skipped there."""


def printed(packages: Sequence[bytes], folder: Path) -> list[bytes]:
    """The PDF that one start of LibreOffice makes of each Word document."""
    names = [folder / f"stuk-{number}.docx" for number in range(len(packages))]
    for name, package in zip(names, packages, strict=True):
        name.write_bytes(package)
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, names)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, env=surroundings())
    return [name.with_suffix(".pdf").read_bytes() for name in names]


def page_words(pdf: bytes, *but: str) -> list[str]:
    """The words of each page between two bars where it lies, without lines that hold one of `but`."""
    found = []
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            lines = page.get_textpage().get_text_bounded().splitlines()
            words = " ".join(one.strip() for one in lines if one.strip() and not any(x in one for x in but))
            found.append(f"|{words}|" if page.get_width() > page.get_height() else words)
    return found
