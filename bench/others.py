"""What else one could make such a report with, and what its result passes.

Each starts from the report's own page in HTML, with its pictures beside it, or from our DOCX. What is
not installed is left out.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROFILES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}

_TYPST = """
import sys, typst
page, pdf = sys.argv[1:]
typst.compile(page, output=pdf)
"""
"""Without a standard: on its way from HTML alternative text is lost, and typst refuses both without it."""
_EXPORT = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"2"}}'
)
"""LibreOffice's own options for PDF/UA and PDF/A-2; it has none for level a."""


@dataclass(frozen=True)
class Other:
    """Another way: its name, the commands that make the file from what stands in the folder, and the file."""

    name: str
    commands: Sequence[Sequence[str]]
    result: str


def others(folder: Path) -> list[Other]:
    """The ways that are installed here; `folder` holds `report.html`, its pictures, and `bijlage.docx`."""
    found = []
    python = sys.executable
    try:
        import pypandoc
        import typst

        del typst
        pandoc = [pypandoc.get_pandoc_path(), "report.html", "--standalone", "--metadata=lang:nl-NL"]
        weasyprint = str(Path(python).with_name("weasyprint"))
        found += [
            Other("pandoc to DOCX", [[*pandoc, "--output=pandoc.docx"]], "pandoc.docx"),
            Other(
                "pandoc, then typst, to PDF",
                [[*pandoc, "--output=pandoc.typ"], [python, "-c", _TYPST, "pandoc.typ", "typst.pdf"]],
                "typst.pdf",
            ),
            Other(
                "pandoc, then WeasyPrint, to PDF",
                [
                    [
                        *pandoc,
                        f"--pdf-engine={weasyprint}",
                        "--pdf-engine-opt=--pdf-variant=pdf/ua-1",
                        "--output=pandoc.pdf",
                    ]
                ],
                "pandoc.pdf",
            ),
        ]
    except ImportError:
        print("pandoc and typst are not installed: `make bench` brings them", file=sys.stderr)
    if soffice := shutil.which("soffice"):
        convert = [soffice, f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
        found.append(
            Other(
                "LibreOffice, from our DOCX, to PDF",
                [[*convert, "--convert-to", _EXPORT, "bijlage.docx"]],
                "bijlage.pdf",
            )
        )
    return found


def judged(files: Mapping[str, Path]) -> dict[str, str]:
    """What the checkers say of each file, in a few words; PDFs need Java."""
    sys.path.insert(0, str(ROOT / "scripts"))
    import verapdf

    ready = verapdf.start()
    said = {}
    for name, file in files.items():
        if file.suffix == ".docx":
            said[name] = _word(file)
        elif ready:
            said[name] = "; ".join(f"{title}: {_pdf(file, key)}" for key, title in PROFILES.items())
        else:
            said[name] = "not judged: veraPDF needs Java"
    return said


def _pdf(file: Path, profile: str) -> str:
    import verapdf

    _, _, failed = verapdf.judge(file, profile)
    return f"{len(failed)} rules failed, {sum(failed.values())} times" if failed else "passes"


def _word(file: Path) -> str:
    from openxml_audit import OpenXmlValidator

    found = list(OpenXmlValidator().validate(file).errors)
    return f"openxml-audit: {len(found)} errors" if found else "openxml-audit: passes"
