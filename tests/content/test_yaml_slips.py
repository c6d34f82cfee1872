"""What people type in YAML that it refuses for another reason, or reads otherwise than they meant."""

from __future__ import annotations

import pytest

from rapportage.content.fields import _meant_day
from rapportage.content.source import parse_yaml
from rapportage.errors import ContentError


def told(text: str) -> list[str]:
    with pytest.raises(ContentError) as error:
        parse_yaml(text, "x.yaml")
    return [f"{one.at.line}:{one.at.column} {one.message}" for one in error.value.problems]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel:Wonen\nstatus: concept\n", "1:6 achter de dubbele punt ontbreekt een spatie"),
        ("a: b\ntitel:Wonen\nstatus: concept\n", "2:6 achter de dubbele punt ontbreekt een spatie"),
        ("titel:\u00a0Wonen\nstatus: concept\n", "1:7 hier staat een vaste spatie"),
        ("a:\n\u00a0 - b: c\n", "2:1 hier staat een vaste spatie"),
        ("titel:\tWonen: stand\n", "1:7 hier staat een tab"),
        ("a:\n  - b\n  -c\n", "3:3 achter het koppelteken ontbreekt een spatie"),
        ("a:\n  - b: c\n  – b: d\n", "3:4 een lijst begint hier met een ander teken dan een koppelteken"),
        ("a:\n  • b: c\n  • b: d\n", "2:3 een lijst begint hier met een ander teken dan een koppelteken"),
        ("titel = Wonen\nstatus: concept\n", "1:7 hier staat een = in plaats van een dubbele punt"),
        ("titel: “Wonen: stand”\n", "1:15 gekrulde aanhalingstekens houden een tekst niet bij elkaar"),
        ('titel: "Wonen”\n', "1:14 gekrulde aanhalingstekens houden een tekst niet bij elkaar"),
        ("titel: - Wonen\n", "1:7 een tekst kan hier niet met een - of ? en een spatie beginnen"),
        ("titel: ? Wonen\n", "1:7 een tekst kan hier niet met een - of ? en een spatie beginnen"),
    ],
)
def test_a_slip_that_yaml_cannot_read_is_told_for_what_it_is(text: str, said: str) -> None:
    assert told(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel: Wonen #3\n", "1:13 wat hier achter # staat, telt niet mee"),
        ("titel: #wonen\n", "1:7 wat hier achter # staat, telt niet mee"),
        ("a:\n  - Plan #2024\n", "2:9 wat hier achter # staat, telt niet mee"),
        ("a:\n  - wonen\n    - water\n", "3:1 deze regel is bij de tekst van de regel erboven gekomen"),
        ("a: wonen\n  • water\n", "2:1 deze regel is bij de tekst van de regel erboven gekomen"),
        ("a:\n  - wonen\n    -water\n", "3:1 deze regel is bij de tekst van de regel erboven gekomen"),
        ("titel: Wonen\n  status:concept\n", "2:1 deze regel is bij de tekst van de regel erboven gekomen"),
        ("a: [wonen, 1,5]\n", "1:12 een getal met een komma is hier twee onderdelen"),
        ("a: [10,25 ha, wonen]\n", "1:5 een getal met een komma is hier twee onderdelen"),
        (
            'titel: "zie C:\\temp"\n',
            "1:8 in 'C:\\temp' wordt \\t tussen dubbele aanhalingstekens een ander teken",
        ),
        (
            'titel: "C:\\nieuw\\\\map"\n',
            "1:8 in 'C:\\nieuw\\' wordt \\n tussen dubbele aanhalingstekens een ander teken",
        ),
    ],
)
def test_what_yaml_would_take_for_something_else_is_refused(text: str, said: str) -> None:
    assert told(text) == [said]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("titel: Wonen # later\n", "Wonen"),
        ("titel: Wonen ## later\n", "Wonen"),
        ("titel: 'Wonen #3'\n", "Wonen #3"),
        ("titel: Wonen#3\n", "Wonen#3"),
        ("titel: 1180 #voorlopig\n", 1180),
        ("titel: 2024-06-30 #voorlopig\n", "2024-06-30"),
        ("titel:\n  # later\n  Wonen\n", "Wonen"),
        ("titel: Wonen\n  en water\n", "Wonen en water"),
        ("titel: zie\n  https://example.org\n", "zie https://example.org"),
        ("titel: van 5\n  -5 graden\n", "van 5 -5 graden"),
        ("titel: '\n  - wonen\n  - water'\n", " - wonen - water"),
        ("titel: |\n  - wonen\n  water:diep #3\n", "- wonen\nwater:diep #3\n"),
        ("titel: [1, 5]\n", [1, 5]),
        ("titel: ['1,5', wonen]\n", ["1,5", "wonen"]),
        ("titel: [wonen,water]\n", ["wonen", "water"]),
        ("titel: [2023-H2,2024-H1]\n", ["2023-H2", "2024-H1"]),
        ("titel: [2023,2024]\n", [2023, 2024]),
        ("titel: [2024-06-30,2024-07-01]\n", ["2024-06-30", "2024-07-01"]),
        ('titel: "Wonen:\\nplan A:\\nkoop"\n', "Wonen:\nplan A:\nkoop"),
        ("titel: 'C:\\temp'\n", "C:\\temp"),
        ("titel: C:\\temp\n", "C:\\temp"),
        ('titel: "C:\\\\temp"\n', "C:\\temp"),
    ],
)
def test_what_can_be_meant_so_is_read_as_before(text: str, data: object) -> None:
    source = parse_yaml(text, "x.yaml")
    assert source.data == {"titel": data}
    assert source.doubts == ()


@pytest.mark.parametrize("text", ["titel: “Wonen”\n", "titel: ‘Wonen’\n", "titel: „Wonen”\n"])
def test_curly_quotes_around_a_whole_text_are_doubted(text: str) -> None:
    (doubt,) = parse_yaml(text, "x.yaml").doubts
    assert doubt.severity == "tip"
    assert doubt.message == "de gekrulde aanhalingstekens om deze tekst worden gedrukt"


@pytest.mark.parametrize(
    "text",
    ["titel: '“Wonen”'\n", "titel: “Wonen” en water\n", "titel: “Wonen” en “water”\n", "titel: foto’s\n"],
)
def test_curly_quotes_within_a_text_are_not(text: str) -> None:
    assert parse_yaml(text, "x.yaml").doubts == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16-9-2024", "2024-09-16"),
        ("16/09/2024", "2024-09-16"),
        ("16.9.2024", "2024-09-16"),
        ("16 september 2024", "2024-09-16"),
        ("maandag 16 sep. 2024", "2024-09-16"),
        ("3 mrt 2024", "2024-03-03"),
        ("2024-9-6", "2024-09-06"),
        ("20240916", "2024-09-16"),
        ("2024-09-16 19:30", "2024-09-16"),
        ("31-9-2024", "None"),
        ("30 februari 2024", "None"),
        ("mei 2024", "None"),
        ("binnenkort", "None"),
    ],
)
def test_a_day_in_another_form_is_known_where_it_exists(text: str, day: str) -> None:
    assert str(_meant_day(text)) == day
