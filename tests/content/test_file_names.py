"""What names of files say, and that no hint proposes a name which is refused next."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.content.file_names import copied_from, is_left_out, is_usable, meant_stem, usable_name
from rapportage.content.folders import listing
from rapportage.content.load import load
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

PROPOSED = re.compile(r"noem (?:het|haar) '([^']+)'")
STEMS = st.one_of(
    st.text("aAbBëß é-_.()&'1½", min_size=1, max_size=12),
    st.sampled_from(["wonen", "Wonen", "WONEN", "wonen - kopie", "wonen (2)", "Kopie van wonen", "w" * 90]),
    st.text(min_size=1, max_size=5).filter(lambda text: not set(text) & set("/\0\n") and text.isprintable()),
)
ENDINGS = st.sampled_from([".md", ".MD", ".md.txt", ".markdown", ".md.md"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wonen", "wonen"),
        ("financiën", "financien"),
        ("wonen - kopie", "wonen-kopie"),
        ("Foto's & kaarten", "fotos-kaarten"),
        ("Straße", "strasse"),
        ("3. Wonen_v2", "3-wonen-v2"),
        ("e\u0301e\u0301n", "een"),
        ("w" * 90, "w" * 80),
        ("+++", None),
        ("数", None),
    ],
)
def test_a_name_is_made_usable(text: str, name: str | None) -> None:
    assert usable_name(text) == name


@given(STEMS, st.sets(STEMS))
def test_a_proposed_name_is_usable_and_free(text: str, taken: set[str]) -> None:
    name = usable_name(text, taken)
    assert name is None or (is_usable(name) and name not in taken)


def test_a_usable_name_stays_as_it_is() -> None:
    assert usable_name("wonen-2") == "wonen-2"
    assert usable_name("wonen", {"wonen", "wonen-2"}) == "wonen-3"


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", "._wonen.md", ".~lock.wonen.docx#", "~$wonen.md", "~$nen.docx", "wonen.md~", "#wonen.md#"),
        *("Thumbs.db", "ehthumbs.db", "desktop.ini", "Desktop.ini", "wonen.bak", "wonen.md.tmp", "__MACOSX"),
        *("_oud", "_wonen.md"),
    ],
)  # fmt: skip
def test_what_systems_leave_behind_and_what_was_put_aside_is_left_out(name: str) -> None:
    assert is_left_out(name)


@pytest.mark.parametrize("name", ["wonen.md", "Wonen.MD", "wonen - kopie.md", "oud", "wonen.docx", "bak.md"])
def test_what_a_person_made_is_not_left_out(name: str) -> None:
    assert not is_left_out(name)


@pytest.mark.parametrize(
    ("name", "ending", "stem"),
    [
        ("wonen.md", ".md", "wonen"),
        ("Wonen.MD", ".md", "Wonen"),
        ("wonen.md.txt", ".md", "wonen"),
        ("wonen.md.md", ".md", "wonen"),
        ("wonen.markdown", ".md", "wonen"),
        ("cirkel.yml", ".yaml", "cirkel"),
        ("cirkel.yaml.TXT", ".yaml", "cirkel"),
        ("wonen.v2.md", ".md", "wonen.v2"),
        ("wonen.txt", ".md", None),
        ("wonen.docx", ".md", None),
        ("wonen.yaml", ".md", None),
        ("wonen", ".md", None),
    ],
)
def test_a_file_is_known_by_what_its_ending_was_meant_to_be(name: str, ending: str, stem: str | None) -> None:
    assert meant_stem(name, ending) == stem


@pytest.mark.parametrize(
    ("stem", "original"),
    [
        ("wonen - kopie", "wonen"),
        ("wonen - Kopie (2)", "wonen"),
        ("wonen (1)", "wonen"),
        ("wonen-copy", "wonen"),
        ("Kopie van wonen", "wonen"),
        ("kopie", None),
        ("wonen 2", None),
    ],
)
def test_a_copy_is_known_by_its_name(stem: str, original: str | None) -> None:
    assert copied_from(stem) == original


@given(st.dictionaries(STEMS, ENDINGS, max_size=6))
def test_who_follows_every_hint_on_a_name_has_only_names_that_can_be_used(files: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        place = Path(folder)
        for stem, ending in files.items():
            (place / f"{stem}{ending}").write_text(stem, "utf-8")
        there = len(list(place.iterdir()))
        for one in listing(Workspace(place), place, ".md").misnamed:
            if called := PROPOSED.search(one.finding.hint or ""):
                assert not (place / called[1]).exists()
                one.path.rename(place / called[1])
        left = listing(Workspace(place), place, ".md").misnamed
        assert all(usable_name(one.path.name.partition(".")[0]) is None for one in left)
        assert len(list(place.iterdir())) == there


def test_who_follows_every_hint_in_a_period_has_no_two_things_of_one_name(klein: Path) -> None:
    period = klein / "content/2024-H1"
    (period / "bijlage/Kaart.md").write_text("---\ntitel: Kaart\n---\nTekst.\n", "utf-8")
    (period / "bijlage/Dijk.md").write_text("---\ntitel: Dijk\n---\nTekst.\n", "utf-8")
    (period / "tabellen/KAART.yaml").write_text("titel: Kaart\nkolommen: [{kop: a}]\nrijen: [[a]]\n", "utf-8")
    (period / "tabellen").rename(period / "Tabellen")
    for _ in range(3):
        for problem in load(Workspace(klein), parse_periode("2024-H1")).problems:
            called = PROPOSED.search(problem.hint or "")
            assert called, problem
            path = klein / problem.at.file
            if path.exists():  # not in a folder that was given its name just now
                path.rename(path.with_name(called[1]))
    assert load(Workspace(klein), parse_periode("2024-H1")).problems == ()
    assert {path.name for path in (period / "bijlage").iterdir()} >= {"kaart.md", "dijk-2.md"}
    assert {path.name for path in (period / "tabellen").iterdir()} >= {"kaart-2.yaml"}


OTHERWISE: dict[str, Callable[[str], str]] = {
    "in capitals": str.upper,
    "with a capital": str.capitalize,
    "with an ending that Windows hides": lambda name: f"{name}.txt",
    "with its ending twice": lambda name: f"{name}.{name.rpartition('.')[2]}",
    "with another ending": lambda name: name.replace(".yaml", ".yml").replace(".md", ".markdown"),
    "with spaces": lambda name: name.replace("-", " "),
    "with accents": lambda name: name.replace("e", "é", 1),
}


@pytest.mark.parametrize("how", OTHERWISE)
def test_who_renames_every_file_as_told_has_what_there_was(how: str, klein: Path) -> None:
    workspace, periode = Workspace(klein), parse_periode("2024-H1")
    files = {path.relative_to(klein) for path in klein.rglob("*") if path.suffix in (".yaml", ".md")}
    for file in files:
        (klein / file).rename((klein / file).with_name(OTHERWISE[how](file.name)))
    for problem in load(workspace, periode).problems:
        called = PROPOSED.search(problem.hint or "")
        assert called, problem
        (klein / problem.at.file).rename((klein / problem.at.file).with_name(called[1]))
    assert load(workspace, periode).problems == ()
    assert files == {path.relative_to(klein) for path in klein.rglob("*") if path.suffix in (".yaml", ".md")}
