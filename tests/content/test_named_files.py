"""A file that content names is found as it is called on disk, on every machine alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.content.named_files import Whereabouts, named_file
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

PERIODE = parse_periode("2024-H1")


@pytest.mark.parametrize(
    ("there", "named", "on_disk"),
    [
        (["figuren/Doorsnede.SVG"], "figuren/doorsnede.svg", "figuren/Doorsnede.SVG"),
        (["Figuren/kaart.png"], "figuren/Kaart.PNG", "Figuren/kaart.png"),
        (["kaart.png", "Kaart.png"], "kaart.png", "kaart.png"),
        (["financie\N{COMBINING DIAERESIS}n.png"], "financiën.png", "financie\N{COMBINING DIAERESIS}n.png"),
        (["figuren/kaart.png"], "./figuren/../figuren/kaart.png", "./figuren/../figuren/kaart.png"),
    ],
)
def test_a_file_is_found_whatever_its_capitals_and_accents(
    there: list[str], named: str, on_disk: str, tmp_path: Path
) -> None:
    for name in there:
        path = tmp_path / "content/2024-H1" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    found = named_file(Workspace(tmp_path), PERIODE, named)
    assert (found.whereabouts, found.name, found.on_disk) == (Whereabouts.HERE, named, on_disk)
    assert found.path.is_file()


@pytest.mark.parametrize(
    ("there", "named", "where"),
    [
        (["kaart.PNG", "Kaart.png"], "kaart.png", Whereabouts.NOWHERE),  # which of the two?
        (["kaart.png"], "kaarten.png", Whereabouts.NOWHERE),
        (["kaart.png"], "kaart.png/x", Whereabouts.NOWHERE),
        (["kaart.png"], "a/" * 2000 + "kaart.png", Whereabouts.NOWHERE),
        (["kaart.png"], "../../../kaart.png", Whereabouts.OUTSIDE),
        (["kaart.png"], "KAART\\x.png", Whereabouts.OUTSIDE),
        (["kaart.png"], "https://example.org/Kaart.png", Whereabouts.ONLINE),
    ],
)
def test_a_file_that_is_not_there_or_not_one_is_not_found(
    there: list[str], named: str, where: Whereabouts, tmp_path: Path
) -> None:
    for name in there:
        path = tmp_path / "content/2024-H1" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    found = named_file(Workspace(tmp_path), PERIODE, named)
    assert (found.whereabouts, found.on_disk) == (where, named)
