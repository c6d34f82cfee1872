"""What was drawn is kept: whole or not at all, and never something else than would be drawn now."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from where import TEMPLATES

from rapportage.build.check import check
from rapportage.build.processes import Processes
from rapportage.build.run import build
from rapportage.cache import ENVIRONMENT
from rapportage.compose.render import Renderer
from rapportage.document import Image
from rapportage.figures import cache as caches
from rapportage.figures.cache import Aside, Draw, Drawn, FigureCache, cache_key, fingerprint, user_cache
from rapportage.periode import parse_periode
from rapportage.style.tokens import house_style
from rapportage.workspace import Wanted, Workspace

STYLE = house_style((TEMPLATES / "huisstijl.tokens.json").read_text("utf-8"))
IMAGE = Image("image/svg+xml", b"<svg/>", 10.5, 20.25, b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
DRAWN = Drawn(IMAGE, ("Zwartewaterland",))
PERIOD = parse_periode("2024-H1")


def never() -> Drawn:
    raise AssertionError("it was kept")


def test_what_was_drawn_once_is_not_drawn_again(tmp_path: Path) -> None:
    cache = FigureCache(tmp_path / "figuren")
    assert cache.get("sleutel", lambda: DRAWN) == DRAWN
    assert FigureCache(tmp_path / "figuren").get("sleutel", never) == DRAWN


def test_what_another_began_to_draw_is_waited_for_and_told_of_once(tmp_path: Path) -> None:
    begun: list[Draw] = []
    heard: list[Image] = []

    def begin(draw: Draw) -> Draw:
        begun.append(draw)
        return draw

    cache = FigureCache(tmp_path, aside=Aside(begin, lambda image, _: heard.append(image)))
    for _ in range(2):
        cache.begin("sleutel", lambda: DRAWN)
    assert len(begun) == 1
    assert cache.get("sleutel", never, STYLE) == DRAWN
    assert heard == [IMAGE]
    cache.begin("sleutel", never)
    assert len(begun) == 1, "it is kept by now"


def test_what_nobody_else_can_draw_is_drawn_here(tmp_path: Path) -> None:
    cache = FigureCache(tmp_path)
    cache.begin("sleutel", never)
    assert cache.get("sleutel", lambda: DRAWN) == DRAWN


@pytest.mark.parametrize("damage", ["shorter", "longer", "changed", "empty", "no JSON"])
def test_a_damaged_file_is_drawn_again_and_mended(tmp_path: Path, damage: str) -> None:
    cache = FigureCache(tmp_path)
    cache.get("sleutel", lambda: DRAWN)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    changed = whole[:-1] + bytes([whole[-1] ^ 1])
    damaged = {
        "shorter": whole[:-5],
        "longer": whole + b"x",
        "changed": changed,
        "empty": b"",
        "no JSON": b"{" * 99,
    }
    path.write_bytes(damaged[damage])
    assert cache.get("sleutel", lambda: DRAWN) == DRAWN
    assert cache.drawn == 2
    assert path.read_bytes() == whole


def test_a_file_under_another_s_name_is_not_used(tmp_path: Path) -> None:
    cache = FigureCache(tmp_path)
    cache.get("een", lambda: DRAWN)
    (path,) = tmp_path.iterdir()
    path.rename(path.with_name(path.name.replace("een", "twee")))
    other = Drawn(IMAGE, ("Urk",))
    assert cache.get("twee", lambda: other) == other


@pytest.mark.parametrize("body", [b"geen JSON\n", b"[1]\n", b"{}\n", b'{"size": "a"}\n'])
def test_a_file_that_is_whole_but_says_something_else_is_not_used(tmp_path: Path, body: bytes) -> None:
    checksum = hashlib.sha256(b"sleutel" + body).digest()
    (tmp_path / "sleutel.figuur").write_bytes(checksum + body)
    assert FigureCache(tmp_path).get("sleutel", lambda: DRAWN) == DRAWN


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "figuren").write_text("een bestand waar de map hoort")
    cache = FigureCache(tmp_path / "figuren")
    assert cache.get("sleutel", lambda: DRAWN) == DRAWN
    assert FigureCache(None).get("sleutel", lambda: DRAWN) == DRAWN


def test_a_picture_as_given_is_not_copied(tmp_path: Path) -> None:
    FigureCache(tmp_path).get("foto", lambda: Drawn(Image("image/png", b"x", 1, 1), as_given=True))
    assert list(tmp_path.iterdir()) == []


def test_many_runs_at_once_share_the_folder(tmp_path: Path) -> None:
    def run(_: int) -> list[Drawn]:
        return [FigureCache(tmp_path).get(f"sleutel-{at % 5}", lambda: DRAWN) for at in range(40)]

    with ThreadPoolExecutor(8) as pool:
        assert all(one == DRAWN for found in pool.map(run, range(8)) for one in found)
    assert len(list(tmp_path.iterdir())) == 5  # nothing unfinished is left


def test_the_folder_does_not_grow_without_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caches, "MOST_FILES", 3)
    for at in range(10):
        FigureCache(tmp_path).get(f"sleutel-{at}", lambda: DRAWN)
    assert len(list(tmp_path.iterdir())) == 3


def test_what_a_killed_run_left_half_written_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    for name, age in (("oud.nieuw", 4000), ("nu.nieuw", 0)):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (time.time() - age, time.time() - age))
    FigureCache(tmp_path).get("sleutel", lambda: DRAWN)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["nu.nieuw", "sleutel.figuur"]


def test_the_key_differs_when_anything_differs() -> None:
    parts = {"data": {"a": Decimal("1.0")}, "width": 130}
    assert cache_key(parts) == cache_key({"width": 130, "data": {"a": Decimal("1.0")}})
    others: list[dict[str, Any]] = [{}, {"width": 62}, {"data": {}}, {"style": "x"}]
    assert len({cache_key(parts | other) for other in others}) == 4


def test_the_key_follows_our_own_code_and_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache_key({})
    for made in ({"matplotlib": "0"}, {"own": "0"}):
        monkeypatch.setattr(caches, "made_with", lambda made=made: made)
        assert cache_key({}) != before


def test_a_fingerprint_is_eight_letters_that_make_no_word() -> None:
    assert fingerprint({"a": 1}) == fingerprint({"a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})
    assert all(set(fingerprint(at)) <= set("bcdfghjklmnprstv") for at in range(50))
    assert len(fingerprint("x")) == 8


def test_the_users_folder_can_be_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path))
    assert user_cache().folder == tmp_path / "figuren"


# --- in a build ------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def cold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with nothing kept."""
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "cache"))


