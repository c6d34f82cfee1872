"""What is told can be read on a console of any code page, and by another program whatever that is."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from rapportage.cli.app import main
from rapportage.streams import open_streams, write_line

CODE_PAGES = "cp437", "cp850", "cp1252", "ascii"
TOLD = "café: € 5 → − 3%, ‘zo’ … 1\u00a0000 字"


@pytest.mark.parametrize(
    ("code_page", "seen"),
    [
        ("utf-8", TOLD),
        ("cp437", "café: EUR 5 -> - 3%, 'zo' ... 1\u00a0000 ?"),
        ("cp850", "café: EUR 5 -> - 3%, 'zo' ... 1\u00a0000 ?"),
        ("cp1252", "café: € 5 -> - 3%, ‘zo’ … 1\u00a0000 ?"),
        ("ascii", "cafe: EUR 5 -> - 3%, 'zo' ... 1 000 ?"),
    ],
)
def test_a_sign_that_a_code_page_lacks_is_told_in_others(
    monkeypatch: pytest.MonkeyPatch, code_page: str, seen: str
) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding=code_page, newline="\n")
    monkeypatch.setattr(sys, "stdout", console)
    open_streams()
    write_line(TOLD)
    assert console.buffer.getvalue().decode(code_page) == seen + "\n"


@pytest.mark.parametrize("asked", ["check", "status"])
@pytest.mark.parametrize("code_page", CODE_PAGES)
def test_another_program_reads_the_same_in_every_code_page(
    klein: Path, monkeypatch: pytest.MonkeyPatch, asked: str, code_page: str
) -> None:
    text = klein / "content/2024-H1/bijlage/wonen.md"
    text.write_text(text.read_text("utf-8") + "\nEen tekst met [figuur: één] en ‘nog’ iets.\n", "utf-8")
    console = io.TextIOWrapper(io.BytesIO(), encoding=code_page, newline="\n")
    monkeypatch.setattr(sys, "stdout", console)
    with pytest.raises(SystemExit):
        main([asked, "2024-H1", "--json", "--workspace", str(klein)])
    said = console.buffer.getvalue()
    assert said.isascii()
    assert json.loads(said)
