"""Read a file of design tokens: what stands in it, on which line, and what cannot be in it.

The file follows the Design Tokens Community Group format: groups, `$type` (inherited from the
group) and `$value`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from rapportage.bounds import MAX_TOKENS
from rapportage.dutch import list_text
from rapportage.errors import closest
from rapportage.style.lengths import MILLIMETRES_PER_INCH

_VALUE, _TYPE = "$value", "$type"
_EXTENSIONS = "$extensions"
_SAID_OF_IT = (_VALUE, _TYPE, "$description", "$deprecated", _EXTENSIONS)
_MOST_SHOWN = 8
_EXAMPLES = {
    "color": '"#0b4a6f"',
    "dimension": '{ "value": 11, "unit": "pt" }',
    "number": "1.35",
    "string": '"links"',
    "fontFamily": '["Source Sans Pro", "Calibri", "sans-serif"]',
}
"""How a value of each kind is written."""


class TokenError(ValueError):
    """The token file cannot be used; message and hint are Dutch, `line` is where, as far as known."""

    def __init__(self, message: str, line: int = 1, hint: str | None = None) -> None:
        self.line = line
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Token:
    """A token as the file has it; `kind` is None where neither it nor a group says so.

    `tint` names a colour and the value of that beside which this one was chosen: of another colour it becomes
    a tint.
    """

    kind: str | None
    value: Any
    tint: tuple[str, str] | None = None


def read_tokens(text: str, known: Mapping[str, Token] | None = None) -> dict[str, Token]:
    """The tokens of a file by dotted name; raises TokenError for what would be passed over.

    By those that are `known` a hint says how a value is written.
    """
    try:
        raw = json.loads(text, object_pairs_hook=_each_once)
        if not isinstance(raw, dict):
            raise TokenError("het bestand moet uit groepen met tokens bestaan", 1, "begin met een {")
        tokens = dict(islice(_flatten(raw, (), None, text, known or {}), MAX_TOKENS + 1))
        if len(tokens) > MAX_TOKENS:
            said = f"het bestand telt meer dan {MAX_TOKENS} tokens"
            raise TokenError(said, 1, "laat weg wat niets gebruikt")
        return tokens
    except json.JSONDecodeError as error:
        hint = "controleer komma's, aanhalingstekens en accolades op deze regel en die erboven"
        raise TokenError("dit is geen geldige JSON", error.lineno, hint) from None
    except TokenError:
        raise
    except (RecursionError, ValueError):  # too deep, or a number of thousands of digits
        raise TokenError("dit is geen geldige JSON") from None


def line_of(text: str, name: str) -> int:
    """The line on which the token of this dotted name begins; 1 where it stands nowhere."""
    at = 0
    for step in name.split("."):
        found = re.compile(rf'"{re.escape(step)}"\s*:').search(text, at)
        if found is None:
            return 1
        at = found.start()
    return text.count("\n", 0, at) + 1


def in_group(group: str, known: Iterable[str]) -> str:
    """The first tokens that stand in this group, as a hint lists them; '' where it is none."""
    inside = [one for one in known if one.startswith(f"{group}.")]
    more = len(inside) - _MOST_SHOWN
    return list_text([*inside[:_MOST_SHOWN], *([f"nog {more}"] if more > 0 else [])]) if inside else ""


def how_written(kind: str | None, value: Any = None, name: str = "") -> str | None:
    """How a value of this kind is written, this one where it is seen what it means; None for another kind."""
    meant = meant_length(value, name) if kind == "dimension" else None
    return f'schrijf zo: "$value": {meant or _EXAMPLES[kind]}' if kind in _EXAMPLES else None


_LENGTH = re.compile(r"(?P<number>[0-9]{1,6}(?:[.,][0-9]{1,4})?)\s*(?P<unit>pt|mm|px|cm|in|rem|pc)?", re.I)
_OTHERWISE = {"cm": (10, "mm"), "in": (MILLIMETRES_PER_INCH, "mm"), "rem": (12, "pt"), "pc": (12, "pt")}
"""Units that people measure in and that no token has, and what they are in one that it has."""
IN_MILLIMETRES = ("bladspiegel", "logo")
"""The groups whose lengths people measure; letters are counted in points."""


def length(number: float, unit: str) -> str:
    """A length as a file has it."""
    return f'{{ "value": {number:g}, "unit": "{unit}" }}'


def meant_length(value: Any, name: str) -> str | None:
    """The length that was meant by a text or number at the token of this name, as a file has it.

    None where it is none. What has no unit has that in which people count in its group.
    """
    if isinstance(value, dict):
        value = f"{value.get('value')}{value.get('unit') or ''}"
    found = _LENGTH.fullmatch(str(value).strip())
    if found is None:
        return None
    number = float(found["number"].replace(",", "."))
    unit = (found["unit"] or ("mm" if name.partition(".")[0] in IN_MILLIMETRES else "pt")).lower()
    times, unit = _OTHERWISE.get(unit, (1, unit))
    return length(round(number * times, 2), unit)


def _meant(value: Any, name: str, known: Token | None) -> str | None:
    """The same where this is a length, since it says its unit, or since the token is known to be one."""
    has_unit = isinstance(value, str) and value.strip()[-1:].isalpha()
    return meant_length(value, name) if has_unit or (known and known.kind == "dimension") else None


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise TokenError(f"'{key}' staat er twee keer op dezelfde plek", 1, "laat er één staan")
        found[key] = value
    return found


def _tint(extensions: Any) -> tuple[str, str] | None:
    """What a file says of a colour that goes with another; None where it says nothing that is known."""
    match extensions:
        case {"rapportage": {"tint": str() as of, "beside": str() as beside}}:
            return of, beside
    return None


def _flatten(
    group: Mapping[str, Any], path: tuple[str, ...], kind: str | None, text: str, known: Mapping[str, Token]
) -> Iterator[tuple[str, Token]]:
    name = ".".join(path)
    for key in group:
        if key.startswith("$") and key not in _SAID_OF_IT and path:
            near = closest(key, _SAID_OF_IT)
            hint = f"bedoelde u '{near}'?" if near else "verwijder het"
            raise TokenError(f"'{key}' kan niet bij '{name}' staan", line_of(text, f"{name}.{key}"), hint)
    kind = group.get(_TYPE, kind)
    inside = {key: value for key, value in group.items() if not key.startswith("$")}
    if _VALUE in group:
        if inside:
            hint = "zet ze ernaast, of haal '$value' weg"
            raise TokenError(f"in token '{name}' staan andere tokens", line_of(text, name), hint)
        yield name, Token(kind, group[_VALUE], _tint(group.get(_EXTENSIONS)))
        return
    if len(path) > 1 and not inside:
        raise TokenError(f"'{name}' heeft geen '$value'", line_of(text, name), how_written(kind))
    for key, value in inside.items():
        below = (*path, key)
        if not isinstance(value, dict):
            dotted = ".".join(below)
            shown = _meant(value, dotted, known.get(dotted)) or json.dumps(value, ensure_ascii=False)
            hint = f'schrijf "{key}": {{ "$value": {shown} }}'
            raise TokenError(f"'{dotted}' is geen token en geen groep", line_of(text, dotted), hint)
        yield from _flatten(value, below, kind, text, known)
