"""The JSON Schemas: up to date, and saying of every file what the models say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from where import ROOT

from rapportage.content.drawings import drawing_kinds
from rapportage.content.fields import DAG, MOMENT
from rapportage.content.known_ids import known_ids
from rapportage.content.schema import KINDS, schema_files
from rapportage.content.source import parse_yaml
from rapportage.workspace import Workspace

SCHEMAS = schema_files(drawing_kinds(Workspace(ROOT)).known, known_ids(Workspace(ROOT)))
CONTENT = sorted((ROOT / "content").rglob("*.yaml"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that describes a whole block of keys."""
    if isinstance(schema, dict):
        if "properties" in schema and "allOf" not in schema:
            yield schema
        for key, inner in schema.items():
            yield from objects(inner if key != "if" else None)
    elif isinstance(schema, list):
        for inner in schema:
            yield from objects(inner)


def test_the_schemas_in_the_content_folder_are_those_of_this_version() -> None:
    found = {path.name: path.read_text("utf-8") for path in (ROOT / "content/.schema").iterdir()}
    assert found == SCHEMAS, "run: make schema"


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained_in_a_sentence_and_no_other_key_is_allowed(kind: str) -> None:
    schema = json.loads(SCHEMAS[f"{kind}.schema.json"])
    blocks = list(objects(schema))
    assert blocks
    for block in blocks:
        assert block["additionalProperties"] is False
        for name, key in block["properties"].items():
            assert re.fullmatch(r"[A-Z].*\.", key["description"]), name
            assert "title" not in key


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_names_the_schema_of_its_kind(path: Path) -> None:
    found = MODELINE.match(path.read_text("utf-8"))
    assert found, "the first line names the schema"
    schema = (path.parent / found[1]).resolve()
    assert schema.parent == ROOT / "content" / ".schema"
    kind = {"indicatoren": "indicatoren", "figuren": "figuur", "tabellen": "tabel"}.get(
        path.parent.name, path.stem
    )
    assert schema.name == f"{kind}.schema.json"


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_an_editor_finds_nothing_wrong_with_our_content(path: Path) -> None:
    found = MODELINE.match(path.read_text("utf-8"))
    assert found
    schema = json.loads((path.parent / found[1]).read_text("utf-8"))
    data = parse_yaml(path.read_text("utf-8"), path.name).data
    assert mistakes(schema, json.loads(json.dumps(data, default=float))) == []


def mistakes(schema: dict[str, Any], value: Any) -> list[str]:
    """What an editor says of the value."""
    return sorted(error.message for error in Draft202012Validator(schema).iter_errors(value))


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_offers_a_place_to_type_and_no_value_that_says_nothing(kind: str) -> None:
    """The YAML extension inserts the first type that is allowed, and each default."""
    for part in parts(json.loads(SCHEMAS[f"{kind}.schema.json"])):
        assert part.get("type") != "null"
        assert part.get("default", "iets") not in (None, "", [], {})


@pytest.mark.parametrize("kind", KINDS)
def test_what_an_editor_says_is_dutch(kind: str) -> None:
    for part in parts(json.loads(SCHEMAS[f"{kind}.schema.json"])):
        if {"enum", "additionalProperties"} & set(part) or part.get("type") in (
            "boolean",
            "integer",
            "array",
        ):
            assert part["errorMessage"], part
        if "pattern" in part or part.get("format") == "date":
            assert part["patternErrorMessage"] or part["errorMessage"], part


