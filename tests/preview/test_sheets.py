"""Which pages are shown, and what is told of them: of the quick engine, or those that the PDF will have."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from where import PATIENCE

from rapportage.errors import LayoutError
from rapportage.periode import parse_periode
from rapportage.preview import follower
from rapportage.preview.session import Session
from rapportage.preview.sheets import Sheets
from rapportage.workspace import Workspace, package_templates

pytestmark = pytest.mark.slow


class Looked:
    """The pages of the bijlage, as they are told after each look."""

    def __init__(self, klein: Path) -> None:
        self.heard: Queue[None] = Queue()
        self.session = Session(Workspace(klein), parse_periode("2024-H1"))
        self.sheets = Sheets(self.session, lambda: self.heard.put(None))
        self.path = klein / "content/2024-H1/bijlage/kern.md"

    def look(self) -> None:
        self.session.look()
        self.sheets.lay_out("bijlage")
        self.sheets.follow(["bijlage"])

    @property
    def told(self) -> dict[str, Any]:
        return {name: json.loads(part) for name, part in self.sheets.parts("bijlage").items()}

    def until(self, is_so: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while not is_so(told := self.told):
            self.heard.get(timeout=PATIENCE)
        return told

    def write(self, words: str) -> None:
        text = self.path.read_text("utf-8")
        self.path.write_text(text.replace("loopt voor", words, 1), "utf-8")


@pytest.fixture
def looked(klein: Path) -> Iterator[Looked]:
    one = Looked(klein)
    yield one
    one.sheets.close()
    one.session.close()


def is_of_pdf(told: dict[str, Any]) -> bool:
    return bool(told["opgemaakt"]["motor"] == "weasyprint" and not told["opgemaakt"]["oud"])


def png(sheets: Sheets, told: dict[str, Any]) -> list[bytes]:
    held = [sheets.get(one[0]) for one in told["bladen"]]
    assert [one.media_type for one in held if one] == ["image/png"] * len(told["bladen"])
    return [one.data for one in held if one]


def test_those_of_the_pdf_take_the_place_of_the_quick_ones_until_an_edit(looked: Looked) -> None:
    looked.look()
    first = looked.told
    assert first["opgemaakt"] == {"motor": "typst", "oud": False, "volgt": True, "geweigerd": ""}
    told = looked.until(is_of_pdf)
    before = png(looked.sheets, told)
    assert [one[2:] for one in told["vlakken/4"]] == [one[2:] for one in first["vlakken/4"]]

    looked.write("loopt achter")
    looked.look()
    assert looked.told["opgemaakt"] == first["opgemaakt"]
    now = looked.until(is_of_pdf)
    changed = [one for one, other in zip(png(looked.sheets, now), before, strict=True) if one != other]
    assert 0 < len(changed) < len(before)


@pytest.mark.slow
def test_until_there_are_quick_pages_of_now_those_of_the_pdf_are_told_as_of_before(looked: Looked) -> None:
    looked.look()
    before = looked.until(is_of_pdf)
    looked.write("loopt achter")
    looked.session.look()
    told = looked.told
    assert told["bladen"] == before["bladen"]
    assert told["opgemaakt"] == {"motor": "weasyprint", "oud": True, "volgt": False, "geweigerd": ""}


@pytest.mark.slow
def test_what_changes_nothing_of_the_paper_leaves_its_pages(looked: Looked) -> None:
    looked.look()
    before = looked.until(is_of_pdf)
    text = looked.path.read_text("utf-8")
    looked.path.write_text(f"{text}\n\n", "utf-8")
    looked.look()
    assert looked.told == before


@pytest.mark.slow
def test_an_own_style_is_in_the_pages_of_the_pdf(looked: Looked) -> None:
    looked.look()
    before = png(looked.sheets, looked.until(is_of_pdf))
    own = looked.session.workspace.root / "templates" / "document.css"
    own.parent.mkdir(exist_ok=True)
    text = (package_templates() / "document.css").read_text("utf-8")
    own.write_text(text + "\np { color: #a33 }\n", "utf-8")
    looked.look()
    assert not is_of_pdf(looked.told)
    assert png(looked.sheets, looked.until(is_of_pdf)) != before


def test_with_the_quick_engine_as_ones_own_nothing_follows(looked: Looked) -> None:
    organisation = looked.session.workspace.content / "organisatie.yaml"
    organisation.write_text(organisation.read_text("utf-8") + "opmaak: typst\n", "utf-8")
    threads = threading.active_count()
    looked.look()
    assert looked.told["opgemaakt"] == {"motor": "typst", "oud": False, "volgt": False, "geweigerd": ""}
    assert threading.active_count() == threads


def refusing(engine: str, *given: object) -> object:
    del engine, given
    raise LayoutError("het past niet", "maak het korter")


def test_pages_that_the_pdf_cannot_have_are_told_beside_the_quick_ones(
    looked: Looked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "pages_of_pdf", refusing)
    looked.look()
    quick = looked.told["bladen"]
    told = looked.until(lambda told: bool(told["opgemaakt"]["geweigerd"]))
    assert told["opgemaakt"]["geweigerd"] == "het past niet\nmaak het korter"
    assert (told["opgemaakt"]["motor"], told["opgemaakt"]["volgt"]) == ("typst", False)
    assert told["bladen"] == quick
