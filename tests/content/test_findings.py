"""What does not fit is told in the same words, whether a model or a schema finds it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import ConfigDict, Field, StringConstraints

from rapportage.content.drawing_data import data_findings
from rapportage.content.drawings import DrawingKind
from rapportage.content.fields import Content, Naam, Waarheid
from rapportage.content.findings import Mismatch, told
from rapportage.content.source import parse_yaml
from rapportage.content.validation import validate
from rapportage.errors import ContentError, Problem


class Punt(Content):
    naam: Naam
    kleur: Literal["rood", "blauw"] = "rood"


class Proef(Content):
    titel: Annotated[str, StringConstraints(min_length=1, max_length=10)]
    vorm: Literal["rond", "recht"] = "rond"
    aantal: Annotated[int, Field(ge=2, le=5)] = 2
    waar: Waarheid = True
    punten: Annotated[tuple[Punt, ...], Field(min_length=1, max_length=2)] = (Punt(naam="a"),)


def by_model(text: str) -> list[Problem]:
    try:
        validate(Proef, parse_yaml(text, "proef.yaml"))
    except ContentError as error:
        return list(error.problems)
    return []


def by_schema(text: str) -> list[Problem]:
    """The same by the JSON Schema that the model itself writes."""
    source = parse_yaml(text, "proef.yaml")
    return told(data_findings(DrawingKind("proef", Proef.model_json_schema()), source.data), source)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel: a", ""),
        ("vorm: rond", "1: de sleutel 'titel' ontbreekt (voeg 'titel: …' toe)"),
        ("titl: a", "1: de sleutel 'titl' is onbekend (bedoelde u 'titel'?)"),
        ("titel:", "1: 'titel' is leeg (vul het in)"),
        ("titel: ''", "1: 'titel' is leeg (vul het in)"),
        ("titel: [a]", "1: 'titel' moet tekst zijn (schrijf alleen de woorden, zonder streepje en haken: a)"),
        ("titel: 12", "1: 'titel' moet tekst zijn (zet het tussen aanhalingstekens: \"12\")"),
        ("titel: een lange titel", "1: 'titel' is te lang (gebruik hoogstens 10 tekens)"),
        ("titel: a\nvorm: ront", "2: 'ront' is geen waarde voor 'vorm' (bedoelde u 'rond'?)"),
        ("titel: a\nvorm: vierkant", "2: 'vierkant' is geen waarde voor 'vorm' (bekend: 'recht', 'rond')"),
        ("titel: a\nvorm:", "2: 'vorm' is leeg (vul het in, of verwijder de sleutel)"),
        ("titel: a\naantal: 1", "2: 'aantal' is te klein: 1 (kies een getal vanaf 2)"),
        ("titel: a\naantal: 6", "2: 'aantal' is te groot: 6 (kies een getal tot en met 5)"),
        (
            "titel: a\naantal: veel",
            "2: 'aantal' moet een geheel getal zijn (schrijf een getal zonder punt, komma of aanhalingstekens)",
        ),
        (
            "titel: a\nwaar: ja",
            "2: 'waar' moet true of false zijn (schrijf true of false, zonder aanhalingstekens)",
        ),
        ("titel: a\npunten: []", "2: 'punten' is leeg (vul het in)"),
        (
            "titel: a\npunten: b",
            "2: 'punten' moet een lijst zijn (begin elk onderdeel op een eigen regel met '- ')",
        ),
        (
            "titel: a\npunten: [b]",
            "2: onderdeel 1 van 'punten' moet een blok met sleutels zijn"
            " (schrijf op de regels eronder 'sleutel: waarde')",
        ),
        (
            "titel: a\npunten: [{naam: a}, {naam: b}, {naam: c}]",
            "2: 'punten' heeft 3 onderdelen; dat is te veel (hoogstens 2 passen)",
        ),
        (
            "titel: a\npunten:\n  - naam: Wonen & zo",
            "3: 'Wonen & zo' kan geen naam zijn (schrijf wonen-zo)",
        ),
        (
            "titel: a\npunten:\n  - naam: '&'",
            "3: '&' kan geen naam zijn"
            " (gebruik kleine letters, cijfers en koppeltekens, zoals menselijk-kapitaal)",
        ),
        (
            "titel: a\npunten:\n  - kleur: geel\n    naam: b",
            "3: 'geel' is geen waarde voor 'kleur' (bekend: 'blauw', 'rood')",
        ),
    ],
)
def test_the_same_mistake_is_told_the_same_by_a_model_and_by_a_schema(text: str, said: str) -> None:
    found = by_model(text)
    assert "\n".join(f"{one.at.line}: {one.message} ({one.hint})" for one in found) == said
    assert by_schema(text) == found


@pytest.mark.parametrize("by", [by_model, by_schema])
def test_a_misspelt_key_is_not_missing_too_but_in_another_block_it_is(by: Any) -> None:
    text = "titel: a\npunten:\n  - nam: b\n  - kleur: rood"
    assert [(one.rule, one.at.line, one.subject) for one in by(text)] == [
        ("sleutel-onbekend", 3, "nam"),
        ("sleutel-ontbreekt", 4, "naam"),
    ]


def test_a_key_that_a_schema_does_not_know_is_not_missing_from_the_model_too() -> None:
    class Open(Punt):
        model_config = ConfigDict(extra="allow")

    source = parse_yaml("nam: a", "proef.yaml")
    with pytest.raises(ContentError) as error:
        validate(Open, source, [Mismatch("additionalProperties", ("nam",), known=("naam",))])
    assert [one.subject for one in error.value.problems] == ["nam"]


def test_an_item_that_is_wrong_does_not_make_its_list_too_short() -> None:
    assert [one.rule for one in by_model("titel: a\npunten: [{naam: B}]")] == ["naam"]
