"""What bombs are made of besides text: pictures, tokens of a house style, drawings with too many words."""

from __future__ import annotations

import io
import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from PIL import Image
from where import TEMPLATES

_PICTURE, _DRAWING = "content/2024-H1/figuren/waterschap.png", "content/2024-H1/figuren/opgaven.yaml"
_TOKENS = "templates/huisstijl.tokens.json"

Content = Callable[[], bytes]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _png(width: int, height: int, between: bytes = b"", pixels: bytes | None = None) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * (1 + width * 3) * height) if pixels is None else pixels
    parts = _chunk(b"IHDR", head) + between + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def _saved(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (20, 20)).save(file, kind)
    return file.getvalue()


def _jpeg(between: bytes) -> bytes:
    whole = _saved("JPEG")
    return whole[:2] + between + whole[2:]


def _gif(times: int) -> bytes:
    whole = _saved("GIF")
    at = whole.index(b",")
    return whole[:at] + whole[at:-1] * times + b";"


_FILLED = 400_000_000
PICTURES: dict[str, Content] = {
    "een PNG van vier miljoen stukjes": lambda: _png(10, 10, _chunk(b"teSt", b"") * 4_000_000),
    "een PNG van vier miljoen lege pixels": lambda: _png(10, 10, _chunk(b"IDAT", b"") * 3_900_000),
    "een PNG van 3.600 megapixels": lambda: _png(60_000, 60_000, pixels=zlib.compress(bytes(1000))),
    "een PNG van 190 megapixels": lambda: _png(19_000, 10_000),
    "een PNG met 400 MB tekst": lambda: _png(
        10, 10, _chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(_FILLED)))
    ),
    "een PNG met 400 MB kleurprofiel": lambda: _png(
        10, 10, _chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(_FILLED)))
    ),
    "een JPEG van twaalf miljoen stukjes": lambda: _jpeg(b"\xff\xfe\x00\x02" * 12_000_000),
    "een JPEG met 48 MB vulling": lambda: _jpeg(b"\xff" * 48_000_000),
    "een JPEG met vier miljoen notities": lambda: _jpeg(b"\xff\xe1\x00\x08Exif\0\0" * 4_000_000),
    "een GIF met 400.000 beelden": lambda: _gif(400_000),
    "een TIFF met 40 MB erachter": lambda: _saved("TIFF") + bytes(40_000_000),
}


def _style(more: dict[str, Any]) -> bytes:
    own = json.loads((TEMPLATES / "huisstijl.tokens.json").read_text("utf-8"))
    return json.dumps(own | {"kleur": own["kleur"] | more}).encode()


TOKENS: dict[str, Content] = {
    "50.000 tokens": lambda: _style({f"x{i}": {"$value": "#ffffff"} for i in range(50_000)}),
    "900 tokens die naar elkaar verwijzen": lambda: _style(
        {f"x{i}": {"$value": f"{{kleur.x{i + 1}}}"} for i in range(900)}
    ),
    "diepe tokens": lambda: b'{"a":' * 300_000 + b"1" + b"}" * 300_000,
    "een token van twee miljoen cijfers": lambda: b'{"a": ' + b"1" * 1_900_000 + b"}",
    "een kleur van twee miljoen tekens": lambda: _style({"tekst": {"$value": "#" * 1_900_000}}),
}


def _larger(value: Any, items: int, letters: int) -> Any:
    """The same with each list so many times over, and each text of more words so many letters long."""
    if isinstance(value, dict):
        kept = ("soort", "alt-kenmerk")
        return {key: one if key in kept else _larger(one, items, letters) for key, one in value.items()}
    if isinstance(value, list):
        return [_larger(one, items, letters) for one in value] * items
    if isinstance(value, str) and " " in value:
        return (value + " ") * (letters // len(value) + 1)
    return value


def _drawn(folder: Path, items: int, letters: int) -> Content:
    def content() -> bytes:
        example = yaml.safe_load((folder / "voorbeeld.yaml").read_text("utf-8"))
        return yaml.safe_dump(_larger(example, items, letters), allow_unicode=True, sort_keys=False).encode()

    return content


def others() -> dict[str, tuple[str, Content]]:
    """These bombs by their names, each with the file in whose place it comes."""
    kinds = sorted(path for path in (TEMPLATES / "figuren").iterdir() if path.is_dir())
    drawn = {
        f"tekening {kind.name}, {items} keer, {letters} letters": _drawn(kind, items, letters)
        for kind in kinds
        for items, letters in ((300, 1), (8, 1900))
    }
    files = {_PICTURE: PICTURES, _TOKENS: TOKENS, _DRAWING: drawn}
    return {name: (file, content) for file, some in files.items() for name, content in some.items()}
