"""What the layout engine says in English is known here by its words."""

from __future__ import annotations

import subprocess
import sys

import pytest
from documents import META, paragraph, png
from laid_out import STYLESHEET, style

from rapportage.document import Document, Figure, Image
from rapportage.errors import MachineError
from rapportage.writers.pdf.layout import lay_out


def test_the_engine_loads_without_a_word_though_it_sees_no_fonts() -> None:
    program = "from rapportage.writers.pdf.engine import load_engine; load_engine()"
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_machine_that_lacks_the_library_for_parts_of_fonts_is_told_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    monkeypatch.setattr(
        "rapportage.writers.pdf.engine.missing_libraries", lambda: ["libharfbuzz-subset.so.0"]
    )
    made = lay_out(Document(META, (paragraph("Tekst."),)), style(), STYLESHEET)
    with pytest.raises(MachineError, match=r"op deze computer ontbreekt libharfbuzz-subset\.so\.0"):
        _ = made.pdf


def test_a_picture_without_alternative_text_is_decoration_and_no_complaint() -> None:
    images = {"beeld": Image("image/png", png(90, 60), 90, 60)}
    made = lay_out(Document(META, (Figure("beeld", ""),), images), style(), STYLESHEET)
    assert made.pdf.startswith(b"%PDF-")
