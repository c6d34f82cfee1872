"""Kinds of drawing: found in folders, judged by their schema, told in Dutch with a place."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from rapportage import cache
from rapportage.content import drawing_data
from rapportage.content.drawing_data import data_findings, unknown_opgaven, with_defaults
from rapportage.content.drawings import DrawingKind, drawing_kinds
from rapportage.content.findings import Mismatch
from rapportage.content.findings import told as problems_of
from rapportage.content.schema import schema_files
from rapportage.content.source import parse_yaml
from rapportage.errors import Problem
from rapportage.workspace import Workspace

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "titel": {"type": "string", "minLength": 1, "maxLength": 10},
        "vorm": {"enum": ["rond", "recht"], "default": "rond"},
        "aantal": {"type": "integer", "minimum": 2, "maximum": 5},
        "waar": {"type": "boolean"},
        "later": {"type": "null"},
        "maat": {"type": "number", "multipleOf": Decimal("0.1")},
        "keuze": {"enum": [Decimal("0.1"), Decimal("0.2")]},
        "legenda": {"type": "string"},
        "opgave": {"type": "string", "format": "opgave"},
        "plaats": {"type": "string", "format": "gemeente", "x-uit": "plaatsen.json"},
        "delen": {
            "type": "array",
            "minItems": 2,
            "maxItems": 3,
            "uniqueItems": True,
            "items": {
                "type": "object",
                "properties": {"naam": {"type": "string"}, "kleur": {"type": "string"}},
                "required": ["naam"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["titel"],
    "if": {"not": {"required": ["waar"]}},
    "then": {"not": {"required": ["legenda"]}},
    "additionalProperties": False,
}
KIND = DrawingKind("proef", SCHEMA, {"plaatsen.json": ("Dalfsen", "Ommen")})


def told(text: str) -> list[str]:
    source = parse_yaml(text, "figuur.yaml")
    found = problems_of(data_findings(KIND, source.data), source)
    assert all(problem.is_error for problem in found)
    return [f"{one.at}: {one.message} ({one.hint})" for one in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel: Vorm", []),
        ("titl: Vorm", ["figuur.yaml:1:1: de sleutel 'titl' is onbekend (bedoelde u 'titel'?)"]),
        (
            "titel:\n  - Vorm",
            [
                "figuur.yaml:1:1: 'titel' moet tekst zijn (schrijf alleen de woorden, zonder streepje en haken: Vorm)"
            ],
        ),
        (
            "titel:\n  Let op: Vorm",
            [
                "figuur.yaml:1:1: 'titel' moet tekst zijn (zet een tekst met een dubbele punt of accolades tussen aanhalingstekens)"
            ],
        ),
        (
            "titel: true",
            ["figuur.yaml:1:1: 'titel' moet tekst zijn (zet het tussen aanhalingstekens: \"true\")"],
        ),
        (
            "titel: a\nplaats: Parijs",
            ["figuur.yaml:2:1: gemeente 'Parijs' is onbekend (bekend: 'Dalfsen', 'Ommen')"],
        ),
        ('titel: \'{{ waarde("woningen", "2023-H2") }} mln\'', []),
        ("vorm: recht", ["figuur.yaml:1:1: de sleutel 'titel' ontbreekt (voeg 'titel: …' toe)"]),
        ("titel: a\ntitle: b", ["figuur.yaml:2:1: de sleutel 'title' is onbekend (bedoelde u 'titel'?)"]),
        (
            "titel: a\nbjischrift: b",
            ["figuur.yaml:2:1: de sleutel 'bjischrift' is onbekend (bedoelde u 'bijschrift'?)"],
        ),
        ('titel: ""', ["figuur.yaml:1:1: 'titel' is leeg (vul het in)"]),
        ('titel: "\\u00ad \\u200b\\u00a0"', ["figuur.yaml:1:1: 'titel' is leeg (vul het in)"]),
        ("titel:", ["figuur.yaml:1:1: 'titel' is leeg (vul het in)"]),
        ("titel: a\nmaat: 0.3", []),
        ("titel: a\nlater: b", ["figuur.yaml:2:1: 'later' moet leeg zijn (verwijder de waarde)"]),
        (
            "titel: a\nmaat: 0.35",
            ["figuur.yaml:2:1: 'maat' heeft geen geldige waarde (zie 'rapportage figures --kinds')"],
        ),
        ("titel: a\nkeuze: 0.1", []),
        (
            "titel: a\ndelen: [b, {naam: c}]",
            [
                "figuur.yaml:2:9: onderdeel 1 van 'delen' moet een blok met sleutels zijn (schrijf op de regels eronder 'sleutel: waarde')"
            ],
        ),
        ("titel: a\nlegenda: b", ["figuur.yaml:2:1: 'legenda' doet hier niets (verwijder de sleutel)"]),
        ("titel: a\nlegenda: b\nwaar: true", []),
        (
            "titel: " + "x" * 200 + "\nvorm: " + "y" * 200,
            [
                "figuur.yaml:1:1: 'titel' is te lang (gebruik hoogstens 10 tekens)",
                f"figuur.yaml:2:1: '{'y' * 57}…' is geen waarde voor 'vorm' (bekend: 'recht', 'rond')",
            ],
        ),
        ("titel: 12", ["figuur.yaml:1:1: 'titel' moet tekst zijn (zet het tussen aanhalingstekens: \"12\")"]),
        (
            "titel: een veel te lange titel",
            ["figuur.yaml:1:1: 'titel' is te lang (gebruik hoogstens 10 tekens)"],
        ),
        (
            "titel: a\nvorm: ront",
            ["figuur.yaml:2:1: 'ront' is geen waarde voor 'vorm' (bedoelde u 'rond'?)"],
        ),
        ("titel: a\naantal: 1", ["figuur.yaml:2:1: 'aantal' is te klein: 1 (kies een getal vanaf 2)"]),
        (
            "titel: a\naantal: 9",
            ["figuur.yaml:2:1: 'aantal' is te groot: 9 (kies een getal tot en met 5)"],
        ),
        (
            "titel: a\nwaar: ja",
            [
                "figuur.yaml:2:1: 'waar' moet true of false zijn (schrijf true of false, zonder aanhalingstekens)"
            ],
        ),
        (
            "titel: a\nplaats: Dalfsn",
            ["figuur.yaml:2:1: gemeente 'Dalfsn' is onbekend (bedoelde u 'Dalfsen'?)"],
        ),
        (
            "titel: a\ndelen: [{naam: b}]",
            ["figuur.yaml:2:1: 'delen' heeft 1 onderdeel; dat is te weinig (noem er minstens 2)"],
        ),
        (
            "titel: a\ndelen: [{naam: b}, {naam: c}, {naam: d}, {naam: e}]",
            ["figuur.yaml:2:1: 'delen' heeft 4 onderdelen; dat is te veel (hoogstens 3 passen)"],
        ),
        (
            "titel: a\ndelen:\n  - naam: b\n  - naam: b",
            ["figuur.yaml:4:5: in 'delen' staat hetzelfde twee keer (laat er één staan)"],
        ),
        (
            "titel: a\ndelen:\n  - naam: b\n  - kleur: c",
            ["figuur.yaml:4:5: de sleutel 'naam' ontbreekt (voeg 'naam: …' toe)"],
        ),
        (
            "titel: a\ndelen:\n  - naam: b\n  - naam: c\n    maat: d",
            ["figuur.yaml:5:5: de sleutel 'maat' is onbekend (bekend: 'kleur', 'naam')"],
        ),
        (
            "titel: a\ndelen: b",
            [
                "figuur.yaml:2:1: 'delen' moet een lijst zijn (begin elk onderdeel op een eigen regel met '- ')"
            ],
        ),
        (
            "titel: '{{ waar'",
            [
                "figuur.yaml:1:1: een uitdrukking wordt niet gesloten"
                " (schrijf {{ … }} met twee accolades aan beide kanten)"
            ],
        ),
    ],
)
def test_what_does_not_fit_the_schema_is_one_problem_with_place_and_remedy(
    text: str, said: list[str]
) -> None:
    assert told(text) == said


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (f"delen: [{'a, ' * 4000}a]", "maxItems"),
        (f"delen: [{'a, ' * 6000}a]", "overfull"),
    ],
)
def test_a_list_without_end_is_one_problem_at_once(data: str, kind: str) -> None:
    source = parse_yaml(f"titel: a\n{data}", "figuur.yaml")
    (found,) = data_findings(KIND, source.data)
    assert found.kind == kind


def test_the_problems_of_one_file_are_not_without_end() -> None:
    text = "titel: a\n" + "\n".join(f"sleutel-{n}: b" for n in range(500))
    assert len(told(text)) == 40


NUMBER = {"type": "object", "properties": {"a": {"type": ["number", "string"]}}}
LOOSE: dict[str, object] = {"type": "object"}


def test_data_that_were_found_good_are_not_judged_again_and_all_others_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.ENVIRONMENT, str(tmp_path))
    good = DrawingKind("peil", NUMBER), {"a": Decimal("1.5")}
    assert data_findings(*good) == []

    def judged(*given: object, **named: object) -> None:
        raise AssertionError(given, named)

    monkeypatch.setattr(drawing_data, "validator", lambda: judged)
    assert data_findings(*good) == []
    others: list[tuple[DrawingKind, dict[str, Any]]] = [
        (good[0], {"a": "1.5"}),
        (good[0], {"a": Decimal("1.50")}),
        (DrawingKind("peil", LOOSE), good[1]),
    ]
    for kind, data in others:
        with pytest.raises(AssertionError):
            data_findings(kind, data)
    monkeypatch.setattr(cache, "made_with", lambda: {"own": "other"})
    with pytest.raises(AssertionError):
        data_findings(*good)


def test_what_is_wrong_with_data_is_found_each_time() -> None:
    wrong = DrawingKind("peil", NUMBER), {"a": True}
    assert [one.kind for one in (*data_findings(*wrong), *data_findings(*wrong))] == ["type", "type"]


def test_an_unknown_task_is_found_when_the_organisation_is_known() -> None:
    source = parse_yaml("titel: a\nopgave: watr", "figuur.yaml")
    assert told("titel: a\nopgave: watr") == []
    found = list(unknown_opgaven(KIND, source.data, {"water": "Water"}))
    assert found == [Mismatch("x-uit", ("opgave",), "opgave", ("water",), "watr")]


def test_what_is_left_out_gets_its_default_also_inside_a_list() -> None:
    filled = with_defaults(SCHEMA, {"titel": "a", "delen": [{"naam": "b"}, {"naam": "c", "kleur": "rood"}]})
    assert filled["vorm"] == "rond"
    assert filled["aantal"] is None
    assert filled["delen"] == [{"naam": "b", "kleur": None}, {"naam": "c", "kleur": "rood"}]


# --- folders ---------------------------------------------------------------------------------


def kind_folder(root: Path, name: str = "toren", **files: str) -> Path:
    """A workspace with one kind of its own; `files` by name, with _ for the dot."""
    folder = root / "templates/figuren" / name
    folder.mkdir(parents=True)
    (root / "content").mkdir(exist_ok=True)
    given = {
        "schema_json": json.dumps({"type": "object"}),
        "tekening_svg_j2": "<svg/>",
        "alt_j2": "Toren.",
    } | files
    for file, text in given.items():
        if text:
            (folder / file.replace("_", ".")).write_text(text, "utf-8")
    return root


def broken(root: Path) -> list[Problem]:
    return [problem for problems in drawing_kinds(Workspace(root)).broken.values() for problem in problems]


def test_a_folder_is_a_kind_without_any_other_step(tmp_path: Path) -> None:
    kinds = drawing_kinds(Workspace(kind_folder(tmp_path)))
    assert "toren" in kinds.known
    assert "bloemblad" in kinds.known  # those of the package stay
    assert kinds.broken == {}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"schema_json": ""}, "templates/figuren/toren/schema.json: dit bestand van een tekening ontbreekt"),
        (
            {"tekening_svg_j2": ""},
            "templates/figuren/toren/tekening.svg.j2: dit bestand van een tekening ontbreekt",
        ),
        ({"alt_j2": ""}, "templates/figuren/toren/alt.j2: dit bestand van een tekening ontbreekt"),
        ({"schema_json": "{\n  nee"}, "templates/figuren/toren/schema.json:2: dit is geen geldige JSON"),
        (
            {"schema_json": '{"type": "object", "properties": {"a": {"type": "woord"}}}'},
            "templates/figuren/toren/schema.json:1: dit is geen geldig JSON Schema (properties.a.type)",
        ),
        (
            {"schema_json": "[]"},
            "templates/figuren/toren/schema.json:1: dit is geen geldig JSON Schema (bovenaan)",
        ),
        ({"schema_json": "true"}, "templates/figuren/toren/schema.json:1: een schema beschrijft een blok"),
        (
            {"schema_json": '{"type": "array"}'},
            "templates/figuren/toren/schema.json:1: een schema beschrijft een blok",
        ),
        (
            {"schema_json": '{"type": "object", "properties": {"a": {"x-uit": "plaatsen.json"}}}'},
            "templates/figuren/toren/plaatsen.json: dit bestand van een tekening ontbreekt",
        ),
    ],
)
def test_a_kind_that_cannot_be_used_says_why(tmp_path: Path, files: dict[str, str], said: str) -> None:
    assert [f"{one.at}: {one.message}" for one in broken(kind_folder(tmp_path, **files))] == [said]


def test_a_deep_schema_is_told_and_not_a_traceback(tmp_path: Path) -> None:
    deep = '{"type":"object","properties":{"a":' * 400 + "{}" + "}}" * 400
    found = drawing_kinds(Workspace(kind_folder(tmp_path, schema_json=deep)))
    assert "toren" in {**found.known, **found.broken}


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        (
            {"properties": {"a": {"$ref": "https://www.example.org/schema.json"}}},
            "een schema voor een tekening verwijst niet ($ref)",
        ),
        ({"properties": {"a": {"$ref": "#"}}}, "een schema voor een tekening verwijst niet ($ref)"),
        ({"properties": {"a": True}}, "elke sleutel heeft een eigen schema tussen accolades"),
        (
            {"properties": {"a": {"type": "array", "items": False}}},
            "elke sleutel heeft een eigen schema tussen accolades",
        ),
        ({"properties": {"bron": {"type": "string"}}}, "de sleutel 'bron' is van alle figuren"),
        ({"properties": {"breedte": {"type": "string"}}}, "de sleutel 'breedte' is van alle figuren"),
        ({"properties": {"a": {"x-uit": 5}}}, "'x-uit' noemt geen bestand"),
        (
            {"properties": {"a": {"anyOf": [{"x-uit": "plaatsen.json"}]}}},
            "'x-uit' en 'format: opgave' werken alleen bij een sleutel of een onderdeel van een lijst",
        ),
        (
            {"additionalProperties": {"format": "opgave"}},
            "'x-uit' en 'format: opgave' werken alleen bij een sleutel of een onderdeel van een lijst",
        ),
        ({"properties": {"a": {"minimumItems": 2}}}, "een schema kent het woord 'minimumItems' niet"),
        ({"x-organisatei": True}, "een schema kent het woord 'x-organisatei' niet"),
        ({"x-tabel": "delen"}, "'x-tabel' noemt geen lijst met velden van dit schema"),
        (
            {"x-tabel": {"rijen": "delen", "velden": ["naam"]}},
            "'x-tabel' noemt geen lijst met velden van dit schema",
        ),
        (
            {
                "x-tabel": {"rijen": "delen", "velden": ["naam"]},
                "properties": {"delen": {"type": "array", "items": {"type": "string"}}},
            },
            "'x-tabel' noemt geen lijst met velden van dit schema",
        ),
        (
            {
                "x-tabel": {"rijen": "delen", "velden": ["naam"], "hoogstens": {"naam": "minder"}},
                "properties": {"delen": {"type": "array", "items": {"properties": {"naam": {}}}}},
            },
            "'x-tabel' noemt geen lijst met velden van dit schema",
        ),
    ],
)
def test_what_json_schema_allows_and_a_drawing_does_not_is_told(
    tmp_path: Path, schema: dict[str, Any], said: str
) -> None:
    root = kind_folder(tmp_path, schema_json=json.dumps({"type": "object"} | schema))
    assert [one.message for one in broken(root)] == [said]


def test_a_key_that_begins_with_x_is_an_author_s_and_reaches_the_editor(tmp_path: Path) -> None:
    schema = {"type": "object", "properties": {"x-as": {"type": "string", "description": "De as."}}}
    kinds = drawing_kinds(Workspace(kind_folder(tmp_path, schema_json=json.dumps(schema))))
    figure = json.loads(schema_files(kinds.known, {})["figuur.schema.json"])
    assert figure["$defs"]["tekening-toren"]["properties"]["x-as"]["description"] == "De as."
