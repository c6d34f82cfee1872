"""Who reads a report beside its sources finds each typed number and day, by what it is of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.checks.between import stated as module
from rapportage.checks.between.stated import Alike, AllStated, Stated, stated
from rapportage.checks.reading.references_said import said_in
from rapportage.cli.app import main
from rapportage.cli.facts import lines
from rapportage.document import Document
from rapportage.errors import Place
from rapportage.inlines import Text
from rapportage.made import Made
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

KERN, MEMO = "content/2024-H1/bijlage/kern.md", "content/2024-H1/raadsvoorstel.md"


def listed(klein: Path, text: str) -> dict[str, list[str]]:
    """What is stated in this text, by what it is of; under '' what stands alone."""
    (klein / KERN).write_text(
        f"---\ntitel: Kernboodschap\n---\n{text}\n\n[@woningbouw], [@tabel-vormen], [@wonen].\n", "utf-8"
    )
    found = stated(check(Workspace(klein), parse_periode("2024-H1")).documents)
    groups = {group.of: group.each for group in found.groups} | {"": found.alone}
    here = {of: [one.words for one in each if one.at.file == KERN] for of, each in groups.items()}
    return {of: words for of, words in here.items() if words}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wij kregen vijf memo’s. Van de vier memo’s gaan er 12 over water, en er is 1 memo bij.",
            {"memo’s": ["1", "vier", "vijf"], "": ["12"]},
        ),
        (
            "Dat kost € 1.250.000. De rest, € 900, komt later.",
            {"€": ["€\u00a0900", "€\u00a01.250.000"]},
        ),
        (
            "In november 2024 begint het, op 12 januari 2024 was er overleg, in mei niet, en in 2023 ook niet.",
            {"dagen en maanden": ["mei", "12 januari 2024", "november 2024"]},
        ),
        ("Het gaat over januari tot en met juni 2024.", {}),
        ('Er zijn {{ waarde("woningen") }} woningen, op {{ datum("raad") }}.', {}),
        ("Er zijn er meer.[^a]\n\n[^a]: Zes scholen deden mee.", {"": ["Zes"]}),
        ("Volgens artikel 189 rijdt lijn 60.", {}),
        ("Er zijn 34 bruggen.\n\n| kern | aantal |\n|---|---|\n| Noord | 12 |", {"": ["34", "12"]}),
        ("Er zijn 34 hubs.\n\n| kern | 2024 |\n|---|---|\n| Hubs | 12 |", {"hubs": ["12", "34"]}),
        ("| kern | stand |\n|---|---|\n| Noord | Er zijn 34 bruggen. |", {"": ["34"]}),
    ],
)
def test_what_is_typed_stands_by_what_it_counts_and_else_as_one_reads(
    klein: Path, text: str, expected: dict[str, list[str]]
) -> None:
    assert listed(klein, text) == expected


def stated_in(klein: Path, kern: str, memo: str) -> AllStated:
    """What is stated in these two texts, among others."""
    path = klein / "content/2024-H1/raadsvoorstel.md"
    path.write_text(
        path.read_text("utf-8").replace("## Toelichting\n", f"## Toelichting\n\n{memo}\n"), "utf-8"
    )
    listed(klein, kern)
    return stated(check(Workspace(klein), parse_periode("2024-H1")).documents)


def test_what_two_papers_say_of_one_thing_stands_together(klein: Path) -> None:
    groups = stated_in(klein, "Wij kregen 5 memo’s.", "Wij kregen 6 memo’s.").groups
    (memos,) = [one for one in groups if one.of == "memo’s"]
    assert [(one.words, one.at.file) for one in memos.each] == [("5", KERN), ("6", MEMO)]


@pytest.mark.parametrize(
    ("kern", "memo"),
    [
        ("Er kwamen 5 memo’s.", "Wij kregen vijf memo’s."),
        ("Van de 7.219 woningen is de helft klaar.", "Er komen 7.219."),
        ("De brug kost € 555.100.", "| Werk | Kosten |\n|---|---|\n| Brug | € 555.100 |"),
        ("Op 3 mei 2031 begint het.", "Het begint op 3 mei 2031."),
    ],
)
def test_the_same_thing_told_twice_is_one_fact_with_both_places(klein: Path, kern: str, memo: str) -> None:
    each = stated_in(klein, kern, memo).each
    (places,) = [(one.at.file, *(place.file for place in one.others)) for one in each if one.others]
    assert sorted(places) == [KERN, MEMO]


@pytest.mark.parametrize("kern", ["Er kwam 5% bij.", "Er kwamen er 5."])
def test_a_short_number_of_no_one_thing_is_another_fact_elsewhere(klein: Path, kern: str) -> None:
    each = stated_in(klein, kern, "Er ging 5% af, en er bleven er 5.").each
    assert [one.at.file for one in each if one.words in kern].count(KERN) == 1


def test_a_stand_is_listed_once_though_two_tables_show_it(klein: Path) -> None:
    path = klein / "content/2024-H1/bijlage/wonen.md"
    text = path.read_text("utf-8")
    stand = """
stand:
  bereikt: Er zijn 431 huizen.
  sinds-vorige-keer: Er is niets anders.
  volgende-stap: De bouw begint.
  wanneer: 2031-04
  eigen-inzet: Wij leverden grond.
  oordeel: op koers
