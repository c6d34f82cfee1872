"""Every kind of drawing that comes with rapportage: drawn, described, readable, and the same every time."""

from __future__ import annotations

import copy
import hashlib
import io
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import cycle
from typing import Any

import pytest
from lxml import etree
from PIL import Image as Pillow
from PIL import ImageChops, ImageStat
from where import ROOT, TESTS

from rapportage.compose.drawings import DrawingRenderer
from rapportage.content.drawing_data import data_findings, with_defaults
from rapportage.content.drawings import DrawingKind, drawing_kinds
from rapportage.content.figures import Tekening
from rapportage.content.source import Source, parse_yaml
from rapportage.content.validation import keys_of, validate
from rapportage.errors import ContentError, Place
from rapportage.figures.drawing import finish, text_boxes
from rapportage.figures.origin import Origin
from rapportage.figures.svg import bitmap
from rapportage.style.contrast import contrast
from rapportage.style.fonts import house
from rapportage.style.tokens import house_style
from rapportage.workspace import Workspace

EXPECTED = TESTS / "tekeningen"
WORKSPACE = Workspace(ROOT)
KINDS = drawing_kinds(WORKSPACE).known
STYLE = house_style((ROOT / "templates/huisstijl.tokens.json").read_text("utf-8"))
RENDERER = DrawingRenderer(WORKSPACE, STYLE)
PLACE = Place("figuur.yaml")
WIDTHS = (368.5, 175.75)
"""The width in points of a figure over the text's width, and of one of a pair."""
NAMES = ("Zwartewaterland", "Hendrik-Ido-Ambacht", "Noordoostpolder", "Steenwijkerland", "'s-Hertogenbosch")
"""Dutch municipal names of the longest kind."""

each_kind = pytest.mark.parametrize("name", sorted(KINDS))
each_width = pytest.mark.parametrize("width", WIDTHS)


def source(name: str) -> Source:
    """The example file that comes with the kind."""
    text = (ROOT / "templates/figuren" / name / "voorbeeld.yaml").read_text("utf-8")
    return parse_yaml(text, f"{name}.yaml")


def own(name: str) -> dict[str, Any]:
    """The kind's own fields in the example."""
    data = source(name).data
    return {key: value for key, value in data.items() if key not in keys_of(Tekening)}


def complete(kind: DrawingKind, data: Mapping[str, Any]) -> dict[str, Any]:
    """What the template gets."""
    filled: dict[str, Any] = with_defaults(kind.schema, data)
    if kind.schema.get("x-organisatie"):
        opgaven = [
            {"id": name.lower(), "naam": name} for name in ("Wonen", "Water", "Werk", "Menselijk kapitaal")
        ]
        filled |= {"opgaven": opgaven, "samenwerkingsverband": "Regio Voorbeeld"}
    return filled


def test_there_are_kinds_and_none_is_broken() -> None:
    assert len(KINDS) >= 10
    assert drawing_kinds(WORKSPACE).broken == {}


@each_kind
def test_the_example_is_a_whole_figure_file(name: str) -> None:
    tekening = validate(Tekening, source(name))
    assert tekening.alt
    assert tekening.bron
    assert tekening.soort == name
    assert data_findings(KINDS[name], own(name)) == []


@each_kind
def test_the_example_shows_every_field(name: str) -> None:
    fields = set(KINDS[name].schema["properties"])
    chosen = {field for one in KINDS[name].schema.get("oneOf", []) for field in one.get("required", [])}
    tasks = {
        field for field, one in KINDS[name].schema["properties"].items() if one.get("format") == "opgave"
    }
    assert fields - set(own(name)) <= chosen | tasks  # a task is one of the organisation's own


@each_kind
@each_width
def test_a_drawing_is_paths_as_wide_as_was_asked_for(name: str, width: float) -> None:
    image, shrunk = RENDERER.draw(KINDS[name], complete(KINDS[name], own(name)), width, PLACE)
    root = etree.fromstring(image.data)
    assert image.width * 0.75 == pytest.approx(width, abs=0.1)
    assert image.height * 0.75 <= 470
    assert shrunk == () or width < 200
    assert list(root.iter("{*}text")) == []
    assert len(list(root.iter("{*}path"))) > 3


@each_kind
def test_the_description_is_drafted_from_the_data(name: str, update: bool) -> None:
    path = EXPECTED / f"{name}.txt"
    said = RENDERER.draft(KINDS[name], complete(KINDS[name], own(name))) + "\n"
    if update:
        path.write_text(said, "utf-8")
    assert said == path.read_text("utf-8")
    assert said.endswith(".\n")


@each_kind
def test_a_drawing_looks_as_it_did(name: str, update: bool) -> None:
    image, _ = RENDERER.draw(KINDS[name], complete(KINDS[name], own(name)), WIDTHS[0], PLACE)
    now = on_paper(bitmap(image))
    now = now.resize((384, round(now.height * 384 / now.width)), Pillow.Resampling.LANCZOS)
    path = EXPECTED / f"{name}.png"
    if update:
        now.quantize(64).save(path, optimize=True)
    before = Pillow.open(path).convert("RGB")
    assert now.size == before.size
    assert max(ImageStat.Stat(ImageChops.difference(now, before)).mean) < 2


# --- other data than the example's ------------------------------------------------------------


