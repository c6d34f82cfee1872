"""Who reads a report beside its sources finds each typed number and day, by what it is of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.checks.between import stated as module
from rapportage.checks.between.stated import stated
from rapportage.cli.app import main
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

KERN = "content/2024-H1/bijlage/kern.md"


def listed(klein: Path, text: str) -> dict[str, list[tuple[str, str]]]:
    """What is stated in this text, by what it is of: its file and words."""
    (klein / KERN).write_text(
        f"---\ntitel: Kernboodschap\n---\n{text}\n\n[@woningbouw], [@tabel-vormen], [@wonen].\n", "utf-8"
    )
    groups = stated(check(Workspace(klein), parse_periode("2024-H1")).documents)
    found = {
        group.of: [(one.at.file.rpartition("/")[2], one.words) for one in group.each] for group in groups
    }
    return {of: own for of, each in found.items() if (own := [one for one in each if one[0] == "kern.md"])}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wij kregen vijf memo’s. Van de vier memo’s gaan er 12 over water, en er is 1 memo bij.",
            {"memo’s": ["1 memo", "vier memo’s", "vijf memo’s"], "": ["12"]},
        ),
        (
            "Dat kost € 1.250.000. De rest, € 900, komt later.",
            {"€": ["€\u00a0900", "€\u00a01.250.000"]},
        ),
        (
            "Op 3 mei 2024 en op 12 januari 2024 is er overleg, en in 2023 niet.",
            {"dagen": ["12 januari 2024", "3 mei 2024"]},
        ),
        ('Er zijn {{ waarde("woningen") }} woningen, op {{ datum("raad") }}.', {}),
        ("Er zijn er meer.[^a]\n\n[^a]: Zes scholen deden mee.", {"scholen": ["Zes scholen"]}),
        ("| kern | woningen |\n|---|---|\n| Noord | 12 |", {}),
    ],
)
def test_what_is_typed_stands_by_what_it_counts_in_order_of_its_value(
    klein: Path, text: str, expected: dict[str, list[str]]
) -> None:
    names = {"": "zonder woord erachter"}
    found = {of: [words for _, words in each] for of, each in listed(klein, text).items()}
    assert found == {names.get(of, of): each for of, each in expected.items()}


def test_what_two_papers_say_of_one_thing_stands_together(klein: Path) -> None:
    memo = klein / "content/2024-H1/raadsvoorstel.md"
    memo.write_text(
        memo.read_text("utf-8").replace("## Toelichting\n", "## Toelichting\n\nWij kregen 6 memo’s.\n")
    )
    (klein / KERN).write_text(
        "---\ntitel: Kernboodschap\n---\nWij kregen 5 memo’s. [@woningbouw], [@tabel-vormen], [@wonen].\n"
    )
    groups = stated(check(Workspace(klein), parse_periode("2024-H1")).documents)
    (memos,) = [one for one in groups if one.of == "memo’s"]
    assert [(one.words, one.at.file.rpartition("/")[2]) for one in memos.each] == [
        ("5 memo’s", "kern.md"),
        ("6 memo’s", "raadsvoorstel.md"),
    ]


def test_there_are_never_more_than_a_reader_can_use(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_STATED", 3)
    found = stated(check(Workspace(klein), parse_periode("2024-H1")).documents)
    assert sum(len(one.each) for one in found) == 3


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
    assert second.endswith(" getypte getallen en dagen; zie rapportage check 2024-H1 --facts")
    out, _ = told(klein, capfd, "--facts")
    assert "memo’s (1)\n  bijlage/kern.md:4  Er kwamen [5 memo’s]. \n".replace(". \n", ".\n") in out
    assert out.splitlines()[-1] == first
    rows = json.loads(told(klein, capfd, "--json", "--facts")[0])["facts"]
    assert {
        "of": "memo’s",
        "words": "5 memo’s",
        "sentence": "Er kwamen 5 memo’s.",
        "file": KERN,
        "line": 4,
    } in rows
    assert "facts" not in json.loads(told(klein, capfd, "--json")[0])


def test_facts_are_no_problems_for_an_editor(klein: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, err = told(klein, capfd, "--lines", "--facts")
    assert "--facts en --lines gaan niet samen" in err
