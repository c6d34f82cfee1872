"""The tracked changes between two reports, as ourselves, LibreOffice and a validator read them."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from papers import Paper, made
from settled import notes, said, settled
from tracked_papers import marked, of_each_kind, written
from where import PATIENCE, ROOT, TESTS, surroundings
from word_files import values, xml

from rapportage.compare.align import all_names, note_numbers
from rapportage.compare.tracked.document import Signed, tracked

OFFICE = shutil.which("soffice")
SYSTEM_PYTHON = Path("/usr/bin/python3")
"""The Python for which the system's packages bring `uno`."""
REAL, SMALL = "rapportage", "klein"


@cache
def files(name: str) -> dict[str, bytes]:
    """The old paper, the new one, and what changed, as Word files."""
    if name == SMALL:
        old, new = of_each_kind()
        return {"old": written(old), "new": written(new), "changes": marked(old, new)}
    (was, before, _), (now, after, _) = (made(Paper(ROOT, one, "bijlage")) for one in ("2021-H2", "2022-H1"))
    signed = Signed("2021-H2 → 2022-H1", now.meta.date)
    changes = tracked(before, after, all_names(was, now), note_numbers(was, now), signed)
    return {"old": before, "new": after, "changes": changes}


@pytest.mark.slow
@pytest.mark.parametrize(("accept", "side"), [(True, "new"), (False, "old")])
@pytest.mark.parametrize("name", [REAL, SMALL])
def test_both_papers_are_given_back_word_for_word(name: str, side: str, *, accept: bool) -> None:
    changes, plain = files(name)["changes"], files(name)[side]
    assert said(settled(changes, accept=accept)) == said(xml(plain))
    assert notes(changes, accept=accept) == notes(plain, accept=True)


@pytest.mark.parametrize("name", [pytest.param(REAL, marks=pytest.mark.slow), SMALL])
def test_word_would_open_it_without_complaint(name: str, tmp_path: Path) -> None:
    (tmp_path / "verschil.docx").write_bytes(files(name)["changes"])
    assert list(OpenXmlValidator().validate(str(tmp_path / "verschil.docx")).errors) == []


def has_uno() -> bool:
    asked = [str(SYSTEM_PYTHON), "-c", "import uno"]
    return SYSTEM_PYTHON.exists() and not subprocess.run(asked, capture_output=True).returncode


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None or not has_uno(), reason="LibreOffice is not installed")
def test_libreoffice_gives_both_back_when_it_accepts_and_rejects_all(tmp_path: Path) -> None:
    for name in (REAL, SMALL):
        for kind, data in files(name).items():
            (tmp_path / f"{name}-{kind}.docx").write_bytes(data)
    command = [str(SYSTEM_PYTHON), str(TESTS / "office_changes.py"), str(OFFICE), str(tmp_path), REAL, SMALL]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, env=surroundings())

    def read(name: str) -> list[str]:
        """The lines that say something; LibreOffice lays out pages of its own, and numbers those."""
        text = (tmp_path / f"{name}.txt").read_text("utf-8-sig")
        return [re.sub(r"\t[0-9]+$", "", line) for line in text.splitlines() if line.strip()]

    for name in (f"{one}-{what}" for one in (REAL, SMALL) for what in ("accepted", "rejected")):
        kinds = values(xml((tmp_path / f"{name}.docx").read_bytes()), "w:fldChar", "w:fldCharType")
        assert kinds.count("begin") == kinds.count("end")
    for name in (REAL, SMALL):
        assert read(f"{name}-accepted") == read(f"{name}-new")
        assert read(f"{name}-rejected") == read(f"{name}-old")
