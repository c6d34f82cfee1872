"""What the page may ask for besides its own files: pictures of the papers, their pages, the house style."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapportage.document import Document, Image
from rapportage.errors import ContentError
from rapportage.preview.fragments import FindPicture, Picture
from rapportage.preview.outlines import in_few_outlines
from rapportage.style.tokens import HouseStyle, css_string

_LETTERS = {".otf": "font/otf", ".ttf": "font/ttf"}


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes with what they are."""

    media_type: str
    data: bytes


class Pictures:
    """The pictures of the papers as they are now, by what is in them."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Image, str]] = {}
        self._held: dict[str, Image] = {}

    def keep(self, documents: Iterable[Document]) -> None:
        """From here on those of these papers can be asked for, and no other."""
        known: dict[int, tuple[Image, str]] = {}
        for document in documents:
            for image in document.images.values():
                known[id(image)] = self._known.get(id(image)) or (image, _digest(image.data))
        self._known = known
        self._held = {digest: image for image, digest in known.values()}

    def of(self, document: Document) -> FindPicture:
        """Where the page finds a picture of this paper, by its name there."""

        def find(name: str) -> Picture:
            image = document.images[name]
            return Picture(f"beeld/{self._known[id(image)][1]}", image.width, image.height)

        return find

    def get(self, digest: str) -> Held | None:
        """The picture that goes by this."""
        image = self._held.get(digest)
        return Held(image.media_type, image.data) if image else None


class Drawn:
    """The pages of each paper as they are, and as they were just before: someone may still ask for those."""

    def __init__(self, media_type: str = "image/svg+xml") -> None:
        self._media_type = media_type
        self._now: dict[str, Mapping[str, str | bytes]] = {}
        self._before: dict[str, Mapping[str, str | bytes]] = {}

    def keep(self, paper: str, pages: Mapping[str, str | bytes]) -> None:
        """From here on these pages of the paper can be asked for, by what each is told by."""
        self._before[paper] = self._now.get(paper, {})
        self._now[paper] = pages

    def add(self, paper: str, pages: Mapping[int, str]) -> dict[int, str]:
        """What each of these pages, drawn ahead, can be asked for by from here on."""
        digests = {number: _digest(svg.encode()) for number, svg in pages.items()}
        ahead = {digests[number]: svg for number, svg in pages.items()}
        self._now[paper] = {**self._now.get(paper, {}), **ahead}
        return digests

    def get(self, digest: str) -> Held | None:
        """The page that goes by this."""
        for held in (self._now, self._before):
            for pages in held.values():
                if (page := pages.get(digest)) is not None:
                    return Held(
                        self._media_type, in_few_outlines(page).encode() if isinstance(page, str) else page
                    )
        return None


class House:
    """The colours and letters of the house style, as a style sheet of the page."""

    def __init__(self) -> None:
        self.digest = ""
        self._style: HouseStyle | None = None
        self._held: dict[str, Held] = {}

    def keep(self, style: HouseStyle | None) -> None:
        """From here on this is the style."""
        if style is None or style is self._style:
            return
        self._style = style
        letters = dict(_letters(style))
        sheet = Held("text/css", _sheet(style, letters).encode())
        self.digest = _digest(sheet.data)
        self._held = {self.digest: sheet, **{name: held for name, (_, held) in letters.items()}}

    def get(self, digest: str) -> Held | None:
        """The style sheet or the font file that goes by this."""
        return self._held.get(digest)


_COLOURS = ("tekst", "papier", "accent", "accent-zacht", "grijs", "lijn", "verwijzing")


def _sheet(style: HouseStyle, letters: Mapping[str, tuple[str, Held]]) -> str:
    """Colours and letters by the names that the page has for them."""
    rules = [f"--huis-{name}: {style.colour(name)};" for name in _COLOURS]
    for name in ("tekst", "kop"):
        families = ", ".join(one if one.islower() else css_string(one) for one in style.fonts(name))
        rules.append(f"--huis-letter-{name}: {families};")
    faces = "".join(f"@font-face {{ {rule} src: url({name}); }}\n" for name, (rule, _) in letters.items())
    return f"{faces}:root {{ {' '.join(rules)} }}\n"


def _letters(style: HouseStyle) -> Iterable[tuple[str, tuple[str, Held]]]:
    """The font files that draw the style, by what is in them; one that cannot be read is left out."""
    for typeface in style.typefaces():
        for face in typeface.faces:
            media_type = _LETTERS.get(face.path.suffix.lower())
            if media_type is None:
                continue
            try:
                data = face.data()
            except ContentError:
                continue
            slant = "italic" if face.italic else "normal"
            rule = (
                f"font-family: {css_string(typeface.name)}; font-weight: {face.weight}; font-style: {slant};"
            )
            yield _digest(data), (rule, Held(media_type, data))


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=12).hexdigest()
