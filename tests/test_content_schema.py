"""The JSON Schemas: up to date, and saying of every file what the models say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rapportage.content.schema import KINDS, schema_files
from rapportage.content.source import parse_yaml

ROOT = Path(__file__).parents[1]
CONTENT = sorted((ROOT / "content").rglob("*.yaml"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that describes a block of keys."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for inner in schema.values():
            yield from objects(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from objects(inner)


def test_the_schemas_in_the_content_folder_are_those_of_this_version() -> None:
    found = {path.name: path.read_text("utf-8") for path in (ROOT / "content/.schema").iterdir()}
    assert found == schema_files(), "run: make schema"


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained_in_a_sentence_and_no_other_key_is_allowed(kind: str) -> None:
    schema = json.loads(schema_files()[f"{kind}.schema.json"])
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
    assert list(mistakes(schema, json.loads(json.dumps(data, default=float)), schema)) == []


def mistakes(schema: dict[str, Any], value: Any, root: dict[str, Any]) -> Iterator[str]:
    """What the words that our schemas use say against the value; other words are not understood."""
    unknown = set(schema) - UNDERSTOOD
    assert not unknown, unknown
    if "$ref" in schema:
        yield from mistakes(root["$defs"][schema["$ref"].rpartition("/")[2]], value, root)
    for word in ("anyOf", "oneOf"):
        if word in schema and all(list(mistakes(one, value, root)) for one in schema[word]):
            yield f"{value!r} fits none of {word}"
    kinds = schema.get("type", [])
    if kinds and not any(
        isinstance(value, TYPES[kind]) for kind in ([kinds] if isinstance(kinds, str) else kinds)
    ):
        yield f"{value!r} is no {kinds}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{value!r} is not in {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{value!r} is not {schema['const']!r}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{value!r} does not match {schema['pattern']}"
    if isinstance(value, list):
        for one in value:
            yield from mistakes(schema.get("items", {}), one, root)
    if isinstance(value, dict) and "properties" in schema:
        yield from (f"{key} is missing" for key in schema.get("required", []) if key not in value)
        yield from (f"{key} is unknown" for key in value if key not in schema["properties"])
        for key in value.keys() & schema["properties"].keys():
            yield from mistakes(schema["properties"][key], value[key], root)


TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
UNDERSTOOD = {
    *(
        "$ref",
        "$defs",
        "$schema",
        "anyOf",
        "oneOf",
        "type",
        "enum",
        "const",
        "pattern",
        "items",
        "properties",
    ),
    *("required", "additionalProperties", "title", "description", "default", "discriminator", "format"),
    *("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum"),
}


def test_a_misspelt_key_is_underlined() -> None:
    schema = json.loads(schema_files()["tabel.schema.json"])
    assert list(mistakes(schema, {"tittel": "x", "kolommen": [{"kop": "a"}], "rijen": [["1"]]}, schema)) == [
        "titel is missing",
        "tittel is unknown",
    ]