"""
    path.write_text(text.replace("\n---\n", f"{stand}---\n", 1), "utf-8")
    each = stated(check(Workspace(klein), parse_periode("2024-H1")).documents).each
    assert [one.words for one in each if "431" in one.words or "2031" in one.words] == ["April 2031", "431"]


@pytest.mark.parametrize(
    ("then", "now", "again"),
    [
        ("In juni 2024 kwamen er 5 memo’s.", "In december 2024 kwamen er 5 memo’s.", ["5"]),
        ("Er kwamen 5 memo’s.", "Er kwamen 6 memo’s.", []),
        ("Er kwamen 5 memo’s.", "Er komen nog 5 memo’s.", ["5"]),
        ("Er kwamen 5 memo’s.", "Er zijn 5 memo’s geschreven.", []),
        ("Van de 40 huizen zijn er 12 klaar.", "Van de 40 huizen zijn er 15 klaar.", ["40"]),
        ("In november 2024 begint het werk.", "In november 2024 begint het werk.", ["november 2024"]),
        ("In november 2024 begint het werk.", "In november 2024 was er overleg.", []),
        (
            "| kern | juni | december |\n|---|---|---|\n| Noord | 12 | 15 |",
            "| kern | december | juni |\n|---|---|---|\n| Noord | 15 | 17 |",
            [],
        ),
        (
            "| kern | juni | december |\n|---|---|---|\n| Noord | 12 | 15 |",
            "| kern | december | juni |\n|---|---|---|\n| Noord | 12 | 17 |",
            ["12"],
        ),
    ],
)
def test_what_the_report_before_said_in_the_same_words_is_marked(
    klein: Path, then: str, now: str, again: list[str]
) -> None:
    def documents(text: str) -> Mapping[str, Document]:
        listed(klein, text)
        return check(Workspace(klein), parse_periode("2024-H1")).documents

    earlier = documents(then)
    found = stated(documents(now), earlier)
    assert [one.words for one in found.each if one.again and one.at.file == KERN] == again


def test_rows_of_at_most_eighty_signs_say_where_else_it_stands_and_whether_it_stood_there() -> None:
    at, besides = Place("content/2024-H1/bijlage/kern.md", 4), Place("content/2024-H1/raadsvoorstel.md", 9)
    long = "van de gemeenten en de provincie, samen met veel anderen, " * 3
    one = Stated("huizen", "12", f"Er zijn {long}", f" huizen {long}", at, again=True)
    other = Stated("huizen", "15", "Er zijn ", " huizen.", besides, others=(at,))
    alone = Stated("", "3", "Zij telt ", " bruggen en 7 hubs.", at, again=True)
    also = Stated("", "7", "Zij telt 3 bruggen en ", " hubs.", at)
    told = lines(AllStated((Alike("huizen", (one, other)),), (alone, also)), "2024-H1", "2023-H2")
    assert (
        "\n".join(told)
        == """\
Alleen na te lezen: 4 getypte getallen en dagen.
Daarvan stonden er 2 met dezelfde woorden ook in 2023-H2.

huizen (2)
  bijlage/kern.md:4   … veel anderen, [12] huizen van de …  ook in 2023-H2
  raadsvoorstel.md:9  Er zijn [15] huizen.
                      en bijlage/kern.md:4

bijlage/kern.md
  4  Zij telt [3] bruggen en [7] hubs.  ook in 2023-H2 (3)
"""
    )


def test_there_are_never_more_than_a_reader_can_use(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_STATED", 3)
    found = stated(check(Workspace(klein), parse_periode("2024-H1")).documents)
    assert sum(1 + len(one.others) for one in found.each) == 3


def told(klein: Path, capfd: pytest.CaptureFixture[str], *options: str) -> tuple[str, str]:
    with pytest.raises(SystemExit):
        main(["check", "2024-H1", "--workspace", str(klein), *options])
    return capfd.readouterr()


def test_check_says_how_much_is_left_to_a_reader_and_shows_it(
    klein: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (klein / KERN).write_text(
        "---\ntitel: Kernboodschap\n---\nEr kwamen 5 memo’s. [@woningbouw], [@tabel-vormen], [@wonen].\n"
    )
    out, _ = told(klein, capfd)
    first, second = out.splitlines()
    assert first == "2024-H1: alles in orde, zover dat te controleren is. Bouw met: rapportage build 2024-H1"
    assert second.startswith("Alleen na te lezen: ")
    assert second.endswith(" rijen van tabellen; zie rapportage check 2024-H1 --facts")
    out, _ = told(klein, capfd, "--facts")
    assert f"{second.partition(';')[0]}.\n\n" in out
    assert "bijlage/kern.md\n  4  Er kwamen [5] memo’s.\n" in out
    assert out.splitlines()[-1] == first
    rows = json.loads(told(klein, capfd, "--json", "--facts")[0])["facts"]
    assert {
        "of": "memo’s",
        "words": "5",
        "sentence": "Er kwamen 5 memo’s.",
        "file": KERN,
        "line": 4,
        "also_at": [],
        "also_in": None,
    } in rows
    assert "facts" not in json.loads(told(klein, capfd, "--json")[0])


def test_facts_are_no_problems_for_an_editor(klein: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, err = told(klein, capfd, "--lines", "--facts")
    assert "--facts en --lines gaan niet samen" in err


def test_an_amount_that_was_made_is_known_by_the_blanks_that_it_is_printed_with() -> None:
    made = Made("€ 2 miljoen", 'waarde("kosten")', ("kosten",), "2024-H1", True, Place("a.md", 1))
    text = Text("Het kost €\u00a02\u00a0miljoen.", made=(made,))
    assert said_in((text,))[1] == {"€\u00a02\u00a0miljoen"}
