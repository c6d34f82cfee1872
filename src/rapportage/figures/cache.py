"""Keep drawn figures, so that one that has not changed is not drawn again.

A figure is kept under the hash of everything that it is drawn from: data, size, house style,
templates, fonts, the versions of the libraries and of our own drawing code. What is kept is
whole or not used: each file carries its own checksum. What only one kind of file needs of a
drawing, such as its bitmap, is kept apart. The folder may be deleted at any time and
shared between runs; where it cannot be written, figures are drawn every time.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from rapportage.cache import cache_folder, canonical, keep, made_with, tidy
from rapportage.document import Image
from rapportage.remembered import FORGETFUL, Memory
from rapportage.style.tokens import HouseStyle

MOST_FILES = 2000
"""More than this are not kept, up to three for a figure; what was used longest ago goes first."""

FIGURES = "figuren"
_SUFFIX = ".figuur"
_SVG: Literal["image/svg+xml"] = "image/svg+xml"


@dataclass(frozen=True, slots=True)
class Remark:
    """What an author must know of a picture as it was taken over, and what to do about it."""

    what: str
    hint: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure as it was drawn, the words in it that had to be made smaller or broken, and what else to tell.

    `as_given` says that nothing had to be drawn: it is the very picture in its file.
    """

    image: Image
    shrunk: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    as_given: bool = False


Draw = Callable[[], Drawn]
"""Draws a figure, or waits for who does; raises ContentError when that cannot be."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What others do beside this process: `begin` lets one draw a figure, `hear` is told of each that is new,
    with the style that it was drawn in.

    What `begin` is given must be able to go to another process.
    """

    begin: Callable[[Draw], Draw]
    hear: Callable[[Image, HouseStyle], None]


@dataclass
class FigureCache:
    """The figures kept in one folder; `drawn` counts those that had to be drawn, by others as well."""

    folder: Path | None
    drawn: int = 0
    aside: Aside | None = None
    memory: Memory = FORGETFUL
    """Where figures are remembered by who asks for them over and over."""
    _tidied: bool = field(default=False, repr=False)
    _begun: dict[str, Draw] = field(default_factory=dict, repr=False)

    def begin(self, key: str, draw: Draw) -> None:
        """Let another process draw what is not kept under this key, where there is one for it."""
        if self.aside is not None and key not in self._begun and self._read(key) is None:
            self._begun[key] = self.aside.begin(draw)

    def get(self, key: str, draw: Draw, style: HouseStyle | None = None) -> Drawn:
        """The figure kept under this key; else the one begun or that `draw` gives, which is kept.

        Others hear of it where it was drawn in a style.
        """
        known: Drawn | None = self.memory.find(("figuur", key))
        kept = known or self._read(key)
        if kept is not None:
            self.memory.keep(("figuur", key), kept)
            return kept
        figure = self._begun.pop(key, draw)()
        if not figure.as_given:  # that is in its file already
            self.drawn += 1
            self._write(key, figure)
            if self.aside is not None and style is not None:
                self.aside.hear(figure.image, style)
        self.memory.keep(("figuur", key), figure)
        return figure

    def with_bitmaps(self, images: Mapping[str, Image]) -> dict[str, Image]:
        """The pictures with a bitmap beside each drawing, drawn now or before."""
        return {name: replace(one, bitmap=self.bitmap(one)) for name, one in images.items()}

    def bitmap(self, image: Image) -> bytes:
        """The bitmap beside this picture, drawn now or before; none for a PNG or JPEG."""
        from rapportage.figures.svg import bitmap

        return image.bitmap or (self.form(image, "bitmap", bitmap) if image.media_type == _SVG else b"")

    def form(self, image: Image, kind: str, draw: Callable[[Image], bytes]) -> bytes:
        """Another form of this drawing, such as its bitmap, kept or else drawn and kept."""
        key = cache_key({kind: hashlib.sha256(image.data + image.worded).hexdigest()})
        kept = self._read(key)
        if kept is not None and kept.image.data:
            return kept.image.data
        drawn = draw(image)
        self._write(key, Drawn(replace(image, data=drawn, bitmap=b"")))
        return drawn

    def words(self, key: str, write: Callable[[], str]) -> str:
        """The words about a drawing that are kept under this key, or else written and kept."""
        kept = self._read(key)
        if kept is not None:
            return kept.image.data.decode()
        written = write()
        self._write(key, Drawn(Image(_SVG, written.encode(), 0, 0)))
        return written

    def noted(self, key: str) -> bool:
        """Whether `note` was called for this key, now or before."""
        return self._read(key) is not None

    def note(self, key: str) -> None:
        """Remember nothing but that it was so."""
        self._write(key, Drawn(Image("image/svg+xml", b"", 0, 0)))

    def _read(self, key: str) -> Drawn | None:
        if self.folder is None:
            return None
        path = self.folder / f"{key}{_SUFFIX}"
        try:
            raw = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return _unpacked(key, raw)

    def _write(self, key: str, figure: Drawn) -> None:
        """Put the figure there in one step; a folder that cannot be written is no reason to stop."""
        if self.folder is None:
            return
        with suppress(OSError):
            keep(self.folder / f"{key}{_SUFFIX}", _packed(key, figure))
            self._tidy(self.folder)

    def _tidy(self, folder: Path) -> None:
        """Once a run: throw away what was used longest ago, beyond MOST_FILES."""
        if self._tidied:
            return
        self._tidied = True
        tidy(folder, _SUFFIX, MOST_FILES)