def files(klein: Path) -> dict[str, bytes]:
    shutil.rmtree(klein / "output", ignore_errors=True)  # what is there already is not made again
    made = build(Workspace(klein), PERIOD, Wanted(documents=("bijlage",), output=klein / "output"))
    return {path.name: path.read_bytes() for path in made.files}


@pytest.mark.slow
def test_the_files_are_the_same_with_a_cold_a_warm_and_no_cache(
    klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cold = files(klein)
    # Two drawings and an SVG as given, two bitmaps, one of them for the PDF, and that a PNG was decoded.
    assert len(list((tmp_path / "cache/figuren").iterdir())) == 7
    assert files(klein) == cold
    monkeypatch.setenv(ENVIRONMENT, str(klein / "content/organisatie.yaml"))  # no folder can be made there
    assert files(klein) == cold


UNDRAWN = """
import sys
from pathlib import Path
from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.style.tokens import house_style
from rapportage.workspace import Wanted, Workspace
found = check(Workspace(Path(sys.argv[1])), parse_periode("2024-H1"))
assert not found.errors, found.errors
print(found.maker.cache.drawn, sorted({"matplotlib", "resvg_py"} & set(sys.modules)))
"""


def test_an_unchanged_figure_costs_no_import_of_what_draws(klein: Path) -> None:
    check(Workspace(klein), PERIOD)
    command = [sys.executable, "-c", UNDRAWN, str(klein)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0 []"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/2024-H1/figuren/opgaven.yaml", "uitgelicht: water", "uitgelicht: wonen"),
        ("content/organisatie.yaml", "naam: Water", "naam: Waterpeil"),
        ("content/indicatoren/wonen.yaml", "waarde: 404", "waarde: 405"),
        ("content/2024-H1/figuren/dijk.svg", "dijk", "kade"),
    ],
)
def test_a_figure_is_drawn_again_when_what_it_shows_changes_and_no_other_is(
    klein: Path, file: str, old: str, new: str
) -> None:
    def drawn() -> int:
        maker = check(Workspace(klein), PERIOD).maker
        assert maker is not None
        return maker.cache.drawn

    drawn()
    text = (klein / file).read_text("utf-8")
    assert old in text
    (klein / file).write_text(text.replace(old, new), "utf-8")
    assert drawn() == 1


