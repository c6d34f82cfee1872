"""Other people, other places and former office holders are no misspelt ones."""

from __future__ import annotations

import shutil
from pathlib import Path

from where import WORKSPACES

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

RULES = ("ambtsdrager-anders", "naam-verschreven")
RIGHT = [
    "Wethouder Wethouder opende in Waterdorp het loket.",
    "Wethouder E. Wethouder was erbij, net als griffier D. Griffier.",
    "Burgemeester Voorganger van Voorbeeldstad sprak op 3 mei 2024.",
    "Wethouder Wethouders van Anderstad sprak ook.",
    "Wethouder Wethouders (Anderstad) sprak ook.",
    "Wethouder P. Wethouders was erbij.",
    "Oud-burgemeester Voorganger dankte het college.",
    "Burgemeester Voorganger nam afscheid, en de raad dankte haar.",
    "De burgemeester van Anderstad en de wethouder Wonen van die gemeente kwamen.",
    "Wethouder Bouwer van Anderstad en gedeputeerde Wegens van de provincie kwamen.",
    "De gemeente Voorbeeldendam en de regio Voorland doen mee; de Voorbeeldse regio ook.",
    "De site 'Regio Voorbeeld' en de gemeente Voorbeeldstads trots noemden 'wethouder Wethouder' en het plan.",
]
WRONG = [
    "Wethouder Wethouders opende in Waterdorp het loket.",
    "De wethouders Wethouderr en anderen waren erbij.",
    "Griffier mr. D. Grifier schreef het op.",
    "Wij danken E. Wethuoder voor de komst.",
    "Burgemeester Opvolgar sprak de bouwers toe.",
    "De gemeente Voorbeldstad doet mee.",
    "De Regio Voorbeelt doet mee.",
]


def told(tmp_path: Path, sentences: list[str]) -> list[int]:
    """The numbers of the sentences of which something is told."""
    shutil.copytree(WORKSPACES / "klein", tmp_path, dirs_exist_ok=True)
    text = tmp_path / "content/2024-H1/bijlage/water.md"
    above = text.read_text("utf-8").rstrip("\n").split("\n")
    text.write_text("\n".join(above) + "\n" + "\n\n".join(["", *sentences]), "utf-8")
    lines = text.read_text("utf-8").split("\n")
    problems = check(Workspace(tmp_path), parse_periode("2024-H1")).problems
    said = {lines[one.at.line - 1] for one in problems if one.rule in RULES}
    return [at for at, sentence in enumerate(sentences) if sentence in said]


def test_right_names_and_those_of_others_are_left_alone(tmp_path: Path) -> None:
    assert told(tmp_path, RIGHT) == []


def test_a_name_that_differs_in_a_letter_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, WRONG) == list(range(len(WRONG)))
