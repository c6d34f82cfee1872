"""What an editor is given of a JSON Schema, to complete what people type and to say in Dutch what is wrong.

Editors know more than the standard: a message of one's own for a value (`errorMessage`) and for one of
another form (`patternErrorMessage`). They offer what a schema has as default and each type that it allows:
an author who chooses a key is to get a place to type, and no `null` or `[]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rapportage.content.fields import DAG, MOMENT, NAAM, PERIODE, UITDRUKKING
from rapportage.content.known_ids import KnownIds
from rapportage.content.offices import EVERY_OFFICE
from rapportage.dutch import list_text

_FORMS = {
    NAAM: "gebruik kleine letters, cijfers en koppeltekens, zoals menselijk-kapitaal",
    DAG: "schrijf een dag die bestaat, zoals 2024-06-30",
    MOMENT: "schrijf een maand of een dag, zoals 2024-06 of 2024-06-30",
    PERIODE: "schrijf een periode, zoals 2024-H1, 2024-T2, 2024-Q3 of 2024",
    UITDRUKKING: "schrijf een getal, of een uitdrukking tussen aanhalingstekens, zoals '{{ waarde(\"…\") }}'",
}
"""What is wrong with a text of another form."""
_TYPES = {
    "boolean": "schrijf true of false",
    "integer": "schrijf een heel getal",
    "number": "schrijf een getal, met een punt voor de decimalen",
    "array": "zet elk onderdeel op een eigen regel, met een streepje ervoor",
}
"""What is wrong with a value of another type."""


def for_editor(schema: Any) -> Any:
    """The schema as an editor wants it, at every depth."""
    if isinstance(schema, list):
        return [for_editor(one) for one in schema]
    if not isinstance(schema, Mapping):
        return schema
    made = _without_nothing(schema)
    plain = {key: _inside(key, value) for key, value in made.items()}
    return plain | _messages(plain)


_NAMED = {
    "indicator": "reeks",
    "opgave": "opgave",
    "beantwoordt": "toezegging",
    "kernboodschap": "hoofdstuk",
    "hoofdstukken": "hoofdstuk",
}
"""The keys whose value, or each of whose values, is an id, and of what."""


def offered(schema: Any, ids: KnownIds) -> Any:
    """An editor's schema that offers these ids where one is typed; another is as right as it was."""
    if isinstance(schema, list):
        return [offered(one, ids) for one in schema]
    if not isinstance(schema, Mapping):
        return schema
    made = {key: offered(value, ids) for key, value in schema.items()}
    if schema.get("enum") == list(EVERY_OFFICE) and (offices := list(ids.get("ambt", ()))):
        made["enum"] = offices
        made |= _messages(made)
    for key, value in (schema.get("properties") or {}).items():
        if (known := ids.get(_NAMED.get(key, ""))) and isinstance(value, Mapping):
            made["properties"][key] = _beside(made["properties"][key], known)
    return made


def _beside(value: dict[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    if "items" in value:
        return value | {"items": _beside(value["items"], known)}
    if value.get("pattern") != NAAM:
        return value
    told = {"description": value.pop("description")} if "description" in value else {}
    choice = {
        "enum": list(known),
        "enumDescriptions": list(known.values()),
        "errorMessage": _FORMS[NAAM],
    }
    return told | {"anyOf": [choice, value]}


def told_apart(schema: Mapping[str, Any], key: str) -> dict[str, Any]:
    """A schema with `oneOf` blocks that this key tells apart: the chosen one alone is judged and offered."""
    blocks = {}
    for reference in schema["oneOf"]:
        name = str(reference["$ref"]).rpartition("/")[2]
        blocks[schema["$defs"][name]["properties"][key]["const"]] = (reference, schema["$defs"][name])
    choice = {
        "description": "Wat voor figuur het is.",
        "enum": list(blocks),
        "enumDescriptions": [one["properties"][key]["description"] for _, one in blocks.values()],
    }
    rest = {name: value for name, value in schema.items() if name != "oneOf"}
    return {
        **rest,
        "type": "object",
        "properties": {key: choice},
        "required": [key],
        "errorMessage": f"schrijf eerst '{key}: …', en kies wat voor figuur het is",
        "allOf": [
            {"if": {"properties": {key: {"const": value}}, "required": [key]}, "then": reference}
            for value, (reference, _) in blocks.items()
        ],
    }


def _inside(key: str, value: Any) -> Any:
    if key in ("properties", "$defs"):
        return {name: for_editor(one) for name, one in value.items()}
    return value if key in ("enum", "const", "default", "required", "enumDescriptions") else for_editor(value)


def _without_nothing(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema without the choice of `null`, and without a default that says nothing."""
    made = {
        key: value for key, value in schema.items() if key != "default" or value not in (None, "", [], {})
    }
    choices = [one for one in made.get("anyOf", []) if one != {"type": "null"}]
    if len(choices) == 1:
        del made["anyOf"]
        made = {**choices[0], **made}
    elif choices:
        made["anyOf"] = choices
    return made


def _messages(schema: Mapping[str, Any]) -> dict[str, str]:
    """What an editor says of a value that does not fit here; of a block, which keys it has."""
    told = {}
    if "additionalProperties" in schema and schema.get("properties"):
        told["errorMessage"] = _of_block(schema)
    elif isinstance(words := schema.get("enum"), list):
        told["errorMessage"] = "kies uit " + list_text([_word(one) for one in words])
    elif isinstance(kind := schema.get("type"), str) and kind in _TYPES:
        told["errorMessage"] = _TYPES[kind]
    if pattern := schema.get("pattern"):
        otherwise = f"dit heeft een andere vorm: {schema.get('description', pattern)}"
        told["patternErrorMessage"] = _FORMS.get(pattern, otherwise)
    return told


def _word(choice: object) -> str:
    """One of the values to choose from, as one types it."""
    return f"'{choice}'" if isinstance(choice, str) else str(choice).lower()


def _of_block(schema: Mapping[str, Any]) -> str:
    needed = [name for name in schema["properties"] if name in schema.get("required", [])]
    others = [name for name in schema["properties"] if name not in needed]
    parts = [f"nodig: {', '.join(needed)}"] if needed else []
    parts += [f"mag ook: {', '.join(others)}"] if others else []
    return "hier past een blok met sleutels; " + "; ".join(parts)
