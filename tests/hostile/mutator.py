"""Small mistakes in a workspace's files, made where they mean something: keys, values, marks, cells, bytes, names.

A mutation is made from its workspace and number alone, so that one that shows a fault can be made again.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from hostile.odd import NAMES, ODD, VALUES

Files = Mapping[str, bytes]
"""Paths within the workspace, with what the files hold."""
_TEXTS = (".yaml", ".md", ".svg", ".json", ".csv", ".txt", ".j2", ".css")


@dataclass(frozen=True, slots=True)
class Mutation:
    """What is done to a workspace: what each file holds instead; None for one that is gone."""

    name: str
    what: str
    files: dict[str, bytes | None]


def mutation(workspace: str, number: int, files: Files) -> Mutation:
    """The mutation of this number, with one to three mistakes, most often one."""
    dice = random.Random(f"{workspace}-{number}")
    changed: dict[str, bytes | None] = {}
    said = []
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        path = dice.choice(sorted(files))
        data = changed.get(path, files[path])
        if data is None:
            continue
        if dice.random() < 0.06:
            kind, more = _of_name(dice, path, data, files)
            changed |= more
        else:
            kind, made = _of_file(dice, path, data)
            changed[path] = made
        said.append(f"{path}: {kind}")
    return Mutation(f"{workspace}-{number}", "; ".join(said), changed)


def _of_file(dice: random.Random, path: str, data: bytes) -> tuple[str, bytes]:
    """One mistake in what a file holds."""
    suffix = Path(path).suffix
    if suffix not in _TEXTS:
        return "bytes", _bytes(dice, data)
    if dice.random() < 0.08:
        kind = dice.choice(sorted(_ENCODINGS))
        return kind, _ENCODINGS[kind](dice, data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "bytes", _bytes(dice, data)
    tools = {
        ".yaml": (_yaml, _lines),
        ".json": (_json, _lines),
        ".svg": (_tags, _lines),
        ".md": (_marks, _lines),
    }
    tool = dice.choice(tools.get(suffix, (_cells, _lines)))
    kind, made = tool(dice, text)
    return kind, made.encode("utf-8", "surrogatepass")


# --- trees: YAML and JSON ----------------------------------------------------------------------


def _yaml(dice: random.Random, text: str) -> tuple[str, str]:
    try:
        tree = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return _lines(dice, text)
    kind, tree = _tree(dice, tree)
    try:
        return kind, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=100)
    except (yaml.YAMLError, ValueError):
        return _lines(dice, text)


def _json(dice: random.Random, text: str) -> tuple[str, str]:
    try:
        tree = json.loads(text)
    except ValueError:
        return _lines(dice, text)
    kind, tree = _tree(dice, tree)
    return kind, json.dumps(tree, ensure_ascii=dice.random() < 0.5, indent=2, default=str)


def _tree(dice: random.Random, tree: Any) -> tuple[str, Any]:
    """One change to a value somewhere in a tree of blocks and lists."""
    spots = list(_spots(tree))
    if not spots:
        return "waarde", dice.choice(VALUES)
    holder, key = dice.choice(spots)
    kind = dice.choice(("weg", "dubbel", "soort", "nest", "wissel", "vreemd", "sleutel", "kopie", "plat"))
    match kind:
        case "weg":
            del holder[key]
        case "dubbel" if isinstance(holder, list):
            holder[key:key] = [holder[key]] * dice.choice((1, 2, 50))
        case "nest":
            for _ in range(dice.choice((1, 2, 40))):
                holder[key] = [holder[key]] if dice.random() < 0.5 else {"naam": holder[key]}
        case "wissel":
            other, there = dice.choice(spots)
            if _holds(holder[key], other) or _holds(other[there], holder):
                holder[key] = None
            else:
                holder[key], other[there] = other[there], holder[key]
        case "vreemd":
            word = dice.choice(ODD)
            old = holder[key]
            holder[key] = (
                word if not isinstance(old, str) or dice.random() < 0.5 else _inserted(dice, old, word)
            )
        case "sleutel" if isinstance(holder, dict):
            word = dice.choice((*ODD, key + "x", key.upper(), key[:-1])) if isinstance(key, str) else "x"
            holder[word] = holder.pop(key)
        case "kopie":
            value = dice.choice(spots)
            if not _holds(value[0][value[1]], holder):
                holder[key] = json.loads(json.dumps(value[0][value[1]], default=str))
        case "plat" if isinstance(holder[key], list | dict) and holder[key]:
            inner = holder[key]
            holder[key] = inner[0] if isinstance(inner, list) else next(iter(inner.values()))
        case _:
            holder[key] = dice.choice(VALUES)
    return kind, tree


def _spots(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a tree where a value stands: what holds it, and its key or position."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield tree, key
            yield from _spots(value)
    elif isinstance(tree, list):
        for at, value in enumerate(tree):
            yield tree, at
            yield from _spots(value)


def _holds(tree: Any, wanted: Any) -> bool:
    """Whether one is, or stands somewhere in, the other: nothing may come to stand in itself."""
    if tree is wanted:
        return True
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return any(_holds(one, wanted) for one in inner)


# --- lines, marks, tags and cells ----------------------------------------------------------------


def _lines(dice: random.Random, text: str) -> tuple[str, str]:
    """One change to the lines of a text."""
    lines = text.split("\n")
    at, other = (dice.randrange(len(lines)) for _ in range(2))
    kind = dice.choice(
        ("weg", "dubbel", "wissel", "inspring", "uitspring", "leeg", "vreemd", "af", "plak", "waarde", "blok")
    )
    match kind:
        case "weg":
            del lines[at : at + dice.choice((1, 1, 5))]
        case "dubbel":
            lines[at:at] = lines[at : at + dice.choice((1, 3))] * dice.choice((1, 1, 30))
        case "wissel":
            lines[at], lines[other] = lines[other], lines[at]
        case "inspring":
            lines[at] = dice.choice((" ", "  ", "    ", "\t", "\u00a0", "> ", "- ", "1. ")) + lines[at]
        case "uitspring":
            lines[at] = lines[at].lstrip(" -#>|")
        case "leeg":
            lines[at] = ""
        case "vreemd":
            lines[at] = _inserted(dice, lines[at], dice.choice(ODD))
        case "af":
            lines = lines[: at + 1]
            lines[-1] = lines[-1][: dice.randrange(len(lines[-1]) + 1)]
        case "plak":
            lines[at : at + 2] = [dice.choice(("", " ")).join(lines[at : at + 2])]
        case "waarde":
            lines[at] = lines[at].split(":")[0] + ": " + dice.choice(ODD)
        case "blok":
            lines[at:at] = lines[min(at, other) : max(at, other)]
    return f"regel {kind}", "\n".join(lines)


_MARKS = re.compile(r"\*\*|[*_~^#|>\[\](){}:!-]|\{\{|\}\}|\[\^|\n\n|\n")


def _marks(dice: random.Random, text: str) -> tuple[str, str]:
    """One change to a sign that means something in Markdown."""
    found = list(_MARKS.finditer(text))
    if not found:
        return _lines(dice, text)
    one = dice.choice(found)
    kind = dice.choice(("weg", "dubbel", "ander", "erbij"))
    new = {
        "weg": "",
        "dubbel": one[0] * dice.choice((2, 3, 60)),
        "ander": dice.choice(found)[0],
        "erbij": one[0] + dice.choice(ODD),
    }[kind]
    return f"teken {kind}", text[: one.start()] + new + text[one.end() :]


_TAG = re.compile(r"<[^<>]*>|[\w:-]+=\"[^\"]*\"|-?[0-9.]+")


def _tags(dice: random.Random, text: str) -> tuple[str, str]:
    """One change to an element, attribute or number of an SVG."""
    found = list(_TAG.finditer(text))
    if not found:
        return _lines(dice, text)
    one = dice.choice(found)
    kind = dice.choice(("weg", "dubbel", "ander", "vreemd", "vol"))
    new = {
        "weg": "",
        "dubbel": one[0] * dice.choice((2, 2, 50)),
        "ander": dice.choice(found)[0],
        "vreemd": dice.choice(
            (*ODD, "-1", "1e9", "url(http://x)", "url(#a)", "javascript:x", "<script/>", "<use href='#a'/>")
        ),
        "vol": _inserted(dice, one[0], dice.choice(ODD)),
    }[kind]
    return f"svg {kind}", text[: one.start()] + new + text[one.end() :]


def _cells(dice: random.Random, text: str) -> tuple[str, str]:
    """One change to a cell or word."""
    pieces = re.split(r"([;,\t\n])", text)
    at = dice.randrange(len(pieces))
    pieces[at] = dice.choice((*ODD, pieces[at] * 2))
    return "cel", "".join(pieces)


def _inserted(dice: random.Random, text: str, word: str) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + word + text[at:]


# --- bytes and names -----------------------------------------------------------------------------


def _bytes(dice: random.Random, data: bytes) -> bytes:
    """One change to the bytes of a picture or other file."""
    at, to = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    match dice.choice(("flip", "af", "weg", "dubbel", "erbij", "leeg", "kop")):
        case "flip":
            changed = bytearray(data)
            for _ in range(dice.choice((1, 4, 40))):
                if changed:
                    changed[dice.randrange(len(changed))] = dice.randrange(256)
            return bytes(changed)
        case "af":
            return data[:at]
        case "weg":
            return data[:at] + data[to:]
        case "dubbel":
            return data[:to] + data[at:to] + data[to:]
        case "erbij":
            return data[:at] + dice.randbytes(dice.choice((1, 4, 100))) + data[at:]
        case "kop":
            return (
                dice.choice((b"GIF89a", b"\xff\xd8\xff", b"%PDF-1.7", b"PK\x03\x04", b"BM", b"<svg "))
                + data[at:]
            )
    return b""


def _recoded(encoding: str) -> Callable[[random.Random, bytes], bytes]:
    return lambda _, data: data.decode("utf-8", "replace").encode(encoding, "replace")


_ENCODINGS: dict[str, Callable[[random.Random, bytes], bytes]] = {
    "utf-16": _recoded("utf-16"),
    "utf-32": _recoded("utf-32"),
    "latin-1": _recoded("latin-1"),
    "cp437": _recoded("cp437"),
    "bom": lambda _, data: b"\xef\xbb\xbf" * 2 + data,
    "crlf": lambda _, data: data.replace(b"\n", b"\r\n"),
    "cr": lambda _, data: data.replace(b"\n", b"\r"),
    "bytes": _bytes,
}


def _of_name(
    dice: random.Random, path: str, data: bytes, files: Files
) -> tuple[str, dict[str, bytes | None]]:
    """One mistake with a file as a whole: gone, called otherwise, a copy, or with what another holds."""
    folder, _, name = path.rpartition("/")
    kind = dice.choice(("weg", "naam", "kopie", "wissel", "map"))
    match kind:
        case "weg":
            return kind, {path: None}
        case "naam":
            return kind, {path: None, f"{folder}/{dice.choice((*NAMES, name.upper(), 'x' + name))}": data}
        case "kopie":
            return kind, {f"{folder}/{dice.choice(NAMES)}": data}
        case "map":
            return kind, {path: None, f"{path}/x": data}
    other = dice.choice(sorted(files))
    return kind, {path: files[other], other: data}
