"""Write tokens as the file that has them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from rapportage.style.lengths import MILLIMETRE
from rapportage.style.token_file import IN_MILLIMETRES
from rapportage.style.tokens import Points, Value


def token_text(tokens: Mapping[str, Value]) -> str:
    """The text of a file with these tokens, a line each, in groups as they come."""
    groups: dict[str, list[str]] = {}
    for name, value in tokens.items():
        group, _, last = name.partition(".")
        said = json.dumps({"$value": _written(value, group)}, ensure_ascii=False)
        groups.setdefault(group, []).append(f'    "{last}": {said}')
    bodies = (f'  "{group}": {{\n' + ",\n".join(lines) + "\n  }" for group, lines in groups.items())
    return "{\n" + ",\n".join(bodies) + "\n}\n"


def _written(value: Value, group: str) -> Any:
    if isinstance(value, Points):
        in_millimetres = group in IN_MILLIMETRES
        number = round(value / MILLIMETRE, 1) if in_millimetres else round(float(value), 2)
        return {
            "value": int(number) if number == int(number) else number,
            "unit": "mm" if in_millimetres else "pt",
        }
    return list(value) if isinstance(value, tuple) else value