def user_cache(aside: Aside | None = None, memory: Memory = FORGETFUL) -> FigureCache:
    """The cache in the user's own folder for such things."""
    return FigureCache(cache_folder(FIGURES), aside=aside, memory=memory)


def cache_key(parts: Mapping[str, Any]) -> str:
    """The name under which a figure is kept that is drawn from these parts."""
    return hashlib.sha256(canonical({"parts": parts, "made with": made_with()})).hexdigest()


def fingerprint(data: Any) -> str:
    """Eight letters that stand for the data of a figure, such as 'kbdgmrst'; never a number to YAML."""
    digest = hashlib.sha256(canonical(data)).digest()[:4]
    return "".join(_LETTERS[byte >> 4] + _LETTERS[byte & 15] for byte in digest)


_LETTERS = "bcdfghjklmnprstv"
"""Sixteen letters that make no word."""


# --- the form of a kept file -----------------------------------------------------------------


def _packed(key: str, figure: Drawn) -> bytes:
    """A checksum over key and rest; a line of facts; the picture; that with words as text; its bitmap."""
    image = figure.image
    facts = {
        "media_type": image.media_type,
        "width": image.width,
        "height": image.height,
        "size": len(image.data),
        "worded": len(image.worded),
        "shrunk": figure.shrunk,
        "remarks": [asdict(one) for one in figure.remarks],
    }
    body = canonical(facts) + b"\n" + image.data + image.worded + image.bitmap
    return _checksum(key, body) + body


def _checksum(key: str, body: bytes) -> bytes:
    return hashlib.sha256(key.encode() + body).digest()


def _unpacked(key: str, raw: bytes) -> Drawn | None:
    """The figure in a kept file; None when the file is not whole, or another's."""
    body = raw[32:]
    if _checksum(key, body) != raw[:32]:
        return None
    head, _, rest = body.partition(b"\n")
    try:
        facts = json.loads(head)
        size, both = facts["size"], facts["size"] + facts["worded"]
        image = Image(
            facts["media_type"],
            rest[:size],
            facts["width"],
            facts["height"],
            bitmap=rest[both:],
            worded=rest[size:both],
        )
        return Drawn(image, tuple(facts["shrunk"]), tuple(Remark(**one) for one in facts["remarks"]))
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
