"""Whom to ask about a chapter is a team or an office: a person is refused, and no office is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.build.check import Checked, check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace
from rapportage.writers.text import write_text


def checked(klein: Path, contact: str) -> Checked:
    path = klein / "content/2024-H1/bijlage/wonen.md"
    path.write_text(path.read_text("utf-8").replace("opgave:", f"contact: {contact}\nopgave:", 1), "utf-8")
    return check(Workspace(klein), parse_periode("2024-H1"))


@pytest.mark.parametrize(
    "office",
    [
        "team Wonen",
        "Griffie",
        "Team R.O. Beleid",
        "de afdeling Maatschappij & Veiligheid",
        "strateeg regionale samenwerking",
        "Cluster Zorg, onderdeel van de Dienst Samenleving",
        "het servicepunt van de gemeente",
        "de heffingsambtenaar",
        "Bureau Van der Valk-terrein",
        "programmamanager Stad en Land",
    ],
)
def test_an_office_is_no_person(klein: Path, office: str) -> None:
    found = checked(klein, f'"{office}"')
    assert [one.message for one in found.errors if "persoon" in one.message] == []


@pytest.mark.parametrize(
    "person",
    [
        "J. Jansen",
        "team Wonen (J.P. de Vries)",
        "mevrouw Jansen",
        "drs. Jansen",
        "De heer Jansen",
        "wethouder E. Wethouder",
    ],
)
def test_a_person_is_refused(klein: Path, person: str) -> None:
    found = checked(klein, f'"{person}"')
    assert [one.message for one in found.errors] == [f"'{person}' is een persoon"]


def test_it_stands_below_the_title_with_what_it_answers_to(klein: Path) -> None:
    found = checked(klein, '{wie: team Wonen, e-mail: wonen@voorbeeld.nl, telefoon: "14 0529"}')
    assert found.errors == ()
    said = write_text(found.documents["bijlage"])
    assert (
        "### 1A.1 Wonen\n\nPortefeuillehouder: E. Wethouder\n\nContact: team Wonen, wonen@voorbeeld.nl, telefoon 14"
        in said
    )


def test_the_chapter_in_front_has_it_too(klein: Path) -> None:
    path = klein / "content/2024-H1/bijlage/kern.md"
    path.write_text(path.read_text("utf-8").replace("titel:", "contact: team Regio\ntitel:", 1), "utf-8")
    document = check(Workspace(klein), parse_periode("2024-H1")).documents["bijlage"]
    assert "\n\nContact: team Regio\n\n" in write_text(document)
