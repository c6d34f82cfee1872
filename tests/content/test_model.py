"""Every key that an author may write has a use."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from where import WORKSPACES

from rapportage.build.check import check
from rapportage.cli import main
from rapportage.content.fields import Content
from rapportage.content.figures import EXAMPLES
from rapportage.document import Signatures
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

WAITING = {
    **dict.fromkeys(
        (("Gemeente", "tooi"), ("Provincie", "tooi"), ("Waterschap", "tooi")),
        "the metadata with which papers are published",
    ),
}
"""The fields that nothing reads yet, with what they wait for; the models say so too."""

PROVINCE = """provincie:
  naam: Voorbeeldland
samenwerkingsverband: Dijkenprogramma Voorbeelddelta
opgaven:
  - id: dijken
    naam: Dijken
"""
AMOUNTS = "titel: Kosten\nposten:\n  - {post: Wonen, bedrag: 5}\n"
PRINTED = """begrippenlijst: true
tijdlijn: true
stappen:
  - {wanneer: 2024-10, wat: Een avond, hoofdstuk: water}
"""
STAND = "contact: {wie: team Water, e-mail: water@example.org}\nstand:\n  bereikt: Het peil daalde.\n"
REGISTER = """toezeggingen:
  - id: peil
    soort: motie
    wat: Een peilbesluit
    door: raad
    sinds: 2023
    vindplaats: motie 4
    voor: 2025-06
    staat: open
    antwoorden:
      - periode: 2023-H2
        hoofdstuk: Water
"""

SECRET = """openbaarheid:
  niveau: geheim
  artikel: 87
  grondslag: Woo artikel 5.1, eerste lid
  opgelegd-door: het college
  op-te-heffen-door: de raad
  datum: 2024-07-09
"""


def models(base: type[Content] = Content) -> Iterator[type[Content]]:
    for model in base.__subclasses__():
        if model.__module__.startswith("rapportage."):  # other tests make models of their own
            yield model
            yield from models(model)


def own_fields(model: type[Content]) -> set[tuple[str, str]]:
    return {(model.__name__, name) for name in model.__annotations__ if name in model.model_fields}


def test_every_field_is_read_but_those_that_wait_for_their_use(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    period = klein / "content/2024-H1"
    data = (period / "rapportage.yaml").read_text("utf-8")
    (period / "rapportage.yaml").write_text(
        data.replace("openbaarheid: openbaar\n", SECRET) + PRINTED, "utf-8"
    )
    for name in ("lijn", "ernaast"):
        (period / f"figuren/{name}.yaml").write_text(EXAMPLES["lijndiagram"], "utf-8")
    before = klein / "content/2023-H2/bijlage/water.md"
    before.parent.mkdir(parents=True)
    before.write_text("# Water\n\nAnders dan nu.\n", "utf-8")
    (klein / "content/toezeggingen.yaml").write_text(REGISTER, "utf-8")
    water = period / "bijlage/water.md"
    water.write_text(water.read_text("utf-8").replace("opgave: water\n", f"opgave: water\n{STAND}"), "utf-8")
    (period / "tabellen/kosten.yaml").write_text(AMOUNTS, "utf-8")
    kern = period / "bijlage/kern.md"
    kern.write_text(
        kern.read_text("utf-8") + "\n[register: alle]\n\n[figuren: lijn, ernaast]\n\n[tabel: kosten]\n",
        "utf-8",
    )
    read: set[tuple[type[Content], str]] = set()

    def noted(self: Content, name: str) -> object:
        read.add((type(self), name))
        return object.__getattribute__(self, name)

    mapping = klein / "templates/koppeling.yaml"
    mapping.parent.mkdir()
    mapping.write_text("bestand: stad.json\ntokens:\n  kleur.accent: stad.rood\n", "utf-8")
    (mapping.parent / "stad.json").write_text('{"stad": {"rood": {"value": "#811"}}}', "utf-8")
    besluit = shutil.copytree(WORKSPACES / "besluit", klein.parent / "besluit")
    board = shutil.copytree(WORKSPACES / "waterschap", klein.parent / "waterschap")
    province = shutil.copytree(WORKSPACES / "waterschap", klein.parent / "provincie")
    (province / "content/organisatie.yaml").write_text(PROVINCE, "utf-8")
    monkeypatch.setattr(Content, "__getattribute__", noted)
    monkeypatch.chdir(klein)
    for command in (
        ["build", "2024-H1", "--format", "docx"],
        ["figures", "2024-H1"],
        ["new", "2024-H2", "--dry-run"],
        ["status", "2024-H1"],
        ["build", "2024-Q3", "--document", "raadsbesluit", "--format", "docx", "--workspace", str(besluit)],
        ["build", "2024-H1", "--document", "raadsbesluit", "--format", "docx", "--workspace", str(board)],
        ["status", "2024-H1", "--workspace", str(province)],
    ):
        with pytest.raises(SystemExit) as left:
            main(command)
        assert left.value.code == 0
    used = {(owner.__name__, name) for model, name in read for owner in model.__mro__}
    there = set[tuple[str, str]]().union(*(own_fields(model) for model in models()))
    assert there - used == set(WAITING)


def test_the_college_signs_digitally_in_one_word(klein: Path) -> None:
    file = klein / "content/2024-H1/rapportage.yaml"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("ondertekening: [burgemeester, gemeentesecretaris]", "ondertekening: digitaal"), "utf-8"
    )
    checked = check(Workspace(klein), parse_periode("2024-H1"))
    (signed,) = (one for one in checked.documents["raadsvoorstel"].blocks if isinstance(one, Signatures))
    assert signed.digital
    assert [one.office for one in signed.signatories] == ["burgemeester", "gemeentesecretaris"]
