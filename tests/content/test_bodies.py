"""What a municipality, a province and a water board are called, with the right article and verb."""

from __future__ import annotations

import pytest

from rapportage.content.bodies import Gemeente, Orgaan, Provincie, Waterschap
from rapportage.content.offices import OFFICES, BodyKind


@pytest.mark.parametrize(
    ("body", "begins", "decides", "proposes"),
    [
        (
            Gemeente(naam="Voorbeeldstad"),
            "Gemeente Voorbeeldstad",
            "De raad van de gemeente Voorbeeldstad",
            "Burgemeester en wethouders van Voorbeeldstad",
        ),
        (
            Provincie(naam="Voorbeeldland"),
            "Provincie Voorbeeldland",
            "Provinciale Staten van Voorbeeldland",
            "Gedeputeerde Staten van Voorbeeldland",
        ),
        (
            Waterschap(naam="Voorbeeldpolder"),
            "Waterschap Voorbeeldpolder",
            "Het algemeen bestuur van het waterschap Voorbeeldpolder",
            "Het dagelijks bestuur van het waterschap Voorbeeldpolder",
        ),
        (
            Waterschap.model_validate(
                {
                    "naam": "Hoogheemraadschap van Voorbeeldland",
                    "algemeen-bestuur": "verenigde vergadering",
                    "dagelijks-bestuur": "college van dijkgraaf en hoogheemraden",
                }
            ),
            "Hoogheemraadschap van Voorbeeldland",
            "De verenigde vergadering van het hoogheemraadschap van Voorbeeldland",
            "Het college van dijkgraaf en hoogheemraden van het hoogheemraadschap van Voorbeeldland",
        ),
        (
            Waterschap(naam="Wetterskip Foarbyld"),
            "Wetterskip Foarbyld",
            "Het algemeen bestuur van Wetterskip Foarbyld",
            "Het dagelijks bestuur van Wetterskip Foarbyld",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else one.naam,
)
def test_a_body_and_its_organs_are_called_as_they_are(
    body: Gemeente | Provincie | Waterschap, begins: str, decides: str, proposes: str
) -> None:
    named = body.overheid()
    assert (named.voluit, named.raad_van, named.college_van) == (begins, decides, proposes)


@pytest.mark.parametrize(
    ("body", "heading", "kort", "meets"),
    [
        (Gemeente(naam="A"), "Besluit", "A", "de raad vergadert"),
        (Provincie(naam="A"), "Besluiten", "de provincie", "Provinciale Staten vergaderen"),
        (Waterschap(naam="A"), "Besluit", "het waterschap", "het algemeen bestuur vergadert"),
        (Waterschap(naam="Hoogheemraadschap A"), "Besluit", "het hoogheemraadschap", "het algemeen bestuur vergadert"),
        (Waterschap(naam="Wetterskip A"), "Besluit", "Wetterskip A", "het algemeen bestuur vergadert"),
    ],
)  # fmt: skip
def test_verbs_are_in_the_number_of_who_does_it(
    body: Gemeente | Provincie | Waterschap, heading: str, kort: str, meets: str
) -> None:
    named = body.overheid()
    assert (named.besluitwoord, named.kort) == (heading, kort)
    assert named.raad.doet("vergadert", "vergaderen") == meets


def test_an_organ_begins_a_line_with_a_capital() -> None:
    assert Orgaan("algemeen bestuur", "het").voorop == "Het algemeen bestuur"
    assert Orgaan("Provinciale Staten", meervoud=True).voorop == "Provinciale Staten"


@pytest.mark.parametrize(
    ("kind", "words", "office"),
    [
        ("gemeente", "loco-burgemeester", "burgemeester"),
        ("gemeente", "loco-secretaris", "gemeentesecretaris"),
        ("gemeente", "plaatsvervangend griffier", "griffier"),
        ("provincie", "waarnemend commissaris van de Koning", "commissaris van de Koning"),
        ("provincie", "Commissaris", "commissaris van de Koning"),
        ("provincie", "statengriffier", "griffier"),
        ("provincie", "loco-provinciesecretaris", "provinciesecretaris"),
        ("waterschap", "watergraaf", "dijkgraaf"),
        ("waterschap", "loco-dijkgraaf", "dijkgraaf"),
        ("waterschap", "secretaris-directeur", "secretaris"),
        ("waterschap", "hoogheemraad", "heemraad"),
        ("waterschap", "lid van het dagelijks bestuur", "heemraad"),
        ("waterschap", "bode", None),
    ],
)
def test_an_office_is_known_by_its_deputies_and_other_names(
    kind: BodyKind, words: str, office: str | None
) -> None:
    assert OFFICES[kind].meant(words) == office