def with_names(schema: Mapping[str, Any], value: Any, names: Iterator[str]) -> Any:
    """The data with each free text of at most forty characters replaced by a long name."""
    if isinstance(value, dict):
        return {key: with_names(schema["properties"][key], one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [with_names(schema["items"], one, names) for one in value]
    free = isinstance(value, str) and not {"enum", "const", "format", "x-uit"} & set(schema)
    return next(names) if free and len(value) <= 40 and schema.get("maxLength", 99) >= 20 else value


def with_most(schema: Mapping[str, Any], value: Any) -> Any:
    """The data with every list as long as its schema allows, its items repeated."""
    if isinstance(value, dict):
        return {key: with_most(schema["properties"][key], one) for key, one in value.items()}
    if isinstance(value, list) and value:
        most = 3 if schema.get("uniqueItems") else schema.get("maxItems", len(value))
        items = [copy.deepcopy(one) for one, _ in zip(cycle(value), range(most), strict=False)]
        return [with_most(schema["items"], one) for one in (value if schema.get("uniqueItems") else items)]
    return value


@each_kind
@each_width
def test_names_as_long_as_municipalities_have_fit(name: str, width: float) -> None:
    kind = KINDS[name]
    data = with_names(kind.schema, own(name), cycle(NAMES))
    image, _ = RENDERER.draw(kind, complete(kind, data), width, PLACE)
    assert image.height > 0


@each_kind
@each_width
def test_as_many_items_as_the_schema_allows_are_drawn_or_refused_with_reason(name: str, width: float) -> None:
    kind = KINDS[name]
    rules = {"figuur-past-niet"}
    try:
        RENDERER.draw(kind, complete(kind, with_most(kind.schema, own(name))), width, PLACE)
    except ContentError as error:
        rules = {problem.rule for problem in error.problems}
    assert rules == {"figuur-past-niet"}


@each_kind
@each_width
def test_only_what_must_be_there_is_enough(name: str, width: float) -> None:
    kind = KINDS[name]
    needed = set(kind.schema.get("required", []))
    needed |= {field for one in kind.schema.get("oneOf", [])[:1] for field in one.get("required", [])}
    data = {key: value for key, value in own(name).items() if key in needed}
    assert RENDERER.draw(kind, complete(kind, data), width, PLACE)[0].height > 0
    assert RENDERER.draft(kind, complete(kind, data)).endswith(".")


@each_kind
def test_a_name_that_fits_nowhere_is_told_and_never_cut(name: str) -> None:
    kind = KINDS[name]
    data = with_names(kind.schema, own(name), cycle(["m" * 400]))
    if data == own(name):
        pytest.skip("this kind takes no free words")
    with pytest.raises(ContentError) as error:
        RENDERER.draw(kind, complete(kind, data), WIDTHS[1], PLACE)
    assert {problem.rule for problem in error.value.problems} == {"figuur-past-niet"}


# --- words can be read -----------------------------------------------------------------------


def on_paper(png: bytes) -> Pillow.Image:
    """The bitmap on white."""
    picture = Pillow.open(io.BytesIO(png)).convert("RGBA")
    paper = Pillow.new("RGBA", picture.size, "white")
    return Pillow.alpha_composite(paper, picture).convert("RGB")


def grounds(picture: Pillow.Image, box: tuple[float, float, float, float], scale: float) -> list[str]:
    """The colours under a box that cover more than a tenth of it."""
    left, top, right, bottom = (round(edge * scale) for edge in box)
    part = picture.crop((left, top, right, bottom)).quantize(8).convert("RGB")
    counts = Counter(zip(*(part.getchannel(band).tobytes() for band in "RGB"), strict=True))
    size = part.width * part.height
    return ["#" + bytes(colour).hex() for colour, count in counts.items() if count > size / 10]


@each_kind
@each_width
def test_words_stand_out_from_what_is_under_them(name: str, width: float) -> None:
    kind = KINDS[name]
    svg, _ = RENDERER.svg(kind, complete(kind, own(name)), width, PLACE)
    root = etree.fromstring(svg.encode())
    words = [one for one in root.iter("{*}text") if (one.text or "").strip()]
    boxes = text_boxes(root, Origin(name, PLACE), house())
    assert len(boxes) == len(words) > 0
    for element in words:
        element.text = ""
    picture = on_paper(
        bitmap(finish(etree.tostring(root, encoding="unicode"), Origin(name, PLACE), PLACE, house()))
    )
    scale = picture.width / width
    for element, box in zip(words, boxes, strict=True):
        for ground in grounds(picture, (box.left, box.top, box.right, box.bottom), scale):
            assert contrast(str(element.get("fill")), ground) >= 4.5, (box.text, ground)


def test_there_is_a_readable_colour_for_words_on_every_colour_of_the_house_style() -> None:
    colours = [name.removeprefix("kleur.") for name in STYLE.tokens if name.startswith("kleur.")]
    for colour in colours:
        assert contrast(RENDERER.readable_on(colour), STYLE.colour(colour)) >= 4.5, colour


def test_shapes_stand_out_from_the_paper() -> None:
    for colour in ("accent", "lijn", "grijs", "tekst"):
        assert contrast(STYLE.colour(colour), STYLE.colour("papier")) >= 3, colour


# --- the same every time -----------------------------------------------------------------------

ALL = """
import sys
sys.path[:0] = sys.argv[1:]
from test_kinds import all_drawings
print(all_drawings())
"""


def all_drawings() -> str:
    """A fingerprint of every kind of figure at every width, as drawing and as bitmap."""
    found = hashlib.sha256()
    for name, kind in sorted(KINDS.items()):
        for width in WIDTHS:
            image, _ = RENDERER.draw(kind, complete(kind, own(name)), width, PLACE)
            found.update(image.data + bitmap(image))
    return found.hexdigest()


@pytest.mark.slow
def test_drawings_are_the_same_bytes_in_two_processes() -> None:
    """Here, where much was drawn before, and in a new process in other surroundings."""
    command = [sys.executable, "-c", ALL, str(TESTS), str(TESTS / "figures")]
    environment = {"PYTHONHASHSEED": "1", "LANG": "C", "PATH": ""}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == all_drawings()