def test_a_figure_without_its_kind_is_offered_the_kinds_alone_and_with_it_the_keys_of_that() -> None:
    schema = json.loads(SCHEMAS["figuur.schema.json"])
    assert list(schema["properties"]) == ["soort"]
    assert len(schema["properties"]["soort"]["enumDescriptions"]) == len(
        schema["properties"]["soort"]["enum"]
    )
    assert mistakes(schema, {"bijschrift": "x"}) == ["'soort' is a required property"]
    chart = {
        "soort": "lijndiagram",
        "bijschrift": "x",
        "perioden": ["2024-H1"],
        "reeksen": [{"indicator": "a"}],
    }
    assert mistakes(schema, chart) == []
    assert mistakes(schema, chart | {"bestand": "a.png"}) == [
        "Additional properties are not allowed ('bestand' was unexpected)"
    ]


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema within this one, but for what only chooses between others."""
    if isinstance(schema, list):
        for inner in schema:
            yield from parts(inner)
    elif isinstance(schema, dict):
        yield schema
        for key, inner in schema.items():
            if key in ("properties", "$defs"):
                for one in inner.values():
                    yield from parts(one)
            elif key not in ("if", "enum", "enumDescriptions", "default", "required", "const"):
                yield from parts(inner)


def test_a_misspelt_key_is_underlined() -> None:
    schema = json.loads(SCHEMAS["tabel.schema.json"])
    assert mistakes(schema, {"tittel": "x", "kolommen": [{"kop": "a"}], "rijen": [["1"]]}) == [
        "'titel' is a required property",
        "Additional properties are not allowed ('tittel' was unexpected)",
    ]


def test_the_data_of_a_drawing_are_checked_and_completed_too() -> None:
    schema = json.loads(SCHEMAS["figuur.schema.json"])
    drawing = {"soort": "bloemblad", "bijschrift": "De opgaven", "alt": "Vijf bladen.", "hart": "Regio"}
    assert mistakes(schema, drawing) == []
    assert mistakes(schema, drawing | {"hert": "Regio"}) != []


@pytest.mark.parametrize(
    "typed", [189, 2.5, '{{ waarde("woningen") }}', ' {{ vorige("woningen", "2023-H2") }}\n']
)
def test_an_expression_may_stand_where_a_drawing_wants_a_number(typed: object) -> None:
    assert mistakes(json.loads(SCHEMAS["figuur.schema.json"]), ranking(typed)) == []


@pytest.mark.parametrize("typed", ["veel", "189", 'circa {{ waarde("woningen") }}', "{{ }", None, [1]])
def test_other_words_in_place_of_a_number_are_underlined(typed: object) -> None:
    assert mistakes(json.loads(SCHEMAS["figuur.schema.json"]), ranking(typed)) != []


def ranking(value: object) -> dict[str, Any]:
    parts = [{"naam": "Bovendorp", "waarde": 480}, {"naam": "Benedendorp", "waarde": value}]
    return {"soort": "ranglijst", "bijschrift": "Wie het meest heeft", "alt": "x", "onderdelen": parts}


def within(schema: Any, *path: str) -> Any:
    for key in path:
        schema = schema[key]
    return schema


@pytest.mark.parametrize(
    ("kind", "path", "known"),
    [
        ("figuur", ("$defs", "Reeks", "properties", "indicator"), "reeks"),
        ("hoofdstuk", ("properties", "opgave"), "opgave"),
        ("hoofdstuk", ("properties", "beantwoordt", "items"), "toezegging"),
        ("rapportage", ("properties", "kernboodschap"), "hoofdstuk"),
        ("rapportage", ("$defs", "Onderdeel", "properties", "hoofdstukken", "items"), "hoofdstuk"),
    ],
)
def test_ids_are_offered_with_what_they_stand_for_and_another_is_as_right(
    kind: str, path: tuple[str, ...], known: str
) -> None:
    value = within(json.loads(SCHEMAS[f"{kind}.schema.json"]), *path)
    ids = known_ids(Workspace(ROOT))[known]
    assert ids
    assert dict(zip(value["anyOf"][0]["enum"], value["anyOf"][0]["enumDescriptions"], strict=True)) == ids
    assert mistakes(value, "nog-niet-geschreven") == []
    assert mistakes(value, "Met Hoofdletters") != []


def test_what_cannot_be_read_or_is_no_id_is_not_offered(klein: Path) -> None:
    before = known_ids(Workspace(klein))
    (klein / "content/indicatoren/wonen.yaml").write_text("indicatoren: [", "utf-8")
    (klein / "content/2024-H1/bijlage/Met Hoofdletters.md").write_text("x", "utf-8")
    (klein / "content/organisatie.yaml").write_bytes(b"\xff")
    assert before["reeks"]
    assert before["opgave"] == {"wonen": "Wonen", "water": "Water"}
    assert known_ids(Workspace(klein)) == before | {"reeks": {}, "opgave": {}, "ambt": {}}


def test_an_editor_knows_the_days_that_the_calendar_has() -> None:
    """Of every day of five centuries, and of those that no month has."""
    day, moment = re.compile(DAG), re.compile(MOMENT)
    for year in (*range(1895, 2105), 2400, 1600):
        for month, number in product(range(14), range(33)):
            text = f"{year}-{month:02}-{number:02}"
            try:
                there = date(year, month, number).isoformat() == text
            except ValueError:
                there = False
            assert (day.search(text) is not None) == there, text
            assert (moment.search(text) is not None) == there, text
    assert [bool(moment.search(one)) for one in ("2024-06", "2024-13", "2024")] == [True, False, False]
