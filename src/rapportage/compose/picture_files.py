"""Read pictures from their files: the figures that authors name, and the logo."""

from __future__ import annotations

import hashlib
import io
import math
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from rapportage.bounds import MAX_PICTURE_BYTES
from rapportage.document import Image
from rapportage.dutch import number_text
from rapportage.errors import OUTSIDE, Place, Problem, Result, attempt, refusal
from rapportage.faults import reason
from rapportage.figures.cache import Drawn, FigureCache, cache_key
from rapportage.figures.origin import Origin
from rapportage.opened import NoFile, Outside, TooLarge
from rapportage.style.lengths import MILLIMETRE, PIXEL, PIXELS_PER_INCH
from rapportage.style.page import portrait
from rapportage.style.tokens import HouseStyle
from rapportage.workspace import OUTSIDE_LINK, Workspace

_LEAST_DPI, _GOOD_DPI = 110, 300
"""With fewer pixels an inch a reader sees them, and with how many nobody does."""
_WORDS = re.compile(rb"<(?:[\w.-]+:)?text[\s>]")
"""Where words begin in an SVG."""


def picture_bytes(workspace: Workspace, path: Path, place: Place) -> bytes:
    """The bytes of a picture's file; raises ContentError, at `place`, when it cannot be read."""
    try:
        return workspace.bytes_of(path, MAX_PICTURE_BYTES)
    except TooLarge:
        raise Origin(path.name, place).unusable("is groter dan 50 MB", "bewaar haar kleiner") from None
    except Outside:
        what, hint = OUTSIDE_LINK
        raise refusal(f"afbeelding '{path.name}' {what}", place, hint, OUTSIDE) from None
    except NoFile:
        hint = "zet er een gewoon bestand neer"
        raise refusal(f"'{path.name}' is geen gewoon bestand", place, hint, "onleesbaar") from None
    except OSError as error:
        message = f"afbeelding '{path.name}' is niet te lezen: {reason(error)}"
        raise refusal(message, place, "controleer of u het bestand mag lezen", "onleesbaar") from None


def logo_image(
    workspace: Workspace, style: HouseStyle, cache: FigureCache
) -> Result[tuple[Image, Place] | None]:
    """The organisation's logo with its file, as high as the house style says and no wider than the text."""
    found = attempt(workspace.logo)
    if found.value is None:
        return Result(None, found.problems)
    path = found.value
    place = Place(workspace.name_of(path))
    read = attempt(lambda: picture_bytes(workspace, path, place))
    if read.value is None:
        return Result(None, read.problems)
    data = read.value
    drawn = attempt(lambda: _sized(data, path.name, place, style, cache))
    if drawn.value is None:
        return Result(None, drawn.problems)
    remarks = (
        Problem("waarschuwing", f"afbeelding '{path.name}' {one.what}", place, one.hint, "afbeelding")
        for one in drawn.value.remarks
    )
    grainy = _grainy(path.name, drawn.value.image, place)
    return Result((drawn.value.image, place), (*remarks, *_lettered(path.name, data, place), *grainy))


def _lettered(name: str, data: bytes, place: Place) -> Iterator[Problem]:
    """What is told of a logo with words that are letters yet: the house style has their typeface."""
    if _WORDS.search(data):
        message = (
            f"afbeelding '{name}' heeft woorden in letters, die in het lettertype van de huisstijl komen"
        )
        hint = "zet ze in het tekenprogramma om in paden (in Inkscape: Pad > Object naar pad)"
        yield Problem("waarschuwing", message, place, hint, "afbeelding")


def _grainy(name: str, image: Image, place: Place) -> Iterator[Problem]:
    """What is told of a logo that is printed so large that its pixels are seen."""
    from PIL import Image as Pillow

    if image.media_type == "image/svg+xml":
        return
    with Pillow.open(io.BytesIO(image.data)) as picture:
        wide = picture.width
    if wide < image.width / PIXELS_PER_INCH * _LEAST_DPI:
        printed = number_text(Decimal(round(image.width * PIXEL / MILLIMETRE)))
        most = math.ceil(image.width / PIXELS_PER_INCH * _GOOD_DPI / 100) * 100
        message = f"afbeelding '{name}' is korrelig: {wide} pixels breed, en op papier {printed} mm"
        hint = f"vraag een SVG, of een PNG van ten minste {most} pixels breed; of maak 'logo.hoogte' kleiner"
        yield Problem("waarschuwing", message, place, hint, "afbeelding")


def _sized(data: bytes, name: str, place: Place, style: HouseStyle, cache: FigureCache) -> Drawn:
    letters = style.typeface("kop")

    def draw() -> Drawn:
        from rapportage.figures.images import read_image

        own = read_image(name, data, place).image
        widest = portrait(style).text_width()
        width = min(style.points("logo.hoogte") * own.width / own.height, widest)
        return read_image(name, data, place, width / PIXEL, letters=letters)

    size = style.points("logo.hoogte"), portrait(style).text_width()
    return cache.get(
        cache_key(
            {
                "logo": hashlib.sha256(data).hexdigest(),
                "name": name,
                "size": size,
                "letters": letters.known_by(),
            }
        ),
        draw,
        style,
    )