@pytest.mark.usefixtures("templates_here")
@pytest.mark.parametrize("name", ["deel.svg.j2", "figuren/ander/x.svg.j2", "figuren/bloemblad/sub/x.svg.j2"])
def test_what_a_template_includes_from_elsewhere_draws_the_figure_again(klein: Path, name: str) -> None:
    def drawn() -> bytes:
        found = check(Workspace(klein), PERIOD)
        assert not found.errors
        return found.documents["bijlage"].images["opgaven"].data

    part = klein / "templates" / name
    own = klein / "templates/figuren/bloemblad/tekening.svg.j2"
    own.parent.mkdir(parents=True)
    part.parent.mkdir(parents=True, exist_ok=True)
    (klein / "templates/figuren/.DS_Store").write_bytes(bytes(range(256)))
    (own.parent / "kladje.png").write_bytes(b"\x89PNG" + bytes(range(256)))
    own.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90pt" height="90pt" viewBox="0 0 90 90">'
        f'{{% include "{name}" %}}</svg>'
    )
    part.write_text('<rect width="10" height="10"/>')
    before = drawn()
    part.write_text('<rect width="20" height="10"/>')
    assert drawn() != before


def test_a_changed_template_or_token_draws_the_figure_again(klein: Path) -> None:
    def drawn() -> int:
        maker = check(Workspace(klein), PERIOD).maker
        assert maker is not None
        return maker.cache.drawn

    drawn()
    own = klein / "templates/figuren/bloemblad/tekening.svg.j2"
    own.parent.mkdir(parents=True)
    ours = TEMPLATES
    own.write_text(
        (ours / "figuren/bloemblad/tekening.svg.j2").read_text("utf-8") + "<!-- anders -->", "utf-8"
    )
    assert drawn() == 1
    tokens = (ours / "huisstijl.tokens.json").read_text("utf-8").replace("#0b4a6f", "#0b4a60")
    (klein / "templates/huisstijl.tokens.json").write_text(tokens, "utf-8")
    assert drawn() == 2  # the given picture has no house style


@pytest.mark.slow
def test_each_kind_of_file_draws_only_what_it_shows(klein: Path, tmp_path: Path) -> None:
    def kept() -> int:
        return len(list((tmp_path / "cache/figuren").iterdir()))

    check(Workspace(klein), PERIOD)
    assert kept() == 4  # two drawings, an SVG as given, and that a PNG was decoded
    shutil.rmtree(tmp_path / "cache")
    for jobs in (2, 1):
        with Processes(jobs) as processes:
            build(Workspace(klein), PERIOD, Wanted(documents=("raadsvoorstel",)), processes)
        assert kept() == 4  # it shows none of them
        shutil.rmtree(klein / "output")
    build(Workspace(klein), PERIOD, Wanted(("pdf",), ("bijlage",)))
    assert kept() == 5  # a chart has a pattern, and is drawn where it stands
    build(Workspace(klein), PERIOD, Wanted(("docx",), ("bijlage",)))
    assert kept() == 7


@pytest.mark.parametrize("kept", [b"", b"x" * 99])
def test_a_damaged_bitmap_is_drawn_again(kept: bytes, tmp_path: Path) -> None:
    image = Image("image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"/>', 9, 6)
    cache = FigureCache(tmp_path)
    png = cache.bitmap(image)
    assert png.startswith(b"\x89PNG")
    (path,) = tmp_path.iterdir()
    path.write_bytes(kept)
    assert cache.bitmap(image) == png
    assert len(path.read_bytes()) > len(png)


def test_one_template_is_compiled_apart_for_words_that_are_escaped_and_for_those_that_are_not(
    klein: Path,
) -> None:
    (klein / "templates").mkdir()
    (klein / "templates/proef.j2").write_text("{{ woord }}", "utf-8")
    workspace = Workspace(klein)
    for _ in range(2):
        assert Renderer(workspace).render("proef.j2", {"woord": "R&D"}) == "R&amp;D"
        assert Renderer(workspace, autoescape=False).render("proef.j2", {"woord": "R&D"}) == "R&D"


def test_a_draft_is_written_once_for_its_data_and_templates(tmp_path: Path) -> None:
    written = []

    def write() -> str:
        written.append("drie fasen")
        return written[-1]

    for key in ("sleutel", "sleutel", "andere"):
        assert FigureCache(tmp_path).words(key, write) == "drie fasen"
    assert len(written) == 2
